package dev.rolewise.knowledge.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a title of several jobs apart, such as "Physical Therapist Assistants and Aides". */
public final class JointTitle {
  private JointTitle() {}

  /** The titles of the jobs that a title joins, in its order; empty if it is the title of one. */
  public static List<String> parts(String title) {
    int bracket = title.indexOf('(');
    String[] pieces = BETWEEN_JOBS.split(bracket > 3 ? title.substring(0, bracket) : title, -1);
    if (pieces.length == 1) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (String piece : pieces) {
      open.add(piece.strip());
      boolean plural =
          !parts.isEmpty() && open.size() == 1 && PLURAL.matcher(piece.strip()).matches();
      if (JobTitles.whole(piece).isPresent()
          || (plural
              && parts.getLast().endsWith("s")
              && (Character.isUpperCase(piece.strip().charAt(0))
                  || JobTitles.whole(title).isPresent()))) {
        parts.add(String.join(" ", open).strip());
        open.clear();
      }
    }
    return parts.size() < 2 || !open.isEmpty() ? List.of() : withSharedField(parts);
  }

  private static final Pattern BETWEEN_JOBS =
      Pattern.compile("\\s*(?:,\\s*(?:and|or)\\b|\\b(?:and|or|vs\\.?|versus)(?!\\p{L})|[,/&])\\s*");

  /** What stands beside the name of workers and is a plural too: "yardmasters", "scouts". */
  private static final Pattern PLURAL =
      Pattern.compile("(?i)\\p{L}{4,}(?<!s|ing|ic|ce|ion|ment|tie|ve)s");

  /** The field of the first job is that of the others too where they name none. */
  private static List<String> withSharedField(List<String> parts) {
    String first = parts.getFirst();
    int space = first.lastIndexOf(' ');
    if (space < 0) {
      return List.copyOf(parts);
    }
    String field = first.substring(0, space);
    return parts.stream().map(part -> part.indexOf(' ') < 0 ? field + " " + part : part).toList();
  }
}
