package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import java.io.PrintStream;

/** Shows how far something is on one line of a terminal, which is wiped when it is done. */
public final class ProgressLine {
  private static final String TO_START_AND_WIPE = "\r\u001b[K";

  /** What ends soon needs no line. */
  private static final int MIN_TOTAL = 1000;

  private final PrintStream terminal;
  private final String what;

  /**
   * @param what is done, such as {@code embedding statements}
   */
  public ProgressLine(PrintStream terminal, String what) {
    this.terminal = requireNonNull(terminal, "terminal");
    this.what = requireNonNull(what, "what");
  }

  /** Shows that so many of so many are done. */
  public void show(int done, int total) {
    if (total < MIN_TOTAL) {
      return;
    }
    terminal.print(TO_START_AND_WIPE);
    if (done < total) {
      terminal.print(what + ": " + done + " of " + total);
    }
    terminal.flush();
  }
}
