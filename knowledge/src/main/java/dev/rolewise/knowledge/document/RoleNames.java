package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document calls its role.
 *
 * @param title name of the role
 * @param aliases other names, without the title
 * @param headingIndex index of the block that is the heading of the whole document, or -1
 */
record RoleNames(String title, List<String> aliases, int headingIndex) {
  RoleNames {
    requireNonNull(title, "title");
    aliases = List.copyOf(aliases);
  }

  private static final int MAX_ALIASES = 8;

  /** Last words of names of occupations that no ending gives away. */
  private static final Set<String> ROLE_WORDS =
      Set.of(
          "head",
          "lead",
          "chief",
          "expert",
          "specialist",
          "nurse",
          "clerk",
          "chef",
          "cook",
          "pilot",
          "guard",
          "aide",
          "agent",
          "assistant",
          "consultant",
          "accountant",
          "attendant",
          "president",
          "superintendent",
          "architect",
          "analyst",
          "scientist",
          "executive",
          "representative",
          "associate",
          "partner",
          "intern",
          "fellow",
          "master",
          "mechanic",
          "technologist",
          "dietitian",
          "evangelist",
          "strategist",
          "administrator",
          "officer",
          "attorney",
          "coach",
          "hygienist",
          "veterinarian",
          "physician",
          "librarian",
          "judge",
          "paralegal",
          "secretary",
          "cto",
          "ceo",
          "cfo",
          "cio",
          "vp",
          "svp",
          "avp",
          "evp",
          "sre",
          "dba",
          "owner",
          "programmer",
          "apprentice",
          "principal",
          "dean",
          "faculty",
          "staff",
          "professional",
          "practitioner",
          "generalist",
          "surgeon",
          "midwife",
          "economist",
          "liaison",
          "correspondent",
          "critic",
          "host",
          "model",
          "advocate",
          "deputy");

  /** Endings of names of occupations. */
  private static final List<String> ROLE_ENDINGS =
      List.of("er", "or", "ist", "ian", "man", "woman");

  /** Words with such an ending that are no occupation. */
  private static final Set<String> NO_ROLE =
      Set.of(
          "career",
          "computer",
          "software",
          "number",
          "power",
          "customer",
          "order",
          "other",
          "further",
          "higher",
          "lower",
          "however",
          "whether",
          "either",
          "sector",
          "factor",
          "labor",
          "major",
          "minor",
          "error",
          "monitor",
          "vector",
          "behavior",
          "human",
          "over",
          "under",
          "per",
          "ever",
          "never",
          "after",
          "together",
          "better",
          "greater",
          "larger",
          "center",
          "offer",
          "paper",
          "chapter",
          "letter",
          "matter",
          "member",
          "summer",
          "winter",
          "september",
          "october",
          "november",
          "december",
          "exist",
          "consist",
          "list",
          "for",
          "or",
          "their",
          "her",
          "bachelor",
          "master's",
          "bachelor's",
          "server",
          "docker",
          "transformer",
          "newsletter",
          "employer",
          "user",
          "consumer",
          "stakeholder",
          "mayor",
          "senior",
          "junior",
          "prior",
          "interior",
          "exterior",
          "floor",
          "door",
          "color",
          "cluster",
          "layer",
          "parameter",
          "hyper-parameter",
          "former",
          "latter",
          "cover",
          "remember",
          "consider");

  /** Ends of titles that say what kind of page it is. */
  private static final List<String> KINDS =
      List.of(
          "career guide",
          "job description",
          "career profile",
          "job profile",
          "career overview",
          "salary guide",
          "job guide",
          "career path",
          "role profile",
          "role overview",
          "overview",
          "job overview",
          "career",
          "careers",
          "salary",
          "salaries");

  private static final List<String> STARTS =
      List.of(
          "how to become a ",
          "how to become an ",
          "becoming a ",
          "becoming an ",
          "career guide: ",
          "job description: ",
          "role: ",
          "job profile: ",
          "career profile: ",
          "occupation: ");

  private static final Set<String> JOINS = Set.of("of", "in", "for", "and", "&", "or");

