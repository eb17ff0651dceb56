package dev.rolewise.bot.render;

import dev.rolewise.bot.render.Block.Buttons;
import dev.rolewise.bot.render.Block.Comparison;
import dev.rolewise.bot.render.Block.Heading;
import dev.rolewise.bot.render.Block.Image;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Note;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Block.Quote;
import dev.rolewise.bot.render.Block.Sources;
import dev.rolewise.bot.render.Block.Suggestions;
import dev.rolewise.bot.render.Block.Table;
import java.util.ArrayList;
import java.util.List;

/** A reply with shorter texts, for when not even one statement fits where it is shown. */
public final class ShortReply {
  private ShortReply() {}

  /** The reply with every text cut at a word that is longer than allowed. */
  public static Reply of(Reply reply, int maxChars) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : reply.blocks()) {
      blocks.add(shortened(block, maxChars));
    }
    return new Reply(blocks, reply.rest());
  }

  private static Block shortened(Block block, int max) {
    return switch (block) {
      case Heading(var text, var marks) -> new Heading(VisibleText.shorten(text, max), marks);
      case Paragraph(var text, var marks) -> new Paragraph(VisibleText.shorten(text, max), marks);
      case Item item -> shortened(item, max);
      case Note(var text) -> new Note(VisibleText.shorten(text, max));
      case Image(var chart, var altText) -> new Image(chart, VisibleText.shorten(altText, max));
      case Table(var header, var rows) ->
          new Table(
              shortened(header, max),
              rows.stream().map(r -> new Table.Row(shortened(r.cells(), max), r.marks())).toList());
      case Comparison(var columns, var topics) ->
          new Comparison(
              shortened(columns, max),
              topics.stream()
                  .map(topic ->
                      new Comparison.Topic(
                          VisibleText.shorten(topic.name(), max),
                          topic.cells().stream()
                              .map(cell -> cell.stream().map(i -> shortened(i, max)).toList())
                              .toList()))
                  .toList());
      case Quote(var place, var lines) ->
          new Quote(
              VisibleText.shorten(place, max),
              lines.stream()
                  .map(line ->
                      new Quote.Line(
                          line.number(), VisibleText.shorten(line.text(), max), line.role()))
                  .toList());
      case Sources _, Suggestions _, Buttons _ -> block;
    };
  }

  private static Item shortened(Item item, int max) {
    return new Item(VisibleText.shorten(item.text(), max), item.marks());
  }

  private static List<String> shortened(List<String> texts, int max) {
    return texts.stream().map(text -> VisibleText.shorten(text, max)).toList();
  }
}
