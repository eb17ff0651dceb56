package dev.rolewise.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EmbeddedTextTest {
  @Test
  void putsTitleHeadingsAndLeadInFront() {
    Statement statement = statement(List.of("Wages", "By region"), List.of("Cities"), "Oslo: $30");

    assertThat(EmbeddedText.of(welder(), statement))
        .isEqualTo("Welder › Wages › By region › Cities: Oslo: $30");
  }

  @Test
  void leavesOutAHeadingThatRepeatsTheTitle() {
    var section = new Section(List.of("WELDER", "Wages"), 3, List.of(), List.of());

    assertThat(EmbeddedText.of(welder(), section)).isEqualTo("Welder › Wages");
  }

  @Test
  void cutsWhatNoModelReads() {
    Statement statement = statement(List.of("Wages"), List.of(), "word ".repeat(2_000));

    assertThat(EmbeddedText.of(welder(), statement)).hasSize(EmbeddedText.MAX_CHARS);
  }

  private static RoleDocument welder() {
    return new RoleDocument(
        "welder",
        "Welder",
        List.of(),
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        "welder.md",
        List.of());
  }

  private static Statement statement(List<String> path, List<String> lead, String text) {
    return new Statement("welder", 0, path, lead, StatementKind.BULLET, 5, text, List.of());
  }
}
