package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rolewise.bot.slack.Wording.Meant;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
  @Test
  void plain_leavesTheWordsOfAMessage() {
    assertThat(
            Wording.plain(
                "<@U0BOT>  what does a <https://example.com|VP> in <#C1|pune> earn &amp; why?"))
        .isEqualTo("what does a VP in pune earn & why?");
  }

  @Test
  void plain_readsWhatLooksLikeMarkup_withoutDelay() {
    String open = "<".repeat(12_000);

    assertThat(
            assertTimeoutPreemptively(
                Duration.ofSeconds(1),
                () -> Wording.plain(open + "<@U0BOT|".repeat(100_000) + "x>")))
        .isEqualTo(open);
    assertThat(Wording.plain("< <https://example.com|pay> <b")).isEqualTo("< pay <b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what about the VP?",
        "And in Pune?",
        "compare it with the welder",
        "Also, what are the requirements?",
        "Can you compare it with the VP?",
        "could you tell me the skills for that role?",
        "Salary, and what bonus?",
        "What is your source for that?",
        "which skills does it take",
        "How does that compare with a welder, and what should we expect to pay?",
        "Can you also show the bonus?"
      })
  void meant_isTheBot_forQuestions(String text) {
    assertThat(Wording.meant(text)).isEqualTo(Meant.THE_BOT);
  }

  @Test
  void meant_readsWordsThatAreRepeatedForLong() {
    String pleas = "please ".repeat(1_700);

    assertThat(Wording.meant("can you " + pleas + "compare them?")).isEqualTo(Meant.THE_BOT);
    assertThat(Wording.meant("can you " + pleas + "?")).isEqualTo(Meant.PERHAPS_THE_BOT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Which skills should we look for?",
        "What should we pay?",
        "What do we need to pay?",
        "And how much should we offer in Pune?",
        "What should we offer Anna?",
        "Do we need a degree?",
        "How many years do we ask for?",
        "What do we usually pay?",
        "What should we pay him?",
        "Could we get the salary range?"
      })
  void meant_isTheBotIfItIsAboutJobs_forWhatThoseWhoHireAsk(String text) {
    assertThat(Wording.meant(text)).isEqualTo(Meant.THE_BOT_IF_ABOUT_JOBS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<@U0OTHER> what do you think?",
        "Anna, is that what we pay?",
        "thanks, that helps",
        "<!here> is this right?",
        "And thanks, that helps a lot.",
        "Is fine by me.",
        "Do it tomorrow, please.",
        "Show must go on.",
        "Who cares."
      })
  void meant_isOthers_forWordsThatAskNothingOrNameSomebody(String text) {
    assertThat(Wording.meant(text)).isEqualTo(Meant.OTHERS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "do you agree?",
        "is your offer better?",
        "Are we still meeting at five?",
        "Do you have the range for the VP?",
        "What do you know about the VP role?",
        "Do you know what a VP makes?",
        "What should we do?",
        "Do we need a room for the meeting?",
        "What do we need for the party?",
        "Should we ask for more time?",
        "Do you think we need a degree?",
        "What should we pay, do you know?",
        "What do we need to bring?",
        "Could we get lunch?"
      })
  void meant_isPerhapsTheBot_forWhatAColleagueMayBeAskedToo(String text) {
    assertThat(Wording.meant(text)).isEqualTo(Meant.PERHAPS_THE_BOT);
  }
}
