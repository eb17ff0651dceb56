package dev.rolewise.knowledge.retrieval;

import java.util.Arrays;
import java.util.List;

/**
 * Fits a multinomial logistic regression with an L2 penalty by Adam (Kingma and Ba, 2015) on all
 * examples at once, from weights of zero, so that the same examples give the same weights.
 */
final class LogisticRegression {
  private static final int STEPS = 400;
  private static final double RATE = 0.05;
  private static final double PENALTY = 3e-5;
  private static final double FIRST_DECAY = 0.9;
  private static final double SECOND_DECAY = 0.999;

  private final int labels;
  private final int dimension;

  /** Rows of labels, each a weight for each component and the bias last. */
  private final double[] weights;

  LogisticRegression(int labels, int dimension) {
    this.labels = labels;
    this.dimension = dimension;
    weights = new double[labels * (dimension + 1)];
  }

  /**
   * @param vectors the examples
   * @param answers the number of the label of each
   */
  void fit(List<float[]> vectors, int[] answers) {
    double[] first = new double[weights.length];
    double[] second = new double[weights.length];
    for (int step = 1; step <= STEPS; step++) {
      double[] gradient = gradient(vectors, answers);
      for (int i = 0; i < weights.length; i++) {
        first[i] = FIRST_DECAY * first[i] + (1 - FIRST_DECAY) * gradient[i];
        second[i] = SECOND_DECAY * second[i] + (1 - SECOND_DECAY) * gradient[i] * gradient[i];
        double mean = first[i] / (1 - Math.pow(FIRST_DECAY, step));
        double spread = second[i] / (1 - Math.pow(SECOND_DECAY, step));
        weights[i] -= RATE * mean / (Math.sqrt(spread) + 1e-8);
      }
    }
  }

  private double[] gradient(List<float[]> vectors, int[] answers) {
    double[] gradient = new double[weights.length];
    double[] shares = new double[labels];
    for (int n = 0; n < answers.length; n++) {
      float[] vector = vectors.get(n);
      shares(vector, shares);
      shares[answers[n]] -= 1;
      for (int label = 0; label < labels; label++) {
        int row = label * (dimension + 1);
        for (int d = 0; d < dimension; d++) {
          gradient[row + d] += shares[label] * vector[d];
        }
        gradient[row + dimension] += shares[label];
      }
    }
    for (int i = 0; i < gradient.length; i++) {
      boolean bias = i % (dimension + 1) == dimension;
      gradient[i] = gradient[i] / answers.length + (bias ? 0 : PENALTY * weights[i]);
    }
    return gradient;
  }

  private void shares(float[] vector, double[] shares) {
    for (int label = 0; label < labels; label++) {
      int row = label * (dimension + 1);
      double score = weights[row + dimension];
      for (int d = 0; d < dimension; d++) {
        score += weights[row + d] * vector[d];
      }
      shares[label] = score;
    }
    double best = Arrays.stream(shares).max().orElseThrow();
    double sum = 0;
    for (int label = 0; label < labels; label++) {
      shares[label] = Math.exp(shares[label] - best);
      sum += shares[label];
    }
    for (int label = 0; label < labels; label++) {
      shares[label] /= sum;
    }
  }

  float[] biases() {
    float[] biases = new float[labels];
    for (int label = 0; label < labels; label++) {
      biases[label] = (float) weights[label * (dimension + 1) + dimension];
    }
    return biases;
  }

  float[][] weights() {
    float[][] of = new float[labels][dimension];
    for (int label = 0; label < labels; label++) {
      for (int d = 0; d < dimension; d++) {
        of[label][d] = (float) weights[label * (dimension + 1) + d];
      }
    }
    return of;
  }
}
