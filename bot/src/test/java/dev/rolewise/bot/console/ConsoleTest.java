package dev.rolewise.bot.console;

import static dev.rolewise.bot.Examples.AVP;
import static dev.rolewise.bot.Examples.AVP_PAY;
import static dev.rolewise.bot.Examples.NO_BAKERS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.Examples;
import dev.rolewise.bot.Golden;
import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Answerer;
import dev.rolewise.bot.answer.Asker;
import dev.rolewise.bot.answer.Told;
import dev.rolewise.bot.bench.Processes;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.ChartCommand;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.RoleCommand;
import dev.rolewise.bot.command.RolesCommand;
import dev.rolewise.bot.command.SourcesCommand;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.config.ConfigurationResult;
import dev.rolewise.bot.config.KnowledgeConfig;
import dev.rolewise.bot.console.Workspaces.Opened;
import dev.rolewise.knowledge.doctor.Doctor;
import dev.rolewise.knowledge.document.DocumentFolders;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Problem;
import dev.rolewise.knowledge.document.Problem.Severity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path BUNDLED = Path.of("knowledge/roles");
  private static final Problem UNREADABLE =
      new Problem(Severity.ERROR, "knowledge/roles/vp.pdf", 0, "is encrypted");
  private static final Problem ODD =
      new Problem(Severity.WARNING, "knowledge/roles/avp.md", 41, "heading 'Pay' appears twice");

  private static final Problem NOTHING =
      new Problem(Severity.WARNING, "none", 0, "folder holds no role document");

  private static final Commands COMMANDS =
      new Commands(
          List.of(
              new AskCommand(),
              new RolesCommand(),
              new RoleCommand(),
              new ChartCommand(),
              new SourcesCommand()));

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<List<Path>> opened = new ArrayList<>();
  private final List<String> asked = new ArrayList<>();
  private final AtomicLong clock = new AtomicLong();

  private byte[] in = new byte[0];
  private OutputStream sink = out;
  private Documents documents = new Documents(List.of(AVP), List.of());
  private Answerer answerer = (_, _) -> AVP_PAY;
  private Optional<Answerer> phrasing = Optional.empty();
  private ConfigurationResult configuration =
      new ConfigurationResult.Valid(
          new Configuration(new KnowledgeConfig(List.of(BUNDLED)), Path.of("data")));

  @Test
  void answersTheWordsOfTheCommandLine_fromTheConfiguredFolders() {
    assertThat(run("ask", "what", "does an", "AVP make?")).isEqualTo(ExitCode.DONE);

    Golden.assertMatches("console/ask.txt", out());
    assertThat(err()).isEmpty();
    assertThat(asked).containsExactly("what does an AVP make? after []");
    assertThat(opened).containsExactly(List.of(BUNDLED));
  }

  @Test
  void countsWhatTookPlaceSinceTheQuestion_towardsTheTimeOfAnAnswer() {
    List<Duration> waited = new ArrayList<>();
    Answerer patient =
        new Answerer() {
          @Override
          public Answer answer(String question, List<String> history) {
            return AVP_PAY;
          }

          @Override
          public Told tell(String question, List<String> history, Asker asker) {
            waited.add(asker.waited());
            return Answerer.super.tell(question, history, asker);
          }
        };
    phrasing = Optional.of(patient);

    run("ask", "what does an AVP make?");
    in = "what does an AVP make?".getBytes(UTF_8);
    run("ask", "-");

    assertThat(waited).containsExactly(Duration.ofNanos(1_500_000), Duration.ofNanos(1_500_000));
  }

  @Test
  void isDone_whenTheDocumentsDoNotCoverTheQuestion() {
    answerer = (_, _) -> NO_BAKERS;

    assertThat(run("ask", "baker pay")).isEqualTo(ExitCode.DONE);
    assertThat(out()).startsWith(NO_BAKERS.message());
  }

  @Test
  void handsOnHistoryAndFolders() {
    run(
        "ask",
        "--history",
        "avp pay?",
        "--knowledge",
        "a",
        "--knowledge",
        "b",
        "--history",
        "and total?",
        "up?");

    assertThat(asked).containsExactly("up? after [avp pay?, and total?]");
    assertThat(opened).containsExactly(List.of(Path.of("a"), Path.of("b")));
  }

  @Test
  void readsTheQuestionFromStandardInput_forADash() {
    in = "  what does an AVP make?\n".getBytes(UTF_8);

    run("ask", "-");

    assertThat(asked).containsExactly("what does an AVP make? after []");
  }

  @Test
  void writesJsonWithFacts() throws JsonProcessingException {
    assertThat(run("ask", "--json", "avp pay")).isEqualTo(ExitCode.DONE);

    JsonNode line = JSON.readTree(out());
    assertThat(line.get("question").textValue()).isEqualTo("avp pay");
    assertThat(line.has("id")).isFalse();
    assertThat(line.get("facts")).hasSize(2);
    assertThat(line.get("millis").doubleValue()).isEqualTo(1.5);
  }

  @Test
  void saysInOneLineWhatIsWrongWithACommandLine() {
    assertThat(wrong("ask")).isEqualTo("rolewise: ask: no question given");
    assertThat(wrong("ask", " ")).isEqualTo("rolewise: ask: no question given");
    assertThat(wrong("ask", "-")).isEqualTo("rolewise: ask: no question on standard input");
    assertThat(wrong("ask", "--jsno", "pay"))
        .isEqualTo("rolewise: ask: unknown option '--jsno', see 'rolewise help'");
    assertThat(wrong("ask", "--knowledge"))
        .isEqualTo("rolewise: ask: missing required parameter for option '--knowledge' (DIR)");
    assertThat(wrong("ask", "--batch", "pay"))
        .isEqualTo(
            "rolewise: ask: --batch reads its questions from standard input, got a question too");
    assertThat(wrong("ask", "--batch", "--history", "pay"))
        .isEqualTo("rolewise: ask: --batch takes the history from each line, got --history too");
    assertThat(wrong()).isEqualTo("rolewise: no command given, see 'rolewise help'");
    assertThat(wrong("sing")).isEqualTo("rolewise: unknown command 'sing', see 'rolewise help'");
    assertThat(wrong("--sing")).isEqualTo("rolewise: unknown option '--sing', see 'rolewise help'");
    assertThat(wrong("roles", "all"))
        .isEqualTo("rolewise: roles: unknown argument 'all', see 'rolewise help'");
    assertThat(wrong("help", "sing"))
        .isEqualTo("rolewise: help: unknown command 'sing', see 'rolewise help'");
    assertThat(wrong("eval")).isEqualTo("rolewise: eval: missing required parameter: 'FILE'");
    assertThat(wrong("eval", "x.jsonl", "--floor", "best=1"))
        .isEqualTo("rolewise: eval: --floor must be NAME=VALUE with a measure, got 'best=1'");
    assertThat(wrong("ask", "--\u001b[31mred\nline"))
        .isEqualTo("rolewise: ask: unknown option '--red line', see 'rolewise help'");
  }

  @Test
  void saysWhereTheLastAnswerIsKnown_forCommandsThatAreAboutIt() {
    assertThat(wrong("sources", "1"))
        .isEqualTo(
            "rolewise: sources: there is no answer with sources yet, give a question or ask one in"
                + " 'rolewise chat'");
    assertThat(run("help", "sources")).isEqualTo(ExitCode.DONE);
    assertThat(out()).contains("answer is known in 'chat' only.");
  }

  @Test
  void reportsEveryProblemOfTheConfiguration() {
    configuration = new ConfigurationResult.Invalid(List.of("one is wrong", "two is wrong"));

    assertThat(run("ask", "pay")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err()).isEqualTo("one is wrong\ntwo is wrong\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void warnsAboutDoubtfulVariables_andAnswersAllTheSame() {
    configuration =
        new ConfigurationResult.Valid(
            new Configuration(new KnowledgeConfig(List.of(BUNDLED)), Path.of("data")),
            List.of("ROLEWISE_HTP_PORT: unknown variable"));

    assertThat(run("ask", "pay")).isEqualTo(ExitCode.DONE);
    assertThat(err()).isEqualTo("ROLEWISE_HTP_PORT: unknown variable\n");
  }

  @Test
  void warnsAboutUnreadableFiles_whileOthersLoad() {
    documents = new Documents(List.of(AVP), List.of(UNREADABLE, ODD));

    assertThat(run("ask", "pay")).isEqualTo(ExitCode.DONE);
    assertThat(err()).isEqualTo("knowledge/roles/vp.pdf: is encrypted\n");
  }

  @Test
  void shortensALongListOfUnreadableFiles() {
    documents =
        new Documents(
            List.of(AVP),
            IntStream.range(0, 25)
                .mapToObj(i -> new Problem(Severity.ERROR, i + ".pdf", 0, "is encrypted"))
                .toList());

    run("ask", "pay");

    assertThat(err().lines())
        .hasSize(21)
        .last()
        .isEqualTo("and 5 more, 'rolewise check' lists them all");
  }

  @Test
  void fails_whenNothingCouldBeLoaded() {
    documents = new Documents(List.of(), List.of(UNREADABLE));

    assertThat(run("ask", "pay")).isEqualTo(ExitCode.NOT_LOADED);
    assertThat(out()).isEmpty();
    assertThat(err()).isEqualTo("knowledge/roles/vp.pdf: is encrypted\n");
  }

  @Test
  void fails_whenTheFolderIsEmpty() {
    documents = new Documents(List.of(), List.of(NOTHING));

    assertThat(run("ask", "--batch", "--knowledge", "none")).isEqualTo(ExitCode.NOT_LOADED);
    assertThat(err()).isEqualTo("none: folder holds no role document\n");
  }

  @Test
  void showsAStackTraceOnlyWhenAskedTo() {
    answerer =
        (_, _) -> {
          throw new IllegalStateException("secret");
        };

    assertThat(run("ask", "pay")).isEqualTo(ExitCode.FAILED);
    assertThat(err()).isEqualTo("internal error: IllegalStateException, --verbose shows where\n");

    err.reset();
    assertThat(run("--verbose", "ask", "pay")).isEqualTo(ExitCode.FAILED);
    assertThat(err()).startsWith("internal error: IllegalStateException\n").contains("\tat ");
  }

  @Test
  void answersABatchInOrder_andGoesOnAfterMalformedLines() {
    answerer =
        (question, _) -> {
          if (question.equals("boom")) {
            throw new IllegalStateException("secret");
          }
          return NO_BAKERS;
        };
    in =
        """
        \ufeff{"id":"q1","question":"baker pay","history":["hello"],"extra":{"deep":[1]}}

        {"id":"q2","question":
        not json
        {"id":"q3"}
        {"id":7,"question":"São Paulo?","history":null}
        {"id":"q5","question":" "}
        {"question":["a"],"id":"q6"}
        {"id":"q7","question":"a","history":"b"}
        {"id":"q8","question":"a","history":[["b"]]}
        {"id":["q9"],"question":"a"}
        {"id":"q10","question":"a"} {"id":"q11"}
        [1]
        {"id":"q12","question":"boom"}
        """
            .replace("\n", "\r\n")
            .getBytes(UTF_8);

    assertThat(run("ask", "--batch")).isEqualTo(ExitCode.DONE);

    Golden.assertMatches("console/batch.jsonl", out());
    assertThat(err()).isEqualTo("internal error: IllegalStateException, --verbose shows where\n");
    assertThat(asked)
        .containsExactly("baker pay after [hello]", "São Paulo? after []", "boom after []");
  }

  @Test
  void survivesLongLinesAndOtherEncodingsInABatch() throws IOException {
    answerer = (_, _) -> NO_BAKERS;
    var bytes = new ByteArrayOutputStream();
    bytes.write(
        ("{\"id\":\"long\",\"question\":\"" + "noise ".repeat(200_000) + "\"}\n").getBytes(UTF_8));
    bytes.write("{\"question\":\"é\"}\n".getBytes(ISO_8859_1));
    bytes.write("x".repeat(LineReader.MAX_LINE_BYTES + 1).getBytes(UTF_8));
    bytes.write("\n{\"id\":\"last\",\"question\":\"no line feed\"}".getBytes(UTF_8));
    in = bytes.toByteArray();

    assertThat(run("ask", "--batch")).isEqualTo(ExitCode.DONE);

    List<String> lines = out().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("{\"id\":\"long\"").contains("not_found");
    assertThat(lines.get(1)).isEqualTo("{\"line\":2,\"error\":\"is not UTF-8\"}");
    assertThat(lines.get(2)).isEqualTo("{\"line\":3,\"error\":\"longer than 16 MB\"}");
    assertThat(lines.get(3)).startsWith("{\"id\":\"last\"");
  }

  @Test
  void addsFactsToABatch_withJson() throws JsonProcessingException {
    in = "{\"id\":\"q1\",\"question\":\"pay\"}".getBytes(UTF_8);

    run("ask", "--batch", "--json");

    assertThat(JSON.readTree(out()).get("facts")).hasSize(2);
  }

  @Test
  void flushesEachAnswerOfABatchBeforeTheNextQuestionIsRead() {
    var written = new ArrayList<Integer>();
    answerer =
        (_, _) -> {
          written.add((int) out().lines().count());
          return NO_BAKERS;
        };
    in = "{\"question\":\"a\"}\n{\"question\":\"b\"}\n".getBytes(UTF_8);

    run("ask", "--batch");

    assertThat(written).containsExactly(0, 1);
  }

  @Test
  void endsQuietly_whenNobodyReadsOn() {
    var questions = new AtomicInteger();
    answerer =
        (_, _) -> {
          questions.incrementAndGet();
          return NO_BAKERS;
        };
    sink = new ClosedPipe();
    in = "{\"question\":\"a\"}\n".repeat(1000).getBytes(UTF_8);

    assertThat(run("ask", "--batch")).isEqualTo(ExitCode.DONE);
    assertThat(err()).isEmpty();
    assertThat(questions).hasValue(1);
  }

  @Test
  void listsRoles() throws JsonProcessingException {
    assertThat(run("roles")).isEqualTo(ExitCode.DONE);
    assertThat(out()).startsWith("Roles\n- avp-ai-ml: AVP of AI and ML (US, 2024)");

    out.reset();
    run("roles", "--json");
    Golden.assertMatches("console/roles.json", JSON.readTree(out()).toPrettyString() + "\n");
    assertThat(opened).containsExactly(List.of(BUNDLED), List.of(BUNDLED));
  }

  @Test
  void showsARole_whoseNameNeedsNoQuotes() {
    assertThat(run("role", "AVP", "of", "AI", "and", "ML")).isEqualTo(ExitCode.DONE);

    assertThat(out()).startsWith("AVP of AI and ML\n").contains("Pay (US, 2024) [1]");
  }

  @Test
  void writesRepliesAsJson() throws JsonProcessingException {
    run("role", "avp-ai-ml", "--json");

    JsonNode reply = JSON.readTree(out());
    assertThat(reply.get("command").textValue()).isEqualTo("role");
    assertThat(reply.get("citations")).isNotEmpty();
    assertThat(reply.get("facts")).isNotEmpty();
  }

  @Test
  void writesItsVersionAndHelpAsJson() throws JsonProcessingException {
    run("version", "--json");
    assertThat(JSON.readTree(out()).get("version").textValue()).isEqualTo("1.2.3");

    out.reset();
    run("help", "role", "--json");
    assertThat(JSON.readTree(out()).get("help").textValue()).startsWith("Usage: rolewise role");
  }

  @Test
  void saysWhatIsWrong_onOneLine_forEachCommand() {
    assertThat(wrong("role")).isEqualTo("rolewise: role: no role given, 'roles' lists them");
    assertThat(wrong("role", "baker"))
        .isEqualTo("rolewise: role: no role is named 'baker', nearest are avp-ai-ml");
    assertThat(wrong("role", "avp", "--section", "a", "--section", "b"))
        .isEqualTo("rolewise: role: --section can be given once only");
    assertThat(wrong("role", "avp", "--fly"))
        .isEqualTo("rolewise: role: unknown option '--fly', see 'rolewise help'");
  }

  @Test
  void writesThePictureOfAChart() {
    Path picture = folder.resolve("pay.png");

    assertThat(run("chart", "avp-ai-ml", "-o", picture.toString())).isEqualTo(ExitCode.DONE);

    assertThat(picture).isNotEmptyFile();
    assertThat(out()).contains("$180,000 to $220,000").endsWith("Picture: " + picture + "\n");
  }

  @Test
  void saysHowToGetThePictureOfAChart_whereNoFileIsNamed() {
    assertThat(run("chart", "avp-ai-ml")).isEqualTo(ExitCode.DONE);

    assertThat(out()).endsWith("Picture: none, -o FILE.png writes it\n");
  }

  @Test
  void saysWhereAPictureCannotBeWritten() {
    assertThat(run("chart", "avp-ai-ml", "-o", folder.toString())).isEqualTo(ExitCode.WRONG_USAGE);

    assertThat(err())
        .isEqualTo("rolewise: chart: " + folder + ": must end in .png, the picture is one\n");
  }

  @Test
  void listsNoRoles_whenThereAreNone() {
    documents = new Documents(List.of(), List.of(NOTHING));

    assertThat(run("roles")).isEqualTo(ExitCode.NOT_LOADED);
    assertThat(err()).isEqualTo("none: folder holds no role document\n");
  }

  @Test
  void checksDocuments() throws JsonProcessingException {
    documents = new Documents(List.of(AVP), List.of(UNREADABLE, ODD));

    assertThat(run("check", "mine")).isEqualTo(ExitCode.NOT_LOADED);
    assertThat(out())
        .isEqualTo(
            """
            warning: knowledge/roles/avp.md:41: heading 'Pay' appears twice
            error: knowledge/roles/vp.pdf: is encrypted
            1 document read, 1 error, 1 warning
            """);

    out.reset();
    run("check", "--json");
    Golden.assertMatches("console/check.json", JSON.readTree(out()).toPrettyString() + "\n");
  }

  @Test
  void examinesDocuments() throws JsonProcessingException {
    Path ill = Path.of("src", "test", "resources", "doctor");
    documents = DocumentFolders.read(List.of(ill), ill);

    assertThat(run("check")).isEqualTo(ExitCode.NOT_LOADED);
    Golden.assertMatches("console/check-findings.txt", out());

    out.reset();
    assertThat(run("check", "--json")).isEqualTo(ExitCode.NOT_LOADED);
    Golden.assertMatches(
        "console/check-findings.json", JSON.readTree(out()).toPrettyString() + "\n");
  }

  @Test
  void endsWithThree_whereAFindingIsAnError_andWellWhereAllAreWarnings() throws IOException {
    String head = "---\ntitle: Baker\nas-of: 2025\nmarket: US\ncurrency: USD\n---\n";
    Map<String, String> warnings =
        Map.of(
            "missing-front-matter", "# Baker\n\n## Pay\n\n- Salary: $41,000 a year\n",
            "missing-currency",
                head.replace("currency: USD\n", "") + "## Pay\n\n- Salary: 41,000 a year\n",
            "missing-period", head + "## Pay\n\n- Baker: $4,200\n- Head baker: $5,100\n",
            "missing-as-of", head.replace("as-of: 2025\n", "") + "- Salary: $41,000 a year\n",
            "pay-disagreement",
                head
                    + "## Pay\n\n- Average salary: $41,000 a year\n\n## Outlook\n\n"
                    + "- Average salary: $52,000 a year\n",
            "experience-disagreement",
                head
                    + "## Requirements\n\n- Experience: 5–15 years in bakeries or related work\n\n"
                    + "## Pay\n\n- Experience: the role generally requires 8+ years in baking\n",
            "market-disagreement",
                head
                    + "## Outlook\n\n- Bread market: projected at $153.0 billion by 2034\n\n"
                    + "## Trends\n\n- Bread market: expected to reach $136.5 billion by 2034.\n",
            "past-forecast", head + "- By 2015, most bakeries are expected to bake at night.\n",
            "swallowed-sentence",
                head
                    + "## Responsibilities\n\n- Knead dough\n- Manage timelines and budgets for"
                    + " bakeries This role requires a balance of strength and patience to bring"
                    + " good bread to the people.\n\n## Requirements\n\n- Calm\n");

    for (Map.Entry<String, String> kind : warnings.entrySet()) {
      assertThat(checked(Map.of("baker.md", kind.getValue()), kind.getKey()))
          .as(kind.getKey())
          .isEqualTo(ExitCode.DONE);
    }
    assertThat(
            checked(
                Map.of("cook.md", head + "- Calm\n", "baker.md", head + "- Calm\n"),
                "duplicate-role"))
        .isEqualTo(ExitCode.DONE);
    Map<String, String> siblings = new HashMap<>();
    for (String name : List.of("baker", "chef", "cook", "waiter")) {
      String section =
          name.equals("waiter")
              ? "## Outlook\n\n- Good\n"
              : "## Soft skills\n\n- Calm\n\n## Salary ranges\n\n- Good\n";
      siblings.put(
          name + ".md", head.replace("Baker", name) + "## Overview\n\n- A job\n\n" + section);
    }
    assertThat(checked(siblings, "missing-section")).isEqualTo(ExitCode.DONE);
    assertThat(
            checked(
                Map.of("baker.md", head + "## Pay\n\n- Salary: $90,000 to $60,000 a year\n"),
                "inverted-range"))
        .isEqualTo(ExitCode.NOT_LOADED);
    assertThat(
            checked(Map.of("baker.md", head + "- Calm\n", "chef.pdf", "no document"), "not-loaded"))
        .isEqualTo(ExitCode.NOT_LOADED);
    assertThat(
            checked(
                Map.of("baker.md", head.replace("2025", "lately") + "- Calm\n"),
                "wrong-front-matter"))
        .isEqualTo(ExitCode.NOT_LOADED);
    assertThat(checked(Map.of(), "empty-folder")).isEqualTo(ExitCode.NOT_LOADED);
  }

  /** How the check of some files ends, which finds the kind. */
  private ExitCode checked(Map<String, String> files, String kind) throws IOException {
    Path ward = Files.createTempDirectory(folder, "ward");
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(ward.resolve(file.getKey()), file.getValue());
    }
    documents = DocumentFolders.read(List.of(ward), ward);
    out.reset();
    ExitCode code = run("check", "--json");
    assertThat(out()).contains("\"" + kind + "\"");
    return code;
  }

  @Test
  void findsNothingToSay_aboutGoodDocuments() {
    documents = new Documents(List.of(AVP), List.of(ODD));
    assertThat(run("check")).isEqualTo(ExitCode.DONE);

    documents = new Documents(List.of(), List.of(NOTHING));
    assertThat(run("check", "none")).isEqualTo(ExitCode.NOT_LOADED);
    assertThat(out()).contains("none: folder holds no role document");
  }

  @Test
  void judgesAQuestionSet() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("questions.jsonl"),
            """
            {"id":"q1","question":"pay","kind":"pay","outcome":"answered","must_include":["$180k"]}
            {"id":"q2","question":"baker","kind":"off topic","outcome":"not_found"}
            """);

    assertThat(run("eval", file.toString())).isEqualTo(ExitCode.DONE);
    Golden.assertMatches("console/eval.txt", out());

    out.reset();
    assertThat(run("eval", file.toString(), "--json", "--failures", "--floor", "right=92%"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(JSON.readTree(out()).get("failures")).hasSize(1);
    assertThat(err()).isEqualTo("right: must be at least 92.0%, got 50.0%\n");
  }

  @Test
  void judgesNothing_whenTheQuestionSetIsWrong() {
    Path missing = folder.resolve("missing.jsonl");

    assertThat(run("eval", missing.toString())).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err()).isEqualTo(missing + ": no such file\n");
  }

  @Test
  void talksLineByLine_inAPipe() {
    in = "avp pay\n\n/sources\n/nonsense\nand up?\n/quit\nnever asked\n".getBytes(UTF_8);

    assertThat(run("chat", "--knowledge", "mine")).isEqualTo(ExitCode.DONE);

    Golden.assertMatches("console/chat.txt", out());
    assertThat(asked).containsExactly("avp pay after []", "and up? after [avp pay]");
    assertThat(opened).containsExactly(List.of(Path.of("mine")));
  }

  @Test
  void saysItsVersionAndHowItIsUsed_withoutReadingAnything() {
    configuration = new ConfigurationResult.Invalid(List.of("broken"));

    assertThat(run("version")).isEqualTo(ExitCode.DONE);
    assertThat(run("--version")).isEqualTo(ExitCode.DONE);
    assertThat(out()).isEqualTo("rolewise 1.2.3\nrolewise 1.2.3\n");

    out.reset();
    assertThat(run("help")).isEqualTo(ExitCode.DONE);
    Golden.assertMatches("console/help.txt", out());
    String help = out();

    out.reset();
    assertThat(run("--help")).isEqualTo(ExitCode.DONE);
    assertThat(out()).isEqualTo(help);

    out.reset();
    assertThat(run("help", "ask")).isEqualTo(ExitCode.DONE);
    Golden.assertMatches("console/help-ask.txt", out());
  }

  private String wrong(String... arguments) {
    out.reset();
    err.reset();
    assertThat(run(arguments)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(out()).isEmpty();
    assertThat(err()).endsWith("\n");
    assertThat(err().lines()).hasSize(1);
    return err().stripTrailing();
  }

  @Test
  void serve_saysWhichVariablesToSet_whenNoPlatformIsConfigured() {
    assertThat(run("serve")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(err())
        .isEqualTo(
            "rolewise: serve: no platform is configured, set ROLEWISE_SLACK_BOT_TOKEN and"
                + " ROLEWISE_SLACK_APP_TOKEN for Slack or ROLEWISE_DISCORD_TOKEN for Discord\n");
    assertThat(opened).isEmpty();
  }

  private ExitCode run(String... arguments) {
    InputStream input =
        new ByteArrayInputStream(in) {
          @Override
          public synchronized byte[] readAllBytes() {
            // Whoever types a question takes a minute.
            clock.addAndGet(Duration.ofMinutes(1).toNanos());
            return super.readAllBytes();
          }
        };
    var console =
        new Console(
            new Streams(
                input, new PrintStream(sink, false, UTF_8), new PrintStream(err, false, UTF_8)),
            Screen.PIPE,
            () -> "1.2.3",
            () -> COMMANDS,
            () -> configuration,
            _ -> new FakeWorkspaces(),
            () -> clock.getAndAdd(1_500_000));
    return console.run(List.of(arguments));
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }

  private final class FakeWorkspaces implements Workspaces {
    @Override
    public Served serve(Library library) {
      return new Served.Refused("Slack is closed");
    }

    @Override
    public Processes processes() {
      throw new UnsupportedOperationException("no test starts processes");
    }

    @Override
    public Opened open(List<Path> folders, Purpose purpose) {
      opened.add(folders);
      if (documents.documents().isEmpty()) {
        return new Opened.Failed(documents.problems());
      }
      return new Opened.Ready(
          Examples.library(
              documents,
              phrasing.orElse((question, history) -> {
                asked.add(question + " after " + history);
                return answerer.answer(question, history);
              })),
          documents.problems());
    }

    @Override
    public Documents read(List<Path> folders) {
      return documents;
    }

    @Override
    public Checkup check(List<Path> folders) {
      return new Checkup(documents.documents().size(), Doctor.examine(documents, 2026));
    }
  }

  private static final class ClosedPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("Broken pipe");
    }
  }
}
