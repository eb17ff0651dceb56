package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Orders;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figure.Kind;
import dev.rolewise.knowledge.fact.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures that sentences have in words, beside those that facts are taken from: shares such as "two
 * thirds", multiples such as "double", "two and a half years", ages, and ends that a "not" turns
 * round. A half of a year and the like are no shares and stay words.
 */
final class FigureWords {
  private static final Pattern AND_A_HALF =
      Pattern.compile("(?i) and (?:a|one)[ -]half\\b(?:[ -](?<years>years?|yrs?)\\b)?");

  private static final Pattern SHARE =
      Pattern.compile(
          "(?i)(?:(?<around>about|around|roughly|approximately|nearly|almost|close to)"
              + " |(?<least>over|more than|at least) |(?<most>up to|at most|no more than|less"
              + " than|fewer than|under|below) )?(?<![\\p{L}\\p{N}-])(?:(?<half>half)(?= (?:of"
              + " (?!(?:the )?(?:19|20)\\d\\d)|the |all |as"
              + " )|[.,;]|$)|(?<count>an?|one|two|three|four|five|six|seven|eight|nine|[2-9])[ -]"
              + "(?<part>third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?)\\b(?!"
              + " (?:year|month|week|day|party|parties|person|time|language|option|stage|step|place"
              + "|grade|level|one|exam|paper|attempt|shift|party's)\\b)");

  /** Which half of something it is makes it no share: "the first half", "the middle half". */
  private static final Pattern WHICH_HALF =
      Pattern.compile(
          "(?i)\\b(?:first|second|other|middle|top|bottom|upper|lower|better|last|and a|and one)"
              + " $");

