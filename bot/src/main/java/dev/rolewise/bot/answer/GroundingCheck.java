package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.Sentence.Form;
import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Refuses every sentence with a figure that none of the statements it cites holds.
 *
 * <p>A figure is held if a cited statement, one of its headings or its table headings states the
 * same value; the year a document is of counts as stated by each of its statements. A heading of an
 * answer may name the years of the documents that the answer cites. An open end ("over", "up to",
 * "+") must be one in the statement too.
 */
public final class GroundingCheck {
  /** The answer without the sentences that do not hold, or a refusal if nothing is left. */
  Answer checked(Answer answer, Supplier<Answer> refusal) {
    if (!(answer instanceof Answer.Answered answered)) {
      return answer;
    }
    List<Sentence> kept = new ArrayList<>();
    boolean dropped = false;
    for (Sentence sentence : answered.sentences()) {
      if (holds(sentence, answered.citations())) {
        kept.add(sentence);
      } else {
        dropped = true;
      }
    }
    if (!dropped) {
      return answer;
    }
    boolean says = kept.stream().anyMatch(sentence -> !sentence.citations().isEmpty());
    return says ? renumbered(kept, answered) : refusal.get();
  }

  /** Whether every figure of the sentence stands in a statement it cites. */
  public boolean holds(Sentence sentence, List<Citation> citations) {
    Set<Value> stated = new HashSet<>();
    Set<Integer> years = new HashSet<>();
    for (Citation citation : citations) {
      boolean cited = sentence.citations().contains(citation.number());
      if (cited) {
        addValues(stated, citation);
      }
      if (cited || sentence.form() == Form.HEADING) {
        OptionalInt asOf = citation.asOf();
        asOf.ifPresent(years::add);
        citation.statement().path().forEach(heading -> addYears(years, heading));
      }
    }
    if (sentence.form() == Form.HEADING) {
      return headingHolds(sentence.text(), years, citations);
    }
    for (Figure figure : Figures.in(sentence.text())) {
      for (Value value : Value.of(figure)) {
        boolean year = value.isYear() && years.contains((int) value.amount());
        if (!year && !stated.contains(value)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean headingHolds(String text, Set<Integer> years, List<Citation> citations) {
    Set<Value> stated = new HashSet<>();
    for (Citation citation : citations) {
      addValues(stated, citation);
      Figures.in(citation.title()).forEach(figure -> stated.addAll(Value.of(figure)));
    }
    for (Figure figure : Figures.in(text)) {
      for (Value value : Value.of(figure)) {
        if (!stated.contains(value) && !(value.isYear() && years.contains((int) value.amount()))) {
          return false;
        }
      }
    }
    return true;
  }

  private static void addYears(Set<Integer> years, String text) {
    for (Figure figure : Figures.in(text)) {
      if (figure.kind() == Figure.Kind.CALENDAR_YEAR) {
        years.add((int) figure.value().high().orElse(0));
      }
    }
  }

  private static void addValues(Set<Value> stated, Citation citation) {
    var statement = citation.statement();
    Figures.in(statement.text()).forEach(figure -> stated.addAll(Value.of(figure)));
    for (Cell cell : statement.cells()) {
      Figures.in(cell.text()).forEach(figure -> stated.addAll(Value.of(figure)));
      Figures.in(cell.header()).forEach(figure -> stated.addAll(Value.of(figure)));
    }
    statement.lead().forEach(lead -> Figures.in(lead).forEach(f -> stated.addAll(Value.of(f))));
    statement.path().forEach(path -> Figures.in(path).forEach(f -> stated.addAll(Value.of(f))));
  }

  private record Value(double amount, boolean isYear) {
    static List<Value> of(Figure figure) {
      List<Value> values = new ArrayList<>();
      boolean year = figure.kind() == Figure.Kind.CALENDAR_YEAR;
      figure.value().low().ifPresent(low -> values.add(new Value(low, year)));
      figure.value().high().ifPresent(high -> values.add(new Value(high, year)));
      return values;
    }
  }

  private static Answer renumbered(List<Sentence> sentences, Answer.Answered answered) {
    List<Citation> citations = new ArrayList<>();
    List<Sentence> result = new ArrayList<>();
    for (Sentence sentence : sentences) {
      List<Integer> numbers = new ArrayList<>();
      for (int number : sentence.citations()) {
        Citation old = answered.citations().get(number - 1);
        int index = -1;
        for (int i = 0; i < citations.size(); i++) {
          if (citations.get(i).statement().equals(old.statement())) {
            index = i;
          }
        }
        if (index < 0) {
          citations.add(
              new Citation(
                  citations.size() + 1,
                  old.title(),
                  old.source(),
                  old.asOf(),
                  old.market(),
                  old.statement()));
          index = citations.size() - 1;
        }
        numbers.add(index + 1);
      }
      result.add(new Sentence(sentence.form(), sentence.text(), numbers));
    }
    return new Answer.Answered(result, citations, answered.suggestions());
  }
}
