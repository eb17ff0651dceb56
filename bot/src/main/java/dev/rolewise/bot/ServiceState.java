package dev.rolewise.bot;

import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.web.Part;
import dev.rolewise.bot.web.Readiness;
import dev.rolewise.knowledge.document.Problem;
import java.util.ArrayList;
import java.util.List;

/** How the service is, in words for whoever runs it. */
final class ServiceState {
  /** Problems beyond it are counted only; {@code check} lists all. */
  private static final int MAX_PROBLEMS = 10;

  private ServiceState() {}

  /** A line for each part, the documents, and each problem of a document. */
  static List<String> lines(List<Part> parts, Library library) {
    List<String> lines = new ArrayList<>();
    for (Part part : parts) {
      Readiness readiness = part.readiness();
      lines.add(
          part.name()
              + (readiness instanceof Readiness.Ready ? ": ready, " : ": not ready, ")
              + readiness.reason());
    }
    List<Problem> problems = library.knowledge().problems();
    lines.add(
        "documents: %d loaded, %d problems"
            .formatted(library.knowledge().documents().size(), problems.size()));
    problems.stream().limit(MAX_PROBLEMS).forEach(problem -> lines.add(problem.toString()));
    if (problems.size() > MAX_PROBLEMS) {
      lines.add(
          "and %d more, 'rolewise check' lists them all".formatted(problems.size() - MAX_PROBLEMS));
    }
    return lines;
  }
}
