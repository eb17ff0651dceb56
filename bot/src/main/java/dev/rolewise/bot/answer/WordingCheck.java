package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.Mark.Kind;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the words of a sentence come from the statements it cites, as far as words tell: most of
 * them are there, and all of those that a claim stands or falls with. Figures are left to {@link
 * GroundingCheck}.
 */
final class WordingCheck {
  /** Share of the telling words of a sentence that the cited statements have. */
  private static final double MIN_SHARE = 0.5;

  /** What a shared word that tells counts for when clauses are compared, such as "master". */
  private static final int TELLING_WEIGHT = 3;

  /** Letters by which two forms of a word are taken for one: "require", "requirements". */
  private static final int STEM_CHARS = 5;

  private static final Set<String> EMPTY =
      Set.of(
          "about",
          "accord",
          "follow",
          "following",
          "follows",
          "according",
          "all",
          "also",
          "an",
          "and",
          "any",
          "are",
          "around",
          "as",
          "at",
          "be",
          "been",
          "being",
          "between",
          "both",
          "but",
          "by",
          "can",
          "could",
          "did",
          "do",
          "document",
          "does",
          "during",
          "each",
          "either",
          "for",
          "from",
          "had",
          "has",
          "have",
          "having",
          "how",
          "if",
          "in",
          "include",
          "including",
          "into",
          "is",
          "it",
          "its",
          "may",
          "might",
          "of",
          "on",
          "one",
          "or",
          "other",
          "our",
          "out",
          "per",
          "range",
          "role",
          "say",
          "shall",
          "should",
          "show",
          "so",
          "some",
          "such",
          "than",
          "that",
          "the",
          "their",
          "them",
          "then",
          "there",
          "these",
          "they",
          "this",
          "those",
          "to",
          "up",
          "was",
          "well",
          "were",
          "what",
          "when",
          "where",
          "which",
          "while",
          "whereas",
          "comp",
          "who",
          "will",
          "with",
          "would",
          "you",
          "your",
          "job",
          "people",
          "person",
          "someone",
          "typical",
          "typically",
          "usually",
          "generally",
          "make",
          "get",
          "give",
          "list",
          "mention",
          "work",
          "pay",
          "paid",
          "earn",
          "salary",
          "year",
          "annual",
          "annually",
          "call",
          "stand",
          "run",
          "lie",
          "fall",
          "start",
          "begin",
          "reach",
          "dollar",
          "usd",
          "exact",
          "wide",
          "widely",
          "speaking");

  /** Words that turn a claim round or weigh it against others, by what they say. */
  private static final Map<String, String> TELLING =
      Map.ofEntries(
          Map.entry("rise", "rise"),
          Map.entry("rises", "rise"),
          Map.entry("rising", "rise"),
          Map.entry("rose", "rise"),
          Map.entry("risen", "rise"),
          Map.entry("increase", "rise"),
          Map.entry("increases", "rise"),
          Map.entry("increased", "rise"),
          Map.entry("increasing", "rise"),
          Map.entry("grow", "rise"),
          Map.entry("grows", "rise"),
          Map.entry("grew", "rise"),
          Map.entry("grown", "rise"),
          Map.entry("growing", "rise"),
          Map.entry("growth", "rise"),
          Map.entry("climb", "rise"),
          Map.entry("climbs", "rise"),
          Map.entry("climbing", "rise"),
          Map.entry("climbed", "rise"),
          Map.entry("gain", "rise"),
          Map.entry("gains", "rise"),
          Map.entry("gained", "rise"),
          Map.entry("fell", "fall"),
          Map.entry("fallen", "fall"),
          Map.entry("falling", "fall"),
          Map.entry("drop", "fall"),
          Map.entry("drops", "fall"),
          Map.entry("dropped", "fall"),
          Map.entry("dropping", "fall"),
          Map.entry("decline", "fall"),
          Map.entry("declines", "fall"),
          Map.entry("declined", "fall"),
          Map.entry("declining", "fall"),
          Map.entry("decrease", "fall"),
          Map.entry("decreases", "fall"),
          Map.entry("decreased", "fall"),
          Map.entry("decreasing", "fall"),
          Map.entry("shrink", "fall"),
          Map.entry("shrinks", "fall"),
          Map.entry("shrinking", "fall"),
          Map.entry("shrank", "fall"),
          Map.entry("shrunk", "fall"),
          Map.entry("loss", "fall"),
          Map.entry("losses", "fall"),
          Map.entry("lose", "fall"),
          Map.entry("loses", "fall"),
          Map.entry("losing", "fall"),
          Map.entry("lost", "fall"),
          Map.entry("raise", "rise"),
          Map.entry("raises", "rise"),
          Map.entry("disappear", "fall"),
          Map.entry("disappears", "fall"),
          Map.entry("vanish", "fall"),
          Map.entry("eliminate", "fall"),
          Map.entry("eliminated", "fall"),
          Map.entry("eliminates", "fall"),
          Map.entry("destroy", "fall"),
          Map.entry("destroyed", "fall"),
          Map.entry("destroys", "fall"),
          Map.entry("cut", "fall"),
          Map.entry("cuts", "fall"),
          Map.entry("cutting", "fall"),
          Map.entry("reduce", "fall"),
          Map.entry("reduces", "fall"),
          Map.entry("reduced", "fall"),
          Map.entry("reducing", "fall"),
          Map.entry("reduction", "fall"),
          Map.entry("reductions", "fall"),
          Map.entry("lift", "rise"),
          Map.entry("lifts", "rise"),
          Map.entry("lifted", "rise"),
          Map.entry("boost", "rise"),
          Map.entry("boosts", "rise"),
          Map.entry("boosted", "rise"),
          Map.entry("hardly", "hardly"),
          Map.entry("barely", "hardly"),
          Map.entry("scarcely", "hardly"),
          Map.entry("rarely", "rarely"),
          Map.entry("seldom", "rarely"),
          Map.entry("few", "few"),
          Map.entry("false", "false"),
          Map.entry("untrue", "false"),
          Map.entry("wrong", "false"),
          Map.entry("incorrect", "false"),
          Map.entry("scam", "false"),
          Map.entry("fraud", "false"),
          Map.entry("hoax", "false"),
          Map.entry("myth", "false"),
          Map.entry("fake", "false"),
          Map.entry("avoid", "avoid"),
          Map.entry("avoids", "avoid"),
          Map.entry("avoided", "avoid"),
          Map.entry("refuse", "avoid"),
          Map.entry("refuses", "avoid"),
          Map.entry("refused", "avoid"),
          Map.entry("reject", "avoid"),
          Map.entry("rejects", "avoid"),
          Map.entry("rejected", "avoid"),
          Map.entry("abroad", "abroad"),
          Map.entry("overseas", "abroad"),
          Map.entry("worldwide", "worldwide"),
          Map.entry("global", "worldwide"),
          Map.entry("globally", "worldwide"),
          Map.entry("layoff", "layoff"),
          Map.entry("layoffs", "layoff"),
          Map.entry("optionally", "may"),
          Map.entry("voluntary", "may"),
          Map.entry("compulsory", "must"),
          Map.entry("obligatory", "must"),
          Map.entry("outside", "outside"),
          Map.entry("except", "except"),
          Map.entry("excluding", "except"),
          Map.entry("excludes", "except"),
          Map.entry("excluded", "except"),
          Map.entry("exception", "except"),
          Map.entry("apart", "except"),
          Map.entry("non", "non"),
          Map.entry("fortnight", "fortnight"),
          Map.entry("fortnights", "fortnight"),
          Map.entry("fortnightly", "fortnight"),
          Map.entry("biweekly", "fortnight"),
          Map.entry("quarterly", "quarterly"),
          Map.entry("net", "net"),
          Map.entry("gross", "gross"),
          Map.entry("tax", "tax"),
          Map.entry("taxes", "tax"),
          Map.entry("taxed", "tax"),
          Map.entry("rent", "rent"),
          Map.entry("rents", "rent"),
          Map.entry("vacation", "vacation"),
          Map.entry("vacations", "vacation"),
          Map.entry("owe", "owe"),
          Map.entry("owes", "owe"),
          Map.entry("owed", "owe"),
          Map.entry("more", "more"),
          Map.entry("higher", "more"),
          Map.entry("greater", "more"),
          Map.entry("above", "more"),
          Map.entry("exceed", "more"),
          Map.entry("most", "most"),
          Map.entry("highest", "most"),
          Map.entry("largest", "most"),
          Map.entry("top", "most"),
          Map.entry("best", "best"),
          Map.entry("less", "less"),
          Map.entry("lower", "less"),
          Map.entry("fewer", "less"),
          Map.entry("below", "less"),
          Map.entry("least", "least"),
          Map.entry("lowest", "least"),
          Map.entry("smallest", "least"),
          Map.entry("bottom", "least"),
          Map.entry("rare", "rarely"),
          Map.entry("average", "average"),
          Map.entry("averages", "average"),
          Map.entry("averaged", "average"),
          Map.entry("averaging", "average"),
          Map.entry("avg", "average"),
          Map.entry("mean", "average"),
          Map.entry("median", "median"),
          Map.entry("medians", "median"),
          Map.entry("midpoint", "median"),
          Map.entry("worst", "worst"),
          Map.entry("always", "always"),
          Map.entry("every", "always"),
          Map.entry("guarantee", "guarantee"),
          Map.entry("guaranteed", "guarantee"),
          Map.entry("faster", "faster"),
          Map.entry("quicker", "faster"),
          Map.entry("slower", "slower"),
          Map.entry("only", "only"),
          Map.entry("illegal", "illegal"),
          Map.entry("must", "must"),
          Map.entry("require", "must"),
          Map.entry("required", "must"),
          Map.entry("requires", "must"),
          Map.entry("requirement", "must"),
          Map.entry("requirements", "must"),
          Map.entry("mandatory", "must"),
          Map.entry("essential", "must"),
          Map.entry("necessary", "must"),
          Map.entry("need", "must"),
          Map.entry("needs", "must"),
          Map.entry("needed", "must"),
          Map.entry("prefer", "may"),
          Map.entry("preferred", "may"),
          Map.entry("optional", "may"),
          Map.entry("desirable", "may"),
          Map.entry("advantageous", "may"),
          Map.entry("fail", "fail"),
          Map.entry("failed", "fail"),
          Map.entry("failing", "fail"),
          Map.entry("deduct", "deduct"),
          Map.entry("deducted", "deduct"),
          Map.entry("deduction", "deduct"),
          Map.entry("bachelor", "bachelor"),
          Map.entry("bachelors", "bachelor"),
          Map.entry("undergraduate", "bachelor"),
          Map.entry("bsc", "bachelor"),
          Map.entry("bs", "bachelor"),
          Map.entry("ba", "bachelor"),
          Map.entry("master", "master"),
          Map.entry("masters", "master"),
          Map.entry("msc", "master"),
          Map.entry("ms", "master"),
          Map.entry("mba", "mba"),
          Map.entry("phd", "doctor"),
          Map.entry("doctorate", "doctor"),
          Map.entry("doctoral", "doctor"),
          Map.entry("diploma", "diploma"),
          Map.entry("degree", "degree"),
          Map.entry("degrees", "degree"),
          Map.entry("certification", "certificate"),
          Map.entry("certifications", "certificate"),
          Map.entry("certificate", "certificate"),
          Map.entry("certificates", "certificate"),
          Map.entry("certified", "certificate"),
          Map.entry("license", "licence"),
          Map.entry("licence", "licence"),
          Map.entry("licensed", "licence"),
          Map.entry("apprenticeship", "apprentice"),
          Map.entry("apprentice", "apprentice"));

