package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;

/** What a call of Discord came to. */
sealed interface Called {
  /**
   * Discord did it.
   *
   * @param message id of the message, empty if there is none
   */
  record Done(String message) implements Called {
    public Done {
      requireNonNull(message, "message");
    }
  }

  /**
   * Discord did not do it and says why.
   *
   * @param problem what kind of trouble it is
   * @param reason what Discord says, without what anybody said
   */
  record Refused(Problem problem, String reason) implements Called {
    public Refused {
      requireNonNull(problem, "problem");
      requireNonNull(reason, "reason");
    }
  }

  /**
   * Nobody can tell whether Discord did it.
   *
   * @param reason what went wrong
   */
  record Unclear(String reason) implements Called {
    public Unclear {
      requireNonNull(reason, "reason");
    }
  }

  /** Why Discord refuses something. */
  enum Problem {
    /** The interaction is too old, or was never acknowledged. */
    EXPIRED,
    /** The bot may not do that there. */
    NOT_ALLOWED,
    /** The bot may post there, but not reply to what it may not read. */
    NO_REPLY,
    /** The person takes no direct messages. */
    CLOSED,
    /** Somebody has taken the message away. */
    GONE,
    /** The thread is locked or archived. */
    LOCKED,
    OTHER
  }
}
