package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section by the id of its document and its headings.
 *
 * @param path the outermost heading first
 */
record Spot(String document, List<String> path) {
  Spot {
    path = List.copyOf(path);
  }

  static Spot of(Statement statement) {
    return new Spot(statement.document(), statement.path());
  }

  /** Written out: what a record is given is put together when it is first called, in 5 ms. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Spot spot && document.equals(spot.document) && path.equals(spot.path);
  }

  @Override
  public int hashCode() {
    return 31 * document.hashCode() + path.hashCode();
  }
}
