package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What looking for figures of pay came to. */
public sealed interface PayRows {
  /**
   * There are some.
   *
   * @param rows the figures, those of one job together, never empty
   * @param more how many further figures the documents of the roles give, such as those of other
   *     jobs; 0 where the query narrows more than the job
   */
  record Found(List<PayRow> rows, int more) implements PayRows {
    public Found {
      rows = List.copyOf(rows);
      if (more < 0) {
        throw new IllegalArgumentException("more must not be negative, got " + more);
      }
      if (rows.isEmpty()) {
        throw new IllegalArgumentException("rows must not be empty");
      }
    }
  }

  /**
   * There are none.
   *
   * @param problem what is missing and what there is instead, on one line and without figures
   */
  record Missing(String problem) implements PayRows {
    public Missing {
      requireNonNull(problem, "problem");
    }
  }
}
