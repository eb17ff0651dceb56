package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.Citation;
import java.util.ArrayList;
import java.util.List;

/**
 * What was said before.
 *
 * @param questions a person's questions, oldest first, at most {@link #MAX_QUESTIONS}
 * @param citations the citations of the last reply, in the order of their numbers
 */
public record Conversation(List<String> questions, List<Citation> citations) {
  /** Most earlier questions that are handed on with a question. */
  public static final int MAX_QUESTIONS = 10;

  /** Nothing was said yet. */
  public static final Conversation NEW = new Conversation(List.of(), List.of());

  public Conversation {
    questions =
        List.copyOf(
            questions.subList(Math.max(0, questions.size() - MAX_QUESTIONS), questions.size()));
    citations = List.copyOf(citations);
  }

  /** The conversation after one more question and its answer. */
  public Conversation after(String question, List<Citation> cited) {
    var all = new ArrayList<>(questions);
    all.add(question);
    return new Conversation(all, cited);
  }

  /** The conversation after a reply that was no answer to a question. */
  public Conversation after(List<Citation> cited) {
    return new Conversation(questions, cited);
  }
}