  /** Words of a statement by which something is needed, unless it says that it may be left. */
  private static final Set<String> ASKING =
      Set.of("call", "calls", "ask", "asks", "expects", "experience", "minimum", "least");

  /** Words that stand for each other. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("enterprise", "company"),
          Map.entry("organization", "company"),
          Map.entry("organisation", "company"),
          Map.entry("firm", "company"),
          Map.entry("business", "company"),
          Map.entry("corporation", "company"),
          Map.entry("global", "worldwide"),
          Map.entry("globally", "worldwide"),
          Map.entry("world", "worldwide"),
          Map.entry("starting", "entry"),
          Map.entry("big", "major"));

  private static final Set<String> DEGREES =
      Set.of("bachelor", "master", "mba", "doctor", "diploma", "certificate", "licence");

  private static final Set<String> BESIDE_DEGREES =
      Set.of("a", "an", "the", "either", "both", "degree", "degrees");

  private static final Set<String> NEGATIONS =
      Set.of(
          "no",
          "not",
          "never",
          "without",
          "none",
          "neither",
          "nor",
          "cannot",
          "nobody",
          "t",
          "lack",
          "lacks",
          "unnecessary",
          "irrelevant");

  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?<!\\.\\p{L})[.;:!?](?=\\s|$)|,\\s(?!(?:up|down) from\\b)|\\b(?:but|while|whereas)\\b");
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?i)\\s*(?:in|at|for|with|on|from|within|among|by|during|as|after|before|between|across|under"
              + "|outside|per|to)\\b");
  private static final Pattern AND_THEN = Pattern.compile("\\band\\b");
  private static final Pattern NO_NEGATION =
      Pattern.compile(
          "(?i)\\bnot (?:only|just|merely)\\b|\\b(?:whether )?or not\\b|\\bno doubt\\b");

  /** Pay that "falls between" two amounts does not fall. */
  private static final Pattern FALLS =
      Pattern.compile("(?i)\\bfalls?\\b(?! (?:between|in|into|within|around|at|on|near|under)\\b)");

  /** What goes up or down does so without a word that says it elsewhere: "up to", "break down". */
  private static final Pattern UP =
      Pattern.compile("(?i)\\b(?:go(?:es|ing|ne)?|went|moved?) up\\b|\\bup (?:by|from)\\b");

  private static final Pattern DOWN =
      Pattern.compile("(?i)\\b(?:go(?:es|ing|ne)?|went|moved?) down\\b|\\bdown (?:to|by|from)\\b");

  /** Something is more or less than what is named in the group "other". */
  private static final Pattern COMPARED =
      Pattern.compile(
          "(?i)\\b(?:(?<more>more|higher|greater|above|exceed(?:s|ed|ing)?)"
              + "|(?:less|lower|fewer|below))\\b(?:(?<=above|below|exceed(?:s|ed|ing)?)"
              + "|(?: \\p{L}+){0,2}? than) (?<other>[^,;.:()]{3,60})");

  /** Words that weigh nothing where they stand so. */
  private static final Pattern IDIOM =
      Pattern.compile(
          "(?i)\\bon top of\\b|\\bmost (?:often|likely|commonly|of the"
              + " time)\\b|\\b(?:top|lower|low|high|upper|bottom) (?:end|of the"
              + " range)\\b|\\bof the time\\b|\\bkeep in mind\\b|\\bevery"
              + " (?:year|month|week|day|hour)\\b|\\btops? out\\b");

  /** What leads from an amount to a higher one, though nothing rises. */
  private static final Pattern ON_TO =
      Pattern.compile(
          "(?i)\\b(?:ris(?:es?|ing)|climb(?:s|ing)?|increas(?:es?|ing)|grow(?:s|ing)?"
              + "|go(?:es|ing)? up)(?=(?: to)? $)");

  /** Words by which a claim is taken back. */
  private static final Pattern TAKEN_BACK =
      Pattern.compile(
          "(?i)\\b(?:far from|le(?:ft|ave|aves) out|anything but|short of|instead of|used to"
              + "|in all (?!cases\\b)\\p{L}+)\\b");

  /** Words by which something is good to have and may be left. */
  private static final Pattern GOOD_TO_HAVE =
      Pattern.compile(
          "(?i)\\bnice[- ]to[- ]have|\\b(?:is|are|be) (?:an? )?(?:\\p{L}+ )?"
              + "(?:plus|advantage|asset)\\b|\\b(?:helpful|welcome|recommended|desired)\\b");

  /** Words by which something will do. */
  private static final Pattern ENOUGH =
      Pattern.compile(
          "(?i)\\b(?:is|are) (?:also |usually |often"
              + " )?(?:accepted|acceptable|sufficient|enough)\\b");

  /** Where what is said of one thing that is needed ends. */
  private static final Pattern DEMAND =
      Pattern.compile(
          "(?i)(?<!\\.\\p{L})[.;!?](?=\\s|$)|,\\s(?:and|but|though|although)\\b"
              + "|\\b(?:but|while|whereas|although|though)\\b");

  /** What may be left. */
  private static final Pattern NOT_REQUIRED =
      Pattern.compile(
          "(?i)(?:\\bnot|(?<=\\b(?:is|are))n['’]t) (?:(?:strictly|absolutely|always) )?"
              + "(?:required|necessary|mandatory|essential|compulsory|obligatory|needed)\\b"
              + "|\\b(?:do|does)(?: not|n['’]t) (?:need|require)\\b(?: to\\b)?");

  private static final Pattern EXPECTED =
      Pattern.compile("(?i)\\b(?:is|are) (?:also )?expected\\b(?! to\\b)");

  /** A name with a point inside, such as of a host. */
  private static final Pattern POINTED =
      Pattern.compile("(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}-]{2,}+[.．。｡]\\p{L}[\\p{L}\\p{N}]+");

  /** What is not so yet. */
  private static final Pattern FORECAST =
      Pattern.compile(
          "(?i)\\b(?:will|projected|projections?|forecasts?|forecasted|predict(?:s|ed)?"
              + "|anticipate[sd]?|expect(?:s|ed)?|estimated to|could|should|set to|likely to"
              + "|outlook)\\b");

  private static final Pattern BY_YEAR = Pattern.compile("(?i)\\bby (?:19|20)\\d\\d\\b");

  /** What is over, although "by 2025" stands beside it. */
  private static final Pattern PAST =
      Pattern.compile(
          "(?i)\\b(?:was|were|had|grew|rose|fell|reached|climbed|increased|hit" + "|stood)\\b");

  /** What is so now, unlike what "is to" be. */
  private static final Pattern PRESENT =
      Pattern.compile("(?i)\\b(?:is|are)\\b(?! (?:to|set|due|going|likely)\\b)");

  /** What is in brackets, and how long something takes. */
  private static final Pattern BESIDE_CHOICE =
      Pattern.compile(
          "(?i)\\((?![^)]*\\b(?:and|or)\\b)[^)]*\\)|\\b[\\p{L}\\d]+-(?:year|month|week)\\b");

