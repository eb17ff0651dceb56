package dev.rolewise.bot.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands of the program by their names. */
public final class Commands {
  private final List<Command> all;
  private final Map<String, Command> byName = new HashMap<>();

  /**
   * @param all in the order they are shown; their names differ
   */
  public Commands(List<Command> all) {
    this.all = List.copyOf(all);
    for (Command command : all) {
      Command other = byName.put(command.usage().name(), command);
      if (other != null) {
        throw new IllegalArgumentException(
            "two commands are named '"
                + command.usage().name()
                + "': "
                + other.getClass().getSimpleName()
                + " and "
                + command.getClass().getSimpleName());
      }
    }
  }

  /** Every command, in the order they are shown. */
  public List<Command> all() {
    return all;
  }

  /** The command with the name. */
  public Optional<Command> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
