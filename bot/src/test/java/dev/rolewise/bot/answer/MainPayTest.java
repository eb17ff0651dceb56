package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.index.KnowledgeBase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a role pays comes before what is paid beside it, for some of it or for learning it. */
class MainPayTest {
  @TempDir private Path folder;

  @Test
  void choosesTheRowsOfTheRole_beforeExtrasAndCosts() throws IOException {
    assertThat(
            pay(
                "Lorry driver",
                "UK",
                """
                - Starter: £24,000 a year
                - Experienced: £45,000 a year
                - Training costs £1,500 to £3,000 when paid privately.
                - Nights out pay £26.20 an hour tax free.
                - Private event companies pay £18 to £28 an hour.
                - Drivers in London receive a weighting of £3,200 a year.
                - The 2021 page quoted £20,500 a year; that figure is out of date.
                """))
        .containsExactly("Starter, pay: £24,000 a year", "Experienced, pay: £45,000 a year");
  }

  @Test
  void takesWhatIsPaidIntoAPension_forNoPay() throws IOException {
    assertThat(
            pay(
                "Slater",
                "Canada",
                """
                - Median hourly pay: $31.20
                - The agreement adds $5.85/hour for pension and benefits.
                - Employers pay $2.10 an hour for their health and pension plans.
                """))
        .containsExactly("Median hourly pay: $31.20 an hour");
  }

  @Test
  void choosesTheWholeMarketAndTheMiddle_beforePlacesAndLevels() throws IOException {
    for (String whole :
        List.of("National average", "National (average)", "All", "Overall", "UK-wide")) {
      assertThat(
              pay(
                  "Cooper",
                  "UK",
                  """
                  | Location | Average salary |
                  |---|---|
                  | London | £35,500 |
                  | Remote (UK) | £30,000 |
                  | %s | £29,000 |

                  | Percentile | Annual wage |
                  |---|---|
                  | 10%% | £20,120 |
                  | 50%% (median) | £27,780 |
                  """
                      .formatted(whole)))
          .as(whole)
          .containsExactly(
              whole + ", average pay: £29,000 a year", "50th percentile of pay: £27,780 a year");
    }
  }

  @Test
  void takesPayForPay_whateverItContainsOrIsAdjustedFor() throws IOException {
    assertThat(
            pay(
                "Land surveyor",
                "Australia",
                """
                | Level | Salary including superannuation | Salary adjusted for cost of living | Pension | Course fees |
                |---|---|---|---|---|
                | Graduate | $72,000 | $70,100 | $9,000 | $3,000 |
                """))
        .containsExactly(
            "Graduate, Salary including superannuation: $72,000 a year",
            "Graduate, Salary adjusted for cost of living: $70,100 a year");
    for (String label :
        List.of(
            "Median wage (excluding health insurance)",
            "Base wage plus superannuation",
            "Salary after pension contributions",
            "Cost-of-living adjusted salary",
            "Grant-funded salary")) {
      assertThat(pay("Land surveyor", "Australia", "- " + label + ": $88,000 a year\n"))
          .as(label)
          .isNotEmpty()
          .allMatch(
              line -> line.contains("$88,000") && !line.matches(".*(?:benefit|cost|grant),.*"));
    }
    assertThat(pay("Land surveyor", "Australia", "- Hourly fee: $85 an hour\n"))
        .containsExactly("Hourly pay: $85 an hour");
  }

  @Test
  void leavesOutOnlyTheAmountThatIsSaidToBeOld() throws IOException {
    assertThat(
            pay(
                "Ironworker",
                "US",
                """
                - Median pay rose to $62,500 a year, up from the previous figure of $58,000 a year.
                - Some brochures quote the old rate of $48,500 a year.
                - The previous pay scale ended in 2023; average pay is now $131,000 a year.
                - Ironworkers on sites that still show old pages on a wall earn $45,000 a year.
                - Ironworkers began at $39,000 a year, which is no longer paid.
                """))
        .anyMatch(line -> line.contains("$62,500"))
        .anyMatch(line -> line.contains("$131,000"))
        .noneMatch(line -> line.matches(".*\\$(?:58,000|48,500|39,000).*"));
  }

  @Test
  void saysThePartOfPayOnce_whereTheLabelNamesIt() throws IOException {
    assertThat(pay("Guard", "US", "- Base wage plus retirement: $61,000 a year\n"))
        .containsExactly("Base wage plus retirement: $61,000 a year");
  }

