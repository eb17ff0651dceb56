package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Tells which facts are about one job, whatever their documents call it. */
final class JobNames {
  private final Map<Set<String>, String> roles = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, String> same = new HashMap<>();

  JobNames(List<RoleDocument> documents) {
    for (RoleDocument document : documents) {
      titles.put(document.id(), document.title());
      String role = document.id();
      for (Set<String> name : names(document)) {
        String other = roles.putIfAbsent(name, document.id());
        if (other != null && role.equals(document.id())) {
          role = same.getOrDefault(other, other);
        }
      }
      same.put(document.id(), role);
    }
  }

  private static List<Set<String>> names(RoleDocument document) {
    List<Set<String>> names = new ArrayList<>();
    names.add(Set.copyOf(JobName.of(document.title()).words()));
    document.aliases().forEach(alias -> names.add(Set.copyOf(JobName.of(alias).words())));
    names.removeIf(Set::isEmpty);
    return names;
  }

  /** The first document of those that share a name, which are about one role. */
  private String role(String document) {
    return same.getOrDefault(document, document);
  }

  /** The same text for every fact about the same job. */
  String key(Fact fact) {
    String document = fact.statement().document();
    if (fact.subject().isDocumentRole()) {
      return "role " + role(document);
    }
    Set<String> name = Set.copyOf(JobName.of(fact.subject().jobTitle()).words());
    String role = roles.get(name);
    if (role != null) {
      return "role " + role(role);
    }
    // One word such as "captain" is another job in every document.
    return name.size() == 1 ? document + " " + name : "job " + new TreeSet<>(name);
  }

  /** Whether a document is about the job of a fact. */
  boolean isRole(Fact fact) {
    return fact.subject().isDocumentRole()
        || roles.containsKey(Set.copyOf(JobName.of(fact.subject().jobTitle()).words()));
  }

  /** The job as people call it. */
  String title(Fact fact) {
    String role = roles.get(Set.copyOf(JobName.of(fact.subject().jobTitle()).words()));
    return role == null ? fact.subject().jobTitle() : titles.getOrDefault(role, role);
  }

  /**
   * A text without the names of the job of a fact. Other jobs stay in it: "median wage of barbers"
   * is not that of barbers and hairdressers.
   */
  String without(String text, Fact fact) {
    String title = Pattern.quote(fact.subject().jobTitle());
    String rest = Pattern.compile(title, Pattern.CASE_INSENSITIVE).matcher(text).replaceAll(" ");
    for (JobTitles.Found found : JobTitles.in(rest)) {
      Set<String> name = Set.copyOf(JobName.of(found.title()).words());
      if (isNameOf(name, fact)) {
        rest = rest.replace(found.title(), " ");
      }
    }
    Set<String> own = Set.copyOf(JobName.of(fact.subject().jobTitle()).words());
    Set<String> left = Set.copyOf(Words.canonical(rest));
    return left.containsAll(own) ? withoutWords(rest, own) : rest;
  }

  private boolean isNameOf(Set<String> name, Fact fact) {
    return fact.subject().isDocumentRole()
        ? roles.containsKey(name)
            && role(fact.statement().document()).equals(role(roles.getOrDefault(name, "")))
        : name.equals(Set.copyOf(JobName.of(fact.subject().jobTitle()).words()));
  }

  private static String withoutWords(String text, Set<String> words) {
    var rest = new StringBuilder();
    for (String word : text.split("\\s+", -1)) {
      if (!words.containsAll(Words.canonical(word))) {
        rest.append(word).append(' ');
      }
    }
    return rest.toString();
  }
}
