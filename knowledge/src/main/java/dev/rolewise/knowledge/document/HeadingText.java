package dev.rolewise.knowledge.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What headings of career documents look like and which names they commonly have. */
final class HeadingText {
  /** Longest heading without markup, in words. */
  private static final int MAX_WORDS = 12;

  private static final int MAX_CHARS = 100;

  /** So many capitals may be a short form, such as "MLOps" or "AWS". */
  private static final int MAX_SHORT_FORM = 4;

  /** Names of main parts. */
  private static final Set<String> MAIN =
      Set.of(
          "overview",
          "summary",
          "introduction",
          "about",
          "about the role",
          "role overview",
          "core responsibilities",
          "requirements",
          "career development",
          "market demand",
          "industry trends",
          "essential soft skills",
          "best practices",
          "common challenges",
          "more careers",
          "salary",
          "salaries",
          "salary range",
          "salary ranges",
          "salary information",
          "job outlook",
          "job description",
          "what they do",
          "how to become one",
          "similar occupations",
          "related occupations",
          "related careers",
          "frequently asked questions",
          "faq",
          "faqs");

  /** Names that stand for a main part in one document and for a part of it in another. */
  private static final Set<String> COMMON =
      Set.of(
          "responsibilities",
          "key responsibilities",
          "duties",
          "main duties",
          "job duties",
          "qualifications",
          "required qualifications",
          "preferred qualifications",
          "skills",
          "key skills",
          "required skills",
          "technical skills",
          "soft skills",
          "essential skills",
          "important qualities",
          "education",
          "education and training",
          "education and experience",
          "training",
          "experience",
          "certifications",
          "licenses and certifications",
          "pay",
          "compensation",
          "compensation and benefits",
          "benefits",
          "earnings",
          "wages",
          "work environment",
          "working conditions",
          "work schedules",
          "outlook",
          "career outlook",
          "employment outlook",
          "future outlook",
          "job market",
          "job prospects",
          "market outlook",
          "career path",
          "career paths",
          "career progression",
          "advancement",
          "getting started",
          "tools",
          "tools and technologies",
          "technologies",
          "challenges",
          "trends",
          "day to day",
          "a day in the life",
          "day-to-day work",
          "salary expectations",
          "salary overview",
          "salary trends",
          "salary by experience",
          "salary by location",
          "employment",
          "job growth",
          "growth",
          "resources",
          "conclusion",
          "references",
          "sources",
          "related roles",
          "key facts",
          "quick facts",
          "at a glance",
          "contents",
          "table of contents",
          "specializations",
          "industries",
          "work activities",
          "knowledge",
          "abilities",
          "tasks",
          "interests",
          "personality",
          "technology skills",
          "state & area data",
          "more information",
          "contacts for more information",
          "job titles",
          "nature of the work",
          "role",
          "the role",
          "job summary",
          "position summary",
          "position",
          "details",
          "profile");

  /** Last words of names that parts have: "entry requirements", "work experience". */
  private static final Set<String> PARTS =
      Set.of(
          "responsibilities",
          "duties",
          "tasks",
          "requirements",
          "qualifications",
          "certifications",
          "skills",
          "education",
          "training",
          "experience",
          "tools",
          "pay",
          "salary",
          "salaries",
          "wages",
          "earnings",
          "compensation",
          "benefits",
          "conditions",
          "environment",
          "hours",
          "outlook",
          "prospects",
          "path",
          "progression",
          "steps",
          "trends",
          "challenges");

  /** A longer name says more than what part it is of, in words. */
  private static final int MAX_PART_WORDS = 3;

  /** Names of parts whose items are often links and content all the same. */
  private static final Set<String> SAID =
      Set.of(
          "skills",
          "knowledge",
          "abilities",
          "tasks",
          "work activities",
          "interests",
          "tools",
          "tools and technologies",
          "technologies",
          "duties",
          "responsibilities",
          "qualifications",
          "requirements",
          "certifications",
          "licenses and certifications",
          "job titles",
          "specializations",
          "industries",
          "benefits");

