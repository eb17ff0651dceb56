package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.Mutations.Mutated;
import dev.rolewise.bot.answer.Mutations.Way;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.JobTitles;
import dev.rolewise.knowledge.fact.Places;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says a figure of something else than its statement does. */
public final class Falsehoods {
  /** What a figure is said to be of instead. */
  public enum Kind {
    DIGIT,
    SCALE,
    UNIT,
    OPENNESS,
    MEASURE,
    STATISTIC,
    JOB,
    BAND,
    PLACE,
    YEAR,
    DIRECTION,
    TIME,
    WORDS,
    NEED,
    HOW_OFTEN,
    WITH,
    SIDE,
    MEMBERS,
    END,
    SWAPPED
  }

  /** A sentence that is wrong about the statement it came from. */
  public record False(Kind kind, String text) {}

  private static final List<String> PLACES = List.of("Boston", "Austin", "London", "Toronto");
  private static final List<String> JOBS =
      List.of("Robotics Engineer", "Heart Surgeon", "Truck Driver");
  private static final Pattern MEASURE =
      Pattern.compile("(?i)\\b(base|basic|total|bonus(?:es)?|equity)\\b");
  private static final Pattern STATISTIC = Pattern.compile("(?i)\\b(average|mean|median)\\b");
  private static final Pattern BAND =
      Pattern.compile("(?i)\\b(entry|junior|mid|intermediate|senior)\\b");
  private static final Pattern YEAR = Pattern.compile("\\b(?:19|20)\\d\\d\\b");

  /** Words that turn a comparison or a change round, one for the other. */
  private static final List<List<String>> OPPOSITES =
      List.of(
          List.of("more", "less"),
          List.of("more than", "fewer than"),
          List.of("higher", "lower"),
          List.of("higher than", "less than"),
          List.of("higher", "less"),
          List.of("above", "below"),
          List.of("above", "less than"),
          List.of("over(?= [$\\d])", "under(?= [$\\d])"),
          List.of("rise", "fall"),
          List.of("rose", "fell"),
          List.of("grew", "declined"),
          List.of("growth", "decline"),
          List.of("growing", "shrinking"),
          List.of("grow", "shrink"),
          List.of("increase", "decrease"),
          List.of("raise", "cut"),
          List.of("up from", "down from"),
          List.of("at least", "at most"),
          List.of("up to(?= [$\\d])", "over(?= [$\\d])"),
          List.of("exceed", "stay below"));

  /** What a claim stands or falls with, and what may not be said instead. */
  private record Exchange(Kind kind, Pattern said, List<String> others) {
    Exchange(Kind kind, String said, String... others) {
      this(kind, Pattern.compile("(?i)\\b(?:" + said + ")\\b"), List.of(others));
    }
  }

  /** In front of the first of two ends, which are the same the other way round. */
  private static final Pattern BETWEEN = Pattern.compile("(?i)\\bbetween (?:\\p{L}+ )?$");

  private static final Pattern SPAN = Pattern.compile("(?:19|20)\\d\\d[–-]\\d\\d");

  private static final String NOUN = "(?! (?:and|or|but|a|an|the|to|in)\\b)(?= \\p{Ll}{3,})";

