package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.Reply;
import java.util.List;
import java.util.Optional;

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

  /** Something that has no buttons. */
  public static Shown plain(Reply reply) {
    return new Shown(reply, Optional.empty(), "", List.of());
  }
}