  @Test
  void keepsTheNewAmount_whereTheOldOneStandsBehindIt() throws IOException {
    assertThat(pay("Baker", "UK", "Salary: £54,000 (the old rate was £49,000).\n"))
        .containsExactly("Pay: £54,000 a year");
    assertThat(
            pay(
                "Baker",
                "UK",
                """
                Bakers earn £24,000. It is no longer £21,000.

                The pre-2020 rate of £20,500 no longer applies.

                £60,000 on the old page is superseded.

                The former average, £29,000, was replaced. Before that the range was £61,000 to £62,000.

                Before 2022, bakers earned £19,000. Formerly the median was £20,000.

                The previous scale (October 2021) began at £18,300.
                """))
        .containsExactly("Pay: £24,000");
    assertThat(pay("Baker", "UK", "Bakers earn £45,000; that is superseded by £48,000.\n"))
        .allMatch(line -> line.contains("£48,000"));
  }

  @Test
  void choosesTheLevels_whereOnlyExtrasAreGivenForTheRole() throws IOException {
    assertThat(
            pay(
                "Chefs in restaurants",
                "UK",
                """
                | Job | Annual pay |
                |---|---|
                | Kitchen porter | £22,300 |
                | Sous chef | £33,000 |
                | Head chef | £42,000 |

                Tronc adds £3,000 to £7,000 a year in busy restaurants.
                """))
        .containsExactly("Sous chef, pay: £33,000 a year", "Head chef, pay: £42,000 a year");
  }

  @Test
  void saysWhatAnExtraIs_whereThereIsNothingElse() throws IOException {
    assertThat(
            pay(
                "Chefs in restaurants",
                "UK",
                "Tronc adds £3,000 to £7,000 a year in busy restaurants.\n"))
        .containsExactly("Tronc adds £3,000 to £7,000 a year in busy restaurants.");
  }

  @Test
  void leavesOutFringeBenefitsOvertimeAndEmptyAmounts_inTheColumnsOfARow() throws IOException {
    assertThat(
            pay(
                "Ironworker",
                "UK",
                """
                | Classification | Basic hourly rate | Fringe benefits: pension | Vacation | Overtime |
                |---|---|---|---|---|
                | Ironworker | £34.70 | £9.02 | £0.00 | £52.05 |
                """))
        .containsExactly("Basic hourly rate, hourly pay: £34.70 an hour");
  }

  @Test
  void saysThePeriodOnce_whereTheAmountSaysItInAnotherLanguage() throws IOException {
    assertThat(pay("Pflegefachkraft", "Germany", "Das sind 45.312 € brutto im Jahr.\n"))
        .containsExactly("Pay: 45.312 € brutto im Jahr");
  }

  @Test
  void leavesOutOtherOccupations_namedInLowerCaseOrInATableOfOthers() throws IOException {
    assertThat(
            pay(
                "Airline pilot",
                "UK",
                """
                The median wage of airline pilots is £91,600 a year; aircraft mechanics earn £38,680.

                The median annual wage for dispatchers, planners and load masters was £31,800.

                ### Compare with other occupations

                | Occupation | Median wage |
                |---|---|
                | Aircraft mechanics (72404) | £40,250 |
                """))
        .containsExactly("Median pay: £91,600 a year");
  }

  @Test
  void saysWhoseItIs_whereAFigureIsOfSomeOnly() throws IOException {
    assertThat(
            pay(
                "Beekeeper",
                "UK",
                """
                Beekeepers usually earn £24,000 to £32,000 a year.

                Beekeepers who run the whole operation for an owner earn £45,000 a year.

                - External contractor at a heather farm: £260 a day
                """))
        .containsExactly(
            "Typical pay: £24,000 to £32,000 a year",
            "Beekeepers who run the whole operation for an owner, pay: £45,000 a year");
  }

  @Test
  void saysWhoseItIs_forTheRowsOfOtherJobsAndEmployers() throws IOException {
    assertThat(
            pay(
                "Train driver",
                "UK",
                """
                | Operator | Basic pay | Rest-day working rate |
                |---|---|---|
                | LNER | £75,500 | £500 a shift |
                | Northern | £62,800 | £345 a shift |
                """))
        .containsExactly("Basic pay, LNER: £75,500", "Basic pay, Northern: £62,800");
  }

