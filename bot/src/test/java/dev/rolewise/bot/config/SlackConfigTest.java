package dev.rolewise.bot.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlackConfigTest {
  private static final SlackConfig EVERYTHING_ELSE =
      new SlackConfig(
          Optional.of(new Secret("xoxb-1")),
          Optional.of(new Secret("xapp-1")),
          Optional.of(new Secret("8f742231b10e")),
          SlackMode.HTTP,
          Set.of("U024BE7LH"),
          URI.create("http://127.0.0.1:9000/api/"));

  @Test
  void defaultsAreSocketModeOfTheRealSlack_withoutSecrets() {
    assertThat(SlackConfig.DEFAULT)
        .isEqualTo(
            new SlackConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SlackMode.SOCKET,
                Set.of(),
                URI.create("https://slack.com/api/")));
    assertThat(SlackConfig.DEFAULT.isWanted()).isFalse();
    assertThat(SlackConfig.DEFAULT.missingVariables())
        .containsExactly("ROLEWISE_SLACK_BOT_TOKEN", "ROLEWISE_SLACK_APP_TOKEN");
  }

  @Test
  void everythingCanBeSet_andNoSecretIsPrinted() {
    assertThat(EVERYTHING_ELSE.isWanted()).isTrue();
    assertThat(EVERYTHING_ELSE.missingVariables()).isEmpty();
    assertThat(EVERYTHING_ELSE)
        .hasToString(
            "SlackConfig[botToken=Optional[***], appToken=Optional[***],"
                + " signingSecret=Optional[***], mode=HTTP, admins=[U024BE7LH],"
                + " apiUrl=http://127.0.0.1:9000/api/]");
  }

  @Test
  void httpModeNeedsTheSigningSecret_notTheAppToken() {
    var config =
        new SlackConfig(
            EVERYTHING_ELSE.botToken(),
            Optional.empty(),
            Optional.empty(),
            SlackMode.HTTP,
            EVERYTHING_ELSE.apiUrl());

    assertThat(config.missingVariables()).containsExactly("ROLEWISE_SLACK_SIGNING_SECRET");
  }

  @Test
  void anAddressWithoutSlashAtTheEndIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new SlackConfig(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SlackMode.SOCKET,
                URI.create("https://slack.com/api")))
        .withMessage("apiUrl must end with a slash, got https://slack.com/api");
  }
}
