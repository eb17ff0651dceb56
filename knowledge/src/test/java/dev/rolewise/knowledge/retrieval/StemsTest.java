package dev.rolewise.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StemsTest {
  @Test
  void separatesWordsAtSigns() {
    assertThat(Stems.of("AI/ML-based, hands-on (CI/CD)!"))
        .containsExactly("ai", "ml", "based", "hands", "on", "ci", "cd");
  }

  @Test
  void writesAmountsInOneWay() {
    assertThat(Stems.of("$157,500 157500 157.5k 157.5K 160k"))
        .containsExactly("157500", "157500", "157500", "157500", "160000");
    assertThat(Stems.of("8.5% 5–15 10th 401(k)"))
        .containsExactly("8.5", "5", "15", "10th", "401", "k");
  }

  @Test
  void keepsNamesOfLanguagesAndAbbreviations() {
    assertThat(Stems.of("C++, C# and R; a Ph.D. from the U.S."))
        .containsExactly("c++", "c#", "and", "r", "a", "phd", "from", "the", "us");
  }

  @Test
  void dropsPossessivesAndAccents() {
    assertThat(Stems.of("a bachelor's, the nurse’s résumé, don't"))
        .containsExactly("a", "bachelor", "the", "nurse", "resume", "dont");
  }

  @Test
  void cutsWordsThatAreNone() {
    assertThat(Stems.of("x".repeat(500))).containsExactly("x".repeat(40));
  }

  @Test
  void stemsFormsOfAWordAlike() {
    assertThat(Stems.stems(List.of("salaries", "requirements", "required")))
        .containsExactly("salari", "requir", "requir");
  }
}
