package dev.rolewise.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.config.ConfigurationReader;
import dev.rolewise.bot.console.Console;
import dev.rolewise.bot.console.ProgressLine;
import dev.rolewise.bot.console.Screen;
import dev.rolewise.bot.console.Streams;
import dev.rolewise.knowledge.embedding.CachedEmbedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The entry point of the program. */
public final class Main {
  private static final String LOGGING = "slf4j.provider";
  private static final String LOGGING_CHATTER = "slf4j.internal.verbosity";
  private static final String JBOSS_LOGGING = "org.jboss.logging.provider";
  private static final String NO_LOGGING = "org.slf4j.helpers.NOP_FallbackServiceProvider";

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    List<String> arguments = List.of(args);
    chooseLogging(arguments);
    Map<String, String> environment = System.getenv();
    int exitCode =
        run(arguments, Streams.ofProcess(), Screen.ofProcess(environment), home(), environment);
    // System.exit looks for a logger in every library, which a process that is done can spare.
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static int run(
      List<String> arguments,
      Streams streams,
      Screen screen,
      Path home,
      Map<String, String> environment) {
    var console =
        new Console(
            streams,
            screen,
            Main::version,
            Wiring::commands,
            () -> ConfigurationReader.read(home, environment),
            configuration -> new Wiring(configuration, home, progress(streams), new LocalClock()),
            System::nanoTime);
    return console.run(arguments).number();
  }

  /**
   * Keeps Logback out of processes that answer and end: starting it costs more than an answer, and
   * what somebody has to know is written to standard error. A service logs.
   */
  static void chooseLogging(List<String> arguments) {
    System.setProperty(JBOSS_LOGGING, "slf4j");
    if (System.getProperty(LOGGING) == null
        && !arguments.contains("--verbose")
        && !arguments.contains("serve")) {
      System.setProperty(LOGGING, NO_LOGGING);
      System.setProperty(LOGGING_CHATTER, "ERROR");
    }
  }

  private static CachedEmbedder.Progress progress(Streams streams) {
    return Screen.isErrorTerminal()
        ? new ProgressLine(streams.err(), "embedding statements")::show
        : (_, _) -> {};
  }

  /** Folder of the program, as the launcher says. */
  static Path home() {
    return Path.of(System.getProperty("rolewise.home", ""));
  }

  private static String version() {
    try (var resource = Main.class.getResourceAsStream("version.txt")) {
      requireNonNull(resource, "version.txt");
      return new String(resource.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
