package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Statement;

/**
 * A statement that bears on a question.
 *
 * @param statement the statement
 * @param score how well words and meaning fit together; comparable within one search only
 * @param similarity cosine similarity of question and statement, from -1 to 1; 0 if the search had
 *     no vector
 */
public record Passage(Statement statement, double score, double similarity) {
  public Passage {
    requireNonNull(statement, "statement");
    if (!(score >= 0)) {
      throw new IllegalArgumentException("score must not be negative, got " + score);
    }
    if (!(similarity >= -1 && similarity <= 1)) {
      throw new IllegalArgumentException("similarity must be between -1 and 1, got " + similarity);
    }
  }
}
