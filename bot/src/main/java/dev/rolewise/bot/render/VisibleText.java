package dev.rolewise.bot.render;

import java.util.ArrayList;
import java.util.List;

/** Text as a person sees it in a chat: on one line, without what has no shape of its own. */
public final class VisibleText {
  private static final char ELLIPSIS = '…';
  private static final char JOINER = '\u200d';
  private static final char NON_JOINER = '\u200c';
  private static final char REPLACEMENT = '\ufffd';
  private static final int WITHOUT_WIDTH = 0x200b;

  private VisibleText() {}

  /**
   * The text on one line without signs that nobody sees, which could hide a name or an address from
   * whoever looks for it; half a surrogate pair becomes a replacement sign.
   */
  public static String of(String text) {
    String line = SafeText.of(text);
    var clean = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); ) {
      int c = line.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        clean.append(REPLACEMENT);
      } else if (!isHidden(c) && !(isJoiner(c) && !joins(line, i))) {
        clean.appendCodePoint(c);
      }
      i = next;
    }
    return clean.toString();
  }

  /** The text, cut at a word and marked with an ellipsis when it is longer than allowed. */
  public static String shorten(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    if (maxChars < 1) {
      return "";
    }
    return text.substring(0, end(text, maxChars - 1)).stripTrailing() + ELLIPSIS;
  }

  /** The text in as many pieces as are needed, at least two characters each, cut at words. */
  static List<String> pieces(String text, int maxChars) {
    List<String> pieces = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > maxChars) {
      int end = end(rest, maxChars);
      pieces.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).strip();
    }
    pieces.add(rest);
    return pieces;
  }

  /** Where a longer text is cut: at a word where it can be, else not inside a sign. */
  private static int end(String text, int maxChars) {
    int end = text.lastIndexOf(' ', maxChars);
    if (end >= (maxChars + 1) / 2) {
      return end;
    }
    return maxChars > 0 && Character.isHighSurrogate(text.charAt(maxChars - 1))
        ? maxChars - 1
        : maxChars;
  }

  private static boolean isHidden(int c) {
    return c == WITHOUT_WIDTH
        || c == 0xad
        || c == 0x34f
        || c == 0x115f
        || c == 0x1160
        || c == 0x180e
        || c == 0x3164
        || c == 0xfeff
        || c == 0xffa0
        || (c >= 0x2060 && c <= 0x2064)
        || (c >= 0x206a && c <= 0x206f)
        || (c >= 0xfff9 && c <= 0xfffb)
        || (c >= 0xe0000 && c <= 0xe0fff);
  }

  private static boolean isJoiner(int c) {
    return c == JOINER || c == NON_JOINER;
  }

  /** Pictures of several signs and some scripts need joiners; nothing written in ASCII does. */
  private static boolean joins(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && text.charAt(i - 1) > 0xff
        && text.charAt(i + 1) > 0xff
        && !isJoiner(text.charAt(i + 1));
  }
}
