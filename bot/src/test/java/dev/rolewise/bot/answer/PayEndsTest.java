package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A question on the highest or lowest pay of a job is answered with that end of it. */
class PayEndsTest {
  private static final String COOPER =
      """
      ---
      title: Cooper
      as-of: 2025
      market: US
      currency: USD
      ---
      # Cooper
      ## Pay
      The median annual wage for coopers was $52,300. The lowest 10 percent earned less than
      $33,100, and the highest 10 percent earned more than $81,900.

      | State | Median pay |
      |---|---|
      | Ohio | $47,200 |
      | Texas | $95,400 |
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "highest salary of a cooper",
        "what is the top pay of a cooper?",
        "maximum salary of a cooper",
        "what is the most a cooper can earn?"
      })
  void givesTheUpperEnd_ofTheWholeJob(String question) throws IOException {
    assertThat(answer("cooper", COOPER, question))
        .contains("$81,900")
        .doesNotContain("$52,300")
        .doesNotContain("$33,100")
        .doesNotContain("$95,400");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lowest salary of a cooper",
        "minimum salary of a cooper",
        "what is the least a cooper can earn?"
      })
  void givesTheLowerEnd_ofTheWholeJob(String question) throws IOException {
    assertThat(answer("cooper", COOPER, question))
        .contains("$33,100")
        .doesNotContain("$52,300")
        .doesNotContain("$81,900");
  }

  @Test
  void givesTheRange_whereNoEndIsToldApart() throws IOException {
    assertThat(
            answer(
                "thatcher",
                """
                ---
                title: Thatcher
                as-of: 2025
                market: UK
                ---
                # Thatcher
                ## Pay
                - Median pay: £31,200 a year
                - Typical range: £24,100 – £44,800 a year
                """,
                "highest salary of a thatcher"))
        .contains("£24,100 – £44,800");
  }

  @Test
  void givesTheOutermostStep_ofAScale() throws IOException {
    String scale =
        """
        ---
        title: Harbour pilot
        as-of: 2025
        market: UK
        ---
        # Harbour pilot
        ## Pay
        | Experience | Salary |
        |---|---|
        | 0–2 years | £48,100 |
        | 3–9 years | £61,700 |
        | 10+ years | £79,300 |
        """;

    assertThat(answer("pilot", scale, "highest salary of a harbour pilot"))
        .contains("£79,300")
        .doesNotContain("£61,700");
    assertThat(answer("pilot", scale, "lowest salary of a harbour pilot"))
        .contains("£48,100")
        .doesNotContain("£61,700");
  }

  @Test
  void givesTheMiddleByItsName_whereNothingElseIsTold() throws IOException {
    assertThat(
            answer(
                "glover",
                """
                ---
                title: Glover
                as-of: 2025
                market: US
                ---
                # Glover
                ## Pay
                - Median pay: $38,400 a year
                """,
                "highest salary of a glover"))
        .contains("Median pay: $38,400");
  }

  @Test
  void stillRanksPlaces_whereAPlaceIsAskedFor() throws IOException {
    assertThat(answer("cooper", COOPER, "which state has the highest salary of a cooper?"))
        .contains("Texas")
        .contains("$95,400");
  }

  @Test
  void refuses_whereNoPlaceIsTold() throws IOException {
    assertThat(
            answer(
                "glover",
                """
                ---
                title: Glover
                as-of: 2025
                market: US
                ---
                # Glover
                ## Pay
                - Median pay: $38,400 a year
                """,
                "where does a glover earn the most?"))
        .contains("no pay by place")
        .doesNotContain("$38,400");
  }

  private String answer(String id, String document, String question) throws IOException {
    Answer answer =
        Desk.answerer(Desk.knowledge(folder, Map.of(id + ".md", document)))
            .answer(question, List.of());
    return answer instanceof Answer.NotCovered refused
        ? refused.message()
        : String.join("\n", answer.sentences().stream().map(Sentence::text).toList());
  }
}
