package dev.rolewise.bot;

import dev.rolewise.bot.llm.TokenLedger;
import dev.rolewise.bot.state.State;
import dev.rolewise.bot.state.StateException;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps count of tokens in the state. Safe to call from many threads. */
final class StateLedger implements TokenLedger {
  private static final Logger log = LoggerFactory.getLogger(StateLedger.class);

  private final Supplier<State> opener;
  private @Nullable State state;
  private boolean isMissing;

  /**
   * @param opener opens the state when it is needed and {@link #use} gave none
   */
  StateLedger(Supplier<State> opener) {
    this.opener = opener;
  }

  /** Keeps count in a state that somebody else opened and closes. */
  synchronized void use(State opened) {
    state = opened;
  }

  @Override
  public synchronized OptionalLong add(LocalDate day, long tokens) {
    if (isMissing) {
      return OptionalLong.empty();
    }
    try {
      if (state == null) {
        state = opener.get();
      }
    } catch (StateException e) {
      log.error("the tokens of the day are counted in this process alone", e);
      isMissing = true;
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(state.spend(day, tokens));
    } catch (StateException e) {
      log.error("tokens could not be counted beyond this process", e);
      return OptionalLong.empty();
    }
  }
}
