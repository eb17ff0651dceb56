package dev.rolewise.bot.render;

import static dev.rolewise.bot.render.Charts.USD;
import static dev.rolewise.bot.render.Charts.bar;
import static dev.rolewise.bot.render.Charts.chart;
import static dev.rolewise.bot.render.Charts.group;
import static dev.rolewise.bot.render.Charts.mark;
import static dev.rolewise.bot.render.Charts.over;
import static dev.rolewise.bot.render.Charts.span;
import static dev.rolewise.bot.render.Charts.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Mark;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class PayScaleTest {
  @Test
  void startsAtZero_whenAmountsAreFarApart() {
    assertThat(scale(bar("Salary", span(110_000, 330_000, "$110,000–$330,000", 1))))
        .isEqualTo(new PayScale(0, 400_000, 100_000));
  }

  @Test
  void startsNearTheSmallestAmount_whenAmountsAreCloseTogether() {
    assertThat(scale(bar("Base salary", span(180_000, 220_000, "$180,000–$220,000", 1))))
        .isEqualTo(new PayScale(170_000, 220_000, 10_000));
  }

  @Test
  void startsAtZero_whenAnAmountIsOpenBelow() {
    var scale =
        scale(
            bar("Senior roles", upTo(256_928, "up to $256,928", 1)),
            bar("Salary", span(240_000, 250_000, "$240,000–$250,000", 2)));

    assertThat(scale).isEqualTo(new PayScale(0, 300_000, 100_000));
  }

  @Test
  void leavesRoomBeyondAnOpenEnd() {
    assertThat(scale(bar("Base salary", over(200_000, "$200,000+", 1))).position(200_000))
        .isLessThanOrEqualTo(0.91);
  }

  @Test
  void hasATickAtBothEnds_forASingleAmount() {
    var scale = scale(bar(mark(Mark.Kind.AVERAGE, 108_932, "$108,932", 1), "Average base salary"));

    assertThat(scale).isEqualTo(new PayScale(0, 150_000, 50_000));
    assertThat(scale.ticks()).isEqualTo(4);
  }

  @Test
  void isAScaleAllTheSame_whenEveryAmountIsZero() {
    var scale = scale(bar(mark(Mark.Kind.SINGLE, 0, "$0", 1), "Stipend"));

    assertThat(scale.position(0)).isZero();
    assertThat(scale.max()).isPositive();
  }

  @Test
  void writesTicksAsShortNumbersWithTheSymbolOfTheCurrency() {
    assertThat(PayScale.tick(0, USD)).isEqualTo("$0");
    assertThat(PayScale.tick(62.5, USD)).isEqualTo("$62.5");
    assertThat(PayScale.tick(150_000, USD)).isEqualTo("$150k");
    assertThat(PayScale.tick(2_500, USD)).isEqualTo("$2.5k");
    assertThat(PayScale.tick(1_500_000, USD)).isEqualTo("$1.5M");
    assertThat(PayScale.tick(80_000, Currency.getInstance("EUR"))).isEqualTo("€80k");
    assertThat(PayScale.tick(80_000, Currency.getInstance("GBP"))).isEqualTo("£80k");
    assertThat(PayScale.tick(80_000, Currency.getInstance("CHF"))).isEqualTo("CHF 80k");
  }

  private static PayScale scale(Bar... bars) {
    return PayScale.of(chart("Pay", group("AVP of AI/ML", bars)));
  }
}
