package dev.rolewise.bot.answer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Falsehoods.False;
import dev.rolewise.bot.answer.Falsehoods.Kind;
import dev.rolewise.bot.answer.Sentence.Form;
import dev.rolewise.knowledge.document.DocumentFolders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every figure of the bundled documents as a model might write it, rightly and wrongly. */
class WrittenFiguresTest {
  /** Of all sentences that say what their statement says. */
  private static final double MAX_DROPPED = 0.02;

  /** Of the sentences about foreign documents; to be lowered with each that is kept. */
  private static final int MAX_DROPPED_OF_FOREIGN = 30;

  private static final GroundingCheck CHECK = new GroundingCheck(Corpus.KNOWLEDGE);

  /** What models write, in and out of place. */
  private static final List<String> PIECES =
      List.of(
          " ",
          " ",
          ". ",
          ", ",
          "\n",
          "[1]",
          "[2][3]",
          "【1】",
          "(1)",
          "[^1]",
          "[[1]]",
          "[",
          "]",
          "(",
          ")",
          "{\"",
          "\":",
          "[{",
          "<think>",
          "</think>",
          "<",
          "```",
          "$",
          "$180,000",
          "US$5k",
          "€1.5",
          "–",
          "12%",
          "one in five",
          "2/3",
          "half of",
          "75th percentile",
          "10+ years",
          "a year",
          "engineer",
          "pays",
          "London",
          "senior",
          "L5",
          "\"",
          "”",
          "’",
          "😀",
          "\u202e",
          "\u200f",
          "\u2066",
          "\u0000",
          "\ud83d",
          "\ude00",
          "\ud835",
          "½",
          "१२",
          "@everyone",
          "http://x.y/z",
          "**",
          "|",
          "1. ",
          "Dr. ",
          "1e99",
          "9999999999999999999",
          "-5",
          "İ");

  /** Documents that no rule was made for, of jobs, tables and comparisons of all kinds. */
  private static final KnowledgeBase INVENTED =
      KnowledgeBase.of(
          DocumentFolders.read(List.of(Path.of("src/test/resources/retellings/documents"))));

  private static final GroundingCheck INVENTED_CHECK = new GroundingCheck(INVENTED);

  @Test
  void dropsHardlyAnySentenceThatSaysWhatItsStatementSays() {
    List<String> dropped = new ArrayList<>();
    int tried = 0;

    for (RoleDocument document : Corpus.KNOWLEDGE.documents()) {
      Optional<Integer> year =
          document.asOf().isPresent() ? Optional.of(document.asOf().getAsInt()) : Optional.empty();
      for (Statement statement : document.statements()) {
        boolean isOfRole =
            Corpus.KNOWLEDGE.facts(statement).stream().allMatch(WrittenFiguresTest::isOfRole)
                && JobTitles.in(String.join(" ", statement.path()) + " " + statement.text())
                    .isEmpty();
        for (String text : Retellings.of(statement, document.title(), year, isOfRole)) {
          tried++;
          if (!holds(text, statement)) {
            dropped.add(text + " << " + statement.text());
          }
        }
      }
    }

    System.getLogger("retellings")
        .log(System.Logger.Level.INFO, dropped.size() + " of " + tried + " dropped");
    assertThat(dropped.size())
        .as(() -> String.join("\n", dropped) + "\n")
        .isLessThan((int) (MAX_DROPPED * tried));
    assertThat(tried).isGreaterThan(5_000);
  }

  @Test
  void dropsHardlyAnySentenceThatSaysItInWordsOfItsOwn() {
    List<Written> faithful = written("faithful");

    List<String> dropped =
        faithful.stream().filter(one -> !one.holds()).map(Written::toString).toList();

    assertThat(dropped.size())
        .as(() -> String.join("\n", dropped) + "\n")
        .isLessThan((int) Math.ceil(MAX_DROPPED * faithful.size()));
    assertThat(faithful.size()).isGreaterThanOrEqualTo(150);
  }

  @Test
  void letsNothingThroughThatIsOfSomebodyElse() {
    List<Written> wrong = written("false");

    assertThat(wrong.stream().filter(Written::holds)).isEmpty();
    assertThat(wrong.size()).isGreaterThanOrEqualTo(80);
  }

  @Test
  void letsNothingThroughThatSaysSomethingElse() {
    Map<Kind, Integer> tried = new EnumMap<>(Kind.class);
    List<String> through = new ArrayList<>();

    for (RoleDocument document : Corpus.KNOWLEDGE.documents()) {
      for (Statement statement : document.statements()) {
        String text = TextAnswers.quote(statement);
        List<False> all = new ArrayList<>(Falsehoods.turned(text));
        all.addAll(Falsehoods.claims(text));
        for (Figure figure : Mutations.figures(text)) {
          all.addAll(Falsehoods.of(text, figure, statement));
        }
        for (False wrong : all) {
          tried.merge(wrong.kind(), 1, Integer::sum);
          if (holds(wrong.text(), statement)) {
            through.add(wrong.kind() + ": " + wrong.text() + " << " + text);
          }
        }
      }
    }

    System.getLogger("falsehoods")
        .log(System.Logger.Level.INFO, through.size() + " of " + tried + " through");
    assertThat(through).as(() -> String.join("\n", through)).isEmpty();
    assertThat(tried).containsOnlyKeys(Kind.values());
  }

