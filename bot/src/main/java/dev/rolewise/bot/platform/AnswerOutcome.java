package dev.rolewise.bot.platform;

/** How something that was asked ended. */
public enum AnswerOutcome {
  /** The documents say it. */
  ANSWERED,
  /** The documents do not cover it. */
  NOT_FOUND,
  /** It has several readings. */
  CLARIFY,
  /** It was asked in a way that cannot be used, and the asker was told how it can. */
  MISUSED,
  /** Something broke, and the asker got an apology as far as one could be shown. */
  FAILED
}
