package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Parts a text without markup into lines and drops what copying left of the page around it. */
final class LineScanner {
  private static final int TITLE = 1;
  private static final int SECTION = 2;

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

  private LineScanner() {}

  /** The lines of a text that begins in this line of its file; wrapped lines are joined. */
  static List<TextLine> lines(String text, int firstLine) {
    List<TextLine> lines = new ArrayList<>();
    int width = wrapWidth(text);
    boolean blank = true;
    int number = firstLine;
    int rawLength = 0;
    String above = "";
    TextColumns columns = null;
    int start = 0;
    while (start <= text.length()) {
      int feed = text.indexOf('\n', start);
      String raw = text.substring(start, feed < 0 ? text.length() : feed);
      start = feed < 0 ? text.length() + 1 : feed + 1;
      TextColumns ruled = TextColumns.find(raw);
      if (raw.isBlank()) {
        blank = true;
        columns = null;
      } else if (ruled != null && !above.isBlank()) {
        if (columns == null && !lines.isEmpty() && lines.getLast().number == number - 1) {
          TextLine head = lines.getLast();
          TextLine row = row(ruled.cells(above), number - 1, head.blankBefore);
          if (row.hasCells) {
            row.headsColumns = true;
            lines.set(lines.size() - 1, row);
          }
        }
        columns = ruled;
      } else if (!isUnderline(raw)) {
        TextLine line = line(raw, number, blank);
        if (columns != null) {
          TextLine row = row(columns.cells(raw), number, blank);
          line = row.hasCells ? row : line;
        }
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
      above = raw;
      number++;
    }
    lines.forEach(TextLine::close);
    return lines;
  }

  /** A line of a table whose columns are known; without words in two of them it has no cells. */
  private static TextLine row(List<String> cells, int number, boolean blank) {
    if (cells.stream().skip(1).allMatch(String::isBlank)) {
      return new TextLine(
          number, 0, Mark.NONE, SourceText.of(String.join("", cells), number), blank);
    }
    // A mark at either end goes when cells are split, so that an empty cell stays one.
    String bar = TextLine.CELL;
    String text = cells.stream().map(String::strip).collect(Collectors.joining(bar, bar, bar));
    return new TextLine(number, 0, Mark.NONE, SourceText.of(text, number), blank);
  }

  private static TextLine line(String raw, int number, boolean blank) {
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
          new TextLine(
              number, indent, Mark.NONE, SourceText.of(raw.substring(hashes), number), blank);
      line.level = hashes - at;
      return line;
    }
    int afterPoint = pointEnd(raw, at);
    if (afterPoint > at) {
      return new TextLine(number, indent, Mark.POINT, plain(raw, afterPoint, number), blank);
    }
    int afterNumber = numberEnd(raw, at);
    if (afterNumber > at) {
      return new TextLine(number, indent, Mark.NUMBER, plain(raw, afterNumber, number), blank);
    }
    return new TextLine(number, indent, Mark.NONE, plain(raw, at, number), blank);
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
        boolean amounts =
            end - i == 2 && isOfAmount(stripped.charAt(i - 1)) && isOfAmount(stripped.charAt(end));
        joined.append(tab || end - i >= 3 || amounts ? TextLine.CELL : " ");
        i = end;
      } else {
        joined.append(stripped.charAt(i++));
      }
    }
    return joined.toString();
  }

  private static boolean isOfAmount(char c) {
    return Character.isDigit(c) || Character.getType(c) == Character.CURRENCY_SYMBOL;
  }

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
    boolean lettered = i > digits && i + 1 < raw.length() && Character.isLowerCase(raw.charAt(i));
    if (lettered && (raw.charAt(i + 1) == '.' || raw.charAt(i + 1) == ')')) {
      i++;
    } else if (i == digits && i < raw.length() && Character.isLowerCase(raw.charAt(i))) {
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
  private static boolean continues(TextLine last, int lastLength, TextLine line, int width) {
    if (line.isItem() || line.level > 0 || last.level > 0) {
      return false;
    }
    String words = line.text.text();
    boolean heads = last.mark == Mark.NUMBER && HeadingText.isShouted(last.text.text());
    if (last.hasCells || line.hasCells || heads) {
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
        || Furniture.isPageWord(lower);
  }
}
