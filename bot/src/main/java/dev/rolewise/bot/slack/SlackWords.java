package dev.rolewise.bot.slack;

import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.render.Block;
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
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words of a message without its blocks. */
final class SlackWords {
  /** What stands where one side of a comparison has nothing. */
  static final String GAP = "not documented";

  /** Longest quote under an answer. */
  private static final int MAX_QUOTE_CHARS = 160;

  /** Ends a text that does not hold everything. */
  private static final String MORE = "… The message holds more.";

  private SlackWords() {}

  /**
   * What a notification shows and a screen reader reads: everything in reading order, one statement
   * a line, whole lines only.
   *
   * @param before a safe line to begin with
   * @param after a safe line to end with
   */
  static String text(Reply reply, Optional<String> before, Optional<String> after) {
    List<String> lines = new ArrayList<>();
    for (Block block : reply.blocks()) {
      lines(block).forEach(line -> lines.add(SlackText.mrkdwn(line)));
    }
    int room =
        SlackLimit.MESSAGE_TEXT
            - MORE.length()
            - before.map(String::length).orElse(0)
            - after.map(String::length).orElse(0)
            - 3;
    var text = new StringBuilder();
    before.ifPresent(line -> text.append(line.replace("*", "")).append('\n'));
    for (String line : lines) {
      if (line.isBlank()) {
        continue;
      }
      if (line.length() + 1 > room) {
        text.append(MORE).append('\n');
        break;
      }
      room -= line.length() + 1;
      text.append(line).append('\n');
    }
    after.ifPresent(text::append);
    String whole = text.toString().strip();
    return whole.isEmpty() ? "–" : whole;
  }

  private static List<String> lines(Block block) {
    return switch (block) {
      case Heading(var text, var marks) -> List.of(text + Words.marks(marks));
      case Paragraph(var text, var marks) -> List.of(text + Words.marks(marks));
      case Item(var text, var marks) -> List.of("• " + text + Words.marks(marks));
      case Note(var text) -> List.of(text);
      case Image image -> List.of(image.altText());
      case Table(var header, var rows) ->
          rows.stream()
              .map(row -> SlackDrawing.row(header, row) + Words.marks(row.marks()))
              .toList();
      case Comparison comparison -> compared(comparison);
      case Quote(var place, var quoted) -> {
        List<String> lines = new ArrayList<>();
        lines.add(place);
        quoted.forEach(line -> lines.add("Line " + line.number() + ": " + line.text()));
        yield lines;
      }
      case Sources(var citations, _) -> {
        List<String> lines = new ArrayList<>();
        lines.add("Sources");
        lines.addAll(Words.places(citations));
        yield lines;
      }
      case Suggestions(var questions) ->
          List.of("You could ask next: " + String.join(" ", questions));
      // Nothing can be pressed in a text.
      case Block.Buttons _ -> List.of();
    };
  }

  private static List<String> compared(Comparison comparison) {
    List<String> lines = new ArrayList<>();
    for (Comparison.Topic topic : comparison.topics()) {
      for (int i = 0; i < comparison.columns().size(); i++) {
        List<String> items =
            topic.cells().get(i).stream()
                .map(item -> item.text() + Words.marks(item.marks()))
                .toList();
        lines.add(
            topic.name()
                + ", "
                + comparison.columns().get(i)
                + ": "
                + (items.isEmpty() ? GAP : String.join("; ", items)));
      }
    }
    return lines;
  }

  /** A source with its quote. */
  static String source(Citation citation, Sources.Quotes quotes) {
    String quote =
        switch (quotes) {
          case SHORT -> SlackText.shorten(citation.quote(), MAX_QUOTE_CHARS);
          case WHOLE -> citation.quote();
          case NONE -> "";
        };
    return "["
        + citation.number()
        + "] "
        + Words.place(citation)
        + (quote.isEmpty() ? "" : ": \"" + quote + "\"");
  }

  /** The reply with every text cut at a word that is longer than allowed. */
  static Reply shortened(Reply reply, int maxChars) {
    List<Block> blocks = new ArrayList<>();
    for (Block block : reply.blocks()) {
      blocks.add(shortened(block, maxChars));
    }
    return new Reply(blocks, reply.rest());
  }

  private static Block shortened(Block block, int max) {
    return switch (block) {
      case Heading(var text, var marks) -> new Heading(SlackText.shorten(text, max), marks);
      case Paragraph(var text, var marks) -> new Paragraph(SlackText.shorten(text, max), marks);
      case Item item -> shortened(item, max);
      case Note(var text) -> new Note(SlackText.shorten(text, max));
      case Image(var chart, var altText) -> new Image(chart, SlackText.shorten(altText, max));
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
                          SlackText.shorten(topic.name(), max),
                          topic.cells().stream()
                              .map(cell -> cell.stream().map(i -> shortened(i, max)).toList())
                              .toList()))
                  .toList());
      case Quote(var place, var lines) ->
          new Quote(
              SlackText.shorten(place, max),
              lines.stream()
                  .map(line ->
                      new Quote.Line(
                          line.number(), SlackText.shorten(line.text(), max), line.role()))
                  .toList());
      case Sources _, Suggestions _, Block.Buttons _ -> block;
    };
  }

  private static Item shortened(Item item, int max) {
    return new Item(SlackText.shorten(item.text(), max), item.marks());
  }

  private static List<String> shortened(List<String> texts, int max) {
    return texts.stream().map(text -> SlackText.shorten(text, max)).toList();
  }
}
