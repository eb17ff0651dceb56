package dev.rolewise.bot.slack;

import static dev.rolewise.bot.slack.SlackPayloads.ASKER;
import static dev.rolewise.bot.slack.SlackPayloads.CHANNEL;
import static dev.rolewise.bot.slack.SlackPayloads.direct;
import static dev.rolewise.bot.slack.SlackPayloads.mention;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.Examples;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Call;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.Outcome;
import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Suggestions;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.slack.FakeSlack.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies that need several messages. */
class SlackLongReplyTest {
  private static final String TS = "1700000000.000100";
  private static final String WORDS = "Join metal parts with heat and read drawings. ".repeat(4);
  private static final Pattern NUMBER = Pattern.compile("(\\d+)-Join");

  @TempDir private static Path documents;
  private static Library library;

  @TempDir Path folder;
  private FakeSlack slack;
  private RunningBot bot;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    library = Corpus.library(Desk.knowledge(documents, Desk.DOCUMENTS));
  }

  @BeforeEach
  void starts() throws Exception {
    slack = new FakeSlack();
    var commands = new Commands(List.of(new CountedStatements(), new HelpCommand(List.of())));
    bot = new RunningBot(slack, commands, () -> library, folder);
  }

  @AfterEach
  void stops() {
    bot.close();
    slack.close();
  }

  /** Says as many statements as it is asked for, or all of them in one for fewer than none. */
  private static final class CountedStatements implements Command {
    @Override
    public Usage usage() {
      return new AskCommand().usage();
    }

    @Override
    public Outcome run(Call call, Library library) {
      int count = Integer.parseInt(call.values().getOrDefault("question", List.of("0")).getFirst());
      List<Block> blocks = new ArrayList<>();
      List<String> statements =
          IntStream.range(0, Math.abs(count)).mapToObj(i -> i + "-" + WORDS.strip()).toList();
      (count < 0 ? List.of(String.join(" ", statements)) : statements)
          .forEach(statement -> blocks.add(new Item(statement, List.of(1))));
      blocks.add(new Sources(List.of(Examples.cite(1, Examples.BASE)), Sources.Quotes.SHORT));
      blocks.add(new Suggestions(List.of("What does an AVP make?")));
      return new Outcome.Replied(new Reply(blocks, "Ask for a part of it."), call.conversation());
    }
  }

  private void tell(Map<String, Object> event) {
    slack.send("events_api", slack.event("Ev1", event));
  }

  private static List<Integer> statements(List<? extends JsonNode> messages) {
    return messages.stream()
        .flatMap(message -> NUMBER.matcher(message.toString()).results())
        .map(found -> Integer.valueOf(found.group(1)))
        .toList();
  }

  private static List<Integer> first(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private List<JsonNode> postedBlocks() {
    return slack.posted().stream().map(message -> message.path("blocks")).toList();
  }

  private static void assertEndsOnlyOnTheLast(List<JsonNode> blocks) {
    for (JsonNode message : blocks.subList(0, blocks.size() - 1)) {
      assertThat(message.toString()).doesNotContain("*Sources*", "\"button\"", "feedback_buttons");
    }
    assertThat(blocks.getLast().toString())
        .contains("*Sources*", "\"button\"", "feedback_buttons", "sources:answer1");
  }

  @Test
  void dividesALongAnswer_betweenMessagesOfItsThread() {
    tell(mention(TS, "180"));
    bot.settle();

    assertThat(slack.posted()).hasSize(3);
    assertThat(slack.posted()).allMatch(message -> message.path("thread_ts").asText().equals(TS));
    assertThat(statements(postedBlocks())).isEqualTo(first(180));
    assertEndsOnlyOnTheLast(postedBlocks());
    assertThat(slack.posted().toString()).doesNotContain("left out");
  }

  @Test
  void dividesAStatementThatOneMessageDoesNotHold_betweenWords() {
    tell(mention(TS, "-120"));
    bot.settle();

    assertThat(slack.posted()).hasSize(2);
    assertThat(statements(postedBlocks())).isEqualTo(first(120));
    assertThat(postedBlocks()).allMatch(message -> message.toString().contains("[1]"));
    assertThat(slack.posted().toString()).doesNotContain("left out");
    assertEndsOnlyOnTheLast(postedBlocks());
  }

  @Test
  void saysWhatItLeavesOut_onceItNeedsMoreMessagesThanAnybodyReads() {
    tell(mention(TS, "450"));
    bot.settle();

    assertThat(slack.posted()).hasSize(5);
    List<Integer> shown = statements(postedBlocks());
    assertThat(shown).hasSizeGreaterThan(300).isEqualTo(first(shown.size()));
    assertThat(postedBlocks().getLast().toString())
        .contains(450 - shown.size() + " statements were left out to fit. Ask for a part of it.");
    assertEndsOnlyOnTheLast(postedBlocks());
  }

  @Test
  void repeatsNoPart_whenSlackBreaksInTheMiddle() {
    var done = new Trouble(200, "{\"ok\":true,\"ts\":\"1700001000.000001\"}", Map.of(), true);
    slack.next("chat.postMessage", done, Trouble.broken(true), Trouble.broken(false));

    tell(mention(TS, "180"));
    bot.settle();

    assertThat(slack.posted()).hasSize(3);
    assertThat(statements(postedBlocks())).isEqualTo(first(180));
  }

  @Test
  void saysThatTheRestIsMissing_whenSlackTakesNoMoreForLong() {
    var done = new Trouble(200, "{\"ok\":true,\"ts\":\"1700001000.000001\"}", Map.of(), true);
    slack.next("chat.postMessage", done, Trouble.tooMany(600));

    tell(mention(TS, "180"));
    var told = slack.awaitCall("chat.postEphemeral", 0);
    bot.settle();

    assertThat(slack.posted()).hasSize(1);
    assertThat(told.get("text")).contains("the rest of this answer is missing");
  }

  @Test
  void dividesALongAnswer_inDirectMessages() {
    tell(direct(TS, "180"));
    bot.settle();

    assertThat(slack.posted()).hasSize(3);
    assertThat(statements(postedBlocks())).isEqualTo(first(180));
  }

  @Test
  void sendsOnlyTheRefusedPartWithOlderBlocks() {
    var done = new Trouble(200, "{\"ok\":true,\"ts\":\"1700001000.000001\"}", Map.of(), true);
    slack.next("chat.postMessage", done, done, Trouble.error("invalid_blocks"));

    tell(mention(TS, "180"));
    bot.settle();

    assertThat(statements(postedBlocks())).isEqualTo(first(180));
    assertThat(postedBlocks().getLast().toString())
        .contains("sources:answer1")
        .doesNotContain("context_actions");
  }

  private void type(String text) {
    ObjectNode payload = FakeSlack.JSON.createObjectNode();
    payload
        .put("team_id", FakeSlack.TEAM)
        .put("channel_id", CHANNEL)
        .put("user_id", ASKER)
        .put("command", "/career")
        .put("text", text)
        .put("response_url", slack.responseUrl("trigger1"))
        .put("trigger_id", "trigger1");
    slack.send("slash_commands", payload);
  }

  private List<JsonNode> responses() {
    return slack.calls("response_url").stream().map(call -> call.json("blocks")).toList();
  }

  @Test
  void dividesAPrivateAnswer_betweenFewerResponsesThanSlackTakes() {
    type("ask 450");
    bot.settle();

    assertThat(responses()).hasSize(4);
    List<Integer> shown = statements(responses());
    assertThat(shown).hasSizeGreaterThan(240).isEqualTo(first(shown.size()));
    assertEndsOnlyOnTheLast(responses());
    assertThat(responses().getLast().toString())
        .contains(450 - shown.size() + " statements were left out to fit.");
  }

  @Test
  void goesOnPrivately_whenTheResponseAddressIsUsedUp() {
    var done = new Trouble(200, "{\"ok\":true}", Map.of(), true);
    var used = new Trouble(404, "{\"ok\":false,\"error\":\"used_url\"}", Map.of(), false);
    slack.next("response_url", done, used, used, used);

    type("ask 180");
    bot.settle();

    List<JsonNode> shown = new ArrayList<>();
    shown.add(responses().getFirst());
    slack.calls("chat.postEphemeral").forEach(call -> shown.add(call.json("blocks")));
    assertThat(statements(shown)).isEqualTo(first(180));
    assertThat(slack.posted()).isEmpty();
  }

  @Test
  void sharesALongAnswer_asOneMessageOfTheChannelWithItsThread() {
    type("ask 180");
    slack.awaitCall("response_url", 2);
    ObjectNode submission = FakeSlack.JSON.createObjectNode();
    submission.put("type", "view_submission").put("trigger_id", "t-V2");
    submission.putObject("team").put("id", FakeSlack.TEAM).put("domain", "x");
    submission.putObject("user").put("id", ASKER).put("username", "a");
    ObjectNode view = submission.putObject("view");
    view.put("id", "V2")
        .put("type", "modal")
        .put("callback_id", SlackIds.SHARE)
        .put("private_metadata", "answer1 " + CHANNEL);
    slack.send("interactive", submission);
    bot.settle();

    assertThat(statements(postedBlocks())).isEqualTo(first(180));
    assertThat(slack.posted().stream().map(message -> message.path("thread_ts").asText()))
        .containsExactly("", "1700001000.000001", "1700001000.000001");
    assertThat(postedBlocks().getLast().toString())
        .contains("Shared by <@" + ASKER + ">", "*Sources*", "sources:answer1");
    assertThat(postedBlocks().getFirst().toString()).doesNotContain("Shared by", "*Sources*");
  }
}
