package dev.rolewise.bot.render;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A table in letters of one width, with its columns fitted to where it is shown. */
public final class TextTable {
  /** Columns between two columns of the table. */
  static final int SPACE = 2;

  /** A column is not made narrower than this. */
  private static final int MIN_COLUMN = 8;

  private final List<List<String>> rows;
  private final List<String> header;
  private final List<Integer> widths;

  /**
   * @param header names of the columns
   * @param rows cells, as many in each row as there are columns
   * @param width columns there are to fit it into, or empty if there is no end to them
   */
  public TextTable(List<String> header, List<List<String>> rows, OptionalInt width) {
    this.header = header;
    this.rows = rows;
    widths = widths(header, rows, width);
  }

  /** The lines of the header. */
  public List<String> header() {
    return lines(header);
  }

  /** The lines of each row. */
  public List<List<String>> rows() {
    return rows.stream().map(this::lines).toList();
  }

  private List<String> lines(List<String> cells) {
    List<List<String>> wrapped = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      wrapped.add(wrap("", cells.get(i), widths.get(i)));
    }
    return beside(wrapped, widths);
  }

  /** Whether the terminal is too narrow to keep the words of every column whole. */
  static boolean isTooNarrow(List<String> header, List<List<String>> rows, OptionalInt width) {
    if (width.isEmpty()) {
      return false;
    }
    int least = SPACE * (header.size() - 1);
    for (int i = 0; i < header.size(); i++) {
      int longest = longestWord(header.get(i));
      for (List<String> row : rows) {
        longest = Math.max(longest, longestWord(row.get(i)));
      }
      least += Math.max(longest, MIN_COLUMN);
    }
    return least > width.getAsInt();
  }

  private static int longestWord(String text) {
    int longest = 0;
    for (String word : text.split(" ", -1)) {
      longest = Math.max(longest, columnsOf(word));
    }
    return longest;
  }

  /** The natural width of each column; while they do not fit, the widest gives way. */
  private static List<Integer> widths(
      List<String> header, List<List<String>> rows, OptionalInt width) {
    List<Integer> widths = new ArrayList<>();
    List<Integer> words = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      int widest = columnsOf(header.get(i));
      int word = longestWord(header.get(i));
      for (List<String> row : rows) {
        widest = Math.max(widest, columnsOf(row.get(i)));
        word = Math.max(word, longestWord(row.get(i)));
      }
      widths.add(widest);
      words.add(word);
    }
    int most = width.orElse(Integer.MAX_VALUE) - SPACE * (header.size() - 1);
    while (widths.stream().mapToInt(Integer::intValue).sum() > most) {
      int widest = -1;
      for (int i = 0; i < widths.size(); i++) {
        boolean canShrink = widths.get(i) > Math.max(MIN_COLUMN, words.get(i));
        if (canShrink && (widest < 0 || widths.get(i) > widths.get(widest))) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths.set(widest, widths.get(widest) - 1);
    }
    return widths;
  }

  /** Puts the lines of cells beside each other, without white space at the end. */
  static List<String> beside(List<List<String>> cells, List<Integer> widths) {
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      var line = new StringBuilder();
      for (int x = 0; x < cells.size(); x++) {
        String part = y < cells.get(x).size() ? cells.get(x).get(y) : "";
        line.append(part).append(" ".repeat(Math.max(0, widths.get(x) - columnsOf(part) + SPACE)));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /**
   * Lines no longer than the width, the later ones indented by the lead; words stay whole.
   *
   * @param lead stands in front of the first line
   */
  static List<String> wrap(String lead, String words, int width) {
    String indent = " ".repeat(lead.length());
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder(lead);
    int start = 0;
    while (start < words.length()) {
      int space = words.indexOf(' ', start);
      int end = space < 0 ? words.length() : space;
      String word = words.substring(start, end);
      boolean isFirst = line.length() == lead.length();
      if (!isFirst && columnsOf(line) + 1 + columnsOf(word) > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent).append(word);
      } else {
        line.append(isFirst ? "" : " ").append(word);
      }
      start = end + 1;
    }
    lines.add(line.toString());
    return lines;
  }

  static int columnsOf(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }
}
