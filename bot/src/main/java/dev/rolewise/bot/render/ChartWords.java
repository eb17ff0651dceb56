package dev.rolewise.bot.render;

import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Group;
import dev.rolewise.bot.render.PayChart.Mark;
import dev.rolewise.bot.render.PayChart.Span;
import dev.rolewise.knowledge.fact.Period;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words in which every form of a pay chart gives its figures. */
public final class ChartWords {
  private ChartWords() {}

  /** {@code "US dollars a year"}. */
  static String unit(PayChart chart) {
    return currency(chart.currency()) + " " + period(chart.period());
  }

  private static String currency(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "XXX" -> "an unknown currency";
      case "USD" -> "US dollars";
      case "EUR" -> "euros";
      case "GBP" -> "pounds sterling";
      case "CAD" -> "Canadian dollars";
      case "AUD" -> "Australian dollars";
      case "CHF" -> "Swiss francs";
      case "INR" -> "Indian rupees";
      default -> currency.getDisplayName(Locale.ENGLISH);
    };
  }

  /** Such as "a year". */
  public static String period(Period period) {
    return switch (period) {
      case YEAR -> "a year";
      case MONTH -> "a month";
      case FORTNIGHT -> "a fortnight";
      case WEEK -> "a week";
      case DAY -> "a day";
      case HOUR -> "an hour";
      case ONCE -> "once";
    };
  }

  /** The amounts of a bar, each as its document writes it and with the number of its citation. */
  static List<String> amounts(Bar bar) {
    var amounts = new ArrayList<String>();
    if (bar.span().isPresent()) {
      Span span = bar.span().get();
      amounts.add(cited(span.wording(), span.citation()));
    }
    if (bar.mark().isPresent()) {
      Mark mark = bar.mark().get();
      amounts.add(cited(named(mark, bar), mark.citation()));
    }
    return amounts;
  }

  /** The wording with the name of the mark in front, unless what it stands beside says it. */
  private static String named(Mark mark, Bar bar) {
    String name = mark.kind().words();
    boolean said =
        mark.kind() == Mark.Kind.SINGLE
            || contains(mark.wording(), name)
            || (bar.span().isEmpty() && contains(bar.label(), name));
    return said ? mark.wording() : name + " " + mark.wording();
  }

  private static boolean contains(String text, String name) {
    return text.toLowerCase(Locale.ROOT).contains(name);
  }

  /** The number never stands on a line of its own. */
  private static String cited(String wording, int citation) {
    return SafeText.of(wording) + "\u00a0[" + citation + "]";
  }

  /** The kinds of marks that occur. */
  static Set<Mark.Kind> kinds(PayChart chart) {
    Set<Mark.Kind> kinds = EnumSet.noneOf(Mark.Kind.class);
    for (Bar bar : chart.bars()) {
      bar.mark().ifPresent(mark -> kinds.add(mark.kind()));
    }
    return kinds;
  }

  /** Whether the bars of a group need a heading; the title alone does when it says the same. */
  static boolean needsHeading(PayChart chart, Group group) {
    return chart.groups().size() > 1 || !group.role().equals(chart.title());
  }
}
