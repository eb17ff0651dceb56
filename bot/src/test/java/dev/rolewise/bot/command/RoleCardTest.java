package dev.rolewise.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.render.TextRenderer;
import dev.rolewise.bot.render.TextRenderer.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleCardTest {
  private static final String BOILER_OPERATOR =
      """
      # Boiler Operator

      A boiler operator runs and maintains steam boilers in hospitals and mills.

      ## What a boiler operator does

      - Reads gauges every hour
      - Treats feed water with chemicals
      - Tests safety valves once a month

      ## Qualifications

      - High school diploma
      - Fourth class power engineering certificate within a year of hire
      - Fit enough to climb ladders all day

      ## Skills

      - Mechanical troubleshooting
      - Water chemistry
      - Log keeping
      """;

  private static final String PHARMACY_TECHNICIAN =
      """
      <html><body><h1>Pharmacy Technician</h1>
      <p>Pharmacy technicians help pharmacists dispense medicine.</p>
      <dl><dt>Job outlook</dt><dd>6% (faster than average)</dd>
      <dt>Licence</dt><dd>State registration required</dd></dl>
      <h2>Duties</h2><ul><li>Count tablets</li><li>Order stock</li></ul>
      </body></html>
      """;

  @TempDir private Path folder;

  @Test
  void takesSkillsFromTheirOwnSection_besideQualifications() throws IOException {
    Library library = library("boiler-operator.md", BOILER_OPERATOR);

    assertThat(card(library, "boiler-operator"))
        .contains("- Mechanical troubleshooting", "- Water chemistry", "- Log keeping");
    assertThat(run(library, "role", "role", "boiler-operator", "section", "skills"))
        .startsWith("Boiler Operator › Skills")
        .doesNotContain("diploma");
  }

  @Test
  void showsWhatElseIsAskedFor_andWhatTheJobDoes() throws IOException {
    assertThat(card(library("boiler-operator.md", BOILER_OPERATOR), "boiler-operator"))
        .contains("Top responsibilities\n- Reads gauges every hour")
        .contains("- Fourth class power engineering certificate within a year of hire")
        .contains("- Fit enough to climb ladders all day");
  }

  @Test
  void fillsInQualificationsForSkills_whereNoSectionNamesThem() throws IOException {
    Library library =
        library(
            "usher.md",
            """
            # Usher

            ## Qualifications

            - High school diploma
            - Calm with crowds
            - First aid certificate
            """);

    assertThat(run(library, "compare", "roles", "usher", "roles", "welder", "topic", "skills"))
        .contains("- Calm with crowds")
        .doesNotContain("First aid");
    assertThat(card(library, "usher")).contains("- First aid certificate", "- Calm with crowds");
  }

  @Test
  void readsABoxOfFacts_whereNoSectionTellsOfATopic() throws IOException {
    Library library = library("pharmacy-technician.html", PHARMACY_TECHNICIAN);

    assertThat(card(library, "pharmacy-technician"))
        .contains("- Licence: State registration required");
    assertThat(run(library, "roles"))
        .contains(
            "pharmacy-technician: Pharmacy Technician: what it is, responsibilities, licences and"
                + " certificates, demand and outlook");
    assertThat(
            run(
                library,
                "compare",
                "roles",
                "pharmacy-technician",
                "roles",
                "welder",
                "topic",
                "outlook"))
        .contains("- Job outlook: 6% (faster than average)");
  }

  @Test
  void showsStepsOnBothSides_ofTheRolesOwnPlace() throws IOException {
    Library library =
        library(
            "line-cook.md",
            """
            # Line Cook

            ## Career path

            1. Dishwasher
            2. Prep cook
            3. Mid level: Line cook (2 to 4 years)
            4. Sous chef
            """);

    assertThat(card(library, "line-cook"))
        .contains("Steps before\n- Dishwasher [1]\n- Prep cook [2]")
        .contains("Steps after\n- Sous chef [3]")
        .doesNotContain("Career path");
  }

  @Test
  void claimsNoSides_whereThePathDoesNotNameTheRole() throws IOException {
    Library library =
        library(
            "estate-agent.md",
            """
            # Estate Agent

            ## Career path

            - Entry level: trainee negotiator
            - Mid level: lettings manager
            - Executive: regional director
            """);

    assertThat(card(library, "estate-agent"))
        .contains("Career path\n- Entry level: trainee negotiator")
        .doesNotContain("Steps before", "Steps after");
  }

  @Test
  void claimsNoSides_whereALadderRunsDownwards() throws IOException {
    Library library =
        library(
            "line-cook.md",
            """
            # Line Cook

            ## Career ladder

            - Head chef
            - Line cook
            - Kitchen trainee
            """);

    assertThat(card(library, "line-cook")).doesNotContain("Steps before", "Steps after");
  }

  @Test
  void takesJobsThatOthersLookAtForNoPath() throws IOException {
    Library library =
        library(
            "glazier.md",
            """
            # Glazier

            ## Where it leads

            Experienced glaziers run crews.

            ### Also viewed

            - Roofer
            - Tiler
            """);

    assertThat(card(library, "glazier")).doesNotContain("Roofer").contains("glaziers run crews");
  }

  @Test
  void saysWhatARoleIs_inASentenceAboutThoseWhoDoIt() throws IOException {
    Library library =
        library(
            "midwife.md",
            """
            # Midwife

            By Ana Ruiz, staff writer.

            A midwife apprenticeship takes about 36 months.

            Midwives care for women through pregnancy and birth.

            ## Hours

            Midwives usually work shifts.
            """);

    assertThat(card(library, "midwife"))
        .startsWith("Midwife\nMidwives care for women through pregnancy and birth. [1]\n\n")
        .doesNotContain("By Ana", "36 months", "usually work");
  }

  @Test
  void takesNoRequirementOfAnotherJob() throws IOException {
    Library library =
        library(
            "pharmacy-technician.md",
            """
            # Pharmacy Technician

            ## Common questions

            ### What training do I need?

            A two-year college course.

            ### Can I become a pharmacist later?

            Yes, but you need a master's degree.
            """);

    assertThat(card(library, "pharmacy-technician")).doesNotContain("master's", "responsibilities");
  }

  private Library library(String file, String document) throws IOException {
    return Corpus.library(
        Desk.knowledge(
            folder,
            Map.of(
                file, document, "welder.md", "# Welder\n\n## Duties\n\n- Joins steel plates\n")));
  }

  private static String card(Library library, String role) {
    return run(library, "role", "role", role);
  }

  private static String run(Library library, String command, String... namesAndValues) {
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.computeIfAbsent(namesAndValues[i], _ -> new ArrayList<>()).add(namesAndValues[i + 1]);
    }
    Outcome outcome =
        new Commands(List.of(new RoleCommand(), new RolesCommand(), new CompareCommand()))
            .find(command)
            .orElseThrow()
            .run(new Call(values, Conversation.NEW), library);
    assertThat(outcome).isInstanceOf(Outcome.Replied.class);
    return new TextRenderer(Look.PLAIN, OptionalInt.empty())
        .render(((Outcome.Replied) outcome).reply());
  }
}
