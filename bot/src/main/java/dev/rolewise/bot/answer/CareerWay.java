package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Words;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which way along a career a question looks: into a job, to what comes before it, or on. */
enum CareerWay {
  /** "What role comes before". */
  BEFORE(
      "(?:comes?|roles?|jobs?|steps?|positions?|titles?|stations?) before"
          + "|leads? (?:up )?to (?:an? |the )?",
      "(?:start|began|begin)(?:s|ed|ning|ing)?(?: out)? as\\b"
          + "|(?:experience|background|worked|years?|career) as an?\\b|former\\b"),
  /** "What is the next step", "where does it lead". */
  ON(
      "where (?:can|could|do|does|would|might)\\b.*\\b(?:go|move|lead|progress)"
          + "|(?:promot|advance|progress)\\w*|mov(?:e|ing) up|next (?:step|role|job|level)"
          + "|what(?:['’]?s| is| comes)? next|(?:comes?|roles?|jobs?|steps?) after",
      "(?:can|may|might|could|some|many|often|usually|experience[d]?|later)\\b.{0,80}?\\b(?:becom(?:e|ing)|advance|move"
          + " (?:up|on|into|over)|be promoted|progress|go on to|speciali[sz]e|rise to|set up|step"
          + " up)\\b|promotion (?:to|comes|is)\\b"),
  /** "How do you become". */
  IN(
      "(?:how|want|wish|like|takes?|steps?|route|ways?|road|path)\\b.*\\b(?:become|becoming|get"
          + " (?:in|into|there|started)|break into|start(?:ing)? (?:out"
          + " )?as)|(?:path|road|route|way) (?:in)?to(?: becoming)?",
      "you (?:need|must|have"
          + " to)\\b|(?:applicants|candidates|entrants|recruits|trainees)\\b.{0,60}\\b(?:need|must|have"
          + " to|should)\\b|(?:is|are) (?:required|needed|asked for)\\b|apprenticeship");

  private static final Pattern WAY_IN =
      pattern(
          "\\b(?:become|becoming|entry|get(?:ting)? (?:in(?:to)?|started|qualified|aboard|hired)"
              + "|pathways?|ways? in(?:to)?|starting out|breaking in(?:to)?|how to"
              + " (?:apply|join|qualify|train|enter)|applying|joining)\\b");

  /** Headings of a way that has stations. */
  private static final Pattern LADDER =
      pattern("\\b(?:career|development)\\b.*\\bpaths?\\b|progression|ladder|\\btracks?\\b");

  private static final Pattern WAY_ON =
      pattern(
          "\\b(?:progress(?:ion)?|advance(?:ment)?|promotions?|where"
              + " (?:it|this|you|they)\\b.*\\b(?:takes?|leads?|go(?:es)?)|what .*\\b(?:do|comes?)"
              + " next|what['’]?s next|getting ahead|mov(?:e|ing) (?:up|on)|next"
              + " (?:steps?|roles?|moves?)|ladder|further training)\\b");

  /** Headings of what may be the way on or something else, as what is said under them tells. */
  private static final Pattern MAYBE_ON = pattern("\\b(?:prospects|careers?|development)\\b");

  private final Pattern asked;
  private final Pattern told;

  CareerWay(String asked, String told) {
    this.asked = pattern("\\b(?:" + asked + ")");
    this.told = pattern("\\b(?:" + told + ")");
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** The way a question looks. */
  static Optional<CareerWay> askedIn(String question) {
    return Arrays.stream(values()).filter(way -> way.asked.matcher(question).find()).findFirst();
  }

  /** Whether a statement speaks of it. */
  boolean isToldBy(Statement statement) {
    return told.matcher(statement.text()).find();
  }

  /** Whether a heading tells how to become something that a title does not name. */
  static boolean isOfOther(String heading, String title) {
    Matcher matcher = BECOME.matcher(heading);
    return matcher.find()
        && Collections.disjoint(Words.canonical(matcher.group("what")), Words.canonical(title));
  }

  private static final Pattern BECOME =
      pattern("\\bbecom(?:e|ing)(?: an?| the)? (?!one\\b)(?<what>\\p{L}{3,}.*)");

  /** Of the sections of a job the one that is about it, the first and outermost. */
  Optional<Section> of(List<Section> sections) {
    Predicate<Section> wayIn = section -> WAY_IN.matcher(section.heading()).find();
    Predicate<Section> ladder = CareerWay::isLadder;
    return switch (this) {
      case IN -> first(sections, wayIn).or(() -> first(sections, ladder));
      case BEFORE -> first(sections, ladder).or(() -> first(sections, wayIn));
      case ON ->
          first(sections, wayIn.negate().and(ladder.negate()).and(CareerWay::isOnward))
              .or(() -> first(sections, ladder))
              .or(() -> first(sections, wayIn.negate().and(this::isMaybeOnward)));
    };
  }

  private static Optional<Section> first(List<Section> sections, Predicate<Section> kind) {
    List<Section> fitting =
        sections.stream()
            .filter(section -> !PayTerms.isPay(WAY_IN.matcher(section.heading()).replaceAll(" ")))
            .filter(kind)
            .sorted(Orders.byInt(section -> section.path().size()))
            .toList();
    return fitting.size() > 1 && parent(fitting.get(0)).equals(parent(fitting.get(1)))
        ? sections.stream()
            .filter(section -> section.path().equals(parent(fitting.getFirst())))
            .filter(section -> isOnward(section) || MAYBE_ON.matcher(section.heading()).find())
            .findFirst()
            .or(() -> Optional.of(fitting.getFirst()))
        : fitting.stream().findFirst();
  }

  private static List<String> parent(Section section) {
    return section.path().subList(0, section.path().size() - 1);
  }

  /** Whether a section lists stations, and does not just say what one may do later. */
  private static boolean isLadder(Section section) {
    return LADDER.matcher(section.heading()).find()
        && section.allStatements().stream()
                .filter(s -> s.kind() != StatementKind.SENTENCE)
                .filter(s -> !PayTerms.isPay(String.join(" ", s.path())))
                .filter(s -> !Asides.isAside(s.path()))
                .count()
            > 1;
  }

  private static boolean isOnward(Section section) {
    return WAY_ON.matcher(section.heading()).find();
  }

  private boolean isMaybeOnward(Section section) {
    return MAYBE_ON.matcher(section.heading()).find()
        && section.statements().stream().anyMatch(this::isToldBy);
  }
}
