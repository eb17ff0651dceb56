package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.Aspect;
import dev.rolewise.bot.command.Named.Found;
import dev.rolewise.bot.command.Named.Unclear;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Question;
import dev.rolewise.knowledge.retrieval.Question.Mention;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what people name in commands, and completes it while they type. Thread-safe. */
public final class Names {
  private static final int NEAREST = 3;

  /** Names in a message at most; of one more, it would take as long to say so. */
  private static final int MAX_LISTED = 10;

  /** Words that join the words of a name. */
  private static final Set<String> JOINING =
      Set.of("a", "an", "and", "as", "at", "for", "in", "of", "on", "or", "role", "the", "to");

  /** Words of those who hire that name nothing: what they do, how often, and for whom. */
  private static final Set<String> HIRING =
      Set.of(
          "budget",
          "test",
          "usually",
          "normally",
          "typically",
          "generally",
          "currently",
          "already",
          "him",
          "her",
          "them");

  private final KnowledgeBase knowledge;
  private final QuestionReader reader;
  private final NameIndex roles;
  private final NameIndex jobs;
  private final NameIndex places;
  private final NameIndex bands;
  private final NameIndex headings;
  private final NameIndex topics;
  private final NameIndex measures;

  /**
   * @param knowledge holds what is named
   * @param reader understands names as questions write them
   */
  public Names(KnowledgeBase knowledge, QuestionReader reader) {
    this.knowledge = knowledge;
    this.reader = reader;
    roles = new NameIndex(() -> roleEntries(knowledge));
    jobs = new NameIndex(() -> jobEntries(knowledge));
    topics =
        new NameIndex(() ->
            Arrays.stream(Aspect.values())
                .map(a -> new NameIndex.Entry(a.id(), a.id(), a.label()))
                .toList());
    measures = new NameIndex(() -> entries(new LinkedHashSet<>(SalaryCommand.MEASURES)));
    places = new NameIndex(() -> entries(placesOf(knowledge)));
    bands = new NameIndex(() -> entries(bandsOf(knowledge)));
    headings = new NameIndex(() -> entries(headingsOf(knowledge.documents())));
  }

  private static List<NameIndex.Entry> roleEntries(KnowledgeBase knowledge) {
    List<NameIndex.Entry> entries = new ArrayList<>();
    for (RoleDocument role : knowledge.documents()) {
      entries.add(new NameIndex.Entry(role.title(), role.id(), role.title()));
      entries.add(new NameIndex.Entry(role.id().replace('-', ' '), role.id(), role.title()));
      role.aliases()
          .forEach(alias -> entries.add(new NameIndex.Entry(alias, role.id(), role.title())));
    }
    return entries;
  }

  /** Jobs that pay is known of, and the roles by all their names. */
  private static List<NameIndex.Entry> jobEntries(KnowledgeBase knowledge) {
    List<NameIndex.Entry> entries = new ArrayList<>();
    for (Job job : knowledge.jobs().jobs()) {
      if (!job.pay().isEmpty() || job.role().isPresent()) {
        entries.add(new NameIndex.Entry(job.title(), job.title(), job.title()));
      }
    }
    for (RoleDocument role : knowledge.documents()) {
      role.aliases()
          .forEach(alias -> entries.add(new NameIndex.Entry(alias, role.title(), role.title())));
    }
    return entries;
  }

  private static List<NameIndex.Entry> entries(Set<String> names) {
    return names.stream().map(name -> new NameIndex.Entry(name, name, name)).toList();
  }

  private static Set<String> placesOf(KnowledgeBase knowledge) {
    Set<String> names = new LinkedHashSet<>();
    for (Fact fact : knowledge.facts()) {
      if (fact instanceof Fact.Pay) {
        fact.subject().place().map(Place::name).ifPresent(names::add);
      }
    }
    knowledge.documents().forEach(document -> document.market().ifPresent(names::add));
    return names;
  }

  private static Set<String> bandsOf(KnowledgeBase knowledge) {
    Set<String> names = new LinkedHashSet<>();
    for (Fact fact : knowledge.facts()) {
      if (fact instanceof Fact.Pay) {
        fact.subject().band().map(Band::name).ifPresent(names::add);
      }
    }
    return names;
  }

  private static Set<String> headingsOf(List<RoleDocument> documents) {
    Set<String> names = new LinkedHashSet<>();
    for (RoleDocument document : documents) {
      sections(document).forEach(section -> names.add(section.heading()));
    }
    return names;
  }

  /** The sections of a document that have a heading besides its title. */
  static List<Section> sections(RoleDocument role) {
    return role.allSections().stream()
        .filter(section -> !section.heading().isBlank())
        .filter(section -> !section.heading().equals(role.title()))
        .filter(section -> !section.allStatements().isEmpty())
        .toList();
  }

