package dev.rolewise.bot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.ServedBot;
import dev.rolewise.bot.discord.DiscordLoopback;
import dev.rolewise.bot.slack.FakeSlack;
import dev.rolewise.bot.slack.SlackLoopback;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Measures the way of a question through a chat platform that stands on loopback: the program as a
 * process of its own, with the bundled documents. {@code ./rolewise bench slack} and {@code
 * ./rolewise bench discord} run it.
 */
public final class PlatformBench {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Events a second while times are taken. */
  private static final int RATE = 50;

  private static final int WARM_UP = 300;
  private static final int TIMED = 1_500;
  private static final int COUNTED = 10_000;
  private static final int COUNTED_RATE = 200;
  private static final int DROPS = 10;
  private static final double ACKNOWLEDGED_MILLIS = 1_000;
  private static final double POSTED_MILLIS = 25;
  private static final double COMPLETED_MILLIS = 100;
  private static final double NANOS_PER_MILLI = 1e6;

  /** A figure, or the mark of a citation. */
  private static final Pattern FIGURE = Pattern.compile("\\[\\d+]|\\d[\\d.,]*\\d");

  private static final Pattern WORD = Pattern.compile("\\p{L}{5,}");

  @FunctionalInterface
  private interface Start {
    LoopbackPlatform platform() throws Exception;
  }

  private static final Map<String, Start> PLATFORMS =
      new TreeMap<>(
          Map.of(
              "discord",
              DiscordLoopback::forMeasuring,
              "slack",
              () -> new SlackLoopback(new FakeSlack())));

  private final String name;
  private final Start start;
  private final List<String> program;
  private final List<String> questions = Bench.questions();

  /** The figures and citations of the answer to each question, or the words of a refusal. */
  private final Map<String, Set<String>> figures = new HashMap<>();

  private final List<Measurement> measurements = new ArrayList<>();

  private PlatformBench(String name, Start start, List<String> program) {
    this.name = name;
    this.start = start;
    this.program = program;
  }

  /** Takes the name of a platform, and the launcher of the program. */
  public static void main(String[] args) throws Exception {
    Start start = args.length == 2 ? PLATFORMS.get(args[0]) : null;
    if (start == null) {
      System.err.println("rolewise: bench: platform must be one of " + PLATFORMS.keySet());
      System.exit(2);
      return;
    }
    BenchReport report = new PlatformBench(args[0], start, List.of(args[1])).run();
    System.out.print(report.json());
    System.exit(report.isOk() ? 0 : 1);
  }

  private BenchReport run() throws Exception {
    Path dataDir = Files.createTempDirectory("rolewise-bench");
    try {
      Least least = least();
      Sample own = ownTimes(dataDir);
      times(dataDir, least, own);
      counts(dataDir);
    } finally {
      delete(dataDir);
    }
    return new BenchReport(measurements);
  }

  /** The least that anything takes. */
  private record Least(Sample acknowledgement, Sample completion) {}

  private Least least() throws Exception {
    try (LoopbackPlatform platform = start.platform();
        AutoCloseable _ = platform.acknowledgeOnly()) {
      new Mentions(0, WARM_UP, RATE, 0).send(platform, questions);
      platform.forgetTimes();
      new Mentions(WARM_UP, WARM_UP, RATE, 0).send(platform, questions);
      return new Least(sample(platform.acknowledgements()), sample(platform.completions()));
    }
  }

