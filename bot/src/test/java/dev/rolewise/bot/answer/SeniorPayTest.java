package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pay of senior people is found under whatever name a page has for them. */
class SeniorPayTest {
  @TempDir private Path folder;

  @Test
  void takesTheExperienced_forTheSeniorOnes() throws IOException {
    assertThat(
            answer(
                "- Starter: $38,700 a year\n- Experienced: $61,900 a year\n",
                "salary of a senior cooper"))
        .contains("$61,900")
        .doesNotContain("$38,700");
  }

  @Test
  void takesTheLongestService_forTheSeniorOnes() throws IOException {
    assertThat(
            answer(
                """
                | Experience | Salary |
                |---|---|
                | 0–2 years | $38,700 |
                | 3–9 years | $49,500 |
                | 10+ years | $61,900 |
                """,
                "salary of a senior cooper"))
        .contains("10+ years")
        .contains("$61,900")
        .doesNotContain("$49,500");
  }

  @Test
  void refusesTheSeniorOnes_whereNoLevelIsTold() throws IOException {
    assertThat(answer("- Median pay: $52,300 a year\n", "salary of a senior cooper"))
        .contains("senior")
        .doesNotContain("$52,300");
  }

  private String answer(String pay, String question) throws IOException {
    String head = "---\ntitle: Cooper\nas-of: 2025\nmarket: US\n---\n# Cooper\n## Pay\n";
    Answer answer =
        Desk.answerer(Desk.knowledge(folder, Map.of("cooper.md", head + pay)))
            .answer(question, List.of());
    return answer instanceof Answer.NotCovered refused
        ? refused.message()
        : String.join("\n", answer.sentences().stream().map(Sentence::text).toList());
  }
}
