package dev.rolewise.bot.state;

/** The store of the state cannot be used. */
public final class StateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * @param message what was tried, without secrets
   */
  public StateException(String message, Throwable cause) {
    super(message, cause);
  }
}
