package dev.rolewise.knowledge.fact;

/** Levels of education, lowest first. */
public enum EducationLevel {
  /** No formal qualification. */
  NONE,
  /** High school diploma or equivalent. */
  HIGH_SCHOOL,
  /** Certificate, apprenticeship or other vocational training. */
  VOCATIONAL,
  /** Associate degree or comparable short degree. */
  ASSOCIATE,
  /** Bachelor's degree. */
  BACHELOR,
  /** Master's degree. */
  MASTER,
  /** Professional degree such as JD or MD. */
  PROFESSIONAL,
  /** Doctoral degree. */
  DOCTORATE
}
