package dev.rolewise.bot.render;

import dev.rolewise.bot.Examples;
import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Group;
import dev.rolewise.bot.render.PayChart.Mark;
import dev.rolewise.bot.render.PayChart.Span;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Subject;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Pay charts that tests draw. */
final class Charts {
  static final Currency USD = Currency.getInstance("USD");

  static final PayChart AVP =
      chart(
          "AVP of AI/ML",
          group(
              "AVP of AI/ML",
              bar("Base salary", span(180_000, 220_000, "$180,000–$220,000", 1)),
              bar("Total compensation", span(250_000, 350_000, "$250,000–$350,000", 2))));

  static final PayChart FOUR_ROLES =
      chart(
          "Pay of four roles",
          group(
              "Head of AI/ML",
              bar("Head of Machine Learning", span(188_000, 330_000, "$188,000–$330,000", 1))
                  .with(mark(Mark.Kind.AVERAGE, 259_000, "$259,000", 2)),
              bar("VP of Data Science", over(266_395, "$266,395+", 3))),
          group(
              "AI/ML expert",
              bar("San Francisco, senior roles", upTo(256_928, "up to $256,928", 4)),
              bar("New York City", openAbove(165_000, 200_000, "$165,000–$200,000+", 5))),
          group(
              "Director of AI/ML Platform",
              bar("Executive-level AI Engineer", span(150_000, 218_860, "$150,000 to $218,860", 6))
                  .with(mark(Mark.Kind.MEDIAN, 187_550, "$187,550", 7)),
              bar(mark(Mark.Kind.AVERAGE, 118_160, "$118,160", 8), "Average of an AI Director")),
          group(
              "Machine Learning Manager",
              bar(mark(Mark.Kind.SINGLE, 225_000, "around $225,000", 9), "Salary")));

  private Charts() {}

  static PayChart chart(String title, Group... groups) {
    return new PayChart(title, "United States, 2024.", USD, Period.YEAR, List.of(groups));
  }

  static Group group(String role, Bar... bars) {
    return new Group(role, List.of(bars));
  }

  static Bar bar(String label, Span span) {
    return new Bar(label, Optional.of(span), Optional.empty());
  }

  static Bar bar(Mark mark, String label) {
    return new Bar(label, Optional.empty(), Optional.of(mark));
  }

  static Mark mark(Mark.Kind kind, double value, String wording, int citation) {
    return new Mark(kind, value, wording, citation);
  }

  static Span span(double low, double high, String wording, int citation) {
    return new Span(range(low, high, false), wording, citation);
  }

  static Span openAbove(double low, double high, String wording, int citation) {
    return new Span(range(low, high, true), wording, citation);
  }

  static Span over(double low, String wording, int citation) {
    return new Span(
        new Range(OptionalDouble.of(low), OptionalDouble.empty(), true, false), wording, citation);
  }

  static Span upTo(double high, String wording, int citation) {
    return new Span(
        new Range(OptionalDouble.empty(), OptionalDouble.of(high), false, false),
        wording,
        citation);
  }

  static Range range(double low, double high, boolean more) {
    return new Range(OptionalDouble.of(low), OptionalDouble.of(high), more, false);
  }

  static Fact.Pay fact(Range amount, String wording, Statistic statistic) {
    return new Fact.Pay(
        Examples.BASE,
        new Subject("AVP of AI and ML", true, Optional.empty(), Optional.empty(), ""),
        amount,
        wording,
        USD,
        Period.YEAR,
        Measure.BASE,
        statistic,
        OptionalInt.empty());
  }
}
