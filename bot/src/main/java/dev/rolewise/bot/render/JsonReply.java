package dev.rolewise.bot.render;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolewise.bot.answer.Citation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes a reply as one line of JSON: its blocks, its citations and their facts. */
public final class JsonReply implements Renderer<String> {
  private static final JsonFactory JSON = new JsonFactory();

  private final String command;
  private final JsonAnswer.Facts facts;

  /**
   * @param command name of the command that is replied to
   * @param facts the facts of cited statements
   */
  public JsonReply(String command, JsonAnswer.Facts facts) {
    this.command = requireNonNull(command, "command");
    this.facts = requireNonNull(facts, "facts");
  }

  /** The line, without a line feed. */
  @Override
  public String render(Reply reply) {
    var out = new StringWriter();
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("command", command);
      json.writeArrayFieldStart("blocks");
      for (Block block : reply.blocks()) {
        write(json, block);
      }
      json.writeEndArray();
      List<Citation> citations = reply.citations();
      json.writeArrayFieldStart("citations");
      for (Citation citation : citations) {
        JsonAnswer.write(json, citation);
      }
      json.writeEndArray();
      JsonAnswer.writeFacts(json, citations, facts);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JsonText.escapeUnsafe(out.toString());
  }

  private static void write(JsonGenerator json, Block block) throws IOException {
    switch (block) {
      case Block.Heading(var text, var marks) -> text(json, "heading", text, marks);
      case Block.Paragraph(var text, var marks) -> text(json, "paragraph", text, marks);
      case Block.Item(var text, var marks) -> text(json, "item", text, marks);
      case Block.Note(var text) -> text(json, "note", text, List.of());
      case Block.Table table -> table(json, table);
      case Block.Comparison comparison -> comparison(json, comparison);
      case Block.Quote quote -> quote(json, quote);
      case Block.Image(var chart, var altText) -> {
        start(json, "image");
        json.writeStringField("title", chart.title());
        json.writeStringField("caption", chart.caption());
        json.writeStringField("alt", altText);
        json.writeArrayFieldStart("groups");
        for (PayChart.Group group : chart.groups()) {
          group(json, group);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      case Block.Suggestions(var questions) -> {
        start(json, "suggestions");
        strings(json, "questions", questions);
        json.writeEndObject();
      }
      // The citations stand beside the blocks, and nothing can be pressed in JSON.
      case Block.Sources _, Block.Buttons _ -> {}
    }
  }

  private static void start(JsonGenerator json, String type) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", type);
  }

  private static void text(JsonGenerator json, String type, String text, List<Integer> marks)
      throws IOException {
    start(json, type);
    json.writeStringField("text", text);
    marks(json, marks);
    json.writeEndObject();
  }

  private static void table(JsonGenerator json, Block.Table table) throws IOException {
    start(json, "table");
    strings(json, "header", table.header());
    json.writeArrayFieldStart("rows");
    for (Block.Table.Row row : table.rows()) {
      json.writeStartObject();
      strings(json, "cells", row.cells());
      marks(json, row.marks());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void comparison(JsonGenerator json, Block.Comparison comparison)
      throws IOException {
    start(json, "comparison");
    strings(json, "columns", comparison.columns());
    json.writeArrayFieldStart("rows");
    for (Block.Comparison.Topic row : comparison.topics()) {
      json.writeStartObject();
      json.writeStringField("topic", row.name());
      json.writeArrayFieldStart("cells");
      for (List<Block.Item> cell : row.cells()) {
        json.writeStartArray();
        for (Block.Item item : cell) {
          json.writeStartObject();
          json.writeStringField("text", item.text());
          marks(json, item.marks());
          json.writeEndObject();
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void group(JsonGenerator json, PayChart.Group group) throws IOException {
    json.writeStartObject();
    json.writeStringField("role", group.role());
    json.writeArrayFieldStart("bars");
    for (PayChart.Bar bar : group.bars()) {
      json.writeStartObject();
      json.writeStringField("label", bar.label());
      if (bar.span().isPresent()) {
        figure(json, "span", bar.span().get().wording(), bar.span().get().citation());
      }
      if (bar.mark().isPresent()) {
        figure(json, "mark", bar.mark().get().wording(), bar.mark().get().citation());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void figure(JsonGenerator json, String name, String wording, int citation)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("wording", wording);
    marks(json, List.of(citation));
    json.writeEndObject();
  }

  private static void quote(JsonGenerator json, Block.Quote quote) throws IOException {
    start(json, "quote");
    json.writeStringField("place", quote.place());
    json.writeArrayFieldStart("lines");
    for (Block.Quote.Line line : quote.lines()) {
      json.writeStartObject();
      json.writeNumberField("line", line.number());
      json.writeStringField("text", line.text());
      json.writeBooleanField("cited", line.role() == Block.Quote.Role.CITED);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void marks(JsonGenerator json, List<Integer> marks) throws IOException {
    json.writeArrayFieldStart("citations");
    for (int mark : marks) {
      json.writeNumber(mark);
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
