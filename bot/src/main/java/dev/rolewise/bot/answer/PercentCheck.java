package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.fact.Figure;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the percentages of a sentence are said as they are stated: of a change, of a share or of
 * a difference, for the same time, and of the same side of a comparison.
 */
final class PercentCheck {
  /** What a percentage says. */
  private enum Relation {
    /** "Rose by 8%", "an 8% rise". */
    CHANGE,
    /** "Rose to 8%". */
    RESULT,
    /** "Is 8%", where nothing rises or falls. */
    LEVEL,
    /** "8% of". */
    SHARE,
    /** "8% above". */
    ABOVE,
    /** "8% below". */
    BELOW,
    /** Anything else. */
    OPEN;

    boolean follows(Relation stated) {
      return switch (stated) {
        case ABOVE, BELOW -> this == stated;
        case CHANGE -> this == stated || this == OPEN;
        case RESULT -> this == stated || this == LEVEL || this == OPEN;
        case SHARE -> this == stated || this == LEVEL || this == OPEN;
        case LEVEL, OPEN -> this != ABOVE && this != BELOW;
      };
    }
  }

  private static final Pattern BREAK =
      Pattern.compile("(?i)[;.!?](?=\\s|$)|,\\s|\\b(?:but|while|whereas|which)\\b");

  private static final Pattern SHARE = Pattern.compile("^ of \\p{L}");

  /** But neither "over the next years" nor "over 2023 to 2028". */
  private static final String OVER =
      "over\\b(?! (?:the"
          + " )?(?:next|last|past|coming|years?|decades?|period|time|two|three|four|five|six|seven|eight|nine|ten|twelve|an?|\\d))";

  private static final Pattern ABOVE =
      Pattern.compile("(?i)^ (?:\\p{L}+ )?(?:above\\b|" + OVER + "|(?:more|higher|greater)\\b)");

  private static final Pattern BELOW =
      Pattern.compile("(?i)^ (?:\\p{L}+ )?(?:below|under|less|fewer|lower)\\b");

  private static final Pattern EXCEEDS_BY =
      Pattern.compile("(?i)\\b(?:exceed|surpass|outpace|beat)(?:s|es|ed|ing)?\\b.* by $");

  private static final Pattern TRAILS_BY =
      Pattern.compile("(?i)\\b(?:trail|lag|undercut)(?:s|ged|led|ging|ing)?\\b.* by $");

  private static final Pattern CHANGED =
      Pattern.compile(
          "(?i)^ (?:\\p{L}+ )?(?:rise|increase|growth|gain|jump|surge|decline|decrease|drop|fall"
              + "|reduction|loss|cut)\\b");

  private static final Pattern CHANGES_BY = Pattern.compile("(?i)\\bby (?:an? )?$");
  private static final Pattern CHANGES_TO = Pattern.compile("(?i)(?<!\\bup )\\bto $");
  private static final Pattern FROM = Pattern.compile("(?i)\\bfrom (?:about |around |nearly )?$");

  /** Where something is told as it was. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?i)\\b(?:was|were|had|stood|took|used to|earlier|ago|before|previous(?:ly)?|once"
              + "|compared|(?:19|20)\\d\\d)\\b");

  private static final Pattern IS =
      Pattern.compile("(?i)\\b(?:is|are|was|were|be|been|at|stands|stood) (?:at )?$");

  /** "14%, down from 19%". */
  private static final Pattern FROM_BEFORE =
      Pattern.compile("(?i)^(?: in (?:19|20)\\d\\d)?,? (?:up|down) from\\b");

  /** "A raise of 28%". */
  private static final Pattern CHANGE_OF =
      Pattern.compile(
          "(?i)\\b(?:raise|rise|increase|growth|gain|jump|surge|decline|decrease|drop|fall"
              + "|reduction|loss|cut)s? of (?:an? )?$");

  private static final Pattern LAST_WORD = Pattern.compile("(\\p{L}+) $");

  /** What the other side of a comparison stands behind. */
  private static final Pattern OTHER_SIDE =
      Pattern.compile("(?i)\\b(?:than|above|below|under|" + OVER + ")\\b(?! to\\b)");

  private static final Pattern OTHER_SIDE_FIRST =
      Pattern.compile("(?i)\\bcompared (?:with|to) ([^,;]+),");

  /** What a rate of change is called. */
  private static final Pattern RATE =
      Pattern.compile(
          "(?i)\\b(?:CAGR|(?:growth )?rate)(?: \\([^)]*\\))? (?:of|at|is)(?: about| around)? $");

  private static final Pattern EACH =
      Pattern.compile(
          "(?i)^[^,;.()\\d]{0,40}?\\b(?:(?:an?|per|each|every) (year|quarter|month|week|day|hour)"
              + "|(annual|year|quarter|month|week|dai|hour)ly)\\b");

  private static final Pattern YEARLY =
      Pattern.compile(
          "(?i)\\b(?:an?|per|each|every) (?:year|annum)\\b|\\bannual|\\byearly|\\bCAGR\\b");

