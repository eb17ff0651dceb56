package dev.rolewise.knowledge.fact;

/** Which part of pay an amount is. */
public enum Measure {
  /** Pay without saying which part. */
  SALARY,
  /** Base pay alone. */
  BASE,
  /** All parts together. */
  TOTAL,
  /** A bonus. */
  BONUS,
  /** Shares or options. */
  EQUITY
}
