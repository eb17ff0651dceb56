package dev.rolewise.bot.web;

/** How a question ended, as metrics tell it. */
public enum AnswerOutcome {
  /** The documents say it. */
  ANSWERED,
  /** The documents do not cover it. */
  NOT_FOUND,
  /** It has several readings. */
  CLARIFY,
  /** Something broke, and the asker got an apology. */
  FAILED
}
