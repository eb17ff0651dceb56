package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.Evidence.Surroundings;
import dev.rolewise.bot.answer.Mark.Kind;
import dev.rolewise.bot.answer.Reading.Name;
import dev.rolewise.bot.answer.Sentence.Form;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Refuses every sentence with a figure that does not follow from a statement it cites.
 *
 * <p>A figure follows if the statement, its cells and their column headings, what introduces it or
 * the headings above it state the same value in the same unit, as open as the sentence has it. A
 * sentence that names a job title, a place, an experience band, a part of pay, a statistic or a
 * year with the figure must have it from the statement too, or from what stands around it: what
 * stands nearest to the figure decides. The year a document is of counts as stated by each of its
 * statements. Headings may name figures and jobs only of the statements cited under them.
 *
 * <p>A sentence that cites nothing holds no figure, and a refusal holds none either; digits that
 * belong to the name of a job or a section are none. A sentence without a figure passes. Safe to
 * call from many threads.
 */
public final class GroundingCheck {
  private static final String NOT_COVERED = "The role documents do not cover that.";
  private static final int MIN_NAME_CHARS = 3;

  /** "An experienced one". */
  private static final Pattern THE_ONE =
      Pattern.compile("(?i)\\b(?:an?|the|this|which) (?:\\p{L}[\\p{L}-]* ){0,2}$");

  /** "One in Seattle", unlike "one in five". */
  private static final Pattern ONE_THERE = Pattern.compile("^ (?:in|at) \\p{Lu}\\p{Ll}");

  /** Statements that stay read between answers, of some 7 kB each. */
  private static final int MAX_READ = 500;

  private final KnowledgeBase knowledge;
  private final Map<String, Surroundings> surroundings = new ConcurrentHashMap<>();

