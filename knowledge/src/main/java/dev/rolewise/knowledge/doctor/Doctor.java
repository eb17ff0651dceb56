package dev.rolewise.knowledge.doctor;

import static java.util.Comparator.comparing;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.Comparator;
import java.util.List;

/** Examines role documents. */
public final class Doctor {
  private static final Comparator<Finding> IN_READING_ORDER =
      comparing(Finding::at, Spot.IN_READING_ORDER)
          .thenComparing(Finding::severity)
          .thenComparing(Finding::kind)
          .thenComparing(Finding::message);

  private Doctor() {}

  /**
   * Everything somebody should look at, ordered by source and line.
   *
   * @param currentYear forecasts for years before it have passed
   */
  public static List<Finding> examine(Documents documents, int currentYear) {
    List<Check> checks =
        List.of(
            new ReadingProblems(),
            new FrontMatterGaps(),
            new PayGaps(),
            new InvertedRanges(),
            new DuplicateRoles(),
            new MissingSections(),
            new PayDisagreements(),
            new ExperienceDisagreements(),
            new MarketDisagreements(),
            new PastForecasts(currentYear),
            new SwallowedSentences());
    KnowledgeBase knowledge = KnowledgeBase.of(documents);
    return checks.stream()
        .flatMap(check -> check.examine(documents, knowledge).stream())
        .distinct()
        .sorted(IN_READING_ORDER)
        .toList();
  }
}
