package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import dev.rolewise.knowledge.document.Block.Heading;
import dev.rolewise.knowledge.document.Block.Mark;
import dev.rolewise.knowledge.document.Block.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * /** Takes apart what copying a page has glued together: headings inside a line, lists written in
 * one line, labels and closing sentences behind the last item of a list.
 */
final class Glue {
  private static final int MAX_LABEL_WORDS = 7;

  private final List<Block> out = new ArrayList<>();
  private final List<Block> in;

  private final ClosingSentences closing;

  /** Level of the last heading that stood on a line of its own. */
  private int level = 1;

  private Glue(List<Block> in) {
    this.in = in;
    this.closing = new ClosingSentences(in);
  }

  static List<Block> split(List<Block> blocks) {
    var glue = new Glue(blocks);
    glue.run();
    return glue.out;
  }

  private void run() {
    for (int i = 0; i < in.size(); i++) {
      Block next = i + 1 < in.size() ? in.get(i + 1) : null;
      boolean listFollows = next instanceof Bullet;
      switch (in.get(i)) {
        case Heading heading -> {
          boolean repeated =
              !out.isEmpty()
                  && out.getLast() instanceof Heading last
                  && last.text().text().equalsIgnoreCase(heading.text().text());
          if (!repeated) {
            // A numbered label was put below its heading by the reader.
            level = heading.level();
            out.add(heading);
          }
        }
        case Paragraph paragraph -> paragraph(paragraph.text(), listFollows);
        case Bullet bullet -> bullet(bullet, i, listFollows);
        case Block.Table table -> out.add(table);
      }
    }
  }

  private void paragraph(SourceText text, boolean listFollows) {
    String words = text.text();
    int hashes = words.indexOf("### ");
    if (hashes > 0 || words.startsWith("### ")) {
      inlineHeadings(text);
      return;
    }
    int items = inlineNumbers(text);
    if (items > 0) {
      return;
    }
    int dash = words.indexOf(": - ");
    if (dash > 0 && dash + 4 < words.length() && Character.isUpperCase(words.charAt(dash + 4))) {
      out.add(new Paragraph(text.slice(0, dash + 1)));
      inlineItems(text.from(dash + 2));
      return;
    }
    int label = listFollows ? labelStart(words) : -1;
    if (label > 0) {
      out.add(new Paragraph(text.slice(0, label)));
      out.add(new Heading(level + 1, HeadingText.trimmed(text.from(label))));
    } else {
      out.add(new Paragraph(text));
    }
  }

  private void bullet(Bullet bullet, int index, boolean listFollows) {
    SourceText text = bullet.text();
    if (listFollows) {
      int label = bullet.mark() == Mark.NONE ? -1 : labelStart(text.text());
      if (label > 0 && ((Bullet) in.get(index + 1)).depth() <= bullet.depth()) {
        out.add(bullet.withText(text.slice(0, label)));
        out.add(new Heading(level + 1, HeadingText.trimmed(text.from(label))));
        return;
      }
      out.add(bullet);
      return;
    }
    int end = closing.closingStart(text.text(), index);
    if (end > 0) {
      out.add(bullet.withText(text.slice(0, end)));
      out.add(new Paragraph(text.from(end)));
    } else {
      out.add(bullet);
    }
  }

  // ---- labels

  /** Where a label begins that ends the text with a colon and heads the next list, or -1. */
  private static int labelStart(String text) {
    if (!text.endsWith(":")) {
      return -1;
    }
    int start = text.length();
    int words = 0;
    int end = text.length() - 1;
    boolean small = false;
    while (end > 0 && words <= MAX_LABEL_WORDS) {
      int from = text.lastIndexOf(' ', end - 1) + 1;
      String word = text.substring(from, end);
      char last = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
      boolean boundary = ".!?:;)".indexOf(last) >= 0 && start < text.length();
      if (word.isEmpty() || boundary || last == ',') {
        break;
      }
      boolean capital = Character.isUpperCase(word.charAt(0));
      if (!capital && !HeadingText.isSmall(word)) {
        break;
      }
      start = from;
      small = !capital;
      words++;
      end = from - 1;
    }
    if (words == 0 || words > MAX_LABEL_WORDS || small || start == 0 || start >= text.length()) {
      return -1;
    }
    return GERMAN.matcher(text.substring(0, start)).find() ? -1 : start;
  }

  /** Words of a language whose nouns have a capital, so that none tells a label. */
  private static final Pattern GERMAN =
      Pattern.compile(
          "\\b(?:der|das|dem|den|und|im|für|mit|zum|zur|bei|nach|von|ein|eine|ist|sind)\\b");

  // ---- lists and headings in one line

  private void inlineHeadings(SourceText text) {
    String words = text.text();
    int at = words.indexOf("### ");
    int own = level + 1;
    if (at > 0) {
      inlineItems(text.slice(0, at));
    }
    while (at >= 0) {
      int next = words.indexOf("### ", at + 4);
      SourceText part = text.slice(at + 4, next < 0 ? words.length() : next);
      int end = headingEnd(part.text());
      out.add(new Heading(own, HeadingText.trimmed(part.slice(0, end))));
      inlineItems(part.from(end));
      at = next;
    }
  }

