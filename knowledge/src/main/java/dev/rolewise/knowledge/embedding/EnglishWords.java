package dev.rolewise.knowledge.embedding;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Words that are common in English text, names included: those that the model reads in one piece.
 * Safe to use from many threads; the list is read when it is first needed.
 */
public final class EnglishWords implements Predicate<String> {
  private static final int MIN_SINGULAR_LETTERS = 4;

  /** Whether the word, in lower case, or what it is the plural of is common. */
  @Override
  public boolean test(String word) {
    return isOnePiece(word)
        || (word.length() > MIN_SINGULAR_LETTERS
            && PLURAL.matcher(word).find()
            && isOnePiece(word.substring(0, word.length() - 1)));
  }

  /** "Knobs", but neither "salarys" nor "boss". */
  private static final Pattern PLURAL = Pattern.compile("[^aeiouys]s$");

  private static boolean isOnePiece(String word) {
    char[] letters = word.toCharArray();
    int hash = Vocabulary.seed(false);
    for (char letter : letters) {
      hash = Vocabulary.extend(hash, letter);
    }
    return Vocabulary.bundled().id(letters, 0, letters.length, false, hash) != Vocabulary.NOT_FOUND;
  }
}
