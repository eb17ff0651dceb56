package dev.rolewise.bot.slack;

import dev.rolewise.bot.answer.Citation;
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
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws the blocks of one reply. Statements that follow each other share a section as long as they
 * fit, so that a long answer needs few blocks. Not thread-safe.
 */
final class SlackDrawing {
  /** Where headings stand. */
  enum Headings {
    /** Each begins a section. */
    APART,
    /** They share sections with what is around them. */
    INSIDE
  }

  private static final String BULLET = "• ";
  private static final String INDENT = "    ";

  /** Widest table in signs of the same width that a narrow screen shows without breaking lines. */
  private static final int MAX_COLUMNS = 72;

  private static final String FENCE = "```";

  private final SlackBlocks blocks;
  private final ToIds ids;
  private final Headings headings;
  private final boolean isNewest;
  private final Optional<String> picture;
  private final List<String> lines = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean hasHeader;

  /**
   * @param blocks what to add to
   * @param isNewest whether tables and charts may be blocks of their own
   * @param picture id of an uploaded file that shows the chart
   */
  SlackDrawing(
      SlackBlocks blocks,
      ToIds ids,
      Headings headings,
      boolean isNewest,
      Optional<String> picture) {
    this.blocks = blocks;
    this.ids = ids;
    this.headings = headings;
    this.isNewest = isNewest;
    this.picture = picture;
  }

  void draw(Reply reply) {
    for (Block block : reply.blocks()) {
      if (!(block instanceof Note)) {
        flushNotes();
      }
      switch (block) {
        case Heading(var text, var marks) -> heading(text, marks);
        case Paragraph(var text, var marks) -> line("", text, marks);
        case Item(var text, var marks) -> line(BULLET, text, marks);
        case Note(var text) -> {
          flushLines();
          notes.addAll(SlackText.pieces(text, SlackLimit.SECTION));
        }
        case Table table -> table(table);
        case Comparison comparison -> comparison(comparison);
        case Quote quote -> quote(quote);
        case Image image -> image(image);
        case Sources sources -> sources(sources);
        case Suggestions(var questions) -> suggestions(questions);
        case Buttons(var buttons) -> buttons(buttons);
      }
    }
    flushNotes();
    flushLines();
    if (blocks.size() == 0) {
      blocks.section("–");
    }
  }

  private void flushLines() {
    blocks.sections(lines);
    lines.clear();
  }

  private void flushNotes() {
    blocks.context(notes);
    notes.clear();
  }

  private void heading(String text, List<Integer> marks) {
    String words = text.strip() + Words.marks(marks);
    boolean isFirst = !hasHeader && blocks.size() == 0 && lines.isEmpty();
    hasHeader = true;
    if (isFirst && SlackText.plain(words).length() <= SlackLimit.HEADER) {
      blocks.header(words);
      return;
    }
    if (headings == Headings.APART) {
      flushLines();
    }
    lines.add(bold(text) + Words.marks(marks));
  }

  private static String bold(String text) {
    String words = SlackText.mrkdwn(text.strip(), SlackLimit.FIELD / 2).strip();
    return words.isEmpty() ? "" : "*" + words + "*";
  }

  private void line(String lead, String text, List<Integer> marks) {
    lines.addAll(statement(lead, text, marks, SlackLimit.SECTION));
  }

  /** One line, or as many as are needed not to cut it. */
  private static List<String> statement(
      String lead, String text, List<Integer> marks, int maxChars) {
    String cited = Words.marks(marks);
    int room = Math.max(maxChars / 2, maxChars - lead.length() - cited.length());
    List<String> pieces = new ArrayList<>(SlackText.pieces(text, room));
    pieces.set(0, lead + pieces.getFirst());
    pieces.set(pieces.size() - 1, pieces.getLast() + cited);
    return pieces;
  }

  // ---- tables

