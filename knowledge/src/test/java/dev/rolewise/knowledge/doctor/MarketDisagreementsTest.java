package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketDisagreementsTest {
  @TempDir private Path folder;
  private Ward ward = new Ward(Path.of(""));

  @BeforeEach
  void opensAWard() {
    ward = new Ward(folder);
  }

  @Test
  void findsDifferentFiguresForOneMarketAndYear() throws IOException {
    ward.baker(
        """
        ## Outlook

        - Worldwide frozen bread market: projected at $153.0 billion by 2034

        ## Trends

        - The global frozen bread market is expected to reach $136.5 billion by 2034.
        """);

    assertThat(ward.shown(Finding.Kind.MARKET_DISAGREEMENT))
        .containsExactly(
            "baker.md:10: figure for 2034 is '$153.0 billion', but 'reach $136.5 billion' at line"
                + " 14");
  }

  @Test
  void findsDifferentGrowthInTwoDocuments() throws IOException {
    ward.baker("- Frozen bread market growth: a CAGR of 4.1% from 2024 to 2034\n")
        .with(
            "chef.txt", "Chef\n\nOutlook\n- Frozen bread market: CAGR of 6.3% from 2024 to 2034\n");

    assertThat(ward.shown(Finding.Kind.MARKET_DISAGREEMENT))
        .containsExactly("baker.md:8: figure for 2034 is '4.1%', but '6.3%' at chef.txt:4");
  }

  @Test
  void findsNothing_whereMarketsPlacesOrYearsDiffer() throws IOException {
    ward.baker(
            """
            ## Outlook

            - Frozen bread market: projected at $153.0 billion by 2034
            - Frozen bread market in China: projected at $12.1 billion by 2034
            - Flour market: projected at $99.0 billion by 2034

            ## Trends

            - Frozen bread market: projected at $120.0 billion by 2030
            - Frozen bread market: about $150 billion by 2034
            - Employment of bakers is projected to grow 5 percent from 2024 to 2034.
            """)
        .with(
            "chef.txt",
            """
            Chef

            Outlook
            - Employment of chefs is projected to grow 8 percent from 2024 to 2034.
            """);

    assertThat(ward.shown(Finding.Kind.MARKET_DISAGREEMENT)).isEmpty();
  }
}
