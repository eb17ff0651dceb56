package dev.rolewise.bot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.bot.Golden;
import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.JsonReply;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.TextRenderer;
import dev.rolewise.bot.render.TextRenderer.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  private static final List<Command> SHOWN =
      List.of(
          new AskCommand(),
          new RolesCommand(),
          new RoleCommand(),
          new SalaryCommand(),
          new CompareCommand(),
          new ChartCommand(),
          new SourcesCommand(),
          new WhyCommand());

  @TempDir private static Path folder;
  private static Library library;

  @BeforeAll
  static void readsTheDesk() throws IOException {
    library = Corpus.library(Desk.knowledge(folder, Desk.DOCUMENTS));
  }

  @Test
  void rendersEveryReplyOnEveryRenderer() {
    golden("roles");
    golden("role", "role", "data engineer");
    golden("role-section", "role", "nurse", "section", "challenges");
    golden("salary");
    golden("salary-of-one-job", "job", "welder", "place", "Alberta");
    golden("compare", "roles", "data-engineer", "roles", "ml engineer");
    golden("compare-one-topic", "roles", "rn", "roles", "welder", "topic", "pay");
    golden("chart", "roles", "data-engineer", "roles", "ml engineer", "roles", "welder");
    golden("ask", "question", "what does a data engineer make?");
    golden("why", "question", "what does a plumber make?");
    golden("help");
    golden("help-of-one-command", "command", "salary");
  }

  @Test
  void rendersTheLinesAroundASource() {
    Conversation asked = afterAsking("what are the challenges of a nurse?");

    assertGolden("sources", reply("sources", asked, "number", "1"));
    assertGolden("sources-all", reply("sources", asked));
  }

  @Test
  void explainsTheLastAnswer_whichStaysTheLastOne() {
    Conversation asked = afterAsking("what does a welder earn in Alberta?");

    Outcome outcome = run("why", asked);

    assertThat(outcome).isInstanceOf(Outcome.Replied.class);
    assertThat(((Outcome.Replied) outcome).next()).isEqualTo(asked);
    assertThat(text(reply("why", asked)))
        .contains("Read as: what does a welder earn in Alberta?", "Only: Alberta", "Answered from");
  }

  @Test
  void explainsACard_byWhatItChoseAndWhatItLeftOut() {
    Outcome card = run("role", Conversation.NEW, "role", "data engineer");
    Conversation shown = ((Outcome.Replied) card).next();

    Outcome why = run("why", shown);

    assertThat(((Outcome.Replied) why).next()).isEqualTo(shown);
    assertThat(text(reply("why", shown)))
        .contains("Data Engineer: ", " statements of its document", "Pay left out: Data Engineer")
        .contains("Austin", "of a part only");
  }

  @Test
  void tellsWhatThereIs_whereAnOptionIsBlank() {
    assertThat(wrong("role", "role", "welder", "section", " "))
        .startsWith("role: no section given, 'welder' has ");
    assertThat(wrong("salary", "job", "welder", "place", ""))
        .startsWith("salary: no place given, there is ")
        .contains("Alberta");
    assertThat(wrong("salary", "experience", "")).startsWith("salary: no experience given, ");
    assertThat(wrong("salary", "measure", "")).startsWith("salary: no measure given, there is ");
    assertThat(wrong("compare", "roles", "rn", "roles", "welder", "topic", ""))
        .startsWith("compare: no topic is named '', there are overview, pay, ");
  }

  @Test
  void listsTenNamesAndHowManyMore() {
    List<String> names = IntStream.rangeClosed(1, 21).mapToObj(n -> "nurse-" + n).toList();

    assertThat(Names.listed(names)).endsWith("nurse-9, nurse-10 and 11 more");
    assertThat(Names.listed(names.subList(0, 11))).endsWith("nurse-10, nurse-11");
  }

  @Test
  void namesTopicsThatNoRoleHas_inOneLine() {
    assertThat(text(reply("compare", "roles", "rn", "roles", "welder", "topic", "benefits")))
        .contains("Documented for none of them: Benefits.");
  }

  @Test
  void leansOnEarlierQuestions() {
    Conversation asked = afterAsking("what does a welder earn in Alberta?");

    assertThat(text(reply("ask", asked, "question", "and in Ontario?"))).contains("$28.00");
  }

  @Test
  void namesTheNearestRoles_whenARoleIsUnknown() {
    assertThat(wrong("role", "role", "zorblax"))
        .startsWith("role: no role is named 'zorblax', nearest are ")
        .matches(problem -> problem.split(", ", -1).length == 4, "names three");
    assertThat(wrong("role", "role", "registerd nurs enginer"))
        .contains("registered-nurse", "data-engineer");
    assertThat(wrong("role")).isEqualTo("role: no role given, 'roles' lists them");
  }

  @Test
  void refusesWordsThatNameMoreThanOneRole() {
    assertThat(wrong("role", "role", "rn welder"))
        .isEqualTo("role: 'rn welder' names several roles, registered-nurse, welder");
    assertThat(wrong("role", "role", "welder pasta"))
        .startsWith("role: no role is named 'welder pasta', nearest are welder, ");
  }

  @Test
  void refusesASectionThatIsOneLetterAwayFromAShortWord() {
    assertThat(wrong("role", "role", "welder", "section", "wagon"))
        .startsWith("role: 'welder' has no section 'wagon'");
    assertThat(text(reply("role", "role", "data engineer", "section", "pay")))
        .startsWith("Data Engineer › Salary\n");
  }

  @Test
  void repeatsOnlyTheStartOfWhatItCannotUse() {
    assertThat(wrong("role", "role", "x".repeat(50_000))).hasSizeLessThan(700);
  }

  @Test
  void findsRolesInSpiteOfTypos() {
    assertThat(text(reply("role", "role", "Registerd Nurse"))).startsWith("Registered Nurse\n");
    assertThat(text(reply("role", "role", "ML-ENGINEER"))).startsWith("Machine Learning Engineer");
  }

  @Test
  void listsWhatExists_whenSomethingAskedForDoesNot() {
    assertThat(wrong("role", "role", "welder", "section", "xyzzy"))
        .isEqualTo("role: 'welder' has no section 'xyzzy', it has Responsibilities, Wages");
    assertThat(wrong("compare", "roles", "welder"))
        .isEqualTo(
            "compare: takes 2 to 5 different roles, got 1; there are data-engineer,"
                + " machine-learning-engineer, registered-nurse, welder");
    assertThat(wrong("compare", "roles", "welder", "roles", "Welder"))
        .startsWith("compare: takes 2 to 5 different roles, got 1;");
    assertThat(wrong("compare", Map.of("roles", List.of("a", "b", "c", "d", "e", "f"))))
        .startsWith("compare: takes 2 to 5 different roles, got 6;");
    assertThat(wrong("compare", "roles", "rn", "roles", "welder", "topic", "colour"))
        .startsWith("compare: no topic is named 'colour', there are overview, pay, education,");
    assertThat(wrong("chart"))
        .startsWith("chart: takes 1 to 5 roles, got 0; there are data-engineer,");
    assertThat(wrong("chart", "roles", "xqzt")).startsWith("chart: no role is named 'xqzt'");
    assertThat(wrong("salary", "job", "welder", "place", "Narnia"))
        .isEqualTo(
            "salary: no pay for Welder with place 'Narnia', there is Alberta, Canada, Ontario");
    assertThat(wrong("salary", "job", "data engineer", "experience", "wizard"))
        .startsWith("salary: no pay for Data Engineer with experience 'wizard', there is Entry");
    assertThat(wrong("salary", "job", "data engineer", "measure", "equity"))
        .startsWith("salary: no pay for Data Engineer with measure 'equity', there is ");
    assertThat(wrong("salary", "job", "xqzt"))
        .startsWith("salary: no job is named 'xqzt', nearest are ");
    assertThat(wrong("sources")).isEqualTo("sources: there is no answer with sources yet");
    assertThat(wrong("why")).isEqualTo("why: no question was answered yet");
    assertThat(wrong("help", "command", "fly"))
        .startsWith("help: no command is named 'fly', there are ask, roles, role,");
  }

  @Test
  void saysHowManySourcesThereAre_whenANumberIsUnknown() {
    Conversation asked = afterAsking("what are the challenges of a nurse?");

    assertThat(((Outcome.Wrong) run("sources", asked, "number", "9")).problem())
        .isEqualTo("sources: no source has the number '9', there are 1 to 2");
  }

  @Test
  void narrowsPay_byYearsStageAndStatistic() {
    assertThat(text(reply("salary", "job", "data engineer", "experience", "5 years")))
        .contains("$124,000")
        .doesNotContain("$152,000");
    assertThat(text(reply("salary", "job", "data engineer", "experience", "senior")))
        .contains("$152,000")
        .doesNotContain("$124,000");
    assertThat(text(reply("salary", "job", "registered"))).contains("$86,070");
    assertThat(text(reply("salary", "job", "rn", "measure", "median")))
        .contains("$86,070")
        .doesNotContain("$63,720");
  }

  @Test
  void tellsPayInTheWordsOfItsRow_whereItsOwnWordsDoNotHold(@TempDir Path own) throws IOException {
    Library switzerland =
        library(
            own,
            """
            # Entry-level salaries in Switzerland

            | Profession | Monthly salary in CHF |
            |---|---|
            | Hairdresser | 2,601 |
            | Software developer | 4,608 |
            """);

    assertThat(text(reply(switzerland, "salary", "job", "software developer")))
        .contains("Software developer", "4,608", "[1]");
  }

  @Test
  void tellsTheCurrencyOfARow_whereItsTableOrHeadingGivesIt(@TempDir Path own) throws IOException {
    Library kitchen =
        library(
            own,
            """
            # Chef

            ## Pay

            | Job | Starting wage, € gross per month | Maximum scale |
            |---|---|---|
            | Sous chef | 2.820 | 3.640 |

            ## Prague (CZK gross per month)

            | Job | Median |
            |---|---|
            | Baker | 58 000 |
            """);

    assertThat(text(reply(kitchen, "salary", "job", "sous chef"))).contains("€2.820", "€3.640");
    assertThat(text(reply(kitchen, "salary", "job", "baker"))).contains("CZK 58 000 a month");
  }

  @Test
  void tellsWhatNarrowsAnAmount_onceAndWhereverItIsShown(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Surveyor

            ## Pay

            | Area | Salary |
            |---|---|
            | Boulder Creek | $105,418 a year, up to $152,601 a year at top companies |

            | Similar job | Duties | Salary |
            |---|---|---|
            | Architect | Plan and design all kinds of houses. | $96,690 |
            """);

    assertThat(text(reply(desk, "salary", "role", "document")))
        .containsPattern("Boulder Creek, at top companies +pay +up to \\$152,601")
        .containsPattern("Boulder Creek +pay +\\$105,418")
        .doesNotContain("Plan and design");
  }

  @Test
  void callsNothingPayThatNobodyIsPaid_andNothingCurrentThatIsOutOfDate(@TempDir Path own)
      throws IOException {
    Library desk =
        library(
            own,
            """
            ---
            title: Ironworker
            as-of: 2024
            currency: USD
            ---
            ## Wages

            | Class | Hourly wage | Pension | Salary range | Average salary |
            |---|---|---|---|---|
            | Journeyman | $34.70 | $9.02 | $61,000–$79,000 | $70,000 |

            - Top 10% of ironworkers: up to $98,000 a year
            - Some sites still show $48,500 a year for ironworkers; that was the pre-2024 rate.
            """);

    assertThat(text(reply(desk, "salary", "role", "document")))
        .containsPattern("Pension +\\$9\\.02")
        .containsPattern(" pay +\\$61,000–\\$79,000")
        .containsPattern("pay of the top 10% +up to \\$98,000")
        .containsPattern("out of date.* pay +\\$48,500 a year +\\[")
        .doesNotContain("average pay (Salary range)", "90th percentile");
    assertThat(text(reply(desk, "role", "role", "document"))).doesNotContain("$9.02", "$48,500");
  }

  @Test
  void showsRequirementsAndDuties_underHeadingsThatNameOtherJobsBeside(@TempDir Path own)
      throws IOException {
    Library desk =
        library(
            own,
            """
            # Pipe welder

            ## Other roles and responsibilities

            - Weld pipes
            - Read drawings

            ## Other job requirements

            - The following is required: a high school diploma
            - 2 years of experience in a workshop
            """);

    assertThat(text(reply(desk, "role", "role", "document")))
        .contains("Weld pipes", "Read drawings", "a high school diploma", "2 years");
  }

  @Test
  void showsTheSectionThatIsHeadedForAnAspect_thoughTheCardTellsNothingOfIt(@TempDir Path own)
      throws IOException {
    Library desk = library(own, "# Host\n\n## Earnings\n\n- Trainee hosts earn $30,000 a year.\n");

    assertThat(text(reply(desk, "role", "role", "document", "section", "pay"))).contains("$30,000");
  }

  @Test
  void readsAPlaceWithATypo_andWritesCurrencyAndPeriodOnce(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Pilot

            ## Pay

            - Pilots in San Francisco earn $30.10 per flight hour.
            - Pilots in Johannesburg earn R868,485 a year.
            - Pilots in Mumbai earn Rs. 15,000 a month.
            """);

    assertThat(text(reply(desk, "salary", "role", "document", "place", "Sanfrancisco")))
        .contains("$30.10 per flight hour")
        .doesNotContain("hour an hour", "868,485");
    assertThat(text(reply(desk, "salary", "role", "document")))
        .contains("R868,485", "Rs. 15,000")
        .doesNotContain("ZAR", "INR");
  }

  @Test
  void quotesARowOfFacts_withoutAHeadingThatSaysNothing(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Chef

            ## Quick facts

            | Fact | Detail |
            |---|---|
            | Experience needed | 2 years |
            """);

    assertThat(text(reply(desk, "role", "role", "document")))
        .contains("Experience needed: 2 years")
        .doesNotContain("Detail");
  }

  @Test
  void takesAPlaceByItsWholeNameOrItsBeginning_andNoPartOfOne(@TempDir Path own)
      throws IOException {
    Library desk =
        library(
            own,
            """
            # Chef

            ## Pay by town

            - New York: $61,000 a year
            - Stoke-on-Trent: $28,000 a year
            """);

    assertThat(text(reply(desk, "salary", "role", "document", "place", "stoke on trend")))
        .contains("$28,000")
        .doesNotContain("$61,000");
    var york = new Call(values("role", "document", "place", "York"), Conversation.NEW);
    assertThat(new Commands(SHOWN).find("salary").orElseThrow().run(york, desk))
        .isEqualTo(
            new Outcome.Wrong(
                "salary: no pay with place 'York', there is New York, Stoke-on-Trent"));
  }

  @Test
  void showsTheTownsOfACountry_thatNothingIsToldForAsAWhole(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own, "---\nmarket: UK\n---\n# Chef\n\n## Pay by town\n\n- Ashford: £31,000 a year\n");

    assertThat(text(reply(desk, "salary", "role", "document", "place", "UK"))).contains("£31,000");
  }

  @Test
  void takesNoClearanceForALanguage_andNoSentenceForPageFurniture(@TempDir Path own)
      throws IOException {
    String role = "# %s\n\n## Overview\n\nData from every team flows here.\n\n## Skills\n\n- %s\n";
    Library desk =
        Corpus.library(
            Desk.knowledge(
                own,
                Map.of(
                    "actuary.md", role.formatted("Actuary", "A TS/SCI clearance"),
                    "broker.md", role.formatted("Broker", "TypeScript"))));
    var call = new Call(Map.of("roles", List.of("actuary", "broker")), Conversation.NEW);
    Outcome compared = new CompareCommand().run(call, desk);

    assertThat(text(((Outcome.Replied) compared).reply())).doesNotContain("both name");
    assertThat(text(reply(desk, "role", "role", "actuary"))).contains("Data from every team");
  }

  @Test
  void tellsThePayOfARankUnderItsOwnName(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Director of AI

            ## Career progression and pay

            - Directors of AI earn $200,000 a year.
            - Mid-level management in AI pays $120,000 a year, and directors of AI get $210,000.
            - Director level in AI pays $220,000 a year.
            """);

    assertThat(text(reply(desk, "salary", "role", "document")))
        .containsPattern("Director of AI +pay +\\$200,000")
        .containsPattern("Director of AI +pay +\\$210,000")
        .containsPattern("Mid-level management in AI +pay +\\$120,000")
        .containsPattern("Director level in AI +pay +\\$220,000");
  }

  @Test
  void takesPlacesItDoesNotKnow_besideThoseItKnows(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Arborist

            ## Pay by town

            - London: £36,600 a year
            - Leeds: £35,500 a year
            - Little Snoring: £33,700 a year

            ## Pay by employer

            - Greenworks: £31,200 a year
            """);

    assertThat(text(reply(desk, "salary", "job", "arborist", "place", "little snoring")))
        .contains("£33,700")
        .doesNotContain("£36,600");
    var works = new Call(values("job", "arborist", "place", "Greenworks"), Conversation.NEW);
    assertThat(new SalaryCommand().run(works, desk))
        .isInstanceOfSatisfying(
            Outcome.Wrong.class,
            wrong ->
                assertThat(wrong.problem())
                    .contains("London", "Leeds", "Little Snoring")
                    .doesNotContain(", Greenworks"));
  }

  @Test
  void takesEveryNameOfAMeasure(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Ranger

            ## Pay

            | | 25th percentile | Median | 90th percentile |
            |---|---|---|---|
            | Salary a year | $36,500 | $44,700 | $69,300 |

            - Average salary: $45,000 a year
            """);
    Map<String, String> amounts =
        Map.of(
            "90th percentile", "$69,300",
            "lower quartile", "$36,500",
            "median salary", "$44,700",
            "50th percentile", "$44,700",
            "mean", "$45,000");

    amounts.forEach((measure, amount) ->
        assertThat(text(reply(desk, "salary", "job", "ranger", "measure", measure)))
            .as(measure)
            .contains(amount)
            .doesNotContain(
                amounts.values().stream().filter(other -> !other.equals(amount)).toList()));
  }

  @Test
  void datesFiguresOfAnotherYearThanTheirDocument(@TempDir Path own) throws IOException {
    Library desk =
        Corpus.library(
            Desk.knowledge(
                own,
                Map.of(
                    "vet.md",
                    """
                    ---
                    title: Vet
                    as-of: 2025
                    market: UK
                    ---

                    ## Pay

                    - Median pay in 2021: £24,900 a year
                    """,
                    "baker.md",
                    "# Baker\n\n## Pay\n\n- Median salary: £20,000 a year\n")));

    assertThat(text(reply(desk, "compare", "roles", "vet", "roles", "baker")))
        .contains("Median pay (2021): £24,900");
    assertThat(text(reply(desk, "chart", "roles", "vet"))).contains("Median pay (2021)");
    assertThat(text(reply(desk, "role", "role", "vet")))
        .contains("Median pay (2021): £24,900 a year");
  }

  @Test
  void takesAMisspeltTopicForItsSections(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Broker

            ## Qualities

            ### Communication skills

            - Tact

            ## Key skills

            - Mathematics
            """);

    assertThat(text(reply(desk, "role", "role", "document", "section", "skils")))
        .isEqualTo(text(reply(desk, "role", "role", "document", "section", "skills")))
        .contains("Mathematics");
  }

  @Test
  void namesEachMeasureOfAListWithoutAComma(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Broker

            ## Pay

            - Top earners: $150,000 a year
            - Median salary: $60,000 a year
            """);

    assertThat(reply(desk, "salary", "job", "broker", "measure", "top earners pay").blocks())
        .isNotEmpty();
    assertThat(
            new SalaryCommand()
                .run(
                    new Call(values("job", "broker", "measure", "equity"), Conversation.NEW), desk))
        .isEqualTo(
            new Outcome.Wrong(
                "salary: no pay for Broker with measure 'equity', there is top earners pay, median"
                    + " pay"));
  }

  @Test
  void namesThePlace_whereItIsWhatLeavesNoFigureOfAnExperience(@TempDir Path own)
      throws IOException {
    Library desk =
        library(
            own,
            """
            # Broker

            ## Pay

            | Level | Salary |
            |---|---|
            | Junior | $50,000 |
            | Senior | $90,000 |

            | City | Average salary |
            |---|---|
            | Boston | $70,000 |
            | Denver | $60,000 |
            """);

    assertThat(
            new SalaryCommand()
                .run(
                    new Call(values("experience", "junior", "place", "Denver"), Conversation.NEW),
                    desk))
        .isEqualTo(
            new Outcome.Wrong(
                "salary: no pay with experience 'junior' and place 'Denver', without the place"
                    + " there is Junior"));
  }

  @Test
  void takesNoFragmentOfLessThanThreeLettersForARole() {
    assertThat(wrong("role", "role", "we")).startsWith("role: no role is named 'we', nearest are ");
    assertThat(reply("role", Conversation.NEW, "role", "weld").blocks()).isNotEmpty();
  }

  @Test
  void labelsRowsOfJobsThatHoldOtherJobs_andAmountsWithoutOvertime(@TempDir Path own)
      throws IOException {
    Library desk =
        library(
            own,
            """
            # Cooper

            ## Pay

            | Grade | Point 1 | Point 5 |
            |---|---|---|
            | Clerk-in-charge | £31,000 | £35,000 |
            | Clerk | £21,000 | £25,000 |

            Foremen in Leeds earn £41,000 on average, not counting overtime.
            """);

    assertThat(text(reply(desk, "salary", "role", "cooper")))
        .contains("Clerk-in-charge", "Point 1", "Point 5", "Foremen", "Leeds", "average pay")
        .doesNotContain("|", "Foremen in Leeds earn");
  }

  @Test
  void comparesWhatALabelCallsExperience_inOtherUnitsThanYears(@TempDir Path own)
      throws IOException {
    Library desk = library(own, "# Beekeeper\n\n## Quick facts\n\n- Experience: 2 seasons\n");

    assertThat(text(reply(desk, "role", "role", "beekeeper"))).contains("Experience: 2 seasons");
  }

  @Test
  void saysThatADocumentHasNoSection(@TempDir Path own) throws IOException {
    Library desk = library(own, "# Broker\n\nBrokers sell shares for others.\n");

    assertThat(
            new RoleCommand()
                .run(
                    new Call(values("role", "document", "section", "pay"), Conversation.NEW), desk))
        .isEqualTo(new Outcome.Wrong("role: 'document' has no section 'pay', it has none"));
  }

  @Test
  void tellsWhatARoleIs_byNoWordsOfThePageItself(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Locksmith

            Last updated on 3 March 2025 by the career service.

            People of this trade open locks, cut keys and fit safes.

            ## Skills

            The following are examples of qualities that matter in this job.

            - Patience

            ## Similar occupations

            - Duties of a plumber: mends pipes
            """);

    assertThat(text(reply(desk, "role", "role", "document")))
        .contains("People of this trade open locks", "- Patience")
        .doesNotContain("Last updated", "The following", "mends pipes");
  }

  @Test
  void findsTheSameSections_forTheCardAndForASection(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Locksmith

            ## Getting in

            - A high school diploma is required

            ## What we look for

            - Patience
            """);

    assertThat(text(reply(desk, "role", "role", "document", "section", "education")))
        .contains("A high school diploma is required");
    Outcome none =
        new RoleCommand()
            .run(new Call(values("role", "document", "section", "path"), Conversation.NEW), desk);
    assertThat(none)
        .isEqualTo(
            new Outcome.Wrong(
                "role: 'document' has no section 'path', it has Getting in, What we look for"));
  }

  @Test
  void takesShortFormsOfASkillForTheSame(@TempDir Path own) throws IOException {
    String role = "# %s\n\n## Skills\n\n- %s\n- %s\n- A level 3 diploma in %s\n";
    Library desk =
        Corpus.library(
            Desk.knowledge(
                own,
                Map.of(
                    "actuary.md", role.formatted("Actuary", "GCP", "Kubernetes", "insurance"),
                    "broker.md",
                        role.formatted("Broker", "Google Cloud Platform", "K8s", "trade"))));

    assertThat(text(reply(desk, "compare", "roles", "actuary", "roles", "broker")))
        .contains("Skills: both name GCP, kubernetes")
        .doesNotContain("secondary school", "only Actuary names", "only Broker names");
  }

  @Test
  void showsGradedJobsBeforeSidePay_andCountsWhatIsLeftOut(@TempDir Path own) throws IOException {
    Library kitchen =
        library(
            own,
            """
            ---
            title: Chefs in restaurants
            as-of: 2024
            market: UK
            currency: GBP
            ---
            ## Pay

            | Job | Annual pay |
            |---|---|
            | Kitchen porter | £22,300 |
            | Commis chef | £23,500 |
            | Chef de partie | £27,000 |
            | Junior sous chef | £30,000 |
            | Sous chef | £33,000 |
            | Senior sous chef | £37,000 |
            | Head chef | £42,000 |
            | Executive chef | £58,000 |

            Tronc adds £3,000 to £7,000 a year in busy restaurants.
            """);

    String salary = text(reply(kitchen, "salary", "job", "chefs in restaurants"));
    assertThat(salary).containsSubsequence("£23,500", "£58,000", "£3,000");
    assertThat(salary).contains("There is 1 more row: salary --role document.");
    assertThat(text(reply(kitchen, "role", "role", "document")))
        .contains("The document gives 5 more figures of pay: salary --role document.");
    assertThat(text(reply(kitchen, "salary"))).contains("There is 1 more row;");
  }

  @Test
  void saysOnTheCardWhatOfTheRequirementsIsLeftOut_andListsNoRowOfPayThere(@TempDir Path own)
      throws IOException {
    String card =
        text(
            reply(
                library(
                    own,
                    """
                    # Data analyst

                    ## Skills

                    - SQL
                    - Python
                    - Excel
                    - Tableau
                    - Statistics

                    ## Pay

                    | Experience | Salary a year |
                    |---|---|
                    | 0–2 years | $52,000 |
                    """),
                "role",
                "role",
                "document"));

    assertThat(card)
        .contains("Not all of it: skills. See role document --section skills.")
        .containsOnlyOnce("$52,000");
  }

  @Test
  void tellsOfPayInTheListAsOnTheCard_whereADocumentIsCalledAfterNoJob(@TempDir Path own)
      throws IOException {
    Library scale =
        library(
            own,
            """
            # Minimum wage scale

            | Rank | Basic pay, US dollars per month | O/T rate | Leave pay |
            |---|---|---|---|
            | Bosun | $686 | $4.12 | $57.15 |
            | Pumpman | $614 | $3.69 | $0.00 |
            """);

    assertThat(text(reply(scale, "roles"))).contains("Minimum wage scale: pay");
    assertThat(text(reply(scale, "role", "role", "document")))
        .contains("$686", "$614")
        .doesNotContain("$4.12", "$57.15", "$0.00");
  }

  @Test
  void comparesOnlyPayOfTheSameYearAndYearsThatDiffer(@TempDir Path own) throws IOException {
    String role =
        """
        ---
        title: %s
        as-of: %d
        market: US
        currency: USD
        ---
        # %s
        ## Requirements
        - Experience: at least 3 years of experience in a kitchen
        - Experience: at least 5 years of experience for large houses
        ## Pay
        - Median salary: $%d,000 a year
        """;
    Library kitchen =
        Corpus.library(
            Desk.knowledge(
                own,
                Map.of(
                    "assistant-chef.md",
                        role.formatted("Assistant Chef", 2015, "Assistant Chef", 42),
                    "baker.md", role.formatted("Baker", 2024, "Baker", 40))));

    assertThat(text(reply(kitchen, "compare", "roles", "assistant-chef", "roles", "baker")))
        .contains("ask for the same years", "figures of the same kind are of different years")
        .doesNotContain("highest for", "years asked for differ");
  }

  @Test
  void namesNothingAsTheSame_thatOneRoleDoesNotAskForOrThatIsPageFurniture(@TempDir Path own)
      throws IOException {
    String role =
        """
        # %s

        ## Skills

        %s

        The Skills Gateway lists courses near you for %ss and others.
        """;
    String reply =
        text(
            reply(
                Corpus.library(
                    Desk.knowledge(
                        own,
                        Map.of(
                            "assessor.md",
                                role.formatted(
                                    "Claims assessor",
                                    "- Python\n- SQL is not required\n- Guidewire",
                                    "claims assessor"),
                            "modeller.md",
                                role.formatted(
                                    "Risk modeller",
                                    "- Python\n- SQL\n- Stochastic methods",
                                    "risk modeller")))),
                "compare",
                "roles",
                "assessor",
                "roles",
                "modeller",
                "topic",
                "skills"));

    assertThat(reply).contains("both name python [1][2]\n");
    assertThat(reply).contains("only Claims assessor names guidewire");
    assertThat(reply).doesNotContain("names Skills Gateway");
  }

  @Test
  void findsSectionsByWhatTheirHeadingsMean(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Actuary

            ## What we look for

            - Python

            ## Technological advancements

            - Models price a policy in a second.

            ## CareerOneStop

            - There is a tool for salaries too.

            ## Career prospects

            - Chief actuary
            """);

    assertThat(text(reply(desk, "role", "role", "document")))
        .contains("- Python", "Career path\n- Chief actuary")
        .doesNotContain("- There is a tool", "- Models price");
  }

  @Test
  void weighsOnlyFiguresOfOneStatistic(@TempDir Path own) throws IOException {
    String role = "# %s\n\n## Pay\n\n- %s: $%d,000 to $90,000 a year\n";
    Library desk =
        Corpus.library(
            Desk.knowledge(
                own,
                Map.of(
                    "actuary.md", role.formatted("Actuary", "Typical salary", 60),
                    "broker.md", role.formatted("Broker", "Salary", 50))));

    assertThat(text(reply(desk, "compare", "roles", "actuary", "roles", "broker")))
        .contains("no figure of the same kind")
        .doesNotContain("highest for");
  }

  @Test
  void readsALevelInFrontOfAJob_andAPeriodAsAMeasure(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Data Engineer

            ## Salary

            - Entry level: $84,000 to $99,000 a year
            - Senior: $135,000 to $162,000 a year
            - Contractors: $70 an hour
            """);

    assertThat(text(reply(desk, "salary", "job", "senior data engineer")))
        .contains("$135,000")
        .doesNotContain("$84,000");
    assertThat(text(reply(desk, "salary", "job", "data engineer", "measure", "hourly")))
        .contains("$70")
        .doesNotContain("$135,000");
  }

  @Test
  void showsSkillsBesideQualificationsThatNameNone(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Actuary

            ## Overview

            ### Required qualifications

            - Calm under pressure

            ## Requirements

            ### Technical skills

            - Python
            - SQL
            """);

    assertThat(text(reply(desk, "role", "role", "document")))
        .contains("- Calm under pressure", "- Python", "- SQL");
    assertThat(text(reply(desk, "role", "role", "document", "section", "skills")))
        .contains("- Python", "- SQL")
        .doesNotContain("Calm under pressure");
  }

  @Test
  void namesWhatTwoRolesAskForInTheSameSentence(@TempDir Path own) throws IOException {
    String role = "# %s\n\n## Skills\n\nYou need good Python, SQL and Microsoft Office skills.\n";
    Library desk =
        Corpus.library(
            Desk.knowledge(
                own,
                Map.of(
                    "actuary.md",
                    role.formatted("Actuary"),
                    "broker.md",
                    role.formatted("Broker"))));

    assertThat(text(reply(desk, "compare", "roles", "actuary", "roles", "broker")))
        .contains("both name Python, SQL, Microsoft Office");
  }

  @Test
  void comparesWhatTheClauseOfALevelOrNumberAsksFor(@TempDir Path own) throws IOException {
    String role = "# %s\n\n## Requirements\n\n%s\n";
    Library desk =
        Corpus.library(
            Desk.knowledge(
                own,
                Map.of(
                    "actuary.md",
                        role.formatted(
                            "Actuary",
                            "- Education: no less than a bachelor's degree is required\n"
                                + "- No fewer than 5 years of experience are required"),
                    "loss-adjuster.md",
                        role.formatted(
                            "Loss adjuster",
                            """
                            - A bachelor's degree is required, but not in a set subject
                            - A master's degree is useful, but not required
                            - Without a licence, 8 years of experience are required\
                            """),
                    "broker.md",
                        role.formatted(
                            "Broker",
                            "- The law asks for no set degree\n"
                                + "- A high school diploma is required"))));

    assertThat(text(reply(desk, "compare", "roles", "actuary", "roles", "loss-adjuster")))
        .contains("both name a bachelor's degree", "most years are asked for by Loss adjuster")
        .doesNotContain("also names");
    assertThat(text(reply(desk, "compare", "roles", "actuary", "roles", "broker")))
        .contains("Broker names a secondary school qualification")
        .doesNotContain("both name");
  }

  @Test
  void saysInCaptionAndAltText_whatAChartLeavesOut(@TempDir Path own) throws IOException {
    Reply chart =
        reply(
            library(
                own,
                """
                # Shearer

                ## Pay

                - Shearers earn $44,000 to $65,000 a year.
                - Shearers earn €41,000 to €52,000 a year.
                - Shearers earn about $195 for every 100 sheep they shear.
                """),
            "chart",
            "roles",
            "document");

    String left = "Not drawn: 1 figure in another currency or period, 1 figure paid by the piece.";
    assertThat(chart.blocks())
        .filteredOn(Block.Image.class::isInstance)
        .singleElement()
        .satisfies(image -> {
          assertThat(((Block.Image) image).chart().caption()).contains(left);
          assertThat(((Block.Image) image).altText()).contains(left);
        });
  }

  @Test
  void countsEveryFigureOfPayThatIsLeftOut(@TempDir Path own) throws IOException {
    Library desk =
        library(
            own,
            """
            # Broker

            ## Pay

            - Brokers earn $44,000 to $65,000 a year.
            - On-call allowance: $3,000 a year
            - Top earners: $150,000 a year
            """);

    assertThat(text(reply(desk, "chart", "roles", "document"))).contains("more figure");
  }

  @Test
  void asksAboutSeveralPeopleInThePlural(@TempDir Path own) throws IOException {
    Library library =
        library(
            own,
            """
            # Signal technicians in Iowa

            ## Soft skills

            - Patience
            - Calm
            """);

    assertThat(text(reply(library, "role", "role", "document")))
        .contains("Which soft skills do Signal technicians in Iowa need?");
  }

  @Test
  void pointsToThePayOfOtherJobs_whereARoleHasNone(@TempDir Path own) throws IOException {
    Library kitchen =
        Corpus.library(
            Desk.knowledge(
                own,
                Map.of(
                    "kitchen.md",
                    "# Kitchen manager\n\n## Pay of similar jobs\n\n- Plumber: $61,000 a year\n",
                    "baker.md",
                    "# Baker\n\n## Pay\n\n- Median salary: $40,000 a year\n")));

    assertThat(text(reply(kitchen, "role", "role", "kitchen")))
        .contains("pay of other jobs or of parts only: salary --role kitchen");
    assertThat(text(reply(kitchen, "compare", "roles", "kitchen", "roles", "baker")))
        .contains("Kitchen manager (figures its document gives: salary --role kitchen)");
  }

  @Test
  void readsAPlaceAmongTheWordsOfAJob_andSaysWhichWordsItDoesNotKnow(@TempDir Path own)
      throws IOException {
    Library over =
        library(
            own,
            """
            # Glassblower

            Market: US. As of 2024.

            ## Salary

            Base salary: $50,000–$60,000 a year.

            ## Total pay by city

            | City | Total pay |
            |---|---|
            | Chicago | $71,000 |
            | Boston | $74,000 |
            """);

    assertThat(text(reply(over, "salary", "job", "glassblower chicago")))
        .contains("$71,000")
        .doesNotContain("$74,000", "say nothing about");
    assertThat(text(reply(over, "salary", "job", "nocturnal glassblower")))
        .contains("$50,000", "The documents say nothing about “nocturnal");
    assertThat(wrong(over, "salary", "job", "glassblower in Paris"))
        .startsWith("salary: no pay for Glassblower with place 'Paris', there is ");
    assertThat(wrong(over, "salary", "job", "glassblower", "place", "Boston", "measure", "base"))
        .startsWith("salary: no pay for Glassblower with place 'Boston' and with measure 'base'");
  }

  @Test
  void drawsTheRangesOfLevels_whereARoleHasNoRangeOfItsOwn(@TempDir Path own) throws IOException {
    Library over =
        Corpus.library(
            Desk.knowledge(
                own,
                Map.of(
                    "cooper.md",
                    """
                    # Cooper

                    Market: US. As of 2024.

                    ## Salary

                    The average pay of a cooper is $52,000 a year.

                    ### Pay by experience

                    | Experience | Base salary |
                    |---|---|
                    | Entry level | $38,000–$44,000 |
                    | Senior | $58,000–$66,000 |
                    """,
                    "turner.md",
                    """
                    # Turner

                    Market: US. As of 2022.

                    ## Salary

                    - 10th percentile: $31,000 a year
                    - Median: $45,000 a year
                    - 90th percentile: $63,000 a year
                    """)));

    assertThat(text(reply(over, "chart", "roles", "cooper", "roles", "turner")))
        .contains("$38,000–$44,000", "$58,000–$66,000", "$31,000", "$45,000", "$63,000")
        .contains("Cooper: 2024; Turner: 2022.");
  }

  @Test
  void completesNames_byPrefixByWordAndInSpiteOfTypos() {
    assertThat(completed(Parameter.Kind.ROLE, "reg")).containsExactly("registered-nurse");
    assertThat(completed(Parameter.Kind.ROLE, "nurse")).containsExactly("registered-nurse");
    assertThat(completed(Parameter.Kind.ROLE, "enginer"))
        .containsExactly("data-engineer", "machine-learning-engineer");
    assertThat(completed(Parameter.Kind.ROLE, "")).hasSize(4);
    assertThat(completed(Parameter.Kind.ROLE, "zzzz")).isEmpty();
    assertThat(completed(Parameter.Kind.PLACE, "san")).containsExactly("San Francisco");
    assertThat(completed(Parameter.Kind.TOPIC, "pa")).containsExactly("pay", "path");
    assertThat(completed(Parameter.Kind.MEASURE, "med")).containsExactly("median");
    assertThat(completed(Parameter.Kind.JOB, "nurse man")).containsExactly("Nurse manager");
    assertThat(
            library.names().complete(Parameter.Kind.SECTION, "w", Optional.of("welder")).stream()
                .map(Completion::value))
        .containsExactly("Wages");
  }

  @Test
  void suggestsNoMoreThanDiscordTakes() {
    var many = new ArrayList<NameIndex.Entry>();
    for (int i = 0; i < 100; i++) {
      many.add(new NameIndex.Entry("Baker " + i, "baker-" + i, "Baker " + i));
    }

    assertThat(new NameIndex(() -> many).complete("bak", NameIndex.MAX)).hasSize(25);
  }

  @Test
  void refusesTwoCommandsOfOneName() {
    assertThatThrownBy(() -> new Commands(List.of(new AskCommand(), new AskCommand())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two commands are named 'ask': AskCommand and AskCommand");
  }

  private static List<String> completed(Parameter.Kind kind, String typed) {
    return library.names().complete(kind, typed, Optional.empty()).stream()
        .map(Completion::value)
        .toList();
  }

  private static Conversation afterAsking(String question) {
    return ((Outcome.Replied) run("ask", Conversation.NEW, "question", question)).next();
  }

  private static void golden(String name, String... namesAndValues) {
    int end = name.indexOf('-');
    assertGolden(name, reply(end < 0 ? name : name.substring(0, end), namesAndValues));
  }

  private static void assertGolden(String name, Reply reply) {
    Golden.assertMatches("command/" + name + ".txt", text(reply));
    Golden.assertMatches(
        "command/" + name + "-100-styled.txt",
        new TextRenderer(Look.STYLED, OptionalInt.of(100)).render(reply));
    Golden.assertMatches(
        "command/" + name + ".json",
        new JsonReply(name, library.knowledge()::facts).render(reply).replace("},{", "},\n{")
            + "\n");
  }

  private static String text(Reply reply) {
    return new TextRenderer(Look.PLAIN, OptionalInt.empty()).render(reply);
  }

  private static Library library(Path folder, String document) throws IOException {
    return Corpus.library(Desk.knowledge(folder, Map.of("document.md", document)));
  }

  private static Reply reply(Library over, String command, String... namesAndValues) {
    var call = new Call(values(namesAndValues), Conversation.NEW);
    Outcome outcome = new Commands(SHOWN).find(command).orElseThrow().run(call, over);
    assertThat(outcome).as(command).isInstanceOf(Outcome.Replied.class);
    return ((Outcome.Replied) outcome).reply();
  }

  private static Reply reply(String command, String... namesAndValues) {
    return reply(command, Conversation.NEW, namesAndValues);
  }

  private static Reply reply(String command, Conversation before, String... namesAndValues) {
    Outcome outcome = run(command, before, namesAndValues);
    assertThat(outcome).as(command).isInstanceOf(Outcome.Replied.class);
    return ((Outcome.Replied) outcome).reply();
  }

  private static String wrong(Library over, String command, String... namesAndValues) {
    var call = new Call(values(namesAndValues), Conversation.NEW);
    Outcome outcome = new Commands(SHOWN).find(command).orElseThrow().run(call, over);
    assertThat(outcome).as(command).isInstanceOf(Outcome.Wrong.class);
    return ((Outcome.Wrong) outcome).problem();
  }

  private static String wrong(String command, String... namesAndValues) {
    return wrong(command, values(namesAndValues));
  }

  private static String wrong(String command, Map<String, List<String>> values) {
    Outcome outcome = run(command, Conversation.NEW, values);
    assertThat(outcome).as(command).isInstanceOf(Outcome.Wrong.class);
    return ((Outcome.Wrong) outcome).problem();
  }

  private static Outcome run(String command, Conversation before, String... namesAndValues) {
    return run(command, before, values(namesAndValues));
  }

  private static Outcome run(
      String command, Conversation before, Map<String, List<String>> values) {
    List<Command> all = new ArrayList<>(SHOWN);
    all.add(new HelpCommand(SHOWN));
    return new Commands(all).find(command).orElseThrow().run(new Call(values, before), library);
  }

  private static Map<String, List<String>> values(String... namesAndValues) {
    Map<String, List<String>> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.computeIfAbsent(namesAndValues[i], _ -> new ArrayList<>()).add(namesAndValues[i + 1]);
    }
    return values;
  }
}
