package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Mutations.Mutated;
import dev.rolewise.bot.answer.Mutations.Way;
import dev.rolewise.bot.answer.Sentence.Form;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Places;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every figure of the bundled documents, quoted rightly and altered. */
class GroundingCorpusTest {
  private static final GroundingCheck CHECK = new GroundingCheck(Corpus.KNOWLEDGE);
  private static final List<String> PLACES =
      List.of("Seattle", "New York City", "San Francisco", "Boston", "Austin");
  private static final List<String> TITLES =
      List.of("Robotics Engineer", "Machine Learning Manager", "VP of AI", "Data Scientist");

  @Test
  void passesEveryQuote() {
    List<String> dropped = new ArrayList<>();

    for (RoleDocument document : Corpus.KNOWLEDGE.documents()) {
      for (Statement statement : document.statements()) {
        String quote = TextAnswers.quote(statement);
        check(quote, statement, dropped);
        check("The documents say: " + quote, statement, dropped);
      }
    }

    assertThat(dropped).isEmpty();
  }

  @Test
  void passesEveryLineComposedFromAFact() {
    List<String> dropped = new ArrayList<>();

    for (Fact fact : Corpus.KNOWLEDGE.facts()) {
      if (fact instanceof Fact.Pay pay) {
        check(PayWords.line(pay, pay.subject().jobTitle()), pay.statement(), dropped);
      }
    }

    assertThat(dropped).isEmpty();
  }

  @Test
  void refusesEveryAlteredFigure() {
    Map<Way, Integer> tried = new EnumMap<>(Way.class);
    List<String> through = new ArrayList<>();

    for (RoleDocument document : Corpus.KNOWLEDGE.documents()) {
      List<Statement> statements = document.statements();
      for (Statement statement : statements) {
        String text = TextAnswers.quote(statement);
        for (Figure figure : Mutations.figures(text)) {
          List<Mutated> mutations = new ArrayList<>(Mutations.of(text, figure));
          neighbours(mutations, text, figure, statement, statements);
          subjects(mutations, text, figure);
          for (Mutated mutated : mutations) {
            tried.merge(mutated.way(), 1, Integer::sum);
            if (holds(mutated.text(), statement)) {
              through.add(mutated.way() + ": " + mutated.text() + " << " + text);
            }
          }
        }
      }
    }

    assertThat(through).isEmpty();
    assertThat(tried).containsOnlyKeys(Way.values());
    assertThat(tried.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(1_000);
  }

  private static void check(String text, Statement statement, List<String> dropped) {
    if (!holds(text, statement)) {
      dropped.add(text + " << " + statement.text());
    }
  }

  private static boolean holds(String text, Statement statement) {
    return CHECK.holds(
        new Sentence(Form.ITEM, text, List.of(1)), List.of(Corpus.cite(1, statement)));
  }

  /** The figures of the other statements under the same heading. */
  private static void neighbours(
      List<Mutated> mutations,
      String text,
      Figure figure,
      Statement statement,
      List<Statement> statements) {
    for (Statement other : statements) {
      if (!other.path().equals(statement.path()) || other.equals(statement)) {
        continue;
      }
      for (Figure neighbour : Mutations.figures(other.text())) {
        if (neighbour.kind() == figure.kind()
            && Mutations.figures(text).stream()
                .noneMatch(own -> own.value().equals(neighbour.value()))) {
          mutations.add(
              new Mutated(Way.NEIGHBOUR, Mutations.replaced(text, figure, neighbour.wording())));
        }
      }
    }
  }

  /** Another job or place where the sentence names one, and one where it names none. */
  private static void subjects(List<Mutated> mutations, String text, Figure figure) {
    if (figure.kind() == Figure.Kind.CALENDAR_YEAR || figure.kind() == Figure.Kind.NAME) {
      return;
    }
    for (Places.Found found : Places.in(text)) {
      for (String place : PLACES) {
        if (Places.whole(place).filter(p -> Places.same(p, found.place())).isEmpty()
            && !text.contains(place)) {
          mutations.add(
              new Mutated(
                  Way.SUBJECT,
                  text.substring(0, found.start()) + place + text.substring(found.end())));
        }
      }
    }
    Set<String> said = new LinkedHashSet<>();
    for (JobTitles.Found found : JobTitles.in(text)) {
      said.add(found.title());
      for (String title : TITLES) {
        if (!text.contains(title)) {
          mutations.add(
              new Mutated(
                  Way.SUBJECT,
                  text.substring(0, found.start()) + title + text.substring(found.end())));
        }
      }
    }
    if (said.isEmpty()) {
      mutations.add(new Mutated(Way.SUBJECT, "Heart surgeons: " + text));
    }
  }
}
