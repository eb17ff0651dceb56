package dev.rolewise.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.knowledge.index.PassageStore.Match;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of vectors does. */
abstract class PassageStoreContract {
  private static final float[] EAST = {1, 0};
  private static final float[] NORTH_EAST = {0.6f, 0.8f};
  private static final float[] NORTH = {0, 1};
  private static final float[] WEST = {-1, 0};

  /** A store of unit vectors, each under its index. */
  abstract PassageStore newStore(int dimension, List<float[]> vectors);

  @Test
  void nearest_returnsBestFirst() {
    PassageStore store = newStore(2, List.of(WEST, NORTH, EAST, NORTH_EAST));

    List<Match> found = store.nearest(EAST, 4);

    assertThat(found).extracting(Match::number).containsExactly(2, 3, 1, 0);
    assertThat(found.getFirst().similarity()).isCloseTo(1, within(1e-6));
    assertThat(found.get(1).similarity()).isCloseTo(0.6, within(1e-6));
    assertThat(found.getLast().similarity()).isCloseTo(-1, within(1e-6));
  }

  @Test
  void nearest_returnsNoMoreThanAsked() {
    PassageStore store = newStore(2, List.of(WEST, NORTH, EAST, NORTH_EAST));

    assertThat(store.nearest(EAST, 2)).extracting(Match::number).containsExactly(2, 3);
    assertThat(store.nearest(EAST, 0)).isEmpty();
    assertThat(store.nearest(EAST, 100)).hasSize(4);
  }

  @Test
  void nearest_putsTheLowerNumberFirst_amongEquals() {
    PassageStore store = newStore(2, List.of(NORTH, EAST, NORTH, EAST));

    assertThat(store.nearest(EAST, 3)).extracting(Match::number).containsExactly(1, 3, 0);
  }

  @Test
  void nearest_returnsOnlyWhatIsAllowed() {
    PassageStore store = newStore(2, List.of(WEST, NORTH, EAST, NORTH_EAST));
    var allowed = new BitSet();
    allowed.set(0);
    allowed.set(3);
    allowed.set(99);

    assertThat(store.nearest(EAST, 4, allowed)).extracting(Match::number).containsExactly(3, 0);
    assertThat(store.nearest(EAST, 4, new BitSet())).isEmpty();
  }

  @Test
  void nearest_findsNothing_whenTheStoreIsEmpty() {
    assertThat(newStore(2, List.of()).nearest(EAST, 3)).isEmpty();
  }

  @Test
  void nearest_agreesWithComparingOneByOne() {
    int dimension = 48;
    List<float[]> vectors =
        IntStream.range(0, 700).mapToObj(seed -> unitVector(seed, dimension)).toList();
    float[] vector = unitVector(12_345, dimension);
    PassageStore store = newStore(dimension, vectors);

    List<Integer> oneByOne =
        IntStream.range(0, vectors.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -cosine(vectors.get(i), vector)))
            .toList();

    assertThat(store.nearest(vector, 25))
        .extracting(Match::number)
        .containsExactlyElementsOf(oneByOne.subList(0, 25));
    assertThat(store.nearest(vector, 5, bits(oneByOne.subList(100, 120))))
        .extracting(Match::number)
        .containsExactlyElementsOf(oneByOne.subList(100, 105));
  }

  @Test
  void nearest_refusesAVectorOfAnotherDimension() {
    PassageStore store = newStore(2, List.of(EAST));

    assertThatThrownBy(() -> store.nearest(new float[] {1, 0, 0}, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vector must have 2 components, got 3");
  }

  private static BitSet bits(List<Integer> numbers) {
    var bits = new BitSet();
    new ArrayList<>(numbers).forEach(bits::set);
    return bits;
  }

  /** The same vector for the same seed, in a direction of its own. */
  private static float[] unitVector(int seed, int dimension) {
    float[] vector = new float[dimension];
    double squares = 0;
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) Math.sin(seed * 12.9898 + i * 78.233);
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < dimension; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
