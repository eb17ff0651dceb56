package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordingTest {
  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {
        "It pays [well](https://evil.example/x). => It pays well.",
        "It pays <@U123> **well**. => It pays well.",
        "@everyone It pays well. => It pays well.",
        "It pays well <script>alert('@here')</script>. => It pays well.",
        "It pays <<@U1>@U2> well. => It pays well.",
        "# It pays `well` ~~now~~. => It pays well now.",
        "- It pays ||well||. => It pays well.",
        "It pays well https://evil.example www.evil.example mailto:a@b.example => It pays well",
        "It pays well at evil.com/pay and bit.ly/x now. => It pays well at and now.",
        "It pays [well][ref]. => It pays well.",
        "-# It pays well. => It pays well.",
        "It needs Node.js/React, ASP.NET/C# and a B.Tech/M.Tech. => It needs Node.js/React,"
            + " ASP.NET/C# and a B.Tech/M.Tech.",
        "It pays well :tada: at 10:30. => It pays well at 10:30.",
        "It pays $180,000–$220,000 (base_salary) & more, C++ and C#. => It pays $180,000–$220,000"
            + " (base_salary) & more, C++ and C#."
      })
  void leavesWordsAlone(String written, String plain) {
    assertThat(PlainWording.of(written)).isEqualTo(plain);
  }

  /** Texts longer than any that is cleaned, by which quadratic time is told from cubic. */
  @ParameterizedTest
  @CsvSource({"@everyone,1200", "a@,2500", "<a,4000", "[,19000", "a.,9000", "' ',19000"})
  @Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
  void takesLittleTime_whateverIsWritten(String piece, int times) {
    String written = piece.repeat(times) + ">".repeat(times / 2);

    assertThat(PlainWording.of(written)).hasSizeLessThanOrEqualTo(written.length());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!channel>",
        "@everyone",
        "https://evil.example",
        "**",
        "\u202e\u200b\ufeff",
        "\ud800",
        "\u0007\u0000",
        "\ufffd\ufffd"
      })
  void leavesNothingOfWhatIsNoWord(String written) {
    assertThat(PlainWording.of(written)).isEmpty();
  }
}
