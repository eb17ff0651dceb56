package dev.rolewise.bot.discord;

/**
 * Limits of Discord. Beyond any of them it refuses the whole request with status 400, so everything
 * is split, cut or left out before. Lengths are in Unicode code points.
 */
final class DiscordLimit {
  /** Components of a message, those inside of others among them. */
  static final int COMPONENTS = 40;

  /**
   * Characters of all text displays of a message together. JDA refuses the message first, and
   * counts UTF-16 code units.
   */
  static final int TEXT = 4_000;

  /** Buttons of one action row; a select takes a row of its own. */
  static final int ROW_BUTTONS = 5;

  /** Characters of what a button says. */
  static final int BUTTON = 80;

  /** Characters of a custom id; two components of a message must not have the same. */
  static final int ID = 100;

  /** Options of a select. */
  static final int OPTIONS = 25;

  /** Characters of the label, of the value and of the description of an option. */
  static final int OPTION = 100;

  /** Characters of what a select says before something is chosen; JDA takes no more. */
  static final int PLACEHOLDER = 100;

  /** Characters of the text that stands for a picture. */
  static final int ALT_TEXT = 1_024;

  /** Files of a message. */
  static final int FILES = 10;

  private DiscordLimit() {}
}