  private static final List<Exchange> EXCHANGES =
      List.of(
          new Exchange(
              Kind.NEED,
              "(?<!not |n't |or |never |rarely |seldom )"
                  + "(?:required|mandatory|compulsory|obligatory)(?! or\\b)",
              "preferred",
              "optional",
              "not required",
              "recommended",
              "never needed"),
          new Exchange(
              Kind.NEED,
              "must(?! not)",
              "may optionally",
              "do not have to",
              "need not",
              "must not"),
          new Exchange(Kind.NEED, "requires", "does not require", "prefers"),
          new Exchange(
              Kind.NEED,
              "(?<!not |n't |or )(?:preferred|optional|desirable|recommended)(?! (?:or|but)\\b)",
              "required",
              "mandatory",
              "never asked for"),
          new Exchange(
              Kind.NEED, "not (?:required|needed|necessary|mandatory)", "required", "mandatory"),
          new Exchange(Kind.HOW_OFTEN, "usually|often|frequently|commonly", "never", "rarely"),
          new Exchange(Kind.HOW_OFTEN, "rarely|seldom|never", "often", "always"),
          new Exchange(Kind.HOW_OFTEN, "some", "all", "no"),
          new Exchange(Kind.HOW_OFTEN, "most(?= \\p{Ll}{3,}s\\b)", "all", "few"),
          new Exchange(Kind.HOW_OFTEN, "all(?= \\p{Ll}{3,}s\\b)", "some", "no", "most"),
          new Exchange(Kind.HOW_OFTEN, "every two years", "every year", "every three years"),
          new Exchange(Kind.HOW_OFTEN, "every three years", "every year", "every two years"),
          new Exchange(Kind.HOW_OFTEN, "once an? (?:year|month|week)", "twice a day"),
          new Exchange(Kind.WITH, "with" + NOUN, "without"),
          new Exchange(Kind.WITH, "(?<!and )without", "with"),
          new Exchange(Kind.WITH, "including" + NOUN, "excluding", "without"),
          new Exchange(Kind.WITH, "plus" + NOUN, "including", "without", "but no"),
          new Exchange(Kind.SIDE, "before", "after"),
          new Exchange(Kind.SIDE, "(?<!look |looks |looking |sought )after", "before"),
          new Exchange(Kind.MEMBERS, "(?<!non-)union(?:i[sz]ed)?" + NOUN, "non-union"),
          new Exchange(Kind.MEMBERS, "non-union(?:i[sz]ed)?", "union"),
          new Exchange(Kind.MEMBERS, "members(?= of)", "non-members"),
          new Exchange(Kind.END, "minimum", "maximum"),
          new Exchange(Kind.END, "maximum", "minimum"),
          new Exchange(Kind.END, "lowest(?!-)", "highest"),
          new Exchange(Kind.END, "highest(?!-)", "lowest"),
          new Exchange(Kind.END, "or more", "or less"));

  private static final Pattern EACH =
      Pattern.compile("(?i)\\b((?:an?|per|each|every) )(year|month|week|day|hour)\\b");

  private Falsehoods() {}

  /** What can be said wrongly with the comparisons, the changes and the times of a sentence. */
  public static List<False> turned(String text) {
    List<False> all = new ArrayList<>();
    for (List<String> pair : OPPOSITES) {
      for (List<String> way : List.of(pair, pair.reversed())) {
        Matcher said = Pattern.compile("(?i)\\b(?:" + way.getFirst() + ")\\b").matcher(text);
        String other = way.getLast().replaceFirst("\\(.*", "");
        while (said.find()) {
          String turned = text.substring(0, said.start()) + other + text.substring(said.end());
          all.add(new False(Kind.DIRECTION, turned));
        }
      }
    }
    Matcher each = EACH.matcher(text);
    while (each.find()) {
      for (String time : List.of("month", "week", "decade")) {
        if (!each.group(2).equals(time)) {
          String start = text.substring(0, each.start(2));
          all.add(new False(Kind.TIME, start + time + text.substring(each.end(2))));
        }
      }
    }
    return all;
  }

  /** What can be said wrongly with what a sentence claims, whether it has a figure or not. */
  public static List<False> claims(String text) {
    List<False> all = new ArrayList<>();
    for (Exchange exchange : EXCHANGES) {
      Matcher said = exchange.said().matcher(text);
      while (said.find()) {
        for (String other : exchange.others()) {
          String wrong = text.substring(0, said.start()) + other + text.substring(said.end());
          all.add(new False(exchange.kind(), wrong));
        }
      }
    }
    List<Figure> figures = Mutations.figures(text);
    for (int i = 0; i < figures.size(); i++) {
      for (int j = i + 1; j < figures.size(); j++) {
        Figure one = figures.get(i);
        Figure other = figures.get(j);
        if (one.kind() == other.kind()
            && !one.value().equals(other.value())
            && one.period().equals(other.period())
            && !SPAN.matcher(one.wording()).matches()
            && !BETWEEN.matcher(text).region(0, one.start()).find()) {
          String first = Mutations.replaced(text, other, one.wording());
          all.add(new False(Kind.SWAPPED, Mutations.replaced(first, one, other.wording())));
        }
      }
    }
    return all;
  }

