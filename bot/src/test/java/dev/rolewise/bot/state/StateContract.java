package dev.rolewise.bot.state;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.state.Feedback.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of the state has to do. */
abstract class StateContract {
  static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private static final Cited CITED = new Cited(1, "avp-ai-ml", 41, "9f3c");
  private static final SavedConversation CONVERSATION =
      new SavedConversation(List.of("What does an AVP earn?", "And in \"Pune\"?"), List.of(CITED));
  private static final KeptAnswer ANSWER =
      new KeptAnswer(
          "k7pq",
          "ask",
          Map.of("question", List.of("And in \"Pune\"?")),
          List.of("What does an AVP earn?"),
          List.of(CITED),
          List.of("What does a VP earn?"),
          "thread-1",
          "",
          Optional.of("what it showed"),
          Optional.of("how it came about"));

  private Instant now = NOON;
  private State state;

  /**
   * Opens the store, the same one each time in one test.
   *
   * @param clock tells the time
   */
  abstract State open(InstantSource clock);

  @BeforeEach
  void openStore() {
    state = open(() -> now);
  }

  @AfterEach
  void closeStore() {
    state.close();
  }

  @Test
  void link_isFoundAgain_andTakesThePlaceOfTheOneBefore() {
    state.link("place-1", "thread-1");
    state.link("place-1", "thread-2");

    assertThat(state.findThread("place-1")).contains("thread-2");
    assertThat(state.findThread("place-2")).isEmpty();
  }

  @Test
  void link_isForgottenWithTime_andANoteIsNot() {
    state.link("place-1", "thread-1");
    state.note("commands", "abc");
    state.note("commands", "def");

    state.forgetBefore(NOON.plusSeconds(1));

    assertThat(state.findThread("place-1")).isEmpty();
    assertThat(state.findNote("commands")).contains("def");
    assertThat(state.findNote("other")).isEmpty();
  }

  @Test
  void claim_givesARequestToOneOnly() {
    boolean first = state.claim("T1/C1/1.0001", Optional.empty());
    boolean again = state.claim("T1/C1/1.0001", Optional.empty());
    boolean other = state.claim("T1/C1/1.0002", Optional.empty());

    assertThat(List.of(first, again, other)).containsExactly(true, false, true);
  }

  @Test
  void claim_givesEachRequestToOneOnly_whenManyAskAtOnce() throws Exception {
    List<Callable<Boolean>> claims = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String request = "T1/C1/" + i % 50;
      claims.add(() -> state.claim(request, Optional.empty()));
    }

