package dev.rolewise.bot.config;

/**
 * A token, key or password. Prints as {@code ***}.
 *
 * @param value what is sent to prove who the bot is, neither empty nor with space or control
 *     characters, which no header could carry
 */
public record Secret(String value) {
  public Secret {
    if (value.isEmpty() || value.chars().anyMatch(Secret::isForbidden)) {
      throw new IllegalArgumentException(
          "secret must not be empty and must not contain spaces or control characters");
    }
  }

  static boolean isForbidden(int character) {
    return character <= ' ' || character > '~';
  }

  @Override
  public String toString() {
    return "***";
  }
}
