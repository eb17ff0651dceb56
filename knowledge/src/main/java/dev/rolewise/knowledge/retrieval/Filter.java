package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Section;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where a search looks.
 *
 * @param documents ids of the documents that may be found; empty for all
 * @param preferred ids of documents that are likelier to be meant, and are ranked a little higher
 * @param sections whether statements directly in a section may be found
 */
public record Filter(Set<String> documents, Set<String> preferred, Predicate<Section> sections) {
  /** Everything may be found, nothing is preferred. */
  public static final Filter ALL = new Filter(Set.of(), Set.of(), section -> true);

  public Filter {
    documents = Set.copyOf(documents);
    preferred = Set.copyOf(preferred);
    requireNonNull(sections, "sections");
  }

  /** The same, within these documents; empty for all. */
  public Filter in(Set<String> documents) {
    return new Filter(documents, preferred, sections);
  }

  /** The same, with these documents ranked a little higher. */
  public Filter preferring(Set<String> preferred) {
    return new Filter(documents, preferred, sections);
  }

  /** The same, with statements from these sections only. */
  public Filter only(Predicate<Section> sections) {
    return new Filter(documents, preferred, sections);
  }

  boolean namesNothing() {
    return documents.isEmpty() && preferred.isEmpty();
  }

  boolean accepts(String document) {
    return documents.isEmpty() || documents.contains(document);
  }
}
