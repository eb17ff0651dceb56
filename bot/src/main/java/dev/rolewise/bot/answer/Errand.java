package dev.rolewise.bot.answer;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message wants to be given, made or chosen instead of told: "a joke about nurses", "a
 * laptop for deep learning". Documents hold none of it unless they speak of such things.
 */
final class Errand {
  private static final String LEAD =
      "^(?:\\W*\\b(?:please|pls|can|could|would|will|you|i|we|want|need|would"
          + " like|to|hey|hi|hello|ok|okay|so|and|now|just|kindly|quickly|help me|let's|go|act like"
          + " \\S+ \\S+)\\b)*\\W*";

  private static final String MAKES =
      "(?:write|compose|draft|sing|draw|paint|sketch|create|generate|make(?:"
          + " up)?|invent|design|build|code|cook|bake|buy|order|sell|translate|debug|fix|solve|review|proofread|rewrite|play|do(?="
          + " my\\b))";

  private static final String TELLS =
      "(?:tell|give|read|show|share|find|get|recommend|suggest|name|pick)";

  private static final Pattern WANTED =
      Pattern.compile(
          LEAD
              + "(?:"
              + MAKES
              + "|"
              + TELLS
              + ")(?: (?:me|us|him|her))? (?:an?|some|any|another|the|my|this|that|your)(?:"
              + " [\\p{L}-]+){0,3}? (?<thing>\\p{L}{3,})(?="
              + " (?:about|on|for|from|to|that|which|like|in|as|with|under|where|please)\\b"
              + "|\\s*(?:[?!.,;:]|$))",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CHOSEN =
      Pattern.compile(
          "\\b(?:which|what)(?: [\\p{L}-]+){0,2}? (?<thing>\\p{L}{3,})(?: about [\\p{L} -]+?| for"
              + " [\\p{L} -]+?)? (?:should|shall|can|could|do|would) (?:i|we|you) (?:buy|get|watch"
              + "|read|play|order|choose|wear|bring|recommend|suggest)\\b",
          Pattern.CASE_INSENSITIVE);

  private Errand() {}

  /** The noun for what a message wants to have, in lower case. */
  static Optional<String> of(String message) {
    return found(WANTED, message).or(() -> found(CHOSEN, message));
  }

  private static Optional<String> found(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find()
        ? Optional.of(matcher.group("thing").toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
