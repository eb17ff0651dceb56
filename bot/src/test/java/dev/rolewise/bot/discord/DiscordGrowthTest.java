package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.ScriptedModel;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.discord.FakeDiscord.Interaction;
import dev.rolewise.bot.discord.FakeDiscord.Trouble;
import dev.rolewise.bot.discord.FakeDiscord.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that grow in Discord while a model writes them. */
class DiscordGrowthTest extends WithDiscord {
  private static final String EDIT_POSTED = "PATCH channels/*/messages/*";

  private final ScriptedModel model = new ScriptedModel(ScriptedModel.PARTS);
  private final CountDownLatch held = new CountDownLatch(1);

  @AfterEach
  void letsGo() {
    model.goOn(1_000);
    held.countDown();
  }

  private TestBot start(Library library) {
    return run(() -> TestBot.over(library, folder, TestBot.config(discord), held));
  }

  private Interaction ask() {
    return discord.command(Who.IN_CHANNEL, "ask", Map.of("question", ScriptedModel.QUESTION));
  }

  private ObjectNode mention() {
    return discord.write(Who.IN_CHANNEL, MENTION + ScriptedModel.QUESTION);
  }

  private void settle(TestBot bot) {
    model.goOn(1_000);
    held.countDown();
    bot.settle();
  }

  private void assertWhole(ObjectNode message) {
    String text = FakeDiscord.text(message);
    for (String sentence : ScriptedModel.KEPT) {
      assertThat(text.split(Pattern.quote(sentence), -1)).hasSize(2);
    }
    assertThat(text).contains("Sources", "Helpful");
    List<FakeDiscord.Call> calls = new ArrayList<>();
    for (String route : List.of(EDIT, FOLLOW_UP, POST, EDIT_POSTED)) {
      calls.addAll(discord.calls(route));
    }
    assertThat(calls)
        .allSatisfy(
            call -> assertThat(call.body().toString()).doesNotContain(ScriptedModel.UNSUPPORTED));
  }

  @Test
  void aCommandsAnswerGrows_withASecondBetweenEdits_andEndsWholeAtOnce() {
    TestBot bot = start(model.library());

    Interaction asked = ask();
    model.goOn(1);
    FakeDiscord.Call first = discord.awaitCall(EDIT, 0);
    discord.await("a pause", () -> bot.pauses.size() == 1);
    model.goOn(2);
    assertThat(discord.calls(EDIT)).hasSize(1);
    bot.settle();

    assertThat(FakeDiscord.text(first.body()))
        .contains(ScriptedModel.QUESTION, ScriptedModel.KEPT.getFirst())
        .doesNotContain("Helpful", ScriptedModel.KEPT.get(2));
    assertThat(discord.calls(EDIT)).hasSize(2);
    assertThat(bot.pauses).containsExactly(Duration.ofSeconds(1));
    assertThat(discord.outcome(asked)).hasSize(1);
    assertThat(discord.calls(FOLLOW_UP)).isEmpty();
    assertWhole(discord.outcome(asked).getFirst());
  }

  @Test
  void aReplyGrows_withASecondBetweenEdits_andEndsWholeAtOnce() {
    TestBot bot = start(model.library());

    mention();
    model.goOn(1);
    FakeDiscord.Call first = discord.awaitCall(POST, 0);
    discord.await("a pause", () -> bot.pauses.size() == 1);
    model.goOn(2);
    assertThat(discord.calls(EDIT_POSTED)).isEmpty();
    bot.settle();

    assertThat(FakeDiscord.text(first.body()))
        .contains(ScriptedModel.KEPT.getFirst())
        .doesNotContain("Helpful", ScriptedModel.KEPT.get(2));
    assertThat(discord.calls(EDIT_POSTED)).hasSize(1);
    assertThat(bot.pauses).containsExactly(Duration.ofSeconds(1));
    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
    assertWhole(discord.posted(FakeDiscord.CHANNEL).getFirst());
  }

  @Test
  void nothingGrows_withoutAModel() {
    TestBot bot = start(Corpus.library(Corpus.KNOWLEDGE));

    Interaction asked = ask();
    mention();
    discord.awaitOutcome(asked);
    discord.awaitPosted(FakeDiscord.CHANNEL, 1);
    settle(bot);

    assertThat(discord.calls(EDIT)).hasSize(1);
    assertThat(discord.calls(POST)).hasSize(1);
    assertThat(discord.calls(EDIT_POSTED)).isEmpty();
    assertThat(bot.pauses).isEmpty();
  }

  static Stream<Trouble> troubles() {
    return Stream.of(
        Trouble.tooMany(false),
        Trouble.broken(false),
        Trouble.broken(true),
        Trouble.error(400, 50035, "Invalid Form Body"));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void aCommandsAnswerIsWhole_whateverBreaksOff(Trouble trouble) {
    discord.next(EDIT, trouble);
    TestBot bot = start(model.library());

    Interaction asked = ask();
    discord.await("the model", () -> model.asked() == 1);
    settle(bot);

    assertThat(discord.outcome(asked)).hasSize(1);
    assertWhole(discord.outcome(asked).getFirst());
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void aReplyIsWhole_whateverBreaksOff(Trouble trouble) {
    discord.next(POST, trouble);
    discord.next(EDIT_POSTED, trouble);
    TestBot bot = start(model.library());

    mention();
    discord.await("the model", () -> model.asked() == 1);
    settle(bot);

    if (trouble.status() != 400) {
      assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
      assertWhole(discord.posted(FakeDiscord.CHANNEL).getFirst());
    }
    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSizeLessThan(2);
  }

  @Test
  void aQuestionThatIsDeliveredAgain_hasOneAnswer() {
    TestBot bot = start(model.library());

    Interaction asked = ask();
    mention();
    // However they are shared out, each has a part.
    model.goOn(2 * ScriptedModel.PARTS.size() - 1);
    discord.awaitCall(EDIT, 0);
    discord.awaitCall(POST, 0);
    discord.deliverAgain(asked);
    discord.repeatMessages();
    discord.awaitAcknowledged(discord.command(Who.IN_CHANNEL, "roles", Map.of()));
    settle(bot);

    assertThat(model.asked()).isEqualTo(2);
    assertThat(discord.outcome(asked)).hasSize(1);
    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
    assertWhole(discord.posted(FakeDiscord.CHANNEL).getFirst());
  }
}
