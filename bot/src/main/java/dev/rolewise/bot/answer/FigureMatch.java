package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Currencies;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figure.Kind;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Words;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Whether a figure says what another one says: the same value, unit and openness. */
final class FigureMatch {
  /** Characters beside a figure in which words may say which end of a range it is. */
  private static final int MAX_END_CHARS = 48;

  private static final String LOW_END =
      "(?:low(?:er)?|bottom|minimum) (?:end|bound|limit|figure)|bottom of the range";
  private static final String HIGH_END =
      "(?:high(?:er)?|upper|top|maximum) (?:end|bound|limit|figure)|top of the range";
  private static final String END_BEFORE = ")\\b[^\\d,;.$]{0,40}$";
  private static final Pattern LOW_BEFORE =
      Pattern.compile("\\b(?:minimum|low of|" + LOW_END + END_BEFORE);
  private static final Pattern HIGH_BEFORE =
      Pattern.compile(
          "\\b(?:(?:tops?|topping|maxes|maxing) out at $|(?:caps?|capped|capping)(?: out)? at $"
              + "|peak(?:s|ing)? at $|as (?:much|high) as $|(?:maximum|high of|"
              + HIGH_END
              + END_BEFORE
              + ")");
  private static final String END_BEHIND = "^,? ?\\(?(?:at|on|as|for) (?:the |its )?(?:";
  private static final Pattern LOW_BEHIND = Pattern.compile(END_BEHIND + LOW_END + ")\\b");
  private static final Pattern HIGH_BEHIND = Pattern.compile(END_BEHIND + HIGH_END + ")\\b");

  private static final Pattern LOW_COLUMN = Pattern.compile("^.*\\b(?:low|lower|min|minimum)\\b");
  private static final Pattern HIGH_COLUMN =
      Pattern.compile("^.*\\b(?:high|higher|upper|max|maximum)\\b");
  private static final Pattern LOW_HEADING =
      Pattern.compile("\\b(?:low(?:er|est)?|min(?:imum)?|from)\\b");
  private static final Pattern HIGH_HEADING =
      Pattern.compile("\\b(?:high(?:er|est)?|upper|max(?:imum)?|to)\\b");

  private static final Pattern OF_AGE = Pattern.compile("(?i)^ (?:of age|old)\\b");
  private static final Pattern AGED = Pattern.compile("(?i)\\b(?:aged?|age of) $");

  private static final List<String> BELOW = List.of("less than", "fewer than", "under", "below");
  private static final List<String> AT_MOST = List.of("up to", "as ", "at most", "max", "no", "≤");

  private FigureMatch() {}

  /**
   * What a table or a document says about the unit of its bare numbers.
   *
   * @param money whether a bare number may be an amount of money
   * @param years whether a bare number may be a number of years
   * @param percent whether a bare number may be a percentage
   * @param times what amounts below a thousand are multiplied with, such as 1000 or a lakh
   * @param currency currency of amounts that name none
   * @param text headings and leads in lower case
   */
  record Setting(
      boolean money,
      boolean years,
      boolean percent,
      double times,
      Optional<Currency> currency,
      String text) {
    /** Whether this is a column of low ends, and another one that of the high ends to them. */
    boolean isBelow(Setting other) {
      String own = heading();
      String above = other.heading();
      String rest = LOW_HEADING.matcher(own).replaceFirst("");
      return !rest.equals(own)
          && HIGH_HEADING.matcher(above).find()
          && HIGH_HEADING.matcher(above).replaceFirst("").strip().equals(rest.strip());
    }

    private String heading() {
      return text.substring(0, Math.max(0, text.indexOf('\n')));
    }
  }

