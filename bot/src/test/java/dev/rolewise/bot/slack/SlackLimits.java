package dev.rolewise.bot.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells what Slack would refuse in blocks and views. It has its own numbers, so that a wrong one in
 * the program is found.
 */
final class SlackLimits {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A mention, a link, a picture or markup other than the bold headings and lists of the bot. */
  private static final Pattern LIVE =
      Pattern.compile(
          "(?m)<[@!#a-zA-Z]|]\\(|://|^[#>]|[`~]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:[a-z]+:");

  private enum Surface {
    MESSAGE,
    VIEW
  }

  private final List<String> problems = new ArrayList<>();
  private final Set<String> blockIds = new HashSet<>();
  private final Set<String> actionIds = new HashSet<>();
  private final Surface surface;
  private int chars;
  private int tables;
  private int charts;

  private SlackLimits(Surface surface) {
    this.surface = surface;
  }

  /** What is wrong with the message; nothing if Slack takes it. */
  static List<String> problems(SlackMessage message) {
    List<String> problems = new ArrayList<>(problems(message.blocksJson()));
    if (message.text().isBlank() || message.text().length() > 4000) {
      problems.add("text has " + message.text().length() + " characters");
    }
    return problems;
  }

  /** What is wrong with the blocks of a message; nothing if Slack takes them. */
  static List<String> problems(String blocksJson) {
    var limits = new SlackLimits(Surface.MESSAGE);
    JsonNode blocks = read(blocksJson);
    limits.blocks(blocks, 50);
    limits.require(limits.chars <= 13_200, "message has " + limits.chars + " characters");
    limits.require(limits.tables <= 1, "message has " + limits.tables + " tables");
    limits.require(limits.charts <= 2, "message has " + limits.charts + " charts");
    return limits.problems;
  }

  /** What is wrong with a modal or App Home; nothing if Slack takes it. */
  static List<String> problemsOfView(String viewJson) {
    var limits = new SlackLimits(Surface.VIEW);
    JsonNode view = read(viewJson);
    limits.blocks(view.path("blocks"), 100);
    switch (view.path("type").asText()) {
      case "home" -> limits.require(view.path("title").isMissingNode(), "home has a title");
      case "modal" -> {
        limits.plain(view, "title", 24);
        limits.plain(view, "close", 24);
        limits.length(view, "callback_id", 255);
        boolean hasInput = false;
        for (JsonNode block : view.path("blocks")) {
          hasInput |= block.path("type").asText().equals("input");
        }
        if (view.has("submit")) {
          limits.plain(view, "submit", 24);
        } else {
          limits.require(!hasInput, "modal with inputs needs submit");
        }
        limits.require(
            view.path("private_metadata").asText().length() <= 3000, "private_metadata too long");
      }
      default -> limits.problems.add("view of type " + view.path("type"));
    }
    limits.require(viewJson.length() <= 250_000, "view has " + viewJson.length() + " characters");
    return limits.problems;
  }

  /** What is wrong with the questions that the agent pane offers; nothing if Slack takes them. */
  static List<String> problemsOfPrompts(String promptsJson) {
    var limits = new SlackLimits(Surface.VIEW);
    JsonNode prompts = read(promptsJson);
    limits.require(
        prompts.isArray() && !prompts.isEmpty() && prompts.size() <= 4,
        prompts.size() + " prompts");
    for (JsonNode prompt : prompts) {
      limits.require(!prompt.path("title").asText().isBlank(), "prompt without title: " + prompt);
      limits.require(
          !prompt.path("message").asText().isBlank(), "prompt without message: " + prompt);
    }
    return limits.problems;
  }

  /** What is wrong with Markdown that a message grows by; nothing if Slack takes it. */
  static List<String> problemsOfMarkdown(String markdown) {
    var limits = new SlackLimits(Surface.MESSAGE);
    limits.require(markdown.length() <= 12_000, "markdown has " + markdown.length());
    limits.require(!LIVE.matcher(markdown).find(), "markdown that is live: " + markdown);
    return limits.problems;
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }

