package dev.rolewise.bot.config;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What reading the configuration came to. */
public sealed interface ConfigurationResult {
  /**
   * Every key was understood.
   *
   * @param configuration its paths are absolute or relative to the working directory
   * @param warnings what may be meant otherwise, one line each
   */
  record Valid(Configuration configuration, List<String> warnings) implements ConfigurationResult {
    public Valid {
      requireNonNull(configuration, "configuration");
      warnings = List.copyOf(warnings);
    }

    /** Nothing in it is doubtful. */
    public Valid(Configuration configuration) {
      this(configuration, List.of());
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
