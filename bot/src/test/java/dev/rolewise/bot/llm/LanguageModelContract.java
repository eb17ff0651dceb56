package dev.rolewise.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Condenser;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.answer.LanguageModel.Receiver;
import dev.rolewise.bot.answer.ModelReply;
import dev.rolewise.bot.answer.ModelReply.Reason;
import dev.rolewise.bot.answer.PhrasedAnswerer;
import dev.rolewise.bot.answer.Prompt;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.LlmConfig;
import dev.rolewise.bot.config.LlmProvider;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.llm.FakeModelHost.Asked;
import dev.rolewise.bot.llm.FakeModelHost.Behaviour;
import dev.rolewise.bot.llm.FakeModelHost.Mind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider's model does, over its own wire format. */
abstract class LanguageModelContract {
  private static final Library LIBRARY = Corpus.library(Corpus.KNOWLEDGE);
  private static final String KEY = "sk-very-secret";
  private static final Prompt SENTENCES =
      new Prompt("Be brief.", "{\"question\":\"what?\"}", Prompt.Form.SENTENCES, 100);
  private static final Prompt LINE =
      new Prompt("Be brief.", "{\"question\":\"what?\"}", Prompt.Form.LINE, 100);
  private static final String TEXT = "{\"sentences\":[{\"text\":\"Ünïcode – 😀.\",\"cites\":[1]}]}";
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Enough for a busy machine to be asked. */
  private static final Duration SHORT = Duration.ofSeconds(3);

  private final Queue<Behaviour> behaviours = new ArrayDeque<>();
  private final Mind mind =
      _ -> {
        Behaviour next = behaviours.poll();
        return next == null ? new Behaviour.Says(TEXT) : next;
      };
  private final FakeModelHost host = new FakeModelHost(wire(), mind);
  private final ModelTally tally = new ModelTally(1, 2);

  abstract Wire wire();

  @AfterEach
  void stopsTheHost() {
    host.close();
  }

  private LanguageModel model(long tokens) {
    return model(tokens, Duration.ofSeconds(10));
  }

  private LanguageModel model(long tokens, Duration timeout) {
    var config =
        new LlmConfig(
            LlmProvider.valueOf(wire().name()),
            Optional.of(host.address()),
            Optional.of(new Secret(KEY)),
            Optional.of("m"),
            0,
            timeout,
            LIMIT,
            tokens,
            1,
            2);
    var wait = new RetryAfter(InstantSource.fixed(Instant.EPOCH));
    return new ReliableLanguageModel(
        new ChatLanguageModel(Providers.of(config, wait), 0),
        new TokenBudget(tokens, InstantSource.fixed(Instant.EPOCH), TokenLedger.NONE),
        tally,
        timeout,
        new ReliableLanguageModel.Policy(Duration.ofNanos(1), 3, 3, Duration.ofHours(1)),
        wait);
  }

  /** Keeps what arrives. */
  private static class Kept implements Receiver {
    final StringBuilder text = new StringBuilder();
    final List<String> pieces = new ArrayList<>();
    Optional<Reason> problem = Optional.empty();

    @Override
    public Wish begin() {
      text.setLength(0);
      return Wish.MORE;
    }

    @Override
    public Wish accept(String piece) {
      pieces.add(piece);
      text.append(piece);
      return Wish.MORE;
    }

    @Override
    public Optional<Reason> end() {
      return text.isEmpty() ? Optional.of(Reason.EMPTY) : problem;
    }
  }

  @Test
  void tellsTheTextAsItArrives_andCountsItsTokens() {
    var kept = new Kept();

    ModelReply reply = model(1_000).reply(SENTENCES, kept, LIMIT);

    assertThat(reply).isEqualTo(new ModelReply.Written(100, 20));
    assertThat(kept.text.toString()).isEqualTo(TEXT);
    assertThat(kept.pieces).hasSizeGreaterThan(1);
    assertThat(tally.requests()).isOne();
    assertThat(tally.cost()).isEqualTo(140e-6);
  }

