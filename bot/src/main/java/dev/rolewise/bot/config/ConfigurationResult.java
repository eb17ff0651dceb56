package dev.rolewise.bot.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What reading the configuration came to. */
public sealed interface ConfigurationResult {
  /**
   * Every key was understood.
   *
   * @param configuration its paths are absolute or relative to the working directory
   */
  record Valid(Configuration configuration) implements ConfigurationResult {
    public Valid {
      requireNonNull(configuration, "configuration");
    }
  }

  /**
   * Some key was not understood.
   *
   * @param problems everything that is wrong, one line each, never empty
   */
  record Invalid(List<String> problems) implements ConfigurationResult {
    public Invalid {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("problems must not be empty");
      }
    }
  }
}
