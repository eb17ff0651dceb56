package dev.rolewise.bot.slack;

import static dev.rolewise.bot.slack.SlackPayloads.ASKER;
import static dev.rolewise.bot.slack.SlackPayloads.CHANNEL;
import static dev.rolewise.bot.slack.SlackPayloads.mention;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.ScriptedModel;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Call;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.Outcome;
import dev.rolewise.bot.command.SourcesCommand;
import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.command.WhyCommand;
import dev.rolewise.bot.slack.FakeSlack.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that grow in Slack while a model writes them. */
class SlackStreamTest {
  private static final String TS = "1700000000.000100";
  private static final List<String> CALLS =
      List.of(
          "chat.startStream",
          "chat.appendStream",
          "chat.stopStream",
          "chat.postMessage",
          "chat.update",
          "chat.delete");

  @TempDir Path folder;
  private final ScriptedModel model = new ScriptedModel(ScriptedModel.PARTS);
  private volatile boolean breaks;
  private volatile Library library = model.library();
  private FakeSlack slack;
  private RunningBot bot;

  @BeforeEach
  void starts() throws Exception {
    slack = new FakeSlack();
    bot = new RunningBot(slack, commands(), () -> library, folder);
  }

  @AfterEach
  void stops() {
    model.goOn(1_000);
    bot.close();
    slack.close();
  }

  private Commands commands() {
    List<Command> all =
        new ArrayList<>(List.of(new BreakingAsk(), new SourcesCommand(), new WhyCommand()));
    all.add(new HelpCommand(List.copyOf(all)));
    return new Commands(all);
  }

  /** Fails behind its answer, if it is to. */
  private final class BreakingAsk implements Command {
    private final AskCommand ask = new AskCommand();

    @Override
    public Usage usage() {
      return ask.usage();
    }

    @Override
    public Outcome run(Call call, Library from) {
      Outcome outcome = ask.run(call, from);
      if (breaks) {
        throw new IllegalStateException("secret detail");
      }
      return outcome;
    }
  }

  private void tell(String eventId, Map<String, Object> event) {
    slack.send("events_api", slack.event(eventId, event));
  }

  private void ask() {
    tell("Ev1", mention(TS, ScriptedModel.QUESTION));
  }

  /** Everything that was asked has its outcome after this. */
  private void settle() {
    model.goOn(1_000);
    bot.settle();
  }

  private List<String> callsOf(String... methods) {
    return slack.calls().stream()
        .map(FakeSlack.Call::method)
        .filter(method -> (methods.length == 0 ? CALLS : List.of(methods)).contains(method))
        .toList();
  }

  private static String shown(ObjectNode message) {
    // What grew stands above the blocks; a message that was posted shows its blocks alone.
    boolean hasGrown = message.path("text").asText().contains("**");
    return (hasGrown ? message.path("text").asText() : "") + message.path("blocks");
  }

  private void assertOneWholeAnswer() {
    List<ObjectNode> messages = slack.posted();
    assertThat(messages).hasSize(1);
    assertThat(messages.getFirst().has("streaming")).isFalse();
    String shown = shown(messages.getFirst());
    for (String sentence : ScriptedModel.KEPT) {
      assertThat(shown.split(java.util.regex.Pattern.quote(sentence), -1)).hasSize(2);
    }
    assertThat(shown).contains("feedback", "sources:answer1", "avp-ai-ml.md");
    assertThat(shown.indexOf(ScriptedModel.KEPT.getFirst()))
        .isLessThan(shown.indexOf(ScriptedModel.KEPT.getLast()));
    assertNothingUnsupportedWasSent();
  }

  private void assertNothingUnsupportedWasSent() {
    assertThat(slack.calls())
        .allSatisfy(
            call -> assertThat(call.form().toString()).doesNotContain(ScriptedModel.UNSUPPORTED));
  }

  @Test
  void anAnswerGrows_sentenceBySentence_andEndsWithItsSourcesAndButtons() {
    ask();
    model.goOn(1);
    FakeSlack.Call start = slack.awaitCall("chat.startStream", 0);
    FakeSlack.Call first = slack.awaitCall("chat.appendStream", 0);
    // Two sentences of one part may come as one.
    slack.await(
        "both sentences",
        () ->
            slack.posted().stream()
                .anyMatch(
                    message -> message.path("text").asText().contains(ScriptedModel.KEPT.get(1))));

    assertThat(start.form())
        .containsEntry("channel", CHANNEL)
        .containsEntry("thread_ts", TS)
        .containsEntry("recipient_team_id", FakeSlack.TEAM)
        .containsEntry("recipient_user_id", ASKER);
    assertThat(first.get("markdown_text")).startsWith("**Assistant Vice President");
    assertThat(callsOf("chat.stopStream", "chat.postMessage")).isEmpty();
    assertThat(shown(slack.posted().getFirst())).doesNotContain(ScriptedModel.KEPT.get(2));

    model.goOn(2);
    FakeSlack.Call stop = slack.awaitCall("chat.stopStream", 0);
    settle();

    assertThat(callsOf("chat.postMessage", "chat.update", "chat.delete")).isEmpty();
    assertThat(callsOf().getLast()).isEqualTo("chat.stopStream");
    assertThat(stop.get("blocks")).contains("feedback").doesNotContain(ScriptedModel.KEPT.get(0));
    assertThat(stop.get("metadata")).contains(SlackApi.METADATA_KEY);
    assertOneWholeAnswer();
  }

