package dev.rolewise.bot.discord;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what Discord would obey instead of show. */
final class Live {
  private static final Pattern ESCAPED = Pattern.compile("\\\\[^0-9A-Za-z\\s]");

  /** Taken for a mention or a link whatever stands before it, by Discord or by a telephone. */
  private static final Pattern ANYWHERE =
      Pattern.compile(
          "@(?:everyone|here|silent)|<(?:@|#|:|/|t:|a:|id:|https?:)|[a-zA-Z]://|(?i:www\\.\\w)"
              + "|(?i:discord\\.gg/|discord\\.com/)|[\\n\\r\\u200b\\ufeff\\u00ad\\u202a-\\u202e]");

  /** Formats, once what a backslash precedes is out. */
  private static final Pattern INSIDE =
      Pattern.compile("[*_`]|~~|\\|\\||]\\(|:[a-zA-Z0-9_+~'-]+:|\\\\$");

  /** Formats where a line begins. */
  private static final Pattern AT_START =
      Pattern.compile("^\\s*(?:#{1,3}\\s|-#\\s|>\\s|>>>|[-+]\\s|\\d+[.)](?:\\s|$))");

  private Live() {}

  /** The first live piece of a text that Discord reads as it is. */
  static Optional<String> anywhere(String text) {
    return find(ANYWHERE, text);
  }

  /** The first live piece of a statement without markup of the program's own. */
  static Optional<String> inStatement(String markdown) {
    String unescaped = ESCAPED.matcher(markdown).replaceAll("¤");
    return anywhere(markdown).or(() -> find(INSIDE, unescaped)).or(() -> find(AT_START, unescaped));
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }
}
