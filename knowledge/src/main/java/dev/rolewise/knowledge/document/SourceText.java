package dev.rolewise.knowledge.document;

import java.util.Arrays;

/**
 * Words of a source with the line each of them stands in; white space is folded to single spaces.
 * Immutable.
 */
final class SourceText {
  static final SourceText EMPTY = new Builder().build();

  private final String text;

  /** Positions in the text from which another line counts, ascending; the first is 0. */
  private final int[] starts;

  private final int[] lines;

  private SourceText(String text, int[] starts, int[] lines) {
    this.text = text;
    this.starts = starts;
    this.lines = lines;
  }

  static SourceText of(String text, int line) {
    return new Builder().append(text, line).build();
  }

  /** The words, without white space at the ends. */
  String text() {
    return text;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  int length() {
    return text.length();
  }

  /** The line of the first word, from 1. */
  int line() {
    return lineAt(0);
  }

  /** The line of the character at this position. */
  int lineAt(int position) {
    if (lines.length == 0) {
      return 1;
    }
    int found = Arrays.binarySearch(starts, position);
    return lines[found >= 0 ? found : Math.max(0, -found - 2)];
  }

  SourceText from(int start) {
    return slice(start, text.length());
  }

  /** The words between two positions, without white space at the ends. */
  SourceText slice(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && text.charAt(from) == ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == ' ') {
      to--;
    }
    if (from == 0 && to == text.length()) {
      return this;
    }
    var slice = new Builder();
    int position = from;
    while (position < to) {
      int found = Arrays.binarySearch(starts, position);
      int mark = found >= 0 ? found : Math.max(0, -found - 2);
      int next = mark + 1 < starts.length ? Math.min(starts[mark + 1], to) : to;
      slice.append(text.substring(position, next), lines[mark]);
      position = next;
    }
    return slice.build();
  }

  /** The same lines with other words, for changes that leave the beginning where it is. */
  SourceText withText(String other) {
    return of(other, line());
  }

  SourceText plus(String separator, SourceText other) {
    var joined = new Builder().append(this);
    joined.append(separator, other.line());
    return joined.append(other).build();
  }

  @Override
  public String toString() {
    return text;
  }

  /** Collects words; folds white space and drops invisible characters. */
  static final class Builder {
    private final StringBuilder out = new StringBuilder();
    private int[] starts = new int[4];
    private int[] lines = new int[4];
    private int marks;
    private boolean gap;

    /** Adds words that begin in this line; a line feed among them counts as one more line. */
    Builder append(CharSequence words, int line) {
      int current = line;
      for (int i = 0; i < words.length(); i++) {
        char c = words.charAt(i);
        if (c == '\n') {
          current++;
          gap = true;
        } else if (c == ' ' || isSpace(c)) {
          gap = true;
        } else if (!isInvisible(c)) {
          put(c, current);
        }
      }
      return this;
    }

    Builder append(SourceText words) {
      for (int i = 0; i < words.starts.length; i++) {
        int end = i + 1 < words.starts.length ? words.starts[i + 1] : words.text.length();
        append(words.text.substring(words.starts[i], end), words.lines[i]);
      }
      return this;
    }

    /** Parts what was added from what comes next. */
    Builder space() {
      gap = true;
      return this;
    }

    /** The words so far. */
    String words() {
      return out.toString();
    }

    boolean isEmpty() {
      return out.isEmpty();
    }

    /** The last character that is no white space, or a blank if there is none. */
    char last() {
      return out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
    }

    SourceText build() {
      return new SourceText(
          out.toString(), Arrays.copyOf(starts, marks), Arrays.copyOf(lines, marks));
    }

    private void put(char c, int line) {
      if (gap) {
        if (!out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
      }
      if (marks == 0 || lines[marks - 1] != line) {
        if (marks == lines.length) {
          starts = Arrays.copyOf(starts, marks * 2);
          lines = Arrays.copyOf(lines, marks * 2);
        }
        starts[marks] = out.length();
        lines[marks] = line;
        marks++;
      }
      out.append(c);
    }

    private static boolean isSpace(char c) {
      return c <= ' ' || c == '\u00a0' || (c > '\u007f' && Character.isSpaceChar(c));
    }

    private static boolean isInvisible(char c) {
      return c == '\u00ad' || (c >= '\u200b' && c <= '\u200f') || c == '\u2060' || c == '\ufeff';
    }
  }
}
