package dev.rolewise.knowledge.fact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds words about pay in a text: which part of it, which statistic, for which period. */
public final class PayTerms {
  /** Pay in German, where it ends longer words: "Einstiegsgehalt", "Entgelttabelle". */
  static final String GERMAN =
      "\\p{L}*(?:gehalt|gehälter|lohn|löhne|entgelt|vergütung|verdienst)(?:e?s|e|n|s?tabelle)?"
          + "|verdien(?:e|t|en|te|ten)|brutto";

  private static final Pattern PAY =
      words(
          "salar(?:y|ies)|pay|pays|paid|wages?|earn(?:s|ed|ing|ings|ers?)?|compensation|remuneration|income|make|makes|making|bonus(?:es)?|base|stipend|ote|package|take[-"
              + " ]home|"
              + GERMAN
              + "|per hour|per year|a year|an hour|hourly|/hr|/yr|/year|/hour|per"
              + " annum|a month|per"
              + " month|money|comp|tc|rate|rates|minimum|starting|annual|yearly|charges?|starts?"
              + " (?:on|at)|receives?|gets?");
  private static final Pattern NOT_PAY =
      words(
          "tuition|(?<!(?:hourly|daily)"
              + " )fees?|costs?|revenue|market|raised|funding|invest(?:ed|ment|ments)?|budgets?"
              + "|valuation|sales|gdp|deposit|scholarships?|grants?|loans?|debt|turnover|profits?|exam|premium|insurance|rents?|mortgages?|housing|fine|fines|price|prices|savings|kit|tools"
              + " cost|spend");

  /** Not in front of an amount of their own: "a bonus of £2,000", "overtime of about £4,200". */
  private static final String WITHOUT_AMOUNT =
      "(?!,?(?:\\s+(?:of|at|worth|up|to|around|about|over|some|roughly|nearly|averaging|from|between))*"
          + "\\s*\\p{Lu}{0,3}\\p{Sc})";

  /** But neither "20% of basic salary", which another sum is measured by, nor a place. */
  private static final Pattern BASE =
      words(
          "(?<!(?:%|percent|per cent) of (?:(?:the|your|their|its) )?|(?:away from|home|back to)"
              + " )(?:base(?: salary| pay| wage)?(?!"
              + " (?!salar|pay|wage|only|range|comp|rate)\\p{L}+\\))|basic (?:salary|pay))|fixed"
              + " (?:salary|pay)");

  private static final String EXTRAS =
      "bonus(?:es)?|commissions?|profit[- ]sharing|overtime|o/t|allowances?|incentives?|tips";

  /** "Bilingual pay", "a shift differential": what is paid for some circumstance beside the pay. */
  private static final String CIRCUMSTANCE =
      "(?:bilingual(?:ism)?|hazard|hardship|standby|(?:on[- ])?call|call[- ]?out|height|dirt)"
          + " (?:pay|money)|(?:retention|cost[- ]of[- ]living|high[- ]cost)"
          + " supplements?|longevity|(?:shift|night|weekend|language|hazard|market) (?:pay"
          + " )?(?:differentials?|supplements?|premiums?)";

  /** "Each add $215 a month", "crews added a median of $9,600": the amount comes on top of pay. */
  private static final String ADDS =
      "add(?:s|ed)?(?=(?:\\s+(?:an?|the|about|around|another|some|up"
          + " to|roughly|nearly|over|extra|median"
          + "|average|mean|typical|further|of|between|from)){0,5}\\s+\\p{Lu}{0,3}\\p{Sc})"
          + "|(?:an?|the|another) (?:further|extra|additional)(?=\\s+\\p{Lu}{0,3}\\p{Sc})";

  private static final String STOCK = "equity|stocks?|stock options?|options|rsus?|shares";

  /** What is paid but once: "a relocation payment", "receive $1,200 once". */
  private static final String ONCE =
      "(?<!(?:annual|yearly|monthly) )(?:one[- ](?:off|time)|relocation|welcome|joining|starter"
          + "|settlement|retention|sign(?:ing)?(?:[- ]on)?)"
          + " (?:(?:cash|relocation|joining|welcome) )?"
          + "(?:payments?|awards?|sums?|bonus(?:es)?|grants?|packages?)"
          + "|lump sums?|golden hellos?|sign(?:ing)?-on"
          + "|refer(?:s|rals?|ring)?(?= (?:\\p{L}+ ){0,3}(?:earns?|pays?|brings?|gets?|payments?))"
          + "|once(?=\\s*(?:[.;)]|$))";