  /** What joins two degrees like "and". */
  private static final Pattern AND =
      Pattern.compile("(?i)\\b(?:plus|as well as|together with|along with|and then|and also)\\b");

  private static final Pattern PART =
      Pattern.compile("(?<!\\.\\p{L})[.;!?](?=\\s|$)|,\\s|\\b(?:but|while)\\b");

  private static final Pattern LAID_OFF = Pattern.compile("(?i)\\b(?:lay|lays|laid|laying) off\\b");

  /** What pay is for, other than the time that figures are read with, and when. */
  private static final Pattern EACH =
      Pattern.compile(
          "(?i)\\b((?:part|full)[ -]time|(?:last|next|this) year|(?:first|second|third|fourth|last)"
              + " (?:half|quarter|year|month|week))\\b|\\b(?:per|each|every)["
              + " -](shift|project|decade|quarter|pay period|pay ?check|trip"
              + "|client|contract|visit|semester|season|career|lifetime|life|head|team)\\b");

  /** How often something is done, but for the time that pay is for. */
  private static final Pattern HOW_OFTEN =
      Pattern.compile(
          "(?i)\\b(?:(?:every|each|once an?) (year|month|week|day|hour|quarter)\\b"
              + "|(annual|year|month|week|dai|hour|quarter)ly\\b)");

  private static final Map<String, Pattern> EACH_TIME =
      Stream.of("year", "month", "week", "day", "hour", "quarter")
          .collect(
              Collectors.toUnmodifiableMap(
                  unit -> unit,
                  unit ->
                      Pattern.compile(
                          "(?i)(?:\\b(?:every|each|per|an?) |/ ?)"
                              + unit
                              + "\\b|\\b"
                              + (unit.equals("day") ? "dai" : unit)
                              + "ly\\b"
                              + (unit.equals("year") ? "|\\bannual|\\bannum\\b|\\bCAGR\\b" : ""))));

  private static final String OF_THE = " (?:of )?+(?:the |its |their |our )?+";

  /** "All new hires", but not "all in all", "all of this". */
  private static final Pattern ALL =
      Pattern.compile(
          "(?i)\\b(?:(?:all|every)"
              + OF_THE
              + "(?!in\\b|way\\b|told|this|that|these|those|them|it\\b|which|whom|figures?|numbers?|amounts?|kinds"
              + "|sorts|you\\b|year|month|week|day|hour|one\\b|two|three|four|five|six|seven|eight|nine"
              + "|ten|twelve|\\d)\\p{L}+|everyone|everybody|everywhere|always)\\b");

  private static final Pattern ANY_ALL =
      Pattern.compile(
          "(?i)\\b(?:all|every|each|any|everyone|everybody|everywhere|always|entire|whole|overall)\\b");

  private static final Pattern SOME =
      Pattern.compile("(?i)\\b(?:some|several|certain|many|most|a few)" + OF_THE + "(\\p{L}+)");

  private static final Pattern NEVER = Pattern.compile("(?i)\\b(?:never|nobody|no one)\\b");
  private static final Pattern HEDGE =
      Pattern.compile(
          "(?i)\\b(?:most|mostly|usually|often|generally|typically|normally|many|some|rarely|seldom"
              + "|few)\\b");

  private static final Pattern EVERY =
      Pattern.compile(
          "(?i)\\b(?:all|every|each)"
              + OF_THE
              + "(\\p{L}+)(?: (?<such>(?:bound|covered|who|that|with|without|having)\\b[^,;.]*))?");

  /** What is left of pay. */
  static final Pattern NET =
      Pattern.compile(
          "(?i)\\b(?:net|take-home|in hand"
              + "|after (?:[\\p{L}-]+ )?(?:tax(?:es)?|deductions?))\\b");

  /** What people say of any pay, unless it is told before taxes. */
  static final Pattern TAKES_HOME = Pattern.compile("(?i)\\b(?:tak(?:e|es|ing)|took) home\\b");

  /** What pay is before something is taken off. */
  private static final Pattern GROSS =
      Pattern.compile(
          "(?i)\\b(?:gross(?:ed|es|ing)?|pre-?tax"
              + "|before (?:[\\p{L}-]+ )?(?:tax(?:es)?|deductions?))\\b");

  private static final Pattern ONLY_FOR =
      Pattern.compile("(?i)\\bonly (?:for|in|at|if|when|where|by|to|with|on|among) ([^,;.:()]+)");

  private static final Pattern WEIGHED =
      Pattern.compile("(?i)\\b(?!rather|other|later|further|whether)(\\p{L}{2,}er) than\\b");

  private static final Pattern APOSTROPHE_S = Pattern.compile("['’]s\\b");

  /** "Ph.D." and "B.Sc." are words. */
  private static final Pattern POINTS = Pattern.compile("\\b(\\p{L}{1,2})\\.(?=\\p{L}{1,4}\\b)");

  /**
   * A clause of a statement.
   *
   * @param stems of its words, in their order
   * @param isNegative whether it says no
   * @param directions whether something rises or falls in it
   * @param sides whether something is more or less in it
   * @param moves its figures if something rises or falls
   */
  record Clause(
      List<String> stems,
      boolean isNegative,
      Set<String> directions,
      Set<String> sides,
      List<Move> moves) {}

  /**
   * A figure by which or to which something rises or falls.
   *
   * @param directions whether it does either; both only where a text does not say which
   */
  private record Move(Figure figure, Set<String> directions) {}

  private WordingCheck() {}

  /**
   * A part of a statement that is so already, or is not.
   *
   * @param figures its figures but for the years of the calendar
   */
  record Part(boolean isForecast, List<Figure> figures) {
    Part {
      figures = List.copyOf(figures);
    }
  }

  /** The parts of a statement that tell of one time each. */
  static List<Part> parts(String text) {
    return PART.splitAsStream(text)
        .map(part ->
            new Part(
                isForecast(part),
                Figures.in(part).stream()
                    .filter(figure -> figure.kind() != Figure.Kind.CALENDAR_YEAR)
                    .toList()))
        .toList();
  }

  /** The clauses of a statement. */
  static List<Clause> clauses(String text) {
    List<Clause> clauses = new ArrayList<>();
    for (String clause : CLAUSE.split(text, -1)) {
      List<String> words = words(clause);
      Set<String> directions = directions(clause, words);
      clauses.add(
          new Clause(
              words.stream().map(WordingCheck::stem).toList(),
              isNegative(clause),
              directions,
              meanings(words, "more", "less"),
              moves(clause, directions)));
    }
    return clauses;
  }

  /** What rises in front of an "and" may fall behind it. */
  private static List<Move> moves(String clause, Set<String> directions) {
    if (directions.isEmpty()) {
      return List.of();
    }
    List<Move> moves = new ArrayList<>();
    Set<String> known = directions;
    for (String half :
        directions.size() == 1 ? new String[] {clause} : AND_THEN.split(clause, -1)) {
      Set<String> own = directions(half);
      known = own.isEmpty() ? known : own;
      for (Figure figure : Figures.in(half)) {
        moves.add(new Move(figure, known));
      }
    }
    return moves;
  }

  /** Whether the sentence may be said of the statements. */
  static boolean holds(Reading sentence, List<Evidence> evidence) {
    if (holdsAsItStands(sentence, evidence)) {
      return true;
    }
    String softened = softened(sentence.text());
    return !softened.equals(sentence.text())
        && holdsAsItStands(
            Reading.of(softened), evidence.stream().map(Evidence::softened).toList());
  }

  /** A text in which what is not required is optional. */
  static String softened(String text) {
    return NOT_REQUIRED.matcher(text).replaceAll(" optional");
  }

  private static boolean holdsAsItStands(Reading reading, List<Evidence> evidence) {
    String sentence = reading.text();
    List<String> own = evidence.stream().map(Evidence::quote).toList();
    if (own.contains(sentence)) {
      return true;
    }
    Set<String> around = new HashSet<>();
    evidence.forEach(one -> around.addAll(one.wordsAround()));
    Set<String> stated = new HashSet<>(around);
    evidence.forEach(one -> stated.addAll(one.words()));
    List<String> said =
        words(IDIOM.matcher(withoutFigures(withoutRises(reading, evidence))).replaceAll(" "));
    return hasTellingWords(said, evidence)
        && hasTellingPhrases(sentence, own, stated)
        && sharesWords(said, stated, !reading.figures().isEmpty())
        && agreesOnNegation(sentence, evidence, around)
        && agreesOnDirection(sentence, evidence)
        && agreesOnComparison(sentence, own)
        && agreesOnNeed(sentence, evidence)
        && agreesOnChoice(sentence, evidence)
        && agreesOnTime(reading, evidence)
        && agreesOnHowOften(reading, evidence)
        && agreesOnHowMany(reading, evidence)
        && agreesOnTaxes(reading, evidence)
        && saysWhatOnlyHolds(sentence, evidence)
        && hasComparisons(sentence, stated)
        && agreesOnAdditions(sentence, evidence)
        && agreesOnSides(sentence, evidence)
        && agreesOnOrder(sentence, own)
        && agreesOnRank(sentence, evidence)
        && agreesOnUsage(sentence, own)
        && agreesOnPayers(reading, evidence)
        && agreesOnRivals(reading, evidence)
        && agreesOnShares(reading, evidence)
        && agreesOnComplements(sentence, evidence, stated)
        && namesWhatIsNamed(reading, evidence)
        && PercentCheck.holds(reading, evidence)
        && SubjectCheck.holds(reading, evidence);
  }

