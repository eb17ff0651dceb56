package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An answer with how it came about.
 *
 * @param explanation how, if the same question may come to another answer when it is asked again;
 *     none if {@link Explainer#explain} says the same at any time
 */
public record Told(Answer answer, Optional<Explanation> explanation) {
  public Told {
    requireNonNull(answer, "answer");
    requireNonNull(explanation, "explanation");
  }
}
