package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Points from an answer to the statement it rests on.
 *
 * @param number as it stands in the answer, from 1
 * @param title title of the role document
 * @param source path of the file as it is shown to people
 * @param asOf year the figures of the document are of, if it says so
 * @param market country or region the figures of the document are of, if it says so
 * @param statement the cited statement
 */
public record Citation(
    int number,
    String title,
    String source,
    OptionalInt asOf,
    Optional<String> market,
    Statement statement) {
  public Citation {
    requireNonNull(title, "title");
    requireNonNull(source, "source");
    requireNonNull(asOf, "asOf");
    requireNonNull(market, "market");
    requireNonNull(statement, "statement");
    if (number < 1) {
      throw new IllegalArgumentException("number must be at least 1, got " + number);
    }
  }

  /** Id of the role document. */
  public String document() {
    return statement.document();
  }

  /** The exact words that are cited. */
  public String quote() {
    return statement.text();
  }

  /** The headings above the statement joined with " › ", or the title without any heading. */
  public String section() {
    List<String> path = statement.path();
    return path.isEmpty() ? title : String.join(" › ", path);
  }
}
