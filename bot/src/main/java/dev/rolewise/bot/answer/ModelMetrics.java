package dev.rolewise.bot.answer;

/** Counts what becomes of the text of a language model. Safe to call from many threads. */
public interface ModelMetrics {
  /** How an answer came about. */
  enum Outcome {
    /** What the model wrote is shown. */
    PHRASED,
    /** What the model wrote is shown, and behind it what it does not say. */
    COMPLETED,
    /** The model wrote, and nothing of it holds. */
    INSUFFICIENT,
    /** The model wrote nothing of use. */
    FAILED,
    /** The model was not asked: there was nothing to phrase. */
    NOT_ASKED
  }

  /** Counts nothing. */
  ModelMetrics NONE =
      new ModelMetrics() {
        @Override
        public void answered(Outcome outcome) {}

        @Override
        public void checked(int kept, int dropped) {}
      };

  /** Notes how an answer came about. */
  void answered(Outcome outcome);

  /** Notes how many sentences of one reply were kept, and how many dropped. */
  void checked(int kept, int dropped);
}
