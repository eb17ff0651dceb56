package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
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

  /** Words beside years that say no more than that experience is asked for. */
  private static final Set<String> GENERAL =
      Set.copyOf(
          Words.canonical(
              "experience work professional relevant required requirement minimum level years total"
                  + " overall general typical the a of at least"));

  /** Words that only help a verb to ask. */
  private static final Set<String> HELPING =
      Set.copyOf(
          Words.canonical("a an the most must should will can may have has need to be is are for"));

  /** Those who ask or are asked, and the verb. */
  private static final int SUBJECT_AND_VERB = 2;

  /** "years of experience in a bakery", "years in a bakery": what stands behind the years. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "^(?<kind>[^.,;]*?)\\bexperience\\b(?<rest>[^.;]*)", Pattern.CASE_INSENSITIVE);

  /** What goes on from "experience" to say in what, as whom or where. */
  private static final Pattern NARROWS =
      Pattern.compile(
          "\\b(?:in|with|as|at|on|within|from|after|before|under|for|if|\\p{L}{3,}ing)\\b",
          Pattern.CASE_INSENSITIVE);

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
              fact -> List.of(fact.statement().lead(), narrowing(fact, names)),
              (_, _) -> true,
              Amounts::beginDifferently);
      pairs.forEach(pair -> findings.add(finding(pair, names, knowledge)));
    }
    return findings;
  }

  /** Whether it is all the experience that the role of the document asks for. */
  private static boolean isOfWholeRole(Fact.Experience experience, JobNames names) {
    Statement statement = experience.statement();
    boolean isLongRow = statement.cells().size() > 2;
    if (!experience.subject().isDocumentRole()
        || experience.subject().place().isPresent()
        || isLongRow) {
      return false;
    }
    String text = statement.text();
    String label = label(experience);
    boolean isGeneral =
        label.isEmpty()
            ? text.startsWith(experience.wording())
                || narrowing(experience, names).isEmpty()
                || REQUIREMENT_HEADING.matcher(String.join(" ", statement.path())).find()
            : !label.isBlank() && Label.words(label, GENERAL).isEmpty();
    String clause = Label.of(statement, experience.wording()).orElse(text);
    return isGeneral && !PART.matcher(clause).find();
  }

  /** What stands in front of a colon and the years, or in the cell in front of them. */
  private static String label(Fact.Experience experience) {
    Statement statement = experience.statement();
    if (!statement.cells().isEmpty()) {
      return statement.cells().getFirst().text();
    }
    int colon = statement.text().indexOf(':');
    boolean isLabelled = colon > 0 && colon < statement.text().indexOf(experience.wording());
    return isLabelled ? statement.text().substring(0, colon) : "";
  }

  /**
   * The words of its statement that say of whom or of what the experience is: more than a subject
   * with its verb in front of it, a kind of experience, and what follows behind that.
   */
  private static Set<String> narrowing(Fact.Experience experience, JobNames names) {
    String text = experience.statement().text();
    int at = text.indexOf(experience.wording());
    if (at < 0 || !experience.statement().cells().isEmpty()) {
      return Set.of();
    }
    Set<String> narrowing = new HashSet<>();
    String front = names.without(text.substring(0, at), experience);
    Set<String> before = Label.words(front.replaceAll("\\b\\p{L}+ly\\b", " "), GENERAL);
    before.removeAll(HELPING);
    if (before.size() > SUBJECT_AND_VERB || !label(experience).isEmpty()) {
      narrowing.addAll(before);
    }
    String behind = names.without(text.substring(at + experience.wording().length()), experience);
    Matcher known = BEHIND.matcher(behind);
    if (!known.find()) {
      narrowing.addAll(Label.words(behind, GENERAL));
      return narrowing;
    }
    narrowing.addAll(Label.words(known.group("kind"), GENERAL));
    if (NARROWS.matcher(known.group("rest")).find()) {
      narrowing.addAll(Label.words(known.group("rest"), GENERAL));
    }
    return narrowing;
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
