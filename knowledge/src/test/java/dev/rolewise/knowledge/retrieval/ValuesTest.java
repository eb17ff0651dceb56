package dev.rolewise.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.retrieval.Retrieval.Found;
import dev.rolewise.knowledge.retrieval.Retrieval.NothingRelevant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValuesTest {
  @Test
  void passage_refusesImpossibleNumbers() {
    Statement statement = Trades.documents().getFirst().statements().getFirst();

    assertThatThrownBy(() -> new Passage(statement, Double.NaN, 0))
        .hasMessage("score must not be negative, got NaN");
    assertThatThrownBy(() -> new Passage(statement, 1, 1.5))
        .hasMessage("similarity must be between -1 and 1, got 1.5");
  }

  @Test
  void retrieval_refusesImpossibleOutcomes() {
    assertThatThrownBy(() -> new Found(List.of())).hasMessage("passages must not be empty");
    assertThatThrownBy(() -> new NothingRelevant(Double.NaN))
        .hasMessage("bestSimilarity must be between -1 and 1, got NaN");
  }

  @Test
  void best_keepsTheHighestInOrder() {
    var best = new Best(3);
    float[] values = {0.5f, -1, 0.9f, 0.5f, 0.7f, 0.5f};
    for (int i = 0; i < values.length; i++) {
      best.offer(i, values[i]);
    }

    assertThat(best.positions()).containsExactly(2, 4, 0);
  }

  @Test
  void best_keepsNothing_whenThereIsNoRoom() {
    var best = new Best(0);
    best.offer(1, 1);

    assertThat(best.positions()).isEmpty();
  }

  @Test
  void editDistance_countsSlips() {
    assertThat(EditDistance.between("salry", "salary", 2)).isEqualTo(1);
    assertThat(EditDistance.between("wleder", "welder", 2)).isEqualTo(1);
    assertThat(EditDistance.between("nurse", "nurse", 2)).isZero();
    assertThat(EditDistance.between("nurse", "welder", 2)).isEqualTo(3);
    assertThat(EditDistance.between("a", "abcdef", 2)).isEqualTo(3);
  }
}
