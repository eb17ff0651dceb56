package dev.rolewise.bot.render;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Citation;
import java.util.List;

/** One part of a reply. */
public sealed interface Block {
  /**
   * Names what the blocks after it are about.
   *
   * @param text its words
   * @param marks numbers of the citations it rests on, may be empty
   */
  record Heading(String text, List<Integer> marks) implements Block {
    public Heading {
      requireNonNull(text, "text");
      marks = List.copyOf(marks);
    }
  }

  /**
   * A sentence of its own.
   *
   * @param text its words
   * @param marks numbers of the citations it rests on, may be empty
   */
  record Paragraph(String text, List<Integer> marks) implements Block {
    public Paragraph {
      requireNonNull(text, "text");
      marks = List.copyOf(marks);
    }
  }

  /**
   * An item of a list.
   *
   * @param text its words
   * @param marks numbers of the citations it rests on, may be empty
   */
  record Item(String text, List<Integer> marks) implements Block {
    public Item {
      requireNonNull(text, "text");
      marks = List.copyOf(marks);
    }
  }

  /**
   * What the marks point to.
   *
   * @param citations in the order of their numbers, never empty
   * @param quotes how much of each quote is shown
   */
  record Sources(List<Citation> citations, Quotes quotes) implements Block {
    /** How much of a quote is shown. */
    public enum Quotes {
      /** Cut at a word when it is long. */
      SHORT,
      /** All of it. */
      WHOLE
    }

    public Sources {
      requireNonNull(quotes, "quotes");
      citations = List.copyOf(citations);
      if (citations.isEmpty()) {
        throw new IllegalArgumentException("citations must not be empty");
      }
    }
  }

  /**
   * Questions to ask next.
   *
   * @param questions never empty
   */
  record Suggestions(List<String> questions) implements Block {
    public Suggestions {
      questions = List.copyOf(questions);
      if (questions.isEmpty()) {
        throw new IllegalArgumentException("questions must not be empty");
      }
    }
  }
}
