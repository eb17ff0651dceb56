package dev.rolewise.bot.platform;

import java.time.Duration;

/**
 * Counts and times what happens on one platform. Safe for many threads; every method returns at
 * once and throws nothing.
 */
public interface Meter {
  /** Counts nothing. */
  Meter NONE =
      new Meter() {
        @Override
        public void acknowledged(Duration elapsed) {}

        @Override
        public void answered(AnswerOutcome outcome, Duration elapsed) {}
      };

  /**
   * Notes that the platform was told that something it sent has arrived.
   *
   * @param elapsed since it arrived
   */
  void acknowledged(Duration elapsed);

  /**
   * Notes that something was asked and has ended; buttons below an answer are no question.
   *
   * @param elapsed from its acceptance to the reply that a person sees
   */
  void answered(AnswerOutcome outcome, Duration elapsed);
}
