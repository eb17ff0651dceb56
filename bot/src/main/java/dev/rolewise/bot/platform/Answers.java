package dev.rolewise.bot.platform;

import dev.rolewise.bot.state.KeptAnswer;
import dev.rolewise.bot.state.State;
import dev.rolewise.bot.state.StateException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answers that were given, for the buttons below them. Safe for many threads. */
final class Answers {
  private static final Logger log = LoggerFactory.getLogger(Answers.class);

  /** Answers of up to 400 kB each that could not be saved. */
  private static final int REMEMBERED = 200;

  private final State state;
  private final Latest<KeptAnswer> unsaved = new Latest<>(REMEMBERED);

  Answers(State state) {
    this.state = state;
  }

  /** Keeps an answer; without its store as long as this process lives, and not all of them. */
  void keep(KeptAnswer answer) {
    try {
      state.keep(answer);
    } catch (StateException e) {
      log.error("an answer could not be kept, its buttons end with this process", e);
      unsaved.put(answer.id(), answer);
    }
  }

  /**
   * The answer with the id.
   *
   * @throws StateException if the store cannot be reached
   */
  Optional<KeptAnswer> find(String id) {
    Optional<KeptAnswer> found = unsaved.find(id);
    return found.isPresent() ? found : state.findAnswer(id);
  }
}
