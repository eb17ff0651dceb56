package dev.rolewise.knowledge.document;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a set of folders came to.
 *
 * @param documents the documents that could be read, ordered by id; ids are unique
 * @param problems everything somebody should look at, errors first
 * @param frontMatter for each document of a format that has front matter, by id, the keys it gives
 *     with their lines; what it does not give was taken from its text
 */
public record Documents(
    List<RoleDocument> documents,
    List<Problem> problems,
    Map<String, Map<FrontMatterKey, Integer>> frontMatter) {
  public Documents {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
    Map<String, Map<FrontMatterKey, Integer>> copy = new HashMap<>();
    frontMatter.forEach((id, lines) -> copy.put(id, Map.copyOf(lines)));
    frontMatter = Map.copyOf(copy);
  }

  /** Documents of formats without front matter. */
  public Documents(List<RoleDocument> documents, List<Problem> problems) {
    this(documents, problems, Map.of());
  }
}
