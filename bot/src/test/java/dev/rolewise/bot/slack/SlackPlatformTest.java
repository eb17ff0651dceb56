package dev.rolewise.bot.slack;

import static dev.rolewise.bot.slack.SlackPayloads.ASKER;
import static dev.rolewise.bot.slack.SlackPayloads.CHANNEL;
import static dev.rolewise.bot.slack.SlackPayloads.button;
import static dev.rolewise.bot.slack.SlackPayloads.direct;
import static dev.rolewise.bot.slack.SlackPayloads.mention;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.config.SlackConfig;
import dev.rolewise.bot.config.SlackMode;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
import dev.rolewise.bot.platform.ChatPlatform.Health;
import dev.rolewise.bot.platform.Conversations.Keys;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.slack.FakeSlack.Trouble;
import dev.rolewise.bot.state.Feedback.Verdict;
import dev.rolewise.bot.state.SqlState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bot with Slack's own client over real sockets, against a Slack on loopback. */
class SlackPlatformTest {
  private static final String QUESTION = "what does a data engineer make?";
  private static final String ADMIN = "U0ADMIN";
  private static final String TS = "1700000000.000100";

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  @TempDir private static Path documents;
  private static Library library;

  @TempDir Path folder;
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger seconds = new AtomicInteger();
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch paused = new CountDownLatch(0);

  /** How many pauses end at once, whatever holds the others. */
  private volatile int freePauses;

