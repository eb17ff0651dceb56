package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Bands;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds figures of pay and puts them in rows, each of them checked. Thread-safe. */
public final class PayTables {
  /** Names listed in a message about something that is missing. */
  private static final int MAX_NAMES = 40;

  /** A list or table with fewer known places may be of something else. */
  private static final int MIN_PLACES = 2;

  private final KnowledgeBase knowledge;
  private final PaySelector selector;
  private final PayLabels labels;
  private final RoleProfiles profiles;
  private final GroundingCheck check;

  /**
   * @param knowledge what was loaded
   * @param profiles tells the figures of a role that matter first
   */
  public PayTables(KnowledgeBase knowledge, RoleProfiles profiles) {
    this.knowledge = knowledge;
    this.profiles = profiles;
    selector = new PaySelector(knowledge);
    labels = new PayLabels(knowledge);
    check = new GroundingCheck(knowledge);
  }

  /** The figures that answer "what does this role pay". */
  public List<PayRow> headline(RoleDocument role) {
    Job job = profiles.job(role);
    return rows(profiles.headlinePay(job), job);
  }

  /** The figures of a role by level, place, percentile and the like, besides what is paid extra. */
  public List<PayRow> ofParts(RoleDocument role) {
    return rows(PayQuery.in(role)) instanceof PayRows.Found(var rows, _)
        ? rows.stream()
            .filter(row -> row.job().equals(role.title()) && row.fact().subject().isDocumentRole())
            .filter(row -> !row.isExtra() && PayKinds.rank(row.fact()).isEmpty())
            .filter(row ->
                row.fact().subject().band().isPresent()
                    || row.fact().subject().place().isPresent()
                    || row.fact().statistic().percentile().isPresent()
                    || row.limits().isEmpty())
            .filter(row -> !Narrowing.isUnderOthers(row.fact()))
            .filter(row -> !check.kept(role.title(), List.of(row.claim())).isEmpty())
            .filter(row -> JobTitles.in(row.limits()).isEmpty() && isOfNoOther(row))
            .toList()
        : List.of();
  }

  /** Whether no cell beside an amount names a worker of another kind, such as a supervisor. */
  private static boolean isOfNoOther(PayRow row) {
    return row.fact().statement().cells().stream()
        .flatMap(cell -> Words.of(cell.text()).stream())
        .noneMatch(JobTitles::isHead);
  }

