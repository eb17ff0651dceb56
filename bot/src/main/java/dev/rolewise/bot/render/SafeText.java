package dev.rolewise.bot.render;

/**
 * Takes everything out of a text that a terminal would obey instead of show: escape sequences,
 * control characters and marks that turn the direction of writing.
 */
public final class SafeText {
  private static final char ESCAPE = 0x1b;
  private static final char BELL = 0x07;
  private static final char CONTROL_SEQUENCE = 0x9b;
  private static final char STRING_END = 0x9c;

  private SafeText() {}

  /** The text on one line; line breaks, tabs and other control characters become spaces. */
  public static String of(String text) {
    int i = 0;
    while (i < text.length() && !isUnsafe(text.charAt(i))) {
      i++;
    }
    return i == text.length() ? text : clean(text, i);
  }

  private static String clean(String text, int firstUnsafe) {
    var safe = new StringBuilder(text.length()).append(text, 0, firstUnsafe);
    int i = firstUnsafe;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ESCAPE) {
        i = afterEscape(text, i + 1);
      } else if (c == CONTROL_SEQUENCE) {
        i = afterControlSequence(text, i + 1);
      } else if (startsString(c)) {
        i = afterString(text, i + 1);
      } else {
        if (!isUnsafe(c)) {
          safe.append(c);
        } else if (!isDirection(c) && !safe.isEmpty() && safe.charAt(safe.length() - 1) != ' ') {
          safe.append(' ');
        }
        i++;
      }
    }
    return safe.toString();
  }

  private static boolean isUnsafe(char c) {
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 || isDirection(c);
  }

  private static boolean isDirection(char c) {
    return c == 0x200e
        || c == 0x200f
        || c == 0x061c
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** Whether a C1 character starts a string that only ends at a terminator. */
  private static boolean startsString(char c) {
    return c == 0x90 || c == 0x98 || c == 0x9d || c == 0x9e || c == 0x9f;
  }

  private static int afterEscape(String text, int start) {
    if (start == text.length()) {
      return start;
    }
    return switch (text.charAt(start)) {
      case '[' -> afterControlSequence(text, start + 1);
      case ']', 'P', 'X', '^', '_' -> afterString(text, start + 1);
      default -> afterShortEscape(text, start);
    };
  }

  private static int afterControlSequence(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) >= 0x20 && text.charAt(i) <= 0x3f) {
      i++;
    }
    return i < text.length() && text.charAt(i) >= 0x40 && text.charAt(i) <= 0x7e ? i + 1 : i;
  }

  /** An unterminated string ends where it starts, so that it cannot swallow an answer. */
  private static int afterString(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == BELL || c == STRING_END) {
        return i + 1;
      }
      if (c == ESCAPE) {
        return i + 1 < text.length() && text.charAt(i + 1) == '\\' ? i + 2 : i;
      }
    }
    return start;
  }

  private static int afterShortEscape(String text, int start) {
    int i = start;
    while (i < text.length() && text.charAt(i) >= 0x20 && text.charAt(i) <= 0x2f) {
      i++;
    }
    return i < text.length() && text.charAt(i) >= 0x30 && text.charAt(i) <= 0x7e ? i + 1 : i;
  }
}
