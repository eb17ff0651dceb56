package dev.rolewise.bot.answer;

import java.util.List;
import java.util.function.Consumer;

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

  /**
   * The same, told sentence by sentence where it takes a while.
   *
   * @param shown is told the sentences that the answer begins with, in their order and with its
   *     numbers, each once nothing can take it back; all, some or none of them before this returns
   */
  default Answer answer(String question, List<String> history, Consumer<Sentence> shown) {
    return answer(question, history);
  }
}
