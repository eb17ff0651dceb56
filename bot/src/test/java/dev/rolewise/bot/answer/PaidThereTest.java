package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which rows of a job's pay answer for a place, an end of a range or a level. */
class PaidThereTest {
  @TempDir private Path folder;

  @Test
  void answersForACountry_byItsParts_whereNothingIsToldForTheWhole() throws IOException {
    String rows =
        """
        | State | Pay |
        |--|--|
        | Queensland | $90,000 |
        | Tasmania | $85,000 |
        """;

    assertThat(said("Miner", "Australia", rows, "what does a miner earn in Australia"))
        .containsExactly("Queensland, pay: $90,000", "Tasmania, pay: $85,000");
    assertThat(said("Miner", "Australia", rows, "what does a miner earn in Canada")).isEmpty();
  }

  @Test
  void answersForPlaces_whereTheQuestionNamesNone() throws IOException {
    String rows =
        """
        | State | Pay |
        |--|--|
        | Queensland | $90,000 |
        | Tasmania | $95,000 |
        """;
    String lines =
        """
        ## Pay

        - Average pay: $70,000 a year
        - Perth and Darwin: pay is higher than elsewhere
        """;

    assertThat(said("Miner", "Australia", rows, "which states pay miners well"))
        .containsExactly("Tasmania, pay: $95,000", "Queensland, pay: $90,000");
    assertThat(said("Miner", "Australia", lines, "which cities pay miners well"))
        .containsExactly("Perth and Darwin: pay is higher than elsewhere");
  }

  @Test
  void answersForAnEmployer_byWhatIsToldOfItsPay() throws IOException {
    String lines =
        """
        ## Pay

        - Average pay: $70,000 a year
        - Acme and Globex pay from $80,000 to $95,000 a year
        """;

    assertThat(said("Miner", "Australia", lines, "pay of a miner at Globex"))
        .containsExactly("Acme and Globex pay from $80,000 to $95,000 a year");
    assertThat(said("Miner", "Australia", lines, "pay of a miner at Initech")).isEmpty();
  }

  @Test
  void answersForTheRowOfACity_notForThatOutsideIt() throws IOException {
    String rows =
        """
        | Job | Pay outside London | Pay in London |
        |--|--|--|
        | Chef | £42,000 | £52,000 |
        """;

    assertThat(said("Chef", "UK", rows, "chef pay in london")).hasSize(1);
    assertThat(said("Chef", "UK", rows, "chef pay in london").getFirst()).contains("£52,000");
  }

  @Test
  void answersForQualifiedWorkers_byTheRowsOfTheirJob() throws IOException {
    String rows =
        """
        ## Pay

        | Region | Lower | Upper |
        |--|--|--|
        | Bavaria | €32.00 | €41.00 |
        | Saxony | €28.00 | €36.00 |

        Qualified tuners find work everywhere.
        """;

    assertThat(said("Piano tuner", "Germany", rows, "what do qualified tuners get in Saxony"))
        .hasSize(2)
        .allMatch(line -> line.startsWith("Saxony"));
    assertThat(said("Piano tuner", "Germany", rows, "what do organ tuners get in Saxony"))
        .isEmpty();
  }

  @Test
  void tellsEveryLevel_ofAJobThatIsPaidByLevelOnly() throws IOException {
    String rows =
        """
        | Role | Experience | Usual pay |
        |--|--|--|
        | Climbing rigger | 1–4 years | $31 an hour |
        | Consultant rigger | With a diploma | $88,000 a year |
        """;

    assertThat(said("Rigger", "Canada", rows, "how much do riggers make"))
        .satisfiesExactly(
            climbing -> assertThat(climbing).contains("$31 an hour"),
            consultant -> assertThat(consultant).contains("$88,000"));
  }

  private static final String ON_TOP =
      """
      ## Pay

      Divers earn $63,000 to $79,000 a year.

      Those on the night roster receive an on-call allowance of $38 a night.

      Crews get a further $4.20 an hour for work below forty metres.

      Fly-in fly-out rosters add an allowance of $400 a week.

      ## Working conditions

      Divers are on call one weekend in three.
      """;

  @Test
  void answersForAnExtra_byWhatIsToldOfIt() throws IOException {
    assertThat(said("Diver", "Canada", ON_TOP, "how much do divers get for being on call"))
        .containsExactly("Those on the night roster receive an on-call allowance of $38 a night.");
    assertThat(said("Diver", "Canada", ON_TOP, "is there extra money for divers below 40 metres"))
        .containsExactly("Crews get a further $4.20 an hour for work below forty metres.");
    assertThat(said("Diver", "Canada", ON_TOP, "how much extra do divers get for flying in"))
        .containsExactly("Fly-in fly-out rosters add an allowance of $400 a week.");
  }

  @Test
  void answersForNoExtra_thatNothingIsToldOf() throws IOException {
    assertThat(said("Diver", "Canada", ON_TOP, "what sign-on bonus do divers get")).isEmpty();
    assertThat(said("Diver", "Canada", ON_TOP, "retention bonus for a diver")).isEmpty();
  }

  @Test
  void answersHowOftenSomebodyIsOnCall_byNoPay() throws IOException {
    assertThat(said("Diver", "Canada", ON_TOP, "how often are divers on call"))
        .noneMatch(line -> line.contains("$"));
  }

