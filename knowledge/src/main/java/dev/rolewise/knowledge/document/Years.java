package dev.rolewise.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds years in texts. */
public final class Years {
  private static final int FIRST = 1900;
  private static final int LAST = 2100;

  private Years() {}

  /** The year in a text that names one and no other: "Q1 2025", "2024-11", "15/01/2025". */
  static OptionalInt only(String text) {
    int found = 0;
    for (int start = 0; start < text.length(); start++) {
      boolean begins = isDigit(text, start) && !isDigit(text, start - 1);
      int end = start;
      while (isDigit(text, end)) {
        end++;
      }
      if (begins && end - start == 4) {
        int year = Integer.parseInt(text.substring(start, end));
        boolean possible = year >= FIRST && year <= LAST;
        if (!possible || (found != 0 && found != year)) {
          return OptionalInt.empty();
        }
        found = year;
      }
    }
    return found == 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** A text without the years in which people came to a job: "members recruited after 2013". */
  public static String withoutEntries(String text) {
    return OF_ENTRY.matcher(text).replaceAll("$1");
  }

  private static final Pattern OF_ENTRY =
      Pattern.compile(
          "(?i)\\b((?:joined|joining|hired|started|appointed|recruited|recruits|graduated|entered"
              + "|entrants|qualified)(?: \\p{L}+){0,3}) (?:19|20)\\d\\d\\b");

  /** The years figures may be of, in a text; no amounts and no spans such as 2024-34. */
  static List<Integer> in(String written) {
    String text = withoutEntries(written);
    List<Integer> years = new ArrayList<>();
    for (int at = text.indexOf("20"); at >= 0; at = text.indexOf("20", at + 1)) {
      if (isYear(text, at)) {
        years.add(Integer.parseInt(text.substring(at, at + 4)));
      }
    }
    return years;
  }

  private static boolean isYear(String text, int at) {
    if (at + 4 > text.length() || !isDigit(text, at + 2) || !isDigit(text, at + 3)) {
      return false;
    }
    if (Integer.parseInt(text.substring(at, at + 4)) > LAST) {
      return false;
    }
    if (at > 0 && " ('[/:\u00a9".indexOf(text.charAt(at - 1)) < 0) {
      // 03.02.2025 is a date, 1.2025 is none.
      return text.charAt(at - 1) == '.'
          && isDigit(text, at - 2)
          && at > 2
          && text.lastIndexOf('.', at - 2) >= at - 4
          && !isDigit(text, at + 4);
    }
    if (at + 4 == text.length()) {
      return true;
    }
    char after = text.charAt(at + 4);
    boolean iso =
        after == '-'
            && isDigit(text, at + 5)
            && isDigit(text, at + 6)
            && at + 7 < text.length()
            && text.charAt(at + 7) == '-'
            && isDigit(text, at + 8);
    boolean goesOn = Character.isLetterOrDigit(after) || "-\u2013%+".indexOf(after) >= 0;
    boolean thousands = (after == ',' || after == '.') && isDigit(text, at + 5);
    return iso || (!goesOn && !thousands);
  }

  private static boolean isDigit(String text, int at) {
    return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
