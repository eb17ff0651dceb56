package dev.rolewise.bot.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TokenBudgetTest {
  private final Map<LocalDate, Long> spent = new HashMap<>();
  private final TokenLedger ledger =
      (day, tokens) -> OptionalLong.of(spent.merge(day, tokens, Long::sum));
  private Instant now = Instant.parse("2026-11-22T23:59:59.999Z");
  private TokenBudget budget = budget(ledger);

  private TokenBudget budget(TokenLedger kept) {
    return new TokenBudget(100, () -> now, kept);
  }

  private boolean spend(long tokens) {
    boolean isLeft = budget.setAside(tokens);
    if (isLeft) {
      budget.spend(tokens);
      budget.giveBack(tokens);
    }
    return isLeft;
  }

  @Test
  void isWholeAgain_atMidnightInUtc() {
    assertThat(spend(100)).isTrue();
    assertThat(spend(1)).isFalse();

    now = now.plus(Duration.ofMillis(1));

    assertThat(spend(100)).isTrue();
    assertThat(spend(1)).isFalse();
    assertThat(spent)
        .containsOnly(
            Map.entry(LocalDate.of(2026, 11, 22), 100L),
            Map.entry(LocalDate.of(2026, 11, 23), 100L));
  }

  @Test
  void countsWhatWasSpentBeforeARestart_andByOthers() {
    spend(60);

    budget = budget(ledger);
    assertThat(spend(50)).isFalse();
    assertThat(spend(30)).isTrue();
    spent.merge(LocalDate.of(2026, 11, 22), 5L, Long::sum);
    assertThat(spend(1)).isTrue();
    assertThat(spend(5)).isFalse();
    assertThat(spend(4)).isTrue();
  }

  @Test
  void goesOnWithoutItsLedger() {
    budget = budget(TokenLedger.NONE);

    assertThat(spend(100)).isTrue();
    assertThat(spend(1)).isFalse();
  }

  @Test
  void setsAsideWhatRequestsThatRunMayTake() {
    assertThat(budget.setAside(70)).isTrue();
    assertThat(budget.setAside(40)).isFalse();

    budget.spend(10);
    budget.giveBack(70);

    assertThat(budget.setAside(90)).isTrue();
    assertThat(budget.setAside(1)).isFalse();
  }
}
