package dev.rolewise.bot.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs tasks on virtual threads: those of one key one after the other in the order they came, those
 * of different keys side by side.
 */
final class Lanes {
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition finished = lock.newCondition();
  private final Map<String, Queue<Runnable>> waiting = new HashMap<>();
  private final int most;
  private int unfinished;
  private boolean isClosed;

  /** What became of a task. */
  enum Taken {
    YES,
    /** There are too many already. */
    FULL,
    CLOSED
  }

  /**
   * @param most tasks that may be waiting and running
   */
  Lanes(int most) {
    this.most = most;
  }

  /**
   * Takes a task.
   *
   * @param task throws nothing
   */
  Taken take(String key, Runnable task) {
    lock.lock();
    try {
      if (isClosed) {
        return Taken.CLOSED;
      }
      if (unfinished >= most) {
        return Taken.FULL;
      }
      unfinished++;
      Queue<Runnable> lane = waiting.get(key);
      if (lane == null) {
        lane = new ArrayDeque<>();
        waiting.put(key, lane);
        Thread.ofVirtual().name("request").start(() -> runAll(key));
      }
      lane.add(task);
      return Taken.YES;
    } finally {
      lock.unlock();
    }
  }

  private void runAll(String key) {
    Runnable task = next(key);
    while (task != null) {
      try {
        task.run();
      } catch (Throwable e) {
        // The next task of the lane is still to run.
        log.error("a request ended in an error", e);
      } finally {
        finish();
      }
      task = next(key);
    }
  }

  private @Nullable Runnable next(String key) {
    lock.lock();
    try {
      Queue<Runnable> lane = waiting.get(key);
      Runnable task = lane == null ? null : lane.poll();
      if (task == null) {
        waiting.remove(key);
      }
      return task;
    } finally {
      lock.unlock();
    }
  }

  private void finish() {
    lock.lock();
    try {
      unfinished--;
      finished.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Tasks that were taken and are not done. */
  int unfinished() {
    lock.lock();
    try {
      return unfinished;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes no more tasks and waits for those that were taken.
   *
   * @return how many are still not done
   */
  int close(Duration patience) {
    lock.lock();
    try {
      isClosed = true;
      long nanos = patience.toNanos();
      while (unfinished > 0 && nanos > 0) {
        nanos = finished.awaitNanos(nanos);
      }
      return unfinished;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unfinished;
    } finally {
      lock.unlock();
    }
  }
}
