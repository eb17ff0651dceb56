package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.OptionalInt;

/** Where the lines of a chat come from. */
interface Dialogue extends AutoCloseable {
  /** What somebody did at the prompt. */
  sealed interface Input {
    /**
     * Entered a line.
     *
     * @param text without its line ending
     */
    record Line(String text) implements Input {
      public Line {
        requireNonNull(text, "text");
      }
    }

    /** Threw away what was typed. */
    record Cancelled() implements Input {}

    /** Went away. */
    record Ended() implements Input {}
  }

  /** Waits for the next input. */
  Input next() throws IOException;

  /** Columns of the terminal now, or empty if there is none. */
  OptionalInt width();

  @Override
  void close() throws IOException;
}
