package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.FigureMatch.Setting;
import dev.rolewise.bot.answer.Mark.Kind;
import dev.rolewise.bot.answer.Mark.Strength;
import dev.rolewise.bot.answer.Reading.Name;
import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Currencies;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one cited statement says, with what stands around it. Safe to ask from many threads. */
final class Evidence {
  /**
   * What the documents say about the whole of a document.
   *
   * @param aliases other names of its role
   * @param currency currency of amounts that name none
   * @param names names its facts are about
   * @param stems what the words of the aliases have in common with other forms of them
   * @param headings what was read of headings and the like, which stand above many statements
   */
  record Surroundings(
      List<String> aliases,
      Optional<Currency> currency,
      List<Name> names,
      Set<String> stems,
      Map<String, Reading> headings) {
    static final Surroundings NONE = new Surroundings(List.of(), Optional.empty(), List.of());

    Surroundings(List<String> aliases, Optional<Currency> currency, List<Name> names) {
      this(aliases, currency, names, Evidence.stems(aliases), new ConcurrentHashMap<>());
    }

    /** Reads a heading, once for each document that names anything. */
    Reading heading(String text) {
      return names.isEmpty()
          ? Reading.of(text)
          : headings.computeIfAbsent(text, one -> Reading.of(one, names));
    }
  }

  /**
   * A part of a statement.
   *
   * @param labels the parts that say what its figures are about
   * @param header whether it heads a column
   */
  private record Part(Reading reading, List<Reading> labels, Setting setting, boolean header) {}

  /**
   * The words of the statement.
   *
   * @param words its own
   * @param meanings what those and those around it tell
   * @param needs whether it says that something is needed or may be left
   * @param around those of what stands around it
   * @param stems of both, and of what the document says of its role
   * @param initials of all of them, in their order
   */
  private record Vocabulary(
      String quote,
      Set<String> words,
      Set<String> meanings,
      Set<String> needs,
      List<WordingCheck.Clause> clauses,
      List<WordingCheck.Part> parts,
      Set<WordingCheck.Choice> choices,
      Set<String> around,
      Set<String> stems,
      String initials) {}

  private static final Pattern TOP_EARNERS =
      Pattern.compile("(?i)\\b(?:top|highest|best)[- ](?:earn|paid\\b|\\d+ ?(?:%|percent))[^.;]*$");

  private static final Pattern TOP = Pattern.compile("(?i)\\b(?:top|highest|best|most)\\b");

  /** What is paid at the start. */
  private static final Pattern AT_START =
      Pattern.compile("(?i)\\b(?:entry|start(?:s|ing)?|starters?|graduates?|newly|juniors?)\\b");

  private static final Pattern STARTS = Pattern.compile("(?i)\\bstart(?:s|ing)? (?:at|on|from)\\b");

  /** "From $76,500 at the 25th percentile to". */
  private static final Pattern TO_OTHER_END =
      Pattern.compile("(?i)^(?: a year)? \\(?(?:at|in|for|with) [^,;.$]*\\bto $");

  /** "With a specialized profile" behind a job. */
  private static final Pattern WITH =
      Pattern.compile("(?i)^ (?:with|without) (?:an? )?(\\p{L}[\\p{L} -]+)");

  /** "For locums", "at top companies" behind an amount. */
  private static final Pattern FOR =
      Pattern.compile(
          "(?i)^(?: (?:an?|per) \\p{L}+)?(?: (?:is|are) \\p{L}+)? (?:for|at|among)"
              + " (?!the |an? |all |least |most |example|instance|entry|mid)(\\p{L}[\\p{L} -]+)");

  /** "With a license" behind an amount. */
  private static final Pattern ON_CONDITION =
      Pattern.compile(
          "(?i)^(?: (?:an?|per) \\p{L}+)? with(?:out)? an?"
              + " (?!average|median|mean|range)(\\p{L}[\\p{L} -]+)");

  private static final Pattern WORLDWIDE =
      Pattern.compile("(?i)\\b(?:worldwide|global(?:ly)?|in the world)\\b");

  /** Characters of a year by itself. */
  private static final int YEAR_CHARS = 4;

