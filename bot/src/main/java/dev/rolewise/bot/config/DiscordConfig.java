package dev.rolewise.bot.config;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How to reach Discord, and where in it the bot answers.
 *
 * @param token proves who the bot is
 * @param apiUrl where the REST API stands below, with its version; ends with a slash
 * @param gatewayUrl where events come from; none is where Discord says, which also says how many
 *     connections it wants, while at an address given here there is one
 * @param guildIds servers that get the commands at once, instead of every server; empty is every
 *     server
 * @param shareRoles ids of the roles of a server that may share answers; empty is everybody
 * @param guilds ids of the servers that are answered in; empty is every server
 * @param channels ids of the channels of servers that are answered in, with their threads; empty is
 *     every channel
 */
public record DiscordConfig(
    Optional<Secret> token,
    URI apiUrl,
    Optional<URI> gatewayUrl,
    List<String> guildIds,
    List<String> shareRoles,
    List<String> guilds,
    List<String> channels) {
  /** No token: Discord is left out. */
  public static final DiscordConfig DEFAULT =
      new DiscordConfig(
          Optional.empty(),
          URI.create("https://discord.com/api/v10/"),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of());

  public DiscordConfig {
    requireNonNull(token, "token");
    requireNonNull(gatewayUrl, "gatewayUrl");
    guildIds = ids("guildIds", guildIds);
    shareRoles = ids("shareRoles", shareRoles);
    guilds = ids("guilds", guilds);
    channels = ids("channels", channels);
    if (!apiUrl.toString().endsWith("/")) {
      throw new IllegalArgumentException("apiUrl must end with a slash, got " + apiUrl);
    }
  }

  private static List<String> ids(String name, List<String> ids) {
    for (String id : ids) {
      if (!isId(id)) {
        throw new IllegalArgumentException(name + " must be numbers, got '" + id + "'");
      }
    }
    return List.copyOf(ids);
  }

  /** Whether a text can be an id of Discord: a positive number of at most 19 digits. */
  static boolean isId(String text) {
    return text.matches("[1-9][0-9]{0,18}");
  }

  /** Whether the operator means Discord to be used. */
  public boolean isWanted() {
    return token.isPresent();
  }
}
