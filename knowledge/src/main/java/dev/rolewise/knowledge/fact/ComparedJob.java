package dev.rolewise.knowledge.fact;

import dev.rolewise.knowledge.document.Orders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The job that a clause gives an amount of beside another one: "than accountants, who make". */
final class ComparedJob {
  /** "Accountants, who usually make", "clerks whose median pay is": from a job to its pay. */
  private static final Pattern RELATIVE =
      Pattern.compile("(?i)^,? (?:who|whose|which|that)\\b[^.,;:!?$£€]*$");

  private static final String OF_PAY =
      "(?:(?:an?|the|their|its|average|median|mean|typical|annual|yearly|hourly|monthly|salar(?:y|ies)"
          + "|pay|wages?|earnings|of|about|around)\\s)*";

  /** "Managers' ", "managers do (", "managers, with a median of ": from a job to its pay. */
  private static final Pattern DIRECT =
      Pattern.compile(
          "(?i)^(?:['’]s?\\s"
              + OF_PAY
              + "|(?:\\s(?:do|does|did|earn|make|get|are|is))?\\s\\(|,\\s(?:with|at|on)\\s"
              + OF_PAY
              + ")$");

  private static final Pattern COMPARED =
      Pattern.compile(
          "(?i)\\b(?:than|unlike|versus|vs\\.?|compared (?:to|with)|against)\\s"
              + "(?:(?:the|an?|most|other|for|that|those|of|pay|salary|wages?|median|average)\\s)*$");

  /** "The $90,000 that managers earn", "$54,000 a year for teachers": from pay to its job. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?i)^\\s(?:(?:that|which|for|of|by|earned|paid|made|to|an?|the|most|typical|average)\\s)*$");

  private static final Pattern PLURAL = Pattern.compile("\\b\\p{L}{3,}s\\b");

  /** A job further away is of another clause, in characters. */
  private static final int MAX_CLAUSE = 160;

  private ComparedJob() {}

  /**
   * The job of the clause that an amount stands in, whatever the sentence is about; empty if the
   * amount is not told of a job that another one is compared with or that a clause of its own
   * explains.
   */
  static Optional<String> of(String text, Figure amount) {
    String before = text.substring(Math.max(0, amount.start() - MAX_CLAUSE), amount.start());
    String behind =
        text.substring(amount.end(), Math.min(text.length(), amount.end() + MAX_CLAUSE));
    Optional<JobTitles.Found> inFront =
        jobs(before).stream()
            .max(Orders.byInt(JobTitles.Found::end))
            .filter(job -> isSubject(before, job));
    Optional<JobTitles.Found> job =
        inFront.isPresent() || !COMPARED.matcher(before).find()
            ? inFront
            : jobs(behind).stream()
                .min(Orders.byInt(JobTitles.Found::start))
                .filter(one -> BEHIND.matcher(behind.substring(0, one.start())).matches());
    return job.map(JobTitles.Found::title);
  }

  private static boolean isSubject(String before, JobTitles.Found job) {
    String between = before.substring(job.end());
    return RELATIVE.matcher(between).matches()
        || (DIRECT.matcher(between).matches()
            && COMPARED.matcher(before.substring(0, job.start())).find());
  }

  /** The jobs of a text, also those such as "managers" that are one only as a subject. */
  private static List<JobTitles.Found> jobs(String text) {
    List<JobTitles.Found> jobs = new ArrayList<>(JobTitles.in(text));
    PLURAL
        .matcher(text)
        .results()
        .filter(word -> JobTitles.whole(word.group()).isPresent())
        .filter(word -> jobs.stream().noneMatch(job -> job.end() == word.end()))
        .map(word -> new JobTitles.Found(word.group(), word.start(), word.end()))
        .toList()
        .forEach(jobs::add);
    return jobs;
  }
}
