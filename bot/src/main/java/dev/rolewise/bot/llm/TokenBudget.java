package dev.rolewise.bot.llm;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/**
 * Counts the tokens of a day, which ends at midnight UTC. What a request may take at most is set
 * aside while it runs, so that requests side by side do not take more than there is. Safe to call
 * from many threads.
 */
final class TokenBudget {
  private final long perDay;
  private final InstantSource clock;
  private final TokenLedger ledger;
  private LocalDate day = LocalDate.EPOCH;
  private long spent;
  private long setAside;

  /**
   * @param perDay tokens a day, at least 0
   * @param ledger knows what was spent before, and by others
   */
  TokenBudget(long perDay, InstantSource clock, TokenLedger ledger) {
    this.perDay = perDay;
    this.clock = requireNonNull(clock, "clock");
    this.ledger = requireNonNull(ledger, "ledger");
  }

  /** Sets tokens aside if they are left today. */
  synchronized boolean setAside(long tokens) {
    turn();
    if (tokens > perDay - spent - setAside) {
      return false;
    }
    setAside += tokens;
    return true;
  }

  /** Spends tokens, which may be more or less than were set aside for them. */
  synchronized void spend(long tokens) {
    turn();
    note(tokens);
  }

  /** Gives back what was set aside. */
  synchronized void giveBack(long tokens) {
    setAside -= tokens;
  }

  private void turn() {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    if (!today.equals(day)) {
      day = today;
      spent = 0;
      note(0);
    }
  }

  private void note(long tokens) {
    OptionalLong all = ledger.add(day, tokens);
    spent = Math.max(Math.addExact(spent, tokens), all.orElse(0));
  }
}
