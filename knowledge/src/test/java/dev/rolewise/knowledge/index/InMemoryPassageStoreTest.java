package dev.rolewise.knowledge.index;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryPassageStoreTest extends PassageStoreContract {
  @Override
  PassageStore newStore(int dimension, List<float[]> vectors) {
    return new InMemoryPassageStore(dimension, vectors);
  }

  @Test
  void refusesAVectorThatIsNotOfUnitLength() {
    assertThatThrownBy(() -> newStore(2, List.of(new float[] {3, 4})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("vector must be of unit length, got 5.0");
  }

  @Test
  void refusesToHaveNoDimension() {
    assertThatThrownBy(() -> newStore(0, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dimension must be at least 1, got 0");
  }
}
