package dev.rolewise.knowledge.document;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Words of elements with the lines they stand in. */
final class HtmlText {
  private static final String HIGH = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";

  /** Added to every line jsoup counts. */
  private final int lineOffset;

  private int lastLine = 1;

  HtmlText(int lineOffset) {
    this.lineOffset = lineOffset;
  }

  /** The line of an element, or that of what was read last. */
  int line(Element element) {
    int line = element.sourceRange().start().lineNumber();
    return line > 0 ? line + lineOffset : lastLine;
  }

  /** Notes that this element is read now. */
  void at(Element element) {
    lastLine = line(element);
  }

  /** The line of words that are read now. */
  int line(TextNode words) {
    int line = words.sourceRange().start().lineNumber();
    if (line > 0) {
      lastLine = line + lineOffset;
    }
    return lastLine;
  }

  /** The words of a text; numbers set high stay so: "m²". */
  static String words(TextNode text) {
    String words = text.getWholeText();
    Element parent = text.parent();
    if (parent == null
        || !parent.normalName().equals("sup")
        || words.isEmpty()
        || !words.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return words;
    }
    var high = new StringBuilder();
    words.chars().forEach(c -> high.append(HIGH.charAt(c - '0')));
    return high.toString();
  }

  /** All words in an element, in one line. */
  SourceText inline(Element element) {
    var text = new SourceText.Builder();
    int line = line(element);
    for (Node node = element.firstChild(); node != null; node = nextVisible(node, element)) {
      if (node instanceof TextNode words) {
        int at = words.sourceRange().start().lineNumber();
        line = at > 0 ? at + lineOffset : line;
        text.append(words(words), line);
      } else if (node instanceof Element child && !HtmlElements.isInline(child)) {
        text.space();
      }
    }
    return text.build();
  }

  /** The words of a heading without badges and other small signs in it. */
  SourceText heading(Element heading) {
    if (heading.childrenSize() == 0) {
      return inline(heading);
    }
    Element plain = heading.clone();
    for (Element child : plain.select("sup,[class]")) {
      if (!child.equals(plain) && HtmlElements.isBadge(child)) {
        child.remove();
      }
    }
    String all = plain.text().strip();
    for (Element link : plain.select("a[href^=#]")) {
      // a link at the end leads to help or back to the top
      if (!link.text().isBlank() && all.endsWith(link.text()) && !all.equals(link.text())) {
        link.remove();
      }
    }
    SourceText words = inline(plain);
    return words.isEmpty() ? inline(heading) : words;
  }

  private static @Nullable Node nextVisible(Node node, Node root) {
    boolean skip =
        node instanceof Element element
            && (HtmlElements.isDropped(element)
                || HtmlElements.isHidden(element)
                || HtmlElements.isFootnoteMark(element));
    if (!skip && node.childNodeSize() > 0) {
      return node.childNode(0);
    }
    return HtmlPage.nextBehind(node, root);
  }
}
