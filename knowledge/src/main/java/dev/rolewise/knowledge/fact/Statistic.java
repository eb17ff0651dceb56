package dev.rolewise.knowledge.fact;

import static java.util.Objects.requireNonNull;

import java.util.OptionalInt;

/**
 * What an amount is of the pay of many people.
 *
 * @param kind what it is
 * @param percentile the percentile for {@link Kind#PERCENTILE}, from 1 to 99, empty otherwise
 */
public record Statistic(Kind kind, OptionalInt percentile) {
  /** What an amount is of the pay of many people. */
  public enum Kind {
    /** The statement does not say. */
    UNSPECIFIED,
    AVERAGE,
    MEDIAN,
    /** The percentile given beside it; "lowest 10 percent" is 10, "highest 10 percent" is 90. */
    PERCENTILE,
    /** What is called typical. */
    TYPICAL,
    /** What is called a broader range. */
    BROADER,
    /** What top earners get. */
    TOP,
    /** The lower end of a range whose ends stand in columns of their own. */
    LOW,
    /** The upper end of such a range. */
    HIGH
  }

  /** The statement does not say. */
  public static final Statistic UNSPECIFIED = new Statistic(Kind.UNSPECIFIED, OptionalInt.empty());

  public Statistic {
    requireNonNull(kind, "kind");
    requireNonNull(percentile, "percentile");
    if ((kind == Kind.PERCENTILE) != percentile.isPresent()) {
      throw new IllegalArgumentException("only a percentile has a percentile, got " + kind);
    }
    if (percentile.isPresent() && (percentile.getAsInt() < 1 || percentile.getAsInt() > 99)) {
      throw new IllegalArgumentException(
          "percentile must be between 1 and 99, got " + percentile.getAsInt());
    }
  }

  /** A statistic that needs no percentile. */
  public static Statistic of(Kind kind) {
    return new Statistic(kind, OptionalInt.empty());
  }

  /** The n-th percentile. */
  public static Statistic percentile(int n) {
    return new Statistic(Kind.PERCENTILE, OptionalInt.of(n));
  }
}
