package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Sentence.Form;
import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroundingCheckTest {
  private static final String AVP = "Assistant Vice President, AI and Machine Learning";
  private static final Statement BASE = bullet("Base salary: $180,000–$220,000 a year.");
  private static final Statement TOTAL =
      bullet("Total compensation: $250,000–$350,000 a year, with bonuses and stock counted.");
  private static final Statement SEATTLE =
      bullet("Seattle: $160,000–$210,000 for senior positions.");
  private static final Statement NEW_YORK = bullet("New York City: around $165,000–$200,000+.");
  private static final Statement BAY = bullet("San Francisco: up to $256,928 for senior roles.");
  private static final Statement REVENUE =
      bullet("AI revenue: $62 billion in 2022, projected to grow to over $500 billion by 2025.");
  private static final Statement MANAGER = bullet("Machine Learning Manager: around $225,000.");
  private static final Statement YEARS = bullet("Experience: 5–15 years in machine learning.");
  private static final Statement BOTH =
      bullet("Pay is $150,000 on average in the United States and £80,000 in the United Kingdom.");

  private static final Statement APPROVED =
      row(
          List.of("JIB-style graded rates, hourly, from 6 January 2025"),
          new Cell("Grade", "Approved Electrician"),
          new Cell("National, own transport", "£19.22"),
          new Cell("London, own transport", "£21.50"));
  private static final Statement ASA =
      row(
          List.of("Base salary in thousand USD, without bonus"),
          new Cell("Exams / credential", "ASA"),
          new Cell("1–3 yrs", "98–115"),
          new Cell("4–6 yrs", "108–129"));
  private static final Statement MEDIAN =
      row(
          List.of(),
          new Cell("Area", "Canada"),
          new Cell("10th percentile ($/hour)", "19.50"),
          new Cell("Median ($/hour)", "26.00"));

  private static final Answer REFUSAL = new Answer.NotCovered("Nothing is left.", List.of());

  private final GroundingCheck check = new GroundingCheck();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Base salary: $180,000–$220,000 a year.",
        "The base salary is $180k to $220k.",
        "The base is between 180,000 and 220,000 dollars a year.",
        "The base is 180,000–220,000.",
        "The base is one hundred and eighty thousand to two hundred and twenty thousand dollars.",
        "An assistant vice president gets a base of US$180,000–$220,000.",
        "In 2024 the base was $180,000–$220,000 in the US.",
        "The base goes up to $220,000.",
        "The base starts at $180,000.",
        "The base is 180.000–220.000 USD.",
        "The low end of the base is $180,000, the high end $220,000.",
        "The base is $180,000 at the low end and $220,000 at the high end."
      })
  void passesWhatTheStatementSays(String text) {
    assertThat(holds(text, BASE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The base is $181,000–$220,000.",
        "The base is $1,800,000–$2,200,000.",
        "The base is $180–$220.",
        "The base is $220,000–$180,000.",
        "The base is $180,000.",
        "The base is over $180,000.",
        "The base is $180,000–$220,000+.",
        "The base is over $180,000–$220,000.",
        "The base is £180,000–£220,000.",
        "The base is CA$180,000–CA$220,000.",
        "The base is $180,000–$220,000 an hour.",
        "The monthly base is $180,000–$220,000.",
        "The base is 180,000–220,000%.",
        "The base is 180,000–220,000 hours.",
        "The base is two hundred thousand dollars.",
        "The base is half a million.",
        "The base is $180,000–$220,000, a fourfold rise.",
        "A sixth get a base of $180,000–$220,000.",
        "The base is $180,000–$220,000 after decades.",
        "In their thirties people get a base of $180,000–$220,000.",
        "The base is half a million dollars.",
        "The base is a quarter of a million dollars.",
        "The base is $180,000 at the high end.",
        "The low end of the base is $220,000.",
        "The base is 180,000–220,000 yen.",
        "The base is $180,000–$220,000 CAD.",
        "The base is 180–220 million.",
        "The base is 180,000–220,000 grand.",
        "The total is $180,000–$220,000.",
        "The median base is $180,000–$220,000.",
        "In London the base is $180,000–$220,000.",
        "A heart surgeon gets $180,000–$220,000.",
        "In 2019 the base was $180,000–$220,000.",
        "Entry level base: $180,000–$220,000.",
        "With 4–6 years the base is $180,000–$220,000.",
        "The base is $180,000–$220,000, a six-figure sum.",
        "The base is $18\u200b0,000–$220,000.",
        "The base is $180,000–$220,000\u0660.",
        "The base is $\uff11\uff18\uff10,\uff10\uff10\uff10.",
        "The base is $180,000–$220,000 \u202e."
      })
  void refusesWhatItDoesNot(String text) {
    assertThat(holds(text, BASE)).isFalse();
  }

  @Test
  void keepsOpenEndsOpen() {
    assertThat(holds("San Francisco pays up to $256,928.", BAY)).isTrue();
    assertThat(holds("San Francisco pays $256,928.", BAY)).isFalse();
    assertThat(holds("San Francisco pays over $256,928.", BAY)).isFalse();
    assertThat(holds("New York City: around $165,000–$200,000 or more.", NEW_YORK)).isTrue();
    assertThat(holds("New York City: around $165,000–$200,000.", NEW_YORK)).isFalse();
    assertThat(holds("New York City: $165,000–$200,000+.", NEW_YORK)).isFalse();
  }

  @Test
  void refusesAnotherJobPlaceOrBand() {
    assertThat(holds("A Machine Learning Manager makes around $225,000.", MANAGER)).isTrue();
    assertThat(holds("An assistant vice president makes around $225,000.", MANAGER)).isFalse();
    assertThat(holds("Seattle pays $160,000–$210,000 to seniors.", SEATTLE)).isTrue();
    assertThat(holds("Boston pays $160,000–$210,000 to seniors.", SEATTLE)).isFalse();
    assertThat(holds("In the US, $160,000–$210,000 are paid.", SEATTLE)).isFalse();
    assertThat(holds("Entry level in Seattle: $160,000–$210,000.", SEATTLE)).isFalse();
  }

  @Test
  void givesEachFigureItsOwnSubject() {
    assertThat(holds("AI revenue was $62 billion in 2022.", REVENUE)).isTrue();
    assertThat(holds("AI revenue was $62 billion in 2025.", REVENUE)).isFalse();
    assertThat(holds("US: $150,000 on average; UK: £80,000.", BOTH)).isTrue();
    assertThat(holds("UK: $150,000 on average; US: £80,000.", BOTH)).isFalse();
  }

  @Test
  void findsEachFigureInOneOfTheCitedStatements() {
    String text = "Seattle pays $160,000–$210,000, San Francisco up to $256,928.";

    assertThat(holds(text, SEATTLE, BAY)).isTrue();
    assertThat(holds(text, SEATTLE)).isFalse();
    assertThat(holds("San Francisco pays $160,000–$210,000, Seattle up to $256,928.", SEATTLE, BAY))
        .isFalse();
  }

  @Test
  void keepsYearsOfExperienceYears() {
    assertThat(holds("It takes five to fifteen years.", YEARS)).isTrue();
    assertThat(holds("It takes 5–15 months.", YEARS)).isFalse();
    assertThat(holds("It takes 5+ years.", YEARS)).isFalse();
    assertThat(holds("It takes up to 15 years.", YEARS)).isFalse();
  }

  @Test
  void readsACellWithItsRowAndItsColumn() {
    assertThat(holds("Approved Electrician, London: £21.50 an hour", APPROVED)).isTrue();
    assertThat(holds("Approved Electrician, London: £19.22 an hour", APPROVED)).isFalse();
    assertThat(holds("Approved Electrician, London: £21.50 a year", APPROVED)).isFalse();
    assertThat(holds("Plumber, London: £21.50 an hour", APPROVED)).isFalse();
  }

  @Test
  void readsThousandsFromTheCaption() {
    assertThat(holds("ASA, 1–3 yrs, base salary: $98–115 thousand a year", ASA)).isTrue();
    assertThat(holds("ASA with 1–3 years: a base of $98,000–$115,000", ASA)).isTrue();
    assertThat(holds("ASA, 1–3 yrs, base salary: $98–115 a year", ASA)).isFalse();
    assertThat(holds("ASA, 4–6 yrs, base salary: $98–115 thousand a year", ASA)).isFalse();
    assertThat(holds("ASA, 1–3 yrs, base salary: €98–115 thousand a year", ASA)).isFalse();
  }

  @Test
  void readsALowAndAHighColumnAsOneRange() {
    var boston =
        row(
            List.of(),
            new Cell("City", "Boston"),
            new Cell("Base low", "$40,000"),
            new Cell("Base high", "$50,000"),
            new Cell("Total low", "$60,000"),
            new Cell("Total high", "$90,000"));

    assertThat(holds("In Boston, base pay runs from $40,000 to $50,000.", boston)).isTrue();
    assertThat(holds("In Boston, total pay is $60,000–$90,000.", boston)).isTrue();
    assertThat(holds("In Boston, base pay runs from $60,000 to $90,000.", boston)).isFalse();
    assertThat(holds("In Boston, pay runs from $40,000 to $90,000.", boston)).isFalse();
    assertThat(holds("In Boston, pay runs from $50,000 to $40,000.", boston)).isFalse();
  }

  @Test
  void takesARangeBesideAnAverageForItself() {
    var average = bullet("Average salary: $259,000 a year.");
    var range = bullet("Salary range: $188,000–$330,000.");

    assertThat(
            holds(
                "It pays $259,000 on average, ranging from $188,000 to $330,000.", average, range))
        .isTrue();
    assertThat(holds("It pays an average range of $188,000 to $330,000.", average, range))
        .isFalse();
    assertThat(
            holds(
                "It pays $188,000 on average, with a range of $259,000 to $330,000.",
                average,
                range))
        .isFalse();
  }

  @Test
  void readsPercentilesFromTheColumn() {
    assertThat(holds("Canada, 10th percentile of pay: $19.50 an hour", MEDIAN)).isTrue();
    assertThat(holds("Canada, 50th percentile of pay: $26 an hour", MEDIAN)).isTrue();
    assertThat(holds("Canada, 10th percentile of pay: $26.00 an hour", MEDIAN)).isFalse();
    assertThat(holds("Canada, 90th percentile of pay: $26.00 an hour", MEDIAN)).isFalse();
  }

  @Test
  void readsSharesAndRoundAmountsInWords() {
    Statement share = bullet("20% of the jobs are remote, and a grant pays $250,000.");

    assertThat(holds("One in five of the jobs are remote.", share)).isTrue();
    assertThat(holds("One in four of the jobs are remote.", share)).isFalse();
    assertThat(holds("A grant pays a quarter of a million dollars.", share)).isTrue();
    assertThat(holds("A grant pays half a million dollars.", share)).isFalse();
  }

  @Test
  void tellsTheColumnsOfATableApart_byTheEndTheyName() {
    Statement row =
        row(
            List.of(),
            new Cell("Province", "Alberta"),
            new Cell("Low", "$24.00 per hour"),
            new Cell("High", "$45.00 per hour"));

    assertThat(holds("In Alberta the low end is $24 an hour.", row)).isTrue();
    assertThat(holds("Alberta, high: $45.00 per hour", row)).isTrue();
    assertThat(holds("In Alberta the high end is $24 an hour.", row)).isFalse();
    assertThat(holds("Alberta, low: $45.00 per hour", row)).isFalse();
  }

  @Test
  void usesEachFigureOnce() {
    Statement levels = bullet("Typical bonus: 5% for students, 8% for associates.");

    assertThat(holds("Bonus: 5% for students, 8% for associates.", levels)).isTrue();
    assertThat(holds("Bonus: 8% for students, 8% for associates.", levels)).isFalse();
  }

  @Test
  void takesNumbersInNamesWordForWord() {
    Statement names = bullet("AI and 5G help chatbots serve customers 24/7.");

    assertThat(holds("Chatbots serve people 24/7 with 5G.", names)).isTrue();
    assertThat(holds("Chatbots serve people 24/5 with 5G.", names)).isFalse();
    assertThat(holds("Chatbots serve people 24/7 with 6G.", names)).isFalse();
  }

  @Test
  void keepsTheSignOfAPercentage() {
    Statement decline = bullet("Projected change: -3% by 2034.");

    assertThat(holds("Change by 2034: -3%.", decline)).isTrue();
    assertThat(holds("Change by 2034: 3%.", decline)).isFalse();
  }

  @Test
  void refusesAFigureWithoutACitation() {
    assertThat(holds("It pays $180,000.")).isFalse();
    assertThat(holds("It takes two years.")).isFalse();
    assertThat(holds("One more point stands in this section.")).isTrue();
    assertThat(holds("By these figures the first comes out highest.")).isTrue();
  }

  @Test
  void passesASentenceWithoutFigures() {
    assertThat(holds("Pay depends on experience and place.", BASE)).isTrue();
  }

  @Test
  void dropsWhatFails_andNumbersTheRestAnew() {
    var answer =
        new Answer.Answered(
            List.of(
                new Sentence(Form.HEADING, AVP + " (US, 2024)", List.of()),
                new Sentence(Form.ITEM, "Base salary: $190,000 a year.", List.of(1)),
                new Sentence(Form.ITEM, TOTAL.text(), List.of(2))),
            List.of(cite(1, BASE), cite(2, TOTAL)),
            List.of("And one level up?"));

    assertThat(check.checked(answer, () -> REFUSAL))
        .isEqualTo(
            new Answer.Answered(
                List.of(
                    new Sentence(Form.HEADING, AVP + " (US, 2024)", List.of()),
                    new Sentence(Form.ITEM, TOTAL.text(), List.of(1))),
                List.of(cite(1, TOTAL)),
                List.of("And one level up?")));
  }

  @Test
  void refuses_whenNothingThatCitesIsLeft() {
    var answer =
        new Answer.Answered(
            List.of(
                new Sentence(Form.TEXT, "What they say:", List.of()),
                new Sentence(Form.ITEM, "Base salary: $190,000 a year.", List.of(1))),
            List.of(cite(1, BASE)),
            List.of());

    assertThat(check.checked(answer, () -> REFUSAL)).isEqualTo(REFUSAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AVP (US, 2031)", "AVP, $190,000", "Heart surgeon (US, 2024)"})
  void dropsAGroup_whenItsHeadingIsNotOfItsStatements(String heading) {
    var answer =
        new Answer.Answered(
            List.of(
                new Sentence(Form.HEADING, heading, List.of()),
                new Sentence(Form.ITEM, BASE.text(), List.of(1)),
                new Sentence(Form.HEADING, AVP, List.of()),
                new Sentence(Form.ITEM, TOTAL.text(), List.of(2))),
            List.of(cite(1, BASE), cite(2, TOTAL)),
            List.of());

    assertThat(check.checked(answer, () -> REFUSAL).sentences())
        .extracting(Sentence::text)
        .containsExactly(AVP, TOTAL.text());
  }

  @Test
  void returnsTheSameAnswer_whenEverythingHolds() {
    var answer =
        new Answer.Answered(
            List.of(new Sentence(Form.ITEM, BASE.text(), List.of(1))),
            List.of(cite(1, BASE)),
            List.of());

    assertThat(check.checked(answer, () -> REFUSAL)).isSameAs(answer);
  }

  @Test
  void takesFiguresOutOfRefusals() {
    var missing =
        new Answer.NotCovered(
            "The documents have nothing on a $500,000 job. The nearest they cover: VP.", List.of());

    assertThat(check.checked(missing, () -> REFUSAL))
        .isEqualTo(
            new Answer.NotCovered(
                "The role documents do not cover that. The nearest they cover: VP.", List.of()));
  }

  @Test
  void refusesAQuestionBackThatHoldsAFigure() {
    var clarify = new Answer.Clarify("Do you mean $180,000 or base?", List.of());

    assertThat(check.checked(clarify, () -> REFUSAL))
        .isEqualTo(new Answer.NotCovered("The role documents do not cover that.", List.of()));
  }

  @Test
  void keepsRefusalsWithoutFigures() {
    var missing = new Answer.NotCovered("They say nothing about bakers.", List.of());

    assertThat(check.checked(missing, () -> REFUSAL)).isEqualTo(missing);
  }

  private boolean holds(String text, Statement... statements) {
    List<Citation> citations = new java.util.ArrayList<>();
    for (Statement statement : statements) {
      citations.add(cite(citations.size() + 1, statement));
    }
    return check.holds(
        new Sentence(Form.ITEM, text, citations.stream().map(Citation::number).toList()),
        citations);
  }

  private static Citation cite(int number, Statement statement) {
    return new Citation(
        number, AVP, "knowledge/roles/avp.md", OptionalInt.of(2024), Optional.of("US"), statement);
  }

  private static Statement bullet(String text) {
    return new Statement(
        "avp", 0, List.of("Salary ranges"), List.of(), StatementKind.BULLET, 1, text, List.of());
  }

  private static Statement row(List<String> lead, Cell... cells) {
    String text = String.join(" | ", List.of(cells).stream().map(Cell::text).toList());
    return new Statement(
        "page", 0, List.of("Pay"), lead, StatementKind.TABLE_ROW, 1, text, List.of(cells));
  }
}
