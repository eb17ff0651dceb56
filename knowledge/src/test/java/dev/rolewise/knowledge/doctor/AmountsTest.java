package dev.rolewise.knowledge.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.fact.Range;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AmountsTest {
  private static final Range UP_TO_40 =
      new Range(OptionalDouble.empty(), OptionalDouble.of(40_000), false, false);
  private static final Range OVER_50 =
      new Range(OptionalDouble.of(50_000), OptionalDouble.empty(), true, false);

  @Test
  void disagree_whereAmountsDifferByMoreThanRounding() {
    assertThat(Amounts.disagree(Range.exactly(62_580), Range.exactly(63_580))).isTrue();
    assertThat(Amounts.disagree(Range.exactly(62_580), Range.exactly(62_600))).isFalse();
    assertThat(Amounts.disagree(Range.exactly(60.47), Range.exactly(60.48))).isTrue();
  }

  @Test
  void agree_whereOneIsCalledAboutTheOther() {
    assertThat(Amounts.disagree(about(60_000), Range.exactly(62_000))).isFalse();
    assertThat(Amounts.disagree(about(60_000), Range.exactly(66_000))).isTrue();
  }

  @Test
  void disagree_whereSpansHaveDifferentEnds() {
    assertThat(Amounts.disagree(span(40_000, 60_000), span(40_000, 60_000))).isFalse();
    assertThat(Amounts.disagree(span(40_000, 60_000), span(45_000, 60_000))).isTrue();
  }

  @Test
  void agree_whereAnAmountLiesInASpan() {
    assertThat(Amounts.disagree(span(40_000, 60_000), Range.exactly(50_000))).isFalse();
    assertThat(Amounts.disagree(span(40_000, 60_000), Range.exactly(70_000))).isTrue();
    assertThat(Amounts.disagree(Range.exactly(30_000), span(40_000, 60_000))).isTrue();
  }

  @Test
  void disagree_whereOpenEndsDoNotMeet() {
    assertThat(Amounts.disagree(UP_TO_40, OVER_50)).isTrue();
    assertThat(Amounts.disagree(UP_TO_40, span(30_000, 60_000))).isFalse();
    assertThat(Amounts.disagree(OVER_50, span(30_000, 60_000))).isFalse();
  }

  private static Range about(double value) {
    return new Range(OptionalDouble.of(value), OptionalDouble.of(value), false, true);
  }

  private static Range span(double low, double high) {
    return new Range(OptionalDouble.of(low), OptionalDouble.of(high), false, false);
  }
}
