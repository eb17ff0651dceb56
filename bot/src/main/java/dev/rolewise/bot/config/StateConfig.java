package dev.rolewise.bot.config;

import java.nio.file.Path;

/**
 * Where conversations and feedback are kept. Prints without the password that the address may hold.
 *
 * @param url JDBC address of a SQLite file or a PostgreSQL database
 */
public record StateConfig(String url) {
  static final String SQLITE = "jdbc:sqlite:";
  static final String POSTGRESQL = "jdbc:postgresql:";

  public StateConfig {
    if (!isSupported(url)) {
      throw new IllegalArgumentException(
          "url must begin with " + SQLITE + " or " + POSTGRESQL + " and name a database");
    }
  }

  /** A SQLite file in the data folder. */
  public static StateConfig in(Path dataDir) {
    return new StateConfig(SQLITE + dataDir.resolve("state.db"));
  }

  static boolean isSupported(String url) {
    return (url.startsWith(SQLITE) && url.length() > SQLITE.length())
        || (url.startsWith(POSTGRESQL) && url.length() > POSTGRESQL.length());
  }

  /** Whether an address says more than where the database is. */
  static boolean hasPassword(String url) {
    return url.startsWith(POSTGRESQL)
        && (url.contains("password=") || url.replaceFirst("[?].*", "").contains("@"));
  }

  @Override
  public String toString() {
    return "StateConfig[url=" + (hasPassword(url) ? POSTGRESQL + "***" : url) + "]";
  }
}
