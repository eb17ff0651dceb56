package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.document.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What documents say beside pay: markets, shares, experience and education. */
class FactExtractorOtherTest {
  private static List<String> others(String text) {
    return FactLines.others(
        "electrician",
        """
        ---
        title: Electrician
        as-of: 2024
        market: US
        ---

        # Electrician

        """
            + text);
  }

  @Test
  void takesGrowthOverAPeriod() {
    assertThat(
            others(
                """
                ## Job outlook

                Employment of electricians is projected to grow 11 percent from 2023 to 2033.
                """))
        .containsExactly("percent 11 2023 2033 | *");
  }

  @Test
  void takesYearlyGrowth() {
    assertThat(others("## Market\n\n- The market grows at a CAGR of 37.3% from 2023 to 2030\n"))
        .containsExactly("percent_per_year 37.3 2023 2030 | *");
  }

  @Test
  void takesNumbersOfJobs() {
    assertThat(
            others(
                """
                ## Job outlook

                - About 80,200 openings for electricians are projected each year
                - Number of jobs in 2023: 779,800
                """))
        .containsExactly("count ~80200 | *", "count 779800 2023 | *");
  }

  @Test
  void takesTheSizeOfMarkets() {
    assertThat(
            others(
                """
                ## Market

                - Worldwide revenue: $62 billion in 2022
                - Over $500 billion by 2025
                """))
        .containsExactly("money 62000000000 2022 | *", "money 500000000000.. 2025 | *");
  }

  @Test
  void takesTheYearBesideEachOfTwoAmounts() {
    assertThat(
            others(
                """
                ## Market

                - Revenue: $62 billion in 2022, over $500 billion by 2025
                """))
        .containsExactly("money 62000000000 2022 | *", "money 500000000000.. 2025 | *");
  }

  @Test
  void takesShares_withWhatTheyAreAShareOf() {
    assertThat(
            others(
                """
                ## Benefits

                - Performance bonus: 10–20% of base salary
                - About 8 percent of electricians are self-employed
                """))
        .containsExactly(
            "share 10..20 of base salary | *", "share ~8 of electricians are self-employed | *");
  }

  @Test
  void takesYearsOfExperience() {
    assertThat(
            others(
                """
                ## Requirements

                - Experience: 4 to 5 years of hands-on experience
                - At least 8 years in a supervisory role in a similar field
                """))
        .containsExactly("experience 4..5 | *", "experience 8.. | *");
  }

  @Test
  void takesNoExperience_fromAForecastARowOfPayOrAnInterval() {
    assertThat(
            others(
                """
                ## Outlook

                - Demand for experienced people will grow over the next 10 years

                ## Salary

                - With 10 years of experience: $74,000

                ## Requirements

                - Background: a police check every three years
                """))
        .isEmpty();
  }

  @Test
  void takesEducation_withHowStronglyItIsAskedFor() {
    assertThat(
            others(
                """
                ## Education

                - High school diploma or equivalent is required
                - An associate degree in electronics is helpful
                - Apprenticeship of four years
                """))
        .containsExactly(
            "education [HIGH_SCHOOL] required | *",
            "education [ASSOCIATE] preferred | *",
            "education [VOCATIONAL] mentioned | *");
  }

  @Test
  void takesNoEducation_whereNothingIsAskedFor() {
    assertThat(others("## History\n\n- The founder was a doctoral candidate once\n")).isEmpty();
  }

  @Test
  void takesEducationAndOutlook_fromTheQuickFactsOfAPage() {
    String page =
        """
        <html><head><title>Electricians</title></head><body><h1>Electricians</h1>
        <table>
        <tr><th>Typical Entry-Level Education</th><td>Bachelor's degree</td></tr>
        <tr><th>Number of Jobs, 2023</th><td>779,800</td></tr>
        <tr><th>Job Outlook, 2023–2033</th><td>11% (Much faster than average)</td></tr>
        </table></body></html>
        """;

    List<String> lines =
        FactExtractor.extract(Written.html("electricians", page)).stream()
            .map(FactLines::line)
            .toList();

    assertThat(lines)
        .containsExactly(
            "education [BACHELOR] required | *",
            "count 779800 2023 | *",
            "percent 11 2023 2033 | *");
  }

  @Test
  void takesNoExperience_thatOpensTheWayToAnotherJob() {
    assertThat(
            FactLines.others(
                "electrician",
                """
                # Electrician

                ## Prospects

                With 5 years' experience you may become a senior electrician.
                """))
        .isEmpty();
  }

  @Test
  void ordersFactsAsTheDocumentDoes_andNamesTheirStatements() {
    var document =
        Written.markdown(
            "electrician",
            """
            # Electrician

            ## Pay

            - Median wage: $62,350

            ## Outlook

            - Growth of 11% by 2033
            """);

    List<Fact> facts = FactExtractor.extract(document);

    assertThat(facts).extracting(Fact::statement).containsExactlyElementsOf(document.statements());
  }
}
