package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Figures about one market and one year that are not the same. */
final class MarketDisagreements implements Check {
  /** Of two lists of words about one market so many are the same, as a share of all. */
  private static final double MIN_OVERLAP = 0.6;

  /** What documents on two jobs say of one market has at least so many words in common. */
  private static final int MIN_WORDS = 2;

  /** Words beside a figure that do not tell one market from another. */
  private static final Set<String> GENERAL =
      Set.copyOf(
          Words.canonical(
              "market markets global globally worldwide world size grow grows growing growth"
                  + " increase rise rises rising expand reach reaching project projected projects"
                  + " projection expect expected forecast predict predicted estimate estimated be"
                  + " is are was were will worth value valued compound annual cagr rate year years"
                  + " billion million trillion percent by from to over between until at of about"
                  + " approximately nearly more than this which means its it as average faster much"
                  + " occupations all employment employed held there openings opening jobs job"
                  + " vacancies number people workers employees"));

  /** What two figures must share to be about one thing. */
  private record Key(Fact.Market.Unit unit, int to, Set<String> places) {}

  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    var names = new JobNames(read.documents());
    Map<Key, List<Fact.Market>> groups = new LinkedHashMap<>();
    for (Fact fact : knowledge.facts()) {
      if (fact instanceof Fact.Market market
          && market.to().isPresent()
          && market.statement().kind() != StatementKind.TABLE_ROW) {
        var key = new Key(market.unit(), market.to().getAsInt(), places(market.statement()));
        groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(market);
      }
    }
    List<Finding> findings = new ArrayList<>();
    for (List<Fact.Market> facts : groups.values()) {
      var pairs =
          Pairs.disagreeing(
              facts,
              Fact.Market::value,
              market -> Label.skeleton(market.statement()),
              (one, other) -> isOneThing(one, other, names),
              Amounts::disagree);
      pairs.forEach(pair -> findings.add(finding(pair, knowledge)));
    }
    return findings;
  }

  private static Set<String> places(Statement statement) {
    Set<String> places = new HashSet<>();
    List<String> texts = new ArrayList<>(statement.lead());
    texts.addAll(statement.path());
    texts.add(statement.text());
    for (String text : texts) {
      Places.in(text).forEach(found -> places.add(found.place().name()));
    }
    return places;
  }

  private static boolean isOneThing(Fact.Market one, Fact.Market other, JobNames names) {
    boolean isPeriodSame =
        one.from().isEmpty() || other.from().isEmpty() || one.from().equals(other.from());
    Set<String> first = words(one);
    Set<String> second = words(other);
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    Set<String> both = new HashSet<>(first);
    both.retainAll(second);
    // "About 1,600 openings a year" are those for the job of the document.
    boolean isJobSame = names.key(one).equals(names.key(other));
    return isPeriodSame
        && (isJobSame || both.size() >= MIN_WORDS)
        && both.size() >= MIN_OVERLAP * all.size();
  }

  /** What the figure counts: the words of its clause, and of the label in front of it. */
  private static Set<String> words(Fact.Market market) {
    Optional<String> label = Label.of(market.statement(), market.wording());
    return Label.words(label.orElse(market.statement().text()), GENERAL);
  }

  private static Finding finding(Pairs.Pair<Fact.Market> pair, KnowledgeBase knowledge) {
    Fact.Market first = pair.first();
    Fact.Market second = pair.second();
    Spot at = Spot.of(knowledge.documentOf(first.statement()), first.statement());
    Spot other = Spot.of(knowledge.documentOf(second.statement()), second.statement());
    return Finding.warning(
        Finding.Kind.MARKET_DISAGREEMENT,
        at,
        other,
        "figure for "
            + first.to().orElseThrow()
            + " is '"
            + first.wording()
            + "', but '"
            + second.wording()
            + "' at "
            + other.from(at));
  }
}
