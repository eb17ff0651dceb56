package dev.rolewise.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Call;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.Outcome;
import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.platform.Request.Condition;
import dev.rolewise.bot.platform.Requests.Accepted;
import dev.rolewise.bot.state.SqlState;
import dev.rolewise.bot.state.State;
import dev.rolewise.bot.state.StateException;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
  private static final Duration LATER = State.LEASE.multipliedBy(2);

  @TempDir private static Path documents;
  private static Library library;

  @TempDir Path folder;
  private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();
  private final List<AnswerOutcome> counted = new CopyOnWriteArrayList<>();
  private final Meter meter =
      new Meter() {
        @Override
        public void acknowledged(Duration elapsed) {}

        @Override
        public void answered(AnswerOutcome outcome, Duration elapsed) {
          counted.add(outcome);
        }
      };
  private final CountDownLatch slow = new CountDownLatch(1);
  private SqlState state;
  private volatile boolean isFailing;
  private Requests requests;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    library = Corpus.library(Desk.knowledge(documents, Desk.DOCUMENTS));
  }

  @BeforeEach
  void opens() {
    state = SqlState.open(url(), InstantSource.fixed(Instant.EPOCH));
    requests = open(1);
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("state.db");
  }

  private Requests open(int waiting) {
    return open(new Requests.Limits(waiting, 1, Duration.ofMinutes(3)));
  }

  private Requests open(Requests.Limits limits) {
    return open(state, limits);
  }

  private Requests open(State store, Requests.Limits limits) {
    return new Requests(
        new Commands(List.of(new SlowAsk())), () -> library, store, limits, () -> "a1");
  }

  @AfterEach
  void closes() {
    slow.countDown();
    requests.close();
    state.close();
  }

  private final class SlowAsk implements Command {
    private final AskCommand ask = new AskCommand();

    @Override
    public Usage usage() {
      return ask.usage();
    }

    @Override
    public Outcome run(Call call, Library library) {
      try {
        slow.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return ask.run(call, library);
    }
  }

  private class Listener implements Recipient {
    @Override
    public Delivery show(Shown shown) {
      outcomes.add("shown");
      return new Delivery.Delivered("here");
    }

    @Override
    public Delivery apologise(String words) {
      outcomes.add(words);
      return new Delivery.Delivered("here");
    }
  }

  private Accepted ask(String event) {
    return ask(event, new Listener());
  }

  private Accepted ask(String event, Recipient recipient) {
    return requests.accept(request(event), recipient, meter);
  }

  private static Request request(String event) {
    return new Request(
        Optional.of(event),
        "thread",
        Condition.ALWAYS,
        Request.question("what does a welder earn?"));
  }

  private String outcome() throws InterruptedException {
    return String.valueOf(outcomes.poll(3, TimeUnit.MINUTES));
  }

  @Test
  void apologises_whenTooManyWait() throws Exception {
    ask("first");
    ask("second");

    assertThat(outcome()).isEqualTo(Requests.BUSY);
    slow.countDown();
    assertThat(outcome()).isEqualTo("shown");
    requests.close();
    assertThat(counted).containsExactlyInAnyOrder(AnswerOutcome.FAILED, AnswerOutcome.ANSWERED);
  }

  @Test
  void countsHowQuestionsEnded_notButtons() {
    slow.countDown();
    requests = open(10);

    accept(Request.question("what does a welder earn?"));
    accept(Request.question("what does an astronaut earn on Mars?"));
    accept(new Request.Work.Run("ask", Map.of()));
    accept(new Request.Work.About("no-such-answer", Request.Wanted.SOURCES));
    requests.close();

    assertThat(counted)
        .containsExactly(AnswerOutcome.ANSWERED, AnswerOutcome.NOT_FOUND, AnswerOutcome.MISUSED);
  }

  private void accept(Request.Work work) {
    requests.accept(
        new Request(Optional.empty(), "thread", Condition.ALWAYS, work), new Listener(), meter);
  }

  @Test
  void answersOnce_withoutItsStore() throws Exception {
    slow.countDown();
    state.close();

    ask("first");
    assertThat(outcome()).isEqualTo("shown");
    ask("first");
    requests.close();

    assertThat(outcomes).isEmpty();
  }

  @Test
  void leavesNothingToOthersThatItAnswered_whenItsStoreFailedMeanwhile() throws Exception {
    slow.countDown();
    requests = open(withoutBeginning(), new Requests.Limits(10, 1, Duration.ofMinutes(3)));
    ask("first");
    assertThat(outcome()).isEqualTo("shown");

    isFailing = false;
    requests.renewClaims();

    try (var other = SqlState.open(url(), InstantSource.fixed(Instant.EPOCH.plus(LATER)))) {
      assertThat(other.claim("first", Optional.empty())).isFalse();
    }
  }

  /** The store, which notes nothing of what is shown while it fails. */
  private State withoutBeginning() {
    isFailing = true;
    return (State)
        Proxy.newProxyInstance(
            State.class.getClassLoader(),
            new Class<?>[] {State.class},
            (_, method, given) -> {
              if (isFailing && method.getName().equals("begin")) {
                throw new StateException("failing", new IOException());
              }
              return method.invoke(state, given);
            });
  }

  @Test
  void leavesItToBeDeliveredAgain_onceItStops() {
    requests.close();

    assertThat(ask("first")).isEqualTo(Accepted.NO);
    assertThat(outcomes).isEmpty();
  }

  @Test
  void declinesOnlyWhatHasNoOutcome() throws Exception {
    slow.countDown();
    ask("first");
    assertThat(outcome()).isEqualTo("shown");
    requests.close();

    requests.decline(request("first"), new Listener(), "stopping");
    requests.decline(request("second"), new Listener(), "stopping");
    requests.decline(request("second"), new Listener(), "stopping");

    assertThat(outcomes).containsExactly("stopping");
  }

  @Test
  @Timeout(180)
  void leavesToAnotherProcess_whatWaitsWhenItDies() throws Exception {
    requests = open(10);
    for (String event : List.of("first", "second")) {
      requests.accept(request(event).keeping(event), new Listener(), meter);
    }
    Set<String> left = new HashSet<>();
    try (var other = SqlState.open(url(), InstantSource.fixed(Instant.EPOCH.plus(LATER)))) {
      while (left.size() < 2) {
        left.addAll(other.takeOver());
        Thread.onSpinWait();
      }
      assertThat(left).containsExactlyInAnyOrder("first", "second");
      assertThat(other.claim("first", Optional.empty())).isTrue();
    }

    slow.countDown();
    assertThat(outcome()).isEqualTo("shown");
    requests.close();

    assertThat(outcomes).isEmpty();
  }

  @Test
  @Timeout(180)
  void apologisesOnce_forWhatItHasNoMoreTimeToAnswer() throws Exception {
    requests = open(new Requests.Limits(10, 1, Duration.ofMillis(1)));
    ask("first");
    ask("second");
    ask("second");

    requests.close();

    assertThat(outcomes).containsExactlyInAnyOrder(Requests.STOPPED, Requests.STOPPED);
    slow.countDown();
    while (requests.unfinished() > 0) {
      Thread.onSpinWait();
    }
    assertThat(outcomes).hasSize(2);
  }

  @Test
  void endsInTime_whenEvenApologiesCannotBeShown() {
    requests = open(new Requests.Limits(10, 1, Duration.ofMillis(1), Duration.ofMillis(1)));
    ask(
        "first",
        new Listener() {
          @Override
          public Delivery apologise(String words) {
            try {
              slow.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            return new Delivery.Failed("interrupted");
          }
        });

    requests.close();

    assertThat(outcomes).isEmpty();
  }

  @Test
  void saysNothingAboutStopping_toWhoMayNotMeanIt() {
    requests = open(new Requests.Limits(10, 1, Duration.ofMillis(1)));
    ask("first");
    requests.accept(
        new Request(
            Optional.of("second"),
            "thread",
            Condition.IN_KNOWN_THREAD,
            Request.question("what does a welder earn?")),
        new Listener(),
        meter);

    requests.close();

    assertThat(outcomes).containsExactly(Requests.STOPPED);
  }
}
