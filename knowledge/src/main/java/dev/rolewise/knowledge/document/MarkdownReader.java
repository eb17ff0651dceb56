package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Mark;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
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
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads Markdown with tables and front matter. */
final class MarkdownReader {
  /** Deeper nesting is read as if it stood at this depth. */
  private static final int MAX_DEPTH = 50;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(MAX_DEPTH)
          .maxInlineNesting(MAX_DEPTH)
          .build();

  private final List<Block> blocks = new ArrayList<>();

  /** Lines that stand before the text given to the parser. */
  private final int skipped;

  private int headingLevel;

  private MarkdownReader(int skipped) {
    this.skipped = skipped;
  }

  /** Reads a text whose lines end in {@code \n}. */
  static Content read(String text) {
    FrontMatter frontMatter = FrontMatter.of(text);
    String body = text.substring(frontMatter.end(text));
    var reader = new MarkdownReader(frontMatter.lines());
    reader.children(PARSER.parse(body), -1);
    boolean marked = reader.blocks.stream().anyMatch(Heading.class::isInstance);
    List<Block> blocks =
        marked ? reader.blocks : PlainTextReader.blocks(body, frontMatter.lines() + 1);
    return new Content(frontMatter, "", blocks);
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
    } else if (isBoldAlone(paragraph) && HeadingText.isPossible(text.text())) {
      blocks.add(new Heading(HeadingText.levelOfBold(headingLevel), HeadingText.trimmed(text)));
    } else {
      for (SourceText line : lines(paragraph, text)) {
        blocks.add(new Paragraph(line));
      }
    }
  }

  /** A paragraph with hard line breaks is several when each of its lines stands for itself. */
  private List<SourceText> lines(org.commonmark.node.Paragraph paragraph, SourceText whole) {
    boolean broken = false;
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      broken |= node instanceof HardLineBreak;
    }
    if (!broken) {
      return List.of(whole);
    }
    List<SourceText> lines = new ArrayList<>();
    var line = new SourceText.Builder();
    for (Node node = paragraph.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof HardLineBreak) {
        add(line.build(), lines);
        line = new SourceText.Builder();
      } else {
        append(node, line);
      }
    }
    add(line.build(), lines);
    return lines;
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
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        grid.row();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          boolean header = cell instanceof TableCell tableCell && tableCell.isHeader();
          SourceText text = inline(cell);
          grid.cell(text.isEmpty() ? SourceText.of("", line(row)) : text, header, 1, 1, line(row));
        }
      }
    }
    blocks.addAll(grid.blocks(""));
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
    var text = new SourceText.Builder();
    for (Node node = block.getFirstChild(); node != null; node = node.getNext()) {
      append(node, text);
    }
    return text.build();
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
