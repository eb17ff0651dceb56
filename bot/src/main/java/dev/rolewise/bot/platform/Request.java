package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something a person wants of the bot.
 *
 * @param event what tells it from every other request, the same when it is delivered again; none if
 *     it cannot be
 * @param thread opaque key of the conversation it belongs to
 * @param condition when it is for the bot at all
 * @param work what to do
 * @param asker opaque key of whoever asks, the same each time, where a platform shows people what
 *     they asked; none elsewhere
 * @param kept what the platform needs to accept it again after a process that ended before it began
 *     to show an outcome; none where nobody waits for that
 */
public record Request(
    Optional<String> event,
    String thread,
    Condition condition,
    Work work,
    Optional<String> asker,
    Optional<String> kept) {
  /** When a request is for the bot. */
  public enum Condition {
    ALWAYS,
    /** Only where the bot has answered before; elsewhere nothing happens. */
    IN_KNOWN_THREAD,
    /**
     * Only where the bot has answered before, and only a question that the documents answer without
     * anything that was said before: others are talking, and one that leans on what was said is for
     * them.
     */
    STANDING_ALONE_IN_KNOWN_THREAD
  }

  /** What a request asks for. */
  public sealed interface Work {
    /**
     * A command.
     *
     * @param command its name
     * @param given what its parameters were given
     */
    record Run(String command, Map<String, List<String>> given) implements Work {
      public Run {
        requireNonNull(command, "command");
        given = Map.copyOf(given);
      }
    }

    /**
     * Something about an earlier answer.
     *
     * @param answer its id
     */
    record About(String answer, Wanted wanted) implements Work {
      public About {
        requireNonNull(answer, "answer");
        requireNonNull(wanted, "wanted");
      }
    }

    /**
     * A question that an earlier answer offers.
     *
     * @param answer its id
     * @param suggestion place of the question in the answer, from 0
     */
    record Suggested(String answer, int suggestion) implements Work {
      public Suggested {
        requireNonNull(answer, "answer");
      }
    }

    /**
     * Keeps what somebody thinks of an answer.
     *
     * @param answer its id
     * @param rater opaque, different for each answer
     * @param reason why, may be empty
     */
    record Rate(String answer, String rater, Verdict verdict, String reason) implements Work {
      public Rate {
        requireNonNull(answer, "answer");
        requireNonNull(rater, "rater");
        requireNonNull(verdict, "verdict");
        requireNonNull(reason, "reason");
      }
    }

    /** Says how the bot is used. */
    record Help() implements Work {}

    /**
     * Says what is wrong with what was written.
     *
     * @param problem on one line
     */
    record Explain(String problem) implements Work {
      public Explain {
        requireNonNull(problem, "problem");
      }
    }
  }

  /** Whether an answer helped. */
  public enum Verdict {
    GOOD,
    BAD
  }

  /** What can be asked about an answer. */
  public enum Wanted {
    SOURCES,
    WHY,
    /** The answer itself, to be shown again. */
    AGAIN,
    /** The answer itself for others, who go on from it in the conversation of the request. */
    SHARED
  }

  public Request {
    requireNonNull(event, "event");
    requireNonNull(thread, "thread");
    requireNonNull(condition, "condition");
    requireNonNull(work, "work");
    requireNonNull(asker, "asker");
    requireNonNull(kept, "kept");
  }

  /** A request of nobody in particular. */
  public Request(Optional<String> event, String thread, Condition condition, Work work) {
    this(event, thread, condition, work, Optional.empty(), Optional.empty());
  }

  /** The same of somebody. */
  public Request by(String person) {
    return new Request(event, thread, condition, work, Optional.of(person), kept);
  }

  /** The same with what is needed to accept it again. */
  public Request keeping(String question) {
    return new Request(event, thread, condition, work, asker, Optional.of(question));
  }

  /** A question. */
  public static Work question(String words) {
    return new Work.Run("ask", Map.of("question", List.of(words)));
  }
}