  /** Whether the figure of a sentence may stand for the figure of a statement. */
  static boolean follows(
      Figure said, Reading sentence, Figure stated, Reading statement, Setting setting) {
    if (isNegative(said, sentence) != isNegative(stated, statement)
        || opening(said, sentence) != opening(stated, statement)) {
      return false;
    }
    int end = end(said, sentence);
    boolean isOpen = stated.value().low().isEmpty() || stated.value().high().isEmpty();
    if (end != 0
        && !isRange(stated)
        && !isOpen
        && end != end(stated, statement)
        && !(end < 0 ? LOW_COLUMN : HIGH_COLUMN).matcher(setting.text()).find()) {
      return false;
    }
    if (end != 0 && (isRange(stated) || isOpen) && !isRange(said)) {
      return isEnd(said, end, stated, setting) && sameUnit(said, stated, setting);
    }
    double scale = isBelowThousand(stated.value()) ? setting.times() : 1;
    return switch (said.kind()) {
      case MONEY ->
          (stated.kind() == Kind.MONEY || (stated.kind() == Kind.COUNT && setting.money()))
              && sameCurrency(said, stated, setting)
              && samePeriod(said, stated)
              && sameRange(said, stated, scale);
      case PERCENT ->
          (stated.kind() == Kind.PERCENT
                  ? isPoints(said) == isPoints(stated)
                  : stated.kind() == Kind.COUNT && setting.percent())
              && sameRange(said, stated, 1);
      case YEARS ->
          (stated.kind() == Kind.YEARS || (stated.kind() == Kind.COUNT && setting.years()))
              && isOfAge(said, sentence) == isOfAge(stated, statement)
              && sameRange(said, stated, 1);
      case PERCENTILE -> stated.kind() == Kind.PERCENTILE && sameRange(said, stated, 1);
      case CALENDAR_YEAR ->
          unit(said, sentence).isEmpty()
              ? stated.kind() == Kind.CALENDAR_YEAR && said.value().equals(stated.value())
              : sameCount(said, sentence, stated, statement, setting);
      case COUNT -> sameCount(said, sentence, stated, statement, setting);
      case NAME -> stated.value().equals(said.value());
    };
  }

  /** Whether years are those that somebody has lived. */
  private static boolean isOfAge(Figure years, Reading reading) {
    return OF_AGE.matcher(reading.text()).region(years.end(), reading.text().length()).find()
        || AGED.matcher(reading.text()).region(0, years.start()).find();
  }

  private static boolean sameCount(
      Figure said, Reading sentence, Figure stated, Reading statement, Setting setting) {
    String unit = unit(said, sentence);
    return switch (stated.kind()) {
      case COUNT, CALENDAR_YEAR -> {
        String other = unit(stated, statement);
        boolean sameUnit =
            unit.equals(other)
                || (other.isEmpty()
                    && (setting.text().contains(unit) || isInFront(unit, stated, statement)))
                || (unit.isEmpty() && !isTime(other));
        yield sameUnit && sameRange(said, stated, 1);
      }
      case MONEY ->
          unit.isEmpty()
              && mayFollowAmount(sentence.wordBehind(said.end()))
              && sameRange(said, stated, 1);
      case PERCENTILE, YEARS, PERCENT, NAME -> false;
    };
  }

  /** The unit behind a number, singular; empty if it is none that is told apart. */
  private static String unit(Figure figure, Reading reading) {
    String word = reading.wordBehind(figure.end());
    return switch (word) {
      case "hour", "hours", "hrs" -> "hour";
      case "minute", "minutes" -> "minute";
      case "day", "days" -> "day";
      case "week", "weeks" -> "week";
      case "month", "months" -> "month";
      case "year", "years", "yrs" -> "year";
      case "decade", "decades" -> "decade";
      case "job", "jobs" -> "job";
      case "opening", "openings" -> "opening";
      case "people", "persons" -> "people";
      case "worker", "workers" -> "worker";
      case "employee", "employees" -> "employee";
      case "customer", "customers" -> "customer";
      case "times" -> "times";
      case "degrees" -> "degree";
      default -> "";
    };
  }

