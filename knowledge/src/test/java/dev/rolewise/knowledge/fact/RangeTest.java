package dev.rolewise.knowledge.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RangeTest {
  private static final Range UP_TO_FIVE =
      new Range(OptionalDouble.empty(), OptionalDouble.of(5), false, false);
  private static final Range OVER_TEN =
      new Range(OptionalDouble.of(10), OptionalDouble.empty(), true, false);
  private static final Range FOUR_TO_SIX =
      new Range(OptionalDouble.of(4), OptionalDouble.of(6), false, false);

  @Test
  void containsBothEnds() {
    assertThat(FOUR_TO_SIX.contains(4)).isTrue();
    assertThat(FOUR_TO_SIX.contains(6)).isTrue();
    assertThat(FOUR_TO_SIX.contains(6.5)).isFalse();
  }

  @Test
  void containsEverythingBehindAnOpenEnd() {
    assertThat(UP_TO_FIVE.contains(0)).isTrue();
    assertThat(UP_TO_FIVE.contains(5.1)).isFalse();
    assertThat(OVER_TEN.contains(40)).isTrue();
    assertThat(OVER_TEN.contains(9)).isFalse();
  }

  @Test
  void isSingle_onlyWithoutAnOpenTop() {
    assertThat(Range.exactly(3).isSingle()).isTrue();
    assertThat(OVER_TEN.isSingle()).isFalse();
    assertThat(FOUR_TO_SIX.isSingle()).isFalse();
  }

  @Test
  void middleOfAnOpenRange_isItsOnlyEnd() {
    assertThat(FOUR_TO_SIX.middle()).isEqualTo(5);
    assertThat(UP_TO_FIVE.middle()).isEqualTo(5);
    assertThat(OVER_TEN.middle()).isEqualTo(10);
  }

  @Test
  void refusesARangeWithoutEnds() {
    assertThatThrownBy(() -> new Range(OptionalDouble.empty(), OptionalDouble.empty(), true, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a range needs at least one end");
  }

  @Test
  void refusesNaN() {
    assertThatThrownBy(() -> Range.exactly(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("low must be a number");
  }
}
