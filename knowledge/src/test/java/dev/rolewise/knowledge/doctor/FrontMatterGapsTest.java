package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontMatterGapsTest {
  @TempDir private Path folder;
  private Ward ward = new Ward(Path.of(""));

  @BeforeEach
  void opensAWard() {
    ward = new Ward(folder);
  }

  @Test
  void listsWhatWasReadFromTheText_whereMarkdownHasNoFrontMatter() throws IOException {
    ward.with(
        "baker.md",
        """
        # Baker

        ## Pay in the United Kingdom

        - Median salary in 2024: £24,500 a year
        """);

    assertThat(ward.shown(Finding.Kind.MISSING_FRONT_MATTER))
        .containsExactly(
            "baker.md:1: front matter gives no title, as-of, market or currency; read from the"
                + " text: title 'Baker', as-of 2024, market 'UK', currency GBP");
  }

  @Test
  void saysWhatTheTextDoesNotGiveEither() throws IOException {
    ward.with(
        "baker.md",
        """
        ---
        title: Baker
        currency: USD
        ---

        - Salary: $41,000 a year
        """);

    assertThat(ward.shown(Finding.Kind.MISSING_FRONT_MATTER))
        .containsExactly(
            "baker.md:1: front matter gives no as-of or market; the text gives no as-of or market");
  }

  @Test
  void asksForNothingButATitle_whereThereAreNoFigures() throws IOException {
    ward.with("baker.md", "---\ntitle: Baker\n---\n\n- Knead dough");

    assertThat(ward.findings()).isEmpty();
  }

  @Test
  void asksForNothing_inFormatsWithoutFrontMatter() throws IOException {
    ward.with("baker.txt", "Baker\n\nPay\n- Median salary: £24,500 a year\n")
        .with("chef.html", "<h1>Chef</h1><h2>Pay</h2><p>The salary is £24,500 a year.</p>");

    assertThat(ward.shown(Finding.Kind.MISSING_FRONT_MATTER)).isEmpty();
  }

  @Test
  void leavesAWrongValueToTheReader() throws IOException {
    ward.with(
        "baker.md",
        """
        ---
        title: Baker
        as-of: lately
        market: US
        currency: USD
        ---
        - Salary: $41,000 a year
        """);

    assertThat(ward.shown(Finding.Kind.MISSING_FRONT_MATTER)).isEmpty();
    assertThat(ward.shown(Finding.Kind.WRONG_FRONT_MATTER))
        .containsExactly("baker.md:3: as-of: must be a year such as 2024, got 'lately'");
  }

  @Test
  void findsAliasesThatSayANameOnceMore() throws IOException {
    ward.with(
        "baker.md",
        "---\ntitle: Baker\naliases: [Bread maker, bread maker, BAKER, Bakers]\n---\n\n- Bakes\n");

    assertThat(ward.shown(Finding.Kind.WRONG_FRONT_MATTER))
        .containsExactly(
            "baker.md:3: aliases: 'BAKER' is the title",
            "baker.md:3: aliases: 'bread maker' appears twice");
  }
}
