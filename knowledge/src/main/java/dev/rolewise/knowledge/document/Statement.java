package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smallest thing that can be cited: one bullet, one sentence or one table row.
 *
 * @param document id of the role document it stands in
 * @param ordinal position in the document, from 0, counted in reading order
 * @param path headings it stands under, outermost first; empty before the first heading
 * @param lead what introduces it inside its section, outermost first: bullets it is nested in, the
 *     line that ends in a colon before a list, the caption of a table
 * @param kind what it was in the document
 * @param line line in the source, from 1; for formats without lines the number of the paragraph
 * @param text the words of the source without markup, white space folded; the cells of a row are
 *     joined with " | "
 * @param cells the cells of a table row, empty for every other kind
 */
public record Statement(
    String document,
    int ordinal,
    List<String> path,
    List<String> lead,
    StatementKind kind,
    int line,
    String text,
    List<Cell> cells) {
  public Statement {
    requireNonNull(document, "document");
    requireNonNull(kind, "kind");
    requireNonNull(text, "text");
    path = List.copyOf(path);
    lead = List.copyOf(lead);
    cells = List.copyOf(cells);
    if (ordinal < 0) {
      throw new IllegalArgumentException("ordinal must not be negative, got " + ordinal);
    }
    if (line < 1) {
      throw new IllegalArgumentException("line must be at least 1, got " + line);
    }
    if (text.isBlank()) {
      throw new IllegalArgumentException("text must not be blank");
    }
    if (kind != StatementKind.TABLE_ROW && !cells.isEmpty()) {
      throw new IllegalArgumentException("only a table row has cells, got " + kind);
    }
  }

  /** Written out: what a record is given is put together when it is first called, in 5 ms. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Statement statement
            && ordinal == statement.ordinal
            && line == statement.line
            && kind == statement.kind
            && document.equals(statement.document)
            && text.equals(statement.text)
            && path.equals(statement.path)
            && lead.equals(statement.lead)
            && cells.equals(statement.cells));
  }

  /** The number in the document tells statements apart. */
  @Override
  public int hashCode() {
    return 31 * document.hashCode() + ordinal;
  }
}
