package dev.rolewise.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.console.Screen.Kind;
import dev.rolewise.bot.render.TextRenderer.Look;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private static final OptionalInt UNKNOWN = OptionalInt.empty();

  @Test
  void isStyledOnATerminal_unlessColourIsUnwanted() {
    assertThat(Screen.terminal(Map.of("TERM", "xterm"), UNKNOWN).look()).isEqualTo(Look.STYLED);
    assertThat(Screen.terminal(Map.of("TERM", "xterm", "NO_COLOR", ""), UNKNOWN).look())
        .isEqualTo(Look.STYLED);
    assertThat(Screen.terminal(Map.of("TERM", "xterm", "NO_COLOR", "1"), UNKNOWN).look())
        .isEqualTo(Look.PLAIN);
    assertThat(Screen.terminal(Map.of("TERM", "dumb"), UNKNOWN).look()).isEqualTo(Look.PLAIN);
    assertThat(Screen.terminal(Map.of(), UNKNOWN).look()).isEqualTo(Look.PLAIN);
  }

  @Test
  void isAsWideAsItSays() {
    assertThat(width(Map.of("COLUMNS", "72"), OptionalInt.of(120))).hasValue(72);
    assertThat(width(Map.of(), OptionalInt.of(120))).hasValue(120);
    assertThat(width(Map.of(), UNKNOWN)).hasValue(100);
    assertThat(width(Map.of("COLUMNS", "0"), UNKNOWN)).hasValue(100);
    assertThat(width(Map.of("COLUMNS", "wide"), UNKNOWN)).hasValue(100);
  }

  @Test
  void neitherWrapsNorStylesAPipe() {
    assertThat(Screen.PIPE).isEqualTo(new Screen(Kind.PIPE, Look.PLAIN, UNKNOWN));
  }

  private static OptionalInt width(Map<String, String> environment, OptionalInt measured) {
    return Screen.terminal(environment, measured).width();
  }
}
