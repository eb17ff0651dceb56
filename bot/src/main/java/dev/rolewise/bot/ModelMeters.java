package dev.rolewise.bot;

import dev.rolewise.bot.answer.ModelMetrics.Outcome;
import dev.rolewise.bot.answer.ModelReply.Reason;
import dev.rolewise.bot.llm.ModelTally;
import dev.rolewise.bot.web.ServiceMetrics;
import java.util.List;
import java.util.Locale;

/** Shows what becomes of the language model among the figures of the service. */
final class ModelMeters {
  private ModelMeters() {}

  static void show(ModelTally tally, ServiceMetrics metrics) {
    metrics.watch(
        "rolewise.model.requests", "Requests to the language model", List.of(), tally::requests);
    for (Reason reason : Reason.values()) {
      metrics.watch(
          "rolewise.model.failures",
          "Requests to the language model that failed, or were not sent",
          List.of("reason", label(reason)),
          () -> tally.failures(reason));
    }
    for (Outcome outcome : Outcome.values()) {
      metrics.watch(
          "rolewise.model.answers",
          "Answers by what the language model did for them",
          List.of("outcome", label(outcome)),
          () -> tally.answers(outcome));
    }
    metrics.watch(
        "rolewise.model.tokens",
        "Tokens sent to and received from the language model, as far as known",
        List.of("direction", "input"),
        tally::inputTokens);
    metrics.watch(
        "rolewise.model.tokens",
        "Tokens sent to and received from the language model, as far as known",
        List.of("direction", "output"),
        tally::outputTokens);
    metrics.watch(
        "rolewise.model.cost",
        "What the tokens cost by the configured prices",
        List.of(),
        tally::cost);
    metrics.watch(
        "rolewise.model.sentences",
        "Sentences of the language model by what the check made of them",
        List.of("check", "kept"),
        tally::keptSentences);
    metrics.watch(
        "rolewise.model.sentences",
        "Sentences of the language model by what the check made of them",
        List.of("check", "dropped"),
        tally::droppedSentences);
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
