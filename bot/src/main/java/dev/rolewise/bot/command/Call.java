package dev.rolewise.bot.command;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Asker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a command is given.
 *
 * @param values what its parameters were given, by their names; those that were not are missing
 * @param conversation what was said before
 * @param asker waits for what comes of it
 */
public record Call(Map<String, List<String>> values, Conversation conversation, Asker asker) {
  public Call {
    requireNonNull(asker, "asker");
    requireNonNull(conversation, "conversation");
    var copy = new HashMap<String, List<String>>();
    values.forEach((name, given) -> copy.put(name, List.copyOf(given)));
    values = Map.copyOf(copy);
  }

  /** A call whose answer is waited for as a whole. */
  public Call(Map<String, List<String>> values, Conversation conversation) {
    this(values, conversation, Asker.PATIENT);
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

  /** What an option was given, in order; blank where nothing stands behind its name. */
  List<String> options(String parameter) {
    return values.getOrDefault(parameter, List.of()).stream().map(String::strip).toList();
  }

  /** What an option was given first, blank where nothing stands behind its name. */
  Optional<String> option(String parameter) {
    return options(parameter).stream().findFirst();
  }
}
