package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The page as a whole: which element is its content and what it is called. */
final class HtmlPage {
  /** More blocks before the heading of a page are no menu. */
  private static final int MAX_MENU = 60;

  private HtmlPage() {}

  static Element main(Document page) {
    for (String query : List.of("main", "[role=main]", "article")) {
      Element best = null;
      int most = 0;
      int count = 0;
      for (Element element : page.select(query)) {
        int length = length(element);
        count++;
        if (length > most) {
          most = length;
          best = element;
        }
      }
      boolean enough = most * 3 > length(page.body()) || (count == 1 && most > 200);
      if (best != null
          && enough
          && (!query.equals("article") || count == 1 || most * 2 > length(page.body()))) {
        return withTitle(best, page);
      }
    }
    return page.body();
  }

  /**
   * What holds the content together with the heading of the page, if this stands over it beside
   * figures and not in the head of the site.
   */
  private static Element withTitle(Element content, Document page) {
    Element title = page.selectFirst("h1");
    if (title == null
        || content.selectFirst("h1") != null
        || title.closest("header,nav,[role=banner]") != null) {
      return content;
    }
    Set<Element> around = new HashSet<>();
    for (Element at = content; at != null; at = at.parent()) {
      around.add(at);
    }
    Element over = title;
    while (over.parent() != null && !around.contains(over.parent())) {
      over = over.parent();
    }
    Element both = over.parent() == null ? content : over.parent();
    return Currencies.isNamedIn(over.text()) ? both : content;
  }

  /** Ids of elements that the page shows when asked, such as the panes of its tabs. */
  static Set<String> shownOnDemand(Document page) {
    Set<String> ids = new HashSet<>();
    for (Element control : page.select("a[href^=#],[aria-controls],[data-target^=#]")) {
      for (String name : List.of("href", "aria-controls", "data-target")) {
        String target = control.attr(name);
        ids.add(target.startsWith("#") ? target.substring(1) : target);
      }
    }
    ids.remove("");
    return ids;
  }

  static int length(Element element) {
    int length = 0;
    for (Node node = element.firstChild(); node != null; node = next(node, element)) {
      if (node instanceof TextNode text) {
        length += text.getWholeText().strip().length();
      }
    }
    return length;
  }

  static @Nullable Node next(Node node, Node root) {
    boolean skip = node instanceof Element element && HtmlElements.isDropped(element);
    if (!skip && node.childNodeSize() > 0) {
      return node.childNode(0);
    }
    return nextBehind(node, root);
  }

  /** The node that follows a node and everything in it, or null at the end of the root. */
  static @Nullable Node nextBehind(Node node, Node root) {
    Node at = node;
    while (at != null && !at.equals(root)) {
      Node sibling = at.nextSibling();
      if (sibling != null) {
        return sibling;
      }
      at = at.parent();
    }
    return null;
  }

  /** Names of the page: the headings of its content, its title, other headings of it. */
  static List<String> titles(Document page, Element main) {
    Set<String> titles = new LinkedHashSet<>();
    for (Element heading : main.select("h1,[role=heading][aria-level=1]")) {
      addTitle(heading, titles);
    }
    titles.add(SourceText.of(page.title(), 1).text());
    for (Element heading : page.select("h1")) {
      addTitle(heading, titles);
    }
    titles.remove("");
    return List.copyOf(titles);
  }

  private static void addTitle(Element heading, Set<String> titles) {
    if (!HtmlElements.isHidden(heading)) {
      titles.add(new HtmlText(0).heading(heading).text());
    }
  }

  /** The country in the language of the page: "NZ" of "en-NZ"; empty without one. */
  static String region(Document page) {
    Element root = page.selectFirst("html");
    Matcher region = REGION.matcher(root == null ? "" : root.attr("lang").strip());
    return region.matches() ? region.group(1).toUpperCase(Locale.ROOT) : "";
  }

  private static final Pattern REGION = Pattern.compile("[A-Za-z]{2,3}[-_]([A-Za-z]{2})");

  /** What stands at the foot of the page, which may tell where its figures are from. */
  static List<String> notes(Document page) {
    List<String> notes = new ArrayList<>();
    for (Element element : page.select("footer,[role=contentinfo],[class],[id]")) {
      if (element.normalName().equals("footer") || HtmlFurniture.isFoot(element)) {
        for (SourceText sentence : Sentences.of(SourceText.of(element.text(), 1))) {
          notes.add(sentence.text());
        }
      }
    }
    return notes;
  }

  /** Leaves out what stands before the first heading of the page, if it is nothing but menus. */
  static List<Block> fromTitle(List<Block> blocks) {
    for (int i = 0; i < blocks.size() && i < MAX_MENU; i++) {
      if (blocks.get(i) instanceof Heading heading && heading.level() == 1) {
        return blocks.subList(0, i).stream().allMatch(HtmlPage::isSmall)
            ? blocks.subList(i, blocks.size())
            : blocks;
      }
    }
    return blocks;
  }

  private static boolean isSmall(Block block) {
    return switch (block) {
      case Heading heading -> !Currencies.isNamedIn(heading.text().text());
      case Paragraph paragraph -> isSmall(paragraph.text().text());
      case Bullet bullet -> isSmall(bullet.text().text());
      case Block.Table _ -> false;
    };
  }

  private static boolean isSmall(String text) {
    boolean small = HeadingText.isPossible(text) || Furniture.isMenu(text);
    return small && !Currencies.isNamedIn(text);
  }
}
