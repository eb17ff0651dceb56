package dev.rolewise.bot.bench;

import java.util.Arrays;

/** Durations of the same thing done several times, in milliseconds. */
final class Sample {
  private static final double NANOS_PER_MILLI = 1e6;

  private double[] millis = new double[16];
  private int size;

  void add(long nanos) {
    if (size == millis.length) {
      millis = Arrays.copyOf(millis, size * 2);
    }
    millis[size++] = nanos / NANOS_PER_MILLI;
  }

  double median() {
    return percentile(50);
  }

  double p99() {
    return percentile(99);
  }

  /** The smallest duration that so many of a hundred do not exceed. */
  private double percentile(int percent) {
    if (size == 0) {
      throw new IllegalStateException("nothing was measured");
    }
    double[] sorted = Arrays.copyOf(millis, size);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(percent / 100.0 * size);
    return sorted[Math.max(rank, 1) - 1];
  }
}