  /** The role that an id, a title, an alias or words as in a question name. */
  Named<RoleDocument> role(String written) {
    for (RoleDocument role : knowledge.documents()) {
      if (role.id().equalsIgnoreCase(written) || role.title().equalsIgnoreCase(written)) {
        return new Found<>(role);
      }
    }
    List<RoleDocument> named = rolesNamed(JobName.of(written));
    if (named.size() == 1) {
      return new Found<>(named.getFirst());
    }
    List<RoleDocument> two = twoNamed(written);
    if (!two.isEmpty()) {
      return new Unclear<>("'" + written + "' names several roles, " + ids(two));
    }
    Set<Job> meant = new LinkedHashSet<>(namesMore(written) ? List.of() : mentioned(written));
    List<RoleDocument> meantRoles =
        meant.stream().flatMap(job -> job.role().flatMap(knowledge::find).stream()).toList();
    if (meantRoles.size() == 1) {
      return new Found<>(meantRoles.getFirst());
    }
    if (meantRoles.size() > 1) {
      return new Unclear<>("'" + written + "' could be " + ids(meantRoles));
    }
    List<Completion> begun = roles.fitting(written);
    if (begun.size() == 1) {
      return new Found<>(knowledge.find(begun.getFirst().value()).orElseThrow());
    }
    return new Unclear<>("no role is named '" + written + "', nearest are " + nearest(written));
  }

  private List<RoleDocument> rolesNamed(JobName name) {
    return knowledge.documents().stream()
        .filter(role ->
            JobName.of(role.title()).isSameAs(name)
                || role.aliases().stream().anyMatch(alias -> JobName.of(alias).isSameAs(name)))
        .toList();
  }

  /** Two roles whose names stand behind each other, or none. */
  private List<RoleDocument> twoNamed(String written) {
    for (int space = written.indexOf(' '); space > 0; space = written.indexOf(' ', space + 1)) {
      List<RoleDocument> first = rolesNamed(JobName.of(written.substring(0, space)));
      List<RoleDocument> second = rolesNamed(JobName.of(written.substring(space + 1)));
      if (first.size() == 1 && second.size() == 1 && !first.equals(second)) {
        return List.of(first.getFirst(), second.getFirst());
      }
    }
    return List.of();
  }

  private static String ids(List<RoleDocument> roles) {
    return listed(roles.stream().map(RoleDocument::id).toList());
  }

