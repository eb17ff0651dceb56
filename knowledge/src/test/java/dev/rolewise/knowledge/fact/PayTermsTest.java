package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.fact.Statistic.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayTermsTest {
  @ParameterizedTest
  @CsvSource({
    "Total compensation, TOTAL",
    "total annual cash compensation, TOTAL",
    "what is the TC, TOTAL",
    "salary with everything included, TOTAL",
    "on-target earnings, TOTAL",
    "base with bonus, TOTAL",
    "Base salary, BASE",
    "basic pay, BASE",
    "pay before bonuses, BASE",
    "Annual bonus, BONUS",
    "commission, BONUS",
    "RSUs, EQUITY",
    "stock options, EQUITY"
  })
  void measure_isThePartOfPayThatATextNames(String text, Measure measure) {
    assertThat(PayTerms.measure(text)).contains(measure);
    assertThat(PayTerms.names(measure, text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "salary",
        "20% of the basic salary",
        "away from base",
        "totally different",
        "database",
        "optional"
      })
  void measure_isEmpty_whereNoPartIsNamed(String text) {
    assertThat(PayTerms.measure(text)).isEmpty();
  }

  @Test
  void names_findsEachOfSeveralParts() {
    String text = "Base pay, annual bonus and equity";

    assertThat(PayTerms.names(Measure.BASE, text)).isTrue();
    assertThat(PayTerms.names(Measure.BONUS, text)).isTrue();
    assertThat(PayTerms.names(Measure.EQUITY, text)).isTrue();
    assertThat(PayTerms.names(Measure.SALARY, text)).isTrue();
    assertThat(PayTerms.names(Measure.TOTAL, "Base pay and bonus")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "90th percentile, 90",
    "the 25th-percentile wage, 25",
    "75 pctl, 75",
    "p10, 10",
    "lowest 10 percent, 10",
    "the bottom ten percent, 10",
    "bottom quarter, 25",
    "highest 10%, 90",
    "top 5 percent, 95",
    "best-paid tenth, 90",
    "upper quartile, 75",
    "first quartile, 25"
  })
  void statistic_isAPercentile(String text, int percentile) {
    assertThat(PayTerms.statistic(text)).contains(Statistic.percentile(percentile));
  }

  @ParameterizedTest
  @CsvSource({
    "median wage, MEDIAN",
    "midpoint of the scale, MEDIAN",
    "average salary, AVERAGE",
    "annual mean wage, AVERAGE",
    "typical range, TYPICAL",
    "they usually earn, TYPICAL",
    "broader range, BROADER",
    "top earners, TOP",
    "highest-paid electricians, TOP"
  })
  void statistic_isNamedByItsWord(String text, Kind kind) {
    assertThat(PayTerms.statistic(text)).contains(Statistic.of(kind));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "base salary", "top 5 skills", "best ten cities", "0th percentile", "stop"})
  void statistic_isEmpty_whereNoneIsNamed(String text) {
    assertThat(PayTerms.statistic(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "$45.00 per hour, HOUR",
    "hourly wage, HOUR",
    "monthly salary, MONTH",
    "2300 a week, WEEK",
    "day rate, DAY",
    "annual salary, YEAR",
    "per annum, YEAR",
    "salary, YEAR"
  })
  void period_isTheOneATextNames(String text, Period period) {
    assertThat(PayTerms.period(text)).contains(period);
  }

  @Test
  void period_isEmpty_whereNoneIsNamed() {
    assertThat(PayTerms.period("median wage")).isEmpty();
  }

  @Test
  void tellsPayFromOtherMoney() {
    assertThat(PayTerms.isPay("Nurses earn $93,600")).isTrue();
    assertThat(PayTerms.isPay("The hospital has 300 beds")).isFalse();
    assertThat(PayTerms.isOtherMoney("Tuition is $12,000")).isTrue();
    assertThat(PayTerms.isOtherMoney("Nurses earn $93,600")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Low ($/hour), LOW",
    "Minimum basic pay, LOW",
    "low hourly wage, LOW",
    "Maximum scale, HIGH",
    "High, HIGH",
    "high end hourly wage, HIGH",
    "top of the pay scale, HIGH"
  })
  void end_isTheEndOfARangeThatATextNames(String text, Kind kind) {
    assertThat(PayTerms.end(text)).contains(Statistic.of(kind));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "highly paid", "from low to high", "lower house", "median"})
  void end_isEmpty_whereNoneOrBothAreNamed(String text) {
    assertThat(PayTerms.end(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"band 6 pay at entry, LOW", "and at the top, HIGH"})
  void end_isTheStepOfAScaleThatIsAskedFor(String text, Kind end) {
    assertThat(PayTerms.end(text)).contains(Statistic.of(end));
  }

  @ParameterizedTest
  @CsvSource({"Gehalt pro Monat, MONTH", "Stundenlohn, HOUR", "brutto im Jahr, YEAR"})
  void period_isFoundInGermanToo(String text, Period period) {
    assertThat(PayTerms.period(text)).contains(period);
  }

  @Test
  void statistic_ofTheAverageOfTopEarners_isNoPercentile() {
    assertThat(PayTerms.statistic("The top 10% make an average of $49,000"))
        .contains(Statistic.of(Kind.TOP));
    assertThat(PayTerms.statistic("The top 10% earn over $49,000"))
        .contains(Statistic.percentile(90));
  }
}
