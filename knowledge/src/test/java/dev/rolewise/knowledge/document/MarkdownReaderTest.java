package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReaderTest {
  private static final String DATA_ENGINEER =
      """
      ---
      title: Data Engineer
      aliases: [ETL Developer, "Big Data Engineer"]
      as-of: 2024
      market: US
      currency: USD
      ---

      [Skip to main content](#main)

      # Data Engineer

      A data engineer builds the pipelines that move data from where it
      is made to where it is used. Most work in teams of three to
      eight, e.g. with analysts.

      ## Responsibilities

      Data engineers typically:

      - **Pipelines**: build and *monitor* pipelines in [Airflow](https://airflow.example)
        and keep them running
      - Storage
        - design warehouses
        - choose formats
          1. Parquet
          2. Avro
      - Set up the alerts.

        They page the person on call.

      **Pay**

      Table 1. Median pay by level

      | Level | Base | Total |
      |---|---|---|
      | **Early career** | | |
      | Junior | $80,000 | $88,000[1] |
      | **Late career** | | |
      | Senior | $150,000 | $172,500 |

      Base salary: $120,000. Bonus: 10 %.

      Job outlook
      -----------

      1. Growth is 9% by 2033. This is faster than average.
      2. Demand is high

      <table>
      <caption>Wages by percentile</caption>
      <tr><th>Percentile</th><th>Wage</th></tr>
      <tr><td>10th</td><td>$50,000</td></tr>
      </table>
      """;

  @TempDir private Path folder;

  @Test
  void turnsBulletsSentencesAndRowsIntoStatements_withTheirLinesAndLeads() {
    RoleDocument document = Outline.read(folder, "data-engineer.md", DATA_ENGINEER);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            13: A data engineer builds the pipelines that move data from where it is made to where it is used.
            14: Most work in teams of three to eight, e.g. with analysts.
            17: # Responsibilities
            21: - {Data engineers typically} Pipelines: build and monitor pipelines in Airflow and keep them running
            24: - {Data engineers typically / Storage} design warehouses
            26: - {Data engineers typically / Storage / choose formats} Parquet
            27: - {Data engineers typically / Storage / choose formats} Avro
            28: - {Data engineers typically} Set up the alerts.
            30: {Data engineers typically / Set up the alerts.} They page the person on call.
            32: # Responsibilities > Pay
            39: | {Table 1. Median pay by level / Early career} Level = Junior; Base = $80,000; Total = $88,000
            41: | {Table 1. Median pay by level / Late career} Level = Senior; Base = $150,000; Total = $172,500
            43: Base salary: $120,000. Bonus: 10 %.
            45: # Job outlook
            48: - Growth is 9% by 2033. This is faster than average.
            49: - Demand is high
            54: | {Wages by percentile} Percentile = 10th; Wage = $50,000
            """);
  }

  @Test
  void takesTitleAliasesYearMarketAndCurrencyFromTheFrontMatter() {
    RoleDocument document = Outline.read(folder, "data-engineer.md", DATA_ENGINEER);

    assertThat(document.id()).isEqualTo("data-engineer");
    assertThat(document.title()).isEqualTo("Data Engineer");
    assertThat(document.aliases()).containsExactly("ETL Developer", "Big Data Engineer");
    assertThat(document.asOf()).isEqualTo(OptionalInt.of(2024));
    assertThat(document.market()).isEqualTo(Optional.of("US"));
    assertThat(document.currency()).isEqualTo(Optional.of(Currency.getInstance("USD")));
  }

  @Test
  void takesThemFromTheText_whenThereIsNoFrontMatter() {
    RoleDocument document =
        Outline.read(
            folder,
            "nurse.md",
            """
            # Registered nurse

            ## Salary (UK, 2023)

            - Band 5: £28,407 to £34,581
            """);

    assertThat(document.title()).isEqualTo("Registered nurse");
    assertThat(document.asOf()).isEqualTo(OptionalInt.of(2023));
    assertThat(document.market()).isEqualTo(Optional.of("UK"));
    assertThat(document.currency()).isEqualTo(Optional.of(Currency.getInstance("GBP")));
    assertThat(Outline.of(document))
        .isEqualTo(
            """
            3: # Salary (UK, 2023)
            5: - Band 5: £28,407 to £34,581
            """);
  }

  @Test
  void numbersOrdinalsInReadingOrder() {
    RoleDocument document = Outline.read(folder, "data-engineer.md", DATA_ENGINEER);

    assertThat(document.statements())
        .extracting(Statement::ordinal)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
  }

  @Test
  void readsFlatItemsBehindALabelAsItsItems() {
    RoleDocument document =
        Outline.read(
            folder,
            "analyst.md",
            """
            # Data analyst

            ## Requirements

            - Tools:
            - Advanced SQL
            - Any dashboard software
            - Education:
            - Bachelor's degree in statistics
            """);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            3: # Requirements
            6: - {Tools} Advanced SQL
            7: - {Tools} Any dashboard software
            9: - {Education} Bachelor's degree in statistics
            """);
  }

  @Test
  void readsTextWithoutAnyMarkdownAsPlainText() {
    RoleDocument document =
        Outline.read(
            folder,
            "pilot.md",
            """
            Airline Pilot

            Overview

            Pilots fly aircraft.

            Pay

            Average: $150,000
            """);

    assertThat(document.title()).isEqualTo("Airline Pilot");
    assertThat(Outline.of(document))
        .isEqualTo(
            """
            3: # Overview
            5: Pilots fly aircraft.
            7: # Pay
            9: Average: $150,000
            """);
  }

  @Test
  void keepsTheSectionsApart_whenHeadingsRepeat() {
    RoleDocument document =
        Outline.read(
            folder,
            "chef.md",
            """
            # Chef
            ## Pay
            ### Salary
            Chefs earn $60,000.
            ### Salary
            Head chefs earn $90,000.
            """);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            2: # Pay
            3: # Pay > Salary
            4: Chefs earn $60,000.
            5: # Pay > Salary
            6: Head chefs earn $90,000.
            """);
  }

  @Test
  void takesBoldWordsThatHeadAParagraph_forItsHeading() {
    RoleDocument document =
        Outline.read(
            folder,
            "puppeteer.md",
            """
            # Puppeteer

            The strings are the easy part.

            **Conditions.** Low stages and sore knees.

            **Is there a test?** Yes, in front of children.

            **Pay:** $31,000 a year.
            """);

    assertThat(document.statements())
        .extracting(Statement::path, Statement::text)
        .contains(
            tuple(List.of("Conditions"), "Low stages and sore knees."),
            tuple(List.of("Is there a test?"), "Yes, in front of children."));
  }

  @Test
  void readsDefinitionsAndFootnotes() {
    RoleDocument document =
        Outline.read(
            folder,
            "mason.md",
            """
            # Mason

            ## Snapshot

            Median pay
            :   $48,000 per year

            Training
            :   Three years

            Pay by employer

            : Builders – $47,000
            : Councils – $51,000

            | Grade | Pay[^1] |
            |---|---|
            | Helper<sup>a</sup> | $31,000 |

            [^1]: Before tax in every case.

            **Education.** None is asked. **Tools.** They are given.
            """);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            3: # Snapshot
            5: - Median pay: $48,000 per year
            8: - Training: Three years
            13: - {Pay by employer} Builders – $47,000
            14: - {Pay by employer} Councils – $51,000
            18: | Grade = Helper; Pay = $31,000
            20: Before tax in every case.
            22: Education. None is asked.
            22: Tools. They are given.
            """);
  }

  @Test
  void keepsCells_thatTheHeadingOfTheirTableHasNoColumnFor() {
    RoleDocument document =
        Outline.read(
            folder,
            "cooper.md",
            """
            # Cooper

            | Quick facts |
            | --- |
            | Median pay | $48,000 |
            | Training | Three years |
            """);

    assertThat(Outline.of(document)).contains("$48,000").contains("Three years");
  }

  @Test
  void readsRowsWithoutTheLineBelowTheirHeadings_asATable() {
    assertThat(
            Outline.of(
                Outline.read(
                    folder,
                    "yard.md",
                    """
                    # Yard

                    | Group | Title | Pay |
                    |---------|
                    | Deck | Rigger | £31,000 |
                    | &nbsp; | Sailor | £28,000 |

                    ## Format: job | pay | training

                    sail-maker | $41,000* | 2 years
                    rope-walker | $39,000* | 1 year
                    """)))
        .contains("| Group = Deck; Title = Rigger; Pay = £31,000")
        .contains("Title = Sailor; Pay = £28,000")
        .contains("| job = sail-maker; pay = $41,000; training = 2 years")
        .contains("| job = rope-walker; pay = $39,000; training = 1 year");
  }

  @Test
  void takesApartALineOfLabelsWithTheirValues() {
    RoleDocument document =
        Written.markdown(
            "optician",
            """
            # Optician

            > **At a glance**
            > Average gross pay: **3.460 € per month** · Apprenticeship: **3 years** · Hot spot: Munich

            Opticians grind lenses · and fit frames.
            """);

    assertThat(document.statements())
        .extracting(Statement::text)
        .containsExactly(
            "Average gross pay: 3.460 € per month",
            "Apprenticeship: 3 years",
            "Hot spot: Munich",
            "Opticians grind lenses · and fit frames.");
  }
}