  /** A change that is told for each year of a longer time. */
  private static final Pattern COMPOUND =
      Pattern.compile(
          "(?i)\\bCAGR\\b|\\b(?:compound(?:ed)?|average) annual\\b|\\bannuali[sz]ed\\b");

  private static final Pattern OF_PAY =
      Pattern.compile(
          "(?i)\\b(?:earn\\w*|paid|pays?|paying|salar(?:y|ies)|wages?|ma[dk](?:es?|ing)|incomes?"
              + "|compensation)\\b");

  /** On which side of a time something is. */
  private static final Pattern TIME_SIDE =
      Pattern.compile(
          "(?i)\\b(within|after|before)(?: (?:the|their|his|her|its|your|a))?(?: first)? $");

  /** "The lowest-paid 10 percent" are people, not a change or a share of something. */
  private static final Pattern OF_EARNERS =
      Pattern.compile("(?i)\\b(?:lowest|bottom|highest|top|best)(?:[- ](?:paid|earning))? $");

  /** What is done, or what else. */
  private static final Pattern EITHER =
      Pattern.compile("(?i)^ of \\p{L}+ (\\p{L}+)\\b[^,;.]* or (?:are |is |have |has )?(\\p{L}+)");

  private PercentCheck() {}

  /** Whether each percentage that is stated is said as one of the statements has it. */
  static boolean holds(Reading sentence, List<Evidence> evidence) {
    for (Figure said : sentence.figures()) {
      boolean isChecked =
          switch (said.kind()) {
            case PERCENT -> !OF_EARNERS.matcher(sentence.text()).region(0, said.start()).find();
            case MONEY, COUNT, YEARS -> true;
            case CALENDAR_YEAR, PERCENTILE, NAME -> false;
          };
      if (isChecked) {
        List<Place> places =
            evidence.stream()
                .flatMap(one -> one.readings().stream())
                .flatMap(reading ->
                    reading.figures().stream()
                        .filter(figure -> FigureMatch.sharesEnd(said, figure))
                        .map(figure -> Place.of(reading, figure)))
                .toList();
        Place place = Place.of(sentence, said);
        boolean follows = places.isEmpty() || places.stream().anyMatch(place::follows);
        if ((!follows && said.kind() != Figure.Kind.YEARS)
            || !isOfTheSameTime(place, said, evidence)
            || !saysHowOften(said, sentence, places)
            || places.stream().anyMatch(place::isOfOtherSide)
            || (!places.isEmpty()
                && places.stream().allMatch(Place::isLeft)
                && (place.relation() == Relation.RESULT || !tellsOfBefore(said, sentence)))
            || (place.isLeft()
                && !places.isEmpty()
                && places.stream().allMatch(one -> one.relation() == Relation.RESULT))
            || (!places.isEmpty() && places.stream().noneMatch(place::saysEither))
            || (said.kind() == Figure.Kind.PERCENT
                && !places.isEmpty()
                && places.stream().allMatch(Place::isCompound)
                && !YEARLY.matcher(sentence.text()).find()
                && !place.isCompound())) {
          return false;
        }
      }
    }
    return true;
  }

  /** What something has come from is neither what it is nor by how much it differs. */
  private static boolean tellsOfBefore(Figure said, Reading sentence) {
    return isBehindFrom(said, sentence.text())
        || (!CHANGES_BY.matcher(sentence.text()).region(0, said.start()).find()
            && BEFORE.matcher(sentence.text()).find());
  }

  private static boolean isBehindFrom(Figure figure, String text) {
    return figure.wording().regionMatches(true, 0, "from ", 0, 5)
        || FROM.matcher(text).region(0, figure.start()).find();
  }

  /** "8% a month" is stated for a month. */
  private static boolean isOfTheSameTime(Place said, Figure figure, List<Evidence> all) {
    List<Evidence> telling = all.stream().filter(one -> one.says(figure)).toList();
    List<Evidence> evidence = telling.isEmpty() ? all : telling;
    Matcher each = EACH.matcher(said.behind());
    if (!each.find()) {
      return true;
    }
    Pattern stated = eachTime(each);
    return Stream.concat(
            evidence.stream().map(Evidence::quote),
            evidence.stream().flatMap(one -> one.readings().stream()).map(Reading::text))
        .anyMatch(text -> stated.matcher(text).find());
  }

  private static Pattern eachTime(Matcher each) {
    String time = each.group(1) == null ? each.group(2) : each.group(1);
    return time.equals("year") || time.equals("annual")
        ? YEARLY
        : Pattern.compile(
            "(?i)(?:\\b(?:an?|per|each|every) |/ ?)" + time + "\\b|\\b" + time + "ly\\b");
  }

