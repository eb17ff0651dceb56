package dev.rolewise.bot.command;

import static java.util.Objects.requireNonNull;

/**
 * A way to complete what somebody types.
 *
 * @param value what a command is given
 * @param label what is shown
 */
public record Completion(String value, String label) {
  public Completion {
    requireNonNull(value, "value");
    requireNonNull(label, "label");
  }
}
