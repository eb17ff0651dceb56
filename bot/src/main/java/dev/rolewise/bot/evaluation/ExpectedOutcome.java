package dev.rolewise.bot.evaluation;

import dev.rolewise.bot.answer.Answer;

/** What has to come back for a question. */
public enum ExpectedOutcome {
  ANSWERED("answered"),
  NOT_FOUND("not_found"),
  CLARIFY("clarify"),
  /** A question back or an answer to the likeliest reading. */
  CLARIFY_OR_ANSWERED("clarify_or_answered");

  private final String label;

  ExpectedOutcome(String label) {
    this.label = label;
  }

  /** As question sets and reports write it. */
  public String label() {
    return label;
  }

  boolean matches(Answer answer) {
    return switch (answer) {
      case Answer.Answered _ -> this == ANSWERED || this == CLARIFY_OR_ANSWERED;
      case Answer.NotCovered _ -> this == NOT_FOUND;
      case Answer.Clarify _ -> this == CLARIFY || this == CLARIFY_OR_ANSWERED;
    };
  }
}
