package dev.rolewise.bot.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What Slack sends, as far as the bot reads it. */
final class SlackPayloads {
  static final String CHANNEL = "C0CAREER";
  static final String ASKER = "U0ASKER";

  private SlackPayloads() {}

  static Map<String, Object> mention(String ts, String text) {
    return mention(CHANNEL, ts, text);
  }

  static Map<String, Object> mention(String channel, String ts, String text) {
    return Map.of(
        "type",
        "app_mention",
        "user",
        ASKER,
        "text",
        "<@" + FakeSlack.BOT_USER + "> " + text,
        "ts",
        ts,
        "channel",
        channel,
        "event_ts",
        ts);
  }

  /** A message to the bot alone. */
  static Map<String, Object> direct(String ts, String text) {
    return Map.of(
        "type",
        "message",
        "channel_type",
        "im",
        "user",
        ASKER,
        "text",
        text,
        "ts",
        ts,
        "channel",
        "D0DIRECT",
        "event_ts",
        ts);
  }

  /**
   * A button of a message.
   *
   * @param responseUrl where a response is taken
   * @param message as Slack has it
   */
  static ObjectNode press(
      String actionTs, String responseUrl, JsonNode message, String actionId, String value) {
    ObjectNode payload = FakeSlack.JSON.createObjectNode();
    payload.put("type", "block_actions").put("trigger_id", "trigger-" + actionTs);
    payload.put("response_url", responseUrl);
    payload.putObject("team").put("id", FakeSlack.TEAM).put("domain", "x");
    payload.putObject("user").put("id", ASKER).put("username", "a").put("team_id", FakeSlack.TEAM);
    payload.putObject("channel").put("id", CHANNEL).put("name", "career");
    ObjectNode container = payload.putObject("container");
    container
        .put("type", "message")
        .put("message_ts", message.path("ts").asText("1700001000.000001"))
        .put("channel_id", CHANNEL)
        .put("is_ephemeral", false);
    if (!message.path("thread_ts").asText().isEmpty()) {
      container.put("thread_ts", message.path("thread_ts").asText());
    }
    if (message.isObject()) {
      payload.set("message", message);
    }
    payload
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("action_id", actionId)
        .put("block_id", "b")
        .put("value", value)
        .put("action_ts", actionTs);
    return payload;
  }

  /** The button with a label. */
  static JsonNode button(JsonNode message, String text) {
    for (JsonNode block : message.path("blocks")) {
      for (JsonNode element : block.path("elements")) {
        if (element.path("text").path("text").asText().equals(text)) {
          return element;
        }
      }
    }
    throw new AssertionError("no button " + text + " in " + message.path("blocks"));
  }
}
