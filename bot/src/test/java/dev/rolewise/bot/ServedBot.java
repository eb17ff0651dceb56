package dev.rolewise.bot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code rolewise serve} as a process of its own. */
public final class ServedBot implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 300;

  private final Process process;
  private final Path log;

  private ServedBot(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param program the command line in front of {@code serve}
   * @param dataDir where its caches and its state live
   * @param environment variables with which it finds its platform
   */
  public static ServedBot start(
      List<String> program, Path dataDir, Map<String, String> environment, String... arguments)
      throws IOException {
    var command = new ArrayList<>(program);
    command.add("serve");
    command.addAll(List.of(arguments));
    Path log = Files.createTempFile(dataDir, "serve", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLEWISE_"));
    builder.environment().put("ROLEWISE_DATA_DIR", dataDir.toString());
    builder.environment().put("ROLEWISE_HTTP_PORT", "0");
    builder.environment().putAll(environment);
    return new ServedBot(builder.start(), log);
  }

  /** The program with the Java and the class path of this process. */
  public static List<String> likeThisProcess() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        Main.class.getName());
  }

  /** Asks it to end with SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /** Ends it with SIGKILL. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitExit();
  }

  /** Its exit code, once it has ended. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the process does not end:\n" + log());
    }
    return process.exitValue();
  }

  /** What it has said. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
