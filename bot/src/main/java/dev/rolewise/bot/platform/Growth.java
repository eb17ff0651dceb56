package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.render.Reply;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows how an answer begins while the rest of it is written. Sends from a thread of its own, so
 * that whoever writes need not wait: the latest beginning each time, with a pause behind it. Safe
 * for many threads.
 */
public final class Growth {
  /** Whether more can be sent. */
  public enum Next {
    MORE,
    /** What is missing comes with the whole answer. */
    NO_MORE
  }

  /** Sends beginnings, and waits until each is taken. */
  @FunctionalInterface
  public interface Sender {
    /**
     * Sends a beginning.
     *
     * @param beginning longer than the one before, which it begins with
     */
    Next send(Reply beginning);
  }

  private static final Logger log = LoggerFactory.getLogger(Growth.class);

  private final Sender sender;
  private final Pause pause;
  private final Duration interval;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition stopped = lock.newCondition();
  private @Nullable Reply latest;
  private @Nullable Thread sending;
  private boolean isPausing;
  private boolean isEnded;

  /**
   * @param interval from the end of one send to the next; the whole answer need not wait for it
   */
  public Growth(Sender sender, Pause pause, Duration interval) {
    this.sender = requireNonNull(sender, "sender");
    this.pause = requireNonNull(pause, "pause");
    this.interval = requireNonNull(interval, "interval");
  }

  /** Has a beginning sent; returns at once. Without effect after the end. */
  public void grow(Reply beginning) {
    lock.lock();
    try {
      if (isEnded) {
        return;
      }
      latest = beginning;
      if (sending == null) {
        sending = Thread.ofVirtual().name("growth").start(this::sendAll);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends it: once this returns, nothing is sent any more. */
  public void end() {
    lock.lock();
    try {
      isEnded = true;
      if (isPausing && sending != null) {
        sending.interrupt();
      }
      while (sending != null) {
        stopped.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private void sendAll() {
    try {
      Reply beginning = next();
      while (beginning != null) {
        if (sender.send(beginning) == Next.NO_MORE) {
          stop();
          return;
        }
        pauseABit();
        beginning = next();
      }
    } catch (InterruptedException _) {
      // The whole answer is there.
      stop();
    } catch (RuntimeException e) {
      log.error("the beginning of an answer could not be shown", e);
      stop();
    }
  }

  private @Nullable Reply next() {
    lock.lock();
    try {
      Reply next = isEnded ? null : latest;
      latest = null;
      if (next == null) {
        sending = null;
        stopped.signalAll();
      }
      return next;
    } finally {
      lock.unlock();
    }
  }

  private void stop() {
    lock.lock();
    try {
      isEnded = true;
      sending = null;
      stopped.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void pauseABit() throws InterruptedException {
    lock.lock();
    try {
      if (isEnded) {
        return;
      }
      isPausing = true;
    } finally {
      lock.unlock();
    }
    try {
      pause.pause(interval);
    } finally {
      resume();
    }
  }

  private void resume() {
    lock.lock();
    try {
      isPausing = false;
    } finally {
      lock.unlock();
    }
  }
}
