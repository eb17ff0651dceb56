package dev.rolewise.bot.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers the values that were put last. Thread-safe.
 *
 * @param <V> what is remembered
 */
final class Latest<V> {
  private final Map<String, V> values;

  /**
   * @param most values that are remembered; the oldest is forgotten first
   */
  Latest(int most) {
    values =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized void put(String key, V value) {
    values.remove(key);
    values.put(key, value);
  }

  synchronized Optional<V> find(String key) {
    return Optional.ofNullable(values.get(key));
  }
}
