package dev.rolewise.knowledge.retrieval;

import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.JobCatalog;
import dev.rolewise.knowledge.retrieval.Question.Form;
import dev.rolewise.knowledge.retrieval.Question.Limits;
import dev.rolewise.knowledge.retrieval.Question.Mention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Completes a question with what the one before it was about. */
final class FollowUps {
  private FollowUps() {}

  static Question merge(
      Question own,
      Question before,
      boolean levelShift,
      boolean up,
      JobCatalog catalog,
      boolean leansBack) {
    boolean hasJob = !own.mentions().isEmpty() || !own.unknownJobs().isEmpty();
    boolean hasTopic = own.pay() || own.topics().stream().anyMatch(t -> t != Topic.OVERVIEW);
    boolean standsAlone = hasJob && (hasTopic || own.rest().size() > 1) && !levelShift;
    if (standsAlone) {
      return THERE.matcher(own.text()).find() && own.limits().places().isEmpty()
          ? own.with(own.limits().in(before.limits().places()))
          : own;
    }
    boolean noSubject =
        !hasJob && (leansBack || hasTopic || !own.limits().isNone() || own.rest().size() <= 2);
    if (!hasJob && !noSubject && !levelShift) {
      return own;
    }
    List<Mention> mentions = hasJob ? own.mentions() : before.mentions();
    List<String> unknown = hasJob ? own.unknownJobs() : before.unknownJobs();
    boolean ownLimits = !own.limits().isNone();
    boolean keepsTopic = !hasTopic || (own.topics().equals(List.of(Topic.OVERVIEW)) && !own.pay());
    boolean asksOther =
        !hasTopic
            && !ownLimits
            && !levelShift
            && (!own.rest().isEmpty() || Idioms.isIn(own.text()))
            && OWN_CLAUSE.matcher(own.text()).find()
            && !OF_THE_SAME.matcher(own.text()).find();
    boolean standsOnItsOwn =
        asksOther
            && !OF_WHAT_WAS_SAID.matcher(own.text()).find()
            && (own.rest().size() > 1
                || Idioms.isIn(own.text())
                || !THEM.matcher(own.text()).find());
    boolean pay =
        own.pay()
            || (keepsTopic
                && !asksOther
                && (before.pay() || (ownLimits && before.topics().isEmpty())));
    List<Topic> topics = keepsTopic && !own.pay() && !asksOther ? before.topics() : own.topics();
    boolean narrowed = pay && (before.pay() || !hasJob);
    Limits limits = narrowed ? ranked(own, before).over(kept(before.limits(), own)) : own.limits();
    if (levelShift) {
      Optional<Band> band =
          before.limits().band().isPresent() ? shifted(before, up) : Optional.empty();
      if (band.isPresent()) {
        limits =
            new Limits(
                limits.measure(),
                limits.statistic(),
                limits.period(),
                band,
                OptionalDouble.empty(),
                limits.places(),
                limits.year());
      } else if (!hasJob) {
        mentions = neighbours(before.mentions(), up, catalog);
        pay = own.pay() || before.pay();
      }
    }
    Form form =
        own.form() == Form.PLAIN
                && !hasJob
                && before.form() == Form.COMPARISON
                && mentions.size() > 1
            ? before.form()
            : own.form();
    String search =
        keepsTopic && !standsOnItsOwn && own.rest().size() <= 2
            ? before.searchText() + " " + own.text()
            : own.text();
    List<String> rest = new ArrayList<>(own.rest());
    if (keepsTopic && !standsOnItsOwn && !pay) {
      before.rest().stream().filter(word -> !rest.contains(word)).forEach(rest::add);
    }
    if (levelShift) {
      rest.removeAll(
          List.of(
              "level", "up", "down", "next", "step", "band", "rung", "above", "below", "grade",
              "one"));
    }
    return new Question(
        own.text(),
        search,
        mentions,
        unknown,
        topics,
        pay,
        limits,
        form,
        rest,
        true,
        own.guessed());
  }

  private static final Pattern THERE =
      Pattern.compile(
          "(?i)\\b(?:(?<!\\b(?:is|are|was|were|will|be) )there|in that"
              + " (?:city|place|region|state|country))\\b(?! (?:is|are|any|be))");

