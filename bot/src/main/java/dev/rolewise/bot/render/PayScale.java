package dev.rolewise.bot.render;

import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.knowledge.document.Currencies;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;

/**
 * The axis of a pay chart.
 *
 * @param min value at its left end, a multiple of the step
 * @param max value at its right end, a multiple of the step
 * @param step distance of the ticks
 */
record PayScale(double min, double max, double step) {
  private static final int WANTED_STEPS = 5;

  /** Share of the axis that an open end needs beyond the last amount it names. */
  private static final double ROOM_FOR_OPEN_END = 0.1;

  /** From zero, or from just below the smallest amount where all of them are close together. */
  static PayScale of(PayChart chart) {
    var amounts = new DoubleSummaryStatistics();
    boolean openBelow = false;
    double open = 0;
    for (Bar bar : chart.bars()) {
      if (bar.mark().isPresent()) {
        amounts.accept(bar.mark().get().value());
      }
      if (bar.span().isPresent()) {
        var span = bar.span().get();
        amounts.accept(span.from());
        amounts.accept(span.to());
        openBelow |= span.isOpenBelow();
        open = span.isOpenAbove() ? Math.max(open, span.to()) : open;
      }
    }
    double low = amounts.getMin();
    double high = amounts.getMax();
    boolean closeTogether = !openBelow && low < high && low >= high / 2;
    double from = closeTogether ? Math.max(0, low - (high - low) / 4) : 0;
    double to = Math.max(high, open + (Math.max(high, 1) - from) * ROOM_FOR_OPEN_END);
    if (open == 0) {
      to = Math.max(high, 1);
    }
    double step = roundUp((to - from) / WANTED_STEPS);
    return new PayScale(Math.floor(from / step) * step, Math.ceil(to / step) * step, step);
  }

  private static double roundUp(double rough) {
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5}) {
      if (rough <= factor * power * (1 + 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /** Where a value lies, from 0 at the left end to 1 at the right end. */
  double position(double value) {
    return Math.clamp((value - min) / (max - min), 0, 1);
  }

  /** How many ticks there are. */
  int ticks() {
    return (int) Math.round((max - min) / step) + 1;
  }

  /** A round number of the scale, such as {@code $150k}. */
  static String tick(double value, Currency currency) {
    String symbol = currency.equals(Currencies.UNTOLD) ? "" : currency.getSymbol(Locale.US);
    boolean spaced = !symbol.isEmpty() && Character.isLetter(symbol.charAt(symbol.length() - 1));
    return symbol + (spaced ? " " : "") + shortNumber(value);
  }

  private static String shortNumber(double value) {
    var format = new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));
    if (value >= 999_999.5) {
      return format.format(value / 1e6) + "M";
    }
    return value >= 999.5 ? format.format(value / 1e3) + "k" : format.format(Math.abs(value));
  }
}
