package dev.rolewise.knowledge.fact;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A stage of experience.
 *
 * @param name as the document writes it, such as "Mid-Career"; may be only its years
 * @param stage the general stage the name stands for; empty for a name of the document's own, such
 *     as "L4"
 * @param years years of experience it covers, if the document says so
 */
public record Band(String name, Optional<Stage> stage, Optional<Range> years) {
  /** General stages of a career, lowest first. */
  public enum Stage {
    TRAINEE,
    ENTRY,
    EARLY,
    MID,
    EXPERIENCED,
    SENIOR,
    LATE
  }

  public Band {
    requireNonNull(name, "name");
    requireNonNull(stage, "stage");
    requireNonNull(years, "years");
  }
}
