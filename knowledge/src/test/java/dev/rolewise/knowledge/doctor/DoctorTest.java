package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolewise.knowledge.document.DocumentFolders;
import dev.rolewise.knowledge.document.Problem.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
  private static final Path SEEDS = Path.of("../../shared/seeds");

  @TempDir private Path folder;

  @Test
  void ordersFindingsBySourceAndLine() throws IOException {
    List<Finding> findings =
        new Ward(folder)
            .with("chef.md", "---\ntitle: Chef\nsong: la\n---\n- Cook\n")
            .baker("- Growth of 5% is expected by 2020.\n- Pay: $9,000–$8,000 a month\n")
            .findings();

    assertThat(findings)
        .extracting(finding -> finding.kind().id() + " " + finding.at())
        .containsExactly(
            "past-forecast baker.md:8",
            "inverted-range baker.md:9",
            "wrong-front-matter chef.md:3");
  }

  @Test
  void tellsFilesThatWereNotLoadedFromEmptyFolders() throws IOException {
    Path full = Files.createDirectory(folder.resolve("full"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    new Ward(full)
        .with("baker.pdf", "no document")
        .with("chef.md", "---\ntitle: Chef\n---\n- Cook");

    assertThat(Doctor.examine(DocumentFolders.read(List.of(full, empty), folder), Ward.YEAR))
        .extracting(finding -> finding.kind().id() + " " + finding)
        .containsExactly(
            "empty-folder empty: folder holds no role document, wanted files ending in .md,"
                + " .markdown, .txt, .html, .htm, .pdf or .docx",
            "not-loaded full/baker.pdf: is damaged or no PDF file");
  }

  @Test
  void takesAnEmptyFolderForAnError_whereNothingElseIsRead() {
    assertThat(Doctor.examine(DocumentFolders.read(List.of(folder), folder), Ward.YEAR))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  void findsNothing_inNoDocuments() {
    assertThat(Doctor.examine(DocumentFolders.read(List.of(), folder), Ward.YEAR)).isEmpty();
  }

  @Test
  void namesKindsDifferently() {
    assertThat(Arrays.stream(Finding.Kind.values()).map(Finding.Kind::id)).doesNotHaveDuplicates();
  }

  @Test
  void findsNoErrorInTheBundledDocuments() {
    Path roles = Path.of("roles");

    List<Finding> findings = Doctor.examine(DocumentFolders.read(List.of(roles), roles), Ward.YEAR);

    assertThat(findings).filteredOn(finding -> finding.severity() == Severity.ERROR).isEmpty();
    assertThat(findings)
        .filteredOn(finding -> finding.kind() == Finding.Kind.PAY_DISAGREEMENT)
        .extracting(Finding::toString)
        .contains(
            "vp-ai-ml.md:178: pay of 'Vice President, AI and Machine Learning' is '$157,500 to over"
                + " $212,000' (salary), but '$172,715 to over $200,000 a year' (base, typical) at"
                + " line 226");
  }

  @Test
  void findsEverySentenceThatScrapingGluedToAnItem() {
    assumeTrue(Files.isDirectory(SEEDS), "the texts are not here");

    List<Finding> findings = Doctor.examine(DocumentFolders.read(List.of(SEEDS), SEEDS), Ward.YEAR);

    assertThat(findings).noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(findings)
        .filteredOn(finding -> finding.kind() == Finding.Kind.SWALLOWED_SENTENCE)
        .hasSizeGreaterThan(40)
        .extracting(Finding::toString)
        .contains(
            "000_9f4b2ccae47485c9.txt:44: item 'Manage resources, timelines, and budgets for AI/ML"
                + " projects' runs on into a sentence: 'This role requires a balance of hands-on"
                + " technical skills, ...'");
  }
}
