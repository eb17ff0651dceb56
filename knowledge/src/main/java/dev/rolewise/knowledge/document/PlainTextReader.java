package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Mark;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads text without markup: finds headings, lists and tables by how lines look. */
final class PlainTextReader {
  private static final int TITLE = 1;
  private static final int SECTION = 2;

  /** So many main parts make the other common names parts of them. */
  private static final int MANY_MAIN_PARTS = 4;

  /** So many short lines in a row are a list without marks rather than headings. */
  private static final int MARKLESS_LIST = 4;

  /** Last words of the captions copying leaves of pictures. */
  private static final Set<String> PICTURES =
      Set.of("image", "photo", "picture", "logo", "icon", "thumbnail", "illustration");

  private static final Set<String> PICTURE_KINDS =
      Set.of(
          "",
          "first",
          "second",
          "third",
          "fourth",
          "fifth",
          "sixth",
          "last",
          "hero",
          "cover",
          "banner",
          "header",
          "main",
          "featured",
          "site",
          "company",
          "profile",
          "article");

  /** Lines copying leaves of the page around the text. */
  private static final Set<String> PAGE_WORDS =
      Set.of(
          "home",
          "menu",
          "skip to content",
          "skip to main content",
          "skip to navigation",
          "share",
          "print",
          "login",
          "log in",
          "sign in",
          "sign up",
          "search",
          "subscribe",
          "advertisement",
          "back to top",
          "top",
          "read more",
          "learn more",
          "share this page",
          "previous",
          "next",
          "close",
          "cookie settings",
          "accept all cookies");

  /** So many common names of parts in a row are a table of contents. */
  private static final int CONTENTS = 4;

  /** Longer lines are no items of a list without marks, in characters. */
  private static final int MAX_ITEM = 200;

  /** A line as it looks. */
  private static final class Line {
    final int number;
    final int indent;
    final Mark mark;

    /** Level asked for by hash signs or underlining, or 0. */
    int level;

    /** Words without the mark. */
    SourceText text;

    boolean blankBefore;
    final boolean hasCells;
    boolean heading;

    /** Its words with those of the lines that continue it, while lines are being read. */
    private SourceText.@Nullable Builder extended;

    Line(int number, int indent, Mark mark, SourceText text, boolean blankBefore) {
      this.number = number;
      this.indent = indent;
      this.mark = mark;
      this.text = text;
      this.blankBefore = blankBefore;
      this.hasCells = text.text().contains(CELL.strip());
    }

    /** Takes the words of the line below as its own. */
    void extend(Line below) {
      if (extended == null) {
        extended = new SourceText.Builder().append(text);
      }
      extended.space().append(below.text);
    }

    char lastChar() {
      return extended == null ? text.text().charAt(text.length() - 1) : extended.last();
    }

    void close() {
      if (extended != null) {
        text = extended.build();
        extended = null;
      }
    }

