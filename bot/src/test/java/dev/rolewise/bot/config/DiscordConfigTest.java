package dev.rolewise.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscordConfigTest {
  private static final URI API = URI.create("http://127.0.0.1:9000/api/v10/");

  @Test
  void defaultsAreTheRealDiscord_everywhere_withoutToken() {
    assertThat(DiscordConfig.DEFAULT)
        .isEqualTo(
            new DiscordConfig(
                Optional.empty(),
                URI.create("https://discord.com/api/v10/"),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of()));
    assertThat(DiscordConfig.DEFAULT.isWanted()).isFalse();
  }

  @Test
  void everythingCanBeSet_andTheTokenIsNotPrinted() {
    var config =
        new DiscordConfig(
            Optional.of(new Secret("MTk4.Cl2F.ZnCj")),
            API,
            Optional.of(URI.create("ws://127.0.0.1:9001")),
            List.of("1"),
            List.of("2"),
            List.of("3"),
            List.of("4", "5"));

    assertThat(config.isWanted()).isTrue();
    assertThat(config)
        .hasToString(
            "DiscordConfig[token=Optional[***], apiUrl=http://127.0.0.1:9000/api/v10/,"
                + " gatewayUrl=Optional[ws://127.0.0.1:9001], guildIds=[1], shareRoles=[2],"
                + " guilds=[3], channels=[4, 5]]");
  }

  @Test
  void whatIsNoIdIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new DiscordConfig(
                Optional.empty(),
                API,
                Optional.empty(),
                List.of(),
                List.of("HR"),
                List.of(),
                List.of()))
        .withMessage("shareRoles must be numbers, got 'HR'");
  }
}
