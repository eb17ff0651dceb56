package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.RoleDocument;
import java.util.List;

/**
 * Roles side by side.
 *
 * @param roles two or more, in the order they were asked for
 * @param same what holds for all of them, may be empty
 * @param different what tells them apart, may be empty
 * @param rows what each says of an aspect
 */
public record Comparison(
    List<RoleDocument> roles, List<Claim> same, List<Claim> different, List<Row> rows) {
  /**
   * One aspect of every role.
   *
   * @param aspect what the row is about
   * @param cells what each role says of it, in the order of the roles; an empty cell is a gap
   * @param isWhole whether the documents say no more of it
   */
  public record Row(Aspect aspect, List<List<Claim>> cells, boolean isWhole) {
    public Row {
      cells = cells.stream().map(List::copyOf).toList();
    }
  }

  public Comparison {
    roles = List.copyOf(roles);
    same = List.copyOf(same);
    different = List.copyOf(different);
    rows = List.copyOf(rows);
    if (roles.size() < 2) {
      throw new IllegalArgumentException("at least two roles, got " + roles.size());
    }
    for (Row row : rows) {
      if (row.cells().size() != roles.size()) {
        throw new IllegalArgumentException(
            "a cell for each of " + roles.size() + " roles, got " + row.cells().size());
      }
    }
  }
}