  /** What stands before the name of the role; the name begins where the match ends. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "\\b(?:(?:role|position|job|title|career|profession|work|duties|responsibilities"
              + "|compensation|demand|salary|salaries|ranges) (?:of|as|for)"
              + "|(?:[Ee]xcel|[Ss]ucceed|[Ww]ork|[Cc]areer|[Ss]tart|[Ss]uccess) as"
              + "|[Bb]ecom(?:e|ing)|[Aa]dvancing to|[Ee]nables|[Ii]deal)"
              + " (?:an? |the )?");

  private static final Pattern OTHER_NAMES =
      Pattern.compile(
          "\\b(?:referred to as|also called|also known as|sometimes called|commonly called"
              + "|often called|commonly known as|sometimes known as|a\\.k\\.a\\.|aka)"
              + " (?:an? |the )?");

  /** A name in parentheses that stands for what is before it. */
  private static final Pattern SHORT = Pattern.compile("\\(([A-Z][A-Za-z&/]{0,6}[A-Z])s?\\)");

  /** Finds the names of the role in the blocks of a document. */
  static RoleNames of(String id, Content content, List<Block> blocks) {
    int heading = titleHeading(blocks);
    String own = heading < 0 ? "" : ((Heading) blocks.get(heading)).text().text();
    Set<String> aliases = new LinkedHashSet<>(content.frontMatter().aliases());
    boolean stated = !content.frontMatter().title().isEmpty();
    String title = content.frontMatter().title();
    if (title.isEmpty()) {
      title = own.isEmpty() ? withoutSite(content.title()) : withoutSite(own);
    } else if (!own.isEmpty() && own.length() < 60 && isRole(own)) {
      aliases.add(own);
    }
    var names = new Finder(blocks);
    if (title.isEmpty()) {
      title = names.title();
    } else if (!stated) {
      title = names.asWritten(title, aliases);
    }
    if (title.isEmpty()) {
      title = fromId(id);
    }
    names.addShortForms(title, aliases);
    title = withoutShortForms(title, aliases);
    if (aliases.isEmpty() || !stated) {
      names.addOtherNames(title, aliases);
    }
    Set<String> different = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    seen.add(title.toLowerCase(Locale.ROOT));
    seen.add(title.toLowerCase(Locale.ROOT) + "s");
    for (String alias : aliases) {
      boolean room = different.size() < MAX_ALIASES || stated;
      if (room && seen.add(alias.toLowerCase(Locale.ROOT))) {
        different.add(alias);
      }
    }
    return new RoleNames(title, List.copyOf(different), heading);
  }

  // ---- headings

  /** The heading that names the whole document: outermost and first, and no name of a part. */
  private static int titleHeading(List<Block> blocks) {
    int first = -1;
    int outermost = Integer.MAX_VALUE;
    int sameLevel = 0;
    for (int i = 0; i < blocks.size(); i++) {
      if (blocks.get(i) instanceof Heading heading) {
        if (first < 0) {
          first = i;
        }
        if (heading.level() < outermost) {
          outermost = heading.level();
          sameLevel = 0;
        }
        sameLevel += heading.level() == outermost ? 1 : 0;
      }
    }
    if (first < 0) {
      return -1;
    }
    Heading heading = (Heading) blocks.get(first);
    String text = heading.text().text();
    if (HeadingText.isGeneric(withoutSite(text)) || heading.level() > outermost) {
      return -1;
    }
    boolean alone = sameLevel == 1;
    boolean onTop = first == 0 && heading.level() == 1;
    return alone || onTop || (first == 0 && isRole(text)) ? first : -1;
  }

  /** The part of a page title that is not the name of the site. */
  static String withoutSite(String title) {
    String rest = title;
    for (String separator :
        List.of(" | ", " : ", " \u00bb ", " \u00b7 ", " - ", " \u2013 ", " \u2014 ")) {
      if (rest.contains(separator)) {
        String first = "";
        for (String part : rest.split(Pattern.quote(separator), -1)) {
          String name = part.strip();
          boolean better = HeadingText.isGeneric(first) && isRole(withoutKind(name));
          if (!name.isEmpty() && (first.isEmpty() || better)) {
            first = name;
          }
        }
        rest = first;
      }
    }
    return withoutKind(rest);
  }

  /** A title without what kind of page it is on: "career guide". */
  private static String withoutKind(String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    for (String kind : KINDS) {
      if (lower.endsWith(kind) && lower.length() > kind.length()) {
        String rest = title.substring(0, title.length() - kind.length()).strip();
        if (isRole(rest)) {
          return rest;
        }
      }
    }
    for (String start : STARTS) {
      if (lower.startsWith(start)) {
        String rest = title.substring(start.length());
        if (isRole(rest)) {
          return Character.toUpperCase(rest.charAt(0)) + rest.substring(1);
        }
      }
    }
    return title;
  }