  /** Names in a message: all of a few, else the first ones and how many more there are. */
  static String listed(List<String> names) {
    return names.size() <= MAX_LISTED + 1
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MAX_LISTED))
            + " and "
            + (names.size() - MAX_LISTED)
            + " more";
  }

  private String nearest(String written) {
    return String.join(
        ", ", roles.nearest(written, NEAREST).stream().map(Completion::value).toList());
  }

  /** Whether a text holds words that belong to no name, such as a second name. */
  private boolean namesMore(String written) {
    for (Question question : reader.read(written, List.of())) {
      List<String> left = new ArrayList<>(Words.of(question.text()));
      question.mentions().forEach(mention -> left.removeAll(Words.of(mention.wording())));
      left.removeAll(JOINING);
      if (!left.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private List<Job> mentioned(String written) {
    return reader.read(written, List.of()).stream()
        .flatMap(question -> question.mentions().stream())
        .map(Mention::jobs)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  /**
   * Whether a question names nothing of its own, or a job that the documents know: "what should we
   * pay?", not "what should we pay for lunch?".
   */
  public boolean isAboutJobs(String question) {
    return reader.read(question, List.of()).stream()
        .allMatch(read ->
            read.unknownJobs().isEmpty()
                && (!read.mentions().isEmpty() || HIRING.containsAll(read.rest())));
  }

  /** The jobs that a title names, several if they all go by it. */
  Named<List<Job>> jobs(String written) {
    JobName name = JobName.of(written);
    List<Job> exact =
        knowledge.jobs().jobs().stream()
            .filter(job -> job.names().stream().anyMatch(name::isSameAs))
            .toList();
    List<Job> meant = exact.isEmpty() ? mentioned(written) : exact;
    if (!meant.isEmpty()) {
      return new Found<>(meant);
    }
    Optional<RoleDocument> role =
        role(written) instanceof Found<RoleDocument>(var found)
            ? Optional.of(found)
            : Optional.empty();
    return role.flatMap(document -> knowledge.jobs().role(document.id()))
        .<Named<List<Job>>>map(job -> new Found<>(List.of(job)))
        .orElseGet(() ->
            new Unclear<>(
                "no job is named '"
                    + written
                    + "', nearest are "
                    + String.join(
                        ", ",
                        jobs.nearest(written, NEAREST).stream().map(Completion::value).toList())));
  }

  /**
   * What the words name that somebody asks pay by.
   *
   * @param jobs the jobs, never empty
   * @param place the place among the words
   * @param experience the stage or the years among them
   * @param unknown words that name nothing of the documents
   */
  record Paid(
      List<Job> jobs, Optional<String> place, Optional<String> experience, List<String> unknown) {}

  /** Reads words that ask for pay as a question with them would be read. */
  Named<Paid> paid(String written) {
    JobName name = JobName.of(written);
    boolean isName =
        knowledge.jobs().jobs().stream()
            .filter(job -> !job.pay().isEmpty())
            .anyMatch(job -> job.names().stream().anyMatch(name::isSameAs));
    List<Question> read =
        isName ? List.of() : reader.read("what does a " + written + " make?", List.of());
    List<Job> meant =
        read.stream()
            .flatMap(question -> question.mentions().stream())
            .map(Mention::jobs)
            .flatMap(List::stream)
            .distinct()
            .toList();
    if (read.size() != 1 || meant.isEmpty()) {
      return switch (jobs(written)) {
        case Unclear<List<Job>>(String problem) -> new Unclear<>(problem);
        case Found<List<Job>>(var found) ->
            new Found<>(new Paid(found, Optional.empty(), Optional.empty(), List.of()));
      };
    }
    Question question = read.getFirst();
    Question.Limits limits = question.limits();
    List<String> unknown = new ArrayList<>(question.unknownJobs());
    question.rest().stream()
        .filter(word -> !JOINING.contains(word) && !HIRING.contains(word))
        .filter(word -> unknown.stream().noneMatch(job -> Words.of(job).contains(word)))
        .forEach(unknown::add);
    return new Found<>(
        new Paid(
            meant,
            limits.places().stream().findFirst().map(Place::name),
            limits
                .band()
                .map(Band::name)
                .or(() ->
                    limits.years().isPresent()
                        ? Optional.of(String.valueOf((int) limits.years().getAsDouble()))
                        : Optional.empty()),
            unknown));
  }

  /** The one place that somebody may have meant, or what is written where none or several fit. */
  String place(String written) {
    return written.isBlank() || !Places.in(written).isEmpty()
        ? written
        : places.only(written).map(Completion::value).orElse(written);
  }

  /** The one topic that somebody may have meant, in spite of typos. */
  Optional<Aspect> topic(String written) {
    return topics.only(written).flatMap(completion -> Aspect.find(completion.value()));
  }

  /** The section of a role that a heading or a part of one names, or those of a topic. */
  Named<List<Section>> section(RoleDocument role, String written, List<Section> ofTopic) {
    List<Section> sections = sections(role);
    if (written.isBlank()) {
      return new Unclear<>("no section given, '" + role.id() + "' has " + top(role));
    }
    for (Section section : sections) {
      if (section.heading().equalsIgnoreCase(written)
          || String.join(" › ", section.path()).equalsIgnoreCase(written)) {
        return new Found<>(List.of(section));
      }
    }
    if (!ofTopic.isEmpty()) {
      return new Found<>(ofTopic);
    }
    var index = new NameIndex(() -> entries(headingsOf(List.of(role))));
    List<Completion> near =
        index.only(written).map(List::of).orElseGet(() -> index.complete(written, 1));
    return sections.stream()
        .filter(section -> !near.isEmpty())
        .filter(section -> section.heading().equals(near.getFirst().value()))
        .findFirst()
        .<Named<List<Section>>>map(section -> new Found<>(List.of(section)))
        .orElseGet(() ->
            new Unclear<>(
                "'" + role.id() + "' has no section '" + written + "', it has " + top(role)));
  }

  /** The outermost headings of a document below its title. */
  private static String top(RoleDocument role) {
    List<Section> sections = sections(role);
    int least = sections.stream().mapToInt(section -> section.path().size()).min().orElse(0);
    return sections.isEmpty()
        ? "none"
        : listed(
            sections.stream()
                .filter(section -> section.path().size() == least)
                .map(Section::heading)
                .distinct()
                .toList());
  }

  /**
   * What somebody may be about to write.
   *
   * @param typed what stands there so far, may be empty
   * @param role the role that was named before it, if there is one
   * @return the best first, at most {@link NameIndex#MAX}
   */
  public List<Completion> complete(Parameter.Kind kind, String typed, Optional<String> role) {
    return switch (kind) {
      case ROLE -> roles.complete(typed, NameIndex.MAX);
      case JOB -> jobs.complete(typed, NameIndex.MAX);
      case PLACE -> places.complete(typed, NameIndex.MAX);
      case EXPERIENCE -> bands.complete(typed, NameIndex.MAX);
      case SECTION ->
          role.map(this::role)
              .flatMap(found ->
                  found instanceof Found<RoleDocument>(var document)
                      ? Optional.of(new NameIndex(() -> entries(headingsOf(List.of(document)))))
                      : Optional.empty())
              .orElse(headings)
              .complete(typed, NameIndex.MAX);
      case TOPIC -> topics.complete(typed, NameIndex.MAX);
      case MEASURE -> measures.complete(typed, NameIndex.MAX);
      case TEXT, NUMBER, COMMAND -> List.of();
    };
  }
}
