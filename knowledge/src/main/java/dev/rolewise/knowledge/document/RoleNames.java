package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a document calls its role.
 *
 * @param title name of the role
 * @param aliases other names, without the title
 * @param written titles as they are written, with what kind of page they are on
 * @param headingIndex index of the block that is the heading of the whole document, or -1
 */
record RoleNames(String title, List<String> aliases, List<String> written, int headingIndex) {
  RoleNames {
    requireNonNull(title, "title");
    aliases = List.copyOf(aliases);
    written = List.copyOf(written);
  }

  private static final int MAX_ALIASES = 8;

  /** A longer heading is no other name of the role, in characters. */
  private static final int MAX_ALIAS = 60;

  /** So many headings are looked at when neither title nor file agree on a name. */
  private static final int FIRST_HEADINGS = 3;

  /** Finds the names of the role in the blocks of a document. */
  static RoleNames of(String id, Content content, List<Block> blocks) {
    int heading = titleHeading(id, blocks);
    int line = titleLine(id, blocks);
    String own = heading < 0 ? "" : words(blocks.get(heading));
    boolean ofBody = isBody(own);
    if (line >= 0 && (ofBody || !RoleWords.isRole(own))) {
      own = words(blocks.get(line));
      heading = ofBody ? heading : line;
    }
    List<String> written = new ArrayList<>();
    Set<String> aliases = new LinkedHashSet<>(content.frontMatter().aliases());
    boolean stated = !content.frontMatter().title().isEmpty();
    String title = content.frontMatter().title();
    if (stated) {
      written.add(title);
    }
    if (!own.isEmpty()) {
      written.add(own);
    }
    written.addAll(content.titles());
    var names = new NameFinder(blocks);
    if (stated) {
      PageTitle page = PageTitle.of(title);
      if (!page.name().equals(title) && RoleWords.isRole(page.name())) {
        // "Diver - Trade Atlas 2026" over the heading "Diver": the rest names the site
        boolean ofPage =
            OF_PAGE.matcher(title).find() || PageTitle.of(own).name().equals(page.name());
        aliases.add(ofPage ? title : page.name());
        title = ofPage ? page.name() : title;
      }
      if (!own.isEmpty() && own.length() < MAX_ALIAS && RoleWords.isRole(own)) {
        aliases.add(own);
      }
    } else {
      PageTitle best = best(id, own, content.titles(), blocks);
      title = best.name().isEmpty() ? names.title() : names.asWritten(best.name(), aliases);
      if (!best.longer().equals(best.name()) && best.longer().length() < MAX_ALIAS) {
        aliases.add(best.longer());
      }
    }
    String file = stated ? fromId(id, names) : roleIn(fromId(id, names));
    boolean ofOther =
        !stated
            && (isHeadline(title, id)
                || isOfSite(title, id, file)
                || (isBody(title) && RoleWords.isRole(file)));
    if (title.isEmpty() || ofOther) {
      title = file;
    } else if (RoleWords.isRole(file) && !isOfSiteBefore(file, title, names)) {
      aliases.add(file);
    }
    names.addShortForms(title, aliases);
    title = ShortForms.takenOut(title, aliases);
    title = stated ? title : spoken(BRANCH.matcher(title).replaceFirst(""));
    if (content.frontMatter().aliases().isEmpty() || !stated) {
      names.addListedNames(aliases);
      names.addOtherNames(title, aliases);
      addHeadingNames(title, blocks, aliases);
      addTitlesOfGroup(blocks, aliases);
    }
    return new RoleNames(title, different(title, aliases, stated), written, heading);
  }

  /** "Lmd glazier" of a glazier: the file has the name of its site in front. */
  private static boolean isOfSiteBefore(String file, String title, NameFinder names) {
    int space = file.indexOf(' ');
    return space > 0
        && file.substring(space + 1).equalsIgnoreCase(title.replaceAll("['\u2019]", ""))
        && !names.speaksOf(file.substring(0, space));
  }

  /** "Federation of Tailors": who wrote a page, by the name of a body of many people. */
  private static final Pattern BODY =
      Pattern.compile(
          "(?i)\\b(?:federation|union|association|guild|brotherhood|society|institute|alliance|council)"
              + " of\\b|\\b(?:federation|union|association|brotherhood|alliance)$");

  private static boolean isBody(String title) {
    return BODY.matcher(BRANCH.matcher(title).replaceFirst("")).find();
  }

  /** "Local 114" behind the name of those who are organised there. */
  private static final Pattern BRANCH = Pattern.compile("(?i), (?:local|lodge|branch) \\d+$");

