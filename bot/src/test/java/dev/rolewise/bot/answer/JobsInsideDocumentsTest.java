package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that share a document with others: each is answered for by what is said of it. */
class JobsInsideDocumentsTest {
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "therapy.md",
          """
          ---
          title: Physical Therapist Assistants and Aides
          as-of: 2024
          market: US
          currency: USD
          ---

          ## Pay

          The median annual wage for physical therapist assistants was $65,510. The lowest 10 \
          percent earned less than $46,930.

          The median annual wage for physical therapist aides was $34,520. The lowest 10 percent \
          earned less than $27,090.

          ## Education

          Assistants need an associate's degree, and aides a high school diploma.

          ## Job outlook

          | Occupational title | Employment, 2023 | Projected employment, 2033 |
          |---|---|---|
          | Physical therapist assistants and aides | 154,300 | 188,900 |
          | Physical therapist aides | 45,500 | 47,000 |

          ## Similar occupations

          | Occupation | Job duties | Median pay |
          |---|---|---|
          | Pharmacy technicians | Help pharmacists dispense medication. | $43,460 |
          """,
          "primary-teacher.md",
          """
          ---
          title: Primary teacher
          as-of: 2024
          market: UK
          currency: GBP
          ---

          ## Pay

          Primary teachers start on £31,650 a year.
          """,
          "secondary-teacher.md",
          """
          ---
          title: Secondary teacher
          as-of: 2024
          market: UK
          currency: GBP
          ---

          ## Pay

          Secondary teachers start on £32,900 a year in a comprehensive.
          """,
          "keeper.md",
          """
          ---
          title: Zookeeper
          as-of: 2024
          market: UK
          currency: GBP
          ---

          ## Overview

          A zookeeper looks after the animals of a zoo.

          ## Duties

          The following are examples of types of zookeepers:

          Aquarists care for fish. They clean tanks.

          Aviculturists care for birds. They hatch eggs.

          ## Pay

          | Grade | Pay |
          |---|---|
          | Trainee keeper | £18,500 |
          | Senior keeper | £24,500 |
          """);

  @TempDir private static Path folder;

  private static Answerer answerer;

  @BeforeAll
  static void readsTheDocuments() throws IOException {
    answerer = Desk.answerer(Desk.knowledge(folder, DOCUMENTS));
  }

  @Test
  void givesThePayOfTheJobAsked_notOfTheOtherInItsTitle() {
    assertThat(text("what do physical therapist aides make?"))
        .contains("$34,520")
        .doesNotContain("$65,510");
    assertThat(text("bottom 10 percent pay of physical therapist assistants"))
        .contains("$46,930")
        .doesNotContain("$27,090");
  }

  @Test
  void knowsAJobByItsInitials() {
    assertThat(text("PT aide salary?")).contains("$34,520");
  }

  @Test
  void countsTheJobAsked_notTheWholeField() {
    assertThat(text("how many physical therapist aides will there be in 2033?"))
        .contains("47,000")
        .doesNotContain("188,900");
  }

  @Test
  void answersFromTheDocumentOfTheField_whatItSaysOfAllItsJobs() {
    assertThat(text("what education does a physical therapist aide need?"))
        .contains("high school diploma");
  }

  @Test
  void takesALevelWithATitleOfItsOwn_forTheLevelOfTheRole() {
    assertThat(text("senior zookeeper pay")).contains("£24,500").doesNotContain("£18,500");
  }

  @Test
  void quotesNothingSaidOfOtherJobs_forAJobThatIsOnlyListed() {
    assertThat(text("what education do pharmacy technicians need?"))
        .doesNotContain("associate's degree")
        .doesNotContain("high school diploma");
  }

  private static String text(String question) {
    return String.join(
        "\n",
        answerer.answer(question, List.of()).sentences().stream().map(Sentence::text).toList());
  }

  @Test
  void quotesTheParagraphs_thatASentenceIntroduces() {
    assertThat(text("what types of zookeepers are there?"))
        .contains("Aquarists care for fish.", "Aviculturists care for birds.");
  }

  @Test
  void takesTheJob_whoseDocumentAloneHasTheOtherWords() {
    assertThat(answerer.answer("teacher pay", List.of())).isInstanceOf(Answer.Clarify.class);
    assertThat(text("teacher pay in a comprehensive"))
        .contains("£32,900")
        .doesNotContain("£31,650");
  }

  @Test
  void saysWhatAJobIs_whereNothingButItsNameIsWritten() {
    assertThat(text("zookeeper?")).contains("A zookeeper looks after the animals of a zoo.");
  }
}
