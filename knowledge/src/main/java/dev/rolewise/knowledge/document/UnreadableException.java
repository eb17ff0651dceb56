package dev.rolewise.knowledge.document;

import java.io.Serial;

/** A file cannot be used; the message says why in words for the person who looks after it. */
final class UnreadableException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final int line;

  UnreadableException(String message) {
    this(message, 0);
  }

  UnreadableException(String message, int line) {
    super(message);
    this.line = line;
  }

  /** Line it concerns, from 1, or 0 for the whole file. */
  int line() {
    return line;
  }
}
