package dev.rolewise.knowledge.index;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the statements or sections whose vectors are closest to a vector. Safe to call from many
 * threads.
 *
 * <p>Vectors are of unit length and of one dimension; each is known by the number it was stored
 * under.
 */
public interface PassageStore {
  /**
   * A stored vector that was found.
   *
   * @param number what it was stored under
   * @param similarity cosine similarity, from -1 (opposite) to 1 (same direction)
   */
  record Match(int number, double similarity) {
    public Match {
      if (number < 0) {
        throw new IllegalArgumentException("number must not be negative, got " + number);
      }
      if (!(similarity >= -1 && similarity <= 1)) {
        throw new IllegalArgumentException(
            "similarity must be between -1 and 1, got " + similarity);
      }
    }
  }

  /**
   * The closest ones, best first, the lower number first among equals.
   *
   * @param count most to return, not negative
   */
  List<Match> nearest(float[] vector, int count);

  /**
   * The closest of those given, best first, the lower number first among equals.
   *
   * @param count most to return, not negative
   * @param allowed numbers that may be returned; unknown ones are ignored
   */
  List<Match> nearest(float[] vector, int count, BitSet allowed);
}
