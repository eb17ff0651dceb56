package dev.rolewise.bot.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Everything an operator can set.
 *
 * @param knowledge where the role documents are
 * @param dataDir where caches and state live
 * @param slack how to reach Slack
 * @param discord how to reach Discord
 * @param http where the service listens
 * @param state where conversations are kept
 * @param llm which language model phrases answers
 */
public record Configuration(
    KnowledgeConfig knowledge,
    Path dataDir,
    SlackConfig slack,
    DiscordConfig discord,
    HttpConfig http,
    StateConfig state,
    LlmConfig llm) {
  /** What holds without any setting; its relative paths start at the folder of the program. */
  public static final Configuration DEFAULT =
      new Configuration(
          KnowledgeConfig.DEFAULT,
          Path.of(System.getProperty("user.home", ""), ".local", "share", "rolewise"));

  public Configuration {
    requireNonNull(knowledge, "knowledge");
    requireNonNull(dataDir, "dataDir");
    requireNonNull(slack, "slack");
    requireNonNull(discord, "discord");
    requireNonNull(http, "http");
    requireNonNull(state, "state");
    requireNonNull(llm, "llm");
  }

  /** No platform, no language model, and everything else where it is by default. */
  public Configuration(KnowledgeConfig knowledge, Path dataDir) {
    this(
        knowledge,
        dataDir,
        SlackConfig.DEFAULT,
        DiscordConfig.DEFAULT,
        HttpConfig.DEFAULT,
        StateConfig.in(dataDir),
        LlmConfig.DEFAULT);
  }
}
