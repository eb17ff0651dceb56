package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows a document as text, so that a test can assert all of it at once. */
final class Outline {
  private Outline() {}

  /**
   * One line for each section and statement: {@code # path} and {@code line: {lead / lead} text}; a
   * table row shows its cells as {@code header = text}.
   */
  static String of(RoleDocument document) {
    var outline = new StringBuilder();
    for (Section section : document.allSections()) {
      if (!section.path().isEmpty()) {
        outline.append(section.line()).append(": # ");
        outline.append(String.join(" > ", section.path())).append('\n');
      }
      for (Statement statement : section.statements()) {
        outline.append(statement.line()).append(mark(statement.kind()));
        if (!statement.lead().isEmpty()) {
          outline.append('{').append(String.join(" / ", statement.lead())).append("} ");
        }
        outline.append(words(statement)).append('\n');
      }
    }
    return outline.toString();
  }

  /** Reads a text as if it stood in a file of this name. */
  static RoleDocument read(Path folder, String name, String text) {
    Path file = folder.resolve(name);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(file);
  }

  static RoleDocument read(Path file) {
    ReadResult result = result(file);
    assertThat(result).isInstanceOf(ReadResult.Read.class);
    return ((ReadResult.Read) result).document();
  }

  static ReadResult result(Path file) {
    return DocumentReader.read(SourceFile.find(file, file.getFileName().toString()).orElseThrow());
  }

  /** The reason a file cannot be read, as it is shown. */
  static String problem(Path file) {
    return switch (result(file)) {
      case ReadResult.Unreadable(var problem) -> problem.toString();
      case ReadResult.Read read -> "read: " + of(read.document());
    };
  }

  private static String mark(StatementKind kind) {
    return switch (kind) {
      case BULLET -> ": - ";
      case SENTENCE -> ": ";
      case TABLE_ROW -> ": | ";
    };
  }

  private static String words(Statement statement) {
    if (statement.cells().isEmpty()) {
      return statement.text();
    }
    var cells = new StringBuilder();
    for (Cell cell : statement.cells()) {
      cells.append(cells.isEmpty() ? "" : "; ");
      cells.append(cell.header().isEmpty() ? "" : cell.header() + " = ").append(cell.text());
    }
    return cells.toString();
  }
}