  /** Words in a heading that do not count when its capitals are looked at. */
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "or", "the", "of", "in", "on", "for", "to", "with", "by", "from", "at",
          "as", "vs", "vs.", "per", "via", "into", "about", "&", "/", "-", "\u2013", "\u2014",
          "your", "is", "do", "does", "it", "its", "e.g.", "than", "over", "up");

  private HeadingText() {}

  /**
   * Level of a bold line below a heading. It is one deeper, but never above the headings below a
   * title, which would else become parts of it.
   */
  static int levelOfBold(int headingLevel) {
    return Math.max(headingLevel + 1, 4);
  }

  /** Whether a line could be a heading by its length and punctuation. */
  static boolean isPossible(String line) {
    int words = 1;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == ' ') {
        words++;
      }
    }
    if (line.isEmpty() || words > MAX_WORDS || line.length() > MAX_CHARS) {
      return false;
    }
    char last = line.charAt(line.length() - 1);
    if (last == '.' || last == '!' || last == ',' || last == ';') {
      return false;
    }
    return line.codePoints().anyMatch(Character::isLetter);
  }

  /** Whether all words that count begin with a capital. */
  static boolean isTitleCase(String line) {
    boolean any = false;
    for (String word : words(line)) {
      String bare = bare(word);
      if (bare.isEmpty() || SMALL.contains(bare) || Character.isDigit(bare.charAt(0))) {
        continue;
      }
      if (Character.isLowerCase(bare.codePointAt(0))) {
        return false;
      }
      any = true;
    }
    return any;
  }

  /** Whether this is a name that the main parts of career documents have. */
  static boolean isMain(String heading) {
    String name = normalized(heading);
    return MAIN.contains(name);
  }

  /** Whether this is a name that parts of career documents have, of whatever level. */
  static boolean isCommon(String heading) {
    String name = normalized(heading);
    return MAIN.contains(name)
        || COMMON.contains(name)
        || name.startsWith("salary ")
        || name.startsWith("how to become ")
        || (name.startsWith("what ") && name.endsWith(" do"));
  }

  /**
   * Whether this names a part of its own beside others, by a common name or by its form: "What you
   * need", "Work experience", but not "By experience".
   */
  static boolean isPart(String heading) {
    String name = normalized(heading);
    if (isCommon(heading) || name.startsWith("what you") || name.startsWith("what we")) {
      return true;
    }
    List<String> words = wordsOf(name);
    return words.size() <= MAX_PART_WORDS
        && PARTS.contains(words.getLast())
        && words.stream().noneMatch(SMALL::contains);
  }

  /** Whether it is written in capitals only. */
  static boolean isInCapitals(String line) {
    return line.equals(line.toUpperCase(Locale.ROOT))
        && line.codePoints().filter(Character::isLetter).count() > MAX_SHORT_FORM;
  }

  /** Whether it is a label in capitals; what stands in brackets behind it may be in others. */
  static boolean isShouted(String line) {
    int open = line.indexOf(" (");
    String name = open > 0 && line.endsWith(")") ? line.substring(0, open) : line;
    return isPossible(line) && isInCapitals(name) && !LineHeadings.hasAmount(line);
  }

  /** Whether this names a part that says something of its own and does not lead elsewhere. */
  static boolean isContent(String heading) {
    String name = normalized(heading);
    boolean elsewhere =
        name.startsWith("related")
            || name.startsWith("similar")
            || name.startsWith("more ")
            || name.startsWith("table of ");
    return !elsewhere && (SAID.contains(name) || (name.endsWith(" skills") && isCommon(heading)));
  }

  /** Whether this names a part of a document and therefore never the role it is about. */
  static boolean isGeneric(String heading) {
    String name = normalized(heading);
    if (name.isEmpty() || isCommon(heading) || heading.endsWith("?")) {
      return true;
    }
    return switch (wordsOf(name).getFirst()) {
      case "what", "how", "why", "when", "where", "who", "which", "about", "welcome" -> true;
      default -> false;
    };
  }

  /** Whether it is about money people earn. */
  static boolean isAboutPay(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.contains("salar")
        || lower.contains("wage")
        || lower.contains("compensation")
        || lower.contains("earning")
        || lower.contains("income")
        || lower.contains("remuneration")
        || containsWord(lower, "pay")
        || containsWord(lower, "paid")
        || containsWord(lower, "earn")
        || containsWord(lower, "earns")
        || containsWord(lower, "earned");
  }

  /** Without a colon or footnote mark at the end and without a number in front. */
  static SourceText trimmed(SourceText heading) {
    String text = heading.text();
    int end = text.length();
    boolean changed = true;
    while (changed && end > 0) {
      int before = end;
      while (end > 0 && ": #".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      if (end > 0 && text.charAt(end - 1) == '\u00b6') {
        end--;
      }
      end = withoutFootnote(text, end);
      changed = end != before;
    }
    return end == 0 ? heading : heading.slice(0, end);
  }

  /** End of the text without footnote marks such as {@code [3]}. */
  static int withoutFootnote(String text, int end) {
    int stop = Footnotes.end(text, end);
    while (stop > 2 && text.charAt(stop - 1) == ']') {
      int open = text.lastIndexOf('[', stop - 1);
      int size = stop - 2 - open;
      if (open <= 0 || size < 1 || size > 3) {
        break;
      }
      for (int i = open + 1; i < stop - 1; i++) {
        if (!Character.isDigit(text.charAt(i)) && !(size == 1)) {
          return stop;
        }
      }
      stop = open;
      while (stop > 0 && text.charAt(stop - 1) == ' ') {
        stop--;
      }
    }
    return stop;
  }

  static List<String> words(String line) {
    return wordsOf(line);
  }

  /** A word without punctuation around it, in its own case. */
  static String bare(String word) {
    int start = 0;
    int end = word.length();
    while (start < end
        && !Character.isLetterOrDigit(word.charAt(start))
        && word.charAt(start) != '&') {
      start++;
    }
    while (end > start
        && !Character.isLetterOrDigit(word.charAt(end - 1))
        && word.charAt(end - 1) != '&') {
      end--;
    }
    return word.substring(start, end);
  }

  static boolean isSmall(String word) {
    return SMALL.contains(word);
  }

  private static List<String> wordsOf(String line) {
    return List.of(line.strip().split(" +", -1));
  }

  private static boolean containsWord(String lower, String word) {
    int at = lower.indexOf(word);
    while (at >= 0) {
      boolean before = at == 0 || !Character.isLetter(lower.charAt(at - 1));
      int end = at + word.length();
      if (before && (end == lower.length() || !Character.isLetter(lower.charAt(end)))) {
        return true;
      }
      at = lower.indexOf(word, end);
    }
    return false;
  }

  /** In lower case, without what stands in parentheses and without punctuation at its ends. */
  private static String normalized(String heading) {
    String name = heading.toLowerCase(Locale.ROOT);
    int open = name.indexOf('(');
    if (open > 0) {
      name = name.substring(0, open);
    }
    name = name.strip();
    int end = name.length();
    while (end > 0 && !Character.isLetterOrDigit(name.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && !Character.isLetter(name.charAt(start))) {
      start++;
    }
    return name.substring(start, end);
  }
}
