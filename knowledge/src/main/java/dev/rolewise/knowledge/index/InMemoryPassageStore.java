package dev.rolewise.knowledge.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Compares with every vector. Exact, and fast enough up to some hundred thousand vectors.
 *
 * <p>Vectors lie in blocks of {@value #BLOCK} with equal components side by side, because the
 * compiler turns the loop over a block into vector instructions; it would not do so with a sum over
 * the components of one vector, whose order it must keep.
 */
public final class InMemoryPassageStore implements PassageStore {
  private static final int BLOCK = 256;

  /** With a smaller share asked for, it is faster to compute these alone. */
  private static final int SPARSE_SHARE = 8;

  private static final float UNIT_TOLERANCE = 1e-3f;

  private final int dimension;
  private final int size;
  private final float[] components;

  /**
   * @param dimension number of components of every vector
   * @param vectors vectors of unit length, each stored under its index
   */
  public InMemoryPassageStore(int dimension, List<float[]> vectors) {
    if (dimension < 1) {
      throw new IllegalArgumentException("dimension must be at least 1, got " + dimension);
    }
    this.dimension = dimension;
    size = vectors.size();
    components = new float[length(dimension, size)];
    int number = 0;
    for (float[] vector : vectors) {
      requireUnit(vector);
      int start = start(number);
      for (int d = 0; d < dimension; d++) {
        components[start + d * BLOCK] = vector[d];
      }
      number++;
    }
  }

  private InMemoryPassageStore(int dimension, int size, float[] components) {
    this.dimension = dimension;
    this.size = size;
    this.components = components;
  }

  /**
   * The store of {@code size} vectors that had these components, which it keeps.
   *
   * @throws IllegalArgumentException if there are more or fewer than so many vectors have
   */
  public static InMemoryPassageStore of(int dimension, int size, float[] components) {
    int length = length(dimension, size);
    if (components.length != length) {
      throw new IllegalArgumentException(
          "wanted " + length + " components, got " + components.length);
    }
    return new InMemoryPassageStore(dimension, size, components);
  }

  private static int length(int dimension, int size) {
    int blocks = (size + BLOCK - 1) / BLOCK;
    return Math.multiplyExact(blocks * BLOCK, dimension);
  }

  /** A copy of all components, in the order in which they lie here. */
  public float[] components() {
    return components.clone();
  }

  private void requireUnit(float[] vector) {
    requireDimension(vector);
    double squares = 0;
    for (float component : vector) {
      squares += component * component;
    }
    if (!(Math.abs(squares - 1) <= UNIT_TOLERANCE)) {
      throw new IllegalArgumentException(
          "vector must be of unit length, got " + Math.sqrt(squares));
    }
  }

  private void requireDimension(float[] vector) {
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          "vector must have " + dimension + " components, got " + vector.length);
    }
  }

  /** Index of the first component of a vector; its others follow at distances of a block. */
  private int start(int number) {
    return number / BLOCK * (BLOCK * dimension) + number % BLOCK;
  }

  @Override
  public List<Match> nearest(float[] vector, int count) {
    var all = new BitSet(size);
    all.set(0, size);
    return nearest(vector, count, all);
  }

  @Override
  public List<Match> nearest(float[] vector, int count, BitSet allowed) {
    requireUnit(vector);
    if (count < 0) {
      throw new IllegalArgumentException("count must not be negative, got " + count);
    }
    boolean sparse = allowed.cardinality() < size / SPARSE_SHARE;
    var nearest = new Nearest(count);
    float[] similarities = new float[BLOCK];
    for (int first = 0; first < size; first += BLOCK) {
      int end = Math.min(first + BLOCK, size);
      int number = allowed.nextSetBit(first);
      if (number < 0) {
        break;
      }
      if (!sparse && number < end) {
        addSimilarities(vector, first, similarities);
      }
      for (; number >= 0 && number < end; number = allowed.nextSetBit(number + 1)) {
        nearest.offer(number, sparse ? similarity(vector, number) : similarities[number - first]);
      }
    }
    return nearest.bestFirst();
  }

  private void addSimilarities(float[] vector, int first, float[] similarities) {
    Arrays.fill(similarities, 0);
    int start = start(first);
    for (int d = 0; d < dimension; d++) {
      addProducts(vector[d], components, start + d * BLOCK, similarities);
    }
  }

  private static void addProducts(float factor, float[] components, int start, float[] sums) {
    for (int i = 0; i < BLOCK; i++) {
      sums[i] += factor * components[start + i];
    }
  }

  private float similarity(float[] vector, int number) {
    int start = start(number);
    float sum = 0;
    for (int d = 0; d < dimension; d++) {
      sum += vector[d] * components[start + d * BLOCK];
    }
    return sum;
  }

  /** Keeps the best; the worst of them is at the head of the queue. */
  private static final class Nearest {
    private final int count;
    private final PriorityQueue<Match> worstFirst =
        new PriorityQueue<>((a, b) -> -compareBestFirst(a, b));
    private double worst = Double.NEGATIVE_INFINITY;

    Nearest(int count) {
      this.count = count;
    }

    private static int compareBestFirst(Match a, Match b) {
      int bySimilarity = Double.compare(b.similarity(), a.similarity());
      return bySimilarity != 0 ? bySimilarity : Integer.compare(a.number(), b.number());
    }

    /** They come in the order of their numbers, so an equal one never replaces an earlier one. */
    void offer(int number, float similarity) {
      if (worstFirst.size() == count && !(similarity > worst)) {
        return;
      }
      worstFirst.add(new Match(number, Math.clamp(similarity, -1f, 1f)));
      if (worstFirst.size() > count) {
        worstFirst.remove();
      }
      Match last = worstFirst.peek();
      if (last != null && worstFirst.size() == count) {
        worst = last.similarity();
      }
    }

    List<Match> bestFirst() {
      var matches = new ArrayList<>(worstFirst);
      matches.sort(Nearest::compareBestFirst);
      return List.copyOf(matches);
    }
  }
}
