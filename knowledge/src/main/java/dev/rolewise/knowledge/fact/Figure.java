package dev.rolewise.knowledge.fact;

import static java.util.Objects.requireNonNull;

import java.util.Currency;
import java.util.Optional;

/**
 * A number, or a range of numbers, as it stands in a text.
 *
 * @param kind what it counts, as far as the words beside it tell
 * @param value how much; multipliers such as "k" and "million" are counted in
 * @param currency currency named beside it; a bare dollar sign names none, see {@link #dollar}
 * @param dollar whether a bare dollar sign stands beside it
 * @param period period named right behind an amount of money
 * @param start index of its first character, words such as "up to" counted in
 * @param end index behind its last character, words such as "or more" counted in
 * @param wording the characters from start to end
 */
public record Figure(
    Kind kind,
    Range value,
    Optional<Currency> currency,
    boolean dollar,
    Optional<Period> period,
    int start,
    int end,
    String wording) {
  /** What a figure counts. */
  public enum Kind {
    MONEY,
    PERCENT,
    /** A percentile; the value is its rank. */
    PERCENTILE,
    /** A duration in years. */
    YEARS,
    /** A year of the calendar, from 1900 to 2100. */
    CALENDAR_YEAR,
    /** Any other number. */
    COUNT,
    /** A number that is part of a name, such as "5G", "24/7" and "401(k)". */
    NAME
  }

  public Figure {
    requireNonNull(kind, "kind");
    requireNonNull(value, "value");
    requireNonNull(currency, "currency");
    requireNonNull(period, "period");
    requireNonNull(wording, "wording");
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("figure must span text, got " + start + ".." + end);
    }
  }
}
