package dev.rolewise.bot.command;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.Reply;
import java.util.Optional;

/** What a command came to. */
public sealed interface Outcome {
  /** How far the documents answer what was asked. */
  enum Coverage {
    /** They say it. */
    FULL,
    /** They do not say it. */
    NONE,
    /** It has several readings. */
    UNCLEAR
  }

  /**
   * There is something to show.
   *
   * @param reply what to show
   * @param next the conversation as the next command finds it
   * @param coverage how far it is an answer
   * @param why how it came about, if that cannot be told later by doing it again
   */
  record Replied(Reply reply, Conversation next, Coverage coverage, Optional<Reply> why)
      implements Outcome {
    public Replied {
      requireNonNull(reply, "reply");
      requireNonNull(next, "next");
      requireNonNull(coverage, "coverage");
      requireNonNull(why, "why");
    }

    /** What was asked for. */
    public Replied(Reply reply, Conversation next) {
      this(reply, next, Coverage.FULL, Optional.empty());
    }
  }

  /**
   * It was given something it cannot use.
   *
   * @param problem what is wrong and what exists instead, on one line
   */
  record Wrong(String problem) implements Outcome {
    /** A longer problem is cut: it repeats what somebody wrote. */
    static final int MAX_CHARS = 600;

    public Wrong {
      requireNonNull(problem, "problem");
      problem = problem.length() > MAX_CHARS ? problem.substring(0, MAX_CHARS) + " …" : problem;
    }
  }
}
