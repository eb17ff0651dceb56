package dev.rolewise.knowledge.fact;

/** Time an amount of pay is for. */
public enum Period {
  YEAR,
  MONTH,
  /** Two weeks. */
  FORTNIGHT,
  WEEK,
  DAY,
  HOUR
}
