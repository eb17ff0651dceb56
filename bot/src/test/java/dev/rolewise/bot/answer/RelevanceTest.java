package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.retrieval.Passage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RelevanceTest {
  private static int ordinal;

  private static Passage passage(String heading, String text, double score, double similarity) {
    return new Passage(
        new Statement(
            "welder",
            ordinal++,
            List.of(heading),
            List.of(),
            StatementKind.BULLET,
            1,
            text,
            List.of()),
        score,
        similarity);
  }

  private static List<String> ranked(Set<String> asked, List<Passage> passages) {
    return Relevance.rank(passages, asked, s -> Set.copyOf(Words.canonical(s.text()))).stream()
        .map(ranked -> ranked.statement().text())
        .toList();
  }

  @Test
  void putsWhatStandsBesideTheNearest_beforeWhatStandsAlone() {
    Passage nearest = passage("Tools", "Torches", 1.0, 0.6);
    Passage alone = passage("Outlook", "Robots", 0.7, 0.4);
    Passage beside = passage("Tools", "Clamps", 0.65, 0.35);

    assertThat(ranked(Set.of(), List.of(nearest, alone, beside)))
        .containsExactly("Torches", "Clamps", "Robots");
  }

  @Test
  void putsAWordThatFewHave_beforeAWordThatAllHave() {
    Passage first = passage("A", "Weld pipes", 1.0, 0.4);
    Passage second = passage("B", "Weld ships", 1.0, 0.4);
    Passage third = passage("C", "Weld tanks", 1.0, 0.4);

    assertThat(ranked(Set.of("weld", "tank"), List.of(first, second, third)).getFirst())
        .isEqualTo("Weld tanks");
  }
}
