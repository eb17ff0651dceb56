package dev.rolewise.knowledge.document;

import dev.rolewise.knowledge.document.Block.Bullet;
import java.util.List;
import java.util.Set;

/** Finds where sentences begin that close a list but stand glued to its last item. */
final class ClosingSentences {
  /** A closing sentence has at least so many words. */
  private static final int MIN_CLOSING_WORDS = 6;

  /** Words that want something behind them, so that no sentence ends with one. */
  private static final Set<String> DANGLING =
      Set.of(
          "a",
          "an",
          "the",
          "and",
          "or",
          "nor",
          "but",
          "of",
          "in",
          "on",
          "for",
          "to",
          "with",
          "by",
          "from",
          "at",
          "as",
          "like",
          "than",
          "into",
          "onto",
          "over",
          "under",
          "per",
          "via",
          "vs",
          "is",
          "are",
          "was",
          "were",
          "be",
          "been",
          "being",
          "using",
          "including",
          "between",
          "among",
          "across",
          "within",
          "about",
          "through",
          "toward",
          "towards",
          "after",
          "before",
          "since",
          "until",
          "called",
          "named",
          "their",
          "its",
          "our",
          "your",
          "his",
          "her",
          "this",
          "that",
          "these",
          "those",
          "both",
          "either",
          "not",
          "e.g.",
          "i.e.",
          "such",
          "while",
          "when",
          "where",
          "which",
          "who",
          "whose",
          "my",
          "any",
          "all",
          "each",
          "become",
          "becoming",
          "versus",
          "plus",
          "around",
          "against",
          "upon",
          "near");

  /** First words of sentences that close a list. */
  private static final Set<String> CLOSING =
      Set.of(
          "This",
          "These",
          "Those",
          "By",
          "The",
          "It",
          "It's",
          "Their",
          "They",
          "As",
          "While",
          "In",
          "With",
          "Overall",
          "To",
          "For",
          "Its",
          "Such",
          "Note",
          "Remember",
          "However",
          "Although",
          "Together",
          "Ultimately",
          "Finally",
          "When",
          "Because",
          "Each",
          "All",
          "Keep",
          "A",
          "An");

  /** Verbs that follow the subject of a closing sentence. */
  private static final Set<String> VERBS =
      Set.of(
          "is",
          "are",
          "was",
          "were",
          "has",
          "have",
          "can",
          "could",
          "will",
          "would",
          "may",
          "might",
          "must",
          "should",
          "do",
          "does",
          "play",
          "require",
          "need",
          "continue",
          "work",
          "help",
          "face",
          "offer",
          "make",
          "often",
          "typically",
          "also",
          "include",
          "demand",
          "plays",
          "requires",
          "needs",
          "continues",
          "works",
          "helps",
          "faces",
          "offers",
          "makes",
          "includes",
          "demands",
          "remains",
          "remain",
          "enables",
          "enable",
          "presents",
          "provides",
          "provide",
          "combines",
          "combine",
          "drives",
          "drive",
          "ensures",
          "ensure",
          "reflects",
          "reflect",
          "highlights",
          "highlight");

  /** What a closing sentence that begins with "This" speaks of. */
  private static final Set<String> TAKEN_UP =
      Set.of(
          "role",
          "position",
          "combination",
          "comprehensive",
          "unique",
          "blend",
          "mix",
          "list",
          "career",
          "job",
          "set",
          "path");

  private static final Set<String> REFERRING = Set.of("these", "this", "those");

  private final List<Block> in;

  ClosingSentences(List<Block> in) {
    this.in = in;
  }

  /** Whether this is a word that commonly opens a sentence that closes a list. */
  static boolean opens(String word) {
    return CLOSING.contains(word);
  }

  /** Where the sentences begin that close a list but stand in its last item, or -1. */
  int closingStart(String text, int index) {
    int glued = gluedStart(text, index);
    if (glued > 0) {
      return glued;
    }
    int first = Sentences.nextEnd(text, 0);
    if (first >= text.length() || siblingHasSentences(index)) {
      return -1;
    }
    int start = first + 1;
    boolean several = Sentences.nextEnd(text, start) < text.length();
    return several || closes(text, start) ? start : -1;
  }

