package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.fact.Figure.Kind;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A figure is written as kind, low..high, "+" for an open top, "~" for around, unit, period. */
class FiguresTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $180,000                              | MONEY 180000..180000 $
          $180k                                 | MONEY 180000..180000 $
          $180K a year                          | MONEY 180000..180000 $ YEAR
          $420,000–$1.2M                        | MONEY 420000..1200000 $
          $800–$1.2k                            | MONEY 800..1200 $
          $1–1.2M                               | MONEY 1000000..1200000 $
          $90–80k                               | MONEY 90000..80000 $
          180.000 EUR                           | MONEY 180000..180000 EUR
          €180.000                              | MONEY 180000..180000 EUR
          3.500 € pro Monat                     | MONEY 3500..3500 EUR MONTH
          CHF 95'000                            | MONEY 95000..95000 CHF
          95 000 €                              | MONEY 95000..95000 EUR
          CA$90,000                             | MONEY 90000..90000 CAD
          £16.71 an hour                        | MONEY 16.71..16.71 GBP HOUR
          £16.71/hr                             | MONEY 16.71..16.71 GBP HOUR
          $31.25 per hour                       | MONEY 31.25..31.25 $ HOUR
          $4,200 monthly                        | MONEY 4200..4200 $ MONTH
          £48,000 per annum                     | MONEY 48000..48000 GBP YEAR
          USD 180.000,50                        | MONEY 180000.5..180000.5 USD
          ₹36,00,000                            | MONEY 3600000..3600000 INR
          Rs. 15,000                            | MONEY 15000..15000 INR
          Rs 1, 25, 000                         | MONEY 125000..125000 INR
          R29 375                               | MONEY 29375..29375 ZAR
          Dh22,000                              | MONEY 22000..22000 AED
          KSh 34,955                            | MONEY 34955..34955 KES
          RM 4,500                              | MONEY 4500..4500 MYR
          6000 zł                               | MONEY 6000..6000 PLN
          paidUS$95,000                         | MONEY 95000..95000 USD
          Canadian dollars 90,000               | MONEY 90000..90000 CAD
          half a million euros                  | MONEY 500000..500000 EUR
          ₹6.8 lakh                             | MONEY 680000..680000 INR
          ₹6.8 LPA                              | MONEY 680000..680000 INR
          ₹1.5L – ₹3.5L                         | MONEY 150000..350000 INR
          ₹8L – 18L+                            | MONEY 800000..1800000+ INR
          3.000 bis 3.600 Euro                  | MONEY 3000..3600 EUR
          zwischen 3.000 und 3.600 Euro         | MONEY 3000..3600 EUR
          $1.2m                                 | MONEY 1200000..1200000 $
          $62 billion                           | MONEY 62000000000..62000000000 $
          $1,339.1 billion                      | MONEY 1339100000000..1339100000000 $
          two hundred thousand dollars          | MONEY 200000..200000 $
          one hundred and twenty thousand euros | MONEY 120000..120000 EUR
          between five and fifteen years        | YEARS 5..15
          180 thousand dollars                  | MONEY 180000..180000 $
          """)
  void readsAmounts(String text, String expected) {
    assertThat(shown(text)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Base salary: 22,000 to 28,000 a year | MONEY 22000..28000 YEAR
          Average pay is about 25,500.         | MONEY 25500..25500~
          Hourly wage 12.50 an hour            | MONEY 12.5..12.5 HOUR
          comp: 120k-150k                      | MONEY 120000..150000
          Pay rose for 25,500 people           | COUNT 25500..25500
          The salary survey asked 12,000       | COUNT 12000..12000
          Salary: 14 payments                  | COUNT 14..14
          """)
  void readsBareNumbersAsAmounts_whereALabelOnPayStandsInFront(String text, String expected) {
    assertThat(shown(text)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $180,000–$220,000           | MONEY 180000..220000 $
          $180k-$220k                 | MONEY 180000..220000 $
          $180-220k                   | MONEY 180000..220000 $
          180k to 220k USD            | MONEY 180000..220000 USD
          between $75,000 and $90,000 | MONEY 75000..90000 $
          $50 to $60 thousand         | MONEY 50000..60000 $
          $60–70 an hour              | MONEY 60..70 $ HOUR
          $90k/year - $100k/year      | MONEY 90000..100000 $ YEAR
          60-70%                      | PERCENT 60..70
          5–15 years                  | YEARS 5..15
          five to ten years           | YEARS 5..10
          2024 to 2034                | CALENDAR_YEAR 2024..2034
          38 to 42 hours              | COUNT 38..42
          """)
  void readsRanges(String text, String expected) {
    assertThat(shown(text)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          up to $256,928            | MONEY _..256928 $
          less than 1 year          | YEARS _..1
          <1 yr                     | YEARS _..1
          over $500 billion         | MONEY 500000000000.._+ $
          from $320,000             | MONEY 320000.._+ $
          at least 5+ years         | YEARS 5.._+
          11+ yrs                   | YEARS 11.._+
          five or more years        | YEARS 5.._+
          $120,000 or more          | MONEY 120000.._+ $
          $165,000–$200,000+        | MONEY 165000..200000+ $
          around $225,000           | MONEY 225000..225000~ $
          nearly 60%                | PERCENT 60..60~
          approximately 300 million | COUNT 300000000..300000000~
          more than 97 million      | COUNT 97000000.._+
          """)
  void readsOpenEnds(String text, String expected) {
    assertThat(shown(text)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          35.7%                 | PERCENT 35.7..35.7
          20 to 30 percent      | PERCENT 20..30
          1.5 percentage points | PERCENT 1.5..1.5
          thirty-five per cent  | PERCENT 35..35
          10th percentile       | PERCENTILE 10..10
          90th percentile       | PERCENTILE 90..90
          0–1 year              | YEARS 0..1
          ten years             | YEARS 10..10
          5-year                | YEARS 5..5
          2030                  | CALENDAR_YEAR 2030..2030
          100,000 customers     | COUNT 100000..100000
          one million users     | COUNT 1000000..1000000
          """)
  void tellsWhatAFigureCounts(String text, String expected) {
    assertThat(shown(text)).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "open 24/7",
    "a 401(k) plan",
    "since COVID-19",
    "fast 5G networks",
    "an H100",
    "GPT-4",
    "one of"
  })
  void takesNumbersInNamesForNames(String text) {
    assertThat(Figures.in(text)).isNotEmpty().allMatch(figure -> figure.kind() == Kind.NAME);
  }

  @ParameterizedTest
  @CsvSource({"no figure at all", "the attended phone", "stone and bone", "weighty matters"})
  void findsNothingInPlainWords(String text) {
    assertThat(Figures.in(text)).isEmpty();
  }

  @Test
  void findsEachFigureOfASentence() {
    assertThat(shown("$62 billion in 2022, projected to grow to over $500 billion by 2025"))
        .containsExactly(
            "MONEY 62000000000..62000000000 $",
            "CALENDAR_YEAR 2022..2022",
            "MONEY 500000000000.._+ $",
            "CALENDAR_YEAR 2025..2025");
  }

  @Test
  void takesAYearBetweenTwoFigures_forTheYearOfTheFirst() {
    assertThat(
            Figures.in("Turnover fell from 23% in 2022 to 17% in 2025.").stream().map(Figure::kind))
        .containsExactly(
            Figure.Kind.PERCENT,
            Figure.Kind.CALENDAR_YEAR,
            Figure.Kind.PERCENT,
            Figure.Kind.CALENDAR_YEAR);
  }

  @Test
  void keepsAmountsInDifferentCurrenciesApart() {
    assertThat(shown("$26,000 to £45,500"))
        .containsExactly("MONEY 26000..26000 $", "MONEY 45500..45500 GBP");
  }

  @Test
  void takesABareDollarSignForAnyDollarInARange() {
    assertThat(shown("$90,000 to 100,000 CAD")).containsExactly("MONEY 90000..100000 CAD");
  }

  @Test
  void readsDatesAndPhoneNumbersAsNoAmounts() {
    assertThat(Figures.in("Call 0800 555 0100 by March 5, 2024"))
        .noneMatch(figure -> figure.kind() == Kind.MONEY || figure.kind() == Kind.PERCENT);
  }

  @Test
  void leavesFootnotesOut() {
    assertThat(shown("$180,000¹ a year")).containsExactly("MONEY 180000..180000 $");
  }

  @Test
  void spansTheWordsThatBelongToAFigure() {
    Figure figure = Figures.in("San Francisco: up to $256,928 a year for senior roles").getFirst();

    assertThat(figure.wording()).isEqualTo("up to $256,928 a year");
    assertThat(figure.start()).isEqualTo(15);
    assertThat(figure.end()).isEqualTo(36);
  }

  private static List<String> shown(String text) {
    return Figures.in(text).stream().map(FiguresTest::shown).toList();
  }

  private static String shown(Figure figure) {
    Range value = figure.value();
    return figure.kind()
        + " "
        + (value.low().isPresent() ? number(value.low().getAsDouble()) : "_")
        + ".."
        + (value.high().isPresent() ? number(value.high().getAsDouble()) : "_")
        + (value.more() ? "+" : "")
        + (value.approximate() ? "~" : "")
        + (figure.dollar() ? " $" : "")
        + figure.currency().map(currency -> " " + currency).orElse("")
        + figure.period().map(period -> " " + period).orElse("");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.valueOf(value);
  }

  @Test
  void in_keepsALabelApartFromTheAmountBehindItsDash() {
    assertThat(Figures.in("Grade 13 – $73,115 to $95,048"))
        .extracting(Figure::wording)
        .containsExactly("13", "$73,115 to $95,048");
    assertThat(Figures.in("40–$50 an hour")).hasSize(1);
    assertThat(Figures.in("₹30-50+ LPA").getFirst().value().more()).isTrue();
  }

  @Test
  void readsNoAmount_whereALetterOnlyLooksLikeASign() {
    assertThat(Figures.in("the R1200GS and R2")).allMatch(figure -> figure.kind() != Kind.MONEY);
    assertThat(Figures.in("a Euro 6 van")).allMatch(figure -> figure.kind() != Kind.MONEY);
  }

  @Test
  void joinsTheRangesThatFollowOne() {
    assertThat(Figures.in("between £14 and £25 an hour, around £150 and £250 a day"))
        .extracting(Figure::wording)
        .containsExactly("£14 and £25 an hour", "around £150 and £250 a day");
    assertThat(Figures.in("cooks and chefs earn £150 and £250 a day")).hasSize(2);
  }

  @Test
  void readsAnAmountWhoseGroupsAreSetApart_inFrontOfItsPeriod() {
    assertThat(Figures.in("$43, 318 per year").getFirst().value()).isEqualTo(Range.exactly(43318));
  }
}
