package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The page as a whole: which element is its content and what it is called. */
final class HtmlPage {
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
        return best;
      }
    }
    return page.body();
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

  /** The name of the page: the heading of its content, else its title without the site. */
  static String title(Document page, Element main) {
    for (Element heading : main.select("h1")) {
      String text = SourceText.of(heading.text(), 1).text();
      if (!text.isEmpty()
          && !HeadingText.isGeneric(PageTitle.withoutSite(text))
          && !HtmlElements.isHidden(heading)) {
        return PageTitle.withoutSite(text);
      }
    }
    String title = PageTitle.withoutSite(SourceText.of(page.title(), 1).text());
    if (!title.isEmpty() && !HeadingText.isGeneric(title)) {
      return title;
    }
    for (Element heading : page.select("h1")) {
      String text = PageTitle.withoutSite(SourceText.of(heading.text(), 1).text());
      if (!text.isEmpty() && !HeadingText.isGeneric(text)) {
        return text;
      }
    }
    return "";
  }

  /** Leaves out what stands before the heading with the title, as long as it is only links. */
  static List<Block> withTitle(String title, List<Block> blocks) {
    for (int i = 0; i < blocks.size() && i < 10; i++) {
      if (blocks.get(i) instanceof Heading heading
          && PageTitle.withoutSite(heading.text().text()).equals(title)) {
        boolean shortOnly = true;
        for (Block before : blocks.subList(0, i)) {
          shortOnly &= before instanceof Paragraph p && HeadingText.isPossible(p.text().text());
        }
        return shortOnly ? blocks.subList(i, blocks.size()) : blocks;
      }
    }
    return blocks;
  }
}
