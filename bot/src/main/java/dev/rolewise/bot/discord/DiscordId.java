package dev.rolewise.bot.discord;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What something that can be pressed or sent means. As text it is at most {@value DiscordLimit#ID}
 * characters long and tells nothing about a person.
 *
 * @param kind what is wanted
 * @param answer id of the answer it is about
 * @param place of a suggested question in the answer, from 0; 0 for everything else
 */
record DiscordId(Kind kind, String answer, int place) {
  /** What is wanted. */
  enum Kind {
    /** An answer to a question that the answer suggests. */
    ASK,
    /** A suggested question is chosen from the select. */
    CHOOSE,
    SOURCES,
    WHY,
    GOOD,
    BAD,
    /** Why an answer did not help, from the modal that asks for it. */
    REASON,
    /** A preview of what would be shared. */
    SHARE,
    /** The answer for everybody in the channel, below its question. */
    PUBLISH,
    /** The answer for everybody in the channel, without its question. */
    PUBLISH_ALONE;

    private final String word;

    Kind() {
      word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final Pattern ANSWER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int MAX_PLACE = 999;

  DiscordId {
    requireNonNull(kind, "kind");
    if (!ANSWER.matcher(answer).matches()) {
      throw new IllegalArgumentException(
          "answer must be the id of an answer, got '" + answer + "'");
    }
    if (!(place >= 0 && place <= MAX_PLACE)) {
      throw new IllegalArgumentException("place must be between 0 and 999, got " + place);
    }
  }

  DiscordId(Kind kind, String answer) {
    this(kind, answer, 0);
  }

  /** How Discord carries it. */
  String text() {
    return kind.word + ":" + answer + "." + place;
  }

  /** What a text means, if it is one of {@link #text}. */
  static Optional<DiscordId> find(String text) {
    int colon = text.indexOf(':');
    int dot = text.lastIndexOf('.');
    if (colon < 0 || dot < colon) {
      return Optional.empty();
    }
    String answer = text.substring(colon + 1, dot);
    String place = text.substring(dot + 1);
    if (!ANSWER.matcher(answer).matches() || !place.matches("[0-9]{1,3}")) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(text.substring(0, colon))) {
        return Optional.of(new DiscordId(kind, answer, Integer.parseInt(place)));
      }
    }
    return Optional.empty();
  }
}
