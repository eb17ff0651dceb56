package dev.rolewise.bot.slack;

import static dev.rolewise.bot.slack.SlackPayloads.mention;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.config.SlackConfig;
import dev.rolewise.bot.config.SlackMode;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.slack.FakeSlack.Trouble;
import dev.rolewise.bot.state.SqlState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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
  private SqlState state;
  private Requests requests;
  private SlackPlatform platform;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    library = Corpus.library(Desk.knowledge(documents, Desk.DOCUMENTS));
  }

  @BeforeEach
  void opens() throws Exception {
    slack = new FakeSlack();
    state =
        SqlState.open(
            "jdbc:sqlite:" + folder.resolve("state.db"), InstantSource.fixed(Instant.EPOCH));
    requests =
        new Requests(
            COMMANDS,
            () -> library,
            state,
            new Requests.Limits(500, 4, Duration.ofSeconds(20)),
            () -> "answer1");
    var config =
        new SlackConfig(
            Optional.of(new Secret(FakeSlack.BOT_TOKEN)),
            Optional.of(new Secret(FakeSlack.APP_TOKEN)),
            Optional.empty(),
            SlackMode.SOCKET,
            slack.apiUrl());
    platform =
        new SlackPlatform(
            config,
            COMMANDS,
            requests,
            Meter.NONE,
            List::of,
            Duration.ofMillis(500),
            _ -> {},
            Duration.ofMinutes(5));
  }

  @AfterEach
  void closes() {
    platform.stopAccepting();
    requests.close();
    platform.close();
    state.close();
    slack.close();
  }

  private void ask() {
    platform.connect();
    slack.awaitHellos(1);
    slack.send("events_api", slack.event("Ev1", mention(TS, "what does a welder earn?")));
    slack.awaitPosted(1);
    requests.close();
  }

  @Test
  void refusesToStart_whenSlackSaysNothing() {
    slack.next("auth.test", Trouble.silence(false));

    assertThat(platform.connect())
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
}
