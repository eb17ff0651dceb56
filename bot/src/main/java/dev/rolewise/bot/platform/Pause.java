package dev.rolewise.bot.platform;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {
  void pause(Duration time) throws InterruptedException;
}
