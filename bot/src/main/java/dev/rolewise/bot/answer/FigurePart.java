package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.fact.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text says of one of its figures: what stands around it, up to what is said of the next one
 * on either side.
 *
 * @param figure empty for what is set against all figures
 * @param front what stands in front of the figure, or all if there is none
 * @param behind what stands behind it
 */
record FigurePart(Optional<Figure> figure, String front, String behind) {
  private static final String AGAINST = "\\b(?:while|whereas|but|yet|although|though|even as)\\b";

  /** What sets one part of a text against another one. */
  private static final Pattern CONTRAST = Pattern.compile("(?i)" + AGAINST);

  /** A part at the beginning that is set against the rest. */
  private static final Pattern CONTRAST_FIRST =
      Pattern.compile("(?i)^(?:" + AGAINST + "|(?:unlike|compared (?:with|to))\\b)[^,]*,");

  /** Where what is said of a figure ends, as it is set against the next one. */
  private static final Pattern END =
      Pattern.compile("(?i)" + AGAINST + "|;|(?<!\\.\\p{L})\\.(?=\\s|$)");

  /** Where the next clause begins, whatever it lists. */
  private static final Pattern CLAUSE =
      Pattern.compile("(?i), (?:and|compared|versus|vs|rising|with|which|on top of)\\b");

  /** Where what is said of a figure may end, if nothing sets it against the next one. */
  private static final Pattern BREAK =
      Pattern.compile("(?i),|\\b(?:and|or|plus|versus|vs|than|to|compared|which)\\b");

  /** The parts of a text in their order; years of experience have parts of their own. */
  static List<FigurePart> of(Reading reading) {
    List<FigurePart> parts = new ArrayList<>();
    List<Figure> years = figures(reading, true);
    List<Figure> others = figures(reading, false);
    int clause = years.isEmpty() ? 0 : start(reading.text(), others, years);
    boolean isLast = clause > 0 && clause >= others.getLast().end();
    int end = isLast ? clause : reading.text().length();
    add(parts, reading, end, others, 0);
    add(parts, reading, reading.text().length(), years, clause);
    return parts;
  }

  /** Where the clause begins that tells of years, behind those of other figures. */
  private static int start(String text, List<Figure> others, List<Figure> years) {
    int first = years.getFirst().start();
    return others.stream()
        .filter(other -> other.end() <= first)
        .map(other -> CLAUSE.matcher(text).region(other.end(), first))
        .filter(Matcher::find)
        .mapToInt(Matcher::start)
        .max()
        .orElse(0);
  }

  private static List<Figure> figures(Reading reading, boolean ofYears) {
    return reading.figures().stream()
        .filter(figure ->
            switch (figure.kind()) {
              case MONEY, PERCENT, COUNT -> !ofYears;
              case YEARS -> ofYears;
              case CALENDAR_YEAR, PERCENTILE, NAME -> false;
            })
        .toList();
  }

  private static void add(
      List<FigurePart> parts, Reading reading, int to, List<Figure> figures, int from) {
    if (figures.isEmpty()) {
      return;
    }
    String text = reading.text().substring(0, to);
    int start = from;
    int first = figures.getFirst().start();
    Matcher contrast = CONTRAST_FIRST.matcher(text).region(from, first);
    contrast.usePattern(contrast.find() ? CONTRAST_FIRST : CONTRAST).reset().region(from, first);
    while (contrast.find()) {
      start = contrast.end();
    }
    if (start > from) {
      parts.add(new FigurePart(Optional.empty(), text.substring(from, start), ""));
    }
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      boolean isLast = i == figures.size() - 1;
      int aside = reading.asideBehind(figure.end());
      int end = isLast ? end(text, figure) : cut(text, figure, figures.get(i + 1));
      if (aside < end) {
        parts.add(new FigurePart(Optional.empty(), text.substring(aside, end), ""));
      }
      parts.add(
          new FigurePart(
              Optional.of(figure),
              text.substring(start, figure.start()),
              text.substring(figure.end(), Math.min(aside, end))));
      start = end;
    }
    if (start < text.length()) {
      parts.add(new FigurePart(Optional.empty(), text.substring(start), ""));
    }
  }

  private static int end(String text, Figure last) {
    Matcher contrast = CONTRAST.matcher(text).region(last.end(), text.length());
    return contrast.find() ? contrast.start() : text.length();
  }

  private static int cut(String text, Figure one, Figure next) {
    for (Pattern pattern : List.of(END, CLAUSE, BREAK)) {
      Matcher matcher = pattern.matcher(text).region(one.end(), next.start());
      int cut = -1;
      while (matcher.find() && (cut < 0 || pattern != CLAUSE)) {
        cut = matcher.start();
      }
      if (cut >= 0) {
        return cut;
      }
    }
    return next.start();
  }
}
