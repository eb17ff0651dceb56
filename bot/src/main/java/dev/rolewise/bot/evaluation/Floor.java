package dev.rolewise.bot.evaluation;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.evaluation.Measure.Better;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How good a group of answers has to be at least. For a measure that is better when lower it is a
 * ceiling.
 *
 * @param group name of the group, see {@link Evaluation#groups()}
 * @param measure what is measured
 * @param value the worst that is allowed
 */
public record Floor(String group, Measure measure, double value) {
  public Floor {
    requireNonNull(group, "group");
    requireNonNull(measure, "measure");
    if (!(value >= 0)) {
      throw new IllegalArgumentException("value must not be negative, got " + value);
    }
  }

  /**
   * Reads {@code right=0.92}, {@code right=92%} or {@code held-back.right=0.92}.
   *
   * @return empty if it has another form or names no measure
   */
  public static Optional<Floor> parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return Optional.empty();
    }
    String name = text.substring(0, equals).strip();
    int dot = name.lastIndexOf('.');
    String group = dot < 0 ? Evaluation.TOTAL : name.substring(0, dot);
    OptionalDouble value = number(text.substring(equals + 1).strip());
    return Arrays.stream(Measure.values())
        .filter(measure -> measure.label().equals(name.substring(dot + 1)))
        .filter(_ -> value.isPresent())
        .map(measure -> new Floor(group, measure, value.getAsDouble()))
        .findAny();
  }

  private static OptionalDouble number(String text) {
    boolean isPercent = text.endsWith("%");
    try {
      double number =
          Double.parseDouble(isPercent ? text.substring(0, text.length() - 1).strip() : text);
      return number >= 0
          ? OptionalDouble.of(isPercent ? number / 100 : number)
          : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** What is wrong, if the answers are worse than allowed or there are none to measure. */
  public Optional<String> findMiss(Evaluation evaluation) {
    OptionalDouble actual = measure.of(evaluation.groups().getOrDefault(group, List.of()));
    String name = group.equals(Evaluation.TOTAL) ? measure.label() : group + "." + measure.label();
    String wanted =
        name
            + ": must be at "
            + (measure.better() == Better.HIGHER ? "least " : "most ")
            + EvaluationReport.format(measure, OptionalDouble.of(value));
    if (actual.isEmpty()) {
      return Optional.of(wanted + ", got nothing to measure");
    }
    return isMet(actual.getAsDouble())
        ? Optional.empty()
        : Optional.of(wanted + ", got " + EvaluationReport.format(measure, actual));
  }

  private boolean isMet(double actual) {
    return switch (measure.better()) {
      case HIGHER -> actual >= value;
      case LOWER -> actual <= value;
    };
  }
}
