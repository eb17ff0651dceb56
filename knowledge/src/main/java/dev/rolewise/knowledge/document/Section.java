package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * A heading with what stands under it.
 *
 * @param path headings that name it, outermost first and its own last; empty only for what stands
 *     before the first heading of a document
 * @param line line of the heading, from 1
 * @param statements what stands directly under the heading, in reading order
 * @param sections the sections nested in it, in reading order
 */
public record Section(
    List<String> path, int line, List<Statement> statements, List<Section> sections) {
  public Section {
    requireNonNull(path, "path");
    path = List.copyOf(path);
    statements = List.copyOf(statements);
    sections = List.copyOf(sections);
    if (line < 1) {
      throw new IllegalArgumentException("line must be at least 1, got " + line);
    }
  }

  /** Its own heading, or the empty string for what stands before the first heading. */
  public String heading() {
    return path.isEmpty() ? "" : path.getLast();
  }

  /** This section and all sections in it, in reading order. */
  public Stream<Section> withDescendants() {
    return Stream.concat(Stream.of(this), sections.stream().flatMap(Section::withDescendants));
  }

  /** Every statement in this section and in the sections nested in it, in reading order. */
  public List<Statement> allStatements() {
    return withDescendants().flatMap(section -> section.statements().stream()).toList();
  }
}
