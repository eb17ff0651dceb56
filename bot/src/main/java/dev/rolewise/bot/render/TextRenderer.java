package dev.rolewise.bot.render;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Citation;
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
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** Writes a reply as lines of text for a terminal, a pipe or a file. */
public final class TextRenderer implements Renderer<String> {
  /** Whether text carries escape sequences for weight and colour. */
  public enum Look {
    PLAIN,
    STYLED
  }

  /** Longest quote under an answer; a longer one is cut at a word and ends in an ellipsis. */
  static final int MAX_QUOTE_CHARS = 160;

  /** Columns of the terminal that each side of a comparison needs to stand beside the others. */
  private static final int MIN_COMPARED_COLUMNS = 34;

  private static final String BOLD = "\u001b[1m";
  private static final String DIM = "\u001b[2m";
  private static final String RESET = "\u001b[0m";

  private final Look look;
  private final OptionalInt width;

  /**
   * A renderer for one kind of terminal.
   *
   * @param width columns to wrap at, or empty not to wrap
   */
  public TextRenderer(Look look, OptionalInt width) {
    this.look = requireNonNull(look, "look");
    this.width = requireNonNull(width, "width");
  }

  /** The reply as lines, each ended by a line feed. */
  @Override
  public String render(Reply reply) {
    var text = new StringBuilder();
    for (Block block : reply.blocks()) {
      render(block, text);
    }
    return text.toString();
  }

  /** No switch: the first one over patterns costs a process that is just starting about 15 ms. */
  private void render(Block block, StringBuilder text) {
    if (block instanceof Heading(var words, var marks)) {
      separate(text);
      line(text, BOLD, "", SafeText.of(words) + Words.marks(marks));
    } else if (block instanceof Paragraph(var words, var marks)) {
      line(text, "", "", SafeText.of(words) + Words.marks(marks));
    } else if (block instanceof Item(var words, var marks)) {
      line(text, "", "- ", SafeText.of(words) + Words.marks(marks));
    } else if (block instanceof Table(var header, var rows)) {
      table(text, header, rows);
    } else if (block instanceof Comparison(var columns, var rows)) {
      comparison(text, columns, rows);
    } else if (block instanceof Quote(var place, var lines)) {
      quote(text, place, lines);
    } else if (block instanceof Image image) {
      image(text, image);
    } else if (block instanceof Note(var words)) {
      separate(text);
      line(text, DIM, "", SafeText.of(words));
    } else if (block instanceof Sources(var citations, var quotes)) {
      sources(text, citations, quotes);
    } else if (block instanceof Suggestions(var questions)) {
      suggestions(text, questions);
    } else if (!(block instanceof Buttons)) {
      throw new IllegalArgumentException("no text for " + block);
    }
    // Nothing can be pressed in a text.
  }

  private void table(StringBuilder text, List<String> header, List<Table.Row> rows) {
    List<List<String>> cells = new ArrayList<>();
    for (Table.Row row : rows) {
      List<String> shown = new ArrayList<>(row.cells().stream().map(SafeText::of).toList());
      shown.set(shown.size() - 1, shown.getLast() + Words.marks(row.marks()));
      cells.add(shown);
    }
    if (TextTable.isTooNarrow(header, cells, width)) {
      records(text, header, cells);
      return;
    }
    var table = new TextTable(header, cells, width);
    styled(text, BOLD, table.header());
    table.rows().forEach(row -> styled(text, "", row));
  }

  /** Each row as lines of its own, for terminals without room for columns. */
  private void records(StringBuilder text, List<String> header, List<List<String>> rows) {
    for (List<String> row : rows) {
      String lead = "- ";
      for (int i = 0; i < row.size(); i++) {
        if (!row.get(i).isEmpty()) {
          line(text, "", lead, header.get(i) + ": " + row.get(i));
          lead = "  ";
        }
      }
    }
  }

