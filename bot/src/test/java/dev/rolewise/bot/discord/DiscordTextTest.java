package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordTextTest {
  private static final List<String> PARTS =
      List.of(
          "@everyone",
          "@here",
          "<@80351110224678912>",
          "<@!1>",
          "<@&2>",
          "<#3>",
          "<:name:4>",
          "<a:name:5>",
          "<t:1618953630:R>",
          "</ask:6>",
          "<id:home>",
          "<https://evil.example>",
          "https://evil.example/a_b_c",
          "HTTP://a.b",
          "steam://run/1",
          "discord.gg/evil",
          "discord.com/invite/evil",
          "www.evil.example",
          "[pay](",
          "](https://evil.example)",
          "*",
          "**",
          "_",
          "__",
          "~",
          "~~",
          "|",
          "||",
          "`",
          "```",
          "\\",
          "\\\\",
          "#",
          "# ",
          "### ",
          "-# ",
          "> ",
          ">>> ",
          "- ",
          "+ ",
          "1. ",
          "2) ",
          ":tada:",
          ":+1:",
          ":",
          "\n",
          "\r\n> ",
          "\u2028",
          "\u200b",
          "\u200d",
          "\u2060",
          "\ufeff",
          "\u00ad",
          "\u202e",
          "\u00a0",
          "\u001b[1m",
          "\ud83d",
          "\ude00",
          "😀",
          "word",
          " ",
          "$100,000",
          "<",
          "@",
          "(",
          ")",
          "[1]",
          "東京");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          plain words, $180,000 to $220,000 | plain words, $180,000 to $220,000
          R&D, C# and C++ [1] | R&D, C# and C++ [1]
          @everyone look | @⁠everyone look
          <@80351110224678912> | <⁠@⁠80351110224678912>
          </ask:1> <t:1:R> | <⁠/ask:1> <⁠t\\:1:R>
          5 < 6 > 3 | 5 < 6 > 3
          *bold* and ~~gone~~ | \\*bold\\* and \\~\\~gone\\~\\~
          ~5% of a_b | ~5% of a\\_b
          `code` | \\`code\\`
          # Heading | \\# Heading
          -# small | \\-# small
          - item | \\- item
          -5% | -5%
          > quote | \\> quote
          2024. That year | 2024\\. That year
          [pay](https://evil.example) | [pay]\\(https:⁠//evil.example)
          discord.gg/evil | discord.⁠gg/evil
          welder.md:19, Node.js | welder.md:19, Node.js
          a :tada: at 10:30 | a \\:tada: at 10:30
          """)
  void takesTheMeaningOutOfMarkup(String text, String safe) {
    assertThat(DiscordText.markdown(text)).isEqualTo(safe);
  }

  @Test
  void takesOutWhatHidesMarkup() {
    assertThat(DiscordText.markdown("<\u200b@1> @every\u00adone\ufeff"))
        .isEqualTo("<\u2060@\u20601> @\u2060everyone");
    assertThat(DiscordText.plain("ht\u200btps://evil.example"))
        .isEqualTo("https:\u2060//evil.example");
    assertThat(DiscordText.markdown("|" + "\u2060" + "|x||")).isEqualTo("\\|\\|x\\|\\|");
  }

  @Test
  void endsNoCodeBlock() {
    assertThat(DiscordText.code("a ``` @here *b*")).isEqualTo("a ˋˋˋ @\u2060here *b*");
  }

  @Test
  void leavesNothingLive_whateverTheText() {
    var random = new Random(20_261_122);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random);

      assertThat(Live.inStatement(DiscordText.markdown(text))).as(text).isEmpty();
      assertThat(Live.anywhere(DiscordText.plain(text))).as(text).isEmpty();
      assertThat(DiscordText.code(text)).doesNotContain("`");
    }
  }

  @Test
  void countsAsDiscordDoes_andStaysWithinTheLimit() {
    var random = new Random(5);
    assertThat(DiscordText.length("😀a")).isEqualTo(2);
    assertThat(DiscordText.plain("😀".repeat(81), 80)).isEqualTo("😀".repeat(79) + "…");
    assertThat(DiscordText.plain("😀".repeat(80), 80)).isEqualTo("😀".repeat(80));
    for (int i = 0; i < 2_000; i++) {
      String text = text(random).repeat(5);

      assertThat(DiscordText.length(DiscordText.markdown(text, 40))).isLessThanOrEqualTo(40);
      assertThat(DiscordText.length(DiscordText.plain(text, 40))).isLessThanOrEqualTo(40);
      for (String piece : DiscordText.pieces(text, 40)) {
        assertThat(DiscordText.length(piece)).isLessThanOrEqualTo(40);
        assertThat(Live.inStatement(piece)).as(text).isEmpty();
      }
    }
  }

  @Test
  void losesNoWord_betweenPieces() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      words.add("word" + i);
    }

    List<String> pieces = DiscordText.pieces(String.join(" ", words), 100);

    assertThat(String.join(" ", pieces).split(" ")).containsExactlyElementsOf(words);
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }
}
