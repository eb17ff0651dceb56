package dev.rolewise.bot.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChartLinesTest {
  private static final ChartLines LINES = new ChartLines(String::length);

  @Test
  void breaksAtSpaces_andLosesNothing() {
    assertThat(LINES.wrap("Head of Machine Learning, salary range", 14))
        .containsExactly("Head of", "Machine", "Learning,", "salary range");
  }

  @Test
  void breaksAWordThatIsWiderThanALine() {
    assertThat(LINES.wrap("Donaudampfschifffahrt", 8))
        .containsExactly("Donaudam", "pfschiff", "fahrt");
  }

  @Test
  void neverBreaksInsideACharacter() {
    assertThat(LINES.wrap("💰💰💰", 3)).containsExactly("💰", "💰", "💰");
  }

  @Test
  void endsInAnEllipsisAfterAWord_whenThereAreTooManyLines() {
    assertThat(LINES.wrap("Head of Machine Learning, salary range", 17, 2))
        .containsExactly("Head of Machine", "Learning, …");
  }

  @Test
  void cutsTheLastWord_whenNotEvenTheEllipsisFitsBehindIt() {
    assertThat(LINES.wrap("Donaudampfschifffahrt", 8, 1)).containsExactly("Donauda…");
  }

  @Test
  void isOneEmptyLine_forNoText() {
    assertThat(LINES.wrap("", 10)).containsExactly("");
  }
}
