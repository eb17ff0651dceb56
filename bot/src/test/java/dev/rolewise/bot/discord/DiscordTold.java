package dev.rolewise.bot.discord;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.bot.Told;
import dev.rolewise.bot.discord.DiscordId.Kind;
import java.util.ArrayList;
import java.util.List;

/** Reads answers off messages as Discord shows them. */
public final class DiscordTold {
  private static final int ROW = 1;
  private static final int BUTTON = 2;
  private static final int SELECT = 3;
  private static final int SECTION = 9;
  private static final int TEXT = 10;
  private static final int SEPARATOR = 14;
  private static final int CONTAINER = 17;

  /** What stands above an answer to a command, which Discord does not show. */
  private static final String QUESTION = "**Question:** ";

  private final List<String> lines = new ArrayList<>();
  private final List<String> pressed = new ArrayList<>();

  private DiscordTold() {}

  /**
   * What messages tell together; the question above and the buttons that belong to every answer are
   * no part of it.
   */
  public static Told of(List<? extends JsonNode> messages) {
    var told = new DiscordTold();
    messages.forEach(message -> message.path("components").forEach(told::add));
    return Told.of(told.lines, told.pressed);
  }

  private void add(JsonNode component) {
    switch (component.path("type").asInt()) {
      case CONTAINER, ROW -> component.path("components").forEach(this::add);
      case TEXT -> {
        String markdown = component.path("content").asText();
        if (!markdown.startsWith(QUESTION)) {
          markdown.lines().map(DiscordTold::shown).forEach(lines::add);
        }
      }
      case SECTION ->
          component
              .path("components")
              .forEach(text -> pressed.add(shown(text.path("content").asText())));
      case BUTTON -> {
        if (isQuestion(component.path("custom_id").asText())) {
          pressed.add(visible(component.path("label").asText()));
        }
      }
      case SELECT ->
          component
              .path("options")
              .forEach(option -> pressed.add(visible(option.path("label").asText())));
      case SEPARATOR -> {}
      default -> throw new AssertionError("no part of an answer: " + component);
    }
  }

  private static boolean isQuestion(String id) {
    return DiscordId.find(id).filter(found -> found.kind() == Kind.ASK).isPresent();
  }

  /** A backslash takes the meaning from the sign after it; every other sign that formats is out. */
  private static String shown(String markdown) {
    return visible(
        markdown
            .replaceFirst("^(?:#{1,3}|-#) ", "")
            .replaceAll("(?<!\\\\)\\*\\*", "")
            .replaceAll("\\\\([^0-9A-Za-z\\s])", "$1"));
  }

  private static String visible(String text) {
    return text.replace("\u2060", "").strip();
  }
}
