package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Picks pairs of facts that disagree. */
final class Pairs {
  private Pairs() {}

  /** Two facts that disagree, in reading order. */
  record Pair<T extends Fact>(T first, T second) {}

  /**
   * The pairs that disagree, each pair of figures once for the documents it stands in.
   *
   * @param comparable whether two facts are of the same thing
   * @param disagree whether two figures of the same thing cannot both be right
   */
  static <T extends Fact> List<Pair<T>> disagreeing(
      List<T> facts,
      Function<T, Range> figure,
      BiPredicate<T, T> comparable,
      BiPredicate<Range, Range> disagree) {
    List<Pair<T>> pairs = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      for (int j = i + 1; j < facts.size(); j++) {
        T first = facts.get(i);
        T second = facts.get(j);
        if ((mayDisagree(first.statement(), second.statement()) || areOfAll(first, second))
            && comparable.test(first, second)
            && disagree.test(figure.apply(first), figure.apply(second))
            && pairs.stream().noneMatch(pair -> isSame(pair, first, second, figure))) {
          pairs.add(new Pair<>(first, second));
        }
      }
    }
    return pairs;
  }

  private static <T extends Fact> boolean isSame(
      Pair<T> pair, T first, T second, Function<T, Range> figure) {
    Range one = figure.apply(pair.first());
    Range other = figure.apply(pair.second());
    boolean same = one.equals(figure.apply(first)) && other.equals(figure.apply(second));
    boolean crossed = one.equals(figure.apply(second)) && other.equals(figure.apply(first));
    return (same && areOfSameDocuments(pair.first(), pair.second(), first, second))
        || (crossed && areOfSameDocuments(pair.first(), pair.second(), second, first));
  }

  /** Whether two pairs stand in the same two documents. */
  private static boolean areOfSameDocuments(Fact one, Fact other, Fact first, Fact second) {
    return one.statement().document().equals(first.statement().document())
        && other.statement().document().equals(second.statement().document());
  }

  /** The average of a list and the median are one figure each, however they are worded. */
  private static boolean areOfAll(Fact one, Fact other) {
    return isOfAll(one) && isOfAll(other) && !one.statement().equals(other.statement());
  }

  private static boolean isOfAll(Fact fact) {
    return fact instanceof Fact.Pay pay
        && pay.statement().cells().isEmpty()
        && (pay.statistic().kind() == Statistic.Kind.AVERAGE
            || pay.statistic().kind() == Statistic.Kind.MEDIAN);
  }

  /**
   * Figures of one statement, and of one list or table, are of different things even where their
   * words do not tell, unless all words beside them are the same.
   */
  private static boolean mayDisagree(Statement one, Statement other) {
    if (!one.document().equals(other.document())) {
      return true;
    }
    if (one.ordinal() == other.ordinal()) {
      return false;
    }
    boolean together = one.path().equals(other.path()) && one.kind() == other.kind();
    return !together || Label.skeleton(one).equals(Label.skeleton(other));
  }
}
