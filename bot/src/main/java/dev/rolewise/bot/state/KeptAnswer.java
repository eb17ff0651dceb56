package dev.rolewise.bot.state;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

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
 */
public record KeptAnswer(
    String id,
    String command,
    Map<String, List<String>> given,
    List<String> before,
    List<Cited> citations,
    List<String> suggestions,
    String thread,
    String place) {
  public KeptAnswer {
    requireNonNull(id, "id");
    requireNonNull(command, "command");
    requireNonNull(thread, "thread");
    requireNonNull(place, "place");
    given = Map.copyOf(given);
    before = List.copyOf(before);
    citations = List.copyOf(citations);
    suggestions = List.copyOf(suggestions);
  }
}
