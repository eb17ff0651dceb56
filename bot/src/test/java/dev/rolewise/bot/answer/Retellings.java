package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what a statement says in the ways that people and models do. */
final class Retellings {
  private Retellings() {}

  /**
   * The statement in other words, with its figures as it has them or written otherwise.
   *
   * @param isOfRole whether it is about the role that its document is about
   */
  static List<String> of(
      Statement statement, String title, Optional<Integer> year, boolean isOfRole) {
    String quote = TextAnswers.quote(statement);
    String plain = quote.replaceAll("[.]$", "");
    List<String> all = new ArrayList<>();
    all.add(quote);
    all.add("According to the documents, " + lowered(plain) + ".");
    all.add("The role documents state the following: " + quote);
    if (isOfRole) {
      all.add("For the role of " + title + ": " + quote);
    }
    if (!quote.matches(".*\\b(?:19|20)\\d\\d\\b.*")) {
      year.ifPresent(y -> all.add("As of " + y + ": " + quote));
    }
    all.add(plain + ", the documents say.");
    for (Figure figure : Figures.in(quote)) {
      written(figure).forEach(other -> all.add(Mutations.replaced(quote, figure, other)));
    }
    return all.stream().distinct().toList();
  }

  private static String lowered(String text) {
    boolean isWord = text.matches("\\p{Lu}\\p{Ll}+ [\\p{Ll}\\d].*");
    return isWord ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1) : text;
  }

  /** Other ways to write a figure with closed ends. */
  private static List<String> written(Figure figure) {
    Range value = figure.value();
    List<String> all = new ArrayList<>();
    if (value.low().isEmpty()
        || value.high().isEmpty()
        || value.more()
        || value.approximate()
        || !isWhole(value.low().getAsDouble())
        || !isWhole(value.high().getAsDouble())
        || figure.wording().chars().noneMatch(Character::isDigit)) {
      return all;
    }
    long low = (long) value.low().getAsDouble();
    long high = (long) value.high().getAsDouble();
    switch (figure.kind()) {
      case MONEY -> money(all, figure, low, high);
      case PERCENT -> {
        if (!figure.wording().contains("point")) {
          all.add(low == high ? low + " percent" : low + " to " + high + " percent");
          all.add(
              low == high
                  ? Mutations.inWords(low) + " percent"
                  : Mutations.inWords(low) + " to " + Mutations.inWords(high) + " percent");
        }
      }
      case YEARS -> {
        if (low > 1) {
          String unit = figure.wording().contains("-year") ? "-year" : " years";
          all.add(
              low == high
                  ? Mutations.inWords(low) + unit
                  : Mutations.inWords(low) + " to " + Mutations.inWords(high) + unit);
        }
      }
      case COUNT -> {
        if (low == high && low > 1 && low < 1_000_000 && figure.wording().matches("[\\d,]+")) {
          all.add(Mutations.inWords(low));
        }
      }
      case CALENDAR_YEAR, PERCENTILE, NAME -> {}
    }
    return all;
  }

  private static void money(List<String> all, Figure figure, long low, long high) {
    if (!figure.wording().startsWith("$") || (figure.period().isPresent() && low < 1000)) {
      return;
    }
    String behind =
        figure.period().map(period -> " per " + period.name().toLowerCase(Locale.ROOT)).orElse("");
    if (low == high) {
      all.add("$" + grouped(low) + behind);
      all.add("USD " + grouped(low) + behind);
      all.add(grouped(low) + " dollars" + behind);
      if (low < 1_000_000) {
        all.add(Mutations.inWords(low) + " dollars" + behind);
      }
      if (low % 1000 == 0 && low < 1_000_000) {
        all.add("$" + low / 1000 + "k" + behind);
        all.add(grouped(low).replace(',', '.') + " USD" + behind);
      }
      return;
    }
    all.add("$" + grouped(low) + " to $" + grouped(high) + behind);
    all.add("between $" + grouped(low) + " and $" + grouped(high) + behind);
    all.add("from $" + grouped(low) + " to $" + grouped(high) + behind);
    all.add(
        "$" + grouped(low) + " at the low end and $" + grouped(high) + " at the high end" + behind);
    all.add(grouped(low) + "–" + grouped(high) + " dollars" + behind);
    if (low % 1000 == 0 && high % 1000 == 0 && high < 1_000_000) {
      all.add("$" + low / 1000 + "k–$" + high / 1000 + "k" + behind);
      all.add("$" + low / 1000 + "–" + high / 1000 + "k" + behind);
      all.add(Mutations.inWords(low) + " to " + Mutations.inWords(high) + " dollars" + behind);
    }
  }

  private static boolean isWhole(double value) {
    return value == Math.rint(value) && value < 1e12;
  }

  private static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
