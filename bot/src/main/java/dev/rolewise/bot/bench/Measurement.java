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
 * @param limit what the median must not exceed
 */
record Measurement(
    String name,
    String unit,
    double median,
    double p99,
    OptionalDouble floorMedian,
    OptionalDouble floorP99,
    double limit) {
  Measurement {
    requireNonNull(name, "name");
    requireNonNull(unit, "unit");
    requireNonNull(floorMedian, "floorMedian");
    requireNonNull(floorP99, "floorP99");
  }

  /** Durations beside those of a floor measured in the same run. */
  static Measurement of(String name, Sample sample, Sample floor, double limit) {
    return new Measurement(
        name,
        "ms",
        sample.median(),
        sample.p99(),
        OptionalDouble.of(floor.median()),
        OptionalDouble.of(floor.p99()),
        limit);
  }

  OptionalDouble ratio() {
    return floorMedian.isPresent()
        ? OptionalDouble.of(median / floorMedian.getAsDouble())
        : OptionalDouble.empty();
  }

  boolean isOk() {
    return median <= limit;
  }
}
