package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What bullets, sentences and quick facts say about pay. */
class FactExtractorPayTest {
  private static final String NURSE_HEAD =
      """
      ---
      title: Registered Nurse
      aliases: [RN]
      as-of: 2024
      market: US
      currency: USD
      ---

      # Registered Nurse

      """;

  private static List<String> nurse(String text) {
    return FactLines.pay("registered-nurse", NURSE_HEAD + text);
  }

  @Test
  void takesPartOfPayAndRange_fromTheLabelOfABullet() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - Base salary: $80,000 to $110,000 a year
            - Total compensation: $95,000–$130,000
            - Signing bonus: up to $10,000
            """);

    assertThat(pay)
        .containsExactly(
            "USD 80000..110000 year base 2024 | *",
            "USD 95000..130000 year total 2024 | *",
            "USD ..10000 once bonus 2024 | *");
  }

  @Test
  void takesTheBand_fromTheLabelOfABullet() {
    List<String> pay =
        nurse(
            """
            ## Salary by experience

            - Entry level (0–2 years): $62,000
            - Mid-career: $78,500
            - Senior (10+ years): $101,000 or more
            """);

    assertThat(pay)
        .containsExactly(
            "USD 62000 year salary 2024 | *, Entry level (0–2 years) [0..2]",
            "USD 78500 year salary 2024 | *, Mid-career",
            "USD 101000.. year salary 2024 | *, Senior [10..]");
  }

  @Test
  void takesThePlace_fromTheLabelOfABullet() {
    List<String> pay =
        nurse(
            """
            ## Salary by city

