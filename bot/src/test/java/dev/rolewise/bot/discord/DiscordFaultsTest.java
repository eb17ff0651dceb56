package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.config.DiscordConfig;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.discord.FakeDiscord.Interaction;
import dev.rolewise.bot.discord.FakeDiscord.Trouble;
import dev.rolewise.bot.discord.FakeDiscord.Who;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
import dev.rolewise.bot.platform.ChatPlatform.Health;
import dev.rolewise.bot.platform.Requests;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the bot does when Discord, or the way to it, has trouble. */
class DiscordFaultsTest extends WithDiscord {

  private Connected connect(DiscordConfig config) {
    return run(() -> TestBot.with(folder, config)).platform.connect();
  }

  private DiscordConfig config(String token, Optional<URI> gateway) {
    return new DiscordConfig(
        Optional.of(new Secret(token)),
        discord.apiUrl(),
        gateway,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private Interaction ask() {
    return discord.command(Who.IN_CHANNEL, "ask", Map.of("question", QUESTION));
  }

  private void assertAnsweredOnce(Interaction asked) {
    List<ObjectNode> shown = discord.awaitOutcome(asked);
    assertThat(shown).hasSize(1);
    assertThat(FakeDiscord.text(shown.getFirst())).contains(BASE);
    assertThat(shown.getFirst().path("edits").asInt()).isEqualTo(1);
  }

  // ---- the REST API

  @Test
  void waitsAsLongAsDiscordSays_onOneRoute() {
    run();
    discord.next(EDIT, Trouble.tooMany(false));

    assertAnsweredOnce(ask());
  }

  @Test
  void waitsAsLongAsDiscordSays_onAllRoutes() {
    run();
    jda.expect("Encountered global rate limit");
    discord.next(POST, Trouble.tooMany(true));

    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    assertThat(discord.awaitPosted(FakeDiscord.CHANNEL, 1)).hasSize(1);
  }

  @Test
  void answersOnce_whenDiscordHasTroubleForAMoment() {
    run();
    discord.next(CALLBACK, Trouble.unavailable());
    discord.next(EDIT, Trouble.broken(false), Trouble.broken(true));

    assertAnsweredOnce(ask(), 2);
  }

  private void assertAnsweredOnce(Interaction asked, int edits) {
    discord.await("calls", () -> discord.calls(EDIT).size() > edits);
    bot().settle();
    assertThat(discord.outcome(asked)).hasSize(1);
    assertThat(FakeDiscord.text(discord.outcome(asked).getFirst())).contains(BASE);
  }

  @Test
  void postsOnce_whenAnErrorOfDiscordLeftAMessage() {
    TestBot bot = run();
    discord.next(POST, Trouble.broken(true));

    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);
    discord.await("the second try", () -> discord.calls(POST).size() == 2);
    bot.settle();

    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
  }

  @Test
  void answersOnce_whenDiscordSaysLittleOfWhatItTook() {
    run();
    var little = new Trouble(200, "{\"id\":\"1100000000000000077\"}", Map.of(), true);
    List.of(CALLBACK, EDIT, POST).forEach(route -> discord.next(route, little));

    assertAnsweredOnce(ask());
    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);
    var thread = discord.awaitCall("POST channels/*/messages/*/threads", 0);
    bot().settle();

    assertThat(thread.path()).contains("/1100000000000000077/");
    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
    assertThat(discord.calls(EDIT)).hasSize(1);
  }

  private Interaction askForALot(Who who, boolean isPrivate) {
    run();
    return discord.command(who, "ask", Map.of("question", TestBot.LENGTHY, "private", isPrivate));
  }

  /** Every part that is shown of the long answer, in order. */
  private static List<String> paragraphs(List<ObjectNode> messages) {
    return messages.stream()
        .flatMap(message -> FakeDiscord.text(message).lines())
        .filter(line -> line.startsWith("Paragraph"))
        .map(line -> line.substring(0, line.indexOf('.')))
        .toList();
  }