  private volatile CountDownLatch slow = new CountDownLatch(0);
  private FakeSlack slack;
  private SqlState state;
  private Requests requests;
  private SlackPlatform platform;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    library = Corpus.library(Desk.knowledge(documents, Desk.DOCUMENTS));
  }

  @BeforeEach
  void starts() throws Exception {
    slack = new FakeSlack();
    startBot();
    assertThat(platform.connect()).isEqualTo(new Connected.Ready());
    slack.awaitHellos(1);
  }

  @AfterEach
  void stops() throws Exception {
    stopBot();
    slack.close();
  }

  private void startBot() {
    state =
        SqlState.open(
            "jdbc:sqlite:" + folder.resolve("state.db"),
            () -> Instant.EPOCH.plusSeconds(seconds.incrementAndGet()));
    requests =
        new Requests(
            commands(),
            () -> library,
            state,
            new Requests.Limits(500, 4, Duration.ofMinutes(3)),
            () -> "answer" + ids.incrementAndGet());
    platform = platform(SlackMode.SOCKET, Duration.ofMinutes(5));
  }

  private SlackPlatform platform(SlackMode mode, Duration checks) {
    var config =
        new SlackConfig(
            Optional.of(new Secret(FakeSlack.BOT_TOKEN)),
            Optional.of(new Secret(FakeSlack.APP_TOKEN)),
            Optional.empty(),
            mode,
            Set.of(ADMIN),
            slack.apiUrl());
    return new SlackPlatform(
        config,
        commands(),
        requests,
        Meter.NONE,
        () -> List.of("state: ready, connected"),
        TIMEOUT,
        this::pause,
        checks);
  }

  private void pause(Duration time) throws InterruptedException {
    pauses.add(time);
    if (pauses.size() > freePauses) {
      paused.await();
    }
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

  private static Map<String, Object> reply(String ts, String text) {
    return reply(ASKER, ts, text);
  }

  private static Map<String, Object> reply(String user, String ts, String text) {
    return Map.of(
        "type",
        "message",
        "channel_type",
        "channel",
        "user",
        user,
        "text",
        text,
        "ts",
        ts,
        "channel",
        CHANNEL,
        "thread_ts",
        TS,
        "event_ts",
        ts);
  }

  private String tell(String eventId, Map<String, Object> event) {
    return slack.send("events_api", slack.event(eventId, event));
  }

  /** Somebody goes on in the thread of a message. */
  private void follow(ObjectNode posted, Map<String, Object> event) {
    String begun = posted.path("thread_ts").asText();
    Spot below =
        Spot.of(
            posted.path("channel").asText(), begun.isEmpty() ? posted.path("ts").asText() : begun);
    String conversation = below.conversation(FakeSlack.TEAM);
    slack.await("the conversation", () -> state.findConversation(conversation).isPresent());
    Map<String, Object> message = new HashMap<>(event);
    message.put("thread_ts", below.thread().orElseThrow());
    tell("EvBelow", message);
  }

  private void ask() {
    tell("Ev1", mention(TS, QUESTION));
    slack.awaitPosted(1);
  }

  /** What was sent has been handled after this, and nothing more is. */
  private void settle() {
    slack.awaitAcks();
    requests.close();
  }

  private List<ObjectNode> answers() {
    return slack.posted().stream()
        .filter(message -> message.path("thread_ts").asText().equals(TS))
        .toList();
  }

  private String press(String actionTs, String actionId, String value) {
    ObjectNode message = FakeSlack.JSON.createObjectNode().put("thread_ts", TS);
    return slack.send(
        "interactive",
        SlackPayloads.press(actionTs, slack.responseUrl(actionTs), message, actionId, value));
  }

  private String type(String command, String text, String trigger) {
    return type(CHANNEL, command, text, trigger);
  }

  private String type(String channel, String command, String text, String trigger) {
    return type(channel, command, text, trigger, slack.responseUrl(trigger));
  }

  private String type(
      String channel, String command, String text, String trigger, String responseUrl) {
    ObjectNode payload = FakeSlack.JSON.createObjectNode();
    payload
        .put("token", "t")
        .put("team_id", FakeSlack.TEAM)
        .put("channel_id", channel)
        .put("channel_name", "career")
        .put("user_id", ASKER)
        .put("user_name", "a")
        .put("command", command)
        .put("text", text)
        .put("response_url", responseUrl)
        .put("trigger_id", trigger);
    return slack.send("slash_commands", payload);
  }

  private String submit(String viewId, String callback, String metadata, ObjectNode values) {
    ObjectNode payload = FakeSlack.JSON.createObjectNode();
    payload.put("type", "view_submission").put("trigger_id", "t-" + viewId);
    payload.putObject("team").put("id", FakeSlack.TEAM).put("domain", "x");
    payload.putObject("user").put("id", ASKER).put("username", "a");
    ObjectNode view = payload.putObject("view");
    view.put("id", viewId)
        .put("type", "modal")
        .put("callback_id", callback)
        .put("private_metadata", metadata);
    view.putArray("blocks");
    view.putObject("state").set("values", values);
    return slack.send("interactive", payload);
  }

  @Test
  void answersAMentionInItsThread_acknowledgedBefore() {
    slow = new CountDownLatch(1);

    String envelope = tell("Ev1", mention(TS, QUESTION));

    slack.awaitAck(envelope);
    assertThat(slack.posted()).isEmpty();
    slow.countDown();
    slack.awaitPosted(1);
    ObjectNode answer = slack.posted().getFirst();
    assertThat(answer.path("channel").asText()).isEqualTo(CHANNEL);
    assertThat(answer.path("thread_ts").asText()).isEqualTo(TS);
    assertThat(answer.path("text").asText()).contains("data-engineer.md", "[1]");
    assertThat(slack.calls("chat.postMessage").getFirst().token()).isEqualTo(FakeSlack.BOT_TOKEN);
  }

  @Test
  void answersAMention_whateverStandsBesideIt() {
    ObjectNode told = slack.event("Ev1", mention(TS, QUESTION));
    ObjectNode posted = slack.event("Ev2", mention("1700000000.000200", QUESTION));
    for (ObjectNode event : List.of(told, posted)) {
      event.putArray("authorizations").addNull();
      event.putObject("enterprise_id");
      event.put("user", 7);
    }

    slack.send("events_api", told);
    platform.handle(Map.of("content-type", List.of("application/json")), posted.toString());

    slack.awaitPosted(2);
  }

  @Test
  void saysThatItIsThere_whenSlackChecksTheAddress() {
    var form = Map.of("content-type", List.of("application/x-www-form-urlencoded"));

    assertThat(platform.handle(form, "ssl_check=1&token=t").status()).isEqualTo(200);
  }

  @Test
  void answersOnce_whenTheEventIsDeliveredAgain() {
    tell("Ev1", mention(TS, QUESTION));
    slack.send(
        "events_api",
        slack.event("Ev1", mention(TS, QUESTION)),
        Map.of("retry_attempt", 1, "retry_reason", "timeout"));
    tell("Ev1", mention(TS, QUESTION));
    tell("EvOther", mention(TS, QUESTION));

    settle();

    assertThat(answers()).hasSize(1);
  }

  @Test
  void answersOnce_whenTheEventIsDeliveredAgainAfterARestart() {
    ask();
    stopBot();
    startBot();
    platform.connect();
    slack.awaitHellos(2);

    tell("EvOther", mention(TS, QUESTION));
    settle();

    assertThat(answers()).hasSize(1);
  }

  @Test
  void answersOnce_whatComesWithTheFirstWordsOfTheSocket() {
    stopBot();
    slack.awaitSockets(0);
    startBot();
    type("/career", "ask " + QUESTION, "trigger1");
    tell("Ev1", mention(TS, QUESTION));

    platform.connect();
    settle();

    assertThat(slack.calls("response_url")).hasSize(1);
    assertThat(answers()).hasSize(1);
    awaitHealth(new Health.Up());
  }

  @Test
  void isNotReadyWhileTheSocketIsGone_andAnswersAfterwards() {
    paused = new CountDownLatch(1);
    slack.dropSockets();
    awaitHealth(new Health.Down("the WebSocket is closed, connecting again"));
    paused.countDown();
    slack.awaitHellos(2);

    ask();

    assertThat(answers()).hasSize(1);
    awaitHealth(new Health.Up());
  }

  @Test
  void isNotReady_whileTheSocketIsSilent_andSlackGivesNoOther() {
    paused = new CountDownLatch(1);
    slack.next("apps.connections.open", Trouble.error("internal_error"));

    slack.wake(false);

    awaitHealth(new Health.Down("the WebSocket is closed, connecting again"));
    slack.wake(true);
    paused.countDown();
    slack.awaitHellos(2);
    awaitHealth(new Health.Up());
  }

  @Test
  void connectsAnew_afterSlackRefusedItOnce() {
    slack.next("apps.connections.open", Trouble.error("internal_error"));

    slack.dropSockets();
    slack.awaitHellos(2);
    ask();

    assertThat(answers()).hasSize(1);
  }

  @Test
  void answersAfterSlackAskedToConnectAnew() {
    slack.sendDisconnect();
    slack.awaitHellos(2);
    slack.awaitSockets(1);

    ask();

    assertThat(answers()).hasSize(1);
    awaitHealth(new Health.Up());
  }

  @Test
  void acknowledgesWithinASecond_whileSlackGivesNoNewSocket() {
    slack.holdSockets();
    slack.sendDisconnect();
    slack.awaitCall("apps.connections.open", 1);

    slack.awaitAck(tell("Ev1", mention(TS, QUESTION)));
    slack.awaitPosted(1);
    slack.releaseSockets();
    slack.awaitHellos(2);
    settle();

    assertThat(slack.ackNanos()).allMatch(nanos -> nanos < Duration.ofSeconds(1).toNanos());
    assertThat(answers()).hasSize(1);
  }

  @Test
  void goesOnConnecting_whenSlackThatAskedForItGivesNoSocketAtFirst() {
    slack.next("apps.connections.open", Trouble.error("internal_error"), Trouble.broken(false));

    slack.sendDisconnect();
    slack.awaitHellos(2);

    assertThat(pauses)
        .startsWith(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void namesTheTokenOfTheApp_whenSlackTakesItNoMore() {
    freePauses = 1;
    paused = new CountDownLatch(1);
    slack.next("apps.connections.open", Trouble.error("token_revoked"));

    slack.dropSockets();

    awaitHealth(
        new Health.Down("ROLEWISE_SLACK_APP_TOKEN: Slack does not take the token (token_revoked)"));
    paused.countDown();
    slack.awaitHellos(2);
    awaitHealth(new Health.Up());
  }

  @Test
  void refusesToStart_whenOnlyTheSocketCannotBeReached() throws IOException {
    int free;
    try (var unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = unused.getLocalPort();
    }
    slack.next(
        "apps.connections.open",
        new Trouble(
            200,
            "{\"ok\":true,\"url\":\"ws://127.0.0.1:" + free + "/link?ticket=1\"}",
            Map.of(),
            false));

    assertThat(connectAgain())
        .isEqualTo(
            new Connected.Refused(
                "the WebSocket of Slack at 127.0.0.1:" + free + " cannot be reached"));
  }

  private void awaitHealth(Health health) {
    slack.await("health " + health, () -> platform.health().equals(health));
  }

  @Test
  void waitsAsLongAsSlackSays() {
    slack.next("chat.postMessage", Trouble.tooMany(7), Trouble.tooMany(3));

    ask();

    assertThat(answers()).hasSize(1);
    assertThat(pauses).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(3));
  }

  @Test
  void tellsTheAskerAtOnce_andPostsNothing_whileSlackTakesNothingForLong() {
    slack.next("chat.postMessage", Trouble.tooMany(600));

    tell("Ev1", mention(TS, QUESTION));
    slack.awaitCall("chat.postEphemeral", 0);
    tell("Ev2", mention("1700000000.000200", QUESTION));
    var told = slack.awaitCall("chat.postEphemeral", 1);
    settle();

    assertThat(told.get("text")).startsWith("Sorry, Slack lets me post nothing more here");
    assertThat(told.get("user")).isEqualTo(ASKER);
    assertThat(slack.calls("chat.postMessage")).hasSize(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void answers_onceSlackIsBackFromAnOutage() throws IOException {
    freePauses = 8;
    paused = new CountDownLatch(1);
    var outage = slack.goAway();

    tell("Ev1", mention(TS, QUESTION));
    slack.await("many pauses", () -> pauses.size() > freePauses);
    outage.comeBack();
    paused.countDown();
    slack.awaitPosted(1);
    settle();

    assertThat(answers()).hasSize(1);
    assertThat(answers().getFirst().path("text").asText()).contains("data-engineer.md");
    assertThat(pauses.stream().limit(7).map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 20L, 20L);
  }

  @Test
  void answersEachOnce_inOrder_whenSeveralOfAChannelWaitThroughAnOutage() throws IOException {
    paused = new CountDownLatch(1);
    List<String> asked = List.of("1700000000.000100", "1700000000.000200", "1700000000.000300");
    var outage = slack.goAway();
    tell("Ev1", mention(asked.getFirst(), QUESTION));
    slack.await("the pause", () -> !pauses.isEmpty());
    for (String ts : asked.subList(1, asked.size())) {
      slack.awaitAck(tell("Ev" + ts, mention(ts, QUESTION)));
    }

    outage.comeBack();
    paused.countDown();
    settle();

    assertThat(slack.posted().stream().map(message -> message.path("thread_ts").asText()))
        .startsWith(asked.getFirst())
        .containsExactlyInAnyOrderElementsOf(asked);
  }

  @Test
  void waitsNoLongerForAllQuestionsThanForOne_inAnOutage_andAnswersAfterwards() throws IOException {
    var outage = slack.goAway();
    tell("Ev1", mention(TS, QUESTION));
    tell("Ev2", mention("1700000000.000200", QUESTION));
    slack.awaitAcks();
    slack.await("the end of all patience", () -> requests.unfinished() == 0);

    outage.comeBack();
    tell("Ev3", mention("1700000000.000300", QUESTION));
    slack.awaitPosted(1);
    settle();

    assertThat(slack.posted().getFirst().path("thread_ts").asText()).isEqualTo("1700000000.000300");
    assertThat(pauses.stream().mapToLong(Duration::toSeconds).sum()).isBetween(3600L, 3900L);
  }

  @Test
  void postsOnce_whenWhatIsThereCannotBeReadForLong() {
    slack.next("chat.postMessage", Trouble.broken(true));
    slack.next("conversations.replies", Trouble.tooMany(60), Trouble.error("internal_error"));
    slack.next(
        "conversations.replies",
        Collections.nCopies(8, Trouble.broken(false)).toArray(Trouble[]::new));

    ask();
    settle();

    assertThat(answers()).hasSize(1);
    assertThat(slack.calls("chat.postMessage")).hasSize(1);
    assertThat(pauses.subList(0, 4))
        .containsExactly(
            Duration.ofSeconds(1),
            Duration.ofSeconds(60),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4));
  }

  @Test
  void postsAgain_whenAnErrorOfSlackLeftNoMessage() {
    slack.next("chat.postMessage", Trouble.broken(false));

    ask();
    settle();

    assertThat(answers()).hasSize(1);
  }

  @Test
  void postsAgain_whenSlackNamesAnErrorOfItsOwnOrALimit() {
    slack.next(
        "chat.postMessage",
        Trouble.error("rate_limited"),
        Trouble.error("internal_error"),
        Trouble.error("fatal_error"),
        Trouble.error("service_unavailable"));

    ask();
    settle();

    assertThat(answers()).hasSize(1);
    assertThat(answers().getFirst().path("text").asText()).contains("data-engineer.md");
    assertThat(slack.calls("conversations.replies")).hasSize(3);
  }

  @Test
  void postsAgain_howOftenSlackMayFail_untilItDoesNot() {
    slack.next(
        "chat.postMessage", Collections.nCopies(12, Trouble.broken(false)).toArray(Trouble[]::new));

    ask();
    settle();

    assertThat(answers()).hasSize(1);
    assertThat(answers().getFirst().path("text").asText()).contains("data-engineer.md");
  }

  @Test
  void leavesAnAnswerThatSlackNeverTakes_soThatOthersGetTheirs() {
    slack.next(
        "chat.postMessage", Collections.nCopies(15, Trouble.broken(false)).toArray(Trouble[]::new));

    ask();
    tell("Ev2", mention("1700000900.000200", QUESTION));
    slack.awaitPosted(2);
    settle();

    assertThat(slack.posted().getFirst().path("text").asText())
        .startsWith("Sorry, Slack had trouble");
    assertThat(slack.posted().getLast().path("text").asText()).contains("data-engineer.md");
  }

  @Test
  void postsAgain_whenSomethingElseThanSlackAnswers() {
    slack.next(
        "chat.postMessage",
        new Trouble(200, "<!doctype html><p>Sign in", Map.of(), false),
        new Trouble(200, "", Map.of(), false));
    slack.next("conversations.replies", new Trouble(200, "[]", Map.of(), false));

    ask();
    settle();

    assertThat(answers()).hasSize(1);
    assertThat(answers().getFirst().path("text").asText()).contains("data-engineer.md");
  }

  @Test
  void postsOnce_whenAnErrorOfSlackLeftAMessage() {
    slack.next("chat.postMessage", Trouble.broken(true));

    ask();
    settle();

    assertThat(answers()).hasSize(1);
  }

  @Test
  void postsOnce_whenSlackTellsOfItsMessagesOnlyWhoWroteThem() {
    slack.leaveOut("blocks", "metadata", "bot_id");
    slack.next("chat.postMessage", Trouble.broken(true));

    ask();
    settle();

    assertThat(answers()).hasSize(1);
  }

  @Test
  void postsOnce_whenTheConnectionBrokeAfterTheMessage() {
    slack.next("chat.postMessage", Trouble.hangUp(true));

    ask();
    settle();

    assertThat(answers()).hasSize(1);
  }

  @Test
  void postsOnce_whenAnErrorOfSlackLeftADirectMessage() {
    slack.next("chat.postMessage", Trouble.broken(true));

    tell("Ev1", direct(TS, QUESTION));
    slack.awaitPosted(1);
    settle();

    assertThat(slack.posted()).hasSize(1);
  }

  @Test
  void postsAgain_whenOnlyAnEarlierDirectMessageSaysTheSame() {
    slack.next("assistant.threads.setStatus", Trouble.error("missing_scope"));
    tell("Ev1", direct(TS, QUESTION));
    slack.awaitPosted(1);
    slack.next("chat.postMessage", Trouble.broken(false));
    slack.next("conversations.history", earlier(slack.posted().getFirst()));

    tell("Ev2", direct("1700002000.000100", QUESTION));
    slack.awaitPosted(2);
    settle();

    assertThat(slack.posted()).hasSize(2);
    assertThat(slack.calls("conversations.history").getFirst().get("oldest"))
        .isEqualTo("1700002000.000100");
  }

  /** A Slack that tells neither of metadata nor less than everything. */
  private static Trouble earlier(ObjectNode message) {
    ObjectNode answer = FakeSlack.JSON.createObjectNode().put("ok", true);
    answer.putArray("messages").add(message.deepCopy().without(List.of("metadata", "blocks")));
    return new Trouble(200, answer.toString(), Map.of(), false);
  }

  @Test
  void postsOnce_inAThreadOfAThousandMessages() {
    slack.fill(CHANNEL, TS, 1_000);
    slack.next("chat.postMessage", Trouble.broken(true));

    tell("Ev1", followUp("1700000000.000200", "1700001000.001000"));
    settle();

    assertThat(answers()).hasSize(1_001);
    assertThat(slack.calls("conversations.replies")).hasSize(1);
  }

  @Test
  void postsOnce_inALongThread_whoseAnsweredMessageIsOld() {
    slack.fill(CHANNEL, TS, 1_000);
    slack.next("chat.postMessage", Trouble.broken(true));

    tell("Ev1", mention(TS, QUESTION));
    settle();

    assertThat(answers()).hasSize(1_001);
    assertThat(slack.calls("conversations.replies")).hasSize(6);
  }

  @Test
  void apologises_ratherThanPostTwice_inAThreadWithoutEnd() {
    slack.fill(CHANNEL, TS, 3_000);
    slack.next("chat.postMessage", Trouble.broken(true));

    tell("Ev1", mention(TS, QUESTION));
    settle();

    assertThat(answers()).hasSize(3_002);
    assertThat(answers().getLast().path("text").asText()).startsWith("Sorry");
    assertThat(slack.calls("conversations.replies")).hasSizeLessThanOrEqualTo(30);
  }

  /** A mention in a thread that has gone on for long. */
  private static Map<String, Object> followUp(String event, String ts) {
    var message = new HashMap<>(mention(ts, QUESTION));
    message.put("thread_ts", TS);
    message.put("event_ts", event);
    return message;
  }

  @Test
  void apologises_ratherThanPostTwice_whenNobodyCanTellWhetherAMessageIsThere() {
    slack.next("chat.postMessage", Trouble.broken(true));
    var hidden = Trouble.error("missing_scope");
    slack.next("conversations.replies", hidden, hidden, hidden);

    tell("Ev1", direct(TS, QUESTION));
    slack.awaitPosted(2);
    settle();

    assertThat(slack.posted()).hasSize(2);
    assertThat(slack.posted().getLast().path("text").asText())
        .startsWith("Sorry, Slack had trouble");
  }

  @Test
  void keepsTheOrderOfAChannel_whileSlackHasItWait() {
    paused = new CountDownLatch(1);
    slack.next("chat.postMessage", Trouble.tooMany(5));
    String first = "1700000000.000100";
    String second = "1700000000.000200";
    String elsewhere = "1700000000.000300";

    tell("Ev1", mention(first, QUESTION));
    slack.await("the pause", () -> !pauses.isEmpty());
    tell("Ev2", mention(second, QUESTION));
    tell("Ev3", mention("C0OTHER", elsewhere, QUESTION));
    slack.awaitPosted(1);
    paused.countDown();
    settle();

    assertThat(slack.posted().stream().map(message -> message.path("thread_ts").asText()))
        .containsExactly(elsewhere, first, second);
  }

  @Test
  void answersEachOnce_whenEventsComeOutOfOrder() {
    tell("Ev3", mention("1700000000.000300", QUESTION));
    tell("Ev1", mention("1700000000.000100", QUESTION));
    tell("Ev2", mention("1700000000.000200", QUESTION));
    tell("Ev3again", mention("1700000000.000300", QUESTION));
    settle();

    assertThat(slack.posted().stream().map(message -> message.path("thread_ts").asText()))
        .containsExactlyInAnyOrder("1700000000.000100", "1700000000.000200", "1700000000.000300");
  }

  @Test
  void answersAFollowUpAfterTheMentionThatItOvertook_andNothingThatWasSaidBefore() {
    tell("Ev0", reply("1699999999.000100", "what does a welder earn?"));
    tell("Ev2", reply("1700000000.000200", "and the requirements?"));
    slack.awaitAcks();
    slack.await("the end of both", () -> requests.unfinished() == 0);

    tell("Ev1", mention(TS, QUESTION));
    slack.awaitPosted(2);
    tell("Ev1again", mention(TS, QUESTION));
    tell("Ev2again", reply("1700000000.000200", "and the requirements?"));
    settle();

    assertThat(answers()).hasSize(2);
    assertThat(answers().getFirst().path("text").asText()).contains("data-engineer.md");
    assertThat(answers().getLast().path("text").asText()).contains("bachelor");
  }

  @Test
  void answersOnce_whenTheEventIsDeliveredAgainWhileItIsAnswered() {
    slow = new CountDownLatch(1);
    slack.awaitAck(tell("Ev1", mention(TS, QUESTION)));
    slack.awaitAck(tell("EvOther", mention(TS, QUESTION)));

    slow.countDown();
    slack.awaitPosted(1);
    settle();

    assertThat(answers()).hasSize(1);
  }

  @Test
  void answersPressesBelowATable_whichTheClientDoesNotKnow() {
    type("/career", "compare data-engineer vs welder", "trigger1");
    JsonNode message = slack.awaitCall("response_url", 0).json("blocks");
    assertThat(message.toString()).contains("\"type\":\"table\"");
    ObjectNode posted = FakeSlack.JSON.createObjectNode().put("type", "message").put("ts", TS);
    posted.set("blocks", message);
    JsonNode sources = button(posted, "Sources");

    slack.awaitAck(
        slack.send(
            "interactive",
            SlackPayloads.press(
                "1.1",
                slack.responseUrl("1.1"),
                posted,
                sources.path("action_id").asText(),
                sources.path("value").asText())));

    assertThat(slack.awaitCall("views.open", 0).get("view")).contains("welder.md");
  }

  @Test
  void sendsOlderBlocks_whenSlackRefusesTheNewerOnes() {
    slack.next("chat.postMessage", Trouble.error("invalid_blocks"));

    ask();

    assertThat(answers()).hasSize(1);
    assertThat(slack.calls("chat.postMessage").getFirst().get("blocks"))
        .contains("context_actions");
    assertThat(answers().getFirst().path("blocks").toString()).doesNotContain("context_actions");
  }

  @Test
  void apologises_withoutTheReason_whenTheAnswerFails() {
    tell("Ev1", mention(TS, "please break"));

    slack.awaitPosted(1);

    assertThat(slack.posted().getFirst().path("text").asText())
        .contains("Sorry, something went wrong")
        .doesNotContain("secret detail");
  }

  @Test
  void answersFollowUps_onlyThoseForIt() {
    ask();

    tell("Ev2", reply("1700000000.000200", "<@U0OTHER> what do you think?"));
    tell("Ev3", reply("1700000000.000300", "that is a lot"));
    tell("Ev4", reply("1700000000.000400", "and the requirements?"));
    slack.awaitPosted(2);
    settle();

    assertThat(answers()).hasSize(2);
    assertThat(answers().getLast().path("text").asText()).contains("bachelor");
  }

  @Test
  void leavesPeopleToTalk_unlessTheQuestionStandsAlone() {
    ask();

    tell("Ev2", reply("U0OTHER", "1700000000.000200", "we pay more than that"));
    slack.awaitAcks();
    tell("Ev3", reply("1700000000.000300", "and how much is it?"));
    slack.awaitAcks();
    tell("Ev4", reply("U0OTHER", "1700000000.000400", "what does a welder earn?"));
    slack.awaitPosted(2);
    settle();

    assertThat(answers()).hasSize(2);
    assertThat(answers().getLast().path("text").asText()).contains("welder.md");
  }

  @Test
  void answersWhatAColleagueMayBeAskedToo_whereItStandsAlone() {
    ask();

    tell("Ev2", reply("1700000000.000200", "are we still meeting at five?"));
    slack.awaitAcks();
    tell("Ev3", reply("1700000000.000300", "do you know what a welder makes?"));
    slack.awaitPosted(2);
    settle();

    assertThat(answers()).hasSize(2);
    assertThat(answers().getLast().path("text").asText()).contains("welder.md");
  }

  @Test
  void answersWhatThoseWhoHireAsk_unlessTheyNameSomethingElse() {
    ask();

    tell("Ev2", reply("1700000000.000200", "What should we pay for lunch?"));
    slack.awaitAcks();
    tell("Ev3", reply("1700000000.000300", "What should we pay a plumber?"));
    slack.awaitAcks();
    tell("Ev4", reply("1700000000.000400", "What do we need to pay?"));
    slack.awaitPosted(2);
    settle();

    assertThat(answers()).hasSize(2);
    assertThat(answers().getLast().path("text").asText()).contains("data-engineer.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What do we usually pay?",
        "What should we pay him?",
        "Could we get the salary range?"
      })
  void answersWhatThoseWhoHireAsk_aboutTheJobOfTheThread(String asked) {
    ask();

    tell("Ev2", reply("1700000000.000200", asked));
    slack.awaitPosted(2);

    assertThat(answers().getLast().path("text").asText()).contains("data-engineer.md");
  }

  @Test
  void tellsThoseWhoHire_whenNoDocumentKnowsTheJobOfTheThread() {
    tell("Ev1", mention(TS, "what does a plumber earn?"));
    slack.awaitPosted(1);

    tell("Ev2", reply("1700000000.000200", "What do we need to pay?"));
    slack.awaitPosted(2);

    assertThat(answers().getLast().path("text").asText()).contains("plumber");
  }

  @Test
  void answersTheFollowUpOfAnotherPerson_whenNobodySpokeBetween() {
    ask();

    tell("Ev2", reply("U0OTHER", "1700000000.000200", "and the requirements?"));
    slack.awaitPosted(2);

    assertThat(answers().getLast().path("text").asText()).contains("bachelor");
  }

  @Test
  void staysSilent_inThreadsItHasNotAnswered() {
    tell("Ev4", reply("1700000000.000400", "and the requirements?"));

    settle();

    assertThat(answers()).isEmpty();
  }

  @Test
  void ignoresBotsItselfEditsAndDeletions() {
    var byBot = new HashMap<>(mention("1700000000.000201", QUESTION));
    byBot.put("bot_id", "B0OTHER");
    List<String> envelopes =
        List.of(
            tell("Ev2", byBot),
            tell(
                "Ev3",
                Map.of(
                    "type",
                    "message",
                    "channel_type",
                    "im",
                    "user",
                    FakeSlack.BOT_USER,
                    "text",
                    QUESTION,
                    "ts",
                    "1700000000.000202",
                    "channel",
                    "D0DIRECT")),
            tell(
                "Ev4",
                Map.of(
                    "type",
                    "message",
                    "subtype",
                    "message_changed",
                    "channel",
                    "D0DIRECT",
                    "channel_type",
                    "im",
                    "ts",
                    "1700000000.000203",
                    "message",
                    Map.of("type", "message", "user", ASKER, "text", QUESTION, "ts", TS))),
            tell(
                "Ev5",
                Map.of(
                    "type",
                    "message",
                    "subtype",
                    "message_deleted",
                    "channel",
                    "D0DIRECT",
                    "channel_type",
                    "im",
                    "ts",
                    "1700000000.000204",
                    "deleted_ts",
                    TS)));

    envelopes.forEach(slack::awaitAck);
    settle();

    assertThat(slack.posted()).isEmpty();
  }

  @Test
  void answersDirectMessages_withWhatWasSaidBefore() {
    slack.next("assistant.threads.setStatus", Trouble.error("missing_scope"));
    tell("Ev1", direct(TS, QUESTION));
    tell("Ev2", direct("1700000000.000200", "and the requirements?"));
    slack.awaitPosted(2);
    follow(slack.posted().getFirst(), direct("1700000000.000300", "and the requirements?"));
    slack.awaitPosted(3);

    assertThat(slack.posted())
        .extracting(posted -> posted.path("thread_ts").asText())
        .containsExactly("", "", slack.posted().getFirst().path("ts").asText());
    assertThat(slack.posted().subList(1, 3))
        .allSatisfy(posted -> assertThat(posted.path("text").asText()).contains("bachelor"));
  }

  @Test
  void answersDirectMessages_belowEach_whereTheyAreTheAgentPane() {
    tell("Ev1", direct(TS, QUESTION));
    slack.awaitPosted(1);
    follow(answers().getFirst(), direct("1700000000.000200", "and the requirements?"));
    slack.awaitPosted(2);

    assertThat(answers()).hasSize(2);
    assertThat(answers().getLast().path("text").asText()).contains("bachelor");
    assertThat(slack.calls("assistant.threads.setStatus").getFirst().get("thread_ts"))
        .isEqualTo(TS);
    assertThat(slack.awaitCall("assistant.threads.setTitle", 0).get("title")).isEqualTo(QUESTION);
    assertThat(slack.calls("assistant.threads.setTitle")).hasSize(1);
  }

  @Test
  void apologisesToTheAskerAlone_whereItMayNotPost() {
    slack.next("chat.postMessage", Trouble.error("restricted_action"));
    slack.next("chat.postEphemeral", Trouble.error("is_archived"));

    tell("Ev1", mention(TS, QUESTION));
    slack.awaitPosted(1);
    slack.next("chat.postMessage", Trouble.error("not_in_channel"));
    tell("Ev2", mention("1700000000.000200", QUESTION));
    var apology = slack.awaitCall("chat.postEphemeral", 1);
    settle();

    assertThat(slack.posted()).hasSize(1);
    assertThat(slack.posted().getFirst().path("channel").asText()).isEqualTo(ASKER);
    assertThat(slack.posted().getFirst().path("text").asText()).startsWith("Sorry");
    assertThat(apology.get("channel")).isEqualTo(CHANNEL);
    assertThat(apology.get("user")).isEqualTo(ASKER);
  }

  @Test
  void answersCommands_forTheirUserAlone() {
    String envelope = type("/career", "ask " + QUESTION, "trigger1");
    var answer = slack.awaitCall("response_url", 0);
    type("/career", "role data engineer", "trigger2");
    var card = slack.awaitCall("response_url", 1);
    type("/career", "compare data-engineer vs welder", "trigger3");
    var comparison = slack.awaitCall("response_url", 2);

    slack.awaitAck(envelope);
    assertThat(answer.get("response_type")).isEqualTo("ephemeral");
    assertThat(answer.get("text")).contains("data-engineer.md");
    assertThat(answer.get("blocks")).contains("Share in channel");
    assertThat(card.get("text")).contains("Data Engineer");
    assertThat(comparison.get("text")).contains("Welder");
    assertThat(slack.posted()).isEmpty();
  }

  @Test
  void answersEach_whatNamesItTheSameForSeveral() {
    type("/career", "role data engineer", "same");
    type("/career", "role welder", "same");
    slack.awaitCall("response_url", 1);
    ObjectNode first =
        SlackPayloads.press(
            "", slack.responseUrl("a"), FakeSlack.JSON.createObjectNode(), "x", "no value");
    first.put("trigger_id", "one");
    ObjectNode second = first.deepCopy().put("trigger_id", "two");

    slack.send("interactive", first);
    slack.send("interactive", second);
    slack.send("interactive", second);
    slack.awaitCall("response_url", 3);
    settle();

    assertThat(slack.calls("response_url")).hasSize(4);
  }

  @Test
  void answersEachPressAndSubmission_whoseIdsAreTheSameForSeveral() {
    ask();

    press("1.1", SlackIds.ROLE + "0", "data-engineer");
    press("1.1", SlackIds.ROLE + "0", "welder");
    submit("V1", SlackIds.SHARE, "answer1 C0OTHER", FakeSlack.JSON.createObjectNode());
    submit("V1", SlackIds.SHARE, "answer1 C0THIRD", FakeSlack.JSON.createObjectNode());
    slack.awaitPosted(3);
    slack.awaitCall("views.open", 1);
    settle();

    assertThat(slack.calls("views.open")).hasSize(2);
    assertThat(slack.posted().stream().map(message -> message.path("channel").asText()))
        .containsExactlyInAnyOrder(CHANNEL, "C0OTHER", "C0THIRD");
  }

  @Test
  void apologisesElsewhere_ratherThanRespondTwice_whenAnErrorOfSlackLeavesItUnclear() {
    slack.next("response_url", Trouble.broken(true));

    type("/career", "ask " + QUESTION, "trigger1");
    String apology = slack.awaitCall("chat.postEphemeral", 0).get("text");
    settle();

    assertThat(apology).startsWith("Sorry");
    assertThat(slack.calls("response_url")).hasSize(1);
  }

  @Test
  void apologisesElsewhere_onceSlackTakesIt_whenNothingPrivateGetsThrough() {
    slack.next("response_url", Trouble.broken(false));
    slack.next(
        "chat.postEphemeral",
        Trouble.broken(false),
        Trouble.broken(false),
        Trouble.error("is_archived"));

    type("/career", "ask " + QUESTION, "trigger1");
    slack.awaitPosted(1);
    settle();

    assertThat(slack.calls("chat.postEphemeral")).hasSize(3);
    assertThat(slack.posted()).hasSize(1);
    assertThat(slack.posted().getFirst().path("channel").asText()).isEqualTo(ASKER);
    assertThat(slack.posted().getFirst().path("text").asText())
        .startsWith("Sorry, Slack had trouble");
  }

  @Test
  void showsTheAnswerElsewhere_whenTheResponseAddressTakesNothing() {
    slack.next("response_url", Trouble.error("used_url"));

    type("/career", "ask " + QUESTION, "trigger1");
    type(CHANNEL, "/career", "ask " + QUESTION, "trigger2", "http://127.0.0.1:1/gone");
    type(CHANNEL, "/career", "ask " + QUESTION, "trigger3", "nowhere");
    slack.awaitCall("chat.postEphemeral", 2);

    assertThat(slack.calls("chat.postEphemeral"))
        .allSatisfy(call -> assertThat(call.get("text")).contains("data-engineer.md"));
  }

  @Test
  void offersNoSharing_whereNobodyElseIs() {
    type("D0DIRECT", "/career", "ask " + QUESTION, "trigger1");

    assertThat(slack.awaitCall("response_url", 0).get("blocks"))
        .contains("Sources")
        .doesNotContain("Share in channel");
  }

  @Test
  void helps_whenTheCommandOrTheButtonIsUnknown() {
    String command = type("/other", "x", "trigger1");
    var help = slack.awaitCall("response_url", 0);
    String action = press("1.1", "no-such-action", "no such value");
    var again = slack.awaitCall("response_url", 1);
    String attached = slack.send("interactive", attachmentAction());
    var below = slack.awaitCall("response_url", 2);
    String event = tell("Ev9", Map.of("type", "team_rename", "name", "x"));

    List.of(command, action, attached, event).forEach(slack::awaitAck);
    assertThat(help.get("text")).contains("ask QUESTION");
    assertThat(again.get("text")).contains("ask QUESTION");
    assertThat(below.get("text")).contains("ask QUESTION");
  }

  private ObjectNode attachmentAction() {
    ObjectNode payload = FakeSlack.JSON.createObjectNode();
    payload.put("type", "interactive_message").put("callback_id", "old").put("action_ts", "1.2");
    payload.putArray("actions").addObject().put("name", "a").put("type", "button");
    payload.putObject("team").put("id", FakeSlack.TEAM);
    payload.putObject("channel").put("id", CHANNEL);
    payload.putObject("user").put("id", ASKER);
    return payload.put("response_url", slack.responseUrl("below"));
  }

  @Test
  void opensSourcesAndReasons_alsoAfterARestart() {
    ask();
    JsonNode sources = button(answers().getFirst(), "Sources");
    JsonNode why = button(answers().getFirst(), "Why");
    stopBot();
    startBot();
    platform.connect();
    slack.awaitHellos(2);

    press("1.1", sources.path("action_id").asText(), sources.path("value").asText());
    var quoted = slack.awaitCall("views.open", 0);
    press("1.2", why.path("action_id").asText(), why.path("value").asText());
    var explained = slack.awaitCall("views.open", 1);

    assertThat(quoted.get("view")).contains("data-engineer.md");
    assertThat(explained.get("view")).contains("Answered from");
    assertThat(sources.path("value").asText()).isEqualTo("sources:answer1");
  }

  @Test
  void opensAModal_whileACommandOfTheSamePersonTakesLong() {
    type("/career", "ask " + QUESTION, "trigger1");
    slack.awaitCall("response_url", 0);
    slow = new CountDownLatch(1);
    type("/career", "ask " + QUESTION, "trigger2");

    press("1.1", SlackIds.PRESS + "1", SlackRecipients.SOURCES + "answer1");

    assertThat(slack.awaitCall("views.open", 0).get("view")).contains("data-engineer.md");
    assertThat(slack.calls("response_url")).hasSize(1);
    slow.countDown();
  }

  @Test
  void asksWhy_afterAThumbDown_andKeepsTheReasonOnce() {
    ask();
    press("1.1", SlackIds.FEEDBACK, SlackIds.BAD + "answer1");
    var form = slack.awaitCall("views.open", 0);
    ObjectNode values = FakeSlack.JSON.createObjectNode();
    values
        .putObject(SlackIds.REASON_KIND)
        .putObject(SlackIds.REASON_KIND)
        .put("type", "radio_buttons")
        .putObject("selected_option")
        .put("value", "incomplete");
    values
        .putObject(SlackIds.REASON_WORDS)
        .putObject(SlackIds.REASON_WORDS)
        .put("type", "plain_text_input")
        .put("value", "no bonus");

    submit("V1", SlackIds.REASON, "answer1", values);
    slack.awaitAck(submit("V1", SlackIds.REASON, "answer1", values));
    settle();

    assertThat(form.json("view").path("callback_id").asText()).isEqualTo(SlackIds.REASON);
    String rater = Keys.of("slack", "rater", "answer1", ASKER);
    assertThat(state.findFeedback("answer1", rater).orElseThrow().reason())
        .isEqualTo("incomplete: no bonus");
    assertThat(state.findFeedback("answer1", rater).orElseThrow().verdict()).isEqualTo(Verdict.BAD);
  }

  @Test
  void sharesAPrivateAnswer_afterAPreview() {
    type("/career", "ask " + QUESTION, "trigger1");
    slack.awaitCall("response_url", 0);
    press("1.1", SlackIds.PRESS + "2", "share:answer1");
    JsonNode preview = slack.awaitCall("views.open", 0).json("view");
    ObjectNode values = FakeSlack.JSON.createObjectNode();
    values
        .putObject(SlackIds.SHARE_QUESTION)
        .putObject(SlackIds.SHARE_QUESTION)
        .put("type", "checkboxes")
        .putArray("selected_options")
        .addObject()
        .put("value", SlackIds.WITH_QUESTION);

    submit("V2", SlackIds.SHARE, preview.path("private_metadata").asText(), values);
    slack.awaitPosted(1);

    assertThat(slack.posted().getFirst().path("channel").asText()).isEqualTo(CHANNEL);
    assertThat(slack.posted().getFirst().path("text").asText()).contains(QUESTION);
    assertThat(slack.posted().getFirst().path("blocks").toString())
        .contains("Shared by <@" + ASKER + ">");

    follow(slack.posted().getFirst(), reply("1700002000.000100", "and the requirements?"));
    slack.awaitPosted(2);

    assertThat(slack.posted().getLast().path("text").asText()).contains("bachelor");
  }

  @Test
  void sharesTheQuestion_unlessItsBoxWasEmptied() {
    ask();
    ObjectNode emptied = FakeSlack.JSON.createObjectNode();
    emptied
        .putObject(SlackIds.SHARE_QUESTION)
        .putObject(SlackIds.SHARE_QUESTION)
        .put("type", "checkboxes")
        .putArray("selected_options");

    submit("V1", SlackIds.SHARE, "answer1 C0OTHER", FakeSlack.JSON.createObjectNode());
    slack.awaitPosted(2);
    submit("V2", SlackIds.SHARE, "answer1 C0OTHER", emptied);
    slack.awaitPosted(3);

    assertThat(slack.posted().get(1).path("text").asText()).contains(QUESTION);
    assertThat(slack.posted().get(2).path("text").asText()).doesNotContain(QUESTION);
  }

  @Test
  void tellsTheSharerWhyNothingIsShared() {
    ask();
    slack.next("chat.postMessage", Trouble.error("not_in_channel"));
    submit("V1", SlackIds.SHARE, "answer1 C0OTHER", FakeSlack.JSON.createObjectNode());
    slack.awaitPosted(2);
    slack.next("chat.postMessage", Trouble.tooMany(600));
    submit("V2", SlackIds.SHARE, "answer1 C0OTHER", FakeSlack.JSON.createObjectNode());
    slack.awaitPosted(3);

    assertThat(slack.posted().get(1).path("text").asText()).contains("Invite me there");
    assertThat(slack.posted().get(2).path("text").asText())
        .contains("share again later")
        .doesNotContain("Invite");
    assertThat(slack.posted().getLast().path("channel").asText()).isEqualTo(ASKER);
  }

  @Test
  void answersASuggestionOnceInTheThread() {
    ask();
    JsonNode suggestion = findAction(answers().getFirst(), SlackIds.ASK);

    press("1.1", suggestion.path("action_id").asText(), suggestion.path("value").asText());
    press("1.1", suggestion.path("action_id").asText(), suggestion.path("value").asText());
    slack.awaitPosted(2);
    settle();

    assertThat(answers()).hasSize(2);
    assertThat(suggestion.path("value").asText()).startsWith("answer1.");
  }

  @Test
  void answersASuggestionAlone_whenItsMessageIsOnePersons() {
    ask();
    JsonNode suggestion = findAction(answers().getFirst(), SlackIds.ASK);
    ObjectNode payload =
        SlackPayloads.press(
            "1.1",
            slack.responseUrl("1"),
            FakeSlack.JSON.createObjectNode(),
            suggestion.path("action_id").asText(),
            suggestion.path("value").asText());
    payload.remove("message");
    ((ObjectNode) payload.path("container")).remove("is_ephemeral");

    slack.send("interactive", payload);
    slack.awaitCall("response_url", 0);
    settle();

    assertThat(answers()).hasSize(1);
  }

  private static JsonNode findAction(JsonNode message, String start) {
    for (JsonNode block : message.path("blocks")) {
      for (JsonNode element : block.path("elements")) {
        if (element.path("action_id").asText().startsWith(start)) {
          return element;
        }
      }
    }
    throw new AssertionError("no action " + start + " in " + message.path("blocks"));
  }

  @Test
  void answersAMessagePointedAt_forTheirUserAlone() {
    ObjectNode payload = FakeSlack.JSON.createObjectNode();
    payload.put("type", "message_action").put("callback_id", "answer").put("trigger_id", "t5");
    payload.put("message_ts", TS).put("response_url", slack.responseUrl("5"));
    payload.putObject("team").put("id", FakeSlack.TEAM).put("domain", "x");
    payload.putObject("user").put("id", ASKER).put("name", "a");
    payload.putObject("channel").put("id", CHANNEL).put("name", "career");
    payload.putObject("message").put("type", "message").put("text", QUESTION).put("ts", TS);

    slack.send("interactive", payload);

    assertThat(slack.awaitCall("response_url", 0).get("text")).contains("data-engineer.md");
  }

  @Test
  void uploadsThePictureOfAChart_whenSlackDoesNotDrawIt() {
    slack.next(
        "response_url", Trouble.tooMany(2), new Trouble(400, "invalid_blocks", Map.of(), false));

    type("/career", "chart data-engineer, welder", "trigger1");
    var chart = slack.awaitCall("response_url", 2);

    assertThat(slack.calls("response_url").getFirst().get("blocks")).contains("data_visualization");
    assertThat(chart.get("blocks")).contains("F0CHART").doesNotContain("data_visualization");
    assertThat(pauses).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void showsAChartInWords_whenSlackTakesNoPictureEither() {
    slack.next("response_url", new Trouble(400, "invalid_blocks", Map.of(), false));
    slack.next("files.getUploadURLExternal", Trouble.error("missing_scope"));

    type("/career", "chart data-engineer, welder", "trigger1");

    assertThat(slack.awaitCall("response_url", 1).get("blocks"))
        .contains("$", "Welder")
        .doesNotContain("data_visualization", "F0CHART");
  }

  @Test
  void comparesInFields_whenSlackTakesNoTable() {
    slack.next("response_url", new Trouble(400, "invalid_blocks", Map.of(), false));

    type("/career", "compare data-engineer vs welder", "trigger1");

    assertThat(slack.awaitCall("response_url", 0).get("blocks")).contains("\"type\":\"table\"");
    assertThat(slack.awaitCall("response_url", 1).get("blocks"))
        .contains("\"fields\"")
        .doesNotContain("\"type\":\"table\"");
  }

  @ParameterizedTest
  @CsvSource({
    "role data engineer, Data Engineer",
    "salary data engineer, data-engineer.md",
    "'compare data-engineer vs welder', \"type\":\"table\"",
    "'chart data-engineer, welder', data_visualization",
    "roles, Welder",
  })
  void sharesWhatACommandShows_withoutAnyNameInItsButtons(String command, String shown) {
    type("/career", command, "trigger1");
    var reply = slack.awaitCall("response_url", 0);
    press("1.1", SlackIds.PRESS + "2", "share:answer1");
    var preview = slack.awaitCall("views.open", 0);

    submit(
        "V2",
        SlackIds.SHARE,
        preview.json("view").path("private_metadata").asText(),
        FakeSlack.JSON.createObjectNode());
    slack.awaitPosted(1);

    assertThat(List.of(reply.get("blocks"), slack.posted().getFirst().path("blocks").toString()))
        .allSatisfy(blocks -> assertThat(blocks).contains(shown));
    assertThat(slack.posted().getFirst().path("blocks").toString())
        .contains("Shared by <@" + ASKER + ">");
    assertThat(reply.get("blocks") + preview.get("view")).doesNotContain(ASKER);
  }

  @Test
  void helps_whenNothingElseIsTyped() {
    type("/career", "help", "trigger1");
    type("/career", "", "trigger2");

    assertThat(slack.awaitCall("response_url", 1).get("text"))
        .isEqualTo(slack.calls("response_url").getFirst().get("text"))
        .contains("ask QUESTION");
  }

  @Test
  void showsTheRoles_inAppHome() {
    openHome(ASKER, 0);
    var home = slack.calls("views.publish").getFirst();
    JsonNode role = findAction(home.json("view"), SlackIds.ROLE);

    pressAtHome(role);

    assertThat(home.get("user_id")).isEqualTo(ASKER);
    assertThat(home.get("view")).contains("Data Engineer", "Welder");
    assertThat(slack.awaitCall("views.open", 0).get("view"))
        .contains(role.path("text").path("text").asText());
  }

  private JsonNode openHome(String user, int place) {
    tell(
        "EvHome" + place,
        Map.of("type", "app_home_opened", "user", user, "channel", "D0DIRECT", "tab", "home"));
    return slack.awaitCall("views.publish", place).json("view");
  }

  private String pressAtHome(JsonNode pressed) {
    ObjectNode payload = FakeSlack.JSON.createObjectNode();
    payload.put("type", "block_actions").put("trigger_id", "trigger-home");
    payload.putObject("team").put("id", FakeSlack.TEAM).put("domain", "x");
    payload.putObject("user").put("id", ASKER).put("username", "a");
    payload.putObject("container").put("type", "view").put("view_id", "V9");
    payload.putObject("view").put("id", "V9").put("type", "home");
    payload
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("action_id", pressed.path("action_id").asText())
        .put("value", pressed.path("value").asText())
        .put("action_ts", "9.9");
    return slack.send("interactive", payload);
  }

  @Test
  void showsPeopleTheirOwnQuestions_inAppHome() {
    ask();
    type("/career", "ask what does a welder earn?", "trigger1");
    slack.awaitCall("response_url", 0);
    type("/career", "roles", "trigger2");
    slack.awaitCall("response_url", 1);
    requests.close();

    JsonNode own = openHome(ASKER, 0);
    JsonNode others = openHome("U0OTHER", 1);

    assertThat(texts(own, SlackIds.RECENT)).containsExactly("what does a welder earn?", QUESTION);
    assertThat(texts(others, SlackIds.RECENT)).isEmpty();
  }

  private static List<String> texts(JsonNode view, String start) {
    List<String> texts = new ArrayList<>();
    for (JsonNode block : view.path("blocks")) {
      for (JsonNode element : block.path("elements")) {
        if (element.path("action_id").asText().startsWith(start)) {
          texts.add(element.path("text").path("text").asText());
        }
      }
    }
    return texts;
  }

  @Test
  void opensTheAnswerToAnEarlierQuestion_fromAppHome() {
    type("/career", "ask " + QUESTION, "trigger1");
    slack.awaitCall("response_url", 0);
    // The question is remembered a moment after its answer is shown.
    slack.await("the question", () -> !requests.asked(asker()).isEmpty());

    pressAtHome(findAction(openHome(ASKER, 0), SlackIds.RECENT));

    assertThat(slack.awaitCall("views.open", 0).get("view")).contains("data-engineer.md");
  }

  private static String asker() {
    return Keys.keyed(FakeSlack.BOT_TOKEN, "slack", "asker", FakeSlack.TEAM, ASKER);
  }

  @Test
  void showsAdminsHowTheServiceIs_inAppHome() {
    assertThat(openHome(ADMIN, 0).toString()).contains("state: ready, connected");
    assertThat(openHome(ASKER, 1).toString()).doesNotContain("state: ready");
  }

  @Test
  void offersQuestions_inTheAgentPane_andSaysThatItWorks() {
    tell(
        "Ev1",
        Map.of(
            "type",
            "assistant_thread_started",
            "assistant_thread",
            Map.of(
                "user_id", ASKER, "channel_id", "D0DIRECT", "thread_ts", TS, "context", Map.of())));
    var prompts = slack.awaitCall("assistant.threads.setSuggestedPrompts", 0);
    tell(
        "Ev2",
        Map.of("type", "app_home_opened", "user", ASKER, "channel", "D0DIRECT", "tab", "messages"));
    var newer = slack.awaitCall("assistant.threads.setSuggestedPrompts", 1);

    tell(
        "Ev3",
        Map.of(
            "type",
            "message",
            "channel_type",
            "im",
            "user",
            ASKER,
            "text",
            QUESTION,
            "ts",
            "1700000000.000200",
            "thread_ts",
            TS,
            "channel",
            "D0DIRECT"));
    slack.awaitPosted(1);

    assertThat(prompts.get("thread_ts")).isEqualTo(TS);
    assertThat(prompts.get("prompts")).containsPattern("What does an? [A-Z][A-Za-z ]+ earn");
    assertThat(newer.get("thread_ts")).isEmpty();
    assertThat(slack.calls("assistant.threads.setStatus")).hasSize(1);
    assertThat(slack.awaitCall("assistant.threads.setTitle", 0).get("title")).isEqualTo(QUESTION);
    assertThat(answers()).hasSize(1);
  }

  @Test
  void answers_whenThereIsNoAgentPane() {
    slack.next("assistant.threads.setStatus", Trouble.error("missing_scope"));

    tell(
        "Ev3",
        Map.of(
            "type",
            "message",
            "channel_type",
            "im",
            "user",
            ASKER,
            "text",
            QUESTION,
            "ts",
            "1700000000.000200",
            "thread_ts",
            TS,
            "channel",
            "D0DIRECT"));
    slack.awaitPosted(1);

    assertThat(answers()).hasSize(1);
  }

  @Test
  void finishesWhatItAccepted_whenItStops() throws Exception {
    slow = new CountDownLatch(1);
    slack.awaitAck(tell("Ev1", mention(TS, QUESTION)));
    platform.stopAccepting();
    var stopping = Thread.ofVirtual().start(requests::close);

    slow.countDown();
    stopping.join();

    assertThat(answers()).hasSize(1);
  }

  @Test
  void acknowledgesNothingThatItDoesNotAccept_soThatSlackSendsItAgain() {
    requests.close();
    var json = Map.of("content-type", List.of("application/json"));

    for (var event : List.of(mention(TS, QUESTION), direct(TS, QUESTION))) {
      assertThat(platform.handle(json, slack.event("Ev1", event).toString()).status())
          .isEqualTo(503);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "invalid_auth,, does not take the token (invalid_auth)",
    "token_revoked,, does not take the token (token_revoked)",
    "token_expired,, does not take the token (token_expired)",
    "account_inactive,, does not take the token (account_inactive)",
    "not_allowed_token_type,, does not take the token (not_allowed_token_type)",
    "missing_scope,, does not take the token (missing_scope)",
    "missing_scope, chat:write, the scope chat:write is missing",
    "internal_error,, answered with internal_error",
  })
  void refusesToStart_namingTheTokenOrTheScope_whateverTheStatus(
      String error, @Nullable String needed, String told) {
    String body =
        FakeSlack.JSON.createObjectNode().put("error", error).put("needed", needed).toString();
    Map<String, String> calls =
        Map.of(
            "auth.test", "ROLEWISE_SLACK_BOT_TOKEN: ",
            "apps.connections.open", "ROLEWISE_SLACK_APP_TOKEN: ");

    calls.forEach((call, variable) -> {
      for (int status : List.of(200, 401, 403)) {
        slack.next(call, new Trouble(status, body, Map.of(), false));
        assertThat(((Connected.Refused) connectAgain()).problem())
            .startsWith(error.equals("internal_error") ? "Slack at " : variable)
            .contains(told);
      }
    });
  }

  @Test
  void refusesToStart_whenSlackIsBroken() {
    var named = new Trouble(500, "{\"ok\":false,\"error\":\"server_error\"}", Map.of(), false);
    for (String call : List.of("auth.test", "apps.connections.open")) {
      for (Trouble trouble : List.of(Trouble.broken(false), named)) {
        slack.next(call, trouble);
        assertThat(connectAgain())
            .isEqualTo(
                new Connected.Refused("Slack at " + slack.apiUrl() + " answered with status 500"));
      }
    }
  }

  @Test
  void asksWhoItIsOnce_whenItStarts() {
    slack.next("apps.connections.open", Trouble.tooMany(1));
    paused = new CountDownLatch(1);
    var starting = CompletableFuture.supplyAsync(this::connectAgain);
    slack.await("the pause", () -> !pauses.isEmpty());
    slack.next("auth.test", Collections.nCopies(5, Trouble.broken(false)).toArray(Trouble[]::new));
    paused.countDown();

    assertThat(starting.join()).isEqualTo(new Connected.Ready());
  }

  @Test
  void startsAfterAsLongAsSlackAsksToWait() {
    slack.next("auth.test", Trouble.tooMany(3), Trouble.error("ratelimited"));
    slack.next("apps.connections.open", Trouble.tooMany(2));

    assertThat(connectAgain()).isEqualTo(new Connected.Ready());
    assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(3L, 1L, 2L);
  }

  @Test
  void refusesToStart_whenSomethingElseThanSlackAnswers() {
    slack.next("auth.test", new Trouble(200, "<!doctype html><p>Sign in", Map.of(), false));

    assertThat(connectAgain())
        .isEqualTo(
            new Connected.Refused(
                "Slack at " + slack.apiUrl() + " cannot be reached, see ROLEWISE_SLACK_API_URL"));
  }

  @Test
  void refusesToStart_withoutAScopeThatItNeeds() throws IOException {
    List<String> scopes = new ArrayList<>();
    new YAMLMapper()
        .readTree(Path.of("..", "config", "slack-manifest.yaml").toFile())
        .at("/oauth_config/scopes/bot")
        .forEach(scope -> scopes.add(scope.asText()));
    slack.grant(scopes);
    assertThat(connectAgain()).isEqualTo(new Connected.Ready());

    for (String scope : scopes) {
      slack.grant(scopes.stream().filter(other -> !other.equals(scope)).toList());
      assertThat(connectAgain())
          .isEqualTo(
              SlackPlatform.NEEDED_SCOPES.contains(scope)
                  ? new Connected.Refused(
                      "ROLEWISE_SLACK_BOT_TOKEN: a scope is missing: "
                          + scope
                          + "; give the app what config/slack-manifest.yaml asks for and install"
                          + " it again")
                  : new Connected.Ready());
    }
    assertThat(SlackPlatform.OPTIONAL_SCOPES)
        .containsExactlyInAnyOrderElementsOf(
            scopes.stream().filter(scope -> !SlackPlatform.NEEDED_SCOPES.contains(scope)).toList());
    assertThat(scopes).containsAll(SlackPlatform.NEEDED_SCOPES);
  }

  @Test
  void namesEveryMissingScopeAtOnce() {
    slack.grant(List.of("chat:write", "commands"));

    assertThat(connectAgain())
        .isEqualTo(
            new Connected.Refused(
                "ROLEWISE_SLACK_BOT_TOKEN: scopes are missing: app_mentions:read,"
                    + " channels:history, groups:history, im:history; give the app what"
                    + " config/slack-manifest.yaml asks for and install it again"));
  }

  private Connected connectAgain() {
    try (var other = platform(SlackMode.SOCKET, Duration.ofMinutes(5))) {
      return other.connect();
    }
  }

  @Test
  void isNotReady_whileSlackCannotBeUsed_alsoWhenNobodyAsks() {
    List<Health> told = new ArrayList<>();

    try (var other = platform(SlackMode.HTTP, Duration.ofMillis(50))) {
      other.connect();
      for (Trouble trouble : List.of(Trouble.error("token_revoked"), Trouble.broken(false))) {
        slack.next("auth.test", Collections.nCopies(20, trouble).toArray(Trouble[]::new));
        slack.await("trouble", () -> other.health() instanceof Health.Down);
        told.add(other.health());
        slack.await("no trouble", () -> other.health() instanceof Health.Up);
      }
    }

    assertThat(told)
        .containsExactly(
            new Health.Down("Slack does not take the bot token: token_revoked"),
            new Health.Down("Slack cannot be reached: status 500"));
  }

  @Test
  void isNotReady_fromAFailedPostUntilTheNextCheck_whichComesSoon() throws Exception {
    platform.close();
    platform = platform(SlackMode.HTTP, Duration.ofMinutes(1));
    platform.connect();
    paused = new CountDownLatch(1);
    slack.next("chat.postMessage", Trouble.broken(true));

    var request = slack.event("Ev1", mention(TS, QUESTION)).toString();
    platform.handle(Map.of("content-type", List.of("application/json")), request);

    awaitHealth(new Health.Down("Slack cannot be reached: status 500"));
    awaitHealth(new Health.Up());
    paused.countDown();
  }

  @Test
  void isNotReady_onceSlackTakesTheTokenNoMore() {
    slack.next("chat.postMessage", Trouble.error("token_revoked"), Trouble.error("token_revoked"));

    slack.awaitAck(tell("Ev1", mention(TS, QUESTION)));
    slack.awaitCall("chat.postMessage", 1);
    requests.close();

    assertThat(platform.health())
        .isEqualTo(new Health.Down("Slack does not take the bot token: token_revoked"));
  }

  @Test
  void isReadyAgain_onceSlackTakesWhatIsPosted() {
    var missing = Trouble.error("missing_scope");
    slack.next("chat.postMessage", missing, missing);
    tell("Ev1", mention(TS, QUESTION));
    awaitHealth(new Health.Down("Slack does not take the bot token: missing_scope"));
    slack.awaitCall("chat.postMessage", 1);
    var expired = Trouble.error("token_expired");
    slack.next("chat.postMessage", expired, expired);
    tell("Ev2", mention("1700000000.000200", QUESTION));
    awaitHealth(new Health.Down("Slack does not take the bot token: token_expired"));
    slack.awaitCall("chat.postMessage", 3);

    tell("Ev3", mention("1700000000.000300", QUESTION));

    awaitHealth(new Health.Up());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 403})
  void isReadyAgain_onceSlackTellsOfTheScopeThatAPostNeeded(int status) throws Exception {
    platform.close();
    platform = platform(SlackMode.HTTP, Duration.ofMinutes(1));
    platform.connect();
    var missing =
        new Trouble(
            status,
            "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write\"}",
            Map.of(),
            false);
    slack.next("chat.postMessage", missing, missing);

    var request = slack.event("Ev1", mention(TS, QUESTION)).toString();
    platform.handle(Map.of("content-type", List.of("application/json")), request);

    awaitHealth(new Health.Down("Slack does not take the bot token: missing_scope chat:write"));
    slack.awaitCall("chat.postMessage", 1);
    slack.grant(SlackPlatform.NEEDED_SCOPES);
    awaitHealth(new Health.Up());
  }

  @Test
  void staysReady_whenOneChannelTakesNothing() {
    slack.next("chat.postMessage", Trouble.error("no_permission"), Trouble.error("no_permission"));

    tell("Ev1", mention(TS, QUESTION));
    settle();

    assertThat(slack.calls("chat.postMessage")).hasSize(2);
    assertThat(platform.health()).isEqualTo(new Health.Up());
  }
}
