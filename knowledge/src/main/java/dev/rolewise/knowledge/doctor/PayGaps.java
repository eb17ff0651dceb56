package dev.rolewise.knowledge.doctor;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Currencies;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Pay whose currency, period or year nothing says, so that answers rest on a guess. */
final class PayGaps implements Check {
  /** "Day rates of £180 to £260" */
  private static final Pattern RATE =
      Pattern.compile(
          "\\b(?:hour|day|week|month|year)(?:ly)?[- ](?:rate|pay|wage)s?\\b", CASE_INSENSITIVE);

  /** Amounts for one period differ by less than this factor, those for two periods by more. */
  private static final double NEAR = 4;

  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    List<Finding> findings = new ArrayList<>();
    for (RoleDocument document : read.documents()) {
      List<Fact.Pay> pay =
          knowledge.facts(document.id()).stream()
              .filter(Fact.Pay.class::isInstance)
              .map(Fact.Pay.class::cast)
              .toList();
      if (document.currency().isEmpty()) {
        report(
            document,
            pay.stream().filter(fact -> !saysCurrency(fact)).toList(),
            Finding.Kind.MISSING_CURRENCY,
            "currency",
            findings);
      }
      report(
          document,
          pay.stream().filter(fact -> fact.year().isEmpty()).toList(),
          Finding.Kind.MISSING_AS_OF,
          "year",
          findings);
      Map<Boolean, List<Fact.Pay>> bySaid =
          pay.stream()
              .filter(PayGaps::isPaidForATime)
              .collect(partitioningBy(fact -> isPeriodSaid(fact, document)));
      Map<List<String>, List<Fact.Pay>> bySection = new LinkedHashMap<>();
      for (Fact.Pay fact : bySaid.getOrDefault(false, List.of())) {
        if (!isTold(fact, bySaid.getOrDefault(true, List.of()))) {
          bySection.computeIfAbsent(fact.statement().path(), _ -> new ArrayList<>()).add(fact);
        }
      }
      bySection
          .values()
          .forEach(
              facts -> report(document, facts, Finding.Kind.MISSING_PERIOD, "period", findings));
    }
    return findings;
  }

  /**
   * A sign such as "€", a word or a code tells the currency; a mere "$" may be that of several
   * countries.
   */
  private static boolean saysCurrency(Fact.Pay fact) {
    String wording = fact.wording();
    return Currencies.only(wording).filter(fact.currency()::equals).isPresent()
        || wording.contains(fact.currency().getCurrencyCode())
        || (wording.indexOf('$') < 0
            && wording
                .codePoints()
                .anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL));
  }

  /** One finding for all figures, at the first of them. */
  private static void report(
      RoleDocument document,
      List<Fact.Pay> facts,
      Finding.Kind kind,
      String missing,
      List<Finding> findings) {
    if (facts.isEmpty()) {
      return;
    }
    Fact.Pay first = facts.getFirst();
    String more =
        facts.size() == 1 ? "" : ", nor of " + Wordings.count(facts.size() - 1, "more figure");
    findings.add(
        Finding.warning(
            kind,
            Spot.of(document, first.statement()),
            "nothing says the " + missing + " of pay '" + first.wording() + "'" + more));
  }

  /** Bonuses and shares are given once. */
  private static boolean isPaidForATime(Fact.Pay fact) {
    return fact.measure() != Measure.BONUS && fact.measure() != Measure.EQUITY;
  }

  /** Whether the document pays amounts of about this size for one period and for no other. */
  private static boolean isTold(Fact.Pay fact, List<Fact.Pay> said) {
    Set<Period> near =
        said.stream()
            .filter(other -> ratio(fact, other) < NEAR)
            .map(Fact.Pay::period)
            .collect(toSet());
    return near.equals(Set.of(fact.period()));
  }

  private static double ratio(Fact.Pay one, Fact.Pay other) {
    double a = one.amount().middle();
    double b = other.amount().middle();
    return Math.max(a, b) / Math.min(a, b);
  }

  private static boolean isPeriodSaid(Fact.Pay fact, RoleDocument document) {
    Statement statement = fact.statement();
    List<String> texts = new ArrayList<>();
    texts.add(statement.text());
    texts.addAll(statement.lead());
    texts.addAll(statement.path());
    statement.cells().stream().map(Cell::header).forEach(texts::add);
    texts.add(document.title());
    for (Section section : document.allSections()) {
      boolean above =
          section.path().size() <= statement.path().size()
              && statement.path().subList(0, section.path().size()).equals(section.path());
      if (above) {
        section.statements().stream().map(Statement::text).forEach(texts::add);
      }
    }
    return texts.stream()
        .anyMatch(text -> PayTerms.namedPeriod(text).isPresent() || RATE.matcher(text).find());
  }
}
