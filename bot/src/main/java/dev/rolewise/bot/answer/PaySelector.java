package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.PaySelection.Chosen;
import dev.rolewise.bot.answer.PaySelection.Lacking;
import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Band.Stage;
import dev.rolewise.knowledge.fact.Bands;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.JointTitle;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Question;
import dev.rolewise.knowledge.retrieval.Question.Form;
import dev.rolewise.knowledge.retrieval.Question.Limits;
import dev.rolewise.knowledge.retrieval.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Picks the facts about pay that answer a question: every limit the question names must hold, and
 * of what is left the facts that are limited least.
 */
final class PaySelector {
  private static final Pattern RANGE_TOO =
      Pattern.compile(
          "(?i)\\band (?:in )?(?:the )?(?:typical |usual |full )?ranges?\\b|\\branges?"
              + " and\\b|\\baverage and\\b|\\bhow (?:far up|high)\\b|\\bmedian and\\b");

  /** A "package" may be all pay or any; these words mean all of it. */
  private static final Pattern EXPLICIT_TOTAL =
      Pattern.compile(
          "(?i)\\b(?:total|tc|ote|all[-"
              + " ]in|everything|included|including|counted|whole|full|overall|with)\\b");

  /** Facts that an answer shows for one job at most. */
  static final int MAX_FACTS = 6;

  private final KnowledgeBase knowledge;

