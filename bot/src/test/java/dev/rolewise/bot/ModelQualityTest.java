package dev.rolewise.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.ModelMetrics.Outcome;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.evaluation.Evaluation;
import dev.rolewise.bot.evaluation.EvaluationQuestion;
import dev.rolewise.bot.evaluation.Judgement;
import dev.rolewise.bot.evaluation.QuestionSet;
import dev.rolewise.bot.llm.Condensing;
import dev.rolewise.bot.llm.FaithfulMind;
import dev.rolewise.bot.llm.FakeModelHost;
import dev.rolewise.bot.llm.FakeModelHost.Mind;
import dev.rolewise.bot.llm.HostileMind;
import dev.rolewise.bot.llm.ModelTally;
import dev.rolewise.bot.llm.Wire;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The project's own questions with models that are faithful and hostile. */
@Execution(ExecutionMode.CONCURRENT)
class ModelQualityTest {
  private static final Library LIBRARY = Corpus.library(Corpus.KNOWLEDGE);
  private static final QuestionReader READER = Corpus.reader(Corpus.KNOWLEDGE);

  /** Runs of the whole question set in which the check is compiled. */
  private static final int WARM_UP_RUNS = 2;

  private static List<EvaluationQuestion> questions = List.of();
  private static Evaluation offline = new Evaluation(List.of());

  @BeforeAll
  static void asksEveryQuestionWithoutAModel() {
    questions =
        switch (QuestionSet.read(Path.of("../knowledge/questions.jsonl"))) {
          case QuestionSet.Usable(var usable) -> usable;
          case QuestionSet.Unusable(var problems) -> throw new AssertionError(problems);
        };
    offline = Evaluation.run(LIBRARY.answerer(), questions, () -> 0);
    show(
        "offline: right "
            + offline.judgements().stream().filter(Judgement::isRight).count()
            + " of "
            + questions.size());
  }

  @Test
  void aFaithfulModelIsRightAsOften() {
    try (var host = new FakeModelHost(Wire.OPENAI, new FaithfulMind(new Condensing(READER)))) {
      ModelEvaluation faithful = ModelEvaluation.of(LIBRARY, READER, host, questions);

      show(faithful.describe("faithful"));
      assertThat(faithful.right())
          .as(() -> faithful.describe("faithful"))
          .isGreaterThanOrEqualTo(offline.judgements().stream().filter(Judgement::isRight).count());
      assertThat(faithful.unsupported()).isZero();
      assertThat(faithful.tally().answers(Outcome.PHRASED)).isGreaterThan(200);
      assertThat(faithful.tally().droppedSentences())
          .isLessThan(faithful.tally().keptSentences() / 50);
      assertThat(ModelEvaluation.outcomes(faithful.evaluation().judgements()))
          .isEqualTo(ModelEvaluation.outcomes(offline.judgements()));
    }
  }

  @ParameterizedTest
  @EnumSource(Wire.class)
  void aHostileModelGetsNothingThrough(Wire wire) {
    var mind = new HostileMind(wire);
    try (var host = new FakeModelHost(wire, mind)) {
      ModelEvaluation hostile = ModelEvaluation.of(LIBRARY, READER, host, questions);

      show(hostile.describe("hostile, " + wire));
      Set<String> shown = new HashSet<>();
      hostile.sentences().forEach(shown::addAll);
      assertThat(mind.lies()).hasSizeGreaterThan(500);
      assertThat(mind.lies().stream().filter(shown::contains)).isEmpty();
      assertThat(hostile.unsupported()).as(() -> hostile.describe("hostile")).isZero();
      assertThat(String.join("\n", shown))
          .doesNotContain("@everyone", "http", "<script", "<@U", "**", "\ufffd");
      assertThat(ModelEvaluation.outcomes(hostile.evaluation().judgements()))
          .isEqualTo(ModelEvaluation.outcomes(offline.judgements()));
    }
  }

  /**
   * In one thread and without a wire, as the worst of some runs behind the first ones, in which the
   * program is compiled. A benchmark: it runs with {@code -Drolewise.bench=true}, alone on a quiet
   * machine.
   */
  @EnabledIfSystemProperty(named = "rolewise.bench", matches = "true")
  @Execution(ExecutionMode.SAME_THREAD)
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void readsAndChecksAnAnswerInFiveMilliseconds(boolean isHostile) {
    double worst = 0;
    for (int run = 0; run < WARM_UP_RUNS + 4; run++) {
      Mind mind =
          isHostile ? new HostileMind(Wire.OPENAI) : new FaithfulMind(new Condensing(READER));
      ModelEvaluation checked =
          ModelEvaluation.of(
              LIBRARY, READER, FakeModelHost.inProcess(mind), new ModelTally(1, 4), questions);
      show(checked.describe(isHostile ? "hostile, without a wire" : "faithful, without a wire"));
      if (run >= WARM_UP_RUNS) {
        worst = Math.max(worst, checked.percentile(0.99).orElseThrow());
      }
    }

    assertThat(worst).isPositive().isLessThan(5);
  }

  @Test
  void followUpsRestOnTheSameStatements_withAModelAndWithout() {
    List<EvaluationQuestion> followUps =
        questions.stream().filter(one -> !one.history().isEmpty()).toList();
    Evaluation without = Evaluation.run(LIBRARY.answerer(), followUps, () -> 0);
    var mind = new FaithfulMind(new Condensing(READER));
    try (var host = new FakeModelHost(Wire.OPENAI, mind)) {
      Evaluation with = ModelEvaluation.of(LIBRARY, READER, host, followUps).evaluation();

      assertThat(followUps.size()).isGreaterThan(20);
      List<String> differing = new ArrayList<>();
      for (int i = 0; i < followUps.size(); i++) {
        Set<Statement> one = statements(without.judgements().get(i));
        Set<Statement> two = statements(with.judgements().get(i));
        if (!one.equals(two)) {
          differing.add(followUps.get(i).history() + followUps.get(i).question() + one + two);
        }
      }
      assertThat(differing).isEmpty();
      assertThat(host.asked().stream().filter(asked -> !asked.isStreamed())).isNotEmpty();
    }
  }

  private static void show(String figures) {
    System.getLogger("model").log(System.Logger.Level.INFO, figures);
  }

  private static Set<Statement> statements(Judgement judgement) {
    Set<Statement> statements = new HashSet<>();
    judgement.answer().citations().stream().map(Citation::statement).forEach(statements::add);
    return statements;
  }
}