  /** Every figure that a query asks for. */
  public PayRows rows(PayQuery query) {
    if (query.jobs().isEmpty() && query.isOfWholeJobs()) {
      return ofEveryRole();
    }
    List<Job> jobs = query.jobs().isEmpty() ? knowledge.jobs().jobs() : query.jobs();
    List<Entry> entries = new ArrayList<>();
    for (Job job : jobs) {
      Collection<Fact.Pay> pay = query.jobs().isEmpty() ? job.pay() : paid(job);
      pay.stream()
          .sorted(Orders.by(PayKinds::isExtra))
          .forEach(fact -> entries.add(new Entry(job, fact)));
    }
    if (query.jobs().isEmpty() && query.role().isPresent()) {
      entries.addAll(ofNoJob(query.role().get(), entries));
    }
    String whom = query.jobs().isEmpty() ? "" : " for " + query.jobs().getFirst().title();
    if (entries.isEmpty()) {
      return new PayRows.Missing("no pay is documented" + whom + paidJobs());
    }
    List<Entry> left = entries;
    if (query.role().isPresent()) {
      RoleDocument role = query.role().get();
      left = keep(left, e -> e.fact().statement().document().equals(role.id()));
      if (left.isEmpty()) {
        return new PayRows.Missing("the document '" + role.id() + "' gives no pay" + whom);
      }
    }
    List<Entry> whole = left;
    if (query.place().isPresent()) {
      List<Entry> before = left;
      left = inPlace(before, query.place().get());
      if (left.isEmpty()) {
        return missing("place", query.place().get(), whom, places(before));
      }
    }
    if (query.experience().isPresent()) {
      List<Entry> before = left;
      left = withExperience(before, query.experience().get());
      if (left.isEmpty()) {
        List<Entry> elsewhere = withExperience(whole, query.experience().get());
        return elsewhere.isEmpty()
            ? missing("experience", query.experience().get(), whom, bands(whole))
            : new PayRows.Missing(
                "no pay"
                    + whom
                    + " with experience '"
                    + query.experience().get()
                    + "' and place '"
                    + query.place().orElse("")
                    + "', without the place there is "
                    + listed(bands(elsewhere)));
      }
    }
    if (query.measure().isPresent()) {
      List<Entry> before = left;
      left = ofMeasure(before, query.measure().get());
      if (left.isEmpty()) {
        return missing(
            "measure",
            query.measure().get(),
            whom
                + query.place().map(place -> " with place '" + place + "' and").orElse("")
                + query
                    .experience()
                    .map(stage -> " with experience '" + stage + "' and")
                    .orElse(""),
            names(before, e -> Optional.of(measured(e.fact()))));
      }
    }
    List<PayRow> rows = new ArrayList<>();
    for (Job job : jobs) {
      rows.addAll(
          rows(left.stream().filter(e -> e.job().equals(job)).map(Entry::fact).toList(), job));
    }
    if (rows.isEmpty()) {
      String in = left.getFirst().fact().statement().document();
      return new PayRows.Missing(
          "pay" + whom + " is documented, but not so that a row can tell it: role " + in);
    }
    List<PayRow> found = rows.stream().distinct().toList();
    int more = 0;
    if (query.isOfWholeJobs()) {
      for (Job job : query.jobs()) {
        more += job.role().flatMap(knowledge::find).map(role -> beside(role, found)).orElse(0);
      }
    }
    return new PayRows.Found(found, more);
  }

  /** How many rows there are of what the document of a role says, beside some that are shown. */
  public int beside(RoleDocument role, List<PayRow> shown) {
    if (!(rows(PayQuery.in(role)) instanceof PayRows.Found(var rows, _))) {
      return 0;
    }
    Set<Fact> told = shown.stream().map(PayRow::fact).collect(Collectors.toSet());
    return (int) rows.stream().filter(row -> !told.contains(row.fact())).count();
  }

  /** The figures of a document that are paid in no job by name, such as "entry-level jobs". */
  private List<Entry> ofNoJob(RoleDocument role, List<Entry> named) {
    Set<Fact> known = named.stream().map(Entry::fact).collect(Collectors.toSet());
    Job job = profiles.job(role);
    List<Entry> entries = new ArrayList<>();
    for (Fact fact : knowledge.facts(role.id())) {
      if (fact instanceof Fact.Pay pay && !known.contains(pay)) {
        entries.add(new Entry(job, pay));
      }
    }
    return entries;
  }

  /** What a job is paid; for a role what answers without any limit comes first. */
  private Collection<Fact.Pay> paid(Job job) {
    Set<Fact.Pay> facts = new LinkedHashSet<>();
    if (job.role().isPresent()) {
      facts.addAll(profiles.headlinePay(job));
    }
    facts.addAll(job.pay());
    return facts;
  }

  /** A fact with the job it was found under. */
  private record Entry(Job job, Fact.Pay fact) {}

  /** The first figures of every role. */
  private PayRows ofEveryRole() {
    List<PayRow> rows = new ArrayList<>();
    int more = 0;
    for (RoleDocument role : knowledge.documents()) {
      List<PayRow> own = headline(role);
      rows.addAll(own.subList(0, Math.min(PaySelector.MAX_FACTS, own.size())));
      more += Math.max(0, own.size() - PaySelector.MAX_FACTS);
    }
    return rows.isEmpty()
        ? new PayRows.Missing("no figure of pay is documented for any role")
        : new PayRows.Found(rows, more);
  }

