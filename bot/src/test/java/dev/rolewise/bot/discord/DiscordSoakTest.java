package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.RoleCommand;
import dev.rolewise.bot.discord.FakeDiscord.Interaction;
import dev.rolewise.bot.discord.FakeDiscord.Who;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
import dev.rolewise.bot.platform.Conversations;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Notes;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.state.SqlState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many interactions, some delivered again, with connections that end in between. {@code
 * -Drolewise.soak=10000} sends that many, {@code -Drolewise.soak.drops=10} ends that many
 * connections, and {@code -Drolewise.soak.rate=50} sends as many a second and tells how long it
 * took, after the first fifth, in which the machine warms up.
 */
class DiscordSoakTest {
  private static final int INTERACTIONS = Integer.getInteger("rolewise.soak", 300);
  private static final int RATE = Integer.getInteger("rolewise.soak.rate", 0);
  private static final int DROPS = Integer.getInteger("rolewise.soak.drops", 2);
  private static final String QUESTION = "what does an AVP of AI earn?";
  private static final Library LIBRARY = Corpus.library(Corpus.KNOWLEDGE);

  @TempDir Path folder;

  @Test
  @SuppressWarnings("try") // closing waits for the last outcomes
  void answersEveryInteractionExactlyOnce() throws Exception {
    var commands =
        new Commands(List.of(new AskCommand(), new RoleCommand(), new HelpCommand(List.of())));
    var ids = new AtomicInteger();
    List<Interaction> asked = new ArrayList<>();
    List<Interaction> typed = new ArrayList<>();
    try (var jda = new JdaErrors();
        var discord = FakeDiscord.trusting();
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
      assertThat(platform.connect()).isEqualTo(new Connected.Ready());
      int resumed = 0;
      long start = System.nanoTime();
      for (int i = 0; i < INTERACTIONS; i++) {
        // Everybody asks once: earlier questions would make the answer itself take longer.
        var who = new Who(FakeDiscord.CHANNEL, "1100000%012d".formatted(i), List.of());
        Interaction interaction = discord.command(who, "ask", Map.of("question", QUESTION));
        asked.add(interaction);
        if (i % 20 == 0) {
          discord.deliverAgain(interaction);
          typed.add(discord.type(who, "role", Map.of("role", "avp"), "role"));
        }
        if (i % (INTERACTIONS / DROPS) == INTERACTIONS / DROPS / 2) {
          discord.drop();
          discord.awaitResumed(++resumed);
        }
        if (RATE > 0) {
          long due = start + (i + 1) * 1_000_000_000L / RATE;
          LockSupport.parkNanos(due - System.nanoTime());
        }
      }
      asked.forEach(discord::awaitAcknowledged);
      typed.forEach(discord::awaitAcknowledged);
      platform.stopAccepting();
      requests.close();

      assertThat(asked)
          .allSatisfy(interaction -> {
            assertThat(interaction.acknowledgements).isEqualTo(1);
            assertThat(discord.outcome(interaction))
                .singleElement()
                .satisfies(message -> {
                  assertThat(message.path("edits").asInt()).isEqualTo(1);
                  assertThat(FakeDiscord.text(message)).contains("$180,000");
                });
          });
      assertThat(typed)
          .allSatisfy(interaction -> assertThat(interaction.acknowledgements).isEqualTo(1));
      assertThat(discord.problems()).isEmpty();
      assertThat(jda.errors()).isEmpty();
      if (RATE > 0) {
        int warm = INTERACTIONS / 5;
        report(asked.subList(warm, asked.size()), typed.subList(typed.size() / 5, typed.size()));
      }
    }
  }

  private static void report(List<Interaction> asked, List<Interaction> typed) {
    List<Long> own = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      long start = System.nanoTime();
      LIBRARY.answerer().answer(QUESTION, List.of());
      own.add(System.nanoTime() - start);
    }
    List<Long> deferrals = asked.stream().map(a -> a.acknowledgedAt - a.sentAt).toList();
    List<Long> answers = asked.stream().map(a -> a.answeredAt - a.sentAt).toList();
    List<Long> completions = typed.stream().map(t -> t.acknowledgedAt - t.sentAt).toList();
    System.err.printf(
        "{\"interactions\":%d,\"rate\":%d,\"drops\":%d,\"deferralP50\":%.1f,\"deferralP99\":%.1f,"
            + "\"answerP50\":%.1f,\"answerP99\":%.1f,\"ownAnswerP50\":%.1f,"
            + "\"autocompleteP50\":%.1f,\"autocompleteP99\":%.1f}%n",
        INTERACTIONS,
        RATE,
        DROPS,
        millis(deferrals, 0.5),
        millis(deferrals, 0.99),
        millis(answers, 0.5),
        millis(answers, 0.99),
        millis(own, 0.5),
        millis(completions, 0.5),
        millis(completions, 0.99));
  }

  private static double millis(List<Long> nanos, double share) {
    List<Long> sorted = nanos.stream().sorted().toList();
    return sorted.get((int) (share * (sorted.size() - 1))) / 1e6;
  }
}
