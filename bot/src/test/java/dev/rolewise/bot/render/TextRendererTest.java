package dev.rolewise.bot.render;

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
    var sources = new Block.Sources(AVP_PAY.citations(), Block.Sources.Quotes.WHOLE);

    assertThat(PIPE.render(new Reply(List.of(sources))))
        .contains("on the place of work\"\n")
        .doesNotContain("…");
  }

  @Test
  void namesEachDocumentOnce_whenQuotesAreLeftOut() {
    var sources = new Block.Sources(AVP_PAY.citations(), Block.Sources.Quotes.NONE);

    assertThat(PIPE.render(new Reply(List.of(sources))))
        .isEqualTo(
            """
            Sources
            AVP of AI and ML, knowledge/roles/avp-ai-ml.md (US, 2024): [1] line 88, [2] line 89
            """);
  }

  @Test
  void wrapsTheWidestColumn_whenATableIsTooWide() {
    var table =
        new Block.Table(
            List.of("Job", "Amount"),
            List.of(
                new Block.Table.Row(
                    List.of("Machine Learning Engineer at a bank", "$120,000"), List.of(1)),
                new Block.Table.Row(List.of("Baker", "$30,000"), List.of(2))));

    assertThat(new TextRenderer(Look.PLAIN, OptionalInt.of(34)).render(new Reply(List.of(table))))
        .isEqualTo(
            """
            Job                   Amount
            Machine Learning      $120,000 [1]
            Engineer at a bank
            Baker                 $30,000 [2]
            """);
  }

  @Test
  void writesRowsAsLines_whenThereIsNoRoomForColumns() {
    var table =
        new Block.Table(
            List.of("Job", "Amount"),
            List.of(new Block.Table.Row(List.of("Anaesthesiologist", "$120,000"), List.of(1))));

    assertThat(new TextRenderer(Look.PLAIN, OptionalInt.of(24)).render(new Reply(List.of(table))))
        .isEqualTo(
            """
            - Job: Anaesthesiologist
              Amount: $120,000 [1]
            """);
  }

  @Test
  void putsSidesBesideEachOther_whereTheTerminalIsWideEnough() {
    var comparison =
        new Block.Comparison(
            List.of("Baker", "Cook"),
            List.of(
                new Block.Comparison.Topic(
                    "Pay",
                    List.of(
                        List.of(new Block.Item("Pay: $30,000 a year", List.of(1))), List.of()))));
    var reply = new Reply(List.of(comparison));

    assertThat(new TextRenderer(Look.PLAIN, OptionalInt.of(70)).render(reply))
        .isEqualTo(
            """
            Baker                              Cook

            Pay
            - Pay: $30,000 a year [1]          - not documented
            """);
    assertThat(PIPE.render(reply))
        .isEqualTo(
            """
            Pay
            Baker:
              - Pay: $30,000 a year [1]
            Cook:
              - not documented
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
}