  /**
   * What can be said wrongly with a figure of a sentence.
   *
   * @param text says a figure of the statement rightly
   */
  public static List<False> of(String text, Figure figure, Statement statement) {
    List<False> all = new ArrayList<>();
    for (Mutated mutated : Mutations.of(text, figure)) {
      find(mutated.way()).ifPresent(kind -> all.add(new False(kind, mutated.text())));
    }
    if (figure.kind() == Figure.Kind.PERCENTILE) {
      Mutations.figures(text).stream()
          .filter(other ->
              other.kind() == Figure.Kind.PERCENTILE && !other.value().equals(figure.value()))
          .forEach(other ->
              all.add(
                  new False(Kind.STATISTIC, Mutations.replaced(text, figure, other.wording()))));
    }
    if (figure.kind() == Figure.Kind.CALENDAR_YEAR
        || figure.kind() == Figure.Kind.NAME
        || figure.kind() == Figure.Kind.PERCENTILE) {
      return all;
    }
    String around =
        (text
                + ' '
                + TextAnswers.quote(statement)
                + ' '
                + statement.path()
                + statement.lead()
                + statement.cells())
            .toLowerCase(Locale.ROOT);
    if (figure.kind() == Figure.Kind.MONEY) {
      amounts(all, text, figure);
      swap(all, Kind.MEASURE, text, MEASURE, around, List.of("total", "base", "bonus"), " pay: ");
      swap(all, Kind.STATISTIC, text, STATISTIC, around, List.of("median", "average"), ": ");
    }
    swap(all, Kind.BAND, text, BAND, around, List.of("entry", "junior", "senior"), " level: ");
    jobs(all, text, around);
    places(all, text, around);
    years(all, text, figure);
    return all;
  }

  private static Optional<Kind> find(Way way) {
    return switch (way) {
      case DIGIT, ONE_END, NEIGHBOUR -> Optional.of(Kind.DIGIT);
      case TIMES_TEN, MULTIPLIER_DROPPED -> Optional.of(Kind.SCALE);
      case UNIT, CURRENCY -> Optional.of(Kind.UNIT);
      case ENDS_SWAPPED, OPENNESS -> Optional.of(Kind.OPENNESS);
      case WORDS -> Optional.of(Kind.WORDS);
      case SUBJECT -> Optional.empty();
    };
  }

  /** Another word of the kind in place of the only one there is, or in front if there is none. */
  private static void swap(
      List<False> all,
      Kind kind,
      String text,
      Pattern words,
      String around,
      List<String> others,
      String behind) {
    Matcher said = words.matcher(text);
    for (String other : others) {
      if (around.contains(other) || isSynonym(other, around)) {
        continue;
      }
      said.reset();
      if (!said.find()) {
        String start = other.substring(0, 1).toUpperCase(Locale.ROOT) + other.substring(1);
        all.add(new False(kind, start + behind + text));
      } else {
        String swapped = said.replaceAll(other);
        all.add(new False(kind, swapped));
      }
    }
  }

