package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FootnotesTest {
  @ParameterizedTest
  @CsvSource({
    "Bremen, a, true",
    "'$50,000', 1, true",
    "Wages, [3], true",
    "Wages, *, true",
    "'', 2, true",
    "40 m, 2, false",
    "10, 6, false",
    "2, nd, false",
    "Roofers, New, false",
  })
  void marksAreToldFromOtherHighSigns(String before, String sign, boolean mark) {
    assertThat(Footnotes.isMark(before, sign)).isEqualTo(mark);
  }
}
