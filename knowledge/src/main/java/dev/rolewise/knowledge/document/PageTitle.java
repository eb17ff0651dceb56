package dev.rolewise.knowledge.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a role in the title of a page.
 *
 * @param name what people call the role; empty if the title names none
 * @param longer the same with what stood in brackets or names a country behind it; may be equal
 */
record PageTitle(String name, String longer) {
  /** Ends of titles that say what kind of page it is. */
  private static final List<String> KINDS =
      List.of(
          "career guide",
          "job description",
          "career profile",
          "job profile",
          "occupation profile",
          "occupation report",
          "career overview",
          "salary guide",
          "pay guide",
          "job guide",
          "career path",
          "role profile",
          "role overview",
          "overview",
          "job overview",
          "fact sheet",
          "job fact sheet",
          "factsheet",
          "career",
          "careers",
          "salary",
          "salaries",
          "wages",
          "earnings");

  private static final List<String> STARTS =
      List.of(
          "how to become a ",
          "so you want to be a ",
          "so you want to be an ",
          "so you want to become a ",
          "so you want to become an ",
          "how to become an ",
          "how much does a ",
          "how much does an ",
          "how much do ",
          "what does a ",
          "what does an ",
          "what do ",
          "was verdient ein ",
          "was verdient eine ",
          "was verdienen ",
          "wie viel verdient ein ",
          "wie viel verdient eine ",
          "wie viel verdienen ",
          "becoming a ",
          "becoming an ",
          "working as a ",
          "working as an ",
          "a career as a ",
          "a career as an ",
          "career guide: ",
          "job description: ",
          "role: ",
          "job profile: ",
          "career profile: ",
          "summary report for: ",
          "summary report for ",
          "occupation: ");

  private static final List<String> SEPARATORS =
      List.of(
          " > ",
          " \u203a ",
          " | ",
          " -- ",
          ": ",
          " : ",
          " \u00bb ",
          " \u00b7 ",
          " - ",
          " \u2013 ",
          " \u2014 ");

  /** Codes of classifications of occupations. */
  private static final Pattern CODE =
      Pattern.compile(
          "\\b(?:(?:NOC|SOC|ISCO|ANZSCO|O\\*NET|KldB|Class|Code)[ -]?(?:code )?#?\\d[\\d.-]*"
              + "|\\d{2}-\\d{4}(?:\\.\\d{2})?|\\d{4}-\\d{2}|\\d{5,}"
              + "|(?i:Table|Figure|Page|Tabelle) \\d+(?:\\.\\d+)*)\\b");

  /** What follows the name in titles about its pay: "pay by seat", "salaries in 2024". */
  private static final Pattern PAGE_WORDS =
      Pattern.compile(
          "(?:['\u2019]s)?"
              + " (?:(?:pay|salary|salaries|wages?|earnings|compensation|gehalt|lohn|verdienst|jobs|careers?|levels|job"
              + " description|hourly rates|make|earn|do)(?=$| (?:&"
              + " |(?:by|in|at|for|and|per|range|ranges|guide|scale|scales|\\d{4})\\b)|,|\\?)).*$",
          Pattern.CASE_INSENSITIVE);

  /** What stands before the name in titles about its pay: "Best states for", "The salary of a". */
  private static final Pattern PAGE_WORDS_BEFORE =
      Pattern.compile(
          "^(?:.{0,40}[^\\p{L}])?(?:pay|salar(?:y|ies)|wages?|earnings|income|states|cities|countries|places|prospects|outlook)"
              + " (?:of|for) (?:an? |the )?(?=\\p{L})",
          Pattern.CASE_INSENSITIVE);

  /** What stands before the name in titles that tell a story: "A day in the life of a". */
  private static final Pattern OF_STORY =
      Pattern.compile(
          "^(?:what (?:an? |the )?(?=[^,:]+ (?:make|earn|do)s?$)|.*\\b(?:life"
              + " (?:of|as)|being|becoming|working as|training as|days? with|week with|job of|truth"
              + " about|meet|inside) (?:an? |the ))(.+)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BY_WHAT = Pattern.compile(" by (?:\\p{L}+(?:,? and |, )?){1,3}$");

  private static final Pattern COMPANY = Pattern.compile(" at \\p{Lu}.*$");

  private static final Pattern DATE =
      Pattern.compile(
          ",? ?(?:(?:January|February|March|April|May|June|July|August|September|October|November"
              + "|December|Q[1-4]) )?\\b20\\d{2}(?:[/\u2013-]\\d{2,4})?$");

  private static final Pattern PLACE =
      Pattern.compile(",? (?:in|for|within) ((?:the )?\\p{L}[\\p{L}. ]*)$");

  private static final Pattern BRACKETS = Pattern.compile(" ?[(\\[][^()\\[\\]]*[)\\]]");

  private static final Pattern ARTICLE = Pattern.compile("^(?:An?|The) (?=\\p{Lu})");

  private static final Set<String> QUESTIONS =
      Set.of("make", "earn", "do", "gehalt", "lohn", "verdienst");

  /** Takes a title apart. */
  static PageTitle of(String title) {
    String plain = withoutCodes(title);
    String longer = withoutKind(part(plain));
    String name = withoutBrackets(withoutKind(part(withoutBrackets(plain))));
    name = withoutPlace(name);
    Matcher article = ARTICLE.matcher(name);
    name = article.find() ? name.substring(article.end()) : name;
    if (!longer.startsWith(name) || HeadingText.isAboutPay(longer) || !isBalanced(longer)) {
      longer = name;
    }
    return new PageTitle(name, longer);
  }

  /** How many words of the name of a file stand in the name, in the singular. */
  int wordsOf(String id) {
    int found = 0;
    List<String> own = wordsIn(name);
    for (String word : wordsIn(id)) {
      found += own.contains(word) ? 1 : 0;
    }
    return found;
  }

  static List<String> wordsIn(String text) {
    return Pattern.compile("[^\\p{L}\\d]+")
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 1)
        .map(RoleWords::singular)
        .toList();
  }

