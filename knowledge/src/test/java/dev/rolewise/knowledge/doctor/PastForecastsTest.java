package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastForecastsTest {
  @TempDir private Path folder;
  private Ward ward = new Ward(Path.of(""));

  @BeforeEach
  void opensAWard() {
    ward = new Ward(folder);
  }

  @Test
  void findsForecastsForYearsThatHavePassed() throws IOException {
    ward.baker(
        """
        - Bread market: $62 billion in 2022, projected to grow to over $90 billion by 2025.
        - By 2025, most bakeries are expected to bake at night.
        - Bakeries will use robots by the end of 2024.
        - Job outlook, 2013–23: 5%

        Here are the trends that are expected to shape baking in 2025:

        - Sourdough
        - Rye
        """);

    assertThat(ward.shown(Finding.Kind.PAST_FORECAST))
        .containsExactly(
            "baker.md:8: forecast for 2025, which has passed: 'Bread market: $62 billion in 2022,"
                + " projected to grow to over $90 ...'",
            "baker.md:9: forecast for 2025, which has passed: 'By 2025, most bakeries are expected"
                + " to bake at night.'",
            "baker.md:10: forecast for 2024, which has passed: 'Bakeries will use robots by the end"
                + " of 2024.'",
            "baker.md:11: forecast for 2023, which has passed: 'Job outlook, 2013–23: 5%'",
            "baker.md:15: forecast for 2025, which has passed: 'Here are the trends that are"
                + " expected to shape baking in 2025'");
  }

  @Test
  void findsFiguresGivenByAYear_butNotWhatHasHappened() throws IOException {
    ward.baker(
        """
        - About 5 million new jobs by 2022.
        - Bakers had opened 30 shops by 2019.
        """);

    assertThat(ward.shown(Finding.Kind.PAST_FORECAST))
        .containsExactly(
            "baker.md:8: forecast for 2022, which has passed: 'About 5 million new jobs by 2022.'");
  }

  @Test
  void findsWhatWillHappenBetweenTwoYears() throws IOException {
    ward.baker(
        """
        Employment will grow 6% from 2015 to 2020.

        Wages grew by 2% between 2015 and 2020.
        """);

    assertThat(ward.shown(Finding.Kind.PAST_FORECAST))
        .containsExactly(
            "baker.md:8: forecast for 2020, which has passed: 'Employment will grow 6% from 2015 to"
                + " 2020.'");
  }

  @Test
  void findsThemInHeadingsOfColumns_once() throws IOException {
    ward.baker(
        """
        ## Outlook

        | Job | Employment, 2013 | Projected employment, 2023 |
        |---|---|---|
        | Baker | 1,200 | 1,400 |
        | Head baker | 120 | 140 |
        """);

    assertThat(ward.shown(Finding.Kind.PAST_FORECAST))
        .containsExactly(
            "baker.md:12: forecast for 2023, which has passed: 'Projected employment, 2023'");
  }

  @Test
  void findsNothing_whereTheYearIsNotTheOneForecast() throws IOException {
    ward.baker(
        """
        - Bread market: $62 billion in 2022, projected to grow to $90 billion by 2030.
        - Job outlook, 2024–34: 5%
        - A 2013 study forecast a shortage of 5,500 bakers.
        - Salary expectations in the US market for 2024: $41,000 a year
        - Bakers will find these figures of 2024 useful.
        - Projected growth this year, 2026: 3%
        - Employment grew 4% from 2015 to 2020 and will keep growing.
        - Ovens will serve for decades, as those did that the city built from 2012 to 2016.
        - Between 2012 and 2016 the city built ovens that will serve for decades.
        """);

    assertThat(ward.shown(Finding.Kind.PAST_FORECAST)).isEmpty();
  }
}