  @Test
  void letsNothingThroughThatIsSaidWronglyOfForeignDocuments() {
    List<Written> wrong = written("foreign-false");

    assertThat(wrong.stream().filter(Written::holds)).isEmpty();
    assertThat(wrong.size()).isGreaterThanOrEqualTo(150);
  }

  @Test
  void dropsNoMoreOfWhatIsSaidRightlyOfForeignDocuments() {
    List<Written> faithful = written("foreign-faithful");

    List<String> dropped =
        faithful.stream().filter(one -> !one.holds()).map(Written::toString).toList();

    assertThat(dropped.size())
        .as(() -> String.join("\n", dropped) + "\n")
        .isLessThanOrEqualTo(MAX_DROPPED_OF_FOREIGN);
    assertThat(faithful.size()).isGreaterThanOrEqualTo(100);
  }

  @Test
  void letsNoClaimThroughThatSaysSomethingElse() {
    Map<Kind, Integer> tried = new EnumMap<>(Kind.class);
    List<String> through = new ArrayList<>();

    for (RoleDocument document : INVENTED.documents()) {
      for (Statement statement : document.statements()) {
        String text = TextAnswers.quote(statement);
        for (False wrong : Falsehoods.claims(text)) {
          tried.merge(wrong.kind(), 1, Integer::sum);
          if (holds(wrong.text(), List.of(statement), INVENTED, INVENTED_CHECK)) {
            through.add(wrong.kind() + ": " + wrong.text() + " << " + text);
          }
        }
      }
    }

    assertThat(through).as(() -> String.join("\n", through)).isEmpty();
    assertThat(tried.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(200);
  }

  @Test
  void letsNothingThroughThatCitesAnotherStatementOrNone() {
    List<String> through = new ArrayList<>();
    int tried = 0;

    for (RoleDocument document : Corpus.KNOWLEDGE.documents()) {
      List<Statement> statements = document.statements();
      for (int i = 0; i < statements.size(); i++) {
        String text = TextAnswers.quote(statements.get(i));
        if (Mutations.figures(text).isEmpty()) {
          continue;
        }
        Statement other = statements.get((i + 1) % statements.size());
        List<Citation> citations = List.of(Corpus.cite(1, other));
        for (List<Integer> numbers : List.of(List.of(1), List.of(2), List.of(7), List.of(1, 9))) {
          tried++;
          boolean sameFigures =
              Mutations.figures(text).stream()
                  .allMatch(figure -> TextAnswers.quote(other).contains(figure.wording()));
          if (!sameFigures
              && CHECK
                  .ofWritten(citations)
                  .holds(new Sentence(Form.TEXT, text, numbers), List.of())) {
            through.add(numbers + ": " + text + " << " + other.text());
          }
        }
      }
    }

    assertThat(through).as(() -> String.join("\n", through)).isEmpty();
    assertThat(tried).isGreaterThan(400);
  }

  @Test
  void letsNothingThroughThatExchangesFiguresOfTwoStatements() {
    List<String> through = new ArrayList<>();
    int tried = 0;

    for (RoleDocument document : Corpus.KNOWLEDGE.documents()) {
      List<Statement> statements =
          document.statements().stream()
              .filter(one -> one.cells().isEmpty() && hasOneFigure(one))
              .toList();
      for (Statement one : statements) {
        for (Statement other : statements) {
          Figure own = Mutations.figures(one.text()).getFirst();
          Figure others = Mutations.figures(other.text()).getFirst();
          if (own.kind() != others.kind() || own.value().equals(others.value())) {
            continue;
          }
          tried++;
          String text = Mutations.replaced(one.text(), own, others.wording());
          boolean holds =
              CHECK
                  .ofWritten(List.of(Corpus.cite(1, one), Corpus.cite(2, other)))
                  .holds(new Sentence(Form.TEXT, text, List.of(1, 2)), List.of());
          if (holds) {
            through.add(text + " << " + other.text());
          }
        }
      }
    }

    assertThat(through).as(() -> String.join("\n", through)).isEmpty();
    assertThat(tried).isGreaterThan(20);
  }

  @Test
  void failsOnNoSentence_howeverItWritesItsFigures() {
    List<String> failed = new ArrayList<>();
    int tried = 0;

    for (RoleDocument document : Corpus.KNOWLEDGE.documents()) {
      String before = "";
      for (Statement statement : document.statements()) {
        String quote = TextAnswers.quote(statement);
        String both = before.replaceAll("[.]$", "") + " and " + quote;
        before = quote;
        for (String text :
            List.of(
                both.replace("$", "US$"),
                both.replace("$", "NZ$"),
                both.replaceAll("[$](\\d)", "USD $1"),
                "One in five cooks or 2/3 of nurses " + quote.replace("$", "A$"),
                "Half of " + both.replaceAll("(\\d),000\\b", "$1k"))) {
          tried++;
          try {
            boolean _ = holds(text, statement);
          } catch (RuntimeException e) {
            failed.add(e + ": " + text);
          }
        }
      }
    }

    assertThat(failed).as(() -> String.join("\n", failed)).isEmpty();
    assertThat(tried).isGreaterThan(2_000);
  }

  @Test
  void failsOnNothingThatAModelMayWrite_andTakesItsTimeForNone() {
    var random = new Random(1);
    ThreadMXBean time = ManagementFactory.getThreadMXBean();
    List<Statement> statements =
        Corpus.KNOWLEDGE.documents().stream().flatMap(one -> one.statements().stream()).toList();

    for (int i = 0; i < 3_000; i++) {
      Statement statement = statements.get(random.nextInt(statements.size()));
      var text = new StringBuilder(i % 3 == 0 ? TextAnswers.quote(statement) : "");
      for (int left = 1 + random.nextInt(i % 20 == 0 ? 400 : 30); left > 0; left--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      long start = time.getCurrentThreadCpuTime();
      var parser = new SentenceParser();
      List<WrittenSentence> all = new ArrayList<>(parser.add(text.toString()));
      all.addAll(parser.end());
      all.add(new WrittenSentence(text.toString(), List.of()));
      for (WrittenSentence one : all) {
        String plain = PlainWording.of(Material.cut(one.text()));
        if (!plain.isEmpty()) {
          boolean _ = holds(plain, statement);
        }
      }
      assertThat(Duration.ofNanos(time.getCurrentThreadCpuTime() - start))
          .as(text.toString())
          .isLessThan(Duration.ofSeconds(2));
    }
  }

  private static boolean hasOneFigure(Statement statement) {
    List<Figure> figures = Mutations.figures(statement.text());
    return figures.size() == 1
        && (figures.getFirst().kind() == Figure.Kind.MONEY
            || figures.getFirst().kind() == Figure.Kind.PERCENT
            || figures.getFirst().kind() == Figure.Kind.COUNT);
  }

  /** A sentence beside the statements that it cites. */
  private record Written(String text, List<Statement> statements) {
    boolean holds() {
      return INVENTED.find(statements.getFirst().document()).isPresent()
          ? WrittenFiguresTest.holds(text, statements, INVENTED, INVENTED_CHECK)
          : WrittenFiguresTest.holds(text, statements);
    }

    @Override
    public String toString() {
      return text + " << " + statements.stream().map(Statement::text).toList();
    }
  }

  /**
   * The sentences of a file, in paragraphs of {@code id: part of a statement || part of another}
   * and them.
   */
  private static List<Written> written(String name) {
    List<Written> all = new ArrayList<>();
    try (var file =
        requireNonNull(
            WrittenFiguresTest.class.getResourceAsStream("/retellings/" + name + ".txt"))) {
      String text = new String(file.readAllBytes(), UTF_8);
      for (String paragraph : text.replaceFirst("^#.*\n", "").split("\n\n", -1)) {
        List<String> lines = paragraph.strip().lines().toList();
        String[] found = lines.getFirst().split(": ", 2);
        List<Statement> statements =
            Arrays.stream(found[1].split(" \\|\\| ")).map(part -> find(found[0], part)).toList();
        lines.stream().skip(1).map(line -> new Written(line, statements)).forEach(all::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static Statement find(String id, String part) {
    return Stream.of(Corpus.KNOWLEDGE, INVENTED)
        .flatMap(knowledge -> knowledge.documents().stream())
        .filter(document -> document.id().equals(id))
        .flatMap(document -> document.statements().stream())
        .filter(one -> TextAnswers.quote(one).contains(part))
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + ": " + part));
  }

  private static boolean isOfRole(Fact fact) {
    return fact.subject().isDocumentRole() && !(fact instanceof Fact.Market);
  }

  private static boolean holds(String text, Statement statement) {
    return holds(text, List.of(statement));
  }

  private static boolean holds(String text, List<Statement> statements) {
    return holds(text, statements, Corpus.KNOWLEDGE, CHECK);
  }

  private static boolean holds(
      String text, List<Statement> statements, KnowledgeBase knowledge, GroundingCheck check) {
    var citations = new CitationList(knowledge);
    List<Integer> numbers = citations.cite(statements);
    return check
        .ofWritten(citations.citations())
        .holds(new Sentence(Form.TEXT, text, numbers), List.of());
  }
}