  @Test
  void showsEveryPart_inOrder() {
    Interaction asked = askForALot(Who.IN_CHANNEL, false);
    discord.await("every part", () -> discord.outcome(asked).size() >= 3);
    bot().settle();

    assertThat(paragraphs(discord.outcome(asked)))
        .isEqualTo(IntStream.range(0, 60).mapToObj(i -> "Paragraph " + i).toList());
  }

  @Test
  void repliesToTheQuestion_withEveryPart() {
    run();
    ObjectNode question = discord.write(Who.IN_CHANNEL, MENTION + TestBot.LENGTHY);
    discord.awaitPosted(FakeDiscord.CHANNEL, 3);
    bot().settle();

    assertThat(paragraphs(discord.posted(FakeDiscord.CHANNEL))).hasSize(60);
    assertThat(discord.posted(FakeDiscord.CHANNEL))
        .allSatisfy(part ->
            assertThat(part.at("/message_reference/message_id")).isEqualTo(question.path("id")));
  }

  @Test
  void showsNoPartTwice_andSaysSo_whenAnErrorOfDiscordLeftAMessage() {
    for (boolean isPrivate : List.of(false, true)) {
      discord.next(FOLLOW_UP, new Trouble(502, "bad gateway", Map.of(), true));
      Interaction asked = askForALot(Who.IN_CHANNEL, isPrivate);

      discord.await(
          "a word about what may be missing",
          () ->
              discord.outcome(asked).stream()
                  .map(FakeDiscord::text)
                  .anyMatch(text -> text.contains(DiscordRecipients.MAY_BE_INCOMPLETE)));

      assertThat(paragraphs(discord.outcome(asked))).doesNotHaveDuplicates().hasSizeGreaterThan(30);
    }
  }

  @Test
  void saysSomething_whenWhatIsForOnePersonMayNotBeShown() {
    run();
    discord.next(FOLLOW_UP, new Trouble(502, "bad gateway", Map.of(), false));

    Interaction asked = discord.command(Who.IN_CHANNEL, "role", Map.of("role", "astronaut"));
    discord.awaitOutcome(asked);
    bot().settle();

    assertThat(discord.outcome(asked)).hasSize(1);
    assertThat(FakeDiscord.text(discord.outcome(asked).getFirst()))
        .contains(DiscordRecipients.MISUSED);
  }

  @Test
  void answers_whenTheAcknowledgementSeemedToFail() {
    run();
    discord.next(CALLBACK, Trouble.broken(true));

    assertAnsweredOnce(ask());
  }

  @Test
  void opensAForm_whenDiscordHasTroubleForAMoment() {
    run();
    ObjectNode answer = discord.awaitOutcome(ask()).getFirst();
    for (boolean isDone : List.of(false, true)) {
      discord.next(CALLBACK, Trouble.broken(isDone), Trouble.broken(isDone));
      int before = discord.calls(CALLBACK).size();

      Interaction pressed =
          discord.press(Who.IN_CHANNEL, answer, FakeDiscord.button(answer, "Not helpful"));
      discord.await("the third try", () -> discord.calls(CALLBACK).size() == before + 3);

      assertThat(pressed.acknowledgement).isEqualTo(9);
    }
  }

  @Test
  void answersWithAnotherMessage_whenTheFirstWasTakenAway() {
    run();
    discord.next(EDIT, Trouble.error(404, 10008, "Unknown Message"));

    ObjectNode shown = discord.awaitOutcome(ask()).getFirst();

    assertThat(FakeDiscord.text(shown)).contains(BASE);
    assertThat(discord.calls(FOLLOW_UP)).hasSize(1);
  }

  @Test
  void answersWithoutAReply_whereItMayNotReadWhatWasSaid() {
    run();
    discord.next(
        POST,
        Trouble.error(400, 160002, "Cannot reply without permission to read message history"));

    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);

