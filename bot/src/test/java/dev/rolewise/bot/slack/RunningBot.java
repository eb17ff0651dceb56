package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.config.SlackConfig;
import dev.rolewise.bot.config.SlackMode;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
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
import java.util.function.Supplier;

/** A bot for a Slack on loopback, which waits for nothing. */
final class RunningBot implements AutoCloseable {
  private final FakeSlack slack;
  private final SqlState state;
  private final Requests requests;
  private final SlackPlatform platform;

  /**
   * One that is connected.
   *
   * @param folder for its state
   */
  RunningBot(FakeSlack slack, Commands commands, Supplier<Library> library, Path folder) {
    this(slack, commands, library, folder, Duration.ofSeconds(5));
    assertThat(connect()).isEqualTo(new Connected.Ready());
    slack.awaitHellos(1);
  }

  /**
   * One that is still to be connected.
   *
   * @param timeout how long Slack may be silent in a call
   */
  RunningBot(
      FakeSlack slack,
      Commands commands,
      Supplier<Library> library,
      Path folder,
      Duration timeout) {
    this.slack = slack;
    var ids = new AtomicInteger();
    state =
        SqlState.open(
            "jdbc:sqlite:" + folder.resolve("state.db"), InstantSource.fixed(Instant.EPOCH));
    requests =
        new Requests(
            commands,
            library,
            state,
            new Requests.Limits(500, 4, Duration.ofMinutes(3)),
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
            timeout,
            _ -> {},
            Duration.ofMinutes(5));
  }

  Connected connect() {
    return platform.connect();
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
