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
      WHOLE,
      /** None, because what is shown quotes the statements itself. */
      NONE
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
   * Facts in rows.
   *
   * @param header names of the columns, never empty
   * @param rows never empty
   */
  record Table(List<String> header, List<Row> rows) implements Block {
    /**
     * One row.
     *
     * @param cells as many as there are columns
     * @param marks numbers of the citations it rests on, may be empty
     */
    public record Row(List<String> cells, List<Integer> marks) {
      public Row {
        cells = List.copyOf(cells);
        marks = List.copyOf(marks);
      }
    }

    public Table {
      header = List.copyOf(header);
      rows = List.copyOf(rows);
      if (header.isEmpty() || rows.isEmpty()) {
        throw new IllegalArgumentException("a table needs columns and rows");
      }
      for (Row row : rows) {
        if (row.cells().size() != header.size()) {
          throw new IllegalArgumentException(
              "a row needs " + header.size() + " cells, got " + row.cells().size());
        }
      }
    }
  }

  /**
   * Things side by side, topic by topic.
   *
   * @param columns what is compared, at least two
   * @param topics never empty
   */
  record Comparison(List<String> columns, List<Topic> topics) implements Block {
    /**
     * One topic.
     *
     * @param name how it is called
     * @param cells what each column says of it; an empty cell is a gap
     */
    public record Topic(String name, List<List<Item>> cells) {
      public Topic {
        requireNonNull(name, "name");
        cells = cells.stream().map(List::copyOf).toList();
      }
    }

    public Comparison {
      columns = List.copyOf(columns);
      topics = List.copyOf(topics);
      if (columns.size() < 2 || topics.isEmpty()) {
        throw new IllegalArgumentException("a comparison needs two columns and a topic");
      }
      for (Topic topic : topics) {
        if (topic.cells().size() != columns.size()) {
          throw new IllegalArgumentException(
              "a topic needs " + columns.size() + " cells, got " + topic.cells().size());
        }
      }
    }
  }

  /**
   * Lines of a document as they stand in it.
   *
   * @param place where they stand
   * @param lines in reading order, never empty
   */
  record Quote(String place, List<Line> lines) implements Block {
    /**
     * One line.
     *
     * @param number of the line in its document, from 1
     * @param text its words
     * @param role why it is shown
     */
    public record Line(int number, String text, Role role) {
      public Line {
        requireNonNull(text, "text");
        requireNonNull(role, "role");
      }
    }

    /** Why a line is shown. */
    public enum Role {
      CITED,
      /** It stands next to the one that is cited. */
      AROUND
    }

    public Quote {
      requireNonNull(place, "place");
      lines = List.copyOf(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException("lines must not be empty");
      }
    }
  }

  /**
   * A picture of what roles pay. A platform draws it with {@link ChartImage} or from its figures.
   *
   * @param chart what it shows
   * @param altText the same in words, with the same figures
   */
  record Image(PayChart chart, String altText) implements Block {
    public Image {
      requireNonNull(chart, "chart");
      requireNonNull(altText, "altText");
    }

    /** The picture of a chart. */
    public static Image of(PayChart chart) {
      return new Image(chart, ChartText.altText(chart));
    }
  }

  /**
   * Something about the reply itself, such as what was left out of it.
   *
   * @param text its words
   */
  record Note(String text) implements Block {
    public Note {
      requireNonNull(text, "text");
    }
  }

  /**
   * What can be pressed.
   *
   * @param buttons never empty
   */
  record Buttons(List<Button> buttons) implements Block {
    public Buttons {
      buttons = List.copyOf(buttons);
      if (buttons.isEmpty()) {
        throw new IllegalArgumentException("buttons must not be empty");
      }
    }
  }

  /**
   * A button.
   *
   * @param id means something to the program alone, and nothing about a person
   * @param label what it says
   */
  record Button(String id, String label) {
    public Button {
      requireNonNull(id, "id");
      requireNonNull(label, "label");
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
