package dev.rolewise.bot.render;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Breaks text into lines for a place of limited width.
 *
 * @param widthOf how wide a text is
 */
record ChartLines(ToIntFunction<String> widthOf) {
  private static final String ELLIPSIS = "…";

  /** All of the text; a word wider than a line is broken. */
  List<String> wrap(String text, int maxWidth) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : words(text, maxWidth)) {
      if (line.isEmpty()) {
        line.append(word);
      } else if (widthOf.applyAsInt(line + " " + word) <= maxWidth) {
        line.append(' ').append(word);
      } else {
        lines.add(line.toString());
        line = new StringBuilder(word);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** The text on at most so many lines, the last one cut at a word and ended by an ellipsis. */
  List<String> wrap(String text, int maxWidth, int maxLines) {
    List<String> lines = wrap(text, maxWidth);
    if (lines.size() <= maxLines) {
      return lines;
    }
    var shown = new ArrayList<>(lines.subList(0, maxLines));
    String last = shown.getLast();
    while (widthOf.applyAsInt(last + " " + ELLIPSIS) > maxWidth && last.contains(" ")) {
      last = last.substring(0, last.lastIndexOf(' '));
    }
    String cut = last + " " + ELLIPSIS;
    while (widthOf.applyAsInt(cut) > maxWidth && !last.isEmpty()) {
      last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
      cut = last + ELLIPSIS;
    }
    shown.set(maxLines - 1, cut);
    return shown;
  }

  /** Width of the widest of some texts. */
  int widest(List<String> texts) {
    return texts.stream().mapToInt(widthOf).max().orElse(0);
  }

  private List<String> words(String text, int maxWidth) {
    var words = new ArrayList<String>();
    int start = 0;
    while (start <= text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      String word = text.substring(start, end);
      while (widthOf.applyAsInt(word) > maxWidth && word.codePointCount(0, word.length()) > 1) {
        int fits = fitting(word, maxWidth);
        words.add(word.substring(0, fits));
        word = word.substring(fits);
      }
      if (!word.isEmpty()) {
        words.add(word);
      }
      start = end + 1;
    }
    return words;
  }

  /** How many of the first characters of a word fit, at least one code point. */
  private int fitting(String word, int maxWidth) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (widthOf.applyAsInt(word.substring(0, next)) > maxWidth) {
        return end;
      }
      end = next;
    }
    return end;
  }
}
