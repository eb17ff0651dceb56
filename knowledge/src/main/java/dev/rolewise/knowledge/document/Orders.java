package dev.rolewise.knowledge.document;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * Comparators for what runs while somebody waits for the first answer of a process.
 *
 * <p>They order as {@link Comparator#comparing} and its siblings do. The lambdas of those can be
 * serialised, and such lambdas cannot be kept in the JVM's cache of loaded classes: the first one
 * costs a process about 15 ms.
 */
public final class Orders {
  private Orders() {}

  /** Lowest key first. */
  public static <T, U extends Comparable<? super U>> Comparator<T> by(
      Function<? super T, ? extends U> key) {
    return (a, b) -> key.apply(a).compareTo(key.apply(b));
  }

  /** Lowest key first. */
  public static <T> Comparator<T> byInt(ToIntFunction<? super T> key) {
    return (a, b) -> Integer.compare(key.applyAsInt(a), key.applyAsInt(b));
  }

  /** Lowest key first. */
  public static <T> Comparator<T> byDouble(ToDoubleFunction<? super T> key) {
    return (a, b) -> Double.compare(key.applyAsDouble(a), key.applyAsDouble(b));
  }
}
