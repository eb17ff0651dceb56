package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {
  @TempDir private Path folder;

  @Test
  void takesTheMarketFromTheTitle() {
    assertThat(read("# Plumber in the Netherlands\n\nPlumbers mend pipes.\n").market())
        .isEqualTo(Optional.of("Netherlands"));
  }

  @Test
  void takesTheMarketFromHeadingsAndSentencesOnPay() {
    assertThat(read("# Cook\n\n## Pay (England)\n\nCooks get £12 an hour.\n").market())
        .isEqualTo(Optional.of("England"));
    assertThat(
            read("# Cook\n\nCooks usually earn between $15 and $24 an hour in Canada.\n").market())
        .isEqualTo(Optional.of("Canada"));
  }

  @Test
  void leavesTheMarketOpen_whenNothingTellsIt() {
    RoleDocument document =
        read("# Cook\n\nCooks earn $31,000. Many trained in New Mexico or France.\n");

    assertThat(document.market()).isEmpty();
    assertThat(document.currency()).isEqualTo(Optional.of(Currency.getInstance("USD")));
  }

  @Test
  void takesNoMarket_thatMostAmountsAreNotPaidIn() {
    assertThat(
            read("""
            # Planner

            Planners earn A$98,000 in Hobart and A$99,000 in Perth, or A$101,000 at most.

            Planners in New Zealand earn NZ$84,000.
            """)
                .market())
        .isEqualTo(Optional.of("Australia"));
    assertThat(
            read("""
            # Roofer

            Roofers earn $48,000 in Texas and $51,000 in Iowa.

            Crews in Denmark earn DKK 38,000 a month.
            """)
                .market())
        .isEmpty();
  }

  @Test
  void takesTheCurrencyOfMostAmounts() {
    assertThat(currency("Pay is CA$50,000, rising from $45,000 to $60,000. A permit costs US$50."))
        .isEqualTo(Optional.of(Currency.getInstance("CAD")));
    assertThat(currency("Pay is A$70,000 to A$90,000."))
        .isEqualTo(Optional.of(Currency.getInstance("AUD")));
    assertThat(currency("Pay is 8 900 zł in Poland."))
        .isEqualTo(Optional.of(Currency.getInstance("PLN")));
    assertThat(currency("Pay is 51 000 Kč in Brno."))
        .isEqualTo(Optional.of(Currency.getInstance("CZK")));
    assertThat(currency("Pay is CHF 4'850 a month."))
        .isEqualTo(Optional.of(Currency.getInstance("CHF")));
    assertThat(currency("Pay is £100 or €120.")).isEmpty();
  }

  @Test
  void takesTheYearOfPayBeforeAnyOther() {
    assertThat(
            asOf(
                """
                # Cook

                Updated March 2025. Jobs should grow until 2034.

                ## Pay

                The median wage was $31,000 in May 2023.
                """))
        .isEqualTo(OptionalInt.of(2023));
  }

  @Test
  void fallsBackToWhereTheFiguresAreFrom() {
    assertThat(
            asOf(
                "# Cook\n\n| Town | Pay |\n|--|--|\n| Ulm | 2.300 € |\n\n(Survey, autumn 2022.)\n"))
        .isEqualTo(OptionalInt.of(2022));
  }

  @Test
  void fallsBackToTheFootOfThePage() {
    RoleDocument document =
        Outline.read(
            folder,
            "cook.html",
            """
            <html><body><h1>Cook</h1><p>Cooks get £12 an hour.</p>
            <footer>Last updated 12 March 2021. © 2020 Site</footer></body></html>
            """);

    assertThat(document.asOf()).isEqualTo(OptionalInt.of(2021));
  }

  @Test
  void takesMarketAndYear_fromALineThatNamesTheMarket() {
    for (String note :
        List.of("US market, 2025.", "All figures in this section are for the US market in 2025.")) {
      RoleDocument document =
          read("# Cook\n\n## Pay\n\n" + note + "\n\n- Average: $31,000 a year\n");

      assertThat(document.market()).as(note).isEqualTo(Optional.of("US"));
      assertThat(document.asOf()).as(note).isEqualTo(OptionalInt.of(2025));
    }
  }

  private Optional<Currency> currency(String text) {
    return read("# Cook\n\n" + text + "\n").currency();
  }

  private OptionalInt asOf(String text) {
    return read(text).asOf();
  }

  private RoleDocument read(String text) {
    return Outline.read(folder, "cook.md", text);
  }

  @Test
  void takesTheMarketFromTheNameOfTheFile() {
    String markdown = "# Bus driver\n\n## Pay\n\nDrivers earn $27 an hour.\n";
    RoleDocument document = Written.markdown("bus-driver-new-zealand", markdown);

    assertThat(document.market()).isEqualTo(Optional.of("New Zealand"));
    assertThat(document.currency()).isEqualTo(Optional.of(Currency.getInstance("NZD")));
    assertThat(Written.markdown("bus-driver", markdown).market()).isEmpty();
  }

  @Test
  void takesTheMarketThatATextSpeaksOfAgainAndAgain() {
    String once = "Teachers in Kenya are in demand.";

    assertThat(read("# Teacher\n\n- " + once + "\n").market()).isEmpty();
    assertThat(
            read("# Teacher\n\n- "
                    + once
                    + "\n- Schools of Kenya close in August.\n- Kenya trains its teachers.\n")
                .market())
        .isEqualTo(Optional.of("Kenya"));
  }

  @Test
  void market_isTheCountryOfAStateAndOfANameInItsOwnLanguage() {
    assertThat(read("# Firefighter pay in New South Wales\n\nFirefighters save lives.\n").market())
        .contains("Australia");
    assertThat(read("# Dachdecker in Deutschland\n\nDachdecker decken D\u00e4cher.\n").market())
        .contains("Germany");
  }

  @Test
  void currency_isReadFromLettersInFrontOfAmounts() {
    assertThat(read("# Surveyor\n\n## Pay\n\n- Start: R24 770 a month\n").currency())
        .contains(Currency.getInstance("ZAR"));
    assertThat(read("# Bellhop\n\n## Pay\n\n- Start: Rs. 15,000 a month\n").currency())
        .contains(Currency.getInstance("INR"));
  }

  @Test
  void currency_isNoCodeThatStandsForSomethingElse() {
    RoleDocument document =
        read(
            "# Drafter\n\n- Computer-aided design (CAD)\n- Drawing in CAD\n\n## Skills\n\n- CAD\n");

    assertThat(document.currency()).isEmpty();
    assertThat(document.market()).isEmpty();
    assertThat(currency("Pay is 50,000. All figures are in CAD."))
        .contains(Currency.getInstance("CAD"));
    assertThat(currency("Pay is 50,000 CAD a year.")).contains(Currency.getInstance("CAD"));
  }

  @Test
  void asOf_isTheYearInTheTitle_whereNothingElseNamesOne() {
    assertThat(read("# Die zehn besten Berufe 2019\n\nKoch: 2.100 Euro\n").asOf()).hasValue(2019);
  }

  @Test
  void market_isThatOfANoteAndNotOfOneSentenceInOtherMoney() {
    String pay = "# Optician\n\n## Pay\n\n- Median: $134,800\n- Top: $160,400\n\n";
    String other = "In Canada, opticians earn CA$96,000.\n";

    assertThat(read(pay + other).market()).isEmpty();
    assertThat(read(pay + "Figures are for the United States.\n\n" + other).market())
        .contains("US");
  }

  @Test
  void takesTheMarketFromTheLanguageOfThePage_whereNothingElseTellsIt() {
    RoleDocument there = page("en-NZ", "Cooks get $27 an hour.");
    RoleDocument elsewhere = page("en-US", "Cooks get 2.300 € a month.");

    assertThat(there.market()).isEqualTo(Optional.of("New Zealand"));
    assertThat(there.currency()).isEqualTo(Optional.of(Currency.getInstance("NZD")));
    assertThat(elsewhere.market()).isEmpty();
    assertThat(page("en", "Cooks get $27 an hour.").market()).isEmpty();
  }

  private RoleDocument page(String language, String words) {
    return Outline.read(
        folder,
        "cook.html",
        "<html lang=\"" + language + "\"><body><h1>Cook</h1><p>" + words + "</p></body></html>");
  }

  @Test
  void isOfTheUk_wherePayIsComparedBetweenItsParts() {
    assertThat(
            read("""
            # Cook

            ## Pay

            | Region | Pay |
            |--|--|
            | Wales | £24,100 |
            | Scotland | £25,300 |
            """)
                .market())
        .isEqualTo(Optional.of("UK"));
  }

  @Test
  void takesTheYearFromTheHeadOfATextAndFromItsFrontMatter() {
    assertThat(asOf("---\ntitle: Cook\npublished: 2024-03-18\n---\n\nCooks cook.\n"))
        .isEqualTo(OptionalInt.of(2024));
    assertThat(asOf("# Cook\n\nBy Ann Lee · Austin · March 3, 2023 · 7 min read\n\nThey cook.\n"))
        .isEqualTo(OptionalInt.of(2023));
    assertThat(
            Outline.read(folder, "cook.txt", "Cooks' notes\nRevised 02/2022\n\nPAY\nThey cook.\n")
                .asOf())
        .isEqualTo(OptionalInt.of(2022));
  }

  @Test
  void takesTheYearInWhichATermBegins() {
    assertThat(asOf("# Cook\n\nScale effective May 1, 2024 through April 30, 2026.\n"))
        .isEqualTo(OptionalInt.of(2024));
  }
}
