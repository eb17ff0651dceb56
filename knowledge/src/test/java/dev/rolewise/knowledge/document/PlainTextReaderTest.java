package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainTextReaderTest {
  @TempDir private Path folder;

  @Test
  void findsHeadingsAndLists_andTakesApartWhatIsGluedTogether() {
    RoleDocument document =
        Outline.read(
            folder,
            "cloud.txt",
            """
            Overview
            The role of a Cloud Security Architect (CSA) is to keep platforms safe. It is a senior role. Key Duties:
            - Review designs: Look at every change before it ships.
            - Guard the keys: Rotate secrets and audit access. Needed Skills:
            - Threat modelling
            - Python This role suits patient people who like to read logs and to explain risks.
            Requirements
            A Cloud Security Architect needs a broad background. Key requirements include:
            - Technical Background:
            - 8+ years in infrastructure
            - Knowledge of networks
            - Education:
            - Degree in computer science
            Salary Ranges (US Market, 2024)
            Pay depends on the city.
            Base Salary
            - Typical range: $150,000 - $190,000 per year
            - Top of the market: $230,000 These figures are estimates and can vary widely between companies.
            Industry Trends
            1. Zero trust
            - Adoption grows
            2. Automation
            - Policies become code
            """);

    assertThat(document.title()).isEqualTo("Cloud Security Architect");
    assertThat(document.aliases()).containsExactly("CSA");
    assertThat(document.asOf()).isEqualTo(OptionalInt.of(2024));
    assertThat(document.market()).contains("US");
    assertThat(Outline.of(document))
        .isEqualTo(
            """
            1: # Overview
            2: The role of a Cloud Security Architect (CSA) is to keep platforms safe.
            2: It is a senior role.
            2: # Overview > Key Duties
            3: - Review designs: Look at every change before it ships.
            4: - Guard the keys: Rotate secrets and audit access.
            4: # Overview > Needed Skills
            5: - Threat modelling
            6: - Python
            6: This role suits patient people who like to read logs and to explain risks.
            7: # Requirements
            8: A Cloud Security Architect needs a broad background.
            10: - {Key requirements include / Technical Background} 8+ years in infrastructure
            11: - {Key requirements include / Technical Background} Knowledge of networks
            13: - {Key requirements include / Education} Degree in computer science
            14: # Salary Ranges (US Market, 2024)
            15: Pay depends on the city.
            16: # Salary Ranges (US Market, 2024) > Base Salary
            17: - Typical range: $150,000 - $190,000 per year
            18: - Top of the market: $230,000
            18: These figures are estimates and can vary widely between companies.
            19: # Industry Trends
            20: # Industry Trends > Zero trust
            21: - Adoption grows
            22: # Industry Trends > Automation
            23: - Policies become code
            """);
  }

  @Test
  void joinsWrappedLines_andKeepsTheLineOfEachSentence() {
    RoleDocument document =
        Outline.read(
            folder,
            "welder.txt",
            """
            WELDER

            Welders join metal parts with heat. They read drawings, choose the
            right process and check every seam. Most of them work full time, and
            some work nights. Apprentices start at the bench and move on to the
            yard after two years.

            PAY

              * Median: $48,940 a year, which is more than what most people in
                production earn
              * Top 10 percent: more than $72,970
            """);

    assertThat(document.title()).isEqualTo("WELDER");
    assertThat(Outline.of(document))
        .isEqualTo(
            """
            3: Welders join metal parts with heat.
            3: They read drawings, choose the right process and check every seam.
            4: Most of them work full time, and some work nights.
            5: Apprentices start at the bench and move on to the yard after two years.
            8: # PAY
            10: - Median: $48,940 a year, which is more than what most people in production earn
            12: - Top 10 percent: more than $72,970
            """);
  }

  @Test
  void splitsHeadingsAndItemsWrittenInOneLine() {
    RoleDocument document =
        Outline.read(
            folder,
            "growth.txt",
            """
            Growth Marketing Manager

            Overview

            A Growth Marketing Manager finds new customers. ### Key Tasks - Run experiments - Read the numbers ### Work Setting They work in small teams. ### Pay: Salaries range from $90,000 to $130,000.
            """);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            3: # Overview
            5: A Growth Marketing Manager finds new customers.
            5: # Overview > Key Tasks
            5: - Run experiments
            5: - Read the numbers
            5: # Overview > Work Setting
            5: They work in small teams.
            5: # Overview > Pay
            5: Salaries range from $90,000 to $130,000.
            """);
  }

  @Test
  void leavesOutCaptionsOfPicturesAndRepeatedLines() {
    RoleDocument document =
        Outline.read(
            folder,
            "guide.txt",
            """
            logoCareerPlace

            Museum Guide

            first image

            Overview

            Museum guides show visitors around.

            More Careers

            Archivist

            Archivist

            Archivists keep records.
            """);

    assertThat(document.title()).isEqualTo("Museum Guide");
    assertThat(Outline.of(document))
        .isEqualTo(
            """
            7: # Overview
            9: Museum guides show visitors around.
            11: # More Careers
            13: # More Careers > Archivist
            17: Archivists keep records.
            """);
  }

  @Test
  void readsColumnsSetApartByTabsAsTable() {
    RoleDocument document =
        Outline.read(
            folder,
            "plumber.txt",
            """
            Plumber

            Pay

            Level\tYears\tPay
            Apprentice\t0-4\t$35,000
            Journeyman\t5+\t$62,000
            """);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            3: # Pay
            6: | Level = Apprentice; Years = 0-4; Pay = $35,000
            7: | Level = Journeyman; Years = 5+; Pay = $62,000
            """);
  }

  @Test
  void nestsItemsByTheirIndentation() {
    RoleDocument document =
        Outline.read(
            folder,
            "director.txt",
            """
            Director of Data

            Salary

              1. Regional Director
                • Average: $118,000
                • Range: $76,000 to $153,000
              2. Group Director
                • Median: $187,000
            """);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            3: # Salary
            6: - {Regional Director} Average: $118,000
            7: - {Regional Director} Range: $76,000 to $153,000
            9: - {Group Director} Median: $187,000
            """);
  }

  @Test
  void readsCopiedPages_withTheirContentsFactsAndUnmarkedLists() {
    RoleDocument document =
        Outline.read(
            folder,
            "dental.txt",
            """
            Dental Hygienists
            Summary
            What They Do
            Work Environment
            Pay

            Quick Facts: Dental Hygienists
            2024 Median Pay\t$94,260 per year
            Number of Jobs, 2024\t221,600

            What Dental Hygienists Do
            Dental hygienists (DHs) examine patients.

            Duties
            Dental hygienists typically do the following:

            Remove tartar from teeth
            Take and develop x rays

            Pay
            The median annual wage was $94,260 in May 2024.
            """);

    assertThat(document.title()).isEqualTo("Dental Hygienists");
    assertThat(document.aliases()).containsExactly("DH");
    assertThat(Outline.of(document))
        .isEqualTo(
            """
            8: | {Quick Facts: Dental Hygienists} 2024 Median Pay; $94,260 per year
            9: | {Quick Facts: Dental Hygienists} Number of Jobs, 2024; 221,600
            11: # What Dental Hygienists Do
            12: Dental hygienists (DHs) examine patients.
            14: # Duties
            17: - {Dental hygienists typically do the following} Remove tartar from teeth
            18: - {Dental hygienists typically do the following} Take and develop x rays
            20: # Pay
            21: The median annual wage was $94,260 in May 2024.
            """);
  }

  @Test
  void keepsTheLastNounOfAGermanSentence_inFrontOfAList() {
    RoleDocument document =
        Outline.read(
            folder,
            "pflegekraft.txt",
            """
            Pflegekraft

            Gehalt
            Nach dem Tarif erhalten Auszubildende brutto im Monat:
            - Erstes Jahr: 1.340,69 Euro
            - Zweites Jahr: 1.402,07 Euro
            """);

    assertThat(Outline.of(document))
        .contains("{Nach dem Tarif erhalten Auszubildende brutto im Monat} Erstes Jahr");
  }

  @Test
  void readsPartsThatEachOfSeveralLabelsHas_asTheirs() {
    RoleDocument document =
        Outline.read(
            folder,
            "stable.txt",
            """
            Careers at the stable

            Groom
            Duties:
            Feed and water horses every morning
            Clean the boxes before noon

            Riding Master
            Duties:
            Teach riders of all ages
            Plan the lessons of the week
            """);

    assertThat(document.statements())
        .extracting(Statement::path)
        .contains(List.of("Groom", "Duties"), List.of("Riding Master", "Duties"));
  }

  @Test
  void takesNumberedLabelsThatStandAlone_forHeadings() {
    RoleDocument document =
        Outline.read(
            folder,
            "lifeboat.txt",
            """
            LIFEBOAT CREW, STATION 4

            1. WHO WE ARE

            The station has nine members. It was founded by fishermen.

            2. HOURS

            Two days on duty, four days off. Trades are allowed.

            3. HOW TO APPLY

            Minimum requirements:
             1. A medical
             2. A swimming test
            """);

    assertThat(document.statements())
        .filteredOn(s -> s.text().startsWith("Two days"))
        .extracting(s -> s.path().getLast())
        .containsExactly("HOURS");
  }

  @Test
  void setsPartsSideBySide_whichAFormOrTheirLastWordNames() {
    RoleDocument document =
        Outline.read(
            folder,
            "blacksmith.txt",
            """
            Blacksmith

            Overview

            A blacksmith forges iron.

            What you will do

            - Forge gates

            What you need

            - 2 years of forge work

            Pay

            The average blacksmith earned $48,100 in 2023.

            By region

            - Ohio: $47,000 a year

            Work experience

            Employers like a season in a farrier's yard.

            Next steps

            - Master smith
            """);

    assertThat(document.statements())
        .extracting(statement -> String.join(" > ", statement.path()))
        .containsExactly(
            "Overview",
            "What you will do",
            "What you need",
            "Pay",
            "Pay > By region",
            "Work experience",
            "Next steps");
  }

  @Test
  void setsPartsSideBySide_whoseNamesAreAllInCapitals() {
    RoleDocument document =
        Outline.read(
            folder,
            "riveter.txt",
            """
            RIVETER

            Riveters join plates with rivets.

            REQUIREMENTS
            - 1 year of experience

            NO PAY KNOWN
            We found no figures for this trade.

            AT THE YARD
            Riveters stand all day.
            """);

    assertThat(document.statements())
        .extracting(statement -> String.join(" > ", statement.path()))
        .containsExactly("", "REQUIREMENTS", "NO PAY KNOWN", "AT THE YARD");
  }

  @Test
  void readsColumnsDrawnByARule_andNumberedLabelsInCapitals() {
    RoleDocument document =
        Outline.read(
            folder,
            "hall-scale.txt",
            """
            1. WHAT A SCAFFOLDER DOES
               Scaffolders raise and strip platforms for other trades. They check each
               lift before it is handed over.

            2. HOURLY SCALE

               Classification        Day shift  Night shift
               --------------------  ---------  -----------
               Lead scaffolder          $48.10       $53.40
               Scaffolder (tower)       $42.75

            2a. PREMIUMS (since May)
               a) Double time on Sundays.
               b) Height money: $2.10 per hour.

            3. OTHER CARDS
               Painter $31.20     Roofer $33.40
               Glazier $35.05
            """);

    assertThat(Outline.of(document))
        .isEqualTo(
            """
            1: # WHAT A SCAFFOLDER DOES
            2: Scaffolders raise and strip platforms for other trades.
            2: They check each lift before it is handed over.
            5: # HOURLY SCALE
            9: | Classification = Lead scaffolder; Day shift = $48.10; Night shift = $53.40
            10: | Classification = Scaffolder (tower); Day shift = $42.75; Night shift =\s
            12: # PREMIUMS (since May)
            13: - Double time on Sundays.
            14: - Height money: $2.10 per hour.
            16: # OTHER CARDS
            17: - Painter $31.20
            17: - Roofer $33.40
            18: - Glazier $35.05
            """);
  }
}
