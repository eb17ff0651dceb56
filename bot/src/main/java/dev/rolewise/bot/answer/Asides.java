package dev.rolewise.bot.answer;

import java.util.List;
import java.util.regex.Pattern;

/** What pages show beside what they are about: other jobs, further reading, calls to action. */
final class Asides {
  /** Headings of what is on no job at all. */
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?i)(?:current (?:opportunities|vacancies|openings)|recommended(?: for you)?|(?:upcoming"
              + " )?events|(?:latest )?news|share(?: this page)?|feedback)");

  /** Headings of jobs like the one a page is about, and of pages on them. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?i)(?:\\d+[a-z]?\\.? )?(?:(?:similar|related|comparable|neighbou?ring|nearby|other)"
              + " (?:jobs?|roles?|careers?|occupations?|professions?|positions?|guides?|pages?)"
              + "(?:\\s*[(,:–-].*| (?:like|people|worth)\\b.*)?|(?:people"
              + " |others )?(?:also|often) (?:viewed?|look(?:ed)?(?: at)?|compared?|interested"
              + " in)|also in this \\p{L}+|see also|(?:\\p{L}+ )?people (?:also )?(?:look at"
              + "|view(?:ed)?|compare)\\b.*|you (?:may|might|could|can)"
              + " (?:also )?(?:be interested|like|consider)\\b.*)");

  /** Questions that jobs like one are an answer to. */
  private static final Pattern ASKS_FOR_OTHERS =
      Pattern.compile(
          "(?i)\\b(?:similar|related|comparable|neighbou?ring|alike|like an?|close to|other"
              + " (?:jobs?|roles?|careers?|occupations?|professions?)|else|alternatives?|instead"
              + "|interested)\\b");

  private Asides() {}

  /** Whether what stands under the headings says nothing of the job its document is about. */
  static boolean isAside(List<String> path) {
    return isFurniture(path) || isOnOthers(path);
  }

  /** Whether what stands under the headings is on no job at all. */
  static boolean isFurniture(List<String> path) {
    return path.stream().anyMatch(heading -> FURNITURE.matcher(heading.strip()).matches());
  }

  /** Whether what stands under the headings is on jobs like the one its document is about. */
  static boolean isOnOthers(List<String> path) {
    return path.stream().anyMatch(heading -> OTHERS.matcher(heading.strip()).matches());
  }

  /** Whether a question wants to know of jobs like the one it names. */
  static boolean areAskedFor(String question) {
    return ASKS_FOR_OTHERS.matcher(question).find();
  }
}
