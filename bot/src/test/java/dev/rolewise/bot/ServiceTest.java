package dev.rolewise.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.config.DiscordConfig;
import dev.rolewise.bot.config.HttpConfig;
import dev.rolewise.bot.config.KnowledgeConfig;
import dev.rolewise.bot.config.LlmConfig;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.config.SlackConfig;
import dev.rolewise.bot.config.SlackMode;
import dev.rolewise.bot.config.StateConfig;
import dev.rolewise.bot.discord.FakeDiscord;
import dev.rolewise.bot.discord.JdaErrors;
import dev.rolewise.bot.slack.FakeSlack;
import dev.rolewise.bot.slack.FakeSlack.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {
  private static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
  private static final Map<String, Object> MENTION =
      Map.of(
          "type",
          "app_mention",
          "user",
          "U0ASKER",
          "text",
          "<@" + FakeSlack.BOT_USER + "> what does a data engineer make?",
          "ts",
          "1700000000.000100",
          "channel",
          "C0CAREER");

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private static Path documents;
  private static Library library;

  @TempDir Path folder;
  @RegisterExtension final JdaErrors jda = new JdaErrors();
  private FakeSlack slack;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    library = Corpus.library(Desk.knowledge(documents, Desk.DOCUMENTS));
  }

  @BeforeEach
  void startSlack() throws Exception {
    slack = new FakeSlack();
  }

  @AfterEach
  void stopSlack() {
    slack.close();
  }

  private Configuration configuration(SlackMode mode) {
    return configuration(mode, DiscordConfig.DEFAULT);
  }

  private Configuration configuration(SlackMode mode, DiscordConfig discord) {
    return new Configuration(
        KnowledgeConfig.DEFAULT,
        folder,
        new SlackConfig(
            Optional.of(new Secret(FakeSlack.BOT_TOKEN)),
            Optional.of(new Secret(FakeSlack.APP_TOKEN)),
            Optional.of(new Secret(SIGNING_SECRET)),
            mode,
            slack.apiUrl()),
        discord,
        new HttpConfig("127.0.0.1", 0),
        StateConfig.in(folder),
        LlmConfig.DEFAULT);
  }

  private Service.Start start(SlackMode mode) {
    return Service.start(configuration(mode), Wiring.commands(), library, CLOCK);
  }

  private static String get(Service service, String path) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + service.port() + path);
    var response = CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  /** The metrics once they tell of something, which they do a moment after it happened. */
  private static String awaitMetrics(Service service, String name) throws Exception {
    String metrics = get(service, "/metrics");
    for (int i = 0; i < 1_000 && !metrics.contains(name); i++) {
      metrics = get(service, "/metrics");
    }
    return metrics;
  }

  @Test
  void answersOverTheWebSocket_andSaysThatItIsReady() throws Exception {
    try (Service service = ((Service.Start.Started) start(SlackMode.SOCKET)).service()) {
      slack.awaitHellos(1);
      slack.send("events_api", slack.event("Ev1", MENTION));
      slack.awaitPosted(1);

      assertThat(get(service, "/readyz")).startsWith("200").contains("slack", "state");
      assertThat(awaitMetrics(service, "rolewise_answers_seconds_count"))
          .contains(
              "rolewise_answers_seconds_count{outcome=\"answered\",platform=\"slack\"} 1",
              "rolewise_acknowledgements_seconds_count{platform=\"slack\"} 1");
      assertThat(slack.posted().getFirst().path("text").asText()).contains("data-engineer.md");
    }
  }

  @Test
  void isNotReady_whileTheWebSocketIsGone() throws Exception {
    try (Service service = ((Service.Start.Started) start(SlackMode.SOCKET)).service()) {
      slack.awaitHellos(1);
      slack.dropSockets();

      awaitReadiness(
          service,
          "503 {\"ready\":false,\"parts\":[{\"name\":\"slack\",\"ready\":false,\"reason\":\"the"
              + " WebSocket is closed, connecting again\"}");
      slack.awaitHellos(2);
      awaitReadiness(service, "200 {\"ready\":true");
    }
  }

  private void awaitReadiness(Service service, String start) {
    slack.await(
        start,
        () -> {
          try {
            return get(service, "/readyz").startsWith(start);
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void answersOverHttp_whatIsSigned() throws Exception {
    try (Service service = ((Service.Start.Started) start(SlackMode.HTTP)).service()) {
      String body = slack.event("Ev1", MENTION).toString();

      int accepted = post(service, body, sign(body));
      int unsigned = post(service, body, "v0=00");
      slack.awaitPosted(1);

      assertThat(awaitMetrics(service, "rolewise_answers_seconds_count"))
          .contains(
              "rolewise_answers_seconds_count{outcome=\"answered\",platform=\"slack\"} 1",
              "rolewise_acknowledgements_seconds_count{platform=\"slack\"} 1");
      assertThat(accepted).isEqualTo(200);
      assertThat(unsigned).isEqualTo(401);
      assertThat(slack.posted().getFirst().path("thread_ts").asText())
          .isEqualTo("1700000000.000100");
    }
  }

  private static int post(Service service, String body, String signature) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/slack/events"))
              .header("Content-Type", "application/json")
              .header("X-Slack-Request-Timestamp", timestamp())
              .header("X-Slack-Signature", signature)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      return client.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  private static String timestamp() {
    return String.valueOf(CLOCK.instant().getEpochSecond());
  }

  private static String sign(String body) throws Exception {
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed =
        mac.doFinal(("v0:" + timestamp() + ":" + body).getBytes(StandardCharsets.UTF_8));
    return "v0=" + HexFormat.of().formatHex(signed);
  }

  @Test
  void refusesToStart_whenSlackDoesNotTakeTheToken() {
    slack.next("auth.test", Trouble.error("invalid_auth"));

    assertThat(start(SlackMode.SOCKET))
        .isEqualTo(
            new Service.Start.Refused(
                "ROLEWISE_SLACK_BOT_TOKEN: Slack does not take the token (invalid_auth)"));
  }

  @Test
  void refusesToStart_whenSlackIsNotThere() {
    slack.close();

    assertThat(start(SlackMode.SOCKET))
        .isEqualTo(
            new Service.Start.Refused(
                "Slack at " + slack.apiUrl() + " cannot be reached, see ROLEWISE_SLACK_API_URL"));
  }

  private static DiscordConfig config(FakeDiscord discord) {
    return new DiscordConfig(
        Optional.of(new Secret(FakeDiscord.TOKEN)),
        discord.apiUrl(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private Service.Start start(Configuration configuration) {
    return Service.start(configuration, Wiring.commands(), library, CLOCK);
  }

  @Test
  void answersInSlackAndDiscordTogether_andSaysWhenOneIsGone() throws Exception {
    try (var discord = new FakeDiscord();
        Service service =
            ((Service.Start.Started) start(configuration(SlackMode.SOCKET, config(discord))))
                .service()) {
      slack.awaitHellos(1);
      slack.send("events_api", slack.event("Ev1", MENTION));
      slack.awaitPosted(1);
      String shown = discord.answerTo("what does a data engineer make?");
      String ready = get(service, "/readyz");
      jda.expect("cannot be recovered due to identification issues");
      discord.closeSockets(4004);
      discord.await("the end of Discord", () -> isUnavailable(service));

      assertThat(shown).contains("$119,000");
      assertThat(ready).startsWith("200").contains("slack", "discord", "state");
      assertThat(get(service, "/readyz"))
          .contains("ROLEWISE_DISCORD_TOKEN: Discord does not take the token");
    }
  }

  private static boolean isUnavailable(Service service) {
    try {
      String ready = get(service, "/readyz");
      return ready.startsWith("503") && ready.contains("does not take the token");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusesToStart_whenDiscordDoesNotTakeTheToken() throws Exception {
    try (var discord = new FakeDiscord()) {
      jda.expect("cannot be recovered due to identification issues");
      discord.refuse(4004);
      var configuration =
          new Configuration(
              KnowledgeConfig.DEFAULT,
              folder,
              SlackConfig.DEFAULT,
              config(discord),
              new HttpConfig("127.0.0.1", 0),
              StateConfig.in(folder),
              LlmConfig.DEFAULT);

      assertThat(start(configuration))
          .isEqualTo(
              new Service.Start.Refused("ROLEWISE_DISCORD_TOKEN: Discord does not take the token"));
    }
  }
}
