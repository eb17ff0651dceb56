package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.fact.Words;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure answers for nothing but what it is a figure of. */
class FigureSubjectTest {
  private static final String MARKET =
      """
      # Robotics Engineer

      ## Market

      - Worldwide robotics market: projected to be worth $210 billion by 2030
      - Growth of the robotics market: a CAGR of 12.5% between 2024 and 2030
      - Robotics software market: expected to be worth $35 billion by 2034
      - 85% of enterprises use robots in production
      - 75% of organizations are expected to invest in retraining employees by 2027

      ## Regions

      - Europe: growth is steady and comes from car makers
      - China: the robotics market grows by 22.1% a year

      ## Pay

      - Boston, MA ranks as the highest-paying location overall
      - Columbus, OH stands for what mid-sized cities pay
      """;

  @TempDir private static Path folder;

  private static Answerer answerer;

  @BeforeAll
  static void readsTheDocument() throws IOException {
    answerer = Desk.answerer(Desk.knowledge(folder, Map.of("robotics-engineer.md", MARKET)));
  }

  @ParameterizedTest
  @CsvSource({
    "how big is the robotics market, true",
    "how big is the market for robotics worldwide, true",
    "how big is the robotics chip market, false",
    "size of the market for robotics in hospitals, false",
    "how big is the job market, true",
  })
  void tellsAMarketFromOthers(String question, boolean expected) {
    assertThat(mayBeOf(question, "Worldwide robotics market: $210 billion by 2030"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "what share of companies use robots, true",
    "percentage of hospitals that use robots, false",
    "share of workers who fear robots, false",
    "80% of the time robots work, true",
    "how many people may see what they do touched, true",
  })
  void tellsThoseCountedFromOthers(String question, boolean expected) {
    assertThat(mayBeOf(question, "85% of enterprises use robots in production"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "share of firms expected to put money into retraining, true",
    "share of firms expected to lay off staff, false",
    "how many companies plan to replace workers, false",
  })
  void tellsWhatIsExpectedOfThem(String question, boolean expected) {
    assertThat(mayBeOf(question, "75% of organizations are expected to invest in retraining"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"growth in robotics, true", "growth of drone deliveries, false"})
  void tellsWhatGrowsFromOthers(String question, boolean expected) {
    assertThat(mayBeOf(question, "Growth of robotics: 12.5% a year")).isEqualTo(expected);
  }

  @Test
  void refuses_whereOnlyOtherFiguresAreTold() {
    assertThat(answer("robotics chip market worldwide, how many billions by 2034"))
        .isInstanceOf(Answer.NotCovered.class);
    assertThat(answer("how big was the robotics market in 2021"))
        .isInstanceOf(Answer.NotCovered.class);
  }

  @Test
  void answersByTheMarketAskedFor_andNoneBesideIt() {
    assertThat(said("what is the worldwide robotics market worth"))
        .contains("$210 billion")
        .doesNotContain("$35 billion");
  }

  @Test
  void quotesNoFigureOfAnotherPlace() {
    assertThat(said("how is the robotics market growing in Europe"))
        .contains("steady")
        .doesNotContain("22.1%");
  }

  @Test
  void answersByTheStatementOfAFigure_whereItsYearIsWrong() {
    assertThat(said("the robotics market hits $210 billion already in 2027, right?"))
        .contains("by 2030")
        .doesNotContain("2027");
  }

  @Test
  void saysWherePayIsHighest_whereAnotherPlaceIsTakenForIt() {
    assertThat(said("so Columbus is the best-paying city overall for robotics people, yes?"))
        .contains("Boston")
        .doesNotContain("Columbus");
  }

  private static boolean mayBeOf(String question, String statement) {
    List<String> words = Words.canonical(statement);
    return FigureSubject.of(question, _ -> false).mayBeOf(statement, words::contains);
  }

  private static Answer answer(String question) {
    return answerer.answer(question, List.of());
  }

  private static String said(String question) {
    return answer(question).sentences().stream()
        .filter(sentence -> sentence.form() == Sentence.Form.ITEM)
        .map(Sentence::text)
        .reduce("", (one, two) -> one + "\n" + two);
  }
}
