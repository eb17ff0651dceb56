package dev.rolewise.knowledge.retrieval;

import java.util.Set;

/** The words of a set of documents. Safe to use from many threads. */
public interface Vocabulary {
  /** Every word that is not a function word, in lower case. */
  Set<String> words();

  /** Number of statements that have the word or another of its stem, in text or headings. */
  int frequency(String word);

  /** Whether one word directly follows the other anywhere, function words left out. */
  boolean isFollowed(String word, String next);
}
