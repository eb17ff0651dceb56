package dev.rolewise.bot.answer;

import java.util.List;

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
}
