package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Topic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sections that most documents have and one has not.
 *
 * <p>Sections are the same when their headings have the same words, apart from those that decorate
 * ("Essential soft skills", "Salary ranges (US, 2024)"). A document has one too that has an
 * outermost section on the same topic in other words.
 */
final class MissingSections implements Check {
  private static final int MIN_DOCUMENTS = 3;
  private static final double MIN_SHARE = 2.0 / 3;

  /** Words that tell no section from another. */
  private static final Set<String> DECORATION =
      Set.of(
          "essential",
          "core",
          "key",
          "main",
          "typical",
          "important",
          "common",
          "current",
          "detailed",
          "range",
          "expectation",
          "required",
          "needed",
          "your",
          "you",
          "they",
          "what",
          "how",
          "do",
          "does",
          "is",
          "are",
          "this",
          "role",
          "job",
          "section",
          "about",
          "more",
          "information");

  /** Words of sections that say nothing about a role. */
  private static final Set<String> FURNITURE =
      Set.of(
          "contact",
          "source",
          "reference",
          "link",
          "note",
          "further",
          "reading",
          "resource",
          "see",
          "also",
          "disclaimer",
          "footnote",
          "content",
          "page",
          "suggested",
          "citation");

  /** Headings that are one, whatever their documents call them. */
  private static final Map<String, String> SAME =
      Map.of(
          "pay", "salary",
          "wage", "salary",
          "earning", "salary",
          "compensation", "salary",
          "duty", "responsibility",
          "task", "responsibility",
          "qualification", "requirement",
          "trait", "quality");

  /** A section of the outermost level. */
  private record Heading(RoleDocument document, Section section) {}

  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    List<RoleDocument> documents =
        read.documents().stream().filter(document -> !document.parts().isEmpty()).toList();
    if (documents.size() < MIN_DOCUMENTS) {
      return List.of();
    }
    Map<Set<String>, List<Heading>> topics = new LinkedHashMap<>();
    for (RoleDocument document : documents) {
      Set<Set<String>> own = new HashSet<>();
      for (Section section : document.parts()) {
        Set<String> words = words(section.heading());
        if (!FURNITURE.containsAll(words) && own.add(words)) {
          topics.computeIfAbsent(words, _ -> new ArrayList<>()).add(new Heading(document, section));
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    topics.forEach((words, having) -> {
      if (having.size() >= MIN_SHARE * documents.size()) {
        for (RoleDocument document : documents) {
          if (!has(document, words) && !hasTopic(document, usual(having))) {
            findings.add(finding(document, having, documents.size()));
          }
        }
      }
    });
    return findings;
  }

  /** Whether a document has the section, under a heading that says more or less, at any level. */
  private static boolean has(RoleDocument document, Set<String> topic) {
    List<Section> outermost = document.parts();
    for (Section section : document.allSections()) {
      Set<String> words = words(section.heading());
      if (words.containsAll(topic)
          || (outermost.contains(section) && !Collections.disjoint(words, topic))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an outermost section is on the topic of a heading in other words: "What you will do".
   */
  private static boolean hasTopic(RoleDocument document, String heading) {
    Optional<Topic> topic = Topic.of(heading);
    return topic.isPresent()
        && document.parts().stream().map(Section::heading).map(Topic::of).anyMatch(topic::equals);
  }

  private static Finding finding(RoleDocument document, List<Heading> having, int documents) {
    String heading = usual(having);
    Heading example =
        having.stream()
            .filter(one -> one.section().heading().equals(heading))
            .findFirst()
            .orElseThrow();
    var other = new Spot(example.document().source(), example.section().line());
    return Finding.warning(
        Finding.Kind.MISSING_SECTION,
        Spot.of(document),
        other,
        "section '"
            + heading
            + "' is missing, "
            + having.size()
            + " of "
            + documents
            + " documents have it, such as "
            + other);
  }

  /** The heading most documents give the section. */
  private static String usual(List<Heading> having) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    having.forEach(one -> counts.merge(one.section().heading(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private static Set<String> words(String heading) {
    int bracket = heading.indexOf('(');
    String name = bracket > 0 ? heading.substring(0, bracket) : heading;
    Set<String> words = new HashSet<>();
    for (String word : Words.canonical(name)) {
      if (!DECORATION.contains(word) && !Character.isDigit(word.charAt(0))) {
        words.add(SAME.getOrDefault(word, word));
      }
    }
    return words.isEmpty() ? new HashSet<>(Words.canonical(name)) : words;
  }
}