  private final Citation citation;
  private final Surroundings surroundings;
  private final List<Part> parts = new ArrayList<>();
  private final List<Reading> around = new ArrayList<>();
  private final List<Mark> rowYears = new ArrayList<>();
  private final Setting setting;
  private final Map<Kind, List<List<Mark>>> levels = new ConcurrentHashMap<>();
  private volatile @Nullable Vocabulary vocabulary;
  private volatile @Nullable List<SubjectCheck.Told> told;

  Evidence(Citation citation, Surroundings surroundings) {
    this.citation = citation;
    this.surroundings = surroundings;
    Statement statement = citation.statement();
    List<Name> names = surroundings.names();
    statement.lead().reversed().forEach(lead -> around.add(surroundings.heading(lead)));
    statement.path().reversed().forEach(heading -> around.add(surroundings.heading(heading)));
    setting = setting("", "", false);
    if (statement.cells().isEmpty()) {
      parts.add(new Part(Reading.of(statement.text(), names), List.of(), setting, false));
    } else {
      addCells(statement.cells(), names);
    }
  }

  private void addCells(List<Cell> cells, List<Name> names) {
    List<Reading> texts = new ArrayList<>();
    List<Reading> rowLabels = new ArrayList<>();
    List<Setting> settings = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      boolean isRank = PERCENTILES.matcher(cell.header()).find();
      Reading text = Reading.of(isRank ? ranked(cell.text()) : cell.text(), names);
      String label = i > 0 && cell.header().isBlank() ? cells.getFirst().text() : "";
      Setting own = setting(header(cell), label, true);
      texts.add(text);
      settings.add(own);
      boolean isBlank = cell.text().chars().noneMatch(Character::isLetterOrDigit);
      if (i == 0 || own.years() || (text.figures().isEmpty() && !isBlank)) {
        rowLabels.add(text);
        if (text.figures().isEmpty()) {
          rowLabels.add(surroundings.heading(header(cell)));
        }
      }
      if (own.years()) {
        for (Figure figure : text.figures()) {
          if (figure.kind() == Figure.Kind.COUNT) {
            rowYears.add(Mark.of(Kind.YEARS, Reading.key(figure.value())));
          }
        }
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      List<Reading> labels = new ArrayList<>(rowLabels);
      labels.remove(texts.get(i));
      Reading header = surroundings.heading(header(cells.get(i)));
      labels.add(header);
      parts.add(new Part(texts.get(i), labels, settings.get(i), false));
      addAmount(cells.get(i), labels, settings.get(i), names);
      parts.add(new Part(header, List.of(), setting, true));
      if (!header.text().equals(cells.get(i).header())) {
        parts.add(new Part(surroundings.heading(cells.get(i).header()), List.of(), setting, true));
      }
    }
  }

  /** A bare number is read as an amount too: "2.315" in a column of euros is 2,315. */
  private void addAmount(Cell cell, List<Reading> labels, Setting own, List<Name> names) {
    boolean bare = !cell.text().isEmpty() && Character.isDigit(cell.text().charAt(0));
    if (bare && own.money() && own.currency().isPresent()) {
      String amount = own.currency().get().getCurrencyCode() + ' ' + cell.text();
      parts.add(new Part(Reading.of(amount, names), labels, own, false));
    }
  }

  /**
   * Tables of pay head the columns of percentiles "10%", "10th", "10th pct." or "Percentile 10%".
   */
  private static String header(Cell cell) {
    return ranked(cell.header().strip());
  }

  private static final Pattern PERCENTILES = Pattern.compile("(?i)^(?:[\\p{L}]+ )?percentiles?$");

  /** "10th percentile" for "10%", "10th" and "P10", any other text as it is. */
  private static String ranked(String header) {
    String rank =
        header
            .toLowerCase(Locale.ROOT)
            .replace("percentile", "")
            .replace("(median)", "")
            .strip()
            .replaceFirst("^p(\\d+)$", "$1th");
    int digits = 0;
    while (digits < rank.length() && Character.isDigit(rank.charAt(digits))) {
      digits++;
    }
    return switch (rank.substring(digits)) {
      case "%", "th", "th pct", "th pct." ->
          digits > 0 ? rank.substring(0, digits) + "th percentile" : header;
      default -> header;
    };
  }