  /** What was read of statements of the documents, those that were cited last. */
  private final Map<Statement, Evidence> read =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Statement, Evidence> eldest) {
              return size() > MAX_READ;
            }
          });

  /** A check that knows nothing of a document but what a citation says. */
  public GroundingCheck() {
    this(KnowledgeBase.of(new Documents(List.of(), List.of())));
  }

  /**
   * @param knowledge what was loaded; names of its jobs, places and bands are told apart
   */
  public GroundingCheck(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The answer without the sentences that do not hold, or a refusal if nothing is left. */
  Answer checked(Answer answer, Supplier<Answer> refusal) {
    // No switch: the first one over patterns costs a process several milliseconds.
    if (answer instanceof Answer.Answered answered) {
      return checkedAnswer(answered, refusal);
    }
    if (answer instanceof Answer.NotCovered missing) {
      return new Answer.NotCovered(withoutFigures(missing.message()), missing.suggestions());
    }
    return answer instanceof Answer.Clarify clarify && holdsFigure(clarify.message())
        ? new Answer.NotCovered(NOT_COVERED, clarify.suggestions())
        : answer;
  }

  private Answer checkedAnswer(Answer.Answered answered, Supplier<Answer> refusal) {
    List<Sentence> kept = new Walk(answered.citations()).kept(answered.sentences());
    if (kept.equals(answered.sentences())) {
      return answered;
    }
    boolean cites =
        kept.stream()
            .anyMatch(
                sentence -> sentence.form() != Form.HEADING && !sentence.citations().isEmpty());
    if (cites) {
      return renumbered(kept, answered);
    }
    return refusal.get() instanceof Answer.NotCovered missing
        ? new Answer.NotCovered(withoutFigures(missing.message()), missing.suggestions())
        : new Answer.NotCovered(NOT_COVERED, List.of());
  }

  /**
   * Whether a sentence holds by itself.
   *
   * @param citations the citations of its answer; a heading may rest on any of them
   */
  public boolean holds(Sentence sentence, List<Citation> citations) {
    var walk = new Walk(citations);
    return sentence.form() == Form.HEADING
        ? walk.headingHolds(sentence, walk.evidence(allNumbers(citations)))
        : walk.holds(sentence, Optional.empty());
  }

  /** Checks what a language model writes from some statements. */
  interface Written {
    /**
     * Whether a sentence holds: its figures, and its words as far as they tell.
     *
     * @param sentence holds only if it cites at least one statement
     * @param headings what stands above it, may be empty
     */
    boolean holds(Sentence sentence, List<Sentence> headings);
  }

  /**
   * A check that reads each statement once. Not thread-safe.
   *
   * @param citations the citations that sentences may choose from
   */
  Written ofWritten(List<Citation> citations) {
    return ofWritten(citations, "", new Readings());
  }

  /**
   * A check that reads each statement once. Not thread-safe.
   *
   * @param citations the citations that sentences may choose from
   * @param question what was asked, which sentences need not say again
   * @param readings reads the sentences
   */
  Written ofWritten(List<Citation> citations, String question, Readings readings) {
    var walk = new Walk(citations, readings);
    List<String> before = new ArrayList<>();
    return (sentence, headings) -> {
      List<String> told = new ArrayList<>(before);
      told.add(sentence.text());
      told.add(question);
      headings.forEach(heading -> told.add(heading.text()));
      boolean holds = holds(sentence, headings, walk) && walk.tellsOfWhom(sentence, told);
      if (holds) {
        before.clear();
        before.add(sentence.text());
      }
      return holds;
    };
  }

  private static boolean holds(Sentence sentence, List<Sentence> headings, Walk walk) {
    Optional<Sentence> titled =
        headings.stream()
            .filter(heading -> !walk.titles(heading).isEmpty())
            .reduce((_, last) -> last);
    return !sentence.citations().isEmpty()
        && walk.holds(sentence, titled)
        && WordingCheck.holds(
            walk.reading(sentence.text(), sentence.citations()),
            walk.evidence(sentence.citations()));
  }

  /**
   * The claims that hold where they stand under a heading, in their order.
   *
   * @param heading what the claims are about, such as the title of a role
   */
  public List<Claim> kept(String heading, List<Claim> claims) {
    var citations = new CitationList(knowledge);
    List<Sentence> sentences = new ArrayList<>();
    sentences.add(new Sentence(Form.HEADING, heading, List.of()));
    IdentityHashMap<Sentence, Claim> bySentence = new IdentityHashMap<>();
    for (Claim claim : claims) {
      var sentence = new Sentence(Form.ITEM, claim.text(), citations.cite(claim.statements()));
      sentences.add(sentence);
      bySentence.put(sentence, claim);
    }
    List<Claim> kept = new ArrayList<>();
    for (Sentence sentence : new Walk(citations.citations()).kept(sentences)) {
      Claim claim = bySentence.get(sentence);
      if (claim != null) {
        kept.add(claim);
      }
    }
    return List.copyOf(kept);
  }

  private static List<Integer> allNumbers(List<Citation> citations) {
    return citations.stream().map(Citation::number).toList();
  }

  /** One pass over an answer; reads each cited statement once. */
  private final class Walk {
    private final List<Citation> citations;
    private final Readings readings;
    private final Map<Integer, Evidence> read = new HashMap<>();
    private final Map<List<String>, Map<String, Reading>> named = new HashMap<>();

    Walk(List<Citation> citations) {
      this(citations, new Readings());
    }

    Walk(List<Citation> citations, Readings readings) {
      this.citations = citations;
      this.readings = readings;
    }

    List<Sentence> kept(List<Sentence> sentences) {
      List<Sentence> kept = new ArrayList<>();
      Optional<Sentence> titled = Optional.empty();
      boolean dropping = false;
      for (int i = 0; i < sentences.size(); i++) {
        Sentence sentence = sentences.get(i);
        if (sentence.form() == Form.HEADING) {
          dropping = !headingHolds(sentence, evidence(numbersUnder(sentences, i)));
          if (!dropping && !titles(sentence).isEmpty()) {
            titled = Optional.of(sentence);
          }
          if (!dropping) {
            kept.add(sentence);
          }
        } else if (!dropping && holds(sentence, titled)) {
          kept.add(sentence);
        }
      }
      return withoutEmptyHeadings(kept, sentences);
    }

    private static List<Integer> numbersUnder(List<Sentence> sentences, int heading) {
      Set<Integer> numbers = new LinkedHashSet<>(sentences.get(heading).citations());
      boolean item = false;
      for (int i = heading + 1; i < sentences.size(); i++) {
        Sentence sentence = sentences.get(i);
        if (sentence.form() == Form.HEADING && item) {
          break;
        }
        item |= sentence.form() != Form.HEADING;
        numbers.addAll(sentence.citations());
      }
      return List.copyOf(numbers);
    }

    List<Evidence> evidence(List<Integer> numbers) {
      List<Evidence> evidence = new ArrayList<>();
      for (int number : numbers) {
        if (number >= 1 && number <= citations.size()) {
          evidence.add(
              read.computeIfAbsent(
                  number, n -> GroundingCheck.this.evidence(citations.get(n - 1))));
        }
      }
      return evidence;
    }

    /** The jobs that a heading names. */
    List<Mark> titles(Sentence heading) {
      return readings.of(heading.text()).marks(Kind.TITLE);
    }

    boolean headingHolds(Sentence sentence, List<Evidence> under) {
      for (Evidence evidence : under) {
        Citation citation = evidence.citation();
        if (sentence.text().equals(citation.title())
            || citation.statement().path().contains(sentence.text())) {
          return true;
        }
      }
      Reading heading = readings.of(sentence.text());
      for (Figure figure : heading.figures()) {
        boolean held =
            under.stream().anyMatch(evidence -> evidence.supportsInHeading(figure, heading))
                || isWordFromNames(figure, heading);
        if (!held) {
          return false;
        }
      }
      return !holdsOddDigit(heading, under)
          && (heading.looseNumbers().isEmpty()
              || under.stream().anyMatch(e -> e.holdsLooseNumbers(heading.looseNumbers())));
    }

    boolean holds(Sentence sentence, Optional<Sentence> heading) {
      if (sentence.citations().isEmpty()) {
        return !holdsFigure(sentence.text());
      }
      if (sentence.citations().stream().anyMatch(n -> n > citations.size())) {
        return false;
      }
      List<Evidence> evidence = List.of();
      List<Mark> titles = List.of();
      if (heading.isPresent()) {
        boolean ofDocument =
            sentence.citations().stream()
                .allMatch(n ->
                    heading.get().text().startsWith(citations.get(n - 1).title())
                        || namesSubject(heading.get(), citations.get(n - 1)));
        titles =
            ofDocument
                ? List.of()
                : reading(heading.get().text(), sentence.citations()).marks(Kind.TITLE);
        if (!titles.isEmpty()) {
          evidence = evidence(sentence.citations());
          for (Mark title : titles) {
            if (evidence.stream().noneMatch(e -> e.says(title) || isSubject(title, e))) {
              return false;
            }
          }
        }
      }
      for (int number : sentence.citations()) {
        var statement = citations.get(number - 1).statement();
        if (sentence.text().equals(statement.text())
            || (!statement.cells().isEmpty()
                && sentence.text().equals(TextAnswers.quote(statement)))) {
          return true;
        }
      }
      Reading reading = reading(sentence.text(), sentence.citations());
      Set<String> loose = reading.looseNumbers();
      if (reading.figures().isEmpty() && loose.isEmpty() && !hasOddDigit(sentence.text())) {
        return true;
      }
      evidence = evidence(sentence.citations());
      return figuresHold(reading, loose, evidence, titles);
    }

    /** Whether texts, the sentence among them, tell of whom its figures are as statements do. */
    boolean tellsOfWhom(Sentence sentence, List<String> texts) {
      List<Figure> figures =
          readings.of(sentence.text()).figures().stream()
              .filter(figure ->
                  switch (figure.kind()) {
                    case MONEY, PERCENT, COUNT -> true;
                    case YEARS, CALENDAR_YEAR, PERCENTILE, NAME -> false;
                  })
              .toList();
      if (figures.isEmpty()) {
        return true;
      }
      List<Evidence> evidence = evidence(sentence.citations());
      var told =
          new Context(texts.stream().map(text -> reading(text, sentence.citations())).toList());
      return figures.stream()
          .allMatch(figure -> {
            List<Evidence> telling = evidence.stream().filter(one -> one.says(figure)).toList();
            return telling.isEmpty()
                || telling.stream()
                    .anyMatch(
                        one -> one.isToldOfWhom(figure, told) && isToldApart(figure, told, one));
          });
    }

    /** Whether a text says which of several amounts of the same job a figure is. */
    private boolean isToldApart(Figure figure, Context told, Evidence evidence) {
      List<Fact.Pay> own =
          knowledge.facts(evidence.citation().statement()).stream()
              .filter(
                  fact -> fact instanceof Fact.Pay pay && FigureMatch.isEndOf(figure, pay.amount()))
              .map(Fact.Pay.class::cast)
              .toList();
      return own.isEmpty() || own.stream().anyMatch(pay -> isToldApart(pay, told, evidence));
    }

    private boolean isToldApart(Fact.Pay pay, Context told, Evidence evidence) {
      if (!isToldOfJob(pay, told)) {
        return false;
      }
      Optional<Mark> statistic = Mark.of(pay.statistic());
      boolean saysMeasure = Mark.of(pay.measure()).map(told::says).orElse(true);
      boolean saysStatistic = statistic.map(told::says).orElse(true);
      if (saysMeasure && saysStatistic) {
        return true;
      }
      List<Fact.Pay> others =
          knowledge.facts(evidence.citation().document()).stream()
              .filter(fact -> fact instanceof Fact.Pay other && isOfSame(other, pay))
              .map(Fact.Pay.class::cast)
              .toList();
      return (saysMeasure
              || others.stream()
                  .allMatch(other ->
                      other.measure() == pay.measure()
                          || !Mark.of(other.statistic()).equals(statistic)))
          && (saysStatistic
              || others.stream()
                  .allMatch(other ->
                      other.measure() != pay.measure()
                          || Mark.of(other.statistic()).equals(statistic)));
    }

    /** Whether the last word of a job that a statement names, beside its role, is said. */
    private static boolean isToldOfJob(Fact.Pay pay, Context told) {
      List<String> job = WordingCheck.words(pay.subject().jobTitle());
      if (pay.subject().isDocumentRole() || job.isEmpty() || Reading.isAnyJob(job.getLast())) {
        return true;
      }
      String head = WordingCheck.stem(job.getLast());
      return told.stems().contains(head)
          || WordingCheck.words(pay.statement().text()).stream()
              .map(WordingCheck::stem)
              .noneMatch(head::equals);
    }

    private static boolean isOfSame(Fact.Pay other, Fact.Pay pay) {
      String title = pay.subject().jobTitle();
      return !other.amount().equals(pay.amount())
          && other.subject().band().equals(pay.subject().band())
          && other.subject().place().equals(pay.subject().place())
          && (other.subject().jobTitle().equals(title)
              || JobName.of(other.subject().jobTitle()).isSameAs(JobName.of(title)));
    }

    /** Whether a heading begins with the very title that the facts of a line are all about. */
    private boolean namesSubject(Sentence heading, Citation citation) {
      List<Fact> facts = knowledge.facts(citation.statement());
      return !facts.isEmpty()
          && facts.stream()
              .map(fact -> fact.subject().jobTitle())
              .allMatch(title -> title.indexOf(' ') > 0 && heading.text().startsWith(title));
    }

    /** Whether a fact of the statement is about the job, which a sentence in front may name. */
    private boolean isSubject(Mark title, Evidence evidence) {
      return knowledge.facts(evidence.citation().statement()).stream()
          .map(fact -> Mark.of(Kind.TITLE, JobName.of(fact.subject().jobTitle())))
          .anyMatch(title::agrees);
    }

    /** The reading of a text in which what the cited documents name counts. */
    private Reading reading(String text, List<Integer> numbers) {
      List<String> documents =
          numbers.stream().map(n -> citations.get(n - 1).document()).distinct().toList();
      return named
          .computeIfAbsent(documents, _ -> new HashMap<>())
          .computeIfAbsent(text, one -> readings.of(one).with(names(documents)));
    }

    private List<Name> names(List<String> documents) {
      return documents.stream().flatMap(document -> around(document).names().stream()).toList();
    }
  }

  private static boolean figuresHold(
      Reading reading, Set<String> loose, List<Evidence> evidence, List<Mark> titles) {
    if (!loose.isEmpty() && evidence.stream().noneMatch(e -> e.holdsLooseNumbers(loose))) {
      return false;
    }
    for (char sign : reading.looseSigns().toCharArray()) {
      if (evidence.stream().noneMatch(e -> e.holdsSign(sign))) {
        return false;
      }
    }
    if (holdsOddDigit(reading, evidence) || hasHiddenCharacter(reading.text())) {
      return false;
    }
    Set<Figure> used = Evidence.newUse();
    for (Figure figure : reading.figures()) {
      boolean held =
          figure.kind() == Figure.Kind.NAME
              ? nameHolds(figure, reading, evidence)
              : evidence.stream().anyMatch(e -> e.supports(figure, reading, titles, used));
      if (!held) {
        return false;
      }
    }
    return true;
  }

  /** A number in a name stands in the statement as it is; "one" may be a pronoun. */
  private static boolean nameHolds(Figure figure, Reading reading, List<Evidence> evidence) {
    if (figure.wording().equalsIgnoreCase("one")) {
      return isPronoun(figure, reading) || evidence.stream().anyMatch(Evidence::saysOne);
    }
    String run = run(reading.text(), figure.start(), figure.end());
    return evidence.stream().anyMatch(e -> e.holdsText(run));
  }

  private static boolean isPronoun(Figure figure, Reading reading) {
    String behind = reading.wordBehind(figure.end());
    String front = reading.text().substring(0, figure.start());
    if (behind.isEmpty()) {
      return THE_ONE.matcher(front).find();
    }
    if (ONE_THERE.matcher(reading.text()).region(figure.end(), reading.text().length()).find()) {
      return true;
    }
    return switch (behind) {
      case "of", "another", "who", "that", "which", "can", "must", "should", "needs", "s" -> true;
      default -> false;
    };
  }

  /** The characters up to the next white space on either side, without punctuation at the ends. */
  private static String run(String text, int start, int end) {
    int from = start;
    int to = end;
    while (from > 0 && !Character.isWhitespace(text.charAt(from - 1))) {
      from--;
    }
    while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
      to++;
    }
    while (from < start && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    while (to > end
        && !Character.isLetterOrDigit(text.charAt(to - 1))
        && text.charAt(to - 1) != ')') {
      to--;
    }
    return text.substring(from, to);
  }

  /** Digits of other scripts, fractions and raised digits count only as they stand. */
  private static boolean holdsOddDigit(Reading reading, List<Evidence> evidence) {
    String text = reading.text();
    for (int i = 0; i < text.length(); i++) {
      if (isOddDigit(text.charAt(i))) {
        String run = run(text, i, i + 1);
        if (evidence.stream().noneMatch(e -> e.holdsText(run))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean hasOddDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isOddDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOddDigit(char c) {
    if (c < 128) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      // mathematical digits lie beyond the basic plane
      case Character.SURROGATE -> Character.isHighSurrogate(c) && c == '\ud835';
      default -> false;
    };
  }

  /** Characters that show a figure in another order than it is written. */
  private static boolean hasHiddenCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 128 && Character.getType(c) == Character.FORMAT) {
        return true;
      }
    }
    return false;
  }

  private static List<Sentence> withoutEmptyHeadings(List<Sentence> kept, List<Sentence> original) {
    if (kept.size() == original.size()) {
      return kept;
    }
    List<Sentence> result = new ArrayList<>(kept);
    for (int i = result.size() - 1; i >= 0; i--) {
      boolean last = i == result.size() - 1;
      boolean followed = !last && !isNewGroup(result, i, original);
      if (result.get(i).form() == Form.HEADING && !followed) {
        result.remove(i);
      }
    }
    return result;
  }

  /** Whether the heading behind a heading did not stand directly behind it before. */
  private static boolean isNewGroup(List<Sentence> kept, int index, List<Sentence> original) {
    if (kept.get(index + 1).form() != Form.HEADING) {
      return false;
    }
    int before = original.indexOf(kept.get(index));
    return before + 1 >= original.size() || !original.get(before + 1).equals(kept.get(index + 1));
  }

  /** Whether a text that cites nothing holds a figure that is no part of a name. */
  private boolean holdsFigure(String text) {
    if (hasOddDigit(text)) {
      return true;
    }
    Reading reading = Reading.of(text);
    if (!reading.looseNumbers().isEmpty()) {
      return true;
    }
    for (Figure figure : reading.figures()) {
      if (!isWordFromNames(figure, reading)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a figure is the word "one" or stands inside a name that the documents use. */
  private boolean isWordFromNames(Figure figure, Reading reading) {
    return switch (figure.kind()) {
      case MONEY, PERCENT, PERCENTILE, YEARS -> false;
      case NAME, COUNT, CALENDAR_YEAR ->
          figure.wording().equalsIgnoreCase("one") || isInName(figure, reading.text());
    };
  }

  private boolean isInName(Figure figure, String text) {
    for (Job job : knowledge.jobs().jobs()) {
      if (covers(text, job.title(), figure)) {
        return true;
      }
    }
    for (RoleDocument document : knowledge.documents()) {
      if (covers(text, document.title(), figure)) {
        return true;
      }
      for (Section section : document.allSections()) {
        if (covers(text, section.heading(), figure)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean covers(String text, String name, Figure figure) {
    if (name.length() < MIN_NAME_CHARS || !hasLetter(name)) {
      return false;
    }
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (at <= figure.start() && at + name.length() >= figure.end()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasLetter(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  /** The sentences of a message that hold no figure. */
  private String withoutFigures(String message) {
    if (!holdsFigure(message)) {
      return message;
    }
    List<String> kept = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < message.length(); i++) {
      boolean end =
          i == message.length() - 1
              || (message.charAt(i) == '.' && Character.isWhitespace(message.charAt(i + 1)));
      if (end) {
        String sentence = message.substring(start, i + 1).strip();
        if (!sentence.isEmpty() && !holdsFigure(sentence)) {
          kept.add(sentence);
        } else if (kept.isEmpty()) {
          kept.add(NOT_COVERED);
        }
        start = i + 1;
      }
    }
    return String.join(" ", kept);
  }

  private Evidence evidence(Citation citation) {
    Statement statement = citation.statement();
    Evidence known = read.get(statement);
    if (known == null) {
      known = new Evidence(citation, around(citation.document()));
      if (knowledge.find(citation.document()).isPresent()) {
        read.put(statement, known);
      }
    }
    return known;
  }

  private Surroundings around(String document) {
    return surroundings.computeIfAbsent(
        document,
        id ->
            knowledge
                .find(id)
                .map(found -> new Surroundings(found.aliases(), found.currency(), namesOf(found)))
                .orElse(Surroundings.NONE));
  }

  /** Names that the facts of a document are about, beside those that are known in general. */
  private List<Name> namesOf(RoleDocument document) {
    Set<Name> names = new LinkedHashSet<>();
    add(names, Kind.TITLE, document.title(), JobName.of(document.title()));
    for (String alias : document.aliases()) {
      add(names, Kind.TITLE, alias, JobName.of(alias));
    }
    findShort(document.title())
        .ifPresent(job -> {
          add(names, Kind.TITLE, job, JobName.of(document.title()));
          add(names, Kind.TITLE, job + "s", JobName.of(document.title()));
        });
    for (Fact fact : knowledge.facts(document.id())) {
      var subject = fact.subject();
      add(names, Kind.TITLE, subject.jobTitle(), JobName.of(subject.jobTitle()));
      subject.place().ifPresent(place -> add(names, Kind.PLACE, place.name(), place));
      subject
          .band()
          .map(Band::name)
          .filter(name -> name.chars().noneMatch(Character::isDigit))
          .ifPresent(name -> {
            String key = name.toLowerCase(Locale.ROOT).replace('-', ' ');
            add(names, Kind.BAND, name, key);
            add(names, Kind.BAND, key, key);
            add(names, Kind.BAND, key.replace(' ', '-'), key);
          });
    }
    return List.copyOf(names);
  }

  /** The last word of a title if it is a job, and no other job of the documents ends so. */
  private Optional<String> findShort(String title) {
    String last = title.substring(title.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    boolean isOther =
        last.length() == title.length()
            || Reading.isAnyJob(last)
            || !JobTitles.isHead(last)
            || knowledge.jobs().jobs().stream()
                .map(Job::title)
                .anyMatch(job ->
                    Words.of(job).stream().map(Words::singular).anyMatch(last::equals)
                        && !JobName.of(job).isSameAs(JobName.of(title)));
    return isOther ? Optional.empty() : Optional.of(last);
  }

  private static void add(Set<Name> names, Kind kind, String name, Object key) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    if (lower.length() >= MIN_NAME_CHARS && hasLetter(lower)) {
      names.add(new Name(kind, lower, key));
    }
  }

  private static Answer renumbered(List<Sentence> sentences, Answer.Answered answered) {
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    List<Citation> citations = new ArrayList<>();
    List<Sentence> result = new ArrayList<>();
    for (Sentence sentence : sentences) {
      List<Integer> own = new ArrayList<>();
      for (int old : sentence.citations()) {
        if (!numbers.containsKey(old)) {
          Citation citation = answered.citations().get(old - 1);
          citations.add(
              new Citation(
                  citations.size() + 1,
                  citation.title(),
                  citation.source(),
                  citation.asOf(),
                  citation.market(),
                  citation.statement()));
          numbers.put(old, citations.size());
        }
        own.add(numbers.getOrDefault(old, 1));
      }
      result.add(new Sentence(sentence.form(), sentence.text(), own));
    }
    return new Answer.Answered(result, citations, answered.suggestions());
  }
}
