package dev.rolewise.bot.answer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of what a language model wrote everything that a platform might bring to life: links,
 * mentions, markup, and characters that are not shown or that turn the direction of writing.
 */
final class PlainWording {
  /** A sentence that is longer is none. */
  static final int MAX_CHARS = 600;

  /** What was written for a sentence and is longer is none, whatever would be left of it. */
  static final int MAX_WRITTEN_CHARS = 2 * MAX_CHARS;

  /** Marks that stand inside each other; whoever nests them deeper does not write a sentence. */
  private static final int MAX_PASSES = 10;

  private static final Pattern LINK_TEXT =
      Pattern.compile("!?\\[([^\\]\\[]{0,200}+)](?:\\([^)]{0,2000}+\\)|\\[[^\\]\\[]{0,200}+])");

  /**
   * Something that is taken out.
   *
   * @param signs strings of which it has one at least: looking for them costs less
   */
  private record Live(Pattern pattern, List<String> signs) {
    Live(Pattern pattern, String... signs) {
      this(pattern, List.of(signs));
    }

    String without(String text) {
      return signs.stream().anyMatch(text::contains) ? pattern.matcher(text).replaceAll("") : text;
    }
  }

  /** What stands between such tags is for programs. */
  private static final Pattern PROGRAM =
      Pattern.compile("(?is)<(script|style|iframe|object)\\b[^<>]{0,500}+>.{0,5000}?</\\1\\s*>");

  private static final Pattern TAG = Pattern.compile("<(?:[@#!/a-zA-Z][^<>]{0,500}+)?>");
  private static final Pattern URI = Pattern.compile("(?i)\\b[a-z][a-z0-9+.-]{1,20}://\\S*");
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)\\b(?:mailto|javascript|data|tel|slack|discord):\\S+");
  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("(?<![^\\s@])[^\\s@]++@[^\\s@.]++\\.\\S+");

  private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)\\bwww\\.\\S+");

  /** A host and a path behind it; "Node.js/React", "ASP.NET/C#" and "B.Tech/M.Tech" are none. */
  private static final Pattern BARE_ADDRESS =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}.-])(?!(?-i:\\p{Lu}\\.\\p{Lu}))(?!(?:asp|ado|vb)\\.net/)"
              + "(?:[\\p{L}\\p{N}-]{1,63}\\.){1,10}(?!(?:js|ts)[:/])\\p{L}[\\p{L}\\p{N}-]{1,62}"
              + "(?::\\d{1,5})?/\\S*");

  private static final Pattern MENTION = Pattern.compile("[@＠]+[\\p{L}\\p{N}_.:-]*");
  private static final Pattern SHORT_CODE =
      Pattern.compile("(?<![\\w:]):[a-z][a-z0-9_+-]{1,40}:(?![\\w:])");
  private static final Pattern MARKUP =
      Pattern.compile("\\*+|~~+|`+|__+|\\|\\|+|(?<!\\w)_|_(?!\\w)");

  /** What stands in front of a line of a list or a heading. */
  private static final Pattern LINE_MARK =
      Pattern.compile("^\\s*(?:-?#{1,6}\\s|>+\\s?|[-*+•]\\s)+");

  /** White space that is more than one space. */
  private static final Pattern SPACES = Pattern.compile(" \\s+|[^\\S ]\\s*");

  private static final Pattern SPACE_BEFORE_POINT = Pattern.compile(" (?=[.,;:!?])");

  private static final List<Live> LIVE =
      List.of(
          new Live(PROGRAM, "<"),
          new Live(TAG, "<"),
          new Live(URI, "://"),
          new Live(ADDRESS, ":"),
          new Live(MAIL_ADDRESS, "@"),
          new Live(WEB_ADDRESS, "w.", "W."),
          new Live(BARE_ADDRESS, "/"),
          new Live(MENTION, "@", "＠"),
          new Live(SHORT_CODE, ":"),
          new Live(LINE_MARK, "#", ">", "-", "*", "+", "•"),
          new Live(MARKUP, "*", "~", "`", "_", "|"));

  private PlainWording() {}

  /**
   * The text on one line, without anything of the kind; may be empty.
   *
   * @param text takes time by its length, which is limited by {@link #MAX_WRITTEN_CHARS}
   */
  static String of(String text) {
    String plain = withoutControls(text);
    plain = LINK_TEXT.matcher(plain).replaceAll(link -> Matcher.quoteReplacement(link.group(1)));
    String before = "";
    for (int pass = 0; !plain.equals(before); pass++) {
      if (pass == MAX_PASSES) {
        return "";
      }
      // What is left may make a new one: "<<@U1>@U2>".
      before = plain;
      for (Live live : LIVE) {
        plain = live.without(plain);
      }
    }
    plain = SPACES.matcher(plain).replaceAll(" ");
    return SPACE_BEFORE_POINT.matcher(plain).replaceAll("").strip();
  }

  private static String withoutControls(String text) {
    var plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                plain.append(' ');
            case Character.FORMAT,
                Character.SURROGATE,
                Character.PRIVATE_USE,
                Character.UNASSIGNED -> {}
            default -> {
              if (point != 0xfffd) {
                plain.appendCodePoint(point);
              }
            }
          }
        });
    return plain.toString();
  }
}