  private static String fromId(String id) {
    var title = new StringBuilder();
    for (String word : id.split("[-_. ]+", -1)) {
      if (!word.isEmpty()) {
        title.append(title.isEmpty() ? "" : " ");
        title.append(title.isEmpty() ? Character.toUpperCase(word.charAt(0)) : word.charAt(0));
        title.append(word, 1, word.length());
      }
    }
    return title.isEmpty() ? id : title.toString();
  }

  /** Whether these words look like the name of an occupation. */
  static boolean isRole(String name) {
    String head = head(name);
    return isRoleWord(head);
  }

  /** The word that says what the role is: the last one before "of" or "in" and parentheses. */
  private static String head(String name) {
    String last = "";
    for (String word : HeadingText.words(name)) {
      String bare = HeadingText.bare(word).toLowerCase(Locale.ROOT);
      if (!last.isEmpty()
          && ((JOINS.contains(bare) && !bare.equals("and")) || word.startsWith("("))) {
        if (isRoleWord(last)) {
          return last;
        }
      }
      if (!bare.isEmpty()) {
        last = bare;
      }
      if (word.endsWith(",") || word.endsWith(":")) {
        return last;
      }
    }
    return last;
  }

  private static boolean isRoleWord(String word) {
    String one = singular(word);
    if (ROLE_WORDS.contains(one)) {
      return true;
    }
    if (NO_ROLE.contains(one) || one.length() < 4) {
      return false;
    }
    for (String ending : ROLE_ENDINGS) {
      if (one.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && word.length() > 3;
    return plural ? word.substring(0, word.length() - 1) : word;
  }

  /** Puts "(AVP)" among the aliases and takes such marks out of the title. */
  private static String withoutShortForms(String title, Set<String> aliases) {
    if (title.indexOf('(') < 0) {
      return title;
    }
    Matcher matcher = SHORT.matcher(title);
    var plain = new StringBuilder();
    var brief = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      String words = title.substring(end, matcher.start());
      int start = expansionStart(words, matcher.group(1));
      if (start < 0) {
        return title;
      }
      plain.append(words.stripTrailing());
      brief.append(words, 0, start).append(matcher.group(1));
      if (end == 0 && isRole(words.substring(start).strip())) {
        aliases.add(matcher.group(1));
      }
      end = matcher.end();
    }
    if (end == 0) {
      return title;
    }
    plain.append(title.substring(end));
    brief.append(title.substring(end));
    aliases.add(brief.toString().strip());
    return plain.toString().strip();
  }

  /** Where the words begin that an abbreviation behind them stands for, or -1. */
  private static int expansionStart(String words, String abbreviation) {
    int letter = abbreviation.length() - 1;
    int end = words.stripTrailing().length();
    while (letter >= 0 && end > 0) {
      int from = words.lastIndexOf(' ', end - 1) + 1;
      if (from >= end) {
        return -1;
      }
      char first = words.charAt(from);
      char wanted = abbreviation.charAt(letter);
      if (!Character.isLetter(wanted)) {
        letter--;
        continue;
      }
      if (Character.toLowerCase(first) == Character.toLowerCase(wanted)) {
        letter--;
        if (letter < 0) {
          return from;
        }
      } else if (!HeadingText.isSmall(words.substring(from, end))) {
        return -1;
      }
      end = from - 1;
    }
    return -1;
  }

  /** Looks for names in the running text. */
  private static final class Finder {
    private final List<String> texts = new ArrayList<>();

    Finder(List<Block> blocks) {
      for (Block block : blocks) {
        switch (block) {
          case Paragraph paragraph -> texts.add(paragraph.text().text());
          case Bullet bullet -> texts.add(bullet.text().text());
          case Heading heading -> texts.add(heading.text().text());
          case Block.Table _ -> {}
        }
      }
    }

    /** The name the text uses for its role, or the empty string. */
    String title() {
      Map<String, Integer> scores = new HashMap<>();
      Map<String, Map<String, Integer>> forms = new LinkedHashMap<>();
      int index = 0;
      for (String text : texts) {
        int bonus = index < 6 ? 2 : 1;
        Matcher before = BEFORE.matcher(text);
        while (before.find()) {
          vote(nameAt(text, before.end()), 3 * bonus, scores, forms);
        }
        int start = 0;
        while (start < text.length()) {
          int name = start;
          for (String article : List.of("A ", "An ", "The ")) {
            if (text.startsWith(article, start)) {
              name = start + article.length();
            }
          }
          vote(nameAt(text, name), name > start ? 2 * bonus : bonus, scores, forms);
          int next = Sentences.nextEnd(text, start);
          start = next + 1;
        }
        index++;
      }
      String best = "";
      int bestScore = 2;
      for (String key : forms.keySet()) {
        int score = scores.getOrDefault(key, 0);
        if (score > bestScore) {
          bestScore = score;
          best = key;
        }
      }
      if (best.isEmpty()) {
        return "";
      }
      String form = "";
      int count = 0;
      for (var entry : forms.getOrDefault(best, Map.of()).entrySet()) {
        if (entry.getValue() > count) {
          count = entry.getValue();
          form = entry.getKey();
        }
      }
      return Character.toUpperCase(form.charAt(0)) + form.substring(1);
    }

    private static void vote(
        String name,
        int weight,
        Map<String, Integer> scores,
        Map<String, Map<String, Integer>> forms) {
      if (name.isEmpty() || name.indexOf(' ') < 0) {
        return;
      }
      String key = key(name);
      scores.merge(key, weight, Integer::sum);
      forms.computeIfAbsent(key, _ -> new LinkedHashMap<>()).merge(name, weight, Integer::sum);
    }

    /** The title in the form the text prefers: "AI/ML" for "AI ML". */
    String asWritten(String title, Set<String> aliases) {
      String words = String.join("[^A-Za-z0-9]{1,3}", lettersOf(title));
      Pattern pattern = Pattern.compile("\\b" + words + "\\b", Pattern.CASE_INSENSITIVE);
      Map<String, Integer> forms = new LinkedHashMap<>();
      for (String text : texts) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
          forms.merge(matcher.group(), 1, Integer::sum);
        }
      }
      String best = title;
      int count = forms.getOrDefault(title, 0);
      for (var form : forms.entrySet()) {
        if (form.getValue() > count
            && !form.getKey().equals(form.getKey().toLowerCase(Locale.ROOT))
            && !form.getKey().equalsIgnoreCase(title)) {
          best = form.getKey();
          count = form.getValue();
        }
      }
      if (!best.equals(title)) {
        aliases.add(title);
      }
      return best;
    }

