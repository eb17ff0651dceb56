package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A piece of a document as every reader delivers it, in reading order. */
sealed interface Block {
  /** The line it begins in, from 1. */
  int line();

  /**
   * Names what stands below it.
   *
   * @param level 1 is the outermost
   */
  record Heading(int level, SourceText text) implements Block {
    public Heading {
      requireNonNull(text, "text");
      if (level < 1) {
        throw new IllegalArgumentException("level must be at least 1, got " + level);
      }
    }

    @Override
    public int line() {
      return text.line();
    }
  }

  /** How an item of a list is marked. */
  enum Mark {
    /** A bullet of any form. */
    POINT,
    /** A number or letter. */
    NUMBER,
    /** Running text that belongs to the item it is nested in. */
    NONE
  }

  /**
   * An item of a list.
   *
   * @param depth 0 is the outermost
   */
  record Bullet(int depth, Mark mark, SourceText text) implements Block {
    public Bullet {
      requireNonNull(mark, "mark");
      requireNonNull(text, "text");
      if (depth < 0) {
        throw new IllegalArgumentException("depth must not be negative, got " + depth);
      }
    }

    Bullet withDepth(int other) {
      return new Bullet(other, mark, text);
    }

    Bullet withText(SourceText other) {
      return new Bullet(depth, mark, other);
    }

    @Override
    public int line() {
      return text.line();
    }
  }

  /** Running text. */
  record Paragraph(SourceText text) implements Block {
    public Paragraph {
      requireNonNull(text, "text");
    }

    @Override
    public int line() {
      return text.line();
    }
  }

  /**
   * Rows that share columns.
   *
   * @param captions what names the table, outermost first; may be empty
   * @param rows never empty
   */
  record Table(List<String> captions, List<Row> rows) implements Block {
    public Table {
      captions = List.copyOf(captions);
      rows = List.copyOf(rows);
      if (rows.isEmpty()) {
        throw new IllegalArgumentException("a table must have rows");
      }
    }

    @Override
    public int line() {
      return rows.getFirst().line();
    }
  }

  /**
   * A row of a table.
   *
   * @param group title of the rows it belongs to inside its table, or empty
   */
  record Row(String group, List<Cell> cells, int line) {
    public Row {
      requireNonNull(group, "group");
      cells = List.copyOf(cells);
    }
  }
}
