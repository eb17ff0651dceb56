package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Mark;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads text without markup: finds headings, lists and tables by how lines look. */
final class PlainTextReader {
  private static final int TITLE = 1;
  private static final int SECTION = 2;

  /** So many main parts make the other common names parts of them. */
  private static final int MANY_MAIN_PARTS = 4;

  /** Longer lines are no items of a list without marks, in characters. */
  private static final int MAX_ITEM = 200;

  private final List<TextLine> lines;
  private final List<Block> blocks = new ArrayList<>();

  /** Numbered labels that stand alone over running text. */
  private final int numberedAlone;

  private PlainTextReader(List<TextLine> lines) {
    this.lines = lines;
    int alone = 0;
    for (int i = 0; i < lines.size(); i++) {
      alone += isNumberedAlone(i) ? 1 : 0;
    }
    numberedAlone = alone;
  }

  /** Reads a text whose lines end in {@code \n}. */
  static Content read(String text) {
    FrontMatter frontMatter = FrontMatter.of(text);
    String body = text.substring(frontMatter.end(text));
    return Content.of(frontMatter, blocks(body, frontMatter.lines() + 1));
  }

  /** Reads a text that begins in this line of its file. */
  static List<Block> blocks(String text, int firstLine) {
    List<TextLine> lines = LineScanner.lines(text, firstLine);
    LineHeadings.mark(lines);
    var reader = new PlainTextReader(lines);
    reader.write();
    return reader.blocks;
  }