  private void blocks(JsonNode blocks, int max) {
    require(blocks.isArray() && !blocks.isEmpty(), "blocks must be an array that holds some");
    require(blocks.size() <= max, blocks.size() + " blocks");
    for (JsonNode block : blocks) {
      block(block);
    }
  }

  private void block(JsonNode block) {
    if (block.has("block_id")) {
      length(block, "block_id", 255);
      require(blockIds.add(block.path("block_id").asText()), "block_id twice: " + block);
    }
    String type = block.path("type").asText();
    switch (type) {
      case "header" -> plain(block, "text", 150);
      case "divider" -> only(block, "type", "block_id");
      case "section" -> {
        require(block.has("text") || block.has("fields"), "section without text: " + block);
        if (block.has("text")) {
          text(block.path("text"), 3000);
        }
        if (block.has("fields")) {
          array(block, "fields", 1, 10);
          block.path("fields").forEach(field -> text(field, 2000));
        }
        only(block, "type", "block_id", "text", "fields", "accessory", "expand");
      }
      case "context" -> {
        array(block, "elements", 1, 10);
        for (JsonNode element : block.path("elements")) {
          if (element.path("type").asText().equals("image")) {
            length(element, "alt_text", 2000);
          } else {
            text(element, 3000);
          }
        }
      }
      case "actions" -> {
        array(block, "elements", 1, 25);
        block.path("elements").forEach(this::button);
      }
      case "context_actions" -> {
        require(surface == Surface.MESSAGE, "context_actions outside of a message");
        array(block, "elements", 1, 5);
        for (JsonNode element : block.path("elements")) {
          require(
              element.path("type").asText().equals("feedback_buttons"),
              "context_actions with " + element.path("type"));
          actionId(element);
          for (String name : List.of("positive_button", "negative_button")) {
            plain(element.path(name), "text", 75);
            length(element.path(name), "value", 2000);
            length(element.path(name), "accessibility_label", 75);
          }
        }
      }
      case "table" -> table(block);
      case "data_visualization" -> chart(block);
      case "image" -> {
        length(block, "alt_text", 2000);
        chars += block.path("alt_text").asText().length();
        require(
            block.has("image_url") != block.path("slack_file").has("id"),
            "image needs one source: " + block);
        plain(block, "title", 2000);
      }
      case "input" -> {
        require(surface == Surface.VIEW, "input outside of a view");
        plain(block, "label", 2000);
        element(block.path("element"));
      }
      default -> problems.add("block of type '" + type + "'");
    }
  }

  private void button(JsonNode button) {
    require(button.path("type").asText().equals("button"), "actions with " + button.path("type"));
    actionId(button);
    plain(button, "text", 75);
    length(button, "value", 2000);
    only(button, "type", "action_id", "text", "value", "style", "url", "accessibility_label");
  }

  private void element(JsonNode element) {
    actionId(element);
    switch (element.path("type").asText()) {
      case "plain_text_input" -> {
        int max = element.path("max_length").asInt(3000);
        require(max >= 1 && max <= 3000, "max_length is " + max);
      }
      case "radio_buttons", "checkboxes" -> {
        array(element, "options", 1, 10);
        Set<String> values = new HashSet<>();
        for (JsonNode option : element.path("options")) {
          plain(option, "text", 75);
          length(option, "value", 150);
          require(values.add(option.path("value").asText()), "option twice: " + option);
        }
        for (JsonNode option : element.path("initial_options")) {
          boolean isOffered = false;
          for (JsonNode offered : element.path("options")) {
            isOffered |= offered.equals(option);
          }
          require(isOffered, "initial option that is not offered: " + option);
        }
      }
      default -> problems.add("input of type " + element.path("type"));
    }
  }

  private void table(JsonNode block) {
    require(surface == Surface.MESSAGE, "table outside of a message");
    tables++;
    array(block, "rows", 1, 100);
    int columns = block.path("rows").path(0).size();
    int all = 0;
    for (JsonNode row : block.path("rows")) {
      require(row.isArray() && !row.isEmpty() && row.size() <= 20, row.size() + " cells");
      require(row.size() == columns, "rows of different lengths");
      for (JsonNode cell : row) {
        String text =
            switch (cell.path("type").asText()) {
              case "raw_text" -> cell.path("text").asText();
              case "rich_text" -> richText(cell);
              default -> "";
            };
        require(!text.isBlank(), "cell without text: " + cell);
        all += text.length();
      }
    }
    require(all <= 10_000, "table has " + all + " characters");
    chars += all;
    require(block.path("column_settings").size() <= 20, "too many column_settings");
    only(block, "type", "block_id", "rows", "column_settings");
  }

