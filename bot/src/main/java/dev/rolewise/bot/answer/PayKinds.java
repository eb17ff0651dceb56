package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells what a job pays from what comes on top of it, what it costs and what only some get. */
final class PayKinds {
  /** What is paid beside the pay of a job, or for becoming one who has it. */
  private static final Pattern EXTRA =
      Pattern.compile(
          "(?i)\\b(?:allowances?|per"
              + " diems?|supplements?|weightings?|uplifts?|stipends?|premiums?|surcharges?"
              + "|fellowships?|scholarships?|bursar(?:y|ies)|tronc|tips|gratuit(?:y|ies)|service"
              + " charge|on[- ]call|call[- ](?:pay|backs?|outs?)|overtime|nights?"
              + " (?:out|rate|shift|extra)|nights out|tlr|responsibility payment|retention"
              + " (?:pay\\w*|bonus\\w*)|sign(?:ing)?-on|relocation|take-home exercise|social"
              + " security|housing|freelanc\\w+|contractors?|locums?|agency|day"
              + " rates?|self-employed|interns?|internships?|apprentic\\w+"
              + "|trainees?|volunteers?|reimburse\\w*|(?:training|course|tuition|exam|licen[cs]e)"
              + " (?:costs?|fees?)|costs?|tuition|those training|training in|an extra|on"
              + " top|adds|waiting|per[- ]diems?|royalt(?:y|ies)|rest[- ]day|(?:salary|pay)"
              + " cap|capped|fringe|o/t|ot rate|hrs? ot|(?:leave|holiday|vacation)"
              + " pay|(?:additional|extra|side|other) (?:income|earnings|pay))\\b");

  /** "Base salary including overtime": what an amount contains does not make it an extra. */
  private static final Pattern CONTAINED =
      Pattern.compile(
          "(?i)\\b(?:inclu\\w+|excl\\b\\.?|exclu\\w+|with(?:out)?|before|plus|not counting|net"
              + " of|adjusted (?:for|to)|after(?="
              + " (?:pensions?|superannuation|contributions?|tax)\\b))(?!\\p{L})[^,.;:)]*|\\bcost[-"
              + " ]of[- ]living[- ]adjusted\\b|\\b\\p{L}+(?: (?:and|or) \\p{L}+)?"
              + " (?:included|excluded)\\b");

  private static final String OLD =
      "(?:out[- ]of[- ]date|outdated|superseded|replaced"
          + "|(?:pre-20\\d\\d|former|previous|old(?:er)?) (?:\\p{L}+ )?(?:rate|pay|salary|scale"
          + "|brochure|leaflet|page|figure|average|median|mean|range|minimum|maximum)s?)";

  /** "Up from the previous figure of", right in front of an amount. */
  private static final Pattern OLD_IN_FRONT =
      Pattern.compile(
          "(?i)(?:\\b(?:"
              + OLD
              + "|no longer|still (?:show|quote|list)s?)|, (?:up|down) from|\\b(?:before"
              + " (?:that|then|20\\d\\d)|formerly|previously|in the past),?(?: \\p{L}+){1,5}?"
              + " (?:was|were|stood|paid|earned|got|began|started|ran))"
              + "(?:[\\s:,–—-]+(?:of|at|an?|the|was|were|is|pay|rates?|scales?|figures?|still|about"
              + "|around|show(?:s|ed)?|quote[sd]?|list(?:s|ed)?|gives?|gave|says?|said|began|started"
              + "|stood|ran|from|\\([^)$£€]*\\)))*[\\s:,–—-]*$");

  /** " a year; that figure is out of date", behind an amount, with the rest of the clause. */
  private static final Pattern OLD_BEHIND =
      Pattern.compile(
          "(?i)^[^,;.()$£€]{0,60}?(?:\\((?:now |the )?"
              + OLD
              + "|(?:[,;.] (?:and |but )?(?:that|this|which|it|these|those"
              + "|the (?=figure|rate|amount))(?: ?(?:figure|rate|amount|page|scale)s?)?)?"
              + "(?: (?:is|was|are|were|has been|have been) (?:(?:now|long|the|an?) )*"
              + OLD
              + "| (?:(?:is|are|was|were) )?no longer (?:appl(?:y|ies)|holds?|stands?|valid|paid"
              + "|current|in (?:force|use)|right|true|correct|up to date|used)))\\b"
              + "(?<rest>[^,;.)]*(?:[.,]\\d[^,;.)]*)*)");

  /** "Superseded by £48,000": an amount that takes the place of the one in front. */
  private static final Pattern REPLACED_BY = Pattern.compile("(?i)^\\s+by\\b");

  /** Columns and labels of what an employer spends on somebody beside the pay. */
  private static final Pattern BENEFIT =
      Pattern.compile(
          "(?i)\\b(?:fringe|pensions?|superannuation|annuity|health (?:and|&) welfare|h ?& ?w"
              + "|(?:health|medical|dental|life) insurance|contributions?)\\b");