  private static List<String> bands(List<Entry> entries) {
    return names(entries, entry -> entry.fact().subject().band().map(Band::name));
  }

  private static PayRows missing(String what, String asked, String whom, List<String> have) {
    String there = have.isEmpty() ? "no figure of it names one" : "there is " + listed(have);
    return new PayRows.Missing(
        asked.isBlank()
            ? "no " + what + " given, " + there
            : "no pay" + whom + " with " + what + " '" + asked + "', " + there);
  }

  private String paidJobs() {
    List<String> titles =
        knowledge.jobs().jobs().stream()
            .filter(job -> !job.pay().isEmpty())
            .map(Job::title)
            .distinct()
            .toList();
    return titles.isEmpty() ? ", nor for any other job" : ", only for " + listed(titles);
  }

  private static String listed(List<String> names) {
    int shown = Math.min(MAX_NAMES, names.size());
    return String.join(", ", names.subList(0, shown))
        + (shown == names.size()
            ? ""
            : " and " + (names.size() - shown) + " more, salary --role ID lists those of a role");
  }

  private List<PayRow> rows(List<Fact.Pay> facts, Job job) {
    List<PayRow> rows = PayLabels.toldApart(labels.rows(facts, job));
    List<PayRow> kept = new ArrayList<>();
    for (PayRow row : rows) {
      Stream.of(Stream.of(row), row.asWritten().stream(), Stream.of(row.quoted()))
          .flatMap(Function.identity())
          .filter(said -> !check.kept(said.job(), List.of(said.claim())).isEmpty())
          .findFirst()
          .ifPresent(kept::add);
    }
    return kept;
  }

  private static List<Entry> keep(List<Entry> entries, Predicate<Entry> wanted) {
    return entries.stream().filter(wanted).toList();
  }

  private List<Entry> inPlace(List<Entry> entries, String written) {
    Optional<Place> asked =
        Places.whole(written)
            .or(() -> Places.in(written).stream().findFirst().map(Places.Found::place));
    Function<Entry, Optional<String>> placeOf = placeOf(entries);
    List<Entry> there =
        keep(
            entries,
            e ->
                asked.filter(place -> selector.isIn(e.fact(), place)).isPresent()
                    || placeOf.apply(e).filter(written.strip()::equalsIgnoreCase).isPresent());
    Optional<Place> country = asked.filter(place -> place.kind() == Place.Kind.COUNTRY);
    return there.isEmpty() && country.isPresent()
        ? keep(entries, e -> selector.isOfPart(e.fact(), country.get()))
        : there;
  }

  /** Tells the place of a figure: the one it names, or its label where others name places. */
  private Function<Entry, Optional<String>> placeOf(List<Entry> entries) {
    Map<List<Object>, Long> known =
        entries.stream()
            .filter(entry -> entry.fact().subject().place().isPresent())
            .collect(Collectors.groupingBy(PayTables::listOf, Collectors.counting()));
    return entry ->
        entry
            .fact()
            .subject()
            .place()
            .map(Place::name)
            .or(() ->
                Optional.of(entry)
                    .filter(one -> known.getOrDefault(listOf(one), 0L) >= MIN_PLACES)
                    .filter(one -> one.fact().subject().band().isEmpty())
                    .map(one -> labels.row(one.fact(), one.job()).limits())
                    .filter(label -> PayTerms.statistic(label).isEmpty())
                    .filter(label -> !label.isEmpty() && Character.isUpperCase(label.charAt(0))));
  }

  /** What figures of one list or table share. */
  private static List<Object> listOf(Entry entry) {
    Statement statement = entry.fact().statement();
    return List.of(statement.document(), statement.path(), statement.lead(), statement.kind());
  }

