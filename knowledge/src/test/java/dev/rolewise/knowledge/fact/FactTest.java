package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FactTest {
  @Test
  void refusesAnEducationWithoutALevel() {
    var statement =
        new Statement(
            "nurse", 0, List.of(), List.of(), StatementKind.BULLET, 1, "A degree", List.of());
    var subject = new Subject("Nurse", true, Optional.empty(), Optional.empty(), "");

    assertThatThrownBy(
            () -> new Fact.Education(statement, subject, List.of(), EducationNeed.REQUIRED))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("levels must not be empty");
  }

  @Test
  void refusesAStatisticThatIsNoPercentileButHasARank() {
    assertThatThrownBy(() -> new Statistic(Statistic.Kind.MEDIAN, OptionalInt.of(50)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("only a percentile has a percentile, got MEDIAN");
    assertThatThrownBy(() -> Statistic.percentile(100))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("percentile must be between 1 and 99, got 100");
  }
}
