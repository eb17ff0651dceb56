package dev.rolewise.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** The entry point of the program. */
public final class Main {
  private static final int DONE = 0;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) throws IOException {
    System.exit(run(List.of(args), System.out, System.err));
  }

  static int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
    if (args.equals(List.of("version"))) {
      out.println("rolewise " + version());
      return DONE;
    }
    err.println("usage: rolewise version");
    return WRONG_USAGE;
  }

  private static String version() throws IOException {
    try (var resource = Main.class.getResourceAsStream("version.txt")) {
      requireNonNull(resource, "version.txt");
      return new String(resource.readAllBytes(), UTF_8).strip();
    }
  }
}
