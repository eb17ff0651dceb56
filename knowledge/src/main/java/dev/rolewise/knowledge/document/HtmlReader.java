package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Mark;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads the main content of web pages. */
final class HtmlReader {
  /** Deeper elements are read as if they stood at this depth. */
  private static final int MAX_DEPTH = 256;

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

  private final List<Block> blocks = new ArrayList<>();

  /** Added to every line jsoup counts. */
  private final int lineOffset;

  /** Words of the paragraph being read. */
  private SourceText.Builder pending = new SourceText.Builder();

  /** Lines of the paragraph being read that a line break has ended. */
  private final List<EndedLine> ended = new ArrayList<>();

  private record EndedLine(SourceText text, boolean bold) {}

  private boolean boldOnly = true;
  private int headingLevel;
  private int lastLine = 1;

  /** Depth of the list around what is read, or -1. */
  private int listDepth = -1;

  /** Mark of the item whose first words are awaited; null behind them. */
  private @Nullable Mark awaited;

  private HtmlReader(int lineOffset) {
    this.lineOffset = lineOffset;
  }

  /** Reads a page whose lines end in {@code \n}. */
  static Content read(String text) {
    Document page = parser().parseInput(text, "");
    var reader = new HtmlReader(0);
    Element main = main(page);
    String title = title(page, main);
    reader.children(main, 0);
    reader.flush();
    return new Content(FrontMatter.NONE, title, withTitle(title, reader.blocks));
  }

  /** Reads markup inside another format; {@code firstLine} is where it begins. */
  static List<Block> fragment(String html, int firstLine) {
    if (html.startsWith("<!--") && html.stripTrailing().endsWith("-->")) {
      return List.of();
    }
    Document page = parser().parseInput(html, "");
    var reader = new HtmlReader(firstLine - 1);
    reader.children(page.body(), 0);
    reader.flush();
    return reader.blocks;
  }

