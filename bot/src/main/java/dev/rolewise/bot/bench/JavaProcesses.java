package dev.rolewise.bot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Starts processes with the Java, the flags and the class path of this one. */
public final class JavaProcesses implements Processes {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String AOT_CACHE = "-XX:AOTCache=";
  private static final String DATA_DIR = "ROLEWISE_DATA_DIR";
  private static final long BYTES_PER_KILOBYTE = 1024;

  private final List<String> java;
  private final List<String> program;
  private final Path dataDir;
  private final Path scratch;
  private final LongSupplier nanoTime;

  private JavaProcesses(
      List<String> java, List<String> program, Path dataDir, Path scratch, LongSupplier nanoTime) {
    this.java = List.copyOf(java);
    this.program = List.copyOf(program);
    this.dataDir = requireNonNull(dataDir, "dataDir");
    this.scratch = requireNonNull(scratch, "scratch");
    this.nanoTime = requireNonNull(nanoTime, "nanoTime");
  }

  /**
   * Processes like this one.
   *
   * @param home folder of the program, whose launcher is used if it is there
   * @param mainClass run when there is no launcher
   * @param dataDir where the processes keep caches
   * @param nanoTime clock that only goes forward, in nanoseconds
   */
  public static JavaProcesses likeThisOne(
      Path home, Class<?> mainClass, Path dataDir, LongSupplier nanoTime) throws IOException {
    var java = new ArrayList<String>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    Path launcher = home.resolve("rolewise");
    List<String> program;
    if (Files.isExecutable(launcher)) {
      program = List.of(launcher.toString());
    } else {
      program = new ArrayList<>(java);
      program.addAll(List.of("-cp", classPath(), mainClass.getName()));
    }
    Path scratch = Files.createTempDirectory("rolewise-bench");
    return new JavaProcesses(java, program, dataDir, scratch, nanoTime);
  }

  private static String classPath() {
    return System.getProperty("java.class.path", "");
  }

  @Override
  public long ask(String question) throws IOException {
    return time(process(program, dataDir, "ask", question));
  }

  @Override
  public long askFirst(String question) throws IOException {
    Path empty = Files.createTempDirectory(scratch, "data");
    return time(process(program, empty, "ask", question));
  }

  @Override
  public long embedOnly(String text) throws IOException {
    Path cache = scratch.resolve("floor.aot");
    if (isTrained() && !Files.exists(cache)) {
      run(floor("-XX:AOTCacheOutput=" + cache, text));
    }
    return time(floor(AOT_CACHE + cache, text));
  }

  /** Whether this process runs with a cache of loaded classes, so that the floor may have one. */
  private boolean isTrained() {
    return java.stream().anyMatch(flag -> flag.startsWith(AOT_CACHE));
  }

  private ProcessBuilder floor(String aotFlag, String text) {
    var command = new ArrayList<String>();
    for (String argument : java) {
      command.add(argument.startsWith(AOT_CACHE) ? aotFlag : argument);
    }
    command.addAll(List.of("-cp", classPath(), ColdFloor.class.getName()));
    return process(command, dataDir, dataDir.resolve("cache").toString(), text);
  }

  @Override
  public OptionalLong residentBytesAfter(List<String> questions) throws IOException {
    Process process =
        process(program, dataDir, "ask", "--batch").redirectOutput(Redirect.PIPE).start();
    try (BufferedReader answers = process.inputReader(UTF_8);
        var asked = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8))) {
      for (String question : questions) {
        asked.write(line(question));
        asked.flush();
        if (answers.readLine() == null) {
          throw new IOException("the batch ended before its questions");
        }
      }
      return residentBytes(process.pid());
    } finally {
      process.destroy();
    }
  }

  private static String line(String question) throws IOException {
    var out = new StringWriter();
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("question", question);
      json.writeEndObject();
    }
    return out + "\n";
  }

  private static OptionalLong residentBytes(long pid) throws IOException {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    if (!Files.isReadable(status)) {
      return OptionalLong.empty();
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmRSS:")) {
        return OptionalLong.of(Long.parseLong(line.replaceAll("[^0-9]", "")) * BYTES_PER_KILOBYTE);
      }
    }
    return OptionalLong.empty();
  }

  private static ProcessBuilder process(List<String> start, Path dataDir, String... arguments) {
    var command = new ArrayList<>(start);
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command);
    process.environment().put(DATA_DIR, dataDir.toString());
    return process.redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
  }

  private long time(ProcessBuilder process) throws IOException {
    long start = nanoTime.getAsLong();
    run(process);
    return nanoTime.getAsLong() - start;
  }

  private static void run(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IOException(
            String.join(" ", builder.command()) + ": ended with exit code " + exitCode);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(scratch)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
