package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableHeaderTest {
  @Test
  void labelsOverAmountsAreAHeader() {
    assertThat(
            isHeader(
                List.of("Experience", "Less than 1 year", "1–3 years"),
                List.of("Average base", "$31,250", "$36,900")))
        .isTrue();
    assertThat(
            isHeader(
                List.of("Town", "10%", "90%"),
                List.of("Cork", "21,000", "47,300"),
                List.of("Galway", "N/A", "44,100")))
        .isTrue();
    assertThat(
            isHeader(
                List.of("Occupation", "Baker", "Butcher"),
                List.of("Gross per month", "2.655 €", "2.730 €"),
                List.of("Diploma", "yes", "no")))
        .isTrue();
    assertThat(
            isHeader(
                List.of("Job", "Median pay"),
                List.of("Tailor", "$38,000"),
                List.of("Cook", "$35,000")))
        .isTrue();
  }

  @Test
  void factsWithTheirValuesAreNone() {
    assertThat(
            isHeader(
                List.of("Union", "Local 12"),
                List.of("Salary range", "$4,100 to $5,300"),
                List.of("Probation", "12 months")))
        .isFalse();
    assertThat(
            isHeader(
                List.of("Place", "London"),
                List.of("Salary", "£30,000"),
                List.of("Bonus", "£2,000")))
        .isFalse();
    assertThat(
            isHeader(
                List.of("Tellers", "$39,340", "High school"),
                List.of("Advisers", "$102,140", "Degree")))
        .isFalse();
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // the rows are only read
  private static boolean isHeader(List<String>... rows) {
    return TableHeader.isHeader(List.of(rows));
  }
}
