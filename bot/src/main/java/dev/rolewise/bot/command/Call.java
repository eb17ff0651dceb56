package dev.rolewise.bot.command;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command is given.
 *
 * @param values what its parameters were given, by their names; those that were not are missing
 * @param conversation what was said before
 */
public record Call(Map<String, List<String>> values, Conversation conversation) {
  public Call {
    requireNonNull(conversation, "conversation");
    var copy = new HashMap<String, List<String>>();
    values.forEach((name, given) -> copy.put(name, List.copyOf(given)));
    values = Map.copyOf(copy);
  }

  /** Everything a parameter was given, in order. */
  List<String> all(String parameter) {
    return values.getOrDefault(parameter, List.of()).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** What a parameter was given first. */
  Optional<String> find(String parameter) {
    return all(parameter).stream().findFirst();
  }
}
