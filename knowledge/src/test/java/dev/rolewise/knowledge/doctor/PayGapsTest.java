package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayGapsTest {
  @TempDir private Path folder;
  private Ward ward = new Ward(Path.of(""));

  @BeforeEach
  void opensAWard() {
    ward = new Ward(folder);
  }

  @Test
  void findsPayWithoutAYear() throws IOException {
    ward.with(
        "baker.txt", "Baker\n\nPay\n- Base salary: $41,000 a year\n- Total pay: $45,000 a year\n");

    assertThat(ward.shown(Finding.Kind.MISSING_AS_OF))
        .containsExactly(
            "baker.txt:4: nothing says the year of pay '$41,000 a year', nor of 1 more figure");
  }

  @Test
  void findsPayWithoutACurrency() throws IOException {
    ward.with(
        "baker.md",
        """
        ---
        title: Baker
        as-of: 2025
        market: US
        ---

        ## Salary

        | Level | Salary a year |
        |---|---|
        | Entry level | 41,000 |
        """);

    assertThat(ward.shown(Finding.Kind.MISSING_CURRENCY))
        .containsExactly("baker.md:11: nothing says the currency of pay '41,000'");
  }

  @Test
  void findsPayWithoutACurrency_inARunningText() throws IOException {
    ward.with(
        "baker.md",
        """
        ---
        title: Baker
        as-of: 2025
        market: US
        ---

        ## Salary

        - Base salary: 41,000 to 48,000 a year
        """);

    assertThat(ward.shown(Finding.Kind.MISSING_CURRENCY))
        .containsExactly("baker.md:9: nothing says the currency of pay '41,000 to 48,000 a year'");
  }

  @Test
  void findsNothing_whereTheCurrencyIsWrittenOut() throws IOException {
    ward.with(
        "baker.md",
        "# Baker\n\n## Pay\n\n- Baker: 5.200 Euro a month\n- Head baker: US$50,000 a year\n");

    assertThat(ward.shown(Finding.Kind.MISSING_CURRENCY)).isEmpty();
  }

  @Test
  void findsPayForATimeThatNothingNames() throws IOException {
    ward.baker("## Pay\n\n- Baker: $4,200\n- Head baker: $5,100\n");

    assertThat(ward.shown(Finding.Kind.MISSING_PERIOD))
        .containsExactly(
            "baker.md:10: nothing says the period of pay '$4,200', nor of 1 more figure");
  }

  @Test
  void takesThePeriodFromAHeadingAnIntroductionOrAColumn() throws IOException {
    ward.baker(
        """
        ## Monthly pay

        - Baker: $4,200

        ## Pay

        All pay is for a month.

        ### Bakers

        - Baker: $4,300

        ## What they earn

        | Level | Pay per month |
        |---|---|
        | Entry level | $4,100 |

        ## Self-employed bakers

        - Day rates of $310 are common.
        """);

    assertThat(ward.shown(Finding.Kind.MISSING_PERIOD)).isEmpty();
  }

  @Test
  void takesThePeriodFromOtherAmountsOfAboutThatSize() throws IOException {
    ward.baker(
        "## Pay\n\n- Baker: $41,000 a year\n\n## Related jobs\n\n- Pastry chef: earns $45,000\n");

    assertThat(ward.shown(Finding.Kind.MISSING_PERIOD)).isEmpty();
  }

  @Test
  void takesNoPeriodFromTheWordSalary() throws IOException {
    ward.baker("## Salary\n\n- Average salary: $41,000\n");
    assertThat(ward.shown(Finding.Kind.MISSING_PERIOD))
        .containsExactly("baker.md:10: nothing says the period of pay '$41,000'");

    ward.baker("## Annual salary\n\n- Average salary: $41,000\n");
    assertThat(ward.shown(Finding.Kind.MISSING_PERIOD)).isEmpty();
  }
}