  /** A text without the words that lead from an amount to a higher one. */
  private static Reading withoutRises(Reading sentence, List<Evidence> evidence) {
    var text = new StringBuilder(sentence.text());
    for (Figure figure : sentence.figures().reversed()) {
      Matcher rise = ON_TO.matcher(sentence.text()).region(0, figure.start());
      boolean leadsOn =
          (figure.kind() == Figure.Kind.MONEY || figure.kind() == Figure.Kind.COUNT)
              && rise.find()
              && (isAboveOneBefore(figure, sentence)
                  || isBelowOneBehind(figure, sentence)
                  || evidence.stream().anyMatch(one -> one.isTopEnd(figure)));
      if (leadsOn) {
        text.delete(rise.start(), rise.end());
      }
    }
    return text.length() == sentence.text().length() ? sentence : Reading.of(text.toString());
  }

  /** "From $50,000 in the first year to $60,000". */
  private static boolean isBelowOneBehind(Figure figure, Reading sentence) {
    return figure.wording().toLowerCase(Locale.ROOT).startsWith("from ")
        && sentence.figures().stream()
            .filter(other -> other.kind() == Figure.Kind.MONEY && other.start() >= figure.end())
            .findFirst()
            .filter(other -> sentence.text().substring(0, other.start()).endsWith(" to "))
            .filter(other ->
                other.value().high().orElse(0) > figure.value().low().orElse(Double.MAX_VALUE))
            .isPresent();
  }

  private static boolean isAboveOneBefore(Figure figure, Reading sentence) {
    return sentence.figures().stream()
        .filter(other -> other.kind() == figure.kind() && other.end() <= figure.start())
        .anyMatch(other ->
            other.value().low().orElse(Double.MAX_VALUE) < figure.value().high().orElse(0));
  }

  /** Words of figures are read as figures, by somebody else. */
  private static String withoutFigures(Reading sentence) {
    var text = new StringBuilder(sentence.text());
    for (Figure figure : sentence.figures().reversed()) {
      if (figure.kind() != Figure.Kind.NAME) {
        text.replace(figure.start(), figure.end(), " ");
      }
    }
    return text.toString();
  }

  /**
   * What the words of a statement and around it mean, as far as a claim stands or falls with it.
   */
  static Set<String> meanings(Set<String> words, String quote) {
    Set<String> meanings = directions(quote);
    for (String word : words) {
      String meaning = meaning(word);
      if (meaning != null) {
        meanings.add(meaning);
      }
    }
    return meanings;
  }

  /** What a word tells, in the singular or the plural; null if no claim stands or falls with it. */
  private static @Nullable String meaning(String word) {
    String meaning = TELLING.get(word);
    return meaning == null && word.endsWith("s") ? TELLING.get(Words.singular(word)) : meaning;
  }

  private static boolean hasTellingWords(List<String> said, List<Evidence> evidence) {
    Set<String> meanings = new HashSet<>();
    evidence.forEach(one -> meanings.addAll(one.meanings()));
    if (!meanings.contains("may") && evidence.stream().anyMatch(Evidence::asks)) {
      meanings.add("must");
    }
    for (String word : said) {
      String meaning = meaning(word);
      if (meaning != null && !meanings.contains(meaning) && !isImplied(meaning, meanings)) {
        return false;
      }
    }
    return true;
  }

  /** What pay falls by, whom somebody lays off and what pay is for stand in the statement. */
  private static boolean hasTellingPhrases(String sentence, List<String> own, Set<String> stated) {
    if (FALLS.matcher(sentence).find()
        && own.stream().noneMatch(text -> FALLS.matcher(text).find())
        && stated.stream().noneMatch(word -> "fall".equals(TELLING.get(word)))) {
      return false;
    }
    if (LAID_OFF.matcher(sentence).find()
        && own.stream().noneMatch(text -> LAID_OFF.matcher(text).find())
        && !stated.contains("layoff")
        && !stated.contains("layoffs")) {
      return false;
    }
    String all = String.join("\n", own).toLowerCase(Locale.ROOT);
    boolean addsNone =
        Stream.of(TAKEN_BACK, POINTED)
            .flatMap(pattern -> pattern.matcher(sentence).results())
            .allMatch(found -> all.contains(found.group().toLowerCase(Locale.ROOT)));
    if (!addsNone) {
      return false;
    }
    return EACH.matcher(sentence)
        .results()
        .flatMap(each -> words(each.group()).stream())
        .filter(word -> !isEmpty(word))
        .allMatch(word -> stated.contains(word) || stated.contains(word + "s"));
  }

  /** Whether something is needed by one of the words, unless it may be left. */
  static boolean asks(Set<String> words) {
    return words.stream().anyMatch(ASKING::contains);
  }

  /** Whoever asks for a bachelor asks for a degree, and the best paid are the top earners. */
  private static boolean isImplied(String meaning, Set<String> meanings) {
    return (meaning.equals("degree")
            && (meanings.contains("bachelor")
                || meanings.contains("master")
                || meanings.contains("doctor")))
        || (meaning.equals("best") && meanings.contains("most"));
  }

  private static boolean sharesWords(List<String> said, Set<String> stated, boolean hasFigure) {
    Set<String> stems = new HashSet<>();
    stated.forEach(word -> stems.add(stem(word)));
    int telling = 0;
    int known = 0;
    for (String word : said) {
      if (word.length() < 2
          || isEmpty(word)
          || SubjectCheck.isVerb(word)
          || Character.isDigit(word.charAt(0))) {
        continue;
      }
      // What tells is stated already, by this word or another one.
      boolean isKnown = isTelling(word) || stems.contains(stem(word));
      if (isKnown || !SubjectCheck.isNeutral(word)) {
        telling++;
      }
      if (isKnown) {
        known++;
      }
    }
    return telling == 0
        || known > MIN_SHARE * telling
        || (known == MIN_SHARE * telling && (telling > 2 || hasFigure));
  }

  /** What is left out is not said to be added or counted in, and the other way round. */
  private static boolean agreesOnAdditions(String sentence, List<Evidence> evidence) {
    Set<String> with = stemsBehind(WITH, sentence);
    Set<String> without = stemsBehind(WITHOUT, sentence);
    Set<String> counted = stemsBehind(COUNTED_IN, sentence);
    if (with.isEmpty() && without.isEmpty() && counted.isEmpty()) {
      return true;
    }
    Set<String> statedWith = new HashSet<>();
    Set<String> statedWithout = new HashSet<>();
    Set<String> added = new HashSet<>();
    for (Evidence one : evidence) {
      statedWith.addAll(stemsBehind(WITH, one.quote()));
      statedWithout.addAll(stemsBehind(WITHOUT, one.quote()));
      added.addAll(stemsBehind(ADDED, one.quote()));
      Set<String> own = stemsBehind(COUNTED_IN, one.quote());
      statedWith.addAll(own);
      added.removeAll(own);
    }
    with.addAll(counted);
    Set<String> both = new HashSet<>(statedWith);
    both.retainAll(statedWithout);
    statedWith.removeAll(both);
    statedWithout.removeAll(both);
    return Collections.disjoint(with, statedWithout)
        && Collections.disjoint(without, statedWith)
        && Collections.disjoint(counted, added);
  }

  private static Set<String> stemsBehind(Pattern pattern, String text) {
    Set<String> stems = new HashSet<>();
    pattern
        .matcher(text)
        .results()
        .forEach(found -> {
          List<String> words = words(found.group(1));
          Set<String> own = SubjectCheck.stems(words);
          // "With others" is known by the word itself, "without one" by what is in front of it.
          boolean isPronoun = words.size() == 1 && PRONOUNS.contains(words.getFirst());
          stems.addAll(own.isEmpty() ? words : own);
          if (isPronoun) {
            stems.addAll(SubjectCheck.stems(words(text.substring(0, found.start()))));
          }
        });
    return stems;
  }

  /** What comes after something is not said to come before or during it. */
  private static boolean agreesOnSides(String sentence, List<Evidence> evidence) {
    return SIDE.matcher(sentence)
        .results()
        .allMatch(said -> {
          String of = stem(said.group(2));
          List<String> sides =
              evidence.stream()
                  .flatMap(one -> SIDE.matcher(one.quote()).results())
                  .filter(stated -> stem(stated.group(2)).equals(of))
                  .map(stated -> stated.group(1).toLowerCase(Locale.ROOT))
                  .toList();
          return sides.isEmpty() || sides.contains(said.group(1).toLowerCase(Locale.ROOT));
        });
  }

  /** What leads from one thing to another, or is more than it, is not told the other way round. */
  private static boolean agreesOnOrder(String sentence, List<String> own) {
    List<Order> said = orders(sentence);
    return said.isEmpty()
        || own.stream()
            .flatMap(text -> orders(text).stream())
            .noneMatch(stated -> said.stream().anyMatch(one -> one.isReversed(stated)));
  }

  /**
   * Two things in an order.
   *
   * @param relation what orders them
   * @param one stems of the words of the first that the other has not
   * @param other those of the other
   */
  private record Order(String relation, Set<String> one, Set<String> other) {
    boolean isReversed(Order stated) {
      return relation.equals(stated.relation)
          && !Collections.disjoint(one, stated.other)
          && !Collections.disjoint(other, stated.one)
          && Collections.disjoint(other, stated.other);
    }
  }

