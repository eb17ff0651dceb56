package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What reading one file came to. */
public sealed interface ReadResult {
  /**
   * The file was read whole.
   *
   * @param document what it says
   * @param frontMatter the keys of its front matter with their lines; empty for formats that have
   *     none
   * @param warnings what somebody should look at, may be empty
   */
  record Read(
      RoleDocument document,
      Optional<Map<FrontMatterKey, Integer>> frontMatter,
      List<Problem> warnings)
      implements ReadResult {
    public Read {
      requireNonNull(document, "document");
      requireNonNull(frontMatter, "frontMatter");
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
