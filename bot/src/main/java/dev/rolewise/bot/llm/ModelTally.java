package dev.rolewise.bot.llm;

import dev.rolewise.bot.answer.ModelMetrics;
import dev.rolewise.bot.answer.ModelReply.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What has become of a language model since the start. Safe to call from many threads. */
public final class ModelTally implements ModelMetrics {
  private static final double MILLION = 1e6;

  private final double inputPrice;
  private final double outputPrice;
  private final LongAdder requests = new LongAdder();
  private final LongAdder inputTokens = new LongAdder();
  private final LongAdder outputTokens = new LongAdder();
  private final LongAdder kept = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final Map<Reason, LongAdder> failures = new EnumMap<>(Reason.class);
  private final Map<Outcome, LongAdder> outcomes = new EnumMap<>(Outcome.class);

  /**
   * Nothing counted yet.
   *
   * @param inputPrice price of a million tokens sent
   * @param outputPrice price of a million tokens received
   */
  public ModelTally(double inputPrice, double outputPrice) {
    this.inputPrice = inputPrice;
    this.outputPrice = outputPrice;
    for (Reason reason : Reason.values()) {
      failures.put(reason, new LongAdder());
    }
    for (Outcome outcome : Outcome.values()) {
      outcomes.put(outcome, new LongAdder());
    }
  }

  @Override
  public void answered(Outcome outcome) {
    adder(outcomes, outcome).increment();
  }

  @Override
  public void checked(int keptSentences, int droppedSentences) {
    kept.add(keptSentences);
    dropped.add(droppedSentences);
  }

  void requested() {
    requests.increment();
  }

  void failed(Reason reason) {
    adder(failures, reason).increment();
  }

  void spent(long input, long output) {
    inputTokens.add(input);
    outputTokens.add(output);
  }

  private static <K extends Enum<K>> LongAdder adder(Map<K, LongAdder> adders, K key) {
    LongAdder adder = adders.get(key);
    if (adder == null) {
      throw new IllegalStateException("no count of " + key);
    }
    return adder;
  }

  /** Requests that were sent. */
  public long requests() {
    return requests.sum();
  }

  /** Attempts that failed so. */
  public long failures(Reason reason) {
    return adder(failures, reason).sum();
  }

  /** Answers that came about so. */
  public long answers(Outcome outcome) {
    return adder(outcomes, outcome).sum();
  }

  /** Tokens sent, as far as known. */
  public long inputTokens() {
    return inputTokens.sum();
  }

  /** Tokens received, as far as known. */
  public long outputTokens() {
    return outputTokens.sum();
  }

  /** Sentences that passed the check. */
  public long keptSentences() {
    return kept.sum();
  }

  /** Sentences that did not. */
  public long droppedSentences() {
    return dropped.sum();
  }

  /** What the tokens cost, in the currency of the prices. */
  public double cost() {
    return (inputTokens() * inputPrice + outputTokens() * outputPrice) / MILLION;
  }
}
