package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Mark;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Reads the text of PDF files; a line is the number of the line of text, counted through all pages.
 */
final class PdfReader {
  /** A larger file is refused without being read. */
  private static final long MAX_BYTES = 50L * 1024 * 1024;

  private static final int MAX_PAGES = 500;

  /** A heading is at least so many times as large as the text. */
  private static final float HEADING_RATIO = 1.12f;

  private static final int MAX_LEVELS = 4;

  /** A line of text as it is printed. */
  private record Line(int number, String text, float size, boolean bold, float left, float gap) {}

  private final List<Line> lines = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  private PdfReader() {}

  static Content read(Path path) throws IOException, UnreadableException {
    long size = Files.size(path);
    if (size == 0) {
      throw new UnreadableException("is empty");
    }
    if (size > MAX_BYTES) {
      throw new UnreadableException(
          "must be at most 50 MB, got " + (size + 1024 * 1024 - 1) / (1024 * 1024) + " MB");
    }
    var reader = new PdfReader();
    try (PDDocument document =
        Loader.loadPDF(path.toFile(), IOUtils.createMemoryOnlyStreamCache())) {
      if (document.getNumberOfPages() > MAX_PAGES) {
        throw new UnreadableException(
            "must have at most " + MAX_PAGES + " pages, got " + document.getNumberOfPages());
      }
      reader.new Collector().writeText(document, new StringWriter());
    } catch (InvalidPasswordException _) {
      throw new UnreadableException("must be readable without a password");
    } catch (IOException e) {
      throw new UnreadableException("is damaged or no PDF file");
    }
    if (reader.lines.isEmpty()) {
      throw new UnreadableException("holds no text, only pictures or empty pages");
    }
    reader.write();
    return Content.of(reader.blocks);
  }

  /** Collects lines with the size and weight of their letters. */
  private final class Collector extends PDFTextStripper {
    private final StringBuilder words = new StringBuilder();
    private float size;
    private float left;
    private float top;
    private float lastTop;
    private boolean bold = true;
    private int number;

    Collector() {
      setSortByPosition(true);
      setLineSeparator("\n");
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
      if (words.isEmpty() && !positions.isEmpty()) {
        left = positions.getFirst().getXDirAdj();
        top = positions.getFirst().getYDirAdj();
        size = 0;
        bold = true;
      }
      for (TextPosition position : positions) {
        if (position.getUnicode().isBlank()) {
          continue;
        }
        size = Math.max(size, position.getFontSizeInPt());
        String font = position.getFont().getName();
        bold &= font != null && isBold(font.toLowerCase(Locale.ROOT));
      }
      words.append(text);
    }

    @Override
    protected void writeWordSeparator() {
      words.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
      end();
    }

    @Override
    protected void writePageEnd() {
      end();
      lastTop = 0;
    }

    private void end() {
      String text = words.toString().strip();
      words.setLength(0);
      if (!text.isEmpty()) {
        number++;
        float gap = lastTop == 0 ? 0 : top - lastTop;
        lines.add(new Line(number, text, size, bold, left, gap));
        lastTop = top;
      }
    }

    private static boolean isBold(String font) {
      return font.contains("bold") || font.contains("black") || font.contains("heavy");
    }
  }

  // ---- blocks

  private void write() {
    float textSize = textSize();
    float lineHeight = lineHeight(textSize);
    List<Float> sizes = headingSizes(textSize);
    List<Float> indents = new ArrayList<>();
    Line last = null;
    for (Line line : lines) {
      if (isPageNumber(line.text())) {
        continue;
      }
      int level = headingLevel(line, textSize, sizes);
      int mark = markEnd(line.text());
      if (level > 0) {
        boolean goesOn =
            last != null
                && blocks.getLast() instanceof Heading heading
                && heading.level() == level
                && line.gap() > 0
                && line.gap() < line.size() * 1.6f
                && heading.text().length() > 30;
        if (goesOn && blocks.removeLast() instanceof Heading heading) {
          blocks.add(
              new Heading(
                  level, heading.text().plus(" ", SourceText.of(line.text(), line.number()))));
        } else {
          SourceText text = SourceText.of(line.text(), line.number());
          blocks.add(new Heading(level, HeadingText.trimmed(text)));
        }
        indents.clear();
      } else if (mark > 0) {
        while (!indents.isEmpty() && indents.getLast() > line.left() + 3) {
          indents.removeLast();
        }
        if (indents.isEmpty() || indents.getLast() < line.left() - 3) {
          indents.add(line.left());
        }
        boolean number = Character.isDigit(line.text().charAt(0));
        SourceText text = SourceText.of(line.text().substring(mark), line.number());
        blocks.add(new Bullet(indents.size() - 1, number ? Mark.NUMBER : Mark.POINT, text));
      } else if (last != null && continues(last, line, lineHeight)) {
        append(SourceText.of(line.text(), line.number()));
      } else {
        indents.clear();
        blocks.add(new Paragraph(SourceText.of(line.text(), line.number())));
      }
      last = line;
    }
  }

  private void append(SourceText text) {
    switch (blocks.removeLast()) {
      case Paragraph(var before) -> blocks.add(new Paragraph(joined(before, text)));
      case Bullet bullet -> blocks.add(bullet.withText(joined(bullet.text(), text)));
      case Heading heading -> {
        blocks.add(heading);
        blocks.add(new Paragraph(text));
      }
      case Block.Table table -> {
        blocks.add(table);
        blocks.add(new Paragraph(text));
      }
    }
  }

