package dev.rolewise.knowledge.doctor;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import java.util.Comparator;

/**
 * Where something stands.
 *
 * @param source path of the file or folder as it is shown to people
 * @param line line in it, from 1, or 0 for the whole of it
 */
public record Spot(String source, int line) {
  static final Comparator<Spot> IN_READING_ORDER =
      Comparator.comparing(Spot::source).thenComparingInt(Spot::line);

  public Spot {
    requireNonNull(source, "source");
    if (line < 0) {
      throw new IllegalArgumentException("line must not be negative, got " + line);
    }
  }

  static Spot of(RoleDocument document) {
    return new Spot(document.source(), 0);
  }

  static Spot of(RoleDocument document, Statement statement) {
    return new Spot(document.source(), statement.line());
  }

  /** This spot as it is named in a finding at another one: by its line alone in the same file. */
  String from(Spot reader) {
    return reader.source().equals(source) && line > 0 ? "line " + line : toString();
  }

  /** {@code source:line}, or {@code source} without a line. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line;
  }
}
