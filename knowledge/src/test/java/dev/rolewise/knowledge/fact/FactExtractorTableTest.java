package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Written;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What tables say about pay, whichever way they are turned. */
class FactExtractorTableTest {
  private static List<String> engineer(String table) {
    return FactLines.pay(
        "data-engineer",
        """
        ---
        title: Data Engineer
        as-of: 2024
        market: US
        currency: USD
        ---

        # Data Engineer

        """
            + table);
  }

  @Test
  void readsBandsInRows_andPartsOfPayInColumns() {
    List<String> pay =
        engineer(
            """
            ## Salary

            | Level | Base salary | Bonus | Total compensation |
            |---|---|---|---|
            | Entry level | $95,000 | $5,000 | $100,000 |
            | Senior | $150,000–$170,000 | $20,000 | $190,000+ |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 95000 year base 2024 | *, Entry level",
            "USD 5000 year bonus 2024 | *, Entry level",
            "USD 100000 year total 2024 | *, Entry level",
            "USD 150000..170000 year base 2024 | *, Senior",
            "USD 20000 year bonus 2024 | *, Senior",
            "USD 190000.. year total 2024 | *, Senior");
  }

  @Test
  void readsYearsOfExperienceInRows() {
    List<String> pay =
        engineer(
            """
            ## Salary by experience

            | Years of experience | Average salary |
            |---|---|
            | 0–1 | $92,000 |
            | 4–6 | $118,000 |
            | 10+ | $146,000 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 92000 year salary average 2024 | *, 0–1 [0..1]",
            "USD 118000 year salary average 2024 | *, 4–6 [4..6]",
            "USD 146000 year salary average 2024 | *, 10+ [10..]");
  }

