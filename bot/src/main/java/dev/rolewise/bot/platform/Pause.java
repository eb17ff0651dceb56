package dev.rolewise.bot.platform;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {
  void pause(Duration time) throws InterruptedException;

  /** How long to pause when the try after a pause failed too: twice as long, up to the longest. */
  static Duration longer(Duration last, Duration longest) {
    Duration twice = last.multipliedBy(2);
    return twice.compareTo(longest) > 0 ? longest : twice;
  }
}