  private static String withoutCodes(String title) {
    String rest = CODE.matcher(title).replaceAll("");
    rest = rest.replace("( )", "").replace("()", "").strip();
    return withoutMarks(rest).replace("  ", " ");
  }

  /** Without what parted the title from a code before it. */
  private static String withoutMarks(String title) {
    String rest = title;
    while (!rest.isEmpty() && "-:\u2013\u2014,.".indexOf(rest.charAt(0)) >= 0) {
      rest = rest.substring(1).strip();
    }
    return rest;
  }

  /** The part of a title that is not the name of the site or of the page. */
  private static String part(String title) {
    String rest = title;
    for (String separator : SEPARATORS) {
      if (rest.contains(separator)) {
        String best = "";
        for (String part : rest.split(Pattern.quote(separator), -1)) {
          String name = withoutMarks(part.strip());
          boolean role = isRole(name);
          boolean way = separator.equals(" > ") || separator.equals(" \u203a ");
          boolean better = (role && (way || !isRole(best))) || isKindOfPay(best);
          if (!name.isEmpty() && isBalanced(name) && (best.isEmpty() || better)) {
            best = name;
          }
        }
        rest = best.isEmpty() ? rest : best;
      }
    }
    return rest;
  }

  /** "Pay guide": what it is a guide to stands behind it. */
  private static boolean isKindOfPay(String part) {
    return part.indexOf(' ') > 0
        && KINDS.contains(part.toLowerCase(Locale.ROOT))
        && HeadingText.isAboutPay(part);
  }

  private static boolean isRole(String part) {
    return RoleWords.isRole(withoutKind(withoutBrackets(part))) && !FROM_TO.matcher(part).find();
  }

  /** "From private to general": the ends of a scale, of which neither is what a page is about. */
  private static final Pattern FROM_TO = Pattern.compile("(?i)^from .+ to ");

  /** A title without what kind of page it is on: "career guide". */
  private static String withoutKind(String title) {
    String rest = DATE.matcher(title).replaceAll("").strip();
    String lower = rest.toLowerCase(Locale.ROOT);
    for (String start : STARTS) {
      if (lower.startsWith(start) && rest.length() > start.length()) {
        String name = withoutPageWords(rest.substring(start.length())).replaceFirst("\\?$", "");
        if (RoleWords.isRole(withoutPlace(name))) {
          return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }
      }
    }
    for (String kind : KINDS) {
      if (lower.endsWith(" " + kind)) {
        String name = rest.substring(0, rest.length() - kind.length()).strip();
        if (RoleWords.isRole(name)) {
          return name;
        }
      }
    }
    Matcher asked = OF_STORY.matcher(rest);
    if (asked.find()) {
      String name = withoutPageWords(asked.group(1)).replaceFirst("[?:,].*$", "");
      if (RoleWords.isRole(withoutPlace(name))) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
      }
    }
    Matcher before = PAGE_WORDS_BEFORE.matcher(rest);
    if (before.find()) {
      String name = BY_WHAT.matcher(rest.substring(before.end())).replaceFirst("");
      if (RoleWords.isRole(withoutPlace(name))) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
      }
    }
    return withoutPageWords(rest);
  }

  private static String withoutPageWords(String title) {
    Matcher company = COMPANY.matcher(title);
    String rest = title;
    if (company.find() && RoleWords.isRole(title.substring(0, company.start()))) {
      rest = title.substring(0, company.start());
    }
    Matcher words = PAGE_WORDS.matcher(rest);
    if (words.find()) {
      String name = rest.substring(0, words.start());
      List<String> before = HeadingText.words(name);
      String next = HeadingText.words(words.group().strip()).getFirst().toLowerCase(Locale.ROOT);
      boolean whole =
          !RoleWords.isJoin(before.getLast().toLowerCase(Locale.ROOT))
              && (RoleWords.isRole(name) || QUESTIONS.contains(next));
      if (whole && before.size() + 1 >= 2 && !isSenior(name)) {
        return name;
      }
    }
    return rest;
  }

  /** Ranks that something else is named behind: "VP Compensation". */
  static boolean isSenior(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "vp", "svp", "evp", "avp", "head", "chief", "director", "lead", "vice president" -> true;
      default -> false;
    };
  }

  private static String withoutBrackets(String title) {
    if (title.indexOf('(') < 0 && title.indexOf('[') < 0) {
      return title;
    }
    Matcher matcher = BRACKETS.matcher(title);
    var rest = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      boolean brief = ShortForms.SHORT.matcher(matcher.group()).find();
      boolean market = Markets.isName(matcher.group().replaceAll("[()\\[\\]]", "").strip());
      if (!brief || market) {
        rest.append(title, end, matcher.start());
        end = matcher.end();
      }
    }
    String plain = rest.append(title.substring(end)).toString().strip();
    return isBalanced(plain) ? plain : plain.substring(0, opening(plain)).strip();
  }

  private static int opening(String text) {
    int round = text.indexOf('(');
    int square = text.indexOf('[');
    int at = round < 0 ? square : square < 0 ? round : Math.min(round, square);
    return at <= 0 ? text.length() : at;
  }

  static boolean isBalanced(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  private static String withoutPlace(String title) {
    Matcher place = PLACE.matcher(title);
    boolean found = place.find() && Markets.isName(place.group(1));
    return found ? title.substring(0, place.start()).strip() : title;
  }
}