  /** The places and markets that figures are of. */
  private List<String> places(List<Entry> entries) {
    Set<String> names = new LinkedHashSet<>();
    Function<Entry, Optional<String>> placeOf = placeOf(entries);
    for (Entry entry : entries) {
      placeOf.apply(entry).ifPresent(names::add);
      knowledge.documentOf(entry.fact().statement()).market().ifPresent(names::add);
    }
    return List.copyOf(names);
  }

  private List<Entry> withExperience(List<Entry> entries, String written) {
    String text = written.strip().toLowerCase(Locale.ROOT);
    String digits = text.replaceFirst("\\s*\\+?\\s*(?:years?|yrs?|yoe).*$", "");
    if (digits.matches("\\d{1,2}(?:\\.5)?\\+?")) {
      double years = Double.parseDouble(digits.replace("+", ""));
      Map<Job, List<Fact.Pay>> byJob = new HashMap<>();
      entries.forEach(e -> byJob.computeIfAbsent(e.job(), _ -> new ArrayList<>()).add(e.fact()));
      byJob.replaceAll((_, facts) -> selector.atYears(facts, years));
      return keep(entries, e -> byJob.getOrDefault(e.job(), List.of()).contains(e.fact()));
    }
    Band band =
        Bands.in(text).orElseGet(() -> new Band(written, Optional.empty(), Optional.empty()));
    List<String> words = Words.canonical(text);
    return keep(
        entries,
        e ->
            PaySelector.isIn(e.fact(), band)
                || e.fact()
                    .subject()
                    .band()
                    .filter(own -> Words.canonical(own.name()).equals(words))
                    .isPresent());
  }

  private static List<Entry> ofMeasure(List<Entry> entries, String written) {
    String word = written.strip().toLowerCase(Locale.ROOT);
    Optional<Statistic> statistic = PayTerms.statistic(word).or(() -> PayTerms.end(word));
    Optional<Measure> measure =
        PayTerms.measure(word)
            .or(() ->
                Arrays.stream(Measure.values())
                    .filter(_ -> statistic.isEmpty())
                    .filter(m -> names(m, word))
                    .findFirst());
    Optional<Period> period = period(word);
    if (period.isPresent()) {
      return keep(entries, e -> e.fact().period() == period.get());
    }
    Predicate<Fact.Pay> isAsked =
        pay ->
            (measure.isPresent() || statistic.isPresent())
                && measure.map(pay.measure()::equals).orElse(true)
                && statistic.map(asked -> PaySelector.isStatistic(pay, asked)).orElse(true);
    return keep(
        entries,
        e ->
            isAsked.test(e.fact())
                || e.fact().statistic().kind().name().equalsIgnoreCase(word)
                || measured(e.fact()).equalsIgnoreCase(word.replace(",", "")));
  }

  /** The period that a word such as "hourly" or "month" names. */
  private static Optional<Period> period(String word) {
    return switch (word.replaceFirst("^(?:per|an?) ", "").replaceFirst(" (?:pay|rate)$", "")) {
      case "hour", "hourly" -> Optional.of(Period.HOUR);
      case "day", "daily" -> Optional.of(Period.DAY);
      case "week", "weekly" -> Optional.of(Period.WEEK);
      case "month", "monthly" -> Optional.of(Period.MONTH);
      case "year", "yearly", "annual" -> Optional.of(Period.YEAR);
      default -> Optional.empty();
    };
  }

  /** What a figure is, as one name of a list: "top earners pay". */
  private static String measured(Fact.Pay fact) {
    return PayWords.what(fact).replace(",", "");
  }

  private static boolean names(Measure measure, String word) {
    return switch (measure) {
      case SALARY -> word.matches("salar(?:y|ies)|pay|wages?|earnings");
      case BASE -> word.equals("base") || word.equals("base salary");
      case TOTAL -> word.startsWith("total");
      case BONUS, EQUITY -> PayTerms.names(measure, word);
    };
  }

  private static List<String> names(List<Entry> entries, Function<Entry, Optional<String>> name) {
    return entries.stream()
        .flatMap(entry -> name.apply(entry).stream())
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }
}
