package dev.rolewise.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.console.Screen;
import dev.rolewise.bot.console.Streams;
import dev.rolewise.bot.evaluation.Evaluation;
import dev.rolewise.bot.llm.Condensing;
import dev.rolewise.bot.llm.FaithfulMind;
import dev.rolewise.bot.llm.FakeModelHost;
import dev.rolewise.bot.llm.FakeModelHost.Mind;
import dev.rolewise.bot.llm.HostileMind;
import dev.rolewise.bot.llm.Wire;
import dev.rolewise.bot.state.SqlState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command line with a language model on this machine. */
class EvalWithModelTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String ROLES = Path.of("../knowledge/roles").toAbsolutePath().toString();

  @TempDir private Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final FaithfulMind mind =
      new FaithfulMind(new Condensing(Corpus.reader(Corpus.KNOWLEDGE)));

  @BeforeEach
  void writesQuestions() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("../knowledge/questions.jsonl"));
    Files.write(
        home.resolve("few.jsonl"),
        lines.stream()
            .filter(line -> line.contains("\"outcome\": \"answered\""))
            .limit(5)
            .toList());
  }

  private int run(String address, String... args) {
    return run(Map.of("ROLEWISE_LLM_BASE_URL", address), args);
  }

  private int run(Map<String, String> model, String... args) {
    var streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    Map<String, String> environment =
        new HashMap<>(
            Map.of(
                "ROLEWISE_LLM_PROVIDER",
                "openai",
                "ROLEWISE_LLM_MODEL",
                "m",
                "ROLEWISE_LLM_API_KEY",
                "sk-very-secret",
                "ROLEWISE_DATA_DIR",
                home.resolve("data").toString(),
                "ROLEWISE_KNOWLEDGE_DIRS",
                ROLES));
    environment.putAll(model);
    environment.values().removeIf(String::isEmpty);
    return Main.run(List.of(args), streams, Screen.PIPE, home, environment);
  }

  private String evaluated(FakeModelHost host) {
    int exitCode =
        run(host.address().toString(), "eval", "--llm", home.resolve("few.jsonl").toString());
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(exitCode).isZero();
    return out.toString(UTF_8);
  }

  private static List<String> wrong(JsonNode evaluation) {
    List<String> wrong = new ArrayList<>();
    evaluation.path("failures").forEach(one -> wrong.add(one.path("question").asText()));
    return wrong;
  }

  /** What is said of all questions, as a process of its own prints them. */
  private JsonNode evaluatedWhole(Map<String, String> model, String... options) throws Exception {
    var command = new ArrayList<>(ServedBot.likeThisProcess());
    command.add("eval");
    command.addAll(List.of(options));
    command.addAll(List.of("--failures", "--json", "../knowledge/questions.jsonl"));
    Path said = home.resolve("eval.json");
    Path problems = home.resolve("eval.err");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(problems.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLEWISE_"));
    builder.environment().put("ROLEWISE_DATA_DIR", home.resolve("data").toString());
    builder.environment().put("ROLEWISE_KNOWLEDGE_DIRS", ROLES);
    builder.environment().putAll(model);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(problems).isEmptyFile();
      assertThat(process.exitValue()).isZero();
      return new ObjectMapper().readTree(said.toFile());
    } finally {
      process.destroyForcibly();
    }
  }

  private JsonNode evaluatedWhole(Mind model) throws Exception {
    try (var host = new FakeModelHost(Wire.OLLAMA, model)) {
      JsonNode evaluation =
          evaluatedWhole(
              Map.of(
                  "ROLEWISE_LLM_PROVIDER",
                  "ollama",
                  "ROLEWISE_LLM_BASE_URL",
                  host.address().toString(),
                  "ROLEWISE_LLM_MODEL",
                  "m"),
              "--llm");
      assertThat(host.asked()).hasSizeGreaterThan(200);
      return evaluation;
    }
  }

  @Test
  void theWholeSetIsAnsweredAsWell_withAFaithfulModel_andHoldsNoLieOfAHostileOne()
      throws Exception {
    JsonNode offline = evaluatedWhole(Map.of());
    JsonNode faithful = evaluatedWhole(mind);
    JsonNode hostile = evaluatedWhole(new HostileMind(Wire.OLLAMA));

    assertThat(wrong(offline)).containsAll(wrong(faithful));
    for (JsonNode phrased : List.of(faithful, hostile)) {
      JsonNode total = phrased.path(Evaluation.TOTAL);
      assertThat(total.path("unsupported").asInt(-1)).isZero();
      for (String same : List.of("questions", "refused", "answered")) {
        assertThat(total.path(same)).isEqualTo(offline.path(Evaluation.TOTAL).path(same));
      }
    }
  }

  @Test
  void countsTheTokensOfTheDay_fromOneProcessToTheNext() {
    try (var host = new FakeModelHost(Wire.OPENAI, mind)) {
      evaluated(host);
      int requests = host.asked().size();
      assertThat(requests).isPositive();

      try (var state =
          SqlState.open("jdbc:sqlite:" + home.resolve("data/state.db"), InstantSource.system())) {
        var ledger = new StateLedger(() -> state);
        var today = LocalDate.now(ZoneOffset.UTC);
        assertThat(ledger.add(today, 0).getAsLong() + ledger.add(today.minusDays(1), 0).getAsLong())
            .isEqualTo(120L * requests);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "ROLEWISE_LLM_PROVIDER => chatgpt => ROLEWISE_LLM_PROVIDER: must be one of [none, openai,"
            + " anthropic, gemini, ollama], got 'chatgpt'",
        "ROLEWISE_LLM_API_KEY => '' => ROLEWISE_LLM_API_KEY: must hold the key for openai, got"
            + " nothing",
        "ROLEWISE_LLM_BASE_URL => here => ROLEWISE_LLM_BASE_URL: must be an address such as"
            + " http://127.0.0.1:8000/v1/, got 'here'"
      })
  void endsWithOneLine_whereAModelIsSetUpWrongly(String variable, String value, String line) {
    for (String command : List.of("serve", "chat")) {
      err.reset();
      int exitCode = run(Map.of(variable, value), command);

      assertThat(exitCode).isEqualTo(2);
      assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines(line);
      assertThat(out.toString(UTF_8)).isEmpty();
    }
  }

  @Test
  void endsWithOneLine_whereThereIsNoModelAtTheAddress() {
    try (var host = new FakeModelHost(Wire.OPENAI, mind)) {
      int exitCode =
          run(host.address().resolve("/wrong/").toString(), "ask", "what does an AVP make?");

      assertThat(exitCode).isEqualTo(2);
      assertThat(err.toString(UTF_8))
          .startsWith("rolewise: there is no language model at http://127.0.0.1:")
          .doesNotContain("sk-very-secret")
          .hasLineCount(1);
    }
  }

  @Test
  void answersWithoutTheModel_andSaysSo_whereItsHostCannotBeReached() {
    String nobody;
    try (var host = new FakeModelHost(Wire.OPENAI, mind)) {
      nobody = host.address().toString();
    }

    int exitCode = run(nobody, "ask", "what does an AVP in AI make?");

    assertThat(exitCode).isZero();
    assertThat(out.toString(UTF_8)).contains("$180,000", "Composed without the language model");
    assertThat(err.toString(UTF_8)).contains("cannot be reached").hasLineCount(1);
  }
}
