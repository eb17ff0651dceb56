package dev.rolewise.bot.evaluation;

import dev.rolewise.bot.answer.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** One number that tells how good a group of answers is. */
public enum Measure {
  /** Share of answers that are right in every respect. */
  RIGHT("right", Better.HIGHER, Unit.SHARE, all -> share(all.stream(), Judgement::isRight)),

  /** Share of the expected entries that are in the answers. */
  FIGURES(
      "figures",
      Better.HIGHER,
      Unit.SHARE,
      all ->
          ratio(
              all.stream().filter(one -> !one.isAllowedQuestionBack()),
              one -> one.question().mustInclude().size() - one.missing().size(),
              one -> one.question().mustInclude().size())),

  /** Share of answers that hold an entry they must not. */
  CONTAMINATION(
      "contamination",
      Better.LOWER,
      Unit.SHARE,
      all -> share(all.stream(), one -> !one.contaminants().isEmpty())),

  /** Share of the cited documents that are among the listed ones. */
  CITATION_PRECISION(
      "citation-precision",
      Better.HIGHER,
      Unit.SHARE,
      all ->
          ratio(
              withDocuments(all).filter(Judgement::isAnswered),
              Measure::rightlyCited,
              one -> one.cited().size())),

  /** Share of the listed documents that are cited. */
  CITATION_RECALL(
      "citation-recall",
      Better.HIGHER,
      Unit.SHARE,
      all ->
          ratio(
              withDocuments(all).filter(one -> !one.isAllowedQuestionBack()),
              Measure::rightlyCited,
              one -> one.question().documents().size())),

  /** Share refused of the questions that the documents do not cover. */
  REFUSED(
      "refused",
      Better.HIGHER,
      Unit.SHARE,
      all ->
          share(
              expecting(all, ExpectedOutcome.NOT_FOUND),
              one -> one.answer() instanceof Answer.NotCovered)),

  /** Share answered of the questions that the documents do cover. */
  ANSWERED(
      "answered",
      Better.HIGHER,
      Unit.SHARE,
      all -> share(expecting(all, ExpectedOutcome.ANSWERED), Judgement::isAnswered)),

  /** Number of figures that stand neither in a quote of their sentence nor in a heading above. */
  UNSUPPORTED(
      "unsupported",
      Better.LOWER,
      Unit.COUNT,
      all -> OptionalDouble.of(all.stream().mapToInt(Judgement::unsupported).sum())),

  /** Number of figures that stand in no quote of their sentence. */
  UNQUOTED(
      "unquoted",
      Better.LOWER,
      Unit.COUNT,
      all -> OptionalDouble.of(all.stream().mapToInt(Judgement::unquoted).sum())),

  /** Characters of the middle answer. */
  LENGTH_MEDIAN("length-median", Better.LOWER, Unit.COUNT, all -> length(all, 0.5)),

  /** Characters of the longest answer. */
  LENGTH_MAX("length-max", Better.LOWER, Unit.COUNT, all -> length(all, 1)),

  /** Milliseconds of the middle answer. */
  MILLIS_P50("ms-p50", Better.LOWER, Unit.MILLIS, all -> millis(all, 0.5)),

  /** Milliseconds that 99 of 100 answers stay under. */
  MILLIS_P99("ms-p99", Better.LOWER, Unit.MILLIS, all -> millis(all, 0.99));

  /** Which end of a measure is the good one. */
  public enum Better {
    HIGHER,
    LOWER
  }

  /** What a measure counts. */
  public enum Unit {
    /** From 0 to 1. */
    SHARE,
    COUNT,
    MILLIS
  }

  private final String label;
  private final Better better;
  private final Unit unit;

  @SuppressWarnings("ImmutableEnumChecker") // every function given above is stateless
  private final Function<List<Judgement>, OptionalDouble> calculation;

  Measure(
      String label,
      Better better,
      Unit unit,
      Function<List<Judgement>, OptionalDouble> calculation) {
    this.label = label;
    this.better = better;
    this.unit = unit;
    this.calculation = calculation;
  }

  /** As reports and floors write it. */
  public String label() {
    return label;
  }

  /** Which end is the good one. */
  public Better better() {
    return better;
  }

  /** What it counts. */
  public Unit unit() {
    return unit;
  }

  /** The measure of a group, or empty if nothing in the group counts for it. */
  public OptionalDouble of(List<Judgement> judgements) {
    return calculation.apply(judgements);
  }

  private static Stream<Judgement> withDocuments(List<Judgement> all) {
    return all.stream().filter(one -> !one.question().documents().isEmpty());
  }

  private static Stream<Judgement> expecting(List<Judgement> all, ExpectedOutcome outcome) {
    return all.stream().filter(one -> one.question().outcome() == outcome);
  }

  private static double rightlyCited(Judgement one) {
    return one.question().documents().stream().distinct().filter(one.cited()::contains).count();
  }

  private static OptionalDouble share(Stream<Judgement> judgements, Predicate<Judgement> counts) {
    return judgements.mapToDouble(one -> counts.test(one) ? 1 : 0).average();
  }

  private static OptionalDouble ratio(
      Stream<Judgement> judgements,
      ToDoubleFunction<Judgement> part,
      ToDoubleFunction<Judgement> whole) {
    List<Judgement> all = judgements.toList();
    double total = all.stream().mapToDouble(whole).sum();
    return total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(all.stream().mapToDouble(part).sum() / total);
  }

  private static OptionalDouble length(List<Judgement> all, double quantile) {
    return quantile(
        all.stream()
            .filter(Judgement::isAnswered)
            .mapToDouble(one -> one.text().length())
            .toArray(),
        quantile);
  }

  private static OptionalDouble millis(List<Judgement> all, double quantile) {
    return quantile(all.stream().mapToDouble(Judgement::millis).toArray(), quantile);
  }

  /** The smallest value that the share of all values does not exceed. */
  private static OptionalDouble quantile(double[] values, double share) {
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    Arrays.sort(values);
    int rank = (int) Math.ceil(share * values.length);
    return OptionalDouble.of(values[Math.max(rank, 1) - 1]);
  }
}
