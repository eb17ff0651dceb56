package dev.rolewise.knowledge.doctor;

import static java.util.stream.Collectors.toSet;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Problem;
import dev.rolewise.knowledge.document.Problem.Severity;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was noticed while the documents were read. */
final class ReadingProblems implements Check {
  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    Set<String> loaded = read.documents().stream().map(RoleDocument::source).collect(toSet());
    return read.problems().stream()
        .map(problem ->
            new Finding(
                kind(problem, loaded),
                severity(problem, read),
                new Spot(problem.source(), problem.line()),
                Optional.empty(),
                problem.message()))
        .toList();
  }

  /** A folder without a document is an error where there is no other that has one. */
  private static Severity severity(Problem problem, Documents read) {
    boolean isNothingRead = read.documents().isEmpty() && !isInside(problem);
    return isNothingRead ? Severity.ERROR : problem.severity();
  }

  /** The one thing that is looked at in a file that was loaded is its front matter. */
  private static Finding.Kind kind(Problem problem, Set<String> loaded) {
    if (loaded.contains(problem.source()) || isInside(problem)) {
      return Finding.Kind.WRONG_FRONT_MATTER;
    }
    return switch (problem.severity()) {
      case ERROR -> Finding.Kind.NOT_LOADED;
      case WARNING -> Finding.Kind.EMPTY_FOLDER;
    };
  }

  private static boolean isInside(Problem problem) {
    return problem.severity() == Problem.Severity.WARNING && problem.line() > 0;
  }
}
