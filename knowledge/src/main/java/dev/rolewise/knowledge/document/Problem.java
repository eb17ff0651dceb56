package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

/**
 * Something wrong with a document, for the person who looks after it.
 *
 * @param severity whether the document could still be loaded
 * @param source path of the file or folder as it is shown to people
 * @param line line it stands in, from 1, or 0 if it concerns the whole file
 * @param message what was wanted and what was got
 */
public record Problem(Severity severity, String source, int line, String message) {
  /** Whether the document could still be loaded. */
  public enum Severity {
    /** The document, or the part at the line, was left out. */
    ERROR,
    /** The document was loaded, but somebody should look. */
    WARNING
  }

  public Problem {
    requireNonNull(severity, "severity");
    requireNonNull(source, "source");
    requireNonNull(message, "message");
    if (line < 0) {
      throw new IllegalArgumentException("line must not be negative, got " + line);
    }
  }

  /** {@code source:line: message}, or {@code source: message} without a line. */
  @Override
  public String toString() {
    return line == 0 ? source + ": " + message : source + ":" + line + ": " + message;
  }
}
