package dev.rolewise.bot.render;

import static java.util.stream.Collectors.joining;

import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Group;
import dev.rolewise.bot.render.PayChart.Mark;
import dev.rolewise.bot.render.PayChart.Span;
import java.util.ArrayList;
import java.util.List;

/** A pay chart without a picture: its figures in words, and as bars of characters. */
public final class ChartText {
  /**
   * Longest alternative text. Discord refuses a message with a longer one, Slack takes 2,000
   * characters.
   */
  public static final int MAX_ALT_CHARS = 1024;

  /** Narrowest terminal that bars are drawn for. */
  public static final int MIN_COLUMNS = 60;

  private static final int MAX_ALT_TITLE_CHARS = 200;
  private static final int MAX_ALT_CAPTION_CHARS = 300;
  private static final int MAX_COLUMNS = 120;
  private static final int MAX_LABEL_COLUMNS = 28;
  private static final int MAX_LABEL_LINES = 2;
  private static final String INDENT = "  ";
  private static final String GAP = "  ";
  private static final String FADING = "▓▒░";

  private static final ChartLines LINES =
      new ChartLines(text -> text.codePointCount(0, text.length()));

  private ChartText() {}

  /**
   * The same figures in words, at most {@value #MAX_ALT_CHARS} characters. When they are too long,
   * whole bars are left out from the end, and the text says how many.
   */
  public static String altText(PayChart chart) {
    String start =
        sentence(VisibleText.shorten(SafeText.of(chart.title()), MAX_ALT_TITLE_CHARS))
            + sentence(VisibleText.shorten(SafeText.of(chart.caption()), MAX_ALT_CAPTION_CHARS))
            + sentence("Pay in " + ChartWords.unit(chart));
    int all = chart.bars().size();
    for (int shown = all; shown > 0; shown--) {
      String text = start + bars(chart, shown) + omitted(all - shown);
      if (text.strip().length() <= MAX_ALT_CHARS) {
        return text.strip();
      }
    }
    return (start + omitted(all)).strip();
  }

  private static String bars(PayChart chart, int shown) {
    var text = new StringBuilder();
    int left = shown;
    for (Group group : chart.groups()) {
      List<Bar> bars = group.bars().subList(0, Math.min(left, group.bars().size()));
      if (!bars.isEmpty()) {
        String role = ChartWords.needsHeading(chart, group) ? SafeText.of(group.role()) + ": " : "";
        text.append(sentence(role + bars.stream().map(ChartText::words).collect(joining("; "))));
      }
      left -= bars.size();
    }
    return text.toString();
  }

  private static String words(Bar bar) {
    return SafeText.of(bar.label())
        + " "
        + String.join(", ", ChartWords.amounts(bar)).replace('\u00a0', ' ');
  }

  private static String omitted(int bars) {
    return switch (bars) {
      case 0 -> "";
      case 1 -> "1 more bar is only in the picture.";
      default -> bars + " more bars are only in the picture.";
    };
  }

  private static String sentence(String text) {
    if (text.isBlank()) {
      return "";
    }
    return text + (text.endsWith(".") ? " " : ". ");
  }

  /**
   * Bars of block characters with their labels and amounts, no line wider than the terminal.
   *
   * @param columns width of the terminal
   * @return lines without line feeds; none for a terminal of less than {@value #MIN_COLUMNS}
   *     columns
   */
  public static List<String> textBars(PayChart chart, int columns) {
    if (columns < MIN_COLUMNS) {
      return List.of();
    }
    return new Bars(chart, Math.min(columns, MAX_COLUMNS)).lines();
  }

  /** The lines of one chart in one width. */
  private static final class Bars {
    private final PayChart chart;
    private final PayScale scale;
    private final int columns;
    private final int labelColumns;
    private final int barColumns;
    private final int amountColumns;
    private final List<String> lines = new ArrayList<>();

    Bars(PayChart chart, int columns) {
      this.chart = chart;
      this.columns = columns;
      this.scale = PayScale.of(chart);
      List<Bar> bars = chart.bars();
      labelColumns =
          Math.min(
              LINES.widest(bars.stream().map(bar -> SafeText.of(bar.label())).toList()),
              Math.min(MAX_LABEL_COLUMNS, columns / 4));
      amountColumns =
          Math.min(
              LINES.widest(bars.stream().flatMap(bar -> ChartWords.amounts(bar).stream()).toList()),
              columns * 2 / 5);
      barColumns =
          columns - INDENT.length() - labelColumns - GAP.length() - amountColumns - GAP.length();
    }

