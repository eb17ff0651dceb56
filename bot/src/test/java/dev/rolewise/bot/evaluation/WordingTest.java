package dev.rolewise.bot.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It pays $180k a year            | $180,000
          It pays 180000 dollars          | $180,000
          It pays 180,000                 | $180k
          It pays $1.5 million            | 1,500,000
          It pays $180,000–$220,000       | $180,000 to $220,000
          from $180,000 to $220,000       | $180,000–$220,000
          between 5 and 7 percent         | 5%
          grows 5–7%                      | 5–7%
          it is $165–200k                 | $165,000
          grows by 6%                     | 6 percent
          grows by 6 percent              | 6%
          needs 5+ years of experience    | 5 years
          needs PhD-level skill           | Ph.D.
          knows C++ and C#                | C++
          machine-learning models         | Machine learning model
          studies of the companies        | company
          a company's strategy            | strategies
          """)
  void includesWhatIsSaidInAnotherWay(String text, String entry) {
    assertThat(Wording.of(text).includes(entry)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It pays $1,180,000       | 180,000
          It pays $18,000          | $180,000
          It pays 180,000.50       | 180,000
          needs 6 years            | 6%
          a level L4 engineer      | 4
          he is an engineering man | engine
          a javascript developer   | Java
          """)
  void doesNotIncludeWhatOnlyLooksAlike(String text, String entry) {
    assertThat(Wording.of(text).includes(entry)).isFalse();
    assertThat(Wording.of(text).isContaminatedBy(entry)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It pays $150k      | $150,000
          It pays $150,000   | 150000
          in New York City   | new york
          """)
  void isContaminated_byAFigureOrWordsThatMustNotBeThere(String text, String entry) {
    assertThat(Wording.of(text).isContaminatedBy(entry)).isTrue();
  }
}