  /** A title in capitals as other titles are written; what is as short as "ICU" stays. */
  private static String spoken(String title) {
    boolean shouted = title.equals(title.toUpperCase(Locale.ROOT)) && title.indexOf(' ') > 0;
    if (!shouted) {
      return title;
    }
    var spoken = new StringBuilder();
    for (String word : title.split(" ", -1)) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean small = RoleWords.isJoin(lower) || HeadingText.isSmall(lower);
      spoken.append(spoken.isEmpty() ? "" : " ");
      if (small && !spoken.isEmpty()) {
        spoken.append(lower);
      } else if (word.length() < MIN_SPOKEN) {
        spoken.append(word);
      } else {
        int dash = word.endsWith("-") ? 0 : word.indexOf('-') + 1;
        spoken.append(word, 0, dash > 1 ? 1 : 0).append(dash > 1 ? lower.substring(1, dash) : "");
        spoken.append(word.charAt(dash)).append(lower.substring(dash + 1));
      }
    }
    return spoken.toString();
  }

  private static final int MIN_SPOKEN = 4;

  /** Words of a stated title that say what page it is, or of which sex people may be: "(m/f/d)". */
  private static final Pattern OF_PAGE =
      Pattern.compile(
          "(?i)\\b(?:(?:salary|career|job|pay) guide|(?:salary|career) (?:&|and) (?:salary|career)"
              + " guide)\\b|\\((?:[mfwdx]/){1,2}[mfwdx]\\)");

  /** The role that the name of a file begins with, or all of it: "Surveyor salaries france". */
  private static String roleIn(String file) {
    List<String> words = HeadingText.words(file);
    for (int i = words.size(); i > 0; i--) {
      String begin = String.join(" ", words.subList(0, i));
      String name = PageTitle.of(begin).name();
      boolean ofPage = !name.equals(begin) && !name.isEmpty();
      boolean joined = i < words.size() && RoleWords.isJoin(words.get(i));
      boolean place = Markets.isName(String.join(" ", words.subList(i, words.size())));
      boolean role = RoleWords.isRole(name) && !joined && !PageTitle.isSenior(name);
      if (role || (ofPage && place)) {
        return name;
      }
    }
    return file;
  }

  /** "Career News" over a page whose file is named after a role: what the site is called. */
  private static boolean isOfSite(String title, String id, String file) {
    return RoleWords.isRole(file)
        && HeadingText.words(title).stream()
            .map(word -> HeadingText.bare(word).toLowerCase(Locale.ROOT))
            .noneMatch(RoleWords::isRoleWord)
        && new PageTitle(title, title).wordsOf(id) == 0;
  }

  /** "California Employs the Most Glaziers": words on a role whose name the file has. */
  private static boolean isHeadline(String title, String id) {
    String name = id.replace('-', ' ');
    int own = PageTitle.wordsIn(name).size();
    return RoleWords.isRole(name)
        && new PageTitle(title, title).wordsOf(id) == own
        && HeadingText.words(title).size() > MAX_TITLE_WORDS
        && title.indexOf(',') > 0;
  }

  /** More words are no name of a role unless the file says them too. */
  private static final int MAX_TITLE_WORDS = 8;

  /** "What Elevator and Escalator Installers Do": what headings call the role at length. */
  private static void addHeadingNames(String title, List<Block> blocks, Set<String> aliases) {
    List<String> words = PageTitle.wordsIn(title);
    for (Block block : blocks) {
      Matcher named =
          block instanceof Heading heading
              ? ABOUT_ROLE.matcher(heading.text().text())
              : ABOUT_ROLE.matcher("");
      if (words.size() > 1
          && named.find()
          && named.group(1).length() < MAX_ALIAS
          && RoleWords.isRole(named.group(1))
          && PageTitle.wordsIn(named.group(1)).containsAll(words)) {
        aliases.add(named.group(1));
      }
    }
  }

  /** "Job titles" over a list: the jobs that a page on a group of them is about. */
  private static void addTitlesOfGroup(List<Block> blocks, Set<String> aliases) {
    boolean listed = false;
    for (Block block : blocks) {
      if (block instanceof Heading heading) {
        listed = TITLES_OF_GROUP.matcher(heading.text().text()).matches();
      } else if (listed && block instanceof Block.Bullet bullet) {
        String name = LABEL_END.split(bullet.text().text(), 2)[0].strip();
        if (name.length() < MAX_ALIAS && RoleWords.isRole(name)) {
          aliases.add(name);
        }
      }
    }
  }

  private static final Pattern TITLES_OF_GROUP =
      Pattern.compile(
          "(?i)(?:(?:example|sample|reported|common) )?job titles(?: in this group)?:?");

  private static final Pattern LABEL_END = Pattern.compile("\\R|:| [\u2013\u2014-] ");

  private static final Pattern ABOUT_ROLE =
      Pattern.compile(
          "^(?:What (?:(?:does|do) |(?!is |are |was |will |can |you |to ))(?:an? )?|How to"
              + " [Bb]ecome an? )(.+?)(?= [Dd]o\\b|\\?|$| About )");

  private static List<String> different(String title, Set<String> aliases, boolean all) {
    List<String> different = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    seen.add(title.toLowerCase(Locale.ROOT));
    seen.add(title.toLowerCase(Locale.ROOT) + "s");
    for (String alias : aliases) {
      boolean room = different.size() < MAX_ALIASES || all;
      if (room && seen.add(alias.toLowerCase(Locale.ROOT))) {
        different.add(alias);
      }
    }
    return different;
  }

  /** The best name among the titles: that of a role, and in the words of the file. */
  private static PageTitle best(String id, String own, List<String> titles, List<Block> blocks) {
    List<String> candidates = new ArrayList<>();
    if (!own.isEmpty()) {
      candidates.add(own);
    }
    candidates.addAll(titles);
    int sure = candidates.size();
    for (Block block : blocks) {
      if (block instanceof Heading heading && candidates.size() < sure + FIRST_HEADINGS) {
        candidates.add(heading.text().text());
      }
    }
    PageTitle best = new PageTitle("", "");
    int bestScore = 0;
    for (int i = 0; i < candidates.size(); i++) {
      PageTitle name = PageTitle.of(candidates.get(i));
      int score = score(name, id);
      boolean usable = i < sure || (score > 3 && name.wordsOf(id) > 0);
      if (usable && score > bestScore) {
        best = name;
        bestScore = score;
      }
    }
    return best;
  }

  private static int score(PageTitle name, String id) {
    if (HeadingText.isGeneric(name.name())) {
      return 0;
    }
    return 1 + (RoleWords.isRole(name.name()) ? 2 : 0) + 2 * name.wordsOf(id);
  }

  // ---- headings

  private static String words(Block block) {
    return switch (block) {
      case Heading heading -> heading.text().text();
      case Paragraph paragraph -> paragraph.text().text();
      case Block.Bullet bullet -> bullet.text().text();
      case Block.Table _ -> "";
    };
  }

  /** The short line over a text that names the role its file is named after, or -1. */
  private static int titleLine(String id, List<Block> blocks) {
    boolean ofBody =
        !blocks.isEmpty()
            && blocks.getFirst() instanceof Heading heading
            && isBody(heading.text().text());
    for (int i = ofBody ? 1 : 0;
        i < blocks.size() && blocks.get(i) instanceof Paragraph paragraph;
        i++) {
      String line = paragraph.text().text();
      PageTitle title = PageTitle.of(line);
      if (HeadingText.isPossible(line)
          && RoleWords.isRole(title.name())
          && HeadingText.words(title.name()).size() <= MAX_TITLE_WORDS
          && title.wordsOf(id) > 0) {
        return i;
      }
    }
    return -1;
  }

  /** The heading that names the whole document: outermost and first, and no name of a part. */
  private static int titleHeading(String id, List<Block> blocks) {
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
    if (heading.level() > outermost) {
      return -1;
    }
    String text = heading.text().text();
    PageTitle title = PageTitle.of(text);
    boolean alone = sameLevel == 1;
    boolean onTop = first == 0 && heading.level() == 1;
    if (HeadingText.isGeneric(text) && !title.name().equals(text)) {
      // "How much does a nurse earn?" over everything else is about the nurse.
      boolean named = RoleWords.isRole(title.name()) && title.wordsOf(id) > 0;
      return named && alone && onTop ? first : -1;
    }
    if (HeadingText.isGeneric(title.name())) {
      return -1;
    }
    boolean plain = heading.level() > 1 && score(title, id) == 1;
    if (plain && RoleWords.isRole(id.replace('-', ' '))) {
      // words in bold over a menu name no role, the name of the file does
      return -1;
    }
    return alone || onTop || (first == 0 && RoleWords.isRole(title.name())) ? first : -1;
  }

  /** The name of a file as words; those the text writes in capitals have them here too. */
  private static String fromId(String id, NameFinder names) {
    var title = new StringBuilder();
    for (String word : id.split("[-_. ]+", -1)) {
      if (!word.isEmpty()) {
        title.append(title.isEmpty() ? "" : " ");
        String written = names.isInCapitals(word) ? word.toUpperCase(Locale.ROOT) : word;
        title.append(title.isEmpty() ? Character.toUpperCase(word.charAt(0)) : written.charAt(0));
        title.append(written, 1, word.length());
      }
    }
    return title.isEmpty() ? id : title.toString();
  }
}