  @Test
  void answersWhatThoseWhoStartAreSaidToGet_byTheAmountTheyStartAt() throws IOException {
    String lines =
        """
        A new stoker is started at $165 to $190 a day. An able stoker makes $240 to $285 a day.
        """;
    String rows =
        """
        | Experience | Pay |
        |--|--|
        | 0–2 years | $64,100 |
        | 3–5 years | $84,500 |
        """;

    assertThat(said("Stoker", "US", lines, "stokers start at 300 a day i heard?"))
        .singleElement(STRING)
        .contains("$165 to $190")
        .doesNotContain("$240");
    assertThat(said("Stoker", "US", rows, "i heard stokers start at 80k, right?"))
        .singleElement(STRING)
        .contains("$64,100");
  }

  @Test
  void asksBack_whereALevelIsAskedOfNoJob() throws IOException {
    Path own = Files.createTempDirectory(folder, "roles");
    Answerer answerer =
        Desk.answerer(
            Desk.knowledge(
                own,
                Map.of(
                    "thatcher.md",
                    "# Thatcher\n\n## Pay\n\n- Apprentices: £18,000 a year",
                    "glazier.md",
                    "# Glazier\n\n## Pay\n\n- Glaziers: £31,000 a year",
                    "farrier.md",
                    "# Farrier\n\n## Pay\n\n- Farriers: £29,000 a year",
                    "embalmer.md",
                    "# Embalmer\n\n## Pay\n\n- Trainees: £21,000 a year")));

    assertThat(answerer.answer("apprentice pay?", List.of())).isInstanceOf(Answer.Clarify.class);
    assertThat(answerer.answer("thatcher apprentice pay?", List.of()))
        .isInstanceOf(Answer.Answered.class);
  }

  @Test
  void answersForTheEndOfARangeThatIsAsked() throws IOException {
    String rows =
        """
        | Province | Low ($/hour) | Median ($/hour) | High ($/hour) |
        |--|--|--|--|
        | Ontario | $20.00 | $30.00 | $40.00 |
        """;

    assertThat(said("Welder", "Canada", rows, "low hourly wage of a welder in ontario"))
        .containsExactly("Ontario, hourly pay (low): $20.00 an hour");
    assertThat(said("Welder", "Canada", rows, "high end wage of a welder in ontario"))
        .containsExactly("Ontario, hourly pay (high): $40.00 an hour");
  }

  @Test
  void answersForTheLastStepOfAScale() throws IOException {
    String rows =
        """
        | Pay point | Salary |
        |--|--|
        | 0 | £26,000 |
        | 1 | £29,000 |
        | 2 | £41,000 |
        """;

    assertThat(said("Constable", "UK", rows, "top of the pay scale for a constable"))
        .containsExactly("Pay point 2, pay: £41,000 a year");
    assertThat(said("Constable", "UK", rows, "constable at pay point 1"))
        .containsExactly("Pay point 1, pay: £29,000 a year");
    assertThat(said("Constable", "UK", rows, "constable at pay point 9")).isEmpty();
  }

  @Test
  void quotesTheCell_whereOwnWordsDoNotHold() throws IOException {
    String rows =
        """
        | Region | Median | Bottom of EDR 11 - 7 |
        |--|--|--|
        | EDR 11 - 7 County | $37.60 | $22 |
        """;

    assertThat(said("Crane operator", "US", rows, "what does a crane operator make"))
        .anySatisfy(line -> assertThat(line).contains("$37.60"));
  }

  @Test
  void ranksByTheYear_whereEachRowTellsTheHourToo() throws IOException {
    String rows =
        """
        | State | Hourly mean wage | Annual mean wage |
        |--|--|--|
        | Iowa | $21.05 | $43,780 |
        | Texas | $24.10 | $50,130 |
        """;

    assertThat(said("Welder", "US", rows, "which state pays welders the least?"))
        .containsExactly("Iowa, average pay: $43,780 a year");
    assertThat(said("Welder", "US", rows, "which state pays welders the least per hour?"))
        .containsExactly("Iowa, average hourly pay: $21.05 an hour");
  }

  @Test
  void saysThePeriodOfEachColumn_whereARowTellsSeveral() throws IOException {
    String rows =
        """
        | | Yearly pay | Monthly pay | Weekly pay |
        |--|--|--|--|
        | Average | $163,700 | $13,640 | $3,150 |
        """;

    assertThat(said("Judge", "US", rows, "what does a judge make"))
        .containsExactly(
            "Average pay: $163,700 a year",
            "Average monthly pay: $13,640 a month",
            "Average weekly pay: $3,150 a week");
  }

  @Test
  void answersForYears_thatAreToldInWords() throws IOException {
    String lines =
        """
        - Average pay: $119,000 a year
        - After ten years, judges make up to $190,000 a year.
        """;

    assertThat(said("Judge", "US", lines, "what does a judge with 12 years of experience earn"))
        .containsExactly("After ten years, judges make up to $190,000 a year.");
  }

  @Test
  void saysTotalCashCompensation_whereSharesAreNotCounted() throws IOException {
    String line = "- Total cash compensation: $250,000 a year\n";

    assertThat(said("Judge", "US", line, "what does a judge make"))
        .containsExactly("Total cash compensation: $250,000 a year");
  }

  private List<String> said(String title, String market, String pay, String question)
      throws IOException {
    String markdown =
        "---\ntitle: %s\nas-of: 2024\nmarket: %s\n---\n\n# %s\n\n## Pay\n\n%s"
            .formatted(title, market, title, pay);
    Path own = Files.createTempDirectory(folder, "role");
    Answerer answerer = Desk.answerer(Desk.knowledge(own, Map.of("role.md", markdown)));
    Answer answer = answerer.answer(question, List.of());
    return answer instanceof Answer.Answered
        ? answer.sentences().stream()
            .filter(sentence -> sentence.form() == Sentence.Form.ITEM)
            .map(Sentence::text)
            .toList()
        : List.of();
  }
}
