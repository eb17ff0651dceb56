package dev.rolewise.bot.state;

import static java.util.Objects.requireNonNull;

/**
 * A citation as it is saved.
 *
 * @param number as it stands in the answer, from 1
 * @param document id of the role document
 * @param ordinal position of the statement in the document, from 0
 * @param fingerprint of its words, which tells whether the document has changed since
 */
public record Cited(int number, String document, int ordinal, String fingerprint) {
  public Cited {
    requireNonNull(document, "document");
    requireNonNull(fingerprint, "fingerprint");
    if (number < 1) {
      throw new IllegalArgumentException("number must be at least 1, got " + number);
    }
    if (ordinal < 0) {
      throw new IllegalArgumentException("ordinal must not be negative, got " + ordinal);
    }
  }
}
