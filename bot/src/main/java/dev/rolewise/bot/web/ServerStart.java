package dev.rolewise.bot.web;

import static java.util.Objects.requireNonNull;

/** What starting the HTTP server came to. */
public sealed interface ServerStart {
  /**
   * It listens.
   *
   * @param server to be closed at the end
   */
  record Started(WebServer server) implements ServerStart {
    public Started {
      requireNonNull(server, "server");
    }
  }

  /**
   * It cannot listen.
   *
   * @param problem one line that names the setting to change
   */
  record Failed(String problem) implements ServerStart {
    public Failed {
      requireNonNull(problem, "problem");
    }
  }
}
