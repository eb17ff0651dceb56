package dev.rolewise.knowledge.fact;

import dev.rolewise.knowledge.fact.Figure.Kind;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the figures in a text, in digits or in words, with their units and open ends. */
public final class Figures {
  private static final String CODES =
      "USD|EUR|GBP|CAD|AUD|NZD|CHF|INR|JPY|SEK|NOK|DKK|PLN|SGD|CNY|ZAR|BRL|MXN|CZK|HUF"
          + "|RON|ILS|HKD|KRW|AED|TRY|MYR|IDR|PHP|THB|TWD|VND|KES|NGN|GHS|EGP|SAR|QAR|PKR|BDT|LKR";
  private static final String CURRENCY =
      "US\\$|CA\\$|C\\$|AU\\$|A\\$|NZ\\$|S\\$|HK\\$|\\$|£|€|¥|₹|R\\$|₱|₦|₩|₪|₫|฿|₺|₽"
          + "|\\b(?:"
          + CODES
          + ")\\b|(?-i:\\b(?:Dhs?|K[Ss]h|RM|SFr|kr)\\.?(?=\\s?\\d)|(?<=\\d"
          + " )(?:Dhs?|kr)\\b|zł|Kč)|\\bRs\\.?(?=\\s?\\d)|(?<=\\d"
          + " )Rs\\b|(?-i:\\bR(?=\\s?\\d{1,3}(?:[,. "
          + " ]\\d{3})+(?![\\p{L}\\d])|\\s?\\d{2,7}(?:\\.\\d\\d)?(?:\\s(?:per|a|an|/)\\s|/)))|\\b(?:US"
          + " |Canadian |Australian )?dollars?\\b|\\beuros?\\b|\\bpounds? sterling\\b|\\bpounds\\b";
  private static final String UNIT_WORDS =
      "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
          + "|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty"
          + "|ninety";
  private static final String WORD_NUMBER =
      "(?:(?:"
          + UNIT_WORDS
          + ")(?:[ -](?:"
          + UNIT_WORDS
          + "|hundred|thousand)|(?<=hundred|thousand) and)*)";

  /** "half a million", "a quarter of a million", "a hundred thousand". */
  private static final String PART =
      "(?:half an?|(?:an?|one) quarter of an?|three[ -]quarters of an?|an? hundred|an?)"
          + "(?=[ -](?:thousand|million|billion|trillion)\\b)";

  /** "one in five", "3 out of 10". */
  private static final Pattern RATIO =
      Pattern.compile(
          "(?<part>\\d{1,2}|"
              + UNIT_WORDS
              + ") (?:in|out of) (?:every )?(?<whole>\\d{1,3}|"
              + UNIT_WORDS
              + ")\\b(?![.,]?\\d)(?! ?(?:%|percent|years?|yrs?|months?|weeks?|days?|hours?|minutes?"
              + "|thousand|million|billion|[-–]))",
          Pattern.CASE_INSENSITIVE);

  /** "Rs 1, 25, 000": an amount whose groups somebody has set apart. */
  private static final String APART =
      "(?<=(?:Rs\\.?|₹|INR|USD|[$£€])\\s{0,2})\\d{1,3}(?:, ?\\d{2,3})*, (?:\\d00(?![\\p{L}\\d,])"
          + "|\\d{3}(?=\\s(?:(?:per|an?) (?:year|annum|month)|annually|yearly|monthly)\\b))";

  /** The L of "₹8L – 18L". */
  private static final String LAKH =
      "(?-i:(?<=(?:₹|\\bRs\\.?|\\bINR)\\s?[\\d.,]{1,9}[ \u00a0]?"
          + "|\\d ?L\\+?\\s?(?:-|–|to)\\s?[\\d.,]{1,9}[ \u00a0]?)L)";

