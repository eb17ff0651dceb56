package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Statement;
import java.util.List;

/**
 * Something said, with the statements it rests on.
 *
 * @param text its words without citation marks
 * @param statements the statements it rests on; empty only if it holds no figure
 */
public record Claim(String text, List<Statement> statements) {
  public Claim {
    requireNonNull(text, "text");
    statements = List.copyOf(statements);
  }
}
