package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.fact.Range;
import java.util.OptionalDouble;

/** Compares figures that are of the same thing. */
final class Amounts {
  /** Figures that are called "about" so much may differ by this part of them. */
  private static final double ABOUT = 0.05;

  /** Rounding may change a figure by this part of it. */
  private static final double ROUNDING = 0.01;

  private Amounts() {}

  /** Whether two figures cannot both be what the thing amounts to. */
  static boolean disagree(Range one, Range other) {
    double tolerance = one.approximate() || other.approximate() ? ABOUT : ROUNDING;
    if (isSpan(one) && isSpan(other)) {
      return differ(one.low(), other.low(), tolerance)
          || differ(one.high(), other.high(), tolerance);
    }
    if (one.isSingle() && other.isSingle()) {
      return differ(one.low(), other.low(), tolerance);
    }
    return isAbove(one, other, tolerance) || isAbove(other, one, tolerance);
  }

  /** Whether two figures that name a least do not name the same one. */
  static boolean beginDifferently(Range one, Range other) {
    return one.low().isPresent()
        && other.low().isPresent()
        && one.low().getAsDouble() != other.low().getAsDouble();
  }

  private static boolean isSpan(Range range) {
    return range.low().isPresent() && range.high().isPresent() && !range.isSingle();
  }

  /** Whether everything in one lies above everything in the other. */
  private static boolean isAbove(Range one, Range other, double tolerance) {
    return one.low().isPresent()
        && other.high().isPresent()
        && !other.more()
        && one.low().getAsDouble() > other.high().getAsDouble() * (1 + tolerance);
  }

  /** Whether two values differ by more than the one written with fewer digits was rounded. */
  private static boolean differ(OptionalDouble one, OptionalDouble other, double tolerance) {
    double a = one.orElse(0);
    double b = other.orElse(0);
    double difference = Math.abs(a - b);
    if (tolerance == ABOUT) {
      return difference > tolerance * Math.max(a, b);
    }
    double step = Math.max(step(a), step(b));
    return difference > Math.min(step / 2, tolerance * Math.max(a, b)) + 1e-9;
  }

  /** The place of the last digit that is not zero, such as 100 for 62,500. */
  private static double step(double value) {
    if (value == 0 || value != Math.rint(value)) {
      return 0;
    }
    double step = 1;
    while (step < 1e15 && value % (step * 10) == 0) {
      step *= 10;
    }
    return step;
  }
}
