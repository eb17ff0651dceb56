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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    var streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    Map<String, String> environment =
        Map.of(
            "ROLEWISE_LLM_PROVIDER",
            "openai",
            "ROLEWISE_LLM_BASE_URL",
            address,
            "ROLEWISE_LLM_MODEL",
            "m",
            "ROLEWISE_LLM_API_KEY",
            "sk-very-secret",
            "ROLEWISE_DATA_DIR",
            home.resolve("data").toString(),
            "ROLEWISE_KNOWLEDGE_DIRS",
            ROLES);
    return Main.run(List.of(args), streams, Screen.PIPE, home, environment);
  }

  private String evaluated(FakeModelHost host) {
    int exitCode =
        run(host.address().toString(), "eval", "--llm", home.resolve("few.jsonl").toString());
    assertThat(err.toString(UTF_8)).isEmpty();
    assertThat(exitCode).isZero();
    return out.toString(UTF_8);
  }

  /** The figures of all questions, as a process of its own prints them. */
  private JsonNode evaluatedWhole(Map<String, String> model, String... options) throws Exception {
    var command = new ArrayList<>(ServedBot.likeThisProcess());
    command.add("eval");
    command.addAll(List.of(options));
    command.addAll(List.of("--json", "../knowledge/questions.jsonl"));
    Path said = home.resolve("eval.json");
    Path problems = home.resolve("eval.err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(said.toFile())
            .redirectError(problems.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ROLEWISE_"));
    builder.environment().put("ROLEWISE_DATA_DIR", home.resolve("data").toString());
    builder.environment().put("ROLEWISE_KNOWLEDGE_DIRS", ROLES);
    builder.environment().putAll(model);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(problems).isEmptyFile();
      assertThat(process.exitValue()).isZero();
      return new ObjectMapper().readTree(said.toFile()).path(Evaluation.TOTAL);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void theWholeSetIsAnsweredAsWell_withAFaithfulModelAndWithAHostileOne() throws Exception {
    JsonNode offline = evaluatedWhole(Map.of());

    for (Mind one : List.of(mind, new HostileMind(Wire.OLLAMA))) {
      try (var host = new FakeModelHost(Wire.OLLAMA, one)) {
        JsonNode phrased =
            evaluatedWhole(
                Map.of(
                    "ROLEWISE_LLM_PROVIDER",
                    "ollama",
                    "ROLEWISE_LLM_BASE_URL",
                    host.address().toString(),
                    "ROLEWISE_LLM_MODEL",
                    "m",
                    "ROLEWISE_LLM_DEADLINE",
                    "60s"),
                "--llm");

        assertThat(host.asked()).hasSizeGreaterThan(200);
        assertThat(phrased.path("unsupported").asInt(-1)).isZero();
        assertThat(phrased.path("right").asDouble())
            .isGreaterThanOrEqualTo(offline.path("right").asDouble());
        for (String same : List.of("questions", "refused", "answered")) {
          assertThat(phrased.path(same)).isEqualTo(offline.path(same));
        }
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
