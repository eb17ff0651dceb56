package dev.rolewise.knowledge.index;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Bands;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.JointTitle;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jobs that the documents know, by their names. */
public final class JobCatalog {
  private final List<Job> jobs;

  JobCatalog(List<Job> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  /** Every job; the roles of the documents first, then the titles that stand inside them. */
  public List<Job> jobs() {
    return jobs;
  }

  /** The job that a document as a whole is about. */
  public Optional<Job> role(String document) {
    return jobs.stream().filter(job -> job.role().filter(document::equals).isPresent()).findFirst();
  }

  static JobCatalog of(List<RoleDocument> documents, List<Fact> facts) {
    Map<JobName, Draft> byName = new LinkedHashMap<>();
    List<Draft> drafts = new ArrayList<>();
    Map<String, Draft> roles = new LinkedHashMap<>();
    for (RoleDocument document : documents) {
      var draft = new Draft(document.title(), Optional.of(document.id()));
      draft.names.add(nameOf(document));
      document.aliases().forEach(alias -> draft.names.add(JobName.of(alias)));
      JobName.of(document.title()).ofWorkers().ifPresent(draft.names::add);
      if (JointTitle.parts(document.title()).isEmpty()) {
        JobTitles.in(document.title()).stream()
            .limit(1)
            .forEach(found -> draft.names.add(JobName.of(found.title())));
      }
      initials(document.title()).ifPresent(draft.names::add);
      if (JobTitles.whole(document.id().replace('-', ' ')).isPresent()) {
        draft.names.add(JobName.of(document.id().replace('-', ' ')));
      }
      draft.names.removeIf(name -> name.words().isEmpty());
      if (draft.names.isEmpty()) {
        draft.names.add(new JobName(List.of(document.id())));
      }
      draft.documents.add(document.id());
      drafts.add(draft);
      roles.put(document.id(), draft);
      draft.names.forEach(name -> byName.putIfAbsent(name, draft));
    }
    for (Fact fact : facts) {
      if (fact instanceof Fact.Pay pay) {
        String document = pay.statement().document();
        Draft draft =
            pay.subject().isDocumentRole()
                ? roles.get(document)
                : JobTitles.isKind(pay.subject().jobTitle())
                    ? null
                    : inside(byName, drafts, document, pay.subject().jobTitle());
        if (draft != null) {
          draft.pay.add(pay);
          draft.documents.add(document);
        }
      }
    }
    roles.forEach((document, role) -> adoptPay(document, role, drafts));
    roles.forEach((document, role) -> addJoined(document, role, drafts));
    documents.forEach(document -> addMentioned(document, byName, drafts));
    return new JobCatalog(drafts.stream().map(Draft::job).toList());
  }

  /**
   * The name a document goes by. The title of a page that is about no one job, such as "Pay bands
   * for hospital staff", goes by what is neither a place nor said of any pay: a question about the
   * pay of a job that nobody knows does not ask for it.
   */
  private static JobName nameOf(RoleDocument document) {
    JobName name = JobName.of(document.title());
    boolean isJob =
        JobTitles.whole(document.title()).isPresent()
            || !JobTitles.in(document.title()).isEmpty()
            || !PAY.matcher(document.title()).find();
    if (isJob) {
      return name;
    }
    Set<String> places = new HashSet<>();
    Places.in(document.title())
        .forEach(found ->
            places.addAll(Words.canonical(document.title().substring(found.start(), found.end()))));
    return new JobName(
        name.words().stream()
            .filter(word -> !places.contains(word) && !OF_PAY.contains(word))
            .toList());
  }

  private static final Pattern PAY =
      Pattern.compile(
          "(?i)\\b(?:pay|paid|wages?|salar(?:y|ies)|earnings?|rates?|bands?|scales?)\\b");

  /** Words of pages on the pay of many jobs, in their canonical form. */
  private static final Set<String> OF_PAY =
      Set.of(
          "pay",
          "paid",
          "wage",
          "salary",
          "earning",
          "rate",
          "band",
          "scale",
          "point",
          "level",
          "entry",
          "starting",
          "start",
          "top",
          "minimum",
          "maximum",
          "average",
          "median",
          "typical",
          "prevailing",
          "hourly",
          "monthly",
          "annual",
          "job",
          "staff",
          "worker",
          "employee",
          "people",
          "survey",
          "list",
          "table",
          "guide",
          "range",
          "change",
          "what",
          "how",
          "much",
          "do",
          "earn",
          "your",
          "should");

  /** One word such as "Captain" is another job in every document. */
  private static @org.jspecify.annotations.Nullable Draft inside(
      Map<JobName, Draft> byName, List<Draft> drafts, String document, String title) {
    JobName name = JobName.of(title);
    if (name.words().size() != 1) {
      return draft(byName, drafts, title);
    }
    for (Draft draft : drafts) {
      boolean here =
          draft.role.map(document::equals).orElseGet(() -> draft.documents.contains(document));
      if (here && draft.names.contains(name)) {
        return draft;
      }
    }
    var draft = new Draft(title, Optional.empty());
    draft.names.add(name);
    drafts.add(draft);
    return draft;
  }

  /** Each of the jobs that a title names together is a name of the role, unless it has its own. */
  private static void addJoined(String document, Draft role, List<Draft> drafts) {
    for (String part : JointTitle.parts(role.title)) {
      JobName name = JobName.of(part);
      boolean own =
          drafts.stream()
              .anyMatch(draft -> draft.documents.contains(document) && draft.isNamed(name));
      if (!own) {
        role.names.add(name);
      }
    }
  }

  /**
   * A document that gives no pay for its role by its full name may give it by a shorter one: "Head
   * of Machine Learning" in the document on the "AI Machine Learning Head".
   */
  private static void adoptPay(String document, Draft role, List<Draft> drafts) {
    if (!role.pay.isEmpty()) {
      return;
    }
    for (Draft draft : drafts) {
      boolean inside = draft.role.isEmpty() && draft.documents.contains(document);
      boolean shorter =
          draft.names.stream()
              .anyMatch(name ->
                  name.words().size() > 1 && role.names.stream().anyMatch(own -> own.covers(name)));
      if (inside && shorter) {
        draft.pay.stream()
            .filter(pay -> pay.statement().document().equals(document))
            .forEach(role.pay::add);
      }
    }
  }

  /** Titles that a document names in a heading, a label or a text without saying what they pay. */
  private static void addMentioned(
      RoleDocument document, Map<JobName, Draft> byName, List<Draft> drafts) {
    for (Section section : document.allSections()) {
      JobTitles.whole(section.heading())
          .ifPresent(title -> mention(document, title, byName, drafts));
      for (Statement statement : section.statements()) {
        statement
            .lead()
            .forEach(lead ->
                JobTitles.whole(lead).ifPresent(title -> mention(document, title, byName, drafts)));
        for (JobTitles.Found found : JobTitles.in(statement.text())) {
          mention(document, found.title(), byName, drafts);
        }
      }
    }
  }

  private static void mention(
      RoleDocument document, String title, Map<JobName, Draft> byName, List<Draft> drafts) {
    if (JobName.of(title).words().size() < 2 && !byName.containsKey(JobName.of(title))) {
      // "directors" alone names no job in particular
      return;
    }
    Draft draft = draft(byName, drafts, title);
    if (draft != null) {
      draft.documents.add(document.id());
    }
  }

  private static @org.jspecify.annotations.Nullable Draft draft(
      Map<JobName, Draft> byName, List<Draft> drafts, String title) {
    JobName name = JobName.of(title);
    if (name.words().isEmpty()) {
      return null;
    }
    Optional<JobName> worker = name.ofWorkers();
    Draft known = worker.map(byName::get).orElseGet(() -> byName.get(name));
    if (known != null) {
      return known;
    }
    var draft = new Draft(title, Optional.empty());
    draft.names.add(name);
    worker.ifPresent(draft.names::add);
    worker.ifPresent(of -> byName.putIfAbsent(of, draft));
    shortForm(title).ifPresent(draft.names::add);
    draft.names.addAll(ofStep(title));
    for (String part : JointTitle.parts(title)) {
      JobName own = JobName.of(part);
      draft.names.add(own);
      if (own.words().size() > 1) {
        byName.putIfAbsent(own, draft);
      }
    }
    drafts.add(draft);
    byName.put(name, draft);
    return draft;
  }

  /** The letters behind a title that begin its words: "Guest Service Associate (GSA)". */
  private static Optional<JobName> shortForm(String title) {
    Matcher letters = SHORT_FORM.matcher(title);
    if (!letters.find()) {
      return Optional.empty();
    }
    var initials = new StringBuilder();
    Words.of(title.substring(0, letters.start())).forEach(word -> initials.append(word.charAt(0)));
    String form = letters.group(1).toLowerCase(Locale.ROOT);
    return initials.toString().endsWith(form) ? Optional.of(JobName.of(form)) : Optional.empty();
  }

  /**
   * "DPO": the letters that the words of a title begin with, of three words or more. Longer forms
   * that could be spoken may be words.
   */
  private static Optional<JobName> initials(String title) {
    List<String> words = JobName.of(title).words();
    var initials = new StringBuilder();
    words.forEach(word -> initials.append(word.charAt(0)));
    String form = initials.toString();
    return words.size() >= MIN_INITIALS
            && JobTitles.whole(title).isPresent()
            && JointTitle.parts(title).isEmpty()
            && form.chars().allMatch(Character::isLetter)
            && (words.size() == MIN_INITIALS
                || form.chars().noneMatch(c -> "aeiou".indexOf(c) >= 0))
            && !Words.isAbbreviation(form)
        ? Optional.of(JobName.of(form))
        : Optional.empty();
  }

  /** Fewer letters stand for too many things. */
  private static final int MIN_INITIALS = 3;

  /** "L2 Front desk agent", a step of a ladder, goes by its code and by its title alone too. */
  private static List<JobName> ofStep(String title) {
    return Bands.behindCode(title)
        .filter(rest -> JobTitles.whole(rest).isPresent())
        .map(rest -> List.of(JobName.of(rest), JobName.of(Bands.codes(title).getFirst())))
        .orElse(List.of());
  }

  private static final Pattern SHORT_FORM = Pattern.compile("\\((\\p{Lu}{2,6})s?\\)");

  private static final class Draft {
    private final String title;
    private final Optional<String> role;
    private final Set<JobName> names = new LinkedHashSet<>();
    private final List<Fact.Pay> pay = new ArrayList<>();
    private final Set<String> documents = new LinkedHashSet<>();

    Draft(String title, Optional<String> role) {
      this.title = title;
      this.role = role;
    }

    boolean isNamed(JobName name) {
      return !names.isEmpty() && names.iterator().next().equals(name);
    }

    Job job() {
      return new Job(title, role, List.copyOf(names), pay, List.copyOf(documents));
    }
  }
}
