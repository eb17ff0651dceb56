package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

/** What can be done with an answer by a button below it, in the order of the buttons. */
public enum Action {
  /** The cited lines in full, for who presses it. */
  SOURCES("Sources"),
  /** How the answer came about, for who presses it. */
  WHY("Why"),
  GOOD("Helpful"),
  BAD("Not helpful"),
  /** A preview of what everybody in the channel would see. */
  SHARE("Share in channel");

  private final String label;

  Action(String label) {
    this.label = requireNonNull(label, "label");
  }

  /** What stands on the button, at most 20 characters. */
  public String label() {
    return label;
  }
}
