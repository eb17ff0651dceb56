package dev.rolewise.bot.slack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who spoke last in threads, if it was not to the bot: whoever asks next without a mention may mean
 * that person. It knows what was seen since the start, of the last threads only. Safe for many
 * threads.
 */
final class Chatter {
  private static final int MOST = 10_000;

  /** The opaque key of the last person by the opaque key of the thread. */
  private final Map<String, String> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
          return size() > MOST;
        }
      };

  /** Somebody spoke to others. */
  synchronized void heard(String thread, String person) {
    last.put(thread, person);
  }

  /** Somebody spoke to the bot, or the bot did. */
  synchronized void withTheBot(String thread) {
    last.remove(thread);
  }

  /** Whether the last words in a thread were those of somebody else to others. */
  synchronized boolean isOfSomebodyElse(String thread, String person) {
    String before = last.get(thread);
    return before != null && !before.equals(person);
  }
}
