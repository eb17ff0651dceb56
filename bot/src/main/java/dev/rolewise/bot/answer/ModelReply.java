package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

/** What asking a language model came to. */
public sealed interface ModelReply {
  /**
   * It wrote something, which the receiver has.
   *
   * @param inputTokens tokens it was sent, as far as known
   * @param outputTokens tokens it wrote, as far as known
   */
  record Written(long inputTokens, long outputTokens) implements ModelReply {
    public Written {
      if (inputTokens < 0) {
        throw new IllegalArgumentException("inputTokens must be at least 0, got " + inputTokens);
      }
      if (outputTokens < 0) {
        throw new IllegalArgumentException("outputTokens must be at least 0, got " + outputTokens);
      }
    }
  }

  /**
   * It wrote nothing of use.
   *
   * @param reason why
   */
  record Failed(Reason reason) implements ModelReply {
    public Failed {
      requireNonNull(reason, "reason");
    }
  }

  /** Whether asking once more may help. */
  enum Retry {
    MAY_HELP,
    IS_USELESS
  }

  /** Why a model wrote nothing of use. */
  enum Reason {
    /** It took too long. */
    TIMEOUT("it took too long", Retry.IS_USELESS),
    /** The provider has had too many requests (429). */
    RATE_LIMITED("its provider takes no more requests now", Retry.MAY_HELP),
    /** The provider is out of order (5xx) or cannot be reached. */
    UNAVAILABLE("its provider cannot be reached", Retry.MAY_HELP),
    /** The provider does not take such requests: a wrong key, model or form (4xx). */
    REJECTED("its provider rejected the request", Retry.IS_USELESS),
    /** What came is not in the form that was asked for. */
    MALFORMED("what it wrote cannot be read", Retry.MAY_HELP),
    /** What came names no statement that it rests on. */
    UNCITED("it named nothing that it rests on", Retry.MAY_HELP),
    /** Nothing came. */
    EMPTY("it wrote nothing", Retry.MAY_HELP),
    /** The reply broke off. */
    STOPPED("its reply broke off", Retry.MAY_HELP),
    /** The model will not answer. */
    REFUSED("it declined", Retry.IS_USELESS),
    /** Too many want an answer of it: it was not asked. */
    BUSY("too many wait for it", Retry.IS_USELESS),
    /** Too many failures of late: it was not asked. */
    RESTING("it failed too often of late", Retry.IS_USELESS),
    /** The tokens of the day are used up: it was not asked. */
    OVER_BUDGET("the tokens of the day are used up", Retry.IS_USELESS);

    private final String words;
    private final Retry retry;

    Reason(String words, Retry retry) {
      this.words = words;
      this.retry = retry;
    }

    /** What to tell a person, as a clause about the model. */
    public String words() {
      return words;
    }

    /** Whether asking once more may help. */
    public Retry retry() {
      return retry;
    }
  }
}
