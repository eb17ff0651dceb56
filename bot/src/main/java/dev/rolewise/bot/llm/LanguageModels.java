package dev.rolewise.bot.llm;

import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.config.LlmConfig;
import java.time.InstantSource;

/** Builds the language model that is configured. */
public final class LanguageModels {
  private LanguageModels() {}

  /**
   * The model that is configured; nothing is sent yet.
   *
   * @param config names a provider and a model
   * @param tally is told what becomes of requests
   * @param clock tells when a day is over
   * @param ledger knows the tokens of the day that were spent before
   */
  public static LanguageModel of(
      LlmConfig config, ModelTally tally, InstantSource clock, TokenLedger ledger) {
    var wait = new RetryAfter(clock);
    var reliable =
        new ReliableLanguageModel(
            new ChatLanguageModel(Providers.of(config, wait), config.temperature()),
            new TokenBudget(config.maxTokensPerDay(), clock, ledger),
            tally,
            config.timeout(),
            ReliableLanguageModel.Policy.DEFAULT,
            wait);
    return new QueuedLanguageModel(reliable, tally, QueuedLanguageModel.Crowd.DEFAULT);
  }

  /** Asks the host of the model whether it can be used; costs nothing. */
  public static ModelHost ask(LlmConfig config) {
    return Probe.ask(config);
  }
}
