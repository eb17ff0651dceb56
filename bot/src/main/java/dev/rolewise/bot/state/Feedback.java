package dev.rolewise.bot.state;

import static java.util.Objects.requireNonNull;

/**
 * What somebody thinks of an answer.
 *
 * @param answer id of the answer
 * @param rater opaque, different for each answer
 * @param reason why, may be empty
 */
public record Feedback(String answer, String rater, Verdict verdict, String reason) {
  /** Whether an answer helped. */
  public enum Verdict {
    GOOD,
    BAD
  }

  public Feedback {
    requireNonNull(answer, "answer");
    requireNonNull(rater, "rater");
    requireNonNull(verdict, "verdict");
    requireNonNull(reason, "reason");
  }
}
