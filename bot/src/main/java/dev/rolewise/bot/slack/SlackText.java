package dev.rolewise.bot.slack;

import dev.rolewise.bot.render.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes text of people, documents and models harmless in Slack: it mentions nobody, links nowhere
 * and formats nothing. Slack has no sign that takes the meaning from the one after it, so signs
 * that format become others that look the same, and names and addresses are broken by a character
 * without width.
 */
final class SlackText {
  /** Has no width, allows no line break, and is a letter to no parser. */
  private static final char BREAK = '\u2060';

  private static final char ASTERISK = '∗';
  private static final char TILDE = '∼';
  private static final char GRAVE = 'ˋ';
  private static final char LOW_LINE = 'ˍ';
  private static final char BACKSLASH = '∖';
  private static final char BAR = '∣';
  private static final char RATIO = '∶';

  /** Names such as {@code :tada:} that Slack shows as pictures. */
  private static final Pattern EMOJI = Pattern.compile(":([a-z0-9_+'-]*[a-z][a-z0-9_+'-]*):");

  private SlackText() {}

  /** The text on one line, for where Slack reads its markup. */
  static String mrkdwn(String text) {
    String clean = clean(text);
    var safe = new StringBuilder(clean.length() + 16);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> {
          if (isFirst(clean, i)) {
            safe.append(BREAK);
          }
          safe.append("&gt;");
        }
        default -> appendInert(safe, clean, i);
      }
    }
    return safe.toString();
  }

  /**
   * The text on one line, for where Slack reads no markup. A parser that reads it there after all
   * finds no mention and no link.
   */
  static String plain(String text) {
    String clean = clean(text);
    var safe = new StringBuilder(clean.length() + 16);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (c == '<' || (c == '&' && isLetter(clean, i + 1))) {
        safe.append(c);
        if (i + 1 < clean.length() && clean.charAt(i + 1) != ' ') {
          safe.append(BREAK);
        }
      } else {
        appendBroken(safe, clean, i);
      }
    }
    return safe.toString();
  }

  /** The text on one line, for where Slack reads Markdown. */
  static String markdown(String text) {
    String clean = clean(text).strip();
    var safe = new StringBuilder(clean.length() + 16);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      if (i == 0 && !Character.isLetterOrDigit(c)) {
        safe.append(BREAK);
      }
      switch (c) {
        case '\\' -> safe.append(BACKSLASH);
        case '|' -> safe.append(BAR);
        case '<', '&' -> safe.append(c).append(BREAK);
        case ']' -> safe.append(c).append(BREAK);
        case '.', ')' -> {
          // A number in front would begin a list.
          if (isNumber(clean, i)) {
            safe.append(BREAK);
          }
          appendInert(safe, clean, i);
        }
        default -> appendInert(safe, clean, i);
      }
    }
    return safe.toString();
  }

  private static boolean isNumber(String text, int end) {
    return end > 0 && text.substring(0, end).chars().allMatch(Character::isDigit);
  }

  /** As {@link #mrkdwn}, cut at a word when it is longer than allowed. */
  static String mrkdwn(String text, int maxChars) {
    int left = Math.min(text.length(), maxChars);
    while (true) {
      String safe = mrkdwn(VisibleText.shorten(text, left));
      if (safe.length() <= maxChars) {
        return safe;
      }
      left -= Math.max(1, (safe.length() - maxChars) / 6);
    }
  }

  /** As {@link #plain}, cut at a word when it is longer than allowed. */
  static String plain(String text, int maxChars) {
    int left = Math.min(text.length(), maxChars);
    while (true) {
      String safe = plain(VisibleText.shorten(text, left));
      if (safe.length() <= maxChars) {
        return safe;
      }
      left -= Math.max(1, (safe.length() - maxChars) / 2);
    }
  }

  /**
   * As {@link #mrkdwn}, in as many pieces as are needed, cut between words.
   *
   * @param maxChars characters of a piece, at least 20
   */
  static List<String> pieces(String text, int maxChars) {
    String whole = mrkdwn(text);
    if (whole.length() <= maxChars) {
      return List.of(whole);
    }
    List<String> pieces = new ArrayList<>();
    String rest = clean(text).strip();
    while (!rest.isEmpty()) {
      int end = Math.min(rest.length(), maxChars);
      while (mrkdwn(rest.substring(0, end)).length() > maxChars) {
        end -= Math.max(1, (mrkdwn(rest.substring(0, end)).length() - maxChars) / 6);
      }
      if (end < rest.length()) {
        int space = rest.lastIndexOf(' ', end);
        end = space > end / 2 ? space : end;
        if (end > 1 && Character.isHighSurrogate(rest.charAt(end - 1))) {
          end--;
        }
      }
      pieces.add(mrkdwn(rest.substring(0, end)));
      rest = rest.substring(end).strip();
    }
    return pieces;
  }

  /** A quote begins with the first sign of a line. */
  private static boolean isFirst(String text, int i) {
    int first = 0;
    while (Character.isSpaceChar(text.charAt(first))) {
      first++;
    }
    return first == i;
  }

  private static void appendInert(StringBuilder safe, String text, int i) {
    switch (text.charAt(i)) {
      case '*' -> safe.append(ASTERISK);
      case '~' -> safe.append(TILDE);
      case '`' -> safe.append(GRAVE);
      case '_' -> safe.append(isInsideWord(text, i) ? '_' : LOW_LINE);
      default -> appendBroken(safe, text, i);
    }
  }

  /** Names and addresses begin with these signs. */
  private static void appendBroken(StringBuilder safe, String text, int i) {
    char c = text.charAt(i);
    safe.append(c);
    boolean startsName = (c == '@' || c == '#') && isWordSign(text, i + 1);
    boolean startsAddress = c == ':' && text.startsWith("//", i + 1);
    boolean startsMail = c == ':' && (endsWith(text, i, "mailto") || endsWith(text, i, "tel"));
    boolean startsHost = c == '.' && endsWith(text, i, "www");
    if (startsName || startsAddress || startsMail || startsHost) {
      safe.append(BREAK);
    }
  }

  private static boolean endsWith(String text, int end, String word) {
    return end >= word.length()
        && text.regionMatches(true, end - word.length(), word, 0, word.length());
  }

  private static boolean isInsideWord(String text, int i) {
    return i > 0
        && isAsciiWord(text.charAt(i - 1))
        && i + 1 < text.length()
        && isAsciiWord(text.charAt(i + 1));
  }

  private static boolean isAsciiWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static boolean isLetter(String text, int i) {
    return i < text.length() && (isAsciiWord(text.charAt(i)) || text.charAt(i) == '#');
  }

  private static boolean isWordSign(String text, int i) {
    return i < text.length() && text.charAt(i) != ' ';
  }

  /** One line without what nobody sees, and without the names of pictures. */
  private static String clean(String text) {
    return EMOJI.matcher(VisibleText.of(text)).replaceAll(RATIO + "$1" + RATIO);
  }
}
