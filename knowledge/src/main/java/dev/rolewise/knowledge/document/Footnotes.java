package dev.rolewise.knowledge.document;

import java.util.Locale;
import java.util.Set;

/** Tells marks of footnotes from other small signs: "Hesse" with an a, but not square metres. */
final class Footnotes {
  /** Units that are squared or cubed, and letters of formulas. */
  private static final Set<String> UNITS =
      Set.of("m", "km", "cm", "mm", "ft", "in", "yd", "mi", "s", "x", "y", "n", "r", "e", "10");

  private static final int MAX_LENGTH = 8;

  private Footnotes() {}

  /**
   * Whether a sign set high is the mark of a footnote.
   *
   * @param before what stands before it in the same line; may be empty
   */
  static boolean isMark(String before, String sign) {
    String mark = sign.strip();
    if (mark.isEmpty()) {
      return true;
    }
    if (mark.length() > MAX_LENGTH) {
      return false;
    }
    String bare = withoutBrackets(mark);
    if (!isNumbers(bare)) {
      boolean letter = bare.length() == 1 && Character.isLetter(bare.charAt(0));
      return letter || isSigns(bare) || isNote(bare);
    }
    return !bare.equals(mark) || !UNITS.contains(lastWord(before).toLowerCase(Locale.ROOT));
  }

  /** Whether the words of a link into the page are the mark of a footnote: "note 1", "[3]". */
  static boolean isLinkMark(String words) {
    String mark = words.strip();
    if (mark.length() > MAX_LENGTH) {
      return false;
    }
    String bare = withoutBrackets(mark);
    return isNote(bare) || isSigns(bare) || (!bare.equals(mark) && isMark("", mark));
  }

  /** End of the text without marks set as characters of their own at its end: "Texas¹". */
  static int end(String text, int end) {
    int stop = end;
    while (stop > 0
        && "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u2020\u2021*"
                .indexOf(text.charAt(stop - 1))
            >= 0) {
      stop--;
    }
    boolean behindWord = stop > 0 && stop < end && text.charAt(stop - 1) != ' ';
    return behindWord && lastWord(text.substring(0, stop)).length() > 2 ? stop : end;
  }

  private static String withoutBrackets(String mark) {
    boolean square = mark.startsWith("[") && mark.endsWith("]") && mark.length() > 2;
    boolean round = mark.startsWith("(") && mark.endsWith(")") && mark.length() > 2;
    return square || round ? mark.substring(1, mark.length() - 1) : mark;
  }

  private static boolean isNumbers(String bare) {
    return Character.isDigit(bare.charAt(0))
        && bare.chars().allMatch(c -> Character.isDigit(c) || ", -\u2013".indexOf(c) >= 0);
  }

  private static boolean isSigns(String bare) {
    return !bare.isEmpty()
        && bare.chars().allMatch(c -> "*\u2020\u2021\u00a7\u00b6#".indexOf(c) >= 0);
  }

  private static boolean isNote(String bare) {
    String lower = bare.toLowerCase(Locale.ROOT);
    for (String name : new String[] {"note", "fn", "footnote"}) {
      if (lower.startsWith(name) && lower.length() > name.length()) {
        return lower.substring(name.length()).strip().chars().allMatch(Character::isDigit);
      }
    }
    return false;
  }

  private static String lastWord(String text) {
    int end = text.length();
    int start = end;
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    boolean number = start > 1 && ",.".indexOf(text.charAt(start - 1)) >= 0;
    return number ? text.substring(start - 2, end) : text.substring(start, end);
  }
}
