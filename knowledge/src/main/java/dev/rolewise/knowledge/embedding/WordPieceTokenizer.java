package dev.rolewise.knowledge.embedding;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Splits text into the word pieces that BERT's uncased models were trained on, as Hugging Face's
 * tokenizer of the same model does: control characters dropped, ideographs set apart, accents
 * stripped, lower case, punctuation set apart, then the longest known piece first. The two differ
 * only in signs that are younger than Unicode 8, which that one does not know.
 *
 * <p>Immutable and safe to call from many threads. Reads no further than the window needs, except
 * that a word is always read to its end.
 */
final class WordPieceTokenizer {
  private static final int UNKNOWN = 100;
  private static final int CLASSIFY = 101;
  private static final int SEPARATE = 102;
  private static final int MAX_WORD_CODE_POINTS = 100;

  /** Tokens that count as themselves when a text spells them. */
  private static final String[] SPECIAL = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"};

  private static final int[] SPECIAL_IDS = {0, UNKNOWN, CLASSIFY, SEPARATE, 103};

  private final Vocabulary vocabulary;

  WordPieceTokenizer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * Ids of the text's word pieces between the two marks of beginning and end.
   *
   * @param maxTokens most ids to return, the two marks included; at least 2
   */
  int[] encode(String text, int maxTokens) {
    if (maxTokens < 2) {
      throw new IllegalArgumentException("maxTokens must be at least 2, got " + maxTokens);
    }
    var run = new Run(maxTokens - 1);
    run.read(text);
    return run.ids();
  }

  /** One text on its way through. */
  private final class Run {
    /** Ids wanted before the closing mark; a word may add some more, which are cut. */
    private final int wanted;

    private int[] ids = new int[64];
    private int size;

    private final StringBuilder word = new StringBuilder();
    private boolean plainWord = true;

    Run(int wanted) {
      this.wanted = wanted;
      add(CLASSIFY);
    }

    int[] ids() {
      int[] result = Arrays.copyOf(ids, Math.min(size, wanted) + 1);
      result[result.length - 1] = SEPARATE;
      return result;
    }

    void read(String text) {
      int i = 0;
      while (i < text.length() && size < wanted) {
        int codePoint = text.codePointAt(i);
        int special = codePoint == '[' ? specialAt(text, i) : -1;
        if (special >= 0) {
          endWord();
          add(SPECIAL_IDS[special]);
          i += SPECIAL[special].length();
          continue;
        }
        i += Character.charCount(codePoint);
        readOne(codePoint);
      }
      if (size < wanted) {
        endWord();
      }
    }

    private void readOne(int codePoint) {
      if (codePoint > ' ' && codePoint < 0x7F) {
        word.append((char) codePoint);
      } else if (codePoint == ' ' || codePoint == '\n' || codePoint == '\t' || codePoint == '\r') {
        endWord();
      } else if (isDropped(codePoint)) {
        return;
      } else if (isSpace(codePoint)) {
        endWord();
      } else if (isIdeograph(codePoint)) {
        endWord();
        word.appendCodePoint(codePoint);
        plainWord = false;
        endWord();
      } else {
        word.appendCodePoint(codePoint);
        plainWord &= keepsItsForm(codePoint);
      }
    }

    private void endWord() {
      if (word.isEmpty()) {
        return;
      }
      CharSequence source = plainWord ? word : Normalizer.normalize(word, Normalizer.Form.NFD);
      char[] form = new char[source.length()];
      int length = 0;
      int codePoints = 0;
      for (int i = 0; i < source.length(); ) {
        int codePoint = Character.codePointAt(source, i);
        i += Character.charCount(codePoint);
        if (codePoint >= 0x300 && Character.getType(codePoint) == Character.NON_SPACING_MARK) {
          continue;
        }
        if (isPunctuation(codePoint)) {
          split(form, length, codePoints);
          split(Character.toChars(codePoint), Character.charCount(codePoint), 1);
          length = 0;
          codePoints = 0;
        } else {
          length += Character.toChars(Character.toLowerCase(codePoint), form, length);
          codePoints++;
        }
      }
      split(form, length, codePoints);
      word.setLength(0);
      plainWord = true;
    }

    /** Adds the pieces of {@code form[0, length)}, or one unknown token if no pieces fit. */
    private void split(char[] form, int length, int codePoints) {
      if (length == 0) {
        return;
      }
      if (codePoints > MAX_WORD_CODE_POINTS) {
        add(UNKNOWN);
        return;
      }
      int sizeBefore = size;
      for (int from = 0; from < length; ) {
        int to = addLongestPiece(form, from, length);
        if (to == from) {
          size = sizeBefore;
          add(UNKNOWN);
          return;
        }
        from = to;
      }
    }

    /** Returns the end of the piece, or {@code from} if there is none. */
    private int addLongestPiece(char[] form, int from, int length) {
      boolean continuation = from > 0;
      int end = Math.min(length, from + vocabulary.longest());
      int[] hashes = new int[end - from];
      int hash = Vocabulary.seed(continuation);
      for (int i = from; i < end; i++) {
        hash = Vocabulary.extend(hash, form[i]);
        hashes[i - from] = hash;
      }
      for (int to = end; to > from; to--) {
        int id = vocabulary.id(form, from, to, continuation, hashes[to - from - 1]);
        if (id != Vocabulary.NOT_FOUND) {
          add(id);
          return to;
        }
      }
      return from;
    }

    private void add(int id) {
      if (size == ids.length) {
        ids = Arrays.copyOf(ids, size * 2);
      }
      ids[size++] = id;
    }
  }

  private static int specialAt(String text, int index) {
    for (int i = 0; i < SPECIAL.length; i++) {
      if (text.startsWith(SPECIAL[i], index)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isDropped(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE -> true;
      default -> codePoint == 0xFFFD;
    };
  }

  private static boolean isSpace(int codePoint) {
    return Character.isSpaceChar(codePoint);
  }

  private static boolean isIdeograph(int codePoint) {
    return (codePoint >= 0x4E00 && codePoint <= 0x9FFF)
        || (codePoint >= 0x3400 && codePoint <= 0x4DBF)
        || (codePoint >= 0x20000 && codePoint <= 0x2A6DF)
        || (codePoint >= 0x2A700 && codePoint <= 0x2B73F)
        || (codePoint >= 0x2B740 && codePoint <= 0x2B81F)
        || (codePoint >= 0x2B920 && codePoint <= 0x2CEAF)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0x2F800 && codePoint <= 0x2FA1F);
  }

  private static boolean isPunctuation(int codePoint) {
    if (codePoint < 0x80) {
      return (codePoint >= '!' && codePoint <= '/')
          || (codePoint >= ':' && codePoint <= '@')
          || (codePoint >= '[' && codePoint <= '`')
          || (codePoint >= '{' && codePoint <= '~');
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  /**
   * Whether decomposition leaves the code point as it is: true for Latin signs, dashes, quotes and
   * currency signs, which are in every other line of a role document. False only means unsure.
   */
  private static boolean keepsItsForm(int codePoint) {
    return codePoint < 0xC0 || (codePoint >= 0x2010 && codePoint <= 0x20CF);
  }
}