  private static final Pattern MULTIPLE =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}-])(?:(?<two>doubl(?:e|es|ed|ing)|twice|two-?fold)"
              + "|(?<three>tripl(?:e|es|ed|ing)|trebl(?:e|es|ed|ing)|thrice|three-?fold)"
              + "|(?<four>quadrupl(?:e|es|ed|ing)|four-?fold)|(?<half>time and a half))\\b");

  private static final String UNTIL_NUMBER = "(?:at least |about |around )?$";

  /** What an age stands behind. */
  private static final Pattern AGE_IN_FRONT =
      Pattern.compile(
          "(?i)\\b(?:(?:(?<below>under|below)|(?<above>over|above)|(?<from>from)) (?:the )?age of "
              + "|aged? (?:of |(?:is|was) )?|minimum age\\b[^\\d.;]{0,60} )"
              + UNTIL_NUMBER);

  private static final Pattern AGE_BEHIND =
      Pattern.compile("(?i) (?:years (?:of age|old) )?(?:or|and) (?:older|over|above)\\b");

  /** "May not fly more than". */
  private static final Pattern NOT =
      Pattern.compile(
          "(?i)\\b(?:(?:may|must|can|should|do|does|did|shall|will|would)(?: not|n['’]t)|cannot)\\b"
              + "[^,.;:]*$");

  private static final Pattern MORE = Pattern.compile("(?i)(?:more than|over|above|exceed)\\b.*");

  private FigureWords() {}

  /** The figures of a text with those in words among them, in reading order. */
  static List<Figure> with(String text, List<Figure> figures) {
    List<Figure> all = new ArrayList<>();
    for (Figure figure : figures) {
      all.add(asWritten(text, figure));
    }
    addShares(text, all);
    addMultiples(text, all);
    addYears(text, all);
    all.sort(Orders.byInt(Figure::start));
    return List.copyOf(all);
  }

  private static Figure asWritten(String text, Figure figure) {
    if (figure.kind() == Kind.COUNT || figure.kind() == Kind.NAME) {
      Matcher half = AND_A_HALF.matcher(text).region(figure.end(), text.length());
      if (figure.value().isSingle() && half.lookingAt()) {
        double value = figure.value().low().orElse(0) + 0.5;
        return figure(
            half.group("years") == null ? Kind.COUNT : Kind.YEARS,
            single(value, figure.value().approximate()),
            text,
            figure.start(),
            half.end());
      }
    }
    if (figure.kind() == Kind.COUNT) {
      Optional<Figure> age = findAge(text, figure);
      if (age.isPresent()) {
        return age.get();
      }
    }
    return notMore(text, figure);
  }

  private static Optional<Figure> findAge(String text, Figure figure) {
    Matcher front = AGE_IN_FRONT.matcher(text).region(0, figure.start());
    Matcher behind = AGE_BEHIND.matcher(text).region(figure.end(), text.length());
    boolean isOpen = behind.lookingAt();
    boolean isInFront = front.find();
    if (!isOpen && !isInFront) {
      return Optional.empty();
    }
    Range value = figure.value();
    boolean isFrom = isOpen || (isInFront && is(front, "above"));
    if (value.isSingle() && isFrom) {
      value = new Range(value.low(), OptionalDouble.empty(), true, value.approximate());
    } else if (value.isSingle() && isInFront && is(front, "below")) {
      value = new Range(OptionalDouble.empty(), value.high(), false, value.approximate());
    }
    return Optional.of(
        figure(Kind.YEARS, value, text, figure.start(), isOpen ? behind.end() : figure.end()));
  }

  private static boolean is(Matcher matcher, String group) {
    return matcher.group(group) != null;
  }

  /** What is not more than something is at most that. */
  private static Figure notMore(String text, Figure figure) {
    Range value = figure.value();
    if (value.low().isEmpty()
        || value.high().isPresent()
        || !MORE.matcher(figure.wording()).matches()
        || !NOT.matcher(text).region(0, figure.start()).find()) {
      return figure;
    }
    return new Figure(
        figure.kind(),
        new Range(OptionalDouble.empty(), value.low(), false, value.approximate()),
        figure.currency(),
        figure.dollar(),
        figure.period(),
        figure.start(),
        figure.end(),
        "no " + figure.wording().toLowerCase(Locale.ROOT));
  }

  /** "From nine years to four". */
  private static void addYears(String text, List<Figure> figures) {
    for (int i = 1; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      Figure before = figures.get(i - 1);
      String between = text.substring(before.end(), Math.max(before.end(), figure.start()));
      if (before.kind() == Kind.YEARS
          && figure.kind() == Kind.COUNT
          && BARE.matcher(text).region(figure.end(), text.length()).lookingAt()
          && (figure.wording().startsWith("from ") || between.endsWith(" to "))
          && between.indexOf(';') < 0
          && !between.contains(". ")) {
        figures.set(i, figure(Kind.YEARS, figure.value(), text, figure.start(), figure.end()));
      }
    }
  }

  /** What stands behind a number that counts nothing of its own. */
  private static final Pattern BARE = Pattern.compile("(?i)[.,;)]|$| (?:at|in|for|on|among|by)\\b");

  private static void addShares(String text, List<Figure> figures) {
    Matcher share = SHARE.matcher(text);
    while (share.find()) {
      boolean isHalf = is(share, "half");
      int number = isHalf ? share.start("half") : share.start("count");
      if ((isHalf && WHICH_HALF.matcher(text).region(0, number).find())
          || (!isHalf && isBehindAmount(text, number, figures))
          || !makesRoom(figures, number, share.end())) {
        continue;
      }
      double value = isHalf ? 50 : 100.0 * count(share.group("count")) / whole(share.group("part"));
      boolean around = is(share, "around");
      OptionalDouble own = OptionalDouble.of(value);
      Range range =
          is(share, "least")
              ? new Range(own, OptionalDouble.empty(), true, false)
              : is(share, "most")
                  ? new Range(OptionalDouble.empty(), own, false, false)
                  : single(value, around);
      figures.add(figure(Kind.PERCENT, range, text, share.start(), share.end()));
    }
  }

  /** "$5,000 a quarter" is paid four times a year. */
  private static boolean isBehindAmount(String text, int index, List<Figure> figures) {
    return figures.stream()
        .anyMatch(one ->
            one.kind() == Kind.MONEY
                && one.end() <= index
                && text.substring(one.end(), index).isBlank());
  }

  /** Takes out the number of parts; false if something else stands there. */
  private static boolean makesRoom(List<Figure> figures, int start, int end) {
    List<Figure> inside =
        figures.stream().filter(one -> one.start() < end && one.end() > start).toList();
    boolean isNumber =
        inside.stream()
            .allMatch(
                one -> (one.kind() == Kind.COUNT || one.kind() == Kind.NAME) && one.end() <= end);
    if (isNumber) {
      figures.removeAll(inside);
    }
    return isNumber;
  }

  private static void addMultiples(String text, List<Figure> figures) {
    Matcher multiple = MULTIPLE.matcher(text);
    while (multiple.find()) {
      int start = multiple.start();
      if (figures.stream().noneMatch(one -> one.start() <= start && one.end() > start)) {
        double value =
            is(multiple, "half") ? 1.5 : is(multiple, "two") ? 2 : is(multiple, "three") ? 3 : 4;
        figures.add(figure(Kind.COUNT, single(value, false), text, start, multiple.end()));
      }
    }
  }

  /** Whether a figure says how many times something is as much. */
  static boolean isMultiple(Figure figure) {
    return MULTIPLE.matcher(figure.wording()).matches();
  }

  private static Range single(double value, boolean approximate) {
    return new Range(OptionalDouble.of(value), OptionalDouble.of(value), false, approximate);
  }

  private static Figure figure(Kind kind, Range value, String text, int start, int end) {
    return new Figure(
        kind,
        value,
        Optional.empty(),
        false,
        Optional.empty(),
        start,
        end,
        text.substring(start, end));
  }

  private static int count(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "two", "2" -> 2;
      case "three", "3" -> 3;
      case "four", "4" -> 4;
      case "five", "5" -> 5;
      case "six", "6" -> 6;
      case "seven", "7" -> 7;
      case "eight", "8" -> 8;
      case "nine", "9" -> 9;
      default -> 1;
    };
  }

  private static int whole(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "third" -> 3;
      case "quarter", "fourth" -> 4;
      case "fifth" -> 5;
      case "sixth" -> 6;
      case "seventh" -> 7;
      case "eighth" -> 8;
      case "ninth" -> 9;
      default -> 10;
    };
  }
}