  /** What is known of bare numbers; the heading of a column decides over what stands around it. */
  private Setting setting(String header, String label, boolean cell) {
    var outside = new StringBuilder(label).append('\n');
    around.forEach(reading -> outside.append(reading.text()).append('\n'));
    String near = (header + ' ' + label).toLowerCase(Locale.ROOT);
    String text = near + '\n' + outside.toString().toLowerCase(Locale.ROOT);
    Optional<Currency> named =
        Stream.concat(Stream.of(header, label), around.stream().map(Reading::text))
            .flatMap(words -> Currencies.only(words).stream())
            .findFirst();
    boolean years =
        cell
            && near.chars().noneMatch(Character::isDigit)
            && (near.contains("experience") || near.contains("year") || near.contains("yrs"))
            && !PayTerms.isPay(near);
    boolean percent =
        cell && (near.contains("%") || (near.contains("percent") && !near.contains("percentile")));
    boolean money =
        cell
            && !years
            && !percent
            && !isCounted(near)
            && (named.isPresent() || PayTerms.isPay(text));
    boolean thousands =
        text.contains("thousand")
            || text.contains("000s")
            || text.contains("(k)")
            || text.contains("in k\n");
    double times = IN_LAKHS.matcher(text).find() ? 100_000 : thousands ? 1_000 : 1;
    return new Setting(money, years, percent, times, named.or(surroundings::currency), text);
  }

  /** "(\u20b9 lakh)", "in lakhs": the unit of a column, unlike that of an amount. */
  private static final Pattern IN_LAKHS =
      Pattern.compile(
          "(?:\u20b9|\\brs\\.?|\\binr|\\bin) ?(?:lakhs?|lacs?)\\b|\\(lakhs?\\)|\\blpa\\b");

  private static boolean isCounted(String header) {
    return header.contains("hours")
        || header.contains("employ")
        || header.contains("jobs")
        || header.contains("number")
        || header.contains("openings")
        || header.contains("workers");
  }

  Citation citation() {
    return citation;
  }

  /**
   * Whether the statement has a figure that the figure of the sentence follows from.
   *
   * @param used figures that others of the sentence follow from already; the one found is added
   */
  boolean supports(Figure said, Reading sentence, List<Mark> headingTitles, Set<Figure> used) {
    boolean year = said.kind() == Figure.Kind.CALENDAR_YEAR;
    for (Part part : parts) {
      for (Figure stated : part.reading().figures()) {
        boolean again = year || part.header() || FigureMatch.isOneEnd(said, stated);
        if ((again || !used.contains(stated))
            && FigureMatch.follows(
                asStated(said, sentence, stated, part),
                sentence,
                stated,
                part.reading(),
                part.setting())
            && (part.header() || isAbout(said, sentence, headingTitles, stated, part))) {
          used.add(stated);
          return true;
        }
      }
    }
    if (spansColumns(said, sentence, headingTitles)) {
      return true;
    }
    for (Reading reading : around) {
      for (Figure stated : reading.figures()) {
        if (FigureMatch.follows(said, sentence, stated, reading, setting)
            && isAbout(
                said,
                sentence,
                headingTitles,
                stated,
                new Part(reading, List.of(), setting, false))) {
          return true;
        }
      }
    }
    return switch (said.kind()) {
      case CALENDAR_YEAR -> isAsOf(said);
      case PERCENTILE ->
          said.value().isSingle()
              && says(Mark.of(Kind.STATISTIC, "p" + (int) said.value().high().orElse(0)));
      case MONEY, PERCENT, YEARS, COUNT, NAME -> false;
    };
  }

  /** An amount by itself where what is said to start at it is stated to be paid at the start. */
  private static Figure asStated(Figure said, Reading sentence, Figure stated, Part part) {
    boolean isOpen =
        said.kind() == Figure.Kind.MONEY
            && said.value().high().isEmpty()
            && !said.wording().contains("+")
            && stated.value().isSingle();
    return isOpen
            && ((STARTS.matcher(said.wording()).find() && isOfStart(part))
                || isFirstEnd(said, sentence))
        ? end(said, said.value().low())
        : said;
  }

  private static boolean isOfStart(Part part) {
    return Stream.concat(Stream.of(part.reading()), part.labels().stream())
        .anyMatch(reading -> AT_START.matcher(reading.text()).find());
  }

