package dev.rolewise.knowledge.embedding;

import dev.rolewise.knowledge.index.Embedder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Makes a vector of a text's letters and remembers which texts it was given. */
final class CountingEmbedder implements Embedder {
  private static final int DIMENSION = 26;

  private final List<String> embedded = Collections.synchronizedList(new ArrayList<>());

  /** Texts given to {@link #embedAll}, in order. */
  List<String> embedded() {
    return List.copyOf(embedded);
  }

  @Override
  public String modelId() {
    return "letters/1";
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public float[] embed(String text) {
    float[] vector = new float[DIMENSION];
    vector[0] = 1;
    text.chars().forEach(letter -> vector[letter % DIMENSION]++);
    float length = (float) Math.sqrt(Vectors.dot(vector, vector));
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  @Override
  public List<float[]> embedAll(List<String> texts) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("embedding was interrupted");
    }
    embedded.addAll(texts);
    return texts.stream().map(this::embed).toList();
  }
}
