package dev.rolewise.bot.evaluation;

import dev.rolewise.bot.evaluation.Token.Figure;
import dev.rolewise.bot.evaluation.Token.Word;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes texts apart so that "$180k", "180,000" and "USD 180 000" compare as equal. */
final class Tokens {
  private static final Pattern GROUP_SPACE =
      Pattern.compile("(?<=\\d)[\\u00a0\\u202f\\u2009](?=\\d{3}(?!\\d))");

  private static final String DIGITS =
      "(?<![\\p{L}\\d_.,])(?<number>(?:\\d{1,3}(?:[,'’]\\d{3})+|\\d+)(?:\\.\\d+)?)(?!\\d)";
  private static final String SCALE =
      "(?:(?<glued>[kKmMbB]|[mM][nN]|[bB][nN]|[tT][nN])(?![\\p{L}\\d])"
          + "|[ -]?(?<scale>(?i:thousand|million|billion|trillion|mn|bn))(?!\\p{L}))?";
  private static final String PERCENT =
      "(?<percent>\\s?%|[ -]?(?i:percent|per cent|pct\\.?)(?!\\p{L}))?";
  private static final String WORD =
      "(?<word>[\\p{L}_][\\p{L}\\p{M}\\d_]*(?:\\.\\p{L}+)*(?:['’]\\p{L}+)?(?:\\+\\+|#)?"
          + "|\\d+\\p{L}[\\p{L}\\d]*)";
  private static final String CONNECTOR = "(?<connector>[–—‒−~-])";

  private static final Pattern TOKEN =
      Pattern.compile(DIGITS + SCALE + PERCENT + "|" + WORD + "|" + CONNECTOR);

  private static final Map<String, Double> SCALES =
      Map.ofEntries(
          Map.entry("k", 1e3),
          Map.entry("thousand", 1e3),
          Map.entry("m", 1e6),
          Map.entry("mn", 1e6),
          Map.entry("million", 1e6),
          Map.entry("b", 1e9),
          Map.entry("bn", 1e9),
          Map.entry("billion", 1e9),
          Map.entry("tn", 1e12),
          Map.entry("trillion", 1e12));

  private Tokens() {}

  /**
   * The words and figures of a text in reading order; range dashes and punctuation are left out.
   */
  static List<Token> of(String text) {
    List<Read> reads = read(text);
    var tokens = new ArrayList<Token>();
    for (int i = 0; i < reads.size(); i++) {
      switch (reads.get(i)) {
        case Amount number -> tokens.add(number.inRangeTo(endOfRange(reads, i)));
        case Plain(String word) -> {
          if (!isInsideRange(reads, i)) {
            tokens.add(new Word(Stem.of(word)));
          }
        }
        case Connector _ -> {}
      }
    }
    return tokens;
  }

  /** The figures of a text in reading order. */
  static List<Figure> figuresOf(String text) {
    return of(text).stream().filter(Figure.class::isInstance).map(Figure.class::cast).toList();
  }

  private sealed interface Read {}

  private record Plain(String word) implements Read {}

  private record Connector() implements Read {}

  private record Amount(double value, double scale, boolean isPercent, boolean isGrouped)
      implements Read {
    /** The figure, with scale and percent sign of the figure that ends its range. */
    Figure inRangeTo(@Nullable Amount end) {
      var values = new ArrayList<Double>(List.of(value * scale));
      if (end != null && scale == 1 && end.scale > 1 && !isGrouped) {
        values.add(value * end.scale);
      }
      return new Figure(values, isPercent || (end != null && end.isPercent && scale == 1));
    }
  }

  private static List<Read> read(String text) {
    String folded =
        Normalizer.normalize(GROUP_SPACE.matcher(text).replaceAll(","), Normalizer.Form.NFKC);
    var reads = new ArrayList<Read>();
    Matcher matcher = TOKEN.matcher(folded);
    while (matcher.find()) {
      if (matcher.group("number") != null) {
        reads.add(number(matcher));
      } else if (matcher.group("word") != null) {
        reads.add(new Plain(matcher.group("word").toLowerCase(Locale.ROOT)));
      } else {
        reads.add(new Connector());
      }
    }
    return reads;
  }

  private static Amount number(Matcher matcher) {
    String digits = matcher.group("number");
    String plain = digits.replaceAll("[^\\d.]", "");
    String scale = matcher.group("glued") != null ? matcher.group("glued") : matcher.group("scale");
    return new Amount(
        Double.parseDouble(plain),
        scale == null ? 1 : SCALES.getOrDefault(scale.toLowerCase(Locale.ROOT), 1.0),
        matcher.group("percent") != null,
        plain.length() != digits.length());
  }

  private static @Nullable Amount endOfRange(List<Read> reads, int start) {
    return start + 2 < reads.size()
            && connects(reads, start + 1)
            && reads.get(start + 2) instanceof Amount end
        ? end
        : null;
  }

  private static boolean isInsideRange(List<Read> reads, int i) {
    return i > 0
        && i + 1 < reads.size()
        && reads.get(i - 1) instanceof Amount
        && reads.get(i + 1) instanceof Amount
        && connects(reads, i);
  }

  private static boolean connects(List<Read> reads, int i) {
    return switch (reads.get(i)) {
      case Connector _ -> true;
      case Plain(String word) ->
          word.equals("to")
              || (word.equals("and")
                  && i >= 2
                  && reads.get(i - 2) instanceof Plain(String before)
                  && before.equals("between"));
      case Amount _ -> false;
    };
  }
}
