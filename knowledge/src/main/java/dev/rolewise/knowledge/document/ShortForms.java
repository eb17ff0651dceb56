package dev.rolewise.knowledge.document;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Short forms of names, as they stand in parentheses behind them: "Vice President (VP)". */
final class ShortForms {
  /** A name in parentheses that stands for what is before it. */
  static final Pattern SHORT = Pattern.compile("\\(([A-Z][A-Za-z&/]{0,6}[A-Z])s?\\)");

  private ShortForms() {}

  /** Puts "(AVP)" among the aliases and takes such marks out of the title. */
  static String takenOut(String title, Set<String> aliases) {
    if (title.indexOf('(') < 0) {
      return title;
    }
    Matcher matcher = SHORT.matcher(title);
    var plain = new StringBuilder();
    var brief = new StringBuilder();
    int end = 0;
    while (matcher.find()) {
      String words = title.substring(end, matcher.start());
      int start = expansionStart(words, matcher.group(1));
      if (start < 0) {
        return title;
      }
      plain.append(words.stripTrailing());
      brief.append(words, 0, start).append(matcher.group(1));
      if (end == 0 && RoleWords.isRole(words.substring(start).strip())) {
        aliases.add(matcher.group(1));
      }
      end = matcher.end();
    }
    if (end == 0) {
      return title;
    }
    plain.append(title.substring(end));
    brief.append(title.substring(end));
    aliases.add(brief.toString().strip());
    return plain.toString().strip();
  }

  /** Where the words begin that an abbreviation behind them stands for, or -1. */
  static int expansionStart(String words, String abbreviation) {
    int letter = abbreviation.length() - 1;
    int end = words.stripTrailing().length();
    while (letter >= 0 && end > 0) {
      int from = words.lastIndexOf(' ', end - 1) + 1;
      if (from >= end) {
        return -1;
      }
      char first = words.charAt(from);
      char wanted = abbreviation.charAt(letter);
      if (!Character.isLetter(wanted)) {
        letter--;
        continue;
      }
      if (Character.toLowerCase(first) == Character.toLowerCase(wanted)) {
        letter--;
        if (letter < 0) {
          return from;
        }
      } else if (!HeadingText.isSmall(words.substring(from, end))) {
        return -1;
      }
      end = from - 1;
    }
    return -1;
  }
}
