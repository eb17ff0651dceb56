package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.TextRenderer;
import dev.rolewise.bot.render.TextRenderer.Look;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * What standard output leads to.
 *
 * @param kind whether a person looks at it directly
 * @param look whether text may carry escape sequences
 * @param width columns to wrap at, or empty not to wrap
 */
public record Screen(Kind kind, Look look, OptionalInt width) {
  /** Who is at the other end of standard output. */
  public enum Kind {
    TERMINAL,
    /** A pipe or a file. */
    PIPE
  }

  /** Columns of a terminal that does not say how many it has. */
  static final int UNKNOWN_WIDTH = 100;

  /** Fewest columns that are wrapped at; a narrower terminal wraps by itself. */
  private static final int MIN_WIDTH = 20;

  private static final long STTY_MILLIS = 500;

  /** A pipe or a file. */
  public static final Screen PIPE = new Screen(Kind.PIPE, Look.PLAIN, OptionalInt.empty());

  public Screen {
    requireNonNull(kind, "kind");
    requireNonNull(look, "look");
    requireNonNull(width, "width");
  }

  /** What standard output of this process leads to. */
  public static Screen ofProcess(Map<String, String> environment) {
    return isTerminal() ? terminal(environment, measuredWidth()) : PIPE;
  }

  /**
   * A terminal.
   *
   * @param environment may hold {@code NO_COLOR}, {@code TERM} and {@code COLUMNS}
   * @param measured its columns, if it says
   */
  static Screen terminal(Map<String, String> environment, OptionalInt measured) {
    boolean isPlain =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "dumb").equals("dumb");
    OptionalInt columns = usable(environment.getOrDefault("COLUMNS", ""));
    return new Screen(
        Kind.TERMINAL,
        isPlain ? Look.PLAIN : Look.STYLED,
        columns.isPresent() ? columns : OptionalInt.of(measured.orElse(UNKNOWN_WIDTH)));
  }

  /** Renders for this screen at the width it has now, if that is known better. */
  TextRenderer renderer(OptionalInt currentWidth) {
    return new TextRenderer(
        look, width.isPresent() && currentWidth.isPresent() ? currentWidth : width);
  }

  TextRenderer renderer() {
    return new TextRenderer(look, width);
  }

  static OptionalInt usable(String columns) {
    try {
      int number = Integer.parseInt(columns.strip());
      return number >= MIN_WIDTH ? OptionalInt.of(number) : OptionalInt.empty();
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /** Asks the file system first: {@link System#console()} costs a short-lived process 13 ms. */
  private static boolean isTerminal() {
    return isTerminal("/proc/self/fd/1");
  }

  /** Whether a person looks at standard error directly. */
  public static boolean isErrorTerminal() {
    return isTerminal("/proc/self/fd/2");
  }

  private static boolean isTerminal(String descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of(descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return isInteractive();
    }
  }

  /** Whether a person can be asked for lines: standard input and output are a terminal. */
  @SuppressWarnings("SystemConsoleNull") // declared to return null where there is no terminal
  static boolean isInteractive() {
    var console = System.console();
    return console != null && console.isTerminal();
  }

  private static OptionalInt measuredWidth() {
    try {
      Process stty = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).start();
      if (!stty.waitFor(STTY_MILLIS, TimeUnit.MILLISECONDS)) {
        stty.destroyForcibly();
        return OptionalInt.empty();
      }
      String size =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return usable(size.substring(size.indexOf(' ') + 1));
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }
}
