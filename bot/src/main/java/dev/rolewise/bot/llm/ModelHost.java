package dev.rolewise.bot.llm;

import static java.util.Objects.requireNonNull;

/** What came of asking the host of a language model whether it can be used. */
public sealed interface ModelHost {
  /** It can, as far as can be told. */
  record Ready() implements ModelHost {}

  /**
   * It cannot be used now, and perhaps later.
   *
   * @param problem on one line, without secrets
   */
  record Unreachable(String problem) implements ModelHost {
    public Unreachable {
      requireNonNull(problem, "problem");
    }
  }

  /**
   * It cannot be used as it is configured.
   *
   * @param problem what to set, on one line, without secrets
   */
  record Refused(String problem) implements ModelHost {
    public Refused {
      requireNonNull(problem, "problem");
    }
  }
}
