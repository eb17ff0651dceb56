package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Mark;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

  private static final int MAX_LEAD_IN_WORDS = 7;

  private final List<Block> blocks = new ArrayList<>();

  /** Indexes of headings below which something was left out. */
  private final Set<Integer> emptied = new HashSet<>();

  private final HtmlText source;

  /** Words of the paragraph being read. */
  private SourceText.Builder pending = new SourceText.Builder();

  /** Lines of the paragraph being read that a line break has ended. */
  private final List<EndedLine> ended = new ArrayList<>();

  private record EndedLine(SourceText text, boolean bold) {}

  private boolean boldOnly = true;
  private int headingLevel;

  /** Depth of the list around what is read, or -1. */
  private int listDepth = -1;

  /** Mark of the item whose first words are awaited; null behind them. */
  private @Nullable Mark awaited;

  /** Ids of the elements that links or buttons of the page show. */
  private final Set<String> shown;

  private HtmlReader(int lineOffset, Set<String> shown) {
    this.source = new HtmlText(lineOffset);
    this.shown = shown;
  }

  /** Reads a page whose lines end in {@code \n}. */
  static Content read(String text) {
    Document page = parser().parseInput(text, "");
    var reader = new HtmlReader(0, HtmlPage.shownOnDemand(page));
    Element main = HtmlPage.main(page);
    List<String> titles = HtmlPage.titles(page, main);
    reader.children(main, 0);
    reader.flush();
    List<Block> blocks = HtmlPage.fromTitle(reader.filled());
    return new Content(
        FrontMatter.NONE, titles, HtmlPage.notes(page), HtmlPage.region(page), blocks);
  }

  /** Reads markup inside another format; {@code firstLine} is where it begins. */
  static List<Block> fragment(String html, int firstLine) {
    if (html.startsWith("<!--") && html.stripTrailing().endsWith("-->")) {
      return List.of();
    }
    Document page = parser().parseInput(html, "");
    var reader = new HtmlReader(firstLine - 1, Set.of());
    reader.children(page.body(), 0);
    reader.flush();
    return reader.filled();
  }

  private static Parser parser() {
    return Parser.htmlParser().setTrackPosition(true).setMaxDepth(MAX_DEPTH);
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
    if (HtmlElements.isDropped(element)
        || isHidden(element)
        || HtmlElements.isFootnoteMark(element)) {
      return;
    }
    if (HtmlFurniture.isAround(element)) {
      if (!HtmlElements.isInline(element)) {
        flush();
      }
      emptied();
      return;
    }
    source.at(element);
    int level = HtmlElements.headingLevel(element);
    if (level > 0) {
      flush();
      SourceText text = HeadingText.trimmed(source.heading(element));
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
        if (HtmlElements.isInline(element)) {
          inlineElement(element, depth);
        } else {
          flush();
          if (HtmlFurniture.isLinkLine(element, lastHeading())) {
            emptied();
          } else if (!labelledGrid(element)) {
            children(element, depth + 1);
          }
          flush();
        }
      }
    }
  }

  /** A page that was saved while one of its tabs was open hides the others. */
  private boolean isHidden(Element element) {
    return HtmlElements.isHidden(element) && !shown.contains(element.id());
  }

  /** Notes that what stood below the last heading was left out. */
  private void emptied() {
    if (!blocks.isEmpty() && blocks.getLast() instanceof Heading) {
      emptied.add(blocks.size() - 1);
    }
  }

  private String lastHeading() {
    boolean heads = !blocks.isEmpty() && blocks.getLast() instanceof Heading;
    return heads ? ((Heading) blocks.getLast()).text().text() : "";
  }

  /** The blocks without headings of which everything below was left out. */
  private List<Block> filled() {
    List<Block> filled = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Block next = i + 1 < blocks.size() ? blocks.get(i + 1) : null;
      boolean over =
          next == null
              || (next instanceof Heading below
                  && blocks.get(i) instanceof Heading heading
                  && below.level() <= heading.level());
      if (!over || !emptied.contains(i)) {
        filled.add(blocks.get(i));
      }
    }
    return filled;
  }

  private void inlineElement(Element element, int depth) {
    boolean bold = HtmlElements.isBold(element);
    if (bold && listDepth < 0 && beginsLeadIn(element)) {
      flush();
    }
    for (Node node = element.firstChild(); node != null; node = node.nextSibling()) {
      if (node instanceof TextNode text) {
        words(text, bold);
      } else if (node instanceof Element child) {
        if (bold && HtmlElements.isInline(child) && !child.normalName().equals("br")) {
          boolean before = boldOnly;
          inlineElement(child, depth + 1);
          boldOnly = before;
        } else {
          element(child, depth + 1);
        }
      }
    }
  }

  /** Whether bold words behind a sentence name what the next ones are about: "Language." */
  private boolean beginsLeadIn(Element element) {
    String words = element.text().strip();
    return (words.endsWith(".") || words.endsWith(":"))
        && ".!?".indexOf(pending.last()) >= 0
        && HeadingText.words(words).size() <= MAX_LEAD_IN_WORDS;
  }

  private void words(TextNode text, boolean bold) {
    String words = HtmlText.words(text);
    if (Character.isDigit(pending.last()) && CAPITALIZED.matcher(words).lookingAt()) {
      // a label that the page shows apart from the amount in front of it
      pending.space();
    }
    pending.append(words, source.line(text));
    if (!bold && !words.isBlank() && !words.strip().equals(":")) {
      boldOnly = false;
    }
  }

  private static final Pattern CAPITALIZED = Pattern.compile("\\p{Lu}\\p{Ll}");

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
    if (HtmlFurniture.isLinkList(list, lastHeading())) {
      emptied();
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
    if (isHidden(item) || HtmlFurniture.isAround(item)) {
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
        SourceText term = source.inline(entry);
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
    SourceText text = source.inline(description);
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

  /** Writes boxes that pair a label with a value, or a value and its unit, as "label: value". */
  private boolean labelledGrid(Element element) {
    List<Element> pairs = element.children();
    if (pairs.size() < 2 || !element.ownText().isBlank()) {
      return false;
    }
    int wanted = 0;
    for (Element pair : pairs) {
      if (isPair(pair)) {
        wanted++;
      } else if (HtmlElements.headingLevel(pair) == 0) {
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
      SourceText label = HeadingText.trimmed(source.inline(pair.child(0)));
      var value = new StringBuilder();
      for (Element part : pair.children().subList(1, pair.childrenSize())) {
        value.append(' ').append(source.inline(part).text());
      }
      SourceText text = SourceText.of(label.text() + ":" + value, label.line());
      blocks.add(new Bullet(listDepth + 1, Mark.POINT, text));
    }
    return true;
  }

  private static boolean isPair(Element pair) {
    boolean withUnit = pair.childrenSize() == 3 && isUnit(pair.child(1), pair.child(2));
    if ((pair.childrenSize() != 2 && !withUnit) || !pair.ownText().isBlank()) {
      return false;
    }
    for (Element side : pair.children()) {
      boolean box =
          side.normalName().equals("div")
              || side.normalName().equals("span")
              || side.normalName().equals("p")
              || side.normalName().equals("strong")
              || side.normalName().equals("b")
              || (side.elementSiblingIndex() == 0
                  && HtmlElements.headingLevel(side) > 2
                  && pair.select("br").isEmpty());
      if (!box || !side.children().select("div,p,ul,ol,table,dl,h1,h2,h3,h4,h5,h6").isEmpty()) {
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

  /** "$67,130" and "a year" in boxes of their own. */
  private static boolean isUnit(Element value, Element unit) {
    String words = unit.text();
    return hasAmount(value.text())
        && value.text().chars().noneMatch(Character::isLetter)
        && !words.isBlank()
        && !words.endsWith(".")
        && HeadingText.words(words).size() <= MAX_UNIT_WORDS;
  }

  /** What is longer says more than what an amount is of. */
  private static final int MAX_UNIT_WORDS = 6;

  // ---- tables

  private void table(Element element, int depth) {
    flush();
    var table = new HtmlTable(element, source);
    if (table.isLayout()) {
      children(element, depth + 1);
      flush();
      return;
    }
    awaited = null;
    blocks.addAll(table.blocks());
  }

  private void preformatted(Element element) {
    flush();
    int line = source.line(element);
    List<Block> read = PlainTextReader.blocks(element.wholeText(), line);
    if (read.stream().anyMatch(Block.Table.class::isInstance)) {
      for (Block block : read) {
        blocks.add(block instanceof Heading label ? new Paragraph(label.text()) : block);
      }
      return;
    }
    for (String words : element.wholeText().split("\n", -1)) {
      SourceText text = SourceText.of(words, line++);
      if (!text.isEmpty()) {
        write(text, false);
      }
    }
  }
}
