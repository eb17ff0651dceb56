package dev.rolewise.bot.discord;

import dev.rolewise.bot.render.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text of people, documents and models harmless in Discord: it mentions nobody, links nowhere
 * and formats nothing. A backslash takes the meaning from a sign that formats. Mentions are also
 * looked for by Discord itself, which knows no backslash, so they and addresses are broken by a
 * character without width.
 */
final class DiscordText {
  /** Has no width, allows no line break, and is a letter to no parser. */
  private static final char BREAK = '\u2060';

  private static final char ELLIPSIS = '…';

  /** Looks like the sign that ends a code block, which no backslash takes the meaning from. */
  private static final char GRAVE = 'ˋ';

  /** Names such as {@code :tada:} that Discord shows as pictures. */
  private static final Pattern EMOJI = Pattern.compile(":[a-zA-Z0-9_+~'-]+:");

  /** What begins a heading, a quote, a list or small print where a line begins. */
  private static final Pattern BLOCK =
      Pattern.compile("^(?<before>\\d*)(?<sign>#|>|-(?=[ #])|\\+(?= )|(?<=\\d)[.)](?= |$))");

  private DiscordText() {}

  /** Characters as Discord counts those of labels and ids. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The text on one line, for where Discord reads its markup. */
  static String markdown(String text) {
    String clean = VisibleText.of(text).strip();
    var safe = new StringBuilder(clean.length() + 16);
    Matcher emoji = EMOJI.matcher(clean);
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      boolean formats =
          switch (c) {
            case '\\', '*', '_', '`' -> true;
            case '~', '|' -> isAt(clean, i - 1, c) || isAt(clean, i + 1, c);
            // Between these two signs a text becomes a link to what follows.
            case '(' -> isAt(clean, i - 1, ']');
            case ':' -> emoji.region(i, clean.length()).lookingAt();
            default -> false;
          };
      if (formats) {
        safe.append('\\');
      }
      appendBroken(safe, clean, i);
    }
    return BLOCK.matcher(safe).replaceFirst("${before}\\\\${sign}");
  }

  /**
   * The text on one line, for where Discord reads no markup, such as labels. A reader that looks
   * for mentions and links there after all finds none.
   */
  static String plain(String text) {
    String clean = VisibleText.of(text).strip();
    var safe = new StringBuilder(clean.length() + 16);
    for (int i = 0; i < clean.length(); i++) {
      appendBroken(safe, clean, i);
    }
    return safe.toString();
  }

  /** The text on one line, for the inside of a code block. */
  static String code(String text) {
    return plain(text).replace('`', GRAVE);
  }

  /** As {@link #markdown(String)}, cut at a word when it is longer than allowed. */
  static String markdown(String text, int maxChars) {
    return cut(text, maxChars, Form.MARKDOWN);
  }

  /** As {@link #plain(String)}, cut at a word when it is longer than allowed. */
  static String plain(String text, int maxChars) {
    return cut(text, maxChars, Form.PLAIN);
  }

  /**
   * As {@link #markdown(String)}, in as many pieces as are needed, cut between words.
   *
   * @param maxChars characters of a piece, at least 20
   */
  static List<String> pieces(String text, int maxChars) {
    List<String> pieces = new ArrayList<>();
    String rest = VisibleText.of(text).strip();
    do {
      int end = fitting(rest, maxChars, Form.MARKDOWN);
      pieces.add(markdown(rest.substring(0, end)));
      rest = rest.substring(end).strip();
    } while (!rest.isEmpty());
    return pieces;
  }

  private enum Form {
    MARKDOWN,
    PLAIN;

    String of(String text) {
      return switch (this) {
        case MARKDOWN -> markdown(text);
        case PLAIN -> plain(text);
      };
    }

    /** Texts are counted together by JDA, which counts a picture twice. */
    int length(String safe) {
      return switch (this) {
        case MARKDOWN -> safe.length();
        case PLAIN -> DiscordText.length(safe);
      };
    }
  }

  private static String cut(String text, int maxChars, Form form) {
    String clean = VisibleText.of(text).strip();
    int end = fitting(clean, maxChars, form);
    if (end == clean.length()) {
      return form.of(clean);
    }
    end = fitting(clean, maxChars - 1, form);
    return form.of(clean.substring(0, end).strip()) + ELLIPSIS;
  }

  /** How much of a text stays within the limit once it is safe; ends at a word where it can. */
  private static int fitting(String text, int maxChars, Form form) {
    int end = Math.min(text.length(), 2 * maxChars);
    int tooLong;
    while ((tooLong = form.length(form.of(text.substring(0, end))) - maxChars) > 0) {
      end -= Math.max(1, tooLong / 3);
    }
    if (end == text.length()) {
      return end;
    }
    int space = text.lastIndexOf(' ', end);
    if (space > end / 2) {
      return space;
    }
    return end > 1 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  /** Mentions, times, links and addresses begin with these signs. */
  private static void appendBroken(StringBuilder safe, String text, int i) {
    char c = text.charAt(i);
    safe.append(c);
    boolean startsMention = (c == '@' || c == '<') && isOther(text, i + 1);
    boolean startsAddress = c == ':' && text.startsWith("//", i + 1);
    boolean startsHost =
        c == '.' && (isAddress(text, i + 1) || endsWith(text, i, "www")) && isOther(text, i + 1);
    if (startsMention || startsAddress || startsHost) {
      safe.append(BREAK);
    }
  }

  /** An invitation is one without a scheme too: a name and a slash behind it. */
  private static boolean isAddress(String text, int start) {
    int i = start;
    while (i < text.length() && (isAsciiWord(text.charAt(i)) || text.charAt(i) == '-')) {
      i++;
    }
    return i > start && isAt(text, i, '/');
  }

  private static boolean isOther(String text, int i) {
    return i < text.length() && text.charAt(i) != ' ';
  }

  private static boolean isAt(String text, int i, char c) {
    return i >= 0 && i < text.length() && text.charAt(i) == c;
  }

  private static boolean endsWith(String text, int end, String word) {
    return end >= word.length()
        && text.regionMatches(true, end - word.length(), word, 0, word.length());
  }

  private static boolean isAsciiWord(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
