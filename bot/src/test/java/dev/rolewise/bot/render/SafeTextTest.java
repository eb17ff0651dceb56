package dev.rolewise.bot.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeTextTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          plain words, plain words
          São Paulo – 东京 😀, São Paulo – 东京 😀
          a\\u001b[1;31mb, ab
          a\\u001b[b, a
          a\\u001b]8;;http://x\\u001b\\\\b, ab
          a\\u001b]0;never closed, a0;never closed
          a\\u001bPq\\u009cb, ab
          a\\u001b(Bb, ab
          a\\u001b, a
          a\\u009b31mb, ab
          a\\u0090x\\u0007b, ab
          a\\tb, a b
          a\\r\\n\\u0008b, a b
          a\\u007fb, a b
          a\\u2028b, a b
          a\\u202e\\u2066b, ab
          """)
  void takesOutWhatATerminalWouldObey(String text, String safe) {
    assertThat(SafeText.of(unescape(text))).isEqualTo(safe);
  }

  private static String unescape(String text) {
    return Pattern.compile("\\\\u(\\p{XDigit}{4})")
        .matcher(text)
        .replaceAll(match ->
            Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))))
        .replace("\\t", "\t")
        .replace("\\r", "\r")
        .replace("\\n", "\n")
        .replace("\\\\", "\\");
  }
}
