package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A Discord on loopback for each test, and the bot in it once it runs. */
abstract class WithDiscord {
  static final String QUESTION = "what does a data engineer make?";
  static final String BASE = "$119,000";
  static final String MENTION = "<@" + FakeDiscord.BOT + "> ";

  /** Routes of Discord. */
  static final String CALLBACK = "POST interactions/*/*/callback";

  static final String EDIT = "PATCH webhooks/*/*/messages/@original";
  static final String FOLLOW_UP = "POST webhooks/*/*";
  static final String POST = "POST channels/*/messages";
  static final String REGISTER = "PUT applications/*/commands";

  @TempDir Path folder;
  @RegisterExtension final JdaErrors jda = new JdaErrors();
  FakeDiscord discord;
  private Optional<TestBot> running = Optional.empty();

  @BeforeEach
  void startsDiscord() throws Exception {
    discord = new FakeDiscord();
  }

  /** Runs a bot in the place of the one that runs. */
  final TestBot run(Supplier<TestBot> next) {
    running.ifPresent(TestBot::close);
    TestBot bot = next.get();
    running = Optional.of(bot);
    return bot;
  }

  /** The same, with the bot as it mostly is. */
  final TestBot run() {
    return run(() -> TestBot.start(folder, TestBot.config(discord)));
  }

  final TestBot bot() {
    return running.orElseThrow();
  }

  @AfterEach
  void stops() {
    running.ifPresent(TestBot::close);
    discord.close();
    assertThat(discord.problems()).isEmpty();
  }
}
