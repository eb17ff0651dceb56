package dev.rolewise.knowledge.document;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
          "sponsor",
          "adslot",
          "adbox",
          "adunit",
          "advertising",
          "review",
          "reviews",
          "testimonial",
          "testimonials",
          "topbar",
          "crumb",
          "crumbs",
          "alerts",
          "chat",
          "livechat",
          "foot",
          "ft",
          "hd",
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

  private static final Set<String> SIDES = Set.of("side", "sidebar", "sidenav", "rail");

  private static final Set<String> FEET = Set.of("footer", "foot", "ft");

  /** Longer elements are content whatever they are called, in characters. */
  private static final int MAX_AROUND = 1500;

  private static final Pattern NAME_END = Pattern.compile("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])");

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
    boolean aside = name.equals("aside") || isNamed(element, SIDES);
    return aside
        && element.selectFirst("h1") == null
        && (isMostlyLinks(element) || !hasDigit(element.text()));
  }

  /** Whether an element is the foot of a page by its name. */
  static boolean isFoot(Element element) {
    return element.attr("role").equals("contentinfo") || isNamed(element, FEET);
  }

  private static boolean isNamedAround(Element element) {
    return isNamed(element, AROUND)
        && element.selectFirst("h1") == null
        && HtmlPage.length(element) < MAX_AROUND;
  }

  private static boolean isNamed(Element element, Set<String> wanted) {
    String names = element.className() + " " + element.id();
    if (names.length() < 2) {
      return false;
    }
    for (String word : NAME_END.split(names, -1)) {
      if (wanted.contains(word.toLowerCase(Locale.ROOT))) {
        return true;
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

  /**
   * Whether a list only leads elsewhere: every item is a link, and no heading says that they are
   * skills or tasks.
   *
   * @param heading what stands directly over it; may be empty
   */
  static boolean isLinkList(Element list, String heading) {
    int items = 0;
    boolean inPage = true;
    for (Element item : list.children()) {
      String own = item.text();
      if (own.isBlank()) {
        continue;
      }
      Element link = item.selectFirst("a[href]");
      if (link == null || link.text().length() < own.length() - 2 || own.length() > 80) {
        return false;
      }
      inPage &= link.attr("href").startsWith("#");
      items++;
    }
    return items > 0 && (inPage || !HeadingText.isContent(heading));
  }

  /**
   * Whether a block is a line of links to other parts or pages, such as a row of tabs.
   *
   * @param heading what stands directly over it; may be empty
   */
  static boolean isLinkLine(Element line, String heading) {
    boolean onlyLinks =
        line.childrenSize() >= MIN_LINKS
            && line.ownText().chars().noneMatch(Character::isLetterOrDigit)
            && line.children().stream().allMatch(child -> child.is("a[href]"))
            && !hasDigit(line.text());
    boolean inPage = line.children().stream().allMatch(child -> child.attr("href").startsWith("#"));
    return onlyLinks && (inPage || !HeadingText.isContent(heading));
  }

  /** One link may be a sentence or a name in the text. */
  private static final int MIN_LINKS = 2;
}