  /** Whether items before the last one have several sentences too, so that this is their habit. */
  private boolean siblingHasSentences(int index) {
    int siblings = 0;
    for (int i = index - 1; i >= 0 && in.get(i) instanceof Bullet bullet; i--) {
      String text = bullet.text().text();
      if (text.endsWith(":")) {
        continue;
      }
      if (Sentences.nextEnd(text, 0) < text.length()) {
        return true;
      }
      siblings++;
    }
    return siblings == 0;
  }

  /** Where a sentence begins behind a word without any full stop between them, or -1. */
  int gluedStart(String text, int index) {
    char last = text.charAt(text.length() - 1);
    if (last != '.' && last != '!' && last != '?') {
      return -1;
    }
    int strong = gluedStart(text, ClosingSentences::opensClosing);
    if (strong > 0 || !siblingsEndOpen(index)) {
      return strong;
    }
    return gluedStart(text, ClosingSentences::subjectAndVerb);
  }

  /** Decides whether a sentence begins at a position. */
  private interface Opening {
    boolean at(String text, int start, int end);
  }

  private static int gluedStart(String text, Opening opening) {
    int firstEnd = Sentences.nextEnd(text, 0);
    int space = text.indexOf(' ');
    while (space > 0 && space < firstEnd) {
      int start = space + 1;
      if (start < text.length() && Character.isUpperCase(text.charAt(start))) {
        int before = text.lastIndexOf(' ', space - 1) + 1;
        if (canEnd(text.substring(before, space))
            && hasWords(text, start, firstEnd, MIN_CLOSING_WORDS)
            && opening.at(text, start, firstEnd)) {
          return start;
        }
      }
      space = text.indexOf(' ', start);
    }
    return -1;
  }

  private boolean siblingsEndOpen(int index) {
    int siblings = 0;
    for (int i = index - 1; i >= 0 && in.get(i) instanceof Bullet bullet; i--) {
      if (bullet.text().text().endsWith(":")) {
        continue;
      }
      if (bullet.text().text().endsWith(".")) {
        return false;
      }
      siblings++;
    }
    return siblings > 0;
  }

  private static boolean canEnd(String word) {
    char last = word.charAt(word.length() - 1);
    boolean ends = Character.isLetterOrDigit(last) || last == ')' || last == '+' || last == '%';
    return ends && !DANGLING.contains(word);
  }

  /** Whether a closing sentence begins here: it takes up the list or the role. */
  private static boolean closes(String text, int start) {
    int end = Sentences.nextEnd(text, start);
    String word = wordAt(text, start);
    if (word.equals("These") || word.equals("By") || word.equals("Overall")) {
      return hasWords(text, start, end, MIN_CLOSING_WORDS);
    }
    String second = wordAt(text, start + word.length() + 1);
    return (word.equals("This") && TAKEN_UP.contains(second))
        || (word.endsWith("ing") && REFERRING.contains(second));
  }

  private static boolean opensClosing(String text, int start, int end) {
    String word = wordAt(text, start);
    String second = wordAt(text, start + word.length() + 1);
    if (word.equals("A") || word.equals("An")) {
      return subjectAndVerb(text, start + word.length() + 1, end);
    }
    if (CLOSING.contains(word)) {
      return !second.isEmpty();
    }
    return word.endsWith("ing") && (REFERRING.contains(second) || second.equals("the"));
  }

  /** Whether words with capitals are directly followed by a verb: "Machine Learning continues". */
  private static boolean subjectAndVerb(String text, int start, int end) {
    int at = start;
    int words = 0;
    while (at < end && words < 8) {
      String word = wordAt(text, at);
      String bare = HeadingText.bare(word);
      if (bare.isEmpty()) {
        return false;
      }
      boolean lower = Character.isLowerCase(bare.charAt(0));
      if ((lower && !HeadingText.isSmall(bare)) || VERBS.contains(bare)) {
        return words > 0 && VERBS.contains(bare);
      }
      at += word.length() + 1;
      words++;
    }
    return false;
  }

  static String wordAt(String text, int start) {
    if (start >= text.length()) {
      return "";
    }
    int end = text.indexOf(' ', start);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /** Whether a part of a text has at least so many words. */
  static boolean hasWords(String text, int start, int end, int wanted) {
    int words = 1;
    for (int i = start; i < end && words < wanted; i++) {
      if (text.charAt(i) == ' ') {
        words++;
      }
    }
    return words >= wanted;
  }
}
