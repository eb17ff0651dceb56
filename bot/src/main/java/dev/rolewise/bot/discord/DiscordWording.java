package dev.rolewise.bot.discord;

import java.util.List;
import java.util.regex.Pattern;

/** Reads what people write in Discord. Every method is a pure function. */
final class DiscordWording {
  /** Mentions, emoji of a server, times and commands, as Discord writes them into a message. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "<@[!&]?\\d+>|<#\\d+>|<a?:\\w+:\\d+>|<t:-?\\d+(?::\\w)?>|</[^:<>]+:\\d+>|<id:\\w+>");

  private static final Pattern LINK = Pattern.compile("<(https?://[^<>\\s]+)>");
  private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`]*`");
  private static final Pattern PERSON = Pattern.compile("(?<!\\\\)<@!?(\\d+)>");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private DiscordWording() {}

  /** Ids of those whom a message mentions; in code nobody is. */
  static List<String> mentioned(String text) {
    return PERSON
        .matcher(CODE.matcher(text).replaceAll(" "))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /** The words of a message without mentions and markup. */
  static String plain(String text) {
    String words = MARKUP.matcher(text).replaceAll(" ");
    words = LINK.matcher(words).replaceAll("$1");
    return SPACE.matcher(words).replaceAll(" ").strip();
  }
}
