package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Reads the scraped texts next to the project, where they are present. */
class SeedDocumentsTest {
  private static final Path SEEDS = Path.of("../../shared/seeds");

  @Test
  void namesTheRoles_andKeepsEveryFigure() throws Exception {
    assumeTrue(Files.isDirectory(SEEDS), "the texts are not here");

    Documents documents = DocumentFolders.read(List.of(SEEDS));

    assertThat(documents.problems()).isEmpty();
    assertThat(documents.documents())
        .extracting(RoleDocument::title)
        .containsExactly(
            "Assistant Vice President in Artificial Intelligence and Machine Learning",
            "Vice President of AI/ML",
            "AI Machine Learning Head",
            "AI/ML Expert",
            "Director of AI/ML Platform");
    for (RoleDocument document : documents.documents()) {
      List<String> lines = Files.readAllLines(SEEDS.resolve(document.id() + ".txt"));
      assertThat(document.statements())
          .allSatisfy(
              statement -> assertThat(lines.get(statement.line() - 1)).contains(statement.text()));
      assertThat(figures(shown(document))).containsAll(figures(String.join(" ", lines)));
    }
  }

  /** Every word of a document: headings, leads and statements. */
  private static String shown(RoleDocument document) {
    var words = new StringBuilder();
    for (Section section : document.allSections()) {
      words.append(section.heading()).append(' ');
    }
    for (Statement statement : document.statements()) {
      words.append(String.join(" ", statement.lead())).append(' ').append(statement.text());
      words.append(' ');
    }
    return words.toString();
  }

  private static Set<String> figures(String text) {
    return Pattern.compile("[0-9]+[0-9,.]*[0-9]")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
