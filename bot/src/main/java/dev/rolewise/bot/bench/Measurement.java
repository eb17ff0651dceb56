package dev.rolewise.bot.bench;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * One thing that was measured beside the least it could be.
 *
 * @param name what was measured
 * @param unit of all figures, such as {@code ms}
 * @param floorMedian median of the floor, or empty if there is none
 * @param floorP99 99th percentile of the floor, or empty if there is none
 * @param limit what must not be exceeded
 * @param limited what it is a limit of
 */
record Measurement(
    String name,
    String unit,
    double median,
    double p99,
    OptionalDouble floorMedian,
    OptionalDouble floorP99,
    double limit,
    Limited limited) {
  /** What a limit is a limit of. */
  enum Limited {
    MEDIAN,
    P99
  }

  Measurement {
    requireNonNull(name, "name");
    requireNonNull(unit, "unit");
    requireNonNull(floorMedian, "floorMedian");
    requireNonNull(floorP99, "floorP99");
    requireNonNull(limited, "limited");
  }

  /** With a limit of the median. */
  Measurement(
      String name,
      String unit,
      double median,
      double p99,
      OptionalDouble floorMedian,
      OptionalDouble floorP99,
      double limit) {
    this(name, unit, median, p99, floorMedian, floorP99, limit, Limited.MEDIAN);
  }

  /** Durations beside those of a floor measured in the same run. */
  static Measurement of(String name, Sample sample, Sample floor, double limit) {
    return of(name, sample, floor, limit, Limited.MEDIAN);
  }

  /** The same with a limit of the 99th percentile. */
  static Measurement ofP99(String name, Sample sample, Sample floor, double limit) {
    return of(name, sample, floor, limit, Limited.P99);
  }

  private static Measurement of(
      String name, Sample sample, Sample floor, double limit, Limited limited) {
    return new Measurement(
        name,
        "ms",
        sample.median(),
        sample.p99(),
        OptionalDouble.of(floor.median()),
        OptionalDouble.of(floor.p99()),
        limit,
        limited);
  }

  OptionalDouble ratio() {
    return floorMedian.isPresent()
        ? OptionalDouble.of(median / floorMedian.getAsDouble())
        : OptionalDouble.empty();
  }

  boolean isOk() {
    return switch (limited) {
          case MEDIAN -> median;
          case P99 -> p99;
        }
        <= limit;
  }
}