  private static final Pattern COST =
      Pattern.compile(
          "(?i)\\b(?:costs?|tuition|(?:training|course|school|exam(?:ination)?|test|licen[cs]e"
              + "|registration|application|membership|certification|entry|visa) fees?)\\b");

  private static final Pattern GRANT =
      Pattern.compile("(?i)\\b(?:grants?|scholarships?|bursar(?:y|ies))\\b");

  /** A label that begins or ends with pay is no label of a cost: "grant-funded salary". */
  private static final Pattern OF_PAY =
      Pattern.compile(
          "(?i)^(?:(?!"
              + BENEFIT
              + "|"
              + COST
              + "|"
              + GRANT
              + ").)*?\\b(?:salary|salaries|pay|wages?|earnings|compensation|package)\\b"
              + "(?! (?:costs?|contributions?|sacrifice)\\b)|\\b(?:salary|pay|wages?)\\W*$");

  /** Words that name employers in the rows of a table. */
  private static final Pattern EMPLOYERS =
      Pattern.compile("(?i)contractors?|agency|housing|volunteers?|waiting");

  private static final Pattern EXTRA_HEADING =
      Pattern.compile(
          "(?i)\\b(?:apprentic\\w+|during training|trainees?|expenses|costs?|fees"
              + "|(?:additional|extra|side) (?:income|earnings|pay))\\b");

  /** "Private event companies pay": what some employers pay. */
  private static final Pattern OF_SOME =
      Pattern.compile(
          "^(?!(?:most|many|some|all|the|other|[Mm]ost|[Mm]any) \\w+"
              + " ?(?:pay|offer))(?:(?!(?:[Mm]ost|[Mm]any|[Ss]ome|[Tt]he|[Aa]ll)\\b)[\\p{L}-]+"
              + " )(?:[\\p{L}-]+ ){0,5}"
              + "(?:companies|firms|employers|chains|carriers|practices|studios|clubs|hotels)"
              + " (?:usually |often |typically |generally |can |may )*(?:pay|charge|offer)\\b");

  /** What is paid for one of it, or for so many. */
  private static final String UNIT =
      "(?:(?:per|for (?:every|each)|each|every)(?: \\d[\\d,.]*)?"
          + " (?!(?:full-time |working |calendar |flight |paid )?(?:hours?|hrs?|years?|yrs?|months?"
          + "|weeks?|days?|annum|cent|person|employee|head|member|worker|shift|night)\\b)\\p{L}+"
          + "|an? (?:project|piece|article|word|mile|page|gig|show|performance|session|class|lesson"
          + "|visit|match|game|event|case))\\b";

  private static final Pattern PIECE =
      Pattern.compile("(?i)\\bpiece[- ]?(?:work|rates?)\\b|" + UNIT);

  private static final Pattern PIECE_BEHIND = Pattern.compile("(?i)^\\s*" + UNIT);

  private static final Pattern CLAUSE = Pattern.compile(";\\s|(?<=\\p{L}\\p{L}[.!?])\\s");

  private PayKinds() {}

  /** Whether a fact is the pay of its job and neither an extra, a cost nor of the past. */
  static boolean isMain(Fact.Pay fact) {
    return fact.measure() != Measure.BONUS
        && fact.measure() != Measure.EQUITY
        && fact.amount().high().orElse(Double.MAX_VALUE) > 0
        && !isExtra(fact);
  }

  /** What an amount is that the document names among pay but nobody is paid, such as "cost". */
  static Optional<String> noPay(Fact.Pay fact) {
    String label = CONTAINED.matcher(label(fact)).replaceAll(" ");
    if (!JobTitles.in(label).isEmpty() || OF_PAY.matcher(label).find()) {
      return Optional.empty();
    }
    return BENEFIT.matcher(label).find()
        ? Optional.of("benefit")
        : COST.matcher(label).find()
            ? Optional.of("cost")
            : GRANT.matcher(label).find() ? Optional.of("grant") : Optional.empty();
  }

  /** Whether a statement says right beside its amount that it is of the past. */
  static boolean isOutdated(Fact.Pay fact) {
    String text = fact.statement().text();
    int start = text.indexOf(fact.wording());
    if (start < 0 || !fact.statement().cells().isEmpty()) {
      return false;
    }
    Matcher behind = OLD_BEHIND.matcher(text.substring(start + fact.wording().length()));
    return OLD_IN_FRONT.matcher(text.substring(0, start)).find()
        || (behind.find()
            && (REPLACED_BY.matcher(behind.group("rest")).find()
                || !holdsMoney(behind.group("rest"))));
  }

