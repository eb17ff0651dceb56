package dev.rolewise.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Answerer;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.config.KnowledgeConfig;
import dev.rolewise.bot.console.Workspaces.Opened;
import dev.rolewise.bot.console.Workspaces.Purpose;
import dev.rolewise.bot.evaluation.Evaluation;
import dev.rolewise.bot.evaluation.EvaluationReport;
import dev.rolewise.bot.evaluation.EvaluationReport.Failures;
import dev.rolewise.bot.evaluation.Floor;
import dev.rolewise.bot.evaluation.Judgement;
import dev.rolewise.bot.evaluation.Measure;
import dev.rolewise.bot.evaluation.QuestionSet;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How good the answers are, with the documents, the questions and the model that are shipped. */
class AnswerQualityTest {
  /** The worst that is allowed, two points under what was measured. */
  private static final List<Floor> FLOORS =
      List.of(
          new Floor("tune", Measure.RIGHT, 0.945),
          new Floor("tune", Measure.FIGURES, 0.951),
          new Floor("tune", Measure.CONTAMINATION, 0.028),
          new Floor("tune", Measure.CITATION_PRECISION, 0.96),
          new Floor("tune", Measure.CITATION_RECALL, 0.98),
          new Floor("tune", Measure.REFUSED, 0.964),
          new Floor("tune", Measure.ANSWERED, 0.98),
          new Floor("tune", Measure.UNSUPPORTED, 0),
          new Floor("tune", Measure.LENGTH_MAX, 1_500),
          new Floor("held-back", Measure.RIGHT, 0.87),
          new Floor("held-back", Measure.FIGURES, 0.892),
          new Floor("held-back", Measure.CONTAMINATION, 0.051),
          new Floor("held-back", Measure.CITATION_PRECISION, 0.94),
          new Floor("held-back", Measure.CITATION_RECALL, 0.96),
          new Floor("held-back", Measure.REFUSED, 0.883),
          new Floor("held-back", Measure.ANSWERED, 0.958),
          new Floor("held-back", Measure.UNSUPPORTED, 0),
          new Floor("held-back", Measure.LENGTH_MAX, 1_500));

  /** Suggested questions that are refused, of all that come up. */
  private static final int MAX_UNANSWERED_SUGGESTIONS = 1;

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Path ROOT = root();

  private static List<RoleDocument> documents = List.of();
  private static Answerer answerer = (_, _) -> new Answer.NotCovered("not opened", List.of());
  private static Evaluation evaluation = new Evaluation(List.of());

  @BeforeAll
  static void asksEveryQuestion() throws IOException {
    List<Path> roles = List.of(ROOT.resolve("knowledge/roles"));
    var configuration =
        new Configuration(
            new KnowledgeConfig(roles), Path.of("target", "answer-quality").toAbsolutePath());
    var wiring =
        new Wiring(configuration, ROOT, (_, _) -> {}, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    switch (wiring.open(roles, new Purpose.ManyQuestions())) {
      case Opened.Ready(var library, var _) -> {
        documents = library.knowledge().documents();
        answerer = library.answerer();
      }
      case Opened.Failed(var problems) -> throw new AssertionError(problems);
    }
    evaluation =
        switch (QuestionSet.read(ROOT.resolve("knowledge/questions.jsonl"))) {
          case QuestionSet.Usable(var questions) -> Evaluation.run(answerer, questions, () -> 0);
          case QuestionSet.Unusable(var problems) -> throw new AssertionError(problems);
        };
  }

  static List<Floor> floors() {
    return FLOORS;
  }

  @ParameterizedTest
  @MethodSource("floors")
  void answersAreGoodEnough(Floor floor) {
    assertThat(floor.findMiss(evaluation))
        .as(() -> EvaluationReport.text(evaluation, Failures.COUNTED))
        .isEqualTo(Optional.empty());
  }

  /** Compares digits, so that it does not rest on the code that reads figures. */
  @Test
  void everyNumberOfAnAnswer_standsInWhatItsSentenceCites() {
    List<String> unsupported = new ArrayList<>();
    for (Judgement judgement : evaluation.judgements()) {
      for (Sentence sentence : judgement.answer().sentences()) {
        if (!stated(sentence, judgement.answer()).containsAll(numbers(sentence.text()))) {
          unsupported.add(judgement.question().id() + ": " + sentence.text());
        }
      }
    }

    assertThat(unsupported).isEmpty();
  }

  @Test
  void everySuggestionIsAnswered() {
    Deque<String> open = new ArrayDeque<>();
    evaluation.judgements().forEach(judgement -> open.addAll(judgement.answer().suggestions()));
    for (RoleDocument document : documents) {
      open.add("what does the " + document.title() + " do?");
      open.add("what does the " + document.title() + " know about volcanoes?");
    }
    Set<String> asked = new LinkedHashSet<>();
    List<String> unanswered = new ArrayList<>();
    while (!open.isEmpty()) {
      String question = open.pop();
      if (asked.add(question)) {
        Answer answer = answerer.answer(question, List.of());
        boolean suggested = !question.startsWith("what");
        if (suggested && !(answer instanceof Answer.Answered)) {
          unanswered.add(question);
        }
        open.addAll(answer.suggestions());
      }
    }

    assertThat(asked).hasSizeGreaterThan(documents.size());
    assertThat(unanswered).hasSizeLessThanOrEqualTo(MAX_UNANSWERED_SUGGESTIONS);
  }

  /** The numbers of what a sentence cites; a heading rests on all that the answer cites. */
  private static Set<String> stated(Sentence sentence, Answer answer) {
    Set<String> stated = new HashSet<>();
    for (Citation citation : answer.citations()) {
      if (sentence.form() == Sentence.Form.HEADING
          || sentence.citations().contains(citation.number())) {
        Statement statement = citation.statement();
        stated.addAll(numbers(citation.quote()));
        stated.addAll(numbers(citation.title()));
        statement.path().forEach(above -> stated.addAll(numbers(above)));
        statement.lead().forEach(above -> stated.addAll(numbers(above)));
        statement.cells().forEach(cell -> stated.addAll(numbers(cell.header())));
        citation.asOf().ifPresent(year -> stated.add(String.valueOf(year)));
      }
    }
    return stated;
  }

  private static List<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).toList();
  }

  private static Path root() {
    Path above = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(above.resolve("knowledge/roles"))) {
      above = above.getParent();
      if (above == null) {
        throw new IllegalStateException("knowledge/roles must be above the working directory");
      }
    }
    return above;
  }
}
