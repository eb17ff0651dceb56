package dev.rolewise.knowledge.index;

import java.util.List;

/**
 * Turns text into vectors of one model.
 *
 * <p>Implementations must be safe to call from many threads. A model that cannot be run is an
 * {@link IllegalStateException}; a thread that is interrupted keeps its flag and gets a {@link
 * java.util.concurrent.CancellationException} from {@link #embedAll}.
 */
public interface Embedder {
  /**
   * Name and version of everything that decides a vector: model, window, pooling. Vectors of
   * different ids must not be compared. Known without loading the model.
   */
  String modelId();

  /** Number of components of every vector. Known without loading the model. */
  int dimension();

  /** Vector of unit length for one text; a text over the model's window is cut. */
  float[] embed(String text);

  /** Vectors in the order of the texts, each the same as {@link #embed} gives. */
  List<float[]> embedAll(List<String> texts);
}
