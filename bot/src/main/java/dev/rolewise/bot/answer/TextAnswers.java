package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Bands;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Filter;
import dev.rolewise.knowledge.retrieval.Passage;
import dev.rolewise.knowledge.retrieval.Question;
import dev.rolewise.knowledge.retrieval.Question.Mention;
import dev.rolewise.knowledge.retrieval.Retrieval.Found;
import dev.rolewise.knowledge.retrieval.SectionMatch;
import dev.rolewise.knowledge.retrieval.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Answers by quoting: whole lists where a list is asked for, single statements otherwise. */
final class TextAnswers {
  /** Similarity under which a question that names a role is taken to ask for something else. */
  private static final double MIN_SIMILARITY_WITH_JOB = 0.15;

  /** Similarity under which a question in words that nothing about the role has is not covered. */
  private static final double MIN_SIMILARITY_OF_UNTOLD = 0.25;

  /** Share of telling words that what is said of a role must have. */
  private static final double MIN_OWN_COVERAGE = 0.3;

  /** Similarity under which a question in words the documents lack is taken to be not covered. */
  private static final double MIN_SIMILARITY_OF_UNKNOWN = 0.40;

  /** The same for one that names no role and has no word that any document has. */
  private static final double MIN_SIMILARITY_OF_NEW_WORDS = 0.45;

  /** The same for one that wants a thing that no document speaks of. */
  private static final double MIN_SIMILARITY_OF_ERRAND = 0.58;

  /** Similarity under which a question that names no role is taken to be off topic. */
  private static final double MIN_SIMILARITY = 0.36;

  /** Similarity from which on a statement is what is asked for, whatever words it has. */
  private static final double CLOSE = 0.33;

  /** Share of telling words the documents must know for a question to be taken at its words. */
  private static final double MIN_COVERAGE = 0.5;

  /** Words that begin with so many equal letters are taken for forms of one. */
  private static final int MIN_COMMON_START = 5;

  /** So many words beside a job ask for nothing but what it is. */
  private static final int MAX_BARE_WORDS = 2;

  private static final double FOLLOWERS = 0.80;
  private static final double FIGURE_FOLLOWERS = 0.93;

  /** Of so many statements that bear on a question most, what is not said yet may be added. */
  private static final int MAX_RANK = 8;

  private static final int MAX_ADDED = 2;

  /** How much less likely to be asked for they may be than the first, as a logarithm of odds. */
  private static final double MARGIN = 1.5;

  private static final double FIGURE_MARGIN = 0.3;

  /** What an answer typically has at most. */
  private static final int TYPICAL_CHARS = 700;

  private static final double SECTION_WEIGHT = 0.6;
  private static final double TOPIC_BONUS = 0.25;
  private static final int WHOLE_SECTION_CHARS = 800;
  private static final int MAX_LISTED = 8;
  private static final int PART_CHARS = 1_100;
  private static final int MAX_STATEMENTS = 4;
  private static final int PASSAGES = 60;

  /** Of so many statements the one whose figure is asked for is chosen by its words. */
  private static final int WITH_FIGURE = 24;

  private final KnowledgeBase knowledge;
  private final Search search;
  private final Scopes scopes;

  /** The words of the statements of each document asked about so far. */
  private final Map<String, List<Set<String>>> words = new ConcurrentHashMap<>();

  TextAnswers(KnowledgeBase knowledge, Search search) {
    this.knowledge = knowledge;
    this.search = search;
    scopes = new Scopes(knowledge);
  }

  Answer answer(Question question, Refusals refusals, Suggestions suggestions) {
    var draft = new Draft(knowledge);
    Optional<Topic> topic = topic(question);
    if (question.mentions().isEmpty()) {
      quoteStatements(draft, question, Optional.empty(), topic, MAX_STATEMENTS);
    } else {
      Set<Job> jobs = new LinkedHashSet<>();
      question.mentions().forEach(mention -> jobs.add(preferred(mention)));
      Optional<CareerWay> way = careerWay(question, topic);
      for (Job job : jobs) {
        if (way.isPresent() && scopes.describes(job)) {
          quoteWay(draft, question, job, way.get(), jobs.size());
          continue;
        }
        if (topic.isPresent() && question.rest().isEmpty() && isUntold(topic.get(), job)) {
          quoteSoftSkills(draft, topic.get(), job);
          continue;
        }
        if (asksUntold(question, job)) {
          continue;
        }
        List<Statement> row = experienceRow(question, topic, job);
        if (!row.isEmpty()) {
          quoteInOrder(draft, row, List.of());
          continue;
        }
        Optional<Section> part = topic.flatMap(asked -> part(job, asked, question));
        if (part.isPresent()) {
          RoleDocument document = scopes.document(job).flatMap(knowledge::find).orElseThrow();
          int budget = (Draft.MAX_CHARS - 150) / jobs.size();
          quoteSection(draft, document, part.get(), listed(part.get()), budget);
          continue;
        }
        boolean unknownWords =
            topic.isPresent()
                && isListOf(topic.get(), question)
                && coverageOfRest(question) < MIN_COVERAGE
                && closest(question, job) < CLOSE;
        boolean general =
            question.guessed() && topic.isPresent() && isGeneral(question, job, topic.get());
        if ((isList(question, topic) || unknownWords || general)
            && quoteList(draft, question, job, topic.orElseThrow(), jobs.size())) {
          continue;
        }
        int before = draft.chars();
        int most = jobs.size() > 1 ? 2 : MAX_STATEMENTS;
        quoteStatements(draft, question, Optional.of(job), topic, most);
        if (draft.chars() == before && topic.isPresent() && isListOf(topic.get(), question)) {
          // the words beside the topic say nothing here, the topic itself does
          quoteList(draft, question, job, topic.get(), jobs.size());
        }
      }
    }
    return draft.isEmpty()
        ? refusals.nothingFound(question)
        : draft.answer(suggestions.after(question, topic.orElse(Topic.OVERVIEW)));
  }

  /** Whether the words of a question point at nothing particular in the sections on its topic. */
  private boolean isGeneral(Question question, Job job, Topic topic) {
    if (topic == Topic.OVERVIEW) {
      return true;
    }
    if (OF_PARTICULARS.contains(topic) || isNumeric(question)) {
      return false;
    }
    Set<String> asked = new HashSet<>(Words.canonical(String.join(" ", question.rest())));
    return scopes
        .document(job)
        .flatMap(knowledge::find)
        .map(document -> sections(document, job, topic))
        .filter(sections ->
            !sections.isEmpty()
                && sections.stream()
                    .flatMap(section -> section.allStatements().stream())
                    .noneMatch(s -> contains(s.text(), asked) || contains(introduction(s), asked)))
        .isPresent();
  }

  /** Topics whose sections gather what has little to do with each other. */
  private static final Set<Topic> OF_PARTICULARS =
      Set.of(Topic.TOOLS, Topic.WORK_ENVIRONMENT, Topic.BENEFITS, Topic.LICENCES);

  static Job preferred(Mention mention) {
    return mention.jobs().stream()
        .filter(job -> job.role().isPresent())
        .findFirst()
        .orElse(mention.jobs().getFirst());
  }

  /** Whether a question asks about something that nothing in the document of a job speaks of. */
  boolean asksUntold(Question question, Job job) {
    return Subject.untold(question.text(), statementsOf(job)).isPresent()
        || asksUntoldAverage(question, job)
        || isUntoldErrand(question);
  }

  /** "A poem about nurses": what is wanted is nothing that any document speaks of. */
  private boolean isUntoldErrand(Question question) {
    return Errand.of(question.text())
        .filter(question.rest()::contains)
        .filter(this::isUntold)
        .isPresent();
  }

  private boolean isUntold(String word) {
    return search.coverage(word) == 0;
  }

  /** "The average age of a nurse" where nothing tells of an age. */
  private boolean asksUntoldAverage(Question question, Job job) {
    Matcher matcher = AVERAGE_OF.matcher(question.text());
    while (matcher.find()) {
      String noun = matcher.group("noun");
      if (question.rest().contains(noun.toLowerCase(Locale.ROOT))) {
        Set<String> words = Set.copyOf(Words.canonical(noun));
        String document = job.role().orElse(job.documents().getFirst());
        return wordsHeld(document, words) == 0;
      }
    }
    return false;
  }

  private static final Pattern AVERAGE_OF =
      Pattern.compile(
          "(?i)\\b(?:average|mean|median|typical|usual|normal|legal|minimum|maximum)(?:"
              + " \\p{L}+){0,2}? (?<noun>\\p{L}{3,})(?= (?:of|for|among|in|as|at)\\b|\\W*$)");

  /** Whether a document describes the job in sections of its own or as a whole. */
  boolean describes(Job job) {
    return scopes.describes(job);
  }

  /** Whether documents say more of a job than that it is similar to theirs. */
  boolean isTold(Job job) {
    return !scopes.isOnlyListed(job);
  }

  /** Whether the titles of most documents share a word, as those on roles in one field do. */
  boolean areOfOneField() {
    Map<String, Integer> having = new HashMap<>();
    for (RoleDocument document : knowledge.documents()) {
      Set.copyOf(Words.canonical(document.title()))
          .forEach(word -> having.merge(word, 1, Integer::sum));
    }
    int documents = knowledge.documents().size();
    return documents < MIN_FIELDS
        || having.values().stream().anyMatch(count -> 2 * count >= documents);
  }

  private static final int MIN_FIELDS = 4;

  /** Whether so many documents have a word that it tells none of them from the others. */
  boolean isWidelySaid(String word) {
    List<String> words = Words.canonical(word);
    int least = Math.max(MIN_FIELDS, knowledge.documents().size() / MAX_PER_WIDE_WORD);
    return search.coverage(word) > 0
        && knowledge.documents().stream()
                .filter(document ->
                    document.statements().stream().anyMatch(s -> wordsOf(s).containsAll(words)))
                .limit(least)
                .count()
            >= least;
  }

  private static final int MAX_PER_WIDE_WORD = 3;

  /** How many of the words a document has. */
  long wordsHeld(String document, Set<String> words) {
    Set<String> own = new HashSet<>();
    knowledge.find(document).stream()
        .flatMap(found -> found.statements().stream())
        .forEach(statement -> own.addAll(wordsOf(statement)));
    return words.stream().filter(own::contains).count();
  }

  /** The statements that describe a job, in reading order. */
  List<Statement> statements(Job job) {
    Predicate<Section> own = scopes.filter(job).sections();
    return scopes
        .document(job)
        .flatMap(knowledge::find)
        .map(document ->
            document.allSections().stream()
                .filter(own)
                .flatMap(section -> section.statements().stream())
                .toList())
        .orElse(List.of());
  }

  /** Everything the document of a job says, whatever it is about. */
  private List<Statement> statementsOf(Job job) {
    return knowledge.find(job.role().orElse(job.documents().getFirst())).stream()
        .flatMap(document -> document.statements().stream())
        .toList();
  }

