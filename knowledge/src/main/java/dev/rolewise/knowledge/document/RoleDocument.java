package dev.rolewise.knowledge.document;

import static java.util.Objects.requireNonNull;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one file says about one role.
 *
 * @param id the file name without its ending
 * @param title name of the role
 * @param aliases other names of the role as people write them
 * @param asOf year the figures are of, if the document says so
 * @param market country or region the figures are of, if the document says so
 * @param currency currency of amounts that do not name one, if the document says so
 * @param source path of the file as it is shown to people
 * @param sections the sections of the outermost level, in reading order
 */
public record RoleDocument(
    String id,
    String title,
    List<String> aliases,
    OptionalInt asOf,
    Optional<String> market,
    Optional<Currency> currency,
    String source,
    List<Section> sections) {
  public RoleDocument {
    requireNonNull(asOf, "asOf");
    requireNonNull(market, "market");
    requireNonNull(currency, "currency");
    requireNonNull(source, "source");
    aliases = List.copyOf(aliases);
    sections = List.copyOf(sections);
    if (id.isBlank()) {
      throw new IllegalArgumentException("id must not be blank");
    }
    if (title.isBlank()) {
      throw new IllegalArgumentException("title must not be blank");
    }
  }

  /** Every statement, in reading order; the ordinal of a statement is its index here. */
  public List<Statement> statements() {
    return sections.stream().flatMap(section -> section.allStatements().stream()).toList();
  }

  /** The sections that part it: the outermost ones, or those within the only one of them. */
  public List<Section> parts() {
    List<Section> parts = withoutPreamble(sections);
    while (parts.size() == 1 && !parts.getFirst().sections().isEmpty()) {
      parts = withoutPreamble(parts.getFirst().sections());
    }
    return parts.stream().filter(section -> !section.path().isEmpty()).toList();
  }

  private static List<Section> withoutPreamble(List<Section> sections) {
    return sections.stream()
        .filter(section -> !section.path().isEmpty() || !section.sections().isEmpty())
        .toList();
  }

  /** Every section of every level, in reading order. */
  public List<Section> allSections() {
    return sections.stream().flatMap(Section::withDescendants).toList();
  }
}
