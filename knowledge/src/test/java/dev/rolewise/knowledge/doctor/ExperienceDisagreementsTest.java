package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperienceDisagreementsTest {
  @TempDir private Path folder;
  private Ward ward = new Ward(Path.of(""));

  @BeforeEach
  void opensAWard() {
    ward = new Ward(folder);
  }

  @Test
  void findsDifferentYearsOfExperience() throws IOException {
    ward.baker(
        """
        ## Requirements

        - Experience: 5–15 years in bakeries or related work

        ## Pay

        - Experience: the role generally requires 8+ years in baking
        """);

    assertThat(ward.shown(Finding.Kind.EXPERIENCE_DISAGREEMENT))
        .containsExactly(
            "baker.md:10: experience of 'Baker' is '5–15 years', but '8+ years' at line 14");
  }

  @Test
  void findsThemInBareRequirements() throws IOException {
    ward.baker(
        """
        ## Requirements

        - At least 5 years in a bakery
        - 3 years in a trade school

        ## Qualifications

        - 8+ years
        """);

    assertThat(ward.shown(Finding.Kind.EXPERIENCE_DISAGREEMENT))
        .containsExactly(
            "baker.md:10: experience of 'Baker' is 'At least 5 years', but '8+ years' at line 15");
  }

  @Test
  void findsNothing_whereOneIsPartOfTheOther() throws IOException {
    ward.baker(
        """
        ## Requirements

        - Experience: 10+ years in bakeries

        ## Career

        - Hands-on: 5+ years of experience with sourdough
        - Management: 3 years of experience with leading a team
        - Head bakers need 12 years of experience.
        """);

    assertThat(ward.shown(Finding.Kind.EXPERIENCE_DISAGREEMENT)).isEmpty();
  }

  @Test
  void findsThemInOneList_andBesideAnIntroduction() throws IOException {
    ward.baker(
        """
        Employers ask for at least 5 years of experience.

        ## Requirements

        - At least 1 year of experience.
        - A minimum of 4 years of experience is required.
        """);

    assertThat(ward.shown(Finding.Kind.EXPERIENCE_DISAGREEMENT))
        .containsExactly(
            "baker.md:8: experience of 'Baker' is 'at least 5 years', but 'At least 1 year' at line"
                + " 12",
            "baker.md:8: experience of 'Baker' is 'at least 5 years', but 'minimum of 4 years' at"
                + " line 13",
            "baker.md:12: experience of 'Baker' is 'At least 1 year', but 'minimum of 4 years' at"
                + " line 13");
  }

  @Test
  void findsNothing_whereWordsTellThemApart() throws IOException {
    ward.baker(
        """
        Employers ask for at least 5 years of experience in sales.

        ## Requirements

        - At least 1 year of experience with pastry.
        - At least 4 years of experience with bread.
        """);

    assertThat(ward.shown(Finding.Kind.EXPERIENCE_DISAGREEMENT)).isEmpty();
  }

  @Test
  void findsThem_whoeverIsAskedAndInATableOfFacts() throws IOException {
    ward.baker(
        """
        ## Quick facts

        | Fact | Value |
        |---|---|
        | Experience | 3 years |

        ## Requirements

        - Two years of experience are needed.
        - Applicants must have at least 6 years of experience.
        - At least 8 years of managing experience.
        - At least 9 years of experience in large hotels.
        """);

    assertThat(ward.shown(Finding.Kind.EXPERIENCE_DISAGREEMENT))
        .anyMatch(line -> line.contains("'3 years', but 'Two years'"))
        .anyMatch(line -> line.contains("'3 years', but 'at least 6 years'"))
        .anyMatch(line -> line.contains("'Two years', but 'at least 6 years'"))
        .noneMatch(line -> line.contains("8 years"))
        .filteredOn(line -> line.contains("9 years"))
        .noneMatch(line -> line.contains("Two years") || line.contains("6 years"));
  }
}