  /** Another currency or scale in words, and an end of a range called the other one. */
  private static void amounts(List<False> all, String text, Figure figure) {
    var value = figure.value();
    String bare = figure.wording().replaceAll("[$£€]|\\bUSD\\b| (?:an?|per) .*", "").strip();
    for (String currency : List.of("yen", "rupees", "francs", "pesos", "kronor", "CHF", "euros")) {
      all.add(new False(Kind.UNIT, Mutations.replaced(text, figure, bare + " " + currency)));
    }
    for (String currency : List.of("CAD", "Canadian dollars", "AUD", "EUR", "euros")) {
      all.add(new False(Kind.UNIT, Mutations.replaced(text, figure, "$" + bare + " " + currency)));
    }
    for (String noun : List.of("applicants", "hours", "jobs", "companies")) {
      all.add(new False(Kind.UNIT, Mutations.replaced(text, figure, bare + " " + noun)));
    }
    for (String scale : List.of("grand", "million", "thousand", "lakh")) {
      if (!bare.matches("(?i).*(?:k|thousand|million|billion|grand)\\+?")) {
        all.add(new False(Kind.SCALE, Mutations.replaced(text, figure, "$" + bare + " " + scale)));
      }
    }
    if (value.low().isPresent()
        && value.high().isPresent()
        && value.low().getAsDouble() != value.high().getAsDouble()) {
      String low = "$" + Math.round(value.low().getAsDouble());
      String high = "$" + Math.round(value.high().getAsDouble());
      for (String wrong :
          List.of(
              high + " at the low end",
              low + " at the high end",
              "low end " + high,
              "top of the range: " + low,
              "up to " + low,
              "from " + high,
              high + " to " + low)) {
        all.add(new False(Kind.OPENNESS, Mutations.replaced(text, figure, wrong)));
      }
    }
    for (String words :
        List.of(
            "half a million dollars", "three quarters of a million dollars", "a million dollars")) {
      all.add(new False(Kind.WORDS, Mutations.replaced(text, figure, words)));
    }
  }

  private static boolean isSynonym(String word, String around) {
    return switch (word) {
      case "median" -> around.contains("50%") || around.contains("p50") || around.contains("50th");
      case "total" ->
          around.contains("includ") || around.contains("package") || around.contains("overall");
      case "base" -> around.contains("basic");
      case "entry", "junior" ->
          around.contains("graduate")
              || around.contains("starter")
              || around.contains("entry")
              || around.contains("junior");
      default -> false;
    };
  }

  private static void jobs(List<False> all, String text, String around) {
    List<JobTitles.Found> found = JobTitles.in(text);
    for (String job : JOBS) {
      if (around.contains(job.toLowerCase(Locale.ROOT))) {
        continue;
      }
      for (JobTitles.Found one : found) {
        all.add(
            new False(Kind.JOB, text.substring(0, one.start()) + job + text.substring(one.end())));
      }
      if (found.isEmpty()) {
        all.add(new False(Kind.JOB, job + ": " + text));
        all.add(new False(Kind.JOB, "A " + job + " gets this: " + text));
      }
    }
  }

  private static void places(List<False> all, String text, String around) {
    List<Places.Found> found = Places.in(text);
    for (String place : PLACES) {
      if (around.contains(place.toLowerCase(Locale.ROOT))
          || Places.in(around).stream()
              .anyMatch(one ->
                  Places.whole(place).filter(p -> Places.same(p, one.place())).isPresent())) {
        continue;
      }
      if (found.isEmpty()) {
        all.add(new False(Kind.PLACE, "In " + place + ": " + text));
      }
      for (Places.Found one : found) {
        all.add(
            new False(
                Kind.PLACE, text.substring(0, one.start()) + place + text.substring(one.end())));
      }
    }
  }

  private static void years(List<False> all, String text, Figure figure) {
    if (figure.kind() == Figure.Kind.YEARS) {
      return;
    }
    Matcher said = YEAR.matcher(text);
    if (!said.find()) {
      all.add(new False(Kind.YEAR, "In 1997: " + text));
      all.add(new False(Kind.YEAR, text.replaceFirst("[.]?$", " (as of 2031).")));
    } else if (said.start() < figure.start() || said.start() >= figure.end()) {
      all.add(new False(Kind.YEAR, said.replaceFirst("1997")));
    }
  }
}
