package dev.rolewise.knowledge.index;

import dev.rolewise.knowledge.document.Problem.Severity;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.fact.Band.Stage;
import dev.rolewise.knowledge.fact.EducationLevel;
import dev.rolewise.knowledge.fact.EducationNeed;
import dev.rolewise.knowledge.fact.Fact.Market.Unit;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Statistic;

/**
 * What {@link KnowledgeWriter} and {@link KnowledgeReader} agree on.
 *
 * <p>A table of all strings, a table of all lists of strings, the documents, the problems, the
 * facts, the jobs. Numbers take seven bits a byte, lowest first; a string or a list is the number
 * it has in its table; an optional value begins with whether it is there; an enum is its ordinal,
 * because a file is only ever read by the build that wrote it.
 */
final class KnowledgeFormat {
  static final int LATIN = 0;
  static final int UNICODE = 1;

  static final int PAY = 0;
  static final int EXPERIENCE = 1;
  static final int EDUCATION = 2;
  static final int MARKET = 3;
  static final int SHARE = 4;

  // Each call of values() makes a copy.
  static final Severity[] SEVERITIES = Severity.values();
  static final StatementKind[] STATEMENT_KINDS = StatementKind.values();
  static final Stage[] STAGES = Stage.values();
  static final EducationLevel[] EDUCATION_LEVELS = EducationLevel.values();
  static final EducationNeed[] EDUCATION_NEEDS = EducationNeed.values();
  static final Unit[] UNITS = Unit.values();
  static final Measure[] MEASURES = Measure.values();
  static final Period[] PERIODS = Period.values();
  static final Place.Kind[] PLACE_KINDS = Place.Kind.values();
  static final Statistic.Kind[] STATISTIC_KINDS = Statistic.Kind.values();

  private KnowledgeFormat() {}
}
