package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;

/**
 * A section that bears on a question as a whole.
 *
 * @param document the document the section stands in
 * @param section the section
 * @param score how well heading and content fit; comparable within one search only
 * @param similarity cosine similarity of the question and the heading path, from -1 to 1; 0 if the
 *     search had no vector
 */
public record SectionMatch(
    RoleDocument document, Section section, double score, double similarity) {
  public SectionMatch {
    requireNonNull(document, "document");
    requireNonNull(section, "section");
    if (!(score >= 0)) {
      throw new IllegalArgumentException("score must not be negative, got " + score);
    }
    if (!(similarity >= -1 && similarity <= 1)) {
      throw new IllegalArgumentException("similarity must be between -1 and 1, got " + similarity);
    }
  }
}
