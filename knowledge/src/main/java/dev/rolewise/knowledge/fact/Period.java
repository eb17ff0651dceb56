package dev.rolewise.knowledge.fact;

/** Time an amount of pay is for. */
public enum Period {
  YEAR,
  MONTH,
  /** Two weeks. */
  FORTNIGHT,
  WEEK,
  DAY,
  HOUR,
  /** Paid a single time and for no span of time, such as a golden hello. */
  ONCE
}
