package dev.rolewise.knowledge.doctor;

import java.util.List;

/** Puts parts of messages into words. */
final class Wordings {
  /** Longer quotes are cut, in characters. */
  private static final int MAX_QUOTE = 70;

  private Wordings() {}

  /** "a", "a or b", "a, b or c". */
  static String list(List<String> items, String last) {
    int size = items.size();
    return size < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, size - 1)) + " " + last + " " + items.getLast();
  }

  /** The beginning of a text in quotes. */
  static String quoted(String text) {
    if (text.length() <= MAX_QUOTE) {
      return "'" + text + "'";
    }
    int space = text.lastIndexOf(' ', MAX_QUOTE - 3);
    return "'" + text.substring(0, space > 0 ? space : MAX_QUOTE - 3) + " ...'";
  }

  /** The end of a text in quotes. */
  static String quotedEnd(String text) {
    if (text.length() <= MAX_QUOTE) {
      return "'" + text + "'";
    }
    int from = text.length() - MAX_QUOTE + 3;
    int space = text.indexOf(' ', from);
    return "'... " + text.substring(space > 0 ? space + 1 : from) + "'";
  }

  /** "1 figure", "2 figures". */
  static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
