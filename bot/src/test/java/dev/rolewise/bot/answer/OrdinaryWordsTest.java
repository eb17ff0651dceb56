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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions about pages of several fields in words that are not those of the pages. */
class OrdinaryWordsTest {
  private static final Map<String, String> PAGES =
      Map.of(
          "ferry-pilot.md",
          """
          # Ferry Pilot

          ## The work
          Ferry pilots take boats across the harbour. Only the night crew carries flares.

          ## Getting in
          - A licence of class F
          - Pilots in Quebec have to speak French.

          ## Outlook
          - Ontario: Very good
          - Quebec: Fair

          ## Pay
          - Quebec: $61,000 a year
          - Ontario: $64,000 a year
          """,
          "pie-baker.md",
          """
          # Pie Baker

          ## The work
          Pie bakers roll dough.

          ## Conditions
          Flour dust gives many of them asthma. Weekends and holidays are the norm.

          ## Getting in
          An apprenticeship of three years.

          ## Outlook
          Small shops close, and the number of posts fell by a fifth.

          ## Pay
          Pie bakers earn $38,000 a year.
          """,
          "hoist-mechanic.md",
          """
          # Hoist Mechanic

          ## How to become a hoist mechanic
          Apprentices sit an aptitude test. Its pass mark is 62.

          ## Career path
          You could become a foreman and later an inspector.

          ## Outlook
          Demand is steady.

          ## Pay
          Hoist mechanics earn $71,000 a year.
          """,
          "customs-officer.md",
          """
          # Customs Officer

          ## The work
          Officers search lorries at the border.

          ## Outlook
          The service wants 200 people more.

          ## Pay
          Customs officers earn $66,000 a year.
          """,
          "parole-officer.md",
          """
          # Parole Officer

          ## The work
          Officers visit people at home.

          ## Outlook
          Posts are few.

          ## Pay
          Parole officers earn $59,000 a year.
          """);

  @TempDir private static Path folder;

  private static Answerer answerer;

  @BeforeAll
  static void readsThePages() throws IOException {
    answerer = Desk.answerer(Desk.knowledge(folder, PAGES));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is the outlook good?",
        "hows the outlook",
        "and in Quebec?",
        "what is the salary for an officer"
      })
  void asksBack_whereAnyOfTheRolesMayBeMeant(String question) {
    assertThat(answerer.answer(question, List.of())).isInstanceOf(Answer.Clarify.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"which jobs have a good outlook?", "whose outlook is very good?"})
  void doesNotAskBack_whereTheQuestionIsAboutAllOfThem(String question) {
    assertThat(answerer.answer(question, List.of())).isNotInstanceOf(Answer.Clarify.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what licence do i need for piloting a ferry    | class F",
        "do ferry pilots in Quebec have to speak French | speak French",
        "what score does a hoist apprentice need in the test | 62",
        "can pie baking make me ill in the long run     | asthma",
        "does a pie baker ever get a saturday off       | Weekends and holidays",
        "is pie baker a dying trade                     | fell by a fifth",
        "where can i go from there as a hoist mechanic  | inspector"
      })
  void tells_whatIsAskedInOtherWords(String question, String told) {
    assertThat(text(question)).contains(told);
  }

  @Test
  void tellsTheProspects_ofThePlaceAskedForOnly() {
    assertThat(text("job prospects for ferry pilots in Quebec"))
        .contains("Quebec: Fair")
        .doesNotContain("Ontario");
  }

  private static String text(String question) {
    Answer answer = answerer.answer(question, List.of());
    assertThat(answer).as(question).isInstanceOf(Answer.Answered.class);
    return String.join(" ", answer.sentences().stream().map(Sentence::text).toList());
  }
}
