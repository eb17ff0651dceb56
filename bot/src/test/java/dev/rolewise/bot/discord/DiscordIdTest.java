package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rolewise.bot.discord.DiscordId.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordIdTest {
  private static final String ANSWER = "0123456789abcdef01234567";

  @ParameterizedTest
  @EnumSource
  void isFoundAgain_whateverItMeans(Kind kind) {
    var id = new DiscordId(kind, ANSWER, 7);

    assertThat(id.text()).hasSizeLessThanOrEqualTo(DiscordLimit.ID);
    assertThat(DiscordId.find(id.text())).contains(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "why", "why:", "why:a", "why:a.", "why:a.x", "nap:a.1", "why:a b.1"})
  void isNotFound_inOtherTexts(String text) {
    assertThat(DiscordId.find(text)).isEmpty();
  }

  @Test
  void refusesWhatIsNoAnswer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DiscordId(Kind.WHY, "what does a welder make?"))
        .withMessage("answer must be the id of an answer, got 'what does a welder make?'");
  }
}
