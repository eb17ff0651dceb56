package dev.rolewise.bot.console;

import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.impl.CompletionMatcherImpl;

/**
 * Offers every completion that was found. What fits is decided where it is looked up, in spite of
 * typos and by words inside names; the line reader would drop what does not begin as it is typed.
 */
final class FoundCompletions extends CompletionMatcherImpl {
  private List<Candidate> found = List.of();

  @Override
  public List<Candidate> matches(List<Candidate> candidates) {
    super.matches(candidates); // remembers the exact match
    found = List.copyOf(candidates);
    return candidates;
  }

  /** What all begin with; the line reader writes it only where it goes on from what is typed. */
  @Override
  public String getCommonPrefix() {
    String common = found.isEmpty() ? "" : found.getFirst().value();
    for (Candidate candidate : found) {
      while (!candidate.value().regionMatches(true, 0, common, 0, common.length())) {
        common = common.substring(0, common.length() - 1);
      }
    }
    return common;
  }
}
