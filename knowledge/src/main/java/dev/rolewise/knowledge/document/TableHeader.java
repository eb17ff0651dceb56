package dev.rolewise.knowledge.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whether the first row of a table without marked headings heads its columns. */
final class TableHeader {
  /** Words for what a column of figures measures. */
  private static final Set<String> MEASURES =
      Set.of(
          "median",
          "mean",
          "average",
          "amount",
          "rate",
          "range",
          "base",
          "total",
          "hourly",
          "monthly",
          "annual",
          "annually",
          "yearly",
          "weekly",
          "minimum",
          "maximum",
          "low",
          "high",
          "bonus",
          "value",
          "fee",
          "cost",
          "price",
          "number",
          "jobs",
          "employment",
          "share",
          "percent",
          "growth",
          "openings");

  private final List<String> head;
  private final List<List<String>> body;

  private TableHeader(List<List<String>> rows) {
    this.head = rows.getFirst();
    this.body = rows.subList(1, rows.size());
  }

  /**
   * Whether the first row holds labels and the rows below it the figures they are the labels of.
   *
   * @param rows words of every cell, all rows of one width
   */
  static boolean isHeader(List<List<String>> rows) {
    if (rows.size() < 2 || rows.getFirst().size() < 2) {
      return false;
    }
    return new TableHeader(rows).holds();
  }

  /**
   * Whether a row holds an amount behind its label, so that it is no heading: a table without one
   * must take its first row for it where the format asks for a heading.
   */
  static boolean holdsAmount(List<String> cells) {
    return cells.stream().skip(1).anyMatch(cell -> AMOUNT.matcher(cell).find());
  }

  private static final Pattern AMOUNT =
      Pattern.compile("^\\s*(?:\\p{Lu}{0,3}\\p{Sc}\\s?\\d|\\d[\\d.,]*\\d\\s?\\p{Sc})");

  private boolean holds() {
    boolean digits = false;
    for (int column = 1; column < head.size(); column++) {
      String label = head.get(column);
      if (label.isEmpty() || isMoney(label)) {
        return false;
      }
      if (hasDigit(label)) {
        digits = true;
        if (!isColumnOf(column, true)) {
          return false;
        }
      }
    }
    if (isMoney(head.getFirst())) {
      return false;
    }
    if (head.size() == 2) {
      return body.size() > 1
          && !digits
          && !hasDigit(head.getFirst())
          && isMeasure(head.get(1))
          && isColumnOf(1, true);
    }
    return digits || hasColumnOfFigures() || hasRowOfMoney();
  }

  private boolean hasColumnOfFigures() {
    for (int column = 1; column < head.size(); column++) {
      if (isColumnOf(column, false) && !hasDigit(head.get(column))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasRowOfMoney() {
    return body.stream()
        .anyMatch(row -> row.subList(1, row.size()).stream().allMatch(TableHeader::isMoney));
  }

  /** Whether a column holds nothing but figures and marks for missing ones. */
  private boolean isColumnOf(int column, boolean money) {
    boolean any = false;
    for (List<String> row : body) {
      String cell = row.get(column);
      boolean figure = money ? isMoney(cell) : isFigure(cell);
      if (!figure && !isMissing(cell)) {
        return false;
      }
      any |= figure;
    }
    return any;
  }

  private static boolean isMeasure(String label) {
    if (HeadingText.isAboutPay(label)) {
      return true;
    }
    return HeadingText.words(label).stream()
        .anyMatch(word -> MEASURES.contains(HeadingText.bare(word).toLowerCase(Locale.ROOT)));
  }

  /** Whether a cell holds an amount: with a currency, or a number with thousands or decimals. */
  private static boolean isMoney(String cell) {
    if (!hasDigit(cell)) {
      return false;
    }
    if (Currencies.isNamedIn(cell)) {
      return true;
    }
    for (int i = 1; i + 2 < cell.length(); i++) {
      boolean separator = ",.' \u2019\u00a0".indexOf(cell.charAt(i)) >= 0;
      if (separator
          && Character.isDigit(cell.charAt(i - 1))
          && Character.isDigit(cell.charAt(i + 1))
          && Character.isDigit(cell.charAt(i + 2))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFigure(String cell) {
    return !cell.isEmpty()
        && hasDigit(cell)
        && (isMoney(cell)
            || "+-\u2212~<>\u2248".indexOf(cell.charAt(0)) >= 0
            || Character.isDigit(cell.charAt(0)));
  }

  private static boolean isMissing(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "", "-", "\u2013", "\u2014", "n/a", "na", "n.a.", "none", "*", "#", "**" -> true;
      default -> false;
    };
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }
}
