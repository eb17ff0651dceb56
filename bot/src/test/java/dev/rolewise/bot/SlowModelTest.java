package dev.rolewise.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.RolesCommand;
import dev.rolewise.bot.config.LlmConfig;
import dev.rolewise.bot.config.LlmProvider;
import dev.rolewise.bot.llm.FakeModelHost;
import dev.rolewise.bot.llm.FakeModelHost.Asked;
import dev.rolewise.bot.llm.FakeModelHost.Behaviour;
import dev.rolewise.bot.llm.TokenLedger;
import dev.rolewise.bot.llm.Wire;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Recipient;
import dev.rolewise.bot.platform.Request;
import dev.rolewise.bot.platform.Request.Condition;
import dev.rolewise.bot.platform.Request.Work;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.platform.Shown;
import dev.rolewise.bot.render.JsonReply;
import dev.rolewise.bot.state.SqlState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot with one place to work, and a model that never ends. */
class SlowModelTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);
  private static final int ASKING = 10;
  private static final Work QUESTION = Request.question("what does an AVP in AI make?");
  private static final Work ROLES = new Work.Run("roles", Map.of());

  private static final Library OFFLINE = Corpus.library(Corpus.KNOWLEDGE);

  @TempDir Path folder;
  private volatile Library library = OFFLINE;
  private final CountDownLatch allAsk = new CountDownLatch(ASKING);
  private final FakeModelHost host =
      new FakeModelHost(
          Wire.OPENAI,
          (Asked _) -> {
            allAsk.countDown();
            return new Behaviour.Hangs("{\"sentences\":[");
          });
  private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();
  private final AtomicInteger ids = new AtomicInteger();
  private SqlState state;
  private Requests requests;

  private void waits(Duration deadline) {
    var config =
        new LlmConfig(
            LlmProvider.OPENAI,
            Optional.of(host.address()),
            Optional.empty(),
            Optional.of("m"),
            0,
            deadline,
            deadline,
            1_000_000,
            0,
            0);
    library =
        Phrasing.of(config, OFFLINE, Corpus.reader(Corpus.KNOWLEDGE), CLOCK, TokenLedger.NONE)
            .library();
  }

  @BeforeEach
  void opens() {
    state = SqlState.open("jdbc:sqlite:" + folder.resolve("state.db"), CLOCK);
    requests =
        new Requests(
            new Commands(List.of(new AskCommand(), new RolesCommand())),
            () -> library,
            state,
            new Requests.Limits(1_000, 1, Duration.ofMinutes(3)),
            () -> "a" + ids.incrementAndGet());
  }

  @AfterEach
  void closes() {
    host.close();
    requests.close();
    state.close();
  }

  private void ask(String thread, Work work) {
    requests.accept(
        new Request(Optional.empty(), thread, Condition.ALWAYS, work),
        new Recipient() {
          @Override
          public Delivery show(Shown shown) {
            outcomes.add(new JsonReply("ask", Corpus.KNOWLEDGE::facts).render(shown.reply()));
            return new Delivery.Delivered("here");
          }

          @Override
          public Delivery apologise(String words) {
            outcomes.add(words);
            return new Delivery.Delivered("here");
          }
        },
        Meter.NONE);
  }

  private String outcome() throws InterruptedException {
    return String.valueOf(outcomes.poll(3, TimeUnit.MINUTES));
  }

  @Test
  void commandsWithoutAModelAreAnswered_whileManyWaitForIt() throws Exception {
    waits(Duration.ofMinutes(5));
    for (int i = 0; i < ASKING; i++) {
      ask("thread " + i, QUESTION);
    }
    assertThat(allAsk.await(3, TimeUnit.MINUTES)).isTrue();

    ask("another thread", ROLES);
    assertThat(outcome()).contains("avp-ai-ml");
    assertThat(outcomes).isEmpty();

    host.close();
    for (int i = 0; i < ASKING; i++) {
      assertThat(outcome()).contains("$180,000", "Composed without the language model");
    }
  }

  @Test
  void theDeadlineCountsFromTheQuestion_notFromItsTurn() throws Exception {
    waits(Duration.ofSeconds(5));

    for (int i = 0; i < 4; i++) {
      ask("one thread", QUESTION);
    }

    for (int i = 0; i < 4; i++) {
      assertThat(outcome()).contains("$180,000", "Composed without the language model");
    }
    // When their turn came, the time of the others was over.
    assertThat(host.asked()).hasSize(1);
  }
}
