package dev.rolewise.bot.evaluation;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Answerer;
import dev.rolewise.bot.evaluation.EvaluationQuestion.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Every answer to a question set beside what was expected.
 *
 * @param judgements in the order of the questions
 */
public record Evaluation(List<Judgement> judgements) {
  /** Name of the group of all questions. */
  public static final String TOTAL = "total";

  public Evaluation {
    judgements = List.copyOf(judgements);
  }

  /**
   * Asks every question, one after the other.
   *
   * @param nanoTime clock that only goes forward, in nanoseconds
   */
  public static Evaluation run(
      Answerer answerer, List<EvaluationQuestion> questions, LongSupplier nanoTime) {
    var judgements = new ArrayList<Judgement>();
    for (EvaluationQuestion question : questions) {
      long start = nanoTime.getAsLong();
      Answer answer = answerer.answer(question.question(), question.history());
      double millis = (nanoTime.getAsLong() - start) / 1e6;
      judgements.add(Judgement.of(question, answer, millis));
    }
    return new Evaluation(judgements);
  }

  /** The answers by name of their group: all, then each part that occurs, then each kind. */
  public Map<String, List<Judgement>> groups() {
    var groups = new LinkedHashMap<String, List<Judgement>>();
    groups.put(TOTAL, judgements);
    groups.putAll(parts());
    kinds().forEach(groups::putIfAbsent);
    return groups;
  }

  Map<String, List<Judgement>> parts() {
    var parts = new LinkedHashMap<String, List<Judgement>>();
    for (Part part : Part.values()) {
      List<Judgement> inPart =
          judgements.stream()
              .filter(one -> one.question().part().filter(part::equals).isPresent())
              .toList();
      if (!inPart.isEmpty()) {
        parts.put(part.label(), inPart);
      }
    }
    return parts;
  }

  Map<String, List<Judgement>> kinds() {
    var names = new TreeSet<String>();
    judgements.forEach(one -> names.add(one.question().kind()));
    var kinds = new LinkedHashMap<String, List<Judgement>>();
    for (String name : names) {
      kinds.put(
          name, judgements.stream().filter(one -> one.question().kind().equals(name)).toList());
    }
    return kinds;
  }

  /** The answers that are not right, in the order of the questions. */
  public List<Judgement> failures() {
    return judgements.stream().filter(one -> !one.isRight()).toList();
  }
}
