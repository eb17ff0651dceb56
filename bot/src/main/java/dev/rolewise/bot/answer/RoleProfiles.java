package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.JointTitle;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Question;
import dev.rolewise.knowledge.retrieval.Question.Form;
import dev.rolewise.knowledge.retrieval.Question.Limits;
import dev.rolewise.knowledge.retrieval.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the documents say of a role, aspect by aspect, each claim checked. Thread-safe. */
public final class RoleProfiles {
  /** Steps that are said to stand below a role. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)\\b(?:earlier|becom\\w+|reach\\w*|moving up to|path(?:way)? (?:in)?to|way to|before"
              + "|previous|prior|ways in|how to get)\\b");

  /** Steps that are said to stand above it; the "next step" of a list may still stand below it. */
  private static final Pattern AFTER =
      Pattern.compile(
          "(?i)^next (?:steps?|roles?|moves?)$|\\b(?:after|beyond|from here|onwards?"
              + "|advance\\w* to|promotion|moves? on)\\b");

  /** First steps: a list that has them behind a role runs downwards. */
  private static final Pattern FIRST =
      Pattern.compile(
          "(?i)\\b(?:entry|junior|trainee|apprentice\\w*|assistant|intern(?:ship)?|helper)\\b");

  /** What parts a step into a stage, titles and years. */
  private static final Pattern STEP_PART =
      Pattern.compile("[:;,()|→>–—]|\\s-\\s|\\s/\\s|\\b(?:or|and|then)\\b");

  /** Headings over steps in their order. */
  private static final Pattern WAY = Pattern.compile("(?i)\\b(?:path|track|ladder|route|steps)");

  private static final Pattern PROGRESS =
      Pattern.compile("(?i)\\b(?:progression|advancement\\b|promotion)");

  /** Headings over what a career brings. */
  private static final Pattern OUTLOOK =
      Pattern.compile("(?i)\\b(?:outlook|demand|market|(?<!career )prospects|pay|salar|effect)");

  /** Headings that are about going on, where others are about getting in. */
  private static final Pattern CAREER =
      Pattern.compile(
          "(?i)\\b(?:careers?\\b|progress|advance(?:ment)?\\b|promotion|ladder|steps|where"
              + " |mov(?:e|ing) (?:up|on)\\b)");

  /** A section with fewer points than this only touches what it is about. */
  private static final int MIN_LISTED = 3;

  private static final Pattern BEFORE_NAME =
      Pattern.compile("(?i)^(?:(?:the role of|the position of|as|an?|the)\\s+)+");

  /** "Assistant Vice President (AVP) in": short forms stand inside a name. */
  private static final Pattern IN_BRACKETS = Pattern.compile("\\s*\\([^()]*\\)");

  /** What a page says of itself. */
  private static final Pattern OF_PAGE =
      Pattern.compile(
          "(?i)^\\W*(?:(?:last )?(?:(?:written |prepared |compiled |edited"
              + " )?by\\b|updated?|reviewed|revised)|posted|published|printed|(?:sources?|notes?|tags|report|data|home|figures)(?=\\W*$|\\s*[:>›»|/·])|note"
              + " that\\b|data (?:as of|source)|figures (?:are|as|for)\\b|sample of|skip to|also"
              + " known|bookmark|(?:this|these|all|the) (?:site|pages?|figures|amounts|rates)\\b|do"
              + " (?:not|you)\\b|applies to|want\\b)|\\s[·|]\\s");

