package dev.rolewise.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a table in a text without markup, as the rule below its first row draws them. */
final class TextColumns {
  private final List<Integer> starts;

  private TextColumns(List<Integer> starts) {
    this.starts = starts;
  }

  /** The columns of a rule such as "----- --- ---", or null if the line draws fewer than two. */
  static @Nullable TextColumns find(String rule) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < rule.length(); i++) {
      char c = rule.charAt(i);
      if (c != ' ' && c != '-' && c != '=') {
        return null;
      }
      boolean begins = c != ' ' && (i == 0 || rule.charAt(i - 1) == ' ');
      if (begins) {
        starts.add(i);
      }
    }
    boolean wide = rule.contains("---") || rule.contains("===");
    return wide && starts.size() > 1 ? new TextColumns(starts) : null;
  }

  /** The cells of a line, or an empty list if its words do not keep to the columns. */
  List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int start = i == 0 ? 0 : starts.get(i);
      if (i > 0 && start <= line.length() && line.charAt(start - 1) != ' ') {
        return List.of();
      }
      int end = i + 1 < starts.size() ? starts.get(i + 1) : line.length();
      cells.add(start >= line.length() ? "" : line.substring(start, Math.min(end, line.length())));
    }
    return cells;
  }
}
