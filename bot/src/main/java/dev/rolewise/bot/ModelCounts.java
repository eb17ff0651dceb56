package dev.rolewise.bot;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.llm.ModelTally;

/**
 * What is counted of a language model.
 *
 * @param tally for the figures of the service
 * @param ledger for the tokens of a day
 */
record ModelCounts(ModelTally tally, StateLedger ledger) {
  ModelCounts {
    requireNonNull(tally, "tally");
    requireNonNull(ledger, "ledger");
  }
}
