package dev.rolewise.knowledge.index;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import java.util.ArrayList;
import java.util.List;

/** What is given to an embedder for a statement or a section: the text with its path in front. */
public final class EmbeddedText {
  /**
   * Longest text given to an embedder. A model with a window of 256 word pieces cuts figures and
   * rare words at about this length; the rest would be tokenised for nothing.
   */
  static final int MAX_CHARS = 1200;

  private static final String SEPARATOR = " › ";

  private EmbeddedText() {}

  /** {@code title › heading › heading}; a heading that only repeats the title is left out. */
  public static String of(RoleDocument document, Section section) {
    return cut(path(document, section.path()));
  }

  /** {@code title › heading › lead: text}. */
  public static String of(RoleDocument document, Statement statement) {
    var text = new StringBuilder(path(document, statement.path())).append(SEPARATOR);
    statement.lead().forEach(part -> text.append(part).append(": "));
    return cut(text.append(statement.text()).toString());
  }

  private static String path(RoleDocument document, List<String> headings) {
    var parts = new ArrayList<String>();
    parts.add(document.title());
    boolean repeated =
        !headings.isEmpty() && headings.getFirst().equalsIgnoreCase(document.title());
    parts.addAll(repeated ? headings.subList(1, headings.size()) : headings);
    return String.join(SEPARATOR, parts);
  }

  private static String cut(String text) {
    return text.length() > MAX_CHARS ? text.substring(0, MAX_CHARS) : text;
  }
}
