package dev.rolewise.knowledge.fact;

import static java.util.Objects.requireNonNull;

/**
 * A place as documents and questions name it.
 *
 * @param name usual name in English, such as "New York City"
 * @param kind how large it is
 */
public record Place(String name, Kind kind) {
  /** How large a place is. */
  public enum Kind {
    CITY,
    /** A state, province, county or metropolitan area. */
    REGION,
    COUNTRY,
    /** Several countries. */
    CONTINENT
  }

  public Place {
    requireNonNull(name, "name");
    requireNonNull(kind, "kind");
  }
}
