package dev.rolewise.bot.llm;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a sentence in slightly other words, always the same ones for the same sentence. */
final class Paraphrase {
  private static final Pattern THOUSANDS = Pattern.compile("\\$(\\d{2,3}),000(?![\\d,.+])");
  private static final Pattern RANGE = Pattern.compile("(\\$[\\d,]+)[–-](\\$[\\d,]+)(?![\\d+])");

  private Paraphrase() {}

  static String of(String text) {
    return switch (Math.floorMod(text.hashCode(), 5)) {
      case 0 -> text;
      case 1 -> "The documents say: " + text;
      case 2 -> THOUSANDS.matcher(text).replaceAll(match -> "\\$" + match.group(1) + "k");
      case 3 ->
          RANGE
              .matcher(text)
              .replaceAll(
                  match -> Matcher.quoteReplacement(match.group(1) + " to " + match.group(2)));
      default -> "According to the documents, " + lowered(text);
    };
  }

  private static String lowered(String text) {
    boolean isWord = text.length() > 1 && Character.isLowerCase(text.charAt(1));
    return isWord ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
  }
}
