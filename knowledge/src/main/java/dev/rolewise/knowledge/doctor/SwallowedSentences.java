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

  /** A sentence with a plural and its verb, as of a role, that explains nothing in front of it. */
  private static final String TOLD =
      "\\p{Lu}\\p{Ll}+[^\\P{Ll}su]s (?:\\p{Ll}+ly )?"
          + "(?!(?:of|for|in|on|at|to|with|by|from|and|or|as|that|which|who|per|such|like"
          + "|including)\\b)\\p{Ll}{2,} "
          + "(?![^.!?]*\\b(?:it|its|this|these|those|them)\\b)[^.!?]*\\p{Ll}[.!?]";

  /** An item, and such a sentence behind it. */
  private static final Pattern TOLD_BEHIND =
      Pattern.compile("(?<=\\p{Ll}\\p{Ll}[.!?]) (?=" + TOLD + ")");

  private static final Pattern TELLS = Pattern.compile("^" + TOLD);

  private static final Pattern NEXT_SENTENCE = Pattern.compile("\\p{Ll}[.!?] \\p{Lu}");

  /** Fewer other items do not show how long items are. */
  private static final int MIN_OTHERS = 2;

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
        Matcher told = TOLD_BEHIND.matcher(text);
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
        } else if (told.find() && othersAreOne(statement, document)) {
          findings.add(
              finding(
                  document,
                  statement,
                  text.substring(0, told.start()),
                  text.substring(told.end())));
        } else if (i + 1 < statements.size()
            && standsInOneLine(document, statement, statements.get(i + 1))
            && (endsNoSentence(text)
                || SUMS_UP.matcher(statements.get(i + 1).text()).find()
                || (TELLS.matcher(statements.get(i + 1).text()).find()
                    && othersAreOne(statement, document))
                || (i + 2 < statements.size()
                    && standsInOneLine(document, statement, statements.get(i + 2))
                    && othersAreShort(statement, statements)))) {
          findings.add(finding(document, statement, text, statements.get(i + 1).text()));
        }
      }
    }
    return findings;
  }

  private static List<Statement> others(Statement item, List<Statement> statements) {
    return statements.stream()
        .filter(one -> one.kind() == StatementKind.BULLET && !one.equals(item))
        .filter(one -> one.path().equals(item.path()) && one.lead().equals(item.lead()))
        .toList();
  }

  /** Whether the list has several other items and few of them go on behind their first sentence. */
  private static boolean othersAreOne(Statement item, RoleDocument document) {
    List<Statement> others = others(item, document.statements());
    long going = others.stream().filter(one -> NEXT_SENTENCE.matcher(one.text()).find()).count();
    return others.size() >= MIN_OTHERS && going * 3 <= others.size();
  }

  /** Whether the list has other items and few of them end like a sentence. */
  private static boolean othersAreShort(Statement item, List<Statement> statements) {
    List<Statement> others = others(item, statements);
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
