package dev.rolewise.bot.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.config.Secret;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class SlackSignatureTest {
  /** The example of Slack's documentation. */
  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
          + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect"
          + "&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
          + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121"
          + ".803a0bc887a14d10d2c447fce8b6703c";

  private static final String TIMESTAMP = "1531420618";

  @Test
  void signsLikeTheExampleOfSlack() {
    var signature =
        new SlackSignature(
            new Secret(TestServer.SIGNING_SECRET), InstantSource.fixed(Instant.EPOCH));

    assertThat(signature.sign(TIMESTAMP, BODY.getBytes(UTF_8)))
        .isEqualTo("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503");
  }
}
