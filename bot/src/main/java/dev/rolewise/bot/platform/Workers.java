package dev.rolewise.bot.platform;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Runs commands, a few at a time. A command that waits for somebody outside this process makes room
 * for another one meanwhile, so a slow language model delays only those who wait for it. Safe for
 * many threads.
 *
 * <p>The threads are of the platform: on virtual threads commands would keep the few carriers from
 * those that wait for a platform, whose calls would seem to time out.
 */
public final class Workers implements AutoCloseable {
  private static final ScopedValue<Workers> CURRENT = ScopedValue.newInstance();

  private final Semaphore places;

  /** As many threads as commands that work or wait for somebody; idle ones end. */
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("command-", 0).daemon().factory());

  /**
   * @param working most commands that work at the same time, at least 1
   */
  Workers(int working) {
    places = new Semaphore(working, true);
  }

  /** Runs something and waits for it. */
  <T> T call(Callable<T> work) throws ExecutionException, InterruptedException {
    places.acquire();
    try {
      return threads.submit(() -> ScopedValue.where(CURRENT, this).call(work::call)).get();
    } finally {
      places.release();
    }
  }

  /** Waits for somebody outside this process; a command that does leaves its place to others. */
  public static <T> T aside(Supplier<T> waiting) {
    if (!CURRENT.isBound()) {
      return waiting.get();
    }
    Workers workers = CURRENT.get();
    workers.places.release();
    try {
      return waiting.get();
    } finally {
      workers.places.acquireUninterruptibly();
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
