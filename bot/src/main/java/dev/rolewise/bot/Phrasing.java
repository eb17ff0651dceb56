package dev.rolewise.bot;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Condenser;
import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.answer.PhrasedAnswerer;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.config.LlmConfig;
import dev.rolewise.bot.llm.LanguageModels;
import dev.rolewise.bot.llm.ModelTally;
import dev.rolewise.bot.llm.TokenLedger;
import dev.rolewise.bot.platform.Workers;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import java.time.InstantSource;

/**
 * A library whose answers a language model phrases.
 *
 * @param library answers with the model
 * @param tally what becomes of the model
 */
record Phrasing(Library library, ModelTally tally) {
  Phrasing {
    requireNonNull(library, "library");
    requireNonNull(tally, "tally");
  }

  /**
   * Puts a model in front of a library.
   *
   * @param config names a provider and a model
   * @param reader understands questions about the documents of the library
   * @param ledger knows the tokens of the day that were spent before
   */
  static Phrasing of(
      LlmConfig config,
      Library library,
      QuestionReader reader,
      InstantSource clock,
      TokenLedger ledger) {
    var tally = new ModelTally(config.inputPrice(), config.outputPrice());
    LanguageModel asked = LanguageModels.of(config, tally, clock, ledger);
    LanguageModel model =
        (prompt, receiver, limit) -> Workers.aside(() -> asked.reply(prompt, receiver, limit));
    var answerer =
        new PhrasedAnswerer(
            library.answerer(),
            library.explainer(),
            library.knowledge(),
            model,
            new Condenser(model, reader),
            tally,
            config.deadline(),
            System::nanoTime);
    return new Phrasing(library.answeredBy(answerer), tally);
  }
}
