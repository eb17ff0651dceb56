package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.LongSupplier;

/**
 * The last messages of threads, for a while: one may have overtaken the mention of the bot that it
 * goes on from, and is looked at again after that. Safe for many threads.
 */
final class Early {
  /** Messages that are kept at most; the oldest go first. */
  static final int MOST = 1_000;

  /** Longer than Slack takes to deliver a mention again. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  /**
   * A message.
   *
   * @param thread opaque key
   * @param ts time stamp that Slack gave it
   * @param came when, by the clock
   * @param again looks at it once more
   */
  private record Kept(String thread, String ts, long came, Runnable again) {}

  private final LongSupplier nanos;
  private final Deque<Kept> kept = new ArrayDeque<>();

  /**
   * @param nanos the clock, like {@link System#nanoTime}
   */
  Early(LongSupplier nanos) {
    this.nanos = requireNonNull(nanos, "nanos");
  }

  /** Keeps a message. */
  synchronized void keep(String thread, String ts, Runnable again) {
    while (!kept.isEmpty() && (kept.size() >= MOST || isOld(kept.getFirst()))) {
      kept.removeFirst();
    }
    kept.add(new Kept(thread, ts, nanos.getAsLong(), again));
  }

  private boolean isOld(Kept message) {
    return nanos.getAsLong() - message.came() > LONGEST.toNanos();
  }

  /**
   * Looks at the messages of a thread again that are later than a mention, in the order they came,
   * and keeps them no more. What was said before is not for the bot.
   *
   * @param ts time stamp of the mention: time stamps are equally long
   */
  synchronized void lookAgain(String thread, String ts) {
    for (Iterator<Kept> messages = kept.iterator(); messages.hasNext(); ) {
      Kept message = messages.next();
      if (message.thread().equals(thread) && message.ts().compareTo(ts) > 0) {
        messages.remove();
        if (!isOld(message)) {
          message.again().run();
        }
      }
    }
  }
}