  private void table(Table table) {
    flushLines();
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.header());
    for (Table.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(row.cells());
      cells.set(cells.size() - 1, cells.getLast() + Words.marks(row.marks()));
      rows.add(cells);
    }
    List<List<String>> safe =
        rows.stream().map(row -> row.stream().map(SlackDrawing::cell).toList()).toList();
    if (isTable(safe)) {
      blocks.table(safe);
      return;
    }
    List<Integer> widths = widths(safe);
    if (widths.stream().mapToInt(width -> width + 2).sum() <= MAX_COLUMNS) {
      monospaced(rows, widths);
    } else {
      table.rows().forEach(row -> line("", row(table.header(), row), row.marks()));
    }
  }

  /** A table without lines: every value with the name of its column. */
  static String row(List<String> header, Table.Row row) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (!row.cells().get(i).isBlank()) {
        named.add(header.get(i) + ": " + row.cells().get(i));
      }
    }
    return BULLET + String.join("; ", named);
  }

  /** Slack takes no empty cell. */
  private static String cell(String text) {
    String safe = SlackText.plain(text);
    return safe.isBlank() ? "–" : safe;
  }

  private boolean isTable(List<List<String>> rows) {
    return isNewest
        && blocks.tables() < SlackLimit.TABLES
        && rows.size() <= SlackLimit.TABLE_ROWS
        && rows.getFirst().size() <= SlackLimit.TABLE_COLUMNS
        && rows.stream().flatMap(List::stream).mapToInt(String::length).sum()
            <= SlackLimit.TABLE_CHARS;
  }

  private static List<Integer> widths(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i < rows.getFirst().size(); i++) {
      int column = i;
      widths.add(rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0));
    }
    return widths;
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Lines of signs of the same width, each section with a fence of its own. */
  private void monospaced(List<List<String>> rows, List<Integer> widths) {
    List<String> written = new ArrayList<>();
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String safe = SlackText.mrkdwn(row.get(i));
        line.append(safe)
            .append(" ".repeat(Math.max(0, widths.get(i) - width(SlackText.plain(row.get(i))))))
            .append("  ");
      }
      written.add(line.toString().stripTrailing());
    }
    var text = new StringBuilder();
    for (String line : written) {
      if (!text.isEmpty() && text.length() + line.length() + 10 > SlackLimit.SECTION) {
        blocks.section(FENCE + "\n" + text + FENCE);
        text.setLength(0);
      }
      text.append(line).append('\n');
    }
    blocks.section(FENCE + "\n" + text + FENCE);
  }

  // ---- comparisons

  private void comparison(Comparison comparison) {
    flushLines();
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    header.add("Topic");
    comparison.columns().forEach(column -> header.add(cell(column)));
    rows.add(header);
    for (Comparison.Topic topic : comparison.topics()) {
      List<String> row = new ArrayList<>();
      row.add(cell(topic.name()));
      topic.cells().forEach(items -> row.add(cell(items)));
      rows.add(row);
    }
    if (isTable(rows)) {
      blocks.table(rows);
      return;
    }
    comparison.topics().forEach(topic -> topic(comparison.columns(), topic));
  }

  private static String cell(List<Item> items) {
    List<String> lines =
        items.stream()
            .map(item -> SlackText.plain(item.text()) + Words.marks(item.marks()))
            .toList();
    return switch (lines.size()) {
      case 0 -> Words.GAP;
      case 1 -> lines.getFirst();
      default -> BULLET + String.join("\n" + BULLET, lines);
    };
  }

  /** A field for each side, or a list when a side is too long for a field. */
  private void topic(List<String> columns, Comparison.Topic topic) {
    List<String> fields = new ArrayList<>();
    List<String> list = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<String> side = new ArrayList<>();
      side.add(bold(columns.get(i)));
      for (Item item : topic.cells().get(i)) {
        side.addAll(statement(BULLET, item.text(), item.marks(), SlackLimit.SECTION));
      }
      if (topic.cells().get(i).isEmpty()) {
        side.add("_" + Words.GAP + "_");
      }
      fields.add(String.join("\n", side));
      list.addAll(side);
    }
    boolean areFields =
        fields.size() <= SlackLimit.FIELDS
            && fields.stream().allMatch(field -> field.length() <= SlackLimit.FIELD);
    if (areFields) {
      blocks.fields(orDash(bold(topic.name())), fields);
    } else {
      list.addFirst(bold(topic.name()));
      blocks.sections(list);
    }
  }

  private static String orDash(String text) {
    return text.isBlank() ? "–" : text;
  }

  // ---- the rest

  private void quote(Quote quote) {
    flushLines();
    lines.add(bold(quote.place()));
    for (Quote.Line line : quote.lines()) {
      String number =
          switch (line.role()) {
            case CITED -> ">*" + line.number() + "*  ";
            case AROUND -> ">" + line.number() + "  ";
          };
      List<String> pieces =
          statement(number, line.text(), List.of(), SlackLimit.SECTION - INDENT.length());
      lines.add(pieces.getFirst());
      pieces.stream().skip(1).forEach(piece -> lines.add(">" + INDENT + piece));
    }
    flushLines();
  }

  private void image(Image image) {
    flushLines();
    List<SlackChart> charts = isNewest ? SlackChart.of(image.chart()) : List.of();
    if (!charts.isEmpty() && blocks.charts() + charts.size() <= SlackLimit.CHARTS) {
      charts.forEach(blocks::chart);
      blocks.context(SlackText.pieces(image.altText(), SlackLimit.SECTION));
    } else if (picture.isPresent()) {
      blocks.picture(picture.get(), image.chart().title(), image.altText());
    } else {
      line("", image.altText(), List.of());
      flushLines();
    }
  }

  private void sources(Sources sources) {
    flushLines();
    List<String> shown = new ArrayList<>();
    shown.add("*Sources*");
    if (sources.quotes() == Sources.Quotes.NONE) {
      Words.places(sources.citations())
          .forEach(place -> shown.addAll(SlackText.pieces(place, SlackLimit.SECTION)));
    } else {
      for (Citation citation : sources.citations()) {
        shown.addAll(
            SlackText.pieces(Words.source(citation, sources.quotes()), SlackLimit.SECTION));
      }
    }
    blocks.context(shown);
  }

  private void suggestions(List<String> questions) {
    flushLines();
    List<SlackBlocks.Pressed> buttons = new ArrayList<>();
    for (String question : questions) {
      buttons.add(
          new SlackBlocks.Pressed(SlackIds.ASK + blocks.nextPressed(), ids.id(question), question));
    }
    blocks.context(List.of("You could ask next:"));
    blocks.actions(buttons);
  }

  private void buttons(List<Button> buttons) {
    flushLines();
    List<SlackBlocks.Pressed> pressed = new ArrayList<>();
    for (Button button : buttons) {
      pressed.add(
          new SlackBlocks.Pressed(
              SlackIds.PRESS + blocks.nextPressed(), button.id(), button.label()));
    }
    blocks.actions(pressed);
  }
}
