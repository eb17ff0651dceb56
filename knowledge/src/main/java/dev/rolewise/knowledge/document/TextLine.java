package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Mark;
import org.jspecify.annotations.Nullable;

/** A line of a text without markup, as it looks. */
final class TextLine {
  /** Stands between cells until lines are written. */
  static final String CELL = " \u241f ";

  final int number;
  final int indent;
  final Mark mark;

  /** Level asked for by hash signs or underlining, or 0. */
  int level;

  /** Words without the mark. */
  SourceText text;

  boolean blankBefore;
  final boolean hasCells;
  boolean heading;

  /** Whether a rule below it marks it as the headings of columns. */
  boolean headsColumns;

  /** Its words with those of the lines that continue it, while lines are being read. */
  private SourceText.@Nullable Builder extended;

  TextLine(int number, int indent, Mark mark, SourceText text, boolean blankBefore) {
    this.number = number;
    this.indent = indent;
    this.mark = mark;
    this.text = text;
    this.blankBefore = blankBefore;
    this.hasCells = text.text().contains(CELL.strip());
  }

  /** Takes the words of the line below as its own. */
  void extend(TextLine below) {
    if (extended == null) {
      extended = new SourceText.Builder().append(text);
    }
    extended.space().append(below.text);
  }

  char lastChar() {
    return extended == null ? text.text().charAt(text.length() - 1) : extended.last();
  }

  void close() {
    if (extended != null) {
      text = extended.build();
      extended = null;
    }
  }

  boolean isItem() {
    return mark != Mark.NONE;
  }
}
