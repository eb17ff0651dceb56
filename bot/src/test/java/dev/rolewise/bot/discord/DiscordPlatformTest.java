package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Call;
import dev.rolewise.bot.command.ChartCommand;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.CompareCommand;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.Outcome;
import dev.rolewise.bot.command.RoleCommand;
import dev.rolewise.bot.command.RolesCommand;
import dev.rolewise.bot.command.SalaryCommand;
import dev.rolewise.bot.command.SourcesCommand;
import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.command.WhyCommand;
import dev.rolewise.bot.config.DiscordConfig;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.discord.FakeDiscord.Interaction;
import dev.rolewise.bot.discord.FakeDiscord.Who;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
import dev.rolewise.bot.platform.Conversations;
import dev.rolewise.bot.platform.Notes;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.state.SqlState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot with JDA over real sockets, against a Discord on loopback. */
class DiscordPlatformTest {
  private static final String QUESTION = "what does a data engineer make?";
  private static final String MENTION = "<@" + FakeDiscord.BOT + "> ";

  @TempDir private static Path documents;
  private static Library library;

  @TempDir Path folder;
  private final AtomicInteger ids = new AtomicInteger();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch slow = new CountDownLatch(0);
  private FakeDiscord discord;
  private SqlState state;
  private Requests requests;
  private DiscordPlatform platform;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    library = Corpus.library(Desk.knowledge(documents, Desk.DOCUMENTS));
  }

  @BeforeEach
  void starts() throws Exception {
    discord = new FakeDiscord();
    startBot(config());
    assertThat(platform.connect()).isEqualTo(new Connected.Ready());
  }

  @AfterEach
  void stops() {
    stopBot();
    assertThat(discord.problems()).isEmpty();
    discord.close();
  }

  private DiscordConfig config() {
    return new DiscordConfig(
        Optional.of(new Secret(FakeDiscord.TOKEN)),
        discord.apiUrl(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private void startBot(DiscordConfig config) {
    state =
        SqlState.open(
            "jdbc:sqlite:" + folder.resolve("state.db"), InstantSource.fixed(Instant.EPOCH));
    requests =
        new Requests(
            commands(),
            () -> library,
            state,
            new Requests.Limits(500, 4, Duration.ofSeconds(20)),
            () -> "answer" + ids.incrementAndGet());
    platform =
        new DiscordPlatform(
            config, commands(), requests, new Conversations(state), new Notes(state), pauses::add);
  }

  private void stopBot() {
    platform.stopAccepting();
    requests.close();
    platform.close();
    state.close();
  }

  private Commands commands() {
    List<Command> all =
        new ArrayList<>(
            List.of(
                new SlowAsk(),
                new RolesCommand(),
                new RoleCommand(),
                new SalaryCommand(),
                new ChartCommand(),
                new CompareCommand(),
                new SourcesCommand(),
                new WhyCommand()));
    all.add(new HelpCommand(List.copyOf(all)));
    return new Commands(all);
  }

  /** Answers as soon as it may, or fails. */
  private final class SlowAsk implements Command {
    private final AskCommand ask = new AskCommand();

    @Override
    public Usage usage() {
      return ask.usage();
    }

    @Override
    public Outcome run(Call call, Library library) {
      try {
        slow.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (call.values().getOrDefault("question", List.of()).contains("please break")) {
        throw new IllegalStateException("secret detail");
      }
      return ask.run(call, library);
    }
  }

  private Interaction ask(String question) {
    return discord.command(Who.IN_CHANNEL, "ask", Map.of("question", question));
  }

  @Test
  void answersAMention_asAReply_andOpensAThread() {
    ObjectNode question = discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    ObjectNode answer = discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst();

    assertThat(FakeDiscord.text(answer)).contains("$119,000");
    assertThat(answer.path("message_reference").path("message_id").asText())
        .isEqualTo(question.path("id").asText());
    assertThat(discord.awaitCall("POST channels/*/messages/*/threads", 0).path())
        .contains(answer.path("id").asText());
  }

  @Test
  void answersACommand_afterThinking() {
    Interaction asked = ask(QUESTION);

    List<ObjectNode> shown = discord.awaitOutcome(asked);

    assertThat(asked.acknowledgement).isEqualTo(5);
    assertThat(shown).hasSize(1);
    assertThat(FakeDiscord.text(shown.getFirst())).contains("$119,000");
    assertThat(FakeDiscord.isPrivate(shown.getFirst())).isFalse();
  }
}
