package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A text after its spelling was corrected.
 *
 * @param text the text with the corrections, otherwise as it was written
 * @param corrections what was changed, in the order of the text; empty if nothing was
 */
public record Corrected(String text, List<Correction> corrections) {
  /**
   * A word that was replaced.
   *
   * @param written the word as it was written
   * @param meant one or more words in lower case
   */
  public record Correction(String written, String meant) {
    public Correction {
      requireNonNull(written, "written");
      requireNonNull(meant, "meant");
    }
  }

  public Corrected {
    requireNonNull(text, "text");
    corrections = List.copyOf(corrections);
  }
}
