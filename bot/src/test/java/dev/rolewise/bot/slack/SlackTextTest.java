package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {
  /** Anything Slack would obey in a line with markup. */
  private static final Pattern LIVE =
      Pattern.compile(
          "[<>*~`\\n\\r]|&(?!(?:amp|lt|gt);)|^\\s*&gt;|(?i:https?://|mailto:\\w|www\\.\\w)"
              + "|[@#]\\w|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|:[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*:"
              + "|[\\u200b\\ufeff\\u00ad\\u202a-\\u202e]");

  /** Anything Slack might obey in a text without markup. */
  private static final Pattern LIVE_PLAIN =
      Pattern.compile(
          "<[^ \\u2060]|&(?:amp|lt|gt|#\\d+);|(?i:https?://|mailto:\\w|www\\.\\w)|[@#]\\w"
              + "|:[a-z0-9_+'-]*[a-z][a-z0-9_+'-]*:|[\\n\\r\\u200b\\ufeff]");

  private static final List<String> PARTS =
      List.of(
          "<!channel>",
          "<!here>",
          "<!everyone>",
          "<@U012AB3CD>",
          "<#C012AB3CD|general>",
          "<!subteam^S1>",
          "<https://evil.example|pay>",
          "https://evil.example",
          "HTTP://a.b",
          "mailto:a@b.example",
          "www.evil.example",
          "@here",
          "#general",
          "*",
          "_",
          "~",
          "`",
          "```",
          ">",
          ">>>",
          "&",
          "&lt;",
          "&amp;lt;!channel&amp;gt;",
          "&#60;!here>",
          ":tada:",
          ":",
          "\n",
          "\r\n> ",
          "\u2028",
          "\u200b",
          "\u200c",
          "\u200d",
          "\u2060",
          "\ufeff",
          "\u00ad",
          "\u202e",
          "\u001b[1m",
          "\ud83d",
          "\ude00",
          "😀",
          "👩\u200d💻",
          "word",
          " ",
          "  ",
          "$100,000",
          "a_b",
          "<",
          "!",
          "channel",
          "東京",
          "\udb40\udc41",
          "|",
          "-",
          "1.",
          "[1]");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          plain words, $180,000 to $220,000 | plain words, $180,000 to $220,000
          R&D <lead> | R&amp;D &lt;lead&gt;
          <!channel> hi | &lt;!channel&gt; hi
          <@U012AB3CD> | &lt;@⁠U012AB3CD&gt;
          *bold* and ~gone~ | ∗bold∗ and ∼gone∼
          _soft_ but snake_case | ˍsoftˍ but snake_case
          `code` | ˋcodeˋ
          > quote | ⁠&gt; quote
          5 > 3 | 5 &gt; 3
          see https://evil.example/x | see https:⁠//evil.example/x
          @here #general C# | @⁠here #⁠general C#
          a :tada: at 10:30 | a ∶tada∶ at 10:30
          """)
  void takesTheMeaningOutOfMarkup(String text, String safe) {
    assertThat(SlackText.mrkdwn(text)).isEqualTo(safe);
  }

  @Test
  void takesOutWhatHidesMarkup() {
    assertThat(SlackText.mrkdwn("<\u200b!chan\u00adnel\ufeff>")).isEqualTo("&lt;!channel&gt;");
    assertThat(SlackText.mrkdwn("ht\u200btps://evil.example"))
        .isEqualTo("https:\u2060//evil.example");
    assertThat(SlackText.mrkdwn("👩\u200d💻 a\u200db")).isEqualTo("👩\u200d💻 ab");
    assertThat(SlackText.plain("<\u200b!here> R&D")).isEqualTo("<\u2060!here> R&\u2060D");
  }

  @Test
  void leavesNothingLive_whateverTheText() {
    var random = new Random(20_261_122);
    for (int i = 0; i < 20_000; i++) {
      String text = text(random);

      assertThat(SlackText.mrkdwn(text)).as(text).doesNotContainPattern(LIVE);
      assertThat(SlackText.plain(text)).as(text).doesNotContainPattern(LIVE_PLAIN);
      assertThat(isWellFormed(SlackText.mrkdwn(text))).as(text).isTrue();
    }
  }

  @Test
  void leavesNothingLive_whereItIsCut() {
    var random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      String text = text(random);
      int max = 20 + random.nextInt(60);

      String cut = SlackText.mrkdwn(text, max);
      String plain = SlackText.plain(text, max);
      List<String> pieces = SlackText.pieces(text, max);

      assertThat(cut).as(text).hasSizeLessThanOrEqualTo(max).doesNotContainPattern(LIVE);
      assertThat(plain).as(text).hasSizeLessThanOrEqualTo(max).doesNotContainPattern(LIVE_PLAIN);
      assertThat(pieces)
          .as(text)
          .isNotEmpty()
          .allSatisfy(
              piece -> assertThat(piece).hasSizeLessThanOrEqualTo(max).doesNotContainPattern(LIVE));
    }
  }

  @Test
  void losesNoWord_inPieces() {
    var words = new ArrayList<String>();
    for (int i = 0; i < 500; i++) {
      words.add("word" + i);
    }

    List<String> pieces = SlackText.pieces(String.join(" ", words), 100);

    assertThat(String.join(" ", pieces).split(" ")).containsExactlyElementsOf(words);
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PARTS.get(random.nextInt(PARTS.size())));
    }
    return text.toString();
  }

  private static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
