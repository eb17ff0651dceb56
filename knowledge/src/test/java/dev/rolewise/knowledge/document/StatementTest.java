package dev.rolewise.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatementTest {
  private static final List<String> WAGES = List.of("Wages");
  private static final List<String> LEAD = List.of("By province:");
  private static final List<Cell> CELLS = List.of(new Cell("Median", "C$36.50"));
  private static final String TEXT = "Alberta | C$36.50";

  @Test
  void isEqual_whenEverythingIs() {
    assertThat(row("welder", 3, WAGES, LEAD, 7, TEXT, CELLS))
        .isEqualTo(row("welder", 3, WAGES, LEAD, 7, TEXT, CELLS))
        .hasSameHashCodeAs(row("welder", 3, WAGES, LEAD, 7, TEXT, CELLS));
  }

  @Test
  void isNotEqual_whenAnythingDiffers() {
    assertThat(row("welder", 3, WAGES, LEAD, 7, TEXT, CELLS))
        .isNotEqualTo(row("plumber", 3, WAGES, LEAD, 7, TEXT, CELLS))
        .isNotEqualTo(row("welder", 4, WAGES, LEAD, 7, TEXT, CELLS))
        .isNotEqualTo(row("welder", 3, LEAD, LEAD, 7, TEXT, CELLS))
        .isNotEqualTo(row("welder", 3, WAGES, WAGES, 7, TEXT, CELLS))
        .isNotEqualTo(row("welder", 3, WAGES, LEAD, 8, TEXT, CELLS))
        .isNotEqualTo(row("welder", 3, WAGES, LEAD, 7, "Alberta", CELLS))
        .isNotEqualTo(row("welder", 3, WAGES, LEAD, 7, TEXT, List.of()))
        .isNotEqualTo(
            new Statement("welder", 3, WAGES, LEAD, StatementKind.BULLET, 7, TEXT, List.of()))
        .isNotEqualTo(TEXT);
  }

  private static Statement row(
      String document,
      int ordinal,
      List<String> path,
      List<String> lead,
      int line,
      String text,
      List<Cell> cells) {
    return new Statement(document, ordinal, path, lead, StatementKind.TABLE_ROW, line, text, cells);
  }
}
