package dev.rolewise.bot.discord;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.Call;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.Outcome;
import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.config.DiscordConfig;
import dev.rolewise.bot.discord.FakeDiscord.Interaction;
import dev.rolewise.bot.discord.FakeDiscord.Trouble;
import dev.rolewise.bot.discord.FakeDiscord.Who;
import dev.rolewise.bot.platform.ChatPlatform.Health;
import dev.rolewise.bot.platform.Conversations.Keys;
import dev.rolewise.bot.state.Feedback.Verdict;
import dev.rolewise.bot.state.SavedConversation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the bot does in Discord, with JDA over real sockets, against a Discord on loopback. */
class DiscordPlatformTest extends WithDiscord {
  private static final String WELDER = "what does a welder make in Alberta?";
  private static final String NEXT_QUESTION = "and the responsibilities?";

  /** Answers the follow-up when it is about a welder. */
  private static final String WELDING = "Join metal parts";

  /** Shown for it when nobody said what it is about. */
  private static final String UNCLEAR = "Which role do you mean?";

  private static final Who ELSEWHERE =
      new Who(FakeDiscord.FOREIGN_CHANNEL, FakeDiscord.ASKER, List.of());

  private TestBot bot;

  @BeforeEach
  void starts() {
    bot = run();
  }

  private void restart(DiscordConfig config) {
    bot = run(() -> TestBot.start(folder, config));
  }

  private Interaction ask(String question) {
    return discord.command(Who.IN_CHANNEL, "ask", Map.of("question", question));
  }

  private Interaction askPrivately(String question) {
    return discord.command(Who.IN_CHANNEL, "ask", Map.of("question", question, "private", true));
  }

  private ObjectNode answer() {
    return discord.awaitOutcome(ask(QUESTION)).getFirst();
  }

  private ObjectNode privateAnswer() {
    return discord.awaitOutcome(askPrivately(QUESTION)).getFirst();
  }

  private ObjectNode press(ObjectNode message, String label) {
    return discord
        .awaitOutcome(discord.press(Who.IN_CHANNEL, message, FakeDiscord.button(message, label)))
        .getFirst();
  }

  /** Waits until the bot knows which conversation goes on at a message. */
  private void awaitLinked(ObjectNode message) {
    String place = DiscordRecipients.place(message.path("id").asText());
    discord.await(
        "the conversation",
        () -> bot.state.findThread(place).flatMap(bot.state::findConversation).isPresent());
  }

  // ---- commands

  @Test
  void answersACommand_forEverybody_afterThinking() {
    Interaction asked = ask(QUESTION);

    List<ObjectNode> shown = discord.awaitOutcome(asked);

    assertThat(asked.acknowledgement).isEqualTo(5);
    assertThat(shown).hasSize(1);
    assertThat(FakeDiscord.text(shown.getFirst())).contains(QUESTION, BASE, "Sources");
    assertThat(FakeDiscord.isPrivate(shown.getFirst())).isFalse();
  }

  @Test
  void answersACommandForOnePerson_whoMayShareIt() {
    ObjectNode shown = privateAnswer();

    assertThat(FakeDiscord.isPrivate(shown)).isTrue();
    assertThat(FakeDiscord.text(shown)).contains(BASE, "Share");
  }

  @Test
  void hasAnOutcomeForEveryCommand() {
    Map<String, Map<String, Object>> given = new LinkedHashMap<>();
    given.put("role", Map.of("role", "welder", "section", "Wages"));
    given.put("roles", Map.of());
    given.put("salary", Map.of("job", "welder", "place", "Alberta"));
    given.put("compare", Map.of("role", "welder", "role-2", "data-engineer", "topic", "pay"));
    given.put("help", Map.of());

    List<String> shown = new ArrayList<>();
    given.forEach((command, options) ->
        shown.add(
            FakeDiscord.text(
                discord
                    .awaitOutcome(discord.command(Who.IN_CHANNEL, command, options))
                    .getFirst())));

    assertThat(shown.get(0)).contains("Wages").contains("$36.50");
    assertThat(shown.get(1)).contains("Welder", "Data Engineer");
    assertThat(shown.get(2)).contains("$36.50").doesNotContain("$28.00");
    assertThat(shown.get(3)).contains("$36.50", BASE);
    assertThat(shown.get(4)).contains("compare");
  }

  @Test
  void showsAChartAsAPicture_withWordsThatSayTheSame() {
    ObjectNode shown =
        discord
            .awaitOutcome(discord.command(Who.IN_CHANNEL, "chart", Map.of("role", "data-engineer")))
            .getFirst();

    assertThat(shown.path("files")).hasSize(1);
    assertThat(shown.path("components").findValuesAsText("description"))
        .anySatisfy(words -> assertThat(words).contains(BASE));
  }

  @Test
  void answersTheMessageThatSomebodyPointsAt_privately() {
    Interaction pointed =
        discord.onMessage(Who.IN_CHANNEL, DiscordCommands.OF_MESSAGE, "<@12345> " + QUESTION);

    ObjectNode shown = discord.awaitOutcome(pointed).getFirst();

    assertThat(FakeDiscord.isPrivate(shown)).isTrue();
    assertThat(FakeDiscord.text(shown)).contains(BASE);
  }

  @Test
  void saysSo_whenTheMessageHasNoWords() {
    Interaction pointed = discord.onMessage(Who.IN_CHANNEL, DiscordCommands.OF_MESSAGE, " ");

    assertThat(FakeDiscord.text(discord.awaitOutcome(pointed).getFirst()))
        .contains("That message has no words to answer.");
  }

  @Test
  void completesRolesAndTheirSections() {
    Interaction roles =
        discord.type(
            Who.IN_CHANNEL, "compare", Map.of("role", "welder", "role-2", "dat"), "role-2");
    Interaction sections =
        discord.type(Who.IN_CHANNEL, "role", Map.of("role", "welder", "section", ""), "section");

    discord.awaitAcknowledged(roles);
    discord.awaitAcknowledged(sections);

    assertThat(values(roles)).containsExactly("data-engineer");
    assertThat(values(sections)).contains("Wages").doesNotContain("Soft skills");
  }

