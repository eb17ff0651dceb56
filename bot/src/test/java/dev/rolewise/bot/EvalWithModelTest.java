package dev.rolewise.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.console.Screen;
import dev.rolewise.bot.console.Streams;
import dev.rolewise.bot.llm.Condensing;
import dev.rolewise.bot.llm.FaithfulMind;
import dev.rolewise.bot.llm.FakeModelHost;
import dev.rolewise.bot.llm.Wire;
import dev.rolewise.bot.state.SqlState;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line with a language model on this machine. */
class EvalWithModelTest {
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

  @Test
  void judgesAnswersThatTheModelPhrases() {
    try (var host = new FakeModelHost(Wire.OPENAI, mind)) {
      assertThat(evaluated(host)).containsPattern("total +5 ");
      assertThat(host.asked()).isNotEmpty().allMatch(asked -> asked.isStreamed());
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
