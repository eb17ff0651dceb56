package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Whoever waits for an answer.
 *
 * @param shown is told the sentences that the answer begins with, in their order and with its
 *     numbers, each once nothing can take it back; all, some or none of them before the answer is
 *     there. Is to return at once
 * @param waited how long the question has waited already, at least 0; it counts towards the time
 *     that an answer may take
 */
public record Asker(Consumer<Sentence> shown, Duration waited) {
  /** Somebody who has just asked and waits for the answer as a whole. */
  public static final Asker PATIENT = new Asker(_ -> {}, Duration.ZERO);

  public Asker {
    requireNonNull(shown, "shown");
    if (waited.isNegative()) {
      throw new IllegalArgumentException("waited must not be negative, got " + waited);
    }
  }

  /** Somebody who has just asked and sees the answer grow. */
  public static Asker watching(Consumer<Sentence> shown) {
    return new Asker(shown, Duration.ZERO);
  }
}
