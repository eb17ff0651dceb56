package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What reading one file came to. */
public sealed interface ReadResult {
  /**
   * The file was read whole.
   *
   * @param document what it says
   * @param warnings what somebody should look at, may be empty
   */
  record Read(RoleDocument document, List<Problem> warnings) implements ReadResult {
    public Read {
      requireNonNull(document, "document");
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Nothing of the file was used.
   *
   * @param problem why
   */
  record Unreadable(Problem problem) implements ReadResult {
    public Unreadable {
      requireNonNull(problem, "problem");
    }
  }
}
