package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingSectionsTest {
  @TempDir private Path folder;
  private Ward ward = new Ward(Path.of(""));

  @BeforeEach
  void opensAWard() {
    ward = new Ward(folder);
  }

  private static String document(String title, String... headings) {
    return "---\ntitle: " + title + "\n---\n\n" + body(headings);
  }

  private static String body(String... headings) {
    var text = new StringBuilder();
    for (String heading : headings) {
      text.append("## ").append(heading).append("\n\n- Something\n\n");
    }
    return text.toString();
  }

  @Test
  void findsASectionThatMostDocumentsHave() throws IOException {
    ward.with("baker.md", document("Baker", "Overview", "Soft skills", "Salary ranges"))
        .with("chef.md", document("Chef", "Overview", "Essential soft skills", "Salary (US, 2024)"))
        .with("cook.md", document("Cook", "Overview", "Soft skills", "Pay"))
        .with("waiter.md", document("Waiter", "Overview", "Outlook"));

    assertThat(ward.shown(Finding.Kind.MISSING_SECTION))
        .containsExactly(
            "waiter.md: section 'Salary ranges' is missing, 3 of 4 documents have it, such as"
                + " baker.md:13",
            "waiter.md: section 'Soft skills' is missing, 3 of 4 documents have it, such as"
                + " baker.md:9");
  }

  @Test
  void findsNothing_whereTheSectionStandsDeeperOrSaysMore() throws IOException {
    ward.with("baker.md", document("Baker", "Overview", "Soft skills"))
        .with("chef.md", document("Chef", "Overview", "Soft skills"))
        .with("cook.md", document("Cook", "Overview", "Skills"))
        .with(
            "waiter.md",
            document("Waiter", "Overview", "Requirements") + "### Soft skills\n\n- Calm");

    assertThat(ward.shown(Finding.Kind.MISSING_SECTION)).isEmpty();
  }

  @Test
  void findsNothing_amongFewDocuments_andAsksForNoContacts() throws IOException {
    ward.with("baker.md", document("Baker", "Overview", "Pay", "Contacts for more information"))
        .with("cook.md", document("Cook", "Overview", "Challenges"));
    assertThat(ward.shown(Finding.Kind.MISSING_SECTION)).isEmpty();

    ward.with("chef.md", document("Chef", "Overview", "Pay", "Contacts for more information"));
    assertThat(ward.shown(Finding.Kind.MISSING_SECTION))
        .containsExactly(
            "cook.md: section 'Pay' is missing, 2 of 3 documents have it, such as baker.md:9");
  }

  @Test
  void findsASection_belowATitleWithASentence() throws IOException {
    for (String title : List.of("Baker", "Chef", "Cook")) {
      ward.with(title + ".md", "# " + title + "\n\nA job.\n\n" + body("Duties", "Pay"));
    }
    ward.with("Waiter.md", "# Waiter\n\nA job.\n\n" + body("Duties", "Outlook"));

    assertThat(ward.shown(Finding.Kind.MISSING_SECTION))
        .containsExactly(
            "Waiter.md: section 'Pay' is missing, 3 of 4 documents have it, such as Baker.md:9");
  }

  @Test
  void findsWhatIsMissing_inADocumentWithOneSection() throws IOException {
    ward.with("baker.md", document("Baker", "Duties", "Pay"))
        .with("chef.md", document("Chef", "Duties", "Pay"))
        .with("waiter.md", document("Waiter", "Duties", "Pay"))
        .with("cook.md", document("Cook", "Duties"));

    assertThat(ward.shown(Finding.Kind.MISSING_SECTION))
        .containsExactly(
            "cook.md: section 'Pay' is missing, 3 of 4 documents have it, such as baker.md:9");
  }

  @Test
  void findsNothing_whereASectionIsOnTheTopicInOtherWords() throws IOException {
    ward.with("baker.md", document("Baker", "Overview", "Responsibilities"))
        .with("chef.md", document("Chef", "Overview", "Responsibilities"))
        .with("waiter.md", document("Waiter", "Overview", "What you will do"));

    assertThat(ward.shown(Finding.Kind.MISSING_SECTION)).isEmpty();
  }
}
