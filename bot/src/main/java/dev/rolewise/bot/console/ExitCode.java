package dev.rolewise.bot.console;

/** What a command tells the shell when it ends. */
public enum ExitCode {
  /** Done, also when the answer is that the documents do not cover the question. */
  DONE(0),
  /** Anything that has no code of its own. */
  FAILED(1),
  /** Wrong usage or configuration. */
  WRONG_USAGE(2),
  /** Documents could not be loaded. */
  NOT_LOADED(3);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** As the shell sees it. */
  public int number() {
    return number;
  }
}
