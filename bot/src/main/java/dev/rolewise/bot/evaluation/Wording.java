package dev.rolewise.bot.evaluation;

import dev.rolewise.bot.evaluation.Token.Figure;
import java.util.List;

/**
 * The words and figures of an answer.
 *
 * @param tokens in reading order
 */
record Wording(List<Token> tokens) {
  Wording {
    tokens = List.copyOf(tokens);
  }

  static Wording of(String text) {
    return new Wording(Tokens.of(text));
  }

  /**
   * Whether a right answer's entry is there: words in a row, figures by value, and where an entry
   * has both, all of them in any order.
   */
  boolean includes(String entry) {
    List<Token> wanted = Tokens.of(entry);
    return hasFigure(wanted) ? wanted.stream().allMatch(this::holds) : holdsInARow(wanted);
  }

  /** Whether an entry that must not be there is, with its words and figures in a row. */
  boolean isContaminatedBy(String entry) {
    return holdsInARow(Tokens.of(entry));
  }

  private static boolean hasFigure(List<Token> entry) {
    return entry.stream().anyMatch(Figure.class::isInstance);
  }

  private boolean holds(Token wanted) {
    return tokens.stream().anyMatch(token -> token.matches(wanted));
  }

  private boolean holdsInARow(List<Token> wanted) {
    for (int start = 0; start + wanted.size() <= tokens.size(); start++) {
      int length = 0;
      while (length < wanted.size() && tokens.get(start + length).matches(wanted.get(length))) {
        length++;
      }
      if (length == wanted.size()) {
        return true;
      }
    }
    return false;
  }
}
