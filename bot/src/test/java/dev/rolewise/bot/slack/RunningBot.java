package dev.rolewise.bot.slack;

import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.config.SlackConfig;
import dev.rolewise.bot.config.SlackMode;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.state.SqlState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A bot that is connected to a Slack on loopback and waits for nothing. */
final class RunningBot implements AutoCloseable {
  private final FakeSlack slack;
  private final SqlState state;
  private final Requests requests;
  private final SlackPlatform platform;

  /**
   * @param folder for its state
   */
  RunningBot(FakeSlack slack, Commands commands, Library library, Path folder) {
    this.slack = slack;
    var ids = new AtomicInteger();
    state =
        SqlState.open(
            "jdbc:sqlite:" + folder.resolve("state.db"), InstantSource.fixed(Instant.EPOCH));
    requests =
        new Requests(
            commands,
            () -> library,
            state,
            new Requests.Limits(500, 4, Duration.ofSeconds(20)),
            () -> "answer" + ids.incrementAndGet());
    platform =
        new SlackPlatform(
            new SlackConfig(
                Optional.of(new Secret(FakeSlack.BOT_TOKEN)),
                Optional.of(new Secret(FakeSlack.APP_TOKEN)),
                Optional.empty(),
                SlackMode.SOCKET,
                slack.apiUrl()),
            commands,
            requests,
            Meter.NONE,
            List::of,
            Duration.ofSeconds(5),
            _ -> {},
            Duration.ofMinutes(5));
    platform.connect();
    slack.awaitHellos(1);
  }

  /** What was sent has been handled after this, and nothing more is. */
  void settle() {
    slack.awaitAcks();
    requests.close();
  }

  @Override
  public void close() {
    platform.stopAccepting();
    requests.close();
    platform.close();
    state.close();
  }
}