  private void write() {
    int mainParts = 0;
    boolean asked = false;
    Set<String> repeated = partsOfLabels();
    for (TextLine line : lines) {
      if (line.heading && HeadingText.isMain(line.text.text()) && !isOneOf(repeated, line)) {
        mainParts++;
      }
      asked |= line.level > 0;
    }
    int level = 0;
    boolean structured = false;
    boolean isInCapitals = false;
    List<Integer> indents = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      if (line.heading) {
        indents.clear();
        if (i > 0 && lines.get(i - 1).heading && LineHeadings.sameWords(lines.get(i - 1), line)) {
          continue;
        }
        int below = i + 1;
        while (below < lines.size()
            && lines.get(below).heading
            && LineHeadings.sameWords(lines.get(below), line)) {
          below++;
        }
        boolean overHeading =
            below < lines.size()
                && lines.get(below).heading
                && !isSection(lines.get(below), mainParts, asked);
        if (line.level > 0) {
          level = line.level * 2 - 1;
          structured = false;
        } else if (asked) {
          level = Math.max(level, SECTION) + (i > 0 && lines.get(i - 1).heading ? 1 : 0);
        } else if (i == 0 && !HeadingText.isGeneric(line.text.text())) {
          level = TITLE;
        } else if (isOneOf(repeated, line)) {
          level = SECTION + 1;
        } else if (below < lines.size() && isOneOf(repeated, lines.get(below))) {
          level = SECTION;
          structured = false;
        } else if (isSection(line, mainParts, false)
            || (level < SECTION && mainParts == 0)
            || (isInCapitals
                && mainParts < MANY_MAIN_PARTS
                && HeadingText.isInCapitals(line.text.text()))) {
          level = SECTION;
          structured = false;
          isInCapitals = HeadingText.isInCapitals(line.text.text());
        } else if (overHeading && mainParts > 0) {
          level = SECTION + 1;
          structured = true;
        } else if (mainParts == 0 && !structured) {
          level = SECTION;
        } else {
          level = SECTION + (structured ? 2 : 1);
        }
        blocks.add(new Heading(level, HeadingText.trimmed(line.text)));
      } else if (line.isItem()) {
        i = item(i, level, indents);
      } else {
        indents.clear();
        i = text(i);
      }
    }
  }

  /**
   * The common names of parts that stand below a label each time and below two at least, in lower
   * case: the parts of what the labels name, such as several jobs, and not of the text.
   */
  private Set<String> partsOfLabels() {
    Map<String, Integer> labels = new HashMap<>();
    Set<String> parts = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String text = lower(lines.get(i));
      if (lines.get(i).heading && (HeadingText.isMain(text) || HeadingText.isCommon(text))) {
        boolean below =
            i > 1
                && lines.get(i - 1).heading
                && !HeadingText.isCommon(lines.get(i - 1).text.text());
        labels.merge(text, below ? 1 : Integer.MIN_VALUE / 2, Integer::sum);
      }
    }
    labels.forEach((text, count) -> {
      if (count > 1) {
        parts.add(text);
      }
    });
    return parts;
  }

  private static boolean isOneOf(Set<String> parts, TextLine line) {
    return line.heading && parts.contains(lower(line));
  }

  private static String lower(TextLine line) {
    return line.text.text().toLowerCase(Locale.ROOT);
  }

  private static boolean isSection(TextLine line, int mainParts, boolean asked) {
    if (asked) {
      return line.level > 0;
    }
    String text = line.text.text();
    if (HeadingText.isMain(text)) {
      return true;
    }
    return mainParts < MANY_MAIN_PARTS && HeadingText.isPart(text);
  }

  /** Writes an item; returns the index of the last line it took. */
  private int item(int i, int level, List<Integer> indents) {
    TextLine line = lines.get(i);
    if (isNumberedHeading(i)) {
      blocks.add(new Heading(headingBelow(level), HeadingText.trimmed(line.text)));
      indents.clear();
      return i;
    }
    while (!indents.isEmpty() && indents.getLast() > line.indent) {
      indents.removeLast();
    }
    if (indents.isEmpty() || indents.getLast() < line.indent) {
      indents.add(line.indent);
    }
    blocks.add(new Bullet(indents.size() - 1, line.mark, folded(line.text)));
    return i;
  }

  /** Level of labels inside a part: below the last heading that stands on a line of its own. */
  private static int headingBelow(int level) {
    return Math.max(level, SECTION) + 1;
  }

  /**
   * A numbered label over bullets that are not set in deeper heads them; so does one over running
   * text in capitals or where several stand alone between blank lines.
   */
  private boolean isNumberedHeading(int i) {
    TextLine line = lines.get(i);
    if (line.mark != Mark.NUMBER || i + 1 >= lines.size()) {
      return false;
    }
    if (isNumberedAlone(i) && numberedAlone > 2) {
      return true;
    }
    TextLine next = lines.get(i + 1);
    String text = line.text.text();
    boolean overOthers = next.mark != Mark.NUMBER || next.indent > line.indent;
    if (line.blankBefore && overOthers && HeadingText.isShouted(text)) {
      return true;
    }
    return next.mark == Mark.POINT
        && next.indent <= line.indent
        && HeadingText.isPossible(text)
        && text.indexOf(": ") < 0
        && HeadingText.words(text).size() <= MAX_NUMBERED_WORDS
        && !LineHeadings.hasAmount(text);
  }

  /** Whether a numbered label stands between blank lines over what is no item of its list. */
  private boolean isNumberedAlone(int i) {
    if (i + 1 >= lines.size()) {
      return false;
    }
    TextLine line = lines.get(i);
    TextLine next = lines.get(i + 1);
    String text = line.text.text();
    return line.mark == Mark.NUMBER
        && line.blankBefore
        && next.blankBefore
        && !next.isItem()
        && !next.heading
        && HeadingText.isPossible(text)
        && HeadingText.words(text).size() <= MAX_NUMBERED_WORDS
        && !LineHeadings.hasAmount(text);
  }

  private static final int MAX_NUMBERED_WORDS = 8;

  /** Writes running text or a table; returns the index of the last line it took. */
  private int text(int i) {
    int columns = columns(lines.get(i));
    int end = i + 1;
    while (columns > 1 && end < lines.size() && columns(lines.get(end)) == columns) {
      end++;
    }
    if (columns > 1 && isOfAmounts(lines.get(i))) {
      return amounts(i);
    }
    if (columns > 1 && end - i == 1 && isOfSentences(lines.get(i))) {
      for (String cell : split(lines.get(i))) {
        blocks.add(new Paragraph(SourceText.of(cell, lines.get(i).number)));
      }
      return i;
    }
    if (columns > 1 && (end - i > 1 || lines.get(i).hasCells)) {
      var grid = new TableGrid();
      for (TextLine line : lines.subList(i, end)) {
        grid.row();
        for (String cell : split(line)) {
          grid.cell(SourceText.of(cell, line.number), line.headsColumns, 1, 1, line.number);
        }
      }
      blocks.addAll(grid.blocks(""));
      return end - 1;
    }
    blocks.add(new Paragraph(folded(lines.get(i).text)));
    return lines.get(i).text.text().endsWith(":") ? itemsWithoutMarks(i) : i;
  }

  /** Whether each cell names something with its amount: "Stagehand $36.25 Wardrobe $35.70". */
  private static boolean isOfAmounts(TextLine line) {
    return split(line).stream().allMatch(cell -> WITH_AMOUNT.matcher(cell).matches());
  }

  /** Whether a line that stands alone has sentences side by side. */
  private static boolean isOfSentences(TextLine line) {
    return split(line).stream()
        .allMatch(cell -> cell.endsWith(".") && HeadingText.words(cell).size() > 2);
  }

  private static final Pattern WITH_AMOUNT =
      Pattern.compile(
          "\\p{Lu}[\\p{L} /&'\u2019()-]{2,40}:?"
              + " (?:\\p{Lu}{0,3}\\p{Sc}\\s?\\d\\S*|\\d[\\d.,]*\\s?\\p{Sc})");

  /** Writes each cell as an item of its own, with those of the lines below; returns the last. */
  private int amounts(int first) {
    int end = first;
    while (end < lines.size() && !lines.get(end).isItem() && isOfAmounts(lines.get(end))) {
      for (String cell : split(lines.get(end))) {
        blocks.add(new Bullet(0, Mark.POINT, SourceText.of(cell, lines.get(end).number)));
      }
      end++;
    }
    return end - 1;
  }

  /** Writes the short lines below an introduction as its items; returns the last line it took. */
  private int itemsWithoutMarks(int introduction) {
    int end = introduction + 1;
    while (end < lines.size() && isItemWithoutMark(lines.get(end), end == introduction + 1)) {
      end++;
    }
    if (end - introduction < 3) {
      return introduction;
    }
    for (TextLine line : lines.subList(introduction + 1, end)) {
      blocks.add(new Bullet(0, Mark.POINT, line.text));
    }
    return end - 1;
  }

  private static boolean isItemWithoutMark(TextLine line, boolean first) {
    String text = line.text.text();
    return !line.heading
        && !line.isItem()
        && !line.hasCells
        && (first || !line.blankBefore)
        && text.length() <= MAX_ITEM
        && ".:!?".indexOf(text.charAt(text.length() - 1)) < 0;
  }

  private static int columns(TextLine line) {
    return line.heading || line.isItem() ? 0 : split(line).size();
  }

  private static List<String> split(TextLine line) {
    String text = line.text.text();
    String separator = text.contains(TextLine.CELL.strip()) ? TextLine.CELL.strip() : "|";
    if (text.indexOf(separator) < 0) {
      return List.of(text);
    }
    List<String> cells = new ArrayList<>();
    int start = text.startsWith(separator) ? separator.length() : 0;
    int stop = text.endsWith(separator) ? text.length() - separator.length() : text.length();
    while (start <= stop) {
      int at = text.indexOf(separator, start);
      int end = at < 0 || at > stop ? stop : at;
      cells.add(text.substring(start, Math.max(start, end)).strip());
      start = end + separator.length();
    }
    return cells;
  }

  private static SourceText folded(SourceText text) {
    if (!text.text().contains(TextLine.CELL.strip())) {
      return text;
    }
    return text.withText(SourceText.of(text.text().replace(TextLine.CELL, " "), 1).text());
  }
}
