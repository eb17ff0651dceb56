package dev.rolewise.bot.render;

import static dev.rolewise.bot.render.Charts.AVP;
import static dev.rolewise.bot.render.Charts.FOUR_ROLES;
import static dev.rolewise.bot.render.Charts.bar;
import static dev.rolewise.bot.render.Charts.chart;
import static dev.rolewise.bot.render.Charts.group;
import static dev.rolewise.bot.render.Charts.mark;
import static dev.rolewise.bot.render.Charts.span;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.Golden;
import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Mark;
import dev.rolewise.knowledge.fact.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTextTest {
  @Test
  void givesTheFiguresInWords_withTheirCitations() {
    assertThat(ChartText.altText(AVP))
        .isEqualTo(
            "AVP of AI/ML. United States, 2024. Pay in US dollars a year. Base salary"
                + " $180,000–$220,000 [1]; Total compensation $250,000–$350,000 [2].");
  }

  @Test
  void givesOpenEndsAndMarksInWords() {
    Golden.assertMatches("chart/alt.txt", ChartText.altText(FOUR_ROLES) + "\n");
  }

  @Test
  void leavesOutWholeBarsFromTheEnd_whenTheFiguresAreTooLong() {
    var bars = new ArrayList<Bar>();
    for (int i = 1; i <= 40; i++) {
      bars.add(bar("Late career at company " + i, span(135_388, 208_931, "$135,388 up", i)));
    }

    String text = ChartText.altText(chart("Pay", group("AI/ML expert", bars.toArray(Bar[]::new))));

    assertThat(text)
        .hasSizeBetween(ChartText.MAX_ALT_CHARS - 50, ChartText.MAX_ALT_CHARS)
        .endsWith(
            "Late career at company 21 $135,388 up [21]. 19 more bars are only in the picture.");
  }

  @Test
  void saysThatOneBarIsLeftOut() {
    String wording = "$120,000 " + "or more ".repeat(100);

    String text =
        ChartText.altText(
            chart(
                "Pay",
                group(
                    "AI/ML expert",
                    bar("Base", span(1, 2, wording, 1)),
                    bar("Total", span(1, 2, wording, 2)))));

    assertThat(text).hasSizeLessThan(ChartText.MAX_ALT_CHARS).contains("or more  [1]. 1 more bar");
  }

  @Test
  void staysWithinTheLimit_whenEvenOneBarIsTooLong() {
    String text =
        ChartText.altText(
            chart("T".repeat(900), group("R", bar("Base", span(1, 2, "$1 ".repeat(900), 1)))));

    assertThat(text)
        .hasSizeLessThan(ChartText.MAX_ALT_CHARS)
        .endsWith("Pay in US dollars a year. 1 more bar is only in the picture.");
  }

  @Test
  void namesTheUnitOfOtherCurrenciesAndPeriods() {
    assertThat(unit("EUR", Period.MONTH)).isEqualTo("euros a month");
    assertThat(unit("GBP", Period.HOUR)).isEqualTo("pounds sterling an hour");
    assertThat(unit("CAD", Period.WEEK)).isEqualTo("Canadian dollars a week");
    assertThat(unit("AUD", Period.DAY)).isEqualTo("Australian dollars a day");
    assertThat(unit("CHF", Period.YEAR)).isEqualTo("Swiss francs a year");
    assertThat(unit("INR", Period.YEAR)).isEqualTo("Indian rupees a year");
    assertThat(unit("JPY", Period.YEAR)).isEqualTo("Japanese Yen a year");
  }

  @Test
  void drawsBarsForANarrowTerminal() {
    Golden.assertMatches("chart/bars-60.txt", lines(ChartText.textBars(FOUR_ROLES, 60)));
  }

  @Test
  void drawsBarsForAWideTerminal() {
    Golden.assertMatches("chart/bars-100.txt", lines(ChartText.textBars(FOUR_ROLES, 100)));
  }

  @Test
  void drawsNoBars_whenTheTerminalIsTooNarrow() {
    assertThat(ChartText.textBars(FOUR_ROLES, 59)).isEmpty();
  }

  @Test
  void keepsEveryLineWithinTheTerminal() {
    for (int width = 60; width <= 200; width += 7) {
      int columns = width;

      assertThat(ChartText.textBars(FOUR_ROLES, width))
          .isNotEmpty()
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }
  }

  @Test
  void showsNothingATerminalWouldObey() {
    var chart =
        chart(
            "AVP\u001b[2J",
            group(
                "Head\u0007",
                bar(mark(Mark.Kind.SINGLE, 1, "$1\u001b[31m", 1), "Base\u202e\nsalary")));

    assertThat(lines(ChartText.textBars(chart, 80)) + ChartText.altText(chart))
        .doesNotContain("\u001b", "\u0007", "\u202e");
  }

  private static String unit(String currency, Period period) {
    return ChartWords.unit(
        new PayChart("Pay", "", Currency.getInstance(currency), period, AVP.groups()));
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
