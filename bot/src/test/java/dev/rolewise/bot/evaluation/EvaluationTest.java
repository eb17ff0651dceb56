package dev.rolewise.bot.evaluation;

import static dev.rolewise.bot.Examples.AVP_PAY;
import static dev.rolewise.bot.Examples.NO_BAKERS;
import static dev.rolewise.bot.Examples.WHICH_PAY;
import static dev.rolewise.bot.Examples.cite;
import static dev.rolewise.bot.Examples.statement;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.Golden;
import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Answerer;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.evaluation.EvaluationQuestion.Part;
import dev.rolewise.bot.evaluation.EvaluationReport.Failures;
import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private static final Map<String, Answer> ANSWERS =
      Map.of("avp pay", AVP_PAY, "baker pay", NO_BAKERS, "which pay", WHICH_PAY);

  private static final List<EvaluationQuestion> QUESTIONS =
      List.of(
          question("right", "avp pay", "pay", ExpectedOutcome.ANSWERED, Part.TUNE)
              .including("$180k", "$250,000–$350,000")
              .excluding("$150,000")
              .from("avp-ai-ml")
              .build(),
          question("polluted", "avp pay", "pay", ExpectedOutcome.ANSWERED, Part.HELD_BACK)
              .including("$180,000", "$999")
              .excluding("350k")
              .from("vp-ai-ml", "avp-ai-ml")
              .build(),
          question("refusal", "baker pay", "off topic", ExpectedOutcome.NOT_FOUND, Part.TUNE)
              .build(),
          question("not refused", "avp pay", "off topic", ExpectedOutcome.NOT_FOUND, Part.HELD_BACK)
              .build(),
          question("back", "which pay", "vague", ExpectedOutcome.CLARIFY_OR_ANSWERED, Part.TUNE)
              .including("$180,000")
              .from("avp-ai-ml")
              .build(),
          question("missed", "baker pay", "vague", ExpectedOutcome.ANSWERED, Part.HELD_BACK)
              .including("$180,000")
              .from("avp-ai-ml")
              .build());

  private final AtomicLong clock = new AtomicLong();
  private final Evaluation evaluation =
      Evaluation.run(
          (question, _) -> ANSWERS.getOrDefault(question, NO_BAKERS),
          QUESTIONS,
          () -> clock.getAndAdd(2_500_000));

  @Test
  void printsEveryMeasurePerPartAndKind_withTheWrongAnswers() {
    Golden.assertMatches(
        "evaluation/report.txt", EvaluationReport.text(evaluation, Failures.LISTED));
  }

  @Test
  void writesTheSameAsJson() throws JsonProcessingException {
    String json = EvaluationReport.json(evaluation, Failures.LISTED);

    assertThat(json).doesNotContain("\n");
    Golden.assertMatches(
        "evaluation/report.json", new ObjectMapper().readTree(json).toPrettyString() + "\n");
  }

  @Test
  void leavesTheWrongAnswersOut_whenTheyAreOnlyCounted() {
    assertThat(EvaluationReport.text(evaluation, Failures.COUNTED)).doesNotContain("polluted");
    assertThat(EvaluationReport.json(evaluation, Failures.COUNTED)).doesNotContain("failures");
  }

  @Test
  void handsTheHistoryToTheAnswerer() {
    Answerer echo = (_, history) -> new Answer.NotCovered(String.join(" ", history), List.of());
    var question =
        new EvaluationQuestion(
            "q",
            "and up?",
            "follow-up",
            List.of("avp pay?", "and total?"),
            ExpectedOutcome.NOT_FOUND,
            List.of("avp pay and total"),
            List.of(),
            List.of(),
            Optional.empty());

    assertThat(Evaluation.run(echo, List.of(question), () -> 0).failures()).isEmpty();
  }

  @Test
  void countsFiguresThatNoQuoteOfTheirSentenceHolds() {
    Statement row =
        new Statement(
            "avp-ai-ml",
            3,
            List.of("Senior (10+ years)"),
            List.of(),
            StatementKind.TABLE_ROW,
            9,
            "Boston | $150,000",
            List.of(new Cell("City", "Boston"), new Cell("90th percentile in 2023", "$150,000")));
    var answer =
        new Answer.Answered(
            List.of(
                new Sentence(Sentence.Form.TEXT, "In 2024 it was $150k in Boston.", List.of(1)),
                new Sentence(Sentence.Form.TEXT, "That needs 10+ years, since 2023.", List.of(1)),
                new Sentence(Sentence.Form.TEXT, "Others get $77,000.", List.of(2)),
                new Sentence(Sentence.Form.TEXT, "Or 12.", List.of())),
            List.of(cite(1, row), cite(2, statement("Others get $78,000."))),
            List.of());

    Judgement judgement =
        Judgement.of(
            question("q", "?", "pay", ExpectedOutcome.ANSWERED, Part.TUNE).build(), answer, 1);

    assertThat(judgement.unquoted()).isEqualTo(4);
    assertThat(judgement.unsupported()).isEqualTo(2);
  }

  @Test
  void isWrong_whenNoListedDocumentIsCited() {
    var question =
        question("q", "?", "pay", ExpectedOutcome.ANSWERED, Part.TUNE).from("vp-ai-ml").build();

    assertThat(Judgement.of(question, AVP_PAY, 1).isRight()).isFalse();
  }

  @Test
  void saysWhichFloorsAreMissed() {
    assertThat(miss("right=40%")).isEmpty();
    assertThat(miss("right=0.92")).contains("right: must be at least 92.0%, got 50.0%");
    assertThat(miss("tune.right=100%")).isEmpty();
    assertThat(miss("held-back.contamination=0.02"))
        .contains("held-back.contamination: must be at most 2.0%, got 33.3%");
    assertThat(miss("off topic.refused=93%"))
        .contains("off topic.refused: must be at least 93.0%, got 50.0%");
    assertThat(miss("unsupported=0")).isEmpty();
    assertThat(miss("nobody.right=1"))
        .contains("nobody.right: must be at least 100.0%, got nothing to measure");
  }

  @Test
  void readsNoFloorThatNamesNothing() {
    assertThat(Floor.parse("right")).isEmpty();
    assertThat(Floor.parse("rigth=1")).isEmpty();
    assertThat(Floor.parse("right=high")).isEmpty();
    assertThat(Floor.parse("right=-1")).isEmpty();
    assertThat(Floor.parse("right=NaN")).isEmpty();
  }

  @Test
  void measuresNothingInAnEmptyGroup() {
    assertThat(Measure.RIGHT.of(List.of())).isEqualTo(OptionalDouble.empty());
    assertThat(Measure.LENGTH_MEDIAN.of(List.of())).isEqualTo(OptionalDouble.empty());
  }

  private Optional<String> miss(String floor) {
    return Floor.parse(floor).orElseThrow().findMiss(evaluation);
  }

  private static Draft question(
      String id, String question, String kind, ExpectedOutcome outcome, Part part) {
    return new Draft(
        new EvaluationQuestion(
            id,
            question,
            kind,
            List.of(),
            outcome,
            List.of(),
            List.of(),
            List.of(),
            Optional.of(part)));
  }

  private record Draft(EvaluationQuestion build) {
    Draft including(String... entries) {
      return with(List.of(entries), build.mustNotInclude(), build.documents());
    }

    Draft excluding(String... entries) {
      return with(build.mustInclude(), List.of(entries), build.documents());
    }

    Draft from(String... documents) {
      return with(build.mustInclude(), build.mustNotInclude(), List.of(documents));
    }

    private Draft with(List<String> include, List<String> exclude, List<String> documents) {
      return new Draft(
          new EvaluationQuestion(
              build.id(),
              build.question(),
              build.kind(),
              build.history(),
              build.outcome(),
              include,
              exclude,
              documents,
              build.part()));
    }
  }
}