  /** Where to write to, what a page says of its figures. */
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)\\S@\\S+\\.\\p{L}|://|^\\W*(?:figures (?:are|as|for)\\b|(?:page |last"
              + " )?(?:checked|updated|reviewed)\\b)");

  /** A cell with an amount of money in a row. */
  private static final Pattern MONEY_CELL = Pattern.compile("(?:^|\\|)\\s*\\p{Sc}\\s?\\d");

  private static final Pattern ON_PAY =
      Pattern.compile("(?i)\\b(?:salar(?:y|ies)|wages?|paid|pays?|compensation)\\b");

  /** "The following are examples of qualities ...": a sentence that only leads to others. */
  private static final Pattern LEADS =
      Pattern.compile(
          "(?i)^\\W*(?:the following|for more information)\\b(?!.*:\\s*\\S)|\\bas follows\\W*$|:$");

  /** "Nurses who qualified abroad": what is said of some tells not what the role is. */
  private static final Pattern OF_SOME =
      Pattern.compile("(?i)^s?\\W+(?:who|that|which|whose|with|without|outside|held)\\b");

  /** What follows the name of one worker who is what a sentence is about. */
  private static final Pattern VERB_OF_ONE =
      Pattern.compile(
          "^[\\s,]*(?:\\p{L}+ly"
              + " )?(?:\\p{L}+s|who|must|may|can|will|might|should|or|and|also|at|in|of"
              + "|for|on|with)\\b");

  /** What is said of a part of those who do a job. */
  private static final Pattern QUANTIFIED =
      Pattern.compile("(?i)^(?:most|some|many|few|the|an?)\\b");

  /** Sentences of a text that may open it with what the role is. */
  private static final int OPENING = 6;

  /** Words for those who do a job, or for the job, without its name. */
  private static final Pattern OF_TRADE =
      Pattern.compile(
          "(?i)\\b(?:people|workers|professionals|this"
              + " (?:job|role|trade|occupation|profession))\\b");

  /** A shorter sentence tells not what a role is, in words. */
  private static final int MIN_TOLD = 5;

  /** A longer beginning of an item is no label of it, in characters. */
  private static final int MAX_LABEL = 50;

  /** What shows that a certificate or a licence is meant. */
  private static final Pattern LICENCE =
      Pattern.compile(
          "(?i)\\b(?:licen[cs]\\w*|certifi(?:ed|cations?)|registration|registered (?:with|as)"
              + "|credentials?|accredit\\w+|permits?|chartered)\\b");

  /** A certificate may also be what a school gives. */
  private static final Pattern CERTIFICATE = Pattern.compile("(?i)\\bcertificates?\\b");

  /** "No prior experience needed" says how much of it is asked for, and names no skill. */
  private static final Pattern NO_EXPERIENCE =
      Pattern.compile("(?i)^\\W*no (?:\\p{L}+ ){0,2}experience\\b");

  private static final Pattern NEEDED =
      Pattern.compile(
          "(?i)\\b(?:must|requir\\w*|needs?|needed|necessary|mandatory|compulsory|essential|has to"
              + "|have to|holds?)\\b");

  private static final String NO_TEXT = "";

  private final KnowledgeBase knowledge;
  private final TextAnswers texts;
  private final PaySelector selector;
  private final PayLabels labels;
  private final GroundingCheck check;
  private final PayLines lines;

  /**
   * @param knowledge what was loaded
   * @param search finds sections in it
   */
  public RoleProfiles(KnowledgeBase knowledge, Search search) {
    this.knowledge = knowledge;
    texts = new TextAnswers(knowledge, search);
    selector = new PaySelector(knowledge);
    labels = new PayLabels(knowledge);
    check = new GroundingCheck(knowledge);
    lines = new PayLines(check);
  }

  /**
   * The steps of a career around a role.
   *
   * @param before steps on the way to the role
   * @param after steps on from it
   * @param other steps of which the document does not say on which side they stand
   * @param isWhole whether these are all the steps that the document gives
   */
  public record Steps(List<Claim> before, List<Claim> after, List<Claim> other, boolean isWhole) {
    public Steps {
      before = List.copyOf(before);
      after = List.copyOf(after);
      other = List.copyOf(other);
    }
  }

  /**
   * Some of what a document says.
   *
   * @param claims in reading order; empty if the document says nothing of it
   * @param isWhole whether these are all the claims there are
   */
  public record Excerpt(List<Claim> claims, boolean isWhole) {
    public Excerpt {
      claims = List.copyOf(claims);
    }

    private static Excerpt of(List<Claim> chosen, List<Claim> all) {
      return new Excerpt(chosen, chosen.size() == all.size());
    }
  }

  /** What {@link #excerpt} says of an aspect, without saying whether it is all. */
  public List<Claim> about(RoleDocument role, Aspect aspect, int most) {
    return excerpt(role, aspect, most).claims();
  }

  /**
   * What the document of a role says of one aspect: the first claims of pay, education and
   * experience, of others such as are spread over their headings.
   *
   * @param most claims at most
   */
  public Excerpt excerpt(RoleDocument role, Aspect aspect, int most) {
    Job job = job(role);
    return switch (aspect) {
      case PAY -> first(role, pay(job), most);
      case EDUCATION ->
          first(role, required(job, Topic.EDUCATION, Fact.Education.class, role), most);
      case EXPERIENCE ->
          first(role, required(job, Topic.EXPERIENCE, Fact.Experience.class, role), most);
      case OVERVIEW -> first(role, overview(role, job), most);
      case PATH -> spread(path(role), most);
      default ->
          spread(check.kept(role.title(), listed(role, job, aspect.topic().orElseThrow())), most);
    };
  }

  private Excerpt first(RoleDocument role, List<Claim> claims, int most) {
    List<Claim> kept = check.kept(role.title(), claims);
    return Excerpt.of(kept.stream().limit(most).toList(), kept);
  }

  /**
   * A section as a whole, with everything below it.
   *
   * @return its headings below its own, each with what stands directly under it
   */
  public Map<Section, List<Claim>> whole(RoleDocument role, Section section) {
    Map<Section, List<Claim>> parts = new LinkedHashMap<>();
    section
        .withDescendants()
        .forEach(part -> parts.put(part, check.kept(role.title(), quotes(part.statements()))));
    return parts;
  }

  /**
   * The steps of a career before and after a role, a few each: on which side one stands is told by
   * what heads it, or by the place of the role itself among them.
   */
  public Steps steps(RoleDocument role, int most) {
    List<Section> paths = paths(role);
    List<Statement> before = new ArrayList<>();
    List<Statement> after = new ArrayList<>();
    List<Statement> other = new ArrayList<>();
    for (Section section : paths) {
      List<Statement> listed =
          TextAnswers.listed(
              section.allStatements().stream()
                  .filter(s -> !isOfPay(s))
                  .filter(RoleProfiles::isPoint)
                  .toList());
      Map<Statement, Side> placed = placed(role, section, listed);
      for (Statement statement : listed) {
        Side said = side(statement, section, role);
        switch (said == Side.UNSAID ? placed.getOrDefault(statement, said) : said) {
          case BEFORE -> before.add(statement);
          case AFTER -> after.add(statement);
          case UNSAID -> other.add(statement);
          case AT -> {}
        }
      }
    }
    Excerpt below = spread(steps(role, before), most);
    Excerpt above = spread(steps(role, after), most);
    Excerpt beside = spread(steps(role, other), most);
    return new Steps(
        below.claims(),
        above.claims(),
        beside.claims(),
        below.isWhole() && above.isWhole() && beside.isWhole());
  }

  /**
   * On which side of the role the steps of a list stand in which the role is one: what is listed in
   * front of it leads to it, what is listed behind it leads on. Says nothing of a list that does
   * not name the role, nor of one that seems to run downwards.
   */
  private Map<Statement, Side> placed(RoleDocument role, Section section, List<Statement> listed) {
    List<JobName> names = job(role).names();
    Map<Statement, Side> placed = new LinkedHashMap<>();
    List<Statement> steps =
        listed.stream().filter(step -> step.kind() != StatementKind.SENTENCE).toList();
    boolean isByHeading = steps.stream().anyMatch(s -> isNamed(headings(s, section), names));
    for (List<Statement> list :
        isByHeading
            ? List.of(steps)
            : steps.stream().collect(Collectors.groupingBy(Statement::path)).values()) {
      List<Boolean> own =
          list.stream()
              .map(s -> isNamed(isByHeading ? headings(s, section) : parts(s), names))
              .toList();
      int first = own.indexOf(true);
      int last = own.lastIndexOf(true);
      if (first < 0
          || (list.subList(last + 1, list.size()).stream().anyMatch(RoleProfiles::isFirst)
              && list.subList(0, first).stream().noneMatch(RoleProfiles::isFirst))) {
        continue;
      }
      for (int i = 0; i < list.size(); i++) {
        placed.put(list.get(i), i < first ? Side.BEFORE : i > last ? Side.AFTER : Side.AT);
      }
    }
    return placed;
  }

  private static boolean isFirst(Statement step) {
    return FIRST.matcher(step.text()).find();
  }

  private static boolean isNamed(List<String> parts, List<JobName> names) {
    return parts.stream()
        .map(JobName::of)
        .anyMatch(part -> names.stream().anyMatch(name -> name.isSameAs(part)));
  }

  /** "Mid level", "Data engineer" and "3 years" of "Mid level: Data engineer (3 years)". */
  private static List<String> parts(Statement step) {
    return Stream.concat(Stream.of(step.text()), step.cells().stream().map(Cell::text))
        .flatMap(STEP_PART::splitAsStream)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** The parts of the headings and labels between a section and a step in it. */
  private static List<String> headings(Statement step, Section section) {
    return Stream.concat(
            step.path().subList(section.path().size(), step.path().size()).stream(),
            step.lead().stream())
        .flatMap(STEP_PART::splitAsStream)
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private List<Claim> path(RoleDocument role) {
    Steps steps = steps(role, Integer.MAX_VALUE);
    List<Claim> sided = new ArrayList<>(steps.before());
    sided.addAll(steps.after());
    return sided.isEmpty() ? steps.other() : sided;
  }

  /** The sections that lay out a way; without one, the section about the career. */
  private List<Section> paths(RoleDocument role) {
    Job job = job(role);
    List<Section> all = texts.sections(role, job, Topic.CAREER);
    for (Pattern heading : List.of(WAY, PROGRESS)) {
      List<Section> ways =
          all.stream()
              .filter(section -> heading.matcher(section.heading()).find())
              .filter(section -> !OUTLOOK.matcher(section.heading()).find())
              .toList();
      if (!ways.isEmpty()) {
        return ways.stream().filter(section -> !isInside(section, ways)).toList();
      }
    }
    return section(role, job, Topic.CAREER).stream()
        .filter(section -> CAREER.matcher(section.heading()).find())
        .filter(section -> !OUTLOOK.matcher(section.heading()).find())
        .toList();
  }

  /** Steps of several ways are told apart by their headings. */
  private List<Claim> steps(RoleDocument role, List<Statement> statements) {
    boolean isOneWay = statements.stream().map(Statement::path).distinct().count() < 2;
    List<Claim> claims =
        isOneWay
            ? quotes(statements)
            : statements.stream()
                .map(s -> new Claim(s.path().getLast() + ": " + TextAnswers.quote(s), List.of(s)))
                .toList();
    return check.kept(role.title(), claims);
  }

  /**
   * The sections of a role that hold what is told of an aspect, empty if nothing is: those that are
   * headed for it, or else those that the statements stand in.
   */
  public List<Section> sections(RoleDocument role, Aspect aspect) {
    Set<Statement> told = new HashSet<>();
    excerpt(role, aspect, Integer.MAX_VALUE)
        .claims()
        .forEach(claim -> told.addAll(claim.statements()));
    List<Section> about =
        about(role, aspect).stream()
            .filter(section ->
                isHeadedFor(aspect, section)
                    || section.allStatements().stream().anyMatch(told::contains))
            .toList();
    return about.isEmpty()
        ? role.allSections().stream()
            .filter(section -> !section.heading().equals(role.title()))
            .filter(section -> section.statements().stream().anyMatch(told::contains))
            .toList()
        : about;
  }

  private static boolean isHeadedFor(Aspect aspect, Section section) {
    return aspect == Aspect.PAY
        ? PayTerms.isPay(section.heading().toLowerCase(Locale.ROOT))
        : aspect.topic().filter(topic -> topic.heads(section.heading())).isPresent();
  }

  private List<Section> about(RoleDocument role, Aspect aspect) {
    return switch (aspect) {
      case PAY ->
          role.allSections().stream()
              .filter(section -> isHeadedFor(aspect, section))
              .filter(section -> !section.allStatements().isEmpty())
              .max(Comparator.comparingLong(this::figures))
              .stream()
              .toList();
      case SKILLS -> skills(role);
      case PATH -> paths(role);
      default -> section(role, job(role), aspect.topic().orElseThrow()).stream().toList();
    };
  }

  private static boolean isInside(Section section, List<Section> others) {
    return others.stream()
        .anyMatch(
            other -> !other.equals(section) && other.withDescendants().anyMatch(section::equals));
  }

  private long figures(Section section) {
    return section.allStatements().stream()
        .flatMap(statement -> knowledge.facts(statement).stream())
        .filter(Fact.Pay.class::isInstance)
        .count();
  }

  /** The aspects that the document of a role tells something of. */
  public List<Aspect> known(RoleDocument role) {
    Job job = job(role);
    return Arrays.stream(Aspect.values()).filter(aspect -> isKnown(role, job, aspect)).toList();
  }

  /** Whether the document of a role gives any figure of pay, be it of another job. */
  public boolean givesPay(RoleDocument role) {
    return knowledge.facts(role.id()).stream().anyMatch(Fact.Pay.class::isInstance);
  }

  private boolean isKnown(RoleDocument role, Job job, Aspect aspect) {
    return switch (aspect) {
      case PAY -> !headlinePay(job).isEmpty();
      case PATH -> !path(role).isEmpty();
      case OVERVIEW -> !check.kept(role.title(), overview(role, job)).isEmpty();
      case EDUCATION -> !required(job, Topic.EDUCATION, Fact.Education.class, role).isEmpty();
      case EXPERIENCE -> !required(job, Topic.EXPERIENCE, Fact.Experience.class, role).isEmpty();
      default -> !listed(role, job, aspect.topic().orElseThrow()).isEmpty();
    };
  }

  /** What to ask next about a role, up to three questions that the documents answer. */
  public List<String> suggestions(RoleDocument role) {
    return new Suggestions(knowledge).beyondCard(role);
  }

  /** On which side of the role a step stands. */
  private enum Side {
    BEFORE,
    /** The step is the role itself. */
    AT,
    AFTER,
    UNSAID
  }

  private Side side(Statement statement, Section section, RoleDocument role) {
    String label = statement.text();
    int colon = label.indexOf(':');
    String own = colon > 0 && colon < MAX_LABEL ? label.substring(0, colon) : NO_TEXT;
    List<String> labels = new ArrayList<>();
    labels.add(own);
    labels.addAll(statement.lead().reversed());
    labels.addAll(
        statement.path().subList(section.path().size(), statement.path().size()).reversed());
    List<JobName> names = job(role).names();
    for (String text : labels) {
      boolean isOfOthers =
          JobTitles.in(text).stream()
              .map(found -> JobName.of(found.title()))
              .anyMatch(title -> names.stream().noneMatch(name -> name.isSameAs(title)));
      if (isOfOthers) {
        continue; // a way to another job, or on from one
      }
      if (AFTER.matcher(text).find()) {
        return Side.AFTER;
      }
      if (BEFORE.matcher(text).find()) {
        return Side.BEFORE;
      }
    }
    return Side.UNSAID;
  }

  /** The job that the document as a whole is about. */
  Job job(RoleDocument role) {
    return knowledge.jobs().role(role.id()).orElseThrow();
  }

  private List<Claim> pay(Job job) {
    return headlinePay(job).stream().map(fact -> claim(fact, job)).distinct().toList();
  }

  /** An extra is told in the words of its sentence, another figure as a row of a table tells it. */
  private Claim claim(Fact.Pay fact, Job job) {
    PayRow row = labels.row(fact, job);
    return Stream.concat(Stream.of(row), row.asWritten().stream())
        .map(written -> new Claim(written.line(), List.of(fact.statement())))
        .filter(claim -> !check.kept(job.title(), List.of(claim)).isEmpty())
        .findFirst()
        .orElseGet(
            () -> new Claim(lines.line(fact, job.title(), job.title()), List.of(fact.statement())));
  }

  /**
   * The figures that answer "what does it pay" without any limit and can be said: those of the role
   * itself, else those that say whose they are.
   */
  List<Fact.Pay> headlinePay(Job job) {
    if (!(selector.all(job, unlimited(job.title())) instanceof PaySelection.Chosen chosen)) {
      return List.of();
    }
    List<Fact.Pay> own = ownPay(chosen.facts());
    if (own.stream().allMatch(this::isNarrowed)) {
      List<Fact.Pay> named = namedPay(job);
      own = named.isEmpty() ? own : named;
    }
    return toldApart(own, job).stream()
        .filter(fact -> !check.kept(job.title(), List.of(claim(fact, job))).isEmpty())
        .toList();
  }

  /**
   * The figures of pay in the document of a role that a reply does not show, each with the reason.
   *
   * @param shown the statements that the reply cites
   */
  public List<Claim> payLeftOut(RoleDocument role, Collection<Statement> shown) {
    Job job = job(role);
    List<Claim> left = new ArrayList<>();
    for (Fact fact : knowledge.facts(role.id())) {
      if (fact instanceof Fact.Pay pay && !shown.contains(pay.statement())) {
        PayRow row = labels.row(pay, job);
        var claim = new Claim(row.line(), List.of(pay.statement()));
        if (!check.kept(row.job(), List.of(claim)).isEmpty()) {
          left.add(new Claim(row.line() + " – " + reason(pay, row), claim.statements()));
        }
      }
    }
    return left.stream().distinct().toList();
  }

  private String reason(Fact.Pay pay, PayRow row) {
    if (!pay.subject().isDocumentRole()
        || narrowing(pay).others()
        || Narrowing.isUnderOthers(pay)) {
      return "of another job";
    }
    if (row.isExtra()) {
      return "paid beside the pay of the role or for something else";
    }
    if (!row.limits().isEmpty()) {
      return "of a part only";
    }
    return pay.statistic().kind() == Statistic.Kind.PERCENTILE
        ? "a point of the scale"
        : "others come before it";
  }

  /**
   * What is paid the role itself; figures of other occupations only where there is nothing else.
   */
  private List<Fact.Pay> ownPay(List<Fact.Pay> facts) {
    List<Fact.Pay> main =
        facts.stream().filter(PayKinds::isMain).filter(f -> !Narrowing.isUnderOthers(f)).toList();
    if (main.isEmpty()) {
      return facts.stream().filter(PayWords::isToldInOwnWords).toList();
    }
    List<Fact.Pay> own = main.stream().filter(f -> !narrowing(f).others()).toList();
    return own.isEmpty() ? main : own;
  }

  private Narrowing.Found narrowing(Fact.Pay fact) {
    return Narrowing.of(fact, knowledge.documentOf(fact.statement()));
  }

  private boolean isNarrowed(Fact.Pay fact) {
    return !fact.subject().detail().isEmpty() || !narrowing(fact).isEmpty();
  }

  /** The figures of rows that are headed with the name of the role. */
  private List<Fact.Pay> namedPay(Job job) {
    return job.pay().stream()
        .filter(fact -> fact.subject().isDocumentRole() && PayKinds.isMain(fact))
        .filter(fact -> !Narrowing.isUnderOthers(fact))
        .filter(fact ->
            fact.statement().cells().stream()
                .map(cell -> JobName.of(cell.text()))
                .anyMatch(name -> job.names().stream().anyMatch(name::isSameAs)))
        .toList();
  }

  /** Without the figures of one line that nothing tells from each other. */
  private List<Fact.Pay> toldApart(List<Fact.Pay> facts, Job job) {
    List<PayRow> rows = PayLabels.toldApart(labels.rows(facts, job));
    return rows.stream()
        .filter(row -> rows.stream().noneMatch(other -> isConfusedWith(row, other)))
        .map(PayRow::fact)
        .toList();
  }

  private static boolean isConfusedWith(PayRow row, PayRow other) {
    return !row.amount().equals(other.amount())
        && row.label().equals(other.label())
        && row.fact().period() == other.fact().period()
        && row.fact().currency().equals(other.fact().currency())
        && row.fact().statement().equals(other.fact().statement());
  }

  private List<Claim> required(
      Job job, Topic topic, Class<? extends Fact> kind, RoleDocument role) {
    List<Statement> stated =
        texts.statements(job).stream()
            .filter(s -> s.cells().isEmpty() || !isOfPay(s))
            .filter(s -> s.path().stream().noneMatch(Topic.RESPONSIBILITIES::heads))
            .filter(s -> isPoint(s) && !isUnderOtherJob(s, role))
            .filter(s ->
                knowledge.facts(s).stream().anyMatch(fact -> RoleAnswerer.isOf(fact, kind, job)))
            .sorted(Orders.byInt(s -> TextAnswers.rank(s, topic)))
            .toList();
    if (!stated.isEmpty()) {
      List<Statement> ordered = new ArrayList<>(stated);
      ordered.sort(Orders.by(s -> !isAskedFor(s, topic)));
      if (topic == Topic.EDUCATION && isAskedFor(ordered.getFirst(), topic)) {
        // Certificates and courses named elsewhere are no way in.
        ordered.removeIf(s -> !isAskedFor(s, topic));
      }
      return quotes(withoutRepeats(ordered, kind));
    }
    List<Statement> labelled = labelled(job, topic);
    if (!labelled.isEmpty()) {
      return quotes(labelled);
    }
    return section(role, job, topic)
        .filter(section -> topic.heads(section.heading()))
        .filter(section -> !Topic.REQUIREMENTS.heads(section.heading()))
        .map(section -> quotes(points(section, topic)))
        .orElse(List.of());
  }

  /** "Job outlook" of "Job outlook: 6%", as an item or as a row of two cells; empty without. */
  private static String label(Statement statement) {
    if (statement.cells().size() == 2) {
      return statement.cells().getFirst().text();
    }
    int colon = statement.text().indexOf(':');
    return colon < 0 || colon > MAX_LABEL || statement.kind() == StatementKind.SENTENCE
        ? NO_TEXT
        : statement.text().substring(0, colon);
  }

  /** Whether a heading is about pay: what stands below it moves pay and is not asked for. */
  private static boolean isOnPay(String heading) {
    return Topic.PAY_FACTORS.heads(heading) || ON_PAY.matcher(heading).find();
  }

  /** What is told of a topic beside its name, such as in a box of facts. */
  private List<Statement> labelled(Job job, Topic topic) {
    return texts.statements(job).stream()
        .filter(statement -> topic.names(label(statement)))
        .filter(statement -> statement.path().stream().noneMatch(RoleProfiles::isOnPay))
        .filter(statement -> !isOfPay(statement))
        .filter(RoleProfiles::isPoint)
        .toList();
  }

  /** What says the same as a statement before it is left out; what disagrees stays. */
  private List<Statement> withoutRepeats(List<Statement> statements, Class<? extends Fact> kind) {
    Set<Object> said = new HashSet<>();
    List<Statement> kept = new ArrayList<>();
    for (Statement statement : statements) {
      boolean isNew = false;
      for (Fact fact : knowledge.facts(statement)) {
        if (kind.isInstance(fact)) {
          isNew |= said.add(value(fact));
        }
      }
      if (isNew) {
        kept.add(statement);
      }
    }
    return kept;
  }

  private static Object value(Fact fact) {
    return switch (fact) {
      case Fact.Experience experience -> experience.years();
      case Fact.Education education -> education.levels();
      case Fact.Pay pay -> pay.amount();
      case Fact.Market market -> market.value();
      case Fact.Share share -> share.percent();
    };
  }

  private static boolean isAskedFor(Statement statement, Topic topic) {
    return topic.names(label(statement))
        || statement.path().stream()
            .anyMatch(heading -> topic.heads(heading) || Topic.REQUIREMENTS.heads(heading));
  }

  /**
   * Sentences that say what the role is come first: they begin with its name, or with the word for
   * those who work in it. Another such sentence goes on only where the first one stands.
   */
  private List<Claim> overview(RoleDocument role, Job job) {
    List<Statement> all = texts.statements(job);
    List<Statement> within =
        section(role, job, Topic.OVERVIEW).map(Section::allStatements).orElse(all).stream()
            .filter(s -> !isOfPay(s))
            .filter(s -> !s.text().contains("://"))
            .toList();
    List<String> workers = workers(role);
    List<Statement> chosen =
        Stream.<Supplier<List<Statement>>>of(
                () -> aboutRole(within, role, names(role)),
                () -> aboutRole(all, role, names(role)),
                () -> aboutRole(within, role, workers),
                () ->
                    within.stream()
                        .filter(statement -> statement.kind() == StatementKind.SENTENCE)
                        .limit(OPENING)
                        .filter(statement -> isTold(statement, role))
                        .toList(),
                () -> aboutRole(all, role, workers))
            .map(Supplier::get)
            .filter(told -> !told.isEmpty())
            .findFirst()
            .orElse(List.of());
    return quotes(
        chosen.stream()
            .filter(statement -> statement.path().equals(chosen.getFirst().path()))
            .limit(2)
            .toList());
  }

  /** The names of a role: of one for two jobs, those of both. */
  private static List<String> names(RoleDocument role) {
    return Stream.of(List.of(role.title()), role.aliases(), JointTitle.parts(role.title()))
        .flatMap(List::stream)
        .toList();
  }

  /** "Controllers" of "Air traffic controller". */
  private static List<String> workers(RoleDocument role) {
    return names(role).stream()
        .map(name -> name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
        .filter(JobTitles::isHead)
        .map(word -> word.endsWith("s") ? word : word + "s")
        .toList();
  }

  /** Whether a statement tells something in a sentence where what a role is may be told. */
  private static boolean isTold(Statement statement, RoleDocument role) {
    return statement.kind() == StatementKind.SENTENCE
        && statement.text().endsWith(".")
        && statement.text().split("\\s+", -1).length >= MIN_TOLD
        && statement.text().chars().noneMatch(Character::isDigit)
        && statement.path().stream()
            .allMatch(heading ->
                Topic.OVERVIEW.heads(heading)
                    || Words.of(heading).containsAll(Words.of(role.title())))
        && (statement.path().stream().anyMatch(Topic.OVERVIEW::heads)
            || OF_TRADE.matcher(statement.text()).find()
            || !Collections.disjoint(
                Words.canonical(statement.text()), Words.canonical(role.title())))
        && !OF_PAGE.matcher(statement.text()).find()
        && !ON_PAY.matcher(statement.text()).find();
  }

  private List<Statement> aboutRole(
      List<Statement> statements, RoleDocument role, List<String> names) {
    return statements.stream()
        .filter(s -> s.kind() == StatementKind.SENTENCE)
        .filter(s -> !isOfPay(s))
        .filter(s -> !isUnderOtherJob(s, role))
        .filter(s -> names.stream().anyMatch(name -> beginsWith(name, s.text())))
        .toList();
  }

  private boolean isOfPay(Statement statement) {
    return knowledge.facts(statement).stream().anyMatch(Fact.Pay.class::isInstance);
  }

  /** Whether a sentence is about those of a name: "A baker makes", not "A baker apprenticeship". */
  private static boolean beginsWith(String name, String text) {
    String bare = IN_BRACKETS.matcher(text).replaceAll("");
    String start = BEFORE_NAME.matcher(bare).replaceFirst("");
    int end = -1;
    for (int words = name.split("\\s+").length; words > 0; words--) {
      end = start.indexOf(' ', end + 1);
      if (end < 0) {
        return false;
      }
    }
    String first = start.substring(0, end);
    String rest = start.substring(end);
    int comma = first.endsWith(",") ? 1 : 0;
    boolean isSame =
        JobName.of(first.substring(0, first.length() - comma)).isSameAs(JobName.of(name));
    boolean isOne = Words.singular(first.toLowerCase(Locale.ROOT)).equalsIgnoreCase(first);
    boolean isPlural = name.endsWith("s");
    return isSame
        && !(isPlural && (isOne || QUANTIFIED.matcher(bare).find()))
        && !OF_SOME.matcher(rest).find()
        && !(isOne && comma == 0 && !VERB_OF_ONE.matcher(rest).find());
  }

  /** Whether a heading over a statement names a job that is not the role. */
  private boolean isUnderOtherJob(Statement statement, RoleDocument role) {
    List<JobName> names = job(role).names();
    return statement.path().stream()
        .map(JobTitles::in)
        .anyMatch(found ->
            !found.isEmpty()
                && found.stream()
                    .map(title -> JobName.of(title.title()))
                    .noneMatch(
                        title -> names.stream().anyMatch(n -> n.covers(title) || title.covers(n))));
  }

  /**
   * What the section about a topic lists, or a longer one where that is but a summary; without a
   * section that names the topic outright, what stands beside its name comes first.
   */
  private List<Claim> listed(RoleDocument role, Job job, Topic topic) {
    boolean isNamed = isNamedAnywhere(role, job, topic);
    List<Statement> labelled = isNamed ? List.of() : labelled(job, topic);
    List<Statement> points =
        switch (topic) {
          case SKILLS -> skillPoints(role, isNamed);
          case LICENCES -> isNamed ? sectionPoints(role, job, topic) : licences(role, job);
          default -> sectionPoints(role, job, topic);
        };
    return quotes(
        Stream.concat(labelled.stream(), points.stream())
            .filter(statement -> topic != Topic.SKILLS || !isSchoolOrYears(statement))
            .distinct()
            .toList());
  }

  /** What the sections about skills list; without one, what else the requirements are. */
  private List<Statement> skillPoints(RoleDocument role, boolean isNamed) {
    return skills(role).stream()
        .flatMap(section -> points(section, Topic.SKILLS).stream())
        .filter(statement -> isNamed || (!isLicence(statement) && isAskedFor(statement)))
        .toList();
  }

  /** Whether a heading is about those who are in a job, not about getting in. */
  private static boolean isOfWork(String heading) {
    return Stream.of(Topic.RESPONSIBILITIES, Topic.MARKET, Topic.TRENDS, Topic.BENEFITS)
        .anyMatch(topic -> topic.heads(heading));
  }

  /** Whether a statement stands right under a heading for what is asked for. */
  private static boolean isAskedFor(Statement statement) {
    return !statement.path().isEmpty()
        && Stream.of(Topic.REQUIREMENTS, Topic.SKILLS, Topic.SOFT_SKILLS)
            .anyMatch(topic -> topic.heads(statement.path().getLast()));
  }

  /** The licences and certificates among what is asked for. */
  private List<Statement> licences(RoleDocument role, Job job) {
    return texts.statements(job).stream()
        .filter(this::isLicence)
        .filter(statement -> !isOfPay(statement))
        .filter(statement -> isPoint(statement) && !isUnderOtherJob(statement, role))
        .filter(statement -> statement.path().stream().noneMatch(RoleProfiles::isOfWork))
        .filter(statement ->
            NEEDED.matcher(statement.text()).find()
                || statement.path().stream()
                    .anyMatch(heading ->
                        Topic.REQUIREMENTS.heads(heading) || Topic.EDUCATION.heads(heading)))
        .toList();
  }

  /**
   * What the document of a role asks for beside education, experience, licences and skills, in the
   * words that stand right under a heading for requirements.
   *
   * @param most claims at most
   */
  public Excerpt otherRequirements(RoleDocument role, int most) {
    Job job = job(role);
    Set<Statement> told =
        new HashSet<>(skillPoints(role, isNamedAnywhere(role, job, Topic.SKILLS)));
    List<Claim> others =
        texts.sections(role, job, Topic.REQUIREMENTS).stream()
            .filter(section -> Topic.REQUIREMENTS.names(section.heading()))
            .flatMap(section ->
                points(section, Topic.REQUIREMENTS).stream()
                    .filter(statement -> statement.path().equals(section.path())))
            .filter(statement -> !isSchoolOrYears(statement))
            .filter(statement -> !isLicence(statement) && !told.contains(statement))
            .map(statement -> new Claim(TextAnswers.quote(statement), List.of(statement)))
            .distinct()
            .toList();
    return first(role, others, most);
  }

  private boolean isLicence(Statement statement) {
    String text = statement.text();
    return LICENCE.matcher(text).find()
        || (CERTIFICATE.matcher(text).find()
            && knowledge.facts(statement).stream().noneMatch(Fact.Education.class::isInstance));
  }

  private List<Statement> sectionPoints(RoleDocument role, Job job, Topic topic) {
    Optional<List<Statement>> best =
        section(role, job, topic).map(section -> points(section, topic));
    return Stream.concat(
            best.stream(),
            texts.sections(role, job, topic).stream().map(section -> points(section, topic)))
        .filter(points -> points.size() >= MIN_LISTED)
        .findFirst()
        .or(() -> best)
        .orElse(List.of());
  }

  /** What a section lists, without the pay in it. */
  private List<Statement> points(Section section, Topic topic) {
    return TextAnswers.listed(
        section.allStatements().stream()
            .filter(s -> topic == Topic.BENEFITS || !isOfPay(s))
            .filter(RoleProfiles::isPoint)
            .toList());
  }

  private static boolean isRow(Statement statement) {
    return !statement.cells().isEmpty();
  }

  /** Whether a statement says something of its own, and not of other jobs. */
  private static boolean isPoint(Statement statement) {
    return statement.text().chars().anyMatch(Character::isLetter)
        && !LEADS.matcher(statement.text()).find()
        && !ASIDE.matcher(statement.text()).find()
        && !(isRow(statement) && MONEY_CELL.matcher(statement.text()).find())
        && !Narrowing.isUnderOthers(statement);
  }

  /** Education and experience have aspects of their own. */
  private boolean isSchoolOrYears(Statement statement) {
    return NO_EXPERIENCE.matcher(statement.text()).find()
        || knowledge.facts(statement).stream()
            .anyMatch(fact -> fact instanceof Fact.Education || fact instanceof Fact.Experience);
  }

  private Optional<Section> section(RoleDocument role, Job job, Topic topic) {
    if (topic == Topic.SKILLS || topic == Topic.EXPERIENCE || topic == Topic.EDUCATION) {
      List<Section> required = required(role, topic).toList();
      Optional<Section> named =
          required.stream().filter(section -> topic.names(section.heading())).findFirst();
      if (named.isPresent()) {
        return named;
      }
      if (!required.isEmpty() && !isNamedAnywhere(role, job, topic)) {
        return Optional.of(required.getFirst());
      }
    }
    return texts.section(
        role, job, topic, unlimited(topic.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
  }

  /** Whether a section of a role is headed with the topic of an aspect outright. */
  boolean isNamed(RoleDocument role, Aspect aspect) {
    return aspect.topic().filter(topic -> isNamedAnywhere(role, job(role), topic)).isPresent();
  }

  /** Whether a section of a job is headed with a topic outright. */
  private boolean isNamedAnywhere(RoleDocument role, Job job, Topic topic) {
    return texts.sections(role, job, topic).stream()
        .anyMatch(section -> topic.names(section.heading()));
  }

  /** The sections about a topic among what a role requires, in reading order. */
  private static Stream<Section> required(RoleDocument role, Topic topic) {
    return role.allSections().stream()
        .filter(section -> section.path().stream().anyMatch(Topic.REQUIREMENTS::heads))
        .filter(section -> topic.heads(section.heading()))
        .filter(section -> !Topic.SOFT_SKILLS.heads(section.heading()))
        .filter(section -> !section.allStatements().isEmpty());
  }

  /**
   * The sections about skills, those among the requirements and those that part the document; an
   * outer one holds its inner.
   */
  private List<Section> skills(RoleDocument role) {
    Job job = job(role);
    List<Section> required = required(role, Topic.SKILLS).toList();
    List<Section> named = texts.sections(role, job, Topic.SKILLS);
    List<Section> all =
        named.stream()
            .filter(section -> required.contains(section) || role.parts().contains(section))
            .toList();
    return all.isEmpty()
        ? section(role, job, Topic.SKILLS).stream().toList()
        : all.stream()
            .filter(section -> !isInside(section, all))
            .sorted(Orders.by(section -> Topic.REQUIREMENTS.heads(section.heading())))
            .toList();
  }

  /** Some of the claims, spread evenly over the headings they stand under, in their order. */
  private static Excerpt spread(List<Claim> claims, int most) {
    Map<List<String>, List<Claim>> byPath = new LinkedHashMap<>();
    claims.forEach(claim ->
        byPath
            .computeIfAbsent(claim.statements().getFirst().path(), _ -> new ArrayList<>())
            .add(claim));
    Set<Claim> chosen = new LinkedHashSet<>();
    for (int round = 0; chosen.size() < Math.min(most, claims.size()); round++) {
      for (List<Claim> group : byPath.values()) {
        if (round < group.size() && chosen.size() < most) {
          chosen.add(group.get(round));
        }
      }
    }
    return Excerpt.of(claims.stream().filter(chosen::contains).toList(), claims);
  }

  private static List<Claim> quotes(Collection<Statement> statements) {
    return statements.stream()
        .map(statement -> new Claim(TextAnswers.quote(statement), List.of(statement)))
        .toList();
  }

  private static Question unlimited(String text) {
    return new Question(
        text,
        text,
        List.of(),
        List.of(),
        List.of(),
        false,
        Limits.NONE,
        Form.PLAIN,
        List.of(),
        false,
        false);
  }
}
