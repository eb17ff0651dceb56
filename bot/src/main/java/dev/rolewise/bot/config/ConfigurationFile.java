package dev.rolewise.bot.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration file sets.
 *
 * @param values the values of each key that it sets; one value unless it is a list
 * @param problems what is wrong with it, one line each
 */
record ConfigurationFile(Map<String, List<String>> values, List<String> problems) {
  /** Sets nothing. */
  static final ConfigurationFile EMPTY = new ConfigurationFile(Map.of(), List.of());

  ConfigurationFile {
    values = Map.copyOf(values);
    problems = List.copyOf(problems);
  }

  Optional<List<String>> find(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
