package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for names of roles in the running text of a document. */
final class NameFinder {
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

  /** What stands before a list of other names. */
  private static final Pattern LISTED_NAMES =
      Pattern.compile(
          "\\b(?:[Aa]lternative (?:job )?titles?(?: for this (?:job|role))?(?: include|:)"
              + "|^Also:|[Aa]lso (?:called|known as):|[Oo]ther (?:job )?(?:names|titles):"
              + "|[Jj]ob titles(?: include)?:) ");

  private static final Pattern SEPARATOR = Pattern.compile(", (?:and |or )?|; | or | and ");

  /** Lists of other names stand near the beginning. */
  private static final int FIRST_TEXTS = 8;

  private static final int MAX_LISTED_WORDS = 5;

  private static final int MAX_ACRONYM = 5;

  private final List<String> texts = new ArrayList<>();

  NameFinder(List<Block> blocks) {
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
          && PageTitle.isBalanced(form.getKey())
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
        Matcher matcher = ShortForms.SHORT.matcher(text);
        int end = at + name.length();
        if (matcher.find(end)
            && matcher.start() == end + 1
            && ShortForms.expansionStart(title, matcher.group(1)) == 0) {
          aliases.add(matcher.group(1));
        }
        at = lower.indexOf(name, end);
      }
    }
  }

  /** Whether the text has a word in capitals and in no other form; long ones are shouted. */
  boolean isInCapitals(String word) {
    String capitals = word.toUpperCase(Locale.ROOT);
    if (word.length() < 2 || word.length() > MAX_ACRONYM || capitals.length() != word.length()) {
      return false;
    }
    String name = Character.toUpperCase(word.charAt(0)) + word.substring(1);
    return texts.stream().anyMatch(text -> text.contains(capitals))
        && texts.stream().noneMatch(text -> text.contains(word) || text.contains(name));
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
          aliases.add(ShortForms.takenOut(name, aliases));
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
          aliases.add(ShortForms.takenOut(name, aliases));
        }
      }
    }
  }

  /** Names in lists near the beginning: "Also called: windtech, wind service technician". */
  void addListedNames(Set<String> aliases) {
    for (String text : texts.subList(0, Math.min(texts.size(), FIRST_TEXTS))) {
      Matcher listed = LISTED_NAMES.matcher(text);
      if (!listed.find()) {
        continue;
      }
      String list = text.substring(listed.end(), Sentences.nextEnd(text, listed.end()));
      for (String item : SEPARATOR.split(joined(list), -1)) {
        String name = item.strip().replace('\u0000', ' ');
        boolean open = name.isEmpty() || !Character.isLetter(name.charAt(0));
        if (!open && HeadingText.words(name).size() <= MAX_LISTED_WORDS) {
          aliases.add(
              ShortForms.takenOut(name.endsWith(".") ? name.replace(".", "") : name, aliases));
        }
      }
    }
  }

  /** A list in which "leisure and lifestyle coordinator" stays one name. */
  private static String joined(String list) {
    Matcher pair = PAIR.matcher(list);
    return pair.replaceAll(match ->
        RoleWords.isRole(match.group(1)) ? match.group() : match.group().replace(' ', '\u0000'));
  }

  /** A single word before "and", behind a comma. */
  private static final Pattern PAIR = Pattern.compile("(?<=^|, )(\\p{L}+) and (?=\\p{L}+ \\p{L}+)");

  /** Whether a line gives other names of the role: "Also known as: powder monkey". */
  static boolean listsNames(String text) {
    Matcher listed = LISTED_NAMES.matcher(text);
    return listed.lookingAt();
  }

  /** Whether the text has a word, in whatever case. */
  boolean speaksOf(String word) {
    Pattern whole =
        Pattern.compile(
            "(?<!\\p{L})" + Pattern.quote(word) + "(?!\\p{L})", Pattern.CASE_INSENSITIVE);
    return texts.stream().anyMatch(text -> whole.matcher(text).find());
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
    String head = RoleWords.head(name);
    String one = RoleWords.singular(head);
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
      boolean join = RoleWords.isJoin(word);
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
        afterRole = RoleWords.isRoleWord(bare.toLowerCase(Locale.ROOT));
        role |= afterRole;
        boolean stops = ",.;:?!".indexOf(word.charAt(word.length() - 1)) >= 0;
        if (stops) {
          break;
        }
      }
      words++;
      at = stop + 1;
    }
    return role && RoleWords.isRole(text.substring(start, end)) ? end : start;
  }

  /** "All staff" are people of no one role. */
  private static final Set<String> EVERYBODY = Set.of("all", "most", "many", "every", "each");

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
      if (EVERYBODY.contains(bare)) {
        return start;
      }
      if (RoleWords.isRoleWord(bare.toLowerCase(Locale.ROOT))) {
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
    String plain = ShortForms.SHORT.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
    plain = plain.replace("artificial intelligence", "ai").replace("machine learning", "ml");
    List<String> words = new ArrayList<>();
    for (String word : plain.split("[^a-z0-9+#]+", -1)) {
      String one = RoleWords.singular(word);
      if (!one.isEmpty() && !RoleWords.isJoin(one) && !words.contains(one)) {
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
