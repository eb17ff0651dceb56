package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

/** Where people talk to the bot. Safe for many threads. */
public interface ChatPlatform extends AutoCloseable {
  /** What connecting came to. */
  sealed interface Connected {
    /** Requests arrive from now on. */
    record Ready() implements Connected {}

    /**
     * It cannot be used as it is configured, or cannot be reached.
     *
     * @param problem what has to be set or allowed, on one line, without secrets
     */
    record Refused(String problem) implements Connected {
      public Refused {
        requireNonNull(problem, "problem");
      }
    }
  }

  /** Whether requests arrive and outcomes leave. */
  sealed interface Health {
    /** They do. */
    record Up() implements Health {}

    /**
     * They do not.
     *
     * @param reason why, on one line, without secrets
     */
    record Down(String reason) implements Health {
      public Down {
        requireNonNull(reason, "reason");
      }
    }
  }

  /** What it is called, in lower case. */
  String name();

  /** Connects; when it is refused, nothing keeps running. */
  Connected connect();

  Health health();

  /**
   * Accepts once more what was accepted in a process that has ended, if it is of this platform.
   *
   * @param kept what the request kept for that
   */
  default void acceptAgain(String kept) {}

  /** Takes no more requests; those that were accepted can still be answered until it is closed. */
  void stopAccepting();

  @Override
  void close();
}
