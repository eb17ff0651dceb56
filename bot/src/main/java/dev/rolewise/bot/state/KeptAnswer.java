package dev.rolewise.bot.state;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An answer that buttons refer to.
 *
 * @param id opaque
 * @param command name of the command that gave it
 * @param given what the parameters of the command were given
 * @param before the conversation before it
 * @param citations its citations
 * @param suggestions the questions it offers
 * @param thread the conversation it belongs to
 * @param place where it is shown, as the platform writes it; empty when that is not known
 * @param reply what was shown, in a form of whoever keeps it; none of answers that were kept before
 *     it was, and of those that are too long
 * @param why how it came about, in the same form; none if the command tells the same at any time
 */
public record KeptAnswer(
    String id,
    String command,
    Map<String, List<String>> given,
    List<String> before,
    List<Cited> citations,
    List<String> suggestions,
    String thread,
    String place,
    Optional<String> reply,
    Optional<String> why) {
  public KeptAnswer {
    requireNonNull(id, "id");
    requireNonNull(command, "command");
    requireNonNull(thread, "thread");
    requireNonNull(place, "place");
    requireNonNull(reply, "reply");
    requireNonNull(why, "why");
    given = Map.copyOf(given);
    before = List.copyOf(before);
    citations = List.copyOf(citations);
    suggestions = List.copyOf(suggestions);
  }
}