  private static List<Order> orders(String text) {
    List<Order> orders = new ArrayList<>();
    if (!text.contains(" than ") && !text.contains(" to ") && !text.contains(" as ")) {
      // Looking for these costs less.
      return orders;
    }
    for (String clause : CLAUSE.split(text, -1)) {
      for (Pattern pattern : List.of(THAN, FROM_TO, AS_MANY)) {
        Matcher found = pattern.matcher(clause);
        if (found.find()) {
          Set<String> one = SubjectCheck.stems(words(found.group("one")));
          Set<String> other = SubjectCheck.stems(words(found.group("other")));
          Set<String> shared = new HashSet<>(one);
          shared.retainAll(other);
          one.removeAll(shared);
          other.removeAll(shared);
          orders.add(new Order(found.group("relation").toLowerCase(Locale.ROOT), one, other));
        }
      }
    }
    return orders;
  }

  private static final Pattern THAN =
      Pattern.compile(
          "(?i)^(?<one>.*?)\\b(?<relation>more|less|fewer|\\p{L}{2,}er)(?: \\p{L}+){0,2}? than"
              + " (?<other>.*)");

  private static final Pattern FROM_TO =
      Pattern.compile(
          "(?i)\\b(?<relation>from) (?<one>[\\p{L} -]{3,40}?) to (?<other>[\\p{L} -]{3,40}?)"
              + "(?= (?:is|are|was|has|have|had|takes?|took|in|at|for|within)\\b|[^\\p{L} -]|$)");

  private static final Pattern AS_MANY =
      Pattern.compile(
          "(?i)\\bas (?<relation>many|much) (?<one>[\\p{L} -]{3,40}?) as (?<other>[\\p{L}"
              + " -]{3,40}?)(?= (?:is|are|was|will|has|have|had|in|at|for|by)\\b|[^\\p{L} -]|$)");

  /** What is rare is not said to be common, and the other way round. */
  private static boolean agreesOnUsage(String sentence, List<String> own) {
    for (String clause : CLAUSE.split(sentence, -1)) {
      boolean isUsual = USUAL.matcher(clause).find();
      if (isUsual == RARE.matcher(clause).find() || isNegative(clause)) {
        continue;
      }
      Set<String> stems = ownStems(clause);
      List<String> telling =
          own.stream()
              .map(text -> usage(clause, closest(clause, text)))
              .filter(part ->
                  !Collections.disjoint(stems, ownStems(part))
                      && USUAL.matcher(part).find() != RARE.matcher(part).find())
              .toList();
      if (!telling.isEmpty()
          && telling.stream().allMatch(part -> USUAL.matcher(part).find() != isUsual)) {
        return false;
      }
    }
    return true;
  }

  /** The half of a part, of which both are told, that tells of where the clause does. */
  private static String usage(String clause, String part) {
    if (!USUAL.matcher(part).find() || !RARE.matcher(part).find()) {
      return part;
    }
    Set<String> said = rivals(clause);
    return Stream.of(AND_THEN.split(part, 2))
        .filter(half -> !Collections.disjoint(said, rivals(half)))
        .findFirst()
        .orElse(part);
  }

  private static Set<String> ownStems(String text) {
    return words(text).stream()
        .filter(word -> !isEmpty(word))
        .map(WordingCheck::stem)
        .collect(Collectors.toSet());
  }

  private static final Pattern USUAL =
      Pattern.compile("(?i)\\b(?:common(?:ly)?|usual(?:ly)?|frequent(?:ly)?|often|widespread)\\b");

  private static final Pattern RARE =
      Pattern.compile("(?i)\\b(?:rare(?:ly)?|seldom|uncommon|infrequent(?:ly)?|exceptional)\\b");

  /** Who pays an amount does not get it. */
  private static boolean agreesOnPayers(Reading sentence, List<Evidence> evidence) {
    for (Figure figure : sentence.figures()) {
      if (figure.kind() != Figure.Kind.MONEY) {
        continue;
      }
      Matcher gets = GETS.matcher(sentence.text()).region(0, figure.start());
      Matcher pays = PAYS.matcher(sentence.text()).region(0, figure.start());
      boolean isGot = gets.find();
      if (isGot == pays.find()) {
        continue;
      }
      Set<String> who = SubjectCheck.stems(words((isGot ? gets : pays).group(1)));
      Pattern turned = isGot ? PAYS : GETS;
      boolean isTurned =
          evidence.stream()
              .flatMap(one -> one.readings().stream())
              .anyMatch(reading ->
                  reading.figures().stream()
                      .filter(one -> one.value().equals(figure.value()))
                      .anyMatch(one -> {
                        Matcher other = turned.matcher(reading.text()).region(0, one.start());
                        return other.find()
                            && !Collections.disjoint(
                                who, SubjectCheck.stems(words(other.group(1))));
                      }));
      if (isTurned) {
        return false;
      }
    }
    return true;
  }

  /** A supplement of some percent is no pay of it. */
  private static boolean agreesOnShares(Reading sentence, List<Evidence> evidence) {
    return sentence.figures().stream()
        .filter(figure -> figure.kind() == Figure.Kind.PERCENT && isPayOf(sentence, figure))
        .allMatch(figure ->
            evidence.stream()
                .flatMap(one -> one.readings().stream())
                .anyMatch(reading ->
                    reading.figures().stream()
                        .filter(one -> one.value().equals(figure.value()))
                        .anyMatch(one -> isPayOf(reading, one))));
  }

  private static boolean isPayOf(Reading reading, Figure figure) {
    return PAY_OF.matcher(reading.text()).region(0, figure.start()).find();
  }

  private static final Pattern PAY_OF =
      Pattern.compile(
          "(?i)\\b(?:salary|salaries|wages?|pay|income|earnings) of (?:about |around )?$");

  private static final String ABOUT = " (?:about |around |up to |only )?$";

  private static final Pattern GETS =
      Pattern.compile(
          "(?i)((?:[\\p{L}-]+ ){0,3}[\\p{L}-]+) (?:gets?|earns?|receives?|makes?|(?:is|are)"
              + " paid)"
              + ABOUT);

  private static final Pattern PAYS =
      Pattern.compile(
          "(?i)((?:[\\p{L}-]+ ){0,3}[\\p{L}-]+) (?:pays?|owes?|spends?)(?: in)?" + ABOUT);

