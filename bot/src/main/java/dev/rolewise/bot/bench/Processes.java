package dev.rolewise.bot.bench;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** Starts processes of the program, one after the other, and watches them. */
public interface Processes extends AutoCloseable {
  /** Nanoseconds from the start of a process to its end, in which it answers one question. */
  long ask(String question) throws IOException;

  /** The same with an empty data folder. */
  long askFirst(String question) throws IOException;

  /** Nanoseconds of a process with the same JVM that embeds the text and does nothing else. */
  long embedOnly(String text) throws IOException;

  /**
   * Resident bytes of a process that has answered the questions, or empty if the system does not
   * say.
   */
  OptionalLong residentBytesAfter(List<String> questions) throws IOException;

  /** Removes what was written for the measurements. */
  @Override
  void close() throws IOException;
}
