package dev.rolewise.bot.discord;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.bench.Mentions;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.RoleCommand;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
import dev.rolewise.bot.platform.Conversations;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Notes;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.state.SqlState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many interactions, some delivered again, with connections that end in between; {@code ./rolewise
 * bench discord} sends more of them to the whole program.
 */
class DiscordSoakTest {
  private static final int INTERACTIONS = 300;
  private static final String QUESTION = "what does an AVP of AI earn?";
  private static final Library LIBRARY = Corpus.library(Corpus.KNOWLEDGE);

  @TempDir Path folder;
  @RegisterExtension final JdaErrors jda = new JdaErrors();

  @Test
  @SuppressWarnings("try") // closing waits for the last outcomes
  void answersEveryInteractionExactlyOnce() throws Exception {
    var commands =
        new Commands(List.of(new AskCommand(), new RoleCommand(), new HelpCommand(List.of())));
    var ids = new AtomicInteger();
    try (var discord = FakeDiscord.trusting();
        var state =
            SqlState.open("jdbc:sqlite:" + folder.resolve("state.db"), InstantSource.system());
        var requests =
            new Requests(
                commands,
                () -> LIBRARY,
                state,
                new Requests.Limits(INTERACTIONS * 2, 2, Duration.ofMinutes(3)),
                () -> "a" + ids.incrementAndGet());
        var platform =
            new DiscordPlatform(
                TestBot.config(discord),
                commands,
                requests,
                Meter.NONE,
                new Conversations(state),
                new Notes(state))) {
      var people = new DiscordLoopback(discord);
      assertThat(platform.connect()).isEqualTo(new Connected.Ready());

      new Mentions(0, INTERACTIONS, 0, 2).send(people, List.of(QUESTION));
      platform.stopAccepting();
      requests.close();

      assertThat(people.messages())
          .isEqualTo(
              IntStream.range(0, INTERACTIONS).boxed().collect(toMap(Function.identity(), _ -> 1)));
      assertThat(discord.interactions())
          .hasSize(INTERACTIONS + INTERACTIONS / 2)
          .allSatisfy(interaction -> assertThat(interaction.acknowledgements).isEqualTo(1));
      assertThat(people.words().values()).allMatch(words -> words.contains("$180,000"));
      assertThat(discord.problems()).isEmpty();
    }
  }
}