  /** Whether a word behind a bare number leaves it an amount, unlike "yen" and "applicants". */
  private static boolean mayFollowAmount(String word) {
    return switch (word) {
      case "",
          "a",
          "after",
          "an",
          "and",
          "annual",
          "annually",
          "are",
          "as",
          "at",
          "base",
          "basic",
          "before",
          "but",
          "by",
          "compensation",
          "depending",
          "each",
          "every",
          "for",
          "from",
          "gross",
          "if",
          "in",
          "including",
          "is",
          "net",
          "of",
          "on",
          "or",
          "pay",
          "per",
          "plus",
          "salary",
          "than",
          "through",
          "to",
          "total",
          "up",
          "wage",
          "wages",
          "was",
          "when",
          "while",
          "with",
          "yearly" ->
          true;
      default -> false;
    };
  }

  /**
   * Which end of a range words beside a single figure say it is: -1 the low one, 1 the high one.
   */
  private static int end(Figure figure, Reading reading) {
    String text = reading.text().toLowerCase(Locale.ROOT);
    String before = text.substring(Math.max(0, figure.start() - MAX_END_CHARS), figure.start());
    String behind =
        text.substring(figure.end(), Math.min(text.length(), figure.end() + MAX_END_CHARS));
    if (LOW_BEHIND.matcher(behind).find()) {
      return -1;
    }
    if (HIGH_BEHIND.matcher(behind).find()) {
      return 1;
    }
    return LOW_BEFORE.matcher(before).find() ? -1 : HIGH_BEFORE.matcher(before).find() ? 1 : 0;
  }

  private static boolean isEnd(Figure said, int end, Figure stated, Setting setting) {
    double scale = isBelowThousand(stated.value()) ? setting.times() : 1;
    Range own = said.value();
    Range other = stated.value();
    return own.isSingle()
        && !own.approximate()
        && !other.approximate()
        && (end < 0 ? same(own.low(), other.low(), scale) : !other.more())
        && (end < 0 || same(own.high(), other.high(), scale));
  }

  /** Whether two figures of a kind have an end in common, however they are opened. */
  static boolean sharesEnd(Figure one, Figure other) {
    return one.kind() == other.kind() && isEndOf(one, other.value());
  }

  /** Whether a figure and a range have an end in common. */
  static boolean isEndOf(Figure one, Range value) {
    Range own = one.value();
    return (own.low().isPresent() && own.low().equals(value.low()))
        || (own.high().isPresent() && own.high().equals(value.high()));
  }

  /** Whether a figure is one end of the other one, which leaves its other end to be said. */
  static boolean isOneEnd(Figure said, Figure stated) {
    Range own = said.value();
    return isRange(stated) && (own.isSingle() || own.low().isEmpty() || own.high().isEmpty());
  }

  private static boolean sameUnit(Figure said, Figure stated, Setting setting) {
    return said.kind() == stated.kind()
        && switch (said.kind()) {
          case MONEY -> sameCurrency(said, stated, setting) && samePeriod(said, stated);
          case PERCENT -> isPoints(said) == isPoints(stated);
          case YEARS -> true;
          case COUNT, CALENDAR_YEAR, PERCENTILE, NAME -> false;
        };
  }

  /** Whether a statement says in front of a number what is counted, as in "Jobs: 97 million". */
  private static boolean isInFront(String unit, Figure stated, Reading statement) {
    return !isTime(unit)
        && Words.of(statement.text().substring(0, stated.start())).stream()
            .map(Words::singular)
            .anyMatch(unit::equals);
  }

  private static boolean isTime(String unit) {
    return switch (unit) {
      case "hour", "minute", "day", "week", "month", "year", "decade" -> true;
      default -> false;
    };
  }

  private static boolean isPoints(Figure figure) {
    return figure.wording().contains("point");
  }

  private static boolean isBelowThousand(Range value) {
    return value.high().orElse(value.low().orElse(0)) < 1000;
  }

  private static boolean isNegative(Figure figure, Reading reading) {
    int at = figure.start() - 1;
    String text = reading.text();
    if (at < 0 || (text.charAt(at) != '-' && text.charAt(at) != '\u2212')) {
      return false;
    }
    return at == 0 || text.charAt(at - 1) == ' ' || text.charAt(at - 1) == '(';
  }

  private static boolean isRange(Figure figure) {
    Range value = figure.value();
    return value.low().isPresent() && value.high().isPresent() && !value.low().equals(value.high());
  }