  private static final Pattern PAID_ONCE = words(ONCE);
  private static final Pattern BONUS = words(EXTRAS + "|" + CIRCUMSTANCE + "|" + ADDS + "|" + ONCE);
  private static final Pattern EQUITY = words(STOCK);

  private static final String PART = "(?:" + EXTRAS + "|" + STOCK + ")";

  /** "Tax and bonus", "allowances or overtime": parts of pay that an amount is without. */
  private static final String PARTS =
      "(?:(?:tax(?:es)?|deductions|any|all|other|the|an?|your|annual|yearly|and|or),? ){0,4}"
          + PART
          + "(?:(?:,|,? (?:and|or)) "
          + PART
          + ")*";

  private static final Pattern TOTAL =
      words(
          "total (?:annual )?(?:cash"
              + " )?(?:comp(?:ensation)?|pay|package|cash|salary|earnings|remuneration|rewards?)|total(?!"
              + " (?:fixed|base|basic) )|totals|tc|all[- ]in|ote|on[- ]target"
              + " earnings|(?:everything|all|bonus(?:es)?|stock|equity)(?: (?:is|are))?"
              + " (?:included|counted)|full package|whole package|(?<!relocation )package(?!"
              + " (?:polic(?:y|ies)|holidays?|tours?|deals?))|(?:including|with(?: tips and)?)"
              + " (?:everything|all(?!"
              + " (?:day|night|week|year|the|of|kinds|sorts|these|those|this)\\b)|bonus(?:es)?|stock|equity)"
              + WITHOUT_AMOUNT
              + "|(?:including|inclusive of|incl\\.?) "
              + PARTS
              + WITHOUT_AMOUNT
              + "|gross pay|overall compensation");

  private static final Pattern EXCLUDED =
      words(
          "(?:excl(?:\\.|ud(?:es?|ing)|usive of)?|not (?:including|counting)|net"
              + " of|before|without) (?:(?:bas(?:e|ic)|regular) (?:pay|salary)|"
              + PARTS
              + WITHOUT_AMOUNT
              + ")|"
              + PARTS
              + " (?:(?:is|are) )?(?:not included|excluded)");

