package dev.rolewise.knowledge.fact;

import dev.rolewise.knowledge.document.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds levels of education and how strongly they are asked for. */
public final class Educations {
  private record Name(EducationLevel level, Pattern pattern) {}

  private static final List<Name> NAMES =
      List.of(
          name(
              EducationLevel.NONE,
              "no formal (?:educational )?(?:credential|qualifications?|education)|no"
                  + " (?:degree|qualifications?) (?:is |are )?(?:needed|required)"),
          name(
              EducationLevel.HIGH_SCHOOL,
              "high[- ]school|secondary school|ged|gcses?|a[- ]levels?(?!"
                  + " ?\\d)|abitur|baccalaureate|grade 12"),
          name(
              EducationLevel.VOCATIONAL,
              "apprenticeships?|postsecondary nondegree award|vocational|trade school|technical"
                  + " school|certificates?(?= (?:programs?|programmes?|courses?|in"
                  + " |i{1,3}\\b|iv\\b|level|of"
                  + " (?:higher|secondary|vocational|technical|apprenticeship|completion|proficiency)|or"
                  + " (?:diploma|degree|associate)))|(?:postsecondary|college|training|technical|trade|higher"
                  + " national|level \\d|undergraduate|community college)"
                  + " certificates?|nvq|btec|(?<!\\b(?:school|secondary|leaving|equivalency|ged|graduate|degree)[-"
                  + " ])diplomas?(?! or equivalent)|technical training|red seal|ausbildung"),
          name(
              EducationLevel.ASSOCIATE,
              "associate(?:['’]s)?(?: degree)?s?(?= degree| in|$)|associate['’]s degree|foundation"
                  + " degree"),
          name(
              EducationLevel.BACHELOR,
              "bachelor(?:['’]?s)?|undergraduate degree|b\\.?sc\\.?|b\\.?a\\.?(?= degree| in"
                  + " )|b\\.?s\\.?(?= degree| in )|bsn|honours degree|university degree|college"
                  + " degree|degree"),
          name(
              EducationLevel.MASTER,
              "master['’]s?(?: degree)?|masters|masters? degrees?|master (?:of|in) \\w+|(?:or|and)"
                  + " (?:a )?master(?=[,.;)]|$)|m\\.?sc\\.?|m\\.?s\\.?(?= degree| in |[,/ ]+or"
                  + " )|ms(?= or| and|/)|mba|postgraduate degree|graduate degree|advanced"
                  + " degrees?|msn|mph|msw|mlis|pgce"),
          name(
              EducationLevel.PROFESSIONAL,
              "professional degree|j\\.?d\\.?(?= degree)|juris doctor|doctor of"
                  + " (?!philosophy)\\w+|pharmd|mpharm"),
          name(
              EducationLevel.DOCTORATE,
              "doctor of philosophy|ph\\.?\\s?d\\.?s?|doctorates?|doctoral"));

  /** Beside another level, "degree" alone is no further one. */
  private static final Pattern CERTAIN_BACHELOR =
      Pattern.compile(
          "bachelor|undergraduate|b\\.?sc|honours|university degree|college degree",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PREFERRED =
      Pattern.compile(
          "prefer|desirable|advantage|helpful|a plus|nice to"
              + " have|bonus|beneficial|valued|ideally|may",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern REQUIRED =
      Pattern.compile(
          "require|must|minimum|need|essential|necessary|typical|usually|generally|at least|entry",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TOPIC =
      Pattern.compile(
          "require|qualif|education|degree|credential|become|training|entry|background|certif|academic|school|stud(?:y|ies)",
          Pattern.CASE_INSENSITIVE);

  private Educations() {}

  private static Name name(EducationLevel level, String alternatives) {
    return new Name(
        level,
        Pattern.compile(
            "(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE));
  }

  /** The levels a text names, lowest first. */
  public static List<EducationLevel> levels(String text) {
    List<EducationLevel> levels = new ArrayList<>();
    for (Name name : NAMES) {
      if (name.pattern().matcher(text).find()) {
        levels.add(name.level());
      }
    }
    boolean others = levels.stream().anyMatch(level -> level != EducationLevel.BACHELOR);
    if (others && !CERTAIN_BACHELOR.matcher(text).find()) {
      levels.remove(EducationLevel.BACHELOR);
    }
    return levels;
  }

  /** Whether a text calls a level by its name, where "advanced degree" only means one. */
  public static boolean names(EducationLevel level, String text) {
    return levels(ADVANCED.matcher(text).replaceAll(" ")).contains(level);
  }

  private static final Pattern ADVANCED =
      Pattern.compile("advanced degrees?", Pattern.CASE_INSENSITIVE);

  static boolean isRequirement(Statement statement) {
    return TOPIC.matcher(String.join(" ", statement.path())).find()
        || TOPIC.matcher(statement.text()).find()
        || TOPIC.matcher(String.join(" ", statement.lead())).find();
  }

  static EducationNeed need(Statement statement) {
    String near = statement.text() + " " + String.join(" ", statement.lead());
    if (PREFERRED.matcher(near).find() && !REQUIRED.matcher(statement.text()).find()) {
      return EducationNeed.PREFERRED;
    }
    return REQUIRED.matcher(near + " " + String.join(" ", statement.path())).find()
        ? EducationNeed.REQUIRED
        : EducationNeed.MENTIONED;
  }
}
