package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

/** What a call of Slack came to. */
sealed interface Sent {
  /**
   * Slack did it.
   *
   * @param ts the time stamp that names what was posted, empty if nothing was
   */
  record Done(String ts) implements Sent {
    public Done {
      requireNonNull(ts, "ts");
    }
  }

  /**
   * Slack did not do it and says why.
   *
   * @param error its code, such as {@code invalid_blocks}
   */
  record Refused(String error) implements Sent {
    public Refused {
      requireNonNull(error, "error");
    }
  }

  /**
   * Nobody can tell whether Slack did it.
   *
   * @param reason what went wrong
   */
  record Unclear(String reason) implements Sent {
    public Unclear {
      requireNonNull(reason, "reason");
    }
  }
}