  @Test
  void readsNameAndYearsOfABand_fromTwoColumns() {
    List<String> pay =
        engineer(
            """
            ## Salary

            | Level | Years of experience | Salary |
            |---|---|---|
            | Junior | 0–2 | $90,000 |
            | Mid-level | 3–5 | $120,000 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 90000 year salary 2024 | *, Junior [0..2]",
            "USD 120000 year salary 2024 | *, Mid-level [3..5]");
  }

  @Test
  void readsLevelsOfTheDocumentsOwn() {
    List<String> pay =
        engineer(
            """
            ## Total pay by level

            | Level | Total pay |
            |---|---|
            | L3 | $160,000 |
            | L4 | $210,000 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 160000 year total 2024 | *, L3", "USD 210000 year total 2024 | *, L4");
  }

  @Test
  void readsPercentilesInColumns() {
    List<String> pay =
        engineer(
            """
            ## Wages

            | Wage | 10th percentile | 25% | Median | 75th percentile | 90th |
            |---|---|---|---|---|---|
            | Annual | 71,000 | 92,000 | 118,000 | 147,000 | 181,000 |
            | Hourly | 34.13 | 44.23 | 56.73 | 70.67 | 87.02 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 71000 year salary p10 2024 | *",
            "USD 92000 year salary p25 2024 | *",
            "USD 118000 year salary median 2024 | *",
            "USD 147000 year salary p75 2024 | *",
            "USD 181000 year salary p90 2024 | *",
            "USD 34.13 hour salary p10 2024 | *",
            "USD 44.23 hour salary p25 2024 | *",
            "USD 56.73 hour salary median 2024 | *",
            "USD 70.67 hour salary p75 2024 | *",
            "USD 87.02 hour salary p90 2024 | *");
  }

  @Test
  void readsPlacesInRows() {
    List<String> pay =
        engineer(
            """
            ## Salary by city

            | City | Average salary | Number of jobs |
            |---|---|---|
            | San Francisco, CA | $163,000 | 4,200 |
            | Austin, TX | $131,000 | 1,900 |
            | Springfield | $99,000 | 310 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 163000 year salary average 2024 | *, in San Francisco",
            "USD 131000 year salary average 2024 | *, in Austin",
            "USD 99000 year salary average 2024 | *, in Springfield");
  }

  @Test
  void readsPlacesInColumns() {
    List<String> pay =
        engineer(
            """
            ## Salary

            | Level | New York | Chicago |
            |---|---|---|
            | Junior | $105,000 | $93,000 |
            | Senior | $168,000 | $149,000 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 105000 year salary 2024 | *, Junior, in New York",
            "USD 93000 year salary 2024 | *, Junior, in Chicago",
            "USD 168000 year salary 2024 | *, Senior, in New York",
            "USD 149000 year salary 2024 | *, Senior, in Chicago");
  }

  @Test
  void readsJobTitlesInRows_andKnowsItsOwn() {
    List<String> pay =
        engineer(
            """
            ## Similar occupations

            | Occupation | Entry-level education | 2024 median pay |
            |---|---|---|
            | Data engineer | Bachelor's degree | $118,000 |
            | Database administrator | Bachelor's degree | $104,620 |
            | Data scientist | Bachelor's degree | $112,590 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 118000 year salary median 2024 | *",
            "USD 104620 year salary median 2024 | Database administrator",
            "USD 112590 year salary median 2024 | Data scientist");
  }

  @Test
  void readsJobTitlesInColumns() {
    List<String> pay =
        engineer(
            """
            ## Salary comparison

            | Experience | Data Engineer | Data Scientist |
            |---|---|---|
            | Entry level | $95,000 | $98,000 |
            | Senior level | $152,000 | $158,000 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 95000 year salary 2024 | *, Entry level",
            "USD 98000 year salary 2024 | Data Scientist, Entry level",
            "USD 152000 year salary 2024 | *, Senior level",
            "USD 158000 year salary 2024 | Data Scientist, Senior level");
  }

  @Test
  void readsStatisticsInRows_whenATableIsTurned() {
    List<String> pay =
        engineer(
            """
            ## Salary

            | | Junior | Senior |
            |---|---|---|
            | Median base salary | $94,000 | $151,000 |
            | Median total compensation | $101,000 | $188,000 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 94000 year base median 2024 | *, Junior",
            "USD 151000 year base median 2024 | *, Senior",
            "USD 101000 year total median 2024 | *, Junior",
            "USD 188000 year total median 2024 | *, Senior");
  }

  @Test
  void multipliesThousands_whenTheHeadingSaysSo() {
    List<String> pay =
        engineer(
            """
            ## Salary

            | Level | Base salary (in thousands) | Total (USD 000s) |
            |---|---|---|
            | Junior | 95 | 102 |
            | Senior | 151 | 189 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 95000 year base 2024 | *, Junior",
            "USD 102000 year total 2024 | *, Junior",
            "USD 151000 year base 2024 | *, Senior",
            "USD 189000 year total 2024 | *, Senior");
  }

  @Test
  void readsEuropeanNotation() {
    List<String> pay =
        FactLines.pay(
            "data-engineer",
            """
            ---
            title: Data Engineer
            market: Germany
            currency: EUR
            ---

            # Data Engineer

            ## Salary

            | City | Annual gross salary |
            |---|---|
            | Munich | 72.500 |
            | Berlin | 66.000 € |
            """);

    assertThat(pay)
        .containsExactly(
            "EUR 72500 year salary | *, in Munich", "EUR 66000 year salary | *, in Berlin");
  }

  @Test
  void takesCurrencyAndPeriod_fromTheHeadingOfTheColumn() {
    List<String> pay =
        engineer(
            """
            ## Pay by country

            | Country | Yearly salary (EUR) | Monthly salary (GBP) |
            |---|---|---|
            | Ireland | 68,000 | |
            | United Kingdom | | 4,900 |
            """);

    assertThat(pay)
        .containsExactly(
            "EUR 68000 year salary 2024 | *, in Ireland",
            "GBP 4900 month salary 2024 | *, in United Kingdom");
  }

  @Test
  void takesNoPay_fromColumnsThatCountSomethingElse() {
    List<String> pay =
        engineer(
            """
            ## Employment and wages

            | State | Employment | Annual mean wage | Jobs per 1,000 |
            |---|---|---|---|
            | California | 21,450 | 142,300 | 1.2 |
            | Oregon | 9,870 | 139,900 | 2.8 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 142300 year salary average 2024 | *, in California",
            "USD 139900 year salary average 2024 | *, in Oregon");
  }

  @Test
  void takesTheYear_fromTheHeadingOfTheColumn() {
    List<String> pay =
        engineer(
            """
            ## Salary over time

            | Level | 2022 salary | 2023 salary |
            |---|---|---|
            | Junior | $88,000 | $91,000 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 88000 year salary 2022 | *, Junior", "USD 91000 year salary 2023 | *, Junior");
  }

  @Test
  void keepsIndustriesAsDetail() {
    String text =
        """
        # Data Engineer

        ## Pay by industry

        | Industry | Median salary |
        |---|---|
        | Hospitals | $109,000 |
        | Software publishers | $134,000 |
        """;

    assertThat(
            FactExtractor.extract(Written.markdown("data-engineer", text)).stream()
                .map(fact -> fact.subject().detail()))
        .containsExactly("Hospitals", "Software publishers");
  }

  @Test
  void keepsTheJobsApart_thatOneTitleJoins() {
    List<String> pay =
        FactLines.pay(
            "assistants",
            """
            ---
            title: Physical Therapist Assistants and Aides
            as-of: 2024
            market: US
            currency: USD
            ---

            ## Pay

            The median annual wage for physical therapist aides was $34,520. The lowest 10 percent
            earned less than $27,090.

            The median annual wages for physical therapist assistants in the top industries were:

            | Industry | Median |
            |---|---|
            | Hospitals | $66,100 |

            | Occupation | Median annual wage |
            |---|---|
            | Physical therapist assistants and aides | $60,050 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 34520 year salary median 2024 | Physical Therapist Aides",
            "USD ..27090 year salary p10 2024 | Physical Therapist Aides",
            "USD 66100 year salary median 2024 | Physical Therapist Assistants",
            "USD 60050 year salary median 2024 | *");
  }

  @Test
  void readsWholeAmountsWithCents_asPayByTheHour() {
    List<String> pay =
        engineer(
            """
            ## Hourly wages

            | Province | Low | Median |
            |---|---|---|
            | Ontario | 30.29 | 50.00 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 30.29 hour salary low 2024 | *, in Ontario",
            "USD 50 hour salary median 2024 | *, in Ontario");
  }

  @Test
  void takesIndustriesForNoJobs_whateverTheyAreCalled() {
    List<String> pay =
        engineer(
            """
            ## Pay

            The median annual wages for data engineers in the top industries were as follows:

            | Industry | Median |
            |---|---|
            | Insurance carriers | $81,520 |
            | Employment services | 55,290 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 81520 year salary median 2024 | *", "USD 55290 year salary median 2024 | *");
  }

  @Test
  void takesANumberWithAUnit_forNoPay() {
    List<String> pay =
        engineer(
            """
            ## Hourly rates

            | Licence | Vehicle | Hourly rate |
            |---|---|---|
            | C1 | 3.5–7.5 t | $12.80 |
            """);

    assertThat(pay).containsExactly("USD 12.8 hour salary 2024 | *, C1");
  }

  @Test
  void countsFromTheTop_underAHeadingOfTheHighest() {
    List<String> pay =
        engineer(
            """
            ## Pay

            | Occupation | Lowest 10% | Highest 10% |
            |---|---|---|
            | Data engineers | $61,000 | $152,000 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 61000 year salary p10 2024 | *", "USD 152000 year salary p90 2024 | *");
  }

  @Test
  void keepsAShorterTitleApart_inATableWithARowOfTheRole() {
    List<String> pay =
        engineer(
            """
            ## Median annual wages

            | Occupation | Median |
            |---|---|
            | Data engineers | $99,590 |
            | Engineers | $106,270 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 99590 year salary median 2024 | *",
            "USD 106270 year salary median 2024 | Engineers");
  }

  @Test
  void readsTheEndsOfARangeInColumns() {
    List<String> pay =
        engineer(
            """
            ## Hourly wage

            | Province | Low ($/hour) | Median ($/hour) | High ($/hour) |
            |---|---|---|---|
            | Ontario | 24.00 | 36.50 | 45.00 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 24 hour salary low 2024 | *, in Ontario",
            "USD 36.5 hour salary median 2024 | *, in Ontario",
            "USD 45 hour salary high 2024 | *, in Ontario");
  }

  @Test
  void readsTheStageThatACellNamesItself() {
    List<String> pay =
        engineer(
            """
            ## At a glance

            | Average salary (a year) | |
            |---|---|
            | $95,000 Starter | $150,000 Experienced |
            """);

    assertThat(pay)
        .extracting(line -> line.substring(line.indexOf('|')))
        .containsExactly("| *, Starter", "| *, Experienced");
  }

  @Test
  void readsStepsOfAScaleByTheirNumbers() {
    List<String> pay =
        engineer(
            """
            ## Pay scale

            | Pay point | Salary |
            |---|---|
            | 0 | $52,000 |
            | 7 | $71,000 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 52000 year salary 2024 | *, Pay point 0",
            "USD 71000 year salary 2024 | *, Pay point 7");
  }

  @Test
  void takesAmountsOfJobsInRows_forPayWithoutAWordOfIt() {
    List<String> pay =
        FactLines.pay(
            "dockyard-jobs",
            """
            ---
            title: Dockyard jobs
            as-of: 2024
            currency: GBP
            ---

            ## Three jobs

            | Role | Median 2023 | Lowest 10% | Travel per km |
            |---|---|---|---|
            | Rigger | £31,000 | £24,000 | £0.45 |
            | Shipwright | £39,000 | £29,000 | £0.45 |

            ## Where

            | Role | Leith | Belfast |
            |---|---|---|
            | Welder | £33,000 | £32,000 |
            """);

    assertThat(pay)
        .containsExactly(
            "GBP 31000 year salary median 2023 | Rigger",
            "GBP 24000 year salary p10 2024 | Rigger",
            "GBP 39000 year salary median 2023 | Shipwright",
            "GBP 29000 year salary p10 2024 | Shipwright",
            "GBP 33000 year salary 2024 | Welder",
            "GBP 32000 year salary 2024 | Welder, in Belfast");
  }

  @Test
  void readsPayOfAFortnight() {
    assertThat(
            engineer(
                """
                ## Pay

                | Level | Per fortnight |
                |---|---|
                | Entry level | $3,120.50 |
                """))
        .containsExactly("USD 3120.5 fortnight salary 2024 | *, Entry level");
  }

  @Test
  void readsTheFirstRowOfATableWithoutHeadings() {
    assertThat(
            engineer(
                """
                ## Median salary by industry

                | Banks | $131,000 |
                |---|---|
                | Hospitals | $112,000 |
                """))
        .hasSize(2);
  }

  @Test
  void readsGradesInRows_andTheirStepsInColumns_asPaidForAMonthInEuros() {
    assertThat(
            engineer(
                """
                ## Entgelttabelle

                | Entgeltgruppe | Stufe 1 | Stufe 2 |
                |---|---|---|
                | E 9b | 3.371 € | 3.599 € |
                """))
        .containsExactly(
            "EUR 3371 month salary 2024 | *, E 9b, Stufe 1",
            "EUR 3599 month salary 2024 | *, E 9b, Stufe 2");
  }

  @Test
  void takesStatesForStates_whereACityHasTheSameName() {
    assertThat(
            engineer(
                """
                ## Pay by state

                | State | Average salary |
                |---|---|
                | Washington | $131,000 |
                | District of Columbia | $132,000 |
                """))
        .containsExactly(
            "USD 131000 year salary average 2024 | *, in Washington State",
            "USD 132000 year salary average 2024 | *, in Washington, D.C.");
  }

  @Test
  void takesThePartOfPay_fromNoDescriptionOfDuties() {
    assertThat(
            engineer(
                """
                ## Similar occupations

                | Occupation | Duties | Median pay |
                |---|---|---|
                | Hand Laborers | Hand laborers manually move freight, stock, or other materials of a shop. | $37,680 |
                """))
        .containsExactly("USD 37680 year salary median 2024 | Hand Laborers");
  }

  @Test
  void tellsRowsApart_byTheHoursOfTheirWeek() {
    String text = "# Guard\n\n## Pay\n\n| Week | Pay |\n|---|---|\n| 37 hours | £30,880 |\n";

    assertThat(
            FactExtractor.extract(Written.markdown("guard", text)).stream()
                .map(fact -> fact.subject().detail()))
        .containsExactly("37 hours");
  }

  @Test
  void takesThePartOfPay_fromAHeadingHoweverLong() {
    assertThat(
            engineer(
                """
                ## Salary

                | Level | Total compensation with base salary, yearly bonus and long-term equity awards |
                |---|---|
                | Junior | $60,000 |
                """))
        .containsExactly("USD 60000 year total 2024 | *, Junior");
  }

  @Test
  void takesCalendarYearsAndPercentiles_fromTheLabelsOfRows() {
    assertThat(
            engineer(
                """
                ## Pay

                | Year | Median salary |
                |---|---|
                | 2019 | $81,000 |

                | Bracket | Average annual salary |
                |---|---|
                | 25th percentile wage | $72,000 |
                """))
        .containsExactly(
            "USD 81000 year salary median 2019 | *", "USD 72000 year salary p25 2024 | *");
  }

  @Test
  void takesBareAmountsForPay_whereOnlyTheTitleSaysSo() {
    assertThat(
            FactLines.pay(
                "trades",
                """
                # Monthly Pay of Common Trades

                | Common occupations | 2011 |
                |---|---|
                | Plumber I | 9,328 |
                """))
        .containsExactly("XXX 9328 month salary 2011 | Plumber I");
  }

  @Test
  void takesAmountsInRand_forNoBands() {
    assertThat(
            FactLines.pay(
                "police",
                """
                ---
                title: Police
                currency: ZAR
                ---

                ## Pay by rank

                | Rank | Monthly salary |
                |---|---|
                | Sergeant | R17,417 – R22,750 |
                """))
        .containsExactly("ZAR 17417..22750 month salary | Sergeant");
  }

  @Test
  void tellsThoseWhoSupervise_fromTheJobOfTheDocument() {
    assertThat(
            engineer(
                """
                ## Pay

                | Occupation group | Median pay |
                |---|---|
                | First-line supervisors of data engineers | $140,000 |
                """))
        .containsExactly(
            "USD 140000 year salary median 2024 | First-line supervisors of data engineers");
  }

  @Test
  void takesBareNumbersBesideAmounts_forPercentiles() {
    assertThat(
            engineer(
                """
                ## Pay

                | Percentile | Annual wage |
                |---|---|
                | 10th | $71,000 |
                | 50% (median) | $120,000 |

                | Level | Details | Salary (excl. bonus) | Annual wage |
                |---|---|---|---|
                | Junior | Staff here also get free meals and a yearly bonus | $50,000 | $52,000 |
                """))
        .containsExactly(
            "USD 71000 year salary p10 2024 | *",
            "USD 120000 year salary p50 2024 | *",
            "USD 50000 year base 2024 | *, Junior",
            "USD 52000 year salary 2024 | *, Junior");
  }

  @Test
  void takesTheTwoEndsOfAScale_fromHeadingsThatNameThemInAnyWords() {
    assertThat(
            engineer(
                """
                ## Pay

                | Setting | Lowest base pay | Highest base pay |
                |---|---|---|
                | Bank | $91,000 | $120,000 |

                | Setting | Pay (from) | Pay (to) |
                |---|---|---|
                | Museum | $81,000 | $110,000 |

                | Setting | Bottom | Top |
                |---|---|---|
                | School | $71,000 | $100,000 |
                """))
        .containsExactly(
            "USD 91000 year base low 2024 | *",
            "USD 120000 year base high 2024 | *",
            "USD 81000 year salary low 2024 | *",
            "USD 110000 year salary high 2024 | *",
            "USD 71000 year salary low 2024 | *",
            "USD 100000 year salary high 2024 | *");
  }

  @Test
  void keepsTheNumberThatARowIsLabelledWith() {
    RoleDocument document =
        Written.markdown(
            "data-engineer",
            """
            # Data Engineer

            ## Pay

            | Age | Salary |
            |---|---|
            | 20 | $61,000 |
            | 40+ | $93,000 |
            """);

    assertThat(FactExtractor.extract(document))
        .extracting(fact -> fact.subject().detail())
        .containsExactly("Age 20", "Age 40+");
  }

  @Test
  void takesNoColumnOfChangesForPay() {
    assertThat(
            engineer(
                """
                ## Salary

                | Year | Average | Change on last year |
                |---|---|---|
                | 2022 | $111,000 | +$1,000 |
                | 2023 | $112,500 | +$1,500 |
                """))
        .containsExactly(
            "USD 111000 year salary average 2022 | *", "USD 112500 year salary average 2023 | *");
  }

  @Test
  void takesTwoPercentilesInOneHeader_forTheLabelOfARange() {
    RoleDocument document =
        Written.markdown(
            "cooper",
            """
            # Cooper

            ## Pay

            | Town | Base (25th–75th percentile) | P10–P90 |
            |---|---|---|
            | Elgin | £24,000–£31,000 | £20,000–£40,000 |
            """);

    assertThat(FactLines.pay(document))
        .containsExactly(
            "GBP 24000..31000 year base | *, in Elgin",
            "GBP 20000..40000 year salary | *, in Elgin");
    assertThat(FactExtractor.extract(document))
        .extracting(fact -> fact.subject().detail())
        .containsExactly("Base (25th–75th percentile)", "P10–P90");
  }

  @Test
  void takesNoCount_whateverStandsAboveItsTable() {
    List<String> pay =
        engineer(
            """
            ## Overview

            Duties Salary Outlook

            | Quick facts | |
            |---|---|
            | Median pay, 2023 | 112,400 |
            | Number of jobs, 2023 | 192,700 |
            | Employment change, 2023-33 | 18,400 |
            | Respondents | 2,211 |
            | Employment services | 109,900 |
            """);

    assertThat(pay)
        .containsExactly(
            "USD 112400 year salary median 2023 | *", "USD 109900 year salary 2024 | *");
  }

  @Test
  void joinsAGradeWithItsStep_andReadsBareNumbersOfBandsInLakhs() {
    assertThat(
            engineer(
                """
                ## Salary

                | Level | Step | Pay |
                |---|---|---|
                | FB-02 (trainee) | 1 | $71,210 |
                | FB-02 (trainee) | 4 | $78,640 |

                ## Pay by experience (₹ lakh)

                | City | Fresher | 2–4 years |
                |---|---|---|
                | Pune | 6.3 | 11.2 |
                """))
        .containsExactly(
            "USD 71210 year salary 2024 | *, FB-02 (trainee), Step 1",
            "USD 78640 year salary 2024 | *, FB-02 (trainee), Step 4",
            "INR 630000 year salary 2024 | *, Fresher, in Pune",
            "INR 1120000 year salary 2024 | *, 2–4 years [2..4], in Pune");
  }

  @Test
  void takesACompanyForNoJob_andAStepForNoPercentile() {
    assertThat(
            engineer(
                """
                ## Pay by company

                | Company type | Trainee | Step 10 |
                |---|---|---|
                | Regional operator | $38,500 | $63,800 |
                """))
        .containsExactly(
            "USD 38500 year salary 2024 | *, Trainee", "USD 63800 year salary 2024 | *, Step 10");
  }

  @Test
  void takesPAndANumberOverAColumnOfAmounts_forAPercentile() {
    assertThat(
            engineer(
                """
                ## Annual wages by state

                | State | P10 $ | P50 $ | P90 ($) |
                |---|---|---|---|
                | Texas | 41,300 | 58,700 | 90,120 |
                """))
        .containsExactly(
            "USD 41300 year salary p10 2024 | *, in Texas",
            "USD 58700 year salary p50 2024 | *, in Texas",
            "USD 90120 year salary p90 2024 | *, in Texas");
  }

  @Test
  void keepsTheCountry_whereATableComparesAPartOfItWithTheWhole() {
    assertThat(
            FactLines.pay(
                "registered-nurse",
                """
                ---
                title: Registered Nurse
                market: US
                currency: USD
                as-of: 2024
                ---

                # Registered Nurse

                ## How Ohio compares

                | State | Median yearly |
                |---|---|
                | Ohio | $71,300 |
                | United States | $80,600 |

                ## Pay

                | State | Median yearly |
                |---|---|
                | United States | $80,600 |
                """))
        .containsExactly(
            "USD 71300 year salary median 2024 | *, in Ohio",
            "USD 80600 year salary median 2024 | *, in United States",
            "USD 80600 year salary median 2024 | *");
  }

  @Test
  void readsLakhBehindASpace_andLowerAndUpperForTheEndsOfARange() {
    assertThat(
            FactLines.pay(
                "tester-india",
                """
                # Tester in India

                ## Levels and pay

                Fixed pay, per year.

                | Level | Minimum | Maximum |
                |---|---|---|
                | W2 | ₹9.6 L | ₹16.2 L |

                | City | Lower | Middle | Upper |
                |---|---|---|---|
                | Pune | ₹9.1 L | ₹11.2 L | ₹14.5 L |
                """))
        .containsExactly(
            "INR 960000 year base low | *, W2",
            "INR 1620000 year base high | *, W2",
            "INR 910000 year base low | *, in Pune",
            "INR 1120000 year base median | *, in Pune",
            "INR 1450000 year base high | *, in Pune");
  }

  @Test
  void readsColumnsInThousands_withTheZerosBehindASign() {
    assertThat(
            FactLines.pay(
                "welder-canada",
                """
                # Welder in Canada

                ## Pay

                | Sector | Low (C$ 000) | High (C$ 000) |
                |---|---|---|
                | Shipyards | 64 | 92 |
                """))
        .containsExactly("CAD 64000 year salary low | *", "CAD 92000 year salary high | *");
  }

  @Test
  void takesAStageThatIsNarrowed_forABandOfTheJob() {
    assertThat(
            FactLines.pay(
                "rigger",
                """
                # Rigger

                ## Hourly scale

                | Classification | Arena |
                |---|---|
                | Head rigger | $58.75 |
                | Apprentice, first 1,000 hrs | $29.80 |
                """))
        .containsExactly(
            "USD 58.75 hour salary | Head rigger",
            "USD 29.8 hour salary | *, Apprentice, first 1,000 hrs");
  }
}
