package dev.rolewise.bot.web;

/**
 * Something the service needs to do its work, such as the role documents or the connection to a
 * platform.
 *
 * <p>Implementations must be safe to call from many threads and must answer at once: they tell what
 * they know and ask nobody.
 */
public interface Part {
  /** Name among the parts, such as {@code slack}. */
  String name();

  /** Whether it works now, and why. */
  Readiness readiness();
}
