package dev.rolewise.knowledge.doctor;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Problem.Severity;
import java.util.Optional;

/**
 * Something somebody who looks after role documents should know.
 *
 * @param other the second place it is about, if it is about two; the message names it too
 * @param message what is wrong, on one line
 */
public record Finding(Kind kind, Severity severity, Spot at, Optional<Spot> other, String message) {
  /** What can be found. */
  public enum Kind {
    /** A file or folder of which nothing was read. */
    NOT_LOADED("not-loaded"),
    /** A folder without any role document. */
    EMPTY_FOLDER("empty-folder"),
    /** A value or key in front matter that cannot be used. */
    WRONG_FRONT_MATTER("wrong-front-matter"),
    /** Front matter that leaves something to be read from the text. */
    MISSING_FRONT_MATTER("missing-front-matter"),
    /** Pay in a currency that nothing names. */
    MISSING_CURRENCY("missing-currency"),
    /** Pay for a time that nothing names. */
    MISSING_PERIOD("missing-period"),
    /** Pay of a year that nothing names. */
    MISSING_AS_OF("missing-as-of"),
    /** A range whose low end is above its high end. */
    INVERTED_RANGE("inverted-range"),
    /** Two documents whose roles go by one name. */
    DUPLICATE_ROLE("duplicate-role"),
    /** A section that most documents have and this one does not. */
    MISSING_SECTION("missing-section"),
    /** Two different figures for the same pay. */
    PAY_DISAGREEMENT("pay-disagreement"),
    /** Two different requirements for the same experience. */
    EXPERIENCE_DISAGREEMENT("experience-disagreement"),
    /** Two different figures about the same market and year. */
    MARKET_DISAGREEMENT("market-disagreement"),
    /** A forecast for a year that has passed. */
    PAST_FORECAST("past-forecast"),
    /** An item of a list that runs on into a sentence about something else. */
    SWALLOWED_SENTENCE("swallowed-sentence");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /** Its name for programs, which does not change. */
    public String id() {
      return id;
    }
  }

  public Finding {
    requireNonNull(kind, "kind");
    requireNonNull(severity, "severity");
    requireNonNull(at, "at");
    requireNonNull(other, "other");
    requireNonNull(message, "message");
  }

  static Finding error(Kind kind, Spot at, String message) {
    return new Finding(kind, Severity.ERROR, at, Optional.empty(), message);
  }

  static Finding warning(Kind kind, Spot at, String message) {
    return new Finding(kind, Severity.WARNING, at, Optional.empty(), message);
  }

  static Finding warning(Kind kind, Spot at, Spot other, String message) {
    return new Finding(kind, Severity.WARNING, at, Optional.of(other), message);
  }

  /** {@code source:line: message}, or {@code source: message} without a line. */
  @Override
  public String toString() {
    return at + ": " + message;
  }
}