  /** "And the 75th?" after a question on a percentile. */
  private static Limits ranked(Question own, Question before) {
    Limits limits = own.limits();
    Matcher ordinal = ORDINAL.matcher(own.text());
    boolean percentile =
        before.limits().statistic().filter(s -> s.kind() == Statistic.Kind.PERCENTILE).isPresent();
    return percentile && limits.statistic().isEmpty() && ordinal.find()
        ? new Limits(
            limits.measure(),
            Optional.of(Statistic.percentile(Integer.parseInt(ordinal.group(1)))),
            limits.period(),
            limits.band(),
            limits.years(),
            limits.places(),
            limits.year())
        : limits;
  }

  private static final Pattern ORDINAL = Pattern.compile("\\b([1-9]\\d?)(?:st|nd|rd|th)\\b");

  /** What an earlier question was limited to, as far as this one does not ask beyond it. */
  private static Limits kept(Limits before, Question own) {
    boolean beyond =
        TOP_OF_ALL.matcher(own.text()).find()
            && before.band().flatMap(Band::stage).filter(Band.Stage.ENTRY::equals).isPresent();
    return beyond
        ? new Limits(
            before.measure(),
            before.statistic(),
            before.period(),
            Optional.empty(),
            before.years(),
            before.places(),
            before.year())
        : before;
  }

  private static final Pattern TOP_OF_ALL =
      Pattern.compile("(?i)\\b(?:(?:at|to) the (?:top|end)|top|max(?:imum)?|highest)\\b");

  /** A question with a verb of its own, unlike "and in Boston?". */
  private static final Pattern OWN_CLAUSE =
      Pattern.compile(
          "(?i)\\b(?:what|how|who|where|when|why|which)\\b(?! (?:about|if)\\b)"
              + "|\\b(?:do|does|did|can|could|should|would|will|is|are|have)"
              + " (?:i|you|they|we|he|she|there|people)\\b");

  /** "Which ones", "what about that": words for what the question before was about. */
  private static final Pattern OF_WHAT_WAS_SAID =
      Pattern.compile("(?i)\\b(?:ones?|one's|it|this|that|those|these|which of)\\b");

  private static final Pattern THEM = Pattern.compile("(?i)\\bthem\\b");

  /** "How far up can it go" asks on about what was asked. */
  private static final Pattern OF_THE_SAME =
      Pattern.compile("(?i)\\b(?:can|could|does|do|will|would|is|might) (?:it|that|this)\\b");

  private static final Pattern THE_OTHER =
      Pattern.compile(
          "(?i)\\bthe (?<said>[\\p{L}/-]+(?: [\\p{L}/-]+)?) (?:(?:one|role|job|version)\\b"
              + "|(?:in|of) (?:that|this|the same) (?:field|area|line|domain|team)\\b)"
              + "|\\bthe one (?=without\\b)");

  /** What the other one is called without: "not the director", "without the 'assistant'". */
  private static final Pattern DENIED =
      Pattern.compile(
          "(?i)\\b(?:not|without|instead of|rather than) (?:the |an? )?['\"]?(?<word>[\\p{L}-]+)");

  /** Whether a text speaks of another one than before: "the assistant one". */
  static boolean meansOther(String text) {
    return THE_OTHER.matcher(text).find();
  }

  /** "No, the assistant one" after a question on a vice president. */
  static Question otherOne(Question own, Question before, JobCatalog catalog) {
    Question ordinal = oneInTurn(own, before);
    if (!ordinal.equals(own)) {
      return ordinal;
    }
    Matcher matcher = THE_OTHER.matcher(own.text());
    if (!own.unknownJobs().isEmpty() || !matcher.find() || namesAnother(own, matcher)) {
      return own;
    }
    Set<String> said = new HashSet<>(wordsOf(matcher, "said"));
    Set<String> denied = new HashSet<>();
    Matcher not = DENIED.matcher(own.text());
    while (not.find()) {
      denied.addAll(wordsOf(not, "word"));
    }
    said.removeAll(denied);
    Job best = null;
    double bestScore = 0;
    for (Mention mention : before.mentions()) {
      Set<String> from = new HashSet<>(mention.jobs().getFirst().names().getFirst().words());
      boolean same = said.isEmpty() ? Collections.disjoint(from, denied) : from.containsAll(said);
      for (Job job : same ? List.<Job>of() : catalog.jobs()) {
        Set<String> words = new HashSet<>(job.names().getFirst().words());
        if (!words.containsAll(said) || !Collections.disjoint(words, denied)) {
          continue;
        }
        Set<String> all = new HashSet<>(words);
        all.addAll(from);
        words.retainAll(from);
        double score = (double) words.size() / all.size();
        if (score > bestScore) {
          bestScore = score;
          best = job;
        }
      }
    }
    if (best == null) {
      return own;
    }
    List<String> rest =
        own.rest().stream().filter(word -> !said.contains(word) && !denied.contains(word)).toList();
    return own.about(List.of(new Mention(best.title(), List.of(best), 1))).withRest(rest);
  }

