package dev.rolewise.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Condenser;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.answer.ModelMetrics;
import dev.rolewise.bot.answer.ModelReply;
import dev.rolewise.bot.answer.PhrasedAnswerer;
import dev.rolewise.bot.answer.Prompt;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.SourcesCommand;
import dev.rolewise.bot.command.WhyCommand;
import dev.rolewise.bot.platform.Request.Condition;
import dev.rolewise.bot.platform.Request.Wanted;
import dev.rolewise.bot.platform.Request.Work;
import dev.rolewise.bot.render.JsonReply;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.state.KeptAnswer;
import dev.rolewise.bot.state.SqlState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers as they were shown, with a model that words each one differently. */
class KeptAnswersTest {
  private static final Library OFFLINE = Corpus.library(Corpus.KNOWLEDGE);
  private static final String PAY = "what does an AVP in AI make?";
  private static final List<String> WORDINGS =
      List.of(
          "The base salary is $180k to $220k a year. [1] Total compensation is between $250,000 and"
              + " $350,000 a year. [2]",
          "Base salaries run from $180,000 to $220,000 a year. [1] In all it is $250k to $350k a"
              + " year. [2] It is a fine job. [1]");

  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();
  private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
  private Library library = OFFLINE.answeredBy(phrased());
  private SqlState state;
  private Requests requests;

  private PhrasedAnswerer phrased() {
    LanguageModel model =
        (prompt, receiver, _) -> {
          if (prompt.form() == Prompt.Form.SENTENCES) {
            receiver.begin();
            receiver.accept(WORDINGS.get(asked.getAndIncrement() % WORDINGS.size()));
            receiver.end();
          }
          return new ModelReply.Written(10, 10);
        };
    return new PhrasedAnswerer(
        OFFLINE.answerer(),
        OFFLINE.explainer(),
        Corpus.KNOWLEDGE,
        model,
        new Condenser(model, Corpus.reader(Corpus.KNOWLEDGE)),
        ModelMetrics.NONE,
        Duration.ofSeconds(8),
        System::nanoTime);
  }

  @BeforeEach
  void opens() {
    state =
        SqlState.open(
            "jdbc:sqlite:" + folder.resolve("state.db"), InstantSource.fixed(Instant.EPOCH));
    requests = open();
  }

  private Requests open() {
    return new Requests(
        new Commands(List.of(new AskCommand(), new SourcesCommand(), new WhyCommand())),
        () -> library,
        state,
        new Requests.Limits(10, 1, Duration.ofMinutes(3)),
        () -> "a" + ids.incrementAndGet());
  }

  @AfterEach
  void closes() {
    requests.close();
    state.close();
  }

  private Shown shown(Work work, Condition condition) throws InterruptedException {
    requests.accept(
        new Request(Optional.empty(), "thread", condition, work),
        new Recipient() {
          @Override
          public Delivery show(Shown outcome) {
            shown.add(outcome);
            return new Delivery.Delivered("here");
          }

          @Override
          public Delivery apologise(String words) {
            throw new AssertionError(words);
          }
        },
        Meter.NONE);
    return Optional.ofNullable(shown.poll(3, TimeUnit.MINUTES)).orElseThrow();
  }

  private Reply about(String answer, Wanted wanted) throws InterruptedException {
    return shown(new Work.About(answer, wanted), Condition.ALWAYS).reply();
  }

  private static String json(Reply reply) {
    return new JsonReply("ask", Corpus.KNOWLEDGE::facts).render(reply);
  }

  @Test
  void anAnswer_isSharedAndExplainedAsItWasShown_andNobodyIsAskedAgain() throws Exception {
    Shown first = shown(Request.question(PAY), Condition.ALWAYS);
    requests.close();
    requests = open();

    Reply preview = about("a1", Wanted.AGAIN);
    Reply shared = about("a1", Wanted.SHARED);
    Reply sources = about("a1", Wanted.SOURCES);
    Reply why = about("a1", Wanted.WHY);

    assertThat(json(first.reply())).contains("$180k to $220k a year");
    assertThat(preview).isEqualTo(first.reply());
    assertThat(shared).isEqualTo(first.reply());
    assertThat(sources.citations()).isEqualTo(first.reply().citations());
    assertThat(json(why)).contains("Phrased by the language model");
    assertThat(asked).hasValue(1);
    assertThat(json(shown(Request.question(PAY), Condition.ALWAYS).reply()))
        .contains("Base salaries run from");
  }

  @Test
  void why_tellsWhatWasLeftOutOfTheAnswerThatIsShown() throws Exception {
    asked.set(1);
    shown(Request.question(PAY), Condition.ALWAYS);

    assertThat(json(about("a1", Wanted.WHY))).contains("It is a fine job.");
    assertThat(asked).hasValue(2);
  }

  @Test
  void why_asksNoModel_aboutAnAnswerThatCameWithoutOne() throws Exception {
    library = OFFLINE;
    shown(Request.question(PAY), Condition.ALWAYS);
    library = OFFLINE.answeredBy(phrased());

    assertThat(json(about("a1", Wanted.WHY))).contains("Answered from 2 statements.");
    assertThat(asked).hasValue(0);
  }

  @Test
  void anAnswerFromBeforeRepliesWereKept_isFoundOutOnceMore() throws Exception {
    state.keep(
        new KeptAnswer(
            "old",
            "ask",
            Map.of("question", List.of(PAY)),
            List.of(),
            List.of(),
            List.of(),
            "thread",
            "",
            Optional.empty(),
            Optional.empty()));

    assertThat(json(about("old", Wanted.AGAIN))).contains("$180k to $220k a year");
    assertThat(json(about("old", Wanted.WHY))).contains("Phrased by the language model");
    assertThat(asked).hasValue(2);
  }

  @Test
  void anAnswer_isShownAndItsButtonsWork_withoutTheStore() throws Exception {
    state.close();

    Shown first = shown(Request.question(PAY), Condition.ALWAYS);
    Shown next = shown(Request.question("and in London?"), Condition.IN_KNOWN_THREAD);

    assertThat(first.answer()).contains("a1");
    assertThat(about("a1", Wanted.AGAIN)).isEqualTo(first.reply());
    assertThat(json(next.reply())).contains("London");
  }
}