    boolean isItem() {
      return mark != Mark.NONE;
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();

  private PlainTextReader() {}

  /** Reads a text whose lines end in {@code \n}. */
  static Content read(String text) {
    FrontMatter frontMatter = FrontMatter.of(text);
    String body = text.substring(frontMatter.end(text));
    return new Content(frontMatter, "", blocks(body, frontMatter.lines() + 1));
  }

  /** Reads a text that begins in this line of its file. */
  static List<Block> blocks(String text, int firstLine) {
    var reader = new PlainTextReader();
    reader.scan(text, firstLine);
    reader.markHeadings();
    reader.write();
    return reader.blocks;
  }

  // ---- lines

  private void scan(String text, int firstLine) {
    int width = wrapWidth(text);
    boolean blank = true;
    int number = firstLine;
    int rawLength = 0;
    int start = 0;
    while (start <= text.length()) {
      int feed = text.indexOf('\n', start);
      String raw = text.substring(start, feed < 0 ? text.length() : feed);
      start = feed < 0 ? text.length() + 1 : feed + 1;
      if (raw.isBlank()) {
        blank = true;
      } else if (!isUnderline(raw)) {
        Line line = line(raw, number, blank);
        if (!line.text.isEmpty() && !isFurniture(line.text.text())) {
          if (!lines.isEmpty() && !blank && continues(lines.getLast(), rawLength, line, width)) {
            lines.getLast().extend(line);
          } else {
            lines.add(line);
          }
          blank = false;
          rawLength = raw.stripTrailing().length();
        }
      } else if (!lines.isEmpty() && !blank && lines.getLast().number == number - 1) {
        lines.getLast().level = raw.strip().charAt(0) == '=' ? TITLE : SECTION;
        blank = true;
      }
      number++;
    }
    lines.forEach(Line::close);
  }

  private static Line line(String raw, int number, boolean blank) {
    int at = 0;
    int indent = 0;
    while (at < raw.length()
        && (raw.charAt(at) == ' ' || raw.charAt(at) == '\t' || raw.charAt(at) == '\u00a0')) {
      indent += raw.charAt(at) == '\t' ? 4 : 1;
      at++;
    }
    int hashes = at;
    while (hashes < raw.length() && raw.charAt(hashes) == '#') {
      hashes++;
    }
    if (hashes > at && hashes - at <= 6 && hashes < raw.length() && raw.charAt(hashes) == ' ') {
      var line =
          new Line(number, indent, Mark.NONE, SourceText.of(raw.substring(hashes), number), blank);
      line.level = hashes - at;
      return line;
    }
    int afterPoint = pointEnd(raw, at);
    if (afterPoint > at) {
      return new Line(number, indent, Mark.POINT, plain(raw, afterPoint, number), blank);
    }
    int afterNumber = numberEnd(raw, at);
    if (afterNumber > at) {
      return new Line(number, indent, Mark.NUMBER, plain(raw, afterNumber, number), blank);
    }
    return new Line(number, indent, Mark.NONE, plain(raw, at, number), blank);
  }

  /** The rest of a line; cells stay apart, bold marks go. */
  private static SourceText plain(String raw, int from, int number) {
    String rest = raw.substring(from);
    if (rest.contains("**")) {
      rest = rest.replace("**", "");
    }
    return SourceText.of(cells(rest), number);
  }

  /** Cells that are set apart by tabs or three and more blanks. */
  private static String cells(String rest) {
    String stripped = rest.strip();
    if (stripped.indexOf('\t') < 0 && !stripped.contains("   ")) {
      return stripped;
    }
    var joined = new StringBuilder();
    int i = 0;
    while (i < stripped.length()) {
      int end = i;
      boolean tab = false;
      while (end < stripped.length() && Character.isWhitespace(stripped.charAt(end))) {
        tab |= stripped.charAt(end) == '\t';
        end++;
      }
      if (end > i) {
        joined.append(tab || end - i >= 3 ? CELL : " ");
        i = end;
      } else {
        joined.append(stripped.charAt(i++));
      }
    }
    return joined.toString();
  }

  /** Stands between cells until lines are written. */
  private static final String CELL = " \u241f ";

  private static int pointEnd(String raw, int at) {
    if (at >= raw.length()) {
      return at;
    }
    char c = raw.charAt(at);
    boolean strong =
        "\u2022\u25aa\u25e6\u00b7\u25ba\u2023\u25cf\u25cb\u25a0\u25a1\u2713\u2714\u27a2\u2192\u2219\u25b8\u25b6\u2043\u25ab\uf0b7\u2756"
                .indexOf(c)
            >= 0;
    boolean weak = c == '-' || c == '*' || c == '\u2013' || c == '\u2014' || c == '+' || c == 'o';
    int after = at + 1;
    if (!strong && (!weak || after >= raw.length() || !isBlank(raw.charAt(after)))) {
      return at;
    }
    while (after < raw.length() && isBlank(raw.charAt(after))) {
      after++;
    }
    return after < raw.length() ? after : at;
  }

  private static int numberEnd(String raw, int at) {
    int i = at;
    if (i < raw.length() && raw.charAt(i) == '(') {
      i++;
    }
    int digits = i;
    while (i < raw.length() && i - digits < 3 && Character.isDigit(raw.charAt(i))) {
      i++;
    }
    if (i == digits && i < raw.length() && Character.isLowerCase(raw.charAt(i))) {
      i++;
      if (i >= raw.length() || raw.charAt(i) != ')') {
        return at;
      }
    }
    if (i == digits || i + 1 >= raw.length()) {
      return at;
    }
    char stop = raw.charAt(i);
    if ((stop != '.' && stop != ')') || !isBlank(raw.charAt(i + 1))) {
      return at;
    }
    i++;
    while (i < raw.length() && isBlank(raw.charAt(i))) {
      i++;
    }
    return i < raw.length() ? i : at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0';
  }

  private static boolean isUnderline(String raw) {
    String line = raw.strip();
    if (line.length() < 3 || "=-_*~".indexOf(line.charAt(0)) < 0) {
      return false;
    }
    for (int i = 1; i < line.length(); i++) {
      if (line.charAt(i) != line.charAt(0) && line.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  /** The width lines were wrapped at, or 0 if a line is a paragraph. */
  private static int wrapWidth(String text) {
    int longest = 0;
    int near = 0;
    for (int pass = 0; pass < 2; pass++) {
      int length = 0;
      for (int i = 0; i <= text.length(); i++) {
        if (i == text.length() || text.charAt(i) == '\n') {
          if (pass == 0) {
            longest = Math.max(longest, length);
          } else if (length > longest - 20) {
            near++;
          }
          length = 0;
        } else {
          length++;
        }
      }
    }
    return longest >= 40 && longest <= 125 && near >= 3 ? longest : 0;
  }

  /** Whether a line goes on with the sentence of the line above it. */
  private static boolean continues(Line last, int lastLength, Line line, int width) {
    if (line.isItem() || line.level > 0 || last.level > 0) {
      return false;
    }
    String words = line.text.text();
    if (last.hasCells || line.hasCells) {
      return false;
    }
    char end = last.lastChar();
    boolean open = Character.isLetterOrDigit(end) || end == ',' || end == '-' || end == '(';
    if (Character.isLowerCase(words.charAt(0)) && open) {
      return true;
    }
    int space = words.indexOf(' ');
    int firstWord = space < 0 ? words.length() : space;
    boolean full = width > 0 && lastLength + 1 + firstWord > width - 6;
    if (full) {
      return true;
    }
    return width > 0
        && last.isItem()
        && line.indent > last.indent
        && !HeadingText.isPossible(words);
  }

  /** Captions of pictures and parts of a page around the text, as copying a page leaves them. */
  private static boolean isFurniture(String text) {
    if (text.length() > 40) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("logo") && text.length() > 4 && Character.isUpperCase(text.charAt(4))) {
      return true;
    }
    int space = lower.lastIndexOf(' ');
    String last = lower.substring(space + 1);
    if (space > 0 && !last.isEmpty() && last.chars().allMatch(Character::isDigit)) {
      lower = lower.substring(0, space);
      space = lower.lastIndexOf(' ');
      last = lower.substring(space + 1);
    }
    String before = space < 0 ? "" : lower.substring(0, space);
    boolean picture = PICTURES.contains(last);
    return (picture && (PICTURE_KINDS.contains(before) || last.equals("logo")))
        || PAGE_WORDS.contains(lower);
  }

  // ---- headings

  private void markHeadings() {
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).heading = looksLikeHeading(i);
    }
    dropContents();
    int run = 0;
    for (int i = 0; i <= lines.size(); i++) {
      boolean label = i < lines.size() && isPlainLabel(i);
      if (label) {
        run++;
        continue;
      }
      if (run >= MARKLESS_LIST) {
        demote(i - run, i, i < lines.size() ? lines.get(i) : null);
      }
      run = 0;
    }
  }

  /** Drops tables of contents: common names of parts, one below the other, with nothing in them. */
  private void dropContents() {
    int run = 0;
    for (int i = 0; i <= lines.size(); i++) {
      Line line = i < lines.size() ? lines.get(i) : null;
      if (line != null
          && line.heading
          && line.level == 0
          && HeadingText.isCommon(line.text.text())) {
        run++;
        continue;
      }
      if (run >= CONTENTS) {
        lines.subList(i - run, i).clear();
        i -= run;
      }
      run = 0;
    }
  }

  /** A heading by its looks alone, neither asked for nor of a common name. */
  private boolean isPlainLabel(int i) {
    Line line = lines.get(i);
    if (!line.heading || line.level > 0 || HeadingText.isCommon(line.text.text())) {
      return false;
    }
    boolean repeats = i > 0 && sameWords(lines.get(i - 1), line);
    return !repeats && (i + 1 == lines.size() || !sameWords(lines.get(i + 1), line));
  }

  /** Turns lines into items of a list, but for what heads them and what heads the next text. */
  private void demote(int from, int to, @Nullable Line next) {
    int last = next == null || next.heading ? to : to - 1;
    int first = from == 0 || !lines.get(from - 1).heading ? from + 1 : from;
    for (int i = first; i < last; i++) {
      Line old = lines.get(i);
      lines.set(i, new Line(old.number, old.indent, Mark.POINT, old.text, old.blankBefore));
    }
  }

  private boolean looksLikeHeading(int i) {
    Line line = lines.get(i);
    String text = line.text.text();
    if (line.level > 0) {
      return true;
    }
    Line next = i + 1 < lines.size() ? lines.get(i + 1) : null;
    if (line.isItem()) {
      return false;
    }
    if (!HeadingText.isPossible(text) || next == null || text.contains(CELL.strip())) {
      return false;
    }
    if (Character.isLowerCase(text.charAt(0)) || text.indexOf('|') >= 0 || text.indexOf('@') >= 0) {
      return false;
    }
    if (hasAmount(text)) {
      return false;
    }
    if (HeadingText.isCommon(text)) {
      return true;
    }
    boolean colon = text.endsWith(":");
    int inner = text.indexOf(": ");
    if (inner > 0 && i > 0) {
      return false;
    }
    if (HeadingText.isTitleCase(text)) {
      return HeadingText.words(text).size() <= 10 || next.isItem();
    }
    if (colon || text.endsWith("?")) {
      return text.endsWith("?") && (line.blankBefore || next.blankBefore);
    }
    boolean shortEnough = HeadingText.words(text).size() <= 8;
    return shortEnough && (next.isItem() || (line.blankBefore && next.blankBefore));
  }

  private static boolean hasAmount(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("$\u00a3\u20ac%\u00a5\u20b9".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  // ---- blocks

  private void write() {
    int mainParts = 0;
    boolean asked = false;
    for (Line line : lines) {
      if (line.heading && HeadingText.isMain(line.text.text())) {
        mainParts++;
      }
      asked |= line.level > 0;
    }
    int level = 0;
    boolean structured = false;
    List<Integer> indents = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.heading) {
        indents.clear();
        if (i > 0 && lines.get(i - 1).heading && sameWords(lines.get(i - 1), line)) {
          continue;
        }
        int below = i + 1;
        while (below < lines.size()
            && lines.get(below).heading
            && sameWords(lines.get(below), line)) {
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
        } else if (isSection(line, mainParts, false) || (level < SECTION && mainParts == 0)) {
          level = SECTION;
          structured = false;
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

  private static boolean isSection(Line line, int mainParts, boolean asked) {
    if (asked) {
      return line.level > 0;
    }
    String text = line.text.text();
    if (HeadingText.isMain(text)) {
      return true;
    }
    return mainParts < MANY_MAIN_PARTS && HeadingText.isCommon(text);
  }

  private static boolean sameWords(Line one, Line other) {
    return one.text.text().equalsIgnoreCase(other.text.text());
  }

  /** Writes an item; returns the index of the last line it took. */
  private int item(int i, int level, List<Integer> indents) {
    Line line = lines.get(i);
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

  /** A numbered label over bullets that are not set in deeper heads them. */
  private boolean isNumberedHeading(int i) {
    Line line = lines.get(i);
    if (line.mark != Mark.NUMBER || i + 1 >= lines.size()) {
      return false;
    }
    Line next = lines.get(i + 1);
    String text = line.text.text();
    return next.mark == Mark.POINT
        && next.indent <= line.indent
        && HeadingText.isPossible(text)
        && text.indexOf(": ") < 0
        && HeadingText.words(text).size() <= 8
        && !hasAmount(text);
  }

  /** Writes running text or a table; returns the index of the last line it took. */
  private int text(int i) {
    int columns = columns(lines.get(i));
    int end = i + 1;
    while (columns > 1 && end < lines.size() && columns(lines.get(end)) == columns) {
      end++;
    }
    if (columns > 1 && (end - i > 1 || lines.get(i).hasCells)) {
      var grid = new TableGrid();
      for (Line line : lines.subList(i, end)) {
        grid.row();
        for (String cell : split(line)) {
          grid.cell(SourceText.of(cell, line.number), false, 1, 1, line.number);
        }
      }
      blocks.addAll(grid.blocks(""));
      return end - 1;
    }
    blocks.add(new Paragraph(folded(lines.get(i).text)));
    return lines.get(i).text.text().endsWith(":") ? itemsWithoutMarks(i) : i;
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
    for (Line line : lines.subList(introduction + 1, end)) {
      blocks.add(new Bullet(0, Mark.POINT, line.text));
    }
    return end - 1;
  }

  private static boolean isItemWithoutMark(Line line, boolean first) {
    String text = line.text.text();
    return !line.heading
        && !line.isItem()
        && !line.hasCells
        && (first || !line.blankBefore)
        && text.length() <= MAX_ITEM
        && ".:!?".indexOf(text.charAt(text.length() - 1)) < 0;
  }

  private static int columns(Line line) {
    return line.heading || line.isItem() ? 0 : split(line).size();
  }

  private static List<String> split(Line line) {
    String text = line.text.text();
    String separator = text.contains(CELL.strip()) ? CELL.strip() : "|";
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
    if (!text.text().contains(CELL.strip())) {
      return text;
    }
    return text.withText(SourceText.of(text.text().replace(CELL, " "), 1).text());
  }
}
