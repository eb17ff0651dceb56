package dev.rolewise.knowledge.retrieval;

import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Bands;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.Nationalities;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.JobCatalog;
import dev.rolewise.knowledge.retrieval.Question.Form;
import dev.rolewise.knowledge.retrieval.Question.Limits;
import dev.rolewise.knowledge.retrieval.Question.Mention;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Understands what people write: which jobs, which topics, what narrows them, and what it takes
 * from the questions before. Immutable and safe to use from many threads.
 */
public final class QuestionReader {
  /** Questions of one message that are answered at most. */
  static final int MAX_QUESTIONS = 3;

  /** Sentences around a question that are read for what it is about. */
  private static final int MAX_CONTEXT = 12;

  private static final int MIN_PLACE_CHARS = 4;

  /** A message up to this length may be one question without question words. */
  private static final int SHORT_MESSAGE_CHARS = 300;

  private static final Pattern PAY =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:salar(?:y|ies)|pay(?:s|ing|check|cheque|scale|rise)?(?!"
              + " (?:off|attention|heed)\\b)|paid(?! (?:on[- ]the[-"
              + " ]job|training|leave|holidays?|vacations?|time"
              + " off|sick))|wages?|earn(?:s|ed|ing|ings|ers?)?|compensation|comp|remuneration|incomes?|(?:how"
              + " much|what|what'?s|hw much|wat)(?:"
              + " (?:does|do|did|would|will|can|could|is|are|might|should))?(?: \\S+){0,8}?"
              + " (?:make|makes|making|get|getting|bring home|take home)|gives? (?:you|them|us|me)"
              + " (?:an?|per|each)"
              + " (?:hour|day|week|month|year)\\b|bonus(?:es)?|tc|ote|money|\\$+|base"
              + " (?:range|pay|salary)|cost us|costs? (?:us|me|to (?:hire|employ))|take[-"
              + " ]home|cost (?:us|me)|costs? to"
              + " (?:hire|employ)|(?:pay|hourly|day|daily|going|union|guild|award|casual|wage|salary|half"
              + " day|full day|contract|top|starting) rates?|rates? (?:an|per|a)"
              + " (?:hour|day|week|month)|(?:union|guild) scale|scale for an?|(?<=^|the |what"
              + " |whats |what's |avg |average |typical |current |standard |usual |market"
              + " )rates?(?= for|$|\\?)|(?:what|wat|how much)(?: \\S+){1,8}? starts?(?: off)?"
              + " (?:on|at)|hourly|how much(?:"
              + " (?:is|are|for|does|do|would|will|can|a|an|per|in)\\b|\\s*\\?|\\s*$)|(?<!age"
              + " )ranges?(?= (?:for|of)|\\W*$)|package|ctc|lpa|stipend|rsus?|equity|stock(?:"
              + " options?)?|worth|\\d+(?:th|st|nd|rd)?"
              + " percentile|median|(?:hourly|daily|weekly|fortnightly|monthly|annual|yearly)"
              + " (?:minimum|maximum|scale)|makes? (?:more|most|less|least|the most|the"
              + " least|better)|gets? (?:more|most|less|least)|payday|payrise|(?<=pay |salary |wage"
              + " |a |next |my |first |annual |yearly )raise|raises?(?=\\W*$))(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:compare|compared|comparing|comparison|versus|vs\\.?|v\\.|differ\\w*|difference|contrast|side"
              + " by side|(?:the )?same (?:job|role|thing|as)|or"
              + " (?:an?|the)\\b|than|both)(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHOICE =
      Pattern.compile(
          "^\\W*(?:who|which)\\b.*\\b(?:more|most|less|least)\\b.*\\bor\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern HIGHEST =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:pays?|paid|earns?|makes?|making|gets?|worth) (?:the"
              + " )?(?:most|best|highest|more|better|higher)|(?:highest|best|top|most|better|higher)(?:"
              + " \\d{1,2}| three| five| ten)?[-"
              + " ](?:paid|paying|pay|salar\\w+|earning|earner|wage|average|median|comp\\w*)|(?:highest|most|best|biggest|largest|greatest|top|longest|fastest)(?!"
              + " \\d)|(?:where|which|who)(?: \\S+){0,6}"
              + " (?:most|best|more|highest))(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LOWEST =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:pays?|paid|earns?|makes?) (?:the"
              + " )?(?:least|worst|lowest|less)|(?:lowest|worst|least)[-"
              + " ]?(?:paid|paying|pay|salar\\w+|earning)?|(?:smallest|fewest|slowest))(?!"
              + " \\d)(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern YEARS_OF_EXPERIENCE =
      Pattern.compile(
          "(\\d{1,2}(?:\\.5)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\\s?\\+?(?:\\s?(?:-|–|to)\\s?\\d{1,2})?[-"
              + " ]?(?:years?|yrs?|yoe|y\\.?o\\.?e\\.?)(?:['’]?s?)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LEVEL_UP =
      Pattern.compile(
          "\\b(?:(?:one|a|1) (?:level|step|rung|grade|band) (?:up|higher|above)|(?:next|higher)"
              + " (?:level|step|rung|grade|band)(?: up)?|(?:level|step|rung|band)"
              + " (?:up|above)|above (?:that|this|them)|one up)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LEVEL_DOWN =
      Pattern.compile(
          "\\b(?:(?:one|a|1) (?:level|step|rung|grade|band) (?:down|lower|below)|(?:lower|previous)"
              + " (?:level|step|rung|grade|band)|(?:level|step|rung|band) (?:down|below)|below"
              + " (?:that|this|them)|one down)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern LEANS_BACK =
      Pattern.compile(
          "^(?:and|what about|how"
              + " about|same|also|then|ok|okay|so|but|or|why|really|plus|with|without|for|in|at|hmm|cool|great|thanks)\\b|\\b(?:that|those|it|its|they|them|their|theirs|there|he|she|his|her|this|these|the"
              + " role|the job|the position|same|instead|the other|one)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> FILLERS =
      Set.of(
          "wise",
          "meant",
          "without",
          "sentence",
          "sentences",
          "words",
          "word",
          "simple",
          "simply",
          "plain",
          "english",
          "nutshell",
          "rank",
          "ranking",
          "order",
          "husband",
          "wife",
          "hate",
          "love",
          "happening",
          "happens",
          "regarding",
          "concerning",
          "respect",
          "relative",
          "context",
          "straight",
          "going",
          "page",
          "kids",
          "much",
          "many",
          "large",
          "make",
          "makes",
          "get",
          "gets",
          "take",
          "takes",
          "need",
          "needs",
          "want",
          "know",
          "tell",
          "give",
          "show",
          "think",
          "say",
          "says",
          "said",
          "go",
          "like",
          "look",
          "looking",
          "kind",
          "sort",
          "type",
          "types",
          "thing",
          "things",
          "stuff",
          "someone",
          "anyone",
          "person",
          "people",
          "work",
          "works",
          "working",
          "job",
          "jobs",
          "role",
          "roles",
          "position",
          "positions",
          "please",
          "thanks",
          "thank",
          "hi",
          "hello",
          "hey",
          "question",
          "quick",
          "wonder",
          "wondering",
          "curious",
          "actually",
          "really",
          "basically",
          "roughly",
          "approximately",
          "around",
          "about",
          "per",
          "annum",
          "year",
          "years",
          "yearly",
          "annual",
          "annually",
          "hour",
          "hourly",
          "month",
          "monthly",
          "usually",
          "normally",
          "generally",
          "typically",
          "typical",
          "usual",
          "average",
          "mean",
          "expect",
          "expected",
          "range",
          "ranges",
          "amount",
          "number",
          "figure",
          "figures",
          "level",
          "levels",
          "field",
          "area",
          "nowadays",
          "today",
          "currently",
          "now",
          "days",
          "one",
          "two",
          "good",
          "well",
          "money",
          "lot",
          "lots",
          "bit",
          "also",
          "just",
          "still",
          "even",
          "main",
          "key",
          "important",
          "common",
          "list",
          "all",
          "every",
          "each",
          "whole",
          "full",
          "exactly",
          "offer",
          "offered",
          "find",
          "help",
          "idea",
          "clue",
          "according",
          "documents",
          "document",
          "docs",
          "paying",
          "worth",
          "use",
          "used",
          "using",
          "come",
          "comes",
          "coming",
          "let",
          "got",
          "im",
          "ive",
          "whats",
          "hows",
          "dont",
          "doesnt",
          "vs",
          "versus",
          "compare",
          "compared",
          "comparison",
          "difference",
          "different",
          "differ",
          "between",
          "both",
          "first",
          "start",
          "starting",
          "new",
          "become",
          "becoming",
          "able",
          "ask",
          "asking",
          "asked",
          "anything",
          "something",
          "everything",
          "us",
          "career",
          "careers",
          "professional",
          "professionals",
          "profession",
          "occupation",
          "will",
          "shall",
          "may",
          "etc",
          "ok",
          "okay",
          "right",
          "true",
          "correct",
          "real",
          "sure",
          "heard",
          "hear",
          "read",
          "told",
          "friend",
          "boss",
          "someday",
          "maybe",
          "probably",
          "way",
          "ways",
          "part",
          "parts",
          "kinds",
          "sorts",
          "total",
          "base",
          "overall",
          "within",
          "yo",
          "company",
          "day",
          "time",
          "there",
          "yet",
          "ever",
          "never",
          "always",
          "often",
          "u",
          "ur",
          "lol",
          "pls",
          "plz",
          "btw",
          "yes",
          "no",
          "not",
          "can",
          "could",
          "would",
          "should",
          "must",
          "bring",
          "brings",
          "involve",
          "involves",
          "include",
          "includes",
          "included",
          "including",
          "max",
          "min",
          "minimum",
          "maximum",
          "top",
          "bottom",
          "least",
          "most",
          "more",
          "less",
          "high",
          "low",
          "higher",
          "lower",
          "highest",
          "lowest",
          "best",
          "worst",
          "better",
          "biggest",
          "rate",
          "end",
          "market",
          "national",
          "across",
          "country",
          "world",
          "worldwide",
          "global",
          "globally",
          "given",
          "based",
          "terms",
          "compares",
          "comparing",
          "term",
          "details",
          "detail",
          "info",
          "information",
          "summary",
          "short",
          "brief",
          "briefly",
          "explain",
          "describe",
          "matter",
          "matters",
          "mentioned",
          "called",
          "named",
          "name",
          "names",
          "official",
          "officially",
          "hire",
          "hired",
          "employer",
          "employers",
          "candidate",
          "candidates",
          "applicant",
          "apply",
          "ceiling");

  private final JobCatalog catalog;
  private final JobNames names;
  private final UnaryOperator<String> spelling;
  private final Function<String, Optional<TopicModel.Guess>> meaning;

  /** The places that the documents tell pay for, by their names in lower case. */
  private final Map<String, Place> places = new HashMap<>();

  /** The letters that codes of bands begin with, in lower case. */
  private final Set<String> series = new HashSet<>();

  /** The jobs that have a band of a code, in lower case. */
  private final Map<String, Set<Job>> byCode = new HashMap<>();

  /**
   * @param catalog the jobs that the documents know
   * @param spelling corrects the spelling of plain text
   */
  public QuestionReader(JobCatalog catalog, UnaryOperator<String> spelling) {
    this(catalog, spelling, _ -> Optional.empty());
  }

  /**
   * @param catalog the jobs that questions may be about
   * @param spelling corrects the spelling of a text
   * @param meaning tells what a text without the names of jobs is about
   */
  public QuestionReader(
      JobCatalog catalog,
      UnaryOperator<String> spelling,
      Function<String, Optional<TopicModel.Guess>> meaning) {
    this.catalog = catalog;
    this.names = new JobNames(catalog);
    this.spelling = spelling;
    this.meaning = meaning;
    for (Job job : catalog.jobs()) {
      for (Fact.Pay pay : job.pay()) {
        pay.subject()
            .place()
            .filter(place -> place.name().length() >= MIN_PLACE_CHARS)
            .ifPresent(place -> places.put(place.name().toLowerCase(Locale.ROOT), place));
        pay.subject().band().stream()
            .flatMap(band -> Bands.codes(band.name()).stream())
            .forEach(code -> {
              series.add(lettersOf(code));
              byCode
                  .computeIfAbsent(code.toLowerCase(Locale.ROOT), _ -> new LinkedHashSet<>())
                  .add(job);
            });
      }
    }
  }

  /**
   * The questions of a message, at most three; empty if it asks nothing.
   *
   * @param message as the person wrote it
   * @param history the person's earlier messages, oldest first
   */
  public List<Question> read(String message, List<String> history) {
    List<Question> earlier = List.of();
    List<Mention> named = new ArrayList<>();
    for (String past : history) {
      List<Question> read = readOne(past, earlier);
      if (!read.isEmpty()) {
        earlier = read;
      }
      for (Question question : read) {
        for (Mention mention : question.mentions()) {
          named.removeIf(known -> known.jobs().equals(mention.jobs()));
          named.add(mention);
        }
      }
    }
    return readOne(message, earlier).stream()
        .map(question -> FollowUps.withJobsBefore(question, named))
        .toList();
  }

  private List<Question> readOne(String message, List<Question> earlier) {
    String plain = QuestionText.plain(message);
    List<String> asking = new ArrayList<>();
    List<String> telling = new ArrayList<>();
    boolean ordered = false;
    String last = "";
    for (String whole : QuestionText.sentences(plain)) {
      String sentence = withoutAsides(withoutReport(QuestionText.limited(whole)));
      if (QuestionText.isOrder(sentence)) {
        ordered = true;
        continue;
      }
      if (ordered && QuestionText.isDictated(sentence)) {
        continue;
      }
      if (QuestionText.isVerification(sentence) && !last.isEmpty()) {
        if (telling.remove(last)) {
          asking.add(last);
        }
      } else if (QuestionText.isQuestion(sentence) || asksWithoutQuestion(sentence)) {
        asking.add(sentence);
      } else {
        QuestionText.askedIn(sentence)
            .filter(asked -> FINITE.matcher(asked).find() && asksWithoutQuestion(asked))
            .map(asked -> withLimits(sentence, asked))
            .ifPresentOrElse(asking::add, () -> telling.add(sentence));
      }
      last = sentence;
    }
    if (ordered) {
      asking.removeIf(sentence -> !soundsLikeOurs(sentence) && !namesTopic(sentence));
    }
    if (asking.isEmpty() && plain.length() <= SHORT_MESSAGE_CHARS && !telling.isEmpty()) {
      asking.add(String.join(" ", telling));
      telling.clear();
    } else if (asking.isEmpty()) {
      telling.stream().filter(this::soundsLikeOurs).limit(MAX_QUESTIONS).forEach(asking::add);
    }
    if (asking.isEmpty()) {
      return List.of();
    }
    Optional<Question> context = told(telling, earlier);
    List<Question> questions = new ArrayList<>();
    for (String sentence :
        candidates(asking).stream().flatMap(this::byPlace).flatMap(this::byAspect).toList()) {
      List<Question> before =
          questions.isEmpty()
              ? context
                  .map(told -> names.find(sentence).isEmpty() ? told : told.asContext())
                  .map(List::of)
                  .orElse(earlier)
              : List.of(questions.getLast());
      questions.addAll(byStage(understand(sentence, before)));
    }
    return worthAnswering(questions);
  }

  /** The last of the sentences beside a question that tells whom or what it is about. */
  private Optional<Question> told(List<String> sentences, List<Question> earlier) {
    return (sentences.size() > MAX_CONTEXT ? List.<String>of() : sentences)
        .stream()
            .map(sentence -> understand(sentence, List.of(), false))
            .filter(told -> !told.mentions().isEmpty() || !told.limits().isNone())
            .reduce((_, last) -> last)
            .map(
                told -> told.mentions().isEmpty() ? understand(told.text(), earlier, false) : told);
  }

  /** What a sentence asks, with what it says in front where that narrows it. */
  private String withLimits(String sentence, String asked) {
    String front = sentence.substring(0, sentence.length() - asked.length());
    return limits(front).isNone() ? asked : sentence;
  }

  /** The sentence without who said so, unless that is the only one whom it can be about. */
  private String withoutReport(String sentence) {
    String reported = QuestionText.withoutReport(sentence);
    boolean tellsOfNoJob =
        !reported.equals(sentence)
            && names.find(reported).isEmpty()
            && !names.find(sentence).isEmpty();
    return tellsOfNoJob ? sentence : reported;
  }

  /** The question without what is said before and behind it and tells nothing of a job. */
  private String withoutAsides(String whole) {
    String corrected = QuestionText.corrected(whole);
    boolean aboutNoJob =
        names.find(whole.substring(0, whole.length() - corrected.length())).isEmpty();
    String sentence = aboutNoJob ? corrected : whole;
    QuestionText.Asides parts = QuestionText.asides(sentence);
    return (tellsNothing(parts.before()) ? "" : parts.before())
        + parts.question()
        + (tellsNothing(parts.behind()) ? "" : parts.behind());
  }

  private boolean tellsNothing(String text) {
    return !text.isEmpty()
        && names.find(text).isEmpty()
        && names.unknown(text, List.of()).isEmpty()
        && limits(text).isNone()
        && !PAY.matcher(text).find()
        && Figures.in(text).isEmpty()
        && Arrays.stream(Topic.values()).noneMatch(topic -> topic.isAskedIn(text));
  }

  /** "A cook in Leeds and a waiter in York": two jobs with a place each are two questions. */
  private Stream<String> byPlace(String sentence) {
    List<JobNames.Hit> hits = names.find(sentence);
    if (hits.size() != 2) {
      return Stream.of(sentence);
    }
    String between = sentence.substring(hits.getFirst().end(), hits.getLast().start());
    Matcher joint = JOINT.matcher(between);
    if (!joint.find()) {
      return Stream.of(sentence);
    }
    String first = sentence.substring(0, hits.getFirst().end() + joint.start());
    String second = sentence.substring(hits.getFirst().end() + joint.end());
    List<Place> ofFirst = places(first);
    List<Place> ofSecond = places(second);
    return ofFirst.isEmpty() || ofSecond.isEmpty() || ofFirst.equals(ofSecond)
        ? Stream.of(sentence)
        : Stream.of(first, second);
  }

  private static final Pattern JOINT =
      Pattern.compile("(?i)\\s*(?:[,;&]|\\band\\b)(?:\\s*and\\b)?\\s*(?:an? |the )?$");

  /** What is asked for side by side, in the words that are told from figures or text together. */
  private static final List<String> ASPECTS =
      List.of(
          "(?:pay|salar(?:y|ies)|wages?|earnings|compensation|comp)(?: ranges?)?",
          "years(?: of experience)?|(?:work )?experience|education|degrees?|requirements?"
              + "|qualifications?|(?:soft )?skills|licen[cs]es?|certifications?|tools|training",
          "duties|tasks|responsibilities",
          "career (?:path|progression)",
          "(?:job )?outlook|growth|demand",
          "benefits",
          "challenges");

  private static final Pattern ASPECT = Pattern.compile("(?i)" + String.join("|", ASPECTS));
  private static final Pattern JOINED =
      Pattern.compile(
          "(?i)\\s*(?:,\\s*(?:and\\s)?|\\band\\b|&|\\+|/|\\bplus\\b)\\s*(?:the |its |their )?");
  private static final Pattern SIDE_BY_SIDE =
      Pattern.compile(
          "(?i)(?<![\\p{L}-])(?:"
              + ASPECT.pattern()
              + ")(?:"
              + JOINED.pattern()
              + "(?:"
              + ASPECT.pattern()
              + "))+(?![\\p{L}-])");
  private static final Pattern YEARS_ALONE = Pattern.compile("\\byears\\b(?! of)");

  /** "Salary and requirements", "degree and duties": what is told apart is asked apart. */
  private Stream<String> byAspect(String sentence) {
    Matcher run = SIDE_BY_SIDE.matcher(sentence);
    if (!run.find()
        || Topic.PAY_FACTORS.isAskedIn(sentence)
        || limits(sentence).years().isPresent()) {
      return Stream.of(sentence);
    }
    Map<String, String> told = new LinkedHashMap<>();
    for (String aspect : JOINED.split(run.group(), 0)) {
      ASPECTS.stream()
          .filter(kind -> aspect.matches("(?i)" + kind))
          .findFirst()
          .ifPresent(kind -> told.merge(kind, aspect, (one, two) -> one + " and " + two));
    }
    String before = sentence.substring(0, run.start());
    String behind = sentence.substring(run.end());
    return told.size() < 2
        ? Stream.of(sentence)
        : told.values().stream()
            .map(aspect -> YEARS_ALONE.matcher(aspect).replaceAll("years of experience"))
            .map(aspect -> before + aspect + behind)
            .limit(MAX_QUESTIONS);
  }

  private List<Place> places(String text) {
    return placesIn(text).stream().map(Places.Found::place).toList();
  }

  /** "Entry level vs senior": a question about the pay of two stages is one about each. */
  private static List<Question> byStage(Question question) {
    Optional<Band> first = question.limits().band();
    if (first.isEmpty() || first.get().stage().isEmpty() || !question.pay()) {
      return List.of(question);
    }
    String rest = question.withoutJobs(question.text());
    Optional<Band> second =
        Bands.in(rest.replace(first.get().name(), " "))
            .filter(band -> band.stage().isPresent() && !band.stage().equals(first.get().stage()));
    return second
        .map(band -> List.of(question, question.with(question.limits().of(band))))
        .orElse(List.of(question));
  }

  /** "AVP pay in Seattle please.", "Two things: what does an engineer earn" */
  private boolean asksWithoutQuestion(String sentence) {
    return !FIRST_PERSON.matcher(sentence).find() && namesTopic(sentence);
  }

  private boolean namesTopic(String sentence) {
    return !names.find(sentence).isEmpty()
        && (PAY.matcher(sentence).find()
            || Arrays.stream(Topic.values()).anyMatch(topic -> topic.isAskedIn(sentence)));
  }

  /** A clause that says what somebody gets for a job, unlike "how long is the school". */
  private static final Pattern FINITE =
      Pattern.compile(
          "(?i)\\b(?:earns?|makes?|gets?|pays?|costs?|does|do|needs?|is paid|are paid)\\b");

  private static final Pattern FIRST_PERSON =
      Pattern.compile("(?i)\\b(?:i|i'm|im|i've|ive|my|we|we're|our|us|me)\\b");

  /** Small talk beside a real question is not answered. */
  private static List<Question> worthAnswering(List<Question> questions) {
    List<Question> real =
        questions.stream()
            .filter(question ->
                !question.mentions().isEmpty()
                    || question.pay()
                    || !question.unknownJobs().isEmpty()
                    || question.topics().stream().anyMatch(topic -> topic != Topic.OVERVIEW))
            .toList();
    List<Question> kept = real.isEmpty() ? questions : real;
    return kept.subList(0, Math.min(kept.size(), MAX_QUESTIONS));
  }

  private List<String> candidates(List<String> asking) {
    if (asking.size() <= MAX_QUESTIONS) {
      return asking;
    }
    List<String> ours = asking.stream().filter(this::soundsLikeOurs).toList();
    List<String> from = ours.isEmpty() ? asking : ours;
    return from.subList(0, Math.min(from.size(), MAX_QUESTIONS));
  }

  private boolean soundsLikeOurs(String sentence) {
    return PAY.matcher(sentence).find() || !names.find(sentence).isEmpty();
  }

  private Question understand(String sentence, List<Question> earlier) {
    return understand(sentence, earlier, true);
  }

  /**
   * @param asks whether the sentence asks; one that only tells has no topic that needs guessing
   */
  private Question understand(String sentence, List<Question> earlier, boolean asks) {
    String text = names.spelledOut(placed(spelling.apply(sentence)));
    List<JobNames.Hit> hits = new ArrayList<>(names.ofRows(names.refined(text, names.find(text))));
    boolean others = hits.size() > 1 || (!earlier.isEmpty() && FollowUps.meansOther(text));
    hits.removeIf(hit ->
        isOtherStep(hit.mention(), earlier)
            || (others && DENIAL.matcher(text.substring(0, hit.start())).find()));
    List<JobNames.Unknown> unknownTitles = new ArrayList<>();
    for (JobNames.Unknown job : names.unknown(text, hits)) {
      Optional<JobNames.Hit> told = hits.isEmpty() ? names.told(job) : Optional.empty();
      told.ifPresentOrElse(hits::add, () -> unknownTitles.add(job));
    }
    if (hits.isEmpty() && unknownTitles.isEmpty()) {
      names.doing(text).ifPresent(hits::add);
    }
    List<Mention> mentions = new ArrayList<>();
    String unexplained = text;
    for (JobNames.Hit hit : hits) {
      if (isOnlyJobWordOf(hit, unknownTitles)
          || isOfOtherRank(hit, unknownTitles)
          || isStartOfWay(hit, hits, text)) {
        continue;
      }
      if (mentions.stream().noneMatch(known -> known.jobs().equals(hit.mention().jobs()))) {
        mentions.add(hit.mention());
      }
      unexplained = blank(unexplained, hit.start() + stageInFront(hit), hit.end());
    }
    List<String> unknown = new ArrayList<>();
    for (JobNames.Unknown job : unknownTitles) {
      unknown.add(job.wording());
      boolean endsInKnown =
          hits.stream()
              .anyMatch(hit ->
                  hit.mention().fit() >= 1 && job.start() < hit.start() && hit.end() >= job.end());
      if (!endsInKnown) {
        unexplained = blank(unexplained, job.start(), job.end());
      }
    }
    String whole = unexplained;
    unexplained = BESIDE_PAY.matcher(whole).replaceAll(" ");
    Limits limits =
        limits(
            startsAtAmount(unexplained, mentions)
                ? STARTS_AT_AMOUNT.matcher(unexplained).replaceAll(" ")
                : unexplained);
    if (isLevelItself(text, mentions)) {
      limits =
          limits.band().flatMap(Band::stage).filter(Band.Stage.SENIOR::equals).isPresent()
              ? limits.withoutBand()
              : limits;
    }
    if (mentions.isEmpty() && unknown.isEmpty() && earlier.isEmpty()) {
      limits.band().stream().flatMap(band -> ofCode(band).stream()).forEach(mentions::add);
    }
    String open = withoutBand(withoutYears(whole, limits), limits);
    List<Topic> topics = topics(open, withoutBand(text, limits));
    List<String> rest = rest(Idioms.without(unexplained), limits, topics);
    boolean pay =
        asksPay(unexplained + " " + payWordsOf(mentions), topics)
            || (impliesPay(text, mentions, topics, limits) && !asksOther(text, rest, limits));
    Form form = form(unexplained, mentions.size() + unknown.size());
    boolean shift = LEVEL_UP.matcher(text).find() || LEVEL_DOWN.matcher(text).find();
    pay = pay && !onlyFactors(topics);
    Question own =
        new Question(
            text,
            Idioms.explained(text),
            mentions,
            unknown,
            topics,
            pay,
            limits,
            form,
            rest,
            false,
            false);
    own = asks ? guessed(own) : own;
    if (earlier.isEmpty()) {
      return own;
    }
    Question before = earlier.getLast();
    return FollowUps.merge(
        FollowUps.otherOne(FollowUps.inSameDocument(own, before, catalog), before, catalog),
        before,
        shift,
        LEVEL_UP.matcher(text).find(),
        catalog,
        LEANS_BACK.matcher(text).find());
  }

  /**
   * A question is about what it means where no word of it tells what it asks for, or where its
   * words, which may only be said aside, tell something else than what it almost certainly means.
   */
  private Question guessed(Question question) {
    String text = question.withoutJobs(question.searchText());
    boolean mayRank =
        question.mentions().isEmpty()
            && question.unknownJobs().isEmpty()
            && question.limits().isNone();
    if (text.isBlank() || (question.pay() && !mayRank)) {
      return question;
    }
    boolean isTold = question.topics().stream().anyMatch(topic -> topic != Topic.OVERVIEW);
    return meaning
        .apply(text)
        .filter(guess ->
            !isTold
                || guess.topic().filter(question.topics()::contains).isPresent()
                || guess.probability() > ALMOST_CERTAIN)
        .filter(guess ->
            guess.isRanking()
                ? mayRank
                : !question.pay() && (guess.topic().isPresent() || mayMeanPay(question)))
        .map(question::about)
        .orElse(question);
  }

  /** What stands beside pay is not told from it by meaning. */
  private static boolean mayMeanPay(Question question) {
    return !question.mentions().isEmpty()
        && !onlyFactors(question.topics())
        && !question.topics().contains(Topic.BENEFITS);
  }

  /** A guess as likely as this is trusted more than words. */
  private static final double ALMOST_CERTAIN = 0.9;

  /** How long the band is that a title of a role begins with: "junior", "band 6". */
  private static int stageInFront(JobNames.Hit hit) {
    Job job = hit.mention().jobs().getFirst();
    String wording = hit.mention().wording();
    String band = Bands.in(wording).map(Band::name).filter(wording::startsWith).orElse("");
    boolean ofTitle =
        band.isEmpty()
            || band.length() == wording.length()
            || job.role().isEmpty()
            || job.names().stream()
                .anyMatch(name -> name.words().containsAll(Words.canonical(band)));
    return ofTitle ? 0 : band.length();
  }

  /** "Swiss carpenters" are carpenters in Switzerland, "German teachers" may be of German. */
  private String placed(String text) {
    for (Nationalities.Found found : Nationalities.in(text)) {
      String rest = text.substring(found.end());
      int lead = rest.length() - rest.stripLeading().length();
      boolean partOfName =
          names.find(text).stream()
              .anyMatch(hit -> hit.start() <= found.start() && found.end() <= hit.end());
      boolean beforeJob =
          names.find(rest).stream()
              .anyMatch(hit -> hit.start() == lead && hit.mention().fit() >= 1);
      if (!partOfName && beforeJob) {
        String plain = text.substring(0, found.start()) + rest.strip();
        int end = plain.length() - (plain.matches("(?s).*[?!.]") ? 1 : 0);
        return plain.substring(0, end) + " in " + found.country() + plain.substring(end);
      }
    }
    return text;
  }

  /** "Senior people at director level": the title is the level. */
  private static boolean isLevelItself(String text, List<Mention> mentions) {
    return mentions.stream()
        .anyMatch(mention ->
            Pattern.compile(Pattern.quote(mention.wording()) + "[- ]level\\b")
                .matcher(text)
                .find());
  }

  private static boolean onlyFactors(List<Topic> topics) {
    return topics.contains(Topic.PAY_FACTORS) || topics.contains(Topic.NEGOTIATION);
  }

  /** A page title such as "Paralegal Salary" is a name of its job and asks for pay as well. */
  private static String payWordsOf(List<Mention> mentions) {
    return mentions.stream()
        .flatMap(mention -> Words.of(mention.wording()).stream())
        .filter(word -> word.startsWith("salar") || word.equals("pay") || word.startsWith("wage"))
        .findFirst()
        .orElse("");
  }

  /** "Prompt engineer" names no engineer of the documents. */
  private static boolean isOnlyJobWordOf(JobNames.Hit hit, List<JobNames.Unknown> unknown) {
    boolean bare = hit.mention().isAmbiguous() || Words.of(hit.mention().wording()).size() == 1;
    boolean role = hit.mention().jobs().stream().anyMatch(job -> job.role().isPresent());
    return unknown.stream()
        .filter(u -> u.start() <= hit.start() && hit.end() <= u.end())
        .anyMatch(u ->
            (bare && (hit.mention().fit() < 1 || !role))
                || (u.start() == hit.start()
                    && OF.matcher(u.wording().substring(hit.end() - u.start())).lookingAt()));
  }

  private static final Pattern OF = Pattern.compile("(?i)\\s+of\\b");

  /** "Staff engineer" where documents tell of engineers only: a rank makes it another job. */
  private static boolean isOfOtherRank(JobNames.Hit hit, List<JobNames.Unknown> unknown) {
    return unknown.stream()
        .filter(u -> u.start() < hit.start() && hit.end() >= u.end() && hit.start() < u.end())
        .anyMatch(u ->
            Words.of(u.wording().substring(0, hit.start() - u.start())).stream()
                .allMatch(JobNames::isRank));
  }

  /**
   * "From engineer to head of AI": the way is that to the second, whatever is meant by the first.
   */
  private static boolean isStartOfWay(JobNames.Hit hit, List<JobNames.Hit> hits, String text) {
    return hit.mention().fit() < 1
        && FROM.matcher(text.substring(0, hit.start())).find()
        && hits.stream()
            .anyMatch(other ->
                other.start() > hit.end()
                    && TO.matcher(text.substring(hit.end(), other.start())).matches());
  }

  private static final Pattern FROM = Pattern.compile("(?i)\\bfrom (?:an? |the |being an? )?$");
  private static final Pattern TO =
      Pattern.compile("(?i)(?: role| job| level| position)? (?:up )?to (?:an? |the |being an? )?");

  /** "With 6 years of experience" tells whom is meant and asks for no experience. */
  private static String withoutYears(String text, Limits limits) {
    return limits.years().isEmpty() || NEEDS.matcher(text).find()
        ? text
        : WITH_EXPERIENCE.matcher(text).replaceAll(" ");
  }

  private static final Pattern NEEDS =
      Pattern.compile(
          "(?i)\\b(?:needs?|needed|requires?|required|must|have to|has to|enough|takes?|asks?)\\b");

  private static final Pattern WITH_EXPERIENCE =
      Pattern.compile(
          YEARS_OF_EXPERIENCE.pattern() + " (?:of )?(?:work )?experience\\b",
          Pattern.CASE_INSENSITIVE);

  private static String withoutBand(String text, Limits limits) {
    String rest = text;
    Optional<Band> band = limits.band();
    for (int i = 0; i < MAX_BANDS && band.isPresent(); i++) {
      rest = rest.replace(band.get().name(), " ").replaceAll("\\s+", " ");
      band = Bands.in(rest).filter(other -> other.stage().isPresent());
    }
    return rest;
  }

  /** Levels that a question sets side by side at most. */
  private static final int MAX_BANDS = 2;

  /**
   * "Data scientist in Boston?", "AI engineer with 15 years": nothing but a row of pay is meant.
   */
  private static boolean impliesPay(
      String text, List<Mention> mentions, List<Topic> topics, Limits limits) {
    boolean paid =
        mentions.stream().flatMap(m -> m.jobs().stream()).anyMatch(job -> !job.pay().isEmpty());
    boolean nothingElse = topics.stream().allMatch(topic -> topic == Topic.OVERVIEW);
    boolean narrowed =
        limits.band().isPresent()
            || limits.years().isPresent()
            || limits.measure().isPresent()
            || BASE_AND_TOTAL.matcher(text).find()
            || ENDS_IN_PERIOD.matcher(text).find()
            || !limits.places().isEmpty()
            || limits.statistic().filter(s -> s.kind() != Statistic.Kind.TYPICAL).isPresent()
            || Figures.in(text).stream()
                .anyMatch(f -> f.kind() == Figure.Kind.MONEY || isThousands(f));
    return paid && nothingElse && narrowed && !COUNTS.matcher(text).find();
  }

  /** "Perks besides the paycheck": what stands behind is not asked for. */
  private static final Pattern BESIDE_PAY = Pattern.compile("(?i)\\b" + Topic.BESIDE_PAY);

  /** "Which senior steps lead to head": what is asked is said in words that are none of pay. */
  private static boolean asksOther(String text, List<String> rest, Limits limits) {
    return !rest.isEmpty()
        && limits.years().isEmpty()
        && limits.measure().isEmpty()
        && limits.statistic().isEmpty()
        && !HOW_FAR_APART.matcher(text).find()
        && ASKING.matcher(text).find()
        && Figures.in(text).stream().noneMatch(figure -> figure.kind() == Figure.Kind.MONEY);
  }

  private static final Pattern HOW_FAR_APART =
      Pattern.compile("(?i)\\b(?:gap|difference|jump|spread)\\b");
  private static final Pattern ASKING =
      Pattern.compile(
          "(?i)^\\W*(?:(?:and|so|but|ok|okay|also|then|well|hi|hey)\\W+)*(?:(?:what|which|who|whom|where|when|why|how)\\b(?!"
              + " (?:about|if)\\b)|(?:do|does|did|would|will|can|could|should|must|may|are|is)"
              + " (?!it\\b|that\\b|this\\b))");

  /** "SDET, per month": unlike in "weekly hours", what is told for the time is left out. */
  private static final Pattern ENDS_IN_PERIOD =
      Pattern.compile(
          "(?i)\\b(?:hourly|weekly|fortnightly|monthly|annual(?:ly)?|yearly|per"
              + " (?:hour|week|fortnight|month|year|annum))\\W*$"
              + "|\\b(?:hourly|daily|weekly|fortnightly|monthly|yearly)"
              + " (?:min(?:imum)?|max(?:imum)?|average|median|mean)(?="
              + " (?:of|for|in|at|as)\\b|\\W*$)");

  private static final Pattern COUNTS =
      Pattern.compile(
          "(?i)\\bhow (?:many|long|old|often|far|big(?! (?:is |are |was )?(?:the |a )?(?:pay"
              + " |salary |wage )?(?:gap|difference|jump|step|spread))|heavy|tall|high"
              + " up)\\b|\\bnumber of\\b|\\b(?:max|min)(?:imum)?"
              + " (?:age|weight|height|hours|days|speed|distance|size|score|load|number|depth|qualifications?|education|experience|requirements?)\\b");

  private static boolean isThousands(Figure figure) {
    return figure.kind() == Figure.Kind.COUNT && figure.value().high().orElse(0) >= 10_000;
  }

  private static final Pattern WEAK_PAY =
      Pattern.compile("(?i)(?:money|worth|raise|package|rates?|ranges?|how much.*|wh?at'?s?.*)");

  /** "What makes it hard": something is made, not earned. */
  private static final Pattern CAUSES = Pattern.compile("(?i)wh?at'?s? (?:makes?|making|gets?)");

  private static final Pattern MAKES =
      Pattern.compile("(?i)^(?:how much|wh?at'?s?|hw much) (?:do|does)\\b.* makes?$");

  private static final Pattern GETS_PER =
      Pattern.compile(
          "(?i)\\b(?:get|gets|getting|make|makes|making) (?:an?|per|each)"
              + " (?:hour|day|week|month)\\b");

  /** Words such as "money" ask for pay only if nothing else is asked for. */
  private static boolean asksPay(String text, List<Topic> topics) {
    Matcher matcher = PAY.matcher(text);
    boolean others = topics.stream().anyMatch(topic -> topic != Topic.OVERVIEW);
    while (matcher.find()) {
      if (CAUSES.matcher(matcher.group()).matches()) {
        continue;
      }
      boolean makes = MAKES.matcher(matcher.group()).find() || GETS_PER.matcher(text).find();
      if (!others || makes || !WEAK_PAY.matcher(matcher.group()).matches()) {
        return true;
      }
    }
    return CLAIMED.matcher(text).find();
  }

  /** "They start at 300 a day", "nurses are on 60k": what somebody is said to be paid. */
  private static final Pattern CLAIMED =
      Pattern.compile(
          "(?i)\\b(?:on|at|from|with|for|make|makes|gets?|draws?|pull) (?:about |around |over |only"
              + " |like |nearly |almost )?[$£€]?(?:\\d{2,3}(?:[.,]\\d+)? ?k\\b|\\d[\\d,.]*(?:"
              + " (?:an?|per|each) | ?/ ?)(?:hour|hr|day|shift|week|month|year)\\b)");

  private static String blank(String text, int start, int end) {
    return text.substring(0, start) + "·".repeat(end - start) + text.substring(end);
  }

  private static List<Topic> topics(String unexplained, String text) {
    List<Topic> topics = new ArrayList<>();
    for (Topic topic : Topic.values()) {
      boolean whole =
          topic == Topic.OVERVIEW || topic == Topic.RESPONSIBILITIES || topic == Topic.CAREER;
      boolean byIdiom = topic == Topic.OVERVIEW && Idioms.isIn(text);
      if (!byIdiom && topic.isAskedIn(whole ? text : unexplained)) {
        topics.add(topic);
      }
    }
    return topics;
  }

  private Limits limits(String unexplained) {
    List<Place> places = new ArrayList<>();
    String rest = unexplained;
    for (Places.Found found : placesIn(unexplained)) {
      places.add(found.place());
      rest = blank(rest, found.start(), found.end());
    }
    rest = withoutDenied(rest);
    Optional<Statistic> statistic = statistic(rest);
    OptionalDouble years = OptionalDouble.empty();
    Matcher matcher = YEARS_OF_EXPERIENCE.matcher(rest);
    if (matcher.find() && !isPeriodOfForecast(rest, matcher)) {
      years = yearsOf(matcher.group());
      rest = blank(rest, matcher.start(), matcher.end());
    }
    Matcher nth = YEAR_OF_WORK.matcher(rest);
    if (years.isEmpty() && nth.find() && Integer.parseInt(nth.group(1)) > MAX_TRAINING_YEARS) {
      years = OptionalDouble.of(Integer.parseInt(nth.group(1)) - 1);
      rest = blank(rest, nth.start(), nth.end());
    }
    Optional<Band> code = codeIn(rest);
    Optional<Band> band = code.isPresent() ? code : Bands.in(rest);
    OptionalInt year = OptionalInt.empty();
    for (Figure figure : Figures.in(rest)) {
      if (figure.kind() == Figure.Kind.CALENDAR_YEAR
          && !OF_ENTRY.matcher(rest.substring(0, figure.start())).find()) {
        year = OptionalInt.of((int) figure.value().high().orElse(0));
      }
    }
    Optional<Measure> measure =
        BASE_AND_TOTAL.matcher(rest).find() ? Optional.empty() : PayTerms.measure(rest);
    return new Limits(measure, statistic, period(rest), band, years, places, year);
  }

  /** "In my 11th year": ten years of experience lie behind it. */
  private static final Pattern YEAR_OF_WORK =
      Pattern.compile("(?i)\\b(\\d{1,2})(?:st|nd|rd|th)[- ]year\\b");

  /** A later year is none of a training, which have pay of their own. */
  private static final int MAX_TRAINING_YEARS = 6;

  private static final Pattern BASE_AND_TOTAL =
      Pattern.compile(
          "(?i)\\bbase(?: salary| pay)?(?: and| vs\\.?| versus| or| to| from|,)(?: the)?"
              + " total\\b|\\btotal(?: compensation| comp| pay| cash)?(?: and| vs\\.?| versus| or|"
              + " to| from|,)(?: the)? base\\b");

  /** "HP7": a code like those that the documents have for bands, whether they have this one. */
  private Optional<Band> codeIn(String text) {
    return Bands.codes(text).stream()
        .filter(code -> series.contains(lettersOf(code)))
        .map(code -> new Band(code, Optional.empty(), Optional.empty()))
        .findFirst();
  }

  /** "HP4 annual": the jobs that have a band of this code. */
  private Optional<Mention> ofCode(Band band) {
    Set<Job> jobs = byCode.getOrDefault(band.name().toLowerCase(Locale.ROOT), Set.of());
    return jobs.isEmpty()
        ? Optional.empty()
        : Optional.of(new Mention(band.name(), List.copyOf(jobs), 1));
  }

  /** "And at E2?" after a question on step E1 of a job. */
  private boolean isOtherStep(Mention mention, List<Question> earlier) {
    return !earlier.isEmpty()
        && Bands.codes(mention.wording()).contains(mention.wording())
        && series.contains(lettersOf(mention.wording()))
        && earlier
            .getLast()
            .limits()
            .band()
            .filter(before ->
                Bands.codes(before.name()).stream()
                    .anyMatch(code -> lettersOf(code).equals(lettersOf(mention.wording()))))
            .isPresent();
  }

  private static String lettersOf(String code) {
    return code.replaceAll("[\\d.]", "").toLowerCase(Locale.ROOT);
  }

  private static final String NOT =
      "(?i)(?:\\bnot|\\brather than|\\binstead of|\\bas opposed to) (?:just |only )?(?:the |an? )?";

  /** "The mean, not the median" asks for one of them. */
  private static final Pattern DENIED = Pattern.compile(NOT + "[\\p{L}-]+");

  /** What stands right in front of a job that is not meant. */
  private static final Pattern DENIAL = Pattern.compile("(?<!why )" + NOT + "$");

  /** The text without what it says it does not ask for, unless nothing else is left to ask. */
  private static String withoutDenied(String text) {
    if (!DENIED.matcher(text).find()) {
      return text;
    }
    String left = DENIED.matcher(text).replaceAll(" ");
    boolean same =
        statistic(left).isPresent() == statistic(text).isPresent()
            && PayTerms.measure(left).isPresent() == PayTerms.measure(text).isPresent();
    return same ? left : text;
  }

  /** Whether a start is that of an amount: the jobs have no level to start at. */
  private static boolean startsAtAmount(String text, List<Mention> mentions) {
    return STARTS_AT_AMOUNT.matcher(text).find()
        && mentions.stream()
            .flatMap(mention -> mention.jobs().stream())
            .flatMap(job -> job.pay().stream())
            .noneMatch(QuestionReader::isOfStart);
  }

  /** Whether an amount is that of those who start: by its level, its years or its words. */
  private static boolean isOfStart(Fact.Pay pay) {
    Optional<Band> band = pay.subject().band();
    return band.flatMap(Band::stage).filter(Band.Stage.ENTRY::equals).isPresent()
        || band.flatMap(Band::years).filter(years -> years.low().orElse(1) == 0).isPresent()
        || (pay.statement().cells().isEmpty()
            && IS_STARTED_AT.matcher(pay.statement().text()).find());
  }

  private static final Pattern IS_STARTED_AT =
      Pattern.compile("(?i)\\b(?:starts?|started|begins?) (?:at|on|near) [^\\d\\s]?\\d");

  /** "AVPs start at $300k" */
  private static final Pattern STARTS_AT_AMOUNT =
      Pattern.compile(
          "(?i)\\bstart(?:s|ing)?(?: off| out)? (?:at|on|with|from) (?:an? |the |about |around"
              + " )*(?=[$€£]|\\d)");

  private static Optional<Statistic> statistic(String text) {
    Optional<Statistic> stated = PayTerms.statistic(text);
    return stated.isPresent() ? stated : PayTerms.end(text);
  }

  /** "Constables who joined after 2013": the year tells whom a row is about. */
  private static final Pattern OF_ENTRY =
      Pattern.compile(
          "(?i)\\b(?:joined|joining|hired|started|appointed|recruited|graduated|entered|qualified)"
              + "(?: \\p{L}+){0,3} $");

  private static final Pattern FORECAST =
      Pattern.compile("(?i)\\b(?:next|coming|past|last|within|in the)\\s+$");

  private static boolean isPeriodOfForecast(String text, Matcher matcher) {
    String before = text.substring(0, matcher.start());
    return FORECAST.matcher(before).find();
  }

  private static OptionalDouble yearsOf(String wording) {
    for (Figure figure :
        Figures.in(wording.replaceAll("(?i)\\s*(?:yoe|y\\.o\\.e|yrs?'?)", " years"))) {
      if (figure.kind() == Figure.Kind.YEARS) {
        double low = figure.value().low().orElse(0);
        double high = figure.value().high().orElse(low);
        return OptionalDouble.of(low == high ? low : (low + high) / 2);
      }
    }
    return OptionalDouble.empty();
  }

  private static final Pattern HOURLY =
      Pattern.compile("(?i)\\b(?:hourly|per hour|an hour|by the hour|/hr|/hour)\\b");
  private static final Pattern MONTHLY =
      Pattern.compile("(?i)\\b(?:monthly|per month|a month|each month)\\b");
  private static final Pattern FORTNIGHTLY =
      Pattern.compile(
          "(?i)\\b(?:fortnightly|(?:per|a|each) fortnight|bi-?weekly|every two weeks)\\b");
  private static final Pattern WEEKLY = Pattern.compile("(?i)\\b(?:weekly|per week|a week)\\b");
  private static final Pattern DAILY =
      Pattern.compile("(?i)\\b(?:per day|a day|daily rate|day rate|per diem)\\b");
  private static final Pattern ANNUAL =
      Pattern.compile("(?i)\\b(?:annual(?:ly)?|yearly|per year|a year|per annum)\\b");

  private static Optional<Period> period(String text) {
    if (HOURLY.matcher(text).find()) {
      return Optional.of(Period.HOUR);
    }
    if (MONTHLY.matcher(text).find()) {
      return Optional.of(Period.MONTH);
    }
    if (FORTNIGHTLY.matcher(text).find()) {
      return Optional.of(Period.FORTNIGHT);
    }
    if (WEEKLY.matcher(text).find()) {
      return Optional.of(Period.WEEK);
    }
    if (DAILY.matcher(text).find()) {
      return Optional.of(Period.DAY);
    }
    return ANNUAL.matcher(text).find() ? Optional.of(Period.YEAR) : Optional.empty();
  }

  private static Form form(String text, int jobs) {
    if (jobs >= 2 && COMPARISON.matcher(text).find() && !CHOICE.matcher(text).find()) {
      return Form.COMPARISON;
    }
    if (LOWEST.matcher(text).find()) {
      return Form.LOWEST;
    }
    return HIGHEST.matcher(text).find() ? Form.HIGHEST : Form.PLAIN;
  }

  /** Places that are known in general or only to the documents, in reading order. */
  private List<Places.Found> placesIn(String text) {
    List<Places.Found> found = new ArrayList<>(Places.in(text));
    String lower = text.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Place> own : places.entrySet()) {
      int start = lower.indexOf(own.getKey());
      int end = start + own.getKey().length();
      boolean whole =
          start >= 0
              && (start == 0 || !Character.isLetterOrDigit(lower.charAt(start - 1)))
              && (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end)));
      if (whole
          && !Places.isExcluded(text, start)
          && found.stream()
              .noneMatch(
                  f -> f.start() < end && start < f.end() && f.end() - f.start() >= end - start)) {
        found.removeIf(f -> f.start() < end && start < f.end());
        found.add(new Places.Found(own.getValue(), start, end));
      }
    }
    found.sort(Orders.byInt(Places.Found::start));
    return found;
  }

  /** "A rundown of what", "some sense of how": what is asked for stands behind it. */
  private static final Pattern BEFORE_CLAUSE =
      Pattern.compile(
          "(?i)\\b(?:an?|some|the|any) \\p{L}+ of (?=(?:what|how|who|where|when|why|which)\\b)");

  private static final Pattern BLANK = Pattern.compile("·+");

  private List<String> rest(String unexplained, Limits limits, List<Topic> topics) {
    String text = BEFORE_CLAUSE.matcher(unexplained).replaceAll(" ");
    for (Places.Found found : placesIn(text)) {
      text = blank(text, found.start(), found.end());
    }
    // what is blanked out stands for a word: "what does a ··· deal with"
    text = BLANK.matcher(text).replaceAll("x");
    for (Topic topic : topics) {
      if (topic != Topic.OVERVIEW) {
        text = topic.without(text);
      }
    }
    text = YEARS_OF_EXPERIENCE.matcher(text).replaceAll(" ");
    if (limits.band().isPresent()) {
      text = text.replace(limits.band().get().name(), " ");
    }
    Set<String> rest = new LinkedHashSet<>();
    for (String word : Words.of(text)) {
      if (!JobTitles.isStop(word)
          && !FILLERS.contains(word)
          && !FunctionWords.isRunTogether(word)
          && (word.length() > 1 || Character.isDigit(word.charAt(0)))
          && !PayTerms.isPay(word)
          && PayTerms.measure(word).isEmpty()
          && PayTerms.statistic(word).isEmpty()) {
        rest.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return List.copyOf(rest);
  }
}
