package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.ServedBot;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.discord.FakeDiscord.Interaction;
import dev.rolewise.bot.discord.FakeDiscord.Trouble;
import dev.rolewise.bot.discord.FakeDiscord.Who;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code rolewise serve} as a process of its own, which cannot start or is killed. */
@EnabledOnOs(OS.LINUX)
class DiscordProcessTest {
  private static final String NOT_TAKEN =
      "rolewise: serve: ROLEWISE_DISCORD_TOKEN: Discord does not take the token";

  @TempDir private static Path documents;

  /** Caches, which need not be made for each test. */
  @TempDir private static Path data;

  @TempDir Path folder;
  private FakeDiscord discord;

  @BeforeAll
  static void writesTheDesk() throws IOException {
    Desk.knowledge(documents, Desk.DOCUMENTS);
  }

  @BeforeEach
  void startsDiscord() throws Exception {
    discord = new FakeDiscord();
  }

  @AfterEach
  void stopsDiscord() {
    discord.close();
    assertThat(discord.problems()).isEmpty();
  }

  private ServedBot startBot(Map<String, String> more) throws IOException {
    Map<String, String> environment = new HashMap<>(new DiscordLoopback(discord).environment());
    environment.put("ROLEWISE_STATE_URL", "jdbc:sqlite:" + folder.resolve("state.db"));
    environment.putAll(more);
    return ServedBot.start(
        ServedBot.likeThisProcess(), data, environment, "--knowledge", documents.toString());
  }

  /** It ends with the code for wrong configuration, and with nothing but one line to read. */
  private void assertRefused(Map<String, String> more, String line) throws Exception {
    try (ServedBot bot = startBot(more)) {
      assertThat(bot.awaitExit()).as(bot.log()).isEqualTo(2);
      assertThat(bot.log().lines().filter(one -> !one.contains(" INFO "))).last().isEqualTo(line);
      assertThat(bot.log().lines().filter(one -> one.startsWith("rolewise: "))).contains(line);
      assertThat(bot.log()).doesNotContain(" ERROR ", "Exception", "\tat ");
    }
  }

  @Test
  void endsAtOnce_withOneLine_whenTheTokenIsWrong() throws Exception {
    assertRefused(Map.of("ROLEWISE_DISCORD_TOKEN", "MTk4.Cl2FMQ.wrong"), NOT_TAKEN);
  }

  @Test
  void endsAtOnce_withOneLine_whenItsIntentsAreNotAllowed() throws Exception {
    discord.refuse(4014);

    assertRefused(
        Map.of(),
        "rolewise: serve: ROLEWISE_DISCORD_TOKEN: Discord does not allow the bot its intents, which"
            + " are Server Messages and Direct Messages; see \"Bot\" at"
            + " https://discord.com/developers/applications");
  }

  @Test
  void endsAtOnce_withOneLine_whenTheGatewayCannotBeReached() throws Exception {
    assertRefused(
        Map.of("ROLEWISE_DISCORD_GATEWAY_URL", "ws://127.0.0.1:1"),
        "rolewise: serve: the gateway of Discord at ws://127.0.0.1:1 cannot be reached, see"
            + " ROLEWISE_DISCORD_GATEWAY_URL");
  }

  @Test
  void endsAtOnce_withOneLine_whenPermissionsAreMissing() throws Exception {
    discord.next("PUT applications/*/commands", Trouble.error(403, 50001, "Missing Access"));

    assertRefused(
        Map.of(),
        "rolewise: serve: ROLEWISE_DISCORD_TOKEN: Discord does not let the bot register its"
            + " commands (50001 Missing Access), invite it with the scope applications.commands");
  }

  @Test
  void knowsItsAnswers_afterItWasKilled() throws Exception {
    Interaction asked;
    try (ServedBot bot = startBot(Map.of())) {
      discord.awaitIdentified(1);
      asked =
          discord.command(
              Who.IN_CHANNEL, "ask", Map.of("question", "what does a data engineer make?"));
      discord.awaitOutcome(asked);
      bot.kill();
    }
    try (ServedBot bot = startBot(Map.of())) {
      discord.awaitIdentified(2);
      var answer = discord.outcome(asked).getFirst();
      var pressed = discord.press(Who.IN_CHANNEL, answer, FakeDiscord.button(answer, "Sources"));

      assertThat(FakeDiscord.text(discord.awaitOutcome(pressed).getFirst()))
          .contains("data-engineer");
      bot.terminate();
      bot.awaitExit();
    }
  }
}
