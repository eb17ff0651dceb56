package dev.rolewise.bot.answer;

import java.util.List;
import java.util.Optional;

/** Answers career questions. Safe to call from many threads. */
@FunctionalInterface
public interface Answerer {
  /**
   * Returns an answer for every question; never throws for what a question holds.
   *
   * @param question as the person wrote it, any length
   * @param history the person's earlier questions in the same conversation, oldest first
   */
  Answer answer(String question, List<String> history);

  /** The answerer that asks nobody outside this process; itself if it asks nobody. */
  default Answerer offline() {
    return this;
  }

  /** The same for somebody who waits, with how the answer came about. */
  default Told tell(String question, List<String> history, Asker asker) {
    return new Told(answer(question, history), Optional.empty());
  }
}
