package dev.rolewise.bot.platform;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the keys that came last, so that what comes again is noticed. Thread-safe. */
public final class Recent {
  private final Map<String, Boolean> keys;

  /**
   * @param most keys that are remembered; the oldest is forgotten first
   */
  public Recent(int most) {
    keys =
        new LinkedHashMap<>() {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > most;
          }
        };
  }

  /** Whether a key comes for the first time, as far as is remembered. */
  public synchronized boolean isNew(String key) {
    return keys.put(key, true) == null;
  }
}
