package dev.rolewise.bot.render;

import static java.awt.RenderingHints.KEY_ANTIALIASING;
import static java.awt.RenderingHints.KEY_FRACTIONALMETRICS;
import static java.awt.RenderingHints.KEY_STROKE_CONTROL;
import static java.awt.RenderingHints.KEY_TEXT_ANTIALIASING;
import static java.awt.RenderingHints.VALUE_ANTIALIAS_ON;
import static java.awt.RenderingHints.VALUE_FRACTIONALMETRICS_ON;
import static java.awt.RenderingHints.VALUE_STROKE_PURE;
import static java.awt.RenderingHints.VALUE_TEXT_ANTIALIAS_ON;

import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Group;
import dev.rolewise.bot.render.PayChart.Mark;
import dev.rolewise.bot.render.PayChart.Span;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws a pay chart as a PNG: a light card with a border, so that it reads on light and on dark
 * pages. Every amount stands beside its bar in the words of its document; only the ticks of the
 * axis are numbers of the program's own. On one machine the same chart always gives the same bytes.
 * Safe for use by many threads.
 */
public final class ChartImage {
  /** Width of every picture; its height grows with the bars. */
  public static final int WIDTH = 800;

  /** What became of a chart. */
  public sealed interface Drawing {
    /** It was drawn. */
    final class Drawn implements Drawing {
      private final byte[] png;

      Drawn(byte[] png) {
        this.png = png;
      }

      /** The picture as a PNG file. */
      public byte[] png() {
        return png.clone();
      }
    }

    /** Java found no font on this machine; trying again does not help. */
    record NoFonts() implements Drawing {
      /** What to do, for a person. */
      public String advice() {
        return "Charts need fonts, and this machine has none that Java can use: install fontconfig"
            + " and a font such as fonts-dejavu-core, then start Rolewise again.";
      }
    }
  }

  static final Color CARD = new Color(0xFFFFFF);
  static final Color BAR = new Color(0x2F6FB7);
  static final Color AVERAGE = new Color(0xC2410C);
  static final Color MEDIAN = new Color(0x101828);
  static final Color SINGLE = new Color(0x17406F);
  private static final Color BORDER = new Color(0x98A2B3);
  private static final Color BAND = new Color(0xEDF1F6);
  private static final Color GRID = new Color(0xE1E6ED);
  private static final Color GUIDE = new Color(0xCBD3DD);
  private static final Color INK = new Color(0x101828);
  private static final Color SOFT_INK = new Color(0x475467);

  private static final int MARGIN = 24;
  private static final int INDENT = 10;
  private static final int MAX_LABEL_WIDTH = 190;
  private static final int MIN_LABEL_WIDTH = 40;
  private static final int MIN_PLOT_WIDTH = 320;
  private static final int AMOUNT_GAP = 8;

  /** Least room at both ends of the axis, so that XChart cuts off no marker. */
  private static final int MIN_EDGE = 14;

  /** XChart draws nothing sensible on less; what rises above the rows is painted over. */
  private static final int MIN_PLOT_HEIGHT = 96;

  private static final int MAX_TITLE_LINES = 3;
  private static final int MAX_LABEL_LINES = 2;
  private static final int BAR_THICKNESS = 16;
  private static final int MIN_BAR_LENGTH = 4;
  private static final int OPEN_END_LENGTH = 26;
  private static final int MARKER_SIZE = 15;
  private static final int ROW_PADDING = 8;
  private static final int GROUP_GAP = 10;

  static {
    // A server has no screen, and a desktop need not show a program that only draws into memory.
    if (System.getProperty("java.awt.headless") == null) {
      System.setProperty("java.awt.headless", "true");
    }
  }

  private final BooleanSupplier fontProbe;

  /** Draws with the fonts of this machine. */
  public ChartImage() {
    this(ChartImage::canMeasure);
  }

  /**
   * Draws with the fonts that the probe finds.
   *
   * @param fontProbe whether a text can be measured; false or throws where there are no fonts
   */
  ChartImage(BooleanSupplier fontProbe) {
    this.fontProbe = fontProbe;
  }

