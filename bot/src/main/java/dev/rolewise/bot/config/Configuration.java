package dev.rolewise.bot.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Everything an operator can set.
 *
 * @param knowledge where the role documents are
 * @param dataDir where caches and state live
 */
public record Configuration(KnowledgeConfig knowledge, Path dataDir) {
  /** What holds without any setting; its relative paths start at the folder of the program. */
  public static final Configuration DEFAULT =
      new Configuration(
          KnowledgeConfig.DEFAULT,
          Path.of(System.getProperty("user.home", ""), ".local", "share", "rolewise"));

  public Configuration {
    requireNonNull(knowledge, "knowledge");
    requireNonNull(dataDir, "dataDir");
  }
}
