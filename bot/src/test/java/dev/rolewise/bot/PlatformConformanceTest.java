package dev.rolewise.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.bench.Processes;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.config.ConfigurationResult;
import dev.rolewise.bot.config.DiscordConfig;
import dev.rolewise.bot.config.KnowledgeConfig;
import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.config.SlackConfig;
import dev.rolewise.bot.config.SlackMode;
import dev.rolewise.bot.console.Console;
import dev.rolewise.bot.console.ExitCode;
import dev.rolewise.bot.console.Screen;
import dev.rolewise.bot.console.Streams;
import dev.rolewise.bot.console.Workspaces;
import dev.rolewise.bot.discord.DiscordPlatform;
import dev.rolewise.bot.discord.DiscordTold;
import dev.rolewise.bot.discord.FakeDiscord;
import dev.rolewise.bot.discord.JdaErrors;
import dev.rolewise.bot.evaluation.EvaluationQuestion;
import dev.rolewise.bot.evaluation.EvaluationQuestion.Part;
import dev.rolewise.bot.evaluation.QuestionSet;
import dev.rolewise.bot.platform.AnswerOutcome;
import dev.rolewise.bot.platform.ChatPlatform.Connected;
import dev.rolewise.bot.platform.Conversations;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Notes;
import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.slack.FakeSlack;
import dev.rolewise.bot.slack.SlackPlatform;
import dev.rolewise.bot.slack.SlackTold;
import dev.rolewise.bot.state.SqlState;
import dev.rolewise.knowledge.document.Documents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same questions in the terminal, in Slack and in Discord, from one library: everywhere the
 * same outcome, the same sentences with the same figures and marks, the same sources. Slack and
 * Discord are asked with their own clients over real sockets.
 */
class PlatformConformanceTest {
  private static final int QUESTIONS = 50;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Library LIBRARY = Corpus.library(Corpus.KNOWLEDGE);
  private static final char ELLIPSIS = '…';

  @TempDir private static Path folder;

  @RegisterExtension final JdaErrors jda = new JdaErrors();

  private static List<EvaluationQuestion> questions = List.of();
  private static Map<String, Reading> terminal = Map.of();

  /**
   * How a question ended for whoever asked it.
   *
   * @param outcome as the terminal names it in JSON
   */
  private record Reading(String outcome, Told told) {}

  @BeforeAll
  static void asksInTheTerminal() throws IOException {
    questions = questions();
    Map<String, Reading> readings = new HashMap<>();
    for (EvaluationQuestion question : questions) {
      JsonNode json = JSON.readTree(inTerminal(question, "--json"));
      Told told = Told.of(inTerminal(question).lines().toList(), List.of());
      assertSame(question, json, told);
      readings.put(question.id(), new Reading(json.path("outcome").asText(), told));
    }
    terminal = readings;
  }

  @Test
  void theQuestions_areOfEveryKind_andEndInEveryWay() {
    assertThat(questions).hasSize(QUESTIONS);
    assertThat(questions).extracting(EvaluationQuestion::kind).containsAll(kinds().keySet());
    assertThat(questions)
        .filteredOn(question -> !question.history().isEmpty())
        .hasSizeBetween(3, 9);
    assertThat(terminal.values())
        .extracting(Reading::outcome)
        .contains("answered", "not_found", "clarify");
  }

  @Test
  void slackTellsWhatTheTerminalTells() throws Exception {
    var outcomes = new Outcomes();
    try (var slack = new FakeSlack();
        var state = state("slack");
        var requests = requests(state);
        var platform =
            new SlackPlatform(
                new SlackConfig(
                    Optional.of(new Secret(FakeSlack.BOT_TOKEN)),
                    Optional.of(new Secret(FakeSlack.APP_TOKEN)),
                    Optional.empty(),
                    SlackMode.SOCKET,
                    slack.apiUrl()),
                Wiring.commands(),
                requests,
                outcomes,
                List::of)) {
      assertThat(platform.connect()).isEqualTo(new Connected.Ready());
      slack.awaitHellos(1);

      for (int i = 0; i < questions.size(); i++) {
        EvaluationQuestion question = questions.get(i);
        String thread = "17000%05d.000000".formatted(i);
        List<String> turns = turns(question);
        for (int j = 0; j < turns.size(); j++) {
          int ended = outcomes.size();
          slack.mention(thread, j, turns.get(j));
          slack.await("an answer to " + turns.get(j), () -> outcomes.size() > ended);
        }
        assertConforms(
            question, new Reading(outcomes.last(), SlackTold.of(slack.posted().getLast())));
      }
      platform.stopAccepting();
    }
  }

