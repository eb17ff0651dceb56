package dev.rolewise.bot.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an answer did not help. */
public enum Reason {
  WRONG_FIGURE("A figure or fact is wrong"),
  WRONG_SUBJECT("It answers another question"),
  INCOMPLETE("Something is missing"),
  SHOULD_KNOW("The documents should cover this"),
  OTHER("Something else");

  private final String label;

  Reason(String label) {
    this.label = label;
  }

  /** How it is chosen and told. */
  public String label() {
    return label;
  }

  /** What a form hands back. */
  public String value() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What is kept of a reason, empty if none was given.
   *
   * @param kind the value that was chosen
   * @param words what was written
   */
  public static String told(Optional<String> kind, Optional<String> words) {
    return Stream.of(kind, words)
        .flatMap(Optional::stream)
        .filter(told -> !told.isBlank())
        .reduce((chosen, written) -> chosen + ": " + written)
        .orElse("");
  }
}
