package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YearsTest {
  @ParameterizedTest
  @ValueSource(strings = {"2024", "2024-11", "2024-11-30", "Q1 2024", "May 2024", "2024/25"})
  void findsTheOnlyYear(String text) {
    assertThat(Years.only(text)).isEqualTo(OptionalInt.of(2024));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "2023 and 2024", "20245", "9999"})
  void findsNone_whenThereIsNotExactlyOne(String text) {
    assertThat(Years.only(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          from 1 April 2025             ; 2025
          updated 03.02.2025            ; 2025
          Date modified: 2024-12-04     ; 2024
          pay, 2025/26                  ; 2025
          """)
  void findsYearsInDates(String text, int year) {
    assertThat(Years.in(text)).containsExactly(year);
  }

  @Test
  void leavesOutSpansAndAmounts() {
    assertThat(Years.in("Growth, 2024-34: 2,024 jobs or 2025.50 each, 2026% more, $2030"))
        .isEqualTo(List.of());
  }
}
