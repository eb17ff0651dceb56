package dev.rolewise.bot.bench;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Mentions that are sent one after the other: every twentieth is delivered again, half of those at
 * once and half a while later, and connections end in between. With every other one somebody types.
 *
 * @param first number of the first
 * @param count how many
 * @param perSecond how many a second, 0 for as many as possible
 * @param drops how many connections end
 */
public record Mentions(int first, int count, int perSecond, int drops) {
  private static final int AGAIN_EVERY = 20;
  private static final int LATER = 10;
  private static final int TYPED_EVERY = 2;

  /** Beginnings of names of roles, one of them misspelt, and of none. */
  private static final List<String> TYPED = List.of("a", "data", "machine l", "enginer", "zz");

  private static final long NANOS = 1_000_000_000L;

  public Mentions {
    if (first < 0 || count < 1 || perSecond < 0 || drops < 0 || drops > count) {
      throw new IllegalArgumentException("mentions must not be fewer than none");
    }
  }

  /**
   * Sends them, and returns once each is acknowledged.
   *
   * @param questions asked in turn
   */
  public void send(LoopbackPlatform platform, List<String> questions) {
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      platform.mention(first + i, turn(i, questions));
      if (i % TYPED_EVERY == 0) {
        platform.type(first + i, turn(i / TYPED_EVERY, TYPED));
      }
      if (i % AGAIN_EVERY == 0) {
        int again = i % (2 * AGAIN_EVERY) == 0 ? i : i - LATER;
        platform.mentionAgain(first + again, turn(again, questions));
      }
      if (drops > 0 && i % (count / drops) == count / drops / 2) {
        platform.dropConnection();
        start = System.nanoTime() - (perSecond == 0 ? 0 : (i + 1) * NANOS / perSecond);
      }
      if (perSecond > 0) {
        LockSupport.parkNanos(start + (i + 1) * NANOS / perSecond - System.nanoTime());
      }
    }
    platform.awaitAcknowledgements();
  }

  private static String turn(int place, List<String> words) {
    return words.get(place % words.size());
  }
}