  @Test
  void discordTellsWhatTheTerminalTells() throws Exception {
    var outcomes = new Outcomes();
    try (var discord = new FakeDiscord();
        var state = state("discord");
        var requests = requests(state);
        var platform =
            new DiscordPlatform(
                new DiscordConfig(
                    Optional.of(new Secret(FakeDiscord.TOKEN)),
                    discord.apiUrl(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of()),
                Wiring.commands(),
                requests,
                outcomes,
                new Conversations(state),
                new Notes(state))) {
      assertThat(platform.connect()).isEqualTo(new Connected.Ready());

      for (int i = 0; i < questions.size(); i++) {
        EvaluationQuestion question = questions.get(i);
        String asker = "1100000%012d".formatted(i);
        List<ObjectNode> shown = List.of();
        for (String turn : turns(question)) {
          int ended = outcomes.size();
          discord.ask(asker, turn);
          discord.await("an answer to " + turn, () -> outcomes.size() > ended);
          shown = discord.answers(asker);
        }
        assertConforms(question, new Reading(outcomes.last(), DiscordTold.of(shown)));
      }
      platform.stopAccepting();
    }
  }

  // ---- questions

  /** As many of each kind as of the others, in the order of the file. */
  private static List<EvaluationQuestion> questions() {
    List<Deque<EvaluationQuestion>> kinds = List.copyOf(kinds().values());
    List<EvaluationQuestion> chosen = new ArrayList<>();
    for (int i = 0; chosen.size() < QUESTIONS; i++) {
      EvaluationQuestion next = kinds.get(i % kinds.size()).poll();
      if (next != null) {
        chosen.add(next);
      }
    }
    return chosen;
  }

  private static Map<String, Deque<EvaluationQuestion>> kinds() {
    Map<String, Deque<EvaluationQuestion>> kinds = new TreeMap<>();
    switch (QuestionSet.read(Path.of("..", "knowledge", "questions.jsonl"))) {
      case QuestionSet.Usable(var all) ->
          all.stream()
              .filter(question -> question.part().equals(Optional.of(Part.TUNE)))
              .forEach(question ->
                  kinds.computeIfAbsent(question.kind(), _ -> new ArrayDeque<>()).add(question));
      case QuestionSet.Unusable(var problems) -> throw new AssertionError(problems);
    }
    return kinds;
  }

  private static List<String> turns(EvaluationQuestion question) {
    return Stream.concat(question.history().stream(), Stream.of(question.question())).toList();
  }

  // ---- the terminal

  private static String inTerminal(EvaluationQuestion question, String... options) {
    List<String> arguments = new ArrayList<>(List.of("ask"));
    arguments.addAll(List.of(options));
    question.history().forEach(earlier -> arguments.addAll(List.of("--history", earlier)));
    arguments.add("-");
    var out = new ByteArrayOutputStream();
    var console =
        new Console(
            new Streams(
                new ByteArrayInputStream(question.question().getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                System.err),
            Screen.PIPE,
            () -> "0",
            Wiring::commands,
            () ->
                new ConfigurationResult.Valid(
                    new Configuration(new KnowledgeConfig(List.of(folder)), folder)),
            _ -> new Shelf(),
            () -> 0);
    assertThat(console.run(arguments)).isEqualTo(ExitCode.DONE);
    return out.toString(UTF_8);
  }

  /** The one library, whatever folders are asked for. */
  private record Shelf() implements Workspaces {
    @Override
    public Opened open(List<Path> folders, Purpose purpose) {
      return new Opened.Ready(LIBRARY, List.of());
    }

    @Override
    public Documents read(List<Path> folders) {
      throw new AssertionError("nothing but questions is asked");
    }

    @Override
    public Checkup check(List<Path> folders) {
      throw new AssertionError("nothing but questions is asked");
    }

    @Override
    public Processes processes() {
      throw new AssertionError("nothing but questions is asked");
    }

    @Override
    public Served serve(Library library) {
      throw new AssertionError("nothing but questions is asked");
    }
  }

  // ---- the platforms

  private static SqlState state(String name) {
    return SqlState.open(
        "jdbc:sqlite:" + folder.resolve(name + ".db"), InstantSource.fixed(Instant.EPOCH));
  }

  private static Requests requests(SqlState state) {
    var ids = new AtomicInteger();
    Commands commands = Wiring.commands();
    return new Requests(
        commands,
        () -> LIBRARY,
        state,
        new Requests.Limits(QUESTIONS, 2, Duration.ofMinutes(3)),
        () -> "answer" + ids.incrementAndGet());
  }

  /** Notes how each request ended, in their order, once its reply is there. */
  private static final class Outcomes implements Meter {
    private final List<AnswerOutcome> ended = new CopyOnWriteArrayList<>();

    @Override
    public void acknowledged(Duration elapsed) {}

    @Override
    public void answered(AnswerOutcome outcome, Duration elapsed) {
      ended.add(outcome);
    }

    int size() {
      return ended.size();
    }

    /** The last one, as the terminal names it. */
    String last() {
      return switch (ended.getLast()) {
        case ANSWERED -> "answered";
        case NOT_FOUND -> "not_found";
        case CLARIFY -> "clarify";
        case MISUSED, FAILED -> throw new AssertionError(ended.getLast());
      };
    }
  }

  // ---- comparing

  private static void assertConforms(EvaluationQuestion question, Reading reading) {
    Reading expected = requireNonNull(terminal.get(question.id()));
    assertThat(reading.outcome()).as(question.question()).isEqualTo(expected.outcome());
    assertThat(reading.told().statements())
        .as(question.question())
        .isEqualTo(expected.told().statements());
    assertThat(reading.told().sources())
        .as(question.question())
        .isEqualTo(expected.told().sources());
    assertSameOrCut(question, reading.told().questions(), expected.told().questions());
  }

  /** Holds what a person reads in the terminal against what a program reads there. */
  private static void assertSame(EvaluationQuestion question, JsonNode json, Told told) {
    assertThat(told.statements())
        .as(question.question())
        .isNotEmpty()
        .isEqualTo(json.path("text").asText().lines().toList());
    assertThat(told.sources()).as(question.question()).hasSameSizeAs(json.path("citations"));
    for (int i = 0; i < told.sources().size(); i++) {
      JsonNode citation = json.path("citations").path(i);
      String source = told.sources().get(i);
      int quote = source.indexOf(": \"");
      assertThat(source.substring(0, quote))
          .startsWith("[" + citation.path("number").asInt() + "] ")
          .contains(citation.path("source").asText() + ":" + citation.path("line").asInt());
      assertSameOrCut(
          question,
          List.of(source.substring(quote + 3, source.length() - 1)),
          List.of(citation.path("quote").asText()));
    }
    assertThat(told.questions()).isEqualTo(JSON.convertValue(json.path("suggestions"), List.class));
  }

  /** What is shown is the whole, or its beginning with an ellipsis. */
  private static void assertSameOrCut(
      EvaluationQuestion question, List<String> shown, List<String> whole) {
    assertThat(shown).as(question.question()).hasSameSizeAs(whole);
    for (int i = 0; i < shown.size(); i++) {
      String one = shown.get(i);
      boolean isCut = !one.isEmpty() && one.charAt(one.length() - 1) == ELLIPSIS;
      if (isCut) {
        String kept = one.substring(0, one.length() - 1).strip();
        assertThat(kept).as(question.question()).isNotEmpty();
        assertThat(whole.get(i)).as(question.question()).startsWith(kept);
      } else {
        assertThat(one).as(question.question()).isEqualTo(whole.get(i));
      }
    }
  }
}
