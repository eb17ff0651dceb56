package dev.rolewise.bot.bench;

/**
 * How often each thing is measured.
 *
 * @param warmRounds times each question is answered in one process
 * @param coldRounds processes started for each kind of cold start
 * @param firstStarts processes started with an empty data folder
 * @param memoryQuestions questions answered before memory is read
 */
public record BenchPlan(int warmRounds, int coldRounds, int firstStarts, int memoryQuestions) {
  /** About two minutes on two cores. */
  public static final BenchPlan DEFAULT = new BenchPlan(20, 15, 3, 1000);

  public BenchPlan {
    requirePositive("warmRounds", warmRounds);
    requirePositive("coldRounds", coldRounds);
    requirePositive("firstStarts", firstStarts);
    requirePositive("memoryQuestions", memoryQuestions);
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, got " + value);
    }
  }
}
