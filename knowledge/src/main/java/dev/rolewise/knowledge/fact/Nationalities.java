package dev.rolewise.knowledge.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words such as "Swiss" that say of which country somebody is. */
public final class Nationalities {
  private static final Map<String, String> COUNTRIES = new HashMap<>();
  private static final Pattern WORD;

  static {
    for (String line : Vocabulary.lines("nationalities.txt")) {
      String[] parts = line.split(";", 2);
      COUNTRIES.put(parts[0], parts[1]);
    }
    WORD =
        Pattern.compile(
            "(?<![\\p{L}\\d-])(?:" + String.join("|", COUNTRIES.keySet()) + ")(?=\\s\\p{L})",
            Pattern.CASE_INSENSITIVE);
  }

  /**
   * Such a word in a text.
   *
   * @param country name of the country
   * @param start index of its first character
   * @param end index behind its last character
   */
  public record Found(String country, int start, int end) {}

  private Nationalities() {}

  /** The words of a text that stand in front of another word, in reading order. */
  public static List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String country = COUNTRIES.get(matcher.group().toLowerCase(Locale.ROOT));
      if (country != null) {
        found.add(new Found(country, matcher.start(), matcher.end()));
      }
    }
    return found;
  }
}
