package dev.rolewise.bot.render;

/** Keeps JSON harmless when somebody looks at it in a terminal. */
public final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /**
   * Escapes what JSON allows unescaped but a terminal would obey. Works on finished JSON: outside
   * of strings none of these characters can occur.
   */
  public static String escapeUnsafe(String json) {
    var escaped = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (isUnsafe(c) || isLoneSurrogate(json, i)) {
        escaped.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
          escaped.append(HEX.charAt((c >> shift) & 0xf));
        }
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private static boolean isUnsafe(char c) {
    return (c >= 0x7f && c <= 0x9f) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }

  private static boolean isLoneSurrogate(String json, int i) {
    char c = json.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == json.length() || !Character.isLowSurrogate(json.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(json.charAt(i - 1)));
  }
}
