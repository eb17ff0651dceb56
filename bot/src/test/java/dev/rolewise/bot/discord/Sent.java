package dev.rolewise.bot.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** Messages as JDA sends them. */
final class Sent {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Sent() {}

  /** What is wrong with messages, new and as what others become; nothing if Discord takes them. */
  static List<String> problems(List<DiscordMessage> messages) {
    List<String> problems = new ArrayList<>();
    for (DiscordMessage message : messages) {
      String body = json(message);
      problems.addAll(DiscordSchema.check("POST", "/channels/1/messages", body));
      try (var edit = message.toEdit()) {
        problems.addAll(
            DiscordSchema.check(
                "PATCH", "/webhooks/1/token/messages/@original", edit.toData().toString()));
      }
      JsonNode mentions = read(body).path("allowed_mentions");
      if (!mentions.path("parse").isArray()
          || !mentions.path("parse").isEmpty()
          || mentions.path("replied_user").asBoolean()) {
        problems.add("mentions are allowed: " + mentions);
      }
    }
    if (messages.isEmpty() || messages.size() > DiscordRenderer.MAX_MESSAGES) {
      problems.add(messages.size() + " messages");
    }
    return problems;
  }

  static String json(DiscordMessage message) {
    try (var create = message.toCreate()) {
      return create.toData().toString();
    }
  }

  /** What text displays say, in their order. */
  static List<String> texts(List<DiscordMessage> messages) {
    List<String> texts = new ArrayList<>();
    messages.forEach(message -> texts(read(json(message)).path("components"), texts));
    return texts;
  }

  private static void texts(JsonNode node, List<String> texts) {
    if (node.path("type").asInt() == 10) {
      texts.add(node.path("content").asText());
    }
    node.forEach(child -> texts(child, texts));
  }

  /** Types of the components of each message, each before those inside of it. */
  static List<String> types(List<DiscordMessage> messages) {
    return messages.stream()
        .map(message -> {
          List<String> types = new ArrayList<>();
          types(read(json(message)).path("components"), types);
          return String.join(" ", types);
        })
        .toList();
  }

  private static void types(JsonNode components, List<String> types) {
    for (JsonNode component : components) {
      types.add(component.path("type").asText());
      types(component.path("components"), types);
      if (component.has("accessory")) {
        types.add(component.path("accessory").path("type").asText());
      }
    }
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }
}
