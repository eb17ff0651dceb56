package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Mark;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the lines of a text without markup that head others. */
final class LineHeadings {
  /** So many short lines in a row are a list without marks rather than headings. */
  private static final int MARKLESS_LIST = 4;

  /** So many common names of parts in a row are a table of contents. */
  private static final int CONTENTS = 4;

  private final List<TextLine> lines;

  private LineHeadings(List<TextLine> lines) {
    this.lines = lines;
  }

  /** Marks the headings, drops tables of contents and makes items of labels in a row. */
  static void mark(List<TextLine> lines) {
    new LineHeadings(lines).mark();
  }

  private void mark() {
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
      TextLine line = i < lines.size() ? lines.get(i) : null;
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
    TextLine line = lines.get(i);
    if (!line.heading || line.level > 0 || HeadingText.isCommon(line.text.text())) {
      return false;
    }
    boolean repeats = i > 0 && sameWords(lines.get(i - 1), line);
    return !repeats && (i + 1 == lines.size() || !sameWords(lines.get(i + 1), line));
  }

  /** Turns lines into items of a list, but for what heads them and what heads the next text. */
  private void demote(int from, int to, @Nullable TextLine next) {
    int last = next == null || next.heading ? to : to - 1;
    int first = from == 0 || !lines.get(from - 1).heading ? from + 1 : from;
    for (int i = first; i < last; i++) {
      TextLine old = lines.get(i);
      lines.set(i, new TextLine(old.number, old.indent, Mark.POINT, old.text, old.blankBefore));
    }
  }

  private boolean looksLikeHeading(int i) {
    TextLine line = lines.get(i);
    String text = line.text.text();
    if (line.level > 0) {
      return true;
    }
    TextLine next = i + 1 < lines.size() ? lines.get(i + 1) : null;
    if (line.isItem()) {
      return false;
    }
    if (!HeadingText.isPossible(text) || next == null || text.contains(TextLine.CELL.strip())) {
      return false;
    }
    if (Character.isLowerCase(text.charAt(0)) || text.indexOf('|') >= 0 || text.indexOf('@') >= 0) {
      return false;
    }
    if (hasAmount(text) || isOfEdition(text)) {
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

  /** Whether a line says when a text was made, so that it heads nothing: "Revised 02/2026". */
  static boolean isOfEdition(String line) {
    return OF_EDITION.matcher(line).find();
  }

  private static final Pattern OF_EDITION =
      Pattern.compile(
          "(?i)^(?:last"
              + " )?(?:revised|updated|reviewed|edited|issued|published|printed|effective|valid)\\b.*\\d{2}");

  static boolean hasAmount(String text) {
    if (NAMED_AMOUNT.matcher(text).find()) {
      return true;
    }
    for (int i = 0; i < text.length(); i++) {
      if ("$\u00a3\u20ac%\u00a5\u20b9".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static final Pattern NAMED_AMOUNT =
      Pattern.compile(
          "\\d(?i:[,.]?-)?\\s?(?i:euros?|dollars?|francs?|rupees?|rand|kronor|kroner)\\b"
              + "|\\b(?:Rs\\.?|EUR|USD|GBP|CHF|INR|CAD|AUD|NZD) ?\\d|\\d ?(?:EUR|CHF|INR)\\b");

  static boolean sameWords(TextLine one, TextLine other) {
    return one.text.text().equalsIgnoreCase(other.text.text());
  }
}
