package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.platform.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out from time to time whether Slack can be used, so that it is known when nobody asks
 * anything. While it cannot, or something else did not work, it is asked sooner, after pauses that
 * double up to the usual one. Safe for many threads.
 */
final class SlackCheck implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackCheck.class);

  /** Part of the usual pause that the first one is while Slack cannot be used. */
  private static final int FIRST = 60;

  private final SlackApi api;
  private final Duration usual;
  private final ScheduledExecutorService timer;
  private Optional<ScheduledFuture<?>> next = Optional.empty();
  private Duration pause;
  private Optional<String> trouble = Optional.empty();

  /**
   * @param usual time between two checks while Slack can be used
   */
  SlackCheck(SlackApi api, Duration usual) {
    this(
        api,
        usual,
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("slack-check").daemon().factory()));
  }

  /**
   * @param usual time between two checks while Slack can be used
   * @param timer runs the checks, and is shut down with this
   */
  SlackCheck(SlackApi api, Duration usual, ScheduledExecutorService timer) {
    this.api = requireNonNull(api, "api");
    this.usual = requireNonNull(usual, "usual");
    this.timer = requireNonNull(timer, "timer");
    pause = usual;
    later();
  }

  /** Something did not work: sooner than usual it is found out whether everything else does. */
  synchronized void soon() {
    Duration first = usual.dividedBy(FIRST);
    if (trouble.isEmpty() && pause.compareTo(first) > 0) {
      pause = first;
      later();
    }
  }

  private void later() {
    next.ifPresent(waiting -> waiting.cancel(false));
    try {
      next = Optional.of(timer.schedule(this::check, pause.toNanos(), TimeUnit.NANOSECONDS));
    } catch (RejectedExecutionException _) {
      log.debug("no check any more: closed");
    }
  }

  private void check() {
    Optional<String> now;
    try {
      now = api.check();
    } catch (RuntimeException e) {
      log.error("whether Slack can be used could not be found out", e);
      now = trouble();
    }
    told(now);
  }

  private synchronized Optional<String> trouble() {
    return trouble;
  }

  private synchronized void told(Optional<String> now) {
    if (now.isPresent() && !now.equals(trouble)) {
      log.error(now.get());
    } else if (now.isEmpty() && trouble.isPresent()) {
      log.info("Slack can be used again");
    }
    pause =
        now.isEmpty()
            ? usual
            : trouble.isEmpty() ? usual.dividedBy(FIRST) : Pause.longer(pause, usual);
    trouble = now;
    later();
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