  /** Where the text begins behind a heading that stands in the same line. */
  private static int headingEnd(String text) {
    int dash = text.indexOf(" - ");
    int colon = text.indexOf(": ");
    if (text.endsWith(":") && colon < 0) {
      colon = text.length() - 1;
    }
    int limit = dash < 0 ? text.length() : dash;
    if (colon >= 0 && colon < limit) {
      limit = colon + 1;
    }
    if (limit < text.length()
        && !ClosingSentences.hasWords(text, 0, limit, 9)
        && HeadingText.isTitleCase(text.substring(0, limit))) {
      return limit;
    }
    int at = 0;
    int word = 0;
    boolean joined = false;
    boolean afterJoined = false;
    while (at < limit) {
      String current = ClosingSentences.wordAt(text, at);
      boolean small = HeadingText.isSmall(current);
      if (word > 0 && !small && !current.isEmpty()) {
        boolean lower = Character.isLowerCase(current.charAt(0));
        if (ClosingSentences.opens(current) || Sentences.isOpener(current) || afterJoined) {
          return at;
        }
        if (lower) {
          // The word before a verb is its subject and no longer part of the heading.
          int before = text.lastIndexOf(' ', Math.max(0, at - 2)) + 1;
          return before > 0 ? before : at;
        }
      }
      afterJoined = joined && !small;
      joined = small && current.equals("and");
      at += current.length() + 1;
      word++;
    }
    return limit;
  }

  /** Writes " - one - two" as items, text before it as running text. */
  private void inlineItems(SourceText text) {
    if (text.isEmpty()) {
      return;
    }
    String words = text.text();
    List<SourceText> items = new ArrayList<>();
    int start = words.startsWith("- ") ? 0 : nextDash(words, 0);
    SourceText before = start < 0 ? text : text.slice(0, start);
    while (start >= 0) {
      int from = words.charAt(start) == ' ' ? start + 3 : start + 2;
      int next = nextDash(words, from);
      items.add(text.slice(from, next < 0 ? words.length() : next));
      start = next;
    }
    if (!before.isEmpty()) {
      out.add(new Paragraph(before));
    }
    closed(items, Mark.POINT);
  }

  private static int nextDash(String words, int from) {
    int at = words.indexOf(" - ", from);
    while (at >= 0) {
      boolean capital = at + 3 < words.length() && Character.isUpperCase(words.charAt(at + 3));
      if (capital && at > 0 && !Character.isDigit(words.charAt(at - 1))) {
        return at;
      }
      at = words.indexOf(" - ", at + 3);
    }
    return -1;
  }

  /** Adds items; what closes the list behind its last item becomes running text. */
  private void closed(List<SourceText> items, Mark mark) {
    for (int i = 0; i < items.size(); i++) {
      SourceText item = items.get(i);
      if (item.isEmpty()) {
        continue;
      }
      int end = -1;
      if (i == items.size() - 1) {
        List<Block> list = new ArrayList<>();
        for (SourceText each : items) {
          list.add(new Bullet(0, mark, each));
        }
        end = new ClosingSentences(list).gluedStart(item.text(), i);
        int first = Sentences.nextEnd(item.text(), 0);
        if (end < 0 && first < item.length()) {
          end = first + 1;
        }
      }
      out.add(new Bullet(0, mark, end < 0 ? item : item.slice(0, end)));
      if (end > 0) {
        out.add(new Paragraph(item.from(end)));
      }
    }
  }

  /** Takes "…: 1. One 2. Two 3. Three" apart; returns the number of items, 0 if there are none. */
  private int inlineNumbers(SourceText text) {
    String words = text.text();
    if (words.indexOf("2. ") < 0) {
      return 0;
    }
    List<Integer> starts = new ArrayList<>();
    int from = 0;
    for (int number = 1; number < 100; number++) {
      String mark = number + ". ";
      int at = words.indexOf(mark, from);
      while (at > 0 && words.charAt(at - 1) != ' ') {
        at = words.indexOf(mark, at + 1);
      }
      boolean capital =
          at >= 0
              && at + mark.length() < words.length()
              && Character.isUpperCase(words.charAt(at + mark.length()));
      if (!capital || (number == 1 && at > 1 && ":.;".indexOf(words.charAt(at - 2)) < 0)) {
        break;
      }
      starts.add(at);
      from = at + mark.length();
    }
    if (starts.size() < 2) {
      return 0;
    }
    SourceText before = text.slice(0, starts.getFirst());
    if (!before.isEmpty()) {
      out.add(new Paragraph(before));
    }
    List<SourceText> items = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : words.length();
      items.add(text.slice(words.indexOf(' ', starts.get(i)) + 1, end));
    }
    closed(items, Mark.NUMBER);
    return items.size();
  }
}
