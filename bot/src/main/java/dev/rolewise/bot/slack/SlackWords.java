package dev.rolewise.bot.slack;

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
                + (items.isEmpty() ? Words.GAP : String.join("; ", items)));
      }
    }
    return lines;
  }
}
