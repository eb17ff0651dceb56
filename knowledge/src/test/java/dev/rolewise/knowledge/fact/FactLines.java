package dev.rolewise.knowledge.fact;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** Writes facts as one line each, so that tests can compare them as a whole. */
final class FactLines {
  private FactLines() {}

  /** The facts about pay of a Markdown document. */
  static List<String> pay(String id, String markdown) {
    return pay(Written.markdown(id, markdown));
  }

  /** The facts about pay of a document, in reading order. */
  static List<String> pay(RoleDocument document) {
    return FactExtractor.extract(document).stream()
        .filter(Fact.Pay.class::isInstance)
        .map(FactLines::line)
        .toList();
  }

  /** The facts of a Markdown document that are not about pay. */
  static List<String> others(String id, String markdown) {
    return FactExtractor.extract(Written.markdown(id, markdown)).stream()
        .filter(fact -> !(fact instanceof Fact.Pay))
        .map(FactLines::line)
        .toList();
  }

  /**
   * Kind and value, then who and where it is about: {@code *} is the role of the document itself.
   */
  static String line(Fact fact) {
    String what =
        switch (fact) {
          case Fact.Pay pay ->
              joined(
                  pay.currency().getCurrencyCode(),
                  range(pay.amount()),
                  lower(pay.period()),
                  lower(pay.measure()),
                  statistic(pay.statistic()),
                  year(pay.year()));
          case Fact.Experience experience -> "experience " + range(experience.years());
          case Fact.Education education ->
              "education " + education.levels() + " " + lower(education.need());
          case Fact.Market market ->
              joined(
                  lower(market.unit()),
                  range(market.value()),
                  year(market.from()),
                  year(market.to()));
          case Fact.Share share -> joined("share", range(share.percent()), share.of());
        };
    return what
        + " | "
        + (fact instanceof Fact.Education ? job(fact.subject()) : about(fact.subject()));
  }

  private static String about(Subject subject) {
    List<String> parts = new ArrayList<>();
    parts.add(job(subject));
    subject
        .band()
        .ifPresent(band ->
            parts.add(
                joined(
                    band.name(), band.years().map(years -> "[" + range(years) + "]").orElse(""))));
    subject.place().ifPresent(place -> parts.add("in " + place.name()));
    return String.join(", ", parts);
  }

  private static String job(Subject subject) {
    return subject.isDocumentRole() ? "*" : subject.jobTitle();
  }

  private static String range(Range range) {
    String ends =
        range.isSingle()
            ? number(range.low().getAsDouble())
            : (range.low().isPresent() ? number(range.low().getAsDouble()) : "")
                + ".."
                + (range.high().isPresent() ? number(range.high().getAsDouble()) : "");
    return (range.approximate() ? "~" : "")
        + ends
        + (range.more() && range.high().isPresent() ? "+" : "");
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static String statistic(Statistic statistic) {
    return switch (statistic.kind()) {
      case UNSPECIFIED -> "";
      case PERCENTILE -> "p" + statistic.percentile().getAsInt();
      default -> lower(statistic.kind());
    };
  }

  private static String year(OptionalInt year) {
    return year.isPresent() ? String.valueOf(year.getAsInt()) : "";
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String joined(String... parts) {
    List<String> said = new ArrayList<>();
    for (String part : parts) {
      if (!part.isEmpty()) {
        said.add(part);
      }
    }
    return String.join(" ", said);
  }
}
