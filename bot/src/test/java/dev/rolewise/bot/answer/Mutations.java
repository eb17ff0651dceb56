package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figure.Kind;
import dev.rolewise.knowledge.fact.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes one figure of a sentence so that it says something else. */
public final class Mutations {
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");
  private static final Pattern MULTIPLIER =
      Pattern.compile("(?<=\\d)k\\b|,000\\b| ?(?:thousand|million|billion)", 2);
  private static final Pattern SIGN = Pattern.compile("CA\\$|\\$|£|€|USD|GBP|EUR");
  private static final List<String> SMALL =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  /** What is changed. */
  public enum Way {
    DIGIT,
    TIMES_TEN,
    ONE_END,
    ENDS_SWAPPED,
    MULTIPLIER_DROPPED,
    UNIT,
    CURRENCY,
    OPENNESS,
    WORDS,
    NEIGHBOUR,
    SUBJECT
  }

  /**
   * A sentence that says something else than the one it came from.
   *
   * @param way what was changed
   */
  public record Mutated(Way way, String text) {}

  private Mutations() {}

  /** Every way to alter a figure of a text by itself. */
  public static List<Mutated> of(String text, Figure figure) {
    List<Mutated> all = new ArrayList<>();
    String wording = figure.wording();
    add(all, Way.DIGIT, text, figure, otherDigit(wording, 0));
    add(all, Way.TIMES_TEN, text, figure, timesTen(wording));
    List<int[]> ends = numbers(wording);
    if (ends.size() == 2) {
      add(all, Way.ONE_END, text, figure, otherDigit(wording, ends.get(1)[0]));
      add(all, Way.ENDS_SWAPPED, text, figure, swapped(wording, ends));
    }
    Matcher multiplier = MULTIPLIER.matcher(wording);
    if (multiplier.find()) {
      add(all, Way.MULTIPLIER_DROPPED, text, figure, multiplier.replaceAll(""));
    }
    unit(all, text, figure);
    Matcher sign = SIGN.matcher(wording);
    if (sign.find()) {
      String other = sign.group().equals("£") || sign.group().equals("GBP") ? "€" : "£";
      add(
          all,
          Way.CURRENCY,
          text,
          figure,
          sign.replaceAll(other + (other.length() > 1 ? " " : "")));
    }
    openness(all, text, figure);
    words(all, text, figure);
    return all;
  }

  /** The text with the figure written as another one. */
  static String replaced(String text, Figure figure, String wording) {
    return text.substring(0, figure.start()) + wording + text.substring(figure.end());
  }

  private static void add(List<Mutated> all, Way way, String text, Figure figure, String wording) {
    if (!wording.equals(figure.wording())) {
      all.add(new Mutated(way, replaced(text, figure, wording)));
    }
  }

  private static List<int[]> numbers(String wording) {
    List<int[]> found = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(wording);
    while (matcher.find()) {
      found.add(new int[] {matcher.start(), matcher.end()});
    }
    return found;
  }

  private static String otherDigit(String wording, int from) {
    for (int i = from; i < wording.length(); i++) {
      char c = wording.charAt(i);
      if (c >= '0' && c <= '9') {
        return wording.substring(0, i) + (char) (c == '9' ? '8' : c + 1) + wording.substring(i + 1);
      }
    }
    return wording;
  }

  private static String timesTen(String wording) {
    Matcher matcher = NUMBER.matcher(wording);
    return matcher.replaceAll(number ->
        number.group().contains(".") ? number.group().replace(".", "") : number.group() + "0");
  }

  private static String swapped(String wording, List<int[]> ends) {
    int[] one = ends.get(0);
    int[] two = ends.get(1);
    return wording.substring(0, one[0])
        + wording.substring(two[0], two[1])
        + wording.substring(one[1], two[0])
        + wording.substring(one[0], one[1])
        + wording.substring(two[1]);
  }