  /** Statements about a part of pay that are no amount, such as a share of the base. */
  Optional<Answer> aboutPay(Question question, Measure measure, Suggestions suggestions) {
    var draft = new Draft(knowledge);
    for (Mention mention : question.mentions()) {
      Job job = preferred(mention);
      if (job.role().isEmpty()) {
        continue;
      }
      RoleDocument document = knowledge.find(job.role().get()).orElseThrow();
      if (search.coverage(String.join(" ", question.rest())) <= 0.6) {
        continue;
      }
      List<Statement> labelled =
          document.statements().stream().filter(s -> PayTerms.names(measure, label(s))).toList();
      List<Statement> told =
          labelled.isEmpty()
              ? document.statements().stream()
                  .filter(s -> PayTerms.names(measure, s.text()))
                  .toList()
              : labelled;
      List<Statement> figured = told.stream().filter(TextAnswers::hasFigure).toList();
      List<Statement> statements = (figured.isEmpty() ? told : figured).stream().limit(3).toList();
      if (!statements.isEmpty()) {
        draft.heading(job.title());
        statements.forEach(s -> draft.item(quote(s), List.of(s)));
      }
    }
    return draft.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.answer(suggestions.after(question, Topic.BENEFITS)));
  }

  /** What else a job is called, where that is asked for, as far as its document says so. */
  Optional<Answer> otherNames(Question question, Refusals refusals, Suggestions suggestions) {
    if (!ASKS_NAMES.matcher(question.text()).find() || question.mentions().size() != 1) {
      return Optional.empty();
    }
    Job job = preferred(question.mentions().getFirst());
    Set<String> title = Set.copyOf(Words.canonical(job.title()));
    List<Statement> told = scopes.describes(job) ? statements(job) : List.of();
    return told.stream()
        .filter(s -> !Asides.isAside(s.path()) && namesOther(s.text(), title))
        .findFirst()
        .<Answer>map(statement -> {
          var draft = new Draft(knowledge);
          draft.heading(job.title());
          draft.item(quote(statement), List.of(statement));
          return draft.answer(suggestions.after(question, Topic.OVERVIEW));
        })
        .or(() -> Optional.of(refusals.nothingFound(question)));
  }

  /**
   * Whether a statement says what the job with a title is called, and not what something else is.
   */
  private static boolean namesOther(String text, Set<String> title) {
    Matcher matcher = NAMES.matcher(text);
    while (matcher.find()) {
      String clause = LAST_CLAUSE.matcher(text.substring(0, matcher.start())).replaceFirst("");
      if (clause.isBlank()
          || OF_THE_JOB.matcher(clause).find()
          || Words.canonical(clause).stream().anyMatch(title::contains)) {
        return true;
      }
    }
    return false;
  }

  /** All up to the clause that a text ends with. */
  private static final Pattern LAST_CLAUSE = Pattern.compile("(?s)^.*[.;:·|•]");

  private static final Pattern OF_THE_JOB =
      Pattern.compile("(?i)\\b(?:they|these|this (?:job|role|occupation|trade)|you|workers)\\b");

  private static final Pattern ASKS_NAMES =
      Pattern.compile(
          "(?i)\\b(?:a\\.?k\\.?a\\b|(?:other|another|different|alternative|second) (?:job"
              + " )?(?:names?|titles?)|aliases|alias|synonyms?|(?:else|also) (?:is|are|do|does|can)"
              + " .{2,60}\\b(?:called|known|call)\\b(?! (?:for|to|on|in|out)\\b)"
              + "|(?:else|also) (?:called|known))");
  private static final Pattern NAMES =
      Pattern.compile(
          "(?i)\\b(?:(?:is|are|be|also|commonly|often|sometimes|otherwise|frequently|simply|formerly)(?:"
              + " \\w+){0,2} (?:called|known as|titled|referred to(?: as)?|named)\\b(?=:? \\S)(?!"
              + " (?:out|in|on|up|upon|back|to|by|for|away|when|if)\\b)|also known\\b|go(?:es)? by"
              + " the names?|(?:other|alternative|reported|alternate) (?:job )?(?:names|titles)\\b"
              + "|a\\.?k\\.?a\\b|synonyms?\\b)");

  private static final Pattern EXAMPLES =
      Pattern.compile("(?i)\\b(?:such as|for example|for instance|including|e\\.g\\.)");

  private static final Pattern ASKS_WHICH =
      Pattern.compile(
          "(?i)\\b(?:which|what)(?: \\w+){0,2} (?:tools|frameworks|software|technologies"
              + "|languages|libraries|platforms|programs|equipment)\\b");

  private static final int MAX_NAMING = 3;

  /**
   * "Which frameworks": the statements of a role that name examples of what is asked for.
   *
   * @param told the answer without them
   * @return empty if that answer tells them or there are none
   */
  Optional<Answer> naming(Question question, Answer told, Suggestions suggestions) {
    if (question.mentions().size() != 1) {
      return Optional.empty();
    }
    Job job = preferred(question.mentions().getFirst());
    Optional<Topic> topic =
        question.topics().stream().filter(t -> t == Topic.LICENCES || t == Topic.TOOLS).findFirst();
    boolean aside =
        topic
            .filter(t -> Topic.LICENCES == t || ASKS_WHICH.matcher(question.text()).find())
            .isEmpty();
    if (topic.isEmpty() || aside || job.role().isEmpty()) {
      return Optional.empty();
    }
    RoleDocument document = knowledge.find(job.role().get()).orElseThrow();
    Set<String> asked = new HashSet<>();
    topic.get().wordsIn(question.text()).forEach(word -> asked.addAll(Words.canonical(word)));
    boolean isTold =
        told.citations().stream()
            .map(Citation::statement)
            .anyMatch(s ->
                contains(String.join(" ", s.path()), asked)
                    || contains(String.join(" ", s.lead()), asked)
                    || (contains(s.text(), asked)
                        && (s.text().indexOf(':') > 0 || EXAMPLES.matcher(s.text()).find())));
    List<Statement> naming =
        document.statements().stream()
            .filter(s -> EXAMPLES.matcher(s.text()).find())
            .filter(s -> contains(s.text(), asked))
            .filter(
                s -> Figures.in(s.text()).stream().noneMatch(f -> f.kind() == Figure.Kind.MONEY))
            .limit(MAX_NAMING)
            .toList();
    if (isTold || naming.isEmpty()) {
      return Optional.empty();
    }
    var draft = new Draft(knowledge);
    draft.heading(job.title());
    naming.forEach(s -> draft.item(quote(s), List.of(s)));
    return Optional.of(draft.answer(suggestions.after(question, topic.get())));
  }

  private static boolean contains(String text, Set<String> words) {
    return Words.canonical(text).stream().anyMatch(words::contains);
  }

  /** Statements that tell how pay in a place differs, where no amount for it is known. */
  Optional<Answer> aboutPlaces(Question question, Suggestions suggestions) {
    return aboutPlaces(
        question,
        suggestions,
        told -> {
          List<Statement> there =
              told.stream().filter(s -> names(s, question.limits().places())).toList();
          List<Statement> figured = there.stream().filter(TextAnswers::hasShare).toList();
          return (figured.isEmpty()
                  ? there.stream().filter(TextAnswers::compares)
                  : figured.stream())
              .limit(MAX_TOLD)
              .toList();
        });
  }

  /** Statements that tell in which places pay is higher or lower than elsewhere. */
  Optional<Answer> placesThatPay(Question question, Suggestions suggestions) {
    return aboutPlaces(
        question,
        suggestions,
        told ->
            told.stream()
                .filter(s -> compares(s) && !Places.in(s.text()).isEmpty())
                .limit(MAX_LISTED)
                .toList());
  }

  /** The statements that tell where pay is highest, whatever place a question takes for it. */
  Optional<Answer> placesThatPayMost(Question question, Suggestions suggestions) {
    return aboutPlaces(
        question,
        suggestions,
        told ->
            told.stream()
                .filter(s -> HIGHEST_PAYING.matcher(s.text()).find())
                .filter(s -> !Places.in(s.text()).isEmpty())
                .limit(MAX_TOLD)
                .toList());
  }

  private static final Pattern HIGHEST_PAYING =
      Pattern.compile(
          "(?i)\\b(?:highest|best|top)(?: |-)(?:paying|pay|paid|salar\\w+)\\b|\\bpays? (?:the"
              + " )?(?:most|best)\\b");

  /** What is told of one place or of one employer at most. */
  private static final int MAX_TOLD = 2;

  /**
   * @param chosen those to quote of the statements on pay of a role
   */
  private Optional<Answer> aboutPlaces(
      Question question, Suggestions suggestions, UnaryOperator<List<Statement>> chosen) {
    var draft = new Draft(knowledge);
    Map<String, Optional<Job>> documents = new LinkedHashMap<>();
    if (question.mentions().isEmpty()) {
      knowledge.documents().forEach(document -> documents.put(document.id(), Optional.empty()));
    }
    for (Mention mention : question.mentions()) {
      Job job = preferred(mention);
      documents.putIfAbsent(
          job.role().or(() -> scopes.document(job)).orElse(job.documents().getFirst()),
          Optional.of(job).filter(inside -> inside.role().isEmpty()));
    }
    for (Map.Entry<String, Optional<Job>> entry : documents.entrySet()) {
      RoleDocument document = knowledge.find(entry.getKey()).orElseThrow();
      List<Statement> statements =
          chosen.apply(
              document.statements().stream()
                  .filter(s ->
                      Topic.PAY_FACTORS.heads(String.join(" ", s.path()))
                          || PayTerms.isPay(String.join(" ", s.path())))
                  .filter(s -> entry.getValue().filter(job -> isPayOfOther(s, job)).isEmpty())
                  .toList());
      if (!statements.isEmpty()) {
        draft.heading(document.title());
        statements.forEach(s -> draft.item(quote(s), List.of(s)));
      }
    }
    return draft.isEmpty()
        ? Optional.empty()
        : Optional.of(draft.answer(suggestions.after(question, Topic.PAY_FACTORS)));
  }

  /** Whether a statement tells what another job is paid. */
  private boolean isPayOfOther(Statement statement, Job job) {
    return knowledge.facts(statement).stream()
        .filter(Fact.Pay.class::isInstance)
        .map(fact -> JobName.of(fact.subject().jobTitle()))
        .anyMatch(name -> job.names().stream().noneMatch(own -> own.isSameAs(name)));
  }

  private static boolean compares(Statement statement) {
    return ABOVE_OR_BELOW.matcher(statement.text()).find();
  }

  /** Pay in a place is told beside pay elsewhere. */
  private static final Pattern ABOVE_OR_BELOW =
      Pattern.compile(
          "(?i)\\b(?:higher|lower|above|below|more|less|similar|equal|comparable|highest|lowest)\\b");

  private static boolean names(Statement statement, Set<String> band) {
    return Bands.words(introduction(statement) + " " + statement.text()).containsAll(band);
  }

  private static boolean names(Statement statement, List<Place> places) {
    return Places.in(statement.text()).stream()
        .anyMatch(found -> places.stream().anyMatch(place -> Places.same(place, found.place())));
  }

  private static boolean hasShare(Statement statement) {
    return Figures.in(statement.text()).stream()
        .anyMatch(figure -> figure.kind() == Figure.Kind.PERCENT);
  }

  private static boolean hasFigure(Statement statement) {
    return Figures.in(statement.text()).stream().anyMatch(TextAnswers::isLarge);
  }

  private static boolean isLarge(Figure figure) {
    return figure.kind() == Figure.Kind.MONEY
        || figure.kind() == Figure.Kind.PERCENT
        || (figure.kind() == Figure.Kind.COUNT
            && figure.value().high().orElse(figure.value().low().orElse(0)) >= 100);
  }

  private static String label(Statement statement) {
    String text = statement.text();
    int colon = text.indexOf(':');
    return colon > 0 && colon < 60
        ? text.substring(0, colon)
        : text.substring(0, Math.min(40, text.length()));
  }

  /** The topics that a question asks for by more than the name of a job: "licensed" nurses. */
  private static List<Topic> topics(Question question) {
    String rest = withoutJobs(question.text(), question);
    return question.topics().stream()
        .filter(topic ->
            topic.isAskedIn(rest)
                || question.mentions().stream().noneMatch(m -> topic.isAskedIn(m.wording())))
        .toList();
  }

  private static Optional<Topic> topic(Question question) {
    List<Topic> topics = topics(question);
    boolean named =
        topics.stream().allMatch(GENERAL_TOPICS::contains)
            || NAMED_DUTIES.matcher(question.text()).find();
    return topics.stream()
        .filter(topic -> topic != Topic.OVERVIEW)
        .filter(topic -> named || topic != Topic.RESPONSIBILITIES)
        .findFirst()
        .or(() -> topics.stream().findFirst())
        .or(() ->
            !question.mentions().isEmpty()
                    && question.rest().isEmpty()
                    && (question.followUp() || question.searchText().equals(question.text()))
                    && (question.form() == Question.Form.COMPARISON
                        || Words.of(withoutJobs(question.text(), question)).size()
                            <= MAX_BARE_WORDS)
                ? Optional.of(Topic.OVERVIEW)
                : Optional.empty());
  }

  /** What "what do they do" asks for, and what else may be in it. */
  private static final Set<Topic> GENERAL_TOPICS =
      Set.of(Topic.OVERVIEW, Topic.RESPONSIBILITIES, Topic.SKILLS, Topic.TOOLS);

  private static final Pattern NAMED_DUTIES =
      Pattern.compile("(?i)\\b(?:responsib\\w+|dut(?:y|ies)|tasks?|day[- ]to[- ]day)\\b");

  /** A whole list is asked for if the question names nothing besides the role and the topic. */
  private boolean isList(Question question, Optional<Topic> topic) {
    boolean specific =
        switch (topic.orElse(Topic.OVERVIEW)) {
          case WORK_ENVIRONMENT, BENEFITS, LICENCES ->
              !GENERAL_WORDS.matcher(question.text()).find();
          case MARKET ->
              !GENERAL_WORDS.matcher(question.text()).find()
                  || !(question.limits().places().isEmpty()
                      || subject(question).market().isEmpty());
          default -> false;
        };
    return !specific
        && !isNumeric(question)
        && topic.isPresent()
        && topic.get() != Topic.TOOLS
        && question.rest().isEmpty();
  }

  private static final Pattern GENERAL_WORDS =
      Pattern.compile(
          "(?i)\\b(?:environment|conditions|benefits|perks|outlook|demand|prospects|market|licen[cs]es?|certif\\w+|credentials|dying|downhill|obsolete|shrinking|declining|future[-"
              + " ]?proof|(?:will|is|are|would) (?:there|they)(?: still| always)? (?:be )?(?:any"
              + " |enough |much |plenty of )?(?:work|jobs))\\b");

  private boolean isNumeric(Question question) {
    return asksMoney(question)
        || asksSize(question)
        || ASKS_PERCENT.matcher(question.text()).find()
        || ASKS_NUMBER.matcher(question.text()).find();
  }

  /** What costs are, not how high: "Challenges - what about cost?" asks for no amount. */
  private static boolean asksMoney(Question question) {
    boolean told =
        question.topics().stream()
            .anyMatch(topic ->
                switch (topic) {
                  case CHALLENGES, BEST_PRACTICES, RESPONSIBILITIES, TRENDS, SKILLS -> true;
                  default -> false;
                });
    return !told && ASKS_MONEY.matcher(question.text()).find();
  }

  /** Whether a percentage is asked for. */
  static boolean asksShare(Question question) {
    boolean rank =
        question
            .limits()
            .statistic()
            .filter(s -> s.kind() == Statistic.Kind.PERCENTILE)
            .isPresent();
    return !rank && ASKS_PERCENT.matcher(question.text()).find();
  }

  /** What a question about pay asks for that no statement about the job speaks of. */
  Optional<String> lackingQualifier(Question question) {
    Matcher matcher = PAY_QUALIFIER.matcher(question.text());
    while (matcher.find()) {
      Pattern word =
          Pattern.compile("\\b" + Pattern.quote(matcher.group()), Pattern.CASE_INSENSITIVE);
      boolean known =
          documents(question).stream()
              .flatMap(document -> document.statements().stream())
              .anyMatch(s -> word.matcher(s.text() + " " + introduction(s)).find());
      if (!known) {
        return Optional.of("figures about “" + matcher.group() + "”");
      }
    }
    return untoldPart(question).or(() -> lackingEmployer(question));
  }

  /** "The retention bonus", "pay for lunch": a part of pay or a thing paid that nobody tells of. */
  private Optional<String> untoldPart(Question question) {
    Matcher matcher = PART_OF_PAY.matcher(question.text());
    while (matcher.find()) {
      String name = matcher.group("kind") == null ? matcher.group("thing") : matcher.group("kind");
      boolean open = question.rest().contains(name.toLowerCase(Locale.ROOT));
      Set<String> words = Set.copyOf(Words.canonical(name));
      if (open
          && documents(question).stream()
              .noneMatch(document -> wordsHeld(document.id(), words) > 0)) {
        return Optional.of("figures about “" + name + "”");
      }
    }
    return Optional.empty();
  }

  private static final Pattern PART_OF_PAY =
      Pattern.compile(
          "(?i)\\b(?:the|an?|any|his|her|their|my|your|our)"
              + " (?!percent|cash|big|large|good|nice|decent|fat|huge|high|extra)(?<kind>\\p{L}{3,})[-"
              + " ](?:bonus(?:es)?|allowances?|premiums?|supplements?|stipends?|pay(?!"
              + " for))\\b|\\b(?:do|does|did|will|would|can|could|should|they|who|which) [\\p{L}'’"
              + " ]{0,40}?\\b(?<!the )(?:pay|pays|reimburse[sd]?) for (?:the |an? |my |your |our"
              + " |any )?(?<thing>\\p{L}{3,})");

  /** The documents of the jobs that a question names, or all. */
  private List<RoleDocument> documents(Question question) {
    return question.mentions().isEmpty()
        ? knowledge.documents()
        : question.mentions().stream()
            .flatMap(mention -> mention.jobs().stream())
            .flatMap(job -> job.documents().stream())
            .distinct()
            .flatMap(document -> knowledge.find(document).stream())
            .toList();
  }

  /** What stands over a statement: headings, lead and column headings. */
  private static String introduction(Statement statement) {
    List<String> texts = new ArrayList<>(statement.path());
    texts.addAll(statement.lead());
    statement.cells().forEach(cell -> texts.add(cell.header()));
    return String.join(" ", texts);
  }

  /** "What does Google pay", "in fintech": who pays, if nothing said of pay names them. */
  private Optional<String> lackingEmployer(Question question) {
    Matcher matcher = EMPLOYER.matcher(question.text());
    while (matcher.find()) {
      for (String group : List.of("payer", "owner", "at", "name", "in")) {
        String name = matcher.group(group);
        boolean industry = group.equals("in");
        if (name != null
            && !(industry && question.mentions().isEmpty())
            && question.rest().contains(name.toLowerCase(Locale.ROOT))
            && isUntoldEmployer(name, documents(question), industry || group.equals("name"))) {
          return Optional.of("pay " + (industry ? "in" : "at") + " “" + name + "”");
        }
      }
    }
    return Optional.empty();
  }

  /** "At Google": what is told of pay there, where the documents are not the employer's own. */
  Optional<Answer> paidByEmployer(Question question, Suggestions suggestions) {
    Matcher matcher = EMPLOYER.matcher(question.text());
    while (!question.mentions().isEmpty() && matcher.find()) {
      for (String group : List.of("payer", "owner", "at")) {
        String name = matcher.group(group);
        if (name == null || !question.rest().contains(name.toLowerCase(Locale.ROOT))) {
          continue;
        }
        List<String> words = Words.canonical(name);
        var draft = new Draft(knowledge);
        for (RoleDocument document : documents(question)) {
          List<Statement> told =
              document.statements().stream()
                  .filter(s -> wordsOf(s).containsAll(words))
                  .filter(s -> knowledge.facts(s).stream().anyMatch(Fact.Pay.class::isInstance))
                  .limit(MAX_TOLD)
                  .toList();
          if (!told.isEmpty() && !isOfEmployer(document)) {
            draft.heading(document.title());
            told.forEach(s -> draft.item(quote(s), List.of(s)));
          }
        }
        if (!draft.isEmpty()) {
          return Optional.of(draft.answer(suggestions.after(question, Topic.PAY_FACTORS)));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether no statement has the name: any for an industry, one on pay for an employer. */
  private boolean isUntoldEmployer(String name, List<RoleDocument> documents, boolean industry) {
    List<String> words = Words.canonical(name);
    for (RoleDocument document : documents) {
      Set<String> title = new HashSet<>(Words.canonical(document.title()));
      title.addAll(Words.canonical(document.id().replace('-', ' ')));
      boolean told =
          isOfEmployer(document)
              || words.stream().anyMatch(word -> isIn(word, title))
              || document.statements().stream()
                  .filter(s -> words.stream().anyMatch(word -> isIn(word, wordsOf(s))))
                  .anyMatch(s -> industry || isOfPay(s));
      if (told) {
        return false;
      }
    }
    return true;
  }

  private boolean isOfPay(Statement statement) {
    String headings = String.join(" ", statement.path());
    return PayTerms.isPay(headings)
        || Topic.PAY_FACTORS.heads(headings)
        || PayTerms.isPay(EARNS_NO_MONEY.matcher(statement.text()).replaceAll(" "))
        || knowledge.facts(statement).stream().anyMatch(Fact.Pay.class::isInstance);
  }

  /** "Earn a certificate" */
  private static final Pattern EARNS_NO_MONEY =
      Pattern.compile(
          "(?i)\\bearn(?:s|ed|ing)?\\b(?=[^.;]{0,60}\\b(?:certif\\w+|degrees?|credentials?|diplomas?|credits?)\\b)");

  /** A page that an employer wrote is about pay there, whether or not it repeats its name. */
  private static boolean isOfEmployer(RoleDocument document) {
    return document.statements().stream().anyMatch(s -> FIRST_PERSON.matcher(s.text()).find());
  }

  private static final Pattern FIRST_PERSON = Pattern.compile("(?i)\\b(?:we|our)\\b");

  private static final Pattern EMPLOYER =
      Pattern.compile(
          "(?i)\\b(?:does|do|did|would|will|can) (?<payer>\\p{L}[\\p{L}\\d&'’-]*)(?:,? (?:and|or|&)"
              + " \\p{L}[\\p{L}\\d&'’-]*)*"
              + " (?:pay|offer|give)\\b|\\b(?<owner>\\p{L}[\\p{L}\\d&]*)['’]s(?: (?:and|or)"
              + " \\p{L}[\\p{L}\\d&]*['’]s)?"
              + " (?:pay|salar(?:y|ies)|wages?|compensation|offers?)\\b|\\b(?:(?:at|inside|within|work(?:s|ing)?"
              + " (?:for|with)|employed by|paid by) (?<at>\\p{L}[\\p{L}\\d&'’-]*)|in"
              + " (?!dollars?|euros?|pounds?|cash|hand|detail|general|practice|numbers)(?<in>\\p{L}[\\p{L}\\d&'’-]{3,}))(?=\\W*$|[?!.,;:)]|"
              + " (?:in|as|for|when|with|right|per|industry|sector|firms?|companies|total|base|comp\\w*|tc"
              + "|pay|salar\\w+|wages?|earn\\w*|make|makes|get|gets|average|median)\\b)|\\b(?:at|for|by|from)"
              + " (?<name>(?-i:\\p{Lu}\\p{Ll})[\\p{L}\\d&'’-]*)");

  private static final Pattern PAY_QUALIFIER =
      Pattern.compile(
          "(?i)\\b(?:gender|(?:pay|wage) gap|gap (?:between|among)(?= (?:men|women|the"
              + " sexes|genders|races))|male|female|men|women|after[-"
              + " ]tax|taxe[sd]|tax|inflation|cost of living|purchasing"
              + " power|overtime|severance|sign(?:ing|[-"
              + " ]on)|relocation|pension|vacation|dividend|per diem|shift|commission|tips)\\b");

  private boolean isListOf(Topic topic, Question question) {
    boolean own = !question.followUp() || topic.isAskedIn(question.text());
    return own
        && !isNumeric(question)
        && switch (topic) {
          case SKILLS,
              TOOLS,
              EXPERIENCE,
              LICENCES,
              SOFT_SKILLS,
              CHALLENGES,
              TRENDS,
              BEST_PRACTICES,
              RESPONSIBILITIES,
              REQUIREMENTS,
              NEGOTIATION ->
              true;
          default -> false;
        };
  }

  /**
   * The one section nested in those of a topic whose heading the question's other words name:
   * "integration problems" is "Challenges › Integration with existing systems".
   */
  private Optional<Section> part(Job job, Topic topic, Question question) {
    Optional<RoleDocument> document = scopes.document(job).flatMap(knowledge::find);
    if (document.isEmpty() || !isListOf(topic, question) || question.followUp()) {
      return Optional.empty();
    }
    Set<String> asked = new HashSet<>();
    for (String word : Words.of(topic.without(withoutJobs(question.searchText(), question)))) {
      if (!JobTitles.isStop(word)) {
        asked.addAll(Words.canonical(word));
      }
    }
    asked.removeAll(Words.canonical(document.get().title()));
    Predicate<Section> own = scopes.filter(job).sections();
    Section best = null;
    long most = 0;
    boolean tied = false;
    for (Section section : document.get().allSections()) {
      boolean nested = section.path().stream().anyMatch(topic::heads) && own.test(section);
      if (!nested || section.allStatements().isEmpty()) {
        continue;
      }
      Set<String> heading = new HashSet<>(Words.canonical(section.heading()));
      long shared = asked.stream().filter(word -> isIn(word, heading)).count();
      if (shared > most) {
        best = section;
        most = shared;
        tied = false;
      } else if (shared > 0 && shared == most) {
        tied = true;
      }
    }
    return tied ? Optional.empty() : Optional.ofNullable(best);
  }

  /** "Work experience in a related occupation: None": what a row of quick facts tells of it. */
  private List<Statement> experienceRow(Question question, Optional<Topic> topic, Job job) {
    return topic.filter(Topic.EXPERIENCE::equals).isEmpty() || !question.rest().isEmpty()
        ? List.of()
        : statements(job).stream()
            .filter(s -> isItem(s) && EXPERIENCE_ROW.matcher(quote(s)).find())
            .filter(s -> !Asides.isAside(s.path()) && !isOfPay(s))
            .limit(1)
            .toList();
  }

  private static final Pattern EXPERIENCE_ROW =
      Pattern.compile(
          "(?i)^(?:(?:related|prior|previous|required|relevant|minimum|typical) )?(?:work"
              + " )?experience(?: (?:in|required|needed|level)\\b[^:]{0,40})?:");

  /** The way along a career that a question asks for and for nothing else. */
  private static Optional<CareerWay> careerWay(Question question, Optional<Topic> topic) {
    boolean alone =
        topic.filter(Topic.CAREER::equals).isPresent()
            && question.rest().isEmpty()
            && question.limits().band().isEmpty()
            && !ASKS_NUMBER.matcher(question.text()).find();
    return alone ? CareerWay.askedIn(question.text()) : Optional.empty();
  }

  /** The section on the way into a job or on from it, or what is said of it elsewhere. */
  private void quoteWay(Draft draft, Question question, Job job, CareerWay way, int jobs) {
    RoleDocument document = scopes.document(job).flatMap(knowledge::find).orElseThrow();
    List<Section> own =
        document.allSections().stream()
            .filter(scopes.filter(job).sections())
            .filter(section -> !section.heading().isBlank())
            .filter(section -> !section.heading().equals(document.title()))
            .filter(section -> !Asides.isOnOthers(section.path()))
            .filter(section -> !CareerWay.isOfOther(section.heading(), document.title()))
            .filter(section -> section.allStatements().stream().anyMatch(s -> !isPayRow(s)))
            .toList();
    Optional<Section> section = way.of(own);
    if (section.isEmpty() && way == CareerWay.IN) {
      section =
          section(document, job, Topic.REQUIREMENTS, question)
              .or(() -> section(document, job, Topic.EDUCATION, question));
    }
    List<Statement> listed =
        section.stream()
            .flatMap(found ->
                listed(
                    found.path(),
                    found.allStatements().stream()
                        .filter(s -> !isPayRow(s) && !isApart(s, found, Topic.CAREER))
                        .toList())
                    .stream())
            .toList();
    if (!listed.isEmpty()) {
      quoteSection(draft, document, section.get(), listed, (Draft.MAX_CHARS - 150) / jobs);
      return;
    }
    List<Statement> told =
        statements(job).stream()
            .filter(s -> way.isToldBy(s) && !Asides.isAside(s.path()) && !isPayRow(s))
            .limit(MAX_TELLING)
            .toList();
    if (!told.isEmpty()) {
      quoteInOrder(draft, told, List.of());
    } else if (way == CareerWay.IN) {
      quoteStatements(draft, question, Optional.of(job), Optional.of(Topic.REQUIREMENTS), 2);
    }
  }

  private boolean isPayRow(Statement statement) {
    return statement.kind() == StatementKind.TABLE_ROW
        && knowledge.facts(statement).stream().anyMatch(Fact.Pay.class::isInstance);
  }

  private boolean quoteList(Draft draft, Question question, Job job, Topic topic, int jobs) {
    Optional<RoleDocument> described = scopes.document(job).flatMap(knowledge::find);
    if (described.isEmpty()) {
      return false;
    }
    RoleDocument document = described.get();
    Optional<Section> section =
        section(document, job, topic, question)
            .or(() ->
                scopes.sections(job).stream().filter(s -> !s.statements().isEmpty()).findFirst());
    if (section.isEmpty()) {
      return false;
    }
    List<Statement> statements =
        ofPlaces(listed(section.get()), question).stream()
            .filter(s -> !isApart(s, section.get(), topic))
            .toList();
    if (statements.isEmpty()) {
      return false;
    }
    if (asksForLevel(question)) {
      statements = labelled(statements, question);
    }
    int budget = (Draft.MAX_CHARS - 150) / jobs;
    if (topic == Topic.OVERVIEW) {
      draft.heading(document.title());
      section.get().statements().stream()
          .filter(s -> s.kind() == StatementKind.SENTENCE)
          .limit(2)
          .forEach(s -> draft.text(quote(s), List.of(s)));
      if (draft.isEmpty()) {
        statements.stream().limit(3).forEach(s -> draft.item(quote(s), List.of(s)));
      }
      return true;
    }
    quoteSection(draft, document, section.get(), statements, budget);
    return true;
  }

  /**
   * Whether a statement stands in a nested section on pay or conditions, which nobody asked for.
   */
  private static boolean isApart(Statement statement, Section section, Topic topic) {
    return statement.path().stream()
        .skip(section.path().size())
        .anyMatch(heading ->
            !topic.heads(heading)
                && (Topic.WORK_ENVIRONMENT.names(heading)
                    || Topic.BENEFITS.names(heading)
                    || PayTerms.isPay(heading)));
  }

  /** Of a list by places the items of those asked for, and what is told of none. */
  private static List<Statement> ofPlaces(List<Statement> statements, Question question) {
    List<Place> asked = question.limits().places();
    boolean isTold = statements.stream().anyMatch(s -> isOfPlace(s) && names(s, asked));
    return isTold
        ? statements.stream().filter(s -> !isOfPlace(s) || names(s, asked)).toList()
        : statements;
  }

  /** Whether a statement is a row or a labelled item of a place: "Quebec: Good". */
  private static boolean isOfPlace(Statement statement) {
    int colon = statement.text().indexOf(':');
    String label =
        !statement.cells().isEmpty()
            ? statement.cells().getFirst().text()
            : colon > 0 ? statement.text().substring(0, colon) : "";
    return Places.whole(label).isPresent();
  }

  /** As many whole statements as fit, spread evenly over the sub-sections, in reading order. */
  private static void quoteSection(
      Draft draft, RoleDocument document, Section section, List<Statement> statements, int budget) {
    Map<List<String>, List<Statement>> byPath = new LinkedHashMap<>();
    statements.forEach(s -> byPath.computeIfAbsent(s.path(), _ -> new ArrayList<>()).add(s));
    Set<Statement> fitting = new LinkedHashSet<>();
    int chars = document.title().length() + section.heading().length() + 4;
    for (List<String> path : byPath.keySet()) {
      chars += path.equals(section.path()) || path.isEmpty() ? 0 : path.getLast().length() + 2;
    }
    boolean more = true;
    for (int round = 0; more; round++) {
      more = false;
      for (List<Statement> group : byPath.values()) {
        if (round < group.size()) {
          more = true;
          int length = quote(group.get(round)).length() + 8;
          if (chars + length <= budget) {
            chars += length;
            fitting.add(group.get(round));
          }
        }
      }
    }
    draft.heading(document.title() + " › " + section.heading());
    for (Map.Entry<List<String>, List<Statement>> group : byPath.entrySet()) {
      if (group.getValue().stream().noneMatch(fitting::contains)) {
        continue;
      }
      if (!group.getKey().equals(section.path()) && !group.getKey().isEmpty()) {
        draft.heading(group.getKey().getLast());
      }
      for (Statement statement : group.getValue()) {
        if (fitting.contains(statement)) {
          draft.item(quote(statement), List.of(statement));
        }
      }
    }
    int left = statements.size() - fitting.size();
    if (left > 0) {
      draft.text(
          (left == 1 ? "One more point stands" : "More points stand")
              + " in this section; ask for one of its parts to see them.",
          List.of());
    }
  }

  /**
   * What a section lists, without what is on other jobs. What it says in sentences only introduces
   * the lists nested in it, unless one of the nested sections says what it says in sentences, too.
   */
  static List<Statement> listed(Section section) {
    return listed(section.path(), section.allStatements());
  }

  private static List<Statement> listed(List<String> path, List<Statement> statements) {
    List<Statement> all =
        statements.stream().filter(s -> !Asides.isAside(s.path()) || Asides.isAside(path)).toList();
    Map<List<String>, List<Statement>> byPath = new LinkedHashMap<>();
    all.forEach(s -> byPath.computeIfAbsent(s.path(), _ -> new ArrayList<>()).add(s));
    boolean told =
        byPath.entrySet().stream()
            .filter(group -> !group.getKey().equals(path))
            .anyMatch(group -> group.getValue().stream().noneMatch(TextAnswers::isItem));
    return told
        ? byPath.values().stream().flatMap(group -> listed(group).stream()).toList()
        : listed(all);
  }

  private static boolean isItem(Statement statement) {
    return statement.kind() != StatementKind.SENTENCE;
  }

  /** The items among statements; without any, all of them. */
  static List<Statement> listed(List<Statement> all) {
    List<Statement> items = all.stream().filter(TextAnswers::isItem).toList();
    return items.isEmpty() ? all : items;
  }

  /** How far a statement's place in the document is from the topic; lower is nearer. */
  static int rank(Statement statement, Topic topic) {
    for (int i = statement.path().size() - 1; i >= 0; i--) {
      if (topic.heads(statement.path().get(i))) {
        return statement.path().size() - 1 - i;
      }
    }
    return 9;
  }

  /** Where a topic has no section of its own, its points stand under a wider heading. */
  private static Optional<Topic> wider(Topic topic) {
    return switch (topic) {
      case TOOLS -> Optional.of(Topic.SKILLS);
      case SKILLS, EXPERIENCE, LICENCES, EDUCATION -> Optional.of(Topic.REQUIREMENTS);
      default -> Optional.empty();
    };
  }

  private static boolean heads(Topic topic, Section section) {
    boolean soft = topic == Topic.SKILLS && Topic.SOFT_SKILLS.heads(section.heading());
    return topic.heads(section.heading()) && !soft;
  }

  /** The sections of a document that tell of a topic for a job, in reading order. */
  List<Section> sections(RoleDocument document, Job job, Topic topic) {
    return document.allSections().stream()
        .filter(scopes.filter(job).sections())
        .filter(section -> !section.heading().isBlank())
        .filter(section -> !section.heading().equals(document.title()))
        .filter(section -> heads(topic, section) && !Asides.isOnOthers(section.path()))
        .filter(section -> !section.allStatements().isEmpty())
        .toList();
  }

  Optional<Section> section(RoleDocument document, Job job, Topic topic, Question question) {
    List<Section> fitting = sections(document, job, topic);
    if (fitting.isEmpty()) {
      return wider(topic).flatMap(next -> section(document, job, next, question));
    }
    List<Section> named =
        fitting.stream().filter(section -> topic.names(section.heading())).toList();
    fitting = named.isEmpty() ? fitting : named;
    if (fitting.size() == 1) {
      return Optional.of(fitting.getFirst());
    }
    if (topic == Topic.OVERVIEW) {
      return fitting.stream().min(Orders.byInt(section -> section.path().size()));
    }
    if (topic != Topic.CAREER && question.rest().isEmpty()) {
      fitting = outermost(fitting);
    }
    if (topic == Topic.CAREER && ONWARD.matcher(question.text()).find()) {
      List<Section> onward =
          fitting.stream()
              .filter(s -> s.path().stream().noneMatch(h -> WAY_IN.matcher(h).find()))
              .toList();
      fitting = onward.isEmpty() ? fitting : onward;
    }
    Map<Section, Double> scores = new LinkedHashMap<>();
    for (SectionMatch match :
        search.sections(
            withoutJobs(question.searchText(), question),
            question.searchText(),
            Filter.ALL.in(Set.of(document.id())).only(isIn(fitting)),
            fitting.size())) {
      scores.put(match.section(), match.score());
    }
    Section best = fitting.getFirst();
    double bestScore = -1;
    for (Section section : fitting) {
      int size = section.allStatements().size();
      boolean ordered = topic == Topic.CAREER && PATH.matcher(section.heading()).find();
      double score =
          scores.getOrDefault(section, 0.0)
              - 0.15 * section.path().size()
              - (size < 2 ? 0.3 : 0)
              + (ordered && size > 2 ? 0.5 : 0);
      if (score > bestScore) {
        bestScore = score;
        best = section;
      }
    }
    return Optional.of(best);
  }

  /** The sections that are not nested in another of them. */
  private static List<Section> outermost(List<Section> sections) {
    return sections.stream()
        .filter(section -> sections.stream().noneMatch(other -> isInside(section, other)))
        .toList();
  }

  private static Predicate<Section> isIn(List<Section> sections) {
    Set<List<String>> paths = new HashSet<>();
    sections.forEach(section -> paths.add(section.path()));
    return section -> paths.contains(section.path());
  }

  /** The way on from a job, not that to it. */
  private static final Pattern ONWARD =
      Pattern.compile(
          "(?i)\\bwhere"
              + " (?:can|could|do|does|would|might)\\b.*\\b(?:go|move|lead|progress)\\b|\\b(?:promot|advance|progress)\\w*|\\bmov(?:e|ing)"
              + " up\\b|\\bnext (?:step|role|job)|what(?:'?s| is| comes)? next\\b");

  private static final Pattern WAY_IN =
      Pattern.compile("(?i)\\b(?:become|becoming|entry|getting in|get in)\\b");

  static final Pattern PATH = Pattern.compile("(?i)path|progression|ladder|track|route");

  private void quoteStatements(
      Draft draft, Question question, Optional<Job> job, Optional<Topic> topic, int most) {
    Filter filter = Filter.ALL;
    String stripped = withoutJobs(question.searchText(), question);
    boolean byFilter = job.filter(scopes::describes).isPresent();
    String text = byFilter ? stripped : question.searchText();
    if (job.isPresent()) {
      filter = scopes.filter(job.get());
    }
    int count = question.pay() ? WITH_FIGURE : PASSAGES;
    if (!(search.statements(text, text, filter, count) instanceof Found(var passages))) {
      if (job.isPresent() && !question.pay()) {
        quoteTelling(draft, question, job.get());
      }
      return;
    }
    List<Passage> limited =
        limited(ofSubjectAsked(withFigureAsked(passages, question), question), question);
    List<Passage> telling =
        job.isPresent() && !question.pay() ? tellingOfSubject(limited, question) : List.of();
    if (!telling.isEmpty() && !telling.contains(limited.getFirst())) {
      quoteInOrder(
          draft, telling.stream().limit(MAX_TELLING).map(Passage::statement).toList(), List.of());
      return;
    }
    boolean relevant =
        !telling.isEmpty()
            || (isRelevant(question, job, limited)
                && (byFilter || job.isEmpty() || isRelevantWithoutJob(question, stripped, filter)));
    if (limited.isEmpty() || !relevant) {
      return;
    }
    if (question.pay()) {
      quoteFigures(draft, question, limited);
    } else {
      quote(
          draft,
          question,
          text,
          topic,
          limited,
          search.sections(text, text, filter, PASSAGES).stream()
              .filter(
                  match -> !(Asides.isOnOthers(match.section().path()) && isOfNoOthers(question)))
              .toList(),
          most);
    }
  }

  /** What tells of a subject that is asked about, be it in other words than the question. */
  private static List<Passage> tellingOfSubject(List<Passage> passages, Question question) {
    List<Subject> asked = Subject.in(withoutJobs(question.text(), question));
    return passages.stream()
        .filter(p -> asked.stream().anyMatch(subject -> subject.isToldBy(p.statement())))
        .toList();
  }

  /** What a document says of a subject asked about in words that it has none of. */
  private void quoteTelling(Draft draft, Question question, Job job) {
    List<Subject> asked = Subject.in(withoutJobs(question.text(), question));
    List<Statement> telling =
        statements(job).stream()
            .filter(s -> asked.stream().anyMatch(subject -> subject.isToldBy(s)))
            .limit(MAX_TELLING)
            .toList();
    if (!telling.isEmpty()) {
      quoteInOrder(draft, telling, List.of());
    }
  }

  /** So many statements tell of a subject at most. */
  private static final int MAX_TELLING = 3;

  /** The name of a job alone makes any statement about it similar. */
  private boolean isRelevantWithoutJob(Question question, String stripped, Filter filter) {
    return coverage(question) >= MIN_COVERAGE
        || (search.statements(stripped, stripped, filter, 1) instanceof Found(var passages)
            && passages.getFirst().similarity() >= MIN_SIMILARITY_OF_UNKNOWN);
  }

  /** The similarity of the statement about a job that comes closest to what is asked of it. */
  private double closest(Question question, Job job) {
    String stripped = withoutJobs(question.searchText(), question);
    return search.statements(stripped, stripped, scopes.filter(job), 1)
            instanceof Found(var passages)
        ? passages.getFirst().similarity()
        : 0;
  }

  /** Those with the most words of the question, names of rows such as "ATC-10" above all. */
  private static List<Passage> byOwnWords(List<Passage> passages, Question question) {
    Set<String> asked = new LinkedHashSet<>(question.rest());
    long most = 0;
    List<Passage> best = new ArrayList<>();
    for (Passage passage : passages) {
      long shared =
          Words.of(passage.statement().text()).stream().distinct().filter(asked::contains).count();
      if (shared > most) {
        best.clear();
        most = shared;
      }
      if (shared == most) {
        best.add(passage);
      }
    }
    return best;
  }

  /** The statement whose figure is asked for, and those that fit as well. */
  private void quoteFigures(Draft draft, Question question, List<Passage> passages) {
    List<Passage> fitting = passages;
    if (question.limits().band().isPresent()) {
      var band = question.limits().band().get();
      List<Passage> in =
          passages.stream()
              .filter(p ->
                  Bands.in(p.statement().text())
                      .filter(b -> b.stage().isPresent() && b.stage().equals(band.stage()))
                      .isPresent())
              .toList();
      fitting = in.isEmpty() ? passages : in;
      if (band.stage().isEmpty()) {
        // a level of one employer's own, such as "Grade 9", is told or it is not
        fitting =
            passages.stream().filter(p -> names(p.statement(), Bands.words(band.name()))).toList();
      }
    }
    if (fitting.isEmpty()) {
      return;
    }
    List<Passage> ranked = byOwnWords(fitting, question);
    double least = FIGURE_FOLLOWERS * ranked.getFirst().score();
    quoteInOrder(
        draft,
        ranked.stream().filter(p -> p.score() >= least).limit(2).map(Passage::statement).toList(),
        List.of());
  }

  /** "Which part is base salary": the statements that begin with the part, if any do. */
  private static List<Passage> ofPartAsked(List<Passage> passages, Question question) {
    if (!asksShare(question)) {
      return passages;
    }
    List<Measure> parts =
        Stream.of(Measure.BASE, Measure.BONUS, Measure.EQUITY)
            .filter(part -> PayTerms.names(part, question.text()))
            .toList();
    List<Passage> of =
        passages.stream()
            .filter(p ->
                Figures.in(p.statement().text()).stream()
                    .anyMatch(f -> f.kind() == Figure.Kind.PERCENT))
            .filter(p ->
                parts.stream().anyMatch(part -> PayTerms.names(part, beginning(p.statement()))))
            .toList();
    return of.isEmpty() ? passages : of;
  }

  /** The words in front of the first figure of a statement. */
  private static String beginning(Statement statement) {
    String text = statement.text();
    return Figures.in(text).stream()
        .findFirst()
        .map(figure -> text.substring(0, figure.start()))
        .orElse(text);
  }

  /** A question for a figure is answered by statements that hold one of its kind, or not at all. */
  private List<Passage> withFigureAsked(List<Passage> passages, Question question) {
    List<Figure.Kind> kinds;
    if (asksShare(question)) {
      kinds = List.of(Figure.Kind.PERCENT);
    } else if (question.pay()) {
      kinds = List.of(Figure.Kind.MONEY, Figure.Kind.PERCENT);
    } else if (asksMoney(question)) {
      kinds = List.of(Figure.Kind.MONEY);
    } else if (ASKS_RATE.matcher(question.text()).find()) {
      kinds = List.of(Figure.Kind.PERCENT, Figure.Kind.COUNT);
    } else if (ASKS_NUMBER.matcher(question.text()).find()) {
      kinds = List.of(Figure.Kind.COUNT, Figure.Kind.YEARS, Figure.Kind.PERCENT);
    } else {
      return passages;
    }
    boolean cost = !question.pay() && asksMoney(question);
    boolean age = !question.pay() && ASKS_AGE.matcher(question.text()).find();
    boolean counts = !question.pay() && !cost && !ASKS_EXTENT.matcher(question.text()).find();
    return ofPartAsked(passages, question).stream()
        .filter(p ->
            Figures.in(p.statement().text()).stream()
                .anyMatch(figure -> kinds.contains(figure.kind())))
        .filter(p -> !counts || isCounted(p, question))
        .filter(p -> !age || AGE.matcher(p.statement().text()).find())
        .filter(p ->
            !cost
                || PayTerms.isOtherMoney(
                    p.statement().text() + " " + String.join(" ", p.statement().path())))
        .toList();
  }

  /** Without figures of anything but what a question asks one of. */
  private List<Passage> ofSubjectAsked(List<Passage> passages, Question question) {
    FigureSubject subject = subject(question);
    if (subject.isNothing()) {
      return passages;
    }
    boolean isTold = passages.stream().anyMatch(p -> subject.isOfMarket(p.statement().text()));
    List<Passage> of =
        passages.stream()
            .filter(p -> !isTold || !subject.isOfOtherMarket(p.statement().text()))
            .filter(p -> mayBeOf(p.statement(), subject))
            .toList();
    List<Passage> figures =
        of.stream()
            .filter(p -> hasFigure(p.statement()) && subject.isOfMarket(p.statement().text()))
            .toList();
    if (!figures.isEmpty()) {
      return of.stream()
          .filter(p ->
              !hasFigure(p.statement())
                  || figures.stream().anyMatch(f -> isBeside(p.statement(), f.statement())))
          .toList();
    }
    return asksSize(question) && of.stream().noneMatch(p -> hasFigure(p.statement()))
        ? List.of()
        : of;
  }

  /** What stands beside a statement on a market goes on about it. */
  private static boolean isBeside(Statement one, Statement other) {
    return one.document().equals(other.document()) && one.path().equals(other.path());
  }

  /** Whether no figure in a statement is of anything but the subject. */
  boolean mayBeOf(Statement statement, FigureSubject subject) {
    if (!hasFigure(statement)) {
      return true;
    }
    Set<String> title = Set.copyOf(Words.canonical(knowledge.documentOf(statement).title()));
    return subject.mayBeOf(
        statement.text(), word -> isIn(word, wordsOf(statement)) || isIn(word, title));
  }

  /** What a question asks a figure of. */
  FigureSubject subject(Question question) {
    return FigureSubject.of(question.pay() ? "" : question.text(), this::isOfMostDocuments);
  }

  private boolean isOfMostDocuments(String word) {
    long having =
        knowledge.documents().stream()
            .filter(document -> Words.canonical(document.title()).contains(word))
            .count();
    return 2 * having >= knowledge.documents().size();
  }

  /** Whether a question asks how large the market of something is or how fast something grows. */
  private boolean asksSize(Question question) {
    if (question.form() != Question.Form.PLAIN
        || !question.limits().places().isEmpty()
        || !ASKS_SIZE.matcher(question.text()).find()) {
      return false;
    }
    FigureSubject subject = subject(question);
    return !(subject.market().isEmpty() && subject.growth().isEmpty());
  }

  private static final Pattern ASKS_SIZE =
      Pattern.compile(
          "(?i)\\b(?:sizes?|worth|(?:b|m|tr)illions?|cagr|rates?|(?:per|a) year|annual(?:ly)?|how"
              + " (?:big|large|fast|much|many)"
              + "|value|volume|revenue|percent(?:age)?)\\b|[$€£%]\\s?\\d|\\d\\s?%");

  /** Whether a statement has one of the words that say what is counted, or means it. */
  private boolean isCounted(Passage passage, Question question) {
    List<String> asked = new ArrayList<>(words(question));
    question.topics().forEach(topic -> asked.addAll(topic.wordsIn(question.text())));
    List<String> counted = Words.canonical(String.join(" ", asked));
    Set<String> said = wordsOf(passage.statement());
    return counted.isEmpty()
        || passage.similarity() >= MIN_SIMILARITY_OF_UNKNOWN
        || counted.stream().anyMatch(word -> isIn(word, said));
  }

  private static final Pattern ASKS_EXTENT =
      Pattern.compile("(?i)\\b(?:how (?:long|old|often)|what age)\\b");
  private static final Pattern ASKS_AGE = Pattern.compile("(?i)\\b(?:how old|what age)\\b");
  private static final Pattern AGE =
      Pattern.compile(
          "(?i)\\b(?:ages?|aged|years? old|years of age|birthday|older|younger|retire\\w*)\\b");
  private static final Pattern ASKS_RATE =
      Pattern.compile(
          "(?i)\\b(?!(?:pay|hourly|daily|day|night|base|going|market|interest|wage|tax|per|growth)\\b)\\p{L}+"
              + " rates?\\b");
  private static final Pattern ASKS_MONEY =
      Pattern.compile(
          "(?i)\\b(?:cost|prices?|fees?|tuition)\\b.*\\?|how"
              + " (?:much|expensive).{0,60}\\b(?:cost|pay for|spend|fee)|\\bwhat"
              + " (?:does|do|is).{0,80}\\b(?:cost|price|fee)s?\\b");
  private static final Pattern ASKS_PERCENT =
      Pattern.compile(
          "(?i)\\b(?:what|which|how many|how much|wat) (?:percent(?:age)?|per"
              + " cent|share|slice|fraction|proportion|part)\\b|\\bas an?"
              + " (?:share|percent(?:age)?|fraction|proportion) of\\b|\\bhow many"
              + " percent\\b|(?:^|[,;:] ?)(?:the )?(?:share|percentage|proportion|fraction)"
              + " of\\b|\\bhow much of"
              + " [^,;]{1,60}\\b(?:is|are|comes?)\\b|(?<!\\d)\\s%|\\b(?:bonus|percent(?:age)?)"
              + " (?:percent(?:age)?|of|share)\\b");
  private static final Pattern ASKS_NUMBER =
      Pattern.compile("(?i)\\bhow (?:many|long|old|often)\\b|\\bnumber of\\b|\\bwhat age\\b");

  /** A question about one year or one place is answered by statements about it, or not at all. */
  private List<Passage> limited(List<Passage> passages, Question question) {
    List<Passage> ofFigure = withFigureStated(passages, question);
    if (!ofFigure.isEmpty()) {
      return ofFigure;
    }
    List<Passage> left = passages;
    OptionalInt year = question.limits().year();
    if (year.isPresent()) {
      List<Passage> then = left.stream().filter(p -> isOf(p.statement(), year.getAsInt())).toList();
      left =
          then.stream().anyMatch(p -> names(p.statement(), year.getAsInt()))
              ? then.stream().filter(p -> names(p.statement(), year.getAsInt())).toList()
              : then;
    }
    List<Place> places = question.limits().places();
    if (!places.isEmpty() && !(areOfMarket(left, places) && !isNumeric(question))) {
      List<Passage> named = left.stream().filter(p -> names(p.statement(), places)).toList();
      List<Passage> market = left.stream().filter(p -> isMarket(p.statement(), places)).toList();
      left = named.stream().anyMatch(p -> hasFigure(p.statement())) ? named : union(named, market);
    }
    boolean ofNoOthers = isOfNoOthers(question);
    List<Place> meant = Places.in(question.searchText()).stream().map(Places.Found::place).toList();
    return left.stream()
        .filter(p -> question.pay() || !isFigureElsewhere(p.statement(), meant))
        .filter(p -> !BOILERPLATE.matcher(p.statement().text()).find())
        .filter(p -> !Asides.isFurniture(p.statement().path()))
        .filter(p -> !(ofNoOthers && Asides.isOnOthers(p.statement().path())))
        .filter(p -> !isAboutOtherJob(p.statement(), question))
        .filter(p -> isTold(p.statement(), question))
        .toList();
  }

  /** Whether all that is found stands in documents on one of the countries or titled by a place. */
  private boolean areOfMarket(List<Passage> passages, List<Place> places) {
    return passages.stream()
        .allMatch(p ->
            isMarket(p.statement(), places)
                || Places.in(knowledge.documentOf(p.statement()).title()).stream()
                    .anyMatch(in -> places.stream().anyMatch(at -> Places.same(at, in.place()))));
  }

  /** Whether a question wants to know nothing of jobs beside those it names. */
  private boolean isOfNoOthers(Question question) {
    return !question.mentions().isEmpty()
        && question.mentions().stream().map(TextAnswers::preferred).allMatch(scopes::describes)
        && !Asides.areAskedFor(question.searchText());
  }

  /** Whether a figure is told for places, and none of them is one of those. */
  private static boolean isFigureElsewhere(Statement statement, List<Place> places) {
    List<Places.Found> told =
        places.isEmpty() || !hasFigure(statement) ? List.of() : Places.in(statement.text());
    return !told.isEmpty()
        && told.stream()
            .noneMatch(found ->
                places.stream()
                    .anyMatch(place ->
                        Places.overlap(place, found.place())
                            || Places.overlap(found.place(), place)));
  }

  /** "$2 billion by 2027, right?": what is told of the very figure, whatever else is said of it. */
  private static List<Passage> withFigureStated(List<Passage> passages, Question question) {
    List<Figure> stated =
        question.pay()
            ? List.of()
            : Figures.in(question.searchText()).stream().filter(TextAnswers::isLarge).toList();
    if (stated.isEmpty()) {
      return List.of();
    }
    return passages.stream()
        .filter(p ->
            Figures.in(p.statement().text()).stream()
                .anyMatch(told ->
                    stated.stream()
                        .anyMatch(figure ->
                            figure.kind() == told.kind() && figure.value().equals(told.value()))))
        .toList();
  }

  /** Lines that say how to use a page, not what it is about. */
  private static final Pattern BOILERPLATE =
      Pattern.compile(
          "(?i)^(?:source\\b|status:|reviewed by |on this page\\b|\\[?more\\b.{0,4}>|last"
              + " (?:modified|updated)|learn more|explore resources|for more information|compare"
              + " the |the link below|use the dropdown|video transcript|click |see also|contact"
              + " us|this table shows)");

  /** Of a job that documents only list beside their own, nothing but what names it is quoted. */
  private boolean isTold(Statement statement, Question question) {
    List<Job> jobs = question.mentions().stream().map(TextAnswers::preferred).toList();
    if (jobs.isEmpty() || !jobs.stream().allMatch(scopes::isOnlyListed)) {
      return true;
    }
    Set<String> words =
        new HashSet<>(
            Words.canonical(
                statement.text()
                    + " "
                    + String.join(" ", statement.path())
                    + " "
                    + String.join(" ", statement.lead())));
    return jobs.stream()
        .flatMap(job -> job.names().stream())
        .anyMatch(name -> words.containsAll(name.words()));
  }

  private static List<Passage> union(List<Passage> first, List<Passage> second) {
    Set<Passage> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return all.stream().sorted(Orders.byDouble(Passage::score).reversed()).toList();
  }

  /** Whether a document as a whole is about one of the countries. */
  boolean isMarket(Statement statement, List<Place> places) {
    RoleDocument document = knowledge.documentOf(statement);
    return places.stream()
        .filter(place -> place.kind() == Place.Kind.COUNTRY)
        .anyMatch(place ->
            document.market().isPresent()
                ? Places.in(document.market().get()).stream()
                    .anyMatch(found -> Places.same(found.place(), place))
                : document.currency().filter(c -> Places.uses(place, c)).isPresent());
  }

  /** A row of a table about another job, such as the similar occupations of a page. */
  private boolean isAboutOtherJob(Statement statement, Question question) {
    List<Fact> facts = knowledge.facts(statement);
    if (statement.kind() != StatementKind.TABLE_ROW
        || facts.isEmpty()
        || question.mentions().isEmpty()
        || facts.stream().anyMatch(fact -> fact.subject().isDocumentRole())) {
      return false;
    }
    return facts.stream()
        .map(fact -> JobName.of(fact.subject().jobTitle()))
        .noneMatch(name ->
            question.mentions().stream()
                .flatMap(mention -> mention.jobs().stream())
                .flatMap(job -> job.names().stream())
                .anyMatch(known -> known.isSameAs(name)));
  }

  private boolean isOf(Statement statement, int year) {
    OptionalInt asOf = knowledge.documentOf(statement).asOf();
    return names(statement, year) || (asOf.isPresent() && asOf.getAsInt() == year);
  }

  private static boolean names(Statement statement, int year) {
    return Figures.in(statement.text()).stream()
        .anyMatch(figure ->
            figure.kind() == Figure.Kind.CALENDAR_YEAR
                && (figure.value().low().orElse(0) == year
                    || figure.value().high().orElse(0) == year));
  }

  /**
   * The names of the jobs are told by the filter; left in the text they draw their own mentions.
   */
  private static String withoutJobs(String text, Question question) {
    String rest = question.withoutJobs(text);
    return rest.isBlank() ? text : rest;
  }

  /** How much of the words beside job and topic the documents know; figures do not count. */
  private double coverage(Question question) {
    List<String> words = words(question);
    List<String> all = new ArrayList<>(words);
    question.topics().stream()
        .filter(topic -> topic != Topic.OVERVIEW && topic != Topic.RESPONSIBILITIES)
        .forEach(topic -> all.addAll(topic.wordsIn(question.text())));
    return words.isEmpty() ? 1 : search.coverage(String.join(" ", all));
  }

  /** How many of the words beside job and topic stand in what is said of the job. */
  private double ownCoverage(Question question, Job job) {
    List<String> words = Words.canonical(String.join(" ", words(question)));
    if (words.isEmpty()) {
      return 1;
    }
    Set<String> own = new HashSet<>();
    for (Statement statement : statements(job)) {
      own.addAll(wordsOf(statement));
    }
    return (double) words.stream().filter(word -> isIn(word, own)).count() / words.size();
  }

  /** The words of a statement and of what introduces it. */
  private Set<String> wordsOf(Statement statement) {
    return words
        .computeIfAbsent(
            statement.document(),
            id ->
                knowledge.find(id).orElseThrow().statements().stream()
                    .map(TextAnswers::readWords)
                    .toList())
        .get(statement.ordinal());
  }

  private static Set<String> readWords(Statement statement) {
    Set<String> words = new HashSet<>(Words.canonical(statement.text()));
    statement.path().forEach(heading -> words.addAll(Words.canonical(heading)));
    statement.lead().forEach(lead -> words.addAll(Words.canonical(lead)));
    statement.cells().forEach(cell -> words.addAll(Words.canonical(cell.header())));
    return words;
  }

  /** Whether one of the words is the word or a longer or shorter form of it. */
  private static boolean isIn(String word, Set<String> words) {
    return words.contains(word)
        || words.stream().anyMatch(other -> commonStart(word, other) >= MIN_COMMON_START);
  }

  private static int commonStart(String one, String two) {
    int same = 0;
    while (same < Math.min(one.length(), two.length()) && one.charAt(same) == two.charAt(same)) {
      same++;
    }
    return same;
  }

  private double coverageOfRest(Question question) {
    List<String> words = words(question);
    return words.isEmpty() ? 1 : search.coverage(String.join(" ", words));
  }

  private static List<String> words(Question question) {
    return question.rest().stream()
        .filter(word -> !word.chars().allMatch(Character::isDigit))
        .toList();
  }

  /** Whether neither a heading nor a statement about a job is about the topic. */
  private boolean isUntold(Topic topic, Job job) {
    boolean special =
        switch (topic) {
          case NEGOTIATION,
              CAREER,
              TRENDS,
              CHALLENGES,
              BEST_PRACTICES,
              BENEFITS,
              MARKET,
              SOFT_SKILLS ->
              true;
          default -> false;
        };
    return special
        && scopes.document(job).isPresent()
        && statements(job).stream()
            .noneMatch(s ->
                topic.isAskedIn(label(s))
                    || s.path().stream().anyMatch(h -> topic.heads(h) || topic.isAskedIn(h))
                    || s.lead().stream().anyMatch(topic::isAskedIn));
  }

  /** What is said of soft skills among others where no heading is about them. */
  private void quoteSoftSkills(Draft draft, Topic topic, Job job) {
    List<Statement> told =
        statements(job).stream()
            .filter(s -> topic == Topic.SOFT_SKILLS && SOFT_SKILL.matcher(s.text()).find())
            .limit(MAX_STATEMENTS)
            .toList();
    if (!told.isEmpty()) {
      quoteInOrder(draft, told, List.of());
    }
  }

  private static final Pattern SOFT_SKILL =
      Pattern.compile(
          "(?i)\\b(?:interpersonal|communication(?: skills)?|problem[- ]solving|critical"
              + " thinking|team ?work|team player|leadership skills|analytical"
              + " (?:skills|thinking|abilit\\w+)|creativity|patience|empathy|adaptability|emotional"
              + " intelligence|people skills|negotiation skills|good"
              + " listener|resilience|curiosity|attention to detail)\\b");

  /** Whether one of the best statements has the very word that asks for a special topic. */
  private static boolean saysTopic(Question question, List<Passage> passages) {
    return question.topics().stream()
        .filter(topic ->
            topic == Topic.WORK_ENVIRONMENT || topic == Topic.BENEFITS || topic == Topic.LICENCES)
        .flatMap(topic -> topic.wordsIn(question.text()).stream())
        .filter(word -> word.length() > 4)
        .anyMatch(word ->
            passages.stream()
                .limit(5)
                .anyMatch(p -> Words.of(p.statement().text()).contains(word)));
  }

  /** Whether a statement has every word that a question asks with beside job and topic. */
  private boolean saysAll(Question question, Statement statement) {
    List<String> asked = Words.canonical(String.join(" ", words(question)));
    Set<String> said = wordsOf(statement);
    return !asked.isEmpty() && asked.stream().allMatch(word -> isIn(word, said));
  }

  private boolean isRelevant(Question question, Optional<Job> job, List<Passage> passages) {
    double similarity = passages.stream().mapToDouble(Passage::similarity).max().orElse(0);
    if (job.isEmpty()) {
      double least =
          isUntoldErrand(question)
              ? MIN_SIMILARITY_OF_ERRAND
              : coverage(question) == 0
                  ? MIN_SIMILARITY_OF_NEW_WORDS
                  : words(question).stream().anyMatch(this::isUntold)
                      ? MIN_SIMILARITY_OF_UNKNOWN
                      : MIN_SIMILARITY;
      return similarity >= least;
    }
    boolean told = ownCoverage(question, job.get()) >= MIN_OWN_COVERAGE;
    return similarity >= (told ? MIN_SIMILARITY_WITH_JOB : MIN_SIMILARITY_OF_UNTOLD)
        || saysTopic(question, passages)
        || (!passages.isEmpty() && saysAll(question, passages.getFirst().statement()));
  }

  /**
   * The section that bears on the question most, whole if it is short; otherwise the statements
   * that bear on it most.
   */
  private void quote(
      Draft draft,
      Question question,
      String text,
      Optional<Topic> topic,
      List<Passage> passages,
      List<SectionMatch> sections,
      int most) {
    Map<Spot, Double> places = new LinkedHashMap<>();
    double bestPassage = passages.getFirst().score();
    for (Passage passage : passages) {
      Spot place = Spot.of(passage.statement());
      double score = passage.score() / bestPassage + bonus(passage.statement().path(), topic);
      places.merge(place, score, Math::max);
    }
    double bestSection = sections.isEmpty() ? 1 : sections.getFirst().score();
    for (SectionMatch match : sections) {
      Spot place = new Spot(match.document().id(), match.section().path());
      if (!match.section().statements().isEmpty()) {
        places.merge(place, SECTION_WEIGHT * match.score() / bestSection, Double::sum);
      }
    }
    Spot best =
        places.entrySet().stream()
            .max((a, b) -> a.getValue().compareTo(b.getValue()))
            .map(Map.Entry::getKey)
            .orElseThrow();
    Optional<Section> parent = leadIn(best).filter(section -> !isToldInside(section, passages));
    if (parent.isPresent() && !sections.isEmpty() && isInside(sections.getFirst(), parent.get())) {
      // of the sections nested in it one bears on the question more than the whole
      best = new Spot(best.document(), sections.getFirst().section().path());
      parent = Optional.empty();
    }
    if (parent.isPresent() && topic.isPresent() && topic.get().heads(parent.get().heading())) {
      quoteSection(
          draft,
          knowledge.find(best.document()).orElseThrow(),
          parent.get(),
          listed(parent.get()),
          PART_CHARS);
      return;
    }
    List<Statement> whole = ofPlaces(statements(best), question);
    int chars = whole.stream().mapToInt(s -> quote(s).length() + 5).sum();
    List<Statement> chosen = new ArrayList<>();
    boolean figures = whole.stream().filter(TextAnswers::hasFigure).count() > 1;
    if (!figures && whole.size() <= most + 4 && chars <= WHOLE_SECTION_CHARS) {
      List<Statement> found = passages.stream().map(Passage::statement).toList();
      whole.stream().filter(s -> !hasFigure(s) || found.contains(s)).forEach(chosen::add);
    }
    for (Passage passage : reranked(passages, topic, best)) {
      boolean narrowed =
          question.limits().year().isPresent() || !question.limits().places().isEmpty();
      double least = hasFigure(passage.statement()) && !narrowed ? FIGURE_FOLLOWERS : FOLLOWERS;
      boolean near = passage.score() >= least * bestPassage;
      boolean room = chosen.size() < most || chosen.isEmpty();
      if (room
          && near
          && !chosen.contains(passage.statement())
          && (chosen.isEmpty()
              || !holdsOtherFigures(passage.statement(), chosen.getFirst(), question))) {
        chosen.add(passage.statement());
      }
    }
    List<Statement> labelled = labelled(chosen, question);
    List<Statement> said = withListed(labelled);
    boolean isOneOfLevels = labelled.size() < chosen.size();
    quoteInOrder(draft, said, isOneOfLevels ? List.of() : relevant(said, passages, question, text));
  }

  /** What else bears on a question as much, wherever it stands: the best, and what has room. */
  private List<Statement> relevant(
      List<Statement> said, List<Passage> passages, Question question, String text) {
    Set<String> asked = new LinkedHashSet<>();
    for (String word : Words.of(text)) {
      if (!JobTitles.isStop(word)) {
        asked.addAll(Words.canonical(word));
      }
    }
    List<Relevance.Ranked> ranked = Relevance.rank(passages, asked, this::wordsOf);
    Set<String> documents = new HashSet<>();
    said.forEach(s -> documents.add(s.document()));
    List<Statement> added = new ArrayList<>();
    Statement best = passages.getFirst().statement();
    if (!said.contains(best) && !holdsOtherFigures(best, said.getFirst(), question)) {
      added.add(best);
    }
    int chars = Stream.concat(said.stream(), added.stream()).mapToInt(s -> quote(s).length()).sum();
    for (Relevance.Ranked next : ranked.subList(0, Math.min(MAX_RANK, ranked.size()))) {
      Statement statement = next.statement();
      double less = ranked.getFirst().logOdds() - next.logOdds();
      int length = quote(statement).length();
      if (added.size() < MAX_ADDED
          && (less == 0 || documents.contains(statement.document()))
          && less <= (hasFigure(statement) ? FIGURE_MARGIN : MARGIN)
          && chars + length <= TYPICAL_CHARS
          && !said.contains(statement)
          && !added.contains(statement)
          && !holdsOtherFigures(statement, said.getFirst(), question)) {
        added.add(statement);
        chars += length;
      }
    }
    return added;
  }

  /** "Mid-level roles on the way": what is asked for is of one level. */
  private static boolean asksForLevel(Question question) {
    return question
        .limits()
        .band()
        .filter(band ->
            Pattern.compile(
                    "(?i)"
                        + Pattern.quote(band.name())
                        + "(?:[- ]level)?"
                        + " (?:roles?|jobs?|positions?|titles?|posts?|rungs?|steps?)\\b")
                .matcher(question.text())
                .find())
        .isPresent();
  }

  /** Of a list by levels, the item of the level asked: "Mid level: technical lead". */
  private static List<Statement> labelled(List<Statement> chosen, Question question) {
    Optional<Band> band = question.limits().band();
    List<Statement> labelled =
        chosen.stream()
            .filter(s -> s.text().indexOf(':') > 0 && band.isPresent())
            .filter(s ->
                Bands.in(label(s))
                    .filter(own -> own.stage().equals(band.orElseThrow().stage()))
                    .isPresent())
            .toList();
    return labelled.isEmpty() ? chosen : labelled;
  }

  /** A sentence that introduces a list says little without the list. */
  private List<Statement> withListed(List<Statement> chosen) {
    var result = new LinkedHashSet<Statement>();
    for (Statement statement : chosen) {
      result.add(statement);
      String lead = statement.text().replaceAll("[:.]$", "");
      knowledge.find(statement.document()).orElseThrow().statements().stream()
          .filter(
              s -> !s.lead().isEmpty() && s.lead().getFirst().replaceAll("[:.]$", "").equals(lead))
          .limit(MAX_LISTED)
          .forEach(result::add);
      if (statement.text().endsWith(":") && result.getLast().equals(statement)) {
        result.addAll(paragraphsBehind(statement));
      }
    }
    return List.copyOf(result);
  }

  /** The first sentences of the paragraphs that a sentence introduces: "The following are:". */
  private List<Statement> paragraphsBehind(Statement lead) {
    List<Statement> first = new ArrayList<>();
    int line = lead.line();
    for (Statement next : statements(Spot.of(lead))) {
      if (next.ordinal() <= lead.ordinal() || next.line() == line) {
        continue;
      }
      if (next.text().endsWith(":") || first.size() == MAX_LISTED) {
        break;
      }
      line = next.line();
      first.add(next);
    }
    return first;
  }

  /** The section at the spot, if it only introduces the sections nested in it. */
  private Optional<Section> leadIn(Spot spot) {
    return knowledge.find(spot.document()).orElseThrow().allSections().stream()
        .filter(section -> section.path().equals(spot.path()))
        .filter(section -> !section.sections().isEmpty())
        .filter(section ->
            section.statements().stream().allMatch(s -> s.kind() == StatementKind.SENTENCE))
        .findFirst();
  }

  private static boolean isInside(SectionMatch match, Section parent) {
    return isInside(match.section(), parent) && !match.section().statements().isEmpty();
  }

  private static boolean isInside(Section section, Section parent) {
    List<String> path = section.path();
    return path.size() > parent.path().size()
        && path.subList(0, parent.path().size()).equals(parent.path());
  }

  /** Whether one of the sections nested in a section bears on the question by itself. */
  private static boolean isToldInside(Section section, List<Passage> passages) {
    double least = FOLLOWERS * passages.getFirst().score();
    return passages.stream()
        .filter(passage -> passage.score() >= least)
        .map(passage -> passage.statement().path())
        .anyMatch(path ->
            path.size() > section.path().size()
                && path.subList(0, section.path().size()).equals(section.path()));
  }

  private List<Statement> statements(Spot place) {
    return knowledge.find(place.document()).orElseThrow().statements().stream()
        .filter(statement -> statement.path().equals(place.path()))
        .toList();
  }

  private static double bonus(List<String> path, Optional<Topic> topic) {
    Optional<Topic> at = topic.filter(t -> t != Topic.OVERVIEW);
    for (double bonus = TOPIC_BONUS; at.isPresent(); bonus /= 2) {
      if (path.stream().anyMatch(at.get()::heads)) {
        return bonus;
      }
      at = wider(at.get());
    }
    return 0;
  }

  private void quoteInOrder(Draft draft, List<Statement> chosen, List<Statement> added) {
    List<String> documents = chosen.stream().map(Statement::document).distinct().toList();
    List<Statement> ordered = new ArrayList<>(chosen);
    ordered.sort((a, b) -> {
      int byDocument =
          Integer.compare(documents.indexOf(a.document()), documents.indexOf(b.document()));
      return byDocument != 0 ? byDocument : Integer.compare(a.ordinal(), b.ordinal());
    });
    ordered.addAll(added);
    Map<Spot, List<Statement>> bySpot = new LinkedHashMap<>();
    for (Statement statement : ordered) {
      bySpot.computeIfAbsent(Spot.of(statement), _ -> new ArrayList<>()).add(statement);
    }
    String last = "";
    for (List<Statement> group : bySpot.values()) {
      group.sort(Orders.byInt(Statement::ordinal));
      RoleDocument document = knowledge.documentOf(group.getFirst());
      String heading =
          document.title()
              + (group.getFirst().path().isEmpty()
                  ? ""
                  : " › " + where(document, group.getFirst()));
      if (!heading.equals(last)) {
        draft.heading(heading);
        last = heading;
      }
      group.forEach(statement -> draft.item(quote(statement), List.of(statement)));
    }
  }

  private static String where(RoleDocument document, Statement statement) {
    List<String> path = statement.path().stream().filter(h -> !h.equals(document.title())).toList();
    return path.isEmpty()
        ? document.title()
        : String.join(" › ", path.subList(Math.max(0, path.size() - 2), path.size()));
  }

  /** Statements of the best section and those under a heading of the topic come first. */
  private static List<Passage> reranked(List<Passage> passages, Optional<Topic> topic, Spot best) {
    List<Passage> ranked = new ArrayList<>();
    for (Passage passage : passages) {
      Statement statement = passage.statement();
      boolean inBest =
          statement.document().equals(best.document()) && statement.path().equals(best.path());
      double bonus = bonus(statement.path(), topic) + (inBest ? TOPIC_BONUS : 0);
      ranked.add(new Passage(statement, passage.score() + bonus, passage.similarity()));
    }
    ranked.sort((a, b) -> Double.compare(b.score(), a.score()));
    return ranked;
  }

  /** A pay figure beside the statement asked for belongs to another question. */
  private boolean holdsOtherFigures(Statement statement, Statement first, Question question) {
    if (statement.equals(first) || question.pay()) {
      return false;
    }
    return knowledge.facts(statement).stream().anyMatch(Fact.Pay.class::isInstance);
  }

  /** The words of a statement, with what introduces it where it says too little alone. */
  static String quote(Statement statement) {
    if (statement.kind() == StatementKind.TABLE_ROW) {
      return row(statement);
    }
    return statement.text();
  }

  /** Whether the heading of a column tells nothing of what stands in it. */
  private static boolean saysNothing(String header) {
    return PLAIN_HEADER.matcher(header.strip()).matches();
  }

  private static final Pattern PLAIN_HEADER =
      Pattern.compile("(?i)(?:details?|values?|info(?:rmation)?|answers?|data|descriptions?)?");

  private static String row(Statement statement) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < statement.cells().size(); i++) {
      var cell = statement.cells().get(i);
      if (cell.text().isBlank()) {
        continue;
      }
      boolean label = i == 0 || saysNothing(cell.header());
      parts.add(label ? cell.text() : cell.header() + ": " + cell.text());
    }
    if (statement.cells().size() == 2 && saysNothing(statement.cells().get(1).header())) {
      return String.join(": ", parts);
    }
    return String.join(", ", parts);
  }
}
