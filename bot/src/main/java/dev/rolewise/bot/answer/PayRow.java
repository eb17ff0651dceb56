package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Measure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A figure of pay as the row of a table.
 *
 * @param job whom it is paid
 * @param limits band, place and detail it is limited to, joined with a comma, may be empty
 * @param what which figure it is, such as "median base salary"
 * @param amount the amount as the document writes it
 * @param market country or region it is of, empty if the document does not say
 * @param year year it is of, if the document says so
 * @param usualYear year that the figures of its document are of, if it has one
 * @param fact the fact it shows
 */
public record PayRow(
    String job,
    String limits,
    String what,
    String amount,
    String market,
    OptionalInt year,
    OptionalInt usualYear,
    Fact.Pay fact) {
  public PayRow {
    requireNonNull(job, "job");
    requireNonNull(limits, "limits");
    requireNonNull(what, "what");
    requireNonNull(amount, "amount");
    requireNonNull(market, "market");
    requireNonNull(year, "year");
    requireNonNull(usualYear, "usualYear");
    requireNonNull(fact, "fact");
  }

  /**
   * Whose pay it is where that is not the role of the document, and what the figure is, with its
   * year where that is not the one of its document.
   */
  public String label() {
    String dated = what + ofYear();
    return PayWords.sentenceCase(whose() + (limits.isEmpty() ? dated : joined(limits, dated)));
  }

  /** The label with what narrows it last, for where only its beginning may have room. */
  public String briefLabel() {
    String dated = what + ofYear();
    return PayWords.sentenceCase(whose() + (limits.isEmpty() ? dated : joined(dated, limits)));
  }

  /** " (2021)", or nothing where it is the year of the document or is said. */
  private String ofYear() {
    String own = year.isPresent() ? String.valueOf(year.getAsInt()) : "";
    boolean isSaid = (limits + what).contains(own);
    return isOfAnotherYear() && !isSaid ? " (" + own + ")" : "";
  }

  /** Whether it is of a year that is not the one of its document. */
  public boolean isOfAnotherYear() {
    return year.isPresent() && !year.equals(usualYear);
  }

  private String whose() {
    return fact.subject().isDocumentRole() && PayKinds.rank(fact).isEmpty() ? "" : job + ", ";
  }

  /** "Starter salary" is pay, and "base wage plus" is of the base, without saying so once more. */
  private String joined(String first, String second) {
    boolean isSaid =
        ((what.equals("pay") || isStart()) && SAYS_PAY.matcher(limits).find())
            || (what.equals("base salary") && SAYS_BASE.matcher(limits).find());
    return isSaid ? limits + ofYear() : first + ", " + second;
  }

  /** "Starting salary" says which end of the pay it is. */
  private boolean isStart() {
    return what.equals("pay (low)") && fact.subject().band().isPresent();
  }

  private static final Pattern SAYS_BASE =
      Pattern.compile("(?i)\\bbas(?:e|ic) (?:pay|salary|wage)s?\\b");

  /** Words for pay, but not for a step of it. */
  private static final Pattern SAYS_PAY =
      Pattern.compile(
          "(?i)\\b(?:pay|salary|wage)s?\\b(?! (?:points?|bands?|grades?|scales?|steps?)\\b)");

  /** The row as one line; an extra is told in the words of its sentence. */
  public String line() {
    if (PayWords.isToldInOwnWords(fact)) {
      return fact.statement().text();
    }
    return isQuote() ? what : label() + ": " + amount;
  }

  private boolean isQuote() {
    return what.contains(fact.wording());
  }

  /** Whether it is paid beside the pay of the job, or for something else. */
  public boolean isExtra() {
    return !PayKinds.isMain(fact);
  }

  /** Whether it is paid for a piece of work and for no span of time. */
  public boolean isByPiece() {
    return PayKinds.isByPiece(fact);
  }

  /** The market and the year it is of, as far as they are known: "US, 2024". */
  public String origin() {
    String of = year.isPresent() ? String.valueOf(year.getAsInt()) : "";
    return market.isEmpty() || of.isEmpty() ? market + of : market + ", " + of;
  }

  /** The row with the name of its column behind what it is. */
  PayRow called(String column) {
    return saying(job, limits, what + " (" + column + ")", amount);
  }

  /**
   * The row in the words of its own line and column of a table, with currency and period where its
   * cell leaves them out; last the bare cell. A row of a sentence in the words before the colon in
   * front of its amount, else without the part of pay it is of. Empty if there is neither.
   */
  List<PayRow> asWritten() {
    if (fact.statement().cells().isEmpty()) {
      String clause = PayKinds.clause(fact);
      String before = clause.substring(0, Math.max(0, clause.indexOf(fact.wording()))).strip();
      return before.length() > 1 && before.endsWith(":")
          ? List.of(saying(job, "", before.substring(0, before.length() - 1), amount))
          : List.of(
              saying(job, limits, what.replace(PaySelector.name(Measure.BASE), "pay"), amount));
    }
    Optional<Cell> cell = PayKinds.cell(fact).filter(own -> !own.header().isBlank());
    return cell.isEmpty()
        ? List.of()
        : Stream.of(amount, PayWords.marked(fact), cell.get().text())
            .distinct()
            .map(written -> asWritten(cell.get(), written))
            .toList();
  }

  /** The row in the whole words of its clause and of no job, for where nothing else holds. */
  PayRow quoted() {
    return saying("", "", PayKinds.clause(fact), amount);
  }

  /** The same figure in other words. */
  private PayRow saying(String job, String limits, String what, String amount) {
    return new PayRow(job, limits, what, amount, market, year, usualYear, fact);
  }

  private PayRow asWritten(Cell cell, String written) {
    Cell first = fact.statement().cells().getFirst();
    String line = first.equals(cell) ? "" : first.text().strip();
    String of = line.equalsIgnoreCase(job) ? "" : line;
    return saying(job, of, cell.header().strip(), written);
  }

  /** The row as a sentence, for checking it. */
  Claim claim() {
    String about = limits.isEmpty() ? what : limits + ", " + what;
    String of = year.isPresent() ? " (" + year.getAsInt() + ")" : "";
    return new Claim(isQuote() ? what : about + ": " + amount + of, List.of(fact.statement()));
  }
}
