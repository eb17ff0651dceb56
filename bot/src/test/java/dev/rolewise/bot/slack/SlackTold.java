package dev.rolewise.bot.slack;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.bot.Told;
import java.util.ArrayList;
import java.util.List;

/** Reads answers off messages as Slack shows them. */
public final class SlackTold {
  private SlackTold() {}

  /** What a message tells; the buttons that belong to every answer are no part of it. */
  public static Told of(JsonNode message) {
    List<String> lines = new ArrayList<>();
    List<String> pressed = new ArrayList<>();
    for (JsonNode block : message.path("blocks")) {
      switch (block.path("type").asText()) {
        case "header" -> lines.add(visible(block.path("text").path("text").asText()));
        case "section" -> add(lines, block.path("text"));
        case "context" -> block.path("elements").forEach(element -> add(lines, element));
        case "actions" ->
            block
                .path("elements")
                .forEach(button -> {
                  if (button.path("action_id").asText().startsWith(SlackIds.ASK)) {
                    pressed.add(visible(button.path("text").path("text").asText()));
                  }
                });
        case "context_actions" -> {}
        default -> throw new AssertionError("no part of an answer: " + block);
      }
    }
    return Told.of(lines, pressed);
  }

  private static void add(List<String> lines, JsonNode text) {
    text.path("text").asText().lines().map(SlackTold::shown).forEach(lines::add);
  }

  /** Every asterisk is markup, and what else looks like a sign that formats stands for it. */
  private static String shown(String mrkdwn) {
    String text =
        mrkdwn
            .replace("*", "")
            .replaceFirst("^• ", "- ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .replace('∗', '*')
            .replace('∼', '~')
            .replace('ˋ', '`')
            .replace('ˍ', '_');
    return visible(text);
  }

  private static String visible(String text) {
    return text.replace('∶', ':').replace("\u2060", "").strip();
  }
}
