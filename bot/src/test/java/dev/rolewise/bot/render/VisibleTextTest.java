package dev.rolewise.bot.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void takesOutWhatNobodySees() {
    assertThat(VisibleText.of("@every\u200bone ht\u00adtps\n://x\u202e"))
        .isEqualTo("@everyone https ://x");
    assertThat(VisibleText.of("half \ud83d")).isEqualTo("half \ufffd");
  }

  @Test
  void keepsJoiners_whereTheyMakeOnePictureOfSeveral() {
    assertThat(VisibleText.of("👩\u200d💻 a\u200db")).isEqualTo("👩\u200d💻 ab");
  }

  @Test
  void cutsAtAWord() {
    assertThat(VisibleText.shorten("What does a data engineer make?", 20))
        .isEqualTo("What does a data…");
    assertThat(VisibleText.shorten("short", 20)).isEqualTo("short");
    assertThat(VisibleText.shorten("x".repeat(30), 20)).isEqualTo("x".repeat(19) + "…");
  }
}
