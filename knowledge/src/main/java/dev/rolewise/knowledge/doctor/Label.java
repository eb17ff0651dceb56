package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The words beside a figure that say what it is of. */
final class Label {
  private static final int MAX_LABEL = 80;

  private Label() {}

  /**
   * The clause of a figure with the label in front of it, or the heading of its column with the
   * labels of its row. Empty if the figure stands in several cells.
   */
  static Optional<String> of(Statement statement, String wording) {
    return of(statement, wording, text -> text);
  }

  /**
   * The same of what is left of the statement.
   *
   * @param left takes out words that are no label
   */
  static Optional<String> of(Statement statement, String wording, UnaryOperator<String> left) {
    return statement.cells().isEmpty()
        ? Optional.of(clause(left.apply(statement.text()), wording))
        : cell(statement.cells(), wording).map(left);
  }

  private static String clause(String text, String wording) {
    int at = text.indexOf(wording);
    if (at < 0) {
      return text;
    }
    int start = 0;
    for (int i = 0; i + 1 < at; i++) {
      if (",;(".indexOf(text.charAt(i)) >= 0 && !Character.isDigit(text.charAt(i + 1))) {
        start = i + 1;
      } else if (text.charAt(i) == '.' && text.charAt(i + 1) == ' ' && i > 3) {
        start = i + 1;
      }
    }
    int end = at + wording.length();
    while (end < text.length()
        && (",;.()".indexOf(text.charAt(end)) < 0
            || (end + 1 < text.length() && Character.isDigit(text.charAt(end + 1))))) {
      end++;
    }
    int colon = text.indexOf(':');
    String label = colon > 0 && colon <= MAX_LABEL && colon < start ? text.substring(0, colon) : "";
    return label
        + " "
        + text.substring(start, at)
        + " "
        + text.substring(at + wording.length(), end);
  }

  private static Optional<String> cell(List<Cell> cells, String wording) {
    List<Cell> holding = new ArrayList<>();
    for (Cell cell : cells) {
      if (cell.text().contains(wording)) {
        holding.add(cell);
      }
    }
    if (holding.size() != 1) {
      return Optional.empty();
    }
    Cell own = holding.getFirst();
    var label = new StringBuilder(own.header()).append(' ').append(clause(own.text(), wording));
    for (Cell cell : cells.subList(0, cells.indexOf(own))) {
      if (cell.equals(cells.getFirst()) || !isFigure(cell.text())) {
        label.append(' ').append(cell.text());
      }
    }
    return Optional.of(label.toString());
  }

  private static boolean isFigure(String text) {
    long letters = text.chars().filter(Character::isLetter).count();
    long digits = text.chars().filter(Character::isDigit).count();
    return digits > letters || text.isBlank();
  }

  /** The same for two statements that differ in their amounts alone. */
  static String skeleton(Statement statement) {
    var words = new StringBuilder(String.join(" | ", statement.lead())).append(" | ");
    if (statement.cells().isEmpty()) {
      words.append(withoutAmounts(statement.text()));
    }
    for (Cell cell : statement.cells()) {
      boolean isLabel = cell.equals(statement.cells().getFirst()) || !isFigure(cell.text());
      words.append(cell.header()).append(" = ").append(isLabel ? cell.text() : "#").append(" | ");
    }
    return words.toString().toLowerCase(Locale.ROOT);
  }

  private static String withoutAmounts(String text) {
    var words = new StringBuilder(text);
    for (Figure figure : Figures.in(text).reversed()) {
      switch (figure.kind()) {
        case MONEY, PERCENT, CALENDAR_YEAR -> words.replace(figure.start(), figure.end(), "#");
        case COUNT, YEARS, PERCENTILE, NAME -> {}
      }
    }
    return words.toString();
  }

  /** The words of a text that mean something, without those given. */
  static Set<String> words(String text, Set<String> without) {
    Set<String> words = new HashSet<>();
    for (String word : Words.canonical(withoutAmounts(text))) {
      boolean isNumber = Character.isDigit(word.charAt(0));
      if (!without.contains(word) && (isNumber || word.length() > 1)) {
        words.add(word);
      }
    }
    return words;
  }
}