  /** The picture, or why there is none. */
  public Drawing draw(PayChart chart) {
    if (!hasFonts()) {
      return new Drawing.NoFonts();
    }
    return new Drawing.Drawn(png(new Card(chart).paint()));
  }

  private static boolean canMeasure() {
    var context = new FontRenderContext(null, true, true);
    return new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds("0", context).getWidth() > 0;
  }

  /** Java reports a machine without fonts by exceptions and errors of many types. */
  private boolean hasFonts() {
    try {
      return fontProbe.getAsBoolean();
    } catch (RuntimeException | InternalError | LinkageError e) {
      return false;
    }
  }

  private static byte[] png(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A text in one style. */
  private record Style(Font font, Color color, int lineHeight) {
    Style(int fontStyle, int size, Color color) {
      this(new Font(Font.SANS_SERIF, fontStyle, size), color, Math.round(size * 1.35f));
    }

    ChartLines lines() {
      var context = new FontRenderContext(null, true, true);
      return new ChartLines(
          text -> (int) Math.ceil(font.getStringBounds(text, context).getWidth()));
    }
  }

  /** The lines of a heading and where they stand, from the top of the rows. */
  private record Heading(List<String> lines, int top, int height) {}

  /** The texts of a bar and where they stand, from the top of the rows. */
  private record Row(Bar bar, List<String> label, List<Amount> amounts, int top, int height) {
    int middle() {
      return top + height / 2;
    }
  }

  /** A line of an amount. */
  private record Amount(String text, Style style) {}

  /** Space around the plot inside an XChart picture. */
  private record Insets(int left, int top, int right, int bottom) {}

  /** One picture. */
  private static final class Card {
    private final Style titleStyle = new Style(Font.BOLD, 20, INK);
    private final Style roleStyle = new Style(Font.BOLD, 14, INK);
    private final Style labelStyle = new Style(Font.PLAIN, 13, INK);
    private final Style amountStyle = new Style(Font.BOLD, 13, INK);
    private final Style markStyle = new Style(Font.PLAIN, 13, INK);
    private final Style smallStyle = new Style(Font.PLAIN, 12, SOFT_INK);

    private final PayChart chart;
    private final PayScale scale;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final int labelLeft;
    private final int labelWidth;
    private final int amountWidth;
    private final int edgeWidth;
    private final int plotLeft;
    private final int plotWidth;
    private final int rowsHeight;
    private final int plotHeight;

    Card(PayChart chart) {
      this.chart = chart;
      scale = PayScale.of(chart);
      boolean hasHeadings =
          chart.groups().stream().anyMatch(group -> ChartWords.needsHeading(chart, group));
      labelLeft = MARGIN + (hasHeadings ? INDENT : 0);
      labelWidth = labelWidth();
      amountWidth = amountWidth();
      edgeWidth = edgeWidth();
      plotLeft = labelLeft + labelWidth;
      plotWidth = WIDTH - MARGIN - amountWidth - AMOUNT_GAP - plotLeft;
      rowsHeight = layOutRows();
      plotHeight = Math.max(rowsHeight, MIN_PLOT_HEIGHT);
    }

    private int labelWidth() {
      List<String> labels = chart.bars().stream().map(bar -> SafeText.of(bar.label())).toList();
      return Math.clamp(labelStyle.lines().widest(labels), MIN_LABEL_WIDTH, MAX_LABEL_WIDTH);
    }

    private int amountWidth() {
      int widest = 0;
      for (Bar bar : chart.bars()) {
        List<String> amounts = ChartWords.amounts(bar);
        for (int i = 0; i < amounts.size(); i++) {
          widest = Math.max(widest, amountStyle(i).lines().widest(List.of(amounts.get(i))));
        }
      }
      return Math.min(
          widest, WIDTH - MARGIN - labelLeft - labelWidth - AMOUNT_GAP - MIN_PLOT_WIDTH);
    }

    /** XChart leaves out the label of a tick that would not fit in whole. */
    private int edgeWidth() {
      List<String> ticks =
          List.of(
              PayScale.tick(scale.min(), chart.currency()),
              PayScale.tick(scale.max(), chart.currency()));
      return Math.max(MIN_EDGE, smallStyle.lines().widest(ticks) / 2 + 4);
    }

    private Style amountStyle(int index) {
      return index == 0 ? amountStyle : markStyle;
    }

    private int layOutRows() {
      int y = 0;
      for (Group group : chart.groups()) {
        y += y == 0 ? 0 : GROUP_GAP;
        if (ChartWords.needsHeading(chart, group)) {
          List<String> lines =
              roleStyle
                  .lines()
                  .wrap(
                      SafeText.of(group.role()), WIDTH - 2 * MARGIN - 2 * INDENT, MAX_LABEL_LINES);
          int height = lines.size() * roleStyle.lineHeight() + 8;
          headings.add(new Heading(lines, y, height));
          y += height + 4;
        }
        for (Bar bar : group.bars()) {
          Row row = row(bar, y);
          rows.add(row);
          y += row.height();
        }
      }
      return y + 4;
    }

    private Row row(Bar bar, int top) {
      List<String> label =
          labelStyle.lines().wrap(SafeText.of(bar.label()), labelWidth, MAX_LABEL_LINES);
      var amounts = new ArrayList<Amount>();
      List<String> texts = ChartWords.amounts(bar);
      for (int i = 0; i < texts.size(); i++) {
        Style style = amountStyle(i);
        for (String line : style.lines().wrap(texts.get(i), amountWidth)) {
          amounts.add(new Amount(line, style));
        }
      }
      int text =
          Math.max(
              label.size() * labelStyle.lineHeight(), amounts.size() * amountStyle.lineHeight());
      return new Row(
          bar, label, amounts, top, Math.max(text, MARKER_SIZE * 2 - 6) + 2 * ROW_PADDING);
    }

    BufferedImage paint() {
      List<String> title =
          titleStyle.lines().wrap(SafeText.of(chart.title()), WIDTH - 2 * MARGIN, MAX_TITLE_LINES);
      List<String> caption =
          chart.caption().isBlank()
              ? List.of()
              : smallStyle.lines().wrap(SafeText.of(chart.caption()), WIDTH - 2 * MARGIN);
      List<Mark.Kind> kinds = List.copyOf(ChartWords.kinds(chart));
      int legendTop = MARGIN - 4 + title.size() * titleStyle.lineHeight();
      int rowsTop = legendTop + (kinds.isEmpty() ? 0 : smallStyle.lineHeight() + 8) + 12;
      Insets insets = insets();
      int captionTop = rowsTop + rowsHeight + insets.bottom() + 8;
      int height =
          captionTop
              + caption.size() * smallStyle.lineHeight()
              + (caption.isEmpty() ? 0 : 4)
              + MARGIN
              - 8;

      var image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
      Graphics2D g = graphics(image);
      try {
        g.setColor(CARD);
        g.fillRect(0, 0, WIDTH, height);
        int left = plotLeft - insets.left();
        int top = rowsTop + rowsHeight - plotHeight - insets.top();
        g.translate(left, top);
        plot()
            .paint(
                g,
                insets.left() + plotWidth + insets.right(),
                insets.top() + plotHeight + insets.bottom());
        g.translate(-left, -top);
        hint(g);
        g.setColor(CARD);
        g.fillRect(0, 0, WIDTH, rowsTop);
        g.translate(0, rowsTop);
        paintHeadings(g);
        paintRows(g);
        g.translate(0, -rowsTop);
        paint(g, title, titleStyle, MARGIN, MARGIN - 4);
        paintLegend(g, kinds, legendTop + 8);
        paint(g, caption, smallStyle, MARGIN, captionTop);
        g.setStroke(new BasicStroke(2));
        g.setColor(BORDER);
        g.draw(new Rectangle2D.Double(1, 1, WIDTH - 2, height - 2));
      } finally {
        g.dispose();
      }
      return image;
    }

    private static Graphics2D graphics(BufferedImage image) {
      Graphics2D g = image.createGraphics();
      hint(g);
      return g;
    }

    private static void hint(Graphics2D g) {
      g.setRenderingHint(KEY_ANTIALIASING, VALUE_ANTIALIAS_ON);
      g.setRenderingHint(KEY_TEXT_ANTIALIASING, VALUE_TEXT_ANTIALIAS_ON);
      g.setRenderingHint(KEY_FRACTIONALMETRICS, VALUE_FRACTIONALMETRICS_ON);
      g.setRenderingHint(KEY_STROKE_CONTROL, VALUE_STROKE_PURE);
    }

    private void paintHeadings(Graphics2D g) {
      for (Heading heading : headings) {
        g.setColor(BAND);
        g.fillRect(MARGIN, heading.top(), WIDTH - 2 * MARGIN, heading.height());
        paint(g, heading.lines(), roleStyle, MARGIN + INDENT, heading.top() + 4);
      }
    }

    private void paintRows(Graphics2D g) {
      for (Row row : rows) {
        int labelHeight = row.label().size() * labelStyle.lineHeight();
        paint(g, row.label(), labelStyle, labelLeft, row.middle() - labelHeight / 2);
        int x = WIDTH - MARGIN - amountWidth;
        int y = row.middle() - row.amounts().size() * amountStyle.lineHeight() / 2;
        for (Amount amount : row.amounts()) {
          paintAmount(g, amount, x, y);
          y += amountStyle.lineHeight();
        }
      }
    }

    /** The number of the citation is lighter than the amount. */
    private void paintAmount(Graphics2D g, Amount amount, int x, int y) {
      int mark = amount.text().lastIndexOf('\u00a0');
      String words = mark < 0 ? amount.text() : amount.text().substring(0, mark);
      paint(g, List.of(words), amount.style(), x, y);
      if (mark >= 0) {
        int width = amount.style().lines().widest(List.of(words + "\u00a0"));
        paint(g, List.of(amount.text().substring(mark + 1)), smallStyle, x + width, y + 1);
      }
    }

    private void paintLegend(Graphics2D g, List<Mark.Kind> kinds, int top) {
      int x = MARGIN;
      for (Mark.Kind kind : kinds) {
        g.setColor(color(kind));
        ChartMarkers.of(kind).paint(g, x + 7, top + smallStyle.lineHeight() / 2.0, 12);
        paint(g, List.of(kind.words()), smallStyle, x + 20, top);
        x += 20 + smallStyle.lines().widest(List.of(kind.words())) + 20;
      }
    }

    private static void paint(Graphics2D g, List<String> lines, Style style, int x, int top) {
      g.setFont(style.font());
      g.setColor(style.color());
      int y = top + style.font().getSize();
      for (String line : lines) {
        g.drawString(line, x, y);
        y += style.lineHeight();
      }
    }

    /** How much room XChart takes for the axis, which depends on the fonts. */
    private Insets insets() {
      int width = plotWidth + 4 * MARGIN;
      int height = plotHeight + 4 * MARGIN;
      XYChart trial = plot();
      Graphics2D g = graphics(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
      try {
        trial.paint(g, width, height);
      } finally {
        g.dispose();
      }
      return new Insets(
          (int) Math.round(trial.getScreenXFromChart(scale.min() - edge())),
          (int) Math.round(trial.getScreenYFromChart(plotHeight)),
          width - (int) Math.round(trial.getScreenXFromChart(scale.max() + edge())),
          height - (int) Math.round(trial.getScreenYFromChart(0)));
    }

    /** The bars on their axis; upright, one unit is one pixel. */
    private XYChart plot() {
      var plot = new XYChart(WIDTH, plotHeight);
      style(plot.getStyler());
      plot.setXAxisTitle(ChartWords.unit(chart));
      for (Row row : rows) {
        double y = rowsHeight - row.middle();
        line(plot, scale.min(), scale.max(), y, GUIDE, 1);
        row.bar().span().ifPresent(span -> add(plot, span, y));
        row.bar()
            .mark()
            .ifPresent(mark ->
                point(plot, mark.value(), y, color(mark.kind()), ChartMarkers.of(mark.kind())));
      }
      return plot;
    }

    /** The edge in units of the scale. */
    private double edge() {
      return (scale.max() - scale.min()) * edgeWidth / (plotWidth - 2 * edgeWidth);
    }

    private void add(XYChart plot, Span span, double y) {
      if (span.isOpenAbove()) {
        point(plot, span.to(), y, BAR, openEnd(ChartMarkers.Direction.ABOVE));
      }
      if (span.isOpenBelow()) {
        point(plot, span.from(), y, BAR, openEnd(ChartMarkers.Direction.BELOW));
      }
      double length =
          (scale.position(span.to()) - scale.position(span.from())) * (plotWidth - 2 * edgeWidth);
      if (length < MIN_BAR_LENGTH) {
        double middle = (span.from() + span.to()) / 2;
        point(plot, middle, y, BAR, new ChartMarkers.Sliver(MIN_BAR_LENGTH, BAR_THICKNESS));
      } else {
        line(plot, span.from(), span.to(), y, BAR, BAR_THICKNESS);
      }
    }

    private static Marker openEnd(ChartMarkers.Direction direction) {
      return new ChartMarkers.OpenEnd(direction, OPEN_END_LENGTH, BAR_THICKNESS);
    }

    private static void line(
        XYChart plot, double from, double to, double y, Color color, int thickness) {
      XYSeries line = series(plot, new double[] {from, to}, new double[] {y, y});
      line.setLineColor(color);
      line.setLineStyle(new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
      line.setMarker(SeriesMarkers.NONE);
    }

    private static void point(XYChart plot, double x, double y, Color color, Marker marker) {
      series(plot, new double[] {x}, new double[] {y}).setMarkerColor(color).setMarker(marker);
    }

    private static XYSeries series(XYChart plot, double[] x, double[] y) {
      return plot.addSeries(Integer.toString(plot.getSeriesCollection().size()), x, y);
    }

    private static Color color(Mark.Kind kind) {
      return switch (kind) {
        case AVERAGE -> AVERAGE;
        case MEDIAN -> MEDIAN;
        case SINGLE -> SINGLE;
      };
    }

    private void style(XYStyler styler) {
      styler
          .setChartBackgroundColor(CARD)
          .setPlotBackgroundColor(CARD)
          .setPlotBorderVisible(false)
          .setLegendVisible(false)
          .setChartTitleVisible(false)
          .setChartPadding(0)
          .setPlotContentSize(1)
          .setMarkerSize(MARKER_SIZE)
          .setXAxisTitleColor(SOFT_INK)
          .setChartFontColor(SOFT_INK);
      styler
          .setXAxisMin(scale.min() - edge())
          .setXAxisMax(scale.max() + edge())
          .setXAxisTickMarkSpacingHint(plotWidth / scale.ticks())
          .setXAxisTickLabelsFormattingFunction(value -> PayScale.tick(value, chart.currency()))
          .setAxisTickLabelsFont(smallStyle.font())
          .setAxisTickLabelsColor(SOFT_INK)
          .setAxisTicksLineVisible(false)
          .setAxisTicksMarksVisible(false)
          .setAxisTitleFont(smallStyle.font())
          .setAxisTitlePadding(6)
          .setPlotMargin(0)
          .setPlotGridHorizontalLinesVisible(false)
          .setPlotGridVerticalLinesVisible(true)
          .setPlotGridLinesColor(GRID)
          .setPlotGridLinesStroke(new BasicStroke(1));
      styler.setYAxisTicksVisible(false);
      styler.setYAxisTitleVisible(false);
      styler.setYAxisMin(0.0);
      styler.setYAxisMax((double) plotHeight);
    }
  }
}