  private static Parser parser() {
    return Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH);
  }

  // ---- the page

  private static Element main(Document page) {
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

  private static int length(Element element) {
    int length = 0;
    for (Node node = element.firstChild(); node != null; node = next(node, element)) {
      if (node instanceof TextNode text) {
        length += text.getWholeText().strip().length();
      }
    }
    return length;
  }

  private static @Nullable Node next(Node node, Node root) {
    boolean skip = node instanceof Element element && DROPPED.contains(element.normalName());
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
  private static String title(Document page, Element main) {
    for (Element heading : main.select("h1")) {
      String text = SourceText.of(heading.text(), 1).text();
      if (!text.isEmpty()
          && !HeadingText.isGeneric(RoleNames.withoutSite(text))
          && !isHidden(heading)) {
        return RoleNames.withoutSite(text);
      }
    }
    String title = RoleNames.withoutSite(SourceText.of(page.title(), 1).text());
    if (!title.isEmpty() && !HeadingText.isGeneric(title)) {
      return title;
    }
    for (Element heading : page.select("h1")) {
      String text = RoleNames.withoutSite(SourceText.of(heading.text(), 1).text());
      if (!text.isEmpty() && !HeadingText.isGeneric(text)) {
        return text;
      }
    }
    return "";
  }

  /** Leaves out what stands before the heading with the title, as long as it is only links. */
  private static List<Block> withTitle(String title, List<Block> blocks) {
    for (int i = 0; i < blocks.size() && i < 10; i++) {
      if (blocks.get(i) instanceof Heading heading
          && RoleNames.withoutSite(heading.text().text()).equals(title)) {
        boolean shortOnly = true;
        for (Block before : blocks.subList(0, i)) {
          shortOnly &= before instanceof Paragraph p && HeadingText.isPossible(p.text().text());
        }
        return shortOnly ? blocks.subList(i, blocks.size()) : blocks;
      }
    }
    return blocks;
  }

  // ---- elements

  private void children(Element parent, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    for (Node node = parent.firstChild(); node != null; node = node.nextSibling()) {
      if (node instanceof TextNode text) {
        words(text, false);
      } else if (node instanceof Element element) {
        element(element, depth);
      }
    }
  }

  private void element(Element element, int depth) {
    String name = element.normalName();
    if (DROPPED.contains(name)
        || isHidden(element)
        || isFootnoteMark(element)
        || isAround(element)) {
      return;
    }
    int line = element.sourceRange().start().lineNumber();
    if (line > 0) {
      lastLine = line + lineOffset;
    }
    int level = headingLevel(element);
    if (level > 0) {
      flush();
      SourceText text = HeadingText.trimmed(inline(element));
      if (!text.isEmpty()) {
        awaited = null;
        if (listDepth >= 0 && level > 3) {
          blocks.add(new Bullet(listDepth, Mark.POINT, text));
        } else {
          headingLevel = level * 2 - 1;
          blocks.add(new Heading(headingLevel, text));
        }
      }
      return;
    }
    switch (name) {
      case "br" -> breakLine();
      case "hr" -> flush();
      case "ul", "ol", "menu" -> list(element, depth);
      case "li" -> item(element, Mark.POINT, depth);
      case "dl" -> definitions(element, depth);
      case "table" -> table(element, depth);
      case "pre" -> preformatted(element);
      default -> {
        if (isInline(element)) {
          inlineElement(element, depth);
        } else {
          flush();
          if (!labelledGrid(element)) {
            children(element, depth + 1);
          }
          flush();
        }
      }
    }
  }

  private void inlineElement(Element element, int depth) {
    boolean bold = isBold(element);
    for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
      if (node instanceof TextNode text) {
        words(text, bold);
      } else if (node instanceof Element child) {
        if (bold && isInline(child) && !child.normalName().equals("br")) {
          boolean before = boldOnly;
          inlineElement(child, depth + 1);
          boldOnly = before;
        } else {
          element(child, depth + 1);
        }
      }
    }
  }

  private void words(TextNode text, boolean bold) {
    String words = text.getWholeText();
    int line = text.sourceRange().start().lineNumber();
    if (line > 0) {
      lastLine = line + lineOffset;
    }
    pending.append(words, lastLine);
    if (!bold && !words.isBlank() && !words.strip().equals(":")) {
      boldOnly = false;
    }
  }

  private void breakLine() {
    ended.add(new EndedLine(pending.build(), boldOnly));
    pending = new SourceText.Builder();
    boldOnly = true;
  }

  /** Writes the paragraph read so far. */
  private void flush() {
    breakLine();
    List<EndedLine> lines = new ArrayList<>(ended);
    ended.clear();
    for (EndedLine line : joined(lines)) {
      write(line.text(), line.bold());
    }
  }

  /** Joins lines that a break has parted inside a sentence; some are empty. */
  private static List<EndedLine> joined(List<EndedLine> lines) {
    List<EndedLine> joined = new ArrayList<>();
    var words = new SourceText.Builder();
    boolean bold = true;
    for (EndedLine line : lines) {
      char last = words.last();
      boolean open = Character.isLetterOrDigit(last) || last == ',';
      boolean goesOn =
          open && !line.text().isEmpty() && Character.isLowerCase(line.text().text().charAt(0));
      if (!goesOn) {
        joined.add(new EndedLine(words.build(), bold));
        words = new SourceText.Builder();
        bold = true;
      }
      words.space().append(line.text());
      bold &= line.bold();
    }
    joined.add(new EndedLine(words.build(), bold));
    return joined;
  }

  private void write(SourceText text, boolean bold) {
    if (text.isEmpty()) {
      return;
    }
    SourceText words = text;
    char first = words.text().charAt(0);
    boolean marked = "\u2022\u25aa\u25cf\u00b7\u25e6\u2023".indexOf(first) >= 0;
    marked |=
        (first == '-' || first == '*' || first == '\u2013') && words.text().startsWith(" ", 1);
    if (marked) {
      words = words.from(1);
      if (words.isEmpty()) {
        return;
      }
    }
    if (listDepth >= 0) {
      if (awaited != null) {
        blocks.add(new Bullet(listDepth, awaited, words));
        awaited = null;
      } else {
        blocks.add(new Bullet(listDepth + 1, marked ? Mark.POINT : Mark.NONE, words));
      }
    } else if (marked) {
      blocks.add(new Bullet(0, Mark.POINT, words));
    } else if (bold && HeadingText.isPossible(words.text()) && !hasAmount(words.text())) {
      blocks.add(new Heading(HeadingText.levelOfBold(headingLevel), HeadingText.trimmed(words)));
    } else {
      blocks.add(new Paragraph(words));
    }
  }

  private static boolean hasAmount(String text) {
    return text.chars().anyMatch(c -> "$\u00a3\u20ac%".indexOf(c) >= 0);
  }

  // ---- lists

  private void list(Element list, int depth) {
    flush();
    if (isLinkList(list)) {
      // A heading over links that are left out heads nothing.
      if (!blocks.isEmpty() && blocks.getLast() instanceof Heading) {
        blocks.removeLast();
      }
      return;
    }
    Mark mark = list.normalName().equals("ol") ? Mark.NUMBER : Mark.POINT;
    boolean direct = awaited != null;
    if (!direct) {
      listDepth++;
    }
    for (Node node = list.firstChild(); node != null; node = node.nextSibling()) {
      if (node instanceof Element element && element.normalName().equals("li")) {
        item(element, mark, depth + 1);
      } else if (node instanceof Element element) {
        element(element, depth + 1);
      } else if (node instanceof TextNode text && !text.isBlank()) {
        words(text, false);
      }
    }
    flush();
    if (!direct) {
      listDepth--;
    }
    awaited = null;
  }

  private void item(Element item, Mark mark, int depth) {
    if (isHidden(item) || isAround(item)) {
      return;
    }
    boolean outside = listDepth < 0;
    if (outside) {
      listDepth = 0;
    }
    flush();
    awaited = mark;
    children(item, depth + 1);
    flush();
    awaited = null;
    if (outside) {
      listDepth = -1;
    }
  }

  /** Lists that only lead elsewhere: every item is a link, and there are several. */
  private static boolean isLinkList(Element list) {
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

  private void definitions(Element list, int depth) {
    flush();
    List<SourceText> terms = new ArrayList<>();
    boolean described = false;
    listDepth++;
    for (Element entry : entries(list)) {
      if (isHidden(entry)) {
        continue;
      }
      if (entry.normalName().equals("dt")) {
        if (described) {
          terms.clear();
          described = false;
        }
        SourceText term = inline(entry);
        if (!term.isEmpty()) {
          terms.add(term);
        }
      } else if (entry.normalName().equals("dd")) {
        described = true;
        description(terms, entry, depth);
      }
    }
    listDepth--;
    awaited = null;
  }

  private static List<Element> entries(Element list) {
    List<Element> entries = new ArrayList<>();
    for (Element child : list.children()) {
      if (child.normalName().equals("div")) {
        entries.addAll(child.children());
      } else {
        entries.add(child);
      }
    }
    return entries;
  }

  private void description(List<SourceText> terms, Element description, int depth) {
    String label = String.join(" / ", terms.stream().map(SourceText::text).toList());
    SourceText text = inline(description);
    if (text.isEmpty() && label.isEmpty()) {
      return;
    }
    int line = terms.isEmpty() ? text.line() : terms.getFirst().line();
    String separator = label.endsWith(":") || label.endsWith("?") ? " " : ": ";
    boolean simple = description.selectFirst("ul,ol,table,dl,p + p") == null;
    if (simple && (text.text().length() < 200 || label.isEmpty())) {
      String joined =
          label.isEmpty() ? text.text() : label + (text.isEmpty() ? "" : separator + text.text());
      blocks.add(new Bullet(listDepth, Mark.POINT, SourceText.of(joined, line)));
    } else {
      if (!label.isEmpty()) {
        blocks.add(
            new Bullet(
                listDepth,
                Mark.POINT,
                SourceText.of(label.endsWith(":") ? label : label + ":", line)));
      }
      children(description, depth + 1);
      flush();
    }
  }

  /** Writes boxes that pair a label with a value each as "label: value". */
  private boolean labelledGrid(Element element) {
    List<Element> pairs = element.children();
    if (pairs.size() < 2 || !element.ownText().isBlank()) {
      return false;
    }
    int wanted = 0;
    for (Element pair : pairs) {
      if (isPair(pair)) {
        wanted++;
      } else if (headingLevel(pair) == 0) {
        return false;
      }
    }
    if (wanted < 2) {
      return false;
    }
    for (Element pair : pairs) {
      if (!isPair(pair)) {
        element(pair, 0);
        continue;
      }
      SourceText label = HeadingText.trimmed(inline(pair.child(0)));
      SourceText value = inline(pair.child(1));
      SourceText text = SourceText.of(label.text() + ": " + value.text(), label.line());
      blocks.add(new Bullet(listDepth + 1, Mark.POINT, text));
    }
    return true;
  }

  private static boolean isPair(Element pair) {
    if (pair.childrenSize() != 2 || !pair.ownText().isBlank()) {
      return false;
    }
    for (Element side : pair.children()) {
      boolean box =
          side.normalName().equals("div")
              || side.normalName().equals("span")
              || side.normalName().equals("p")
              || side.normalName().equals("strong")
              || side.normalName().equals("b");
      if (!box || side.selectFirst("> div,> p,ul,ol,table,dl,h1,h2,h3,h4,h5,h6") != null) {
        return false;
      }
    }
    String label = pair.child(0).text();
    String value = pair.child(1).text();
    boolean inline = pair.child(0).normalName().equals("strong") && pair.normalName().equals("p");
    return !inline
        && !label.isBlank()
        && !value.isBlank()
        && HeadingText.words(label).size() <= 6
        && HeadingText.words(value).size() <= 14
        && !label.endsWith(".")
        && !value.endsWith(".");
  }

  // ---- tables

  private void table(Element table, int depth) {
    flush();
    var grid = new TableGrid();
    String caption = "";
    boolean nested = table.selectFirst("table table") != null;
    List<Element> rows = new ArrayList<>();
    for (Element part : table.children()) {
      switch (part.normalName()) {
        case "caption" -> caption = inline(part).text();
        case "tr" -> rows.add(part);
        case "thead", "tbody", "tfoot" -> {
          for (Element row : part.children()) {
            if (row.normalName().equals("tr")) {
              rows.add(row);
            }
          }
        }
        default -> {}
      }
    }
    boolean blocksInside = false;
    for (Element row : rows) {
      if (isHidden(row)) {
        continue;
      }
      grid.row();
      boolean head = row.parent() != null && row.parent().normalName().equals("thead");
      int line = line(row);
      for (Element cell : row.children()) {
        boolean th = cell.normalName().equals("th");
        if ((!th && !cell.normalName().equals("td")) || isHidden(cell)) {
          continue;
        }
        blocksInside |= cell.selectFirst("h1,h2,h3,h4,ul li ~ li ~ li,p ~ p ~ p") != null;
        SourceText text = nested ? SourceText.EMPTY : inline(cell);
        boolean bold = th || head || isBoldCell(cell, text);
        grid.cell(text, bold, span(cell, "colspan"), span(cell, "rowspan"), line);
      }
    }
    if (nested || !grid.isTable() || (blocksInside && !isData(table))) {
      // The table only lays the page out.
      children(table, depth + 1);
      flush();
      return;
    }
    awaited = null;
    blocks.addAll(grid.blocks(caption));
  }

  /** Whether a table says that it has headings, so that it does more than lay out a page. */
  private static boolean isData(Element table) {
    return table.selectFirst("th,caption,thead") != null;
  }

  private static boolean isBoldCell(Element cell, SourceText text) {
    if (cell.childrenSize() != 1 || !isBold(cell.child(0)) || text.isEmpty()) {
      return false;
    }
    return cell.ownText().isBlank();
  }

  private static int span(Element cell, String name) {
    String value = cell.attr(name).strip();
    if (value.isEmpty() || value.length() > 4) {
      return 1;
    }
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return 1;
      }
    }
    return Integer.parseInt(value);
  }

  private int line(Element element) {
    int line = element.sourceRange().start().lineNumber();
    return line > 0 ? line + lineOffset : lastLine;
  }

  private void preformatted(Element element) {
    flush();
    int line = line(element);
    for (String words : element.wholeText().split("\n", -1)) {
      SourceText text = SourceText.of(words, line++);
      if (!text.isEmpty()) {
        write(text, false);
      }
    }
  }

  // ---- words

  /** All words in an element, in one line. */
  private SourceText inline(Element element) {
    var text = new SourceText.Builder();
    int line = line(element);
    for (Node node = element.firstChild(); node != null; node = nextVisible(node, element)) {
      if (node instanceof TextNode words) {
        int at = words.sourceRange().start().lineNumber();
        line = at > 0 ? at + lineOffset : line;
        text.append(words.getWholeText(), line);
      } else if (node instanceof Element child && !isInline(child)) {
        text.space();
      }
    }
    return text.build();
  }

  private static @Nullable Node nextVisible(Node node, Node root) {
    boolean skip =
        node instanceof Element element
            && (DROPPED.contains(element.normalName())
                || isHidden(element)
                || isFootnoteMark(element));
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

  private static boolean isFootnoteMark(Element element) {
    if (!element.normalName().equals("sup")) {
      return false;
    }
    String text = element.text().strip();
    return text.length() <= 4
        && (text.startsWith("[") || element.selectFirst("a[href^=#]") != null);
  }

  private static int headingLevel(Element element) {
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

  private static boolean isInline(Element element) {
    return INLINE.contains(element.normalName())
        && element.selectFirst("p,div,ul,ol,table,dl,h1,h2,h3,h4,h5,h6,li,section") == null;
  }

  private static boolean isBold(Element element) {
    String name = element.normalName();
    return name.equals("b")
        || name.equals("strong")
        || element.attr("style").replace(" ", "").contains("font-weight:bold")
        || element.attr("style").replace(" ", "").contains("font-weight:700");
  }

  private static boolean isHidden(Element element) {
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

  /** Whether an element belongs to the page around the content. */
  private static boolean isAround(Element element) {
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
        return length(element) < 1500;
      }
    }
    return false;
  }

  /** Whether it is a box of facts: a table or definitions. */
  private static boolean holdsFigures(Element element) {
    Element facts = element.selectFirst("table,dl");
    return facts != null && hasDigit(facts.text());
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static boolean isMostlyLinks(Element element) {
    int links = 0;
    for (Element link : element.select("a")) {
      links += link.text().length();
    }
    return links * 2 > element.text().length();
  }
}
