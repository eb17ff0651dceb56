package dev.rolewise.bot.discord;

import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.discord.DiscordPart.Beside;
import dev.rolewise.bot.discord.DiscordPart.Chart;
import dev.rolewise.bot.discord.DiscordPart.Divider;
import dev.rolewise.bot.discord.DiscordPart.Group;
import dev.rolewise.bot.discord.DiscordPart.Row;
import dev.rolewise.bot.discord.DiscordPart.Text;
import dev.rolewise.bot.render.Block;
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
import dev.rolewise.bot.render.ChartImage.Drawing;
import dev.rolewise.bot.render.PayChart;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.TextTable;
import dev.rolewise.bot.render.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.actionrow.ActionRowChildComponent;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.entities.emoji.Emoji;

/** Turns the blocks of one reply into groups of parts. Used once. Not thread-safe. */
final class DiscordDrawing {
  private static final String BULLET = "- ";
  private static final String NESTED = "  - ";
  private static final String SMALL = "-# ";
  private static final String QUOTED = "> ";
  private static final String FENCE = "```";

  /** Widest table that a telephone shows without breaking its lines. */
  private static final int MAX_COLUMNS = 44;

  /** Longest piece of a statement; what is longer is divided between words. */
  private static final int MAX_STATEMENT = DiscordLimit.TEXT - 200;

  private static final int MAX_HEADING = 300;
  private static final int MAX_QUESTION = 500;

  private final Frame frame;
  private final Function<PayChart, Drawing> charts;
  private final List<Group> groups = new ArrayList<>();
  private final List<DiscordPart> open = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private boolean openIsHeading;

  /**
   * @param charts draws pictures
   */
  DiscordDrawing(Frame frame, Function<PayChart, Drawing> charts) {
    this.frame = frame;
    this.charts = charts;
    frame.actions().forEach(press -> ids.add(press.id()));
  }

