package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells in the words of a document whose pay a figure is, where that is not simply its role: "those
 * who run the whole operation", a row of another occupation, one employer of several.
 */
final class Narrowing {
  /** Words that say nothing about whose pay it is. */
  private static final Set<String> PLAIN =
      Set.of(
          ("a about according amount amounts an and annual annually answer approximately are around"
               + " as at average averages averaged base basic be been before below between brutto"
               + " by can clear compensation could current currently data day days daily dollar"
               + " dollars did do does earn earned earning earnings earns employee employees equal"
               + " equals estimate estimated estimates euro euros expect expected fact facts fee"
               + " fees figure figures for from full get gets give gives given gross had has have"
               + " high higher hour hourly hours how i in income incomes is it its job jobs just"
               + " labor labour lakh lakhs least less level likely low lower lpa made make makes"
               + " many may mean median medians might money month monthly months more most much"
               + " national nationally nationwide near net normally note now of often on or overall"
               + " p package paid pay paying pays payscale people per percent percentile plus pound"
               + " pounds professional professionals profession quick range ranged ranges rate"
               + " rates receive received receives reported role roles roughly salaries salary"
               + " scale section short shown since so some source sources staff standard starting"
               + " statistics survey take takes tax than that the their them there these they this"
               + " those time to today total typical typically under until up us usa usual usually"
               + " wage wages was week weekly weeks were what when which who will with work worker"
               + " workers working works would year yearly years you your bureau half ten one"
               + " january february march april june july august september october november"
               + " december jan feb mar apr jun jul aug sep sept oct nov dec top highest lowest"
               + " quarter tenth starter experienced inr usd gbp eur cad aud nzd chf ctc hr yr k"
               + " reach reached reaches offer offers start starts begin begins stand stood stands"
               + " come comes came rise rises rose see information outlook occupation occupations"
               + " career careers position positions bonus bonuses equity stock market cash"
               + " remuneration low-end minimum maximum min max far no not but broader wide wider"
               + " trained qualified fast middle point fixed real reality practice theory overview"
               + " general generally across run runs counted earner earners included employment"
               + " wide-ranging ranging das sind der die ein eine einen im bei liegt beträgt"
               + " verdient verdienen erhält schnitt durchschnitt durchschnittlich pro jahr monat"
               + " stunde gehalt lohn compared against unlike versus whose")
              .split(" "));

  /** Words for the whole of a market. */
  private static final Pattern WHOLE =
      Pattern.compile("(?i)\\b(?:all|overall|national(?:ly)?|(?:nation|country)?wide|whole)\\b");

  /** Words of a whole and of what it may be divided by. */
  private static final Set<String> DIVISIONS =
      Set.of(
          "all",
          "whole",
          "countrywide",
          "area",
          "city",
          "country",
          "employer",
          "grade",
          "industry",
          "location",
          "place",
          "region",
          "sector",
          "state");

  /** "According to a survey of 2023, ..." names a source. */
  private static final Pattern SOURCE = Pattern.compile("(?i)^\\W*(?:according to|as of)\\b[^,]*,");

  /** Headings over what is of other jobs, unlike "Other job requirements". */
  private static final Pattern OTHER_JOBS =
      Pattern.compile(
          "(?i)\\b(?:similar|related|other|compar\\w+|neighbou?r\\w+|also in)\\b.*"
              + "\\b(?:occupations?|jobs?|careers?|roles?|professions?|trades?|series)\\b"
              + "(?!.*\\b(?:requirements?|qualifications?|responsibilit\\w+|dut(?:y|ies)|tasks?"
              + "|skills?)\\b)"
              + "|\\b(?:people|you (?:may|might)) also\\b|\\b(?:also viewed|see also|more like"
              + " this)\\b");

  /** Verbs and prepositions that lead from a subject to its amount. */
  private static final Pattern TO_AMOUNT =
      Pattern.compile(
          "(?i)[\\s,:–—-]+(?:(?:can|may|might|will|would|could|usually|typically|often|generally"
              + "|normally|also|earn\\w*|make|makes|made|get|gets|pays?|paid|charges?|receives?|received|had|have"
              + "|has|is|are|was|were|an?|the|of|about|around|roughly|approximately|between|from|up|to"
              + "|over|more|than|at|median|average|mean|annual|hourly|monthly|weekly|yearly|wages?"
              + "|salar(?:y|ies)|pay|expect|rises?|rose|would|gives?|range|ranges|ranging|on|in|your|you|they)\\b[\\s,:–—-]*)*$");

  private static final Pattern BETWEEN_AMOUNTS =
      Pattern.compile("[,;)]|\\s(?:and|or|while|whereas|but|to|compared)\\s|\\s[·|]\\s");

  /** "at 3 years", "for those with a degree": what narrows an amount in front of it. */
  private static final Pattern LIMIT_BEHIND =
      Pattern.compile(
          "(?i)^\\W*(?:at|in|for|with|after|if|during|outside|inside|within|on|per|only)\\b[^.;()]*");

