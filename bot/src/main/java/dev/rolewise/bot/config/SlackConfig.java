package dev.rolewise.bot.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How to reach Slack.
 *
 * @param botToken allows to call the Web API; begins with {@code xoxb-}
 * @param appToken allows to open a WebSocket; begins with {@code xapp-}
 * @param signingSecret signs the requests of HTTP mode
 * @param mode how events arrive
 * @param admins ids of the users who are shown how the service is
 * @param apiUrl where the methods of the Web API stand below; ends with a slash
 */
public record SlackConfig(
    Optional<Secret> botToken,
    Optional<Secret> appToken,
    Optional<Secret> signingSecret,
    SlackMode mode,
    Set<String> admins,
    URI apiUrl) {
  /** No secrets: Slack is left out. */
  public static final SlackConfig DEFAULT =
      new SlackConfig(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          SlackMode.SOCKET,
          Set.of(),
          URI.create("https://slack.com/api/"));

  public SlackConfig {
    requireNonNull(botToken, "botToken");
    requireNonNull(appToken, "appToken");
    requireNonNull(signingSecret, "signingSecret");
    requireNonNull(mode, "mode");
    admins = Set.copyOf(admins);
    if (!apiUrl.toString().endsWith("/")) {
      throw new IllegalArgumentException("apiUrl must end with a slash, got " + apiUrl);
    }
  }

  /** Without admins. */
  public SlackConfig(
      Optional<Secret> botToken,
      Optional<Secret> appToken,
      Optional<Secret> signingSecret,
      SlackMode mode,
      URI apiUrl) {
    this(botToken, appToken, signingSecret, mode, Set.of(), apiUrl);
  }

  /** Whether any secret is set, so that the operator means Slack to be used. */
  public boolean isWanted() {
    return botToken.isPresent() || appToken.isPresent() || signingSecret.isPresent();
  }

  /** The environment variables that have to be set besides for the mode, empty when none is. */
  public List<String> missingVariables() {
    var missing = new ArrayList<String>();
    if (botToken.isEmpty()) {
      missing.add(ConfigurationReader.variableOf(ConfigurationReader.SLACK_BOT_TOKEN));
    }
    if (mode == SlackMode.SOCKET && appToken.isEmpty()) {
      missing.add(ConfigurationReader.variableOf(ConfigurationReader.SLACK_APP_TOKEN));
    }
    if (mode == SlackMode.HTTP && signingSecret.isEmpty()) {
      missing.add(ConfigurationReader.variableOf(ConfigurationReader.SLACK_SIGNING_SECRET));
    }
    return missing;
  }
}
