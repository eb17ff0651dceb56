package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.state.State;
import dev.rolewise.bot.state.StateException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a platform remembers from one start to the next. Safe for many threads. */
public final class Notes {
  private static final Logger log = LoggerFactory.getLogger(Notes.class);

  private final State state;

  public Notes(State state) {
    this.state = requireNonNull(state, "state");
  }

  /** What was written under a name; nothing while the store cannot be read. */
  public Optional<String> find(String name) {
    try {
      return state.findNote(name);
    } catch (StateException e) {
      log.error("a note could not be found", e);
      return Optional.empty();
    }
  }

  /** Writes something under a name; when the store cannot be reached it is forgotten. */
  public void write(String name, String content) {
    try {
      state.note(name, content);
    } catch (StateException e) {
      log.error("a note could not be written", e);
    }
  }
}
