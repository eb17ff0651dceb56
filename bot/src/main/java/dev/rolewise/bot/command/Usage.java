package dev.rolewise.bot.command;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;

/**
 * How a command is used.
 *
 * @param name one lower-case word, at most 32 characters
 * @param description what it does, at most 100 characters
 * @param parameters what it can be given, those without a name in front first
 * @param result what it gives
 */
public record Usage(String name, String description, List<Parameter> parameters, Result result) {
  /** What a command gives. */
  public enum Result {
    TEXT,
    /** A picture, with a text that says the same. */
    PICTURE
  }

  private static final int MAX_DESCRIPTION = 100;

  /** The usage of a command that gives text. */
  public Usage(String name, String description, List<Parameter> parameters) {
    this(name, description, parameters, Result.TEXT);
  }

  public Usage {
    requireNonNull(result, "result");
    parameters = List.copyOf(parameters);
    if (!name.matches("[a-z]{1,32}")) {
      throw new IllegalArgumentException("name must be a short lower-case word, got " + name);
    }
    if (description.isBlank() || description.length() > MAX_DESCRIPTION) {
      throw new IllegalArgumentException(
          "description must have 1 to 100 characters, got '" + description + "'");
    }
  }

  /** One line such as {@code role ROLE [--section SECTION]}. */
  public String synopsis() {
    var line = new StringBuilder(name);
    for (Parameter parameter : parameters) {
      String value = parameter.name().toUpperCase(Locale.ROOT);
      line.append(' ')
          .append(
              switch (parameter.count()) {
                case ONE -> value;
                case AT_MOST_ONE -> "[" + value + "]";
                case SEVERAL -> value + "...";
                case OPTION -> "[--" + parameter.name() + " " + value + "]";
                case OPTIONS -> "[--" + parameter.name() + " " + value + "]...";
              });
    }
    return line.toString();
  }
}
