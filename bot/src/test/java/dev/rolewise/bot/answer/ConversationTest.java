package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both sides of what is asked, and nothing where nothing is asked. */
class ConversationTest {
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "data-engineer.md",
          """
          ---
          title: Data Engineer
          aliases: [DE]
          as-of: 2024
          market: US
          currency: USD
          ---

          ## Salary

          - Average: $130,000 a year
          - Entry level: $90,000 a year
          - New York City: $150,000 a year
          - Seattle: $145,000 a year for senior positions
          - Chicago: pay is lower, though still above that of the nation
          - Equity: many employers include it in the package

          ## Requirements

          - A PhD is no requirement, a bachelor's degree in computer science is required
          - Use suitable frameworks
          - Frameworks: know ones such as Spark or Flink
          - Earn certifications, for example the Cloud Data Certificate
          """,
          "delivery-driver.md",
          """
          ---
          title: Delivery Driver
          as-of: 2024
          market: US
          currency: USD
          ---

          A delivery driver, also known as a courier, brings parcels to homes.

          ## Salary

          - Average: $36,000 a year
          - Entry level: $30,000 a year

          ## Requirements

          - A high school diploma is required
          """);

  @TempDir private static Path folder;

  private static Answerer answerer;

  @BeforeAll
  static void readsTheDocuments() throws IOException {
    answerer = Desk.answerer(Desk.knowledge(folder, DOCUMENTS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "and in Seattle?",
        "what about in Chicago?",
        "and one level up?",
        "how about a step down?",
        "and the outlook there?"
      })
  void asksBack_whereAFollowUpHasNothingBefore(String message) {
    assertThat(answerer.answer(message, List.of())).isInstanceOf(Answer.Clarify.class);
  }

  @Test
  void goesOn_whereAFollowUpHasAQuestionBefore() {
    assertThat(answerer.answer("and in Seattle?", List.of("data engineer pay in New York City")))
        .isInstanceOf(Answer.Answered.class);
  }

  @Test
  void answersForEachOfTwoPlaces() {
    assertThat(text("is the pay of a data engineer in New York City higher than in Seattle?"))
        .contains("$150,000", "$145,000");
  }

  @Test
  void answersForBoth_whereOneIsNamedByAPronoun() {
    assertThat(
            text("who earns less, him or the delivery driver?", "what does a data engineer make?"))
        .contains("$130,000", "$36,000");
  }

  @Test
  void answersForBoth_whereThePersonAsksForThem() {
    assertThat(
            text(
                "which of them needs a degree?",
                "what does a data engineer make?",
                "and a delivery driver?"))
        .contains("bachelor's degree", "high school diploma");
  }

  @ParameterizedTest
  @ValueSource(strings = {"thanks", "Thank you so much!", "hi", "what can you do?", "ok, bye"})
  void repeatsNoAnswer_forSmallTalk(String message) {
    Answer answer = answerer.answer(message, List.of("what does a data engineer make?"));

    assertThat(answer).isInstanceOf(Answer.NotCovered.class);
    assertThat(text(message, "what does a data engineer make?"))
        .contains("I answer career questions")
        .doesNotContain("$");
  }

  @Test
  void saysThatItUnderstandsEnglishOnly_forOtherLanguages() {
    assertThat(text("wie viel Geld bekommt man dort")).contains("in English only");
    assertThat(text("how much do astronauts make")).doesNotContain("in English only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"what does a DE make?", "DE salary", "what does a de make"})
  void findsAShortAlias_writtenAsOne(String question) {
    assertThat(text(question)).contains("$130,000");
  }

  @Test
  void findsAShortAlias_behindABand() {
    assertThat(text("what does an entry level DE make?"))
        .contains("$90,000")
        .doesNotContain("$30,000");
  }

  @Test
  void tellsWhetherAPartOfPayIsGiven() {
    assertThat(text("is equity part of the package for a data engineer?"))
        .contains("many employers include it");
  }

  @Test
  void namesExamplesOfWhatIsAskedFor() {
    assertThat(text("which frameworks should a data engineer know?")).contains("Spark or Flink");
    assertThat(text("what certifications help for a data engineer?"))
        .contains("Cloud Data Certificate");
  }

  @Test
  void tellsWhatElseARoleIsCalled() {
    assertThat(text("other names for a delivery driver?")).contains("also known as a courier");
  }

  @Test
  void tellsOfPayInAPlace_whereNoJobIsNamed() {
    assertThat(text("are salaries in Chicago above or below average?")).contains("still above");
  }

  @Test
  void asksWhichTwoAreMeant() {
    assertThat(answerer.answer("which of the two is better paid?", List.of()))
        .isInstanceOf(Answer.Clarify.class);
  }

  private static String text(String question, String... history) {
    Answer answer = answerer.answer(question, List.of(history));
    return String.join("\n", answer.sentences().stream().map(Sentence::text).toList());
  }
}
