package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Statement;
import java.util.List;
import java.util.Optional;
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
          + " lot|much|often|required|involved)",
      "travel|trips?\\b|commut|on the road|away from|relocat|\\bfly|suitcase"),
  REMOTE(
      "remote(?:ly)?|wfh|work(?:ing)? from home|hybrid (?:work|model|job|role)\\w*|home office",
      "remote|from home|hybrid|home office|anywhere|telework|telecommut|on[- ]?site|in (?:the |an?"
          + " )?office|flexib\\w+ (?:\\w+"
          + " )?(?:work|hours|arrangement|schedul|location|workplace)\\w*"),
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

  private boolean isTold(Statement statement) {
    return told.matcher(statement.text()).find()
        || statement.path().stream().anyMatch(heading -> told.matcher(heading).find())
        || statement.lead().stream().anyMatch(lead -> told.matcher(lead).find())
        || statement.cells().stream()
            .map(Cell::header)
            .anyMatch(header -> told.matcher(header).find());
  }
}
