package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out from time to time whether Slack can be used, so that it is known when nobody asks
 * anything. While it cannot, it is asked sooner, after pauses that double up to the usual one.
 */
final class SlackCheck implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackCheck.class);

  /** Part of the usual pause that the first one is while Slack cannot be used. */
  private static final int FIRST = 60;

  private final SlackApi api;
  private final Duration usual;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("slack-check").daemon().factory());
  private Duration pause;
  private Optional<String> trouble = Optional.empty();

  /**
   * @param usual time between two checks while Slack can be used
   */
  SlackCheck(SlackApi api, Duration usual) {
    this.api = requireNonNull(api, "api");
    this.usual = requireNonNull(usual, "usual");
    pause = usual;
    later();
  }

  private void later() {
    try {
      var _ = timer.schedule(this::check, pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException _) {
      log.debug("no check any more: closed");
    }
  }

  private void check() {
    try {
      Optional<String> now = api.check();
      if (now.isPresent() && !now.equals(trouble)) {
        log.error(now.get());
      } else if (now.isEmpty() && trouble.isPresent()) {
        log.info("Slack can be used again");
      }
      pause = now.isEmpty() ? usual : trouble.isEmpty() ? usual.dividedBy(FIRST) : doubled();
      trouble = now;
    } catch (RuntimeException e) {
      log.error("whether Slack can be used could not be found out", e);
    }
    later();
  }

  private Duration doubled() {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(usual) < 0 ? doubled : usual;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
