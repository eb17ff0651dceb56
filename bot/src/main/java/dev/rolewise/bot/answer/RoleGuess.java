package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.JointTitle;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Filter;
import dev.rolewise.knowledge.retrieval.Passage;
import dev.rolewise.knowledge.retrieval.Question;
import dev.rolewise.knowledge.retrieval.Retrieval.Found;
import dev.rolewise.knowledge.retrieval.SectionMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the role that a question is about by what it says instead of by a name: "what do people
 * make who fix air conditioners". Thread-safe.
 */
final class RoleGuess {
  /** Statements and sections that are looked at for all documents together. */
  private static final int STATEMENTS = 40;

  private static final int SECTIONS = 60;

  /** Statements of a document that count. */
  private static final int BEST = 3;

  /** What words count beside meaning. */
  private static final double WORDS = 0.5;

  /**
   * The least that the best document must reach and be ahead by. Measured on questions without a
   * job title over 125 documents of six collections: it names 39 of 145 roles rightly, none
   * wrongly.
   */
  private static final double LEAST = 0.9;

  private static final double AHEAD = 0.3;

  private final KnowledgeBase knowledge;
  private final Search search;

  RoleGuess(KnowledgeBase knowledge, Search search) {
    this.knowledge = knowledge;
    this.search = search;
  }

  /** The role of the document that fits a question far better than all others, if one does. */
  Optional<Job> of(Question question) {
    boolean namesOther = question.rest().stream().anyMatch(JobTitles::isHead);
    if (question.rest().isEmpty() || namesOther || knowledge.documents().size() < 2) {
      return Optional.empty();
    }
    String text = question.searchText();
    Map<String, Double> scores = new HashMap<>();
    for (SectionMatch match : search.sections(text, text, Filter.ALL, SECTIONS)) {
      scores.merge(match.document().id(), match.similarity(), Math::max);
    }
    if (search.statements(text, text, Filter.ALL, STATEMENTS) instanceof Found(var passages)) {
      Map<String, List<Passage>> byDocument = new HashMap<>();
      for (Passage passage : passages) {
        byDocument
            .computeIfAbsent(passage.statement().document(), _ -> new ArrayList<>())
            .add(passage);
      }
      byDocument.forEach((id, own) -> scores.merge(id, worth(own), Double::sum));
    }
    List<Map.Entry<String, Double>> ranked =
        scores.entrySet().stream()
            .sorted(Orders.byDouble(Map.Entry<String, Double>::getValue).reversed())
            .toList();
    double best = ranked.isEmpty() ? 0 : ranked.getFirst().getValue();
    double second = ranked.size() < 2 ? 0 : ranked.get(1).getValue();
    return best < LEAST || best - second < AHEAD
        ? Optional.empty()
        : knowledge
            .jobs()
            .role(ranked.getFirst().getKey())
            .filter(job -> JointTitle.parts(job.title()).isEmpty());
  }

  private static double worth(List<Passage> passages) {
    double similarity =
        passages.stream()
            .map(Passage::similarity)
            .sorted(Comparator.reverseOrder())
            .limit(BEST)
            .mapToDouble(Double::doubleValue)
            .sum();
    double score =
        passages.stream()
            .map(Passage::score)
            .sorted(Comparator.reverseOrder())
            .limit(BEST)
            .mapToDouble(Double::doubleValue)
            .sum();
    return (similarity + WORDS * score) / BEST;
  }
}
