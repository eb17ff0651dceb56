package dev.rolewise.bot.answer;

import java.util.List;

/** Tells how answers come about. Safe to call from many threads. */
@FunctionalInterface
public interface Explainer {
  /**
   * Answers a question once more and tells how.
   *
   * @param question as the person wrote it, any length
   * @param history the person's earlier questions in the same conversation, oldest first
   */
  Explanation explain(String question, List<String> history);

  /** The explainer that asks nobody outside this process; itself if it asks nobody. */
  default Explainer offlineExplainer() {
    return this;
  }
}