  /** "At three in hotels, and at five in shops": what is in the one is not said of the other. */
  private static boolean agreesOnRivals(Reading sentence, List<Evidence> evidence) {
    Set<String> said = rivals(sentence.text());
    if (said.isEmpty() || sentence.figures().isEmpty()) {
      return true;
    }
    List<List<String>> all =
        evidence.stream()
            .map(one -> List.of(NEXT.split(one.quote(), -1)))
            .filter(parts -> parts.size() > 1 && tellsOfOthers(parts, said))
            .toList();
    for (Figure figure : all.isEmpty() ? List.<Figure>of() : sentence.figures()) {
      if (figure.kind() == Figure.Kind.CALENDAR_YEAR || figure.kind() == Figure.Kind.NAME) {
        continue;
      }
      for (List<String> parts : all) {
        List<String> with =
            parts.stream()
                .filter(part ->
                    Figures.in(part).stream().anyMatch(one -> one.value().equals(figure.value())))
                .toList();
        if (with.size() != 1) {
          continue;
        }
        Set<String> own = rivals(with.getFirst());
        boolean isOfOther =
            parts.stream()
                .filter(part -> !part.equals(with.getFirst()))
                .map(WordingCheck::rivals)
                .flatMap(Set::stream)
                .filter(other -> !own.contains(other) && said.contains(other))
                .map(other -> other.substring(0, other.indexOf(' ') + 1))
                .anyMatch(leading ->
                    own.stream()
                        .filter(one -> one.startsWith(leading))
                        .reduce((_, last) -> last)
                        .filter(last -> !said.contains(last))
                        .isPresent());
        if (isOfOther && evidence.stream().filter(one -> one.says(figure)).count() == 1) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether some part is of what is said and some part of something else. */
  private static boolean tellsOfOthers(List<String> parts, Set<String> said) {
    List<Set<String>> rivals = parts.stream().map(WordingCheck::rivals).toList();
    return rivals.stream().anyMatch(one -> !Collections.disjoint(one, said))
        && rivals.stream().anyMatch(one -> !said.containsAll(one));
  }

  /** What something is in or at, behind the word that says so, in the order of a text. */
  private static Set<String> rivals(String text) {
    Set<String> rivals = new LinkedHashSet<>();
    RIVAL
        .matcher(text)
        .results()
        .filter(one -> isPlain(one.group(2)))
        .forEach(
            one -> rivals.add(one.group(1).toLowerCase(Locale.ROOT) + ' ' + stem(one.group(2))));
    return rivals;
  }

  private static final Pattern RIVAL =
      Pattern.compile("(?i)\\b(in|at|for|on) (?:an? |the |their |your )?(\\p{L}{3,})");

  private static final Pattern NEXT =
      Pattern.compile("(?i);|, (?:and|while|whereas|but)\\b|\\b(?:while|whereas)\\b");

  /** What is so of the first is not said of the second. */
  private static boolean agreesOnRank(String sentence, List<Evidence> evidence) {
    return RANK.matcher(sentence)
        .results()
        .allMatch(said -> {
          String of = stem(said.group(2));
          List<String> ranks =
              evidence.stream()
                  .flatMap(one -> Stream.concat(Stream.of(one.quote()), one.textsAround()))
                  .flatMap(text -> RANK.matcher(text).results())
                  .filter(stated -> stem(stated.group(2)).equals(of))
                  .map(stated -> rank(stated.group(1)))
                  .toList();
          return ranks.isEmpty()
              || ranks.contains(rank(said.group(1)))
              || evidence.stream().anyMatch(one -> leavesOut(one.quote(), rank(said.group(1))));
        });
  }

  /** Whether a text has a rank without what it is of: "in the first year and in the second". */
  private static boolean leavesOut(String text, String rank) {
    return BARE_RANK.matcher(text).results().anyMatch(found -> rank(found.group(1)).equals(rank));
  }

  private static final Pattern BARE_RANK =
      Pattern.compile(
          "(?i)\\b(first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th)(?="
              + " (?:and|or|to)\\b|[,;.]|$)");

  private static String rank(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "1st" -> "first";
      case "2nd" -> "second";
      case "3rd" -> "third";
      case "4th" -> "fourth";
      default -> word.toLowerCase(Locale.ROOT);
    };
  }

  private static final Pattern RANK =
      Pattern.compile(
          "(?i)\\b(first|second|third|fourth|fifth|last|final|1st|2nd|3rd|4th)[ -](\\p{L}{3,})");

  /** What is done by, to or in something is not said of something else that nobody states. */
  private static boolean agreesOnComplements(
      String sentence, List<Evidence> evidence, Set<String> stated) {
    Set<String> said = SubjectCheck.stems(words(sentence));
    Set<String> known = SubjectCheck.stems(List.copyOf(stated));
    return COMPLEMENT
        .matcher(sentence)
        .results()
        .filter(found -> !isEmpty(found.group(1)) && isPlain(found.group(3)))
        .filter(found -> !known.contains(stem(found.group(3))))
        .allMatch(found ->
            evidence.stream()
                .flatMap(one -> COMPLEMENT.matcher(one.quote()).results())
                .noneMatch(other ->
                    other.group(2).equalsIgnoreCase(found.group(2))
                        && stem(other.group(1)).equals(stem(found.group(1)))
                        && isPlain(other.group(3))
                        && !said.contains(stem(other.group(3)))));
  }

  private static boolean isPlain(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return !isEmpty(lower)
        && !isTelling(lower)
        && !SubjectCheck.isVerb(lower)
        && !SubjectCheck.isNeutral(lower);
  }

  /** A word, what leads on from it and what that leads to. */
  private static final Pattern COMPLEMENT =
      Pattern.compile(
          "(?i)\\b(\\p{L}{3,}) (by|to|in|at|for|on|from|with) (?:an? |the |their |your"
              + " )?(\\p{L}{3,})");

  private static final Set<String> PRONOUNS = Set.of("one", "it", "them", "this", "these");

  private static final Pattern SIDE =
      Pattern.compile(
          "(?i)\\b(before|after|during|within|until)"
              + " (?:(?:the|an?|their|its|your|his|her|each|every|about|around|first|end|of) )*+"
              + "(?!\\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|tax(?:es)?|deductions?)\\b)"
              + "(\\p{L}{3,})");

  private static final String UP_TO_THREE =
      " (?:an? |the |any |their |its )*((?!average|median|mean|range)\\p{L}[\\p{L}-]*(?:"
          + " (?!and\\b|or\\b|is\\b|are\\b|in\\b|at\\b|of\\b|for\\b)\\p{L}[\\p{L}-]*)?)";

  private static final Pattern WITH =
      Pattern.compile("(?i)\\b(?:with(?! no\\b)|plus|including)" + UP_TO_THREE);

  private static final Pattern WITHOUT =
      Pattern.compile("(?i)\\b(?:without|(?:with|but|and) no|excluding|minus)" + UP_TO_THREE);

  private static final Pattern COUNTED_IN =
      Pattern.compile("(?i)\\b(?:including)(?: \\d+)?" + UP_TO_THREE);

  private static final Pattern ADDED =
      Pattern.compile("(?i)\\b(?:plus|on top of|in addition to)(?: \\d+)?" + UP_TO_THREE);

  /** A clause says no where the clause that it comes from does, the one that shares most words. */
  private static boolean agreesOnNegation(
      String sentence, List<Evidence> evidence, Set<String> around) {
    for (String clause : wholeClauses(sentence)) {
      boolean negative = isNegative(clause);
      Set<String> stems = new HashSet<>();
      words(clause).stream()
          .filter(word -> !EMPTY.contains(Words.singular(word)) && !around.contains(word))
          .forEach(word -> stems.add(stem(word)));
      int most = 0;
      boolean agrees = !negative;
      for (Evidence one : evidence) {
        for (Clause other : one.clauses()) {
          int shared =
              other.stems().stream()
                  .filter(stems::contains)
                  .mapToInt(stem -> Character.isDigit(stem.charAt(0)) ? TELLING_WEIGHT : 1)
                  .sum();
          if (shared > most) {
            most = shared;
            agrees = other.isNegative() == negative;
          } else if (shared == most && most > 0) {
            agrees |= other.isNegative() == negative;
          }
        }
      }
      if (!agrees) {
        return false;
      }
    }
    return true;
  }

  /** The clauses of a sentence; "In most offices," belongs to the next one. */
  private static List<String> wholeClauses(String sentence) {
    List<String> clauses = new ArrayList<>();
    String open = "";
    for (String clause : CLAUSE.split(sentence, -1)) {
      boolean isIntroduction =
          INTRODUCTION.matcher(clause).lookingAt()
              && (clause.stripLeading().regionMatches(true, 0, "to ", 0, 3)
                  || Words.of(clause).stream().noneMatch(SubjectCheck::isVerb));
      if (isIntroduction) {
        open += clause + ' ';
      } else {
        clauses.add(open + clause);
        open = "";
      }
    }
    if (!open.isEmpty()) {
      clauses.add(open);
    }
    return clauses;
  }

  /** What is said to rise or fall by a figure does so in the clause that the figure comes from. */
  private static boolean agreesOnDirection(String sentence, List<Evidence> evidence) {
    for (String clause : CLAUSE.split(sentence, -1)) {
      List<String> words = words(clause);
      Set<String> said = directions(clause, words);
      Set<String> sides = meanings(words, "more", "less");
      if (said.isEmpty() && sides.isEmpty()) {
        continue;
      }
      Reading reading = Reading.of(clause);
      for (Move move : moves(clause, said)) {
        List<Set<String>> others =
            evidence.stream()
                .flatMap(one -> one.clauses().stream())
                .flatMap(other -> other.moves().stream())
                .filter(other -> other.figure().value().equals(move.figure().value()))
                .map(Move::directions)
                .toList();
        if (!others.isEmpty()
            && others.stream().noneMatch(other -> other.containsAll(move.directions()))) {
          return false;
        }
      }
      sides.retainAll(meanings(words(withoutFigures(reading)), "more", "less"));
      if ((!said.isEmpty()
              && reading.figures().isEmpty()
              && !isClosestSo(clause, said, Clause::directions, evidence))
          || (!sides.isEmpty() && !isClosestSo(clause, sides, Clause::sides, evidence))) {
        return false;
      }
    }
    return true;
  }

  /** Whether what is said holds of the clause that shares most words, if anything is said there. */
  private static boolean isClosestSo(
      String clause,
      Set<String> said,
      Function<Clause, Set<String>> told,
      List<Evidence> evidence) {
    Set<String> stems = SubjectCheck.stems(words(clause));
    int most = 0;
    boolean isSo = true;
    for (Evidence one : evidence) {
      for (Clause other : one.clauses()) {
        int shared = (int) other.stems().stream().distinct().filter(stems::contains).count();
        Set<String> stated = told.apply(other);
        boolean agrees = stated.isEmpty() || stated.containsAll(said);
        isSo = shared > most ? agrees : isSo || (shared == most && agrees);
        most = Math.max(most, shared);
      }
    }
    return isSo;
  }

  /** What is compared with something is on the same side of it as it is stated to be. */
  private static boolean agreesOnComparison(String sentence, List<String> own) {
    return COMPARED
        .matcher(sentence)
        .results()
        .allMatch(said -> {
          Set<String> other = SubjectCheck.stems(words(said.group("other")));
          List<MatchResult> stated =
              own.stream()
                  .flatMap(text -> COMPARED.matcher(text).results())
                  .filter(one ->
                      SubjectCheck.stems(words(one.group("other"))).stream()
                          .anyMatch(other::contains))
                  .toList();
          return stated.isEmpty() || stated.stream().anyMatch(one -> isMore(one) == isMore(said));
        });
  }

  private static boolean isMore(MatchResult compared) {
    return compared.group("more") != null;
  }

  /**
   * What may be left is not asked for, and the other way round: what a statement says itself
   * decides over what stands around it, and where it says both the clause that shares most words
   * does.
   */
  private static boolean agreesOnNeed(String sentence, List<Evidence> evidence) {
    for (String clause : CLAUSE.split(sentence, -1)) {
      Set<String> said = needs(clause);
      if (said.size() == 1 && isNegative(clause)) {
        // What is not required is not said to be not recommended.
        boolean isOfOtherNeed =
            evidence.stream()
                .allMatch(one ->
                    one.needs().size() == 1
                        && !one.needs().equals(said)
                        && isNegative(one.quote()));
        if (isOfOtherNeed) {
          return false;
        }
      }
      if (said.size() == 1
          && !isNegative(clause)
          && (evidence.stream().noneMatch(one -> agreesOnNeed(clause, said, one))
              || !isOfWhatIsNeeded(clause, said, evidence))) {
        return false;
      }
    }
    return true;
  }

  /** No word of a clause stands only where the statements say that something else is needed. */
  private static boolean isOfWhatIsNeeded(
      String clause, Set<String> said, List<Evidence> evidence) {
    Set<String> without = new HashSet<>();
    Set<String> with = new HashSet<>();
    for (Evidence one : evidence) {
      Set<String> around = one.needsAround();
      for (Demand demand : one.demands()) {
        boolean isOpen = demand.needs().isEmpty() && (one.needs().isEmpty() || !around.isEmpty());
        Set<String> needs = isOpen ? around : demand.needs();
        boolean agrees =
            (isOpen && needs.isEmpty()) || (needs.containsAll(said) && !demand.isNegative());
        (agrees ? with : without).addAll(demand.stems());
      }
    }
    without.removeAll(with);
    return Collections.disjoint(without, demanded(clause));
  }

  private static Set<String> demanded(String text) {
    return SubjectCheck.stems(words(text).stream().filter(word -> needs(word).isEmpty()).toList());
  }

  /**
   * What a part of a statement says is needed or may be left.
   *
   * @param needs which of both, or that it is enough; empty if it says nothing of it
   * @param stems of the words that say what
   */
  record Demand(Set<String> needs, boolean isNegative, Set<String> stems) {
    Demand {
      needs = Set.copyOf(needs);
      stems = Set.copyOf(stems);
    }
  }

  /** What the parts of a statement say is needed. */
  static List<Demand> demands(String quote) {
    List<Demand> demands = new ArrayList<>();
    for (String part : DEMAND.split(NOT_REQUIRED.matcher(quote).replaceAll(" optional"), -1)) {
      String[] halves = AND_THEN.split(part, 2);
      if (halves.length == 2
          && needs(halves[0]).size() == 1
          && needs(halves[1]).size() == 1
          && !needs(halves[0]).equals(needs(halves[1]))) {
        // "X is mandatory at A and optional at B" says both of X.
        boolean shared = demanded(untilNeed(halves[1])).isEmpty();
        Set<String> subject = shared ? demanded(untilNeed(halves[0])) : Set.of();
        Set<String> second = new HashSet<>(demanded(halves[1]));
        second.addAll(subject);
        demands.add(new Demand(needs(halves[0]), isDenied(halves[0]), demanded(halves[0])));
        demands.add(new Demand(needs(halves[1]), isDenied(halves[1]), second));
      } else {
        if (!needs(part).isEmpty()) {
          demands.add(new Demand(needs(part), isDenied(part), demanded(part)));
        } else if (hasSubject(part)) {
          demands.add(new Demand(Set.of(), false, demanded(untilVerb(part))));
        }
      }
    }
    return demands;
  }

  /** Whether a part does not lean on the one in front, as "and takes three years" does. */
  private static boolean hasSubject(String part) {
    return Words.of(part).stream()
        .findFirst()
        .filter(word -> !SubjectCheck.isVerb(word) && !LEANING.contains(word))
        .isPresent();
  }

  private static final Set<String> LEANING =
      Set.of("it", "they", "this", "that", "these", "those", "which", "of", "usually", "often");

  /** What is in front of the first verb of a text. */
  private static String untilVerb(String text) {
    return String.join(
        " ", Words.of(text).stream().takeWhile(word -> !SubjectCheck.isVerb(word)).toList());
  }

  /** Whether what is needed is said not to be; "without supervision" denies no need. */
  private static boolean isDenied(String text) {
    return isNegative(WITHOUT.matcher(text).replaceAll(" "));
  }

  /** A text up to the word that says that something is needed or may be left. */
  private static String untilNeed(String text) {
    int end = 0;
    for (String word : text.split(" ", -1)) {
      if (!needs(word).isEmpty()) {
        break;
      }
      end = Math.min(text.length(), end + word.length() + 1);
    }
    return text.substring(0, end);
  }

  private static boolean agreesOnNeed(String clause, Set<String> said, Evidence evidence) {
    Set<String> stated = evidence.needs();
    if (stated.isEmpty()) {
      stated = evidence.needsAround();
    }
    if (stated.size() > 1) {
      stated = needs(closest(clause, softened(evidence.quote())));
    }
    return stated.isEmpty() || stated.containsAll(said);
  }

  /** Whether something is needed, may be left, or both, as far as a text says. */
  static Set<String> needs(String text) {
    Set<String> needs = meanings(words(text), "must", "may");
    if (EXPECTED.matcher(text).find()) {
      needs.add("must");
    }
    if (GOOD_TO_HAVE.matcher(text).find()) {
      needs.add("may");
    }
    if (ENOUGH.matcher(text).find()) {
      needs.add("enough");
    }
    return needs;
  }

  private static String closest(String said, String statement) {
    Set<String> stems = new HashSet<>();
    words(said).stream()
        .filter(word -> !isEmpty(word) && needs(word).isEmpty())
        .forEach(word -> stems.add(stem(word)));
    String closest = statement;
    int most = 0;
    for (String clause : PART.split(statement, -1)) {
      int shared =
          words(clause).stream()
              .filter(word -> stems.contains(stem(word)))
              .mapToInt(word -> isTelling(word) ? TELLING_WEIGHT : 1)
              .sum();
      if (shared > most) {
        most = shared;
        closest = clause;
      }
    }
    return closest;
  }

  /** One of two degrees, or of two things that are asked for, is not both of them. */
  private static boolean agreesOnChoice(String sentence, List<Evidence> evidence) {
    Set<Choice> said = choices(sentence);
    if (needs(sentence).isEmpty()) {
      said.removeIf(choice -> !DEGREES.containsAll(choice.words()));
    }
    Set<Choice> stated = new HashSet<>();
    if (!said.isEmpty()) {
      evidence.forEach(one -> stated.addAll(one.choices()));
    }
    return said.stream()
        .allMatch(choice -> stated.contains(choice) || !stated.contains(choice.turned()));
  }

  /**
   * Two words that stand side by side.
   *
   * @param isBoth whether "and" stands between them, not "or"
   */
  record Choice(Set<String> words, boolean isBoth) {
    Choice turned() {
      return new Choice(words, !isBoth);
    }
  }

  /** What is chosen by a word; degrees by their meaning. */
  private static String chosen(String word) {
    String meaning = TELLING.getOrDefault(word, "");
    return DEGREES.contains(meaning) ? meaning : stem(word);
  }

  /** The words of a text that "and" or "or" stands between. */
  static Set<Choice> choices(String text) {
    List<String> words =
        words(AND.matcher(BESIDE_CHOICE.matcher(text).replaceAll(" ")).replaceAll("and")).stream()
            .filter(word -> !BESIDE_DEGREES.contains(word))
            .toList();
    Set<Choice> choices = new HashSet<>();
    for (int i = 1; i < words.size() - 1; i++) {
      boolean isBoth = words.get(i).equals("and");
      String one = chosen(words.get(i - 1));
      String other = chosen(words.get(i + 1));
      if ((isBoth || words.get(i).equals("or")) && !one.equals(other)) {
        choices.add(new Choice(Set.of(one, other), isBoth));
      }
    }
    return choices;
  }

  /** What is forecast is not said to be so already. */
  private static boolean agreesOnTime(Reading sentence, List<Evidence> evidence) {
    if (isForecast(sentence.text())
        && (FORECAST.matcher(sentence.text()).find() || !PRESENT.matcher(sentence.text()).find())) {
      return true;
    }
    for (Figure figure : sentence.figures()) {
      List<Part> telling =
          evidence.stream()
              .flatMap(one -> one.parts().stream())
              .filter(part ->
                  part.figures().stream().anyMatch(other -> other.value().equals(figure.value())))
              .toList();
      if (!telling.isEmpty()
          && telling.stream().allMatch(Part::isForecast)
          && !isForecastIn(sentence.text(), figure)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the part of a sentence that has a figure tells of what is to come. */
  private static boolean isForecastIn(String sentence, Figure figure) {
    return PART.splitAsStream(sentence)
        .filter(part ->
            isForecast(part) && (FORECAST.matcher(part).find() || !PRESENT.matcher(part).find()))
        .flatMap(part -> Figures.in(part).stream())
        .anyMatch(one -> one.value().equals(figure.value()));
  }

  /** What is so every year is stated to be so every year, not every two years. */
  private static boolean agreesOnHowOften(Reading sentence, List<Evidence> evidence) {
    boolean isOfPay = sentence.figures().stream().anyMatch(one -> one.kind() == Figure.Kind.MONEY);
    return HOW_OFTEN
        .matcher(sentence.text())
        .results()
        .filter(often ->
            sentence.figures().stream()
                .noneMatch(one -> one.start() < often.end() && one.end() > often.start()))
        .map(often -> unit(often.group(1) == null ? often.group(2) : often.group(1)))
        .filter(unit -> !(isOfPay && unit.equals("year")))
        .allMatch(unit -> {
          Pattern stated = EACH_TIME.getOrDefault(unit, EACH);
          return evidence.stream()
              .flatMap(one -> Stream.concat(Stream.of(one.quote()), one.textsAround()))
              .anyMatch(text -> stated.matcher(text).find());
        });
  }

  private static String unit(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.startsWith("annual") || lower.equals("annum")
        ? "year"
        : lower.startsWith("dai") ? "day" : lower;
  }

  /** What all do all are stated to do; and what all do, not only some of them do. */
  private static boolean agreesOnHowMany(Reading sentence, List<Evidence> evidence) {
    if (ALL.matcher(sentence.text()).find()) {
      List<Evidence> telling = telling(sentence, evidence);
      if (telling.stream()
          .flatMap(one -> Stream.concat(Stream.of(one.quote()), one.textsAround()))
          .noneMatch(text -> ANY_ALL.matcher(text).find())) {
        return false;
      }
      Set<String> said = SubjectCheck.stems(words(sentence.text()));
      boolean isOfAllSuch =
          EVERY
              .matcher(sentence.text())
              .results()
              .allMatch(all -> isOfAllSuch(stem(all.group(1)), said, telling));
      if (!isOfAllSuch) {
        return false;
      }
    }
    if (NEVER.matcher(sentence.text()).find()
        && evidence.stream()
            .noneMatch(one -> isNegative(one.quote()) && !HEDGE.matcher(one.quote()).find())) {
      return false;
    }
    return SOME.matcher(sentence.text())
        .results()
        .allMatch(some -> {
          String noun = stem(some.group(1));
          return evidence.stream().noneMatch(one -> isOfAll(noun, one.quote()));
        });
  }

  /** What is stated of all those who do something is said with what they do. */
  private static boolean isOfAllSuch(String noun, Set<String> said, List<Evidence> evidence) {
    List<MatchResult> stated =
        evidence.stream()
            .flatMap(one -> EVERY.matcher(one.quote()).results())
            .filter(all -> stem(all.group(1)).equals(noun))
            .toList();
    return stated.isEmpty()
        || stated.stream()
            .anyMatch(all ->
                all.group("such") == null
                    || !Collections.disjoint(said, SubjectCheck.stems(words(all.group("such")))));
  }

  /** The statements that have one of the amounts of a sentence, or all if none has. */
  private static List<Evidence> telling(Reading sentence, List<Evidence> evidence) {
    List<Evidence> telling =
        evidence.stream()
            .filter(one ->
                sentence.figures().stream()
                    .anyMatch(figure ->
                        (figure.kind() == Figure.Kind.MONEY
                                || figure.kind() == Figure.Kind.PERCENT
                                || figure.kind() == Figure.Kind.COUNT)
                            && one.says(figure)))
            .toList();
    return telling.isEmpty() ? evidence : telling;
  }

  private static boolean isOfAll(String noun, String text) {
    return SOME.matcher(text).results().noneMatch(some -> stem(some.group(1)).equals(noun))
        && EVERY.matcher(text).results().anyMatch(all -> stem(all.group(1)).equals(noun));
  }

  /** What is left after taxes and what is earned before them are told apart. */
  private static boolean agreesOnTaxes(Reading sentence, List<Evidence> evidence) {
    boolean isNet = NET.matcher(sentence.text()).find();
    boolean isGross = GROSS.matcher(sentence.text()).find();
    if (!isNet && !isGross) {
      return !TAKES_HOME.matcher(sentence.text()).find()
          || telling(sentence, evidence).stream()
              .flatMap(one -> Stream.concat(Stream.of(one.quote()), one.textsAround()))
              .noneMatch(text -> GROSS.matcher(text).find());
    }
    return telling(sentence, evidence).stream()
        .flatMap(one -> Stream.concat(Stream.of(one.quote()), one.textsAround()))
        .anyMatch(text ->
            (!isNet || NET.matcher(text).find()) && (!isGross || GROSS.matcher(text).find()));
  }

  /** Whether a text tells of what is left of pay. */
  static boolean isNet(String text) {
    return NET.matcher(text).find() && !GROSS.matcher(text).find();
  }

  /** What holds only for some is said with them. */
  private static boolean saysWhatOnlyHolds(String sentence, List<Evidence> evidence) {
    if (evidence.stream().noneMatch(one -> ONLY_FOR.matcher(one.quote()).find())) {
      return true;
    }
    Set<String> said = SubjectCheck.stems(words(sentence));
    Set<String> limit = Set.of();
    int most = 0;
    for (Evidence one : evidence) {
      for (String part : PART.split(one.quote(), -1)) {
        Set<String> stems = SubjectCheck.stems(words(part));
        int shared = (int) stems.stream().filter(said::contains).count();
        if (shared > most) {
          most = shared;
          Matcher only = ONLY_FOR.matcher(part);
          limit = only.find() ? SubjectCheck.stems(words(only.group(1))) : Set.of();
        }
      }
    }
    return limit.isEmpty() || limit.stream().anyMatch(said::contains);
  }

  /** What is weighed against something else is so in the statements too: "longer than". */
  private static boolean hasComparisons(String sentence, Set<String> stated) {
    return WEIGHED
        .matcher(sentence)
        .results()
        .map(weighed -> weighed.group(1).toLowerCase(Locale.ROOT))
        .allMatch(word -> isTelling(word) || stated.contains(word));
  }

  private static boolean isForecast(String text) {
    return FORECAST.matcher(text).find()
        || (BY_YEAR.matcher(text).find() && !PAST.matcher(text).find());
  }

  /** Whether something rises or falls in a clause. */
  static boolean changes(String clause) {
    return !directions(clause).isEmpty();
  }

  private static Set<String> directions(String clause) {
    return directions(clause, words(clause));
  }

  private static Set<String> directions(String clause, List<String> words) {
    Set<String> directions = meanings(words, "rise", "fall");
    // The words first: looking for them costs less.
    if (((words.contains("fall") || words.contains("falls")) && FALLS.matcher(clause).find())
        || (words.contains("down") && DOWN.matcher(clause).find())) {
      directions.add("fall");
    }
    if (words.contains("up") && UP.matcher(clause).find()) {
      directions.add("rise");
    }
    return directions;
  }

  /** Which of two meanings words have. */
  private static Set<String> meanings(List<String> words, String one, String other) {
    Set<String> meanings = new HashSet<>();
    for (String word : words) {
      String meaning = TELLING.get(word);
      if (meaning != null && (meaning.equals(one) || meaning.equals(other))) {
        meanings.add(meaning);
      }
    }
    return meanings;
  }

  private static boolean isNegative(String text) {
    return saysNo(text)
        && saysNo(WITHOUT.matcher(text).replaceAll(" "))
        && saysNo(NO_NEGATION.matcher(text).replaceAll(" "));
  }

  private static boolean saysNo(String text) {
    return Words.of(text).stream().anyMatch(NEGATIONS::contains);
  }

  /** A job, a place or a stage of experience stands in the statement or around it. */
  private static boolean namesWhatIsNamed(Reading reading, List<Evidence> evidence) {
    for (Kind kind : List.of(Kind.TITLE, Kind.PLACE, Kind.BAND)) {
      for (Mark mark : reading.marks(kind)) {
        boolean isRole = kind == Kind.TITLE && isOneWord(reading, mark);
        Set<String> said = isRole ? SubjectCheck.stems(words(reading.text())) : Set.of();
        if (evidence.stream()
            .noneMatch(one ->
                one.says(mark) && !(isRole && !one.saysItself(mark) && one.isOfOthers(said)))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isOneWord(Reading reading, Mark mark) {
    return reading.text().substring(mark.start(), mark.end()).chars().allMatch(Character::isLetter);
  }

  /** What forms of a word have in common that says what something is of; empty if it does not. */
  static String subject(String word) {
    String meaning = meaning(word);
    if (meaning == null) {
      return word.length() < 2 || isEmpty(word) ? "" : stem(word);
    }
    return switch (meaning) {
      case "rise", "fall", "must", "may" -> "";
      default -> meaning;
    };
  }

  /** Whether a word says nothing. */
  static boolean isEmpty(String word) {
    return EMPTY.contains(word) || EMPTY.contains(Words.singular(word));
  }

  /** Whether a claim stands or falls with a word. */
  static boolean isTelling(String word) {
    return meaning(word) != null;
  }

  /** The words of a text in lower case, abbreviations written out. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    String plain = hasPointInside(text) ? POINTS.matcher(text).replaceAll("$1") : text;
    if (plain.indexOf('\'') >= 0 || plain.indexOf('’') >= 0) {
      plain = APOSTROPHE_S.matcher(plain).replaceAll("");
    }
    for (String word : Words.of(plain)) {
      if (Words.isAbbreviation(word)) {
        // "AI" is told from "artificial intelligence" by nobody.
        words.addAll(Words.of(Words.expand(word)));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static boolean hasPointInside(String text) {
    for (int at = text.indexOf('.');
        at >= 0 && at + 1 < text.length();
        at = text.indexOf('.', at + 1)) {
      if (Character.isLetter(text.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  /** What forms of a word, and words that stand for each other, have in common. */
  static String stem(String word) {
    String singular = singular(word);
    return singular.substring(0, Math.min(STEM_CHARS, singular.length()));
  }

  /** What the singular and the plural of a word, and words that stand for each other, have. */
  static String singular(String word) {
    String lower = Words.singular(word.toLowerCase(Locale.ROOT));
    return SAME.getOrDefault(lower, lower);
  }
}
