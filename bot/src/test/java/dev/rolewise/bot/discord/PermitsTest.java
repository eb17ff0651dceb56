package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PermitsTest {
  private static final Permits ALL = new Permits(List.of(), List.of(), List.of());
  private static final Permits SOME = new Permits(List.of("1"), List.of("20"), List.of("300"));

  @Test
  void allowsEverything_whenNothingIsListed() {
    assertThat(ALL.answersIn(Optional.of("1"), () -> Optional.of(List.of("20")))).isTrue();
    assertThat(ALL.mayShare(List.of())).isTrue();
  }

  @Test
  void allowsWhatIsListed_threadsWithTheirChannels() {
    assertThat(SOME.answersIn(Optional.of("1"), () -> Optional.of(List.of("20")))).isTrue();
    assertThat(SOME.answersIn(Optional.of("1"), () -> Optional.of(List.of("21", "20")))).isTrue();
    assertThat(SOME.answersIn(Optional.of("1"), () -> Optional.of(List.of("21")))).isFalse();
    assertThat(SOME.answersIn(Optional.of("2"), () -> Optional.of(List.of("20")))).isFalse();
    assertThat(SOME.mayShare(List.of("299", "300"))).isTrue();
    assertThat(SOME.mayShare(List.of("299"))).isFalse();
  }

  @Test
  void allowsNoUnknownPlace_whereSomeAreListed() {
    assertThat(SOME.answersIn(Optional.of("1"), Optional::empty)).isFalse();
    assertThat(SOME.answersIn(Optional.empty(), () -> Optional.of(List.of("20")))).isFalse();
    assertThat(ALL.answersIn(Optional.empty(), Optional::empty)).isTrue();
  }
}
