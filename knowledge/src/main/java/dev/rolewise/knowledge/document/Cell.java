package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

/**
 * One cell of a table row, with what stands above it.
 *
 * @param header the headings of its column, outermost first, joined with a space; empty if the
 *     table has none
 * @param text what the cell says, without markup; may be empty, and where a figure is missing it is
 *     the mark the document has for that: "N/A", "–"
 */
public record Cell(String header, String text) {
  public Cell {
    requireNonNull(header, "header");
    requireNonNull(text, "text");
  }
}
