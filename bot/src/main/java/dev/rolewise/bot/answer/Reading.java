package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.Mark.Kind;
import dev.rolewise.bot.answer.Mark.Strength;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.JointTitle;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text with its figures and with what each of them is about. Safe to read from many threads. */
final class Reading {
  /** Number words that are no figure by themselves but change one or stand for one. */
  private static final Set<String> LOOSE_NUMBERS =
      Set.of(
          "hundred",
          "hundreds",
          "thousand",
          "thousands",
          "million",
          "millions",
          "billion",
          "billions",
          "trillion",
          "trillions",
          "grand",
          "lakh",
          "lakhs",
          "lac",
          "lacs",
          "crore",
          "crores",
          "dozen",
          "dozens",
          "half",
          "halves",
          "third",
          "thirds",
          "quarter",
          "quarters",
          "fifth",
          "fifths",
          "tenth",
          "tenths",
          "double",
          "doubles",
          "doubled",
          "triple",
          "tripled",
          "twice",
          "thrice",
          "treble",
          "trebled",
          "quadruple",
          "quadrupled",
          "quintuple",
          "quintupled",
          "twofold",
          "threefold",
          "fourfold",
          "fivefold",
          "sixfold",
          "sevenfold",
          "eightfold",
          "ninefold",
          "tenfold",
          "hundredfold",
          "sixth",
          "sixths",
          "seventh",
          "sevenths",
          "eighth",
          "eighths",
          "ninth",
          "ninths",
          "score",
          "scores",
          "twenties",
          "thirties",
          "forties",
          "fifties",
          "sixties",
          "seventies",
          "eighties",
          "nineties",
          "decade",
          "decades",
          "zero",
          "nil");

  private final String text;
  private final List<Name> names;
  private final List<Word> words;
  private final List<Figure> figures;
  private volatile @Nullable List<Mark> marks;
  private volatile @Nullable List<Aside> asides;

  /**
   * A run of letters and digits.
   *
   * @param lower the run in lower case
   */
  record Word(String lower, int start, int end) {}

  /** Where something is named only to compare with it. */
  private record Aside(int start, int end) {
    boolean holds(int index) {
      return index >= start && index < end;
    }
  }

  /**
   * A name that the documents use, to be found word for word.
   *
   * @param lower the name in lower case
   * @param key what a mark of it has in common with others
   */
  record Name(Kind kind, String lower, Object key) {
    /** Written out: what a record is given is put together when it is first called, in 5 ms. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Name name
          && kind == name.kind
          && lower.equals(name.lower)
          && key.equals(name.key);
    }

    @Override
    public int hashCode() {
      return lower.hashCode();
    }
  }

  private Reading(String text, List<Name> names, List<Word> words, List<Figure> figures) {
    this.text = text;
    this.names = names;
    this.words = words;
    this.figures = figures;
  }

  /** "At the 75th" is said of a percentile, and the number of a step counts nothing. */
  private static Figure asRead(String text, Figure figure) {
    if (figure.kind() != Figure.Kind.COUNT) {
      return figure;
    }
    if (isNumberOfBand(text, figure)) {
      return as(Figure.Kind.NAME, figure);
    }
    boolean isRank =
        RANK.matcher(figure.wording()).matches()
            && RANKED.matcher(text).region(0, figure.start()).find()
            && END_OF_RANK.matcher(text).region(figure.end(), text.length()).lookingAt();
    return isRank ? as(Figure.Kind.PERCENTILE, figure) : figure;
  }

  private static Figure as(Figure.Kind kind, Figure figure) {
    return new Figure(
        kind,
        figure.value(),
        figure.currency(),
        figure.dollar(),
        figure.period(),
        figure.start(),
        figure.end(),
        figure.wording());
  }

  /** Whether what ends at an index is numbered by what stands there. */
  private static boolean isBeforeNumber(String text, int index) {
    return BEFORE_NUMBER
        .matcher(text)
        .region(Math.max(0, index - MAX_NAME_CHARS), Math.min(index, text.length()))
        .find();
  }

