package dev.rolewise.knowledge.embedding;

import java.util.function.Predicate;

/**
 * Words that are common in English text, names included: those that the model reads in one piece.
 * Safe to use from many threads; the list is read when it is first needed.
 */
public final class EnglishWords implements Predicate<String> {
  /** Whether the word, in lower case, is common. */
  @Override
  public boolean test(String word) {
    char[] letters = word.toCharArray();
    int hash = Vocabulary.seed(false);
    for (char letter : letters) {
      hash = Vocabulary.extend(hash, letter);
    }
    return Vocabulary.bundled().id(letters, 0, letters.length, false, hash) != Vocabulary.NOT_FOUND;
  }
}