  private static boolean isFirstEnd(Figure said, Reading sentence) {
    return said.wording().toLowerCase(Locale.ROOT).startsWith("from ")
        && sentence.figures().stream()
            .filter(other -> other.kind() == Figure.Kind.MONEY && other.start() > said.end())
            .findFirst()
            .filter(next ->
                TO_OTHER_END.matcher(sentence.text()).region(said.end(), next.start()).find())
            .isPresent();
  }

  /** Whether a range of pay goes from a column of low ends to its column of high ends. */
  private boolean spansColumns(Figure said, Reading sentence, List<Mark> headingTitles) {
    Range value = said.value();
    if (said.kind() != Figure.Kind.MONEY || value.isSingle() || value.more()) {
      return false;
    }
    for (Part low : parts) {
      for (Part high : parts) {
        boolean isPair = !low.header() && !high.header() && low.setting().isBelow(high.setting());
        if (isPair
            && value.low().isPresent()
            && value.high().isPresent()
            && holds(end(said, value.low()), sentence, headingTitles, low)
            && holds(end(said, value.high()), sentence, headingTitles, high)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Figure end(Figure range, OptionalDouble value) {
    return new Figure(
        range.kind(),
        new Range(value, value, false, range.value().approximate()),
        range.currency(),
        range.dollar(),
        range.period(),
        range.start(),
        range.end(),
        range.wording());
  }

  private boolean holds(Figure said, Reading sentence, List<Mark> headingTitles, Part part) {
    return part.reading().figures().stream()
        .anyMatch(stated ->
            FigureMatch.follows(said, sentence, stated, part.reading(), part.setting())
                && isAbout(said, sentence, headingTitles, stated, part));
  }

  /** An empty set of figures that sentences follow from; equal figures are told apart. */
  static Set<Figure> newUse() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  /** What the nearest heading that tells says of what is needed. */
  Set<String> needsAround() {
    return around.stream()
        .map(reading -> WordingCheck.needs(reading.text()))
        .filter(needs -> !needs.isEmpty())
        .findFirst()
        .orElse(Set.of());
  }

  /** Whether a heading of an answer over the statement may hold the figure. */
  boolean supportsInHeading(Figure said, Reading heading) {
    if (supports(said, heading, List.of(), newUse())) {
      return true;
    }
    Reading title = Reading.of(citation.title());
    for (Figure stated : title.figures()) {
      if (FigureMatch.follows(said, heading, stated, title, setting)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAsOf(Figure said) {
    return citation.asOf().isPresent()
        && said.value().isSingle()
        && said.value().contains(citation.asOf().getAsInt());
  }

  private boolean isAbout(
      Figure said, Reading sentence, List<Mark> headingTitles, Figure stated, Part part) {
    boolean money =
        said.kind() == Figure.Kind.MONEY
            || stated.kind() == Figure.Kind.MONEY
            || (said.kind() == Figure.Kind.COUNT && part.setting().money());
    boolean isForTime =
        money || said.kind() == Figure.Kind.COUNT || said.kind() == Figure.Kind.PERCENT;
    if (isForTime && !periodAgrees(said, sentence, stated, part)) {
      return false;
    }
    for (Kind kind : Kind.values()) {
      if (!concerns(kind, said, money)) {
        continue;
      }
      List<Mark> asked = sentence.about(said, kind);
      List<Mark> inherited = asked.isEmpty() ? sentence.carried(said, kind) : List.of();
      if (asked.isEmpty() && inherited.isEmpty() && kind == Kind.TITLE) {
        asked = headingTitles;
      } else if (kind == Kind.BAND && isNumbered(inherited, said)) {
        asked = inherited;
      }
      if ((!asked.isEmpty() && !agrees(kind, asked, stated, part))
          || !inherited.stream()
              .allMatch(mark -> mark.strength() == Strength.LOOSE || says(mark))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a step by its number stands in front: "1st step West / East: 1.013 € / 1.005 €". */
  private static boolean isNumbered(List<Mark> bands, Figure said) {
    return !bands.isEmpty()
        && bands.stream()
            .allMatch(band ->
                band.end() <= said.start()
                    && band.key().toString().chars().anyMatch(Character::isDigit));
  }

  private static boolean concerns(Kind kind, Figure said, boolean money) {
    return switch (said.kind()) {
      case CALENDAR_YEAR, NAME, PERCENTILE -> false;
      case MONEY, PERCENT, YEARS, COUNT ->
          switch (kind) {
            case TITLE, PLACE, BAND -> true;
            case CALENDAR_YEAR -> said.kind() != Figure.Kind.YEARS;
            case YEARS, MEASURE, STATISTIC -> money;
            case PERIOD -> false;
          };
    };
  }

  private boolean periodAgrees(Figure said, Reading sentence, Figure stated, Part part) {
    List<Mark> asked =
        said.period()
            .map(period ->
                List.of(
                    new Mark(
                        Kind.PERIOD,
                        period.name(),
                        period.name().equals("YEAR") ? Strength.LOOSE : Strength.FIRM,
                        0,
                        0)))
            .orElseGet(() -> sentence.about(said, Kind.PERIOD));
    if (asked.isEmpty()) {
      return true;
    }
    if (stated.period().isPresent()) {
      Mark own = Mark.of(Kind.PERIOD, stated.period().get().name());
      return asked.stream().allMatch(own::agrees);
    }
    for (Figure other : part.reading().figures()) {
      if (other.period().isPresent() && part.reading().about(stated, Kind.PERIOD).isEmpty()) {
        Mark near = Mark.of(Kind.PERIOD, other.period().get().name());
        if (asked.stream().allMatch(near::agrees)) {
          return true;
        }
      }
    }
    return agrees(Kind.PERIOD, asked, stated, part);
  }

  private boolean agrees(Kind kind, List<Mark> asked, Figure stated, Part part) {
    List<Mark> nearest = new ArrayList<>(part.reading().about(stated, kind));
    if (nearest.isEmpty()) {
      nearest.addAll(part.reading().inherited(stated, kind));
    }
    List<Mark> all = new ArrayList<>(part.reading().marks(kind));
    for (Reading label : part.labels()) {
      nearest.addAll(label.marks(kind));
    }
    if (kind == Kind.YEARS) {
      nearest.addAll(rowYears);
    }
    all.addAll(nearest);
    if (kind == Kind.TITLE) {
      if (agreeAny(asked, nearest) && allSaid(asked, kind, all)) {
        return true;
      }
      nearest.removeIf(mark -> !isLabel(mark, stated, part));
    }
    if (kind == Kind.MEASURE) {
      keepTotal(nearest);
    }
    List<List<Mark>> outward = levels.computeIfAbsent(kind, this::levels);
    if (!allSaid(asked, kind, all)) {
      return false;
    }
    if (!nearest.isEmpty()) {
      return kind == Kind.CALENDAR_YEAR
          ? asked.stream().allMatch(mark -> nearest.stream().anyMatch(mark::agrees))
              && spansAgree(asked, nearest)
          : agreeAny(asked, nearest);
    }
    for (List<Mark> level : outward) {
      if (!level.isEmpty()) {
        return agreeAny(asked, level);
      }
    }
    return true;
  }

  private boolean allSaid(List<Mark> asked, Kind kind, List<Mark> own) {
    List<List<Mark>> outward = levels.computeIfAbsent(kind, this::levels);
    for (Mark mark : asked) {
      if (mark.strength() == Strength.FIRM
          && !(kind == Kind.YEARS && says(mark))
          && own.stream().noneMatch(mark::agrees)
          && outward.stream().flatMap(List::stream).noneMatch(mark::agrees)) {
        return false;
      }
    }
    return true;
  }

  /** What is so from one year to another one is not said of a single one of them. */
  private static boolean spansAgree(List<Mark> asked, List<Mark> stated) {
    return stated.stream()
        .filter(mark -> mark.end() - mark.start() > YEAR_CHARS)
        .allMatch(mark -> asked.stream().anyMatch(mark::agrees));
  }

  private static boolean agreeAny(List<Mark> asked, List<Mark> stated) {
    for (Mark mark : asked) {
      if (stated.stream().anyMatch(mark::agrees)) {
        return true;
      }
    }
    return false;
  }

  /** A total names its parts too. */
  private static void keepTotal(List<Mark> marks) {
    if (marks.stream().anyMatch(mark -> mark.key().equals("total"))) {
      marks.removeIf(mark -> !mark.key().equals("total"));
    }
  }

  /** A title in front of a figure is whom it is about; one behind it may be a mere aside. */
  private static boolean isLabel(Mark mark, Figure stated, Part part) {
    if (!part.labels().isEmpty()) {
      return true;
    }
    return mark.end() <= stated.start() || part.reading().text().startsWith(" for ", stated.end());
  }

  /** What the statement's surroundings say of a kind, from the innermost outwards. */
  private List<List<Mark>> levels(Kind kind) {
    List<List<Mark>> result = new ArrayList<>();
    for (Reading reading : around) {
      if (kind == Kind.TITLE) {
        result.add(
            JobTitles.whole(reading.text())
                .map(title -> List.of(Mark.of(Kind.TITLE, JobName.of(title))))
                .filter(_ -> !isRole(reading))
                .map(whole -> joined(whole, reading.marks(kind)))
                .orElse(List.of()));
      } else {
        result.add(reading.marks(kind));
      }
    }
    result.add(ofDocument(kind));
    return result;
  }

  private boolean isRole(Reading heading) {
    return heading.text().equals(citation.title());
  }

  private static List<Mark> joined(List<Mark> one, List<Mark> two) {
    List<Mark> all = new ArrayList<>(one);
    all.addAll(two);
    return all;
  }

  private List<Mark> ofDocument(Kind kind) {
    return switch (kind) {
      case TITLE -> {
        List<Mark> titles = new ArrayList<>(Reading.of(citation.title()).marks(kind));
        titles.add(Mark.of(kind, JobName.of(citation.title())));
        int of = citation.title().indexOf(" of ");
        if (of > 0) {
          // whoever reads of a director of something calls that one the director
          titles.add(Mark.of(kind, JobName.of(citation.title().substring(0, of))));
        }
        for (String alias : surroundings.aliases()) {
          titles.add(Mark.of(kind, JobName.of(alias)));
        }
        for (Reading reading : around) {
          // a heading may name the role in other words
          titles.addAll(reading.marks(kind));
        }
        yield titles;
      }
      case PLACE -> citation.market().map(market -> placesIn(market)).orElse(List.of());
      case CALENDAR_YEAR ->
          citation.asOf().isPresent()
              ? List.of(Mark.of(kind, citation.asOf().getAsInt()))
              : List.of();
      case BAND, YEARS, MEASURE, STATISTIC, PERIOD -> List.of();
    };
  }

  private static List<Mark> placesIn(String market) {
    List<Mark> places = new ArrayList<>();
    Places.in(market).forEach(found -> places.add(Mark.of(Kind.PLACE, found.place())));
    Places.whole(market).ifPresent(place -> places.add(Mark.of(Kind.PLACE, place)));
    return places;
  }

  /** Whether the statement or what stands around it says the same. */
  boolean says(Mark mark) {
    for (Part part : parts) {
      if (part.reading().marks(mark.kind()).stream().anyMatch(mark::agrees)) {
        return true;
      }
    }
    if (rowYears.stream().anyMatch(mark::agrees)) {
      return true;
    }
    return levels.computeIfAbsent(mark.kind(), this::levels).stream()
        .flatMap(List::stream)
        .anyMatch(mark::agrees);
  }

  /** Whether a sign such as "%" stands outside of the figures. */
  boolean holdsSign(char sign) {
    return readings().stream().anyMatch(reading -> reading.looseSigns().indexOf(sign) >= 0);
  }

  /** Whether the statement or what stands around it says the number one. */
  boolean saysOne() {
    for (Reading reading : readings()) {
      for (Figure figure : reading.figures()) {
        if (figure.value().isSingle() && figure.value().contains(1)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the statement or what stands around it holds the characters. */
  boolean holdsText(String run) {
    return readings().stream().anyMatch(reading -> reading.text().contains(run))
        || citation.title().contains(run);
  }

  /** Whether the statement or what stands around it says a number word outside of any figure. */
  boolean holdsLooseNumbers(Set<String> loose) {
    for (Reading reading : readings()) {
      loose.removeAll(reading.looseNumbers());
    }
    return loose.isEmpty();
  }

  /** What the statement says. */
  String quote() {
    return vocabulary().quote();
  }

  /** The words of the statement. */
  Set<String> words() {
    return vocabulary().words();
  }

  /** What its words and those around it tell, as far as claims stand or fall with it. */
  Set<String> meanings() {
    return vocabulary().meanings();
  }

  /** Whether its words or those around it ask for something. */
  boolean asks() {
    return WordingCheck.asks(words()) || WordingCheck.asks(wordsAround());
  }

  /** Whether the statement says that something is needed, may be left, or both. */
  Set<String> needs() {
    return vocabulary().needs();
  }

  /** The clauses of the statement. */
  List<WordingCheck.Clause> clauses() {
    return vocabulary().clauses();
  }

  /** The parts of the statement that tell of one time each. */
  List<WordingCheck.Part> parts() {
    return vocabulary().parts();
  }

  /** The words of the statement that "and" or "or" stands between. */
  Set<WordingCheck.Choice> choices() {
    return vocabulary().choices();
  }

  /** The words of the headings, the leads and the column headings. */
  Set<String> wordsAround() {
    return vocabulary().around();
  }

  /** What its words and those around it have in common with other forms of them. */
  Set<String> stems() {
    return vocabulary().stems();
  }

  /** The first letters of its words and those around it, in lower case. */
  String initials() {
    return vocabulary().initials();
  }

  /**
   * Whether a sentence that has a figure of the statement tells of which stage of experience and
   * place it is, as far as the statement does, and that it is but of top earners.
   */
  boolean isToldOfWhom(Figure said, Context text) {
    return parts.stream()
        .filter(part -> !part.header())
        .anyMatch(part ->
            part.reading().figures().stream()
                .filter(stated -> FigureMatch.sharesEnd(said, stated))
                .anyMatch(stated -> isToldOfWhom(stated, part, text)));
  }

  private boolean isToldOfWhom(Figure stated, Part part, Context text) {
    for (Kind kind : List.of(Kind.BAND, Kind.PLACE)) {
      List<Mark> limits = new ArrayList<>(part.reading().about(stated, kind));
      part.labels().forEach(label -> limits.addAll(label.marks(kind)));
      boolean isOfAll =
          limits.isEmpty()
              || ofDocument(kind).stream().anyMatch(all -> agreeAny(limits, List.of(all)));
      if (!isOfAll
          && !agreeAny(limits, text.marks(kind))
          && !(kind == Kind.BAND
              && (!text.marks(Kind.YEARS).isEmpty()
                  || (text.matches(AT_START) && isOfStart(part))))) {
        return false;
      }
    }
    String front = part.reading().text().substring(0, stated.start());
    return (!TOP_EARNERS.matcher(front).find() || text.matches(TOP))
        && isToldOfLimits(stated, part.reading(), text)
        && !isOfOnePlace(part.reading(), text);
  }

  /** Whether a text says what limits an amount in its clause, such as "for locums". */
  private static boolean isToldOfLimits(Figure stated, Reading reading, Context text) {
    List<String> limits = new ArrayList<>();
    String whole = reading.text();
    for (Mark title : reading.marks(Kind.TITLE)) {
      if (title.end() <= stated.start()) {
        addLimit(limits, WITH.matcher(whole).region(title.end(), stated.start()));
      }
    }
    if (stated.kind() == Figure.Kind.MONEY) {
      addLimit(limits, FOR.matcher(whole).region(stated.end(), whole.length()));
      addLimit(limits, ON_CONDITION.matcher(whole).region(stated.end(), whole.length()));
    }
    if (limits.isEmpty()) {
      return true;
    }
    return limits.stream()
        .map(limit -> stems(List.of(limit)))
        .allMatch(limit -> !Collections.disjoint(limit, text.stems()));
  }

  private static void addLimit(List<String> limits, Matcher matcher) {
    if (matcher.find()) {
      limits.add(matcher.group(1));
    }
  }

  /** Whether a text names a place where a part of a statement is about all of the world. */
  private static boolean isOfOnePlace(Reading reading, Context text) {
    return WORLDWIDE.matcher(reading.text()).find()
        && reading.marks(Kind.PLACE).isEmpty()
        && !text.marks(Kind.PLACE).isEmpty()
        && !text.matches(WORLDWIDE);
  }

  /** What the figures of the statement are of. */
  List<SubjectCheck.Told> told() {
    List<SubjectCheck.Told> known = told;
    if (known == null) {
      var outside = new StringBuilder(citation.title());
      around.forEach(reading -> outside.append('\n').append(reading.text()));
      surroundings.aliases().forEach(alias -> outside.append('\n').append(alias));
      citation.market().ifPresent(market -> outside.append('\n').append(market));
      Set<String> subjects = SubjectCheck.subjects(outside.toString());
      // Under "Salary" stands what rises beside it too.
      subjects.remove(SubjectCheck.OF_PAY);
      List<SubjectCheck.Told> found = new ArrayList<>();
      for (Part part : parts) {
        if (!part.header() && !part.reading().figures().isEmpty()) {
          var labels = new StringBuilder();
          part.labels().forEach(label -> labels.append('\n').append(label.text()));
          Set<String> all = SubjectCheck.subjects(labels.toString());
          all.addAll(subjects);
          found.addAll(SubjectCheck.told(part.reading(), all));
        }
      }
      known = List.copyOf(found);
      told = known;
    }
    return known;
  }

  private static Set<String> stems(List<String> texts) {
    Set<String> stems = new HashSet<>();
    texts.forEach(
        text -> WordingCheck.words(text).forEach(word -> stems.add(WordingCheck.stem(word))));
    return stems;
  }

  private Vocabulary vocabulary() {
    Vocabulary known = vocabulary;
    if (known == null) {
      Statement statement = citation.statement();
      String quote = TextAnswers.quote(statement);
      List<String> headings = new ArrayList<>(List.of(citation.title()));
      headings.addAll(statement.path());
      headings.addAll(statement.lead());
      statement.cells().forEach(cell -> headings.add(cell.header()));
      Set<String> around = new HashSet<>();
      headings.forEach(heading -> around.addAll(WordingCheck.words(heading)));
      Set<String> words = Set.copyOf(WordingCheck.words(quote));
      Set<String> all = new HashSet<>(around);
      all.addAll(words);
      Set<String> stems = new HashSet<>(surroundings.stems());
      around.forEach(word -> stems.add(WordingCheck.stem(word)));
      words.forEach(word -> stems.add(WordingCheck.stem(word)));
      citation.market().ifPresent(market -> stems.addAll(stems(List.of(market))));
      headings.add(quote);
      var initials = new StringBuilder();
      for (String text : headings) {
        Words.of(text).forEach(word -> initials.append(word.charAt(0)));
        initials.append(' ');
      }
      known =
          new Vocabulary(
              quote,
              words,
              WordingCheck.meanings(all, quote),
              WordingCheck.needs(quote),
              WordingCheck.clauses(quote),
              WordingCheck.parts(quote),
              WordingCheck.choices(quote),
              around,
              stems,
              initials.toString());
      vocabulary = known;
    }
    return known;
  }

  /** Whether the statement, or one of its cells, says a figure. */
  boolean says(Figure said) {
    return parts.stream().anyMatch(part -> says(part, said));
  }

  private static boolean says(Part part, Figure said) {
    return part.reading().figures().stream()
        .anyMatch(stated -> FigureMatch.sharesEnd(said, stated));
  }

  /** What the statement, or its cells under their headings, says of a figure. */
  List<String> textsWith(Figure said) {
    List<String> texts = new ArrayList<>();
    for (Part part : parts) {
      for (FigurePart own :
          says(part, said) ? FigurePart.of(part.reading()) : List.<FigurePart>of()) {
        if (own.figure().filter(stated -> FigureMatch.sharesEnd(said, stated)).isPresent()) {
          var text = new StringBuilder(own.front()).append(own.behind());
          part.labels().forEach(label -> text.append('\n').append(label.text()));
          texts.add(text.toString());
        }
      }
    }
    return texts;
  }

  /** The statement, its parts and what stands around it. */
  List<Reading> readings() {
    List<Reading> all = new ArrayList<>(around);
    parts.forEach(part -> all.add(part.reading()));
    return all;
  }
}