  private static final Pattern ATOM =
      Pattern.compile(
          "(?<before>(?:"
              + CURRENCY
              + ")\\s{0,2})?(?:(?<digits>"
              + APART
              + "|\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)|\\d{1,3}(?:[,.'’\\u00a0\\u202f"
              + " ]\\d{3})+(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?|\\d+(?:[.,]\\d+)?)|\\b(?<words>"
              + PART
              + "|"
              + WORD_NUMBER
              + ")\\b)(?<ordinal>st\\b|nd\\b|rd\\b|th\\b)?(?<plus3>\\+(?=\\s?(?:lpa|lakhs?|lacs?|crores?)\\b))?(?:["
              + " \\u00a0-]?(?<times>thousand|grand|million|billion|trillion|bn|mn|lakhs?|lacs?|lpa|crores?|"
              + LAKH
              + ")\\b"
              + "|(?<short>[kKmMbB])(?![\\w]))?(?<plus>\\+)?(?:\\s?(?<unit>%|percent\\b|per"
              + " cent\\b|percentage points?\\b|pct\\b|(?:"
              + CURRENCY
              + ")(?!\\d)))?"
              + "(?<plus2>\\+)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CONNECTOR =
      Pattern.compile(
          "(?:\\s*(?:-|–|—|‒|−|~)\\s*|\\s+(?:to|through|until|till|up to|and|bis|und)\\s+)"
              + "(?<open>(?:over|more than|above|at least|around|about|approximately|as much as"
              + "|well over)\\s+)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PERIOD_BEHIND =
      Pattern.compile(
          "^\\s?(?:(?:gross|brutto|before tax|net|base|on average)\\s)?"
              + "(?:(?:/|per|a|an|each|every|im|pro)\\s?(?:(?:flight|working|billable|teaching|contact)\\s)?"
              + "(?<each>year|yr|annum|month|mo|fortnight|week|wk|day|hour|hr|h|jahr|monat|stunde)\\b"
              + "|(?<ly>annually|yearly|annual|monthly|fortnightly|weekly|daily|hourly|p\\.\\s?a\\.?|pa\\b"
              + "|p/a|p/h|ph\\b))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern UP_TO =
      Pattern.compile(
          "(?:up to|as (?:much|high) as|at most|no more than|not more than|less than|fewer"
              + " than|under|below|maximum(?: of)?|max\\.?|reach(?:es|ing)?|≤|<)\\s*(?:about"
              + " |around )?$",
          Pattern.CASE_INSENSITIVE);

  /** Words behind which an amount says how far another one changed, unlike "go up from". */
  private static final String CHANGED =
      "(?<!\\b(?:go|goes|going|moves?|moving|works?|working|steps?|stepping)\\s)(?:up|down)"
          + "|rose|risen|fell|fallen|grew|grown|climbed|dropped|jumped|increased|decreased|declined"
          + "|raised|lifted|lowered|reduced|cut|went|gone|sank|sunk|slid|slipped"
          + "|falls?|drops?|declines?|decreases?|sinks?|slips?";

  /** "Up from £33,100" is what it was and no least amount. */
  private static final String NOT_CHANGED = "(?<!\\b(?:" + CHANGED + ")\\s)";

  private static final Pattern FROM =
      Pattern.compile(
          "(?:over|more than|at least|start(?:s|ing)? (?:at|from)|"
              + NOT_CHANGED
              + "from|above|exceed"
              + "|exceeds|exceeding|in excess of|upwards? of|minimum(?: of)?|min\\.?|greater than"
              + "|no less than|not less than|beyond|north of|≥|>)\\s*(?:about |around )?$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPARATIVE =
      Pattern.compile(
          "^(?:less than|fewer than|under|below|over|more than|above|exceed|greater than|beyond)",
          Pattern.CASE_INSENSITIVE);

  /** "Do not earn", "rarely make": with "more than" behind it, it says "up to". */
  private static final Pattern DENIED =
      Pattern.compile(
          "(?:(?:\\b(?:do|does|did|will|would|can|could|should|is|are) )?\\b(?:not|never)"
              + "|\\b(?:do|does|did|wo|would|ca|could|should|is|are)n['’]t|\\bcannot|\\b(?:nobody"
              + "|no one|none|rarely|seldom|hardly|(?<!\\ba )few))"
              + "(?: (?!only\\b|just\\b|but\\b|and\\b|or\\b)[\\p{L}-]+){0,3} $",
          Pattern.CASE_INSENSITIVE);

  /** Characters of the longest of them. */
  private static final int MAX_DENIAL = 50;

  private static final Pattern AROUND =
      Pattern.compile(
          "(?:around|about|rund|approximately|approx\\.?|roughly|nearly|almost|some|circa|ca\\.?|close"
              + " to|an estimated|~|≈)\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OR_MORE =
      Pattern.compile(
          "^\\s?(?:or (?:more|higher|above|over|greater)|and"
              + " (?:up|above|over|more|upwards)\\b|upwards\\b|plus\\b(?=\\s*(?:[^\\p{L}\\s]|$)|\\s(?:per|for|in|at|(?:an?|each)"
              + " (?:year|month|week|day|hour))\\b))",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern YEARS_BEHIND =
      Pattern.compile(
          "^(?:\\s?\\(?(?:full |solid |total )?|-)(?:years?|yrs?|yoe|y)\\b\\.?['’]?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OR_MORE_YEARS =
      Pattern.compile("^\\s(?:or more|plus|or so)\\s(?:years?|yrs?)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern PERCENTILE_BEHIND =
      Pattern.compile("^[\\s-]?(?:percentile|pctl|pct ?ile)", Pattern.CASE_INSENSITIVE);
  private static final Map<String, Integer> WORD_VALUES =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  /** Runs of letters that numbers in words, and currencies in front of a number, begin with. */
  private static final Set<String> FIRST_WORDS =
      Set.of(
          (UNIT_WORDS
                  + '|'
                  + CODES.toLowerCase(Locale.ROOT)
                  + "|a|an|half|us|ca|c|au|nz|s|hk|r|rs|rm|dh|dhs|ksh|sfr|kr|z|k|canadian"
                  + "|australian|dollar|dollars|euro|euros|pound|pounds")
              .split("\\|", -1));

  /** Characters of the longest of them. */
  private static final int MAX_FIRST_CHARS = "australian".length();

  private Figures() {}

  /** The figures of a text in reading order; they do not overlap. */
  public static List<Figure> in(String text) {
    List<Atom> atoms = atoms(text);
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < atoms.size(); i++) {
      Atom first = atoms.get(i);
      Atom second = i + 1 < atoms.size() ? atoms.get(i + 1) : null;
      boolean range = second != null && joins(text, first, second);
      figures.add(figure(text, first, range ? second : null));
      if (range) {
        i++;
      }
    }
    return List.copyOf(figures);
  }

  /** One number before ranges are joined. */
  private record Atom(
      int start,
      int end,
      double value,
      double times,
      String currency,
      boolean percent,
      boolean plus,
      boolean ordinal,
      boolean word,
      boolean name,
      boolean plainDigits) {
    boolean money() {
      return !currency.isEmpty();
    }

    double amount() {
      return value * times;
    }
  }

  private static List<Atom> atoms(String text) {
    List<Atom> atoms = new ArrayList<>();
    Matcher matcher = ATOM.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int from = 0;
    while (from < text.length()) {
      if (!mayStart(text, from) || !matcher.region(from, text.length()).lookingAt()) {
        from++;
        continue;
      }
      from = matcher.end();
      String digits = matcher.group("digits");
      String words = matcher.group("words");
      String currency = matcher.group("before");
      String unit = matcher.group("unit");
      boolean percent = unit != null && isPercent(unit);
      boolean named = unit != null && !percent;
      // "$180,000 CAD": the word behind tells which dollars.
      boolean tells = named && currency != null && currency.strip().equals("$");
      String money =
          currency != null && !(tells && currency(unit.strip()).isPresent())
              ? currency.strip()
              : named ? unit.strip() : "";
      int start = matcher.start();
      int end = matcher.end();
      double times = times(matcher.group("times"), matcher.group("short"));
      boolean name =
          digits != null
              && (isPartOfName(text, matcher.start("digits"), matcher.end(), start)
                  || STANDARD.matcher(text.substring(start, end)).matches());
      Matcher ratio = RATIO.matcher(text).region(start, text.length());
      if (currency == null && startsWord(text, start) && ratio.lookingAt()) {
        double share = smallValue(ratio.group("part")) / smallValue(ratio.group("whole"));
        if (share > 0 && share < 1) {
          from = ratio.end();
          atoms.add(
              new Atom(start, from, 100 * share, 1, "", true, false, false, false, false, false));
          continue;
        }
      }
      boolean behind = currency == null && !money.isEmpty() && times == 1;
      double value =
          digits != null ? parse(digits, money, behind) : wordValue(words == null ? "" : words);
      if (value < 0) {
        continue;
      }
      boolean plus =
          matcher.group("plus") != null
              || matcher.group("plus2") != null
              || matcher.group("plus3") != null;
      atoms.add(
          new Atom(
              start,
              end,
              value,
              times,
              money,
              percent,
              plus,
              matcher.group("ordinal") != null,
              digits == null,
              name,
              digits != null && digits.length() == 4 && digits.chars().allMatch(Figures::isDigit)));
    }
    return atoms;
  }

  /** "Euro 6" is a standard for engines; amounts of a few euros are written otherwise. */
  private static final Pattern STANDARD = Pattern.compile("(?:Euro|EURO)[ -]?[1-7]");

  /** Whether a number or a currency may begin at an index: there the costly pattern is tried. */
  private static boolean mayStart(String text, int index) {
    char c = text.charAt(index);
    if (!isLetter(c)) {
      return isDigit(c)
          || c == '$'
          || (c > 127 && Character.getType(c) == Character.CURRENCY_SYMBOL);
    }
    if (index > 0 && isLetter(text.charAt(index - 1))) {
      return isCodeOfDollar(text, index);
    }
    int end = index + 1;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end - index <= MAX_FIRST_CHARS
        && FIRST_WORDS.contains(text.substring(index, end).toLowerCase(Locale.ROOT));
  }

  /** The "US" of "paidUS$5". */
  private static boolean isCodeOfDollar(String text, int index) {
    return text.startsWith("$", index + 1) || text.startsWith("$", index + 2);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  private static boolean isPercent(String unit) {
    char first = unit.charAt(0);
    return first == '%'
        || unit.regionMatches(true, 0, "pe", 0, 2)
        || unit.regionMatches(true, 0, "pc", 0, 2);
  }

  private static double times(String word, String letter) {
    String unit = word != null ? word : letter != null ? letter : "";
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "k", "thousand", "grand" -> 1e3;
      case "m", "mn", "million" -> 1e6;
      case "b", "bn", "billion" -> 1e9;
      case "trillion" -> 1e12;
      case "lakh", "lakhs", "lac", "lacs", "lpa", "l" -> 1e5;
      case "crore", "crores" -> 1e7;
      default -> 1;
    };
  }

  /** Whether letters, hyphens or slashes tie the digits to a name: "COVID-19", "5G", "24/7". */
  private static boolean isPartOfName(String text, int digitsStart, int end, int start) {
    if (digitsStart == start && digitsStart > 0) {
      char before = text.charAt(digitsStart - 1);
      if (Character.isLetter(before) || before == '_' || before == '#') {
        return true;
      }
      if ((before == '-' || before == '/' || before == '*')
          && digitsStart > 1
          && Character.isLetter(text.charAt(digitsStart - 2))
          && !isYearPrefix(text, digitsStart)
          && !isThousands(text, digitsStart - 2)) {
        return true;
      }
      if (before == '/' && digitsStart > 1 && Character.isDigit(text.charAt(digitsStart - 2))) {
        return true;
      }
    }
    if (end < text.length()) {
      char after = text.charAt(end);
      if (Character.isLetter(after)) {
        return true;
      }
      if (after == '/' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1))) {
        return true;
      }
      if (after == '(' && end + 2 < text.length() && text.charAt(end + 2) == ')') {
        return true;
      }
    }
    return false;
  }

  /** Whether a letter multiplies the digits in front of it: "120k-150k". */
  private static boolean isThousands(String text, int letter) {
    return "kKmM".indexOf(text.charAt(letter)) >= 0
        && letter > 0
        && isDigit(text.charAt(letter - 1));
  }

  private static boolean isYearPrefix(String text, int digitsStart) {
    return digitsStart + 4 <= text.length()
        && (text.startsWith("19", digitsStart) || text.startsWith("20", digitsStart))
        && isDigit(text.charAt(digitsStart + 2))
        && isDigit(text.charAt(digitsStart + 3));
  }

  private static double smallValue(String number) {
    return isDigit(number.charAt(0)) ? Double.parseDouble(number) : wordValue(number);
  }

  /** What sets groups of digits apart and is no comma or point. */
  private static final Pattern SPACES = Pattern.compile("['’\\u00a0\\u202f ]");

  /**
   * What digits with separators come to.
   *
   * @param behind whether the currency stands behind the number, as where points group digits
   */
  private static double parse(String digits, String currency, boolean behind) {
    String plain = SPACES.matcher(digits).replaceAll("");
    int comma = plain.lastIndexOf(',');
    int point = plain.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
      plain = comma > point ? plain.replace(".", "").replace(',', '.') : plain.replace(",", "");
    } else if (comma >= 0) {
      boolean decimal = plain.length() - comma - 1 != 3;
      plain = decimal ? plain.replace(',', '.') : plain.replace(",", "");
    } else if (point >= 0
        && (plain.indexOf('.') != point
            || (plain.length() - point - 1 == 3 && (behind || pointGroups(currency))))) {
      plain = plain.replace(".", "");
    }
    try {
      return Double.parseDouble(plain);
    } catch (NumberFormatException _) {
      // more than one decimal separator, such as a version number
      return -1;
    }
  }

  private static boolean pointGroups(String currency) {
    return switch (currency.toUpperCase(Locale.ROOT)) {
      case "€", "EUR", "EURO", "EUROS", "CHF", "DKK", "SEK", "NOK", "BRL" -> true;
      default -> false;
    };
  }

  private static double wordValue(String words) {
    double part = partValue(words.toLowerCase(Locale.ROOT));
    if (part > 0) {
      return part;
    }
    double total = 0;
    double group = 0;
    for (String word : words.toLowerCase(Locale.ROOT).split("[ -]+", -1)) {
      Integer value = WORD_VALUES.get(word);
      if (value != null) {
        group += value;
      } else if (word.equals("hundred")) {
        group *= 100;
      } else if (word.equals("thousand")) {
        total += group * 1000;
        group = 0;
      }
    }
    return total + group;
  }

  /** What stands in front of "million" without being a number, or 0. */
  private static double partValue(String lower) {
    if (lower.startsWith("half")) {
      return 0.5;
    }
    if (lower.contains("quarter")) {
      return lower.startsWith("three") ? 0.75 : 0.25;
    }
    if (lower.equals("a hundred")) {
      return 100;
    }
    return lower.equals("a") ? 1 : 0;
  }

  private static boolean joins(String text, Atom first, Atom second) {
    if (first.name() || second.name() || first.ordinal() != second.ordinal()) {
      return false;
    }
    if (first.money() && second.money() && !maySpan(first.currency(), second.currency())) {
      return false;
    }
    Matcher connector = CONNECTOR.matcher(text).region(first.end(), second.start());
    if (!connector.matches()) {
      return rangeWithPeriod(text, first, second);
    }
    if (isCalendarYear(first)
        && !isCalendarYear(second)
        && IN_YEAR.matcher(text.substring(0, first.start())).find()) {
      return false;
    }
    if (!first.money() && second.money() && isLabelled(text, first, second)) {
      return false;
    }
    String join = connector.group().strip().toLowerCase(Locale.ROOT);
    if ((join.startsWith("and")
            && !precededBy(text, first.start(), "between")
            && !isSecondRange(text, first, second))
        || (join.startsWith("und") && !precededBy(text, first.start(), "zwischen"))) {
      return false;
    }
    if ((first.money() && second.percent()) || (first.percent() && second.money())) {
      return false;
    }
    String before = text.substring(0, first.start());
    if (CHANGED_FROM.matcher(before).find()
        || (second.amount() > MAX_RISE * first.amount() && endsInChange(before))) {
      return false;
    }
    return !(first.money()
        && !second.money()
        && second.amount() < first.amount()
        && !thousands(first, second));
  }

  /** "From 23% in 2022 to 17%": the year says when the first one was so. */
  private static final Pattern IN_YEAR =
      Pattern.compile("\\b(?:in|since|during) $", Pattern.CASE_INSENSITIVE);

  /**
   * "90–80k" has its ends the wrong way round, but in "$420,000–1.2M" only the second one is of
   * millions.
   */
  private static final int MAX_SLIP = 10;

  /** "By £2,000 to £31,000": what is so much larger is what it rose to, not how far it rose. */
  private static final int MAX_RISE = 4;

  /**
   * Whether a text in front of a figure says that the figure is how far another one changed, or
   * what it was before.
   */
  static boolean endsInChange(String before) {
    return CHANGE_IN_FRONT.matcher(before).find() || CHANGED_FROM.matcher(before).find();
  }

  private static final Pattern CHANGE_IN_FRONT =
      Pattern.compile(
          "(?:(?<!\\b(?:followed|replaced|superseded|succeeded|paid|capped|backed) )\\bby"
              + "|\\b(?:"
              + CHANGED
              + "))\\s+$",
          Pattern.CASE_INSENSITIVE);

  /** "Up from", "down from a peak of" */
  private static final Pattern CHANGED_FROM =
      Pattern.compile(
          "\\b(?:"
              + CHANGED
              + ")(?: (?:sharply|slightly|steadily|again))?\\s+from(?:"
              + " (?:an?|the|its|about|around|just|some|over|under)| (?:\\p{L}+"
              + " ){0,2}(?:peak|high|low|average|median|mean|figure|rate|level)(?: of)?)*\\s+$",
          Pattern.CASE_INSENSITIVE);

  /**
   * "Grade 13 – $73,115", "4–£11.77": a number in front of a dash and a sign of money is a label.
   */
  private static boolean isLabelled(String text, Atom first, Atom second) {
    boolean signed = second.money() && !isDigit(text.charAt(second.start()));
    boolean spaced = Character.isWhitespace(text.charAt(first.end()));
    boolean isFarBelow = first.amount() * 2 < second.amount() && second.times() == 1;
    return signed && (spaced || isFarBelow) && first.times() == 1 && !first.word();
  }

  private static boolean thousands(Atom first, Atom second) {
    return second.value() * 1000 >= first.amount() && second.times() == 1 && first.times() == 1e3;
  }

  private static boolean rangeWithPeriod(String text, Atom first, Atom second) {
    String between = text.substring(first.end(), second.start());
    Matcher period = PERIOD_BEHIND.matcher(between);
    if (!first.money() || !second.money() || !period.find()) {
      return false;
    }
    Matcher connector = CONNECTOR.matcher(between).region(period.end(), between.length());
    return connector.matches()
        && (!between.contains("and") || precededBy(text, first.start(), "between"));
  }

  /** "Between £14 and £25 an hour, around £150 and £250 a day" */
  private static boolean isSecondRange(String text, Atom first, Atom second) {
    return first.money()
        && second.money()
        && first.amount() < second.amount()
        && SECOND_RANGE.matcher(text.substring(0, first.start())).find()
        && PERIOD_BEHIND.matcher(text.substring(second.end())).find();
  }

  private static final Pattern SECOND_RANGE =
      Pattern.compile(
          "\\bbetween\\b[^.;]*\\d[^,.;]*(?:,|,? (?:and|or)) (?:around |about |roughly )?$",
          Pattern.CASE_INSENSITIVE);

  private static boolean precededBy(String text, int index, String word) {
    int from = Math.max(0, index - word.length() - 12);
    return text.substring(from, index).toLowerCase(Locale.ROOT).contains(word);
  }

  private static Figure figure(
      String text, Atom first, @org.jspecify.annotations.Nullable Atom second) {
    Atom last = second == null ? first : second;
    int start = first.start();
    int end = last.end();
    boolean named = currency(first.currency()).isPresent() || last.currency().isEmpty();
    String currency = named ? first.currency() : last.currency();
    double low = first.amount();
    double high = last.amount();
    boolean openTop = last.plus();
    if (second != null) {
      if (first.currency().isEmpty()
          && !second.currency().isEmpty()
          && low < 1000
          && high >= 1000
          && GROUPED_BY_POINT.matcher(text.substring(first.start(), first.end())).matches()) {
        low *= 1000;
      }
      if (first.times() == 1
          && second.times() > 1
          && first.value() < second.amount()
          && first.value() * second.times() <= MAX_SLIP * second.amount()) {
        low = first.value() * second.times();
      } else if (second.times() == 1 && first.times() == 1e3 && second.value() < 1000) {
        high = second.value() * first.times();
      }
      Matcher connector = CONNECTOR.matcher(text).region(first.end(), second.start());
      if (connector.matches() && connector.group("open") != null) {
        String open = connector.group("open").strip().toLowerCase(Locale.ROOT);
        openTop |= !open.startsWith("a") || open.equals("above") || open.equals("at least");
      }
    }
    boolean percent = first.percent() || last.percent();
    Kind kind = Kind.COUNT;
    Optional<Period> period = Optional.empty();
    String behind = text.substring(end, Math.min(text.length(), end + 40));
    if (first.name()) {
      kind = Kind.NAME;
    } else if (!currency.isEmpty()) {
      kind = Kind.MONEY;
      Matcher each = PERIOD_BEHIND.matcher(behind);
      if (each.find()) {
        period = Optional.of(period(each));
        end += each.end();
        behind = text.substring(end, Math.min(text.length(), end + 40));
      }
    } else if (percent) {
      kind = Kind.PERCENT;
    } else {
      Matcher years = YEARS_BEHIND.matcher(behind);
      Matcher orMoreYears = OR_MORE_YEARS.matcher(behind);
      Matcher percentile = PERCENTILE_BEHIND.matcher(behind);
      if (percentile.find()) {
        kind = Kind.PERCENTILE;
        end += percentile.end();
      } else if (orMoreYears.find()) {
        kind = Kind.YEARS;
        end += orMoreYears.end();
        openTop = true;
      } else if (years.find()) {
        kind = Kind.YEARS;
        end += years.end();
      } else if (isCalendarYear(first) && (second == null || isCalendarYear(second))) {
        kind = Kind.CALENDAR_YEAR;
      } else if (first.word() && second == null && first.amount() < 2) {
        kind = Kind.NAME;
      } else if (isBarePay(text.substring(0, start), behind, Math.max(low, high))) {
        kind = Kind.MONEY;
        Matcher each = PERIOD_BEHIND.matcher(behind);
        if (each.find()) {
          period = Optional.of(period(each));
          end += each.end();
          behind = text.substring(end, Math.min(text.length(), end + 40));
        }
      }
    }
    boolean approximate = false;
    boolean upTo = false;
    boolean from = false;
    if (kind != Kind.NAME && kind != Kind.CALENDAR_YEAR) {
      String before = text.substring(Math.max(0, start - 30), start);
      Matcher around = AROUND.matcher(before);
      if (around.find() && startsWord(before, around.start())) {
        approximate = true;
        start -= before.length() - around.start();
        before = before.substring(0, around.start());
      }
      Matcher least = FROM.matcher(before);
      Matcher upper = UP_TO.matcher(before);
      if (upper.find() && startsWord(before, upper.start())) {
        upTo = second == null;
        start -= before.length() - upper.start();
      } else if (least.find() && startsWord(before, least.start()) && second == null) {
        from = true;
        start -= before.length() - least.start();
      }
      Matcher denied = DENIED.matcher(text.substring(Math.max(0, start - MAX_DENIAL), start));
      if ((from || upTo)
          && COMPARATIVE.matcher(text.substring(start, first.start())).find()
          && denied.find()) {
        boolean most = from;
        from = upTo;
        upTo = most;
        start -= denied.end() - denied.start();
      }
      Matcher more = OR_MORE.matcher(behind);
      if (end <= text.length() && kind != Kind.YEARS && more.find()) {
        openTop = true;
        end += more.end();
      }
    }
    Range value =
        upTo
            ? new Range(OptionalDouble.empty(), OptionalDouble.of(high), openTop, approximate)
            : second == null && (openTop || from)
                ? new Range(OptionalDouble.of(low), OptionalDouble.empty(), true, approximate)
                : new Range(OptionalDouble.of(low), OptionalDouble.of(high), openTop, approximate);
    return new Figure(
        kind,
        value,
        currency(currency),
        currency.equals("$") || isDollarWord(currency),
        period,
        start,
        end,
        text.substring(start, end));
  }

  /**
   * Whether a number without a sign of money is an amount of it: a label or a few words on pay
   * stand in front of it, and nothing that it could count behind it.
   */
  private static boolean isBarePay(String before, String behind, double amount) {
    boolean isTimed = PERIOD_BEHIND.matcher(behind).find();
    return (amount >= MIN_BARE_PAY || isTimed)
        && (isTimed || ENDS_THERE.matcher(behind).find())
        && PAY_IN_FRONT.matcher(before).find();
  }

  /** Less is paid for no time that is left unsaid. */
  private static final int MIN_BARE_PAY = 1_000;

  /** "Base salary:", "Average pay is", "New starters earn about". */
  private static final Pattern PAY_IN_FRONT =
      Pattern.compile(
          "^(?:[\\p{L}'\u2019/-]+\\s+){0,4}"
              + "(?:salar(?:y|ies)|pay|wages?|earnings?|compensation|comp|remuneration|income|ote|bonus(?:es)?|commission|stipend|earns?|paid)"
              + "(?:\\s+(?:range|ranges|band|scale|rate))?(?:\\s*\\([^)]*\\))?"
              + "(?:\\s*[:=\u2013-]\\s*|\\s+(?=\\S)|\\s+$)"
              + "(?:(?:is|are|of|from|between|about|around|approximately|ranges?|up|to|over)\\s+)*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ENDS_THERE = Pattern.compile("^\\s*(?:[.;,(]|$)");

  /** The first end of "180.000–220.000 USD", which has no currency of its own. */
  private static final Pattern GROUPED_BY_POINT = Pattern.compile("\\d{1,3}\\.\\d{3}");

  private static boolean isDollarWord(String currency) {
    return currency.equalsIgnoreCase("dollar") || currency.equalsIgnoreCase("dollars");
  }

  private static boolean startsWord(String text, int index) {
    return index == 0
        || !Character.isLetterOrDigit(text.charAt(index))
        || !Character.isLetterOrDigit(text.charAt(index - 1));
  }

  private static boolean isCalendarYear(Atom atom) {
    return atom.plainDigits()
        && !atom.plus()
        && atom.times() == 1
        && atom.value() >= 1900
        && atom.value() <= 2100;
  }

  private static Period period(Matcher matcher) {
    String each = matcher.group("each");
    String word = (each != null ? each : matcher.group("ly")).toLowerCase(Locale.ROOT);
    return switch (word.charAt(0)) {
      case 'm' -> Period.MONTH;
      case 'f' -> Period.FORTNIGHT;
      case 'w' -> Period.WEEK;
      case 'd' -> Period.DAY;
      case 'h', 's' -> Period.HOUR;
      default -> word.endsWith("h") && !word.startsWith("y") ? Period.HOUR : Period.YEAR;
    };
  }

  /**
   * Whether both ends of a range may be in the two currencies; a bare dollar goes with any dollar.
   */
  private static boolean maySpan(String one, String two) {
    Optional<Currency> first = currency(one);
    Optional<Currency> second = currency(two);
    return first.equals(second)
        || (first.isEmpty() && isDollar(second))
        || (second.isEmpty() && isDollar(first));
  }

  private static boolean isDollar(Optional<Currency> currency) {
    return currency.isPresent() && currency.get().getCurrencyCode().endsWith("D");
  }

  private static Optional<Currency> currency(String sign) {
    String code =
        switch (sign.toUpperCase(Locale.ROOT)) {
          case "DH", "DH.", "DHS", "DHS." -> "AED";
          case "KSH", "KSH." -> "KES";
          case "RM" -> "MYR";
          case "SFR", "SFR." -> "CHF";
          case "ZŁ" -> "PLN";
          case "KČ" -> "CZK";
          // kronor and kroner alike: the document tells whose
          case "KR" -> "";
          case "US$", "US DOLLAR", "US DOLLARS" -> "USD";
          case "CA$", "C$", "CANADIAN DOLLAR", "CANADIAN DOLLARS" -> "CAD";
          case "A$", "AU$", "AUSTRALIAN DOLLAR", "AUSTRALIAN DOLLARS" -> "AUD";
          case "NZ$" -> "NZD";
          case "S$" -> "SGD";
          case "HK$" -> "HKD";
          case "£", "POUNDS", "POUNDS STERLING", "POUND STERLING" -> "GBP";
          case "€", "EURO", "EUROS" -> "EUR";
          case "¥" -> "JPY";
          case "₹", "RS", "RS." -> "INR";
          case "R" -> "ZAR";
          case "R$" -> "BRL";
          case "₱" -> "PHP";
          case "₦" -> "NGN";
          case "₩" -> "KRW";
          case "₪" -> "ILS";
          case "₫" -> "VND";
          case "฿" -> "THB";
          case "₺" -> "TRY";
          case "₽" -> "RUB";
          case "$", "DOLLAR", "DOLLARS", "" -> "";
          default -> sign.toUpperCase(Locale.ROOT);
        };
    return code.isEmpty() ? Optional.empty() : Optional.of(Currency.getInstance(code));
  }
}