  private static final Pattern ADDED =
      Pattern.compile(
          "(?i)(?:(?:(?<!\\p{L})plus|\\+) ?"
              + PARTS
              + WITHOUT_AMOUNT
              + "(?!\\s+(?:is|are)\\s+\\p{Sc})|(?<!\\p{L})and "
              + PARTS
              + "(?=\\s*(?:[).;:,]|$)))(?!\\p{L})");
  private static final Pattern PERCENTILE_RANK =
      Pattern.compile(
          "\\b(\\d{1,2})(?:(?:st|nd|rd|th)?[ -]?(?:percentile|pctl?|pct ?ile|%ile)"
              + "|p(?! (?:a|an|per)\\b))\\b|\\bp(\\d{2})\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOWEST =
      Pattern.compile(
          "\\b(?:lowest|bottom|poorest|worst)[- ](?:(?:paid|earning)[-"
              + " ])?(\\d{1,2}|ten|tenth|five|quarter|decile)(?: ?%| ?percent| per cent)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HIGHEST =
      Pattern.compile(
          "\\b(?:highest|top|best|upper|richest)[- ](?:paid[-"
              + " ])?(\\d{1,2}(?!\\d)|ten|tenth|five|quarter|decile)(?:[- ]?%|[- ]?percent|[-"
              + " ]per[- ]cent)?(?! \\(| (?:\\p{L}+"
              + " )?(?:skills|dut|tasks|respons|cities|places|states|things|reasons|challenges|trends|roles|jobs|positions|titles|professions|occupations)|"
              + " (?:best|highest)?[- ]?pa(?:ying|id)"
              + " (?:roles|jobs|positions|titles|professions|occupations))",
          Pattern.CASE_INSENSITIVE);

  /** "The top 10% make an average of": their average lies above the amount that they begin at. */
  private static final Pattern AVERAGE_OF_THEM =
      Pattern.compile(
          "^[^.,;]*\\b(?:an average|averages|averaged|averaging|on average)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern QUARTILE =
      Pattern.compile(
          "\\b(lower|first|upper|third) quartile\\b|\\b(lower|upper) quarter\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MEDIAN = words("medians?|middle of the range|midpoint|^middle$");

  private static final String EARN =
      "(?:earn(?:s|ed)?|ma[dk]es?|get|gets|got|(?:are|is|were|was) paid|receives?|received|took"
          + " home|takes? home)";

  /** "Half earned more than": the figure is the median. */
  private static final Pattern HALF =
      words(
          "half(?:\\s+(?:of|the|all|its|our|them|those|these|\\p{L}{3,})){0,4}\\s+"
              + EARN
              + "\\s+(?:more|less|over|under|above|below|at least)");

  /** "One in ten earned more than", "10% earn over": a share of all from the top or the bottom. */
  private static final Pattern SHARE_OF_ALL =
      Pattern.compile(
          "\\b(?:(?:one|1) (?:in|out of) (?:every )?(?<part>ten|10|five|5|four|4|twenty|20)|an?"
              + " (?<fraction>tenth|fifth|quarter)|(?<percent>\\d{1,2}) ?(?:%|percent|per"
              + " cent))(?:\\s+(?:of|the|all|its|our|them|those|these|\\p{L}{3,})){0,4}\\s+"
              + EARN
              + "\\s+(?:(?<more>more|over|above|at least|upwards)|less|under|below)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern AVERAGE =
      words(
          "\\p{L}*durchschnitt\\p{L}*|average|averages|averaging|avg|mean(?= (?:annual |hourly"
              + " |weekly |monthly )?(?:wages?|salar(?:y|ies)|pay|earnings|hourly|annual))"
              + "|(?<!\\b(?:i|you|we|they|does|do|that|it|did) )mean|on"
              + " average");
  private static final Pattern TYPICAL = words("typical|typically|usual|usually|normally");
  private static final Pattern BROADER = words("broader|broad range|wider|full range");
  private static final Pattern TOP =
      words(
          "top (?:earners?|paid|earning)|highest[- ]paid|high(?:est)? earners?|best[- ]paid|top"
              + " tier|highest earning|how high (?:can|could|might)");

  /** The upper end of a scale, in whatever sentence. */
  private static final Pattern UPPER_END =
      words(
          "top (?:end|pay|salary|salaries|rate)|top of the range|upper end"
              + "|(?:pay|salary|wage|earnings)[- ]ceilings?|(?:a|the) ceiling"
              + "|ceiling (?:pay|salary|wages?)");

  private static final String OF_PAY =
      "(?: (?!paid|paying)\\p{L}+){0,2}"
          + " (?:wages?|pay|salar(?:y|ies)|rates?|scale|step|point|end|band)\\b";
  private static final Pattern LOW_END =
      Pattern.compile(
          "\\bat (?:the )?(?:entry|start|bottom)\\b(?!"
              + " level)|^lower$|^\\W*(?:low|min(?:imum)?|from)\\b(?!.*\\b(?:high|max|to)\\b)|(?:\\b(?:low|minimum|min|bottom)"
              + OF_PAY
              + ")|\\b(?:bottom|start) of (?:the|their|its) (?:[\\p{L}·]+"
              + " ){0,3}(?:scale|range|band)|\\bbottom of (?:(?:the|their|its)"
              + " )?[·]|\\bmin(?:imum)?\\.?$|\\blow(?:$| to high\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HIGH_END =
      Pattern.compile(
          "\\bat (?:the"
              + " )?top\\b|^upper$|^\\W*(?:high|max(?:imum)?)\\b(?!.*\\b(?:low|min)\\b)|(?:\\b(?:high|maximum|max)"
              + OF_PAY
              + ")|\\b(?:top|end) of (?:the|their|its) (?:[\\p{L}·]+ ){0,3}(?:scale|band)|\\btop of"
              + " (?:(?:the|their|its)"
              + " )?(?:[·]|band|grade)|\\bmax(?:imum)?\\.?$|\\bhigh$|\\bceiling\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HOUR =
      words("hourly|pro stunde|stundenlohn|per hour|an hour|/hour|/hr|/h|p/h|hour|hours worked");
  private static final Pattern MONTH =
      words("monthly|per month|a month|/month|month|pro monat|im monat|monatlich");
  private static final Pattern FORTNIGHT =
      words("fortnight|fortnightly|bi-?weekly|every two weeks|every 2 weeks");
  private static final Pattern WEEK = words("weekly|per week|a week|/week");
  private static final Pattern DAY = words("daily|per day|a day|/day|day rates?");
  private static final Pattern YEAR =
      words(
          "annual|annually|yearly|lpa|ctc|per year|a year|/year|/yr|per"
              + " annum|p\\.a\\.|year|salary|salaries|pro jahr|im jahr(?!"
              + " \\d)|jährlich|jahresgehalt");

  private static final Pattern EACH_YEAR =
      words("(?:each|every|a|per) year|annually|yearly|annual|per annum");

  private static final Pattern SALARY = words("salary|salaries");

  private PayTerms() {}

  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE);
  }

  /** Whether a text speaks of pay. */
  public static boolean isPay(String text) {
    return PAY.matcher(text).find();
  }

  /** Whether a text speaks of money that is not pay, such as fees, revenue and funding. */
  public static boolean isOtherMoney(String text) {
    return NOT_PAY.matcher(withoutDeductions(text)).find();
  }

  /** A text without what it says an amount is told before or after: "before student loans". */
  static String withoutDeductions(String text) {
    return DEDUCTED.matcher(text).replaceAll(" ");
  }

  /** "£21,500 after tuition" */
  private static final Pattern DEDUCTED =
      Pattern.compile("(?i)(?<=\\d)\\s{1,2}(?:after|before|less|minus|net of)(?: [\\p{L}-]+){1,3}");

  /** The part of pay a text names. */
  public static Optional<Measure> measure(String text) {
    String told = withoutExtras(text);
    if (TOTAL.matcher(EXCLUDED.matcher(text).replaceAll(" ")).find()) {
      return Optional.of(Measure.TOTAL);
    }
    if (BASE.matcher(told).find()) {
      return Optional.of(Measure.BASE);
    }
    if (BONUS.matcher(told).find()) {
      return Optional.of(Measure.BONUS);
    }
    if (EQUITY.matcher(told).find()) {
      return Optional.of(Measure.EQUITY);
    }
    return EXCLUDED.matcher(text).find() ? Optional.of(Measure.BASE) : Optional.empty();
  }

  /** Whether a text names something that is paid a single time. */
  static boolean isOnce(String text) {
    return PAID_ONCE.matcher(withoutExtras(text)).find();
  }

  /** A text without the parts of pay that it says an amount does not hold: "excluding bonus". */
  static String withoutExtras(String text) {
    String told = EXCLUDED.matcher(text).replaceAll(" ");
    return ADDED.matcher(BESIDE_BASE.matcher(told).replaceAll(" ")).replaceAll(" ");
  }

  /** "On top of base, most receive a bonus" */
  private static final Pattern BESIDE_BASE =
      words(
          "(?:on top of|in addition to|over and above|besides|beyond) (?:(?:the|their|your|its)"
              + " )?(?:base|basic)(?: pay| salary| wage)?");

  /** Whether a text names the part of pay, beside any other. */
  public static boolean names(Measure measure, String text) {
    return switch (measure) {
      case TOTAL -> TOTAL.matcher(text).find();
      case BASE -> BASE.matcher(text).find() || EXCLUDED.matcher(text).find();
      case BONUS -> BONUS.matcher(text).find();
      case EQUITY -> EQUITY.matcher(text).find();
      case SALARY -> isPay(text);
    };
  }

  /** Whether a text says that half of all earn more, or less, than its figure. */
  public static boolean isHalf(String text) {
    return HALF.matcher(text).find();
  }

  /** A text without what it says of a share of all. */
  static String withoutShares(String text) {
    return SHARE_OF_ALL.matcher(HALF.matcher(text).replaceAll(" ")).replaceAll(" ");
  }

  /** Whether a text names a year, and not only a salary, which is paid by the month elsewhere. */
  static boolean namesYear(String text) {
    return namedPeriod(text).filter(Period.YEAR::equals).isPresent();
  }

  /** Whether a text says that something is paid once a year. */
  static boolean isEachYear(String text) {
    return EACH_YEAR.matcher(text).find();
  }

  /** The period a text names, which the word salary does not. */
  public static Optional<Period> namedPeriod(String text) {
    return period(SALARY.matcher(text).replaceAll(" "));
  }

  /** Whether a text speaks of those who earn most, such as "the top 10%". */
  public static boolean isTopShare(String text) {
    return HIGHEST.matcher(text).find();
  }

  private static int percentOf(Matcher share) {
    if (share.group("percent") != null) {
      return Integer.parseInt(share.group("percent"));
    }
    String part = share.group("part") != null ? share.group("part") : share.group("fraction");
    return switch (part.toLowerCase(Locale.ROOT)) {
      case "twenty", "20" -> 5;
      case "ten", "10", "tenth" -> 10;
      case "five", "5", "fifth" -> 20;
      default -> 25;
    };
  }

  /** The statistic a text names. */
  public static Optional<Statistic> statistic(String text) {
    Matcher rank = PERCENTILE_RANK.matcher(text);
    if (rank.find()) {
      int n = Integer.parseInt(rank.group(1) != null ? rank.group(1) : rank.group(2));
      if (n >= 1) {
        return Optional.of(Statistic.percentile(n));
      }
    }
    Matcher lowest = LOWEST.matcher(text);
    if (lowest.find()) {
      return Optional.of(Statistic.percentile(share(lowest.group(1))));
    }
    Matcher highest = HIGHEST.matcher(text);
    if (highest.find()) {
      if (AVERAGE_OF_THEM.matcher(text.substring(highest.end())).find()) {
        return Optional.of(Statistic.of(Statistic.Kind.TOP));
      }
      return Optional.of(Statistic.percentile(100 - share(highest.group(1))));
    }
    Matcher part = SHARE_OF_ALL.matcher(text);
    if (part.find()) {
      int percent = percentOf(part);
      if (percent >= 1 && percent < 50) {
        return Optional.of(
            Statistic.percentile(part.group("more") != null ? 100 - percent : percent));
      }
    }
    if (isHalf(text)) {
      return Optional.of(Statistic.of(Statistic.Kind.MEDIAN));
    }
    Matcher quartile = QUARTILE.matcher(text);
    if (quartile.find()) {
      boolean low = quartile.group().toLowerCase(Locale.ROOT).matches("(?:lower|first) .*");
      return Optional.of(Statistic.percentile(low ? 25 : 75));
    }
    if (TOP.matcher(text).find()) {
      return Optional.of(Statistic.of(Statistic.Kind.TOP));
    }
    if (UPPER_END.matcher(text).find()) {
      return Optional.of(Statistic.of(Statistic.Kind.HIGH));
    }
    if (MEDIAN.matcher(text).find()) {
      return Optional.of(Statistic.of(Statistic.Kind.MEDIAN));
    }
    if (AVERAGE.matcher(text).find()) {
      return Optional.of(Statistic.of(Statistic.Kind.AVERAGE));
    }
    if (BROADER.matcher(text).find()) {
      return Optional.of(Statistic.of(Statistic.Kind.BROADER));
    }
    return TYPICAL.matcher(text).find()
        ? Optional.of(Statistic.of(Statistic.Kind.TYPICAL))
        : Optional.empty();
  }

  /** The end of a range that a question asks for or the heading of a column names. */
  public static Optional<Statistic> end(String text) {
    boolean low = LOW_END.matcher(text).find();
    boolean high = HIGH_END.matcher(text).find();
    return low == high
        ? Optional.empty()
        : Optional.of(Statistic.of(low ? Statistic.Kind.LOW : Statistic.Kind.HIGH));
  }

  private static int share(String number) {
    return switch (number.toLowerCase(Locale.ROOT)) {
      case "ten", "tenth", "decile" -> 10;
      case "five" -> 5;
      case "quarter" -> 25;
      default -> Math.clamp(Integer.parseInt(number), 1, 99);
    };
  }

  /** Whether a text names a period of pay, beside any other. */
  public static boolean names(Period period, String text) {
    return switch (period) {
      case HOUR -> HOUR.matcher(text).find();
      case DAY -> DAY.matcher(text).find();
      case WEEK -> WEEK.matcher(text).find();
      case FORTNIGHT -> FORTNIGHT.matcher(text).find();
      case MONTH -> MONTH.matcher(text).find();
      case YEAR -> YEAR.matcher(text).find();
      case ONCE -> isOnce(text);
    };
  }

  /** "An eight-hour day" is one of the days that are paid. */
  private static final Pattern SHIFT =
      Pattern.compile("(?i)\\b(?:an? |each |per )?(?:\\d{1,2}|\\p{L}{3,6})[- ]hour day\\b");

  /** "In the first year": when something is paid and not for how long. */
  private static final Pattern CAREER_YEAR =
      Pattern.compile(
          "(?i)\\b(?:in|during|for|after) (?:the|your|their|an?|his|her)"
              + " (?:first|second|third|fourth|fifth|final|last|\\d(?:st|nd|rd|th)) year\\b");

  /** The period a text names for pay. */
  public static Optional<Period> period(String written) {
    String text = SHIFT.matcher(written).replaceAll("a day");
    text = CAREER_YEAR.matcher(text).replaceAll(" ");
    if (HOUR.matcher(text).find()) {
      return Optional.of(Period.HOUR);
    }
    if (MONTH.matcher(text).find()) {
      return Optional.of(Period.MONTH);
    }
    if (FORTNIGHT.matcher(text).find()) {
      return Optional.of(Period.FORTNIGHT);
    }
    if (WEEK.matcher(text).find()) {
      return Optional.of(Period.WEEK);
    }
    if (DAY.matcher(text).find()) {
      return Optional.of(Period.DAY);
    }
    return YEAR.matcher(text).find() ? Optional.of(Period.YEAR) : Optional.empty();
  }
}
