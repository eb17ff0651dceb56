package dev.rolewise.knowledge.fact;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds names of places in the texts of one document: those that are known in general, and those
 * that stand in it where only a place can stand, such as in a column of cities or in front of what
 * is paid there.
 */
final class DocumentPlaces {
  /** Headings of columns that hold places. */
  static final Pattern COLUMN =
      Pattern.compile(
          "(?:federal"
              + " )?(?:cit(?:y|ies)|towns?|locations?|states?|provinces?|regions?|countr(?:y|ies)|areas?|places?|cantons?|count(?:y|ies)|metro(?:politan)?(?:"
              + " area)?s?|community/area|province or territory)",
          Pattern.CASE_INSENSITIVE);

  private static final String KINDS =
      "(?:places?|locations?|cit(?:y|ies)|towns?|states?|provinces?|count(?:y|ies)|countr(?:y|ies)|regions?|areas?)";

  /** Headings over lists whose labels are places: "Pay by city", "Across the regions". */
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)\\bby "
              + KINDS
              + "\\b(?!,? (?:and|or|&))|\\b(?:across|around|in)(?: (?:the|different|other|some))? "
              + KINDS
              + "\\W*$|^\\W*(?:(?:other|some|the) )?"
              + KINDS
              + "\\W*$");

  private static final String WORD = "\\p{Lu}[\\p{L}'\u2019]+";

  /** "Stoke-on-Trent", "St. Helens", "Newcastle upon Tyne", "West Lothian" */
  private static final String NAME =
      "(?:St\\.? )?"
          + WORD
          + "(?:[ -](?:"
          + WORD
          + "|(?:of|on|upon|le|the|under)[ -]"
          + WORD
          + ")){0,3}";

  /** A label that may be the name of a place. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?!(?:Remote|Average|Median|National\\p{L}*|Overall|Other|Urban|Rural|Typical|Entry|Top|All"
              + "|Most|Highest|Lowest)\\b|.*\\b(?:Shifts?|Sector|Level|Salary|Pay|Rate|Hours)\\b)"
              + NAME
              + "(?:,? (?:and|&) "
              + WORD
              + ")?");

  /** "In Speyside pay is best", "coopers in Canterbury earn", unlike "In Scottish yards pay is". */
  private static final Pattern PAID_THERE =
      Pattern.compile(
          "(?:(?:(?<=^|[.;!?] )(?:In|Around|Across|Near)|, (?:in|around|near)) (?:the )?(?<first>"
              + NAME
              + ")(?=,? (?:(?:the"
              + " )?(?:pay|salar(?:y|ies)|wages?|earnings|rates?|median|average|mean)\\b|(?:it|they|you|most|an?|\\p{L}+s)(?:"
              + " \\p{L}+)? (?:is|are|earns?|makes?|gets?|pays?|receives?|paid|can|may)\\b)|,?"
              + " \\p{Sc})|\\bin (?<there>"
              + NAME
              + ")(?= (?:typically |usually |often |can |may |now"
              + " )?(?:earns?|makes?|receives?|(?:is|are) paid|gets? \\p{Sc})))");

  private final Map<String, Place> own = new HashMap<>();
  private final Set<String> ordinary = new HashSet<>();

  DocumentPlaces(RoleDocument document) {
    for (Statement statement : document.statements()) {
      for (String word : statement.text().split("[^\\p{L}'\u2019-]+", -1)) {
        if (!word.isEmpty() && Character.isLowerCase(word.charAt(0))) {
          ordinary.add(word);
        }
      }
    }
    for (Section section : document.allSections()) {
      boolean isOfPlaces = HEADING.matcher(section.heading()).find();
      for (Statement statement : section.statements()) {
        for (Cell cell : statement.cells()) {
          if (COLUMN.matcher(cell.header().strip()).matches()) {
            add(cell.text());
          }
        }
        if (isOfPlaces && statement.cells().isEmpty()) {
          int colon = statement.text().indexOf(':');
          add(colon > 0 ? statement.text().substring(0, colon) : "");
        }
        Matcher there = PAID_THERE.matcher(statement.text());
        while (statement.cells().isEmpty() && there.find()) {
          add(there.group("first") == null ? there.group("there") : there.group("first"));
        }
      }
    }
  }

  private void add(String label) {
    String name = label.strip();
    if (isName(name) && Places.in(name).isEmpty()) {
      own.put(name, new Place(name, Place.Kind.CITY));
    }
  }

  /** Whether a label may be the name of a place and is written as no ordinary word. */
  private boolean isName(String label) {
    return LABEL.matcher(label).matches()
        && !ordinary.contains(label.toLowerCase(Locale.ROOT))
        && !label.equals(label.toUpperCase(Locale.ROOT))
        && !MONTH.matcher(label).find()
        && PayTerms.statistic(label).or(() -> PayTerms.end(label)).isEmpty()
        && PayTerms.measure(label).isEmpty()
        && Bands.in(label).isEmpty()
        && !Bands.isStage(label)
        && !Bands.isRung(label)
        && JobTitles.in(label).isEmpty();
  }

  private static final Pattern MONTH =
      Pattern.compile(
          "(?:January|February|March|April|May|June|July|August|September|October|November|December"
              + "|Spring|Summer|Autumn|Winter|Christmas|Easter)\\b.*");

  /** The places a text names, in reading order. */
  List<Places.Found> in(String text) {
    List<Places.Found> found = new ArrayList<>(Places.in(text));
    for (Map.Entry<String, Place> one : own.entrySet()) {
      int start = text.indexOf(one.getKey());
      int end = start + one.getKey().length();
      boolean isWhole =
          start >= 0
              && (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
              && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (isWhole
          && !Places.isExcluded(text, start)
          && found.stream().noneMatch(other -> other.start() < end && start < other.end())) {
        found.add(new Places.Found(one.getValue(), start, end));
      }
    }
    found.sort(Orders.byInt(Places.Found::start));
    return found;
  }

  /** The place that a whole label names. */
  Optional<Place> whole(String label) {
    return Places.whole(label).or(() -> Optional.ofNullable(own.get(label.strip())));
  }
}
