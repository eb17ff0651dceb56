package dev.rolewise.bot.answer;

import dev.rolewise.bot.command.Library;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes the same parts each time, and waits behind each until it may go on. */
public final class ScriptedModel implements LanguageModel {
  /** A question that {@link #PARTS} answer, over the bundled documents. */
  public static final String QUESTION = "what does an AVP in AI make?";

  /** The first part holds what has to be said. */
  public static final List<String> PARTS =
      List.of(
          "The base salary is $180k to $220k a year. [1] Total compensation is between $250,000 and"
              + " $350,000 a year. [2] Directors get $900,000. [1]\n",
          "Base salaries run from $180,000 to $220,000 a year. [1]\n",
          "Total compensation comes to $250k to $350k a year. [2] <!channel> They get $1 a year."
              + " [1]");

  /** The sentences that hold, one from the first part being the first. */
  public static final List<String> KEPT =
      List.of(
          "The base salary is $180k to $220k a year.",
          "Total compensation is between $250,000 and $350,000 a year.",
          "Base salaries run from $180,000 to $220,000 a year.",
          "Total compensation comes to $250k to $350k a year.");

  /** What stands in none of the sources, and may be seen nowhere. */
  public static final List<String> UNSUPPORTED = List.of("900,000", "$1 a year");

  private static final long PATIENCE_SECONDS = 60;

  private final List<String> parts;
  private final Semaphore mayGoOn = new Semaphore(0);
  private final AtomicInteger asked = new AtomicInteger();

  public ScriptedModel(List<String> parts) {
    this.parts = List.copyOf(parts);
  }

  /** A library over the bundled documents whose answers it phrases. */
  public Library library() {
    Library offline = Corpus.library(Corpus.KNOWLEDGE);
    return offline.answeredBy(
        new PhrasedAnswerer(
            offline.answerer(),
            offline.explainer(),
            Corpus.KNOWLEDGE,
            this,
            new Condenser(this, Corpus.reader(Corpus.KNOWLEDGE)),
            ModelMetrics.NONE,
            Duration.ofSeconds(PATIENCE_SECONDS),
            System::nanoTime));
  }

  /** Lets it write so many parts more. */
  public void goOn(int more) {
    mayGoOn.release(more);
  }

  /** How often it was asked for an answer. */
  public int asked() {
    return asked.get();
  }

  @Override
  public ModelReply reply(Prompt prompt, Receiver receiver, Duration limit) {
    if (prompt.form() == Prompt.Form.LINE) {
      return new ModelReply.Failed(ModelReply.Reason.EMPTY);
    }
    asked.incrementAndGet();
    receiver.begin();
    for (String part : parts) {
      try {
        if (!mayGoOn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          return new ModelReply.Failed(ModelReply.Reason.TIMEOUT);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ModelReply.Failed(ModelReply.Reason.STOPPED);
      }
      receiver.accept(part);
    }
    receiver.end();
    return new ModelReply.Written(1, 1);
  }
}
