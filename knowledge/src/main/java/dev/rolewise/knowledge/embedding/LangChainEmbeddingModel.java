package dev.rolewise.knowledge.embedding;

import static java.util.Objects.requireNonNull;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.rolewise.knowledge.index.Embedder;
import java.util.List;

/** Shows an {@link Embedder} to LangChain4j. */
public final class LangChainEmbeddingModel implements EmbeddingModel {
  private final Embedder embedder;

  public LangChainEmbeddingModel(Embedder embedder) {
    this.embedder = requireNonNull(embedder, "embedder");
  }

  @Override
  public Response<Embedding> embed(String text) {
    return Response.from(Embedding.from(embedder.embed(text)));
  }

  @Override
  public Response<Embedding> embed(TextSegment segment) {
    return embed(segment.text());
  }

  @Override
  public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
    List<String> texts = segments.stream().map(TextSegment::text).toList();
    return Response.from(embedder.embedAll(texts).stream().map(Embedding::from).toList());
  }

  @Override
  public int dimension() {
    return embedder.dimension();
  }

  @Override
  public String modelName() {
    return embedder.modelId();
  }
}
