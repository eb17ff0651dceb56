package dev.rolewise.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Library;
import dev.rolewise.knowledge.document.Problem;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.Written;
import dev.rolewise.knowledge.fact.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeBaseTest {
  private static final Problem PROBLEM =
      new Problem(Problem.Severity.ERROR, "knowledge/roles/baker.md", 0, "is damaged");

  private final KnowledgeBase knowledge =
      KnowledgeBase.of(new Documents(Library.documents().documents(), List.of(PROBLEM)));

  @Test
  void holdsWhatWasRead() {
    assertThat(knowledge.documents()).isEqualTo(Library.documents().documents());
    assertThat(knowledge.problems()).containsExactly(PROBLEM);
  }

  @Test
  void findsADocumentByItsId() {
    assertThat(knowledge.find("registered-nurse")).contains(Library.NURSE);
    assertThat(knowledge.find("baker")).isEmpty();
  }

  @Test
  void tellsTheFactsOfADocumentAndOfAStatement() {
    Statement median =
        Library.NURSE.statements().stream()
            .filter(statement -> statement.text().startsWith("Median wage"))
            .findFirst()
            .orElseThrow();

    assertThat(knowledge.facts(median)).singleElement().isInstanceOf(Fact.Pay.class);
    assertThat(knowledge.facts("registered-nurse")).containsAll(knowledge.facts(median));
    assertThat(knowledge.facts("baker")).isEmpty();
    assertThat(knowledge.facts(Library.NURSE.statements().getFirst())).isEmpty();
  }

  @Test
  void tellsAllFacts_inTheOrderOfTheDocuments() {
    assertThat(knowledge.facts())
        .containsExactlyElementsOf(
            knowledge.documents().stream()
                .flatMap(document -> knowledge.facts(document.id()).stream())
                .toList());
  }

  @Test
  void tellsTheDocumentOfAStatement_andRefusesAStrangersOne() {
    Statement stranger =
        Written.markdown("baker", "# Baker\n\n- Bakes bread\n").statements().getFirst();

    assertThat(knowledge.documentOf(Library.NURSE.statements().getFirst()))
        .isEqualTo(Library.NURSE);
    assertThatThrownBy(() -> knowledge.documentOf(stranger))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("baker");
  }

  @Test
  void isEmpty_withoutDocuments() {
    KnowledgeBase empty = KnowledgeBase.of(new Documents(List.of(), List.of()));

    assertThat(empty.facts()).isEmpty();
    assertThat(empty.jobs().jobs()).isEmpty();
  }
}
