package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.fact.Band.Stage;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what does an apprentice electrician make  | apprentice    | TRAINEE",
        "entry-level pay of a nurse                | entry-level   | ENTRY",
        "salary straight out of college            | out of college | ENTRY",
        "what do juniors earn                      | juniors       | ENTRY",
        "Early career professionals                | Early career  | EARLY",
        "a mid-level engineer                      | mid-level     | MID",
        "Experienced welders earn more             | Experienced   | EXPERIENCED",
        "SENIOR data engineers                     | SENIOR        | SENIOR",
        "late-career pay                           | late-career   | LATE",
        "for very experienced people               | very experienced | LATE"
      })
  void in_findsTheStageThatATextNames(String text, String name, Stage stage) {
    assertThat(Bands.in(text)).contains(new Band(name, Optional.of(stage), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "L4",
        "Level 3",
        "Grade 7",
        "Band 5",
        "Step 2a",
        "Tier II",
        "E13",
        "2. Ausbildungsjahr"
      })
  void in_findsLevelsOfTheDocumentsOwn(String level) {
    assertThat(Bands.in("pay at " + level + " in total"))
        .contains(new Band(level, Optional.empty(), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "median wage of a nurse",
        "seniority matters here",
        "internal audit",
        "p90 pay of a nurse",
        "the entryway of the building"
      })
  void in_findsNothing_whereNoStageIsNamed(String text) {
    assertThat(Bands.in(text)).isEmpty();
  }

  @Test
  void in_countsTheYearsBesideTheStage() {
    assertThat(Bands.in("Senior, 8 to 12 years of experience"))
        .contains(new Band("Senior", Optional.of(Stage.SENIOR), years(8, 12)));
  }

  @Test
  void whole_takesAShortLabelAsItStands() {
    assertThat(Bands.whole("Mid-career (5–9 years)", false))
        .contains(new Band("Mid-career (5–9 years)", Optional.of(Stage.MID), years(5, 9)));
    assertThat(Bands.whole(" Entry level ", false))
        .contains(new Band("Entry level", Optional.of(Stage.ENTRY), Optional.empty()));
  }

  @Test
  void whole_takesNoTitleThatOnlyHoldsSenior_unlessItsHeaderSaysLevel() {
    assertThat(Bands.whole("Senior machine learning engineer", false)).isEmpty();
    assertThat(Bands.whole("Senior machine learning engineer", true)).isPresent();
  }

  @Test
  void whole_takesYearsAlone_andOtherWordsWithThemOnlyUnderAHeader() {
    assertThat(Bands.whole("4 to 6 years", false))
        .contains(new Band("4 to 6 years", Optional.empty(), years(4, 6)));
    assertThat(Bands.whole("3 years after the exam", false)).isEmpty();
    assertThat(Bands.whole("3 years after the exam", true)).isPresent();
  }

  @Test
  void whole_takesAnyNameUnderAHeader_butNotABlank() {
    assertThat(Bands.whole("Journeyman", true))
        .contains(new Band("Journeyman", Optional.empty(), Optional.empty()));
    assertThat(Bands.whole("Charge hand", false)).isEmpty();
    assertThat(Bands.whole(" ", true)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Level",
        "Experience",
        "Experience level",
        "Years of experience",
        "Career stage",
        "Pay band",
        "Seniority",
        "Experience (years)"
      })
  void isHeader_ofColumnsThatHoldStages(String header) {
    assertThat(Bands.isHeader(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "City", "Experience required", "Typical entry level", "Salary", "Education"})
  void isHeader_notOfOtherColumns(String header) {
    assertThat(Bands.isHeader(header)).isFalse();
  }

  @Test
  void years_readsRangesOpenEndsAndSingleYears() {
    assertThat(Bands.years("4–6")).isEqualTo(years(4, 6));
    assertThat(Bands.years("0 to 1 year")).isEqualTo(years(0, 1));
    assertThat(Bands.years("7")).isEqualTo(years(7, 7));
    assertThat(Bands.years("10+"))
        .contains(new Range(OptionalDouble.of(10), OptionalDouble.empty(), true, false));
    assertThat(Bands.years("Journeyman")).isEmpty();
    assertThat(Bands.years("$120,000")).isEmpty();
  }

  private static Optional<Range> years(double low, double high) {
    return Optional.of(new Range(OptionalDouble.of(low), OptionalDouble.of(high), false, false));
  }

  @ParameterizedTest
  @CsvSource({
    "pay point 3, pay point 3",
    "in year 2 of the scale, year 2",
    "a 2nd year apprentice, 2nd year",
    "what is B4 paid, B4"
  })
  void in_findsLevelsOfAnEmployersOwn(String text, String name) {
    assertThat(Bands.in(text).orElseThrow().name()).isEqualTo(name);
  }

  @Test
  void words_areTheSameForAllWaysToCount() {
    assertThat(Bands.words("2nd year"))
        .isEqualTo(Bands.words("second year"))
        .isEqualTo(Bands.words("Year 2"));
    assertThat(Bands.words("Band 8a")).isNotEqualTo(Bands.words("Band 8b"));
  }

  @Test
  void words_areTheSame_howeverAYearOfTrainingIsCounted() {
    assertThat(Bands.words("2. Ausbildungsjahr")).containsAll(Bands.words("2nd year"));
  }

  @Test
  void tellsWordsThatOnlyCount() {
    assertThat(Bands.areOrdinals(Set.of("third"))).isTrue();
    assertThat(Bands.areOrdinals(Set.of("3rd"))).isTrue();
    assertThat(Bands.areOrdinals(Set.of("third", "engineer"))).isFalse();
  }
}
