package dev.rolewise.bot.render;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Statistic;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What jobs pay, to be shown as bars on one scale.
 *
 * @param title what the chart is about
 * @param caption the markets and years the figures are of, and what else must stand beside them
 * @param currency of every figure
 * @param period every figure is for
 * @param groups one for each role, from top to bottom, never empty
 */
public record PayChart(
    String title, String caption, Currency currency, Period period, List<Group> groups) {
  public PayChart {
    requireText(title, "title");
    requireNonNull(caption, "caption");
    requireNonNull(currency, "currency");
    requireNonNull(period, "period");
    groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("groups must not be empty");
    }
  }

  /** Every bar, from top to bottom. */
  public List<Bar> bars() {
    return groups.stream().flatMap(group -> group.bars().stream()).toList();
  }

  /**
   * The bars of one role, which stand together.
   *
   * @param bars from top to bottom, never empty
   */
  public record Group(String role, List<Bar> bars) {
    public Group {
      requireText(role, "role");
      bars = List.copyOf(bars);
      if (bars.isEmpty()) {
        throw new IllegalArgumentException("bars must not be empty");
      }
    }
  }

  /**
   * One row: a span, a mark, or a mark on a span.
   *
   * @param label what the figures are, such as "Base salary"
   */
  public record Bar(String label, Optional<Span> span, Optional<Mark> mark) {
    public Bar {
      requireText(label, "label");
      requireNonNull(span, "span");
      requireNonNull(mark, "mark");
      if (span.isEmpty() && mark.isEmpty()) {
        throw new IllegalArgumentException("a bar needs a span or a mark: " + label);
      }
    }

    /**
     * The bar of one figure: a mark when it is a single amount, else a span.
     *
     * @param citation number of the citation whose statement holds the figure
     */
    public static Bar of(String label, Fact.Pay pay, int citation) {
      Range amount = pay.amount();
      return amount.isSingle()
          ? new Bar(label, Optional.empty(), Optional.of(Mark.of(pay, citation)))
          : new Bar(
              label, Optional.of(new Span(amount, pay.wording(), citation)), Optional.empty());
    }

    /** The same bar with a mark on it. */
    public Bar with(Mark added) {
      return new Bar(label, span, Optional.of(added));
    }
  }

  /**
   * A range of pay that may be open at either end.
   *
   * @param amount not a single amount
   * @param wording the amount as the document writes it
   * @param citation number of the citation whose statement holds it
   */
  public record Span(Range amount, String wording, int citation) {
    public Span {
      requireText(wording, "wording");
      requireCitation(citation);
      requireAmount(amount.low(), wording);
      requireAmount(amount.high(), wording);
      if (amount.isSingle()) {
        throw new IllegalArgumentException("a single amount is a mark: " + wording);
      }
      if (amount.low().isPresent()
          && amount.high().isPresent()
          && amount.low().getAsDouble() > amount.high().getAsDouble()) {
        throw new IllegalArgumentException("low must not be above high: " + wording);
      }
    }

    /** Whether smaller amounts occur than any it names, as in "up to $250,000". */
    public boolean isOpenBelow() {
      return amount.low().isEmpty();
    }

    /** Whether larger amounts occur than any it names, as in "$200,000+". */
    public boolean isOpenAbove() {
      return amount.more() || amount.high().isEmpty();
    }

    /** Smallest amount it names. */
    double from() {
      return amount.low().orElseGet(() -> amount.high().getAsDouble());
    }

    /** Largest amount it names. */
    double to() {
      return amount.high().orElseGet(() -> amount.low().getAsDouble());
    }
  }

  /**
   * A single amount.
   *
   * @param kind what it is of the pay of many people
   * @param wording the amount as the document writes it
   * @param citation number of the citation whose statement holds it
   */
  public record Mark(Kind kind, double value, String wording, int citation) {
    /** What a single amount is of the pay of many people. */
    public enum Kind {
      AVERAGE("average"),
      MEDIAN("median"),
      /** Anything else; the label of its bar says what. */
      SINGLE("single figure");

      private final String words;

      Kind(String words) {
        this.words = words;
      }

      /** Its name in a legend. */
      String words() {
        return words;
      }
    }

    public Mark {
      requireNonNull(kind, "kind");
      requireText(wording, "wording");
      requireCitation(citation);
      requireAmount(OptionalDouble.of(value), wording);
    }

    /**
     * The mark of a single amount.
     *
     * @param citation number of the citation whose statement holds it
     */
    public static Mark of(Fact.Pay pay, int citation) {
      if (!pay.amount().isSingle()) {
        throw new IllegalArgumentException("a mark needs a single amount, got " + pay.wording());
      }
      return new Mark(kind(pay.statistic().kind()), pay.amount().middle(), pay.wording(), citation);
    }

    private static Kind kind(Statistic.Kind kind) {
      return switch (kind) {
        case AVERAGE -> Kind.AVERAGE;
        case MEDIAN -> Kind.MEDIAN;
        case UNSPECIFIED, PERCENTILE, TYPICAL, BROADER, TOP, LOW, HIGH -> Kind.SINGLE;
      };
    }
  }

  private static void requireText(String text, String name) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
  }

  private static void requireCitation(int citation) {
    if (citation < 1) {
      throw new IllegalArgumentException("citation must be at least 1, got " + citation);
    }
  }

  private static void requireAmount(OptionalDouble amount, String wording) {
    if (amount.isPresent() && !(amount.getAsDouble() >= 0 && amount.getAsDouble() < 1e15)) {
      throw new IllegalArgumentException(
          "amount must be between 0 and 1e15, got " + amount.getAsDouble() + ": " + wording);
    }
  }
}