    List<String> lines() {
      lines.addAll(LINES.wrap(SafeText.of(chart.title()), columns));
      for (Group group : chart.groups()) {
        lines.add("");
        if (ChartWords.needsHeading(chart, group)) {
          lines.addAll(LINES.wrap(SafeText.of(group.role()), columns));
        }
        for (Bar bar : group.bars()) {
          add(bar);
        }
      }
      lines.add("");
      scale();
      legend();
      if (!chart.caption().isBlank()) {
        lines.addAll(LINES.wrap(SafeText.of(chart.caption()), columns));
      }
      return List.copyOf(lines);
    }

    private void add(Bar bar) {
      List<String> label = LINES.wrap(SafeText.of(bar.label()), labelColumns, MAX_LABEL_LINES);
      var amounts = new ArrayList<String>();
      for (String amount : ChartWords.amounts(bar)) {
        amounts.addAll(LINES.wrap(amount, amountColumns));
      }
      for (int i = 0; i < Math.max(label.size(), amounts.size()); i++) {
        row(
            i < label.size() ? label.get(i) : "",
            i == 0 ? cells(bar) : "",
            i < amounts.size() ? amounts.get(i).replace('\u00a0', ' ') : "");
      }
    }

    private void row(String label, String bar, String amount) {
      String row =
          INDENT + padded(label, labelColumns) + GAP + padded(bar, barColumns) + GAP + amount;
      lines.add(row.stripTrailing());
    }

    /** A cell is drawn in halves; what is open fades out. */
    private String cells(Bar bar) {
      char[] cells = " ".repeat(barColumns).toCharArray();
      bar.span().ifPresent(span -> draw(span, cells));
      bar.mark().ifPresent(mark -> cells[cell(mark.value())] = sign(mark.kind()));
      return new String(cells);
    }

    private void draw(Span span, char[] cells) {
      int halves = 2 * cells.length;
      int from = Math.min((int) Math.round(scale.position(span.from()) * halves), halves - 1);
      int to = Math.max((int) Math.round(scale.position(span.to()) * halves), from + 1);
      for (int half = from; half < to; half++) {
        char other = cells[half / 2];
        cells[half / 2] = half % 2 == 0 ? '▌' : other == '▌' ? '█' : '▐';
      }
      int first = from / 2;
      int last = (to - 1) / 2;
      for (int i = 0; i < FADING.length(); i++) {
        if (span.isOpenAbove() && last + 1 + i < cells.length) {
          cells[last] = cells[last] == '▌' ? '█' : cells[last];
          cells[last + 1 + i] = FADING.charAt(i);
        }
        if (span.isOpenBelow() && first - 1 - i >= 0) {
          cells[first] = cells[first] == '▐' ? '█' : cells[first];
          cells[first - 1 - i] = FADING.charAt(i);
        }
      }
    }

    private int cell(double value) {
      return Math.min((int) (scale.position(value) * barColumns), barColumns - 1);
    }

    private void scale() {
      String from = PayScale.tick(scale.min(), chart.currency());
      String to = PayScale.tick(scale.max(), chart.currency());
      int between = barColumns - from.length() - to.length();
      row("", from + " ".repeat(Math.max(1, between)) + to, "");
    }

    private void legend() {
      var legend = new StringBuilder(ChartWords.unit(chart));
      for (Mark.Kind kind : ChartWords.kinds(chart)) {
        legend.append("\u00a0· ").append(sign(kind)).append('\u00a0').append(kind.words());
      }
      int start = INDENT.length() + labelColumns + GAP.length();
      for (String line : LINES.wrap(legend.toString(), columns - start)) {
        lines.add(" ".repeat(start) + line.replace('\u00a0', ' '));
      }
    }

    private static char sign(Mark.Kind kind) {
      return switch (kind) {
        case AVERAGE -> '◆';
        case MEDIAN -> '┃';
        case SINGLE -> '●';
      };
    }

    private static String padded(String text, int columns) {
      return text + " ".repeat(Math.max(0, columns - text.codePointCount(0, text.length())));
    }
  }
}
