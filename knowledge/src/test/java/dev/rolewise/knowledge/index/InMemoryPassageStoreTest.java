package dev.rolewise.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
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
  void isMadeAgainFromItsComponents() {
    var vectors = List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {0.6f, 0.8f});
    float[] question = {0.8f, 0.6f};
    var store = new InMemoryPassageStore(2, vectors);

    PassageStore again = InMemoryPassageStore.of(2, 3, store.components());

    assertThat(again.nearest(question, 3)).isEqualTo(store.nearest(question, 3)).hasSize(3);
  }

  @Test
  void refusesComponentsOfAnotherNumber() {
    assertThatThrownBy(() -> InMemoryPassageStore.of(2, 3, new float[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("wanted 512 components, got 2");
  }

  @Test
  void refusesToHaveNoDimension() {
    assertThatThrownBy(() -> newStore(0, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dimension must be at least 1, got 0");
  }
}
