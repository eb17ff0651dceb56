package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.index.Job;
import java.util.List;
import java.util.Optional;

/**
 * Which figures of pay somebody wants to see.
 *
 * @param jobs the jobs, or empty for every job
 * @param role the role document they have to stand in, if it matters
 * @param experience years such as "5" or a stage such as "senior", as written
 * @param place city, region or country, as written
 * @param measure part of pay such as "base" or statistic such as "median", as written
 */
public record PayQuery(
    List<Job> jobs,
    Optional<RoleDocument> role,
    Optional<String> experience,
    Optional<String> place,
    Optional<String> measure) {
  public PayQuery {
    jobs = List.copyOf(jobs);
    requireNonNull(role, "role");
    requireNonNull(experience, "experience");
    requireNonNull(place, "place");
    requireNonNull(measure, "measure");
  }

  /** Every figure that the document of a role gives, of whatever job. */
  public static PayQuery in(RoleDocument role) {
    return new PayQuery(
        List.of(), Optional.of(role), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether nothing but jobs is named, if that. */
  boolean isOfWholeJobs() {
    return role.isEmpty() && experience.isEmpty() && place.isEmpty() && measure.isEmpty();
  }
}
