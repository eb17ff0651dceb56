package dev.rolewise.bot.slack;

import static dev.rolewise.bot.slack.SlackPayloads.mention;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
import dev.rolewise.bot.slack.FakeSlack.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot with a Slack that takes calls and then says nothing. */
class SlackTimeoutTest {
  private static final String TS = "1700000000.000100";
  private static final Commands COMMANDS =
      new Commands(List.of(new AskCommand(), new HelpCommand(List.of())));

  @TempDir private static Path documents;
  private static Library library;

  @TempDir Path folder;
  private FakeSlack slack;
  private RunningBot bot;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    library = Corpus.library(Desk.knowledge(documents, Desk.DOCUMENTS));
  }

  @BeforeEach
  void opens() throws Exception {
    slack = new FakeSlack();
    bot = new RunningBot(slack, COMMANDS, () -> library, folder, Duration.ofSeconds(3));
  }

  @AfterEach
  void closes() {
    bot.close();
    slack.close();
  }

  private void ask() {
    bot.connect();
    slack.awaitHellos(1);
    slack.send("events_api", slack.event("Ev1", mention(TS, "what does a welder earn?")));
    slack.awaitPosted(1);
    bot.settle();
  }

  @Test
  void refusesToStart_whenSlackSaysNothing() {
    slack.next("auth.test", Trouble.silence(false));

    assertThat(bot.connect())
        .isEqualTo(
            new Connected.Refused(
                "Slack at " + slack.apiUrl() + " cannot be reached, see ROLEWISE_SLACK_API_URL"));
  }

  @Test
  void postsAgain_whenSlackSaidNothingAndHasNoMessage() {
    slack.next("chat.postMessage", Trouble.silence(false));

    ask();

    assertThat(slack.posted()).hasSize(1);
  }

  @Test
  void postsOnce_whenSlackSaidNothingAndHasTheMessage() {
    slack.next("chat.postMessage", Trouble.silence(true));

    ask();

    assertThat(slack.posted()).hasSize(1);
    assertThat(slack.calls("chat.postMessage")).hasSize(1);
  }

  @Test
  void answersADirectMessage_whileTheAgentPaneSaysNothing() {
    bot.close();
    bot = new RunningBot(slack, COMMANDS, () -> library, folder, Duration.ofMinutes(10));
    bot.connect();
    slack.awaitHellos(1);
    slack.next("assistant.threads.setStatus", Trouble.silence(false));

    slack.send(
        "events_api",
        slack.event("Ev1", SlackPayloads.direct("1700000000.000100", "what does a welder earn?")));
    slack.awaitPosted(1);

    assertThat(slack.posted().getFirst().path("text").asText()).contains("welder.md");
  }

  @Test
  void tellsThatNothingWasSent_whenAConnectionIsNotMadeSecure() {
    var request =
        new Request.Builder().url(slack.apiUrl().toString().replace("http:", "https:")).build();
    var client = Unsent.in(new OkHttpClient.Builder()).build();

    assertThatExceptionOfType(ConnectException.class)
        .isThrownBy(() -> client.newCall(request).execute());
  }

  @Test
  void tellsNothing_whenAConnectionBreaksLater() {
    slack.next("auth.test", Trouble.hangUp(false));
    var request = new Request.Builder().url(slack.apiUrl() + "auth.test").build();
    var client = Unsent.in(new OkHttpClient.Builder().retryOnConnectionFailure(false)).build();

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> client.newCall(request).execute())
        .isNotInstanceOf(ConnectException.class);
  }
}
