package dev.rolewise.bot.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** One word or one figure of a text, in the form in which texts are compared. */
sealed interface Token {
  /**
   * A word.
   *
   * @param stem lower case, without the endings that only mark number or tense
   */
  record Word(String stem) implements Token {
    public Word {
      requireNonNull(stem, "stem");
    }
  }

  /**
   * A figure.
   *
   * @param values what it may stand for, never empty: in "165–200k" the first figure is 165 or
   *     165,000
   * @param isPercent whether it is marked as a percentage
   */
  record Figure(List<Double> values, boolean isPercent) implements Token {
    public Figure {
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("values must not be empty");
      }
    }

    /** Whether the other stands for the same; a percentage only for a percentage. */
    boolean isSameAs(Figure other) {
      return isPercent == other.isPercent && sharesValueWith(other);
    }

    /** Whether some value is the same, whatever it is marked as. */
    boolean sharesValueWith(Figure other) {
      for (double mine : values) {
        for (double theirs : other.values) {
          if (Math.abs(mine - theirs) <= 1e-9 * Math.max(Math.abs(mine), Math.abs(theirs))) {
            return true;
          }
        }
      }
      return false;
    }
  }

  /** Whether a text that has this token where an entry has the other says the same there. */
  default boolean matches(Token entry) {
    return switch (entry) {
      case Word word -> equals(word);
      case Figure figure ->
          this instanceof Figure mine
              && (figure.isPercent() ? mine.isSameAs(figure) : mine.sharesValueWith(figure));
    };
  }
}
