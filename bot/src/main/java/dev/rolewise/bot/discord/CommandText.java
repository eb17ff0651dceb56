package dev.rolewise.bot.discord;

/** Limits of what a command says of itself; beyond them Discord refuses all commands together. */
final class CommandText {
  /** Characters of the name of a command or an option. */
  static final int NAME = 32;

  /** Characters of the description of a command or an option. */
  static final int DESCRIPTION = 100;

  /** Choices of an option, and completions of one. */
  static final int CHOICES = 25;

  /** Characters of the name and of the value of a choice. */
  static final int CHOICE = 100;

  private static final String MORE = "…";

  private CommandText() {}

  /** The text, cut when it is too long. */
  static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = maxChars - MORE.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + MORE;
  }
}
