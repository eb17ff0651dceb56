package dev.rolewise.bot.state;

import java.util.List;

/**
 * A conversation as it is saved.
 *
 * @param questions oldest first
 * @param citations of the last reply
 */
public record SavedConversation(List<String> questions, List<Cited> citations) {
  public SavedConversation {
    questions = List.copyOf(questions);
    citations = List.copyOf(citations);
  }
}