  /** The heading of the column of an amount, or what stands in front of it and a colon. */
  private static String label(Fact.Pay fact) {
    String text = fact.statement().text();
    int colon = text.indexOf(':');
    return fact.statement().cells().isEmpty()
        ? colon > 0 && colon < text.indexOf(fact.wording()) ? text.substring(0, colon) : ""
        : cell(fact).map(Cell::header).orElse("");
  }

  /** Whether a fact is about an extra, a cost, or pay that is given for something else. */
  static boolean isExtra(Fact.Pay fact) {
    Statement statement = fact.statement();
    if (noPay(fact).isPresent()) {
      return true;
    }
    StringBuilder about = new StringBuilder();
    if (statement.cells().isEmpty()) {
      String clause = clause(fact);
      if (clause.startsWith("\"") || clause.startsWith("“") || isOutdated(fact)) {
        return true;
      }
      about.append(clause);
    } else {
      cell(fact).ifPresent(cell -> about.append(cell.header()).append(' '));
      about.append(statement.cells().getFirst().text());
    }
    statement.lead().forEach(lead -> about.append(' ').append(lead));
    String text = CONTAINED.matcher(about).replaceAll(" ");
    Matcher extra = EXTRA.matcher(text);
    String title = fact.subject().jobTitle().toLowerCase(Locale.ROOT);
    boolean row = !statement.cells().isEmpty();
    while (extra.find()) {
      boolean employer = row && EMPLOYERS.matcher(extra.group()).matches();
      if (!employer && !title.contains(extra.group().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return !statement.path().isEmpty()
        && EXTRA_HEADING.matcher(statement.path().getLast()).find()
        && !EXTRA_HEADING.matcher(title).find();
  }

  /** The cell of a row that an amount stands in: the one that holds nothing else before others. */
  static Optional<Cell> cell(Fact.Pay fact) {
    List<Cell> holding =
        fact.statement().cells().stream()
            .filter(cell -> cell.text().contains(fact.wording()))
            .toList();
    return holding.stream()
        .filter(cell -> cell.text().strip().equals(fact.wording().strip()))
        .findFirst()
        .or(() -> holding.stream().findFirst());
  }

  /** Whether an amount is paid for a piece of work and for no span of time. */
  static boolean isByPiece(Fact.Pay fact) {
    Statement statement = fact.statement();
    String text = statement.cells().isEmpty() ? statement.text() : "";
    int end = text.indexOf(fact.wording());
    String behind = end < 0 ? "" : text.substring(end + fact.wording().length());
    String over = cell(fact).map(Cell::header).orElse("");
    return PIECE_BEHIND.matcher(behind).find()
        || PIECE.matcher(fact.wording()).find()
        || PIECE.matcher(over).find()
        || statement.lead().stream().anyMatch(lead -> PIECE.matcher(lead).find());
  }

  /** Whether a question is about an extra. */
  static boolean asksExtra(String question) {
    return EXTRA.matcher(question).find();
  }

  /** The rank whose pay a sentence says first, such as "Mid-level management in AI". */
  static Optional<String> rank(Fact.Pay fact) {
    String clause = fact.statement().cells().isEmpty() ? clause(fact) : "";
    Matcher rank = RANK.matcher(clause);
    if (!rank.find()) {
      return Optional.empty();
    }
    String between =
        clause.substring(rank.end(), Math.max(rank.end(), clause.indexOf(fact.wording())));
    boolean isItsOwn = JobTitles.in(between).isEmpty() && !holdsMoney(between);
    return isItsOwn ? Optional.of(rank.group(1)) : Optional.empty();
  }

  private static boolean holdsMoney(String text) {
    return Figures.in(text).stream().anyMatch(f -> f.kind() == Figure.Kind.MONEY);
  }

  private static final Pattern RANK =
      Pattern.compile(
          "(?i)^\\W*((?:entry|mid|middle|senior|junior|executive|c|top|lower|upper)[- ](?:level"
              + " )?(?:management|leadership|(?:[\\p{L}/&]+ )?executives)(?: in [\\p{L}/&]+)?"
              + "|(?:director|manager|executive|vice president|vp)[- ]level in [\\p{L}/&]+)"
              + "(?=\\s*:|\\s+(?:usually |typically |generally |often |also |can |may )*"
              + "(?:pays?|earns?|makes?|exceed|offers?|starts?|ranges?|averages?|commands?)\\b)");

  /** Whether a sentence says what only some employers pay. */
  static boolean isOfSome(Fact.Pay fact) {
    return fact.statement().cells().isEmpty() && OF_SOME.matcher(clause(fact)).find();
  }

  /** The clause of a sentence that an amount stands in. */
  static String clause(Fact.Pay fact) {
    String text = fact.statement().text();
    for (String clause : CLAUSE.split(text, -1)) {
      if (clause.contains(fact.wording())) {
        return clause.strip();
      }
    }
    return text;
  }
}