  /** Whether a question names a job in more words than those that tell the other one. */
  private static boolean namesAnother(Question own, Matcher other) {
    String said = other.group("said") == null ? "" : other.group("said");
    return own.mentions().stream()
        .anyMatch(mention ->
            mention.fit() >= 1 || !Words.of(said).containsAll(Words.of(mention.wording())));
  }

  private static Set<String> wordsOf(Matcher matcher, String group) {
    Set<String> words = new HashSet<>();
    if (matcher.group(group) != null) {
      words.addAll(Words.canonical(matcher.group(group)));
      words.removeIf(JobTitles::isStop);
    }
    return words;
  }

  private static final Pattern IN_TURN =
      Pattern.compile(
          "(?i)\\bthe (first|former|second|latter|third|last)(?: one| role| of (?:them|the"
              + " two|those|these))?\\b(?! (?:year|step|job|thing)s?\\b)");

  /** "The second one" after a question on two jobs. */
  private static Question oneInTurn(Question own, Question before) {
    List<Mention> mentions = before.mentions();
    Matcher matcher = IN_TURN.matcher(own.text());
    if (!own.mentions().isEmpty() || mentions.size() < 2 || !matcher.find()) {
      return own;
    }
    int turn =
        switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
          case "first", "former" -> 0;
          case "second" -> 1;
          case "third" -> 2;
          default -> mentions.size() - 1;
        };
    if (turn >= mentions.size()) {
      return own;
    }
    List<String> rest =
        own.rest().stream().filter(word -> !word.equalsIgnoreCase(matcher.group(1))).toList();
    return own.about(List.of(mentions.get(turn))).withRest(rest);
  }

  private static final Pattern ALL_OF_THEM =
      Pattern.compile(
          "(?i)\\b(?:which|who|either|neither|each|one) of (?:them|the two|these|those)\\b"
              + "|\\bboth(?: of them| jobs| roles)?\\b|\\b(?:the|those|these) two\\b");
  private static final String ONE_BEFORE =
      "(?:him|her|he|she|them|they|it|that one|the former|the first one|the last one|the other)";
  private static final Pattern BESIDE_ONE_BEFORE =
      Pattern.compile(
          "(?i)\\b"
              + ONE_BEFORE
              + "(?: (?:or|and|vs\\.?|versus|than)\\b)|\\b(?:or|and|vs\\.?|versus|than) "
              + ONE_BEFORE
              + "\\W*$");

  /**
   * "Which of them", "him or the director": the jobs that earlier questions named stand beside
   * those of this one.
   *
   * @param named the jobs of all earlier questions, the latest last
   */
  static Question withJobsBefore(Question own, List<Mention> named) {
    List<Mention> mentions = own.mentions();
    if (mentions.size() > 1 || !own.unknownJobs().isEmpty()) {
      return own;
    }
    List<Mention> others =
        named.stream()
            .filter(mention ->
                mentions.stream().noneMatch(known -> known.jobs().equals(mention.jobs())))
            .toList();
    boolean namesNone = mentions.isEmpty() || !others.containsAll(named);
    List<Mention> all = new ArrayList<>();
    if (ALL_OF_THEM.matcher(own.text()).find() && namesNone && named.size() > 1) {
      all.addAll(named.subList(named.size() - 2, named.size()));
    } else if (BESIDE_ONE_BEFORE.matcher(own.text()).find()
        && mentions.size() == 1
        && !others.isEmpty()) {
      all.add(others.getLast());
      all.addAll(mentions);
    } else {
      return own;
    }
    return own.about(all);
  }

  /** A title that the document asked about before knows too is meant there: "and a captain?". */
  static Question inSameDocument(Question own, Question before, JobCatalog catalog) {
    Set<String> documents = new HashSet<>();
    before.mentions().forEach(m -> m.jobs().forEach(job -> job.role().ifPresent(documents::add)));
    before.mentions().forEach(m -> m.jobs().forEach(job -> documents.addAll(job.documents())));
    if (documents.isEmpty() || own.mentions().size() != 1) {
      return own;
    }
    Mention mention = own.mentions().getFirst();
    List<Job> known =
        mention.jobs().stream()
            .filter(job -> job.documents().stream().anyMatch(documents::contains))
            .toList();
    if (!known.isEmpty()) {
      return known.size() == 1 && mention.isAmbiguous() && mention.fit() >= 1
          ? own.about(List.of(new Mention(mention.wording(), known, 1)))
          : own;
    }
    Set<String> words = new HashSet<>(Words.canonical(mention.wording()));
    List<Job> there =
        catalog.jobs().stream()
            .filter(job -> !job.pay().isEmpty())
            .filter(job -> job.documents().stream().anyMatch(documents::contains))
            .filter(job -> job.names().stream().anyMatch(name -> name.coveredBy(words) >= 0.99))
            .toList();
    if (there.size() != 1) {
      return own;
    }
    return own.about(List.of(new Mention(mention.wording(), there, 1)));
  }

  /** The next band of the jobs asked about before. */
  private static Optional<Band> shifted(Question before, boolean up) {
    Band asked = before.limits().band().orElseThrow();
    List<Band> bands = new ArrayList<>();
    for (Mention mention : before.mentions()) {
      for (Job job : mention.jobs()) {
        for (Fact.Pay pay : job.pay()) {
          pay.subject().band().ifPresent(bands::add);
        }
      }
    }
    Comparator<Band> byStage = Orders.by(band -> band.stage().map(Enum::ordinal).orElse(99));
    List<Band> ordered = bands.stream().filter(b -> b.stage().isPresent()).sorted(byStage).toList();
    List<Band> matching =
        ordered.stream()
            .filter(band ->
                asked.stage().isPresent()
                    && (up
                        ? band.stage().orElseThrow().compareTo(asked.stage().get()) > 0
                        : band.stage().orElseThrow().compareTo(asked.stage().get()) < 0))
            .toList();
    if (matching.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(up ? matching.getFirst() : matching.getLast());
  }

  /** Ranks of job titles in general, lowest first. */
  private static final List<Set<String>> RANKS =
      List.of(
          Set.of("intern", "trainee", "apprentice"),
          Set.of("junior", "assistant", "associate"),
          Set.of(
              "engineer",
              "scientist",
              "analyst",
              "developer",
              "researcher",
              "designer",
              "consultant",
              "nurse",
              "teacher",
              "specialist",
              "expert",
              "accountant"),
          Set.of("senior"),
          Set.of("lead", "staff"),
          Set.of("principal", "architect"),
          Set.of("manager", "supervisor"),
          Set.of("head"),
          Set.of("director"),
          Set.of("president"),
          Set.of("chief", "executive"));

  private static double rank(Set<String> words) {
    double rank = -1;
    for (int i = 0; i < RANKS.size(); i++) {
      for (String word : RANKS.get(i)) {
        if (words.contains(word)) {
          rank = Math.max(rank, i);
        }
      }
    }
    boolean lower =
        words.contains("assistant") || words.contains("associate") || words.contains("deputy");
    boolean higher = words.contains("senior") || words.contains("executive");
    return rank + (rank > 2 && lower ? -0.5 : 0) + (rank > 5 && higher ? 0.25 : 0);
  }

  /** The jobs one rank above or below in the same field, the closest names first. */
  private static List<Mention> neighbours(List<Mention> mentions, boolean up, JobCatalog catalog) {
    List<Mention> result = new ArrayList<>();
    for (Mention mention : mentions) {
      Job from = mention.jobs().getFirst();
      Set<String> own = new HashSet<>(from.names().getFirst().words());
      double rank = rank(own);
      Job best = null;
      double bestScore = Double.MAX_VALUE;
      for (Job job : catalog.jobs()) {
        if (job.equals(from) || job.pay().isEmpty()) {
          continue;
        }
        Set<String> words = new HashSet<>(job.names().getFirst().words());
        double step = up ? rank(words) - rank : rank - rank(words);
        if (step <= 0 || rank(words) < 0) {
          continue;
        }
        Set<String> apart = new HashSet<>(own);
        apart.removeAll(words);
        Set<String> added = new HashSet<>(words);
        added.removeAll(own);
        apart.removeIf(JobTitles::isHead);
        added.removeIf(JobTitles::isHead);
        double score =
            step + 0.7 * (apart.size() + added.size()) + (job.role().isPresent() ? 0 : 0.6);
        if (score < bestScore) {
          bestScore = score;
          best = job;
        }
      }
      if (best != null) {
        result.add(new Mention(best.title(), List.of(best), 1));
      }
    }
    return result.isEmpty() ? mentions : result;
  }

  static Set<String> words(String text) {
    return new HashSet<>(Words.of(text));
  }
}
