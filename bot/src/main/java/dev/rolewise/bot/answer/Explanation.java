package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How an answer came about.
 *
 * @param understood what was read out of the question, a line each
 * @param matched the statements that bear on it most, best first, may be empty
 * @param dropped sentences that were not shown because their citations do not hold them
 * @param answer what was answered
 */
public record Explanation(
    List<String> understood, List<Claim> matched, List<String> dropped, Answer answer) {
  public Explanation {
    understood = List.copyOf(understood);
    matched = List.copyOf(matched);
    dropped = List.copyOf(dropped);
    requireNonNull(answer, "answer");
  }
}
