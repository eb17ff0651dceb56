package dev.rolewise.bot.discord;

import dev.rolewise.bot.config.DiscordConfig;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the bot answers and who may share. Direct messages are always answered.
 *
 * @param guilds ids of servers, empty for all
 * @param channels ids of channels of servers, empty for all
 * @param shareRoles ids of roles, empty for everybody
 */
record Permits(List<String> guilds, List<String> channels, List<String> shareRoles) {
  Permits {
    guilds = List.copyOf(guilds);
    channels = List.copyOf(channels);
    shareRoles = List.copyOf(shareRoles);
  }

  static Permits of(DiscordConfig config) {
    return new Permits(config.guilds(), config.channels(), config.shareRoles());
  }

  /**
   * Whether the bot answers in a channel of a server. Where only some are listed, one that is not
   * known is none of them.
   *
   * @param guild id of the server, if it is known
   * @param places tells the ids of the channel and, for a thread, of the channel it belongs to, if
   *     they are known
   */
  boolean answersIn(Optional<String> guild, Supplier<Optional<List<String>>> places) {
    return (guilds.isEmpty() || guild.filter(guilds::contains).isPresent())
        && (channels.isEmpty()
            || places.get().stream().flatMap(List::stream).anyMatch(channels::contains));
  }

  /** Whether somebody with the roles may share an answer with a channel. */
  boolean mayShare(Collection<String> roles) {
    return shareRoles.isEmpty() || roles.stream().anyMatch(shareRoles::contains);
  }
}
