package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Mark;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Reads Markdown with tables and front matter. */
final class MarkdownReader {
  /** Deeper nesting is read as if it stood at this depth. */
  private static final int MAX_DEPTH = 50;

  private static final int MAX_LEAD_IN_WORDS = 7;

  private static final Pattern REFERENCE = Pattern.compile("\\[\\^[^\\]\\s]{1,12}\\]:?");

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MAX_DEPTH)
          .maxInlineNesting(MAX_DEPTH)
          .build();

  private final List<Block> blocks = new ArrayList<>();

  /** The text given to the parser. */
  private final String source;

  /** Lines that stand before the text given to the parser. */
  private final int skipped;

  private int headingLevel;

  /** What the last heading that has bars names: "Format: job | median pay | growth"; or empty. */
  private List<SourceText> columnNames = List.of();

  /** Number of blocks behind the last definition, which tells it from items of another list. */
  private int definitionsEnd = -1;

  private boolean definitionsBehindList;

  private MarkdownReader(String source, int skipped) {
    this.source = source;
    this.skipped = skipped;
  }

  /** Reads a text whose lines end in {@code \n}. */
  static Content read(String text) {
    FrontMatter frontMatter = FrontMatter.of(text);
    String body = text.substring(frontMatter.end(text));
    var reader = new MarkdownReader(widened(body), frontMatter.lines());
    reader.children(PARSER.parse(reader.source), -1);
    boolean marked = reader.blocks.stream().anyMatch(Heading.class::isInstance);
    List<Block> blocks =
        marked ? reader.blocks : PlainTextReader.blocks(body, frontMatter.lines() + 1);
    return Content.of(frontMatter, blocks);
  }

  /**
   * A text whose tables have a heading for every column: by the format, what a row has beyond the
   * cells of its heading is dropped, such as the figures below "Quick facts".
   */
  private static String widened(String text) {
    if (!DELIMITER.matcher(text).find()) {
      return text;
    }
    String[] lines = text.split("\n", -1);
    int end = 1;
    for (int i = 1; i < lines.length; i = Math.max(i + 1, end)) {
      if (!DELIMITER.matcher(lines[i]).matches() || lines[i - 1].indexOf('|') < 0) {
        continue;
      }
      int columns = columns(lines[i]);
      int widest = columns;
      for (end = i + 1; end < lines.length && lines[end].indexOf('|') >= 0; end++) {
        widest = Math.max(widest, columns(lines[end]));
      }
      if (widest > columns && widest <= MAX_COLUMNS && columns(lines[i - 1]) == columns) {
        lines[i - 1] = closed(lines[i - 1]) + " |".repeat(widest - columns);
        lines[i] = closed(lines[i]) + " --- |".repeat(widest - columns);
      }
    }
    return String.join("\n", lines);
  }

  /** A row of more cells is none of a table that somebody reads. */
  private static final int MAX_COLUMNS = 200;

  /** The line below the headings of a table. */
  private static final Pattern DELIMITER =
      Pattern.compile("^ {0,3}(?:\\|\\s*:?-+:?\\s*)+\\|?[ \\t]*$", Pattern.MULTILINE);

  private static int columns(String line) {
    int bars = 0;
    String row = closed(line);
    for (int i = 0; i < row.length(); i++) {
      bars += row.charAt(i) == '|' && (i == 0 || row.charAt(i - 1) != '\\') ? 1 : 0;
    }
    return row.startsWith("|") ? bars - 1 : bars;
  }

  private static String closed(String line) {
    String row = line.strip();
    return row.endsWith("|") && !row.endsWith("\\|") ? row : row + " |";
  }

  /** Reads what stands in a block; {@code depth} is that of the list around it, or -1. */
  private void children(Node parent, int depth) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      block(node, depth);
    }
  }

  private void block(Node node, int depth) {
    switch (node) {
      case org.commonmark.node.Heading heading -> {
        SourceText text = inline(heading);
        if (!text.isEmpty()) {
          headingLevel = heading.getLevel() * 2 - 1;
          String names = text.text().substring(text.text().indexOf(": ") + 1);
          List<SourceText> cells = cellsOf(names, text.line());
          columnNames = cells.size() > 2 ? cells : columnNames;
          blocks.add(new Heading(headingLevel, text));
        }
      }
      case org.commonmark.node.Paragraph paragraph -> paragraph(paragraph, depth);
      case ListBlock list -> {
        if (!isNavigation(list)) {
          for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            item(item, list instanceof BulletList ? Mark.POINT : Mark.NUMBER, depth + 1);
          }
        }
      }
      case TableBlock table -> table(table);
      case HtmlBlock html -> blocks.addAll(HtmlReader.fragment(html.getLiteral(), line(html)));
      case FencedCodeBlock code -> lines(code.getLiteral(), line(code) + 1, depth);
      case IndentedCodeBlock code -> lines(code.getLiteral(), line(code), depth);
      case ThematicBreak _ -> {}
      default -> children(node, depth);
    }
  }

  private void item(Node item, Mark mark, int depth) {
    boolean first = true;
    for (Node node = item.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof org.commonmark.node.Paragraph paragraph) {
        SourceText text = withoutTask(inline(paragraph));
        if (!text.isEmpty()) {
          blocks.add(new Bullet(first ? depth : depth + 1, first ? mark : Mark.NONE, text));
        }
      } else if (node instanceof org.commonmark.node.Heading heading) {
        SourceText text = inline(heading);
        if (!text.isEmpty()) {
          blocks.add(new Bullet(depth, mark, text));
        }
      } else {
        block(node, depth);
      }
      first = false;
    }
  }

  private void paragraph(org.commonmark.node.Paragraph paragraph, int depth) {
    SourceText text = inline(paragraph);
    if (text.isEmpty() || isLinksOnly(paragraph)) {
      return;
    }
    if (depth >= 0) {
      blocks.add(new Bullet(depth + 1, Mark.NONE, text));
    } else if (isDefinition(paragraph)) {
      definitions(paragraph);
    } else if (isRows(paragraph)) {
      rows(paragraph);
    } else if (isBoldAlone(paragraph) && HeadingText.isPossible(text.text())) {
      blocks.add(new Heading(HeadingText.levelOfBold(headingLevel), HeadingText.trimmed(text)));
    } else {
      Node run = runInHeading(paragraph);
      if (run != null) {
        blocks.add(new Heading(HeadingText.levelOfBold(headingLevel), runInText(run)));
      }
      Node first = run == null ? paragraph.getFirstChild() : run.getNext();
      SourceText rest = run == null ? text : inline(run.getNext(), null);
      for (SourceText line : lines(first, rest)) {
        blocks.add(new Paragraph(line));
      }
    }
  }

  /**
   * The bold words that a paragraph begins with if they close with a full stop or a question mark
   * and head all that it says: "**Conditions.** A small room without a window."
   */
  private @Nullable Node runInHeading(Node paragraph) {
    Node first = paragraph.getFirstChild();
    if (!(first instanceof StrongEmphasis)
        || !(first.getNext() instanceof Text behind)
        || !behind.getLiteral().startsWith(" ")
        || behind.getLiteral().isBlank()) {
      return null;
    }
    for (Node node = first.getNext(); node != null; node = node.getNext()) {
      if (isLeadIn(node)) {
        return null;
      }
    }
    String words = inline(first, first.getNext()).text();
    boolean closed = words.endsWith("?") || (words.endsWith(".") && !words.endsWith(".."));
    return closed
            && HeadingText.isPossible(runInText(first).text())
            && HeadingText.words(words).size() <= MAX_LEAD_IN_WORDS
        ? first
        : null;
  }

  private SourceText runInText(Node run) {
    SourceText text = inline(run, run.getNext());
    return text.text().endsWith(".") ? text.slice(0, text.length() - 1) : text;
  }

  // ---- rows

  /**
   * Whether each line of a paragraph is a row of as many cells, parted by bars: a table whose line
   * below the headings is missing or has too few columns.
   */
  private boolean isRows(org.commonmark.node.Paragraph paragraph) {
    if (!(paragraph.getFirstChild() instanceof Text text) || text.getLiteral().indexOf('|') < 0) {
      return false;
    }
    List<List<SourceText>> rows = cellsOfLines(paragraph);
    return rows.size() > 1
        && rows.getFirst().size() > 2
        && rows.stream().allMatch(row -> row.size() == rows.getFirst().size());
  }

  private void rows(Node paragraph) {
    List<List<SourceText>> rows = cellsOfLines(paragraph);
    var grid = new TableGrid();
    int columns = rows.getFirst().size();
    boolean headed = !TableHeader.holdsAmount(texts(rows.getFirst()));
    if (!headed && columnNames.size() == columns) {
      row(columnNames, true, grid);
    }
    for (int i = 0; i < rows.size(); i++) {
      row(rows.get(i), headed && i == 0, grid);
    }
    blocks.addAll(grid.blocks(""));
  }

  private static void row(List<SourceText> cells, boolean header, TableGrid grid) {
    int line = cells.stream().filter(cell -> !cell.isEmpty()).findFirst().orElseThrow().line();
    grid.row();
    cells.forEach(cell -> grid.cell(cell, header, 1, 1, line));
  }

  /**
   * The lines of a paragraph that hold words, each taken apart at its bars as it is written: marks
   * of two rows, such as their asterisks, do not belong together.
   */
  private List<List<SourceText>> cellsOfLines(Node paragraph) {
    List<List<SourceText>> rows = new ArrayList<>();
    for (SourceSpan span : paragraph.getSourceSpans()) {
      String line = source.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
      if (!isSeparator(line)) {
        rows.add(cellsOf(line, span.getLineIndex() + 1 + skipped));
      }
    }
    return rows;
  }

  /** What stands between the bars of a line, without what it has outside of the outer ones. */
  private List<SourceText> cellsOf(String line, int number) {
    String row = closed(line);
    List<SourceText> cells = new ArrayList<>();
    int from = row.startsWith("|") ? 1 : 0;
    for (int bar = row.indexOf('|', from); bar >= 0; bar = row.indexOf('|', from)) {
      String cell = row.substring(from, bar).strip();
      Node only = PARSER.parse(cell).getFirstChild();
      boolean marked = only instanceof org.commonmark.node.Paragraph && only.getNext() == null;
      cells.add(SourceText.of(marked ? inline(only).text() : cell, number));
      from = bar + 1;
    }
    return cells;
  }

  private static List<String> texts(List<SourceText> cells) {
    return cells.stream().map(SourceText::text).toList();
  }

  // ---- definitions

  /** Whether lines of a paragraph begin with a colon: a term, then ": " and what it means. */
  private static boolean isDefinition(Node paragraph) {
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      if (beginsDefinition(node)) {
        return true;
      }
    }
    return false;
  }

  private static boolean beginsDefinition(Node node) {
    boolean first = node.getPrevious() == null || node.getPrevious() instanceof SoftLineBreak;
    return first && node instanceof Text text && text.getLiteral().startsWith(": ");
  }

  private void definitions(Node paragraph) {
    SourceText term = SourceText.EMPTY;
    List<SourceText> meanings = new ArrayList<>();
    Node node = paragraph.getFirstChild();
    while (node != null) {
      Node end = node.getNext();
      while (end != null && !beginsDefinition(end)) {
        end = end.getNext();
      }
      SourceText part = inline(node, end);
      if (beginsDefinition(node)) {
        meanings.add(part.from(1));
      } else {
        term = HeadingText.trimmed(part);
      }
      node = end;
    }
    if (definitionsEnd != blocks.size()) {
      definitionsBehindList = !blocks.isEmpty() && blocks.getLast() instanceof Bullet;
    }
    if (meanings.size() == 1 && !term.isEmpty()) {
      String separator = term.text().endsWith("?") ? " " : ": ";
      SourceText whole = term.plus(separator, meanings.getFirst());
      blocks.add(definitionsBehindList ? new Paragraph(whole) : new Bullet(0, Mark.POINT, whole));
      definitionsEnd = blocks.size();
      return;
    }
    if (!term.isEmpty()) {
      blocks.add(new Bullet(0, Mark.POINT, term.plus(":", SourceText.EMPTY)));
    }
    for (SourceText meaning : meanings) {
      blocks.add(new Bullet(term.isEmpty() ? 0 : 1, Mark.POINT, meaning));
    }
    definitionsEnd = blocks.size();
  }

  // ---- lines

  /**
   * A paragraph with hard line breaks is several when each of its lines stands for itself, and so
   * is one in which bold words name what the next sentences are about.
   */
  private List<SourceText> lines(@Nullable Node first, SourceText whole) {
    if (first == null) {
      return List.of(whole);
    }
    List<SourceText> lines = new ArrayList<>();
    Node start = first;
    boolean split = false;
    for (Node node = start; node != null; node = node.getNext()) {
      if (node instanceof HardLineBreak || isLeadIn(node) || isLabelledLine(start, node)) {
        add(inline(start, node), lines);
        start = node;
        split = true;
      }
    }
    if (!split) {
      return List.of(whole);
    }
    add(inline(start, null), lines);
    return lines;
  }

  /** Whether a line begins with bold words, as the first one does: each is labelled by them. */
  private static boolean isLabelledLine(Node first, Node node) {
    return first instanceof StrongEmphasis
        && node instanceof StrongEmphasis
        && node.getPrevious() instanceof SoftLineBreak;
  }

  private boolean isLeadIn(Node node) {
    Node before = node.getPrevious();
    if (before instanceof SoftLineBreak) {
      before = before.getPrevious();
    }
    if (!(node instanceof StrongEmphasis) || !(before instanceof Text text)) {
      return false;
    }
    String words = inline(node).text();
    String sentence = text.getLiteral().strip();
    return (words.endsWith(".") || words.endsWith(":"))
        && (sentence.endsWith(".") || sentence.endsWith("!") || sentence.endsWith("?"))
        && HeadingText.words(words).size() <= MAX_LEAD_IN_WORDS;
  }

  private static void add(SourceText line, List<SourceText> lines) {
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }

  private void lines(String literal, int firstLine, int depth) {
    int line = firstLine;
    for (String words : literal.split("\n", -1)) {
      SourceText text = SourceText.of(words, line);
      if (!text.isEmpty()) {
        blocks.add(depth >= 0 ? new Bullet(depth + 1, Mark.NONE, text) : new Paragraph(text));
      }
      line++;
    }
  }

  private void table(TableBlock table) {
    var grid = new TableGrid();
    Node first = table.getFirstChild() == null ? null : table.getFirstChild().getFirstChild();
    boolean headed = first == null || !TableHeader.holdsAmount(cells(first));
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        grid.row();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          boolean header = headed && cell instanceof TableCell tableCell && tableCell.isHeader();
          SourceText text = inline(cell);
          grid.cell(text.isEmpty() ? SourceText.of("", line(row)) : text, header, 1, 1, line(row));
        }
      }
    }
    blocks.addAll(grid.blocks(""));
  }

  private List<String> cells(Node row) {
    List<String> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells.add(inline(cell).text());
    }
    return cells;
  }

  /** A list of links into the page or to other pages, without words of its own. */
  private boolean isNavigation(ListBlock list) {
    int items = 0;
    boolean inPage = false;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Node only = item.getFirstChild();
      if (!(only instanceof org.commonmark.node.Paragraph) || only.getNext() != null) {
        return false;
      }
      if (!isLinksOnly(only)) {
        return false;
      }
      inPage |= only.getFirstChild() instanceof Link link && link.getDestination().startsWith("#");
      items++;
    }
    return items > 1 || inPage;
  }

  private static boolean isLinksOnly(Node paragraph) {
    boolean link = false;
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Link _ -> link = true;
        case Image _, SoftLineBreak _, HardLineBreak _ -> {}
        case Text text when isSeparator(text.getLiteral()) -> {}
        default -> {
          return false;
        }
      }
    }
    return link;
  }

  private static boolean isSeparator(String literal) {
    return literal.chars().noneMatch(Character::isLetterOrDigit);
  }

  private static boolean isBoldAlone(Node paragraph) {
    Node only = paragraph.getFirstChild();
    if (!(only instanceof StrongEmphasis)) {
      return false;
    }
    Node next = only.getNext();
    return next == null
        || (next.getNext() == null
            && next instanceof Text text
            && text.getLiteral().strip().equals(":"));
  }

  /** Without the box of a task list. */
  private static SourceText withoutTask(SourceText text) {
    String words = text.text();
    boolean task = words.startsWith("[ ] ") || words.startsWith("[x] ") || words.startsWith("[X] ");
    return task ? text.from(4) : text;
  }

  private SourceText inline(Node block) {
    return inline(block.getFirstChild(), null);
  }

  /** The words from one node to another of the same parent, without marks of footnotes. */
  private SourceText inline(@Nullable Node start, @Nullable Node end) {
    var text = new SourceText.Builder();
    for (Node node = start; node != null && !node.equals(end); node = node.getNext()) {
      Node close = closeOfMark(node, text.words());
      if (close == null) {
        append(node, text);
      } else {
        node = close;
      }
    }
    return withoutReferences(text.build());
  }

  /** Where a footnote's mark set high ends that begins here, or null. */
  private static @Nullable Node closeOfMark(Node open, String before) {
    if (!(open instanceof HtmlInline html) || !html.getLiteral().startsWith("<sup")) {
      return null;
    }
    var sign = new StringBuilder();
    for (Node node = open.getNext(); node != null; node = node.getNext()) {
      switch (node) {
        case Text text -> sign.append(text.getLiteral());
        case HtmlInline close when close.getLiteral().startsWith("</sup") -> {
          return Footnotes.isMark(before, sign.toString()) ? close : null;
        }
        default -> {}
      }
    }
    return null;
  }

  /** Without the marks of Markdown's own footnotes: "[^1]". */
  private static SourceText withoutReferences(SourceText text) {
    if (!text.text().contains("[^")) {
      return text;
    }
    Matcher mark = REFERENCE.matcher(text.text());
    var rest = new SourceText.Builder();
    int from = 0;
    while (mark.find()) {
      rest.append(text.slice(from, mark.start()));
      from = mark.end();
      if (from < text.length() && text.text().charAt(from) == ' ') {
        rest.space();
      }
    }
    return rest.append(text.from(from)).build();
  }

  private void append(Node node, SourceText.Builder out) {
    switch (node) {
      case Text text -> out.append(text.getLiteral(), line(text));
      case Code code -> out.append(code.getLiteral(), line(code));
      case SoftLineBreak _, HardLineBreak _ -> out.space();
      case HtmlInline html -> {
        if (html.getLiteral().startsWith("<br")) {
          out.space();
        }
      }
      case Image _ -> {}
      default -> {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
          append(child, out);
        }
      }
    }
  }

  private int line(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      var spans = at.getSourceSpans();
      if (!spans.isEmpty()) {
        return spans.getFirst().getLineIndex() + 1 + skipped;
      }
    }
    return 1 + skipped;
  }
}