  /** "Comparison with industry: ..." */
  private static final Pattern COMPARED = Pattern.compile("(?i)^\\W*compar(?:ison|ed|e|ing)\\b");

  /** "Relief milkers": a plural of people, whatever they do. */
  private static final Pattern PEOPLE =
      Pattern.compile("(?i)\\p{L}{3,}(?:ers|ors|ists|ants|ians|ives|ics|men|women)$");

  private static final Pattern ORDINAL = Pattern.compile("\\d+(?:st|nd|rd|th)?");

  /** Shorter words of a sentence say nothing. */
  private static final int MIN_LETTERS = 2;

  /** "The median annual wage for": what comes behind it says whose. */
  private static final Pattern OF_PAY =
      Pattern.compile(
          "(?i)^\\W*(?:the )?(?:(?:median|average|mean|typical|annual|hourly|monthly|weekly|gross)"
              + " )*(?:wages?|salar(?:y|ies)|pay|earnings) (?:for|of) (?=.*\\p{L})");

  private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Punct}–—·•]+|[\\s,.;:(–—·•-]+$");

  /** A longer text is no label, in characters. */
  private static final int MAX_LABEL = 90;

  /**
   * @param words what narrows the figure, as the document writes it, empty if nothing does
   * @param others whether it names an occupation that is not the role
   */
  record Found(String words, boolean others) {
    static final Found NOTHING = new Found("", false);

    boolean isEmpty() {
      return words.isEmpty();
    }
  }

  private Narrowing() {}

  /** What narrows a figure beyond the job, band and place that it is known to be of. */
  static Found of(Fact.Pay fact, RoleDocument role) {
    Set<String> known = known(fact, role);
    return fact.statement().cells().isEmpty() ? inText(fact, known) : inRow(fact, known);
  }

  /** Whether a label is of a whole market: "National average", "UK-wide", "All locations". */
  static boolean isOfAll(String label, RoleDocument role) {
    Set<String> known = new HashSet<>(DIVISIONS);
    role.market().ifPresent(market -> add(known, market));
    return WHOLE.matcher(label).find() && left(label, known, MIN_LETTERS).isEmpty();
  }

  /** Whether a figure stands under a heading over other jobs. */
  static boolean isUnderOthers(Fact.Pay fact) {
    return isUnderOthers(fact.statement());
  }

  /** Whether a statement stands under a heading over other jobs. */
  static boolean isUnderOthers(Statement statement) {
    return statement.path().stream().anyMatch(heading -> OTHER_JOBS.matcher(heading).find())
        || statement.lead().stream().anyMatch(lead -> OTHER_JOBS.matcher(lead).find());
  }

  private static Found inText(Fact.Pay fact, Set<String> known) {
    String clause = SOURCE.matcher(PayKinds.clause(fact)).replaceFirst("");
    int start = clause.indexOf(fact.wording());
    if (start < 0) {
      return Found.NOTHING;
    }
    int end = start + fact.wording().length();
    int from = 0;
    int to = clause.length();
    for (Figure figure : Figures.in(clause)) {
      if (figure.kind() == Figure.Kind.MONEY && figure.end() <= start) {
        from = border(clause, figure.end(), start).end();
      } else if (figure.kind() == Figure.Kind.MONEY
          && figure.start() >= end
          && to > figure.start()) {
        to = border(clause, end, figure.start()).start();
      }
    }
    List<String> words = new ArrayList<>();
    String whose = ofItsOwnJob(clause.substring(from, start), fact);
    String before = TO_AMOUNT.matcher(" " + whose).replaceFirst("");
    List<String> left = left(before, known, MIN_LETTERS);
    boolean others = COMPARED.matcher(before).find() || names(before, left);
    if (!left.isEmpty()) {
      words.addAll(parts(before, known));
    }
    Matcher behind = LIMIT_BEHIND.matcher(clause.substring(end, Math.max(end, to)));
    if (behind.find()
        && (!left(behind.group(), known, MIN_LETTERS).isEmpty() || holdsYears(behind.group()))) {
      words.add(bare(behind.group()));
    }
    String all = String.join(", ", words);
    return new Found(all.length() <= MAX_LABEL ? all : "", others);
  }

  /**
   * What stands in front of an amount from the job on that a clause of its own explains: "surgeons,
   * who" of "Nurses work with surgeons, who".
   */
  private static String ofItsOwnJob(String before, Fact.Pay fact) {
    String title = fact.subject().jobTitle();
    int at = fact.subject().isDocumentRole() ? -1 : before.lastIndexOf(title);
    boolean isExplained =
        at > 0 && EXPLAINS.matcher(before.substring(at + title.length())).lookingAt();
    return isExplained ? before.substring(at) : before;
  }

  private static final Pattern EXPLAINS = Pattern.compile("(?i),? (?:who|whose|which)\\b");

  /** The parts of a clause that narrow, without what it says of pay: "In winter, pay is lower". */
  private static List<String> parts(String before, Set<String> known) {
    List<String> parts = new ArrayList<>();
    Pattern border = RELATIVE.matcher(before).find() ? COLON : SAYS;
    for (String part : border.split(before, -1)) {
      boolean isPredicate = !parts.isEmpty() || !before.stripLeading().startsWith(part.strip());
      if (!left(part, known, MIN_LETTERS).isEmpty()
          && !(isPredicate && Words.of(part).size() == 1)) {
        parts.add(bare(part));
      }
    }
    return parts;
  }

  private static final Pattern COLON = Pattern.compile(":\\s");

  /** What parts a subject from what is said of its pay: "in Speyside pay is best". */
  private static final Pattern SAYS =
      Pattern.compile(
          "(?i):\\s|[\\s,]+(?:pay|salaries|wages|earnings) (?:is|are|was|were)\\b"
              + "|(?<=\\p{L}),?\\s(?:pays|earns?)\\b");

  private static final Pattern RELATIVE = Pattern.compile("(?i)\\b(?:who|that|which|whose)\\b");

  private static Found inRow(Fact.Pay fact, Set<String> known) {
    List<Cell> cells = fact.statement().cells();
    String label = cells.getFirst().text().strip();
    boolean isOwn = label.contains(fact.wording()) || label.chars().noneMatch(Character::isLetter);
    if (isOwn || label.length() > MAX_LABEL) {
      return Found.NOTHING;
    }
    List<String> left = left(label, known, 1);
    return left.isEmpty() ? Found.NOTHING : new Found(label, JobTitles.whole(label).isPresent());
  }

  /** What narrows an amount in its own cell: "up to $152,601 at top companies"; may be empty. */
  static String inCell(Fact.Pay fact) {
    String cell = PayKinds.cell(fact).map(Cell::text).orElse("");
    int end = cell.indexOf(fact.wording()) + fact.wording().length();
    int to = cell.length();
    for (Figure figure : Figures.in(cell)) {
      if (figure.kind() == Figure.Kind.MONEY && figure.start() >= end && to > figure.start()) {
        to = border(cell, end, figure.start()).start();
      }
    }
    Matcher behind = LIMIT_BEHIND.matcher(cell.substring(Math.min(end, to), to));
    return behind.find() && !left(behind.group(), Set.of(), MIN_LETTERS).isEmpty()
        ? bare(behind.group())
        : "";
  }

  /** Where the words of one amount end and those of the next begin. */
  private record Border(int start, int end) {}

  private static Border border(String clause, int from, int to) {
    Matcher matcher = BETWEEN_AMOUNTS.matcher(clause).region(from, to);
    return matcher.find() ? new Border(matcher.start(), matcher.end()) : new Border(to, from);
  }

  /** Whether the words in front of an amount name an occupation, and nowhere the role itself. */
  private static boolean names(String before, List<String> left) {
    if (PEOPLE.matcher(before.strip()).find()
        && left.contains(Words.singular(Words.of(before).getLast()))) {
      return true;
    }
    List<String> words = Words.of(before).stream().map(Words::singular).toList();
    return left.stream().anyMatch(JobTitles::isHead)
        && words.stream().filter(JobTitles::isHead).allMatch(left::contains);
  }

  private static boolean holdsYears(String text) {
    return Figures.in(text).stream().anyMatch(figure -> figure.kind() == Figure.Kind.YEARS);
  }

  private static String bare(String text) {
    String bare = EDGES.matcher(OF_PAY.matcher(text).replaceFirst("")).replaceAll("");
    return bare.indexOf('(') > bare.indexOf(')') ? bare + ")" : bare;
  }

  /** The words that say something beyond what is known, in singular and lower case. */
  private static List<String> left(String text, Set<String> known, int leastLetters) {
    List<String> left = new ArrayList<>();
    for (String word : Words.of(text)) {
      String single = Words.singular(word);
      boolean isSaid =
          PLAIN.contains(word)
              || PLAIN.contains(single)
              || known.contains(single)
              || (single.endsWith("ics")
                  && known.contains(single.substring(0, single.length() - 1)))
              || single.length() < leastLetters
              || ORDINAL.matcher(word).matches();
      if (!isSaid) {
        left.add(single);
      }
    }
    return left;
  }

  private static Set<String> known(Fact.Pay fact, RoleDocument role) {
    Set<String> known = new HashSet<>();
    add(known, role.title());
    role.aliases().forEach(alias -> add(known, alias));
    add(known, fact.subject().jobTitle());
    fact.subject().band().map(Band::name).ifPresent(name -> add(known, name));
    fact.subject().place().map(Place::name).ifPresent(name -> add(known, name));
    role.market().ifPresent(market -> add(known, market));
    for (Places.Found found : Places.in(fact.statement().text())) {
      boolean isMarket =
          found.place().kind() == Place.Kind.COUNTRY
              && (fact.subject().place().isEmpty()
                  || fact.subject()
                      .place()
                      .filter(own -> Places.same(own, found.place()))
                      .isPresent());
      if (isMarket) {
        add(known, fact.statement().text().substring(found.start(), found.end()));
      }
    }
    return known;
  }

  private static void add(Set<String> known, String text) {
    Words.of(text).forEach(word -> known.add(Words.singular(word)));
  }
}
