package dev.rolewise.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.Examples;
import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.render.Reply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShownTest {
  @Test
  void everythingCanBeDone_withAnAnswerThatOnePersonSeesInAChannel() {
    assertThat(shown(Examples.AVP_PAY, "avp pay?").actions(Audience.ONE_IN_A_CHANNEL))
        .containsExactly(Action.SOURCES, Action.WHY, Action.GOOD, Action.BAD, Action.SHARE);
  }

  @Test
  void isSharedOnly_whereOthersAreThatDoNotSeeIt() {
    Shown shown = shown(Examples.AVP_PAY, "avp pay?");

    assertThat(shown.actions(Audience.ALL)).doesNotContain(Action.SHARE);
    assertThat(shown.actions(Audience.ONE_ALONE)).doesNotContain(Action.SHARE);
  }

  @Test
  void hasNoSourcesToShow_whenItCitesNothing() {
    assertThat(shown(Examples.NO_BAKERS, "baker pay?").actions(Audience.ALL))
        .containsExactly(Action.WHY, Action.GOOD, Action.BAD);
  }

  @Test
  void doesNotTellWhy_whenNoQuestionWasAsked() {
    assertThat(shown(Examples.AVP_PAY, "").actions(Audience.ALL))
        .containsExactly(Action.SOURCES, Action.GOOD, Action.BAD);
  }

  @Test
  void nothingCanBeDone_withWhatIsNoAnswer() {
    assertThat(Shown.plain(Reply.to(Examples.AVP_PAY)).actions(Audience.ONE_IN_A_CHANNEL))
        .isEmpty();
  }

  private static Shown shown(Answer answer, String question) {
    return new Shown(Reply.to(answer), Optional.of("a17"), question, List.of());
  }
}
