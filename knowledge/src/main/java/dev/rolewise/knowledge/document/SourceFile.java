package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A file that may hold a role document.
 *
 * @param shown its path as it is shown to people
 * @param id its name without ending
 */
record SourceFile(Path path, String shown, String id, Format format) {
  /** How a file is written, told by its ending. */
  enum Format {
    MARKDOWN,
    TEXT,
    HTML,
    PDF,
    WORD
  }

  SourceFile {
    requireNonNull(path, "path");
    requireNonNull(shown, "shown");
    requireNonNull(id, "id");
    requireNonNull(format, "format");
  }

  /** The file, or nothing if its name is not that of a role document. */
  static Optional<SourceFile> find(Path path, String shown) {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    if (dot <= 0 || name.startsWith(".") || name.startsWith("_")) {
      return Optional.empty();
    }
    String id = name.substring(0, dot);
    if (id.isBlank() || id.equalsIgnoreCase("readme")) {
      return Optional.empty();
    }
    Format format =
        switch (name.substring(dot + 1).toLowerCase(Locale.ROOT)) {
          case "md", "markdown" -> Format.MARKDOWN;
          case "txt" -> Format.TEXT;
          case "html", "htm" -> Format.HTML;
          case "pdf" -> Format.PDF;
          case "docx" -> Format.WORD;
          default -> null;
        };
    return format == null ? Optional.empty() : Optional.of(new SourceFile(path, shown, id, format));
  }
}
