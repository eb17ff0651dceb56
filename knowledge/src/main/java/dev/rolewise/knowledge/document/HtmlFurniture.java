package dev.rolewise.knowledge.document;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Finds what stands around the content of a web page: menus, banners, advertisements. */
final class HtmlFurniture {
  /** Words in class names and ids of what stands around the content. */
  private static final Set<String> AROUND =
      Set.of(
          "nav",
          "navbar",
          "navigation",
          "menu",
          "breadcrumb",
          "breadcrumbs",
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "footer",
          "share",
          "sharing",
          "social",
          "advert",
          "advertisement",
          "ad",
          "ads",
          "adsense",
          "sponsored",
          "promo",
          "promotion",
          "newsletter",
          "subscribe",
          "signup",
          "skip",
          "skiplink",
          "pagination",
          "pager",
          "modal",
          "popup",
          "comments",
          "masthead",
          "toolbar",
          "feedback",
          "survey",
          "banner",
          "toc",
          "login",
          "search");

  private HtmlFurniture() {}

  /** Whether an element belongs to the page around the content. */
  static boolean isAround(Element element) {
    String role = element.attr("role");
    if (role.equals("navigation")
        || role.equals("banner")
        || role.equals("contentinfo")
        || role.equals("search")
        || role.equals("dialog")
        || role.equals("alertdialog")) {
      return true;
    }
    String name = element.normalName();
    if (name.equals("header")) {
      return element.closest("main,article,[role=main],section") == null
          || element.selectFirst("h1,h2,h3,h4,p") == null;
    }
    boolean named = isNamedAround(element);
    if (named) {
      return !holdsFigures(element);
    }
    return name.equals("aside") && (isMostlyLinks(element) || !hasDigit(element.text()));
  }

  private static boolean isNamedAround(Element element) {
    String names = element.className() + " " + element.id();
    if (names.length() < 2 || element.selectFirst("h1") != null) {
      return false;
    }
    for (String word : names.split("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])", -1)) {
      if (AROUND.contains(word.toLowerCase(Locale.ROOT))) {
        return HtmlPage.length(element) < 1500;
      }
    }
    return false;
  }

  /** Whether it is a box of facts: a table or definitions. */
  private static boolean holdsFigures(Element element) {
    Element facts = element.selectFirst("table,dl");
    return facts != null && hasDigit(facts.text());
  }

  static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static boolean isMostlyLinks(Element element) {
    int links = 0;
    for (Element link : element.select("a")) {
      links += link.text().length();
    }
    return links * 2 > element.text().length();
  }

  /** Lists that only lead elsewhere: every item is a link, and there are several. */
  static boolean isLinkList(Element list) {
    int items = 0;
    for (Element item : list.children()) {
      String own = item.text();
      if (own.isBlank()) {
        continue;
      }
      Element link = item.selectFirst("a[href]");
      if (link == null || link.text().length() < own.length() - 2 || own.length() > 80) {
        return false;
      }
      items++;
    }
    return items > 0;
  }
}
