package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Figures for the same pay that are not the same, inside a document and across documents. */
final class PayDisagreements implements Check {
  /** Words beside an amount that do not limit what it is of. */
  private static final Set<String> GENERAL =
      Set.copyOf(
          Words.canonical(
              "salary salaries pay pays paid wage wages earn earns earned earning earnings make"
                  + " makes compensation remuneration income range ranges ranging average averages"
                  + " mean median typical typically usual usually normally annual annually yearly"
                  + " monthly weekly hourly year month week day hour per base basic total cash"
                  + " gross us usa american national nationally overall figure figures amount"
                  + " amounts data is are was were be can could may might run runs reach reaching"
                  + " approximately about around roughly between from up over more than under less"
                  + " as by given expected expectation estimate estimates estimated current value"
                  + " values detail details answer fact facts generally job jobs role roles"
                  + " position positions worker workers employee employees people professional"
                  + " professionals related similar other career progression level levels here it"
                  + " this that their they which who lie lies fall falls stand stands come comes"
                  + " january february march april may june july august september october november"
                  + " december"));

  /** Words that name a percentile. */
  private static final Set<String> RANKS =
      Set.of(
          "lowest",
          "highest",
          "bottom",
          "top",
          "paid",
          "tenth",
          "percent",
          "percentile",
          "10",
          "25",
          "50",
          "75",
          "90",
          "10th",
          "25th",
          "50th",
          "75th",
          "90th",
          "p10",
          "p25",
          "p50",
          "p75",
          "p90");

  /** What two amounts must share to be of the same pay. */
  private record Key(
      String job,
      String band,
      String place,
      Set<String> detail,
      Set<String> label,
      Measure measure,
      Statistic statistic,
      Period period,
      Currency currency) {}

  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    var names = new JobNames(read.documents());
    Map<String, List<Pairs.Pair<Fact.Pay>>> byJob = new LinkedHashMap<>();
    groups(knowledge, names)
        .forEach((key, facts) ->
            byJob
                .computeIfAbsent(key.job(), _ -> new ArrayList<>())
                .addAll(
                    Pairs.disagreeing(
                        facts,
                        Fact.Pay::amount,
                        pay -> Label.skeleton(pay.statement()),
                        (one, other) ->
                            isOfOneYear(one.year(), other.year())
                                && isOfOneJob(one, other, names, knowledge),
                        Amounts::disagree)));
    List<Finding> findings = new ArrayList<>();
    byJob
        .values()
        .forEach(pairs -> pairs.forEach(pair -> findings.add(finding(pair, names, knowledge))));
    return findings;
  }

  private static Map<Key, List<Fact.Pay>> groups(KnowledgeBase knowledge, JobNames names) {
    Map<Key, List<Fact.Pay>> groups = new LinkedHashMap<>();
    for (Fact fact : knowledge.facts()) {
      if (fact instanceof Fact.Pay pay && isWholePay(pay)) {
        key(pay, names)
            .ifPresent(key -> groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(pay));
      }
    }
    return groups;
  }

  /** Of bonuses and shares there are many kinds. */
  private static boolean isWholePay(Fact.Pay pay) {
    return pay.measure() != Measure.BONUS && pay.measure() != Measure.EQUITY;
  }

  private static Optional<Key> key(Fact.Pay pay, JobNames names) {
    Set<String> without = new HashSet<>(GENERAL);
    if (statistic(pay).kind() == Statistic.Kind.PERCENTILE) {
      without.addAll(RANKS);
    }
    pay.subject().place().map(Place::name).map(Words::canonical).ifPresent(without::addAll);
    pay.subject().band().map(Band::name).map(Words::canonical).ifPresent(without::addAll);
    return Label.of(pay.statement(), pay.wording(), text -> names.without(text, pay))
        .map(label ->
            new Key(
                names.key(pay),
                pay.subject().band().map(PayDisagreements::stage).orElse(""),
                pay.subject().place().map(Place::name).orElse(""),
                Label.words(names.without(pay.subject().detail(), pay), without),
                Label.words(label, without),
                pay.measure() == Measure.SALARY ? Measure.BASE : pay.measure(),
                statistic(pay),
                pay.period(),
                pay.currency()));
  }

  /** The median is the 50th percentile, and what is typical is no other than the pay itself. */
  private static Statistic statistic(Fact.Pay pay) {
    return switch (pay.statistic().kind()) {
      case MEDIAN -> Statistic.percentile(50);
      case TYPICAL -> Statistic.UNSPECIFIED;
      case UNSPECIFIED, AVERAGE, PERCENTILE, BROADER, TOP, LOW, HIGH -> pay.statistic();
    };
  }

  private static String stage(Band band) {
    return band.stage().map(Enum::name).orElse(band.name().toLowerCase(Locale.ROOT));
  }

  /** A figure that does not say its year may be of any. */
  private static boolean isOfOneYear(OptionalInt one, OptionalInt other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  /** A title that no document is about need not be that of one job in two documents. */
  private static boolean isOfOneJob(
      Fact.Pay one, Fact.Pay other, JobNames names, KnowledgeBase knowledge) {
    boolean isOneDocument = one.statement().document().equals(other.statement().document());
    return isOneDocument || (names.isRole(one) && isOfOneMarket(one, other, knowledge));
  }

  private static boolean isOfOneMarket(Fact.Pay one, Fact.Pay other, KnowledgeBase knowledge) {
    Optional<String> market = knowledge.documentOf(one.statement()).market();
    Optional<String> second = knowledge.documentOf(other.statement()).market();
    return market.isEmpty() || second.isEmpty() || market.equals(second);
  }

  private static Finding finding(
      Pairs.Pair<Fact.Pay> pair, JobNames names, KnowledgeBase knowledge) {
    Fact.Pay first = pair.first();
    Fact.Pay second = pair.second();
    RoleDocument document = knowledge.documentOf(first.statement());
    RoleDocument otherDocument = knowledge.documentOf(second.statement());
    Spot at = Spot.of(document, first.statement());
    Spot other = Spot.of(otherDocument, second.statement());
    boolean isMedian = statistic(first).kind() == Statistic.Kind.PERCENTILE;
    boolean differ =
        first.measure() != second.measure()
            || (!isMedian && !first.statistic().equals(second.statistic()));
    return Finding.warning(
        Finding.Kind.PAY_DISAGREEMENT,
        at,
        other,
        "pay of '"
            + names.title(first)
            + "'"
            + first.subject().band().map(band -> " (" + band.name() + ")").orElse("")
            + first.subject().place().map(place -> " in " + place.name()).orElse("")
            + " is '"
            + first.wording()
            + "'"
            + (differ ? terms(first) : "")
            + ", but '"
            + second.wording()
            + "'"
            + (differ ? terms(second) : "")
            + " at "
            + other.from(at));
  }

  /** What an amount is called, where the two are called differently. */
  private static String terms(Fact.Pay pay) {
    List<String> terms = new ArrayList<>();
    terms.add(pay.measure().name().toLowerCase(Locale.ROOT));
    if (pay.statistic().kind() != Statistic.Kind.UNSPECIFIED) {
      terms.add(pay.statistic().kind().name().toLowerCase(Locale.ROOT));
    }
    return " (" + String.join(", ", terms) + ")";
  }
}
