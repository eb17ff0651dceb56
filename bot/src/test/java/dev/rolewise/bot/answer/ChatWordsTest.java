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

/** Questions in the words of a chat: initials, levels said aside, places told of in words. */
class ChatWordsTest {
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "drone-expert.md",
          """
          ---
          title: Drone Expert
          as-of: 2025
          market: US
          currency: USD
          ---

          # Drone Expert

          ## Salary

          ### Flight Tester

          - Average base salary of a Flight Tester: $71,300 a year

          | Experience | Salary |
          |---|---|
          | Entry level | $58,200 |
          | Mid-career | $69,900 |
          | Experienced | $84,600 |

          ### Regional variations

          - Denver: a Flight Tester earns $78,400 there
          - Omaha pays less than the coasts, though still above the national average

          ## Trends

          ### Sensors

          - Cameras see more colors every year
          - Radar becomes small enough for every frame

          ### Networks

          - Swarms talk to each other over LoRa links
          - Maps are shared in real time

          ## Career path

          - Entry level: flight assistant or mapper
          - Mid level: flight tester or crew lead
          - Senior roles: fleet planner or safety adviser

          ## Job prospects

          - Nevada: good
          - Oregon: poor, with demand shrinking by 4%
          - Everywhere: steady

          ## Working conditions

          - Weekends are worked from May to September
          - Carrying batteries strains the back
          """,
          "fleet-director.md",
          """
          ---
          title: Fleet Director
          as-of: 2025
          market: US
          currency: USD
          ---

          # Fleet Director

          ## Salary

          - Base salary: $182,000 a year
          - Boise: around $171,000
          - Minimum base salary: $150,000 a year
          - Maximum base salary: $214,000 a year

          | Years as director | Base salary |
          |---|---|
          | 0–3 | $161,000 |
          | 4–9 | $193,000 |

          ## Responsibilities

          - Plans which routes are flown

          ## What it takes

          - A pilot's licence of any class
          - Years among pilots taught most directors their interpersonal skills
          """);

  @TempDir private static Path folder;

  private static Answerer answerer;

  @BeforeAll
  static void readsTheDocuments() throws IOException {
    answerer = Desk.answerer(Desk.knowledge(folder, DOCUMENTS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "average base for a FT?                                              | $71,300",
        "what do FTs make on average                                         | $71,300",
        "what's an FD (fleets) make?                                         | $182,000",
        "he is a flight tester, mid level i guess, what would he be making?? | $69,900",
        "experienced level i guess, what would a flight tester make          | $84,600",
        "what do senior people at fleet director level make in boise         | $171,000",
      })
  void answersWithTheFigureMeant(String question, String figure) {
    assertThat(said(question)).anyMatch(sentence -> sentence.contains(figure));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what's the ceiling for a fleet director                     | $214,000",
        "fleet director, been in the post 5 years. pay?              | $193,000",
        "would i ever get a saturday off as a drone expert?          | Weekends are worked",
        "drone expert - is it a dying trade?                         | shrinking by 4%",
        "what does a fleet director deal with all day                | Plans which routes",
        "job prospects for drone experts in oregon                   | Oregon: poor",
      })
  void answersWithWhatIsTold_inOtherWords(String question, String told) {
    assertThat(said(question)).anyMatch(sentence -> sentence.contains(told));
  }

  @Test
  void quotesOfAListByPlaces_thePlaceAsked() {
    assertThat(said("job prospects for drone experts in oregon"))
        .noneMatch(sentence -> sentence.contains("Nevada"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "would i need to speak german to be a flight tester in denver",
        "do flight testers in denver carry tools?"
      })
  void showsNoPay_whereSomethingElseIsAskedOfAPlace(String question) {
    assertThat(said(question)).noneMatch(sentence -> sentence.contains("$78,400"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hows the outlook",
        "is the outlook good?",
        "would i work nights?",
        "what are the trends?",
        "any soft skills needed?"
      })
  void asksBack_whereNothingButATopicIsNamed(String question) {
    assertThat(answerer.answer(question, List.of())).isInstanceOf(Answer.Clarify.class);
  }

  @Test
  void refusesALevelByNumber_whereTheDocumentsHaveNone() {
    assertThat(answerer.answer("pay of a flight tester at level I", List.of()))
        .isInstanceOf(Answer.NotCovered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what about omaha, is it above average there?",
        "and in omaha? higher or lower?",
        "flight tester pay in omaha"
      })
  void tellsOfAPlaceInWords_whereNoAmountIsTold(String question) {
    assertThat(said(question, "what does a flight tester make in denver"))
        .contains("Omaha pays less than the coasts, though still above the national average")
        .noneMatch(sentence -> sentence.contains("$"));
    assertThat(answerer.answer("flight tester pay in Tulsa", List.of()))
        .isInstanceOf(Answer.NotCovered.class);
  }

  @Test
  void quotesWhatHasTheWordBesideATopic() {
    assertThat(said("what role does LoRa play in the trends for drone experts?"))
        .contains("Swarms talk to each other over LoRa links")
        .noneMatch(sentence -> sentence.contains("colors"));
  }

  @Test
  void quotesWhatIsSaidOfSoftSkills_whereNoHeadingIsAboutThem() {
    assertThat(said("which soft skills does a fleet director need?"))
        .contains("Years among pilots taught most directors their interpersonal skills")
        .noneMatch(sentence -> sentence.contains("licence"));
    assertThat(answerer.answer("negotiation tips for a fleet director", List.of()))
        .isInstanceOf(Answer.NotCovered.class);
  }

  @Test
  void quotesOfAListByLevels_theLevelAsked() {
    assertThat(said("mid level roles on the career path of a drone expert"))
        .contains("Mid level: flight tester or crew lead")
        .noneMatch(sentence -> sentence.contains("fleet planner"));
    assertThat(said("career path of a drone expert"))
        .contains(
            "Mid level: flight tester or crew lead", "Entry level: flight assistant or mapper");
  }

  private static List<String> said(String question, String... history) {
    return answerer.answer(question, List.of(history)).sentences().stream()
        .map(Sentence::text)
        .toList();
  }
}