    /** Abbreviations the text introduces for the title: "Assistant Vice President (AVP)". */
    void addShortForms(String title, Set<String> aliases) {
      for (String text : texts) {
        String lower = text.toLowerCase(Locale.ROOT);
        String name = title.toLowerCase(Locale.ROOT);
        int at = lower.length() == text.length() ? lower.indexOf(name) : -1;
        while (at >= 0) {
          Matcher matcher = SHORT.matcher(text);
          int end = at + name.length();
          if (matcher.find(end)
              && matcher.start() == end + 1
              && expansionStart(title, matcher.group(1)) == 0) {
            aliases.add(matcher.group(1));
          }
          at = lower.indexOf(name, end);
        }
      }
    }

    /** Names the text gives to the role besides its title. */
    void addOtherNames(String title, Set<String> aliases) {
      String key = key(title);
      for (String text : texts) {
        Matcher other = OTHER_NAMES.matcher(text);
        while (other.find()) {
          int sentence = text.lastIndexOf(". ", other.start()) + 1;
          String subject = text.substring(sentence, other.start());
          if (!containsName(subject, title)) {
            continue;
          }
          int at = other.end();
          while (at < text.length()) {
            String name = nameAt(text, at);
            if (name.isEmpty()) {
              break;
            }
            aliases.add(withoutShortForms(name, aliases));
            at += rawLength(text, at);
            boolean more = false;
            for (String join : List.of(" or ", ", or ", ", ", " and ")) {
              if (!more && text.startsWith(join, at)) {
                at += join.length();
                more = true;
              }
            }
            if (!more) {
              break;
            }
            for (String article : List.of("a ", "an ", "the ")) {
              at += text.startsWith(article, at) ? article.length() : 0;
            }
          }
        }
        Matcher before = BEFORE.matcher(text);
        while (before.find()) {
          String name = nameAt(text, before.end());
          if (!name.isEmpty() && key(name).equals(key)) {
            aliases.add(withoutShortForms(name, aliases));
          }
        }
      }
    }

