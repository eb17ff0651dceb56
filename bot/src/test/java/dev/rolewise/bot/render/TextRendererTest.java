package dev.rolewise.bot.render;

import static dev.rolewise.bot.Examples.AVP;
import static dev.rolewise.bot.Examples.AVP_PAY;
import static dev.rolewise.bot.Examples.NO_BAKERS;
import static dev.rolewise.bot.Examples.cite;
import static dev.rolewise.bot.Examples.statement;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.Golden;
import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.render.TextRenderer.Look;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class TextRendererTest {
  private static final TextRenderer PIPE = new TextRenderer(Look.PLAIN, OptionalInt.empty());

  @Test
  void showsTheAnswerThenSourcesThenSuggestions_unwrappedInAPipe() {
    Golden.assertMatches("text/answer-pipe.txt", PIPE.render(Reply.to(AVP_PAY)));
  }

  @Test
  void wrapsAtTheWidthOfTheTerminal_andStylesHeadingsAndSources() {
    var renderer = new TextRenderer(Look.STYLED, OptionalInt.of(60));

    Golden.assertMatches("text/answer-60-styled.txt", renderer.render(Reply.to(AVP_PAY)));
  }

  @Test
  void keepsEveryLineWithinTheWidth_whenWordsAreShorter() {
    for (int width = 40; width <= 120; width += 7) {
      int columns = width;
      String text = new TextRenderer(Look.PLAIN, OptionalInt.of(width)).render(Reply.to(AVP_PAY));

      assertThat(text.lines())
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(columns));
    }
  }

  @Test
  void saysTheSameWordsWhateverTheWidth() {
    String wide = PIPE.render(Reply.to(AVP_PAY));
    String narrow = new TextRenderer(Look.PLAIN, OptionalInt.of(30)).render(Reply.to(AVP_PAY));

    assertThat(narrow.replaceAll("\\s+", " ")).isEqualTo(wide.replaceAll("\\s+", " "));
  }

  @Test
  void showsARefusalWithoutSources() {
    assertThat(PIPE.render(Reply.to(NO_BAKERS)))
        .isEqualTo(
            """
            The documents say nothing about bakers. They cover AVP of AI and ML.

            You could ask next:
            - What does an AVP make?
            """);
  }

  @Test
  void showsWholeQuotes_whenAskedForSources() {
    assertThat(PIPE.render(Reply.sources(AVP_PAY.citations())))
        .contains("on the place of work\"\n")
        .doesNotContain("…");
  }

  @Test
  void saysThatThereAreNoSourcesYet() {
    assertThat(PIPE.render(Reply.sources(List.of())))
        .isEqualTo("There is no answer with sources yet.\n");
  }

  @Test
  void listsRolesWithOriginAndAliases() {
    assertThat(PIPE.render(Reply.roles(List.of(AVP))))
        .isEqualTo(
            """
            Roles
            - avp-ai-ml: AVP of AI and ML (US, 2024), also AVP AI, assistant vice president of AI
            """);
  }

  @Test
  void letsNoControlCharacterThrough() {
    String evil =
        "pay \u001b[31mred\u001b[0m \u001b]0;title\u0007now\u009b2J\u202edlo\r\nend\u0000";
    var answer =
        new Answer.Answered(
            List.of(new Sentence(Sentence.Form.TEXT, evil, List.of(1))),
            List.of(cite(1, statement(evil))),
            List.of(evil));

    String text = PIPE.render(Reply.to(answer));

    assertThat(text)
        .startsWith("pay red nowdlo end  [1]\n")
        .doesNotContainPattern("[\\p{Cc}&&[^\\n]]");
  }

  @Test
  void cutsALongQuoteAtAWord() {
    assertThat(Words.shorten("one two three four", 12)).isEqualTo("one two …");
    assertThat(Words.shorten("one two", 12)).isEqualTo("one two");
    assertThat(Words.shorten("a".repeat(20), 12)).isEqualTo("a".repeat(11) + " …");
  }
}
