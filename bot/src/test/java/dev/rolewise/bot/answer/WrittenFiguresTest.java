package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Falsehoods.False;
import dev.rolewise.bot.answer.Falsehoods.Kind;
import dev.rolewise.bot.answer.Sentence.Form;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.JobTitles;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every figure of the bundled documents as a model might write it, rightly and wrongly. */
class WrittenFiguresTest {
  /** Of all sentences that say what their statement says. */
  private static final double MAX_DROPPED = 0.02;

  private static final GroundingCheck CHECK = new GroundingCheck(Corpus.KNOWLEDGE);

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
  void letsNothingThroughThatSaysSomethingElse() {
    Map<Kind, Integer> tried = new EnumMap<>(Kind.class);
    List<String> through = new ArrayList<>();

    for (RoleDocument document : Corpus.KNOWLEDGE.documents()) {
      for (Statement statement : document.statements()) {
        String text = TextAnswers.quote(statement);
        for (Figure figure : Mutations.figures(text)) {
          for (False wrong : Falsehoods.of(text, figure, statement)) {
            tried.merge(wrong.kind(), 1, Integer::sum);
            if (holds(wrong.text(), statement)) {
              through.add(wrong.kind() + ": " + wrong.text() + " << " + text);
            }
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

  private static boolean isOfRole(Fact fact) {
    return fact.subject().isDocumentRole() && !(fact instanceof Fact.Market);
  }

  private static boolean holds(String text, Statement statement) {
    return CHECK
        .ofWritten(List.of(Corpus.cite(1, statement)))
        .holds(new Sentence(Form.TEXT, text, List.of(1)), List.of());
  }
}