    private static boolean containsName(String text, String title) {
      String lower = text.toLowerCase(Locale.ROOT);
      String name = title.toLowerCase(Locale.ROOT);
      String start = lower.strip();
      return lower.contains(name) || start.startsWith("they ") || start.startsWith("this role ");
    }

    private static int rawLength(String text, int start) {
      return nameEnd(text, start) - start;
    }

    /** The name of a role that begins here, in the singular, or the empty string. */
    private static String nameAt(String text, int start) {
      int end = nameEnd(text, start);
      if (end <= start) {
        return "";
      }
      String name = text.substring(start, end).strip();
      return singularName(name);
    }

    private static String singularName(String name) {
      String head = head(name);
      String one = singular(head);
      if (one.equals(head)) {
        return name;
      }
      int at = name.toLowerCase(Locale.ROOT).indexOf(head);
      return at < 0
          ? name
          : name.substring(0, at + one.length()) + name.substring(at + head.length());
    }

    private static int nameEnd(String text, int start) {
      if (start >= text.length()) {
        return start;
      }
      return Character.isUpperCase(text.charAt(start))
          ? capitalEnd(text, start)
          : lowerEnd(text, start);
    }

    /** End of "Assistant Vice President (AVP) in Artificial Intelligence (AI)". */
    private static int capitalEnd(String text, int start) {
      int at = start;
      int end = start;
      int words = 0;
      boolean role = false;
      boolean afterRole = false;
      while (at < text.length() && words < 14) {
        int space = text.indexOf(' ', at);
        int stop = space < 0 ? text.length() : space;
        String word = text.substring(at, stop);
        String bare = HeadingText.bare(word);
        boolean join = JOINS.contains(word);
        boolean capital = !bare.isEmpty() && Character.isUpperCase(bare.charAt(0));
        boolean earlyJoin = join && !role && !word.equals("&") && !word.equals("and");
        if ((!capital && !join) || earlyJoin) {
          break;
        }
        if (afterRole && (word.equals("or") || word.equals("and"))) {
          break;
        }
        afterRole = false;
        if (capital) {
          int bareEnd = at + word.indexOf(bare) + bare.length();
          boolean bracket = word.startsWith("(") && word.indexOf(')') > 0;
          end = bracket ? at + word.indexOf(')') + 1 : bareEnd;
          afterRole = isRoleWord(bare.toLowerCase(Locale.ROOT));
          role |= afterRole;
          boolean stops = ",.;:?!".indexOf(word.charAt(word.length() - 1)) >= 0;
          if (stops) {
            break;
          }
        }
        words++;
        at = stop + 1;
      }
      return role && isRole(text.substring(start, end)) ? end : start;
    }

    /** End of "registered nurse". */
    private static int lowerEnd(String text, int start) {
      int at = start;
      int end = start;
      for (int words = 0; words < 4 && at < text.length(); words++) {
        int space = text.indexOf(' ', at);
        int stop = space < 0 ? text.length() : space;
        String word = text.substring(at, stop);
        String bare = HeadingText.bare(word);
        if (bare.isEmpty() || (HeadingText.isSmall(bare) && words > 0)) {
          break;
        }
        if (isRoleWord(bare.toLowerCase(Locale.ROOT))) {
          end = at + word.indexOf(bare) + bare.length();
        }
        if (!bare.equals(word)) {
          break;
        }
        at = stop + 1;
      }
      return end;
    }

    /** The words of a name that matter, in an order that does not. */
    private static String key(String name) {
      String plain = SHORT.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
      plain = plain.replace("artificial intelligence", "ai").replace("machine learning", "ml");
      List<String> words = new ArrayList<>();
      for (String word : plain.split("[^a-z0-9+#]+", -1)) {
        String one = singular(word);
        if (!one.isEmpty() && !JOINS.contains(one) && !words.contains(one)) {
          words.add(one);
        }
      }
      words.sort(null);
      return String.join(" ", words);
    }

    private static List<String> lettersOf(String text) {
      List<String> words = new ArrayList<>();
      for (String word : text.split("[^A-Za-z0-9]+", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
      return words;
    }
  }
}
