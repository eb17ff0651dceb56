package dev.rolewise.bot.slack;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.config.SlackConfig;
import dev.rolewise.bot.config.SlackMode;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.state.SqlState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many mentions, some delivered again, with connections that end in between. {@code
 * -Drolewise.soak=10000} sends that many, {@code -Drolewise.soak.drops=10} ends that many
 * connections, and {@code -Drolewise.soak.rate=50} sends as many a second and tells how long it
 * took.
 */
class SlackSoakTest {
  private static final int MENTIONS = Integer.getInteger("rolewise.soak", 400);
  private static final int RATE = Integer.getInteger("rolewise.soak.rate", 0);
  private static final int DROPS = Integer.getInteger("rolewise.soak.drops", 2);
  private static final String QUESTION = "what does an AVP of AI earn?";
  private static final Library LIBRARY = Corpus.library(Corpus.KNOWLEDGE);

  @TempDir Path folder;

  @Test
  @SuppressWarnings("try") // closing waits for the last outcomes
  void answersEveryMentionExactlyOnce() throws Exception {
    var commands = new Commands(List.of(new AskCommand(), new HelpCommand(List.of())));
    var ids = new AtomicInteger();
    Map<String, Long> sent = new HashMap<>();
    try (var slack = new FakeSlack();
        var state =
            SqlState.open("jdbc:sqlite:" + folder.resolve("state.db"), InstantSource.system());
        var requests =
            new Requests(
                commands,
                () -> LIBRARY,
                state,
                new Requests.Limits(MENTIONS * 2, 2, Duration.ofMinutes(3)),
                () -> "a" + ids.incrementAndGet())) {
      var config =
          new SlackConfig(
              Optional.of(new Secret(FakeSlack.BOT_TOKEN)),
              Optional.of(new Secret(FakeSlack.APP_TOKEN)),
              Optional.empty(),
              SlackMode.SOCKET,
              slack.apiUrl());
      try (var platform = new SlackPlatform(config, commands, requests, Meter.NONE)) {
        platform.connect();
        slack.awaitHellos(1);
        long start = System.nanoTime();
        for (int i = 0; i < MENTIONS; i++) {
          String ts = "1700000000.%06d".formatted(i);
          sent.put(ts, System.nanoTime());
          slack.send("events_api", slack.event("Ev" + i, mention(ts)));
          if (i % 20 == 0) {
            slack.send("events_api", slack.event("Again" + i, mention(ts)));
          }
          if (i % (MENTIONS / DROPS) == MENTIONS / DROPS / 2) {
            int hellos = slack.hellos();
            slack.dropSockets();
            slack.awaitHellos(hellos + 1);
            slack.sendAgain();
          }
          if (RATE > 0) {
            long due = start + (i + 1) * 1_000_000_000L / RATE;
            LockSupport.parkNanos(due - System.nanoTime());
          }
        }
        slack.awaitAcks();
        requests.close();

        assertThat(
                slack.posted().stream()
                    .collect(groupingBy(message -> message.path("thread_ts").asText(), counting())))
            .hasSize(MENTIONS)
            .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
        if (RATE > 0) {
          report(slack, sent);
        }
      }
    }
  }

  private static Map<String, Object> mention(String ts) {
    return Map.of(
        "type",
        "app_mention",
        "user",
        "U0ASKER",
        "text",
        "<@" + FakeSlack.BOT_USER + "> " + QUESTION,
        "ts",
        ts,
        "channel",
        "C" + ts.charAt(ts.length() - 1));
  }

  private static void report(FakeSlack slack, Map<String, Long> sent) {
    List<Long> answers = new ArrayList<>();
    slack.postedAt().forEach((ts, at) -> answers.add(at - sent.getOrDefault(ts, at)));
    List<Long> own = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long start = System.nanoTime();
      LIBRARY.answerer().answer(QUESTION, List.of());
      own.add(System.nanoTime() - start);
    }
    System.err.printf(
        "{\"mentions\":%d,\"rate\":%d,\"ackP50\":%.1f,\"ackP99\":%.1f,\"answerP50\":%.1f,"
            + "\"answerP99\":%.1f,\"ownAnswerP50\":%.1f}%n",
        MENTIONS,
        RATE,
        millis(slack.ackNanos(), 0.5),
        millis(slack.ackNanos(), 0.99),
        millis(answers, 0.5),
        millis(answers, 0.99),
        millis(own, 0.5));
  }

  private static double millis(List<Long> nanos, double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
  }
}