    List<Boolean> given = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> claim : executor.invokeAll(claims)) {
        given.add(claim.get());
      }
    }

    assertThat(given.stream().collect(partitioningBy(claimed -> claimed, counting())))
        .isEqualTo(Map.of(true, 50L, false, 150L));
  }

  @Test
  void claimOfADeadProcess_isThereForTheNext_unlessAnOutcomeWasBegun() {
    state.claim("left", Optional.of("what does a welder earn?"));
    state.claim("begun", Optional.of("what does a nurse earn?"));
    boolean isBegun = state.begin("begun");
    try (State next = open(() -> now)) {
      now = NOON.plus(State.LEASE);
      List<String> early = next.takeOver();
      now = now.plusMillis(1);

      assertThat(List.of(isBegun, early)).containsExactly(true, List.of());
      assertThat(next.takeOver()).containsExactly("what does a welder earn?");
      assertThat(next.claim("left", Optional.of("what does a welder earn?"))).isTrue();
      assertThat(next.claim("begun", Optional.empty())).isFalse();
      assertThat(state.begin("left")).isFalse();
      assertThat(next.begin("left")).isTrue();
      now = now.plus(State.LEASE).plusMillis(1);
      assertThat(next.takeOver()).isEmpty();
      assertThat(state.claim("left", Optional.empty())).isFalse();
    }
  }

  @Test
  void claimOfADeadProcess_isLeft_onceNobodyWaitsForItsAnswer() {
    state.claim("old", Optional.of("what does a welder earn?"));
    now = NOON.plus(State.MAX_LATE);
    state.claim("new", Optional.of("what does a nurse earn?"));
    try (State next = open(() -> now)) {
      now = now.plus(State.LEASE).plusMillis(1);

      assertThat(next.takeOver()).containsExactly("what does a nurse earn?");
      now = NOON.plus(State.LEASE).plusMillis(1);
      assertThat(next.takeOver()).isEmpty();
    }
  }

  @Test
  void claim_isNobodyElses_asLongAsItIsRenewed() {
    state.claim("slow", Optional.of("what does a welder earn?"));
    now = NOON.plus(State.LEASE);
    state.renew();
    try (State other = open(() -> now)) {
      now = now.plus(State.LEASE);

      assertThat(other.takeOver()).isEmpty();
      assertThat(other.claim("slow", Optional.empty())).isFalse();
      assertThat(state.begin("slow")).isTrue();
    }
  }

  @Test
  void conversation_isTheLastOneSaved() {
    state.save("thread-1", new SavedConversation(List.of("What does an AVP earn?"), List.of()));
    state.save("thread-1", CONVERSATION);

    assertThat(state.findConversation("thread-1")).contains(CONVERSATION);
    assertThat(state.findConversation("thread-2")).isEmpty();
  }

  @Test
  void answer_isFoundWithWhereItIsShown() {
    state.keep(ANSWER);
    state.placed("k7pq", "C1 1.0002");

    assertThat(state.findAnswer("k7pq").orElseThrow())
        .isEqualTo(
            new KeptAnswer(
                "k7pq",
                "ask",
                ANSWER.given(),
                ANSWER.before(),
                ANSWER.citations(),
                ANSWER.suggestions(),
                "thread-1",
                "C1 1.0002",
                ANSWER.reply(),
                ANSWER.why()));
    assertThat(state.findAnswer("other")).isEmpty();
  }

  @Test
  void asked_isTheLastOfOnePerson_newestFirst() {
    for (int i = 0; i < State.MAX_ASKED + 5; i++) {
      now = now.plusSeconds(1);
      keep("answer" + i);
      state.asked("anna", "answer" + i);
    }
    keep("other");
    state.asked("ben", "other");

    List<String> ids = state.findAsked("anna").stream().map(KeptAnswer::id).toList();
    assertThat(ids).hasSize(State.MAX_ASKED);
    assertThat(ids.getFirst()).isEqualTo("answer" + (State.MAX_ASKED + 4));
    assertThat(ids.getLast()).isEqualTo("answer5");
    assertThat(state.findAsked("ben")).extracting(KeptAnswer::id).containsExactly("other");
    assertThat(state.findAsked("ben")).extracting(KeptAnswer::reply).containsOnly(Optional.empty());
    assertThat(state.findAsked("carl")).isEmpty();
  }

  private void keep(String id) {
    state.keep(
        new KeptAnswer(
            id,
            ANSWER.command(),
            ANSWER.given(),
            ANSWER.before(),
            ANSWER.citations(),
            ANSWER.suggestions(),
            ANSWER.thread(),
            "",
            ANSWER.reply(),
            Optional.empty()));
  }

  @Test
  void keepsAReason_untilThereIsAnotherOrAnotherVerdict() {
    state.rate(new Feedback("k7pq", "a", Verdict.BAD, "out of date"));
    state.rate(new Feedback("k7pq", "a", Verdict.BAD, ""));
    assertThat(state.findFeedback("k7pq", "a"))
        .contains(new Feedback("k7pq", "a", Verdict.BAD, "out of date"));

    state.rate(new Feedback("k7pq", "a", Verdict.BAD, "of another place"));
    assertThat(state.findFeedback("k7pq", "a"))
        .contains(new Feedback("k7pq", "a", Verdict.BAD, "of another place"));

    state.rate(new Feedback("k7pq", "a", Verdict.GOOD, ""));
    assertThat(state.findFeedback("k7pq", "a"))
        .contains(new Feedback("k7pq", "a", Verdict.GOOD, ""));
  }

  @Test
  void spent_isAllOfOneDay_alsoAfterARestart() {
    LocalDate day = LocalDate.of(2026, 11, 22);

    assertThat(state.spend(day, 0)).isZero();
    assertThat(state.spend(day, 5_000_000_000L)).isEqualTo(5_000_000_000L);
    assertThat(state.spend(day.plusDays(1), 7)).isEqualTo(7);
    state.close();
    state = open(() -> now);
    assertThat(state.spend(day, 1)).isEqualTo(5_000_000_001L);

    state.forgetBefore(NOON.plus(Duration.ofDays(1)));
    assertThat(state.spend(day, 0)).isZero();
    assertThat(state.spend(day.plusDays(1), 0)).isEqualTo(7);
  }

  @Test
  void feedback_isOnePersonsLast() {
    state.rate(new Feedback("k7pq", "a", Verdict.BAD, ""));
    state.rate(new Feedback("k7pq", "a", Verdict.BAD, "out of date"));
    state.rate(new Feedback("k7pq", "b", Verdict.GOOD, ""));

    assertThat(state.findFeedback("k7pq", "a"))
        .contains(new Feedback("k7pq", "a", Verdict.BAD, "out of date"));
    assertThat(state.findFeedback("k7pq", "b"))
        .contains(new Feedback("k7pq", "b", Verdict.GOOD, ""));
  }

  @Test
  void everything_isThereAfterARestart() {
    state.claim("T1/C1/1.0001", Optional.empty());
    state.save("thread-1", CONVERSATION);
    state.keep(ANSWER);
    state.close();

    state = open(() -> now);

    assertThat(state.claim("T1/C1/1.0001", Optional.empty())).isFalse();
    assertThat(state.findConversation("thread-1")).contains(CONVERSATION);
    assertThat(state.findAnswer("k7pq")).contains(ANSWER);
  }

  @Test
  void forgetBefore_forgetsWhatIsOlder() {
    state.claim("old", Optional.empty());
    state.save("old", CONVERSATION);
    state.keep(ANSWER);
    state.asked("anna", "k7pq");
    now = NOON.plus(Duration.ofDays(2));
    state.claim("new", Optional.empty());

    state.forgetBefore(NOON.plus(Duration.ofDays(1)));

    assertThat(state.claim("old", Optional.empty())).isTrue();
    assertThat(state.claim("new", Optional.empty())).isFalse();
    assertThat(state.findConversation("old")).isEmpty();
    assertThat(state.findAnswer("k7pq")).isEmpty();
    assertThat(state.findAsked("anna")).isEmpty();
  }
}
