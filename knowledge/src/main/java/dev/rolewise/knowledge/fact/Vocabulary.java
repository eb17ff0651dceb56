package dev.rolewise.knowledge.fact;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the word lists that lie beside the classes of this package. */
final class Vocabulary {
  private Vocabulary() {}

  /** The lines of a list, without comments and blank lines. */
  static List<String> lines(String name) {
    try (InputStream in = Vocabulary.class.getResourceAsStream(name)) {
      return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