  private String richText(JsonNode cell) {
    var text = new StringBuilder();
    array(cell, "elements", 1, 50);
    for (JsonNode section : cell.path("elements")) {
      require(
          section.path("type").asText().equals("rich_text_section"),
          "cell with " + section.path("type"));
      array(section, "elements", 1, 50);
      for (JsonNode part : section.path("elements")) {
        require(part.path("type").asText().equals("text"), "rich text with " + part.path("type"));
        text.append(part.path("text").asText());
      }
    }
    return text.toString();
  }

  private void chart(JsonNode block) {
    require(surface == Surface.MESSAGE, "chart outside of a message");
    charts++;
    length(block, "title", 50);
    chars += block.path("title").asText().length();
    JsonNode chart = block.path("chart");
    require(chart.path("type").asText().equals("bar"), "chart of type " + chart.path("type"));
    array(chart, "series", 1, 6);
    JsonNode axis = chart.path("axis_config");
    array(axis, "categories", 1, 20);
    List<String> categories = new ArrayList<>();
    for (JsonNode category : axis.path("categories")) {
      String name = category.asText();
      require(!name.isBlank() && name.length() <= 20, "category '" + name + "'");
      require(!categories.contains(name), "category twice: " + name);
      categories.add(name);
      chars += name.length();
    }
    require(axis.path("y_label").asText().length() <= 50, "y_label too long");
    chars += axis.path("y_label").asText().length();
    Set<String> names = new HashSet<>();
    for (JsonNode series : chart.path("series")) {
      length(series, "name", 20);
      require(names.add(series.path("name").asText()), "series twice: " + series);
      chars += series.path("name").asText().length();
      List<String> labels = new ArrayList<>();
      for (JsonNode point : series.path("data")) {
        labels.add(point.path("label").asText());
        require(point.path("value").isNumber(), "value is no number: " + point);
      }
      require(labels.equals(categories), "series with other categories: " + labels);
    }
    only(block, "type", "block_id", "title", "chart");
  }

  private void actionId(JsonNode element) {
    length(element, "action_id", 255);
    require(actionIds.add(element.path("action_id").asText()), "action_id twice: " + element);
  }

  /** A text with markup or without. */
  private void text(JsonNode text, int max) {
    String type = text.path("type").asText();
    require(type.equals("mrkdwn") || type.equals("plain_text"), "text of type '" + type + "'");
    require(
        !type.equals("mrkdwn") || text.path("verbatim").asBoolean(),
        "text in which Slack makes links: " + text);
    length(text, "text", max);
    chars += text.path("text").asText().length();
  }

  private void plain(JsonNode owner, String name, int max) {
    JsonNode text = owner.path(name);
    require(text.path("type").asText().equals("plain_text"), name + " is no plain text: " + owner);
    require(!text.path("emoji").asBoolean(true), "text in which Slack makes pictures: " + text);
    length(text, "text", max);
    chars += text.path("text").asText().length();
  }

  private void length(JsonNode owner, String name, int max) {
    JsonNode value = owner.path(name);
    require(
        value.isTextual() && !value.asText().isBlank() && value.asText().length() <= max,
        name + " has " + value.asText().length() + " characters in " + owner.path("type"));
  }

  private void array(JsonNode owner, String name, int min, int max) {
    JsonNode values = owner.path(name);
    require(
        values.isArray() && values.size() >= min && values.size() <= max,
        name + " has " + values.size() + " in " + owner.path("type"));
  }

  private void only(JsonNode owner, String... names) {
    owner
        .fieldNames()
        .forEachRemaining(
            name -> require(List.of(names).contains(name), name + " in " + owner.path("type")));
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      problems.add(problem);
    }
  }
}