  @Test
  void asksForASchema_andPutsTheKeyNowhereButInAHeader() {
    model(1_000).reply(SENTENCES, new Kept(), LIMIT);

    Asked asked = host.asked().getFirst();
    assertThat(asked.isStreamed()).isTrue();
    assertThat(asked.hasSchema()).isTrue();
    assertThat(asked.instructions()).isEqualTo(SENTENCES.instructions());
    assertThat(asked.data()).isEqualTo(SENTENCES.data());
    assertThat(asked.body()).doesNotContain(KEY);
    assertThat(asked.path()).doesNotContain(KEY);
    assertThat(asked.key()).isEqualTo(key(KEY));
  }

  /** What stands in the header for a key. */
  String key(String secret) {
    return secret;
  }

  @Test
  void asksForALineAsAWhole() {
    behaviours.add(new Behaviour.Says("What is it?"));
    var kept = new Kept();

    ModelReply reply = model(1_000).reply(LINE, kept, LIMIT);

    assertThat(reply).isEqualTo(new ModelReply.Written(100, 20));
    assertThat(kept.pieces).containsExactly("What is it?");
    assertThat(host.asked().getFirst().isStreamed()).isFalse();
    assertThat(host.asked().getFirst().hasSchema()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this"
            + " model.",
        "output_format: Extra inputs are not permitted",
        "Invalid JSON payload received. Unknown name \"responseSchema\"",
        "this model does not support structured outputs"
      })
  void asksWithoutASchema_onceTheServerSaysThatItTakesNone(String reason) {
    behaviours.add(new Behaviour.Refuses(400, reason));
    LanguageModel model = model(1_000);

    assertThat(model.reply(SENTENCES, new Kept(), LIMIT)).isInstanceOf(ModelReply.Written.class);
    assertThat(model.reply(SENTENCES, new Kept(), LIMIT)).isInstanceOf(ModelReply.Written.class);

    assertThat(host.asked()).extracting(Asked::hasSchema).containsExactly(true, false, false);
  }

  @ParameterizedTest
  @CsvSource({
    "400, 'Unsupported value: ''temperature'' does not support 0 with this model.'",
    "422, 'max_tokens: at most 16'"
  })
  void leavesOutOneSettingOnly(int status, String reason) {
    behaviours.add(new Behaviour.Refuses(status, reason));

    assertThat(model(1_000).reply(SENTENCES, new Kept(), LIMIT))
        .isInstanceOf(ModelReply.Written.class);

    assertThat(host.asked()).extracting(Asked::hasSchema).containsExactly(true, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "Your credit balance is too low",
        "This model's maximum context length is 4096 tokens",
        "the schema of your account is locked"
      })
  void asksForASchemaAgain_whenTheServerFindsAnotherFault(String reason) {
    behaviours.add(new Behaviour.Refuses(400, reason));
    LanguageModel model = model(1_000);

    assertThat(model.reply(SENTENCES, new Kept(), LIMIT))
        .isEqualTo(new ModelReply.Failed(Reason.REJECTED));
    assertThat(model.reply(SENTENCES, new Kept(), LIMIT)).isInstanceOf(ModelReply.Written.class);

    assertThat(host.asked()).extracting(Asked::hasSchema).containsExactly(true, true);
  }

  @Test
  void asksForAnAnswer_thoughQuestionsWereNotCondensedInTime() {
    LanguageModel model = model(1_000);
    for (int i = 0; i < 4; i++) {
      behaviours.add(new Behaviour.Refuses(408, "too slow"));
      assertThat(model.reply(LINE, new Kept(), LIMIT)).isInstanceOf(ModelReply.Failed.class);
    }
    behaviours.clear();

    assertThat(model.reply(LINE, new Kept(), LIMIT))
        .isEqualTo(new ModelReply.Failed(Reason.RESTING));
    assertThat(model.reply(SENTENCES, new Kept(), LIMIT)).isInstanceOf(ModelReply.Written.class);
  }

