package dev.rolewise.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.knowledge.index.Embedder;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** What every embedder must do. */
abstract class EmbedderContract {
  private static final List<String> TEXTS =
      List.of(
          "Base salary of a senior data engineer in London",
          "A degree is not required.",
          "Base salary of a senior data engineer in London",
          "");

  abstract Embedder embedder();

  @Test
  void embed_givesUnitLength() {
    for (String text : TEXTS) {
      float[] vector = embedder().embed(text);

      assertThat(vector).hasSize(embedder().dimension());
      assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void embedAll_givesWhatEmbedGives_inOrder() {
    List<float[]> vectors = embedder().embedAll(TEXTS);

    assertThat(vectors).hasSize(TEXTS.size());
    for (int i = 0; i < TEXTS.size(); i++) {
      assertThat(vectors.get(i)).containsExactly(embedder().embed(TEXTS.get(i)), within(1e-4f));
    }
  }

  @Test
  void embedAll_givesEachPositionItsOwnArray() {
    List<float[]> vectors = embedder().embedAll(TEXTS);

    assertThat(vectors.get(0)).isNotSameAs(vectors.get(2));
  }

  @Test
  void embedAll_givesNothing_forNoTexts() {
    assertThat(embedder().embedAll(List.of())).isEmpty();
  }

  @Test
  void embedAll_stopsAndKeepsTheFlag_whenInterrupted() {
    Embedder embedder = embedder();
    Thread.currentThread().interrupt();

    try {
      assertThatThrownBy(() -> embedder.embedAll(List.of("interrupted", "twice")))
          .isInstanceOf(CancellationException.class)
          .hasMessage("embedding was interrupted");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      boolean _ = Thread.interrupted();
    }
  }
}
