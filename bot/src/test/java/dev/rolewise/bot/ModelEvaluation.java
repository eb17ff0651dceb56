package dev.rolewise.bot;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Condenser;
import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.answer.ModelMetrics.Outcome;
import dev.rolewise.bot.answer.ModelReply;
import dev.rolewise.bot.answer.PhrasedAnswerer;
import dev.rolewise.bot.answer.Prompt;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.LlmConfig;
import dev.rolewise.bot.config.LlmProvider;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.evaluation.Evaluation;
import dev.rolewise.bot.evaluation.EvaluationQuestion;
import dev.rolewise.bot.evaluation.Judgement;
import dev.rolewise.bot.evaluation.Measure;
import dev.rolewise.bot.llm.FakeModelHost;
import dev.rolewise.bot.llm.LanguageModels;
import dev.rolewise.bot.llm.ModelTally;
import dev.rolewise.bot.llm.TokenLedger;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A question set answered with models on this machine that are faithful or hostile.
 *
 * @param evaluation the answers beside what was expected
 * @param tally what became of the model
 * @param checkMillis how long the text of the model took to read and check, for each answer that it
 *     was asked for
 */
record ModelEvaluation(Evaluation evaluation, ModelTally tally, List<Double> checkMillis) {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Asks every question of a library with a model in front of it. */
  static ModelEvaluation of(
      Library library, QuestionReader reader, FakeModelHost host, List<EvaluationQuestion> set) {
    var tally = new ModelTally(1, 4);
    var config =
        new LlmConfig(
            LlmProvider.valueOf(host.wire().name()),
            Optional.of(host.address()),
            Optional.of(new Secret("k")),
            Optional.of("m"),
            0,
            LIMIT,
            LIMIT,
            Long.MAX_VALUE,
            1,
            4);
    return of(
        library,
        reader,
        LanguageModels.of(config, tally, InstantSource.system(), TokenLedger.NONE),
        tally,
        set);
  }

  /** Asks every question of a library with a model in front of it that tells a tally. */
  static ModelEvaluation of(
      Library library,
      QuestionReader reader,
      LanguageModel model,
      ModelTally tally,
      List<EvaluationQuestion> set) {
    var timed = new Timed(model);
    var answerer =
        new PhrasedAnswerer(
            library.answerer(),
            library.explainer(),
            library.knowledge(),
            timed,
            new Condenser(timed, reader),
            tally,
            LIMIT,
            System::nanoTime);
    return new ModelEvaluation(
        Evaluation.run(answerer, set, System::nanoTime), tally, List.copyOf(timed.millis));
  }

  long right() {
    return evaluation.judgements().stream().filter(Judgement::isRight).count();
  }

  double unsupported() {
    return Measure.UNSUPPORTED.of(evaluation.judgements()).orElse(0);
  }

  /** The part of the checks that takes at most so long, in milliseconds. */
  OptionalDouble percentile(double share) {
    List<Double> sorted = checkMillis.stream().sorted().toList();
    return sorted.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()))));
  }

  /** Sentences of answers, by answer. */
  List<List<String>> sentences() {
    return evaluation.judgements().stream()
        .map(one -> one.answer().sentences().stream().map(Sentence::text).toList())
        .toList();
  }

  String describe(String name) {
    return "%s: right %d of %d, unsupported figures %.0f, phrased %d, completed %d, insufficient %d, failed %d, not asked %d, sentences kept %d, dropped %d, requests %d, check p50 %.2f ms, p99 %.2f ms"
        .formatted(
            name,
            right(),
            evaluation.judgements().size(),
            unsupported(),
            tally.answers(Outcome.PHRASED),
            tally.answers(Outcome.COMPLETED),
            tally.answers(Outcome.INSUFFICIENT),
            tally.answers(Outcome.FAILED),
            tally.answers(Outcome.NOT_ASKED),
            tally.keptSentences(),
            tally.droppedSentences(),
            tally.requests(),
            percentile(0.5).orElse(0),
            percentile(0.99).orElse(0));
  }

  static List<Class<?>> outcomes(List<Judgement> judgements) {
    List<Class<?>> outcomes = new ArrayList<>();
    for (Judgement one : judgements) {
      Answer answer = one.answer();
      outcomes.add(answer.getClass());
    }
    return outcomes;
  }

  /**
   * Measures how long the receiver takes, from the first piece to the end: by the clock of the
   * thread where it has one, which other work on the machine does not move. That clock takes some
   * microseconds to read, so it is not read for each piece; what a wire takes counts too.
   */
  private static final class Timed implements LanguageModel {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LanguageModel model;
    private final List<Double> millis = new ArrayList<>();

    Timed(LanguageModel model) {
      this.model = model;
    }

    @Override
    public ModelReply reply(Prompt prompt, Receiver receiver, Duration limit) {
      var timing =
          new Receiver() {
            private OptionalLong start = OptionalLong.empty();
            private long nanos;

            @Override
            public Wish begin() {
              start = OptionalLong.empty();
              return receiver.begin();
            }

            @Override
            public Wish accept(String piece) {
              if (start.isEmpty()) {
                start = OptionalLong.of(nanoTime());
              }
              return receiver.accept(piece);
            }

            @Override
            public Optional<ModelReply.Reason> end() {
              long first = start.orElseGet(Timed::nanoTime);
              Optional<ModelReply.Reason> problem = receiver.end();
              nanos += nanoTime() - first;
              return problem;
            }
          };
      ModelReply reply = model.reply(prompt, timing, limit);
      if (prompt.form() == Prompt.Form.SENTENCES) {
        millis.add(timing.nanos / 1e6);
      }
      return reply;
    }

    private static long nanoTime() {
      return Thread.currentThread().isVirtual()
          ? System.nanoTime()
          : THREADS.getCurrentThreadCpuTime();
    }
  }
}
