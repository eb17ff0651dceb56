package dev.rolewise.bot.slack;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Pause {
  void pause(Duration time) throws InterruptedException;
}
