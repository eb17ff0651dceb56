package dev.rolewise.bot.slack;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolewise.bot.render.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Blocks of a message or a view while they are put together. Everything but ids is cut where Slack
 * would refuse it, and what is given as {@code mrkdwn} is already safe. Not thread-safe.
 */
final class SlackBlocks {
  private static final JsonFactory JSON = new JsonFactory();

  /** Writes a part of a JSON document. */
  @FunctionalInterface
  interface Json {
    void write(JsonGenerator json) throws IOException;
  }

  /**
   * A button.
   *
   * @param action its action id
   * @param value what it hands back
   * @param label what it says, cut at a word when it is too long
   */
  record Pressed(String action, String value, String label) {
    Pressed {
      requireLength("action", action, SlackLimit.ID);
      requireLength("value", value, SlackLimit.VALUE);
    }
  }

  private record Written(String json, int chars) {}

  private final List<Written> blocks = new ArrayList<>();
  private int charsOfBlock;
  private int pressed;
  private int tables;
  private int charts;

  /** A JSON document. */
  static String document(Json writes) {
    var out = new StringWriter();
    try (var json = JSON.createGenerator(out)) {
      writes.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JsonText.escapeUnsafe(out.toString());
  }

  int size() {
    return blocks.size();
  }

  /** Characters of all texts. */
  int chars() {
    return blocks.stream().mapToInt(Written::chars).sum();
  }

  int tables() {
    return tables;
  }

  int charts() {
    return charts;
  }

  /** A number that no other button of these blocks has. */
  int nextPressed() {
    return pressed++;
  }

  /** The blocks as a JSON array. */
  String json() {
    var array = new StringBuilder("[");
    for (Written block : blocks) {
      array.append(array.length() > 1 ? "," : "").append(block.json());
    }
    return array.append(']').toString();
  }

  /** Takes blocks from the end until no more are left than allowed. */
  void keep(int maxBlocks, int maxChars) {
    while (blocks.size() > maxBlocks || chars() > maxChars) {
      blocks.removeLast();
    }
  }

  /** Adds the blocks of others behind these; action ids of both differ only if the caller cares. */
  void append(SlackBlocks others) {
    blocks.addAll(others.blocks);
  }

  /** Large bold words on one line. */
  void header(String text) {
    add(
        "header",
        json -> {
          json.writeFieldName("text");
          plain(json, text, SlackLimit.HEADER);
        });
  }

  void section(String mrkdwn) {
    requireLength("section", mrkdwn, SlackLimit.SECTION);
    add(
        "section",
        json -> {
          json.writeFieldName("text");
          mrkdwn(json, mrkdwn);
        });
  }

  /** Lines in as few sections as hold them, none of them cut. */
  void sections(List<String> mrkdwnLines) {
    joined(mrkdwnLines).forEach(this::section);
  }

  /** A text with small texts in two columns below it. */
  void fields(String text, List<String> mrkdwn) {
    add(
        "section",
        json -> {
          json.writeFieldName("text");
          mrkdwn(json, text);
          json.writeArrayFieldStart("fields");
          for (String field : mrkdwn) {
            requireLength("field", field, SlackLimit.FIELD);
            mrkdwn(json, field);
          }
          json.writeEndArray();
        });
  }

  /** Small grey lines, in as few blocks as hold them. */
  void context(List<String> mrkdwnLines) {
    for (String text : joined(mrkdwnLines)) {
      add(
          "context",
          json -> {
            json.writeArrayFieldStart("elements");
            mrkdwn(json, text);
            json.writeEndArray();
          });
    }
  }

  void divider() {
    add("divider", _ -> {});
  }

  /** Buttons, in as few blocks as hold them. */
  void actions(List<Pressed> buttons) {
    for (int i = 0; i < buttons.size(); i += SlackLimit.ACTIONS) {
      List<Pressed> some = buttons.subList(i, Math.min(buttons.size(), i + SlackLimit.ACTIONS));
      add(
          "actions",
          json -> {
            json.writeArrayFieldStart("elements");
            for (Pressed button : some) {
              json.writeStartObject();
              json.writeStringField("type", "button");
              json.writeStringField("action_id", button.action());
              json.writeFieldName("text");
              plain(json, button.label(), SlackLimit.BUTTON);
              json.writeStringField("value", button.value());
              json.writeEndObject();
            }
            json.writeEndArray();
          });
    }
  }

  /** Slack's own thumbs. */
  void feedback(Pressed good, Pressed bad) {
    add(
        "context_actions",
        json -> {
          json.writeArrayFieldStart("elements");
          json.writeStartObject();
          json.writeStringField("type", "feedback_buttons");
          json.writeStringField("action_id", SlackIds.FEEDBACK);
          thumb(json, "positive_button", good);
          thumb(json, "negative_button", bad);
          json.writeEndObject();
          json.writeEndArray();
        });
  }

  private void thumb(JsonGenerator json, String name, Pressed button) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeFieldName("text");
    plain(json, button.label(), SlackLimit.BUTTON);
    json.writeStringField("accessibility_label", button.label());
    json.writeStringField("value", button.value());
    json.writeEndObject();
  }