  private static boolean isNumberOfBand(String text, Figure figure) {
    return NUMBER.matcher(figure.wording()).matches()
        && (isBeforeNumber(text, figure.start())
            || BEHIND_NUMBER.matcher(text).region(figure.end(), text.length()).lookingAt());
  }

  static Reading of(String text) {
    return of(text, List.of());
  }

  /** The reading of a text in which the names count as marks too. */
  static Reading of(String text, List<Name> names) {
    return new Reading(
        text,
        names,
        words(text),
        FigureWords.with(
            text, Figures.in(text).stream().map(figure -> asRead(text, figure)).toList()));
  }

  /** The same text, in which the names count as marks too. */
  Reading with(List<Name> others) {
    return new Reading(text, others, words, figures);
  }

  String text() {
    return text;
  }

  List<Word> words() {
    return words;
  }

  List<Figure> figures() {
    return figures;
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean inside = i < text.length() && Character.isLetterOrDigit(text.charAt(i));
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        words.add(new Word(text.substring(start, i).toLowerCase(Locale.ROOT), start, i));
        start = -1;
      }
    }
    return words;
  }

  /** Number words that belong to no figure, such as "half" and "dozen". */
  Set<String> looseNumbers() {
    Set<String> loose = new HashSet<>();
    for (Word word : words) {
      if (LOOSE_NUMBERS.contains(word.lower()) && !isInFigure(word.start())) {
        loose.add(word.lower());
      }
    }
    return loose;
  }

  private boolean isInFigure(int index) {
    for (Figure figure : figures) {
      if (index >= figure.start() && index < figure.end()) {
        return true;
      }
    }
    return false;
  }

  /** The word right behind an index, or the empty string. */
  String wordBehind(int index) {
    for (Word word : words) {
      if (word.start() >= index) {
        return word.start() <= index + 2 && !hasBreak(index, word.start()) ? word.lower() : "";
      }
    }
    return "";
  }

  private boolean hasBreak(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '-' && c != '\u00a0') {
        return true;
      }
    }
    return false;
  }

  /** Signs of units that belong to no figure, in reading order. */
  String looseSigns() {
    var signs = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if ("%$£€".indexOf(text.charAt(i)) >= 0 && !isInFigure(i)) {
        signs.append(text.charAt(i));
      }
    }
    return signs.toString();
  }

  /** Everything the text says about what its figures are about, in reading order. */
  List<Mark> marks() {
    List<Mark> known = marks;
    if (known == null) {
      List<Mark> found = new ArrayList<>();
      addTitles(found);
      for (Places.Found place : Places.in(text)) {
        found.add(new Mark(Kind.PLACE, place.place(), Strength.FIRM, place.start(), place.end()));
      }
      addNames(found);
      found.removeIf(mark -> mark.kind() == Kind.TITLE && isInside(mark, found));
      addFigures(found);
      for (int i = 0; i < words.size(); i++) {
        if (!isInFigure(words.get(i).start())) {
          addWord(found, i);
        }
      }
      found.sort((a, b) -> Integer.compare(a.start(), b.start()));
      known = List.copyOf(found);
      marks = known;
    }
    return known;
  }

  List<Mark> marks(Kind kind) {
    List<Mark> found = new ArrayList<>();
    for (Mark mark : marks()) {
      if (mark.kind() == kind) {
        found.add(mark);
      }
    }
    return found;
  }

  private void addTitles(List<Mark> found) {
    for (JobTitles.Found title : JobTitles.in(text)) {
      int start = ownStart(title);
      String name = start == title.start() ? title.title() : text.substring(start, title.end());
      found.add(new Mark(Kind.TITLE, JobName.of(name), Strength.FIRM, start, title.end()));
    }
  }

  /** Where a title begins behind numbers and words such as "whereas" that are no part of it. */
  private int ownStart(JobTitles.Found title) {
    int start = title.start();
    for (Word word : words) {
      if (word.start() == start
          && word.end() < title.end()
          && (isInFigure(start) || SubjectCheck.isConjunction(word.lower()))) {
        start = word.end();
        while (start < title.end() && !Character.isLetterOrDigit(text.charAt(start))) {
          start++;
        }
      }
    }
    return start < title.end() ? start : title.start();
  }

  private void addNames(List<Mark> found) {
    if (names.isEmpty()) {
      return;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (Name name : names) {
      for (int at = lower.indexOf(name.lower());
          at >= 0;
          at = lower.indexOf(name.lower(), at + 1)) {
        int end = at + name.lower().length();
        if (isWordEdge(lower, at) && isWordEdge(lower, end)) {
          var mark = new Mark(name.kind(), name.key(), Strength.FIRM, at, end);
          // What the documents mean by a name decides over what it means in general.
          found.removeIf(other ->
              other.kind() == mark.kind()
                  && other.start() == mark.start()
                  && other.end() == mark.end());
          found.add(mark);
        }
      }
    }
  }

  /** Whether a title is but a part of a longer one; a name of two jobs leaves both. */
  private boolean isInside(Mark mark, List<Mark> all) {
    for (Mark other : all) {
      if (other.kind() == Kind.TITLE
          && other.start() <= mark.start()
          && other.end() >= mark.end()
          && other.end() - other.start() > mark.end() - mark.start()
          && !isOneOf(mark, other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a title is one of those that a longer one joins: "technicians and conservators". */
  private boolean isOneOf(Mark mark, Mark longer) {
    String whole = text.substring(longer.start(), longer.end());
    String front = text.substring(longer.start(), mark.start());
    return whole.contains(" or ")
        || !JointTitle.parts(whole).isEmpty()
        || (mark.end() == longer.end() && JOINED.matcher(front).find());
  }

  /** Characters in which the name of a step stands, with the word in front of it. */
  private static final int MAX_NAME_CHARS = 24;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");

  /** "Step 3", "training year 1", but not "a year". */
  private static final Pattern BEFORE_NUMBER =
      Pattern.compile(
          "(?i)(?:\\b(?:level|grade|band|tier|step|stage|pqe|stufe|(?:lehr|ausbildungs)jahr)"
              + "|(?<!\\b(?:an?|per|each|every|this|last|next|one) )\\byear) $");

  private static final Pattern BEHIND_NUMBER =
      Pattern.compile("(?i)\\.? (?:stufe|lehrjahr|ausbildungsjahr)\\b");

  private static final Pattern RANK = Pattern.compile("[1-9]\\d(?:st|nd|rd|th)");
  private static final Pattern RANKED =
      Pattern.compile("(?i)\\bpercentile\\b.*\\b(?:at|and) the $");
  private static final Pattern END_OF_RANK = Pattern.compile("\\s*(?:[.,;)]|$)");

  private static final Pattern RANGE_OF =
      Pattern.compile("(?i)\\brang(?:e|es|ing)(?: (?:of|is|goes|runs|from|between))* ?$");

  private static final Pattern IN_BRACKETS =
      Pattern.compile("(?i)\\s*\\((?:(?:at|for|in|the|an?) )*");

  private static final Pattern AT_THE = Pattern.compile("(?i),? at (?:the )?");

  /** A stage or a place right behind its figure: "$76,000 at entry level to". */
  private static final Pattern BEHIND = Pattern.compile("(?i) (?:at|in|with|for) (?:the )?");

  /** Where something else is told of, which says nothing of the figures in front of it. */
  private static final Pattern NEXT_CLAUSE =
      Pattern.compile("(?i);|, (?:and|but|with)\\b|\\b(?:while|whereas|but|compared|versus)\\b");

  private static final Pattern FOR_WHOM = Pattern.compile("(?i) for (?:an? )?\\p{L}");

  private static final Pattern FIRST =
      Pattern.compile("(?i)(?:as of|at|by|during|for|in|since) (?:\\p{L}{3,9} )?");

  private static final Pattern END_OF_CLAUSE =
      Pattern.compile("(?i)[,;.]\\s(?!at\\b)|[|)\\n]|\\b(?:but|while|whereas)\\b");

  /** "$11,000 more than". */
  private static final Pattern DIFFERS = Pattern.compile("(?i) (?:(?:more|less|\\p{L}+er) )?");

  /** Whether a name tells no job from another one. */
  static boolean isAnyJob(String name) {
    return ANY_JOB.matcher(name).matches();
  }

  /** Where years are asked for, which are not those that the pay in front of it is for. */
  private static final Pattern CALLS_FOR =
      Pattern.compile(
          "(?i)(?:;|, (?:and|but)\\b|\\bwhile\\b).*\\b(?:call|ask|require|need|expect)s?\\b");

  /** Any job, which tells no job from another one. */
  private static final Pattern ANY_JOB =
      Pattern.compile("(?i).*\\b(?:jobs?|roles?|positions?|specialists?)");

  private static final Pattern JOINED = Pattern.compile("(?i)(?:\\b(?:and|or)|[,/&])\\s*$");

  private static boolean isWordEdge(String text, int index) {
    return index <= 0
        || index >= text.length()
        || !Character.isLetterOrDigit(text.charAt(index))
        || !Character.isLetterOrDigit(text.charAt(index - 1));
  }

  private void addFigures(List<Mark> found) {
    for (Figure figure : figures) {
      Range value = figure.value();
      switch (figure.kind()) {
        case YEARS -> add(found, Kind.YEARS, key(value), figure);
        case PERCENTILE -> add(found, Kind.STATISTIC, "p" + (int) value.high().orElse(0), figure);
        case CALENDAR_YEAR -> {
          value.low().ifPresent(low -> add(found, Kind.CALENDAR_YEAR, (int) low, figure));
          value.high().ifPresent(high -> add(found, Kind.CALENDAR_YEAR, (int) high, figure));
        }
        case MONEY, PERCENT, COUNT, NAME -> {}
      }
    }
  }

  /** What marks of the same years have in common. */
  static Object key(Range years) {
    return years.low() + " " + years.high();
  }

  private static void add(List<Mark> found, Kind kind, Object key, Figure figure) {
    found.add(new Mark(kind, key, Strength.FIRM, figure.start(), figure.end()));
  }

  private void addWord(List<Mark> found, int index) {
    Word word = words.get(index);
    String next = index + 1 < words.size() ? words.get(index + 1).lower() : "";
    String before = index > 0 ? words.get(index - 1).lower() : "";
    switch (word.lower()) {
      case "entry",
          "junior",
          "juniors",
          "starter",
          "starters",
          "beginner",
          "beginners",
          "newcomer",
          "newcomers",
          "graduate",
          "graduates" ->
          add(found, Kind.BAND, "entry", word);
      case "early" -> {
        if (next.equals("career")) {
          add(found, Kind.BAND, "early", word);
        }
      }
      case "mid", "midcareer", "midlevel", "intermediate" -> add(found, Kind.BAND, "mid", word);
      case "late" -> {
        if (next.equals("career")) {
          add(found, Kind.BAND, "late", word);
        }
      }
      case "experienced" -> add(found, Kind.BAND, "experienced", word);
      case "senior", "seniors" -> add(found, Kind.BAND, "senior", word);
      case "level", "grade", "band", "tier", "step", "stage", "pqe" ->
          addOwnBand(found, word, wordBehind(word.end()));
      case "stufe", "lehrjahr", "ausbildungsjahr" -> {
        String number = wordBehind(word.end());
        addOwnBand(found, word, isNumber(number) ? number : before);
      }
      case "base", "basic" -> add(found, Kind.MEASURE, "base", word);
      case "total", "totals", "overall", "tc", "ote" -> add(found, Kind.MEASURE, "total", word);
      case "including", "included", "counted", "package" ->
          loose(found, Kind.MEASURE, "total", word);
      case "bonus",
          "bonuses",
          "commission",
          "commissions",
          "allowance",
          "allowances",
          "tip",
          "tips",
          "incentive",
          "incentives",
          "overtime" ->
          add(found, Kind.MEASURE, "bonus", word);
      case "equity", "stock", "stocks", "rsu", "rsus" -> add(found, Kind.MEASURE, "equity", word);
      case "average", "averages", "averaging", "avg", "mean" ->
          add(found, Kind.STATISTIC, "average", word);
      case "median", "medians", "midpoint" -> add(found, Kind.STATISTIC, "p50", word);
      case "broader", "wider" -> add(found, Kind.STATISTIC, "broader", word);
      case "typical", "typically", "usual", "usually" ->
          loose(found, Kind.STATISTIC, "typical", word);
      case "low", "lower", "minimum" -> addEnd(found, word, next, "low");
      case "high", "upper", "maximum" -> addEnd(found, word, next, "high");
      case "lowest", "bottom" -> addShare(found, word, index, next, false);
      case "highest", "top", "best" -> addShare(found, word, index, next, true);
      case "hourly" -> add(found, Kind.PERIOD, "HOUR", word);
      case "daily" -> add(found, Kind.PERIOD, "DAY", word);
      case "fortnightly", "biweekly" -> add(found, Kind.PERIOD, "FORTNIGHT", word);
      case "weekly" -> add(found, Kind.PERIOD, "WEEK", word);
      case "monthly" -> add(found, Kind.PERIOD, "MONTH", word);
      case "annual", "annually", "yearly", "annum" -> loose(found, Kind.PERIOD, "YEAR", word);
      case "hour", "hr", "h" -> addPeriod(found, word, index, before, "HOUR");
      case "day" -> {
        if (next.equals("rate") || next.equals("rates")) {
          add(found, Kind.PERIOD, "DAY", word);
        } else {
          addPeriod(found, word, index, before, "DAY");
        }
      }
      case "fortnight" -> addPeriod(found, word, index, before, "FORTNIGHT");
      case "week", "wk" -> addPeriod(found, word, index, before, "WEEK");
      case "month" -> addPeriod(found, word, index, before, "MONTH");
      case "minute" -> addPeriod(found, word, index, before, "MINUTE");
      case "year", "yr" -> {
        addPeriod(found, word, index, before, "YEAR");
        if (isNumber(next) && isBeforeNumber(text, word.end() + 1)) {
          addOwnBand(found, word, next);
        }
      }
      default -> addCode(found, word);
    }
  }

  private static void add(List<Mark> found, Kind kind, String key, Word word) {
    found.add(new Mark(kind, key, Strength.FIRM, word.start(), word.end()));
  }

  private static void loose(List<Mark> found, Kind kind, String key, Word word) {
    found.add(new Mark(kind, key, Strength.LOOSE, word.start(), word.end()));
  }

  /** "Low" and "High" over two columns, "the low end". */
  private void addEnd(List<Mark> found, Word word, String next, String end) {
    boolean alone = wordBehind(word.end()).isEmpty();
    boolean named =
        switch (next) {
          case "end",
              "bound",
              "figure",
              "estimate",
              "pay",
              "wage",
              "wages",
              "salary",
              "salaries",
              "rate" ->
              true;
          default -> false;
        };
    if (alone || named) {
      loose(found, Kind.STATISTIC, end, word);
    }
  }

  private static boolean isNumber(String word) {
    return NUMBER.matcher(word).matches();
  }

  private static void addOwnBand(List<Mark> found, Word word, String next) {
    boolean named =
        next.length() <= 3
            && !next.isEmpty()
            && (Character.isDigit(next.charAt(0))
                || next.chars().allMatch(c -> "ivx".indexOf(c) >= 0));
    if (named) {
      add(found, Kind.BAND, word.lower() + " " + next, word);
    }
  }

  /** "P90" and "L5". */
  private static void addCode(List<Mark> found, Word word) {
    String lower = word.lower();
    if (lower.length() < 2
        || lower.length() > 3
        || !lower.substring(1).chars().allMatch(Character::isDigit)) {
      return;
    }
    switch (lower.charAt(0)) {
      case 'p' -> {
        add(found, Kind.STATISTIC, lower, word);
        add(found, Kind.BAND, lower, word);
      }
      case 'l', 'e', 'g' -> add(found, Kind.BAND, lower, word);
      default -> {}
    }
  }

  /** "lowest 10 percent", "top tenth", "highest-paid", "top salary". */
  private void addShare(List<Mark> found, Word word, int index, String next, boolean highest) {
    for (int i = index + 1; i < Math.min(words.size(), index + 4); i++) {
      String behind = words.get(i).lower();
      int share =
          switch (behind) {
            case "ten", "tenth", "decile" -> 10;
            case "quarter", "quartile" -> 25;
            case "five" -> 5;
            default ->
                behind.length() <= 2 && behind.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? Integer.parseInt(behind)
                    : 0;
          };
      if (share > 0) {
        add(found, Kind.STATISTIC, "p" + (highest ? 100 - share : share), word);
        return;
      }
      if (!behind.equals("paid") && !behind.equals("earning")) {
        break;
      }
    }
    if (highest && isTop(next)) {
      add(found, Kind.STATISTIC, "top", word);
    } else {
      addEnd(found, word, next, highest ? "high" : "low");
    }
  }

  private static boolean isTop(String word) {
    return switch (word) {
      case "earner", "earners", "earning", "paid", "tier" -> true;
      default -> false;
    };
  }

  private void addPeriod(List<Mark> found, Word word, int index, String before, String period) {
    boolean each =
        switch (before) {
          case "per", "a", "an", "each", "every" -> true;
          default -> word.start() > 0 && text.charAt(word.start() - 1) == '/';
        };
    String counted = index > 1 ? words.get(index - 2).lower() : "";
    if (!each || counted.equals("hours") || counted.equals("days") || counted.equals("times")) {
      return;
    }
    if (period.equals("YEAR")) {
      loose(found, Kind.PERIOD, period, word);
    } else {
      add(found, Kind.PERIOD, period, word);
    }
  }

  /** Whether what stands at an index is but what something is compared with. */
  private boolean isAside(int index) {
    return asides().stream().anyMatch(aside -> aside.holds(index));
  }

  /** Where the first comparison behind an index begins, or the end of the text. */
  int asideBehind(int index) {
    return asides().stream()
        .mapToInt(Aside::start)
        .filter(start -> start >= index)
        .findFirst()
        .orElse(text.length());
  }

  /** Comparisons up to the end of their clause, but for those with a figure of their own. */
  private List<Aside> asides() {
    List<Aside> known = asides;
    if (known == null) {
      List<Aside> found = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        int start = words.get(i).start();
        if (compares(i) && found.stream().noneMatch(aside -> aside.holds(start))) {
          Matcher clause = END_OF_CLAUSE.matcher(text).region(start, text.length());
          int end = clause.find() ? clause.start() : text.length();
          boolean isOfFigure = figures.stream().anyMatch(one -> isOfComparison(one, start, end));
          if (!isOfFigure) {
            found.add(new Aside(start, end));
          }
        }
      }
      known = List.copyOf(found);
      asides = known;
    }
    return known;
  }

  private boolean compares(int index) {
    String before = index > 0 ? words.get(index - 1).lower() : "";
    String next = index + 1 < words.size() ? words.get(index + 1).lower() : "";
    return switch (words.get(index).lower()) {
      case "than", "unlike" -> true;
      case "above", "below" -> !before.equals("and") && !before.equals("or");
      case "compared" -> next.equals("with") || next.equals("to");
      case "as" -> before.equals("much") || before.equals("many");
      default -> false;
    };
  }

  /** Whether a figure stands in a comparison, or says by how much something differs. */
  private boolean isOfComparison(Figure figure, int start, int end) {
    return switch (figure.kind()) {
      case MONEY, PERCENT, COUNT, YEARS ->
          figure.end() > start
              ? figure.start() < end
              : DIFFERS.matcher(text.substring(figure.end(), start)).matches();
      case CALENDAR_YEAR, PERCENTILE, NAME -> false;
    };
  }

  /** What the text says a figure is about: the marks that stand nearer to it than to another. */
  List<Mark> about(Figure figure, Kind kind) {
    List<Mark> all = besides(figure, kind);
    List<Figure> rivals = rivals(figure, kind);
    return all.isEmpty() || rivals.size() <= 1 ? all : owned(rivals, rivals.indexOf(figure), all);
  }

  private List<Mark> besides(Figure figure, Kind kind) {
    List<Mark> all = marks(kind);
    all.removeIf(mark ->
        (mark.start() >= figure.start() && mark.end() <= figure.end())
            || isAside(mark.start())
            || isOfNextClause(figure, mark));
    return all;
  }

  /** Whether a mark behind an amount tells of what is counted or asked for in another clause. */
  private boolean isOfNextClause(Figure figure, Mark mark) {
    if (figure.kind() != Figure.Kind.MONEY || mark.start() < figure.end()) {
      return false;
    }
    String between = text.substring(figure.end(), mark.start());
    return mark.kind() == Kind.YEARS
        ? CALLS_FOR.matcher(between).find()
        : mark.kind() == Kind.TITLE
            && NEXT_CLAUSE.matcher(between).find()
            && figures.stream()
                .anyMatch(other ->
                    other.kind() == Figure.Kind.COUNT
                        && other.start() >= figure.end()
                        && other.end() <= mark.start());
  }

  /** Figures that may own a mark instead: beside an amount other amounts only. */
  private List<Figure> rivals(Figure figure, Kind kind) {
    boolean money = figure.kind() == Figure.Kind.MONEY && kind != Kind.CALENDAR_YEAR;
    List<Figure> rivals = new ArrayList<>();
    for (Figure other : figures) {
      boolean quantity =
          switch (other.kind()) {
            case MONEY -> true;
            case PERCENT, COUNT, YEARS -> !money;
            case PERCENTILE, CALENDAR_YEAR, NAME -> false;
          };
      if (quantity || other.equals(figure)) {
        rivals.add(other);
      }
    }
    return rivals;
  }

  /**
   * What it is about by what the figures in front of it are about, or else those behind it. "With a
   * range of" says itself which statistic it is.
   */
  List<Mark> inherited(Figure figure, Kind kind) {
    if (kind == Kind.STATISTIC && RANGE_OF.matcher(text.substring(0, figure.start())).find()) {
      return List.of();
    }
    if (isToldByOther(figure, kind)) {
      return List.of();
    }
    List<Mark> all = besides(figure, kind);
    all.removeIf(mark ->
        mark.start() > figure.end()
            && NEXT_CLAUSE.matcher(text).region(figure.end(), mark.start()).find());
    if (kind == Kind.TITLE) {
      all.removeIf(mark -> isAnyJob(text.substring(mark.start(), mark.end())));
    }
    List<Figure> rivals = rivals(figure, kind);
    int index = rivals.indexOf(figure);
    for (int i = index; i >= 0; i--) {
      List<Mark> own = owned(rivals, i, all);
      if (!own.isEmpty()) {
        return own;
      }
    }
    for (int i = index + 1; i < rivals.size(); i++) {
      List<Mark> own = owned(rivals, i, all);
      if (!own.isEmpty()) {
        return own;
      }
    }
    return List.of();
  }

  /**
   * What a sentence leaves to be taken from what is said of other figures: nothing that a clause in
   * front is about where its own clause has a subject of its own, but what all of it begins with.
   */
  List<Mark> carried(Figure figure, Kind kind) {
    List<Mark> marks = new ArrayList<>(inherited(figure, kind));
    if (kind == Kind.BAND
        && (FOR_WHOM.matcher(text).region(figure.end(), text.length()).lookingAt()
            || !about(figure, Kind.TITLE).isEmpty())) {
      marks.removeIf(mark -> mark.start() > figure.end());
    }
    int clause = marks.isEmpty() || kind == Kind.TITLE ? 0 : ownClause(figure);
    marks.removeIf(mark -> mark.end() <= clause && !isFirst(mark));
    return marks;
  }

  /** Where the clause of a figure begins, if it has a subject of its own; 0 if it has none. */
  private int ownClause(Figure figure) {
    int start = 0;
    Matcher next = NEXT_CLAUSE.matcher(text).region(0, figure.start());
    while (next.find()) {
      start = next.end();
    }
    int from = start;
    boolean hasSubject =
        switch (figure.kind()) {
          case COUNT, PERCENT -> !wordBehind(figure.end()).isEmpty();
          case MONEY, YEARS, CALENDAR_YEAR, PERCENTILE, NAME ->
              words.stream()
                  .filter(word -> word.start() >= from && word.end() <= figure.start())
                  .anyMatch(this::isSubject);
        };
    return hasSubject ? start : 0;
  }

  private boolean isSubject(Word word) {
    return !WordingCheck.isEmpty(word.lower())
        && !SubjectCheck.isVerb(word.lower())
        && !isInFigure(word.start())
        && marks().stream()
            .noneMatch(mark ->
                (mark.kind() == Kind.PLACE || mark.kind() == Kind.BAND)
                    && word.start() >= mark.start()
                    && word.start() < mark.end());
  }

  /** Whether all of the text is about a place or a year: "In 2024, ...". */
  private boolean isFirst(Mark mark) {
    return (mark.kind() == Kind.PLACE || mark.kind() == Kind.CALENDAR_YEAR)
        && FIRST.matcher(text).region(0, mark.start()).matches();
  }

  /** Whether years say which stage it is of, or its name says it, beside an amount. */
  private boolean isToldByOther(Figure figure, Kind kind) {
    boolean isMoney = figure.kind() == Figure.Kind.MONEY;
    return switch (kind) {
      case BAND ->
          isMoney
              ? !about(figure, Kind.YEARS).isEmpty()
              : figure.kind() == Figure.Kind.YEARS
                  && figures.stream().anyMatch(other -> other.kind() == Figure.Kind.MONEY);
      case YEARS -> isMoney && !about(figure, Kind.BAND).isEmpty();
      default -> false;
    };
  }

  private List<Mark> owned(List<Figure> rivals, int index, List<Mark> all) {
    List<Mark> own = new ArrayList<>();
    for (Mark mark : all) {
      if (owner(rivals, mark) == index) {
        own.add(mark);
      }
    }
    return own;
  }

  /**
   * A mark between two figures belongs to the one with less of a break in between; one that reaches
   * into a figure belongs to that one.
   */
  private int owner(List<Figure> rivals, Mark mark) {
    int next = 0;
    while (next < rivals.size() && rivals.get(next).start() < mark.start()) {
      next++;
    }
    if (next == 0) {
      return 0;
    }
    if (next == rivals.size()) {
      return next - 1;
    }
    Figure left = rivals.get(next - 1);
    Figure right = rivals.get(next);
    if (mark.start() < left.end()) {
      return next - 1;
    }
    if (mark.end() > right.start()) {
      return next;
    }
    if (isSaidBehind(left, mark, right)) {
      return next - 1;
    }
    int breakBefore = barrier(left.end(), mark.start());
    int breakBehind = barrier(mark.end(), right.start());
    return breakBehind <= breakBefore ? next : next - 1;
  }

  /** "$76,500 (25th percentile)", "$76,500 at the 25th percentile to". */
  private boolean isSaidBehind(Figure figure, Mark mark, Figure next) {
    String between = text.substring(figure.end(), mark.start());
    return IN_BRACKETS.matcher(between).matches()
        ? text.startsWith(")", mark.end())
        : ((mark.kind() == Kind.STATISTIC && AT_THE.matcher(between).matches())
                || BEHIND.matcher(between).matches())
            && !text.substring(mark.end(), next.start()).isBlank();
  }

  private int barrier(int from, int to) {
    int barrier = 0;
    for (int i = from; i < to; i++) {
      barrier =
          Math.max(
              barrier,
              switch (text.charAt(i)) {
                case ';', '|', '\n' -> 3;
                case '.' -> i + 1 < text.length() && text.charAt(i + 1) == ' ' ? 3 : 0;
                case ',', '(', ')' -> 1;
                default -> 0;
              });
    }
    for (Word word : words) {
      if (word.start() >= from && word.end() <= to) {
        switch (word.lower()) {
          case "and", "while", "but", "whereas", "vs", "versus", "or", "compared" ->
              barrier = Math.max(barrier, 2);
          default -> {}
        }
      }
    }
    return barrier;
  }
}