  /** How long the answers alone take in a process of the same program. */
  private Sample ownTimes(Path dataDir) throws IOException {
    var command = new ArrayList<>(program);
    command.addAll(List.of("ask", "--batch"));
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("ROLEWISE_DATA_DIR", dataDir.toString());
    Process process = builder.start();
    var own = new Sample();
    try (BufferedReader answers = process.inputReader(UTF_8);
        var asked = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), UTF_8))) {
      for (int i = 0; i < WARM_UP + TIMED; i++) {
        String question = questions.get(i % questions.size());
        asked.write(JSON.createObjectNode().put("question", question) + "\n");
        asked.flush();
        String line = answers.readLine();
        if (line == null) {
          throw new IOException("the batch ended before its questions");
        }
        JsonNode answer = JSON.readTree(line);
        figures.computeIfAbsent(question, _ -> figures(answer.path("text").asText()));
        if (i >= WARM_UP) {
          own.add((long) (answer.path("millis").asDouble() * NANOS_PER_MILLI));
        }
      }
      return own;
    } finally {
      process.destroy();
    }
  }

  private static Set<String> figures(String answer) {
    return Stream.of(FIGURE, WORD)
        .map(what ->
            what.matcher(answer).results().map(MatchResult::group).collect(toUnmodifiableSet()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElseThrow();
  }

  /**
   * Whether a mention was answered with every figure and citation of the answer; an apology has
   * none of them.
   *
   * @param words of its answer, if there is one
   * @param place of its question
   */
  private boolean isAnswered(@Nullable String words, int place) {
    return words != null
        && requireNonNull(figures.get(questions.get(place % questions.size()))).stream()
            .allMatch(words::contains);
  }

  private void times(Path dataDir, Least least, Sample own) throws Exception {
    try (LoopbackPlatform platform = start.platform();
        ServedBot bot = ServedBot.start(program, dataDir, platform.environment())) {
      platform.awaitBot();
      new Mentions(0, WARM_UP, RATE, 0).send(platform, questions);
      platform.awaitMessages(WARM_UP);
      platform.forgetTimes();
      new Mentions(WARM_UP, TIMED, RATE, 0).send(platform, questions);
      platform.awaitMessages(WARM_UP + TIMED);
      measurements.add(
          Measurement.ofP99(
              name + " acknowledgement",
              sample(platform.acknowledgements()),
              least.acknowledgement(),
              ACKNOWLEDGED_MILLIS));
      if (!platform.completions().isEmpty()) {
        measurements.add(
            Measurement.ofP99(
                name + " completion",
                sample(platform.completions()),
                least.completion(),
                COMPLETED_MILLIS));
      }
      Map<Integer, String> words = platform.words();
      Map<Integer, Long> answered = new HashMap<>(platform.answers());
      answered.keySet().removeIf(number -> !isAnswered(words.get(number), number - WARM_UP));
      count("timed without its answer", TIMED, TIMED - answered.size());
      measurements.add(
          Measurement.of(
              name + " posted answer",
              sample(List.copyOf(answered.values())),
              own,
              own.median() + POSTED_MILLIS));
      bot.terminate();
      bot.awaitExit();
    }
  }

  /** Counts the mentions that are not answered exactly once. */
  private void counts(Path dataDir) throws Exception {
    Path fresh = Files.createDirectory(dataDir.resolve("counted"));
    try (LoopbackPlatform platform = start.platform();
        ServedBot bot = ServedBot.start(program, fresh, platform.environment())) {
      platform.awaitBot();
      new Mentions(0, COUNTED, COUNTED_RATE, DROPS).send(platform, questions);
      // Whatever was accepted is finished before the process ends.
      bot.terminate();
      bot.awaitExit();
      Map<Integer, Integer> messages = platform.messages();
      Map<Integer, String> words = platform.words();
      count(
          "unanswered",
          COUNTED,
          IntStream.range(0, COUNTED).filter(i -> !isAnswered(words.get(i), i)).count());
      count(
          "answered twice",
          COUNTED,
          IntStream.range(0, COUNTED).filter(i -> messages.getOrDefault(i, 0) > 1).count());
    }
  }

  private void count(String what, int of, long count) {
    measurements.add(
        new Measurement(
            name + " " + what,
            "of " + of,
            count,
            count,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            0,
            Measurement.Limited.MEDIAN));
  }

  private static Sample sample(List<Long> nanos) {
    var sample = new Sample();
    nanos.forEach(sample::add);
    return sample;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
