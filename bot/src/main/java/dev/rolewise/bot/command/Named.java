package dev.rolewise.bot.command;

import static java.util.Objects.requireNonNull;

/**
 * What looking for a name came to.
 *
 * @param <T> what is named
 */
sealed interface Named<T> {
  /**
   * It names one.
   *
   * @param value what it names
   */
  record Found<T>(T value) implements Named<T> {
    public Found {
      requireNonNull(value, "value");
    }
  }

  /**
   * It names none, or several.
   *
   * @param problem what is wrong and what is near, on one line
   */
  record Unclear<T>(String problem) implements Named<T> {
    public Unclear {
      requireNonNull(problem, "problem");
    }
  }
}