  @Test
  void nothingGrows_withoutAModel() {
    library = Corpus.library(Corpus.KNOWLEDGE);

    ask();
    settle();

    assertThat(callsOf()).containsExactly("chat.postMessage");
  }

  @Test
  void nothingGrows_whereThereIsNoThread() {
    slack.next("assistant.threads.setStatus", Trouble.error("missing_scope"));

    tell("Ev1", SlackPayloads.direct(TS, ScriptedModel.QUESTION));
    settle();

    assertThat(callsOf()).containsExactly("chat.postMessage");
    assertOneWholeAnswer();
  }

  @Test
  void growsBelowADirectMessage_whereThatIsTheAgentPane() {
    tell("Ev1", SlackPayloads.direct(TS, ScriptedModel.QUESTION));
    settle();

    assertThat(slack.calls("chat.startStream").getFirst().get("thread_ts")).isEqualTo(TS);
    assertOneWholeAnswer();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"unknown_method", "missing_scope", "not_allowed_token_type", "channel_not_found"})
  void theAnswerIsPosted_whenItMayNotGrow(String error) {
    slack.next("chat.startStream", Trouble.error(error));

    ask();
    settle();

    assertThat(callsOf()).containsExactly("chat.startStream", "chat.postMessage");
    assertOneWholeAnswer();
  }

  @Test
  void nobodyAsksAgain_whereThereAreNoStreams() {
    slack.next("chat.startStream", Trouble.error("unknown_method"));
    ask();
    model.goOn(3);
    slack.awaitPosted(1);

    tell("Ev2", mention("1700000001.000100", ScriptedModel.QUESTION));
    settle();

    assertThat(callsOf())
        .containsExactly("chat.startStream", "chat.postMessage", "chat.postMessage");
  }

  static Stream<Arguments> troubles() {
    return Stream.of("chat.appendStream", "chat.stopStream")
        .flatMap(method ->
            Stream.of(
                    Trouble.tooMany(1),
                    Trouble.broken(false),
                    Trouble.broken(true),
                    Trouble.hangUp(true),
                    Trouble.error("message_not_in_streaming_state"),
                    Trouble.error("invalid_blocks"),
                    Trouble.error("internal_error"))
                .map(trouble -> Arguments.of(method, trouble)));
  }

  @ParameterizedTest
  @MethodSource("troubles")
  void thereIsOneWholeAnswer_whateverBreaksOff(String method, Trouble trouble) {
    slack.next(method, trouble);

    ask();
    settle();

    assertOneWholeAnswer();
  }

  @Test
  void nothingIsAdded_onceSlackSaysLater() {
    slack.next("chat.appendStream", Trouble.tooMany(30));

    ask();
    model.goOn(1);
    slack.awaitCall("chat.appendStream", 0);
    settle();

    assertThat(callsOf("chat.appendStream")).hasSize(1);
    assertOneWholeAnswer();
  }

  @Test
  void theAnswerIsPostedAnew_whenAnotherCannotTakeItsPlace() {
    slack.next("chat.stopStream", Trouble.error("internal_error"));
    slack.next("chat.update", Trouble.error("cant_update_message"));

    ask();
    settle();

    assertThat(callsOf("chat.delete", "chat.postMessage"))
        .containsExactly("chat.delete", "chat.postMessage");
    assertOneWholeAnswer();
  }

  @Test
  void anApologyTakesThePlaceOfWhatHasGrown_whenTheAnswerFails() {
    breaks = true;

    ask();
    model.goOn(1);
    slack.awaitCall("chat.appendStream", 0);
    settle();

    assertThat(slack.posted()).hasSize(1);
    assertThat(slack.posted().getFirst().toString())
        .contains("something went wrong")
        .doesNotContain("$180k", "secret detail", "streaming");
  }

  @Test
  void aQuestionThatIsDeliveredAgain_hasOneAnswer() {
    ask();
    model.goOn(1);
    slack.awaitCall("chat.appendStream", 0);
    tell("Ev1", mention(TS, ScriptedModel.QUESTION));
    tell("EvAgain", mention(TS, ScriptedModel.QUESTION));
    settle();

    assertThat(model.asked()).isOne();
    assertThat(callsOf("chat.startStream")).hasSize(1);
    assertOneWholeAnswer();
  }
}
