package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayDisagreementsTest {
  @TempDir private Path folder;
  private Ward ward = new Ward(Path.of(""));

  @BeforeEach
  void opensAWard() {
    ward = new Ward(folder);
  }

  @Test
  void findsDifferentPayInTwoSections() throws IOException {
    ward.baker(
        """
        ## Overview

        The median annual salary of bakers is $41,000.

        ## Pay

        - Median salary: $43,500 a year
        """);

    assertThat(ward.shown(Finding.Kind.PAY_DISAGREEMENT))
        .containsExactly(
            "baker.md:10: pay of 'Baker' is '$41,000', but '$43,500 a year' at line 14");
  }

  @Test
  void findsDifferentPayUnderDifferentLabels_andNamesThem() throws IOException {
    ward.baker(
        """
        ## Career

        - Annual salary of a baker: $35,000 to $52,000

        ## Pay

        - Base salary: typically $38,000 to $50,000 a year
        """);

    assertThat(ward.shown(Finding.Kind.PAY_DISAGREEMENT))
        .containsExactly(
            "baker.md:10: pay of 'Baker' is '$35,000 to $52,000' (salary), but '$38,000 to $50,000"
                + " a year' (base, typical) at line 14");
  }

  @Test
  void findsDifferentPayInTwoDocuments() throws IOException {
    ward.baker("## Pay\n\n- Average salary of a baker: $41,000 a year\n")
        .with(
            "chef.md",
            """
            ---
            title: Chef
            as-of: 2025
            market: US
            currency: USD
            ---

            ## Related jobs and pay

            - Baker: $47,000 a year on average
            """);

    assertThat(ward.findings())
        .containsExactly(
            Finding.warning(
                Finding.Kind.PAY_DISAGREEMENT,
                new Spot("baker.md", 10),
                new Spot("chef.md", 10),
                "pay of 'Baker' is '$41,000 a year', but '$47,000 a year' at chef.md:10"));
  }

  @Test
  void findsAMedianThatIsNotThe50thPercentile() throws IOException {
    ward.baker(
        """
        ## Overview

        - Median pay: $41,000 a year

        ## Pay

        | | 10th percentile | 50th percentile | 90th percentile |
        |---|---|---|---|
        | Annual | $30,100 | $42,900 | $61,300 |
        """);

    assertThat(ward.shown(Finding.Kind.PAY_DISAGREEMENT))
        .containsExactly(
            "baker.md:10: pay of 'Baker' is '$41,000 a year', but '$42,900' at line 16");
  }

  @Test
  void countsWhatIsTooMuchToList_andListsNothingTwice() throws IOException {
    ward.baker(
        """
        ## Overview

        - Average salary: $40,000 a year

        ## Summary

        - Average salary: $40,000 a year

        ## Pay

        - Average salary: $45,000 a year

        ## Career

        - Average salary: $50,000 a year

        ## Outlook

        - Average salary: $55,000 a year
        """);

    assertThat(ward.shown(Finding.Kind.PAY_DISAGREEMENT))
        .containsExactly(
            "baker.md:10: pay of 'Baker' is '$40,000 a year', but '$45,000 a year' at line 18",
            "baker.md:10: pay of 'Baker' is '$40,000 a year', but '$50,000 a year' at line 22",
            "baker.md:10: pay of 'Baker' is '$40,000 a year', but '$55,000 a year' at line 26,"
                + " and 3 more pairs about this job");
  }

  @Test
  void findsNothing_whereTheFiguresAreOfDifferentThings() throws IOException {
    ward.baker(
        """
        ## Overview

        - Average salary: about $41,000 a year
        - Lowest: $28,000 a year
        - Highest: $61,000 a year

        ## Pay

        - Average salary: $40,600 a year
        - Average salary of a head baker: $52,000 a year
        - Average salary in Boston: $47,000 a year
        - Average salary in 2019: $36,000 a year
        - Average hourly pay: $19.50
        - Average total pay: $44,000 a year
        - Entry level, average salary: $33,000 a year

        ### Pay in hotels

        - Average salary: $49,000 a year

        ## Range

        - Average salary: $38,000 to $44,000 a year
        """);

    assertThat(ward.shown(Finding.Kind.PAY_DISAGREEMENT)).isEmpty();
  }

  @Test
  void findsNothing_inTheColumnsOfATable() throws IOException {
    ward.baker(
        """
        ## Salary a year

        | Bakery | Minimum | Maximum |
        |---|---|---|
        | Small | $31,000 | $39,000 |
        | Large | $35,000 | $45,000 |
        """);

    assertThat(ward.shown(Finding.Kind.PAY_DISAGREEMENT)).isEmpty();
  }

  @Test
  void findsTheSameLabelTwiceInOneList() throws IOException {
    ward.baker("## Pay\n\n- Base salary: $41,000 a year\n- Base salary: $46,000 a year\n");

    assertThat(ward.shown(Finding.Kind.PAY_DISAGREEMENT))
        .containsExactly(
            "baker.md:10: pay of 'Baker' is '$41,000 a year', but '$46,000 a year' at line 11");
  }

  @Test
  void comparesTheFiguresOfDocuments_thatShareATitleOrOneAlias() throws IOException {
    ward.baker("## Pay\n\n- Average salary: $41,000 a year\n")
        .with("twin.md", Ward.FRONT_MATTER + "## Pay\n\n- Average salary: $52,000 a year\n")
        .with(
            "oven-hand.md",
            """
            ---
            title: Oven hand
            aliases: [Bread maker]
            as-of: 2025
            market: US
            currency: USD
            ---
            ## Pay

            - Average salary: $63,000 a year
            """);

    assertThat(ward.shown(Finding.Kind.PAY_DISAGREEMENT))
        .containsExactly(
            "baker.md:10: pay of 'Baker' is '$41,000 a year', but '$52,000 a year' at"
                + " twin.md:10",
            "baker.md:10: pay of 'Baker' is '$41,000 a year', but '$63,000 a year' at"
                + " oven-hand.md:10",
            "oven-hand.md:10: pay of 'Oven hand' is '$63,000 a year', but '$52,000 a year' at"
                + " twin.md:10");
    assertThat(ward.shown(Finding.Kind.DUPLICATE_ROLE)).hasSize(3);
  }

  @Test
  void takesAnUnknownYearForAnyYear() throws IOException {
    ward.with(
        "cook.md",
        """
        # Cook

        ## Overview

        - Median salary in 2024: $41,000 a year

        ## Pay

        - Median salary: $46,000 a year
        """);

    assertThat(ward.shown(Finding.Kind.PAY_DISAGREEMENT)).hasSize(1);
  }

  @Test
  void findsTwoAveragesOfOneList_howeverTheyAreWorded() throws IOException {
    ward.baker("## Pay\n\n- Average salary: $64,000\n- The average salary is $59,000\n");

    assertThat(ward.shown(Finding.Kind.PAY_DISAGREEMENT))
        .containsExactly("baker.md:10: pay of 'Baker' is '$64,000', but '$59,000' at line 11");
  }
}
