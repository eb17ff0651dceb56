package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.document.Problem.Severity;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvertedRangesTest {
  @TempDir private Path folder;
  private Ward ward = new Ward(Path.of(""));

  @BeforeEach
  void opensAWard() {
    ward = new Ward(folder);
  }

  @Test
  void findsRangesThatBeginWithTheirHigherEnd() throws IOException {
    ward.baker(
        """
        - Base salary: $200,000–$150,000 a year
        - Total pay: $90,000 - 80,000 a year
        - Salaries range from $60,000 to $50,000 a year.
        - Experience: 8-5 years in a bakery
        - Bonus: 15%–10% of base salary
        """);

    assertThat(ward.shown(Finding.Kind.INVERTED_RANGE))
        .containsExactly(
            "baker.md:8: range '$200,000–$150,000 a year' must begin with its lower end",
            "baker.md:9: range '$90,000 - 80,000' must begin with its lower end",
            "baker.md:10: range '$60,000 to $50,000 a year' must begin with its lower end",
            "baker.md:11: range '8-5 years' must begin with its lower end",
            "baker.md:12: range '15%–10%' must begin with its lower end");
    assertThat(ward.findings())
        .filteredOn(finding -> finding.kind() == Finding.Kind.INVERTED_RANGE)
        .extracting(Finding::severity)
        .containsOnly(Severity.ERROR);
  }

  @Test
  void findsThemInTables() throws IOException {
    ward.baker("| Level | Salary a year |\n|---|---|\n| Entry level | $45,000–$41,000 |\n");

    assertThat(ward.shown(Finding.Kind.INVERTED_RANGE))
        .containsExactly("baker.md:10: range '$45,000–$41,000' must begin with its lower end");
  }

  @Test
  void leavesChangesScoresAndYearsAlone() throws IOException {
    ward.baker(
        """
        - Pay fell from $60,000 to $50,000 a year.
        - Revenue grows from $62 billion in 2022 to over $500 billion by 2035.
        - Call 555-123 or visit 24-7, pages 10-5.
        - Pay: $95-$120k a year
        - Salaries of $200,000 - 2025 figures
        - Pay: the rates of 2023-24
        - Change in employment and pay, 2024–34
        """);

    assertThat(ward.shown(Finding.Kind.INVERTED_RANGE)).isEmpty();
  }

  @Test
  void readsNoRangeOutOfColumnsInOneLine() throws IOException {
    ward.baker(
        """
        ## Pay and employment

        - Pay and jobs of bakers: 132,400 123,800 -7
        - Base salary: 150,000–110,000 a year
        """);

    assertThat(ward.shown(Finding.Kind.INVERTED_RANGE))
        .containsExactly(
            "baker.md:11: range '150,000–110,000 a year' must begin with its lower end");
  }
}
