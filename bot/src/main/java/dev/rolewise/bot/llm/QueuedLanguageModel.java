package dev.rolewise.bot.llm;

import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.answer.ModelReply;
import dev.rolewise.bot.answer.ModelReply.Reason;
import dev.rolewise.bot.answer.Prompt;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many ask a model at the same time, and so many more wait for their turn. Whoever waits
 * half of the time that there is, or comes when too many wait, is told that the model is busy.
 */
final class QueuedLanguageModel implements LanguageModel {
  /**
   * How many may ask.
   *
   * @param asking at the same time, at least 1
   * @param waiting for their turn besides, at least 0
   */
  record Crowd(int asking, int waiting) {
    /** Requests of one process that providers take side by side even from small accounts. */
    private static final int ASKING = 32;

    /**
     * Four rounds of them: an answer takes about 2 s, and who waits longer than half of 8 s is
     * busy.
     */
    private static final int WAITING = 4 * ASKING;

    /** Each takes a thread while it asks or waits. */
    static final Crowd DEFAULT = new Crowd(ASKING, WAITING);

    Crowd {
      if (asking < 1 || waiting < 0) {
        throw new IllegalArgumentException("asking must be at least 1, waiting at least 0");
      }
    }
  }

  private final LanguageModel model;
  private final ModelTally tally;
  private final Crowd crowd;
  private final Semaphore turns;
  private final AtomicInteger waiting = new AtomicInteger();

  QueuedLanguageModel(LanguageModel model, ModelTally tally, Crowd crowd) {
    this.model = model;
    this.tally = tally;
    this.crowd = crowd;
    turns = new Semaphore(crowd.asking(), true);
  }

  @Override
  public ModelReply reply(Prompt prompt, Receiver receiver, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    if (!getTurn(limit.dividedBy(2))) {
      tally.failed(Reason.BUSY);
      return new ModelReply.Failed(Reason.BUSY);
    }
    try {
      return model.reply(prompt, receiver, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    } finally {
      turns.release();
    }
  }

  private boolean getTurn(Duration patience) {
    if (waiting.incrementAndGet() > crowd.waiting() + turns.availablePermits()) {
      waiting.decrementAndGet();
      return false;
    }
    try {
      return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      waiting.decrementAndGet();
    }
  }
}