            - New York City: $107,000
            - Boston, MA: $104,500
            - Remote: $88,000
            """);

    assertThat(pay)
        .containsExactly(
            "USD 107000 year salary 2024 | *, in New York City",
            "USD 104500 year salary 2024 | *, in Boston",
            "USD 88000 year salary 2024 | *");
  }

  @Test
  void takesTheBand_fromTheBulletAbove() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - Entry level
              - Base: $60,000
              - Total: $66,000
            - Late career
              - Base: $98,000
            """);

    assertThat(pay)
        .containsExactly(
            "USD 60000 year base 2024 | *, Entry level",
            "USD 66000 year total 2024 | *, Entry level",
            "USD 98000 year base 2024 | *, Late career");
  }

  @Test
  void takesBandAndPlace_fromTheHeadings() {
    List<String> pay =
        nurse(
            """
            ## Salary

            ### Entry level

            - Average: $61,000

            ### California

            - Average: $133,000
            """);

    assertThat(pay)
        .containsExactly(
            "USD 61000 year salary average 2024 | *, Entry level",
            "USD 133000 year salary average 2024 | *, in California");
  }

  @Test
  void tellsSeveralStatisticsOfOneSentenceApart() {
    List<String> pay =
        nurse(
            """
            ## Pay

            The median annual wage for registered nurses was $93,600 in May 2024. The lowest 10 \
            percent earned less than $66,030, and the highest 10 percent earned more than $135,320.
            """);

    assertThat(pay)
        .containsExactly(
            "USD 93600 year salary median 2024 | *",
            "USD ..66030 year salary p10 2024 | *",
            "USD 135320.. year salary p90 2024 | *");
  }

  @Test
  void tellsSeveralPlacesOfOneSentenceApart() {
    List<String> pay =
        nurse(
            """
            ## Pay

            Nurses earn an average of $133,340 in California, $106,610 in Oregon and $72,210 in \
            Alabama.
            """);

    assertThat(pay)
        .containsExactly(
            "USD 133340 year salary average 2024 | *, in California",
            "USD 106610 year salary average 2024 | *, in Oregon",
            "USD 72210 year salary average 2024 | *, in Alabama");
  }

  @Test
  void takesThePeriod_fromTheWordsBesideTheAmount() {
    List<String> pay =
        nurse(
            """
            ## Pay

            - Hourly rate: $45.00 per hour
            - Monthly pay: $7,800 a month
            - Weekly travel pay: $2,300 per week
            - Per diem: $420 a day
            """);

    assertThat(pay)
        .containsExactly(
            "USD 45 hour salary 2024 | *",
            "USD 7800 month salary 2024 | *",
            "USD 2300 week salary 2024 | *",
            "USD 420 day salary 2024 | *");
  }

  @Test
  void takesASmallAmountForHourlyPay_whenNothingSaysThePeriod() {
    assertThat(nurse("## Pay\n\n- Charge nurses are paid $48.50\n"))
        .containsExactly("USD 48.5 hour salary 2024 | Charge nurses");
  }

  @Test
  void tellsTypicalBroaderAndTopApart() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - Typical range: $75,000 to $95,000
            - Broader range: $66,000 to $135,000
            - Top earners: over $150,000
            """);

    assertThat(pay)
        .containsExactly(
            "USD 75000..95000 year salary typical 2024 | *",
            "USD 66000..135000 year salary broader 2024 | *",
            "USD 150000.. year salary top 2024 | *");
  }

  @Test
  void takesEachEndOfAPairOfPercentiles() {
    assertThat(nurse("## Salary\n\n- Base: $76,500 to $108,000 (25th to 75th percentile)\n"))
        .containsExactly(
            "USD 76500..108000 year base 2024 | *",
            "USD 76500 year base p25 2024 | *",
            "USD 108000 year base p75 2024 | *");
  }

  @Test
  void takesTheYear_fromTheNearestText() {
    List<String> pay =
        nurse(
            """
            ## Salary in 2022

            - Average: $82,750
            - Average in 2023: $86,070
            """);

    assertThat(pay)
        .containsExactly(
            "USD 82750 year salary average 2022 | *", "USD 86070 year salary average 2023 | *");
  }

  @Test
  void hasNoYear_whenNothingSaysOne() {
    assertThat(FactLines.pay("baker", "# Baker\n\n## Pay\n\n- Median wage: $36,650\n"))
        .containsExactly("USD 36650 year salary median | *");
  }

  @Test
  void takesTheCurrency_fromTheAmountBeforeThatOfTheDocument() {
    List<String> pay =
        FactLines.pay(
            "welder",
            """
            ---
            title: Welder
            market: Canada
            currency: CAD
            ---

            # Welder

            ## Wages

            - Median: $30.00 per hour
            - Welders in the United States earn US$51,000 a year
            - Welders in Germany earn €38,000 a year
            """);

    assertThat(pay)
        .containsExactly(
            "CAD 30 hour salary median | *",
            "USD 51000 year salary | *, in United States",
            "EUR 38000 year salary | *, in Germany");
  }

  @Test
  void leavesOutThePlace_thatTheWholeDocumentIsAbout() {
    assertThat(nurse("## Pay\n\n- Average salary in the United States: $94,480\n"))
        .containsExactly("USD 94480 year salary average 2024 | *");
  }

  @Test
  void tellsOtherJobsFromTheRoleOfTheDocument() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - Registered nurse: $93,600
            - RN: $93,600
            - Nurse practitioner: $129,210
            - Nursing assistant: $38,200
            """);

    assertThat(pay)
        .containsExactly(
            "USD 93600 year salary 2024 | *",
            "USD 93600 year salary 2024 | *",
            "USD 129210 year salary 2024 | Nurse practitioner",
            "USD 38200 year salary 2024 | Nursing assistant");
  }

  @Test
  void takesTheJob_fromTheNearestHeading() {
    List<String> pay =
        nurse(
            """
            ## Salary

            ### Nurse practitioner

            - Median: $129,210

            ### Nurse anesthetist

            - Median: $223,210
            """);

    assertThat(pay)
        .containsExactly(
            "USD 129210 year salary median 2024 | Nurse practitioner",
            "USD 223210 year salary median 2024 | Nurse anesthetist");
  }

  @Test
  void keepsAlternativeTitlesOfOneAmountTogether() {
    assertThat(
            FactLines.pay(
                "data-lead",
                """
                # Data Lead

                ## Career path

                - A Chief Data Officer or VP of Data Science can earn $300,000 or more
                """))
        .containsExactly("USD 300000.. year salary | Chief Data Officer or VP of Data Science");
  }

  @Test
  void readsWordsAndSignsForAmounts() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - Staff nurses earn around $85k
            - Flight nurses earn 0.1 million dollars
            - School nurses earn $58,000+
            """);

    assertThat(pay)
        .containsExactly(
            "USD ~85000 year salary 2024 | Staff nurses",
            "USD 100000 year salary 2024 | Flight nurses",
            "USD 58000.. year salary 2024 | School nurses");
  }

  @Test
  void takesNoPay_fromOtherMoney() {
    List<String> pay =
        nurse(
            """
            ## Education

            - The licensing exam fee is $200
            - Tuition for a nursing program costs $40,000
            - The hospital raised $12 million in funding
            """);

    assertThat(pay).isEmpty();
  }

  @Test
  void takesSeveralAmounts_fromTheQuickFactsOfAPage() {
    List<String> pay =
        FactLines.pay(
            Written.html(
                "electricians",
                """
                <html><head><title>Electricians</title></head><body>
                <h1>Electricians</h1>
                <table>
                <caption>Quick Facts: Electricians</caption>
                <tr><th>2024 Median Pay</th><td>$62,350 per year<br>$29.98 per hour</td></tr>
                <tr><th>Typical Entry-Level Education</th><td>High school diploma or equivalent</td></tr>
                <tr><th>Number of Jobs, 2023</th><td>779,800</td></tr>
                <tr><th>Job Outlook, 2023-33</th><td>11% (Much faster than average)</td></tr>
                </table>
                </body></html>
                """));

    assertThat(pay)
        .containsExactly(
            "USD 62350 year salary median 2024 | *", "USD 29.98 hour salary median 2024 | *");
  }

  @Test
  void takesAKindOfJobs_forItsSubject() {
    List<String> pay =
        nurse(
            """
            ## Pay

            - Entry-level hospital jobs pay $40,000 to $52,000 a year.
            - Entry-level care roles: $38,000 to $45,000
            - Most positions pay $80,000 a year.
            """);

    assertThat(pay)
        .containsExactly(
            "USD 40000..52000 year salary 2024 | hospital jobs, Entry-level",
            "USD 38000..45000 year salary 2024 | care roles, Entry-level",
            "USD 80000 year salary 2024 | *");
  }

  @Test
  void takesPoundsBesideDollars_forAWeight() {
    assertThat(nurse("## Pay\n\nNurses lift more than 50,000 pounds in a year of paid work.\n"))
        .isEmpty();
  }

  @Test
  void takesAllOccupations_forNoPayOfTheRole() {
    assertThat(nurse("## Median annual wages\n\n- Total, all occupations: $49,500\n"))
        .containsExactly("USD 49500 year salary median 2024 | All occupations");
  }

  @Test
  void readsAPlaceThatASentenceBeginsWith_forAllOfItsAmounts() {
    assertThat(
            FactLines.pay(
                "glazier",
                "# Glazier\n\n## Pay\n\nTexas pays $17.26 an hour, or $35,900 a year.\n"))
        .allSatisfy(line -> assertThat(line).endsWith("| *, in Texas"))
        .hasSize(2);
  }

  @Test
  void readsYearsOfALabel() {
    assertThat(
            FactLines.pay(
                "sales-engineer",
                "# Sales engineer\n\n## Salary\n\n- 3 Years: $72,000\n- (4-7 years): $90,000\n"))
        .extracting(line -> line.substring(line.indexOf('|')))
        .containsExactly("| *, 3 Years [3]", "| *, 4-7 years [4..7]");
  }

  @Test
  void readsHalfAsTheMedian_andOneInTenAsTheNinetiethPercentile() {
    List<String> pay =
        nurse(
            """
            ## Pay

            Half earned more than $81,220 in 2024; one in ten earned more than $132,680.

            A quarter of nurses earn less than $63,720.

            The best-paid tenth earned over $130,000.
            """);

    assertThat(pay)
        .containsExactly(
            "USD 81220 year salary median 2024 | *",
            "USD 132680.. year salary p90 2024 | *",
            "USD ..63720 year salary p25 2024 | *",
            "USD 130000.. year salary p90 2024 | *");
  }

  @Test
  void takesARange_whoseEndsAreBothToldForAnHour() {
    assertThat(nurse("## Pay\n\nNurses earn between $31.50/hour and $52.25/hour.\n"))
        .containsExactly("USD 31.5..52.25 hour salary 2024 | *");
  }

  @Test
  void takesNoNumberOfAStep_forTheLowEndOfARange() {
    assertThat(nurse("## Hourly pay\n\n- 4–$31.77\n- Grade 5 – USD 34.60\n"))
        .containsExactly(
            "USD 31.77 hour salary 2024 | *", "USD 34.6 hour salary 2024 | *, Grade 5");
  }

  @Test
  void takesAJobInLowerCase_thatItsClauseBeginsWith() {
    assertThat(
            nurse(
                """
                ## Pay

                Nurses earn $81,220; dental mechanics $52,300.
                """))
        .containsExactly(
            "USD 81220 year salary 2024 | *", "USD 52300 year salary 2024 | dental mechanics");
  }

  @Test
  void takesNothing_fromADrawingWhoseLabelsStandBehindTheAmountBefore() {
    assertThat(
            nurse(
                """
                ## Pay

                Median annual wages, May 2024 Healthcare practitioners

                $84,430   Registered nurses

                $81,220   Total, all occupations

                $49,500
                """))
        .isEmpty();
  }

  @Test
  void takesTheMonth_forASalaryAsLargeAsOthersOfAMonth() {
    assertThat(
            FactLines.pay(
                "police-officer",
                """
                ---
                title: Police officer
                as-of: 2024
                market: Sweden
                currency: SEK
                ---
                ## Salary

                Police officers earn SEK 36 900 a month. Police officers earn SEK 52 300 later.
                """))
        .containsExactly("SEK 36900 month salary 2024 | *", "SEK 52300 month salary 2024 | *");
  }

  @Test
  void takesAForeignDollar_forNoEuro() {
    List<String> pay =
        FactLines.pay(
            "hotel-ladder",
            """
            ---
            title: Hotel ladder
            as-of: 2025
            currency: EUR
            ---

            # Hotel ladder

            **H1 Bell captain** — Vienna €1,950 monthly · Chicago $17.50 hourly
            **H2 Duty manager** — Vienna €2,950 monthly · Chicago $62,000 yearly
            """);

    assertThat(pay)
        .containsExactly(
            "EUR 1950 month salary 2025 | H1 Bell captain, in Vienna",
            "USD 17.5 hour salary 2025 | H1 Bell captain, in Chicago",
            "EUR 2950 month salary 2025 | H2 Duty manager, in Vienna",
            "USD 62000 year salary 2025 | H2 Duty manager, in Chicago");
  }

  @Test
  void readsAmountsUnderAHeadingThatSpeaksOfMoney() {
    assertThat(
            FactLines.pay(
                "rigger",
                """
                ---
                title: Rigger
                as-of: 2025
                currency: GBP
                ---

                ## Money

                - large yard: £38,000–£45,000
                """))
        .hasSize(1);
  }

  @Test
  void tellsJobsByWhatStandsInFrontOfTheComma_andHoursOfOneKindAsHours() {
    List<String> pay =
        FactLines.pay(
            "cockpit",
            """
            ---
            title: Cockpit jobs
            as-of: 2025
            currency: USD
            ---

            ## Seats

            - Captain, wide-body, year 12: $402,000
            - Reserve crew, year 1: $28.60 per flight hour
            """);

    assertThat(pay)
        .containsExactly(
            "USD 402000 year salary 2025 | Captain, wide-body, year 12",
            "USD 28.6 hour salary 2025 | *, Reserve crew, year 1");
  }

  @Test
  void takesTheEmployedForTheRole() {
    assertThat(
            FactLines.pay(
                "tax-adviser",
                """
                ---
                title: Tax adviser
                as-of: 2025
                currency: EUR
                ---

                ## Pay

                | Position | Pay |
                |---|---|
                | Employed tax adviser, 4–9 years | 74.600 € |
                """))
        .containsExactly("EUR 74600 year salary 2025 | *, 4–9 years [4..9]");
  }

  @Test
  void readsGermanSentencesOnPay() {
    assertThat(
            nurse(
                """
                ## Gehalt

                Zum Berufseinstieg liegen die Gehälter bei rund 3.000 bis 3.600 Euro brutto. Das
                Durchschnittsgehalt im Jahr 2023 war 3.865 €.
                """))
        .containsExactly(
            "EUR ~3000..3600 month salary 2024 | *, Berufseinstieg",
            "EUR 3865 month salary average 2023 | *");
  }

  @Test
  void takesGradesOfSentences_asBands() {
    assertThat(
            nurse(
                """
                ## Pay

                GS-4 nurses earned $27,990 to $36,384 a year, while GS-5 nurses earned $31,315 a year.
                """))
        .containsExactly(
            "USD 27990..36384 year salary 2024 | *, GS-4", "USD 31315 year salary 2024 | *, GS-5");
  }

  @Test
  void takesNoPay_fromDifferencesAndFromWhatIsSpent() {
    assertThat(
            nurse(
                """
                ## Pay

                Relocate and earn up to $8,000 more. A $30,000 course fee pays back at a salary of
                $80,000. The median household income in the United States is $43,318 a year.
                Nurses earn $50,000 while loan officers make $60,000.
                """))
        .containsExactly(
            "USD 80000 year salary 2024 | *",
            "USD 50000 year salary 2024 | *",
            "USD 60000 year salary 2024 | loan officers");
  }

  @Test
  void takesTheJobBehindAnAmount_whereABracketStandsBetween() {
    assertThat(
            nurse(
                """
                ## Pay

                - Survey: $9,400 per month (net) for Broadcast Journalists, $4,600 per month for Photo Journalists.
                """))
        .containsExactly(
            "USD 9400 month salary 2024 | Broadcast Journalists",
            "USD 4600 month salary 2024 | Photo Journalists");
  }

  @Test
  void takesThePeriod_fromTheLowEndOfAWideRange() {
    assertThat(
            nurse(
                """
                ## Pay

                Salaries range from $900 to $12,000 per month, with beginners earning as low as $700.
                """))
        .containsExactly(
            "USD 900..12000 month salary 2024 | *", "USD 700 month salary 2024 | *, beginners");
  }

  @Test
  void takesTheBand_forTheSamePayInOtherPeriods() {
    assertThat(
            nurse(
                """
                ## Pay

                Once newly qualified, nurses make £18–£20 an hour, £145–£155 a day, or £25–£30k a year.
                """))
        .containsExactly(
            "GBP 18..20 hour salary 2024 | *, newly qualified",
            "GBP 145..155 day salary 2024 | *, newly qualified",
            "GBP 25000..30000 year salary 2024 | *, newly qualified");
  }

  @Test
  void takesNoPay_fromRatesPerThousandPieces() {
    assertThat(
            nurse(
                """
                ## Pay

                Rates (per 1,000 samples):

                - Plain samples: $650
                - Day rate: $180 a day
                """))
        .containsExactly("USD 180 day salary 2024 | *");
  }

  @Test
  void takesTheYearsOfASentence_forAllOfItsAmounts() {
    assertThat(
            nurse(
                """
                ## Pay

                Nurses with 11 – 20 years experience earn $97,100 a year in Texas, followed by $86,485
                a year in Ohio.
                """))
        .containsExactly(
            "USD 97100 year salary 2024 | *, 11 – 20 years [11..20], in Texas",
            "USD 86485 year salary 2024 | *, 11 – 20 years [11..20], in Ohio");
  }

  @Test
  void takesWhoWorksOnOwnAccount_forNoOtherJob() {
    assertThat(
            nurse(
                """
                ## Pay

                - Sole trader/self-employed: $38 per hour
                """))
        .containsExactly("USD 38 hour salary 2024 | *");
  }

  @Test
  void takesPay_underAHeadingWithASlash() {
    assertThat(
            nurse(
                """
                ## Salary / Earning potential

                - Average salary: $95,000

                ## Pay/Training

                - Entry level: $60,000
                """))
        .containsExactly(
            "USD 95000 year salary average 2024 | *",
            "USD 60000 year salary 2024 | *, Entry level");
  }

  @Test
  void takesTheYearsOfOthers_forNoAverage() {
    assertThat(
            nurse(
                """
                ## Pay

                The national average is $58,000, rising to $75,000 for nurses with 15 years of experience.

                Most earn $52,000 a year, although a few with over 10 years of experience reach $90,000,
                and the median is $57,000.

                Nurses with up to two years of experience earn $48,000; the average is $66,000.

                Nurses with 5 years of experience earn $60,000, compared to an average of $55,000 for all.

                The median is $66,000, but those with 10 or more years of experience earn $80,000.
                """))
        .containsExactly(
            "USD 58000 year salary average 2024 | *",
            "USD 75000 year salary average 2024 | *, 15 years [15]",
            "USD 52000 year salary 2024 | *",
            "USD ..90000 year salary 2024 | *, over 10 years [10..]",
            "USD 57000 year salary median 2024 | *",
            "USD 48000 year salary 2024 | *, up to two years [..2]",
            "USD 66000 year salary average 2024 | *",
            "USD 60000 year salary 2024 | *, 5 years [5]",
            "USD 55000 year salary average 2024 | *",
            "USD 66000 year salary median 2024 | *",
            "USD 80000 year salary 2024 | *, 10 or more years [10..]");
  }

  @Test
  void takesPay_thatRisesOrIsToldMoreOrLess() {
    assertThat(
            nurse(
                """
                ## Pay

                Starting pay will increase from $41,500 to $60,500.

                Expect $61,000 more or less in the suburbs.

                - Head of Investments: $180,000
                """))
        .containsExactly(
            "USD 41500..60500 year salary 2024 | *, Starting pay",
            "USD 61000 year salary 2024 | *",
            "USD 180000 year salary 2024 | Head of Investments");
  }

  @Test
  void takesNoYear_inWhichAnotherScaleEnded() {
    assertThat(
            nurse(
                """
                ## Pay

                The previous scale ended in 2021; pay is now $31,000 a year.
                """))
        .containsExactly("USD 31000 year salary 2024 | *");
  }

  @Test
  void takesPayOfAFieldThatIsNamedLikeOtherMoney() {
    assertThat(
            nurse(
                """
                ## Pay by sector

                - Investment: $80,000

                ## Salary

                Graduates can expect $70,000 in investment consulting.

                - Course fees: $9,000
                """))
        .containsExactly("USD 80000 year salary 2024 | *", "USD 70000 year salary 2024 | *");
  }

  @Test
  void takesNoPart_thatAnAmountIsWithout() {
    assertThat(
            nurse(
                """
                ## Salary

                - Average salary excluding bonus: $61,000
                - Average salary (plus bonus): $62,000
                - Salary before tax and bonus: $63,000
                - 25%: $58,000
                """))
        .containsExactly(
            "USD 61000 year base average 2024 | *",
            "USD 62000 year salary average 2024 | *",
            "USD 63000 year base 2024 | *",
            "USD 58000 year salary p25 2024 | *");
  }

  @Test
  void takesAPartThatIsAdded_forNoPay() {
    assertThat(
            nurse(
                """
                ## Salary

                - Senior nurses earn $83,000 a year, plus a bonus of $2,000.
                - The median is $79,000 (plus bonus of $900).
                - Base pay is $78,000, plus overtime of about $4,200.
                - Average bonus excluding overtime: $1,400
                - Commission, excluding base pay, averages $3,600.
                - Typical salary: $80,000 + bonus
                - On-target earnings: $95,000 plus commission ($81,000 base)
                """))
        .containsExactly(
            "USD 83000 year salary 2024 | Senior nurses",
            "USD 2000 year bonus 2024 | Senior nurses",
            "USD 79000 year salary median 2024 | *",
            "USD 900 year bonus 2024 | *",
            "USD 78000 year base 2024 | *",
            "USD ~4200 year bonus 2024 | *",
            "USD 1400 year bonus average 2024 | *",
            "USD 3600 year bonus average 2024 | *",
            "USD 80000 year salary typical 2024 | *",
            "USD 95000 year total 2024 | *",
            "USD 81000 year base 2024 | *");
  }

  @Test
  void takesWhatIsPaidOnce_forABonus() {
    assertThat(
            nurse(
                """
                ## Salary

                A $2,000 relocation payment is made in May.

                New nurses get a golden hello of $1,500.

                Nurses who pass receive $1,200 once.

                Nurses earn $30,000 and overtime.
                """))
        .containsExactly(
            "USD 2000 once bonus 2024 | *",
            "USD 1500 once bonus 2024 | *",
            "USD 1200 once bonus 2024 | *",
            "USD 30000 year salary 2024 | *");
  }

  @Test
  void tellsAnExtra_byTheClauseOfItsAmount() {
    assertThat(
            nurse(
                """
                ## Salary

                The median salary is $31,500; overtime adds $4,000 a year.

                First year: $22,000, Second year: $24,500, Fully licensed: $28,000.

                Grade A: $30,000 | Grade B: $33,000
                """))
        .containsExactly(
            "USD 31500 year salary median 2024 | *",
            "USD 4000 year bonus 2024 | *",
            "USD 22000 year salary 2024 | *, First year",
            "USD 24500 year salary 2024 | *, Second year",
            "USD 28000 year salary 2024 | *, Fully licensed",
            "USD 30000 year salary 2024 | *, Grade A",
            "USD 33000 year salary 2024 | *, Grade B");
  }

  @Test
  void takesPay_whateverItsHeadingIsPer() {
    assertThat(
            nurse(
                """
                ## Salary as per 2024 survey

                - Average: $81,000

                ## Pay per training stage

                - Average: $82,000

                ## Pay per shift

                - Nights: $210

                ## Salary

                Nurses earn $83,000 before student loan repayments.

                Nurses take home $51,500 less tax.

                Trainees get $31,500 after tuition.

                Union dues are $92 a month.
                """))
        .containsExactly(
            "USD 81000 year salary average 2024 | *",
            "USD 82000 year salary average 2024 | *",
            "USD 83000 year salary 2024 | *",
            "USD 51500 year salary 2024 | *",
            "USD 31500 year salary 2024 | *, Trainees");
  }

  @Test
  void takesQuickFactsOfABandOrAStatistic_forPay() {
    assertThat(
            nurse(
                """
                ## At a glance

                - Entry level: $62,000 – $65,500
                - Senior: $96,000
                - Median: $79,900
                - Average student loan: $41,000

                ## Costs of training

                - Average: $41,000
                """))
        .containsExactly(
            "USD 62000..65500 year salary 2024 | *, Entry level",
            "USD 96000 year salary 2024 | *, Senior",
            "USD 79900 year salary median 2024 | *");
  }

  @Test
  void takesPlacesAndJobs_forWhatTheyAre() {
    assertThat(
            nurse(
                """
                ## Salary by region and experience

                - Boston: $85,000
                - Junior: $63,000
                - Night Shift: $86,000
                - Highest: $99,000

                ## Salary

                The gap between Boston and Austin is $5,000.

                In Austin nurses earn $80,000.
                """))
        .containsExactly(
            "USD 85000 year salary 2024 | *, in Boston",
            "USD 63000 year salary 2024 | *, Junior",
            "USD 86000 year salary 2024 | *",
            "USD 99000 year salary high 2024 | *",
            "USD 80000 year salary 2024 | *, in Austin");
  }

  @Test
  void labelsAmounts_withNeitherSourcesNorWhatTheyAreToldBy() {
    RoleDocument document =
        Written.markdown(
            "registered-nurse",
            NURSE_HEAD
                + """
                ## Salary as per 2024 survey

                Figures as per hospital data:

                - Base: $71,000

                ### By town

                - Westport: $74,000

                ## Where they work

                - Boston: $85,000

                ## Percentiles

                | 10th | 90th |
                |---|---|
                | $61,000 | $104,000 |
                """);

    assertThat(FactExtractor.extract(document))
        .extracting(fact -> fact.subject().detail())
        .containsExactly("", "", "", "", "");
  }

  @Test
  void takesStagesForBandsOfTheRole_andNotForJobs() {
    assertThat(
            nurse(
                """
                ## Salary

                - Trainee: $26,500
                - Newly qualified: $30,000
                - Fully licensed: $38,000

                Starting pay goes from $41,500 to $60,500 over ten years.
                """))
        .containsExactly(
            "USD 26500 year salary 2024 | *, Trainee",
            "USD 30000 year salary 2024 | *, Newly qualified",
            "USD 38000 year salary 2024 | *, Fully licensed",
            "USD 41500..60500 year salary 2024 | *, Starting pay");
  }

  @Test
  void takesNoCountryForPartOfATitle() {
    assertThat(nurse("## Salary\n\nIn Switzerland nurses get CHF 6,200 a month.\n"))
        .containsExactly("CHF 6200 month salary 2024 | *, in Switzerland");
  }

  @Test
  void takesNoYearOfWhatHasEnded() {
    assertThat(nurse("## Salary\n\nThe old scale ended in 2021, and pay is now $61,000 a year.\n"))
        .containsExactly("USD 61000 year salary 2024 | *");
  }

  @Test
  void takesNoChangeForPay() {
    assertThat(
            nurse(
                """
                ## Salary

                - The median is $61,000 a year, up $1,500 on 2023.
                - Certified: $78,000 (+$4,000 vs. 2022)
                - The salary rose by $2,000 to $51,000.
                - Pay is $70,000 a year (+$3,000 bonus).
                """))
        .containsExactly(
            "USD 61000 year salary median 2024 | *",
            "USD 78000 year salary 2024 | *, Certified",
            "USD 51000 year salary 2024 | *",
            "USD 70000 year salary 2024 | *",
            "USD 3000 year bonus 2024 | *");
  }

  @Test
  void takesNoPlainDollarForThatOfACountryToldOfOnce() {
    assertThat(
            FactLines.pay(
                "cable-splicer",
                """
                # Cable Splicer

                ## Pay

                - Texas: $71,000 a year
                - Ohio: $64,000 a year
                - Splicers in New Zealand earn NZ$82,000.
                """))
        .first()
        .isEqualTo("USD 71000 year salary | *, in Texas");
  }

  @Test
  void takesNoPerkForPay_andNoAllowanceForThatOfAnHour() {
    assertThat(
            nurse(
                """
                ## Salary

                - Nurses get free travel worth up to $1,100.
                - A uniform allowance of $150 is paid each year.
                - Average earnings including allowances: $68,900 a year. The average bonus is $1,200 a year.
                """))
        .containsExactly(
            "USD 150 year bonus 2024 | *",
            "USD 68900 year total average 2024 | *",
            "USD 1200 year bonus average 2024 | *");
  }

  @Test
  void takesStepsBesideStagesForBands_inQuickFactsToo() {
    assertThat(
            FactLines.pay(
                "cooper",
                """
                ---
                title: Cooper
                as-of: 2025
                market: UK
                currency: GBP
                ---

                # Cooper

                ## Key facts

                - Apprentice: £18,000
                - Journeyman: £32,800
                - Master: £39,000
                - Lead: £41,000

                ## Pay

                | Level | Salary |
                |---|---|
                | Principal | £47,000 |
                """))
        .containsExactly(
            "GBP 18000 year salary 2025 | *, Apprentice",
            "GBP 32800 year salary 2025 | *, Journeyman",
            "GBP 39000 year salary 2025 | *, Master",
            "GBP 41000 year salary 2025 | *, Lead",
            "GBP 47000 year salary 2025 | *, Principal");
  }

  @Test
  void readsLabelsOfSingleAmounts_asTheEndsOfAScale() {
    assertThat(
            nurse(
                """
                ## Quick facts

                - **Top salary:** $118,000
                - **Starting salary:** $61,000
                - Lowest: $55,000
                - Salary (max): $121,000

                ## Key facts

                | | |
                |---|---|
                | Entry | $58,000 |
                | Highest annual pay | $119,000 |
                | Median pay | $83,000 |
                """))
        .containsExactly(
            "USD 118000 year salary high 2024 | *",
            "USD 61000 year salary low 2024 | *, Starting salary",
            "USD 55000 year salary low 2024 | *",
            "USD 121000 year salary high 2024 | *",
            "USD 58000 year salary low 2024 | *, Entry",
            "USD 119000 year salary high 2024 | *",
            "USD 83000 year salary median 2024 | *");
  }

  @Test
  void takesPlainLabelsForPay_besideLabelsOfPay() {
    assertThat(
            nurse(
                """
                ## At a glance

                | Fact | |
                |---|---|
                | Median salary | $83,000 |
                | Range | $61,000 to $118,000 |
                | Tools | $1,000 to $2,000 |

                ## In short

                - Average hourly pay: $38.20
                - Range: $28.00 to $51.00
                - Uniform: $90.00

                ## Costs

                - Median: $900
                - Range: $600 to $1,400
                """))
        .containsExactly(
            "USD 83000 year salary median 2024 | *",
            "USD 61000..118000 year salary 2024 | *",
            "USD 38.2 hour salary average 2024 | *",
            "USD 28..51 hour salary 2024 | *");
  }

  @Test
  void givesEachAmountOfALine_theLabelInFrontOfIt() {
    assertThat(
            nurse(
                """
                ## Pay

                - Junior: $60,000 a year. Senior: $90,000 a year. The average is $75,000.
                - Trainee: $41,000; licensed: $66,000
                - Boston (downtown): $91,000 a year.

                Median salary: $83,000
                Range: $61,000 to $118,000
                """))
        .containsExactly(
            "USD 60000 year salary 2024 | *, Junior",
            "USD 90000 year salary 2024 | *, Senior",
            "USD 75000 year salary average 2024 | *",
            "USD 41000 year salary 2024 | *, Trainee",
            "USD 66000 year salary 2024 | *, licensed",
            "USD 91000 year salary 2024 | *, in Boston",
            "USD 83000 year salary median 2024 | *",
            "USD 61000..118000 year salary 2024 | *");
  }

  @Test
  void takesNoEarlierAmount_forPay() {
    assertThat(
            nurse(
                """
                ## Pay

                - Median pay is $83,000, up from $79,500 the year before.
                - Pay rose from $76,000 to $83,000.
                - Pay is down from a peak of $88,000.
                - Nurses go up from $70,000 to $92,000 in six steps.

                | State | Median pay |
                |---|---|
                | Ohio | $74,000, up from $71,000 |
                """))
        .containsExactly(
            "USD 83000 year salary median 2024 | *",
            "USD 83000 year salary 2024 | *",
            "USD 70000..92000 year salary 2024 | *",
            "USD 74000 year salary median 2024 | *, in Ohio");
  }

  @Test
  void takesNamesForPlaces_whereOnlyAPlaceCanStand() {
    assertThat(
            nurse(
                """
                ## Pay

                In Harlowby pay is best, at $91,000. In Tillingford nurses earn $84,000.
                Tillingford pays $85,000 to seniors. Nurses in Upper Marsden are paid $77,000.
                In general pay is $80,000. In hospitals pay is $82,000. In January pay is $81,000.

                ## Across the regions

                - Milbury: $73,000
                - New Ashby: $72,000
                """))
        .containsExactly(
            "USD 91000 year salary 2024 | *, in Harlowby",
            "USD 84000 year salary 2024 | *, in Tillingford",
            "USD 85000 year salary 2024 | *, seniors, in Tillingford",
            "USD 77000 year salary 2024 | *, in Upper Marsden",
            "USD 80000 year salary 2024 | *",
            "USD 82000 year salary 2024 | *",
            "USD 81000 year salary 2024 | *",
            "USD 73000 year salary 2024 | *, in Milbury",
            "USD 72000 year salary 2024 | *, in New Ashby");
  }

  @Test
  void givesTheOtherAmountsOfASentence_thePlaceInFrontOfTheFirst() {
    assertThat(
            nurse(
                """
                ## Local 7, Denver

                - Head nurses: $51.00 an hour

                ## Scales

                Local 9: nurses in Boise are paid $38.20 an hour, head nurses $46.10.
                Nurses in Tulsa earn $71,000, while the national average is $86,000.
                """))
        .containsExactly(
            "USD 51 hour salary 2024 | Head nurses, in Denver",
            "USD 38.2 hour salary 2024 | *, in Boise",
            "USD 46.1 hour salary 2024 | head nurses, in Boise",
            "USD 71000 year salary 2024 | *, in Tulsa",
            "USD 86000 year salary average 2024 | *");
  }

  @Test
  void givesAnAmountToTheJob_thatItsOwnClauseIsAbout() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - Nurses earn $30,000 more than phlebotomists, who make $41,000.
            - Some make $20,000 less than managers, who earn $108,000.
            - Unlike surgeons, who earn $310,000, they make $84,000.
            - Nurses report to chief nursing officers, whose median pay is $151,000.
            """);

    assertThat(pay)
        .containsExactly(
            "USD 41000 year salary 2024 | phlebotomists",
            "USD 108000 year salary 2024 | managers",
            "USD 310000 year salary 2024 | surgeons",
            "USD 84000 year salary 2024 | *",
            "USD 151000 year salary median 2024 | chief nursing officers");
  }

  @Test
  void givesAnAmountToTheJob_thatAnotherOneIsComparedWith() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - Nurses earn more than teachers ($61,000) but less than dentists ($160,000).
            - A nurse makes $84,000, compared with $43,000 for dental assistants.
            - They take home $84,000, far more than the $39,000 that cooks earn.
            """);

    assertThat(pay)
        .containsExactly(
            "USD 61000 year salary 2024 | teachers",
            "USD 160000 year salary 2024 | dentists",
            "USD 84000 year salary 2024 | *",
            "USD 43000 year salary 2024 | dental assistants",
            "USD 84000 year salary 2024 | *",
            "USD 39000 year salary 2024 | cooks");
  }

  @Test
  void leavesAnAmountToItsRole_whereAClauseExplainsIt() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - Nurses, who often work nights, earn $84,000.
            - Nurses who assist surgeons earn $91,000.
            """);

    assertThat(pay)
        .containsExactly("USD 84000 year salary 2024 | *", "USD 91000 year salary 2024 | *");
  }

  @Test
  void takesTheOtherEnd_whereASentenceDeniesOne() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - Most nurses do not earn more than $110,000.
            - Nurses don't earn less than $61,000 a year.
            - Pay does not exceed $121,000.
            - Few make more than $118,000; a few make more than $125,000.
            - The average is not $90,000 but $86,000.
            """);

    assertThat(pay)
        .containsExactly(
            "USD ..110000 year salary 2024 | *",
            "USD 61000.. year salary 2024 | *",
            "USD ..121000 year salary 2024 | *",
            "USD ..118000 year salary 2024 | *",
            "USD 125000.. year salary 2024 | *",
            "USD 86000 year salary 2024 | *");
  }

  @Test
  void takesNoRange_ofWhatPayFellFromAndTo() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - Pay fell from $88,000 to $84,000.
            - Pay went from $83,000 in 2021 to $81,000 in 2023.
            - Starting pay increases from $60,000 to $72,000 after training.
            """);

    assertThat(pay)
        .containsExactly(
            "USD 84000 year salary 2024 | *",
            "USD 81000 year salary 2023 | *",
            "USD 60000..72000 year salary 2024 | *, Starting pay");
  }

  @Test
  void takesYearsInWords_asTheBandOfTheirClause() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - After ten years, nurses make up to $110,000 a year.
            - With more than five years, they earn $92,000.
            - Nurses earn $88,000 after three years on the job.
            - Pay rises from $62,000 to $95,000 after twelve years.
            """);

    assertThat(pay)
        .containsExactly(
            "USD ..110000 year salary 2024 | *, After ten years [10..]",
            "USD 92000 year salary 2024 | *, more than five years [5..]",
            "USD 88000 year salary 2024 | *, after three years [3..]",
            "USD 62000..95000 year salary 2024 | *");
  }

  @Test
  void takesThePayOfAField_thatOtherMoneyIsNamedAfter() {
    List<String> pay =
        nurse(
            """
            ## Salary

            - In insurance, the median is $88,000; in government, $85,000.
            """);

    assertThat(pay).hasSize(2);
    assertThat(pay.getFirst()).startsWith("USD 88000 year salary median 2024 | *");
  }

  @Test
  void readsALabelOfALineForItsOwnAmountOnly() {
    List<String> pay =
        nurse(
            """
            ## Compensation

            Base: $70k – $95k. Bonus: up to 10%. Average: $82,500.
            """);

    assertThat(pay)
        .containsExactly(
            "USD 70000..95000 year base 2024 | *", "USD 82500 year salary average 2024 | *");
  }

  @Test
  void takesNoCurrency_whereNothingTellsOne() {
    String weaver = "# Weaver\n\n## Pay\n\n- Average pay: 41,000 a year\n";

    assertThat(FactLines.pay("weaver", weaver))
        .containsExactly("XXX 41000 year salary average | *");
    assertThat(FactLines.pay("weaver", weaver.replace("41,000", "$41,000")))
        .containsExactly("USD 41000 year salary average | *");
  }

  @Test
  void takesTheNameInFrontOfABareAmount_forItsLabel() {
    assertThat(
            nurse(
                """
                ## Cities

                - Boston $91,000
                - Leeds (centre) $88,000

                ## Also viewed

                - Prison Officer (IE) $64,000
                - Low $58,000 High $119,000
                """))
        .containsExactly(
            "USD 91000 year salary 2024 | *, in Boston",
            "USD 88000 year salary 2024 | *, in Leeds",
            "USD 64000 year salary 2024 | Prison Officer",
            "USD 58000 year salary low 2024 | *",
            "USD 119000 year salary high 2024 | *");
  }

  @Test
  void takesAnAmountForPay_whereItsSentenceGoesOnToOneThatIs() {
    assertThat(
            nurse(
                """
                ## For comparison: dispatchers

                Their scale begins at $4,420 and tops out at $5,980 a month.
                """))
        .containsExactly(
            "USD 4420 month salary 2024 | dispatchers", "USD 5980 month salary 2024 | dispatchers");
  }

  @Test
  void takesNoAmountOfACard_whoseLabelIsLost() {
    assertThat(
            nurse(
                """
                ## Vacancies

                Ward nurse, Boston

                $34 an hour

                Line nurse, Salem

                $38,200 a year
                """))
        .isEmpty();
  }

  @Test
  void takesWhatTheEmployerPutsIntoAPension_forNoPay() {
    assertThat(
            nurse(
                """
                ## Pay

                Under the pay agreement there is a pension in which the employer puts in $32.20 and the nurse $21.46 each week.
                On top of base pay, most receive a bonus, typically $3,800 a year.
                """))
        .containsExactly("USD 3800 year bonus typical 2024 | *");
  }

  @Test
  void takesFeesLimitsAndContributions_forNoPay() {
    assertThat(
            nurse(
                """
                ## Pay and conditions

                Nurses are paid every second week. The hospital pays $9.40 an hour into the health plan.

                Before their first paid shift, new members of the union pay the initiation fee of $310.

                Candidates for the state examination pay a fee of $240 and are paid for the day.

                A charge nurse signs off up to $1,500 for supplies and is paid for it in time.

                Nurses qualify for the pension after $8,000 of covered earnings.

                All pay is in thousands (1 thousand = $1,000).

                Pay is better in private homes, where nurses earn $83,000.
                """))
        .containsExactly("USD 83000 year salary 2024 | *");
  }

  @Test
  void takesWhatIsAddedToPay_forAnExtra() {
    assertThat(
            nurse(
                """
                ## Base pay

                The charge role brings a certificate worth 5 percent of base. Bilingual pay is $130 a month. Wound care and dialysis each add $205 a month. Longevity: $95 a month after 5 years.

                Nurses on a call-back rota added a median of $7,200; those on new wards added $3,600.

                Nurses on late hours receive an allowance of $310 a month; on night hours it is $520 a month.

                Relocation package up to $6,000 for posts advertised twice.
                """))
        .containsExactly(
            "USD 130 month bonus 2024 | *",
            "USD 205 month bonus 2024 | *",
            "USD 95 month bonus 2024 | *, after 5 years [5..]",
            "USD 7200 year bonus median 2024 | *",
            "USD 3600 year bonus 2024 | *",
            "USD 310 month bonus 2024 | *",
            "USD 520 month bonus 2024 | *",
            "USD ..6000 once bonus 2024 | *");
  }

  @Test
  void takesFixedPayForBase_andPackagesThatAreSoldForNoPart() {
    assertThat(
            nurse(
                """
                ## Pay

                - Total fixed pay: $71,000 a year
                - Total pay: $79,000 a year
                - Ward C (base release): $66,000 a year
                - Ward D (base only): $61,000 a year
                - In home care package tours: $69,000 a year
                """))
        .containsExactly(
            "USD 71000 year base 2024 | *",
            "USD 79000 year total 2024 | *",
            "USD 66000 year salary 2024 | *",
            "USD 61000 year base 2024 | *",
            "USD 69000 year salary 2024 | *");
  }

  @Test
  void takesWhatIsPaidForACircumstance_forNoPay() {
    assertThat(
            nurse(
                """
                ## Pay

                Flight crews get a further $4.20 an hour for work by water. Call pay of $6 to $12 an
                hour is not included. The course costs roughly $2,900 and wards usually pay for it.

                ## Joining bonus

                Up to $3,000 for night staff.
                """))
        .containsExactly(
            "USD 4.2 hour bonus 2024 | *",
            "USD 6..12 hour bonus 2024 | *",
            "USD ..3000 once bonus 2024 | *");
  }

  @Test
  void takesTheDay_forAShiftOfHours_andTheSamePeriodForTwoJobsOfASentence() {
    assertThat(
            nurse(
                """
                ## Pay

                Charge nurses get $612 for an eight-hour day.

                Licensed pilots make $480 to $610 and flight surgeons $620 to $760 a day.
                """))
        .containsExactly(
            "USD 612 day salary 2024 | Charge nurses",
            "USD 480..610 day salary 2024 | Licensed pilots",
            "USD 620..760 day salary 2024 | flight surgeons");
  }

  @Test
  void takesAYearOfTraining_forNoPeriod() {
    assertThat(
            FactLines.pay(
                "optician-germany",
                """
                # Optician in Germany

                ## Apprentice pay

                Recommendation: 1.150 € in the first year, 1.250 € in the second.
                """))
        .allMatch(line -> line.contains(" month salary"));
  }

  @Test
  void takesTheNamesInAListOfOtherJobs_forJobs() {
    assertThat(
            nurse(
                """
                ## Related trades (weekly pay)

                Driller: $2,230 · Track builder: $2,120

                | Job | Median weekly |
                |---|---|
                | Groundie | $1,800 |
                """))
        .containsExactly(
            "USD 2230 week salary 2024 | Driller",
            "USD 2120 week salary 2024 | Track builder",
            "USD 1800 week salary median 2024 | Groundie");
  }

  @Test
  void takesWhatIsListedUnderExtras_forNoPay() {
    assertThat(nurse("## Extras\n\n- Contaminated water: $45 a day\n- Extras: $16 an hour\n"))
        .containsExactly("USD 45 day bonus 2024 | *", "USD 16 hour bonus 2024 | *");
  }

  @Test
  void takesPeopleOfAnyJob_forThoseOfTheDocument() {
    assertThat(
            nurse(
                """
                ## Pay

                Posts are graded band 6 (£38,700) and band 7 for senior practitioners (£47,800).

                A union nurse is paid £612 a day.
                """))
        .containsExactly(
            "GBP 38700 year salary 2024 | *, band 6",
            "GBP 47800 year salary 2024 | *, band 7",
            "GBP 612 day salary 2024 | *");
  }
}
