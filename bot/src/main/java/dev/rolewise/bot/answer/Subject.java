package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Things that people ask about jobs and that a document either speaks of or does not. What is
 * similar to them is no answer: a question about interviews is not one about requirements.
 */
enum Subject {
  INTERVIEW("interview\\w*|assessment cent(?:re|er)s?", "interview|assessment cent"),
  VACANCIES(
      "(?:which|what) (?:compan(?:y|ies)|employers?|firms?|organi[sz]ations?) (?:is|are)"
          + " (?:now |currently |still )?hiring|who(?:'s| is) hiring|hiring (?:right )?now"
          + "|(?:open|current) (?:positions|vacancies|openings) (?:near|at|in)",
      "now hiring|hiring now|vacanc\\w+ at|apply (?:now|here)"),
  VISA("visas?|sponsorship|work permits?", "visa|sponsor|work permit|immigra|right to work"),
  CLOTHES("dress code|uniforms?|(?:what|have) to wear", "uniform|dress|wear|cloth"),
  PENSION("pensions?|401\\(?k\\)?|superannuation", "pension|retire|401|superannuation"),
  PARENTAL_LEAVE("maternity|paternity|parental leave", "maternity|paternity|parental|leave"),
  TIME_OFF(
      "vacation|holidays?|annual leave|time off|pto|days off",
      "vacation|holiday|leave|time off|pto\\b|days? off|weeks? off|weeks of|paid time"),
  DEVICE("laptops?", "laptop|computer|equipment|hardware"),
  READING("books?|reading list|podcasts?", "book|podcast|read"),
  BURNOUT(
      "burn-?outs?|stress(?:ful|ed)?",
      "burn|stress|pressure|exhaust|turnover|demanding|tension|tough|challenging"),
  DEADLINE(
      "(?:application|closing) (?:deadline|date)s?|deadline (?:for|to)",
      "deadline|closing|apply by"),
  ON_CALL("on[- ]call|standby", "on[- ]call|standby|call-?out|rotation"),
  HOURS(
      "(?:working|weekly|office) hours|hours (?:a|per|each) week",
      "hours|schedule|full[- ]time|part[- ]time|overtime|shift work|shift pattern|shifts?:"
          + "|(?:night|day|evening|early|late|rotating|weekend|in|per|each|no|long|work\\w*)"
          + " shifts?(?! (?:to|toward|from)\\b)|shifts (?:are|of|last|start|end|run)"),
  DAYS_A_WEEK(
      "(?:\\d|three|four|five|six|seven)[- ]days?(?: (?:a|per))?[- ](?:work ?)?weeks?",
      "days? (?:a|per|each) week|day[- ](?:work ?)?week|hours|weekend|part[- ]time"),
  BALANCE(
      "work-?life balance",
      "hours|schedule|shift|full[- ]time|part[- ]time|overtime|work-?life|balance"),
  UNIVERSITY(
      "(?:which|what|best) (?:universit(?:y|ies)|colleges?|schools?|bootcamps?)(?! degree)",
      "universit\\w+ (?:of|in|at)|(?:college|school|institute) of|bootcamps? (?:of|at|by)"),
  TRAVEL(
      "(?:how much|how often|a lot of|much|any) travel\\w*|travel (?:a"
          + " lot|much|often|required|involved)|travel(?:l?ing|s)?(?=\\W*$)",
      "travel|trips?\\b|commut|on the road|away from (?:home|base|one['’]s|your|their)|\\bfly"
          + "|overnight stays|suitcase"),
  REMOTE(
      "remote(?:ly)?|wfh|work(?:ing)? from home|hybrid (?:work|model|job|role)\\w*|home office",
      "remote(?:ly)?\\b(?![- ](?:control|load|operat|area|site|communit|locat|region|place))|from"
          + " home|hybrid|home office|anywhere|telework|telecommut|on[- ]?site|in (?:the |an?"
          + " )?office|flexib\\w+ (?:\\w+"
          + " )?(?:work|hours|arrangement|schedul|location|workplace)\\w*"),
  LEADING(
      "(?:lead|leads|leading|manages?|managing|supervises?|oversees?) (?:\\p{L}+ ){0,2}?(?:people"
          + "|others|staff|teams?|employees|colleagues|anyone|workers)|direct reports",
      "(?:lead|leads|leading|manages?|managing|heads?|heading|runs?|train|trains|training|guides?)"
          + " (?:(?!of\\b)[\\p{L}-]+,? ){0,3}?(?:people|others|staff|teams?|crews?|employees"
          + "|colleagues|workers|apprentices|juniors?|trainees|engineers|assistants)\\b"
          + "|leadership|team lead(?:er)?s?\\b|supervis(?:e|es|ing|ory)\\b|supervisors?\\b"
          + "|mentor|direct reports"),
  TOOLS(
      "(?:what|which) (?:\\p{L}+ ){0,2}?(?:tools|software|equipment|technolog(?:y|ies))(?!"
          + " (?:is|are)\\b)",
      "tools?\\b|toolkit|software|equipment|machine(?:s|ry)?\\b|instruments?\\b|devices?\\b"
          + "|technolog|hardware|frameworks?\\b|librar(?:y|ies)\\b|programming|platforms?\\b"
          + "|technical skill|proficien|computers?\\b|gear\\b|\\busing\\b|\\buse[sd]?\\b"),
  DEGREE(
      "(?:which|what|a|any) (?:degree|diploma)s?|(?:degree|diploma)s? (?:is|are)?"
          + " ?(?:needed|required)",
      "degree|bachelor|master'?s\\b|ph\\.?"
          + " ?d|doctora|diploma|mba\\b|graduat|universit|college|educat|qualif"),
  OVERTIME("overtime", "overtime|extra hours|hours"),
  CAR("company (?:car|phone|bike)", "company|vehicle|\\bcar\\b"),
  UNION("(?:trade |labou?r )?unions?|unioni[sz]\\w+", "union|collective"),
  REPORTING(
      "who(?:m)?\\b.{0,40}\\breports? to|reports? to (?:who|whom)|reporting lines?",
      "report(?:s|ing)? (?:to|line)|answers? to|accountable to"),
  PART_TIME("part[- ]time", "part[- ]time|full[- ]time|hours"),
  PROBATION("probation(?:ary)?(?: period)?|trial period", "probation|trial period"),
  NOTICE("notice periods?|(?:days'?|weeks'?|months'?) notice", "notice"),
  TUITION("tuition", "tuition|fees?\\b|costs?\\b"),
  WEEKENDS(
      "weekends?|(?:satur|sun)days?",
      "weekend|saturday|sunday|days? off|roster|seven days|7 days|monday (?:to|through)"),
  HARM(
      "(?:make|makes|made|making|get|gets|getting|fall|falling)(?: (?:me|you|us|them|people))?"
          + " (?:ill|sick|injured|hurt)|injur\\w+|unhealthy|health"
          + " (?:risks?|problems?|hazards?)|hazard\\w*|(?:bad|hard|rough|tough) (?:for|on)"
          + " (?:the|your|my|his|her|one's)"
          + " (?:body|health|back|knees?|lungs?|hands?|joints?|eyes?|ears?|hearing|skin|shoulders?)",
      "injur|asthma|allergi|illness|disease|cancer|strain|hazard|expos|harm|hurt|accident|danger"
          + "|safety|dust|noise|fumes|burn|back pain|hearing|physical"),
  SIGHTS(
      "squeamish|queasy|(?:sight of |lots of )?blood|gory|disgusting|gross(?="
          + " (?:stuff|things|bits))",
      "sights|smell|blood|bod(?:y|ily)|odou?r|wound|unpleasant|upsetting|distress|vermin"),
  DECLINE(
      "dying|die out|dies out|declin\\w+|shrink\\w*|(?:going|go|goes) (?:downhill|away)|on the way"
          + " out|obsolete|disappear\\w*",
      "declin|fell|fall|shrink|shrunk|fewer|grow|project|increas|decreas|outlook|demand|replac"
          + "|retire|vacanc|shortage|openings"),
  PASS_RATE(
      "pass rates?|(?:failure|success|acceptance|drop-?out) rates?|how many(?: of (?:them|us))?"
          + "(?: \\p{L}+)? (?:pass|fail|get through|get in|make it|drop out)",
      "pass(?:ed|es)?\\b|fail|applicants|applications|cleared|accept|drop out|one in|candidates"),
  SATISFACTION(
      "(?:job )?satisfaction|how (?:happy|satisfied)|happiness", "satisf|happy|happiness|enjoy");