    ObjectNode answer = discord.awaitPosted(FakeDiscord.CHANNEL, 1).getFirst();
    assertThat(FakeDiscord.text(answer)).contains(BASE);
    assertThat(answer.has("message_reference")).isFalse();
  }

  @Test
  void tellsThePersonWhenNothingCanBeShown() {
    run();
    discord.next(EDIT, Trouble.error(400, 50035, "Invalid Form Body"));

    ObjectNode shown = discord.awaitOutcome(ask()).getFirst();

    assertThat(FakeDiscord.text(shown)).contains("Sorry, the answer could not be shown here.");
  }

  @Test
  void apologisesOnce_whenSomethingCannotBeHandedOver_andAnswersTheNext() {
    TestBot bot = run();
    ObjectNode answer = discord.awaitOutcome(ask()).getFirst();
    String suggested = FakeDiscord.button(answer, "What are the requirements");

    bot.isBroken = true;
    Interaction pressed = discord.press(Who.IN_CHANNEL, answer, suggested);
    discord.write(Who.IN_CHANNEL, MENTION + QUESTION);
    discord.awaitOutcome(pressed);
    discord.awaitPosted(FakeDiscord.CHANNEL, 1);
    bot.isBroken = false;
    Interaction next = discord.press(Who.IN_CHANNEL, answer, suggested);
    discord.awaitOutcome(next);
    bot.settle();

    assertThat(discord.outcome(pressed)).hasSize(1);
    assertThat(FakeDiscord.text(discord.outcome(pressed).getFirst())).contains(Requests.FAILED);
    assertThat(discord.posted(FakeDiscord.CHANNEL)).hasSize(1);
    assertThat(FakeDiscord.text(discord.posted(FakeDiscord.CHANNEL).getFirst()))
        .contains(Requests.FAILED);
    assertThat(FakeDiscord.text(discord.outcome(next).getFirst())).contains("bachelor");
  }

  @Test
  void apologisesToNobody_whoRepliedToSomebodyElse() {
    TestBot bot = run();
    ObjectNode said = discord.write(Who.IN_CHANNEL, "people among themselves");

    bot.isBroken = true;
    discord.write(Who.IN_CHANNEL, QUESTION, Optional.of(said));
    ObjectNode mention = discord.write(Who.IN_CHANNEL, MENTION + QUESTION);
    discord.awaitPosted(FakeDiscord.CHANNEL, 1);
    bot.settle();

    assertThat(discord.posted(FakeDiscord.CHANNEL))
        .singleElement()
        .extracting(apology -> apology.at("/message_reference/message_id"))
        .isEqualTo(mention.path("id"));
  }

  @Test
  void registersItsCommands_howeverLongDiscordHasTrouble() throws Exception {
    var held = new CountDownLatch(1);
    Trouble[] troubles = new Trouble[12];
    Arrays.fill(troubles, Trouble.broken(false));
    discord.next(REGISTER, troubles);
    TestBot bot = run(() -> TestBot.pausing(folder, TestBot.config(discord), held));
    assertThat(bot.platform.connect()).isEqualTo(new Connected.Ready());

    discord.await("a pause", () -> !bot.pauses.isEmpty());
    Health before = bot.platform.health();
    held.countDown();
    bot.platform.awaitCommands();

    assertThat(((Health.Down) before).reason())
        .startsWith("the commands could not be registered with Discord, everywhere:");
    assertThat(bot.platform.health()).isEqualTo(new Health.Up());
    assertThat(bot.pauses.stream().map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L);
    assertThat(discord.commands()).contains("ask");
  }

  // ---- the gateway

  @Test
  void answersWhatCameWhileTheConnectionWasGone() {
    TestBot bot = run();
    ask();
    discord.drop();
    Interaction asked = ask();
    discord.awaitResumed(1);

    assertAnsweredOnce(asked);
    discord.await("health", () -> bot.platform.health() instanceof Health.Up);
  }

  @Test
  void connectsAnew_whenDiscordAsksForIt() {
    run();
    discord.askToReconnect();
    Interaction asked = ask();
    discord.awaitResumed(1);

    assertAnsweredOnce(asked);
  }

  @Test
  void introducesItselfAnew_whenTheSessionIsOver() {
    TestBot bot = run();
    discord.invalidateSession();
    discord.awaitIdentified(2);
    discord.await("health", () -> bot.platform.health() instanceof Health.Up);

    assertAnsweredOnce(ask());
  }

  @Test
  void resumes_whenDiscordSaysThatTheSessionIsNotOver() {
    run();
    discord.interruptSession();
    Interaction asked = ask();
    discord.awaitResumed(1);

    assertAnsweredOnce(asked);
  }

  @Test
  void saysThatItIsNotReady_whileTheGatewayIsGone_andAnswersWhatCameMeanwhile() {
    TestBot bot = run();
    discord.await("health", () -> bot.platform.health() instanceof Health.Up);
    discord.turnAway(true);
    discord.drop();
    discord.await("an end", () -> bot.platform.health() instanceof Health.Down);
    Health gone = bot.platform.health();
    discord.await("a try", () -> discord.turnedAway() > 0);
    Interaction asked = ask();
    discord.turnAway(false);
    discord.awaitResumed(1);

    assertAnsweredOnce(asked);
    discord.await("health", () -> bot.platform.health() instanceof Health.Up);
    assertThat(gone).isEqualTo(new Health.Down("the WebSocket is closed, connecting again"));
  }

  @Test
  void saysThatItIsNotReady_whenItsIntentsAreTakenBack() {
    TestBot bot = run();
    discord.await("health", () -> bot.platform.health() instanceof Health.Up);

    jda.expect("cannot be recovered due to identification issues");

    discord.closeSockets(4014);

    discord.await(
        "an end",
        () ->
            bot.platform.health() instanceof Health.Down(String reason)
                && reason.contains("does not allow the bot its intents"));
  }

  @Test
  void saysThatItIsNotReady_whenTheTokenIsTakenBack_alsoWhileACallIsUnderWay() {
    TestBot bot = run();
    discord.await("health", () -> bot.platform.health() instanceof Health.Up);

    jda.expect("cannot be recovered due to identification issues");
    var held = new CountDownLatch(1);
    discord.hold(EDIT, held);
    ask();
    discord.awaitCall(EDIT, 0);

    discord.closeSockets(4004);
    var gone = new Health.Down("ROLEWISE_DISCORD_TOKEN: Discord does not take the token");
    discord.await("an end", () -> bot.platform.health().equals(gone));
    held.countDown();

    assertThat(bot.platform.health()).isEqualTo(gone);
  }

  @Test
  void saysThatItIsNotReady_asLongAsNothingIsRead() {
    discord.beatEvery(Duration.ofMillis(500));
    TestBot bot = run();
    discord.await("health", () -> bot.platform.health() instanceof Health.Up);
    var held = new CountDownLatch(1);
    jda.holdLines(held);

    discord.vary(payload -> payload.put("type", 77));
    ask();
    discord.await("a stop", () -> bot.platform.health() instanceof Health.Down);
    held.countDown();

    discord.await("health again", () -> bot.platform.health() instanceof Health.Up);
    discord.vary(_ -> {});
    assertAnsweredOnce(ask());
  }

  @Test
  void answersABurst_eachOnce() {
    TestBot bot = run();
    bot.slow = new CountDownLatch(1);
    List<Interaction> asked = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      asked.add(
          discord.command(
              new Who(FakeDiscord.CHANNEL, "11000000000000010" + (10 + i % 20), List.of()),
              "ask",
              Map.of("question", QUESTION)));
    }
    asked.forEach(discord::awaitAcknowledged);
    bot.slow.countDown();

    asked.forEach(this::assertAnsweredOnce);
  }

  // ---- starting

  @Test
  void refusesToStart_whenTheTokenIsWrong() {
    assertThat(connect(config("wrong", Optional.empty())))
        .isEqualTo(
            new Connected.Refused("ROLEWISE_DISCORD_TOKEN: Discord does not take the token"));
  }

  @Test
  void refusesToStart_whenTheGatewayDoesNotTakeTheToken() {
    jda.expect("cannot be recovered due to identification issues");
    discord.refuse(4004);

    assertThat(connect(TestBot.config(discord)))
        .isEqualTo(
            new Connected.Refused("ROLEWISE_DISCORD_TOKEN: Discord does not take the token"));
  }

  @Test
  void refusesToStart_whenItsIntentsAreNotAllowed() {
    jda.expect("cannot be recovered due to identification issues");
    discord.refuse(4014);

    assertThat(((Connected.Refused) connect(TestBot.config(discord))).problem())
        .startsWith("ROLEWISE_DISCORD_TOKEN: Discord does not allow the bot its intents");
  }

  @Test
  void refusesToStart_whenItMayNotRegisterItsCommands() {
    discord.next(REGISTER, Trouble.error(403, 50001, "Missing Access"));

    assertThat(connect(TestBot.config(discord)))
        .isEqualTo(
            new Connected.Refused(
                "ROLEWISE_DISCORD_TOKEN: Discord does not let the bot register its commands"
                    + " (50001 Missing Access), invite it with the scope applications.commands"));
  }

  @Test
  void refusesToStart_whenItIsNotInTheServerToTryItOut() {
    String elsewhere = "1100000000000000099";

    assertThat(connect(TestBot.config(discord, List.of(elsewhere), List.of(), List.of())))
        .isEqualTo(
            new Connected.Refused(
                "rolewise.discord.guild-ids: Discord does not let the bot register its commands in"
                    + " the server "
                    + elsewhere
                    + " (50001 Missing Access), invite it with the scope applications.commands"));
  }

  @Test
  void refusesToStart_whenDiscordIsNotThere() {
    String complaint = "Encountered exception trying to execute request";
    jda.expect(complaint);
    discord.close();

    assertThat(connect(TestBot.config(discord)))
        .isEqualTo(
            new Connected.Refused(
                "Discord cannot be reached by way of "
                    + discord.apiUrl()
                    + ", see ROLEWISE_DISCORD_API_URL"));
    // It may come after the refusal, and would be heard by the next test.
    discord.await("the complaint", () -> jda.hasHeard(complaint));
  }

  @Test
  void refusesToStart_whenTheGatewayIsNotThere() {
    assertThat(connect(config(FakeDiscord.TOKEN, Optional.of(URI.create("ws://127.0.0.1:1")))))
        .isEqualTo(
            new Connected.Refused(
                "the gateway of Discord at ws://127.0.0.1:1 cannot be reached, see"
                    + " ROLEWISE_DISCORD_GATEWAY_URL"));
  }

  @Test
  void connects_whenTheGatewayIsGoneForAMoment() {
    var held = new CountDownLatch(1);
    TestBot bot = run(() -> TestBot.pausing(folder, TestBot.config(discord), held));
    discord.turnAway(true);

    var connected = CompletableFuture.supplyAsync(bot.platform::connect);
    discord.await("a try", () -> discord.turnedAway() > 0);
    discord.turnAway(false);
    held.countDown();

    assertThat(connected.join()).isEqualTo(new Connected.Ready());
  }

  @Test
  void endsAStart_thatIsToldToStopBetweenTries() {
    var held = new CountDownLatch(1);
    TestBot bot = run(() -> TestBot.pausing(folder, TestBot.config(discord), held));
    discord.turnAway(true);
    var connected = CompletableFuture.supplyAsync(bot.platform::connect);
    discord.await("a pause", () -> !bot.pauses.isEmpty());

    bot.platform.close();
    held.countDown();

    assertThat(connected.orTimeout(20, TimeUnit.SECONDS).join())
        .isEqualTo(new Connected.Refused("stopped while connecting to Discord"));
  }

  @Test
  void connectsToTheGatewayThatIsConfigured() {
    assertThat(connect(config(FakeDiscord.TOKEN, Optional.of(discord.gatewayUrl()))))
        .isEqualTo(new Connected.Ready());
    assertThat(discord.calls("GET gateway/bot")).isEmpty();
  }
}
