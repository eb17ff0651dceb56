package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicateRolesTest {
  @TempDir private Path folder;
  private Ward ward = new Ward(Path.of(""));

  @BeforeEach
  void opensAWard() {
    ward = new Ward(folder);
  }

  @Test
  void findsAnAliasThatIsTheTitleOfAnotherDocument() throws IOException {
    ward.with("baker.md", Ward.FRONT_MATTER + "- Knead dough")
        .with(
            "pastry-chef.md",
            "---\ntitle: Pastry Chef\naliases:\n  - confectioner\n  - bakers\n---\n- Bake cakes");

    assertThat(ward.shown(Finding.Kind.DUPLICATE_ROLE))
        .containsExactly("pastry-chef.md:3: alias 'bakers' is also the title in baker.md:2");
    assertThat(ward.findings().getLast().other()).contains(new Spot("baker.md", 2));
  }

  @Test
  void namesTheLineOfAnAlias_notThatOfTheTitleItIsShortFor() throws IOException {
    ward.with("nurse.md", "---\ntitle: Registered Nurse\naliases: [RN]\n---\n- Care")
        .with("pilot.md", "---\ntitle: Radio Pilot\naliases: [RN]\n---\n- Steer");

    assertThat(ward.shown(Finding.Kind.DUPLICATE_ROLE))
        .containsExactly("pilot.md:3: alias 'RN' is also an alias in nurse.md:3");
  }

  @Test
  void findsATitleThatTwoDocumentsHave_andCountsWhatElseTheyShare() throws IOException {
    ward.with("baker.md", Ward.FRONT_MATTER + "- Knead dough")
        .with("baker-2.md", Ward.FRONT_MATTER + "- Bake bread");

    assertThat(ward.shown(Finding.Kind.DUPLICATE_ROLE))
        .containsExactly(
            "baker-2.md:2: title 'Baker' is also the title in baker.md:2, and they share 1 more"
                + " name");
  }

  @Test
  void findsNothing_whereOneNameIsPartOfAnother() throws IOException {
    ward.with("baker.md", Ward.FRONT_MATTER + "- Knead dough")
        .with("head-baker.md", "---\ntitle: Head Baker\n---\n- Lead the bakery");

    assertThat(ward.findings()).isEmpty();
  }

  @Test
  void namesTheAliasThatTwoDocumentsWriteAlike_inWhateverOrderTheyStand() throws IOException {
    ward.with("a-pilot.md", "---\ntitle: Radio Pilot\naliases: [RN]\n---\n- Steer")
        .with("nurse.md", "---\ntitle: Registered Nurse\naliases: [RN]\n---\n- Care");

    assertThat(ward.shown(Finding.Kind.DUPLICATE_ROLE))
        .containsExactly("nurse.md:3: alias 'RN' is also an alias in a-pilot.md:3");
  }
}