  @Test
  void prefersTheRowOfTheRole_toThoseOfOtherPlaces() throws IOException {
    assertThat(
            pay(
                "Social worker",
                "England",
                """
                | Grade | Job | Salary |
                |---|---|---|
                | G | Newly qualified social worker | £34,834 |
                | H | Social worker | £38,220 to £42,839 |

                ### Neighbouring councils

                | Council | Salary |
                |---|---|
                | Northmere | £47,754 |
                | Eastholt | £46,731 |
                """))
        .containsExactly("H, pay: £38,220 to £42,839 a year");
  }

  @Test
  void namesAPlaceOnce_whereTheRowSaysMoreOfIt() throws IOException {
    assertThat(
            pay(
                "Signal engineer",
                "UK",
                """
                | Grade | London (inner zone) | Rest |
                |---|---|---|
                | Signal engineer | £48,200 | £42,900 |
                """))
        .first()
        .isEqualTo("London (inner zone), pay: £48,200");
  }

  @Test
  void leavesOutFiguresOfOneLine_thatNothingTellsApart() throws IOException {
    assertThat(
            pay(
                "Front office ladder",
                "UK",
                "Ladder: Leeds £1,950 monthly · Leeds £2,150 monthly · Leeds £2,460 monthly\n"))
        .isEmpty();
  }

  @Test
  void answersForTheExtraThatIsAskedFor() throws IOException {
    assertThat(
            answer(
                "Lorry driver",
                "UK",
                """
                - Median pay: £36,000 a year
                - On-call allowance: £450 a week
                """,
                "how much is the on-call allowance of a lorry driver?"))
        .contains("£450");
  }

  @Test
  void namesNoMarket_whereAFigureIsOfAnother() throws IOException {
    String answer =
        answer(
            "Primary teacher",
            "England",
            """
            | Country | Annual pay |
            |---|---|
            | Wales | £32,433 |
            | England | £31,650 |
            """,
            "primary teacher salary in Wales");

    assertThat(answer).contains("£32,433").doesNotContain("England");
  }

  @Test
  void listsNoNearestJobs_whereThereAreNone() throws IOException {
    assertThat(answer("Lorry driver", "UK", "Pay is good.\n", "what does a lorry driver make?"))
        .doesNotContain("nearest");
  }

  @Test
  void takesThePercentileInTheMiddle_forTheMedian() throws IOException {
    String text =
        """
        Average pay is £39,770 a year.

        | Percentile | 25% | 50% (Median) | 75% |
        |---|---|---|---|
        | Annual wage | £30,200 | £36,610 | £46,980 |
        """;

    assertThat(answer("Lorry driver", "UK", text, "median annual wage for lorry drivers?"))
        .contains("£36,610")
        .doesNotContain("£39,770");
  }

  @Test
  void namesTheMiddlePercentile_andNoLowestHalf() throws IOException {
    assertThat(
            pay(
                "Ranger",
                "US",
                """
                | P10 $ | P50 $ | P90 $ |
                |---|---|---|
                | 31,000 | 44,900 | 61,200 |
                """))
        .isNotEmpty()
        .noneMatch(line -> line.contains("lowest"));
  }

  @Test
  void choosesLaterYears_andThePercentileThatIsTheMedian() throws IOException {
    assertThat(
            pay(
                "Ranger",
                "US",
                """
                In 2015 the median was $38,200.

                | Percentile | Annual pay |
                |---|---|
                | 10% | $31,000 |
                | 50% (median) | $44,900 |
                """))
        .containsExactly("50th percentile of pay: $44,900 a year");
  }

  private List<String> pay(String title, String market, String text) throws IOException {
    KnowledgeBase knowledge = knowledge(title, market, text);
    var profiles = new RoleProfiles(knowledge, Desk.search(knowledge));
    return profiles.about(knowledge.documents().getFirst(), Aspect.PAY, 9).stream()
        .map(Claim::text)
        .toList();
  }

  private String answer(String title, String market, String text, String question)
      throws IOException {
    Answer answer = Desk.answerer(knowledge(title, market, text)).answer(question, List.of());
    return String.join("\n", answer.sentences().stream().map(Sentence::text).toList());
  }

  private KnowledgeBase knowledge(String title, String market, String text) throws IOException {
    return Desk.knowledge(folder, Map.of("role.md", head(title, market) + text));
  }

  private static String head(String title, String market) {
    return "---\ntitle: "
        + title
        + "\nas-of: 2024\nmarket: "
        + market
        + "\ncurrency: GBP\n---\n\n## Pay\n\n";
  }
}
