package dev.rolewise.bot.evaluation;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A question with what is known about its right answer.
 *
 * @param id names it in reports
 * @param question as a person would write it
 * @param kind group it is counted in
 * @param history earlier questions of the same conversation, oldest first
 * @param outcome what has to come back
 * @param mustInclude figures and words that a right answer holds
 * @param mustNotInclude figures and words that a right answer does not hold
 * @param documents ids of the documents a right answer rests on; empty means any
 * @param part what the question is used for, if the set is divided
 */
public record EvaluationQuestion(
    String id,
    String question,
    String kind,
    List<String> history,
    ExpectedOutcome outcome,
    List<String> mustInclude,
    List<String> mustNotInclude,
    List<String> documents,
    Optional<Part> part) {
  /** What a question is used for. */
  public enum Part {
    /** Looked at while the answering is improved. */
    TUNE("tune"),
    /** Never looked at, only counted. */
    HELD_BACK("held-back");

    private final String label;

    Part(String label) {
      this.label = label;
    }

    /** As question sets and reports write it. */
    public String label() {
      return label;
    }
  }

  public EvaluationQuestion {
    requireNonNull(id, "id");
    requireNonNull(question, "question");
    requireNonNull(kind, "kind");
    requireNonNull(outcome, "outcome");
    requireNonNull(part, "part");
    history = List.copyOf(history);
    mustInclude = List.copyOf(mustInclude);
    mustNotInclude = List.copyOf(mustNotInclude);
    documents = List.copyOf(documents);
  }
}
