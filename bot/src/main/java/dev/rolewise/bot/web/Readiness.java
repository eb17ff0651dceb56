package dev.rolewise.bot.web;

/** Whether a part of the service works. */
public sealed interface Readiness {
  /** One line that an operator can act on, without secrets. */
  String reason();

  /**
   * It works.
   *
   * @param reason how so, such as {@code connected}
   */
  record Ready(String reason) implements Readiness {
    public Ready {
      requireLine(reason);
    }
  }

  /**
   * It does not work, or not yet.
   *
   * @param reason what is wrong, such as {@code connecting again: token_revoked}
   */
  record NotReady(String reason) implements Readiness {
    public NotReady {
      requireLine(reason);
    }
  }

  private static void requireLine(String reason) {
    if (reason.isBlank() || reason.contains("\n")) {
      throw new IllegalArgumentException("reason must be one line, got '" + reason + "'");
    }
  }
}
