package dev.rolewise.bot.render;

import static dev.rolewise.bot.render.Charts.AVP;
import static dev.rolewise.bot.render.Charts.FOUR_ROLES;
import static dev.rolewise.bot.render.Charts.bar;
import static dev.rolewise.bot.render.Charts.chart;
import static dev.rolewise.bot.render.Charts.group;
import static dev.rolewise.bot.render.Charts.mark;
import static dev.rolewise.bot.render.Charts.over;
import static dev.rolewise.bot.render.Charts.span;
import static dev.rolewise.bot.render.Charts.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.bot.render.ChartImage.Drawing;
import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Group;
import dev.rolewise.bot.render.PayChart.Mark;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartImageTest {
  private static final int FRAME = 2;
  private static final int MARGIN = 20;

  /** Columns of one colour in a row of pixels, both inclusive. */
  private record Run(int from, int to) {
    int length() {
      return to - from + 1;
    }

    double middle() {
      return (from + to) / 2.0;
    }
  }

  @Test
  void drawsBarsFromTheLowToTheHighAmount_onOneScale() {
    List<Run> bars =
        runs(
            draw(
                bar("Low", span(100_000, 200_000, "$100,000–$200,000", 1)),
                bar("High", span(200_000, 300_000, "$200,000–$300,000", 2)),
                bar("Both", span(100_000, 300_000, "$100,000–$300,000", 3))),
            ChartImage.BAR);

    assertThat(bars).hasSize(3);
    assertThat(bars.get(0).to()).isCloseTo(bars.get(1).from(), within(2));
    assertThat(bars.get(2).from()).isCloseTo(bars.get(0).from(), within(1));
    assertThat(bars.get(2).to()).isCloseTo(bars.get(1).to(), within(1));
    assertThat(bars.get(0).length()).isCloseTo(bars.get(1).length(), within(2));
    assertThat(bars.get(2).length()).isGreaterThan(150);
  }

  @Test
  void drawsAMarkAtItsAmountOnTheBar() {
    BufferedImage image =
        draw(
            bar("Salary", span(100_000, 300_000, "$100,000–$300,000", 1))
                .with(mark(Mark.Kind.AVERAGE, 200_000, "$200,000", 2)),
            bar("Salary", span(100_000, 300_000, "$100,000–$300,000", 1)));

    Run bar = runs(image, ChartImage.BAR).getLast();
    Run mark = runs(image, ChartImage.AVERAGE).getLast();
    assertThat(mark.middle()).isCloseTo(bar.middle(), within(1.0));
  }

  @Test
  void drawsMarksOfEachKindInTheirOwnColour() {
    BufferedImage image =
        draw(
            bar(mark(Mark.Kind.AVERAGE, 100_000, "$100,000", 1), "Average"),
            bar(mark(Mark.Kind.MEDIAN, 110_000, "$110,000", 2), "Median"),
            bar(mark(Mark.Kind.SINGLE, 120_000, "$120,000", 3), "Manager"));

    assertThat(runs(image, ChartImage.AVERAGE)).isNotEmpty();
    assertThat(runs(image, ChartImage.SINGLE)).isNotEmpty();
    assertThat(runs(image, ChartImage.BAR)).isEmpty();
  }

  @Test
  void fadesTowardsTheOpenEnd() {
    BufferedImage image =
        draw(
            bar("Closed", span(200_000, 300_000, "$200,000–$300,000", 1)),
            bar("Above", over(300_000, "$300,000+", 2)),
            bar("Below", upTo(200_000, "up to $200,000", 3)));

    Run closed = runs(image, ChartImage.BAR).getFirst();
    List<Integer> rows = barRows(image);
    assertThat(rows).hasSize(3);
    assertThat(brightness(image, closed.to() + 6, rows.get(1)))
        .isLessThan(brightness(image, closed.to() + 20, rows.get(1)));
    assertThat(brightness(image, closed.from() - 6, rows.get(2)))
        .isLessThan(brightness(image, closed.from() - 20, rows.get(2)));
    assertThat(brightness(image, closed.from() + 20, rows.get(2))).isGreaterThan(600);
  }

  @Test
  void drawsAVisibleBar_howeverShort() {
    List<Run> bars =
        runs(
            draw(
                bar("Short", span(118_000, 118_900, "$118,000 to $118,900", 1)),
                bar("Long", span(356_000, 3_616_000, "$356,000 to $3,616,000", 2))),
            ChartImage.BAR);

    assertThat(bars).hasSize(2);
    assertThat(bars.getFirst().length()).isBetween(2, 5);
    assertThat(bars.getLast().length()).isGreaterThan(150);
  }

  @Test
  void isAsWideAsPlatformsShow_andGrowsWithTheBars() {
    BufferedImage two = decode(AVP);
    BufferedImage seven = decode(FOUR_ROLES);

    assertThat(two.getWidth()).isEqualTo(800);
    assertThat(seven.getWidth()).isEqualTo(800);
    assertThat(two.getHeight()).isBetween(150, 300);
    assertThat(seven.getHeight()).isBetween(two.getHeight() + 200, 800);
  }

  @Test
  void isALightOpaqueCardInADarkerFrame_soThatItReadsOnAnyPage() {
    BufferedImage image = decode(AVP);

    assertThat(image.getColorModel().hasAlpha()).isFalse();
    assertThat(new Color(image.getRGB(0, 0))).isNotEqualTo(ChartImage.CARD);
    assertThat(new Color(image.getRGB(FRAME + 2, FRAME + 2))).isEqualTo(ChartImage.CARD);
  }

  @Test
  void keepsEverythingInsideTheMargins_howeverLongTheTexts() {
    String words = "Associate Vice President of Artificial Intelligence and Machine Learning ";
    PayChart chart =
        chart(
            words.repeat(5).strip(),
            group(
                words.repeat(3).strip(),
                bar(words.repeat(2), span(1, 2, "from a low $100,000 ".repeat(6), 12))
                    .with(mark(Mark.Kind.MEDIAN, 2, "somewhere near $150,000 ".repeat(4), 13)),
                bar("X".repeat(200), span(1, 2, "$" + "1".repeat(200), 14))),
            group("Y".repeat(200), bar("Base", upTo(3, "up to $3", 15))));

    BufferedImage image = decode(chart);

    for (int y = FRAME; y < image.getHeight() - FRAME; y++) {
      for (int x = FRAME; x < MARGIN; x++) {
        assertThat(new Color(image.getRGB(x, y))).isEqualTo(ChartImage.CARD);
        assertThat(new Color(image.getRGB(image.getWidth() - 1 - x, y))).isEqualTo(ChartImage.CARD);
      }
    }
  }

  @Test
  void drawsASingleMarkWithoutACaption() {
    var chart =
        new PayChart(
            "AI Researcher",
            "",
            AVP.currency(),
            AVP.period(),
            List.of(
                group(
                    "AI Researcher",
                    bar(mark(Mark.Kind.AVERAGE, 108_932, "$108,932", 1), "Average base salary"))));

    assertThat(decode(chart).getHeight()).isBetween(100, 200);
  }

  @Test
  void givesTheSameBytesForTheSameChart() {
    assertThat(png(FOUR_ROLES)).isEqualTo(png(FOUR_ROLES));
  }

  @Test
  void saysWhatToInstall_whenThereAreNoFonts() {
    var image =
        new ChartImage(() -> {
          throw new InternalError("Fontconfig head is null, check your fonts");
        });

    assertThat(image.draw(AVP))
        .isInstanceOfSatisfying(
            Drawing.NoFonts.class,
            noFonts ->
                assertThat(noFonts.advice())
                    .isEqualTo(
                        "Charts need fonts, and this machine has none that Java can use: install"
                            + " fontconfig and a font such as fonts-dejavu-core, then start"
                            + " Rolewise again."));
  }

  private static BufferedImage draw(Bar... bars) {
    Group group = group("AVP of AI/ML", bars);
    return decode(chart("Pay", group));
  }

  private static byte[] png(PayChart chart) {
    return switch (new ChartImage().draw(chart)) {
      case Drawing.Drawn drawn -> drawn.png();
      case Drawing.NoFonts noFonts -> throw new AssertionError(noFonts.advice());
    };
  }

  private static BufferedImage decode(PayChart chart) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png(chart)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The widest run of a colour in each block of neighbouring rows that have it. */
  private static List<Run> runs(BufferedImage image, Color color) {
    var runs = new ArrayList<Run>();
    Run widest = null;
    for (int y = 0; y < image.getHeight(); y++) {
      Run run = run(image, y, color);
      if (run == null) {
        if (widest != null) {
          runs.add(widest);
        }
        widest = null;
      } else if (widest == null || run.length() > widest.length()) {
        widest = run;
      }
    }
    return runs;
  }

  /** The middle row of each bar. */
  private static List<Integer> barRows(BufferedImage image) {
    var rows = new ArrayList<Integer>();
    int first = -1;
    for (int y = 0; y < image.getHeight(); y++) {
      boolean blue = run(image, y, ChartImage.BAR) != null;
      if (blue && first < 0) {
        first = y;
      } else if (!blue && first >= 0) {
        rows.add((first + y - 1) / 2 + 4);
        first = -1;
      }
    }
    return rows;
  }

  private static @Nullable Run run(BufferedImage image, int y, Color color) {
    int from = -1;
    int to = -1;
    for (int x = 0; x < image.getWidth(); x++) {
      if (image.getRGB(x, y) == color.getRGB()) {
        from = from < 0 ? x : from;
        to = x;
      }
    }
    return from < 0 ? null : new Run(from, to);
  }

  private static int brightness(BufferedImage image, int x, int y) {
    var color = new Color(image.getRGB(x, y));
    return color.getRed() + color.getGreen() + color.getBlue();
  }
}
