package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells by the meaning of a question what it is about, where its words do not or mislead.
 *
 * <p>A multinomial logistic regression on the question's vector, fitted on questions whose topics
 * are known. It is for vectors of all-MiniLM-L6-v2 alone. Immutable and safe to use from many
 * threads.
 */
public final class TopicModel {
  /** The label of questions about pay, which is no topic. */
  public static final String PAY = "PAY";

  /** The label of questions on which of all roles pays most or least. */
  public static final String RANKING = "RANKING";

  /** The label of questions about something particular, or of no topic at all. */
  public static final String NONE = "NONE";

  /** Less likely guesses are none: below this, as many answers get worse as get better. */
  private static final double LEAST = 0.65;

  private static final String RESOURCE = "topic-model.bin";

  /** Weights of one label. */
  private static final class Weights {
    private final String label;
    private final float bias;
    private final float[] of;

    Weights(String label, float bias, float[] of) {
      this.label = label;
      this.bias = bias;
      this.of = of;
    }

    double score(float[] vector) {
      double score = bias;
      for (int i = 0; i < of.length; i++) {
        score += of[i] * vector[i];
      }
      return score;
    }
  }

  /**
   * What a question is about.
   *
   * @param label the name of a topic, {@link #PAY} or {@link #RANKING}
   * @param probability how sure that is, above 0.65 and at most 1
   */
  public record Guess(String label, double probability) {
    public Guess {
      requireNonNull(label, "label");
    }

    /** The topic, or empty if it is about pay or a ranking by pay. */
    public Optional<Topic> topic() {
      return label.equals(PAY) || isRanking()
          ? Optional.empty()
          : Optional.of(Topic.valueOf(label));
    }

    /** Whether it asks which of all roles pays most or least. */
    public boolean isRanking() {
      return label.equals(RANKING);
    }
  }

  private final List<Weights> weights;

  private TopicModel(List<Weights> weights) {
    this.weights = weights;
  }

  /** The model that is part of the program. */
  public static TopicModel bundled() {
    return Bundled.MODEL;
  }

  /** Read when it is first needed. */
  private static final class Bundled {
    private static final TopicModel MODEL = read();

    private static TopicModel read() {
      try (InputStream in = TopicModel.class.getResourceAsStream(RESOURCE)) {
        return TopicModel.read(requireNonNull(in, RESOURCE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * A model as {@link #write} wrote it.
   *
   * @throws IOException if the stream cannot be read or ends too early
   */
  public static TopicModel read(InputStream in) throws IOException {
    var data = new DataInputStream(new BufferedInputStream(in));
    int labels = data.readInt();
    int dimension = data.readInt();
    List<Weights> weights = new ArrayList<>();
    for (int i = 0; i < labels; i++) {
      String label = data.readUTF();
      float bias = data.readFloat();
      float[] of = new float[dimension];
      for (int d = 0; d < dimension; d++) {
        of[d] = data.readFloat();
      }
      weights.add(new Weights(label, bias, of));
    }
    return new TopicModel(weights);
  }

  /**
   * Writes weights for {@link #read}.
   *
   * @param labels names of topics, {@link #PAY}, {@link #RANKING} and {@link #NONE}
   * @param biases one for each label
   * @param of for each label one weight for each component of a vector
   * @throws IOException if the stream cannot be written
   */
  public static void write(OutputStream out, List<String> labels, float[] biases, float[][] of)
      throws IOException {
    var data = new DataOutputStream(out);
    data.writeInt(labels.size());
    data.writeInt(of[0].length);
    for (int i = 0; i < labels.size(); i++) {
      data.writeUTF(labels.get(i));
      data.writeFloat(biases[i]);
      for (float weight : of[i]) {
        data.writeFloat(weight);
      }
    }
    data.flush();
  }

  /**
   * What a question is about, if one label is likely enough.
   *
   * @param vector of the question's text without the names of jobs, of unit length
   */
  public Optional<Guess> guess(float[] vector) {
    double[] scores = weights.stream().mapToDouble(label -> label.score(vector)).toArray();
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - scores[best]);
    }
    String label = weights.get(best).label;
    return label.equals(NONE) || 1 / sum <= LEAST
        ? Optional.empty()
        : Optional.of(new Guess(label, 1 / sum));
  }
}
