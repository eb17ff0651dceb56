package dev.rolewise.bot.llm;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Counts the tokens of a day, which ends at midnight UTC. Counts what this process spends; several
 * replicas have a budget each. Safe to call from many threads.
 */
final class TokenBudget {
  private final long perDay;
  private final InstantSource clock;
  private LocalDate day = LocalDate.EPOCH;
  private long spent;

  /**
   * @param perDay tokens a day, at least 0
   */
  TokenBudget(long perDay, InstantSource clock) {
    this.perDay = perDay;
    this.clock = clock;
  }

  /** Whether the tokens are left today. */
  synchronized boolean has(long tokens) {
    turn();
    return tokens <= perDay - spent;
  }

  synchronized void spend(long tokens) {
    turn();
    spent = Math.addExact(spent, tokens);
  }

  private void turn() {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    if (!today.equals(day)) {
      day = today;
      spent = 0;
    }
  }
}
