package dev.rolewise.bot.llm;

import java.time.LocalDate;
import java.util.OptionalLong;

/** Keeps count of tokens beyond the life of a process. Safe to call from many threads. */
@FunctionalInterface
public interface TokenLedger {
  /** Remembers nothing. */
  TokenLedger NONE = (_, _) -> OptionalLong.empty();

  /**
   * Adds tokens to those of a day.
   *
   * @param day in UTC
   * @param tokens at least 0
   * @return all tokens of the day, with those of others who share the ledger; none if it cannot be
   *     reached
   */
  OptionalLong add(LocalDate day, long tokens);
}