  private static List<String> values(Interaction typed) {
    assertThat(typed.acknowledgement).isEqualTo(8);
    return typed.acknowledged.path("data").path("choices").findValuesAsText("value");
  }

  @Test
  void answersInServersItIsNotIn_forThoseWhoInstalledIt() {
    Interaction asked = discord.command(ELSEWHERE, "ask", Map.of("question", QUESTION));

    assertThat(FakeDiscord.text(discord.awaitOutcome(asked).getFirst())).contains(BASE);
  }

  @Test
  void answersAmongFriends_forThoseWhoInstalledIt() {
    Interaction asked =
        discord.command(
            new Who(FakeDiscord.GROUP, FakeDiscord.ASKER, List.of()),
            "ask",
            Map.of("question", QUESTION));

    assertThat(FakeDiscord.text(discord.awaitOutcome(asked).getFirst())).contains(BASE);
  }

  @Test
  void keepsPeopleApart_inDirectMessagesOfTwo() {
    var one = new Who(FakeDiscord.BETWEEN_TWO, FakeDiscord.ASKER, List.of());
    var other = new Who(FakeDiscord.BETWEEN_TWO, "1100000000000000041", List.of());
    discord.awaitOutcome(discord.command(one, "ask", Map.of("question", WELDER)));

    ObjectNode next =
        discord
            .awaitOutcome(discord.command(one, "ask", Map.of("question", NEXT_QUESTION)))
            .getFirst();
    ObjectNode others =
        discord
            .awaitOutcome(discord.command(other, "ask", Map.of("question", NEXT_QUESTION)))
            .getFirst();

    assertThat(FakeDiscord.text(next)).contains(WELDING);
    assertThat(FakeDiscord.text(others)).contains(UNCLEAR);
  }

  @Test
  void keepsWhatIsPrivateApart_inDirectMessagesOfTwo_whereItCanBeShared() {
    var who = new Who(FakeDiscord.BETWEEN_TWO, FakeDiscord.ASKER, List.of());
    ObjectNode answer =
        discord
            .awaitOutcome(discord.command(who, "ask", Map.of("question", WELDER, "private", true)))
            .getFirst();

    ObjectNode next =
        discord
            .awaitOutcome(discord.command(who, "ask", Map.of("question", NEXT_QUESTION)))
            .getFirst();

    assertThat(FakeDiscord.isPrivate(answer)).isTrue();
    assertThat(FakeDiscord.text(answer)).contains("Share in channel");
    assertThat(FakeDiscord.text(next)).contains(UNCLEAR);
  }

