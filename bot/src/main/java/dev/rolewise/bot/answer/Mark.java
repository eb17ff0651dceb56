package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Statistic;
import java.util.Optional;

/**
 * Words of a text that say what its figures are about.
 *
 * @param kind what they name
 * @param key what marks of the same thing have in common: a {@link JobName}, a {@link Place} or a
 *     word
 * @param strength whether a statement must say it too
 * @param start index of the first character
 * @param end index behind the last character
 */
record Mark(Kind kind, Object key, Strength strength, int start, int end) {
  /** What a mark names. */
  enum Kind {
    TITLE,
    PLACE,
    /** A stage of experience by its name. */
    BAND,
    /** A stage of experience by its years. */
    YEARS,
    CALENDAR_YEAR,
    /** Base, total, bonus or equity. */
    MEASURE,
    /** Average, median, percentile and the like. */
    STATISTIC,
    PERIOD
  }

  /** Whether a statement must say it too. */
  enum Strength {
    FIRM,
    /** A statement that says nothing of the kind leaves room for it, as for "a year". */
    LOOSE
  }

  Mark {
    requireNonNull(kind, "kind");
    requireNonNull(key, "key");
    requireNonNull(strength, "strength");
  }

  /** A mark that stands nowhere in particular. */
  static Mark of(Kind kind, Object key) {
    return new Mark(kind, key, Strength.FIRM, 0, 0);
  }

  /** The mark of a part of pay that may be told from others; empty for any pay. */
  static Optional<Mark> of(Measure measure) {
    return switch (measure) {
      case BASE -> Optional.of(of(Kind.MEASURE, "base"));
      case TOTAL -> Optional.of(of(Kind.MEASURE, "total"));
      case SALARY, BONUS, EQUITY -> Optional.empty();
    };
  }

  /** The mark of a statistic that may be told from others; empty for what a job may pay. */
  static Optional<Mark> of(Statistic statistic) {
    return switch (statistic.kind()) {
      case AVERAGE -> Optional.of(of(Kind.STATISTIC, "average"));
      case MEDIAN -> Optional.of(of(Kind.STATISTIC, "p50"));
      case PERCENTILE ->
          statistic.percentile().stream().mapToObj(n -> of(Kind.STATISTIC, "p" + n)).findFirst();
      case BROADER -> Optional.of(of(Kind.STATISTIC, "broader"));
      case UNSPECIFIED, TYPICAL, TOP, LOW, HIGH -> Optional.empty();
    };
  }

  /** Whether both name the same thing. */
  boolean agrees(Mark other) {
    if (kind != other.kind) {
      return false;
    }
    if (key instanceof JobName one && other.key instanceof JobName two) {
      return one.isSameAs(two);
    }
    if (key instanceof Place one && other.key instanceof Place two) {
      return Places.same(one, two);
    }
    return key.equals(other.key);
  }
}