  /**
   * Words that open a figure without being counted in: 1 for "over", -1 for "up to", 0 for none.
   */
  private static int opening(Figure figure, Reading reading) {
    String text = reading.text();
    String before =
        text.substring(Math.max(0, figure.start() - 12), figure.start())
            .stripTrailing()
            .toLowerCase(Locale.ROOT);
    boolean range = isRange(figure);
    if (range && startsWith(figure, List.of("up to", "under", "below", "less than", "at most"))) {
      return -1;
    }
    for (String under : List.of("up to", "under", "below", "less than", "at most")) {
      if (before.endsWith(under)) {
        return -1;
      }
    }
    for (String over : List.of("over", "above", "more than", "exceed", "exceeds", "beyond")) {
      if (before.endsWith(over)) {
        return 1;
      }
    }
    return 0;
  }

  private static boolean sameCurrency(Figure said, Figure stated, Setting setting) {
    Optional<Currency> usual = setting.currency();
    Optional<Currency> own = stated.currency();
    if (own.isEmpty() && stated.dollar()) {
      own = usual.filter(Currencies::isDollar).or(() -> Optional.of(Currency.getInstance("USD")));
    } else if (own.isEmpty()) {
      own = usual;
    }
    if (said.currency().isPresent()) {
      return own.isEmpty() || own.equals(said.currency());
    }
    if (!said.dollar()) {
      return true;
    }
    return own.isEmpty()
        || own.get().getCurrencyCode().equals("USD")
        || (Currencies.isDollar(own.get()) && own.equals(usual));
  }

  private static boolean samePeriod(Figure said, Figure stated) {
    return said.period().isEmpty()
        || stated.period().isEmpty()
        || said.period().equals(stated.period());
  }

  private static boolean sameRange(Figure said, Figure stated, double scale) {
    Range own = said.value();
    Range other = stated.value();
    if (other.approximate() && !own.approximate()) {
      return false;
    }
    if (own.approximate() && !other.approximate() && saysNearly(said)) {
      return false;
    }
    if (startsWith(said, BELOW) && startsWith(stated, AT_MOST)) {
      return false;
    }
    if (own.more() == other.more()
        && same(own.low(), other.low(), scale)
        && same(own.high(), other.high(), scale)) {
      return true;
    }
    if (isReached(said) != isReached(stated)) {
      // "expected to reach $5 million" is no more open than "$5 million"
      return own.more() == other.more()
          && (own.low().isEmpty() || own.low().equals(own.high()))
          && (isReached(said) || other.low().isEmpty() || other.low().equals(other.high()))
          && !own.more()
          && same(own.high(), other.high(), scale);
    }
    boolean isFromNothing = other.low().orElse(1) == 0;
    if (!isRange(stated) || (said.kind() == Kind.YEARS && !isFromNothing)) {
      return false;
    }
    boolean upTo = own.low().isEmpty() && !other.more() && !own.more();
    boolean from = own.high().isEmpty() && startsAt(said);
    return (upTo && same(own.high(), other.high(), scale))
        || (from && same(own.low(), other.low(), scale));
  }

  private static boolean same(OptionalDouble one, OptionalDouble two, double scale) {
    if (one.isEmpty() || two.isEmpty()) {
      return one.isEmpty() == two.isEmpty();
    }
    double a = one.getAsDouble();
    double b = two.getAsDouble() * scale;
    return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
  }

  private static boolean isReached(Figure figure) {
    return startsWith(figure, List.of("reach")) && !figure.wording().contains("up to");
  }

  private static boolean saysNearly(Figure figure) {
    return startsWith(figure, List.of("nearly", "almost", "close to"));
  }

  /** Words that give the low end of a range as such, unlike "over". */
  private static boolean startsAt(Figure figure) {
    return startsWith(figure, List.of("from", "start", "at least", "minimum"));
  }

  private static boolean startsWith(Figure figure, List<String> beginnings) {
    String wording = figure.wording().toLowerCase(Locale.ROOT);
    for (String beginning : beginnings) {
      if (wording.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
