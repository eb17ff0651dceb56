package dev.rolewise.knowledge.index;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A job that the documents know: the role of a document, or a title that stands inside one.
 *
 * @param title the title as a document writes it
 * @param role id of the document that is about it as a whole, if there is one
 * @param names every name it goes by, never empty
 * @param pay what it pays, in reading order, may be empty
 * @param documents ids of the documents that name it
 */
public record Job(
    String title,
    Optional<String> role,
    List<JobName> names,
    List<Fact.Pay> pay,
    List<String> documents) {
  public Job {
    requireNonNull(title, "title");
    requireNonNull(role, "role");
    names = List.copyOf(names);
    pay = List.copyOf(pay);
    documents = List.copyOf(documents);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("names must not be empty");
    }
  }

  /** Written out: what a record is given is put together when it is first called, in 5 ms. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Job job
        && title.equals(job.title)
        && role.equals(job.role)
        && names.equals(job.names)
        && pay.equals(job.pay)
        && documents.equals(job.documents);
  }

  /** The same title and role are rarely found twice. */
  @Override
  public int hashCode() {
    return 31 * title.hashCode() + role.hashCode();
  }
}
