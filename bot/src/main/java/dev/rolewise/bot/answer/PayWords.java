package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Statistic;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Words for typed facts about pay. */
final class PayWords {
  /** A longer restriction is left out, in characters. */
  private static final int MAX_DETAIL = 100;

  private PayWords() {}

  /** One line that says a fact: what it is about, then the amount as the document writes it. */
  static String line(Fact.Pay fact, String jobTitle) {
    List<String> about = new ArrayList<>();
    if (!fact.subject().isDocumentRole() && !fact.subject().jobTitle().equals(jobTitle)) {
      about.add(fact.subject().jobTitle());
    }
    about.addAll(limits(fact));
    about.add(what(fact));
    return sentenceCase(String.join(", ", about)) + ": " + amount(fact);
  }

  /** An extra is told in the words of its sentence, which say what it is for. */
  static String said(Fact.Pay fact, String jobTitle) {
    return isToldInOwnWords(fact) ? fact.statement().text() : line(fact, jobTitle);
  }

  /** Whether a fact is an extra whose sentence says what it is for. */
  static boolean isToldInOwnWords(Fact.Pay fact) {
    return fact.statement().cells().isEmpty()
        && fact.statement().text().length() <= MAX_SAID
        && !PayKinds.isMain(fact);
  }

  private static final int MAX_SAID = 220;

  /** What a fact is limited to: its band, its place, its detail and the words in its cell. */
  static List<String> limits(Fact.Pay fact) {
    List<String> limits = new ArrayList<>();
    fact.subject().band().ifPresent(band -> limits.add(bandName(fact)));
    fact.subject().place().ifPresent(place -> limits.add(place.name()));
    String detail = shortDetail(fact);
    if (!detail.isEmpty()) {
      limits.add(detail);
    }
    String inCell = Narrowing.inCell(fact);
    if (!inCell.isEmpty()) {
      limits.add(inCell);
    }
    return limits;
  }

  private static String bandName(Fact.Pay fact) {
    var band = fact.subject().band().orElseThrow();
    boolean yearsOnly = band.stage().isEmpty() && band.name().matches("[\\d–—\\-+ to]+");
    if (yearsOnly) {
      return band.name() + " years of experience";
    }
    return band.years().isPresent()
            && !SAYS_YEARS.matcher(band.name()).find()
            && isWritten(fact, band.years().get())
        ? band.name() + " (" + years(band.years().get()) + ")"
        : band.name();
  }

  private static final Pattern SAYS_YEARS = Pattern.compile("(?i)\\d|\\byears?\\b");

  /** Whether the document writes the years in digits. */
  private static boolean isWritten(Fact.Pay fact, Range years) {
    String context = context(fact);
    return DoubleStream.concat(years.low().stream(), years.high().stream())
        .filter(year -> year > 0)
        .allMatch(year -> hasNumber(context, number(year)));
  }

  private static boolean hasNumber(String text, String number) {
    return Pattern.compile("(?<![\\d.,])" + Pattern.quote(number) + "(?![\\d]|[.,]\\d)")
        .matcher(text)
        .find();
  }

  private static String years(Range years) {
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
    boolean narrows = first.length() <= MAX_DETAIL && !SENTENCE.matcher(first).find();
    return fromRow && narrows ? first : "";
  }

  /** "Plan and design houses." tells of a job and narrows nothing, unlike "Container mfg.". */
  private static final Pattern SENTENCE = Pattern.compile("(?:\\S+ ){3,}\\p{L}{4,}\\.$");

  /** Which figure it is: "median base salary". */
  static String what(Fact.Pay fact) {
    String statistic =
        switch (fact.statistic().kind()) {
          case UNSPECIFIED, LOW, HIGH -> "";
          case AVERAGE -> "average ";
          case MEDIAN -> "median ";
          case PERCENTILE -> ordinal(fact.statistic()) + " percentile of ";
          case TYPICAL -> "typical ";
          case BROADER -> "broader range of ";
          case TOP -> "top earners, ";
        };
    String measure =
        switch (fact.measure()) {
          case SALARY -> PayKinds.noPay(fact).orElseGet(() -> often(fact) + "pay");
          case BASE -> "base salary";
          case TOTAL ->
              TOTAL_CASH.matcher(nearest(fact)).find()
                  ? "total cash compensation"
                  : "total compensation";
          case BONUS -> BONUS.matcher(context(fact)).find() ? "bonus" : "extra pay";
          case EQUITY -> "equity";
        };
    if (isTopShare(fact)) {
      return measure + " of the top " + (100 - fact.statistic().percentile().orElse(50)) + "%";
    }
    int percentile = fact.statistic().percentile().orElse(0);
    if (percentile > 0
        && percentile != 50
        && !context(fact).matches("(?si).*\\bp?" + percentile + "(?:st|nd|rd|th|\\b).*")) {
      int share = percentile > 50 ? 100 - percentile : percentile;
      if (hasNumber(context(fact), String.valueOf(share))) {
        return measure + (percentile > 50 ? " (highest " : " (lowest ") + share + "%)";
      }
    }
    return switch (fact.statistic().kind()) {
      case LOW -> measure + " (low)";
      case HIGH -> measure + " (high)";
      case UNSPECIFIED, AVERAGE, MEDIAN, PERCENTILE, TYPICAL, BROADER, TOP -> statistic + measure;
    };
  }

  /** Total pay without shares, as its line or column calls it. */
  private static final Pattern TOTAL_CASH =
      Pattern.compile("(?i)\\btotal (?:annual )?cash\\b|\\bcash comp(?:ensation)?\\b");

