package dev.rolewise.bot.slack;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.bench.Mentions;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many mentions, some delivered again, with connections that end in between; {@code ./rolewise
 * bench slack} sends more of them to the whole program.
 */
class SlackSoakTest {
  private static final int MENTIONS = 400;
  private static final String QUESTION = "what does an AVP of AI earn?";
  private static final Library LIBRARY = Corpus.library(Corpus.KNOWLEDGE);

  @TempDir Path folder;

  @Test
  @SuppressWarnings("try") // closing waits for the last outcomes
  void answersEveryMentionExactlyOnce() throws Exception {
    var commands = new Commands(List.of(new AskCommand(), new HelpCommand(List.of())));
    var ids = new AtomicInteger();
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
      try (var platform = new SlackPlatform(config, commands, requests, Meter.NONE, List::of)) {
        var mentions = new SlackLoopback(slack);
        platform.connect();
        mentions.awaitBot();

        new Mentions(0, MENTIONS, 0, 2).send(mentions, List.of(QUESTION));
        requests.close();

        assertThat(mentions.messages())
            .isEqualTo(
                IntStream.range(0, MENTIONS).boxed().collect(toMap(Function.identity(), _ -> 1)));
        assertThat(mentions.words().values()).allMatch(words -> words.contains("[1]"));
      }
    }
  }
}
