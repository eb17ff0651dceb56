package dev.rolewise.bot.command;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.Reply;

/** What a command came to. */
public sealed interface Outcome {
  /**
   * There is something to show.
   *
   * @param reply what to show
   * @param next the conversation as the next command finds it
   */
  record Replied(Reply reply, Conversation next) implements Outcome {
    public Replied {
      requireNonNull(reply, "reply");
      requireNonNull(next, "next");
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
