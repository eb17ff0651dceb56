package dev.rolewise.knowledge.fact;

/** How strongly an education is asked for. */
public enum EducationNeed {
  /** Without it there is no entry. */
  REQUIRED,
  /** It helps. */
  PREFERRED,
  /** The statement does not say how strongly. */
  MENTIONED
}
