package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Filter;
import dev.rolewise.knowledge.retrieval.Passage;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import dev.rolewise.knowledge.retrieval.Retrieval;
import dev.rolewise.knowledge.retrieval.SectionMatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleGuessTest {
  private static final Map<String, String> ROLES =
      Map.of(
          "glazier.md", "# Glazier\n\n## Work\n\nGlaziers fit windows.\n",
          "baker.md", "# Baker\n\n## Work\n\nBakers make bread.\n");

  @TempDir private Path folder;

  @Test
  void of_isTheRoleThatIsFarAhead() throws IOException {
    assertThat(guess("i fit windows all day", 0.8, 0.2)).containsExactly("Glazier");
  }

  @Test
  void of_isEmpty_whereAnotherRoleIsNear() throws IOException {
    assertThat(guess("i fit windows all day", 0.8, 0.7)).isEmpty();
  }

  @Test
  void of_isEmpty_whereNothingIsNear() throws IOException {
    assertThat(guess("i fit windows all day", 0.3, 0.0)).isEmpty();
  }

  @Test
  void of_isEmpty_whereTheQuestionNamesAnotherJob() throws IOException {
    assertThat(guess("what do judges in windows earn", 0.8, 0.2)).isEmpty();
  }

  /** The titles guessed, where the documents are as similar to the question as given. */
  private List<String> guess(String question, double glazier, double baker) throws IOException {
    KnowledgeBase knowledge = Desk.knowledge(folder, ROLES);
    Search search =
        new Search() {
          @Override
          public Retrieval statements(String words, String meaning, Filter filter, int count) {
            return new Retrieval.Found(
                knowledge.documents().stream()
                    .flatMap(document -> document.statements().stream())
                    .map(statement ->
                        new Passage(
                            statement,
                            similarity(statement.document()),
                            similarity(statement.document())))
                    .toList());
          }

          @Override
          public List<SectionMatch> sections(
              String words, String meaning, Filter filter, int count) {
            return knowledge.documents().stream()
                .flatMap(document ->
                    document.allSections().stream()
                        .map(section ->
                            new SectionMatch(document, section, 1, similarity(document.id()))))
                .toList();
          }

          @Override
          public double coverage(String text) {
            return 1;
          }

          private double similarity(String document) {
            return document.equals("glazier") ? glazier : baker;
          }
        };
    var reader = new QuestionReader(knowledge.jobs(), text -> text);
    return new RoleGuess(knowledge, search)
        .of(reader.read(question, List.of()).getFirst()).stream().map(Job::title).toList();
  }
}
