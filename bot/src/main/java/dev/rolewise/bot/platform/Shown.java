package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.Reply;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a platform shows.
 *
 * @param reply what to show
 * @param answer id of the answer it is, for the buttons below it; none if it is not kept
 * @param question what was asked in words, empty if it was not
 * @param suggestions the questions it offers, in the order in which buttons refer to them
 */
public record Shown(
    Reply reply, Optional<String> answer, String question, List<String> suggestions) {
  public Shown {
    requireNonNull(reply, "reply");
    requireNonNull(answer, "answer");
    requireNonNull(question, "question");
    suggestions = List.copyOf(suggestions);
  }

  /**
   * What those who see it can do with it, in order: nothing with what is no answer, and nothing
   * that would come to nothing.
   */
  public List<Action> actions(Audience audience) {
    if (answer.isEmpty()) {
      return List.of();
    }
    return Stream.of(Action.values())
        .filter(action ->
            switch (action) {
              case SOURCES -> !reply.citations().isEmpty();
              case WHY -> !question.isEmpty();
              case GOOD, BAD -> true;
              case SHARE -> audience == Audience.ONE_IN_A_CHANNEL;
            })
        .toList();
  }

  /** Something that has no buttons. */
  public static Shown plain(Reply reply) {
    return new Shown(reply, Optional.empty(), "", List.of());
  }
}
