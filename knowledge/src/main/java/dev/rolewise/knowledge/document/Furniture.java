package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Drops what belongs to the page and not to its content: menus, tables of contents, adverts. */
final class Furniture {
  private static final int MAX_MENU_ITEM_WORDS = 4;
  private static final int MAX_JUMP_ITEM_WORDS = 8;

  /** So many names of parts in a line are a menu. */
  private static final int MENU_PARTS = 3;

  /** Lines and items of menus. */
  private static final Set<String> PAGE_WORDS =
      Set.of(
          "home",
          "menu",
          "help",
          "glossary",
          "imprint",
          "privacy",
          "cookies",
          "skip to content",
          "skip to main content",
          "skip to navigation",
          "share",
          "print",
          "print this page",
          "printer-friendly",
          "printer-friendly version",
          "print version",
          "login",
          "log in",
          "sign in",
          "sign up",
          "search",
          "advanced search",
          "subscribe",
          "download as pdf",
          "download pdf",
          "methodology",
          "advertisement",
          "back to top",
          "top",
          "read more",
          "learn more",
          "share this page",
          "previous",
          "next",
          "close",
          "contact us",
          "sitemap",
          "cookie settings",
          "accept all cookies",
          "was this page helpful?");

  /** Headings over lists that lead to parts of the page or to other pages. */
  private static final Set<String> JUMPS =
      Set.of(
          "on this page",
          "in this article",
          "in this guide",
          "in this section",
          "page contents",
          "contents",
          "table of contents",
          "jump to",
          "skip to",
          "quick links",
          "most viewed",
          "most popular",
          "most read",
          "share this page",
          "navigation",
          "menu");

  /** Beginnings of lines that sell or ask for something. */
  private static final List<String> ADVERTS =
      List.of(
          "sponsored:",
          "sponsored by",
          "sponsored content",
          "advertisement:",
          "advertisement ",
          "paid content",
          "promoted:",
          "anzeige:",
          "job alerts",
          "get alerts",
          "get job alerts",
          "get new jobs",
          "sign up for",
          "sign up to",
          "subscribe to",
          "join our newsletter",
          "newsletter:",
          "we use cookies",
          "we use some essential cookies",
          "this site uses cookies",
          "this site stores cookies",
          "this website uses cookies",
          "by continuing to browse");

  private static final Pattern BARS = Pattern.compile(" [|\u00b7\u2022\u00bb>/\u203a] ");

  /** "DE | FR | EN": the languages a page can be had in. */
  private static final Pattern LANGUAGES =
      Pattern.compile("(?<![\\p{L}\\d])(?:\\p{Lu}{2} ?[|/\u00b7] ?){2,}\\p{Lu}{2}(?!\\p{L})");

  private Furniture() {}

  /** The blocks of the content. */
  static List<Block> without(List<Block> blocks) {
    List<Block> kept = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      int end = jumpEnd(blocks, i);
      if (end > i) {
        i = end - 1;
      } else if (!isFurniture(block)) {
        if (block instanceof Paragraph paragraph && joins(kept, blocks, i)) {
          Paragraph above = (Paragraph) kept.removeLast();
          Paragraph below = (Paragraph) blocks.get(++i);
          SourceText joined = above.text().plus(" ", paragraph.text());
          kept.add(new Paragraph(joined.plus(" ", below.text())));
        } else {
          kept.add(block);
        }
      }
    }
    return kept;
  }

  /** Whether this is a line of the page around the text, in lower case. */
  static boolean isPageWord(String lower) {
    return PAGE_WORDS.contains(lower);
  }

  /** Whether a line only leads elsewhere: "Overview | Wages | Outlook". */
  static boolean isMenu(String text) {
    if (!BARS.matcher(text).find()) {
      return false;
    }
    int colon = text.indexOf(": ");
    boolean jumps = colon > 0 && JUMPS.contains(text.substring(0, colon).toLowerCase(Locale.ROOT));
    boolean whole = ".!?".indexOf(text.charAt(text.length() - 1)) >= 0;
    if (!whole && (jumps || LANGUAGES.matcher(text).find())) {
      return !Currencies.isNamedIn(text);
    }
    int parts = 0;
    int names = 0;
    for (String part : BARS.split(text, -1)) {
      String name = part.strip();
      if (name.isEmpty()) {
        continue;
      }
      if (HeadingText.words(name).size() > MAX_MENU_ITEM_WORDS || Currencies.isNamedIn(name)) {
        return false;
      }
      parts++;
      boolean known = HeadingText.isCommon(name) || isPageWord(name.toLowerCase(Locale.ROOT));
      names += known ? 1 : 0;
    }
    boolean home = text.regionMatches(true, 0, "home ", 0, 5);
    return home || (parts >= MENU_PARTS && names >= 2);
  }

  /** How many blocks at the beginning are the head of a letter, in capitals, over the text. */
  static int letterhead(List<Block> blocks) {
    int end = 0;
    while (end < blocks.size()
        && blocks.get(end) instanceof Paragraph paragraph
        && isMostlyCapitals(paragraph.text().text())) {
      end++;
    }
    return end < blocks.size() ? end : 0;
  }

  private static boolean isMostlyCapitals(String text) {
    long capitals = text.codePoints().filter(Character::isUpperCase).count();
    long letters = text.codePoints().filter(Character::isLetter).count();
    return letters > MIN_LETTERHEAD && 2 * capitals > letters && !Currencies.isNamedIn(text);
  }

  private static final int MIN_LETTERHEAD = 10;

  private static boolean isFurniture(Block block) {
    String text =
        switch (block) {
          case Paragraph paragraph -> paragraph.text().text();
          case Bullet bullet -> bullet.text().text();
          case Heading _, Block.Table _ -> "";
        };
    String lower = text.toLowerCase(Locale.ROOT);
    for (String start : ADVERTS) {
      if (lower.startsWith(start)) {
        return true;
      }
    }
    return block instanceof Paragraph && (isPageWord(lower) || isMenu(text));
  }

  /** End of a list with the words over it that only lead elsewhere; the start if there is none. */
  private static int jumpEnd(List<Block> blocks, int start) {
    String over =
        switch (blocks.get(start)) {
          case Heading heading -> heading.text().text();
          case Paragraph paragraph -> paragraph.text().text();
          case Bullet _, Block.Table _ -> "";
        };
    String name = over.endsWith(":") ? over.substring(0, over.length() - 1) : over;
    if (!JUMPS.contains(name.toLowerCase(Locale.ROOT))) {
      return start;
    }
    int end = start + 1;
    while (end < blocks.size() && blocks.get(end) instanceof Bullet bullet && isJump(bullet)) {
      end++;
    }
    boolean whole = end == blocks.size() || !(blocks.get(end) instanceof Bullet);
    boolean empty = end == start + 1 && end < blocks.size() && blocks.get(end) instanceof Heading;
    return whole && (end > start + 1 || empty) ? end : start;
  }

  private static boolean isJump(Bullet bullet) {
    String text = bullet.text().text();
    return HeadingText.words(text).size() <= MAX_JUMP_ITEM_WORDS && !Currencies.isNamedIn(text);
  }

  /** Whether a paragraph is only the word between two others: "£26,000", "to", "£45,500". */
  private static boolean joins(List<Block> kept, List<Block> blocks, int at) {
    String text = ((Paragraph) blocks.get(at)).text().text();
    return (text.equals("to") || text.equals("\u2013") || text.equals("-"))
        && !kept.isEmpty()
        && kept.getLast() instanceof Paragraph
        && at + 1 < blocks.size()
        && blocks.get(at + 1) instanceof Paragraph;
  }
}
