package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

/** What reading a command line came to. */
sealed interface Parsed {
  /** How much is said about trouble. */
  enum Detail {
    ONE_LINE,
    /** With a stack trace. */
    VERBOSE
  }

  /** It is clear what is asked for. */
  record Understood(Request request, Detail detail) implements Parsed {
    public Understood {
      requireNonNull(request, "request");
      requireNonNull(detail, "detail");
    }
  }

  /**
   * It cannot be used.
   *
   * @param problem what is wrong, on one line
   */
  record Wrong(String problem) implements Parsed {
    public Wrong {
      requireNonNull(problem, "problem");
    }
  }
}
