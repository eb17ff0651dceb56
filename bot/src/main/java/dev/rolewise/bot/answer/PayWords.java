package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Statistic;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/** Words for typed facts about pay. */
final class PayWords {
  private PayWords() {}

  /** One line that says a fact: what it is about, then the amount as the document writes it. */
  static String line(Fact.Pay fact, String jobTitle) {
    List<String> about = new ArrayList<>();
    if (!fact.subject().isDocumentRole() && !fact.subject().jobTitle().equals(jobTitle)) {
      about.add(fact.subject().jobTitle());
    }
    fact.subject().band().ifPresent(band -> about.add(bandName(fact)));
    fact.subject().place().ifPresent(place -> about.add(place.name()));
    String detail = shortDetail(fact);
    if (!detail.isEmpty()) {
      about.add(detail);
    }
    about.add(what(fact));
    return sentenceCase(String.join(", ", about)) + ": " + amount(fact);
  }

  private static String bandName(Fact.Pay fact) {
    var band = fact.subject().band().orElseThrow();
    boolean yearsOnly = band.stage().isEmpty() && band.name().matches("[\\d–—\\-+ to]+");
    if (yearsOnly) {
      return band.name() + " years of experience";
    }
    return band.years().isPresent() && !band.name().matches(".*\\d.*")
        ? band.name() + " (" + years(band.years().get()) + ")"
        : band.name();
  }

  private static String years(dev.rolewise.knowledge.fact.Range years) {
    if (years.low().isPresent() && years.high().isPresent()) {
      return number(years.low().getAsDouble())
          + (years.isSingle() ? "" : "–" + number(years.high().getAsDouble()))
          + " years";
    }
    return years.low().isPresent()
        ? number(years.low().getAsDouble()) + "+ years"
        : "up to " + number(years.high().orElse(0)) + " years";
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** The first restriction in the document's words, shortened. */
  private static String shortDetail(Fact.Pay fact) {
    String detail = fact.subject().detail();
    int end = detail.indexOf(';');
    String first = end < 0 ? detail : detail.substring(0, end);
    boolean fromRow = !fact.statement().cells().isEmpty();
    return fromRow && first.length() <= 60 ? first : "";
  }

  private static String what(Fact.Pay fact) {
    String statistic =
        switch (fact.statistic().kind()) {
          case UNSPECIFIED -> "";
          case AVERAGE -> "average ";
          case MEDIAN -> "median ";
          case PERCENTILE -> ordinal(fact.statistic()) + " percentile of ";
          case TYPICAL -> "typical ";
          case BROADER -> "broader range of ";
          case TOP -> "top earners, ";
        };
    String measure =
        switch (fact.measure()) {
          case SALARY ->
              fact.period() == Period.HOUR
                  ? "hourly pay"
                  : fact.period() == Period.MONTH ? "monthly pay" : "pay";
          case BASE -> "base salary";
          case TOTAL -> "total compensation";
          case BONUS -> "bonus";
          case EQUITY -> "equity";
        };
    return statistic + measure;
  }

  private static String ordinal(Statistic statistic) {
    int n = statistic.percentile().orElse(50);
    String ending =
        n % 100 >= 11 && n % 100 <= 13
            ? "th"
            : switch (n % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return n + ending;
  }

  /** The amount as the document writes it, with the currency and period it leaves to its table. */
  static String amount(Fact.Pay fact) {
    String wording = fact.wording().strip();
    boolean bare =
        wording.codePoints().noneMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL)
            && !wording.matches("(?i).*\\b(?:[A-Z]{3}|dollars?|euros?|pounds)\\b.*");
    if (bare) {
      wording = sign(fact.currency()) + wording;
      double stated = largest(fact);
      if (stated >= 1000 && digits(wording) * 1000 == Math.round(stated)) {
        wording = wording + " thousand";
      }
    }
    if (wording.matches(
        "(?i).*(?:\\b(?:per|an?|each)\\b ?(?:year|hour|month|week|day|annum)|/"
            + " ?(?:yr|year|hr|hour|h|month|mo|week)|annually|hourly|monthly|yearly|p\\.?"
            + " ?a\\.?)$")) {
      return wording;
    }
    return wording + (needsPeriod(fact) ? period(fact.period()) : "");
  }

  private static boolean needsPeriod(Fact.Pay fact) {
    return fact.period() != Period.YEAR || fact.measure() != Measure.EQUITY;
  }

  private static double largest(Fact.Pay fact) {
    return fact.amount().high().orElse(fact.amount().low().orElse(0));
  }

  private static long digits(String wording) {
    String digits = wording.replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 9 ? -1 : Long.parseLong(digits);
  }

  private static String sign(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "USD" -> "$";
      case "GBP" -> "£";
      case "EUR" -> "€";
      case "CAD" -> "CA$";
      case "AUD" -> "A$";
      case "NZD" -> "NZ$";
      default -> currency.getCurrencyCode() + " ";
    };
  }

  private static String period(Period period) {
    return switch (period) {
      case YEAR -> " a year";
      case MONTH -> " a month";
      case WEEK -> " a week";
      case DAY -> " a day";
      case HOUR -> " an hour";
    };
  }

  static String sentenceCase(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