  @Test
  void tellsThePerson_amongFriends_whenTheInteractionCannotBeAnsweredAnyMore() {
    discord.next(EDIT, Trouble.error(404, 10015, "Unknown Webhook"));

    discord.command(
        new Who(FakeDiscord.GROUP, FakeDiscord.ASKER, List.of()),
        "ask",
        Map.of("question", QUESTION));

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.DIRECT, 1).getFirst()))
        .contains(BASE);
  }

  @Test
  void keepsTheSubject_fromOneCommandToTheNext() {
    discord.awaitOutcome(ask(WELDER));

    ObjectNode next = discord.awaitOutcome(ask(NEXT_QUESTION)).getFirst();

    assertThat(FakeDiscord.text(next)).contains(WELDING).doesNotContain(UNCLEAR);
  }

  @Test
  void keepsWhatIsPrivateApart() {
    discord.awaitOutcome(askPrivately(WELDER));

    ObjectNode next = discord.awaitOutcome(ask(NEXT_QUESTION)).getFirst();

    assertThat(FakeDiscord.text(next)).contains(UNCLEAR);
  }

  @Test
  void saysPrivately_whatIsWrongWithACommand() {
    Interaction wrong = discord.command(Who.IN_CHANNEL, "role", Map.of("role", "astronaut"));

    assertThat(FakeDiscord.text(discord.awaitPrivateOutcome(wrong)))
        .contains("no role is named 'astronaut'");
    assertThat(wrong.acknowledgement).isEqualTo(5);
  }

  @Test
  void apologises_withoutTheReason_whenTheAnswerFails() {
    ObjectNode shown = discord.awaitOutcome(ask("please break")).getFirst();

    assertThat(FakeDiscord.text(shown))
        .contains("Sorry, something went wrong")
        .doesNotContain("secret detail");
  }

  @Test
  void leavesNoMentionLive_whateverIsAsked() {
    discord.awaitOutcome(ask("@everyone <@&1100000000000000050> what does a welder make?"));

    assertThat(discord.calls(EDIT))
        .allSatisfy(call -> {
          assertThat(call.body().path("allowed_mentions").path("parse")).isEmpty();
          assertThat(FakeDiscord.text(call.body())).doesNotContain("@everyone", "<@");
        });
  }

  // ---- registering

  @Test
  void registersItsCommandsOnce_andAgainWhenTheyChange() throws Exception {
    discord.awaitCall(REGISTER, 0);
    bot.platform.awaitCommands();

    restart(TestBot.config(discord));
    discord.awaitOutcome(ask(QUESTION));
    assertThat(discord.calls(REGISTER)).hasSize(1);

    bot = run(() -> TestBot.withCommand(folder, TestBot.config(discord), new Echo()));
    JsonNode registered = discord.awaitCall(REGISTER, 1).body();

    assertThat(registered.findValuesAsText("name"))
        .contains("ask", "echo", "compare", "role-2", "private", DiscordCommands.OF_MESSAGE)
        .doesNotContain("sources", "why");
  }

  private static final class Echo implements Command {
    @Override
    public Usage usage() {
      return new Usage("echo", "Says something again.", List.of());
    }

    @Override
    public Outcome run(Call call, Library library) {
      return new Outcome.Wrong("echo");
    }
  }

  @Test
  void registersEveryCommand_forServersDirectMessagesAndWhoBringsItAlong() {
    JsonNode registered = discord.awaitCall(REGISTER, 0).body();

    assertThat(registered)
        .extracting(command -> command.path("type").asInt() + " " + command.path("name").asText())
        .containsExactlyInAnyOrder(
            "1 ask",
            "1 role",
            "1 salary",
            "1 compare",
            "1 roles",
            "1 chart",
            "1 help",
            "3 " + DiscordCommands.OF_MESSAGE);
    assertThat(registered)
        .allSatisfy(command -> {
          assertThat(command.path("contexts")).extracting(JsonNode::asInt).containsExactly(0, 1, 2);
          assertThat(command.path("integration_types"))
              .extracting(JsonNode::asInt)
              .containsExactly(0, 1);
        });
  }

  @Test
  void registersAndCompletes_whateverTheDocumentsHold() throws Exception {
    Map<String, String> many = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      String title = "Keeper of the %d %s".formatted(i, "lighthouses and their ".repeat(3));
      String sections =
          IntStream.range(0, i == 0 ? 120 : 2)
              .mapToObj(n -> "## Duty %d %s%n%n- Light lamp %d".formatted(n, "so on ".repeat(n), n))
              .collect(joining("\n\n"));
      many.put(
          "keeper-%d.md".formatted(i),
          "---\ntitle: %s\n---\n\n# %s\n\n%s\n".formatted(title, title, sections));
    }
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Library library = Corpus.library(Desk.knowledge(documents, many));
    bot = run(() -> TestBot.over(library, folder, TestBot.config(discord), new CountDownLatch(0)));

    var typed =
        List.of(
            discord.type(Who.IN_CHANNEL, "role", Map.of("role", ""), "role"),
            discord.type(
                Who.IN_CHANNEL, "role", Map.of("role", "keeper-0", "section", ""), "section"),
            discord.type(Who.IN_CHANNEL, "salary", Map.of("job", "keeper"), "job"),
            discord.type(Who.IN_CHANNEL, "salary", Map.of("place", ""), "place"));
    typed.forEach(discord::awaitAcknowledged);

    assertThat(discord.commands()).contains("ask", "role");
    assertThat(typed.subList(0, 3))
        .allSatisfy(one -> assertThat(values(one)).isNotEmpty().hasSizeLessThanOrEqualTo(25));
  }

  @Test
  void registersItsCommandsWithOneServer_forTryingOut() {
    discord.awaitCall(REGISTER, 0);

    restart(TestBot.config(discord, List.of(FakeDiscord.GUILD), List.of(), List.of()));

    assertThat(discord.awaitCall("PUT applications/*/guilds/*/commands", 0).path())
        .contains(FakeDiscord.GUILD);
    assertThat(discord.calls(REGISTER)).hasSize(1);
  }

  @Test
  void takesItsCommandsOutOfEverywhere_whenTheyAreForOneServer_andBack() throws Exception {
    bot.platform.awaitCommands();
    List<String> own = discord.commands();
    discord.registerOther("weather");

    restart(TestBot.config(discord, List.of(FakeDiscord.GUILD), List.of(), List.of()));
    bot.platform.awaitCommands();

    assertThat(discord.commands()).containsExactly("weather");
    assertThat(discord.guildCommands()).isNotEmpty().isEqualTo(own);

    restart(TestBot.config(discord));
    bot.platform.awaitCommands();

    assertThat(discord.commands()).isEqualTo(own);
    assertThat(discord.guildCommands()).isEmpty();
  }

  @Test
  void looksForEarlierCommandsOnce() throws Exception {
    bot.platform.awaitCommands();
    restart(TestBot.config(discord));
    bot.platform.awaitCommands();

    assertThat(discord.calls("GET applications/*/guilds/*/commands")).hasSize(1);
    assertThat(discord.calls("GET applications/*/commands")).isEmpty();
    assertThat(discord.calls("DELETE applications/*/guilds/*/commands/*")).isEmpty();
  }

  @Test
  void asksForNoPrivilegedIntent() throws InterruptedException {
    int privileged = 1 << 1 | 1 << 8 | 1 << 15;
    // JDA complains when it is stopped before it has read what Discord greets it with.
    bot.platform.awaitCommands();

    assertThat(discord.identity().path("intents").asInt() & privileged).isZero();
  }

  // ---- messages

  @Test
  void answersAMention_asAReply_andOpensAThread() {
    ObjectNode question = discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    ObjectNode answer = discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst();

    assertThat(FakeDiscord.text(answer)).contains(BASE);
    assertThat(answer.path("message_reference").path("message_id").asText())
        .isEqualTo(question.path("id").asText());
    FakeDiscord.Call opened = discord.awaitCall("POST channels/*/messages/*/threads", 0);
    assertThat(opened.path()).contains(answer.path("id").asText());
    assertThat(opened.body().path("name").asText()).isEqualTo(QUESTION);
  }

  @Test
  void answersAMention_asAReplyOnly_whereItMayOpenNoThread() {
    var who = new Who(FakeDiscord.THREADLESS_CHANNEL, FakeDiscord.ASKER, List.of());
    ObjectNode question = discord.write(who, MENTION + QUESTION);
    ObjectNode answer = discord.awaitPosted(who.channel(), 1).getFirst();
    bot.settle();

    assertThat(FakeDiscord.text(answer)).contains(BASE);
    assertThat(answer.at("/message_reference/message_id")).isEqualTo(question.path("id"));
    assertThat(discord.calls("POST channels/*/messages/*/threads")).isEmpty();
  }

  @Test
  void keepsTheSubject_inRepliesToItsAnswer_alsoAfterARestart() {
    discord.write(Who.IN_CHANNEL, MENTION + WELDER);
    ObjectNode answer = discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst();
    discord.awaitCall("POST channels/*/messages/*/threads", 0);
    restart(TestBot.config(discord));

    discord.write(Who.IN_CHANNEL, NEXT_QUESTION, Optional.of(answer));

    ObjectNode next = discord.awaitPosted(FakeDiscord.CHANNEL, 2).getLast();
    assertThat(FakeDiscord.text(next)).contains(WELDING).doesNotContain(UNCLEAR);
    bot.settle();
    assertThat(discord.calls("POST channels/*/messages/*/threads")).hasSize(1);
  }

  @Test
  void keepsTheSubject_inTheThreadBelowItsAnswer() {
    discord.write(Who.IN_CHANNEL, MENTION + WELDER);
    discord.awaitCall("POST channels/*/messages/*/threads", 0);
    ObjectNode answer = discord.posted(FakeDiscord.CHANNEL).getFirst();
    awaitLinked(answer);
    String thread = answer.path("id").asText();
    // Whatever opening the thread takes is done with.
    answer();

    discord.write(new Who(thread, FakeDiscord.ASKER, List.of()), MENTION + NEXT_QUESTION);

    assertThat(FakeDiscord.text(discord.awaitPosted(thread, 1).getFirst()))
        .contains(WELDING)
        .doesNotContain(UNCLEAR);
  }

  @Test
  void keepsTheSubject_inAThreadWithAnIdOfItsOwn() {
    String thread = "1100000000000000091";
    ObjectNode opened = FakeDiscord.thread(thread, FakeDiscord.CHANNEL, "a thread");
    discord.next(
        "POST channels/*/messages/*/threads", new Trouble(201, opened.toString(), Map.of(), false));
    discord.write(Who.IN_CHANNEL, MENTION + WELDER);
    awaitLinked(opened);

    discord.write(new Who(thread, FakeDiscord.ASKER, List.of()), MENTION + NEXT_QUESTION);

    assertThat(FakeDiscord.text(discord.awaitPosted(thread, 1).getFirst())).contains(WELDING);
  }

  @Test
  void keepsTheSubject_inRepliesToWhatACommandShowed() {
    ObjectNode answer = discord.awaitOutcome(ask(WELDER)).getFirst();
    awaitLinked(answer);

    discord.write(Who.IN_CHANNEL, NEXT_QUESTION, Optional.of(answer));

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst()))
        .contains(WELDING)
        .doesNotContain(UNCLEAR);
  }

  @Test
  void keepsTheSubjectOfACommand_whateverOthersAskBelowItsAnswer() {
    ObjectNode answer = discord.awaitOutcome(ask(WELDER)).getFirst();
    awaitLinked(answer);
    var other = new Who(FakeDiscord.CHANNEL, "1100000000000000041", List.of());

    discord.write(other, QUESTION, Optional.of(answer));
    ObjectNode below = discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst();
    awaitLinked(below);

    assertThat(FakeDiscord.text(below)).contains(BASE);
    assertThat(FakeDiscord.text(discord.awaitOutcome(ask(NEXT_QUESTION)).getFirst()))
        .contains(WELDING);
  }

  @Test
  void keepsTheSubject_inRepliesToWhatIsNotLinkedYet() {
    ObjectNode question = discord.write(Who.IN_CHANNEL, MENTION + WELDER);
    Interaction asked = ask(WELDER);
    ObjectNode toMessage = discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst().deepCopy();
    ObjectNode toCommand = discord.awaitOutcome(asked).getFirst().deepCopy();
    toMessage.put("id", "1100000000000000096");
    toCommand.put("id", "1100000000000000097");
    ObjectNode metadata = toCommand.putObject("interaction_metadata").put("id", asked.id);
    metadata.put("type", 2).set("user", FakeDiscord.user(FakeDiscord.ASKER, "asker"));
    metadata.putObject("authorizing_integration_owners");

    discord.write(Who.IN_CHANNEL, NEXT_QUESTION, Optional.of(toMessage));
    discord.write(Who.IN_CHANNEL, NEXT_QUESTION, Optional.of(toCommand));
    discord.write(Who.IN_CHANNEL, "only among people", Optional.of(question));
    List<ObjectNode> posted = discord.awaitPosted(FakeDiscord.CHANNEL, 3);
    bot.settle();

    assertThat(posted.subList(1, 3))
        .allSatisfy(next -> assertThat(FakeDiscord.text(next)).contains(WELDING));
    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(3);
  }

  @Test
  void keepsTheSubject_inDirectMessages_withoutAMention() {
    discord.write(Who.DIRECTLY, WELDER);
    discord.awaitPosted(FakeDiscord.DIRECT, 1);

    discord.write(Who.DIRECTLY, NEXT_QUESTION);

    List<ObjectNode> answers = discord.awaitPosted(FakeDiscord.DIRECT, 2);
    assertThat(FakeDiscord.text(answers.getFirst())).contains("$36.50").doesNotContain("Share");
    assertThat(FakeDiscord.text(answers.getLast())).contains(WELDING).doesNotContain(UNCLEAR);
  }

  @Test
  void leavesAloneWhatIsNotForIt() {
    ObjectNode other = discord.write(Who.IN_CHANNEL, "does anybody know what a welder makes?");
    discord.write(Who.IN_CHANNEL, "what does a welder make?", Optional.of(other));
    ObjectNode answer = answer();
    discord.write(Who.IN_CHANNEL, "<@1100000000000000049> what now?", Optional.of(answer));
    pingsWhomItRepliesTo();
    discord.write(Who.IN_CHANNEL, "<@1100000000000000049> what now?", Optional.of(answer));
    discord.varyMessages(_ -> {});
    discord.write(Who.IN_CHANNEL, "write `" + MENTION + "` and what you want to know");
    discord.writeAsBot(MENTION + QUESTION);
    discord.write(Who.IN_CHANNEL, "", Optional.of(answer));

    discord.awaitOutcome(ask("thanks"));
    bot.settle();

    assertThat(discord.posted(FakeDiscord.CHANNEL)).isEmpty();
  }

  @Test
  void answersAReplyThatNamesIt_whoeverElseIsMentioned() {
    ObjectNode answer = discord.awaitOutcome(ask(WELDER)).getFirst();
    awaitLinked(answer);
    pingsWhomItRepliesTo();

    discord.write(Who.IN_CHANNEL, NEXT_QUESTION, Optional.of(answer));
    discord.write(
        Who.IN_CHANNEL,
        MENTION + NEXT_QUESTION + " <@1100000000000000049> asks",
        Optional.of(answer));

    assertThat(discord.awaitPosted(FakeDiscord.CHANNEL, 2))
        .allSatisfy(next -> assertThat(FakeDiscord.text(next)).contains(WELDING));
  }

  /** As Discord does it unless somebody turns it off. */
  private void pingsWhomItRepliesTo() {
    discord.varyMessages(message ->
        ((ArrayNode) message.path("mentions")).addObject().setAll(FakeDiscord.botUser()));
  }

  @Test
  void saysHowItIsUsed_whenAMentionSaysNothing() {
    discord.write(Who.IN_CHANNEL, MENTION);

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst()))
        .contains("Ask in your own words");
  }

  @Test
  void answersAMentionOnce_whenItIsDeliveredAgain() {
    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);
    discord.awaitPosted(FakeDiscord.CHANNEL, 1);

    discord.repeatMessages();
    discord.awaitOutcome(ask(QUESTION));
    bot.settle();

    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
  }

  @Test
  void saysPrivately_thatItMayNotWriteInAChannel() {
    discord.write(
        new Who(FakeDiscord.MUTED_CHANNEL, FakeDiscord.ASKER, List.of()), MENTION + QUESTION);

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.DIRECT, 1).getFirst()))
        .contains("I may not answer in that channel.", "Send Messages");
    assertThat(discord.posted(FakeDiscord.MUTED_CHANNEL)).isEmpty();
  }

  @Test
  void saysPrivately_thatItMayNotWrite_whenOnlyDiscordKnows() {
    discord.next(POST, Trouble.error(403, 50013, "Missing Permissions"));

    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.DIRECT, 1).getFirst()))
        .contains("I may not answer in that channel.");
  }

  @Test
  void saysPrivately_thatAThreadIsLocked() {
    discord.next(POST, Trouble.error(400, 160005, "Thread is locked"));

    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.DIRECT, 1).getFirst()))
        .contains(DiscordRecipients.LOCKED);
  }

  // ---- buttons

  @Test
  void answersASuggestedQuestion_belowTheAnswer() {
    ObjectNode answer = answer();

    Interaction pressed =
        discord.press(
            Who.IN_CHANNEL, answer, FakeDiscord.button(answer, "What are the requirements"));

    ObjectNode shown = discord.awaitOutcome(pressed).getFirst();
    assertThat(pressed.acknowledgement).isEqualTo(5);
    assertThat(FakeDiscord.text(shown)).contains("What are the requirements", "bachelor");
    assertThat(FakeDiscord.isPrivate(shown)).isFalse();
  }

  @Test
  void answersAChosenQuestion() {
    ObjectNode answer = answer();
    String id = FakeDiscord.button(answer, "What are the requirements");
    String select = DiscordId.find(id).map(ask -> "choose:" + ask.answer() + ".0").orElseThrow();

    Interaction chosen = discord.choose(Who.IN_CHANNEL, answer, select, id);

    assertThat(FakeDiscord.text(discord.awaitOutcome(chosen).getFirst())).contains("bachelor");
  }

  @Test
  void showsSourcesAndReasons_privately_alsoAfterARestart() {
    ObjectNode answer = answer();
    restart(TestBot.config(discord));

    ObjectNode sources = press(answer, "Sources");
    ObjectNode why = press(answer, "Why");

    assertThat(FakeDiscord.isPrivate(sources)).isTrue();
    assertThat(FakeDiscord.text(sources)).contains("data-engineer", "Base salary");
    assertThat(FakeDiscord.isPrivate(why)).isTrue();
    assertThat(FakeDiscord.text(why)).contains("Understood");
  }

  @Test
  void keepsNothingAboutPeopleInIds() {
    assertThat(answer().findValuesAsText("custom_id"))
        .isNotEmpty()
        .allSatisfy(id ->
            assertThat(id)
                .hasSizeLessThanOrEqualTo(100)
                .doesNotContain(FakeDiscord.ASKER, "engineer"));
  }

  @Test
  void thanksForAThumbUp_privately() {
    ObjectNode answer = answer();

    ObjectNode shown = press(answer, "Helpful");

    assertThat(FakeDiscord.isPrivate(shown)).isTrue();
    assertThat(FakeDiscord.text(shown)).contains("Thank you, noted.");
    assertThat(feedback(answer)).isEqualTo(Optional.of(Verdict.GOOD));
  }

  private Optional<Verdict> feedback(ObjectNode answer) {
    String id = answerId(answer);
    return bot.state.findFeedback(id, rater(id)).map(kept -> kept.verdict());
  }

  private static String answerId(ObjectNode answer) {
    return DiscordId.find(FakeDiscord.button(answer, "Helpful")).orElseThrow().answer();
  }

  private static String rater(String answer) {
    return Keys.of("discord", "rater", answer, FakeDiscord.ASKER);
  }

  @Test
  void asksWhy_afterAThumbDown_andKeepsTheReason() {
    ObjectNode answer = answer();
    Interaction down =
        discord.press(Who.IN_CHANNEL, answer, FakeDiscord.button(answer, "Not helpful"));
    discord.awaitAcknowledged(down);
    String form = down.acknowledged.path("data").path("custom_id").asText();

    Interaction sent =
        discord.submit(Who.IN_CHANNEL, answer, form, "wrong-figure", "it is 2025 now");

    assertThat(down.acknowledgement).isEqualTo(9);
    assertThat(FakeDiscord.text(discord.awaitOutcome(sent).getFirst())).contains("Thank you");
    String id = answerId(answer);
    assertThat(bot.state.findFeedback(id, rater(id)).orElseThrow().reason())
        .isEqualTo("wrong-figure: it is 2025 now");

    discord.awaitAcknowledged(
        discord.press(Who.IN_CHANNEL, answer, FakeDiscord.button(answer, "Not helpful")));
    bot.settle();
    assertThat(bot.state.findFeedback(id, rater(id)).orElseThrow().reason())
        .isEqualTo("wrong-figure: it is 2025 now");
  }

  @Test
  void saysPrivately_thatAnAnswerIsTooOld_alsoAfterARestart() {
    ObjectNode answer = answer();
    bot.state.forgetBefore(Instant.EPOCH.plusSeconds(1));
    restart(TestBot.config(discord));

    for (String label :
        List.of("Sources", "Why", "Helpful", "Not helpful", "What are the requirements")) {
      ObjectNode shown =
          discord.awaitPrivateOutcome(
              discord.press(Who.IN_CHANNEL, answer, FakeDiscord.button(answer, label)));

      assertThat(FakeDiscord.text(shown)).contains("too old");
    }
  }

  @Test
  void saysPrivately_thatAButtonIsUnknown() {
    Interaction pressed = discord.press(Who.IN_CHANNEL, answer(), "something-older");

    ObjectNode shown = discord.awaitOutcome(pressed).getFirst();
    assertThat(FakeDiscord.isPrivate(shown)).isTrue();
    assertThat(FakeDiscord.text(shown)).contains(DiscordEvents.UNKNOWN);
  }

  // ---- sharing

  @Test
  void sharesAnAnswer_afterAPreview_withItsQuestionAndWhoSharedIt() {
    ObjectNode answer = privateAnswer();

    ObjectNode preview = press(answer, "Share");
    discord.press(Who.IN_CHANNEL, preview, FakeDiscord.button(preview, "Share with the question"));
    ObjectNode shown = discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst();

    assertThat(FakeDiscord.isPrivate(preview)).isTrue();
    assertThat(FakeDiscord.text(preview)).contains(BASE, QUESTION);
    assertThat(FakeDiscord.text(shown)).contains(BASE, QUESTION, FakeDiscord.ASKER);
    discord.await("the end of the preview", () -> says(preview, "Shared with the channel."));
  }

  @Test
  void sharesAnAnswerWithoutItsQuestion_once() {
    ObjectNode preview = press(privateAnswer(), "Share");
    String alone = FakeDiscord.button(preview, "Share without it");

    Interaction shared = discord.press(Who.IN_CHANNEL, preview, alone);
    Interaction again = discord.press(Who.IN_CHANNEL, preview, alone);
    discord.deliverAgain(shared);
    discord.awaitOutcome(shared);
    discord.awaitOutcome(again);
    restart(TestBot.config(discord));
    discord.awaitOutcome(discord.press(Who.IN_CHANNEL, preview, alone));
    bot.settle();

    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
    assertThat(FakeDiscord.text(discord.posted(FakeDiscord.CHANNEL).getFirst()))
        .contains(BASE)
        .doesNotContain(QUESTION);
    assertThat(FakeDiscord.text(discord.message(preview))).contains("Shared with the channel.");
  }

  @Test
  void sharesOnce_whenItEndedBeforeItKnewThatItHad() {
    ObjectNode preview = press(privateAnswer(), "Share");

    sharesOnceAfter(preview, Trouble.broken(true));
  }

  @Test
  void sharesOnce_whenItEndedBeforeItHad() {
    ObjectNode preview = press(privateAnswer(), "Share");

    sharesOnceAfter(preview, Trouble.broken(false));
  }

  /** Every try to share comes to a trouble, it ends, and the same button is pressed again. */
  private void sharesOnceAfter(ObjectNode preview, Trouble trouble) {
    String share = FakeDiscord.button(preview, "Share without it");
    discord.next(POST, trouble, trouble, trouble, trouble);
    Interaction failed = discord.press(Who.IN_CHANNEL, preview, share);
    ObjectNode said = discord.awaitPrivateOutcome(failed);
    restart(TestBot.config(discord));

    discord.awaitOutcome(discord.press(Who.IN_CHANNEL, preview, share));

    assertThat(FakeDiscord.text(said)).contains(DiscordRecipients.NOT_SHARED);
    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
  }

  @Test
  void saysToLook_insteadOfSharingAgain_onceDiscordCannotTellThatItIsTheSame() {
    ObjectNode preview = press(privateAnswer(), "Share");
    ObjectNode buttons = preview.deepCopy();
    String share = FakeDiscord.button(preview, "Share without it");
    Trouble broken = Trouble.broken(true);
    discord.next(POST, broken, broken, broken, broken);
    discord.awaitPrivateOutcome(discord.press(Who.IN_CHANNEL, preview, share));

    discord.goOn(Duration.ofMinutes(10));
    discord.press(Who.IN_CHANNEL, buttons, share);
    discord.await("a word", () -> says(preview, DiscordRecipients.MAY_BE_SHARED));
    bot.settle();

    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
  }

  /** The preview of an answer in a server that the bot is not in. */
  private ObjectNode foreignPreview() {
    Interaction asked =
        discord.command(ELSEWHERE, "ask", Map.of("question", QUESTION, "private", true));
    ObjectNode answer = discord.awaitOutcome(asked).getFirst();
    return discord
        .awaitOutcome(discord.press(ELSEWHERE, answer, FakeDiscord.button(answer, "Share")))
        .getFirst();
  }

  private Interaction shareElsewhere(ObjectNode preview) {
    return discord.press(ELSEWHERE, preview, FakeDiscord.button(preview, "Share without it"));
  }

  @Test
  void sharesInServersItIsNotIn() {
    ObjectNode shown = discord.awaitOutcome(shareElsewhere(foreignPreview())).getFirst();

    assertThat(FakeDiscord.isPrivate(shown)).isFalse();
    assertThat(FakeDiscord.text(shown)).contains(BASE);
  }

  @Test
  void answersInPrivate_andSaysWhy_whereAppsMayShowNothingToEverybody() {
    ObjectNode preview = foreignPreview();
    discord.vary(
        payload -> ((ObjectNode) payload.path("member")).put("permissions", "311385246720"));

    Interaction asked = discord.command(ELSEWHERE, "ask", Map.of("question", QUESTION));
    ObjectNode answer = discord.awaitPrivateOutcome(asked);
    ObjectNode refused = discord.awaitPrivateOutcome(shareElsewhere(preview));

    assertThat(FakeDiscord.text(answer))
        .contains(DiscordEvents.ONLY_YOU, BASE)
        .doesNotContain("Share");
    assertThat(FakeDiscord.text(refused)).contains("Use External Apps");
    assertThat(FakeDiscord.text(discord.awaitOutcome(ask(QUESTION)).getFirst()))
        .doesNotContain(DiscordEvents.ONLY_YOU);
  }

  @Test
  void keepsWhatIsPrivateApart_whereAppsMayShowNothingToEverybody() {
    ObjectNode answer = answer();
    String thread = Keys.of("discord", "commands", FakeDiscord.CHANNEL, FakeDiscord.ASKER);
    discord.vary(payload -> {
      payload.putObject("authorizing_integration_owners").put("1", FakeDiscord.ASKER);
      ((ObjectNode) payload.path("member")).put("permissions", "311385246720");
    });

    Interaction pressed =
        discord.press(
            Who.IN_CHANNEL, answer, FakeDiscord.button(answer, "What are the requirements"));
    discord.awaitPrivateOutcome(pressed);
    discord.awaitPrivateOutcome(ask(QUESTION));
    bot.settle();

    assertThat(bot.state.findConversation(thread).map(SavedConversation::questions))
        .contains(List.of(QUESTION));
  }

  @Test
  void sharesOnce_andSaysToLook_whereItCannotTellWhetherItHas() {
    ObjectNode preview = foreignPreview();
    ObjectNode buttons = preview.deepCopy();
    discord.next(FOLLOW_UP, Trouble.broken(true));

    Interaction shared = shareElsewhere(preview);
    discord.awaitOutcome(shared);
    discord.await("a word", () -> says(preview, DiscordRecipients.MAY_BE_SHARED));
    restart(TestBot.config(discord));
    Interaction again = shareElsewhere(buttons);
    discord.await("the same", () -> discord.message(preview).path("edits").asInt() == 3);
    bot.settle();

    assertThat(discord.outcome(shared)).hasSize(1);
    assertThat(discord.outcome(again)).isEmpty();
    assertThat(says(preview, DiscordRecipients.MAY_BE_SHARED)).isTrue();
  }

  @Test
  void saysThatItWasNotShared_whereDiscordRefuses_andSharesOnceItIsAllowed() {
    ObjectNode preview = foreignPreview();
    discord.next(FOLLOW_UP, Trouble.error(403, 50013, "Missing Permissions"));

    ObjectNode refused = discord.awaitPrivateOutcome(shareElsewhere(preview));
    ObjectNode shared = discord.awaitOutcome(shareElsewhere(preview)).getFirst();

    assertThat(FakeDiscord.text(refused)).contains(DiscordRecipients.SHARE_REFUSED);
    assertThat(FakeDiscord.isPrivate(shared)).isFalse();
    assertThat(FakeDiscord.text(shared)).contains(BASE);
  }

  private boolean says(ObjectNode message, String words) {
    return FakeDiscord.text(discord.message(message)).contains(words);
  }

  @Test
  void keepsTheSubject_inRepliesToWhatWasShared() {
    ObjectNode answer = discord.awaitOutcome(askPrivately(WELDER)).getFirst();
    ObjectNode preview = press(answer, "Share");
    discord.press(Who.IN_CHANNEL, preview, FakeDiscord.button(preview, "Share without it"));
    ObjectNode shared = discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst();
    awaitLinked(shared);

    discord.write(Who.IN_CHANNEL, NEXT_QUESTION, Optional.of(shared));

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.CHANNEL, 2).getLast()))
        .contains(WELDING)
        .doesNotContain(UNCLEAR);
  }

  @Test
  void sharesRoleCardsAndComparisons() {
    Map<String, Map<String, Object>> given = new LinkedHashMap<>();
    given.put("role", Map.of("role", "welder", "private", true));
    given.put("compare", Map.of("role", "welder", "role-2", "data-engineer", "private", true));
    given.put("chart", Map.of("role", "data-engineer", "private", true));

    given.forEach((command, options) -> {
      ObjectNode answer =
          discord.awaitOutcome(discord.command(Who.IN_CHANNEL, command, options)).getFirst();
      ObjectNode preview = press(answer, "Share in channel");
      int before = discord.posted(FakeDiscord.CHANNEL).size();
      discord.press(Who.IN_CHANNEL, preview, FakeDiscord.button(preview, "Share"));
      ObjectNode shared = discord.awaitPosted(FakeDiscord.CHANNEL, before + 1).getLast();

      assertThat(FakeDiscord.isPrivate(answer)).as(command).isTrue();
      assertThat(FakeDiscord.text(shared)).as(command).contains(FakeDiscord.ASKER);
      assertThat(shared.path("files").size()).isEqualTo(answer.path("files").size());
    });
  }

  @Test
  void sharesOnlyForThoseWhoHaveTheRole() {
    restart(TestBot.config(discord, List.of(), List.of(FakeDiscord.LEAD_ROLE), List.of()));
    ObjectNode answer = privateAnswer();
    String share = FakeDiscord.button(answer, "Share");
    var lead = new Who(FakeDiscord.CHANNEL, FakeDiscord.ASKER, List.of(FakeDiscord.LEAD_ROLE));

    ObjectNode refused = press(answer, "Share");
    ObjectNode preview = discord.awaitOutcome(discord.press(lead, answer, share)).getFirst();

    assertThat(FakeDiscord.isPrivate(refused)).isTrue();
    assertThat(FakeDiscord.text(refused)).contains(DiscordEvents.MAY_NOT_SHARE);
    assertThat(FakeDiscord.text(preview)).contains("Share with the question");
  }

  // ---- where it answers

  @Test
  void answersInTheAllowedChannelsOnly_andSaysSoPrivately() {
    restart(TestBot.config(discord, List.of(), List.of(), List.of(FakeDiscord.OTHER_CHANNEL)));
    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    ObjectNode refused = discord.awaitOutcome(ask(QUESTION)).getFirst();
    ObjectNode allowed =
        discord
            .awaitOutcome(
                discord.command(
                    new Who(FakeDiscord.OTHER_CHANNEL, FakeDiscord.ASKER, List.of()),
                    "ask",
                    Map.of("question", QUESTION)))
            .getFirst();

    assertThat(FakeDiscord.isPrivate(refused)).isTrue();
    assertThat(FakeDiscord.text(refused)).contains(DiscordEvents.NOT_HERE);
    assertThat(FakeDiscord.text(allowed)).contains(BASE);
    assertThat(discord.posted(FakeDiscord.CHANNEL)).isEmpty();
  }

  @Test
  void answersInTheAllowedServersOnly_andDirectly() {
    restart(
        new DiscordConfig(
            TestBot.config(discord).token(),
            discord.apiUrl(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of("1100000000000000012"),
            List.of()));
    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    ObjectNode refused = discord.awaitOutcome(ask(QUESTION)).getFirst();
    ObjectNode answer =
        discord
            .awaitOutcome(discord.command(Who.DIRECTLY, "ask", Map.of("question", QUESTION)))
            .getFirst();

    assertThat(FakeDiscord.isPrivate(refused)).isTrue();
    assertThat(FakeDiscord.text(refused)).contains(DiscordEvents.NOT_HERE);
    assertThat(FakeDiscord.text(answer)).contains(BASE);
    assertThat(discord.posted(FakeDiscord.CHANNEL)).isEmpty();
  }

  @Test
  void answersInThreadsOfAllowedChannels() {
    restart(TestBot.config(discord, List.of(), List.of(), List.of(FakeDiscord.CHANNEL)));
    String allowed = discord.openThread(FakeDiscord.CHANNEL);
    String other = discord.openThread(FakeDiscord.OTHER_CHANNEL);

    ObjectNode answer =
        discord
            .awaitOutcome(
                discord.command(
                    new Who(allowed, FakeDiscord.ASKER, List.of()),
                    "ask",
                    Map.of("question", QUESTION)))
            .getFirst();
    ObjectNode refused =
        discord
            .awaitOutcome(
                discord.command(
                    new Who(other, FakeDiscord.ASKER, List.of()),
                    "ask",
                    Map.of("question", QUESTION)))
            .getFirst();

    assertThat(FakeDiscord.text(answer)).contains(BASE);
    assertThat(FakeDiscord.text(refused)).contains(DiscordEvents.NOT_HERE);
  }

  @Test
  void answersMentionsInThreadsOfAllowedChannels_thatItWasNotToldOf() {
    restart(TestBot.config(discord, List.of(), List.of(), List.of(FakeDiscord.CHANNEL)));
    String allowed = discord.unlistedThread(FakeDiscord.CHANNEL);
    String other = discord.unlistedThread(FakeDiscord.OTHER_CHANNEL);

    discord.write(new Who(other, FakeDiscord.ASKER, List.of()), MENTION + QUESTION);
    discord.awaitCall("GET channels/*", 0);
    discord.write(new Who(allowed, FakeDiscord.ASKER, List.of()), MENTION + QUESTION);
    ObjectNode answer = discord.awaitPosted(allowed, 1).getFirst();
    bot.settle();

    assertThat(FakeDiscord.text(answer)).contains(BASE);
    assertThat(discord.posted(other)).isEmpty();
  }

  // ---- conduct

  @Test
  void acknowledgesBeforeTheAnswerIsThere() {
    bot.slow = new CountDownLatch(1);

    Interaction asked = ask(QUESTION);
    discord.awaitAcknowledged(asked);
    List<ObjectNode> before = discord.outcome(asked);
    bot.slow.countDown();

    assertThat(before).isEmpty();
    assertThat(FakeDiscord.text(discord.awaitOutcome(asked).getFirst())).contains(BASE);
  }

  @Test
  void answersOnce_whenAnInteractionIsDeliveredAgain() {
    Interaction asked = ask(QUESTION);
    discord.deliverAgain(asked);
    discord.awaitOutcome(asked);
    discord.deliverAgain(asked);

    discord.awaitOutcome(ask(QUESTION));
    bot.settle();

    assertThat(asked.acknowledgements).isEqualTo(1);
    assertThat(discord.outcome(asked)).hasSize(1);
    assertThat(discord.message(discord.outcome(asked).getFirst()).path("edits").asInt())
        .isEqualTo(1);
  }

  @Test
  void saysPrivately_thatItIsStopping() {
    bot.platform.stopAccepting();

    ObjectNode shown = discord.awaitOutcome(ask(QUESTION)).getFirst();

    assertThat(FakeDiscord.isPrivate(shown)).isTrue();
    assertThat(FakeDiscord.text(shown)).contains(DiscordEvents.STOPPING);
    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);
    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst()))
        .contains(DiscordEvents.STOPPING);
    assertThat(bot.platform.health()).isEqualTo(new Health.Down("stopping"));
  }

  @Test
  void answersEverybody_whomItAcknowledgedBeforeItStops() {
    List<Interaction> asked =
        IntStream.range(0, 40)
            .mapToObj(number -> new Who(FakeDiscord.CHANNEL, "11000000" + number, List.of()))
            .map(who -> discord.command(who, "ask", Map.of("question", QUESTION)))
            .toList();
    asked.forEach(discord::awaitAcknowledged);

    bot.platform.stopAccepting();

    assertThat(asked)
        .allSatisfy(one ->
            assertThat(FakeDiscord.text(discord.awaitOutcome(one).getFirst())).contains(BASE));
  }

  @Test
  void saysNothingMoreToAnAnsweredMention_thatIsDeliveredAgainWhenItStops() {
    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);
    discord.awaitPosted(FakeDiscord.CHANNEL, 1);

    bot.platform.stopAccepting();
    discord.repeatMessages();
    discord.awaitOutcome(ask(QUESTION));
    bot.settle();

    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
  }

  @Test
  void finishesWhatItAccepted_whenItStops() {
    bot.slow = new CountDownLatch(1);
    Interaction asked = ask(QUESTION);
    bot.answering.acquireUninterruptibly();

    bot.platform.stopAccepting();
    bot.slow.countDown();
    bot.requests.close();

    assertThat(FakeDiscord.text(discord.outcome(asked).getFirst())).contains(BASE);
  }

  @Test
  void postsTheAnswerInTheChannel_whenTheInteractionCannotBeAnsweredAnyMore() {
    discord.next(EDIT, Trouble.error(404, 10015, "Unknown Webhook"));

    ask(QUESTION);

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst()))
        .contains(BASE);
  }

  @Test
  void sendsAPrivateAnswerDirectly_whenTheInteractionCannotBeAnsweredAnyMore() {
    discord.next(EDIT, Trouble.error(401, 50027, "Invalid Webhook Token"));

    askPrivately(QUESTION);

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.DIRECT, 1).getFirst()))
        .contains(BASE);
    assertThat(discord.posted(FakeDiscord.CHANNEL)).isEmpty();
  }

  @Test
  void postsTheAnswer_whenTheInteractionWasAcknowledgedTooLate() {
    discord.next(CALLBACK, Trouble.error(404, 10062, "Unknown interaction"));

    ask(QUESTION);

    assertThat(FakeDiscord.text(discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst()))
        .contains(BASE);
  }
}