  /** The words right beside an amount: its clause, or the heading and label of its cell. */
  private static String nearest(Fact.Pay fact) {
    return fact.statement().cells().isEmpty()
        ? PayKinds.clause(fact)
        : PayKinds.cell(fact).map(Cell::header).orElse("")
            + " "
            + fact.statement().cells().getFirst().text();
  }

  /** "Top 10%: up to $250,000" says what these earn, and nothing of where they begin. */
  private static boolean isTopShare(Fact.Pay fact) {
    return fact.statistic().percentile().orElse(0) > 50
        && fact.amount().low().isEmpty()
        && PayTerms.isTopShare(fact.statement().text());
  }

  private static String often(Fact.Pay fact) {
    boolean isSaid = isPeriodStated(fact) || endsInPeriod(fact.wording().strip());
    return switch (fact.period()) {
      case HOUR -> isSaid ? "hourly " : "";
      case DAY -> isSaid ? "daily " : "";
      case WEEK -> isSaid ? "weekly " : "";
      case FORTNIGHT -> isSaid ? "fortnightly " : "";
      case MONTH -> isSaid ? "monthly " : "";
      case YEAR, ONCE -> "";
    };
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
    String wording = marked(fact);
    if (BETWEEN.matcher(wording).find() && fact.amount().low().isPresent()) {
      wording = "between " + wording;
    }
    return endsInPeriod(wording) || !isPeriodStated(fact)
        ? wording
        : wording + period(fact.period());
  }

  /** The amount as the document writes it, with the currency that it leaves to its table. */
  static String marked(Fact.Pay fact) {
    String wording = fact.wording().strip();
    boolean bare =
        wording.codePoints().noneMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL)
            && !NAMED_CURRENCY.matcher(wording).find()
            && Figures.in(wording).stream().allMatch(f -> f.currency().isEmpty());
    return bare ? sign(fact.currency()) + wording + unit(fact) : wording;
  }

  private static final Pattern NAMED_CURRENCY =
      Pattern.compile("\\b(?:[A-Z]{3}|(?i:dollars?|euros?|pounds))\\b");
  private static final Pattern BETWEEN = Pattern.compile("\\d.* and .*\\d");
  private static final Pattern PERIOD_AT_END =
      Pattern.compile(
          "(?i)(?:\\b(?:per|an?|each)\\b ?(?:\\p{L}+["
              + " -])?(?:year|hour|month|fortnight|week|day|annum)|/"
              + " ?(?:yr|year|hr|hour|h|month|mo|week)|annually|annual|hourly|monthly|yearly|weekly|p\\.?"
              + " ?a\\.?|\\b(?:im|pro|je|par|per|al) ?(?:jahr|monat|woche|tag|stunde|an|mois|jour"
              + "|heure|año|mes)|jährlich|monatlich|stündlich)$");

  private static boolean endsInPeriod(String wording) {
    return PERIOD_AT_END.matcher(wording).find();
  }

  /** A period that was only guessed from the size of the amount is not said. */
  private static boolean isPeriodStated(Fact.Pay fact) {
    if (fact.period() == Period.ONCE) {
      return true;
    }
    if (fact.measure() == Measure.BONUS || fact.measure() == Measure.EQUITY) {
      return false;
    }
    return PayTerms.names(fact.period(), context(fact)) || isOfPayInFront(fact);
  }

  /**
   * "The lowest 10 percent earned less than $24,000" goes on with the pay of the sentence in front,
   * which tells its period.
   */
  private static boolean isOfPayInFront(Fact.Pay fact) {
    return fact.statement().kind() == StatementKind.SENTENCE
        && fact.statistic().kind() == Statistic.Kind.PERCENTILE
        && fact.period() == Period.YEAR
        && largest(fact) >= MIN_SALARY_OF_A_YEAR;
  }

  /** No less is earned in a year by a share of those who are paid in large units. */
  private static final double MIN_SALARY_OF_A_YEAR = 15_000;

  /** An allowance or overtime is paid on top as well, but nobody calls it so. */
  private static final Pattern BONUS =
      Pattern.compile("(?i)bonus|commission|incentive|profit|\\bote\\b|variable|gratification");

  /** The words of a statement and those over it. */
  private static String context(Fact.Pay fact) {
    Statement statement = fact.statement();
    StringBuilder context = new StringBuilder(statement.text());
    statement.cells().forEach(cell -> context.append(' ').append(cell.header()));
    statement.lead().forEach(lead -> context.append(' ').append(lead));
    statement.path().forEach(heading -> context.append(' ').append(heading));
    return context.toString();
  }

  /** " thousand" or " lakh" where the table gives its amounts in them, else nothing. */
  private static String unit(Fact.Pay fact) {
    double written =
        Figures.in(fact.wording()).stream()
            .limit(1)
            .mapToDouble(figure -> figure.value().high().orElse(figure.value().low().orElse(0)))
            .sum();
    if (!(written > 0 && written < 2_000) || GROUPED.matcher(fact.wording()).find()) {
      return "";
    }
    long times = Math.round(largest(fact) / written);
    return times == 1_000 ? " thousand" : times == 100_000 ? " lakh" : "";
  }

  private static final Pattern GROUPED = Pattern.compile("\\d\\.\\d{3}");

  private static double largest(Fact.Pay fact) {
    return fact.amount().high().orElse(fact.amount().low().orElse(0));
  }

  private static String sign(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "XXX" -> "";
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
      case FORTNIGHT -> " a fortnight";
      case WEEK -> " a week";
      case DAY -> " a day";
      case HOUR -> " an hour";
      case ONCE -> " once";
    };
  }

  static String sentenceCase(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
