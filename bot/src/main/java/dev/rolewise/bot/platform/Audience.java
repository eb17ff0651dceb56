package dev.rolewise.bot.platform;

/** Who sees an outcome. */
public enum Audience {
  /** Everybody in the channel. */
  ALL,
  /** Only who waits, who may share it with the channel. */
  ONE_IN_A_CHANNEL,
  /** Only who waits, because nobody else is there. */
  ONE_ALONE;

  /** Whether only who waits sees it. */
  public boolean isPrivate() {
    return this != ALL;
  }
}
