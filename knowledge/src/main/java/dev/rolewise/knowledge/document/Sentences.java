package dev.rolewise.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Splits running text into sentences. */
final class Sentences {
  /** Words before a full stop that does not end a sentence. */
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "vs", "approx", "no", "nos", "dr", "mr", "mrs", "ms", "prof", "st", "jr",
          "sr", "est", "avg", "max", "min", "dept", "univ", "fig", "figs", "cf", "al", "inc",
          "corp", "ltd", "co", "yr", "yrs", "hr", "hrs", "mo", "wk", "ca", "incl", "excl", "resp",
          "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
          "ph.d", "ph", "gov", "sen", "rep", "gen", "u.s", "u.k", "eq", "ed", "eds", "vol", "pp",
          "ext", "tel", "m.sc", "b.sc", "asst", "assoc", "mgr", "eng", "dir", "exec");

  /** Words that begin a sentence more often than they follow an abbreviation. */
  private static final Set<String> OPENERS =
      Set.of(
          "The",
          "This",
          "These",
          "That",
          "Those",
          "It",
          "It's",
          "They",
          "Their",
          "There",
          "In",
          "For",
          "However",
          "As",
          "By",
          "To",
          "At",
          "On",
          "With",
          "While",
          "When",
          "If",
          "Most",
          "Many",
          "Some",
          "A",
          "An",
          "He",
          "She",
          "We",
          "You",
          "Your",
          "Overall",
          "Although",
          "Because",
          "Since",
          "Such",
          "Both",
          "Each",
          "Here",
          "Its",
          "After",
          "From",
          "Employment",
          "Workers",
          "According");

  /** Words whose number is followed by a full stop and a name: "Table 1. Median pay". */
  private static final Set<String> COUNTED =
      Set.of("Table", "Figure", "Chart", "Exhibit", "Step", "Part", "Chapter", "Appendix");

  private Sentences() {}

  static List<SourceText> of(SourceText text) {
    String words = text.text();
    int end = nextEnd(words, 0);
    if (end >= words.length()) {
      return text.isEmpty() ? List.of() : List.of(text);
    }
    List<SourceText> sentences = new ArrayList<>();
    int start = 0;
    while (start < words.length()) {
      SourceText sentence = text.slice(start, end);
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
      start = end;
      end = nextEnd(words, start);
    }
    return sentences;
  }

  /** Whether this is a word that commonly opens a sentence. */
  static boolean isOpener(String word) {
    return OPENERS.contains(word);
  }

  /** Position behind the sentence that begins at {@code start}; the length of the text at most. */
  static int nextEnd(String text, int start) {
    int depth = 0;
    int opened = start;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[') {
        depth++;
        opened = i;
      } else if (c == ')' || c == ']') {
        depth = Math.max(0, depth - 1);
      } else if (c == '.' || c == '!' || c == '?' || c == '\u2026') {
        int after = i + 1;
        while (after < text.length() && isCloser(text, after)) {
          after = closerEnd(text, after);
        }
        if (after >= text.length()) {
          return text.length();
        }
        // A bracket that is never closed must not swallow the rest of the text.
        boolean inside = depth > 0 && i - opened < 300 && after == i + 1;
        if (!inside && text.charAt(after) == ' ' && endsSentence(text, start, i, after + 1)) {
          return after;
        }
      }
    }
    return text.length();
  }

  private static boolean isCloser(String text, int at) {
    char c = text.charAt(at);
    return c == '"'
        || c == '\u201d'
        || c == '\u2019'
        || c == '\''
        || c == ')'
        || c == ']'
        || c == '.'
        || c == '!'
        || c == '?'
        || closerEnd(text, at) > at + 1;
  }

  /** Position behind a closing character or a footnote mark such as {@code [12]}. */
  private static int closerEnd(String text, int at) {
    if (text.charAt(at) == '[') {
      int i = at + 1;
      while (i < text.length() && i < at + 5 && Character.isLetterOrDigit(text.charAt(i))) {
        i++;
      }
      if (i > at + 1 && i < text.length() && text.charAt(i) == ']') {
        return i + 1;
      }
    }
    return at + 1;
  }

  private static boolean endsSentence(String text, int start, int stop, int next) {
    if (next >= text.length()) {
      return true;
    }
    char following = text.charAt(next);
    boolean opens =
        Character.isUpperCase(following)
            || Character.isDigit(following)
            || "\"'\u201c\u2018([$\u00a3\u20ac#".indexOf(following) >= 0;
    if (!opens) {
      return false;
    }
    if (text.charAt(stop) != '.') {
      return true;
    }
    int from = stop;
    while (from > start && text.charAt(from - 1) != ' ' && text.charAt(from - 1) != '(') {
      from--;
    }
    String word = text.substring(from, stop);
    if (word.isEmpty()) {
      return true;
    }
    if (isNumber(word)) {
      // "1." at the beginning counts an item; "in 2024." ends a sentence.
      boolean counts = from - 1 <= start || isBreak(text.charAt(from - 2));
      return !COUNTED.contains(wordBefore(text, from)) && (word.length() > 2 || !counts);
    }
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    boolean initials = word.length() >= 3 && word.charAt(1) == '.' && word.length() <= 5;
    if (initial || initials || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))) {
      return !neverEnds(word) && isOpener(wordAt(text, next));
    }
    return true;
  }

  private static String wordBefore(String text, int from) {
    if (from < 2) {
      return "";
    }
    return text.substring(text.lastIndexOf(' ', from - 2) + 1, from - 1);
  }

  /** Words that are always followed by what they announce. */
  private static boolean neverEnds(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "e.g", "i.e", "vs", "approx", "no", "dr", "mr", "mrs", "ms", "prof" -> true;
      default -> false;
    };
  }

  private static boolean isBreak(char c) {
    return c == '.' || c == ':' || c == ';' || c == '!' || c == '?';
  }

  private static boolean isNumber(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String wordAt(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) != ' ' && text.charAt(end) != ',') {
      end++;
    }
    return text.substring(start, end);
  }
}
