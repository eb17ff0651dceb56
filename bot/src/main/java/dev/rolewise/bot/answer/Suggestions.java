package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Question;
import dev.rolewise.knowledge.retrieval.Topic;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Proposes next questions that the documents answer. */
public final class Suggestions {
  private static final int MAX = 3;
  private static final Map<Topic, String> QUESTIONS =
      Map.of(
          Topic.RESPONSIBILITIES, "What are the responsibilities of %s?",
          Topic.REQUIREMENTS, "What are the requirements for %s?",
          Topic.SOFT_SKILLS, "Which soft skills does %s need?",
          Topic.CAREER, "What is the career path to %s?",
          Topic.CHALLENGES, "What challenges does %s face?",
          Topic.MARKET, "What is the demand for %s?",
          Topic.EDUCATION, "What education does %s need?",
          Topic.EXPERIENCE, "How many years of experience does %s need?",
          Topic.SKILLS, "What skills does %s need?",
          Topic.LICENCES, "Which licences or certificates does %s need?");

  /**
   * Begins with the sound of a vowel: a word that does, or letters that are spelled, the first of
   * them with such a name. "University" and "European" begin with that of "you".
   */
  private static final Pattern AN =
      Pattern.compile(
          "(?![Uu]ni|[Uu]s[aei]|[Uu]ti|[Ee]u|[Oo]ne\\b|U[A-Z]+\\b)[AEIOUaeiou]"
              + "|[FHLMNRSX][A-Z]{0,3}\\b");

  private static final List<Topic> ORDER =
      List.of(
          Topic.RESPONSIBILITIES,
          Topic.REQUIREMENTS,
          Topic.CAREER,
          Topic.SOFT_SKILLS,
          Topic.MARKET,
          Topic.CHALLENGES);

  private static final Set<Topic> NONE = EnumSet.noneOf(Topic.class);

  private final KnowledgeBase knowledge;

  public Suggestions(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  /** After an answer about pay. */
  List<String> afterPay(Question question, List<Fact.Pay> shown) {
    List<String> next = new ArrayList<>();
    for (Fact.Pay fact : shown) {
      Optional<RoleDocument> document = knowledge.find(fact.statement().document());
      document.ifPresent(d -> next.addAll(topics(d, NONE)));
      break;
    }
    return limited(next);
  }

  /** After an answer about a topic. */
  List<String> after(Question question, Topic topic) {
    List<String> next = new ArrayList<>();
    question.mentions().stream()
        .findFirst()
        .map(mention -> mention.jobs().getFirst())
        .ifPresent(job -> {
          if (!job.pay().isEmpty()) {
            next.add(asked(PAY, job.title()));
          }
          job.role()
              .flatMap(knowledge::find)
              .ifPresent(document -> next.addAll(topics(document, EnumSet.of(topic))));
        });
    return limited(next.isEmpty() ? general() : next);
  }

  /** About one job. */
  List<String> about(Job job) {
    List<String> next = new ArrayList<>();
    if (!job.pay().isEmpty()) {
      next.add(asked(PAY, job.title()));
    }
    job.role()
        .or(() -> job.documents().stream().findFirst())
        .flatMap(knowledge::find)
        .ifPresent(document -> next.addAll(topics(document, NONE)));
    return limited(next.isEmpty() ? general() : next);
  }

  /** About what a card of a role does not show. */
  List<String> beyondCard(RoleDocument role) {
    return limited(
        topics(role, EnumSet.of(Topic.RESPONSIBILITIES, Topic.REQUIREMENTS, Topic.CAREER)));
  }

  /** The readings of a question about several jobs. */
  List<String> readings(List<Job> jobs, Question question) {
    boolean pay = question.pay() || question.topics().isEmpty();
    String asked =
        pay ? PAY : QUESTIONS.getOrDefault(question.topics().getFirst(), "What does %s do?");
    return jobs.stream()
        .filter(job -> !pay || !job.pay().isEmpty())
        .map(Job::title)
        .distinct()
        .limit(MAX)
        .map(title -> asked(asked, title))
        .toList();
  }

  /** The pay of the roles of documents. */
  List<String> pay() {
    return knowledge.jobs().jobs().stream()
        .filter(job -> job.role().isPresent() && !job.pay().isEmpty())
        .limit(MAX)
        .map(job -> asked(PAY, job.title()))
        .toList();
  }

  /** When nothing else is known; at most three. */
  public List<String> general() {
    List<String> next = new ArrayList<>();
    for (Job job : knowledge.jobs().jobs()) {
      if (job.role().isPresent() && !job.pay().isEmpty() && next.isEmpty()) {
        next.add(asked(PAY, job.title()));
      }
    }
    for (RoleDocument document : knowledge.documents()) {
      List<String> own = topics(document, NONE);
      if (!own.isEmpty() && next.size() < MAX) {
        next.add(own.get((next.size() - 1 + own.size()) % own.size()));
      }
    }
    return limited(next);
  }

  private static List<String> topics(RoleDocument document, Set<Topic> except) {
    List<String> questions = new ArrayList<>();
    List<Section> sections = document.allSections();
    for (Topic topic : ORDER) {
      boolean has =
          sections.stream()
              .anyMatch(section ->
                  !section.heading().isBlank()
                      && topic.heads(section.heading())
                      && section.allStatements().size() > 1);
      if (has && !except.contains(topic)) {
        questions.add(asked(QUESTIONS.getOrDefault(topic, "%s?"), document.title()));
      }
    }
    return questions;
  }

  private static List<String> limited(List<String> questions) {
    return questions.stream().distinct().limit(MAX).toList();
  }

  /** A question of a form with "%s" for whom it is about. */
  private static String asked(String form, String title) {
    return (isPlural(title) ? form.replace(" does %s", " do %s") : form)
        .formatted(withArticle(title));
  }

  static String withArticle(String title) {
    if (isPlural(title)) {
      return title;
    }
    return (AN.matcher(title).lookingAt() ? "an " : "a ") + title;
  }

  /** "Wind turbine technicians in Iowa": what stands in front of the place tells. */
  private static boolean isPlural(String title) {
    String whom = BEHIND_NAME.splitAsStream(title).findFirst().orElse(title);
    return whom.endsWith("s") && !whom.endsWith("ss");
  }

  private static final String PAY = "What does %s earn?";

  private static final Pattern BEHIND_NAME =
      Pattern.compile("\\s(?:in|at|of|for|with|on)\\s|\\s[–—-]\\s|[,(]");
}
