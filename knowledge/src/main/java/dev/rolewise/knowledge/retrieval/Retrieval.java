package dev.rolewise.knowledge.retrieval;

import java.util.List;

/** What a search came back with. */
public sealed interface Retrieval {
  /**
   * Statements that bear on the question.
   *
   * @param passages best first, never empty
   */
  record Found(List<Passage> passages) implements Retrieval {
    public Found {
      passages = List.copyOf(passages);
      if (passages.isEmpty()) {
        throw new IllegalArgumentException("passages must not be empty");
      }
    }
  }

  /**
   * No statement came close enough.
   *
   * @param bestSimilarity cosine similarity of the closest statement, from -1 to 1; 0 if there is
   *     none
   */
  record NothingRelevant(double bestSimilarity) implements Retrieval {
    public NothingRelevant {
      if (!(bestSimilarity >= -1 && bestSimilarity <= 1)) {
        throw new IllegalArgumentException(
            "bestSimilarity must be between -1 and 1, got " + bestSimilarity);
      }
    }
  }
}
