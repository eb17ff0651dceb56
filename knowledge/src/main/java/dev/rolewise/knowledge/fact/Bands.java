package dev.rolewise.knowledge.fact;

import dev.rolewise.knowledge.fact.Band.Stage;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds stages of experience in a text. */
public final class Bands {
  private record Name(Stage stage, Pattern pattern) {}

  private static final List<Name> NAMES =
      List.of(
          name(
              Stage.TRAINEE,
              "trainees?|apprentices?|interns?|internships?"
                  + "|(?<!after (?:the|an|your|their) )apprenticeships?|students?"),
          name(
              Stage.ENTRY,
              "entry[-"
                  + " ]?level|(?<!(?:last|final|first|next|each|every|this|that)"
                  + " )entry|starters?|starting"
                  + " (?:out|salary|pay|wage|level|rate)|starting|at first|to (?:begin|start)"
                  + " with|initially|starts?(?="
                  + " (?:at|on|with|out)\\b)|start out|beginners?|new grad(?:uate)?s?|newly[-"
                  + " ]qualified|recent graduates?|freshers?|fresh(?! out)|(?:fresh )?out"
                  + " of (?:college|school|uni(?:versity)?)|(?:just|recently|newly|freshly)"
                  + " graduated|juniors?|novices?|(?:no|zero|without(?: any)?)(?:"
                  + " (?:prior|previous|work|professional))? experience|newbies?|newcomers?|first[-"
                  + " ]year|just starting|berufseinstieg|berufseinsteiger(?:innen|in)?"
                  + "|einstiegsgehalt|zum einstieg"),
          name(Stage.EARLY, "early[- ]?career"),
          name(
              Stage.MID,
              "mid[- ]?(?:career|level|range|senior)|intermediate(?: level)?|middle of (?:the|your)"
                  + " career"),
          name(
              Stage.LATE,
              "late[- ]?career|end of (?:the|my|your) career|veterans?|very experienced|highly"
                  + " experienced"),
          name(
              Stage.EXPERIENCED,
              "experienced|berufserfahren(?:e[nr]?)?|with (?:some |more )?experience(?!"
                  + " (?:in|as|with|of))"),
          name(Stage.SENIOR, "senior[- ]level|seniors?"));

  /** "Mid level i guess": who says so is no number of a level. */
  private static final String I_VERB =
      "(?:(?:just|really|only|also|do|don't|would|could|should|can|will|might) )?(?:guess|think"
          + "|suppose|believe|assume|reckon|imagine|bet|hope|hear\\w*|know|want\\w*|need|mean|am|was"
          + "|have|had|can|could|would|will|might|should|do|did|get|got|make|earn|work\\w*|start\\w*"
          + "|ask\\w*|expect|say|said|call\\w*)\\b";

  private static final Pattern OWN =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:level|grade|band|tier|step|stufe|(?:pay|scale|spine)"
              + " point|point|year)\\s?[- ]?(?:\\d{1,2}[a-z]?|(?!i "
              + I_VERB
              + ")[ivx]{1,4})|year"
              + " (?:one|two|three|four|five|six)|grade (?-i:[A-F])|(?:step|grade|level|class)"
              + " (?-i:[A-Z])|step"
              + " [b-z]|(?:\\d{1,2}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth)[- ]year(?!"
              + " of(?! (?:(?:the|my|your|an?|their|his|her) )?(?:[\\p{L}-]+ ){0,5}"
              + "(?:apprenticeship|traineeship)))|\\d{1,2}\\."
              + " ?(?:ausbildungs|lehr|berufs)jahr|(?!p\\d\\d)[a-z]\\d{1,2}(?![,.]\\d{3})|gs[-"
              + " ]?\\d{1,2}|(?-i:[A-Z]{2}-\\d{1,2}))(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);

  /** "L4", "HP3.1": the code of a step in a series that somebody has made up. */
  private static final String CODE_FORM = "\\p{L}{1,3}\\d{1,2}(?:\\.\\d{1,2})?";

