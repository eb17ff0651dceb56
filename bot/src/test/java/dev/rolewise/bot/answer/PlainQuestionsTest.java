package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The plainest question of a topic is answered from the section that is about it. */
class PlainQuestionsTest {
  private static final Map<String, String> PAGES =
      Map.of(
          "optician.md",
          """
          # Optician

          ## Summary
          - Work experience in a related occupation: None
          - On-the-job training: 2 months

          ## What they do
          Opticians fit spectacles and contact lenses.
          - Measure the distance between the eyes
          - Order lenses from the laboratory

          ### Working conditions
          Shops open on Saturdays.

          ## How to become an optician
          Candidates need an associate's degree in optics.

          ### Licenses
          Half of the states require a license.

          ### Important qualities
          - Dexterity. Screws are tiny.
          - Patience. Customers change their minds.

          ## Pay
          - Median pay: $39,400 a year
          - Many employers in this field give profit shares, stock options or bonuses.

          ## Advancement
          Opticians can become store managers.

          ### You may also be interested in
          - Optometrist: median $118,000
          - Pharmacy aide: median $36,000
          """,
          "grinder.md",
          """
          # Licensed Tool Grinder

          ## Duties
          - Sharpen cutters

          ## The day
          Senior grinders train two apprentices.

          ## Licenses
          A tool license is renewed each year.

          ## Employment requirements
          - A metal course of two years
          """,
          "saddler.md",
          """
          # Saddler

          A short certificate, often called SC, helps. In Wales they are called harness makers.

          ## Tasks
          Saddlers cut and stitch leather.

          ## Getting qualified
          An apprenticeship of three years is usual.

          ## Prospects
          Orders fell by a tenth. About 40 openings a year are expected.

          ## Related careers
          - Upholsterer
          - Shoe maker
          """);

  @TempDir private static Path folder;

  private static Answerer answerer;

  @BeforeAll
  static void readsThePages() throws IOException {
    answerer = Desk.answerer(Desk.knowledge(folder, PAGES));
  }

  @Test
  void quotesSentences_besideTheListOfOneOfTheirParts() {
    assertThat(textOf("what are the requirements for an optician?"))
        .contains("associate's degree", "require a license", "Dexterity");
  }

  @Test
  void leavesConditionsOut_ofWhatIsDone() {
    assertThat(textOf("what are the responsibilities of an optician?"))
        .contains("distance between the eyes", "Order lenses")
        .doesNotContain("Saturdays");
  }

  @Test
  void quotesNothingOfOtherJobs_thatStandBesideTheAnswer() {
    assertThat(textOf("what is the next step after optician?"))
        .contains("store managers")
        .doesNotContain("Optometrist", "aide");
  }

  @Test
  void quotesOtherJobs_whereTheyAreAskedFor() {
    assertThat(textOf("which careers are related to saddler?")).contains("Upholsterer");
  }

  @Test
  void tellsTheWayIn_notTheWayOn() {
    assertThat(textOf("how do you become an optician?"))
        .contains("associate's degree")
        .doesNotContain("store managers");
    assertThat(textOf("how do you become a saddler?")).contains("apprenticeship of three years");
  }

  @Test
  void tellsTheWayOn_notTheWayInOrTheMarket() {
    assertThat(textOf("what is the next step after optician?")).doesNotContain("degree");
    assertThat(answerer.answer("what is the next step after saddler?", List.of()))
        .isInstanceOf(Answer.NotCovered.class);
  }

  @Test
  void takesNoWordOfAJob_forWhatIsAskedOfIt() {
    assertThat(textOf("how do you become a licensed tool grinder?"))
        .contains("metal course")
        .doesNotContain("tool license");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "does a saddler travel?",
        "does a saddler lead people?",
        "what else is an optician called?",
      })
  void refuses_whatNothingBearsOn(String question) {
    assertThat(answerer.answer(question, List.of())).isInstanceOf(Answer.NotCovered.class);
  }

  @Test
  void tellsWhatAJobIsCalled_notWhatSomethingElseIs() {
    assertThat(textOf("what else is a saddler called?"))
        .contains("harness makers")
        .doesNotContain("often called SC");
  }

  @Test
  void tellsWhoIsLed_whereverItStands() {
    assertThat(textOf("does a licensed tool grinder lead people?"))
        .contains("train two apprentices");
  }

  @Test
  void tellsExperience_fromTheRowOfQuickFactsOnIt() {
    assertThat(textOf("how many years of experience does an optician need?"))
        .contains("related occupation: None")
        .doesNotContain("Dexterity", "2 months");
  }

  @Test
  void tellsOfAPartOfPay_whereverItStandsInItsSentence() {
    assertThat(textOf("does an optician get equity?")).contains("stock options");
  }

  private static String textOf(String question) {
    return answerer.answer(question, List.of()).sentences().stream()
        .map(sentence -> sentence.text())
        .collect(Collectors.joining("\n"));
  }
}
