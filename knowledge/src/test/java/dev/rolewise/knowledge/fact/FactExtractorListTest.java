package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What pages say that list the pay of many jobs, ranks or bands and are about none of them. */
class FactExtractorListTest {
  private static List<String> page(String text) {
    return FactLines.pay(
        "pay-list",
        """
        ---
        title: Pay list
        as-of: 2024
        market: UK
        currency: GBP
        ---

        # Pay list

        """
            + text);
  }

  @Test
  void readsTheEndsOfAScale_fromItsColumns() {
    List<String> pay =
        page(
            """
            | Band | Entry | Intermediate | Top |
            |---|---|---|---|
            | Band 5 | £28,407 | £30,639 | £34,581 |
            """);

    assertThat(pay)
        .containsExactly(
            "GBP 28407 year salary low 2024 | *, Band 5",
            "GBP 30639 year salary 2024 | *, Band 5",
            "GBP 34581 year salary high 2024 | *, Band 5");
  }

  @Test
  void readsStepsWithinABand_fromLinesOfYearsAndAmounts() {
    List<String> pay =
        page(
            """
            ## Band 5

            <2 years' experience £29,970

            4+ years £36,483
            """);

    assertThat(pay)
        .containsExactly(
            "GBP 29970 year salary 2024 | *, Band 5, <2 years' experience [..2]",
            "GBP 36483 year salary 2024 | *, Band 5, 4+ years [4..]");
  }

  @Test
  void takesThePeriod_thatThePageSaysOfAllItsFigures() {
    List<String> pay =
        page(
            """
            All figures are pounds per month.

            | Job | Starting | Top |
            |---|---|---|
            | Electricians | £1,816 | £3,281 |
            """);

    assertThat(pay)
        .containsExactly(
            "GBP 1816 month salary low 2024 | Electricians, Starting",
            "GBP 3281 month salary high 2024 | Electricians");
  }

  @Test
  void takesTheTitleOfARow_fromTheColumnOfRanks_unlessItIsAStepOrANumber() {
    List<String> pay =
        page(
            """
            | Rank | Basic pay per month |
            |---|---|
            | 3rd Eng. | 1031 |

            | Rank | Industry | Pay per week |
            |---|---|---|
            | 1 | Stores | £1,292 |
            """);

    assertThat(pay)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("GBP 1031 month base 2024 | 3rd Eng."),
            second -> assertThat(second).startsWith("GBP 1292 week salary 2024 | *"));
  }

  @Test
  void takesTheTitle_fromInFrontOfADashAndWhatExplainsIt() {
    List<String> pay =
        page(
            """
            | Position | Salary per week |
            |---|---|
            | Recruit Firefighter - during the 20 week training course | £999 |

            - Executive sous-chef - all the hotel's restaurants (£4,000 a month)
            """);

    assertThat(pay)
        .satisfiesExactly(
            first -> assertThat(first).contains("| Recruit Firefighter"),
            second -> assertThat(second).contains("| Executive sous-chef"));
  }

  @Test
  void readsTheYearsThatALabelAsksFor() {
    List<String> pay =
        page(
            """
            | At a glance | |
            |---|---|
            | Shearers with more than three years' experience usually earn | £65K a year |
            """);

    assertThat(pay).singleElement().asString().contains("more than three years [3..]");
  }

  @Test
  void goesOnWithThePay_whereASentenceOnlyNamesOtherJobs() {
    List<String> pay =
        page("An electrician earns an hourly wage of £44.34. Plumbers follow with £43.15.\n");

    assertThat(pay)
        .satisfiesExactly(
            first -> assertThat(first).contains("44.34 hour").contains("electrician"),
            second -> assertThat(second).contains("43.15 hour").contains("Plumbers"));
  }

  @Test
  void takesNoLabelOfTheRow_forABandOfItsColumns() {
    List<String> pay =
        page(
            """
            | Experience | 1–3 years | 7–9 years |
            |---|---|---|
            | Average base pay | £54,100 | £67,400 |
            """);

    assertThat(pay)
        .satisfiesExactly(
            first -> assertThat(first).contains("[1..3]"),
            second -> assertThat(second).contains("[7..9]"));
  }

  @Test
  void takesASecondLineOfFigures_forTheLabelAbove() {
    List<String> pay =
        page(
            """
            | Occupation | Code | Mean wage | Median wage |
            |---|---|---|---|
            | Carpenters | 47-2031 | 40,691 | 39,920 |
            | | | 19.56 | 19.20 |
            | Roofers | 47-2181 | 38,100 | 36,500 |
            | | | 18.32 | 17.55 |
            """);

    assertThat(pay)
        .hasSize(8)
        .filteredOn(line -> line.contains("hour"))
        .satisfiesExactly(
            first -> assertThat(first).contains("19.56").contains("Carpenters"),
            second -> assertThat(second).contains("19.2 ").contains("Carpenters"),
            third -> assertThat(third).contains("18.32").contains("Roofers"),
            fourth -> assertThat(fourth).contains("17.55").contains("Roofers"));
  }

  @Test
  void takesTheLabelInFrontOfEachAmount_ofSeveralInALine() {
    assertThat(
            page(
                """
                ## Pay

                - First year: $30,000; Second year: $33,000; Third & fourth year: $35,000
                """))
        .satisfiesExactly(
            first -> assertThat(first).contains("30000").endsWith("First year"),
            second -> assertThat(second).contains("33000").endsWith("Second year"),
            third -> assertThat(third).contains("35000").endsWith("Third & fourth year"));
  }
}
