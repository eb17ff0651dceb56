package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwallowedSentencesTest {
  @TempDir private Path folder;
  private Ward ward = new Ward(Path.of(""));

  @BeforeEach
  void opensAWard() {
    ward = new Ward(folder);
  }

  @Test
  void findsASentenceBehindTheLastItem() throws IOException {
    ward.with(
        "baker.txt",
        """
        Baker

        Responsibilities
        - Knead dough
        - Manage timelines and budgets for bakeries This role requires a balance of strength and \
        patience to bring good bread to the people.

        Requirements
        - Calm
        """);

    assertThat(ward.shown(Finding.Kind.SWALLOWED_SENTENCE))
        .containsExactly(
            "baker.txt:5: item 'Manage timelines and budgets for bakeries' runs on into a sentence:"
                + " 'This role requires a balance of strength and patience to bring good ...'");
  }

  @Test
  void findsASentenceInsideAList() throws IOException {
    ward.baker(
        """
        - Manage timelines and budgets By doing this well, bakers keep their shops open.
        - Knead dough
        """);

    assertThat(ward.shown(Finding.Kind.SWALLOWED_SENTENCE))
        .containsExactly(
            "baker.md:8: item 'Manage timelines and budgets' runs on into a sentence: 'By doing"
                + " this well, bakers keep their shops open.'");
  }

  @Test
  void findsOrdinarySentences_behindAnItemOfAListOfShortOnes() throws IOException {
    ward.baker(
        """
        - Bake bread. The baker also keeps records of all of it. It is a lot of work.
        - Write lists and keep them The baker then hands them to the next shift.
        - Knead dough
        """);

    assertThat(ward.shown(Finding.Kind.SWALLOWED_SENTENCE))
        .containsExactly(
            "baker.md:8: item 'Bake bread.' runs on into a sentence: 'The baker also keeps records"
                + " of all of it. It is a lot of work.'",
            "baker.md:9: item 'Write lists and keep them' runs on into a sentence: 'The baker then"
                + " hands them to the next shift.'");
  }

  @Test
  void findsNothing_inItemsOfSeveralSentencesAndInTitles() throws IOException {
    ward.baker(
            """
            - Ovens. These are hot, so wear gloves.
            - Flour. Bakers order it early in the morning. Mills deliver it at noon.
            - Read "The Baker" and This Old Bakery, the magazine.
            - Work for Flour By Hand, a bakery in Maine.
            """)
        .with(
            "chef.html",
            "<h1>Chef</h1><ul><li>Cook food</li></ul><p>These dishes are eaten hot by guests.</p>");

    assertThat(ward.shown(Finding.Kind.SWALLOWED_SENTENCE)).isEmpty();
  }

  @Test
  void findsSentencesThatWerePartedFromAShortItem_butNoExplanation() throws IOException {
    String list = "- Knead dough\n- Bake bread\n- Sell cakes\n- Order flour. ";
    ward.baker(list + "Bakers work early because shops open at dawn. Many also deliver bread.\n")
        .with("chef.md", "# Chef\n\n" + list + "Mills deliver it early in the morning.\n");

    assertThat(ward.shown(Finding.Kind.SWALLOWED_SENTENCE))
        .containsExactly(
            "baker.md:11: item 'Order flour.' runs on into a sentence: 'Bakers work early because"
                + " shops open at dawn.'");
  }

  @Test
  void findsATellingSentence_behindAnyItemOfAListOfSingleOnes() throws IOException {
    String told = " Bakers work early in the morning because shops open at dawn.\n";
    ward.baker("- Knead dough\n- Order flour." + told + "- Bake bread\n- Sell cakes\n")
        .with("cook.md", "# Cook\n\n- Knead dough.\n- Bake bread.\n- Order flour." + told)
        .with(
            "chef.md",
            """
            # Chef

            - Knead dough.
            - Order flour. Keep records of all deliveries.
            - Sell cakes.
            """);

    assertThat(ward.shown(Finding.Kind.SWALLOWED_SENTENCE))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("baker.md:9: item 'Order flour.' runs on"))
        .anyMatch(line -> line.startsWith("cook.md:5: item 'Order flour.' runs on"));
  }
}