  private static final Pattern CODE =
      Pattern.compile("(?<![\\p{L}\\d.])" + CODE_FORM + "(?![\\p{L}\\d])");
  private static final Pattern BEHIND_CODE = Pattern.compile(CODE_FORM + "[\\s:–-]+(?=.)");

  private Bands() {}

  /** The code of a band that a label begins with: "Band 6" in "Band 6 paramedic". */
  static Optional<String> codeInFront(String label) {
    Matcher code = OWN.matcher(label.strip());
    return code.lookingAt() && code.end() < label.strip().length()
        ? Optional.of(code.group())
        : Optional.empty();
  }

  /** A label without the code of a band in front of it. */
  static String withoutCode(String label) {
    return codeInFront(label)
        .map(code -> label.strip().substring(code.length()).strip())
        .filter(rest -> rest.chars().anyMatch(Character::isLetter))
        .orElse(label);
  }

  /** The codes of steps in a text, such as "L4" and "HP3.1", in reading order. */
  public static List<String> codes(String text) {
    return CODE.matcher(text).results().map(MatchResult::group).toList();
  }

  /** What stands behind the code that a label begins with; empty if it begins with none. */
  public static Optional<String> behindCode(String label) {
    Matcher code = BEHIND_CODE.matcher(label);
    return code.lookingAt() ? Optional.of(label.substring(code.end())) : Optional.empty();
  }

