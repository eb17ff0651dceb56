package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Ranges written the wrong way round, such as "$200,000–$150,000". */
final class InvertedRanges implements Check {
  private static final Pattern DASH = Pattern.compile("\\s*[-\u2013\u2014\u2012\u2212]\\s*");

  /** "150,000–110,000", but not "132,400 123,800 -7", the columns of a table in one line. */
  private static final Pattern TWO_NUMBERS =
      Pattern.compile(
          "\\D*\\d[\\d.,]*\\s*[kK]?(?:" + DASH + "|\\s+to\\s+)\\d[\\d.,]*(?!\\s*\\d)\\D*");

  /** "From $62 billion in 2022 to over $500 billion", and "2024–34", a span of years. */
  private static final Pattern BEGINS_WITH_YEAR =
      Pattern.compile("^(?:19|20)\\d{2}(?:\\s|[-\u2013\u2014\u2012\u2212/]\\d{2}(?!\\d))");

  /** "Fell from $60,000 to $50,000" is a change, not a range. */
  private static final Pattern CHANGE =
      Pattern.compile(
          "\\b(?:f[ae]ll\\w*|drop\\w*|declin\\w*|decreas\\w*|reduc\\w*|shr[aiu]nk\\w*|cut\\w*|sl[iu]d\\w*"
              + "|slip\\w*|down|lower\\w*|chang\\w*|w[eo]nt|go(?:es|ne)?|mov\\w*|narrow\\w*|eas(?:ed?|es|ing)"
              + "|improv\\w*|shorten\\w*|halv\\w*|revis\\w*|correct\\w*|instead)\\b",
          Pattern.CASE_INSENSITIVE);

  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    List<Finding> findings = new ArrayList<>();
    for (RoleDocument document : read.documents()) {
      for (Statement statement : document.statements()) {
        for (String text : texts(statement)) {
          for (String range : inverted(text)) {
            findings.add(
                Finding.error(
                    Finding.Kind.INVERTED_RANGE,
                    Spot.of(document, statement),
                    "range '" + range + "' must begin with its lower end"));
          }
        }
      }
    }
    return findings;
  }

  private static List<String> texts(Statement statement) {
    return statement.cells().isEmpty()
        ? List.of(statement.text())
        : statement.cells().stream().map(Cell::text).toList();
  }

  private static List<String> inverted(String text) {
    List<String> inverted = new ArrayList<>();
    List<Figure> figures = Figures.in(text);
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      if (falls(text, figure)) {
        inverted.add(figure.wording());
      } else if (i + 1 < figures.size() && falls(text, figure, figures.get(i + 1))) {
        inverted.add(text.substring(figure.start(), figures.get(i + 1).end()));
      }
    }
    return inverted;
  }

  private static boolean falls(String text, Figure figure) {
    boolean measures =
        switch (figure.kind()) {
          case MONEY, PERCENT, YEARS -> true;
          // "Base salary: 150,000–110,000 a year" is pay without a sign
          case COUNT ->
              TWO_NUMBERS.matcher(figure.wording()).matches()
                  && PayTerms.isPay(text.toLowerCase(Locale.ROOT));
          case PERCENTILE, CALENDAR_YEAR, NAME -> false;
        };
    return measures
        && !BEGINS_WITH_YEAR.matcher(figure.wording()).find()
        && figure.value().low().isPresent()
        && figure.value().high().isPresent()
        && figure.value().low().getAsDouble() > figure.value().high().getAsDouble()
        && (DASH.matcher(figure.wording()).find() || !CHANGE.matcher(text).find());
  }

  /** "$200,000–150,000" is read as an amount and a number of something else. */
  private static boolean falls(String text, Figure first, Figure second) {
    return first.kind() == Figure.Kind.MONEY
        && second.kind() == Figure.Kind.COUNT
        && first.value().isSingle()
        && second.value().isSingle()
        && DASH.matcher(text.substring(first.end(), second.start())).matches()
        && second.value().middle() < first.value().middle()
        && second.value().middle() >= 1_000
        && second.value().middle() >= first.value().middle() / 10;
  }
}
