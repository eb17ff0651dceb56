package dev.rolewise.knowledge.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells whether words are forms of one another, such as "veterinarian" and "veterinary". */
final class WordForms {
  private static final int MIN_STEM = 4;

  /** Endings that make a job, a field and an adjective of one stem. */
  private static final Set<String> ENDINGS =
      Set.of(
          "", "y", "e", "ation", "ian", "ist", "er", "or", "ic", "ical", "al", "ing", "ary", "ant",
          "ician", "ologist");

  private WordForms() {}

  /** Whether both have the same stem. */
  static boolean areRelated(String one, String two) {
    if (one.equals(two)) {
      return true;
    }
    int same = 0;
    while (same < Math.min(one.length(), two.length()) && one.charAt(same) == two.charAt(same)) {
      same++;
    }
    for (int stem = same; stem >= MIN_STEM; stem--) {
      if (ENDINGS.contains(one.substring(stem)) && ENDINGS.contains(two.substring(stem))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The words of a name that the words of a question say in another form or by their initials, in
   * their order; empty if one of them says none.
   *
   * @param name the words of a name
   */
  static List<String> said(List<String> asked, List<String> name) {
    List<String> said = new ArrayList<>();
    for (String word : asked) {
      List<String> meant = meant(word, name);
      if (meant.isEmpty() || meant.stream().anyMatch(said::contains)) {
        return List.of();
      }
      said.addAll(meant);
    }
    return said;
  }

  private static List<String> meant(String word, List<String> name) {
    for (String own : name) {
      if (areRelated(word, own)) {
        return List.of(own);
      }
    }
    List<String> clipped = clipped(word, name);
    if (!clipped.isEmpty()) {
      return clipped;
    }
    int length = word.length();
    for (int i = 0; length > 1 && length <= 3 && i + length <= name.size(); i++) {
      boolean initials = true;
      for (int j = 0; j < length; j++) {
        initials &= name.get(i + j).charAt(0) == word.charAt(j);
      }
      if (initials) {
        return name.subList(i, i + length);
      }
    }
    return List.of();
  }

  /** The words that begin with the parts of a word: "ag" for agricultural, "infosec". */
  static List<String> clipped(String word, List<String> name) {
    for (int i = 0; i < name.size(); i++) {
      if (word.length() >= MIN_CLIPPED
          && word.length() <= MAX_CLIPPED
          && name.get(i).length() > 2 * word.length()
          && name.get(i).startsWith(word)) {
        return List.of(name.get(i));
      }
      for (int end = MIN_PART; i + 1 < name.size() && end <= word.length() - MIN_PART; end++) {
        if (name.get(i).startsWith(word.substring(0, end))
            && name.get(i + 1).startsWith(word.substring(end))) {
          return name.subList(i, i + 2);
        }
      }
    }
    return List.of();
  }

  private static final int MIN_CLIPPED = 2;
  private static final int MAX_CLIPPED = 4;

  /** Each word of a compound has so many letters at least. */
  static final int MIN_PART = 3;
}
