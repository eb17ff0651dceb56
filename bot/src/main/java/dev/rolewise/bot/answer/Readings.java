package dev.rolewise.bot.answer;

import java.util.HashMap;
import java.util.Map;

/** Reads each text of an answer once. Not thread-safe. */
final class Readings {
  private final Map<String, Reading> read = new HashMap<>();

  Reading of(String text) {
    return read.computeIfAbsent(text, Reading::of);
  }
}
