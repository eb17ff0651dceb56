package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Years of experience asked for in one place that are not those asked for in another. */
final class ExperienceDisagreements implements Check {
  /** More pairs about one job are counted. */
  private static final int MAX_PAIRS = 3;

  /** Experience that is asked for beside the whole of it. */
  private static final Pattern PART =
      Pattern.compile(
          "\\b(?:hands[-"
              + " ]on|manag\\w+|lead\\w*|supervis\\w+|teach\\w+|clinical|executive|strateg\\w+|post[-"
              + " ]\\w+|combined|degree|instead|without|alternativ\\w*|or more senior)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A label that says no more than that years of experience follow. */
  private static final Set<String> GENERAL =
      Set.copyOf(
          Words.canonical(
              "experience work professional relevant required requirement minimum level years total"
                  + " overall general typical"));

  private static final Pattern REQUIREMENT_HEADING =
      Pattern.compile("\\b(?:experience|require|qualif|education)", Pattern.CASE_INSENSITIVE);

  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    var names = new JobNames(read.documents());
    Map<String, List<Fact.Experience>> groups = new LinkedHashMap<>();
    for (Fact fact : knowledge.facts()) {
      if (fact instanceof Fact.Experience experience && isOfWholeRole(experience)) {
        String band = experience.subject().band().map(Band::name).orElse("");
        groups
            .computeIfAbsent(names.key(experience) + " " + band, _ -> new ArrayList<>())
            .add(experience);
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (List<Fact.Experience> facts : groups.values()) {
      var pairs =
          Pairs.disagreeing(
              facts, Fact.Experience::years, (_, _) -> true, Amounts::beginDifferently);
      int shown = Math.min(pairs.size(), MAX_PAIRS);
      for (int i = 0; i < shown; i++) {
        int rest = i + 1 == shown ? pairs.size() - shown : 0;
        findings.add(finding(pairs.get(i), rest, names, knowledge));
      }
    }
    return findings;
  }

  /** Whether it is all the experience that the role of the document asks for. */
  private static boolean isOfWholeRole(Fact.Experience experience) {
    Statement statement = experience.statement();
    if (!experience.subject().isDocumentRole()
        || experience.subject().place().isPresent()
        || statement.kind() == StatementKind.TABLE_ROW) {
      return false;
    }
    String text = statement.text();
    int colon = text.indexOf(':');
    boolean isLabelled = colon > 0 && colon < text.indexOf(experience.wording());
    String label = isLabelled ? text.substring(0, colon) : "";
    boolean isGeneral =
        isLabelled
            ? !label.isBlank() && Label.words(label, GENERAL).isEmpty()
            : text.startsWith(experience.wording())
                || REQUIREMENT_HEADING.matcher(String.join(" ", statement.path())).find();
    String clause = Label.of(statement, experience.wording()).orElse(text);
    return isGeneral && !PART.matcher(clause).find();
  }

  private static Finding finding(
      Pairs.Pair<Fact.Experience> pair, int rest, JobNames names, KnowledgeBase knowledge) {
    Fact.Experience first = pair.first();
    Fact.Experience second = pair.second();
    Spot at = Spot.of(knowledge.documentOf(first.statement()), first.statement());
    Spot other = Spot.of(knowledge.documentOf(second.statement()), second.statement());
    return Finding.warning(
        Finding.Kind.EXPERIENCE_DISAGREEMENT,
        at,
        other,
        "experience of '"
            + names.title(first)
            + "' is '"
            + first.wording()
            + "', but '"
            + second.wording()
            + "' at "
            + other.from(at)
            + (rest == 0 ? "" : ", and " + Wordings.count(rest, "more pair") + " about this job"));
  }
}
