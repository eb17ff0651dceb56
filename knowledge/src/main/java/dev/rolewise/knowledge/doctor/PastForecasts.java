package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forecasts for years that have passed. */
final class PastForecasts implements Check {
  /** A year, or two with the century left out of the second. */
  private static final Pattern YEARS =
      Pattern.compile(
          "(?<![\\d.,$\u20ac\u00a3])(20\\d{2})(?:\\s?[-\u2013/]\\s?((?:20)?\\d{2})(?!\\d))?(?![\\d%])(?![.,]\\d)");

  private static final String FORECAST =
      "\\b(?:project(?:ed|s|ions?)|forecast(?:s|ed)?|expects?|(?:is|are) expected|expected"
          + " (?=to|by|until)|predict(?:ed|s|ions?)|anticipated?|outlook)\\b";

  /** "Expected to reach 97 million by 2025" */
  private static final Pattern FORECAST_FOR_YEAR =
      Pattern.compile(
          FORECAST
              + "[^.;]{0,120}?(?:\\b(?:by|until|till|through|in|to|and|for|of|over)\\s+(?:the\\s+(?:end|start|beginning|year)\\s+(?:of\\s+)?)?|[(,:-]\\s?)"
              + "20\\d{2}\\b",
          Pattern.CASE_INSENSITIVE);

  /** "From 2015 to 2020" */
  private static final String SPAN =
      "\\b(?:from|between)\\s+20\\d{2}\\s?(?:to|and|until|[-\u2013])\\s?20\\d{2}\\b";

  /** A few words of one clause. */
  private static final String CLAUSE =
      "(?: (?!(?:and|but|that|which|who)\\b)[\\p{L}\\d%-]+){0,6}? ";

  /** "By 2025, revenue is expected to double", "will double by 2025" */
  private static final Pattern BY_YEAR =
      Pattern.compile(
          "(?:\\b(?:by|until|through|in)\\s+(?:the\\s+(?:end|start|year)\\s+(?:of\\s+)?)?20\\d{2}\\b[^.;]{0,80}?|"
              + SPAN
              + ",?"
              + CLAUSE
              + ")(?:"
              + FORECAST
              + "|\\bwill\\b)|\\b(?:will|could|set to|likely to|estimated to|is to|are"
              + " to)\\b(?:[^.;]{0,100}?\\bby\\s+(?:the\\s+(?:end|start)\\s+of\\s+)?20\\d{2}|"
              + CLAUSE
              + SPAN
              + ")",
          Pattern.CASE_INSENSITIVE);

  /** "Around 500,000 new jobs by 2022" */
  private static final Pattern FIGURE_BY_YEAR =
      Pattern.compile(
          "\\d[^.;]{0,60}?\\bby\\s+(?:the\\s+end\\s+of\\s+)?20\\d{2}\\b", Pattern.CASE_INSENSITIVE);

  /** Verbs of what has happened. */
  private static final Pattern HAPPENED =
      Pattern.compile(
          "\\b(?:was|were|had|has|have|rose|fell|grew|went|came|stood|\\p{L}{3,}ed)\\b",
          Pattern.CASE_INSENSITIVE);

  private final int currentYear;

  PastForecasts(int currentYear) {
    this.currentYear = currentYear;
  }

  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    List<Finding> findings = new ArrayList<>();
    for (RoleDocument document : read.documents()) {
      Set<String> seen = new HashSet<>();
      for (Statement statement : document.statements()) {
        for (String text : texts(statement)) {
          OptionalInt year = past(text);
          // A heading or an introduction stands above many statements.
          if (year.isPresent() && seen.add(text)) {
            findings.add(
                Finding.warning(
                    Finding.Kind.PAST_FORECAST,
                    Spot.of(document, statement),
                    "forecast for "
                        + year.getAsInt()
                        + ", which has passed: "
                        + Wordings.quoted(text)));
          }
        }
      }
    }
    return findings;
  }

  private static List<String> texts(Statement statement) {
    List<String> texts = new ArrayList<>();
    if (statement.cells().isEmpty()) {
      texts.add(statement.text());
    } else if (statement.cells().size() == 2) {
      texts.add(statement.text());
    }
    statement.cells().stream().map(Cell::header).forEach(texts::add);
    texts.addAll(statement.lead());
    return texts;
  }

  /** The last year of a text that forecasts something, if it has passed. */
  private OptionalInt past(String text) {
    boolean isForecast =
        FORECAST_FOR_YEAR.matcher(text).find()
            || BY_YEAR.matcher(text).find()
            || (FIGURE_BY_YEAR.matcher(text).find() && !HAPPENED.matcher(text).find());
    if (!isForecast) {
      return OptionalInt.empty();
    }
    int latest = 0;
    Matcher years = YEARS.matcher(text);
    while (years.find()) {
      int year = Integer.parseInt(years.group(1));
      String end = years.group(2);
      if (end != null) {
        year =
            Math.max(
                year,
                Integer.parseInt(end.length() == 2 ? years.group(1).substring(0, 2) + end : end));
      }
      latest = Math.max(latest, year);
    }
    return latest > 0 && latest < currentYear ? OptionalInt.of(latest) : OptionalInt.empty();
  }
}
