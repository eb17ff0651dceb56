package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.FrontMatterKey;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Documents whose roles go by one name, so that no question with it can be told whose it is. */
final class DuplicateRoles implements Check {
  /** A name of a role. */
  private record Name(String wording, boolean isTitle, Set<String> words, Spot at) {
    boolean is(Name other) {
      return words.equals(other.words);
    }

    boolean isWritten(Name other) {
      return is(other) && wording.equalsIgnoreCase(other.wording);
    }
  }

  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    List<RoleDocument> documents = read.documents();
    List<List<Name>> names = documents.stream().map(document -> names(document, read)).toList();
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < documents.size(); i++) {
      for (int j = i + 1; j < documents.size(); j++) {
        compare(names.get(i), names.get(j), findings);
      }
    }
    return findings;
  }

  private static List<Name> names(RoleDocument document, Documents read) {
    Map<FrontMatterKey, Integer> lines = read.frontMatter().getOrDefault(document.id(), Map.of());
    List<Name> names = new ArrayList<>();
    names.add(name(document.title(), true, document, lines.getOrDefault(FrontMatterKey.TITLE, 0)));
    int line = lines.getOrDefault(FrontMatterKey.ALIASES, 0);
    document.aliases().forEach(alias -> names.add(name(alias, false, document, line)));
    names.removeIf(name -> name.words().isEmpty());
    return names;
  }

  private static Name name(String wording, boolean isTitle, RoleDocument document, int line) {
    return new Name(
        wording,
        isTitle,
        new HashSet<>(JobName.of(wording).words()),
        new Spot(document.source(), line));
  }

  /** One finding for two documents, however many names they share. */
  private static void compare(List<Name> first, List<Name> second, List<Finding> findings) {
    List<Name[]> shared = new ArrayList<>();
    Set<Set<String>> seen = new HashSet<>();
    // a short form has the words of its long one
    for (BiPredicate<Name, Name> same :
        List.<BiPredicate<Name, Name>>of(Name::isWritten, Name::is)) {
      for (Name one : second) {
        Optional<Name> other = first.stream().filter(name -> same.test(one, name)).findFirst();
        if (other.isPresent() && seen.add(one.words())) {
          shared.add(new Name[] {one, other.get()});
        }
      }
    }
    if (!shared.isEmpty()) {
      Name one = shared.getFirst()[0];
      Name other = shared.getFirst()[1];
      String more =
          shared.size() == 1
              ? ""
              : ", and they share " + Wordings.count(shared.size() - 1, "more name");
      findings.add(
          Finding.warning(
              Finding.Kind.DUPLICATE_ROLE,
              one.at(),
              other.at(),
              kind(one)
                  + " '"
                  + one.wording()
                  + "' is also "
                  + (other.isTitle() ? "the title" : "an alias")
                  + " in "
                  + other.at()
                  + more));
    }
  }

  private static String kind(Name name) {
    return name.isTitle() ? "title" : "alias";
  }
}
