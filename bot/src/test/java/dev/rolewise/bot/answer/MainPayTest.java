package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.index.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a role pays comes before what is paid beside it, for some of it or for learning it. */
class MainPayTest {
  @TempDir private Path folder;

  @Test
  void choosesTheRowsOfTheRole_beforeExtrasAndCosts() throws IOException {
    assertThat(
            pay(
                "Lorry driver",
                "UK",
                """
                - Starter: £24,000 a year
                - Experienced: £45,000 a year
                - Training costs £1,500 to £3,000 when paid privately.
                - Nights out pay £26.20 an hour tax free.
                - Private event companies pay £18 to £28 an hour.
                - Drivers in London receive a weighting of £3,200 a year.
                - The 2021 page quoted £20,500 a year; that figure is out of date.
                """))
        .containsExactly("Starter, pay: £24,000 a year", "Experienced, pay: £45,000 a year");
  }

  @Test
  void choosesTheLevels_whereOnlyExtrasAreGivenForTheRole() throws IOException {
    assertThat(
            pay(
                "Chefs in restaurants",
                "UK",
                """
                | Job | Annual pay |
                |---|---|
                | Kitchen porter | £22,300 |
                | Sous chef | £33,000 |
                | Head chef | £42,000 |

                Tronc adds £3,000 to £7,000 a year in busy restaurants.
                """))
        .containsExactly("Sous chef, pay: £33,000 a year", "Head chef, pay: £42,000 a year");
  }

  @Test
  void saysWhatAnExtraIs_whereThereIsNothingElse() throws IOException {
    assertThat(
            pay(
                "Chefs in restaurants",
                "UK",
                "Tronc adds £3,000 to £7,000 a year in busy restaurants.\n"))
        .containsExactly("Tronc adds £3,000 to £7,000 a year in busy restaurants.");
  }

  @Test
  void answersForTheExtraThatIsAskedFor() throws IOException {
    assertThat(
            answer(
                "Lorry driver",
                "UK",
                """
                - Median pay: £36,000 a year
                - On-call allowance: £450 a week
                """,
                "how much is the on-call allowance of a lorry driver?"))
        .contains("£450");
  }

  @Test
  void namesNoMarket_whereAFigureIsOfAnother() throws IOException {
    String answer =
        answer(
            "Primary teacher",
            "England",
            """
            | Country | Annual pay |
            |---|---|
            | Wales | £32,433 |
            | England | £31,650 |
            """,
            "primary teacher salary in Wales");

    assertThat(answer).contains("£32,433").doesNotContain("England");
  }

  @Test
  void listsNoNearestJobs_whereThereAreNone() throws IOException {
    assertThat(answer("Lorry driver", "UK", "Pay is good.\n", "what does a lorry driver make?"))
        .doesNotContain("nearest");
  }

  private List<String> pay(String title, String market, String text) throws IOException {
    KnowledgeBase knowledge = knowledge(title, market, text);
    var profiles = new RoleProfiles(knowledge, Desk.search(knowledge));
    return profiles.about(knowledge.documents().getFirst(), Aspect.PAY, 9).stream()
        .map(Claim::text)
        .toList();
  }

  private String answer(String title, String market, String text, String question)
      throws IOException {
    Answer answer = Desk.answerer(knowledge(title, market, text)).answer(question, List.of());
    return String.join("\n", answer.sentences().stream().map(Sentence::text).toList());
  }

  private KnowledgeBase knowledge(String title, String market, String text) throws IOException {
    return Desk.knowledge(folder, Map.of("role.md", head(title, market) + text));
  }

  private static String head(String title, String market) {
    return "---\ntitle: "
        + title
        + "\nas-of: 2024\nmarket: "
        + market
        + "\ncurrency: GBP\n---\n\n## Pay\n\n";
  }
}
