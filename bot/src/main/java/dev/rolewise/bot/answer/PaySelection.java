package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.fact.Fact;
import java.util.List;

/** Which facts about pay answer a question about one job. */
sealed interface PaySelection {
  /**
   * The facts, in the order to show them.
   *
   * @param facts never empty
   */
  record Chosen(List<Fact.Pay> facts) implements PaySelection {
    public Chosen {
      facts = List.copyOf(facts);
      if (facts.isEmpty()) {
        throw new IllegalArgumentException("facts must not be empty");
      }
    }
  }

  /**
   * The documents have no such pay.
   *
   * @param lacking what they lack, as it completes "the documents give no …"
   * @param have what they have in its place, may be empty
   */
  record Lacking(String lacking, List<String> have) implements PaySelection {
    public Lacking {
      requireNonNull(lacking, "lacking");
      have = List.copyOf(have);
    }
  }
}
