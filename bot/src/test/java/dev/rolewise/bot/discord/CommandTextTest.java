package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTextTest {
  @Test
  void leavesWhatFits() {
    assertThat(CommandText.cut("role", CommandText.NAME)).isEqualTo("role");
  }

  @Test
  void cutsWhatIsTooLong_andNoCharacterInTwo() {
    assertThat(CommandText.cut("a".repeat(200), CommandText.CHOICE)).hasSize(100).endsWith("a…");
    assertThat(CommandText.cut("ab😀cd", 4)).isEqualTo("ab…");
  }
}
