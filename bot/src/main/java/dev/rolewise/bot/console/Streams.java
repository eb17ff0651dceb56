package dev.rolewise.bot.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;

/**
 * Where a command reads from and writes to.
 *
 * @param in standard input
 * @param out standard output, in UTF-8
 * @param err standard error, in UTF-8
 */
public record Streams(InputStream in, PrintStream out, PrintStream err) {
  private static final int BUFFER_BYTES = 8192;

  public Streams {
    requireNonNull(in, "in");
    requireNonNull(out, "out");
    requireNonNull(err, "err");
  }

  /** The streams of this process, in UTF-8 whatever the locale says. */
  public static Streams ofProcess() {
    return new Streams(
        new FileInputStream(FileDescriptor.in), utf8(FileDescriptor.out), utf8(FileDescriptor.err));
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER_BYTES), false, UTF_8);
  }

  /** Writes one line and flushes it. */
  void line(String text) {
    out.print(text);
    out.print('\n');
    out.flush();
  }

  /** Writes finished text and flushes it. */
  void text(String text) {
    out.print(text);
    out.flush();
  }

  /** Whether whoever reads standard output has gone. */
  boolean isOutClosed() {
    return out.checkError();
  }

  /** Writes one line to standard error and flushes it. */
  void error(String message) {
    err.print(message);
    err.print('\n');
    err.flush();
  }
}
