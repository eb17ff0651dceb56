package dev.rolewise.knowledge.fact;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a fact is about.
 *
 * @param jobTitle job title as the document writes it; the title of the document where nothing
 *     nearer names one
 * @param isDocumentRole whether the job title is the role the whole document is about
 * @param band experience band or level, if the fact is about one only
 * @param place place, if the fact is about one only
 * @param detail any other restriction in the document's words, such as an industry or a company;
 *     empty without one
 */
public record Subject(
    String jobTitle,
    boolean isDocumentRole,
    Optional<Band> band,
    Optional<Place> place,
    String detail) {
  public Subject {
    requireNonNull(jobTitle, "jobTitle");
    requireNonNull(band, "band");
    requireNonNull(place, "place");
    requireNonNull(detail, "detail");
  }
}
