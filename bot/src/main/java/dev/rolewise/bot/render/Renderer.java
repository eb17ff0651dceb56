package dev.rolewise.bot.render;

/**
 * Turns a reply into what one platform shows. A pure function: the same reply always gives the same
 * result.
 *
 * @param <T> what the platform takes
 */
@FunctionalInterface
public interface Renderer<T> {
  T render(Reply reply);
}