  /** What is stated for each year or each month is not said without it. */
  private static boolean saysHowOften(Figure said, Reading sentence, List<Place> places) {
    return said.kind() == Figure.Kind.MONEY
        || said.kind() == Figure.Kind.YEARS
        || places.isEmpty()
        || places.stream()
            .anyMatch(place -> {
              Matcher each = EACH.matcher(place.behind());
              return !each.find() || eachTime(each).matcher(sentence.text()).find();
            });
  }

  /**
   * A percentage between what stands around it in its part of a text.
   *
   * @param before what stands in front of it
   * @param behind what stands behind it
   * @param isLeft whether something has changed from it
   */
  private record Place(Relation relation, String before, String behind, boolean isLeft) {
    static Place of(Reading reading, Figure figure) {
      String before = reading.text().substring(0, figure.start());
      String whole = reading.text().substring(figure.end());
      String behind = whole;
      Matcher end = BREAK.matcher(behind);
      if (end.find()) {
        behind = behind.substring(0, end.start());
      }
      int start = 0;
      Matcher breaks = BREAK.matcher(before);
      while (breaks.find()) {
        start = breaks.end();
      }
      boolean isLeft =
          isBehindFrom(figure, reading.text())
              && figure.value().isSingle()
              && WordingCheck.changes(before.substring(start) + behind);
      return new Place(relation(before.substring(start), behind, whole), before, behind, isLeft);
    }

    boolean follows(Place stated) {
      boolean compares = relation == Relation.ABOVE || relation == Relation.BELOW;
      return relation.follows(stated.relation)
          && !isTurned(stated)
          && (!compares || isOfPay() || !stated.isOfPay());
    }

    private boolean isOfPay() {
      return OF_PAY.matcher(before + behind).find();
    }

    /** Whether it is a rate, which is not what all of the time comes to. */
    boolean isCompound() {
      return COMPOUND.matcher(before).find() || COMPOUND.matcher(behind).find();
    }

    /** "After 90 days" is not said of what is stated to be within them. */
    boolean isOfOtherSide(Place stated) {
      Matcher said = TIME_SIDE.matcher(before);
      Matcher own = TIME_SIDE.matcher(stated.before);
      return said.find() && own.find() && !said.group(1).equalsIgnoreCase(own.group(1));
    }

    /** Of those who do one thing or another one, not the one alone is said. */
    boolean saysEither(Place stated) {
      Matcher either = EITHER.matcher(stated.behind);
      if (!either.find()) {
        return true;
      }
      String all = (before + behind).toLowerCase(Locale.ROOT);
      return isSaid(either.group(1), all) == isSaid(either.group(2), all);
    }

    private static boolean isSaid(String verb, String text) {
      String stem = WordingCheck.stem(verb);
      String start = stem.substring(0, Math.max(1, stem.length() - 1));
      return WordingCheck.words(text).stream().anyMatch(word -> word.startsWith(start));
    }

    /** Whether what a comparison is with is what the statement compares. */
    private boolean isTurned(Place stated) {
      Set<String> side = stems(otherSide());
      Set<String> other = stems(stated.otherSide());
      if (side.isEmpty() || other.isEmpty()) {
        return false;
      }
      Set<String> compared = stems(stated.before);
      compared.removeAll(other);
      side.removeAll(other);
      return !Collections.disjoint(side, compared);
    }

    private static Set<String> stems(String text) {
      return WordingCheck.words(text).stream()
          .filter(word -> !WordingCheck.isEmpty(word))
          .map(WordingCheck::stem)
          .collect(Collectors.toSet());
    }

    private String otherSide() {
      Matcher first = OTHER_SIDE_FIRST.matcher(before);
      Matcher start = OTHER_SIDE.matcher(behind);
      return first.find() ? first.group(1) : start.find() ? behind.substring(start.end()) : "";
    }

    private static Relation relation(String before, String behind, String whole) {
      if (SHARE.matcher(behind).find()) {
        return Relation.SHARE;
      }
      if (CHANGED.matcher(behind).find() || CHANGE_OF.matcher(before).find()) {
        return Relation.CHANGE;
      }
      if (ABOVE.matcher(behind).find() || EXCEEDS_BY.matcher(before).find()) {
        return Relation.ABOVE;
      }
      if (BELOW.matcher(behind).find() || TRAILS_BY.matcher(before).find()) {
        return Relation.BELOW;
      }
      boolean changes = WordingCheck.changes(before + behind);
      if (changes && RATE.matcher(before).find()) {
        return Relation.CHANGE;
      }
      if (FROM_BEFORE.matcher(whole).find()) {
        return Relation.RESULT;
      }
      if (changes && CHANGES_TO.matcher(before).find()) {
        return Relation.RESULT;
      }
      Matcher last = LAST_WORD.matcher(before);
      if ((changes && CHANGES_BY.matcher(before).find())
          || (last.find() && WordingCheck.changes(last.group(1)))) {
        return Relation.CHANGE;
      }
      return !changes && IS.matcher(before).find() ? Relation.LEVEL : Relation.OPEN;
    }
  }
}
