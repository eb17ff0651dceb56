package dev.rolewise.bot.slack;

import static dev.rolewise.bot.slack.SlackPayloads.button;
import static dev.rolewise.bot.slack.SlackPayloads.mention;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.bot.ServedBot;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.discord.FakeDiscord;
import dev.rolewise.bot.llm.FakeModelHost;
import dev.rolewise.bot.llm.FakeModelHost.Behaviour;
import dev.rolewise.bot.llm.FakeModelHost.Mind;
import dev.rolewise.bot.llm.Wire;
import dev.rolewise.bot.slack.FakeSlack.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code rolewise serve} as a process of its own, which is told to end or is killed. */
@EnabledOnOs(OS.LINUX)
@Timeout(900)
class SlackProcessTest {
  private static final String QUESTION = "what does a data engineer make?";

  /** Exit codes of a process that has ended on SIGTERM, with and without Java's own hand. */
  private static final int DONE = 0;

  private static final int TERMINATED = 143;

  @TempDir private static Path documents;

  /** Caches, which need not be made for each test. */
  @TempDir private static Path data;

  @TempDir Path folder;
  private FakeSlack slack;

  @BeforeAll
  static void writesTheDesk() throws IOException {
    Desk.knowledge(documents, Desk.DOCUMENTS);
  }

  @BeforeEach
  void startsSlack() throws Exception {
    slack = new FakeSlack();
  }

  @AfterEach
  void stopsSlack() {
    slack.close();
  }

  private ServedBot startBot() throws IOException {
    return startBot(Map.of());
  }

  private ServedBot startBot(Map<String, String> more) throws IOException {
    Map<String, String> environment = new HashMap<>(new SlackLoopback(slack).environment());
    environment.putAll(more);
    environment.put("ROLEWISE_STATE_URL", "jdbc:sqlite:" + folder.resolve("state.db"));
    return ServedBot.start(
        ServedBot.likeThisProcess(), data, environment, "--knowledge", documents.toString());
  }

  private ServedBot startBot(int hellos) throws IOException {
    ServedBot bot = startBot();
    slack.awaitHellos(hellos);
    return bot;
  }

  @Test
  void endsAtOnce_withALineThatNamesTheVariable_whenTheTokenIsWrong() throws Exception {
    slack.next("auth.test", Trouble.error("invalid_auth"));

    try (ServedBot bot = startBot()) {
      assertThat(bot.awaitExit()).isEqualTo(2);
      assertThat(bot.log().lines().filter(line -> line.startsWith("rolewise: ")))
          .containsExactly(
              "rolewise: serve: ROLEWISE_SLACK_BOT_TOKEN: Slack does not take the token"
                  + " (invalid_auth)");
    }
  }

  private void ask(String event, String ts) {
    slack.awaitAck(slack.send("events_api", slack.event(event, mention(ts, QUESTION))));
  }

  @Test
  void finishesWhatItAccepted_whenItIsTerminated() throws Exception {
    try (ServedBot bot = startBot(1)) {
      slack.holdPosts();
      for (int i = 0; i < 5; i++) {
        ask("Ev" + i, "1700000000.00010" + i);
      }
      bot.terminate();
      slack.awaitSockets(0);
      slack.releasePosts();

      assertThat(bot.awaitExit()).as(bot.log()).isIn(DONE, TERMINATED);
      assertThat(slack.posted()).hasSize(5);
    }
  }

  @Test
  void finishesWhatItAccepted_whenItIsTerminatedWhileAnotherPlatformIsConnecting()
      throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        ServedBot bot =
            startBot(
                Map.of(
                    "ROLEWISE_DISCORD_TOKEN",
                    FakeDiscord.TOKEN,
                    "ROLEWISE_DISCORD_API_URL",
                    "http://127.0.0.1:" + silent.getLocalPort() + "/api/v10/"))) {
      slack.awaitHellos(1);
      slack.holdPosts();
      try (Socket _ = silent.accept()) {
        ask("Ev1", "1700000000.000101");
        ask("Ev2", "1700000000.000102");
        bot.terminate();
        slack.awaitSockets(0);
        slack.releasePosts();

        assertThat(bot.awaitExit()).as(bot.log()).isIn(DONE, TERMINATED);
      }
      assertThat(slack.posted()).hasSize(2);
    }
  }

  @Test
  void answersOnce_whatItHadNotAnsweredWhenItWasKilled() throws Exception {
    var bothAsk = new CountDownLatch(2);
    Mind hanging =
        _ -> {
          bothAsk.countDown();
          return new Behaviour.Hangs("");
        };
    try (var model = new FakeModelHost(Wire.OPENAI, hanging);
        ServedBot bot = startBot(withModel(model))) {
      slack.awaitHellos(1);
      ask("Ev1", "1700000000.000100");
      ask("Ev2", "1700000000.000200");
      bothAsk.await();
      bot.kill();
    }
    try (ServedBot bot = startBot(2)) {
      slack.awaitPosted(2);
      ask("EvOther", "1700000000.000100");
      bot.terminate();
      bot.awaitExit();
      assertThat(slack.posted())
          .extracting(answer -> answer.path("thread_ts").asText())
          .containsExactlyInAnyOrder("1700000000.000100", "1700000000.000200");
    }
  }

  private static Map<String, String> withModel(FakeModelHost model) {
    return Map.of(
        "ROLEWISE_LLM_PROVIDER",
        "openai",
        "ROLEWISE_LLM_BASE_URL",
        model.address().toString(),
        "ROLEWISE_LLM_MODEL",
        "m",
        "ROLEWISE_LLM_TIMEOUT",
        "5m",
        "ROLEWISE_LLM_DEADLINE",
        "5m");
  }

  @Test
  void knowsWhatItAnswered_afterItWasKilled() throws Exception {
    try (ServedBot bot = startBot(1)) {
      ask("Ev1", "1700000000.000100");
      slack.awaitPosted(1);
      bot.kill();
    }
    try (ServedBot bot = startBot(2)) {
      ask("EvOther", "1700000000.000100");
      JsonNode answer = slack.posted().getFirst();
      JsonNode sources = button(answer, "Sources");
      slack.send(
          "interactive",
          SlackPayloads.press(
              "1.1",
              slack.responseUrl("1.1"),
              answer,
              sources.path("action_id").asText(),
              sources.path("value").asText()));

      assertThat(slack.awaitCall("views.open", 0).get("view")).contains("data-engineer.md");
      bot.terminate();
      bot.awaitExit();
      assertThat(slack.posted()).hasSize(1);
    }
  }
}
