package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.index.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The row and the column that a question names decide over a cell of a table of pay. */
class PayCellsTest {
  private static final String TEXT =
      """
      ---
      title: Glazier
      as-of: 2025
      market: UK
      currency: GBP
      ---

      ## Pay by employer

      | Who you work for | Trainee | Glazier (2-4 yrs) | Senior (5+ yrs) |
      |---|---|---|---|
      | Shopfitting contractor | £19,100 | £28,300 | £36,700 |
      | Window manufacturer | £20,200 | £29,400 | £37,800 |
      | Pharmaceutical cleanrooms | £22,500 | £33,100 | – |

      ## Pay by grade

      | Grade | On appointment | After 3 years | Top of grade |
      |---|---|---|---|
      | Band 2 glazier | £24,050 | £26,150 | £27,950 |
      | Band 3 glazier | £28,150 | £30,250 | £32,350 |

      ## Council scale

      | Step | Weekly pay |
      |---|---|
      | C | £510 |
      | K | £640 |

      Approved glaziers on large sites are told of in the next table.

      ## Site agreement

      | Grade | Hourly rate |
      |---|---|
      | Glazier | £17.20 |
      | Approved glazier | £19.80 |
      """;

  @TempDir private Path folder;
  private KnowledgeBase knowledge;

  @BeforeEach
  void read() throws IOException {
    knowledge = Desk.knowledge(folder, Map.of("glazier.md", TEXT));
  }

  private String answer(String question) {
    Answer answer = Desk.answerer(knowledge).answer(question, List.of());
    return String.join("\n", answer.sentences().stream().map(Sentence::text).toList());
  }

  @Test
  void takesYearsOfAColumn_forYearsOfAQuestion() {
    assertThat(answer("glazier pay at a window manufacturer with 3 years of experience"))
        .contains("£29,400")
        .doesNotContain("£28,300")
        .doesNotContain("£37,800");
  }

  @Test
  void givesEachSideOfAnAlternative() {
    assertThat(answer("what is a senior glazier paid, contractor or manufacturer?"))
        .contains("£36,700")
        .contains("£37,800");
  }

  @Test
  void takesALabelForTheLongerWordItBegins() {
    assertThat(answer("trainee glazier pay in pharma cleanrooms"))
        .contains("£22,500")
        .doesNotContain("£19,100");
  }

  @Test
  void takesTheStepOfABand() {
    assertThat(answer("what does a band 3 glazier earn after 3 years?"))
        .contains("£30,250")
        .doesNotContain("£26,150")
        .doesNotContain("£32,350");
  }

  @Test
  void givesEveryStepOfABand_whereNoneIsAskedFor() {
    assertThat(answer("what does a band 2 glazier earn?"))
        .contains("£24,050", "£26,150", "£27,950")
        .doesNotContain("£28,150");
  }

  @Test
  void findsAStepByItsLetter() {
    assertThat(answer("weekly pay of a glazier at step K")).contains("£640").doesNotContain("£510");
  }

  @Test
  void findsTheRowsOfARole_byTheirOwnTitle() {
    assertThat(answer("approved glazier hourly pay")).contains("£19.80").doesNotContain("£17.20");
  }

  @Test
  void givesTheStartOfAScale_asNotedBesideIt() throws IOException {
    KnowledgeBase depots =
        Desk.knowledge(
            Files.createDirectory(folder.resolve("depots")),
            Map.of(
                "porter.md",
                """
                ---
                title: Porter
                as-of: 2025
                market: UK
                currency: GBP
                ---

                ## Pay

                - Leeds: £23,750
                - London: £27,480

                These are starting figures for a week of 39 hours.
                """));

    Answer answer = Desk.answerer(depots).answer("porter starting pay in London", List.of());

    assertThat(answer.sentences()).anyMatch(sentence -> sentence.text().contains("£27,480"));
  }

  @Test
  void givesNothing_forAPartOfAJobThatNoRowIsTold() throws IOException {
    KnowledgeBase teams =
        Desk.knowledge(
            folder,
            Map.of(
                "rowing.md",
                """
                ---
                title: Rowing coach
                market: UK
                ---

                # Rowing coach

                ## Minimum weekly pay agreed with the rowers' union

                | Level | Assistant coach | Head coach |
                |---|---|---|
                | River league | £310 | £640 |
                | Lake league | £350 | £720 |
                | Coastal league | £390 | £815 |

                ## The work

                Crews train before dawn.
                """));

    assertThat(text(teams, "what does an assistant coach earn in the ocean league"))
        .doesNotContain("£");
    assertThat(text(teams, "what does an assistant coach earn in the lake league"))
        .contains("£350")
        .doesNotContain("£310");
    assertThat(text(teams, "weekly minimum for an assistant coach in the coastal league"))
        .contains("£390");
  }

  @Test
  void takesAtFirst_forTheStart() throws IOException {
    KnowledgeBase page =
        Desk.knowledge(
            folder,
            Map.of(
                "cooper.md",
                """
                ---
                title: Cooper
                market: UK
                ---

                ## Average salary (a year)

                - Starter: £21,300
                - Experienced: £37,900
                """));

    assertThat(text(page, "what would i earn at first as a cooper"))
        .contains("£21,300")
        .doesNotContain("£37,900");
  }

  private static String text(KnowledgeBase knowledge, String question) {
    Answer answer = Desk.answerer(knowledge).answer(question, List.of());
    return String.join("\n", answer.sentences().stream().map(Sentence::text).toList());
  }
}
