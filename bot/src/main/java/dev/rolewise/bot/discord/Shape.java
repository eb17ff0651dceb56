package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/**
 * What JDA is handed of something that Discord tells of, whatever else Discord tells. JDA gives up
 * on the whole when one part of it is not as it expects.
 *
 * @param parts by name, each as it is where Discord tells none that can be read: a flag, a whole
 *     number from 0, a text, a time, a {@link Shape}, {@link Each} of several, or {@link Fixed}
 */
record Shape(Map<String, Object> parts) {
  /**
   * A list, without what cannot be read.
   *
   * @param part a number, or a shape with a number as "id"; neither is ever 0
   */
  record Each(Object part) {
    Each {
      requireNonNull(part, "part");
    }
  }

  /** What is always the same, as the bot has no use for it. */
  record Fixed(Object value) {
    Fixed {
      requireNonNull(value, "value");
    }
  }

  Shape {
    parts = Map.copyOf(parts);
  }

  /** All the parts, and nothing else. */
  DataObject fit(DataObject told) {
    DataObject fitted = DataObject.empty();
    fit(told.toMap()).forEach(fitted::put);
    return fitted;
  }

  /** Adds the parts that are missing, and leaves the others as they are. */
  void complete(DataObject told) {
    parts.forEach((name, part) -> {
      if (told.isNull(name)) {
        told.put(name, fit(null, part));
      }
    });
  }

  private Map<String, Object> fit(Map<?, ?> told) {
    Map<String, Object> fitted = new HashMap<>();
    parts.forEach((name, part) -> fitted.put(name, fit(told.get(name), part)));
    return fitted;
  }

  private static Object fit(@Nullable Object told, Object part) {
    return switch (part) {
      case Fixed(Object value) -> value;
      case Shape shape -> shape.fit(told instanceof Map<?, ?> parts ? parts : Map.of());
      case Each(Object one) ->
          (told instanceof List<?> all ? all : List.of())
              .stream().map(element -> fit(element, one)).filter(Shape::isNamed).toList();
      case Integer number -> (int) number(told, number, Integer.SIZE);
      case Long number -> number(told, number, Long.SIZE);
      case OffsetDateTime time -> time(told, time).toString();
      default -> part.getClass().isInstance(told) ? requireNonNull(told) : part;
    };
  }

  private static boolean isNamed(Object element) {
    return !Long.valueOf(0).equals(element instanceof Map<?, ?> parts ? parts.get("id") : element);
  }

  /** Discord gives long numbers as texts. */
  private static long number(@Nullable Object told, long otherwise, int bits) {
    String digits = String.valueOf(told);
    if (!digits.matches("\\d{1,19}")) {
      return otherwise;
    }
    var number = new BigInteger(digits);
    return number.bitLength() < bits ? number.longValue() : otherwise;
  }

  private static OffsetDateTime time(@Nullable Object told, OffsetDateTime otherwise) {
    try {
      return OffsetDateTime.parse(String.valueOf(told));
    } catch (DateTimeParseException _) {
      return otherwise;
    }
  }
}
