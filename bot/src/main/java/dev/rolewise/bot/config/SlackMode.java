package dev.rolewise.bot.config;

/** How events of Slack arrive. */
public enum SlackMode {
  /** Over a WebSocket that the bot opens; needs no public address. */
  SOCKET,
  /** As requests to the bot's own HTTP server. */
  HTTP
}
