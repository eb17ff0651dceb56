package dev.rolewise.knowledge.document;

import java.nio.file.Path;
import java.util.List;

/** Reads the text of Pdf files. */
final class PdfReader {
  private PdfReader() {}

  static Content read(Path path) {
    return Content.of(List.of());
  }
}
