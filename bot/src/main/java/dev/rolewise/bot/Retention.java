package dev.rolewise.bot;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.state.State;
import dev.rolewise.bot.state.StateException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets every day what is older than it is to be kept. */
final class Retention implements AutoCloseable {
  /** How long conversations, and answers that buttons refer to, are kept. */
  static final Duration KEPT = Duration.ofDays(90);

  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final Duration EVERY = Duration.ofDays(1);

  private final State state;
  private final InstantSource clock;
  private final ScheduledExecutorService timer;

  /**
   * @param timer is shut down at the end
   */
  Retention(State state, InstantSource clock, ScheduledExecutorService timer) {
    this.state = requireNonNull(state, "state");
    this.clock = requireNonNull(clock, "clock");
    this.timer = requireNonNull(timer, "timer");
  }

  /** With a thread of its own, which keeps no process alive. */
  static Retention of(State state, InstantSource clock) {
    return new Retention(
        state,
        clock,
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("retention").daemon().factory()));
  }

  /**
   * Forgets now, and then every day until it is closed.
   *
   * @throws StateException if the store cannot be reached now; later it is tried again a day later
   */
  void start() {
    forget();
    var _ =
        timer.scheduleWithFixedDelay(
            this::forgetOrTryLater, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
  }

  private void forget() {
    state.forgetBefore(clock.instant().minus(KEPT));
  }

  private void forgetOrTryLater() {
    try {
      forget();
    } catch (RuntimeException e) {
      log.error("what is too old could not be forgotten", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
