package dev.rolewise.knowledge.fact;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * An amount or a range of amounts, with open ends.
 *
 * @param low smallest value, inclusive; empty for "up to"
 * @param high largest value, inclusive; empty for "over" and "+" behind a single amount; equal to
 *     low for a single amount
 * @param more whether values above high occur too, as in "$165,000–$200,000+"
 * @param approximate whether the statement says "around" or the like
 */
public record Range(OptionalDouble low, OptionalDouble high, boolean more, boolean approximate) {
  public Range {
    requireNonNull(low, "low");
    requireNonNull(high, "high");
    if (low.isEmpty() && high.isEmpty()) {
      throw new IllegalArgumentException("a range needs at least one end");
    }
    if (low.isPresent() && Double.isNaN(low.getAsDouble())) {
      throw new IllegalArgumentException("low must be a number");
    }
    if (high.isPresent() && Double.isNaN(high.getAsDouble())) {
      throw new IllegalArgumentException("high must be a number");
    }
  }

  /** A single amount. */
  public static Range exactly(double value) {
    return new Range(OptionalDouble.of(value), OptionalDouble.of(value), false, false);
  }

  /** Whether both ends are one value and nothing lies above it. */
  public boolean isSingle() {
    return !more && low.isPresent() && high.isPresent() && low.getAsDouble() == high.getAsDouble();
  }

  /** Whether the low end is above the high one, as only a slip writes it. */
  public boolean isInverted() {
    return low.isPresent() && high.isPresent() && low.getAsDouble() > high.getAsDouble();
  }

  /** Whether the value lies between the ends, both inclusive. */
  public boolean contains(double value) {
    return (low.isEmpty() || value >= low.getAsDouble())
        && (high.isEmpty() || more || value <= high.getAsDouble());
  }

  /** The middle of the range, or its only end. */
  public double middle() {
    if (low.isEmpty()) {
      return high.getAsDouble();
    }
    return high.isEmpty() ? low.getAsDouble() : (low.getAsDouble() + high.getAsDouble()) / 2;
  }
}
