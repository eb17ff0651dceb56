package dev.rolewise.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.List;
import org.junit.jupiter.api.Test;

class LangChainEmbeddingModelTest {
  private final CountingEmbedder embedder = new CountingEmbedder();
  private final EmbeddingModel model = new LangChainEmbeddingModel(embedder);

  @Test
  void embedsATextAndASegment() {
    Embedding expected = Embedding.from(embedder.embed("data engineer"));

    assertThat(model.embed("data engineer").content()).isEqualTo(expected);
    assertThat(model.embed(TextSegment.from("data engineer")).content()).isEqualTo(expected);
  }

  @Test
  void embedsSegmentsInOrder() {
    var segments = List.of(TextSegment.from("salary"), TextSegment.from("skills"));

    assertThat(model.embedAll(segments).content())
        .containsExactly(
            Embedding.from(embedder.embed("salary")), Embedding.from(embedder.embed("skills")));
  }

  @Test
  void tellsNameAndDimension() {
    assertThat(model.modelName()).isEqualTo(embedder.modelId());
    assertThat(model.dimension()).isEqualTo(embedder.dimension());
  }
}