  private final Pattern asked;
  private final Pattern told;

  Subject(String asked, String told) {
    this.asked = pattern("\\b(?:" + asked + ")(?![\\p{L}\\d])");
    this.told = pattern("\\b(?:" + told + ")");
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }

  /** What a question asks about that none of the statements speaks of. */
  static Optional<Subject> untold(String question, List<Statement> statements) {
    for (Subject subject : values()) {
      if (subject.asked.matcher(question).find()
          && statements.stream().noneMatch(subject::isTold)) {
        return Optional.of(subject);
      }
    }
    return Optional.empty();
  }

  /** Those whose words in a statement are an answer, where others only say that it may be one. */
  private static final Set<Subject> TELLING =
      EnumSet.of(TRAVEL, LEADING, WEEKENDS, HARM, SIGHTS, DECLINE, PASS_RATE);

  /** What a question asks about that the words of a single statement answer. */
  static List<Subject> in(String question) {
    return TELLING.stream().filter(subject -> subject.asked.matcher(question).find()).toList();
  }

  /** Whether a statement speaks of it in its own words, whatever stands over it. */
  boolean isToldBy(Statement statement) {
    return told.matcher(statement.text()).find();
  }

  private boolean isTold(Statement statement) {
    return told.matcher(statement.text()).find()
        || statement.path().stream().anyMatch(heading -> told.matcher(heading).find())
        || statement.lead().stream().anyMatch(lead -> told.matcher(lead).find())
        || statement.cells().stream()
            .map(Cell::header)
            .anyMatch(header -> told.matcher(header).find());
  }
}
