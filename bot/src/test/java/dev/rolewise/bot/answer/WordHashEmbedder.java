package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Embedder;
import java.util.List;

/** Texts with the same words get the same direction, texts without a common word hardly any. */
final class WordHashEmbedder implements Embedder {
  private static final int DIMENSION = 256;

  @Override
  public String modelId() {
    return "word-hash";
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public float[] embed(String text) {
    float[] vector = new float[DIMENSION];
    vector[0] = 0.01f;
    for (String word : Words.of(text)) {
      vector[1 + Math.floorMod(Words.singular(word).hashCode(), DIMENSION - 1)] += 1;
    }
    double squares = 0;
    for (float component : vector) {
      squares += component * component;
    }
    for (int i = 0; i < DIMENSION; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }

  @Override
  public List<float[]> embedAll(List<String> texts) {
    return texts.stream().map(this::embed).toList();
  }
}
