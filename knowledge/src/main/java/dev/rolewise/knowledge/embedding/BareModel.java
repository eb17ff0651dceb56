package dev.rolewise.knowledge.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/**
 * The same model in the plainest use of onnxruntime: a session with default options over the model
 * as it lies in the jar. It is what {@link MiniLmEmbedder} is measured against.
 */
public final class BareModel implements AutoCloseable {
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieceTokenizer tokenizer;

  private BareModel(OrtEnvironment environment, OrtSession session, WordPieceTokenizer tokenizer) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  /** The model that lies in the jar. */
  public static BareModel bundled() {
    try {
      var environment = OrtEnvironment.getEnvironment();
      return new BareModel(
          environment,
          environment.createSession(ModelFile.bundled()),
          new WordPieceTokenizer(Vocabulary.bundled()));
    } catch (OrtException e) {
      throw new IllegalStateException("embedding model could not be loaded", e);
    }
  }

  /** What the model reads of a text. */
  public long[] tokens(String text) {
    int[] ids = tokenizer.encode(text, MiniLmEmbedder.WINDOW_TOKENS);
    return Arrays.stream(ids).asLongStream().toArray();
  }

  /** Mean of the tokens' vectors. */
  public float[] embed(long[] tokens) {
    long[] mask = new long[tokens.length];
    Arrays.fill(mask, 1);
    long[] shape = {1, tokens.length};
    try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), shape);
        var masks = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
        var types =
            OnnxTensor.createTensor(environment, LongBuffer.allocate(tokens.length), shape);
        var result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", masks, "token_type_ids", types))) {
      return mean(((OnnxTensor) result.get(0)).getFloatBuffer(), tokens.length);
    } catch (OrtException e) {
      throw new IllegalStateException("embedding model could not be run", e);
    }
  }

  private static float[] mean(FloatBuffer vectors, int tokens) {
    float[] mean = new float[vectors.remaining() / tokens];
    for (int token = 0; token < tokens; token++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vectors.get() / tokens;
      }
    }
    return mean;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("embedding model could not be closed", e);
    }
  }
}
