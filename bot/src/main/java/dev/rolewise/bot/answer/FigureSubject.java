package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question asks a figure of, as far as its grammar tells: the market of something, the
 * growth of something, those that are counted. A figure of another subject is no answer, however
 * similar the words around it are.
 *
 * @param market the words that tell a market from others, in one form; empty if none is asked about
 * @param growth the words that tell what grows, in one form; empty if none is asked about
 * @param counted what is counted, in one form, such as "hospital"
 * @param share whether a share of them is asked for
 * @param doing the words that tell what they are expected to do, in one form; empty if nothing
 */
record FigureSubject(
    Set<String> market,
    Set<String> growth,
    Optional<String> counted,
    boolean share,
    Set<String> doing) {
  FigureSubject {
    market = Set.copyOf(market);
    growth = Set.copyOf(growth);
    requireNonNull(counted, "counted");
    doing = Set.copyOf(doing);
  }

  private static final String ORGANIZATIONS =
      "compan(?:y|ies)|organi[sz]ations?|enterprises?|firms?|business(?:es)?|employers?"
          + "|corporations?";
  private static final String WORKERS =
      "people|persons?|workers?|staff|employees?|professionals?|personnel";
  private static final String POSTS = "jobs?|positions?|posts?|openings?";

  /** Who is meant whenever nobody else is. */
  private static final Pattern ANYONE =
      Pattern.compile(
          "(?i)persons?|people|humans?|beings?|folks?|ones?|them|percent|times?|days?|weeks?|hours?");

  private static final Pattern ORGANIZATION = Pattern.compile("(?i)" + ORGANIZATIONS);
  private static final Pattern WORKER = Pattern.compile("(?i)" + WORKERS + "|" + POSTS);

  /** "85% of enterprises", "Companies that use it: 60%": whom the figure of a statement counts. */
  private static final Pattern COUNTS =
      Pattern.compile(
          "(?i)(?:^\\W*|(?:\\d%?|percent|million|thousand|share|number) (?:of )?(?:all |the |large"
              + " |small )*)(?<kind>"
              + ORGANIZATIONS
              + "|"
              + WORKERS
              + ")\\b");

  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)(?:(?<share>(?:\\b(?:share|percent(?:age)?|per"
              + " cent|proportion|fraction)|(?<!\\d)(?<!\\d )%) of)|\\bnumber of|\\bhow many(?:"
              + " of)?)(?: all| the| our| their)*(?<phrase>(?: [\\p{L}\\d'’/-]+){1,5})");

  /** What those that are counted are expected to do. */
  private static final Pattern EXPECTED =
      Pattern.compile(
          "(?i)\\b(?:expect(?:ed|ing)?|projected|predicted|forecast|likely|plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|going|set|supposed|want(?:s|ed|ing)?|hop(?:e|es|ed|ing))"
              + " to(?<phrase>(?:"
              + " (?!because|by|with|due|before|until|next|within|and|or)[\\p{L}\\d'’/-]+){1,5})");

  private static final Pattern MARKET = Pattern.compile("(?i)\\bmarkets?\\b(?! rates?)");
  private static final Pattern BEHIND_MARKET =
      Pattern.compile("(?i)\\G(?: (?:size|value|growth|share|revenue|volume))* (?:for|of|in) ");
  private static final Pattern GROWTH =
      Pattern.compile(
          "(?i)\\b(?:growth|cagr|increase|rise|decline|drop)(?: rate)?(?: per year)? (?:of|in|for)"
              + " (?<phrase>(?:[\\p{L}\\d'’/-]+ ?){1,6})");
  private static final Pattern TELLS_GROWTH =
      Pattern.compile(
          "(?i)\\b(?:grow\\w*|cagr|ris(?:e|es|ing)|rose|increas\\w+|fell|fall\\w*|declin\\w+)\\b");

  /** Where a noun phrase ends, beside the words that no title has. */
  private static final Pattern BREAK =
      Pattern.compile(
          "(?i)is|are|was|were|be|been|do|does|did|has|have|had|can|could|will|would|shall|should"
              + "|may|might|must|us(?:e|es|ed|ing)|works?|in|on|at|by|for|from|with|to|of|that|who"
              + "|which|as|than|and|or|but|because|due|if|when|while|the|an?|there|you|i|we|they|it"
              + "|how|what|now|already|currently|expect\\w*|gets?|needs?|plans?|reports?|says?"
              + "|wants?|this|these|those|its|whose|where|since|until|during|worth");

  /** What is said of any market or of any growth. */
  private static final Pattern LIGHT =
      Pattern.compile(
          "(?i)\\d.*|s|world(?:wide)?|global(?:ly)?|international|whole|entire|overall|current"
              + "|present|future|expect\\w*|project(?:ed|ions?)|forecast\\w*|predict\\w*|gr[oe]w\\w*"
              + "|sizes?|values?|cagrs?|big|large|huge|largest|biggest|smallest|fastest|compound"
              + "|billions?|millions?|trillions?|revenues?|rates?|trends?|dollars?|general|numbers?"
              + "|figures?|terms?|percent\\w*|decades?|long|run|describe|explain|summari[sz]e"
              + "|outline|quantify|estimate\\w*|quote|find|list|look|looks|reach\\w*|hits?|annual"
              + "|yearly|strong|demand|employment|usd|share|double\\w*|stand|stands|shrink\\w*"
              + "|develop\\w*|expand\\w*|\\p{L}+ly");

  /** The market for work is no market of goods. */
  private static final Pattern OF_WORK =
      Pattern.compile("(?i)job|labou?r|talent|hiring|employment|career|target|stock");

  private static final int MIN_PLURAL_CHARS = 4;

  /**
   * Reads a question.
   *
   * @param text the question
   * @param isField whether a word, in one form, is what all the documents are about
   */
  static FigureSubject of(String text, Predicate<String> isField) {
    Matcher counted = COUNTED.matcher(text);
    boolean isCount = counted.find();
    Matcher expected = EXPECTED.matcher(text);
    Set<String> doing = new LinkedHashSet<>();
    if (isCount && expected.find()) {
      doing.addAll(telling(Words.of(expected.group("phrase"))));
      doing.removeIf(word -> isKind(word) || isField.test(word));
    }
    return new FigureSubject(
        marketsIn(text).stream().findFirst().orElse(Set.of()),
        growthIn(text),
        isCount ? headOf(counted.group("phrase")) : Optional.empty(),
        isCount && counted.group("share") != null,
        doing);
  }

  /** Whether the question asks no figure of anything in particular. */
  boolean isNothing() {
    return market.isEmpty() && growth.isEmpty() && counted.isEmpty();
  }

  /** Whether a statement of a market names the one asked about and none beside it. */
  boolean isOfMarket(String statement) {
    return !market.isEmpty() && marketsIn(statement).contains(market);
  }

  /** Whether a statement is of another market. */
  boolean isOfOtherMarket(String statement) {
    List<Set<String>> told = market.isEmpty() ? List.of() : marketsIn(statement);
    return !told.isEmpty() && !told.contains(market);
  }

  /**
   * Whether a figure may be of what is asked.
   *
   * @param statement the text that has it
   * @param isSaid whether the text or what stands over it has a word or another form of it
   */
  boolean mayBeOf(String statement, Predicate<String> isSaid) {
    return market.stream().allMatch(isSaid)
        && (growth.stream().allMatch(isSaid) || !TELLS_GROWTH.matcher(statement).find())
        && mayCount(statement, isSaid);
  }

  private boolean mayCount(String statement, Predicate<String> isSaid) {
    if (counted.isEmpty()) {
      return true;
    }
    Matcher counts = COUNTS.matcher(statement);
    boolean isCount = counts.find();
    boolean same;
    if (isCount && isKind(counted.get())) {
      String kind = counts.group("kind");
      same = isAlike(ORGANIZATION, kind, counted.get()) || isAlike(WORKER, kind, counted.get());
    } else {
      same = isSaid.test(counted.get());
    }
    if (same) {
      return doing.isEmpty() || doing.stream().anyMatch(isSaid);
    }
    return (!isCount && !share) || ANYONE.matcher(counted.get()).matches();
  }

  private static boolean isAlike(Pattern kind, String one, String two) {
    return kind.matcher(one).matches() && kind.matcher(two).matches();
  }

  private static boolean isKind(String word) {
    return ORGANIZATION.matcher(word).matches() || WORKER.matcher(word).matches();
  }

  /** The noun that a phrase is about: its first plural or else its last word. */
  private static Optional<String> headOf(String phrase) {
    String last = "";
    for (String word : Words.of(phrase)) {
      if (BREAK.matcher(word).matches()) {
        break;
      }
      last = word;
      if (word.length() >= MIN_PLURAL_CHARS && word.endsWith("s") && !word.endsWith("ss")) {
        break;
      }
    }
    return Words.canonical(last).stream().reduce((_, end) -> end);
  }

  private static Set<String> growthIn(String text) {
    Matcher matcher = GROWTH.matcher(withoutPlaces(text));
    if (!matcher.find() || MARKET.matcher(matcher.group("phrase")).find()) {
      return Set.of();
    }
    return telling(leading(Words.of(matcher.group("phrase"))));
  }

  /** The markets that a text names, each by its telling words. */
  private static List<Set<String>> marketsIn(String whole) {
    List<Set<String>> markets = new ArrayList<>();
    String text = withoutPlaces(whole);
    Matcher matcher = MARKET.matcher(text);
    while (matcher.find()) {
      String front = text.substring(0, matcher.start());
      List<String> before = new ArrayList<>();
      List<String> words = Words.of(front.substring(lastStop(front)));
      for (int i = words.size() - 1; i >= 0 && !isBreak(words.get(i)); i--) {
        before.add(words.get(i));
      }
      boolean joined =
          before.size() < words.size()
              && JOINS.contains(words.get(words.size() - 1 - before.size()));
      Set<String> telling = telling(before);
      Matcher behind = BEHIND_MARKET.matcher(text);
      if (behind.find(matcher.end()) && behind.start() == matcher.end()) {
        telling.addAll(telling(leading(Words.of(untilStop(text.substring(behind.end()))))));
      }
      if (!joined
          && !telling.isEmpty()
          && telling.stream().noneMatch(word -> OF_WORK.matcher(word).matches())) {
        markets.add(telling);
      }
    }
    return markets;
  }

  private static final Set<String> JOINS = Set.of("and", "or");
  private static final Set<String> LEADS_ON = Set.of("of", "in", "for", "the");

  /** The words of a noun phrase and of those that hang on it. */
  private static List<String> leading(List<String> words) {
    List<String> leading = new ArrayList<>();
    for (String word : words) {
      if (isBreak(word) && !LEADS_ON.contains(word)) {
        break;
      }
      leading.add(word);
    }
    return leading;
  }

  private static boolean isBreak(String word) {
    return JobTitles.isStop(word) || BREAK.matcher(word).matches();
  }

  private static Set<String> telling(List<String> words) {
    Set<String> telling = new LinkedHashSet<>();
    for (String word : words) {
      if (!LIGHT.matcher(word).matches() && !isBreak(word)) {
        telling.addAll(Words.canonical(word));
      }
    }
    return telling;
  }

  private static int lastStop(String text) {
    Matcher matcher = STOP.matcher(text);
    int last = 0;
    while (matcher.find()) {
      last = matcher.end();
    }
    return last;
  }

  private static String untilStop(String text) {
    Matcher matcher = STOP.matcher(text);
    return matcher.find() ? text.substring(0, matcher.start()) : text;
  }

  private static final Pattern STOP = Pattern.compile("[.,;:?!()\"“”]");

  private static String withoutPlaces(String text) {
    List<Places.Found> places = new ArrayList<>(Places.in(text));
    Collections.reverse(places);
    String left = text;
    for (Places.Found place : places) {
      left = left.substring(0, place.start()) + "·" + left.substring(place.end());
    }
    return left;
  }
}
