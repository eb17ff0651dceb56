package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.platform.Conversations.Keys;
import java.util.Set;

/**
 * What the bot knows of people: nothing but whether they are admins, and an opaque key.
 *
 * @param key what the keys of people are made with, so that nobody finds out whose they are who has
 *     the state alone; with another one nobody is known any more
 * @param admins ids of users
 */
record SlackPeople(Secret key, Set<String> admins) {
  SlackPeople {
    requireNonNull(key, "key");
    admins = Set.copyOf(admins);
  }

  /** Opaque key of a person. */
  String asker(String team, String user) {
    return Keys.keyed(key.value(), "slack", "asker", team, user);
  }

  boolean isAdmin(String user) {
    return admins.contains(user);
  }
}
