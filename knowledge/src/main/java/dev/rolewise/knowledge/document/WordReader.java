package dev.rolewise.knowledge.document;

import java.nio.file.Path;
import java.util.List;

/** Reads the text of Word files. */
final class WordReader {
  private WordReader() {}

  static Content read(Path path) {
    return Content.of(List.of());
  }
}
