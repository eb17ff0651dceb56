package dev.rolewise.bot.llm;

import static java.util.Objects.requireNonNull;

import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.answer.ModelReply;
import dev.rolewise.bot.answer.ModelReply.Reason;
import dev.rolewise.bot.answer.ModelReply.Retry;
import dev.rolewise.bot.answer.Prompt;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks a model once more where that may help, leaves it alone after many failures, and keeps to the
 * tokens of a day.
 */
final class ReliableLanguageModel implements LanguageModel {
  /**
   * When a model is asked again.
   *
   * @param pause before the second attempt
   * @param failures failures of the latest attempts after which the model is left alone
   * @param attempts the latest attempts that count
   * @param rest how long it is left alone
   */
  record Policy(Duration pause, int failures, int attempts, Duration rest) {
    /**
     * Half of ten attempts, so that a busy hour with some failures does not count; and a rest that
     * ends soon after a server was started anew, which takes about as long.
     */
    static final Policy DEFAULT = new Policy(Duration.ofMillis(200), 5, 10, Duration.ofSeconds(30));
  }

  private final LanguageModel model;
  private final TokenBudget budget;
  private final ModelTally tally;
  private final Duration timeout;

  private final Duration pause;
  private final RetryAfter wait;

  /** One for each form, because what is short may take less time: failures of one are its own. */
  private final Map<Prompt.Form, CircuitBreaker<ModelReply>> breakers =
      new EnumMap<>(Prompt.Form.class);

  /**
   * @param timeout how long one attempt may take
   * @param wait how long the server of the model wants to be left alone
   */
  ReliableLanguageModel(
      LanguageModel model,
      TokenBudget budget,
      ModelTally tally,
      Duration timeout,
      Policy policy,
      RetryAfter wait) {
    this.model = model;
    this.budget = budget;
    this.tally = tally;
    this.timeout = timeout;
    this.wait = wait;
    pause = policy.pause();
    for (Prompt.Form form : Prompt.Form.values()) {
      breakers.put(form, breaker(policy));
    }
  }

  private FailsafeExecutor<ModelReply> executor(Prompt prompt, Counting receiver) {
    RetryPolicy<ModelReply> retry =
        RetryPolicy.<ModelReply>builder()
            .handleResultIf(_ -> receiver.hasBegunAnew)
            .abortOn(RuntimeException.class)
            .withDelayFn(_ -> receiver.delay)
            .withMaxRetries(1)
            .build();
    return Failsafe.with(retry, requireNonNull(breakers.get(prompt.form())));
  }

  private static CircuitBreaker<ModelReply> breaker(Policy policy) {
    return CircuitBreaker.<ModelReply>builder()
        .handleResultIf(ReliableLanguageModel::isOutOfOrder)
        .withFailureThreshold(policy.failures(), policy.attempts())
        .withSuccessThreshold(1)
        .withDelay(policy.rest())
        .build();
  }

  /**
   * Whether the server is out of order, which is when it is left alone: it cannot be reached, is
   * too slow, breaks off, says nothing or takes no requests. What a model writes in time and
   * nothing can be made of, such as half a JSON or a text that cites nothing, says nothing about
   * its server.
   */
  private static boolean isOutOfOrder(ModelReply reply) {
    return reply instanceof ModelReply.Failed(var reason)
        && switch (reason) {
          case TIMEOUT, RATE_LIMITED, UNAVAILABLE, REJECTED, EMPTY, STOPPED -> true;
          case MALFORMED, UNCITED, REFUSED, BUSY, RESTING, OVER_BUDGET -> false;
        };
  }

  /** Whether a provider counts tokens of such a request, though perhaps nothing of it arrived. */
  private static boolean wasAtWork(Reason reason) {
    return switch (reason) {
      case TIMEOUT, MALFORMED, UNCITED, EMPTY, STOPPED, REFUSED -> true;
      case RATE_LIMITED, UNAVAILABLE, REJECTED, BUSY, RESTING, OVER_BUDGET -> false;
    };
  }

  @Override
  public ModelReply reply(Prompt prompt, Receiver receiver, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    var counting = new Counting(receiver);
    long most = prompt.tokens() + prompt.maxTokens();
    if (!budget.setAside(most)) {
      return failed(Reason.OVER_BUDGET);
    }
    try {
      return executor(prompt, counting).get(() -> once(prompt, counting, end));
    } catch (CircuitBreakerOpenException _) {
      return counting.failure.map(this::failedAlready).orElseGet(() -> failed(Reason.RESTING));
    } finally {
      budget.giveBack(most);
    }
  }

  private ModelReply once(Prompt prompt, Counting receiver, long end) {
    Duration left = left(end);
    boolean isFirst = receiver.failure.isEmpty();
    receiver.hasBegunAnew = false;
    if (left.isZero() || (isFirst && receiver.begin() == Receiver.Wish.ENOUGH)) {
      return receiver
          .failure
          .<ModelReply>map(ModelReply.Failed::new)
          .orElseGet(() -> failed(Reason.TIMEOUT));
    }
    tally.requested();
    ModelReply reply = model.reply(prompt, receiver, left.compareTo(timeout) < 0 ? left : timeout);
    switch (reply) {
      case ModelReply.Written(long sent, long received) -> spend(sent, received);
      case ModelReply.Failed(Reason reason) -> {
        failed(reason);
        receiver.failure = Optional.of(reason);
        if (receiver.chars > 0 || wasAtWork(reason)) {
          spend(prompt.tokens(), Prompt.tokens(receiver.chars));
        }
        Duration asked = wait.left();
        receiver.delay = asked.compareTo(pause) > 0 ? asked : pause;
        receiver.hasBegunAnew =
            isFirst
                && reason.retry() == Retry.MAY_HELP
                && left(end).compareTo(receiver.delay) > 0
                && receiver.begin() == Receiver.Wish.MORE;
      }
    }
    return reply;
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  private void spend(long input, long output) {
    budget.spend(input + output);
    tally.spent(input, output);
  }

  private ModelReply failed(Reason reason) {
    tally.failed(reason);
    return new ModelReply.Failed(reason);
  }

  private ModelReply failedAlready(Reason reason) {
    return new ModelReply.Failed(reason);
  }

  /** Hands on what arrives, and counts it. */
  private static final class Counting implements Receiver {
    private final Receiver receiver;
    private Optional<Reason> failure = Optional.empty();
    private boolean hasBegunAnew;

    /** Before the second attempt. */
    private Duration delay = Duration.ZERO;

    private volatile long chars;

    Counting(Receiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public Wish begin() {
      chars = 0;
      return receiver.begin();
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time, by contract
    public Wish accept(String piece) {
      chars += piece.length();
      return receiver.accept(piece);
    }

    @Override
    public Optional<Reason> end() {
      return receiver.end();
    }
  }
}
