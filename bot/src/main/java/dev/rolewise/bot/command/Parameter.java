package dev.rolewise.bot.command;

import static java.util.Objects.requireNonNull;

/**
 * Something a command can be given.
 *
 * @param name one lower-case word, at most 32 characters, as Discord allows
 * @param description what it is for, at most 100 characters
 * @param kind what it names, which decides how it is completed
 * @param count how often it can be given
 */
public record Parameter(String name, String description, Kind kind, Count count) {
  /** What a parameter names. */
  public enum Kind {
    /** Any words. */
    TEXT,
    /** A role document, by its id, its title or an alias. */
    ROLE,
    /** Any job that the documents know. */
    JOB,
    /** A section of a role document. */
    SECTION,
    /** An aspect that roles are compared by. */
    TOPIC,
    /** A place that pay is documented for. */
    PLACE,
    /** Years or a stage of experience. */
    EXPERIENCE,
    /** A part of pay or a statistic. */
    MEASURE,
    /** The number of a source. */
    NUMBER,
    /** A command. */
    COMMAND
  }

  /** How often a parameter can be given. */
  public enum Count {
    /** Exactly once; it needs no name in front. */
    ONE,
    /** Once or not at all; it needs no name in front. */
    AT_MOST_ONE,
    /** Once or more; it needs no name in front. */
    SEVERAL,
    /** Once or not at all, with its name in front. */
    OPTION,
    /** Any number of times, each with its name in front. */
    OPTIONS;

    /** Whether it is given with its name in front of it. */
    public boolean isNamed() {
      return this == OPTION || this == OPTIONS;
    }
  }

  private static final int MAX_NAME = 32;
  private static final int MAX_DESCRIPTION = 100;

  public Parameter {
    requireNonNull(kind, "kind");
    requireNonNull(count, "count");
    if (!name.matches("[a-z][a-z-]{0," + (MAX_NAME - 1) + "}")) {
      throw new IllegalArgumentException("name must be a short lower-case word, got " + name);
    }
    if (description.isBlank() || description.length() > MAX_DESCRIPTION) {
      throw new IllegalArgumentException(
          "description must have 1 to 100 characters, got '" + description + "'");
    }
  }
}
