package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.platform.Conversations.Keys;
import java.util.Optional;

/**
 * Where a message goes.
 *
 * @param channel its id, or that of a user for their direct messages
 * @param thread time stamp of the message that begins the thread, none outside of one
 * @param after time stamp of the message that is answered, so that the answer is later; none if
 *     there is no such message
 */
record Spot(String channel, Optional<String> thread, Optional<String> after) {
  Spot {
    requireNonNull(channel, "channel");
    requireNonNull(thread, "thread");
    requireNonNull(after, "after");
  }

  /** Outside of threads. */
  static Spot of(String channel) {
    return new Spot(channel, Optional.empty(), Optional.empty());
  }

  /** In a thread. */
  static Spot of(String channel, String thread) {
    return new Spot(channel, Optional.of(thread), Optional.empty());
  }

  /** Opaque key of the conversation there. */
  String conversation(String team) {
    return Keys.of("slack", "thread", team, channel, thread.orElse(""));
  }

  /** The same place in the thread of a message, unless it is in a thread already. */
  Spot inThread(String ts) {
    return new Spot(channel, thread.or(() -> Optional.of(ts)), after);
  }

  /** The same for the answer to a message. */
  Spot after(String ts) {
    return new Spot(channel, thread, ts.isEmpty() ? Optional.empty() : Optional.of(ts));
  }
}
