package dev.rolewise.bot;

import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Button;
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
import dev.rolewise.bot.render.PayChart;
import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Group;
import dev.rolewise.bot.render.PayChart.Span;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** Replies in which people and documents try everything, for the tests of every platform. */
public final class HostileReplies {
  private static final List<String> HOSTILE =
      List.of(
          "<!channel> look",
          "<@80351110224678912> and <@&1> <#2>",
          "</ask:816437322781949972> <t:1618953630:R> <a:party:1> <id:home>",
          "# Heading",
          "-# small",
          "- item",
          "1. first",
          "||hidden|| and ~~gone~~",
          "[your pay](https://evil.example) <https://evil.example>",
          "discord.gg/evil and discord.com/invite/evil",
          "\\@here \\<@1> \\https://evil.example",
          "<@U012AB3CD>",
          "<https://evil.example|your pay>",
          "*_~`bold`~_*",
          "```\nfence\n```",
          "> quote\n> quote",
          "@everyone #general :tada:",
          "https://evil.example",
          "<\u200b!he\u00adre>",
          "\u202e\u001b[1m",
          "",
          " ",
          "&lt;!channel&gt; & more",
          "x".repeat(4000),
          "Join metal parts with heat and read drawings. ".repeat(200),
          "<".repeat(3000),
          "&".repeat(900),
          "😀".repeat(1600));

  private HostileReplies() {}

  /** A reply of any blocks in any order. */
  public static Reply reply(Random random) {
    List<Block> blocks = new ArrayList<>();
    int size = random.nextInt(random.nextInt(10) == 0 ? 40 : 8);
    for (int i = 0; i < size; i++) {
      blocks.add(block(random));
    }
    return new Reply(blocks, text(random).length() > 100 ? "" : text(random));
  }

  private static Block block(Random random) {
    List<Integer> marks = random.nextBoolean() ? List.of() : List.of(1, 2);
    return switch (random.nextInt(12)) {
      case 0 -> new Heading(text(random), marks);
      case 1 -> new Paragraph(text(random), marks);
      case 2 -> new Note(text(random));
      case 3 -> table(1 + random.nextInt(120), 1 + random.nextInt(25), text(random));
      case 4 -> comparison(random);
      case 5 ->
          new Quote(
              text(random),
              List.of(
                  new Quote.Line(7, text(random), Quote.Role.CITED),
                  new Quote.Line(8, text(random), Quote.Role.AROUND)));
      case 6 -> {
        PayChart chart = chart(bar("<!here> " + text(random) + "x", 1, 2));
        yield random.nextBoolean() ? Image.of(chart) : new Image(chart, text(random));
      }
      case 7 ->
          new Sources(
              List.of(
                  Examples.cite(1, Examples.statement("x" + text(random))),
                  Examples.cite(2, Examples.TOTAL)),
              random.nextBoolean() ? Sources.Quotes.SHORT : Sources.Quotes.WHOLE);
      case 8 -> new Suggestions(List.of(text(random), text(random)));
      case 9 ->
          new Buttons(Collections.nCopies(1 + random.nextInt(30), new Button("b1", text(random))));
      default -> new Item(text(random), marks);
    };
  }

  private static Comparison comparison(Random random) {
    int columns = 2 + random.nextInt(11);
    List<Comparison.Topic> topics = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(6); i++) {
      List<List<Item>> cells = new ArrayList<>();
      for (int j = 0; j < columns; j++) {
        cells.add(Collections.nCopies(random.nextInt(4), new Item(text(random), List.of(1))));
      }
      topics.add(new Comparison.Topic(text(random), cells));
    }
    return new Comparison(Collections.nCopies(columns, text(random)), topics);
  }

  /** A table of equal cells. */
  public static Table table(int rows, int columns, String cell) {
    return new Table(
        Collections.nCopies(columns, "Column"),
        Collections.nCopies(rows, new Table.Row(Collections.nCopies(columns, cell), List.of(1))));
  }

  /** A chart of one bar. */
  public static PayChart chart(Bar bar) {
    return new PayChart(
        "Pay: Welder",
        "US, 2024",
        Currency.getInstance("USD"),
        Period.YEAR,
        List.of(new Group("Welder", List.of(bar))));
  }

  /** A bar that is open above when the high end is no number. */
  public static Bar bar(String label, double low, double high) {
    OptionalDouble end = Double.isNaN(high) ? OptionalDouble.empty() : OptionalDouble.of(high);
    var range = new Range(OptionalDouble.of(low), end, false, end.isEmpty());
    return new Bar(label, Optional.of(new Span(range, "$100,000 and more", 1)), Optional.empty());
  }

  /** A text that tries to be more than a text; some are long. */
  public static String text(Random random) {
    int longOnes = random.nextInt(8) == 0 ? HOSTILE.size() : HOSTILE.size() - 5;
    return HOSTILE.get(random.nextInt(longOnes));
  }
}