  /** What the reply says, with its question above; never empty. */
  List<Group> body(Reply reply) {
    frame
        .question()
        .ifPresent(question -> {
          text("**Question:** " + DiscordText.markdown(question, MAX_QUESTION));
          close();
        });
    for (Block block : reply.blocks()) {
      switch (block) {
        case Heading(var words, var marks) -> heading(words, marks);
        case Paragraph(var words, var marks) -> paragraph(words, marks);
        case Item(var words, var marks) -> statement(BULLET, words, marks);
        case Note(var words) -> {
          close();
          DiscordText.pieces(words, MAX_STATEMENT).forEach(this::small);
          close();
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
    close();
    if (groups.isEmpty()) {
      text("–");
      close();
    }
    return List.copyOf(groups);
  }

  /** What stands below every reply; may be empty. */
  static List<Group> end(Frame frame) {
    List<DiscordPart> parts = new ArrayList<>();
    frame
        .byline()
        .ifPresent(byline ->
            parts.add(new Text(SMALL + byline.deed().words() + " <@" + byline.user() + ">")));
    if (!frame.actions().isEmpty()) {
      parts.add(
          new Row(ActionRow.of(frame.actions().stream().map(DiscordDrawing::button).toList())));
    }
    return parts.isEmpty() ? List.of() : List.of(new Group(parts));
  }

  private static Button button(Frame.Press press) {
    String label = press.action().label();
    return switch (press.action()) {
      case SOURCES, WHY -> Button.secondary(press.id(), label);
      case GOOD -> Button.secondary(press.id(), label).withEmoji(Emoji.fromUnicode("👍"));
      case BAD -> Button.secondary(press.id(), label).withEmoji(Emoji.fromUnicode("👎"));
      case SHARE -> Button.primary(press.id(), label);
    };
  }

  /** Says that something is missing. */
  static Group leftOut(Reply reply) {
    String note = "Something was left out to fit.";
    return new Group(
        List.of(
            new Text(
                SMALL
                    + DiscordText.markdown(
                        reply.rest().isEmpty() ? note : note + " " + reply.rest(), MAX_QUESTION))));
  }

  private void close() {
    if (!open.isEmpty()) {
      groups.add(new Group(open));
      open.clear();
    }
    openIsHeading = false;
  }

  private void text(String markdown) {
    if (!markdown.isBlank()) {
      open.add(new Text(markdown));
    }
  }

  private void small(String markdown) {
    if (!markdown.isBlank()) {
      text(SMALL + markdown);
    }
  }

  // ---- statements

  private void heading(String words, List<Integer> marks) {
    close();
    String safe = DiscordText.markdown(words, MAX_HEADING);
    if (!safe.isBlank()) {
      text((groups.isEmpty() ? "## " : "### ") + safe + fitting(Words.marks(marks)));
      openIsHeading = true;
    }
  }

  /** A paragraph leads to the list behind it. */
  private void paragraph(String words, List<Integer> marks) {
    if (!openIsHeading) {
      close();
    }
    statement("", words, marks);
  }

  private void statement(String lead, String words, List<Integer> marks) {
    lines(lead, "", words, marks).forEach(this::text);
    openIsHeading = false;
  }

  /** One line, or as many as are needed not to cut it; none when it says nothing. */
  private static List<String> lines(
      String lead, String nextLead, String words, List<Integer> marks) {
    List<String> lines = new ArrayList<>(DiscordText.pieces(words, MAX_STATEMENT));
    if (lines.getFirst().isBlank() && marks.isEmpty()) {
      return List.of();
    }
    lines.replaceAll(line -> nextLead + line);
    lines.set(0, lead + lines.getFirst().substring(nextLead.length()));
    // More marks than anybody reads must not break the limit of a text.
    lines.set(lines.size() - 1, lines.getLast() + fitting(Words.marks(marks)));
    return lines;
  }

  private static String fitting(String marks) {
    int max = DiscordLimit.TEXT - MAX_STATEMENT - MAX_COLUMNS;
    return marks.length() <= max ? marks : marks.substring(0, marks.lastIndexOf('[', max));
  }

  private static String bold(String words) {
    String safe = DiscordText.markdown(words, MAX_HEADING);
    return safe.isBlank() ? "" : "**" + safe + "**";
  }

  // ---- tables

  private void table(Table table) {
    List<List<String>> rows = new ArrayList<>();
    for (Table.Row row : table.rows()) {
      List<String> cells = new ArrayList<>(row.cells().stream().map(DiscordText::code).toList());
      cells.set(cells.size() - 1, cells.getLast() + Words.marks(row.marks()));
      rows.add(cells);
    }
    var columns =
        new TextTable(
            table.header().stream().map(DiscordText::code).toList(), rows, OptionalInt.empty());
    boolean isNarrow =
        columns.header().stream().allMatch(line -> DiscordText.length(line) <= MAX_COLUMNS)
            && columns.rows().stream()
                .flatMap(List::stream)
                .allMatch(line -> DiscordText.length(line) <= MAX_COLUMNS);
    if (isNarrow) {
      monospaced(columns);
    } else {
      table.rows().forEach(row -> record(table.header(), row));
    }
    close();
  }

  /** A code block, or several with the same header when one is too long for a message. */
  private void monospaced(TextTable table) {
    String header = String.join("\n", table.header()) + "\n";
    var block = new StringBuilder();
    for (List<String> row : table.rows()) {
      String lines = String.join("\n", row) + "\n";
      if (!block.isEmpty() && header.length() + block.length() + lines.length() > MAX_STATEMENT) {
        text(FENCE + "\n" + header + block + FENCE);
        block.setLength(0);
      }
      block.append(lines);
    }
    text(FENCE + "\n" + header + block + FENCE);
  }

  /** A row as an item: the first cell names it, the others have the names of their columns. */
  private void record(List<String> header, Table.Row row) {
    List<String> named = new ArrayList<>();
    for (int i = 1; i < header.size(); i++) {
      String cell = row.cells().get(i);
      if (!cell.isBlank()) {
        named.add(header.get(i) + ": " + cell);
      }
    }
    String first = row.cells().getFirst();
    if (DiscordText.markdown(first).length() > MAX_HEADING) {
      named.addFirst(first);
      first = "";
    }
    String lead = BULLET + bold(first);
    if (named.isEmpty()) {
      text(lead + fitting(Words.marks(row.marks())));
    } else {
      statement(first.isBlank() ? lead : lead + " – ", String.join("; ", named), row.marks());
    }
  }

  // ---- comparisons

  private void comparison(Comparison comparison) {
    for (Comparison.Topic topic : comparison.topics()) {
      close();
      text(bold(topic.name()));
      for (int i = 0; i < comparison.columns().size(); i++) {
        side(comparison.columns().get(i), topic.cells().get(i));
      }
    }
    close();
  }

  /** One line where one side has one thing to say or none, else a list. */
  private void side(String column, List<Item> items) {
    String name = BULLET + bold(column) + ":";
    switch (items.size()) {
      case 0 -> text(name + " *" + Words.GAP + "*");
      case 1 -> statement(name + " ", items.getFirst().text(), items.getFirst().marks());
      default -> {
        text(name);
        items.forEach(item -> statement(NESTED, item.text(), item.marks()));
      }
    }
  }

  // ---- the rest

  private void quote(Quote quote) {
    close();
    text(bold(quote.place()));
    for (Quote.Line line : quote.lines()) {
      String number =
          switch (line.role()) {
            case CITED -> "**" + line.number() + "** ";
            case AROUND -> line.number() + " ";
          };
      lines(QUOTED + number, QUOTED, line.text(), List.of()).forEach(this::text);
    }
    close();
  }

  private void image(Image image) {
    switch (charts.apply(image.chart())) {
      case Drawing.Drawn drawn -> {
        String altText = DiscordText.plain(image.altText(), DiscordLimit.ALT_TEXT);
        open.add(new Chart(drawn, altText.isBlank() ? "Chart" : altText));
      }
      case Drawing.NoFonts _ -> statement("", image.altText(), List.of());
    }
    close();
  }

  private void sources(Sources sources) {
    close();
    open.add(new Divider());
    text("**Sources**");
    if (sources.quotes() == Sources.Quotes.NONE) {
      Words.places(sources.citations())
          .forEach(place -> DiscordText.pieces(place, MAX_STATEMENT).forEach(this::small));
    } else {
      for (Citation citation : sources.citations()) {
        DiscordText.pieces(Words.source(citation, sources.quotes()), MAX_STATEMENT)
            .forEach(this::small);
      }
    }
    close();
  }

  private record Asked(String id, String question, String label) {}

  private void suggestions(List<String> questions) {
    close();
    small("You could ask next:");
    Optional<Frame.Questions> pressed = frame.questions();
    if (pressed.isEmpty()) {
      questions.forEach(question -> statement(BULLET, question, List.of()));
      close();
      return;
    }
    List<Asked> asked = new ArrayList<>();
    for (String question : questions) {
      String id = Frame.requireId(pressed.get().ids().id(question));
      String label = label(question, Integer.MAX_VALUE / 4);
      if (ids.add(id)) {
        asked.add(new Asked(id, question, label));
      }
    }
    boolean areFew = asked.size() <= DiscordLimit.ROW_BUTTONS;
    boolean areShort =
        asked.stream().allMatch(one -> DiscordText.length(one.label()) <= DiscordLimit.BUTTON);
    if (asked.isEmpty()) {
      open.clear();
    } else if (areFew && areShort) {
      buttonRows(asked.stream().map(one -> Button.secondary(one.id(), one.label())).toList());
    } else if (areFew) {
      for (Asked one : asked) {
        open.add(
            new Beside(
                new Text(orDash(DiscordText.markdown(one.question(), MAX_QUESTION))),
                Button.secondary(one.id(), "Ask")));
      }
    } else {
      select(pressed.get().select(), asked);
    }
    close();
  }

  private void select(String id, List<Asked> asked) {
    if (!ids.add(id)) {
      asked.forEach(one -> statement(BULLET, one.question(), List.of()));
      return;
    }
    List<SelectOption> options =
        asked.stream()
            .limit(DiscordLimit.OPTIONS)
            .map(one -> SelectOption.of(label(one.question(), DiscordLimit.OPTION), one.id()))
            .toList();
    open.add(
        new Row(
            ActionRow.of(
                StringSelectMenu.create(id)
                    .setPlaceholder("Choose a question")
                    .addOptions(options)
                    .build())));
  }

  /** Discord takes one component with an id, so what would do the same again is left out. */
  private void buttons(List<Block.Button> buttons) {
    close();
    buttonRows(
        buttons.stream()
            .filter(button -> ids.add(Frame.requireId(button.id())))
            .map(
                button -> Button.secondary(button.id(), label(button.label(), DiscordLimit.BUTTON)))
            .toList());
    close();
  }

  private void buttonRows(List<Button> buttons) {
    for (int i = 0; i < buttons.size(); i += DiscordLimit.ROW_BUTTONS) {
      List<? extends ActionRowChildComponent> row =
          buttons.subList(i, Math.min(i + DiscordLimit.ROW_BUTTONS, buttons.size()));
      open.add(new Row(ActionRow.of(row)));
    }
  }

  private static String label(String words, int maxChars) {
    return orDash(DiscordText.plain(words, maxChars));
  }

  private static String orDash(String text) {
    return text.isBlank() ? "–" : text;
  }
}