  /**
   * A table. Slack takes one in a message.
   *
   * @param rows the first one names the columns
   */
  void table(List<List<String>> rows) {
    tables++;
    add(
        "table",
        json -> {
          json.writeArrayFieldStart("column_settings");
          for (int i = 0; i < rows.getFirst().size(); i++) {
            json.writeStartObject();
            json.writeBooleanField("is_wrapped", true);
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeArrayFieldStart("rows");
          for (int i = 0; i < rows.size(); i++) {
            json.writeStartArray();
            for (String cell : rows.get(i)) {
              cell(json, cell, i == 0);
            }
            json.writeEndArray();
          }
          json.writeEndArray();
        });
  }

  /** Rich text shows what it is given and reads no markup; it alone can be bold or have lines. */
  private void cell(JsonGenerator json, String text, boolean isHeader) throws IOException {
    charsOfBlock += text.length();
    json.writeStartObject();
    if (!isHeader && text.indexOf('\n') < 0) {
      json.writeStringField("type", "raw_text");
      json.writeStringField("text", text);
    } else {
      json.writeStringField("type", "rich_text");
      json.writeArrayFieldStart("elements");
      json.writeStartObject();
      json.writeStringField("type", "rich_text_section");
      json.writeArrayFieldStart("elements");
      json.writeStartObject();
      json.writeStringField("type", "text");
      json.writeStringField("text", text);
      if (isHeader) {
        json.writeObjectFieldStart("style");
        json.writeBooleanField("bold", true);
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** A chart that Slack draws. */
  void chart(SlackChart chart) {
    charts++;
    charsOfBlock = chart.chars();
    add("data_visualization", chart::write);
  }

  /**
   * A picture that was uploaded before.
   *
   * @param file id that Slack gave it
   */
  void picture(String file, String title, String altText) {
    add(
        "image",
        json -> {
          json.writeObjectFieldStart("slack_file");
          json.writeStringField("id", file);
          json.writeEndObject();
          json.writeFieldName("title");
          plain(json, title, SlackLimit.ALT_TEXT);
          json.writeStringField("alt_text", counted(SlackText.plain(altText, SlackLimit.ALT_TEXT)));
        });
  }

  /** A block of any other kind. */
  void add(String type, Json fields) {
    String json =
        document(generator -> {
          generator.writeStartObject();
          generator.writeStringField("type", type);
          fields.write(generator);
          generator.writeEndObject();
        });
    blocks.add(new Written(json, charsOfBlock));
    charsOfBlock = 0;
  }

  /** A text without markup, cut where it is too long. */
  void plain(JsonGenerator json, String text, int maxChars) throws IOException {
    String safe = SlackText.plain(text, maxChars);
    json.writeStartObject();
    json.writeStringField("type", "plain_text");
    json.writeStringField("text", counted(safe));
    json.writeBooleanField("emoji", false);
    json.writeEndObject();
  }

  /** A text with markup of the program's own; Slack makes links of nothing else in it. */
  void mrkdwn(JsonGenerator json, String safe) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", "mrkdwn");
    json.writeStringField("text", counted(safe));
    json.writeBooleanField("verbatim", true);
    json.writeEndObject();
  }

  /** Slack takes no blank text. */
  private String counted(String text) {
    String counted = text.isBlank() ? "–" : text;
    charsOfBlock += counted.length();
    return counted;
  }

  /** Lines in as few texts as hold them, without blank ones. */
  private static List<String> joined(List<String> lines) {
    List<String> texts = new ArrayList<>();
    var text = new StringBuilder();
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      if (!text.isEmpty() && text.length() + 1 + line.length() > SlackLimit.SECTION) {
        texts.add(text.toString());
        text.setLength(0);
      }
      text.append(text.isEmpty() ? "" : "\n").append(line);
    }
    if (!text.isEmpty()) {
      texts.add(text.toString());
    }
    return texts;
  }

  private static void requireLength(String name, String text, int maxChars) {
    if (text.isBlank() || text.length() > maxChars) {
      throw new IllegalArgumentException(
          name + " must have 1 to " + maxChars + " characters, got " + text.length());
    }
  }
}
