package dev.rolewise.bot.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Answerer;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.embedding.BareModel;
import dev.rolewise.knowledge.index.EmbeddedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Measures answers beside their floors. What is compared is measured in turns, so that a busy
 * machine slows both.
 */
public final class Bench {
  private static final String PAY_QUESTION = "what does an AVP in AI make?";
  private static final String TEXT_QUESTION = "do i get to pick my own crew?";

  private static final double WARM_FACTOR = 1.2;
  private static final double WARM_EXTRA_MILLIS = 2;
  private static final double COLD_FACTOR = 1.5;
  private static final double COLD_MILLIS = 460;
  private static final double FIRST_START_FACTOR = 1.3;
  private static final double COMPLETION_MILLIS = 5;
  private static final int MAX_TYPED = 12;
  private static final double RESIDENT_MEGABYTES = 400;
  private static final double BYTES_PER_MEGABYTE = 1024.0 * 1024.0;

  private static final List<String> QUESTIONS = questions();

  private final Answerer answerer;

  /** Every text that a first start embeds. */
  private final List<String> embedded;

  /** Completes a name that somebody types. */
  private final Consumer<String> completion;

  private final List<String> typed;
  private final Processes processes;
  private final LongSupplier nanoTime;

  /**
   * A bench.
   *
   * @param documents that questions are answered from
   * @param answerer over the documents, with everything loaded
   * @param completion completes the name of a role or a job
   * @param processes of the same program over the same documents
   * @param nanoTime clock that only goes forward, in nanoseconds
   */
  public Bench(
      List<RoleDocument> documents,
      Answerer answerer,
      Consumer<String> completion,
      Processes processes,
      LongSupplier nanoTime) {
    this.embedded = embeddedTexts(documents);
    this.completion = requireNonNull(completion, "completion");
    typed = typed(documents);
    this.answerer = requireNonNull(answerer, "answerer");
    this.processes = requireNonNull(processes, "processes");
    this.nanoTime = requireNonNull(nanoTime, "nanoTime");
  }

  /** Measures everything. */
  public BenchReport run(BenchPlan plan) throws IOException {
    var measurements = new ArrayList<Measurement>();
    try (var bare = BareModel.bundled()) {
      warm(bare, plan.warmRounds(), measurements);
      firstStart(bare, plan.firstStarts(), measurements);
    }
    completion(plan.warmRounds(), measurements);
    cold(plan.coldRounds(), measurements);
    memory(plan.memoryQuestions(), measurements);
    return new BenchReport(measurements);
  }

  private void warm(BareModel bare, int rounds, List<Measurement> measurements) {
    var answers = new Sample();
    var floor = new Sample();
    for (int round = -1; round < rounds; round++) {
      for (String question : QUESTIONS) {
        long[] tokens = bare.tokens(question);
        long start = nanoTime.getAsLong();
        bare.embed(tokens);
        long between = nanoTime.getAsLong();
        answerer.answer(question, List.of());
        long end = nanoTime.getAsLong();
        // The first round loads what is loaded lazily.
        if (round >= 0) {
          floor.add(between - start);
          answers.add(end - between);
        }
      }
    }
    double limit = WARM_FACTOR * floor.median() + WARM_EXTRA_MILLIS;
    measurements.add(Measurement.of("warm question", answers, floor, limit));
  }

  /** Names as they are while somebody types them, with and without a slip. */
  private static List<String> typed(List<RoleDocument> documents) {
    var typed = new ArrayList<String>();
    for (RoleDocument document : documents) {
      String title = document.title();
      for (int length = 1; length <= Math.min(MAX_TYPED, title.length()); length++) {
        typed.add(title.substring(0, length));
        typed.add("x" + title.substring(0, length));
      }
    }
    return List.copyOf(typed);
  }

  private void completion(int rounds, List<Measurement> measurements) {
    var completions = new Sample();
    for (int round = -1; round < rounds; round++) {
      for (String begun : typed) {
        long start = nanoTime.getAsLong();
        completion.accept(begun);
        long end = nanoTime.getAsLong();
        if (round >= 0) {
          completions.add(end - start);
        }
      }
    }
    measurements.add(
        new Measurement(
            "completion",
            "ms",
            completions.median(),
            completions.p99(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            COMPLETION_MILLIS));
  }

  private void firstStart(BareModel bare, int rounds, List<Measurement> measurements)
      throws IOException {
    var starts = new Sample();
    var floor = new Sample();
    for (int round = 0; round < rounds; round++) {
      starts.add(processes.askFirst(TEXT_QUESTION));
      long start = nanoTime.getAsLong();
      for (String text : embedded) {
        bare.embed(bare.tokens(text));
      }
      floor.add(nanoTime.getAsLong() - start);
    }
    measurements.add(
        Measurement.of("first start", starts, floor, FIRST_START_FACTOR * floor.median()));
  }

  private void cold(int rounds, List<Measurement> measurements) throws IOException {
    var pay = new Sample();
    var text = new Sample();
    var floor = new Sample();
    for (int round = -1; round < rounds; round++) {
      long payNanos = processes.ask(PAY_QUESTION);
      long floorNanos = processes.embedOnly(TEXT_QUESTION);
      long textNanos = processes.ask(TEXT_QUESTION);
      // The first round fills the data folder.
      if (round >= 0) {
        pay.add(payNanos);
        floor.add(floorNanos);
        text.add(textNanos);
      }
    }
    double limit = Math.min(COLD_FACTOR * floor.median(), COLD_MILLIS);
    measurements.add(Measurement.of("cold question about pay", pay, floor, limit));
    measurements.add(Measurement.of("cold question of text", text, floor, limit));
  }

  private void memory(int questions, List<Measurement> measurements) throws IOException {
    var asked = new ArrayList<String>(questions);
    for (int i = 0; i < questions; i++) {
      asked.add(QUESTIONS.get(i % QUESTIONS.size()));
    }
    OptionalLong bytes = processes.residentBytesAfter(asked);
    if (bytes.isPresent()) {
      double megabytes = bytes.getAsLong() / BYTES_PER_MEGABYTE;
      measurements.add(
          new Measurement(
              "resident memory",
              "MB",
              megabytes,
              megabytes,
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              RESIDENT_MEGABYTES));
    }
  }

  private static List<String> embeddedTexts(List<RoleDocument> documents) {
    var texts = new ArrayList<String>();
    for (RoleDocument document : documents) {
      for (Section section : document.allSections()) {
        texts.add(EmbeddedText.of(document, section));
        for (Statement statement : section.statements()) {
          texts.add(EmbeddedText.of(document, statement));
        }
      }
    }
    return List.copyOf(texts);
  }

  /** Questions as people ask them of the bundled documents. */
  static List<String> questions() {
    try (InputStream in = Bench.class.getResourceAsStream("questions.txt")) {
      return new String(requireNonNull(in, "questions.txt").readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("questions.txt: could not be read", e);
    }
  }
}