  private void comparison(StringBuilder text, List<String> columns, List<Comparison.Topic> rows) {
    List<String> names = columns.stream().map(SafeText::of).toList();
    boolean isWide = width.isPresent() && width.getAsInt() / names.size() >= MIN_COMPARED_COLUMNS;
    if (isWide) {
      separate(text);
      sideBySide(text, BOLD, names.stream().map(List::of).toList());
    }
    for (Comparison.Topic row : rows) {
      separate(text);
      line(text, BOLD, "", SafeText.of(row.name()));
      if (isWide) {
        sideBySide(text, "", row.cells().stream().map(TextRenderer::shown).toList());
      } else {
        for (int i = 0; i < names.size(); i++) {
          line(text, "", "", names.get(i) + ":");
          shown(row.cells().get(i)).forEach(item -> line(text, "", "  - ", item));
        }
      }
    }
  }

  private static List<String> shown(List<Item> cell) {
    return cell.isEmpty()
        ? List.of(Words.GAP)
        : cell.stream().map(item -> SafeText.of(item.text()) + Words.marks(item.marks())).toList();
  }

  /** Columns of the same width, each with its own lines. */
  private void sideBySide(StringBuilder text, String style, List<List<String>> cells) {
    int each = width.orElseThrow() / cells.size() - TextTable.SPACE;
    boolean areItems = style.isEmpty();
    List<List<String>> wrapped = new ArrayList<>();
    for (List<String> cell : cells) {
      List<String> lines = new ArrayList<>();
      cell.forEach(item -> lines.addAll(TextTable.wrap(areItems ? "- " : "", item, each)));
      wrapped.add(lines);
    }
    styled(text, style, TextTable.beside(wrapped, Collections.nCopies(cells.size(), each)));
  }

  /** Bars where they have room, words elsewhere. */
  private void image(StringBuilder text, Image image) {
    List<String> bars = ChartText.textBars(image.chart(), width.orElse(0));
    if (bars.isEmpty()) {
      line(text, "", "", SafeText.of(image.altText()));
    } else {
      styled(text, "", bars);
    }
  }

  private void quote(StringBuilder text, String place, List<Quote.Line> lines) {
    separate(text);
    line(text, BOLD, "", SafeText.of(place));
    for (Quote.Line quoted : lines) {
      boolean isCited = quoted.role() == Quote.Role.CITED;
      line(
          text,
          isCited ? "" : DIM,
          (isCited ? "> " : "  ") + quoted.number() + ": ",
          SafeText.of(quoted.text()));
    }
  }

  private void sources(StringBuilder text, List<Citation> citations, Sources.Quotes quotes) {
    separate(text);
    line(text, BOLD, "", "Sources");
    if (quotes == Sources.Quotes.NONE) {
      Words.places(citations).forEach(place -> line(text, DIM, "", SafeText.of(place)));
      return;
    }
    for (Citation citation : citations) {
      String quote = SafeText.of(citation.quote());
      String shown =
          switch (quotes) {
            case SHORT -> VisibleText.shorten(quote, MAX_QUOTE_CHARS);
            case WHOLE -> quote;
            case NONE -> "";
          };
      line(
          text,
          DIM,
          "[" + citation.number() + "] ",
          SafeText.of(Words.place(citation)) + ": \"" + shown + "\"");
    }
  }

  private void suggestions(StringBuilder text, List<String> questions) {
    separate(text);
    line(text, BOLD, "", "You could ask next:");
    for (String question : questions) {
      line(text, "", "- ", SafeText.of(question));
    }
  }

  private static void separate(StringBuilder text) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
  }

  private void line(StringBuilder text, String style, String lead, String words) {
    styled(
        text,
        style,
        width.isEmpty() ? List.of(lead + words) : TextTable.wrap(lead, words, width.getAsInt()));
  }

  private void styled(StringBuilder text, String style, List<String> lines) {
    boolean isStyled = look == Look.STYLED && !style.isEmpty();
    for (String line : lines) {
      text.append(isStyled ? style : "").append(line).append(isStyled ? RESET : "").append('\n');
    }
  }
}
