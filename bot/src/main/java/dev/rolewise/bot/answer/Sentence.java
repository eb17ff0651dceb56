package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One sentence, list item or heading of an answer.
 *
 * @param form how it stands in the answer
 * @param text its words without citation marks and without markup
 * @param citations numbers of the citations it rests on, from 1; may be empty for a heading and for
 *     a sentence without a figure
 */
public record Sentence(Form form, String text, List<Integer> citations) {
  /** How a sentence stands in an answer. */
  public enum Form {
    /** Names what the items after it are about. */
    HEADING,
    /** A sentence of its own. */
    TEXT,
    /** An item of a list. */
    ITEM
  }

  public Sentence {
    requireNonNull(form, "form");
    requireNonNull(text, "text");
    citations = List.copyOf(citations);
    for (int number : citations) {
      if (number < 1) {
        throw new IllegalArgumentException("citation numbers start at 1, got " + number);
      }
    }
  }
}
