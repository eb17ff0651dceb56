package dev.rolewise.knowledge.document;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Tells what elements of a web page are: inline, bold, hidden, headings. */
final class HtmlElements {
  /** Elements that hold no words of the page. */
  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "form",
          "nav",
          "footer",
          "template",
          "svg",
          "button",
          "input",
          "select",
          "option",
          "textarea",
          "iframe",
          "object",
          "embed",
          "canvas",
          "video",
          "audio",
          "map",
          "dialog",
          "head",
          "math",
          "picture",
          "img",
          "link",
          "meta");

  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font",
          "i", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
          "strong", "strike", "sub", "sup", "time", "tt", "u", "var", "wbr", "acronym", "nobr",
          "center");

  private static final Set<String> HIDDEN_CLASSES =
      Set.of(
          "sr-only",
          "visually-hidden",
          "screen-reader-text",
          "visuallyhidden",
          "hidden",
          "d-none",
          "offscreen",
          "screenreader",
          "sronly");

  private static final Set<String> BADGES =
      Set.of("badge", "tag", "pill", "chip", "flag", "icon", "label", "permalink", "anchor");

  private HtmlElements() {}

  /** Whether an element holds no words of the page. */
  static boolean isDropped(Element element) {
    return DROPPED.contains(element.normalName());
  }

  /** Whether an element only marks a footnote. */
  static boolean isFootnoteMark(Element element) {
    return switch (element.normalName()) {
      case "sup" -> Footnotes.isMark(before(element), element.text());
      case "a" -> element.attr("href").startsWith("#") && Footnotes.isLinkMark(element.text());
      default -> false;
    };
  }

  /** Whether an element in a heading is a sign that is no part of its words. */
  static boolean isBadge(Element element) {
    if (element.normalName().equals("sup")) {
      return true;
    }
    for (String name : element.classNames()) {
      for (String word : name.toLowerCase(Locale.ROOT).split("[-_]", -1)) {
        if (BADGES.contains(word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String before(Element element) {
    return element.previousSibling() instanceof TextNode text ? text.getWholeText() : "";
  }

  static int headingLevel(Element element) {
    String name = element.normalName();
    if (name.length() == 2
        && name.charAt(0) == 'h'
        && name.charAt(1) >= '1'
        && name.charAt(1) <= '6') {
      return name.charAt(1) - '0';
    }
    if (element.attr("role").equals("heading")) {
      String level = element.attr("aria-level");
      return level.length() == 1 && level.charAt(0) >= '1' && level.charAt(0) <= '6'
          ? level.charAt(0) - '0'
          : 2;
    }
    if (name.equals("summary")) {
      return 4;
    }
    return 0;
  }

  static boolean isInline(Element element) {
    return INLINE.contains(element.normalName())
        && element.selectFirst("p,div,ul,ol,table,dl,h1,h2,h3,h4,h5,h6,li,section") == null;
  }

  static boolean isBold(Element element) {
    String name = element.normalName();
    return name.equals("b")
        || name.equals("strong")
        || element.attr("style").replace(" ", "").contains("font-weight:bold")
        || element.attr("style").replace(" ", "").contains("font-weight:700");
  }

  static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) {
      return true;
    }
    String style = element.attr("style");
    if (!style.isEmpty()) {
      String plain = style.replace(" ", "").toLowerCase(Locale.ROOT);
      if (plain.contains("display:none") || plain.contains("visibility:hidden")) {
        return true;
      }
    }
    for (String name : element.classNames()) {
      if (HIDDEN_CLASSES.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
