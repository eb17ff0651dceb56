package dev.rolewise.bot;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.platform.Requests;
import dev.rolewise.bot.state.State;
import dev.rolewise.bot.state.StateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the claims of this process as long as it lives, and hands over the questions of processes
 * that have ended before they answered them.
 */
final class Claims implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Claims.class);
  private static final int ROUNDS = 3;
  private static final Duration EVERY = State.LEASE.dividedBy(ROUNDS);

  private final Requests requests;

  /** Keeps no process alive. */
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("claims").daemon().factory());

  private Optional<Consumer<String>> heir = Optional.empty();

  /** Rounds that others are given to renew theirs, after nobody could. */
  private int waiting;

  Claims(Requests requests) {
    this.requests = requireNonNull(requests, "requests");
  }

  /** Renews every few seconds until it is closed. */
  void start() {
    var _ =
        timer.scheduleWithFixedDelay(
            this::renew, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Hands questions over from now on.
   *
   * @param heir is given what their requests kept
   */
  synchronized void handOver(Consumer<String> heir) {
    this.heir = Optional.of(heir);
  }

  /** Hands nothing over any more once this returns; claims are still renewed. */
  synchronized void handOverNothing() {
    heir = Optional.empty();
  }

  private synchronized void renew() {
    try {
      requests.renewClaims();
      if (waiting > 0) {
        waiting--;
      } else if (heir.isPresent()) {
        List<String> left = requests.takeOver();
        if (!left.isEmpty()) {
          log.info("answering what a process that has ended left, {} in all", left.size());
          left.forEach(kept -> handOn(heir.get(), kept));
        }
      }
    } catch (StateException e) {
      // The service tells itself that it has no state.
      log.debug("no state", e);
      waiting = ROUNDS;
    } catch (RuntimeException e) {
      log.error("what a process that has ended left could not be taken over", e);
    }
  }

  /** One that cannot be read is no reason to leave the others. */
  private static void handOn(Consumer<String> heir, String kept) {
    try {
      heir.accept(kept);
    } catch (RuntimeException e) {
      log.error("a question that a process left could not be taken over", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