  PaySelector(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The facts that answer a question about a job, at most as many as an answer shows. */
  PaySelection select(Job job, Question question) {
    PaySelection all = all(job, question);
    return all instanceof Chosen(var facts) && facts.size() > MAX_FACTS
        ? new Chosen(facts.subList(0, MAX_FACTS))
        : all;
  }

  /** Every fact that answers a question about a job. */
  PaySelection all(Job job, Question question) {
    PaySelection direct = ofJob(job, question);
    boolean hasMain =
        direct instanceof Chosen chosen && chosen.facts().stream().anyMatch(PayKinds::isMain);
    boolean part =
        question
            .limits()
            .measure()
            .filter(m -> m == Measure.BONUS || m == Measure.EQUITY)
            .isPresent();
    if (part || job.role().isEmpty() || PayKinds.asksExtra(question.text())) {
      return direct;
    }
    if (question.limits().isNone() && !isOfWholeRole(direct)) {
      List<Fact.Pay> joined = ofParts(job);
      if (!joined.isEmpty()) {
        return new Chosen(distinct(joined, job));
      }
    }
    if (hasMain) {
      return direct;
    }
    List<Fact.Pay> levels = levels(job);
    if (!levels.isEmpty() && question.limits().isNone() && question.rest().isEmpty()) {
      return new Chosen(distinct(ofEach(levels), job));
    }
    return !levels.isEmpty() && select(job, levels, question) instanceof Chosen chosen
        ? chosen
        : direct;
  }

  /** Of each level the facts that are limited least. */
  private List<Fact.Pay> ofEach(List<Fact.Pay> levels) {
    Map<List<Object>, List<Fact.Pay>> byLevel = new LinkedHashMap<>();
    for (Fact.Pay fact : levels) {
      List<Object> level = List.of(fact.subject().jobTitle(), fact.subject().band());
      byLevel.computeIfAbsent(level, _ -> new ArrayList<>()).add(fact);
    }
    return byLevel.values().stream()
        .flatMap(facts -> leastLimited(facts, Limits.NONE).stream())
        .toList();
  }

  private static boolean isOfWholeRole(PaySelection selection) {
    return selection instanceof Chosen chosen
        && chosen.facts().stream()
            .anyMatch(fact -> fact.subject().isDocumentRole() && PayKinds.isMain(fact));
  }

  /** Of each of the jobs that the title of a document names together, what it pays. */
  private List<Fact.Pay> ofParts(Job job) {
    List<Fact.Pay> facts = new ArrayList<>();
    int paid = 0;
    for (String part : JointTitle.parts(job.title())) {
      List<String> name = JobName.of(part).words();
      List<Fact.Pay> of =
          mainPay(job).stream()
              .filter(f -> JobName.of(f.subject().jobTitle()).words().containsAll(name))
              .toList();
      List<Fact.Pay> exact =
          of.stream()
              .filter(f -> JobName.of(f.subject().jobTitle()).isSameAs(JobName.of(part)))
              .toList();
      of = leastLimited(exact.isEmpty() ? of : exact, Limits.NONE);
      List<Fact.Pay> middle =
          of.stream()
              .filter(f ->
                  f.statistic().kind() == Statistic.Kind.MEDIAN
                      || f.statistic().kind() == Statistic.Kind.AVERAGE)
              .toList();
      of = middle.isEmpty() ? of : middle;
      facts.addAll(of.subList(0, Math.min(MAX_FACTS / 2, of.size())));
      paid += of.isEmpty() ? 0 : 1;
    }
    return paid > 1 ? facts : List.of();
  }

  /**
   * The rows of the levels of a role whose document gives no pay for the role as a whole; every row
   * of a document that is called after no job, such as a "wage scale".
   */
  private List<Fact.Pay> levels(Job job) {
    List<Fact.Pay> rows =
        mainPay(job).stream().filter(f -> !f.statement().cells().isEmpty()).toList();
    List<Fact.Pay> named =
        rows.stream()
            .filter(f ->
                job.names().stream()
                    .flatMap(name -> name.words().stream())
                    .anyMatch(JobName.of(f.subject().jobTitle()).words()::contains))
            .toList();
    boolean isOfNoJob = JobTitles.in(job.title()).isEmpty();
    return named.isEmpty()
        ? rows.stream().filter(f -> isOfNoJob || f.subject().band().isPresent()).toList()
        : named;
  }

  /** What the document of a role pays those whose title ends in its name: "Senior embalmers". */
  private List<Fact.Pay> ofTitledLevels(Job job) {
    List<String> name = job.names().getFirst().words();
    return mainPay(job).stream()
        .filter(f -> {
          List<String> title = JobName.of(f.subject().jobTitle()).words();
          int start = title.size() - name.size();
          return start > 0
              && title.subList(start, title.size()).equals(name)
              && !PayKinds.asksExtra(f.subject().jobTitle());
        })
        .toList();
  }

  private static final Pattern OTHER_JOBS =
      Pattern.compile("(?i)\\b(?:similar|related|other|compar\\w+|neighbou?r\\w+)\\b");

  private List<Fact.Pay> mainPay(Job job) {
    List<Fact.Pay> facts = new ArrayList<>();
    for (Fact fact : knowledge.facts(job.role().orElseThrow())) {
      if (fact instanceof Fact.Pay pay
          && PayKinds.isMain(pay)
          && pay.statement().path().stream().noneMatch(h -> OTHER_JOBS.matcher(h).find())) {
        facts.add(pay);
      }
    }
    return facts;
  }

  private PaySelection ofJob(Job job, Question question) {
    List<Fact.Pay> inOwn =
        job.pay().stream()
            .filter(f -> job.role().filter(f.statement().document()::equals).isPresent())
            .toList();
    Optional<Band> senior =
        question.limits().band().filter(b -> b.stage().filter(Stage.SENIOR::equals).isPresent());
    if (senior.isPresent() && job.pay().stream().noneMatch(f -> isIn(f, senior.get()))) {
      List<String> rank = Words.canonical(senior.get().name());
      List<Fact.Pay> titled =
          job.role().isEmpty()
              ? List.of()
              : ofTitledLevels(job).stream()
                  .filter(f ->
                      isIn(f, senior.get())
                          || JobName.of(f.subject().jobTitle()).words().containsAll(rank))
                  .toList();
      if (!titled.isEmpty()
          && select(job, titled, question.with(question.limits().withoutBand()))
              instanceof Chosen chosen) {
        return chosen;
      }
    }
    if (!inOwn.isEmpty()
        && inOwn.size() < job.pay().size()
        && select(job, inOwn, question) instanceof Chosen chosen) {
      // what other documents say beside their own subject is worth less
      return chosen;
    }
    PaySelection own = select(job, job.pay(), question);
    if (own instanceof Lacking && question.limits().band().isPresent()) {
      Optional<PaySelection> ranked =
          ofRank(job, question.limits().band().get())
              .map(level ->
                  select(level, level.pay(), question.with(question.limits().withoutBand())))
              .filter(Chosen.class::isInstance);
      if (ranked.isPresent()) {
        return ranked.get();
      }
    }
    boolean ownLevel = question.limits().band().filter(band -> band.stage().isEmpty()).isPresent();
    if (own instanceof Lacking && ownLevel && job.role().isPresent()) {
      List<Fact.Pay> wider = new ArrayList<>();
      for (Fact fact : knowledge.facts(job.role().get())) {
        if (fact instanceof Fact.Pay pay) {
          wider.add(pay);
        }
      }
      PaySelection inDocument = select(job, wider, question);
      return inDocument instanceof Chosen ? inDocument : own;
    }
    return own;
  }

  /** The level of a role that its document gives a title of its own, such as "Senior keeper". */
  private Optional<Job> ofRank(Job job, Band band) {
    List<String> rank = Words.canonical(band.name());
    return knowledge.jobs().jobs().stream()
        .filter(level -> level.role().isEmpty() && !level.pay().isEmpty())
        .filter(level -> job.role().filter(level.documents()::contains).isPresent())
        .filter(level -> level.names().stream().anyMatch(name -> isRankOf(name, rank, job)))
        .findFirst();
  }

  private static boolean isRankOf(JobName name, List<String> rank, Job job) {
    List<String> rest = new ArrayList<>(name.words());
    return !rank.isEmpty()
        && rest.containsAll(rank)
        && rest.removeAll(rank)
        && rest.stream()
            .allMatch(word ->
                job.names().stream()
                    .flatMap(own -> own.words().stream())
                    .anyMatch(own -> own.endsWith(word)));
  }

  /** The question for one of its places. */
  static Question in(Question question, Place place) {
    return question.with(question.limits().in(List.of(place)));
  }

  private PaySelection select(Job job, List<Fact.Pay> all, Question question) {
    List<Fact.Pay> facts = all;
    Limits limits = question.limits();
    if (facts.isEmpty()) {
      return new Lacking("pay for " + job.title(), List.of());
    }
    List<Place> places = limits.places();
    if (limits.isNone()) {
      facts = current(facts);
    }
    if (!places.isEmpty()) {
      facts = inAny(facts, places);
      if (facts.isEmpty()) {
        return new Lacking(
            "pay for " + job.title() + " in " + places.getFirst().name(),
            names(all, f -> f.subject().place().map(Place::name)));
      }
    }
    if (limits.year().isPresent()) {
      int year = limits.year().getAsInt();
      List<Fact.Pay> then =
          facts.stream().filter(f -> f.year().isPresent() && f.year().getAsInt() == year).toList();
      if (then.isEmpty()) {
        return new Lacking("pay for " + job.title() + " for the year asked", List.of());
      }
      facts = then;
    }
    if (limits.period().isPresent()) {
      Period period = limits.period().get();
      List<Fact.Pay> per = facts.stream().filter(f -> f.period() == period).toList();
      if (per.isEmpty()) {
        return new Lacking(name(period) + " pay for " + job.title(), List.of());
      }
      facts = per;
    }
    if (limits.measure().isPresent()) {
      Measure measure = limits.measure().get();
      List<Fact.Pay> of = facts.stream().filter(f -> f.measure() == measure).toList();
      boolean loose =
          measure == Measure.BASE
              || (measure == Measure.TOTAL && !EXPLICIT_TOTAL.matcher(question.text()).find());
      if (of.isEmpty() && loose) {
        of = facts.stream().filter(f -> f.measure() == Measure.SALARY).toList();
      }
      if (of.isEmpty()) {
        return new Lacking(
            name(measure) + " for " + job.title(),
            names(facts, f -> Optional.of(name(f.measure()))));
      }
      facts = of;
    }
    if (limits.years().isPresent()) {
      List<Fact.Pay> at = atYears(facts, limits.years().getAsDouble());
      if (at.isEmpty()) {
        return new Lacking(
            "pay for " + job.title() + " with that many years of experience",
            names(facts, f -> f.subject().band().map(Band::name)));
      }
      List<Fact.Pay> within =
          limits
              .band()
              .filter(band -> band.stage().isEmpty())
              .map(band -> at.stream().filter(f -> isIn(f, band)).toList())
              .orElse(List.of());
      facts = within.isEmpty() ? at : within;
    } else if (limits.band().isPresent()) {
      Band band = limits.band().get();
      List<Fact.Pay> stated = facts.stream().filter(f -> isIn(f, band)).toList();
      List<Fact.Pay> in =
          stated.isEmpty() ? facts.stream().filter(f -> isAbout(f, band)).toList() : stated;
      in =
          in.isEmpty() && band.stage().filter(Stage.ENTRY::equals).isPresent()
              ? beginners(facts)
              : in;
      in =
          in.isEmpty()
                  && job.role().isPresent()
                  && band.stage().filter(Stage.SENIOR::equals).isPresent()
              ? oldHands(facts)
              : in;
      if (in.isEmpty()) {
        return new Lacking(
            "pay for " + job.title() + " at the level “" + band.name() + "”",
            names(facts, f -> f.subject().band().map(Band::name)));
      }
      facts = atStart(in, band, question.text());
    }
    boolean rangeToo =
        RANGE_TOO.matcher(question.text()).find()
            && limits.statistic().filter(s -> s.kind() != Statistic.Kind.PERCENTILE).isPresent();
    if (limits.statistic().isPresent() && !rangeToo) {
      Statistic statistic = limits.statistic().get();
      List<Fact.Pay> of = withStatistic(facts, statistic);
      if (of.isEmpty()
          && (statistic.kind() == Statistic.Kind.PERCENTILE
              || statistic.kind() == Statistic.Kind.MEDIAN)) {
        return new Lacking(
            (statistic.kind() == Statistic.Kind.MEDIAN ? "median pay" : "pay at that percentile")
                + " for "
                + job.title(),
            List.of());
      }
      boolean explicit = statistic.kind() == Statistic.Kind.PERCENTILE || isEnd(statistic);
      if (of.isEmpty() && isEnd(statistic)) {
        of = endOfScale(facts, statistic);
      }
      if (!of.isEmpty() && (explicit || least(of, limits) <= least(facts, limits))) {
        facts = of;
      }
    }
    List<String> words = new ArrayList<>(question.rest());
    List<Topic> topics =
        question.topics().stream().filter(topic -> topic != Topic.OVERVIEW).toList();
    topics.forEach(topic -> words.addAll(topic.wordsIn(question.text())));
    question.mentions().stream()
        .filter(mention -> mention.jobs().contains(job))
        .forEach(mention -> words.addAll(Words.of(mention.wording())));
    if (limits.statistic().filter(PaySelector::isEnd).isPresent()) {
      words.removeAll(SCALE_WORDS);
    }
    List<Fact.Pay> matching = matchingDetail(facts, words, topics);
    if (places.isEmpty()) {
      Optional<String> elsewhere = unknownPlace(matching, question);
      if (elsewhere.isPresent()) {
        return new Lacking(
            "pay for " + job.title() + " in “" + elsewhere.get() + "”",
            names(matching, f -> f.subject().place().map(Place::name)));
      }
    }
    Optional<String> otherPart = unknownPart(matching, question);
    if (otherPart.isPresent()) {
      return new Lacking("pay for " + job.title() + " in “" + otherPart.get() + "”", List.of());
    }
    Optional<String> blank = blankColumn(matching, words);
    if (blank.isPresent()) {
      return new Lacking("pay for " + job.title() + " at “" + blank.get() + "”", List.of());
    }
    facts = withAlternative(matching, facts, words, topics, question.text());
    return new Chosen(distinct(leastLimited(facts, limits), job));
  }

  /**
   * What those who begin are paid where no words say so: the rows for the first years, or amounts
   * that a note beside them says are those to start at.
   */
  private List<Fact.Pay> beginners(List<Fact.Pay> facts) {
    List<Fact.Pay> first =
        facts.stream()
            .filter(f ->
                f.subject()
                    .band()
                    .filter(band -> band.stage().isEmpty())
                    .flatMap(Band::years)
                    .filter(PaySelector::isOfFirstYears)
                    .isPresent())
            .toList();
    if (!first.isEmpty()) {
      return first;
    }
    List<Fact.Pay> said = facts.stream().filter(PaySelector::isSaidToStart).toList();
    return said.isEmpty() ? facts.stream().filter(this::isNotedAsStart).toList() : said;
  }

  /** "A green deckhand is started at $165": the words right in front of an amount. */
  private static boolean isSaidToStart(Fact.Pay fact) {
    String text = fact.statement().cells().isEmpty() ? fact.statement().text() : "";
    int amount = text.indexOf(fact.wording());
    return amount > 0 && STARTS_AT.matcher(text.substring(0, amount)).find();
  }

  private static final Pattern STARTS_AT =
      Pattern.compile("(?i)\\b(?:starts?|started|begins?) (?:at |on |near )?(?:about |around )?$");

  /** What those are paid who are called experienced, else those with the most years. */
  private static List<Fact.Pay> oldHands(List<Fact.Pay> all) {
    List<Fact.Pay> facts = all.stream().filter(PaySelector::isRegular).toList();
    for (Stage stage : List.of(Stage.LATE, Stage.EXPERIENCED)) {
      List<Fact.Pay> named =
          facts.stream()
              .filter(
                  f -> f.subject().band().flatMap(Band::stage).filter(stage::equals).isPresent())
              .toList();
      if (!named.isEmpty()) {
        return named;
      }
    }
    List<Fact.Pay> served =
        facts.stream()
            .filter(f ->
                !f.statement().cells().isEmpty() || SERVED.matcher(f.statement().text()).find())
            .toList();
    double most = served.stream().mapToDouble(PaySelector::bandStart).max().orElse(0);
    return most < MIN_SENIOR_YEARS
        ? List.of()
        : served.stream().filter(f -> bandStart(f) == most).toList();
  }

  private static final Pattern SERVED =
      Pattern.compile("(?i)\\byears?['’]?(?: of)? (?:experience|service)\\b");

  private static final int MIN_SENIOR_YEARS = 5;

  private static boolean isOfFirstYears(Range years) {
    return years.low().orElse(0) == 0 && years.high().orElse(MANY_YEARS + 1) <= MANY_YEARS;
  }

  private boolean isNotedAsStart(Fact.Pay fact) {
    return knowledge.documentOf(fact.statement()).statements().stream()
        .filter(note -> note.cells().isEmpty() && note.path().equals(fact.statement().path()))
        .anyMatch(note -> START_NOTE.matcher(note.text()).find());
  }

  /** "These are starting figures", said of the amounts beside it. */
  private static final Pattern START_NOTE =
      Pattern.compile(
          "(?i)^\\W*(?:these|those|all|the)(?: \\p{L}+)?(?: figures| amounts| rates| salaries)?"
              + " are (?:all )?(?:the )?(?:starting|entry|joining)\\b");

  /** "Band 5 starting pay": the first step of a band whose steps have columns of their own. */
  private static List<Fact.Pay> atStart(List<Fact.Pay> facts, Band band, String question) {
    boolean start =
        band.stage().isEmpty()
            && Bands.in(question.replace(band.name(), " "))
                .flatMap(Band::stage)
                .filter(Stage.ENTRY::equals)
                .isPresent();
    List<Fact.Pay> first =
        start ? withStatistic(facts, Statistic.of(Statistic.Kind.LOW)) : List.<Fact.Pay>of();
    return first.isEmpty() ? facts : first;
  }

  /** "Highest salary of a welder": the end of what a job pays, where nothing else is ranked. */
  static Question ofEnd(Question question) {
    boolean high = question.form() == Form.HIGHEST;
    boolean ofOneJob = question.mentions().size() == 1 && (high || question.form() == Form.LOWEST);
    return ofOneJob
            && question.limits().statistic().isEmpty()
            && isOfTheWhole(question.limits())
            && END_OF_PAY.matcher(question.text()).find()
        ? question.with(
            question.limits().with(Statistic.of(high ? Statistic.Kind.HIGH : Statistic.Kind.LOW)))
        : question;
  }

  private static final Pattern END_OF_PAY =
      Pattern.compile(
          "(?i)\\b(?:highest|top|best|biggest|largest|lowest|smallest|worst|least)(?:"
              + " (?!paying)\\p{L}+){0,2}[- ](?:salar(?:y|ies)|pay|paid|wages?|incomes?"
              + "|earnings|compensation|rates?)\\b|\\bthe (?:most|least)(?: money)?(?: that)?"
              + " (?:an?|the|one|you|i|people|\\p{L}+s)\\b");

  /** "The top step": what an end is of tells no row from others. */
  private static final Set<String> SCALE_WORDS =
      Set.of("step", "steps", "point", "scale", "scales", "grade", "band", "range");

  private static boolean isEnd(Statistic statistic) {
    return isHigh(statistic) || statistic.kind() == Statistic.Kind.LOW;
  }

  private static boolean isHigh(Statistic statistic) {
    return statistic.kind() == Statistic.Kind.HIGH || statistic.kind() == Statistic.Kind.TOP;
  }

  /** Whether it is paid for time at work, again and again. */
  private static boolean isRegular(Fact.Pay fact) {
    return PayKinds.isMain(fact) && !PayKinds.isByPiece(fact) && fact.period() != Period.ONCE;
  }

  /** The first or last step of a scale whose steps are the rows of one table. */
  private static List<Fact.Pay> endOfScale(List<Fact.Pay> facts, Statistic end) {
    boolean scale =
        facts.stream()
            .allMatch(f -> !f.statement().cells().isEmpty() && f.subject().band().isPresent());
    if (!scale || facts.size() < 3) {
      return List.of();
    }
    Comparator<Fact.Pay> byAmount = Orders.byDouble(f -> f.amount().middle());
    return facts.stream().max(isHigh(end) ? byAmount : byAmount.reversed()).stream().toList();
  }

  /** Whether nothing but a statistic narrows what is asked. */
  private static boolean isOfTheWhole(Limits limits) {
    return limits.measure().isEmpty()
        && limits.period().isEmpty()
        && limits.band().isEmpty()
        && limits.years().isEmpty()
        && limits.places().isEmpty();
  }

  /** The facts of the statistic asked for, otherwise of the one that tells most about a row. */
  static List<Fact.Pay> ofOneStatistic(List<Fact.Pay> facts, Optional<Statistic> asked) {
    if (asked.isPresent()) {
      List<Fact.Pay> of = withStatistic(facts, asked.get());
      if (!of.isEmpty()) {
        return of;
      }
    }
    for (Statistic.Kind kind : List.of(Statistic.Kind.MEDIAN, Statistic.Kind.AVERAGE)) {
      List<Fact.Pay> of = facts.stream().filter(f -> f.statistic().kind() == kind).toList();
      if (of.size() > 1) {
        return of;
      }
    }
    return facts.stream().filter(f -> f.statistic().kind() != Statistic.Kind.PERCENTILE).toList();
  }

  /** Facts of one dimension of a job for "which city pays most" and the like. */
  static List<Fact.Pay> ranked(List<Fact.Pay> facts, boolean highest) {
    Comparator<Fact.Pay> byAmount = Orders.byDouble(f -> f.amount().middle());
    return facts.stream().sorted(highest ? byAmount.reversed() : byAmount).toList();
  }

  /** Without figures of years for which a later one has taken their place. */
  private static List<Fact.Pay> current(List<Fact.Pay> facts) {
    return facts.stream()
        .filter(fact -> facts.stream().noneMatch(other -> isLater(other, fact)))
        .toList();
  }

  private static boolean isLater(Fact.Pay later, Fact.Pay fact) {
    if (later.year().isEmpty() || fact.year().isEmpty()) {
      return false;
    }
    int years = later.year().getAsInt() - fact.year().getAsInt();
    return years >= (later.statistic().equals(fact.statistic()) ? 1 : MANY_YEARS)
        && later.period() == fact.period()
        && later.measure() == fact.measure()
        && later.currency().equals(fact.currency())
        && later.subject().jobTitle().equals(fact.subject().jobTitle())
        && later.subject().band().equals(fact.subject().band())
        && later.subject().place().equals(fact.subject().place())
        && (later.subject().detail().isEmpty()
            || later.subject().detail().equals(fact.subject().detail()))
        && PayKinds.isMain(later);
  }

  /** After so many years any figure of a job tells more than an old one. */
  private static final int MANY_YEARS = 3;

  /** The facts told for one of the places; for a country, those told for parts of it if none is. */
  private List<Fact.Pay> inAny(List<Fact.Pay> facts, List<Place> places) {
    List<Fact.Pay> named =
        facts.stream()
            .filter(f -> f.subject().place().isPresent())
            .filter(f -> places.stream().anyMatch(place -> isIn(f, place)))
            .toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<Fact.Pay> there =
        facts.stream().filter(f -> places.stream().anyMatch(place -> isIn(f, place))).toList();
    return there.isEmpty()
        ? facts.stream().filter(f -> places.stream().anyMatch(place -> isOfPart(f, place))).toList()
        : there;
  }

  /** Whether a fact is told for a part of the market of its document, which the place is. */
  boolean isOfPart(Fact.Pay fact, Place place) {
    return fact.subject().place().filter(p -> p.kind() != Place.Kind.COUNTRY).isPresent()
        && isMarketOf(fact, place);
  }

  boolean isIn(Fact.Pay fact, Place place) {
    Optional<Place> own = fact.subject().place();
    return own.isPresent()
        ? Places.same(place, own.get())
        : isMarketOf(fact, place) || context(fact).containsAll(Words.canonical(place.name()));
  }

  /** The market a fact is of: that of its document, unless its place or its money is of another. */
  Optional<String> market(Fact.Pay fact) {
    RoleDocument document = knowledge.documentOf(fact.statement());
    if (document.currency().filter(usual -> !usual.equals(fact.currency())).isPresent()) {
      return Optional.empty();
    }
    Optional<String> market = document.market();
    Optional<Place> place = fact.subject().place();
    if (market.isEmpty() || place.isEmpty()) {
      return market;
    }
    Optional<Place> whole = Places.whole(market.get());
    boolean elsewhere =
        whole
            .filter(of -> of.kind() == place.get().kind() && !Places.same(of, place.get()))
            .isPresent();
    return elsewhere ? Optional.empty() : market;
  }

  /** A country that the whole document is about narrows nothing. */
  private boolean isMarketOf(Fact.Pay fact, Place place) {
    RoleDocument document = knowledge.documentOf(fact.statement());
    Optional<String> market = document.market();
    if (placesOf(document).stream().anyMatch(own -> Places.overlap(place, own))) {
      return true;
    }
    if (place.kind() != Place.Kind.COUNTRY) {
      return false;
    }
    return market.isPresent()
        ? Places.in(market.get()).stream().anyMatch(found -> Places.same(found.place(), place))
            || Places.whole(market.get()).filter(p -> Places.same(p, place)).isPresent()
        : Places.uses(place, fact.currency());
  }

  /** The places a whole document is about: its market, or the only one it is called after. */
  private static List<Place> placesOf(RoleDocument document) {
    List<Place> places = new ArrayList<>();
    document.market().flatMap(Places::whole).ifPresent(places::add);
    for (String name : List.of(document.title(), document.id().replace('-', ' '))) {
      List<Places.Found> found = Places.in(name);
      if (found.size() == 1) {
        places.add(found.getFirst().place());
      }
    }
    return places;
  }

  List<Fact.Pay> atYears(List<Fact.Pay> facts, double years) {
    List<Fact.Pay> own =
        facts.stream()
            .filter(f ->
                f.subject().band().flatMap(Band::years).filter(r -> r.contains(years)).isPresent())
            .toList();
    if (!own.isEmpty()) {
      return narrowest(own);
    }
    Set<Stage> stages = new HashSet<>();
    for (Fact.Pay fact : facts) {
      for (Fact other : knowledge.facts(fact.statement().document())) {
        if (other instanceof Fact.Pay pay && fact.subject().band().isPresent()) {
          pay.subject()
              .band()
              .filter(b -> b.years().filter(r -> r.contains(years)).isPresent())
              .flatMap(Band::stage)
              .ifPresent(stages::add);
        }
      }
    }
    return facts.stream()
        .filter(f -> f.subject().band().flatMap(Band::stage).filter(stages::contains).isPresent())
        .toList();
  }

  /** Where bands share a year, the ones that start at it tell more than those that end there. */
  private static List<Fact.Pay> narrowest(List<Fact.Pay> facts) {
    Map<List<String>, Double> latest = new LinkedHashMap<>();
    facts.forEach(f -> latest.merge(f.statement().path(), bandStart(f), Math::max));
    return facts.stream()
        .filter(f -> latest.getOrDefault(f.statement().path(), 0.0) == bandStart(f))
        .toList();
  }

  private static double bandStart(Fact.Pay fact) {
    return fact.subject().band().flatMap(Band::years).map(r -> r.low().orElse(0)).orElse(0.0);
  }

  static boolean isIn(Fact.Pay fact, Band asked) {
    Optional<Band> band = fact.subject().band();
    if (band.isEmpty()) {
      return false;
    }
    if (asked.stage().isPresent() && band.get().stage().isPresent()) {
      return asked.stage().equals(band.get().stage());
    }
    String name = band.get().name();
    int years = band.get().years().isPresent() ? name.lastIndexOf(", ") : -1;
    Set<String> own = Bands.words(years > 0 ? name.substring(0, years) : name);
    for (Cell cell : fact.statement().cells()) {
      if (Bands.isHeader(cell.header()) && own.contains(lower(cell.text().strip()))) {
        own.addAll(Bands.words(cell.header()));
      }
    }
    Set<String> wanted = Bands.words(asked.name());
    return !wanted.isEmpty() && own.containsAll(wanted);
  }

  /** Whether what stands around a fact names the band: the rates of a list on apprentices. */
  private static boolean isAbout(Fact.Pay fact, Band asked) {
    if (asked.stage().isEmpty()) {
      return context(fact).containsAll(Bands.words(asked.name()));
    }
    List<String> around = new ArrayList<>(fact.statement().lead());
    around.addAll(fact.statement().path());
    around.add(fact.subject().detail());
    return around.stream()
        .flatMap(text -> Bands.in(text).stream())
        .anyMatch(band -> band.stage().equals(asked.stage()));
  }

  private static List<Fact.Pay> withStatistic(List<Fact.Pay> facts, Statistic asked) {
    return facts.stream().filter(f -> isStatistic(f, asked)).toList();
  }

  /** Whether a figure is of a statistic: the median is the 50th percentile. */
  static boolean isStatistic(Fact.Pay fact, Statistic asked) {
    Statistic own = fact.statistic();
    return switch (asked.kind()) {
      case PERCENTILE -> {
        int n = asked.percentile().orElse(50);
        yield (own.kind() == Statistic.Kind.PERCENTILE && own.percentile().orElse(0) == n)
            || (n == 50 && own.kind() == Statistic.Kind.MEDIAN)
            || (n >= 90 && own.kind() == Statistic.Kind.TOP);
      }
      case MEDIAN ->
          own.kind() == Statistic.Kind.MEDIAN
              || (own.kind() == Statistic.Kind.PERCENTILE && own.percentile().orElse(0) == 50);
      case LOW ->
          own.kind() == Statistic.Kind.LOW
              || (own.kind() == Statistic.Kind.PERCENTILE && own.percentile().orElse(50) <= 10);
      case TOP, HIGH ->
          own.kind() == Statistic.Kind.TOP
              || own.kind() == Statistic.Kind.HIGH
              || (own.kind() == Statistic.Kind.PERCENTILE && own.percentile().orElse(0) >= 90);
      case AVERAGE, TYPICAL, BROADER -> own.kind() == asked.kind();
      case UNSPECIFIED -> true;
    };
  }

  /** The words that tell a fact from the other facts of its job. */
  private static Set<String> context(Fact.Pay fact) {
    String detail = EXCLUDED.matcher(fact.subject().detail()).replaceAll(" ");
    Set<String> words = new HashSet<>(Words.canonical(detail));
    words.addAll(Words.canonical(fact.subject().jobTitle()));
    fact.subject().band().ifPresent(band -> words.addAll(Words.canonical(band.name())));
    fact.subject().place().ifPresent(place -> words.addAll(Words.canonical(place.name())));
    fact.statement().lead().forEach(lead -> words.addAll(Words.canonical(lead)));
    if (!fact.statement().path().isEmpty()) {
      words.addAll(Words.canonical(fact.statement().path().getLast()));
    }
    if (fact.statement().cells().isEmpty()) {
      words.addAll(Words.canonical(fact.statement().text()));
    } else {
      words.addAll(Words.canonical(labels(fact)));
    }
    return words;
  }

  /**
   * What a row and its columns are called: the heading of its labels, these, and that of a cell.
   */
  private static String labels(Fact.Pay fact) {
    List<Cell> cells = fact.statement().cells();
    String heading = PayKinds.cell(fact).map(Cell::header).orElse("");
    String labels = String.join(" ", cells.getFirst().header(), cells.getFirst().text(), heading);
    return EXCLUDED.matcher(labels).replaceAll(" ");
  }

  /** "Government, excluding education and hospitals" is no row on hospitals. */
  private static final Pattern EXCLUDED =
      Pattern.compile("(?i)\\b(?:excluding|except(?: for)?|other than|not including)\\b[^;]*");

  private static final Set<String> PERIOD_WORDS =
      Set.of(
          "per",
          "year",
          "month",
          "fortnight",
          "week",
          "day",
          "hour",
          "annum",
          "pay",
          "salary",
          "wage");

  /** "Hospital or clinic": the facts of each side where those of one have matched best. */
  private static List<Fact.Pay> withAlternative(
      List<Fact.Pay> matching,
      List<Fact.Pay> facts,
      List<String> rest,
      List<Topic> topics,
      String question) {
    if (matching.size() == facts.size() || !ALTERNATIVES.matcher(question).find()) {
      return matching;
    }
    Set<String> said = new HashSet<>();
    matching.forEach(fact -> said.addAll(context(fact)));
    List<String> others =
        rest.stream().filter(word -> !said.containsAll(Words.canonical(word))).toList();
    List<Fact.Pay> left = facts.stream().filter(fact -> !matching.contains(fact)).toList();
    List<Fact.Pay> other = matchingDetail(left, others, topics);
    List<Fact.Pay> both = new ArrayList<>(matching);
    if (other.size() < left.size() || left.size() == 1) {
      both.addAll(other);
    }
    return both;
  }

  private static final Pattern ALTERNATIVES =
      Pattern.compile("(?i)\\b(?:or|vs\\.?|versus|than|compared (?:to|with))\\b");

  /**
   * The heading of a column that a question names and for which the row it is about has nothing;
   * empty if a figure is given for it, or no such column is named.
   */
  private static Optional<String> blankColumn(List<Fact.Pay> facts, List<String> rest) {
    Set<String> words = new HashSet<>();
    rest.forEach(word -> words.addAll(Words.canonical(word)));
    Set<Statement> rows = new HashSet<>();
    for (Fact.Pay fact : facts) {
      if (fact.statement().cells().isEmpty() || said(PayKinds.cell(fact), words) > 0) {
        return Optional.empty();
      }
      rows.add(fact.statement());
    }
    return rows.size() != 1
        ? Optional.empty()
        : rows.iterator().next().cells().stream()
            .skip(1)
            .filter(cell -> NO_FIGURE.matcher(cell.text()).matches())
            .filter(cell -> said(Optional.of(cell), words) > 0)
            .map(Cell::header)
            .findFirst();
  }

  /**
   * A name behind "in" that nothing about pay has, where all of it is told by place: nobody says
   * that it is one, but it can hardly be anything else.
   */
  private static Optional<String> unknownPlace(List<Fact.Pay> facts, Question question) {
    long told = facts.stream().map(f -> f.subject().place()).distinct().count();
    if (told < MIN_PLACES || facts.stream().anyMatch(f -> f.subject().place().isEmpty())) {
      return Optional.empty();
    }
    return unsaid(BEHIND_IN, facts, question);
  }

  /**
   * The same where all of it is told for parts of a job, such as leagues or branches of law: an
   * amount for one of them is none for another.
   */
  private Optional<String> unknownPart(List<Fact.Pay> facts, Question question) {
    boolean parted = facts.stream().allMatch(this::isOfPart);
    long rows = facts.stream().map(Fact.Pay::statement).distinct().count();
    return parted && rows >= MIN_PLACES
        ? unsaid(BEHIND_IN_PART, facts, question)
        : Optional.empty();
  }

  /** Whether a fact is a cell of a row that is told for a part of a job or a level of it. */
  private boolean isOfPart(Fact.Pay fact) {
    RoleDocument role = knowledge.documentOf(fact.statement());
    Optional<String> detail =
        Optional.of(fact.subject().detail()).filter(Predicate.not(String::isEmpty));
    return !fact.statement().cells().isEmpty()
        && (narrows(detail, role) || narrows(fact.subject().band().map(Band::name), role));
  }

  private static Optional<String> unsaid(
      Pattern behindIn, List<Fact.Pay> facts, Question question) {
    boolean ofPay = question.topics().stream().allMatch(Topic.OVERVIEW::equals);
    Matcher behind = behindIn.matcher(question.text());
    while (behind.find()) {
      String word = behind.group(1);
      boolean open = ofPay && question.rest().contains(lower(word));
      if (open && facts.stream().noneMatch(f -> context(f).containsAll(Words.canonical(word)))) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static final int MIN_PLACES = 3;
  private static final Pattern BEHIND_IN = Pattern.compile("(?i)\\bin (\\p{L}{4,})\\b");

  /** "In general", "in dollars" name no part of a job. */
  private static final Pattern BEHIND_IN_PART =
      Pattern.compile(
          "(?i)\\bin (?:the"
              + " )?(?!(?:general|total|practice|reality|fact|short|detail|numbers?|figures?"
              + "|cash|hand|money|dollars?|pounds|euros?|terms|end|long|same)\\b)(\\p{L}{3,})\\b");

  /** What a table has where a figure is missing. */
  private static final Pattern NO_FIGURE =
      Pattern.compile(
          "(?i)[^\\p{L}\\d]*(?:n/?a\\.?|n\\.a\\.|nil|none|not"
              + " (?:available|given|paid))?[^\\p{L}\\d]*");

  private static long said(Optional<Cell> cell, Set<String> words) {
    return cell.stream()
        .flatMap(one -> Words.canonical(one.header()).stream())
        .filter(words::contains)
        .count();
  }

  /** Of several facts, those whose own words the question uses most, rare words counting more. */
  private static List<Fact.Pay> matchingDetail(
      List<Fact.Pay> facts, List<String> rest, List<Topic> topics) {
    Set<String> words = new HashSet<>();
    rest.forEach(word -> words.addAll(Words.canonical(word)));
    words.removeAll(PERIOD_WORDS);
    if (words.isEmpty() || facts.size() < 2) {
      return facts;
    }
    Map<Fact.Pay, Set<String>> contexts = new LinkedHashMap<>();
    Map<String, Integer> frequency = new LinkedHashMap<>();
    for (Fact.Pay fact : facts) {
      Set<String> own = context(fact);
      Set<String> shared = new HashSet<>(own);
      shared.retainAll(words);
      shared.addAll(shortForms(words, own));
      if (topics.contains(Topic.EDUCATION)) {
        // "in schools": an employer by the name of what it does
        shared.addAll(
            Topic.EDUCATION.heads(fact.subject().detail()) ? List.of("education") : List.of());
      }
      contexts.put(fact, shared);
      shared.forEach(word -> frequency.merge(word, 1, Integer::sum));
    }
    Map<Fact.Pay, Double> scores = new LinkedHashMap<>();
    double best = 0;
    for (Map.Entry<Fact.Pay, Set<String>> entry : contexts.entrySet()) {
      double score = 0;
      for (String word : entry.getValue()) {
        score +=
            Math.log(1 + (double) facts.size() / frequency.getOrDefault(word, 1)) - Math.log(2);
      }
      scores.put(entry.getKey(), score);
      best = Math.max(best, score);
    }
    double most = best;
    return most <= 0
        ? facts
        : facts.stream().filter(f -> scores.getOrDefault(f, 0.0) >= most - 1e-9).toList();
  }

  /** The words that longer ones of a fact begin with: "pharma" for "pharmaceutical". */
  private static List<String> shortForms(Set<String> words, Set<String> own) {
    return words.stream()
        .filter(word -> word.length() >= MIN_SHORT_FORM && !own.contains(word))
        .filter(word ->
            own.stream()
                .anyMatch(full -> full.length() >= word.length() + 3 && full.startsWith(word)))
        .toList();
  }

  private static final int MIN_SHORT_FORM = 5;

  private int least(List<Fact.Pay> facts, Limits limits) {
    return facts.stream().mapToInt(f -> limitations(f, limits)).min().orElse(0);
  }

  private List<Fact.Pay> leastLimited(List<Fact.Pay> facts, Limits limits) {
    int least = least(facts, limits);
    List<Fact.Pay> chosen = facts.stream().filter(f -> limitations(f, limits) == least).toList();
    return limits.band().isEmpty() || limits.years().isPresent()
        ? chosen
        : facts.stream().filter(f -> chosen.contains(f) || isEndBeside(chosen, f)).toList();
  }

  /** "Top of band" in the row of a level belongs to all that the row says of it. */
  private static boolean isEndBeside(List<Fact.Pay> chosen, Fact.Pay fact) {
    return isEnd(fact.statistic())
        && !fact.statement().cells().isEmpty()
        && chosen.stream().anyMatch(f -> f.statement().equals(fact.statement()));
  }

  private int limitations(Fact.Pay fact, Limits limits) {
    int count = 0;
    RoleDocument role = knowledge.documentOf(fact.statement());
    boolean onlyCountries =
        limits.places().stream().allMatch(place -> place.kind() == Place.Kind.COUNTRY);
    if (onlyCountries && narrows(fact.subject().place().map(Place::name), role)) {
      count += 2;
    }
    if (limits.band().isEmpty()
        && limits.years().isEmpty()
        && !isStartOfScale(fact)
        && narrows(fact.subject().band().map(Band::name), role)) {
      count += 2;
    }
    if (narrows(
        Optional.of(fact.subject().detail()).filter(Predicate.not(String::isEmpty)), role)) {
      count++;
    }
    boolean asked =
        limits
            .statistic()
            .filter(s ->
                s.kind() == Statistic.Kind.PERCENTILE
                    || s.kind() == Statistic.Kind.MEDIAN
                    || isEnd(s))
            .isPresent();
    if (fact.statistic().kind() == Statistic.Kind.PERCENTILE
        && !isStatistic(fact, Statistic.of(Statistic.Kind.MEDIAN))
        && !asked) {
      count += 2;
    }
    if ((fact.measure() == Measure.BONUS || fact.measure() == Measure.EQUITY)
        && limits.measure().isEmpty()) {
      count += 3;
    }
    if (PayKinds.isOfSome(fact)) {
      count += 3;
    }
    if (PayKinds.isExtra(fact)) {
      count += 6;
    }
    return count;
  }

  /** "Starting salary" beside "Top salary" is an end of what the job pays. */
  private static boolean isStartOfScale(Fact.Pay fact) {
    return fact.statistic().kind() == Statistic.Kind.LOW
        && fact.subject().band().flatMap(Band::stage).filter(Stage.ENTRY::equals).isPresent();
  }

  /** Whether a label takes a part of the market or of the people in it. */
  private static boolean narrows(Optional<String> label, RoleDocument role) {
    return label.filter(name -> !Narrowing.isOfAll(name, role)).isPresent();
  }

  private static List<Fact.Pay> distinct(List<Fact.Pay> facts, Job job) {
    Map<String, Fact.Pay> distinct = new LinkedHashMap<>();
    List<Fact.Pay> ordered = new ArrayList<>(facts);
    ordered.sort(
        Orders.by((Fact.Pay f) -> !job.role().map(f.statement().document()::equals).orElse(true))
            .thenComparing(f -> f.measure() == Measure.TOTAL));
    for (Fact.Pay fact : ordered) {
      distinct.putIfAbsent(key(fact), fact);
    }
    return List.copyOf(distinct.values());
  }

  private static String key(Fact.Pay fact) {
    Range amount = fact.amount();
    return amount.low()
        + "|"
        + amount.high()
        + "|"
        + fact.period()
        + "|"
        + fact.currency()
        + "|"
        + fact.subject().band().map(Band::name).orElse("")
        + "|"
        + fact.subject().place().map(Place::name).orElse("");
  }

  private static List<String> names(
      List<Fact.Pay> facts, Function<Fact.Pay, Optional<String>> name) {
    Set<String> names = new LinkedHashSet<>();
    for (Fact.Pay fact : facts) {
      name.apply(fact).filter(Predicate.not(String::isBlank)).ifPresent(names::add);
    }
    return names.stream().map(PaySelector::withoutFigures).distinct().limit(8).toList();
  }

  /** Refusals name what there is without a figure. */
  private static String withoutFigures(String name) {
    return name.replaceAll("\\s*\\([^)]*\\d[^)]*\\)", "").strip();
  }

  static String name(Measure measure) {
    return switch (measure) {
      case SALARY -> "salary";
      case BASE -> "base salary";
      case TOTAL -> "total compensation";
      case BONUS -> "bonus";
      case EQUITY -> "equity";
    };
  }

  static String name(Period period) {
    return switch (period) {
      case YEAR -> "yearly";
      case MONTH -> "monthly";
      case FORTNIGHT -> "fortnightly";
      case WEEK -> "weekly";
      case DAY -> "daily";
      case HOUR -> "hourly";
      case ONCE -> "paid once";
    };
  }

  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
