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

  /** Everything that is known of some jobs. */
  public static PayQuery of(List<Job> jobs) {
    return new PayQuery(
        jobs, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  boolean isUnlimited() {
    return jobs.isEmpty()
        && role.isEmpty()
        && experience.isEmpty()
        && place.isEmpty()
        && measure.isEmpty();
  }
}
