package dev.rolewise.bot.evaluation;

import java.util.List;

/** Cuts endings that only mark number or tense, so that "managing" and "manages" are one word. */
final class Stem {
  private static final int MIN_STEM_CHARS = 3;
  private static final List<String> ENDINGS = List.of("ing", "ed", "es", "s", "e");

  private Stem() {}

  /** The stem of a word in lower case. */
  static String of(String word) {
    String bare = word.replaceAll("['’]s?$", "").replaceAll("['’]", "").replace(".", "");
    if (bare.length() <= MIN_STEM_CHARS) {
      return bare;
    }
    if (bare.endsWith("ies") || bare.endsWith("ied")) {
      return bare.substring(0, bare.length() - 2);
    }
    for (String ending : ENDINGS) {
      if (bare.endsWith(ending)
          && bare.length() - ending.length() >= MIN_STEM_CHARS
          && !(ending.equals("s") && bare.endsWith("ss"))) {
        return withoutDoubling(bare.substring(0, bare.length() - ending.length()));
      }
    }
    return withoutDoubling(bare.endsWith("y") ? bare.substring(0, bare.length() - 1) + "i" : bare);
  }

  /** "plann" of "planning" and "plan" become one. */
  private static String withoutDoubling(String stem) {
    int last = stem.length() - 1;
    return last >= MIN_STEM_CHARS && stem.charAt(last) == stem.charAt(last - 1)
        ? stem.substring(0, last)
        : stem;
  }
}
