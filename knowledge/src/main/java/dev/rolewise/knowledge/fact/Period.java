package dev.rolewise.knowledge.fact;

/** Time an amount of pay is for. */
public enum Period {
  YEAR,
  MONTH,
  WEEK,
  DAY,
  HOUR
}