  @ParameterizedTest
  @CsvSource({"429, RATE_LIMITED", "500, UNAVAILABLE", "503, UNAVAILABLE"})
  void asksOnceMore_whereThatMayHelp(int status, Reason reason) {
    behaviours.add(new Behaviour.Fails(status));

    assertThat(model(1_000).reply(SENTENCES, new Kept(), LIMIT))
        .isInstanceOf(ModelReply.Written.class);

    assertThat(host.asked()).hasSize(2);
    assertThat(tally.failures(reason)).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "60, false, 1",
    "'Thu, 1 Jan 1970 00:01:00 GMT', false, 1",
    "soon, true, 2",
    "1, true, 2"
  })
  void asksOnceMore_whereTheServerWantsItInTime(
      String retryAfter, boolean isWritten, int requests) {
    behaviours.add(new Behaviour.Delays(429, retryAfter));
    long start = System.nanoTime();

    ModelReply reply = model(1_000).reply(SENTENCES, new Kept(), LIMIT);

    assertThat(reply instanceof ModelReply.Written).isEqualTo(isWritten);
    assertThat(host.asked()).hasSize(requests);
    if (retryAfter.equals("1")) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "429, RATE_LIMITED, 2",
    "500, UNAVAILABLE, 2",
    "401, REJECTED, 1",
    "403, REJECTED, 1"
  })
  void saysWhyItFailed(int status, Reason reason, int requests) {
    for (int i = 0; i < requests; i++) {
      behaviours.add(new Behaviour.Fails(status));
    }

    assertThat(model(1_000).reply(SENTENCES, new Kept(), LIMIT))
        .isEqualTo(new ModelReply.Failed(reason));

    assertThat(host.asked()).hasSize(requests);
  }

  @Test
  void endsAtTheLimit_andHearsNothingMore() {
    behaviours.add(new Behaviour.Hangs("{\"sentences\":["));
    var kept = new Kept();

    ModelReply reply = model(1_000, SHORT).reply(SENTENCES, kept, SHORT);

    assertThat(reply).isEqualTo(new ModelReply.Failed(Reason.TIMEOUT));
    assertThat(host.asked()).hasSize(1);
  }

  @Test
  void startsAnew_whenAReplyBreaksOff() {
    behaviours.add(new Behaviour.BreaksOff("{\"sentences\":[{\"te"));
    var kept =
        new Kept() {
          @Override
          public Optional<Reason> end() {
            return text.toString().endsWith("]}")
                ? Optional.empty()
                : Optional.of(Reason.MALFORMED);
          }
        };

    ModelReply reply = model(1_000).reply(SENTENCES, kept, LIMIT);

    assertThat(reply).isInstanceOf(ModelReply.Written.class);
    assertThat(kept.text.toString()).isEqualTo(TEXT);
    assertThat(tally.failures(Reason.STOPPED)).isOne();
  }

  @Test
  void saysThatNothingCame() {
    behaviours.add(new Behaviour.Says(""));
    behaviours.add(new Behaviour.Says(""));

    ModelReply reply = model(1_000).reply(SENTENCES, new Kept(), LIMIT);

    assertThat(reply).isInstanceOf(ModelReply.Failed.class);
    assertThat(host.asked()).hasSize(2);
  }

  @Test
  void failsOnBytesThatMakeNoSense_withoutAnException() {
    behaviours.add(new Behaviour.Sends("\u00ff\u00fe{{{"));
    behaviours.add(new Behaviour.Sends("data: {\"choices\": 5}\n\n"));

    assertThat(model(1_000).reply(SENTENCES, new Kept(), LIMIT))
        .isInstanceOf(ModelReply.Failed.class);
  }

  @Test
  void endsAReply_whenNoMoreIsWanted() {
    behaviours.add(new Behaviour.Hangs("{\"sentences\":[] ... and so on, without an end"));
    var kept =
        new Kept() {
          @Override
          public Wish accept(String piece) {
            super.accept(piece);
            return Wish.ENOUGH;
          }
        };

    assertThat(model(1_000).reply(SENTENCES, kept, LIMIT)).isInstanceOf(ModelReply.Written.class);
    assertThat(kept.pieces).hasSize(1);
  }

  @Test
  void leavesAModelAlone_thatFailsTooOften() {
    for (int i = 0; i < 10; i++) {
      behaviours.add(new Behaviour.Fails(500));
    }
    LanguageModel model = model(1_000);

    model.reply(SENTENCES, new Kept(), LIMIT);
    model.reply(SENTENCES, new Kept(), LIMIT);
    ModelReply third = model.reply(SENTENCES, new Kept(), LIMIT);

    assertThat(third).isEqualTo(new ModelReply.Failed(Reason.RESTING));
    assertThat(host.asked()).hasSize(3);
  }

  @Test
  void countsAFailureOnce_whenNoOtherAttemptIsWanted() {
    behaviours.add(new Behaviour.Fails(500));
    behaviours.add(new Behaviour.Fails(500));
    LanguageModel model = model(1_000);

    for (int i = 0; i < 2; i++) {
      var used =
          new Kept() {
            private int begun;

            @Override
            public Wish begin() {
              begun++;
              return begun == 1 ? super.begin() : Wish.ENOUGH;
            }
          };
      assertThat(model.reply(SENTENCES, used, LIMIT)).isInstanceOf(ModelReply.Failed.class);
    }

    assertThat(model.reply(SENTENCES, new Kept(), LIMIT)).isInstanceOf(ModelReply.Written.class);
    assertThat(host.asked()).hasSize(3);
  }

  @Test
  void doesNotLeaveAModelAlone_forWhatItWrites() {
    var kept = new Kept();
    kept.problem = Optional.of(Reason.MALFORMED);
    LanguageModel model = model(10_000);

    model.reply(SENTENCES, kept, LIMIT);
    model.reply(SENTENCES, kept, LIMIT);
    ModelReply third = model.reply(SENTENCES, kept, LIMIT);

    assertThat(third).isEqualTo(new ModelReply.Failed(Reason.MALFORMED));
    assertThat(host.asked()).hasSize(6);
  }

  @Test
  void saysQuietlyThatAReplyCitesNothing_onceASecondOneDoesNotEither() {
    String question = "what does an AVP in AI make?";
    behaviours.add(new Behaviour.Says("An AVP in AI is paid very well."));
    behaviours.add(new Behaviour.Says("The base salary is $180,000–$220,000 a year."));

    Answer answer =
        new PhrasedAnswerer(
                LIBRARY.answerer(),
                LIBRARY.explainer(),
                Corpus.KNOWLEDGE,
                model(10_000),
                new Condenser(model(10_000), Corpus.reader(Corpus.KNOWLEDGE)),
                tally,
                LIMIT,
                System::nanoTime)
            .answer(question, List.of());

    assertThat(host.asked()).hasSize(2);
    assertThat(tally.failures(Reason.UNCITED)).isEqualTo(2);
    assertThat(answer.citations())
        .isEqualTo(LIBRARY.answerer().answer(question, List.of()).citations());
    assertThat(answer.sentences().getLast().text())
        .isEqualTo("(Composed without the language model: it named nothing that it rests on.)");
  }

  @Test
  void countsARequestThatHangs_towardsTheTokensOfTheDay() {
    behaviours.add(new Behaviour.Hangs(""));

    assertThat(model(1_000, SHORT).reply(SENTENCES, new Kept(), SHORT))
        .isEqualTo(new ModelReply.Failed(Reason.TIMEOUT));

    assertThat(tally.inputTokens()).isEqualTo(SENTENCES.tokens());
  }

  @Test
  void keepsToTheTokensOfTheDay() {
    LanguageModel model = model(120);

    assertThat(model.reply(SENTENCES, new Kept(), LIMIT)).isInstanceOf(ModelReply.Written.class);
    assertThat(model.reply(SENTENCES, new Kept(), LIMIT))
        .isEqualTo(new ModelReply.Failed(Reason.OVER_BUDGET));

    assertThat(host.asked()).hasSize(1);
  }

  static String bearer(String secret) {
    return "Bearer " + secret;
  }
}