  private static void unit(List<Mutated> all, String text, Figure figure) {
    String wording = figure.wording();
    switch (figure.kind()) {
      case MONEY -> {
        if (figure.period().isPresent()) {
          String other = wording.contains("hour") ? " a month" : " an hour";
          String behind =
              wording.replaceFirst(
                  "(?: (?:an?|per)|/) ?(?:year|hour|month|hr|yr)$| annually$", other);
          add(all, Way.UNIT, text, figure, behind);
        } else {
          add(all, Way.UNIT, text, figure, wording + " an hour");
          add(all, Way.UNIT, text, figure, wording + " per month");
        }
        add(
            all,
            Way.UNIT,
            text,
            figure,
            wording.replaceAll("[$£€]| (?:an?|per) (?:year|hour|month)", "") + "%");
      }
      case PERCENT -> {
        String bare = wording.replaceAll("%| percentage points| percent", "");
        add(all, Way.UNIT, text, figure, bare + " years");
        add(all, Way.UNIT, text, figure, "$" + bare);
        add(all, Way.UNIT, text, figure, bare + " hours");
      }
      case YEARS -> {
        add(all, Way.UNIT, text, figure, wording.replaceFirst("years?", "months"));
        add(all, Way.UNIT, text, figure, wording.replaceFirst("[ -]years?", "%"));
      }
      case COUNT -> {
        add(all, Way.UNIT, text, figure, wording + "%");
        add(all, Way.UNIT, text, figure, "$" + wording);
        add(all, Way.UNIT, text, figure, wording + " months");
      }
      case PERCENTILE, CALENDAR_YEAR, NAME -> {}
    }
  }

  private static void openness(List<Mutated> all, String text, Figure figure) {
    if (figure.kind() == Kind.NAME || figure.kind() == Kind.CALENDAR_YEAR) {
      return;
    }
    String wording = figure.wording();
    String lower = wording.toLowerCase(Locale.ROOT);
    var value = figure.value();
    if (lower.startsWith("up to ")) {
      add(all, Way.OPENNESS, text, figure, "over " + wording.substring(6));
      if (!text.startsWith("reach ", Math.max(0, figure.start() - 6))) {
        add(all, Way.OPENNESS, text, figure, wording.substring(6));
      }
    } else if (lower.startsWith("over ")) {
      add(all, Way.OPENNESS, text, figure, "up to " + wording.substring(5));
      add(all, Way.OPENNESS, text, figure, wording.substring(5));
    } else if (value.approximate()) {
      add(
          all,
          Way.OPENNESS,
          text,
          figure,
          wording.replaceFirst("^(?i)(?:around|about|approximately|nearly|almost) ", ""));
    } else if (!value.more()) {
      add(all, Way.OPENNESS, text, figure, "over " + wording);
      if (value.isSingle()) {
        add(all, Way.OPENNESS, text, figure, "up to " + wording);
      }
    }
    if (wording.contains("+") && !lower.startsWith("at least")) {
      add(all, Way.OPENNESS, text, figure, wording.replace("+", ""));
    }
  }

  /** Another value in words. */
  private static void words(List<Mutated> all, String text, Figure figure) {
    double end = figure.value().low().orElse(figure.value().high().orElse(0));
    if (end != Math.rint(end) || end > 900_000 || figure.kind() == Kind.NAME) {
      return;
    }
    String other = inWords((long) end + (end >= 1000 ? 1000 : 1));
    String wording =
        switch (figure.kind()) {
          case MONEY -> other + " dollars";
          case PERCENT -> other + " percent";
          case YEARS -> other + " years";
          case CALENDAR_YEAR, COUNT, NAME, PERCENTILE -> other;
        };
    add(all, Way.WORDS, text, figure, wording);
  }

  /** A whole number below a million in English words. */
  static String inWords(long number) {
    if (number >= 1000) {
      String rest = number % 1000 == 0 ? "" : " " + inWords(number % 1000);
      return inWords(number / 1000) + " thousand" + rest;
    }
    if (number >= 100) {
      String rest = number % 100 == 0 ? "" : " and " + inWords(number % 100);
      return SMALL.get((int) number / 100) + " hundred" + rest;
    }
    if (number < 20) {
      return SMALL.get((int) number);
    }
    String tens = TENS.get((int) number / 10);
    return number % 10 == 0 ? tens : tens + "-" + SMALL.get((int) number % 10);
  }

  /** The figures of a text that can be altered. */
  public static List<Figure> figures(String text) {
    return Figures.in(text).stream()
        .filter(figure -> figure.wording().chars().anyMatch(Character::isDigit))
        .toList();
  }
}
