package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscordWordingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<@1100000000000000002> what does a welder make? | what does a welder make?",
        "<@!12> hello <@&34> <#56> | hello",
        "pay <:dollar:1234> and <a:spin:99> please | pay and please",
        "since <t:1700000000:R> see <https://example.org/a?b=c> | since see"
            + " https://example.org/a?b=c",
        "use </ask:123> here | use here",
        "years < 5 and pay > 100 | years < 5 and pay > 100",
      })
  void plain_leavesTheWords(String written, String words) {
    assertThat(DiscordWording.plain(written)).isEqualTo(words);
  }

  @Test
  void tellsWhomAMessageMentions_outsideOfCode() {
    assertThat(
            DiscordWording.mentioned(
                "<@1> and <@!2>, not `<@3>` or \\<@4>\n```\n<@5>\n``` nor <@&6> <#7>"))
        .containsExactly("1", "2");
  }
}
