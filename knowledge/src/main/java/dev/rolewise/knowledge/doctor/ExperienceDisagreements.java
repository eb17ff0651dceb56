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
  /** Experience that is asked for beside the whole of it. */
  private static final Pattern PART =
      Pattern.compile(
          "\\b(?:hands[-"
              + " ]on|manag\\w+|lead\\w*|supervis\\w+|teach\\w+|clinical|executive|strateg\\w+|post[-"
              + " ]\\w+|combined|degree|instead|without|alternativ\\w*|or more senior)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Words that say no more than that years of experience are asked for. */
  private static final Set<String> GENERAL =
      Set.copyOf(
          Words.canonical(
              "experience work professional relevant required requirement minimum level years total"
                  + " overall general typical employer usually normally ask need want expect look"
                  + " have be is are the of for at least"));

  private static final Pattern REQUIREMENT_HEADING =
      Pattern.compile("\\b(?:experience|require|qualif|education)", Pattern.CASE_INSENSITIVE);

  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    var names = new JobNames(read.documents());
    Map<String, List<Fact.Experience>> groups = new LinkedHashMap<>();
    for (Fact fact : knowledge.facts()) {
      if (fact instanceof Fact.Experience experience && isOfWholeRole(experience, names)) {
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
              facts,
              Fact.Experience::years,
              fact -> List.of(fact.statement().lead(), wordsBeside(fact, names)),
              (_, _) -> true,
              Amounts::beginDifferently);
      pairs.forEach(pair -> findings.add(finding(pair, names, knowledge)));
    }
    return findings;
  }

  /** Whether it is all the experience that the role of the document asks for. */
  private static boolean isOfWholeRole(Fact.Experience experience, JobNames names) {
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
                || wordsBeside(experience, names).isEmpty()
                || REQUIREMENT_HEADING.matcher(String.join(" ", statement.path())).find();
    String clause = Label.of(statement, experience.wording()).orElse(text);
    return isGeneral && !PART.matcher(clause).find();
  }

  /** The words of its statement that narrow it. */
  private static Set<String> wordsBeside(Fact.Experience experience, JobNames names) {
    String text = experience.statement().text().replace(experience.wording(), " ");
    return Label.words(names.without(text, experience), GENERAL);
  }

  private static Finding finding(
      Pairs.Pair<Fact.Experience> pair, JobNames names, KnowledgeBase knowledge) {
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
            + other.from(at));
  }
}
