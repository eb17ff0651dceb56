package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleNamesTest {
  @TempDir private Path folder;

  @Test
  void findsTheRoleTheTextSpeaksOfMost_whenNoHeadingNamesIt() {
    RoleDocument document =
        read(
            """
            Overview
            The role of a Head of Data Platforms in a bank is demanding. Data is everywhere.
            Requirements
            To excel as a Head of Data Platforms, candidates need experience.
            Market Demand
            A Data Engineer is in demand.
            """);

    assertThat(document.title()).isEqualTo("Head of Data Platforms");
  }

  @Test
  void takesShortFormsOutOfTheTitle_andKeepsThemAsAliases() {
    RoleDocument document =
        read(
            """
            Overview
            The role of a Chief Information Officer (CIO) in Health Care (HC) is broad.
            Requirements
            The position of Chief Information Officer (CIO) in Health Care (HC) needs experience.
            """);

    assertThat(document.title()).isEqualTo("Chief Information Officer in Health Care");
    assertThat(document.aliases()).containsExactly("CIO", "CIO in HC");
  }

  @Test
  void takesOtherNamesFromTheText() {
    RoleDocument document =
        read(
            """
            Site Reliability Engineer

            Overview

            Site Reliability Engineers, often referred to as Production Engineers or DevOps Engineers, keep services up.
            """);

    assertThat(document.title()).isEqualTo("Site Reliability Engineer");
    assertThat(document.aliases()).containsExactly("Production Engineer", "DevOps Engineer");
  }

  @Test
  void takesOtherNamesFromAListOfThem() {
    RoleDocument document =
        read(
            """
            Crane Operator

            Also called: crane driver, Tower Crane Operator (TCO) or hoist hand

            Overview

            They move loads.
            """);

    assertThat(document.aliases())
        .containsExactly("crane driver", "TCO", "Tower Crane Operator", "hoist hand");
  }

  @Test
  void prefersTheFormOfTheNameTheTextUses() {
    RoleDocument document =
        read(
            """
            Director of UI UX Design

            Overview

            A Director of UI/UX Design leads designers. The Director of UI/UX Design reports to the board.
            """);

    assertThat(document.title()).isEqualTo("Director of UI/UX Design");
    assertThat(document.aliases()).containsExactly("Director of UI UX Design");
  }

  @Test
  void fallsBackToTheNameOfTheFile() {
    RoleDocument document =
        Outline.read(folder, "ship-broker.md", "## Overview\n\nFreight must be moved.\n");

    assertThat(document.title()).isEqualTo("Ship broker");
  }

  private RoleDocument read(String text) {
    return Outline.read(folder, "role.txt", text);
  }

  @Test
  void prefersTheNameInTheWordsOfTheFile_overCodesAndBadges() {
    RoleDocument document =
        Outline.read(
            folder,
            "crane-operator.html",
            """
            <html><head><title>Report for: 53-7021.00 - Crane Operators</title></head><body>
            <h1>53-7021.00 - Crane Operators <sup>In Demand</sup></h1><p>They move loads.</p>
            </body></html>
            """);

    assertThat(document.title()).isEqualTo("Crane Operators");
    assertThat(document.aliases()).containsExactly("Crane operator");
    assertThat(Outline.of(document)).isEqualTo("2: They move loads.\n");
  }

  @Test
  void keepsBracketsAndPlacesOutOfTheTitle_andAmongTheAliases() {
    RoleDocument document =
        Outline.read(folder, "midwife.md", "# Midwife (community) in Ireland\n\nThey help.\n");

    assertThat(document.title()).isEqualTo("Midwife");
    assertThat(document.aliases()).containsExactly("Midwife (community) in Ireland");
    assertThat(document.market()).contains("Ireland");
  }

  @Test
  void keepsAStatedTitle_andAddsTheRoleItNames() {
    RoleDocument document =
        Outline.read(
            folder,
            "bus-driver.md",
            "---\ntitle: Bus driver pay by route and shift\nas-of: Q1 2025\n---\n\nThey drive.\n");

    assertThat(document.title()).isEqualTo("Bus driver pay by route and shift");
    assertThat(document.aliases()).containsExactly("Bus driver");
    assertThat(document.asOf()).hasValue(2025);
  }

  @Test
  void takesTheNameOfTheFileAsAnAlias_inTheCapitalsOfTheText() {
    RoleDocument document =
        Outline.read(
            folder, "hvac-fitter.md", "# Heating and Cooling Installers\n\nHVAC systems heat.\n");

    assertThat(document.title()).isEqualTo("Heating and Cooling Installers");
    assertThat(document.aliases()).containsExactly("HVAC fitter");
  }

  @Test
  void takesTheLongNameOfItsHeadings_asAnotherNameOfTheRole() {
    RoleDocument document =
        Outline.read(
            folder,
            "lift-fitters.md",
            "# Lift fitters\n\n## What Lift and Escalator Fitters Do\n\nThey fit lifts.\n");

    assertThat(document.aliases()).contains("Lift and Escalator Fitters");
  }

  @Test
  void prefersTheFile_toAHeadlineAndToWordsOverAMenu() {
    RoleDocument headline =
        Outline.read(
            folder,
            "glaziers.md",
            "# California employs the most glaziers, New Jersey pays the most of all\n\nThey cut"
                + " glass.\n");
    RoleDocument menu =
        Outline.read(
            folder,
            "crane-operator.html",
            "<html><body><p><b>MENU</b></p><p>Home</p><p>They move loads.</p></body></html>");

    assertThat(headline.title()).isEqualTo("Glaziers");
    assertThat(menu.title()).isEqualTo("Crane operator");
  }

  @Test
  void isNamedAfterTheFile_whereTheHeadingIsTheNameOfTheSite() {
    RoleDocument site =
        Outline.read(
            folder, "tree-surgeon-kenya.txt", "Garden Review\nNews  Contact\n\nThey prune.\n");
    RoleDocument title =
        Outline.read(
            folder, "vet-technician-pay-by-state.md", "# Pay for vet techs by state\n\nRanked.\n");

    assertThat(site.title()).isEqualTo("Tree surgeon");
    assertThat(title.title()).isEqualTo("Vet techs");
    assertThat(title.aliases()).containsExactly("Vet technician");
  }

  @Test
  void takesTheJobsOfAGroup_forOtherNamesOfIt() {
    RoleDocument document =
        Outline.read(
            folder,
            "weather-workers.md",
            """
            # Weather Workers

            They forecast.

            ## Job Titles

            - Meteorologist: studies the air
            - Storm chaser

            ## Tasks

            - Inspector: looks at sensors
            """);

    assertThat(document.aliases()).containsExactly("Meteorologist", "Storm chaser");
  }

  @Test
  void isNamedAfterItsHeading_whereTheStatedTitleNamesTheSiteToo() {
    RoleDocument document =
        Outline.read(
            folder,
            "diver-atlas.md",
            "---\ntitle: Diver – Trade Atlas 2026\n---\n\n# Diver\n\nDivers mend piers.\n");

    assertThat(document.title()).isEqualTo("Diver");
  }

  @Test
  void writesATitleInCapitalsAsOthers_withoutTheBranchOfAUnion() {
    RoleDocument branch =
        Outline.read(
            folder, "welders.txt", "HARBOR ICU WELDERS, LOCAL 114\n\nPAY\n\nThey weld ships.\n");
    RoleDocument body =
        Outline.read(
            folder,
            "bell-founders-scale.txt",
            "LAKESIDE FEDERATION OF METAL TRADES\n\nPAY\n\nThey cast bells.\n");

    assertThat(branch.title()).isEqualTo("Harbor ICU Welders");
    assertThat(body.title()).isEqualTo("Bell founders");
  }

  @Test
  void isNamedAfterALineOverTheText_andLeavesTheHeadOfTheLetterOut() {
    RoleDocument document =
        Outline.read(
            folder,
            "harbour_lighterman.txt",
            """
            PORT & QUAY BOARD  |  NOTES FOR NEW HANDS  |  No. 4
            Harbour and river lighterman (Kent, Essex)
            Revised 02/2025

            WORK
            A green lighterman, meaning a new one, lashes cargo. A green lighterman is watched.
            """);

    assertThat(document.title()).isEqualTo("Harbour and river lighterman");
    assertThat(document.statements())
        .extracting(Statement::text)
        .containsExactly(
            "Revised 02/2025",
            "A green lighterman, meaning a new one, lashes cargo.",
            "A green lighterman is watched.");
  }

  @Test
  void takesTheNamesBehindAlso_andKeepsTwoJoinedWordsTogether() {
    RoleDocument page =
        Outline.read(
            folder,
            "rec-therapist.html",
            """
            <html><body><h1>Therapist</h1>
            <p><em>Also: art guide (ward), leisure and lifestyle coordinator</em></p>
            <table><tr><td>Median</td><td>$34 an hour</td></tr></table></body></html>
            """);

    assertThat(page.aliases())
        .containsExactly("art guide (ward)", "leisure and lifestyle coordinator");
    assertThat(page.statements().getLast().lead()).isEmpty();
  }

  @Test
  void isNotAlsoCalledByTheNameOfItsSite() {
    String text = "# Glazier\n\nGlaziers cut glass for towers.\n";

    assertThat(Outline.read(folder, "lmd-glazier.md", text).aliases()).isEmpty();
    assertThat(Outline.read(folder, "towers-glazier.md", text).aliases())
        .containsExactly("Towers glazier");
  }

  @Test
  void isNotCalledByWhatTheStatedTitleSaysOfThePage() {
    RoleDocument document =
        Outline.read(
            folder,
            "paralegal-germany.md",
            """
            ---
            title: "Paralegal (Fachangestellte/r) – salary and training in Germany"
            ---

            # Paralegal (Fachangestellte/r)

            Paralegals watch deadlines.
            """);

    assertThat(document.title()).isEqualTo("Paralegal");
  }

  @Test
  void isNamedAfterThoseItIsFor_andNotAfterTheUnionThatWroteIt() {
    RoleDocument document =
        Outline.read(
            folder,
            "diver-rates.txt",
            """
            COMMERCIAL DIVERS' UNION, BRANCH 9
            Rates of pay for commercial divers

            1. Who is covered

               Divers and tenders on inland jobs.
            """);

    assertThat(document.title()).isEqualTo("Commercial divers");
    assertThat(document.statements().getLast().path()).doesNotContain(document.title());
  }

  @Test
  void readsAFileWithoutWords_asOneThatHoldsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("cook.html"), "<html><body></body></html>");

    assertThat(Outline.problem(file)).contains("holds no statement");
  }
}
