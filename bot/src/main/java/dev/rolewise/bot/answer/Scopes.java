package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.JointTitle;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Filter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Where a document speaks about which job: some documents describe further jobs in sections of
 * their own, under a heading that is the title of the job.
 */
final class Scopes {
  /** Statements that make sections under a job title more than a row of figures. */
  private static final int MIN_STATEMENTS = 4;

  private final KnowledgeBase knowledge;
  private final Map<String, Map<JobName, List<Section>>> inner = new ConcurrentHashMap<>();

  // By identity: what a job pays takes long to compare.
  private final Map<Job, Boolean> onlyListed = Collections.synchronizedMap(new IdentityHashMap<>());

  private final Map<Job, Optional<String>> documents =
      Collections.synchronizedMap(new IdentityHashMap<>());

  Scopes(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** The further jobs of a document with their sections, found when first asked for. */
  private Map<JobName, List<Section>> inner(String document) {
    return inner.computeIfAbsent(
        document, id -> knowledge.find(id).map(this::find).orElse(Map.of()));
  }

  private Map<JobName, List<Section>> find(RoleDocument document) {
    Job role = knowledge.jobs().role(document.id()).orElseThrow();
    Map<JobName, List<Section>> jobs = new HashMap<>();
    for (Section section : document.allSections()) {
      title(section, role)
          .ifPresent(name -> jobs.computeIfAbsent(name, _ -> new ArrayList<>()).add(section));
    }
    jobs.values().removeIf(Scopes::isSmall);
    return jobs;
  }

  private static boolean isSmall(List<Section> sections) {
    return sections.stream().mapToInt(section -> section.statements().size()).sum()
        < MIN_STATEMENTS;
  }

  /**
   * The job other than the document's own that one of the headings of a section is the title of.
   */
  private static Optional<JobName> title(Section section, Job role) {
    if (section.path().stream().anyMatch(PayTerms::isPay)) {
      return Optional.empty();
    }
    for (String heading : section.path()) {
      Optional<String> title = JobTitles.whole(heading);
      if (title.isPresent() && title.get().length() > heading.length() - 3) {
        JobName name = JobName.of(title.get());
        boolean own =
            role.names().stream().anyMatch(known -> known.covers(name) || name.covers(known));
        return own ? Optional.empty() : Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Whether a document describes the job in sections of its own. */
  boolean describes(Job job) {
    return job.role().isPresent() || !sections(job).isEmpty();
  }

  /** The sections that describe a job inside a document about another. */
  List<Section> sections(Job job) {
    List<Section> sections = new ArrayList<>();
    if (job.role().isPresent()) {
      return sections;
    }
    for (String document : job.documents()) {
      inner(document)
          .forEach((name, own) -> {
            if (job.names().stream().anyMatch(known -> known.isSameAs(name))) {
              sections.addAll(own);
            }
          });
    }
    return sections;
  }

  /** Id of the document that describes the job, as a whole or in sections of its own. */
  Optional<String> document(Job job) {
    return job.role().isPresent() ? job.role() : documents.computeIfAbsent(job, this::findDocument);
  }

  private Optional<String> findDocument(Job job) {
    return job.role()
        .or(() ->
            job.documents().stream()
                .filter(document ->
                    inner(document).keySet().stream()
                        .anyMatch(
                            name -> job.names().stream().anyMatch(known -> known.isSameAs(name))))
                .findFirst())
        .or(() -> job.documents().stream().filter(id -> isOneOf(job, id)).findFirst());
  }

  /**
   * Whether a document about several jobs, or about a whole field, is about this one too: "Barbers"
   * where the title is "Barbers and Hairstylists", "Mail sorters" where it is "Mail workers".
   */
  private boolean isOneOf(Job job, String document) {
    Job role = knowledge.jobs().role(document).orElseThrow();
    Set<String> field = new HashSet<>(role.names().getFirst().words());
    boolean joint =
        JointTitle.parts(role.title()).stream()
            .map(JobName::of)
            .anyMatch(part -> job.names().stream().anyMatch(part::isSameAs));
    field.removeIf(JobTitles::isHead);
    return joint
        || (!field.isEmpty()
            && job.names().stream().anyMatch(name -> name.words().containsAll(field)));
  }

  /** Where to look for what concerns a job. */
  Filter filter(Job job) {
    Optional<String> document = document(job);
    if (document.isEmpty()) {
      return Filter.ALL.in(new LinkedHashSet<>(job.documents()));
    }
    Filter there = Filter.ALL.in(Set.of(document.get()));
    Set<List<String>> own = paths(sections(job));
    if (!own.isEmpty()) {
      return there.only(section -> own.contains(section.path()));
    }
    Set<List<String>> others = new HashSet<>();
    inner(document.get()).values().forEach(s -> others.addAll(paths(s)));
    return others.isEmpty() ? there : there.only(section -> !others.contains(section.path()));
  }

  /** Whether documents name a job only in lists of similar ones. */
  boolean isOnlyListed(Job job) {
    return onlyListed.computeIfAbsent(job, this::findOnlyListed);
  }

  private boolean findOnlyListed(Job job) {
    return document(job).isEmpty()
        && job.documents().stream()
            .flatMap(id -> knowledge.find(id).stream())
            .flatMap(document -> document.statements().stream())
            .filter(statement -> names(statement, job))
            .allMatch(statement ->
                statement.path().stream().anyMatch(heading -> LISTED.matcher(heading).find()));
  }

  private static boolean names(Statement statement, Job job) {
    Set<String> words = new HashSet<>(Words.canonical(statement.text()));
    return job.names().stream().anyMatch(name -> words.containsAll(name.words()));
  }

  private static final Pattern LISTED =
      Pattern.compile(
          "(?i)\\b(?:similar|related|other|compare[sd]?|neighbou?ring|also)\\b(?!.*\\b(?:duties|tasks)\\b)");

  private static Set<List<String>> paths(Collection<Section> sections) {
    Set<List<String>> paths = new HashSet<>();
    sections.forEach(section -> paths.add(section.path()));
    return paths;
  }
}
