package dev.rolewise.bot.render;

import static dev.rolewise.bot.render.Charts.AVP;
import static dev.rolewise.bot.render.Charts.chart;
import static dev.rolewise.bot.render.Charts.fact;
import static dev.rolewise.bot.render.Charts.group;
import static dev.rolewise.bot.render.Charts.mark;
import static dev.rolewise.bot.render.Charts.openAbove;
import static dev.rolewise.bot.render.Charts.over;
import static dev.rolewise.bot.render.Charts.range;
import static dev.rolewise.bot.render.Charts.span;
import static dev.rolewise.bot.render.Charts.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Mark;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Statistic;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayChartTest {
  private static final Fact.Pay RANGE =
      fact(range(180_000, 220_000, false), "$180,000–$220,000", Statistic.UNSPECIFIED);

  @Test
  void makesASpanOfARange() {
    assertThat(Bar.of("Base salary", RANGE, 1))
        .isEqualTo(
            new Bar(
                "Base salary",
                Optional.of(span(180_000, 220_000, "$180,000–$220,000", 1)),
                Optional.empty()));
  }

  @Test
  void makesAMarkOfASingleAmount() {
    assertThat(Bar.of("Average", single(Statistic.Kind.AVERAGE), 2).mark())
        .contains(mark(Mark.Kind.AVERAGE, 259_000, "$259,000", 2));
    assertThat(Bar.of("Median", single(Statistic.Kind.MEDIAN), 2).mark())
        .contains(mark(Mark.Kind.MEDIAN, 259_000, "$259,000", 2));
    assertThat(Bar.of("Top earners", single(Statistic.Kind.TOP), 2).mark())
        .contains(mark(Mark.Kind.SINGLE, 259_000, "$259,000", 2));
  }

  @Test
  void putsAMarkOnASpan() {
    Mark average = Mark.of(single(Statistic.Kind.AVERAGE), 2);

    Bar bar = Bar.of("Base salary", RANGE, 1).with(average);

    assertThat(bar.span()).isPresent();
    assertThat(bar.mark()).contains(average);
  }

  @Test
  void knowsWhichEndsAreOpen() {
    assertThat(over(200_000, "$200,000+", 1))
        .matches(span -> span.isOpenAbove() && !span.isOpenBelow());
    assertThat(openAbove(165_000, 200_000, "$165,000–$200,000+", 1))
        .matches(span -> span.isOpenAbove() && !span.isOpenBelow());
    assertThat(upTo(256_928, "up to $256,928", 1))
        .matches(span -> span.isOpenBelow() && !span.isOpenAbove());
    assertThat(span(1, 2, "$1–$2", 1)).matches(span -> !span.isOpenBelow() && !span.isOpenAbove());
  }

  @Test
  void listsTheBarsOfAllGroups() {
    assertThat(AVP.bars())
        .extracting(Bar::label)
        .containsExactly("Base salary", "Total compensation");
  }

  @Test
  void refusesAChartWithoutBars() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chart("Pay"))
        .withMessage("groups must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> group("AVP of AI/ML"))
        .withMessage("bars must not be empty");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Bar("Base salary", Optional.empty(), Optional.empty()))
        .withMessage("a bar needs a span or a mark: Base salary");
  }

  @Test
  void refusesFiguresThatCannotBeDrawn() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> span(220_000, 180_000, "$220,000–$180,000", 1))
        .withMessage("low must not be above high: $220,000–$180,000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> span(5, 5, "$5", 1))
        .withMessage("a single amount is a mark: $5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mark(Mark.Kind.AVERAGE, -1, "-$1", 1))
        .withMessage("amount must be between 0 and 1e15, got -1.0: -$1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mark(Mark.Kind.AVERAGE, Double.NaN, "$?", 1))
        .withMessage("amount must be between 0 and 1e15, got NaN: $?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Mark.of(RANGE, 1))
        .withMessage("a mark needs a single amount, got $180,000–$220,000");
  }

  @Test
  void refusesFiguresWithoutWordingOrCitation() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> span(1, 2, " ", 1))
        .withMessage("wording must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> span(1, 2, "$1–$2", 0))
        .withMessage("citation must be at least 1, got 0");
  }

  private static Fact.Pay single(Statistic.Kind kind) {
    return fact(Range.exactly(259_000), "$259,000", Statistic.of(kind));
  }
}