  private static Name name(Stage stage, String alternatives) {
    return new Name(
        stage,
        Pattern.compile(
            "(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE));
  }

  /** The stage a text names, the most specific first; years beside it are counted in. */
  public static Optional<Band> in(String text) {
    Matcher own = OWN.matcher(text);
    if (own.find()) {
      return Optional.of(new Band(own.group().strip(), Optional.empty(), Optional.empty()));
    }
    for (Name name : NAMES) {
      Matcher matcher = name.pattern().matcher(text);
      if (matcher.find()) {
        return Optional.of(
            new Band(matcher.group().strip(), Optional.of(name.stage()), years(text)));
      }
    }
    return Optional.empty();
  }

  /**
   * The stage that a whole label is the name of, such as a cell under "Experience"; years alone
   * count too.
   */
  public static Optional<Band> whole(String label, boolean underBandHeader) {
    String text = BRACKETS.matcher(label.replaceFirst("^[\\s,;]+", "").strip()).replaceFirst("$1");
    if (isStage(text)) {
      return Optional.of(in(text).orElse(new Band(text, Optional.empty(), Optional.empty())));
    }
    Optional<Band> named = in(text);
    Optional<Range> years = years(text);
    boolean shortEnough = Words.of(text).size() <= 6;
    if (named.isPresent() && shortEnough && named.get().stage().orElse(Stage.MID) != Stage.SENIOR) {
      return Optional.of(new Band(text, named.get().stage(), years));
    }
    if (named.isPresent() && (Words.of(text).size() <= 2 || underBandHeader)) {
      return Optional.of(new Band(text, named.get().stage(), years));
    }
    if (years.isPresent() && shortEnough && (underBandHeader || onlyYears(text))) {
      return Optional.of(new Band(text, Optional.empty(), years));
    }
    return underBandHeader && !text.isEmpty()
        ? Optional.of(new Band(text, Optional.empty(), years))
        : Optional.empty();
  }

  /**
   * Whether a whole label names how far people are in a job, and no job: "Apprentice", "Fully
   * licensed".
   */
  static boolean isStage(String label) {
    return STAGE.matcher(label.strip()).matches();
  }

  private static final Pattern STAGE =
      Pattern.compile(
          "trainees?|apprentices?|improvers?|journey(?:m[ae]n|wom[ae]n|persons?|people)"
              + "|(?:(?:fully|part|newly|un)[- ]?)?(?:qualified|licen[cs]ed"
              + "|certified|trained)",
          Pattern.CASE_INSENSITIVE);

  /** Whether a label names a step of a career only beside other steps: "Lead", "Principal". */
  static boolean isRung(String label) {
    return RUNG.matcher(label.strip()).matches();
  }

  private static final Pattern RUNG =
      Pattern.compile(
          "leads?|principals?|masters?|staff|associates?|seniors?|juniors?|mid",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BRACKETS = Pattern.compile("^\\(([^()]*)\\)$");

  /** The words of a band; "2nd year" and "second year" have those of "year 2". */
  public static Set<String> words(String band) {
    Set<String> words = new HashSet<>();
    for (String word : Words.of(band)) {
      if (word.endsWith(YEAR)) {
        words.add("year");
      }
      int ordinal = ORDINALS.indexOf(word);
      words.add(
          ordinal >= 0
              ? String.valueOf(ordinal + 1)
              : word.replaceAll("(?<=\\d)(?:st|nd|rd|th)$", ""));
    }
    return words;
  }

  /** What the years of a training end in where they are told in German: "2. Ausbildungsjahr". */
  private static final String YEAR = "jahr";

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth");

  /** Whether words only say which of several steps is meant: "third", "3rd". */
  public static boolean areOrdinals(Set<String> words) {
    return words.stream().allMatch(word -> ORDINALS.contains(word) || NTH.matcher(word).matches());
  }

  private static final Pattern NTH = Pattern.compile("\\d+(?:st|nd|rd|th)");

  /** Whether a column under this heading holds stages of experience. */
  public static boolean isHeader(String header) {
    String text = header.toLowerCase(Locale.ROOT);
    return BAND_HEADER.matcher(text).find()
        && !text.contains("require")
        && !text.contains("typical");
  }

  private static final Pattern BAND_HEADER =
      Pattern.compile(
          "^(?:.*\\b(?:experience|career)"
              + " (?:band|level|stage)s?|experience|level|levels|grade|band|year|typical"
              + " experience|service|seniority step|stage|career stage|seniority|pay"
              + " (?:band|grade|step|point)|(?:scale|spine|salary|increment)"
              + " points?|points?|increments?|job level|step|years?(?: of)?"
              + " (?:experience|service|practice)|years (?:as|in|at|on|with) .*|years)(?:"
              + " \\(.*\\))?$");

  private static boolean onlyYears(String text) {
    return text.replaceAll(
            "(?i)[\\d\\s+–—<>≤≥'’-]|years?|yrs?|of|experience|to|or|more|less|than|under|over|up"
                + "|between|after|and|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty",
            "")
        .isEmpty();
  }

  /** The years a label such as "4–6", "0–1 year" or "10+" names. */
  public static Optional<Range> years(String text) {
    boolean behindMoney = false;
    for (Figure figure : Figures.in(text)) {
      behindMoney |= figure.kind() == Figure.Kind.MONEY;
      if (figure.kind() == Figure.Kind.YEARS
          && !(behindMoney && RISEN.matcher(figure.wording()).find())) {
        return Optional.of(figure.value());
      }
    }
    String bare = text.strip();
    Matcher matcher = BARE_YEARS.matcher(bare);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double low = Double.parseDouble(matcher.group(1));
    String high = matcher.group(2);
    return Optional.of(
        high == null
            ? matcher.group(3) == null
                ? Range.exactly(low)
                : new Range(OptionalDouble.of(low), OptionalDouble.empty(), true, false)
            : new Range(
                OptionalDouble.of(low), OptionalDouble.of(Double.parseDouble(high)), false, false));
  }

  /** "From $41,500 to $60,500 over ten years": how long it takes to rise. */
  private static final Pattern RISEN = Pattern.compile("(?i)^over\\b");

  private static final Pattern BARE_YEARS =
      Pattern.compile("(\\d{1,2})(?:\\s?(?:-|–|—|to)\\s?(\\d{1,2}))?\\s?(\\+)?");
}
