package dev.rolewise.knowledge.document;

import java.util.List;

/**
 * What a set of folders came to.
 *
 * @param documents the documents that could be read, ordered by id; ids are unique
 * @param problems everything somebody should look at, errors first
 */
public record Documents(List<RoleDocument> documents, List<Problem> problems) {
  public Documents {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }
}