  /** Joins lines; a word parted at its hyphen keeps it, as nobody can tell whose it is. */
  private static SourceText joined(SourceText before, SourceText text) {
    String words = before.text();
    boolean parted =
        words.length() > 2
            && words.endsWith("-")
            && Character.isLowerCase(words.charAt(words.length() - 2))
            && Character.isLowerCase(text.text().charAt(0));
    return parted ? before.plus("", text) : before.plus(" ", text);
  }

  private boolean continues(Line last, Line line, float lineHeight) {
    if (blocks.isEmpty() || blocks.getLast() instanceof Heading) {
      return false;
    }
    char end = last.text().charAt(last.text().length() - 1);
    boolean sentenceOpen = Character.isLetterOrDigit(end) || end == ',' || end == '-';
    boolean lower = Character.isLowerCase(line.text().charAt(0));
    if (line.gap() <= 0) {
      // On the next page only an open sentence goes on.
      return sentenceOpen && lower;
    }
    if (line.gap() > lineHeight * 1.35f || Math.abs(line.size() - last.size()) > 0.6f) {
      return false;
    }
    boolean hanging = blocks.getLast() instanceof Bullet && line.left() > last.left() - 3;
    boolean sameEdge = Math.abs(line.left() - last.left()) < 3;
    boolean labelled =
        line.text().indexOf(": ") > 0 && Character.isUpperCase(line.text().charAt(0));
    boolean closed = end == '.' || end == ':' || end == '!' || end == '?';
    if (labelled && (closed || last.text().indexOf(": ") > 0)) {
      return false;
    }
    return lower
        || ((hanging || sameEdge) && last.text().length() > 60)
        || (sentenceOpen && hanging);
  }

  private int headingLevel(Line line, float textSize, List<Float> sizes) {
    String text = line.text();
    if (!HeadingText.isPossible(text) || markEnd(text) > 0) {
      return 0;
    }
    if (line.size() >= textSize * HEADING_RATIO) {
      int at = sizes.indexOf(rounded(line.size()));
      return at < 0 ? MAX_LEVELS : at + 1;
    }
    boolean money = text.indexOf('$') >= 0 || text.indexOf('\u00a3') >= 0;
    return line.bold() && !money && text.indexOf(": ") < 0 ? sizes.size() + 1 : 0;
  }

  /** The size most letters have. */
  private float textSize() {
    Map<Float, Integer> letters = new HashMap<>();
    for (Line line : lines) {
      letters.merge(rounded(line.size()), line.text().length(), Integer::sum);
    }
    float best = 10;
    int most = 0;
    for (var entry : letters.entrySet()) {
      if (entry.getValue() > most) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }

  /** The distance of lines inside a paragraph: the smallest common one. */
  private float lineHeight(float textSize) {
    Map<Float, Integer> gaps = new HashMap<>();
    for (Line line : lines) {
      if (line.gap() > textSize * 0.8f && line.gap() < textSize * 2.2f) {
        gaps.merge(rounded(line.gap()), 1, Integer::sum);
      }
    }
    float best = textSize * 1.25f;
    int most = 1;
    for (var entry : gaps.entrySet()) {
      boolean better =
          entry.getValue() > most || (entry.getValue() == most && entry.getKey() < best);
      if (better) {
        most = entry.getValue();
        best = entry.getKey();
      }
    }
    return best;
  }

  private List<Float> headingSizes(float textSize) {
    var sizes = new TreeSet<Float>();
    for (Line line : lines) {
      if (line.size() >= textSize * HEADING_RATIO && HeadingText.isPossible(line.text())) {
        sizes.add(rounded(line.size()));
      }
    }
    List<Float> largest = new ArrayList<>(sizes.descendingSet());
    return largest.subList(0, Math.min(MAX_LEVELS - 1, largest.size()));
  }

  private static float rounded(float size) {
    return Math.round(size * 2) / 2f;
  }

  private static boolean isPageNumber(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String rest = lower.startsWith("page ") ? lower.substring(5) : lower;
    return !rest.isEmpty()
        && rest.length() <= 10
        && rest.chars().allMatch(c -> Character.isDigit(c) || c == ' ' || c == '/' || c == '-')
        && rest.chars().anyMatch(Character::isDigit)
        && (rest.length() <= 3 || lower.startsWith("page "));
  }

  /** Position behind the mark of an item, or 0. */
  private static int markEnd(String text) {
    char first = text.charAt(0);
    if ("\u2022\u25aa\u25cf\u00b7\u25e6\u2023\u25cb\u25a0\uf0b7".indexOf(first) >= 0
        && text.length() > 1) {
      return 1;
    }
    if ((first == '-' || first == '\u2013' || first == '*') && text.startsWith(" ", 1)) {
      return 2;
    }
    int at = 0;
    while (at < text.length() && at < 3 && Character.isDigit(text.charAt(at))) {
      at++;
    }
    boolean number =
        at > 0
            && at + 1 < text.length()
            && (text.charAt(at) == '.' || text.charAt(at) == ')')
            && text.charAt(at + 1) == ' ';
    return number ? at + 2 : 0;
  }
}
