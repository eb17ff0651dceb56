package dev.rolewise.bot.config;

/**
 * Where the HTTP server of the service listens.
 *
 * @param host name or address of one network interface; {@code 0.0.0.0} is all of them
 * @param port from 0 to 65535; 0 lets the system choose a free one
 */
public record HttpConfig(String host, int port) {
  /** Reachable from this machine only. */
  public static final HttpConfig DEFAULT = new HttpConfig("127.0.0.1", 8080);

  static final int MAX_PORT = 65_535;

  public HttpConfig {
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must not be blank");
    }
    if (!(port >= 0 && port <= MAX_PORT)) {
      throw new IllegalArgumentException("port must be between 0 and 65535, got " + port);
    }
  }
}
