package dev.rolewise.knowledge.doctor;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Items of lists that run on into a sentence about something else, as in "timelines and budgets
 * This role requires ...".
 */
final class SwallowedSentences implements Check {
  /** Inside an item: a word that ends nothing, and one that begins a sentence. */
  private static final Pattern RUNS_ON =
      Pattern.compile(
          "(?<=[\\p{Ll}\\d)%+])"
              + " (?=(?:(?:This|These|Those|However,|Overall,|Additionally,|Ultimately,|In"
              + " (?:summary|conclusion|addition),?) \\p{Ll}"
              + "|(?:The|It|They|She|He|We|You|Their|Your|There|If|When|While|As|With)"
              + "(?: [\\p{Ll}\\d,'\u2019-]+){4}|By \\p{Ll}+ing"
              + " \\p{Ll}|\\p{Lu}\\p{Ll}+ing (?:these|this|those) \\p{Ll})[^.]*\\.(?:\\s|$))");

  /** A sentence of an item that sums up the list or the role instead of going on. */
  private static final Pattern SUMS_UP_INSIDE =
      Pattern.compile(
          "(?<=[.!?]) (?=(?:(?:This|These)"
              + " (?:role|position|job|combination|comprehensive|list|skill"
              + " sets?|figures|responsibilities|requirements|trends)|Overall,|In"
              + " (?:summary|conclusion),|By \\p{Ll}+ing (?:these|this|those))\\b)");

  /** Two sentences behind the first part of an item. */
  private static final Pattern SENTENCES =
      Pattern.compile(
          "(?<=\\p{Ll}\\p{Ll}[.!?]) (?=\\p{Lu}[^.!?]*\\p{Ll}[.!?] \\p{Lu}[^.!?]*\\p{Ll}[.!?]$)");

  /** "Flour By Hand" */
  private static final Pattern NAME = Pattern.compile("^By (?!\\p{Ll}+ing\\b)");

  private static final Pattern SUMS_UP =
      Pattern.compile(
          "^(?:These|Overall|By \\p{Ll}+ing|\\p{Lu}\\p{Ll}+ing (?:these|this|those)|This"
              + " (?:role|position|combination|comprehensive|unique|blend|list|set))\\b");

  @Override
  public List<Finding> examine(Documents read, KnowledgeBase knowledge) {
    List<Finding> findings = new ArrayList<>();
    for (RoleDocument document : read.documents()) {
      List<Statement> statements = document.statements();
      for (int i = 0; i < statements.size(); i++) {
        Statement statement = statements.get(i);
        if (statement.kind() != StatementKind.BULLET) {
          continue;
        }
        String text = statement.text();
        Matcher inside = RUNS_ON.matcher(text);
        Matcher summing = SUMS_UP_INSIDE.matcher(text);
        Matcher behind = SENTENCES.matcher(text);
        if (summing.find()) {
          findings.add(
              finding(
                  document,
                  statement,
                  text.substring(0, summing.start()),
                  text.substring(summing.end())));
        } else if (inside.find()) {
          findings.add(
              finding(
                  document,
                  statement,
                  text.substring(0, inside.start()),
                  text.substring(inside.end())));
        } else if (behind.find() && othersAreShort(statement, statements)) {
          findings.add(
              finding(
                  document,
                  statement,
                  text.substring(0, behind.start()),
                  text.substring(behind.end())));
        } else if (i + 1 < statements.size()
            && standsInOneLine(document, statement, statements.get(i + 1))
            && (endsNoSentence(text)
                || SUMS_UP.matcher(statements.get(i + 1).text()).find()
                || (i + 2 < statements.size()
                    && standsInOneLine(document, statement, statements.get(i + 2))
                    && othersAreShort(statement, statements)))) {
          findings.add(finding(document, statement, text, statements.get(i + 1).text()));
        }
      }
    }
    return findings;
  }

  /** Whether the list has other items and few of them end like a sentence. */
  private static boolean othersAreShort(Statement item, List<Statement> statements) {
    List<Statement> others =
        statements.stream()
            .filter(one -> one.kind() == StatementKind.BULLET && !one.equals(item))
            .filter(one -> one.path().equals(item.path()) && one.lead().equals(item.lead()))
            .toList();
    long sentences =
        others.stream()
            .map(Statement::text)
            .filter(text -> text.endsWith("."))
            .filter(text -> !RUNS_ON.matcher(text).find() && !SENTENCES.matcher(text).find())
            .count();
    return !others.isEmpty() && sentences * 3 <= others.size();
  }

  private static Finding finding(
      RoleDocument document, Statement item, String before, String sentence) {
    return Finding.warning(
        Finding.Kind.SWALLOWED_SENTENCE,
        Spot.of(document, item),
        "item "
            + Wordings.quotedEnd(before)
            + " runs on into a sentence: "
            + Wordings.quoted(sentence));
  }

  /**
   * Whether the reader has parted the two although they stand in one line. A line of a web page can
   * hold a whole list with the paragraph behind it.
   */
  private static boolean standsInOneLine(RoleDocument document, Statement item, Statement next) {
    String source = document.source().toLowerCase(Locale.ROOT);
    return next.kind() == StatementKind.SENTENCE
        && next.line() == item.line()
        && next.path().equals(item.path())
        && !NAME.matcher(next.text()).find()
        && !source.endsWith(".html")
        && !source.endsWith(".htm");
  }

  private static boolean endsNoSentence(String item) {
    return ".!?:;".indexOf(item.charAt(item.length() - 1)) < 0;
  }
}
