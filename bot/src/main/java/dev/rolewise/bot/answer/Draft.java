package dev.rolewise.bot.answer;

import dev.rolewise.bot.answer.Sentence.Form;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An answer while it is composed: sentences with the statements they rest on. Not thread-safe. */
final class Draft {
  /** Characters an answer has at most, citation marks counted in. */
  static final int MAX_CHARS = 1_500;

  private static final String PATH_SIGN = " › ";

  /** Characters left free for the line that says what was left out. */
  private static final int NOTE_CHARS = 90;

  /** Characters that everything else may have. */
  static final int ROOM = MAX_CHARS - NOTE_CHARS;

  /** A sentence and the statements it rests on. */
  record Line(Form form, String text, List<Statement> statements) {
    Line {
      statements = List.copyOf(statements);
    }

    /** Written out: what a record is given is put together when it is first called, in 5 ms. */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line line
          && form == line.form
          && text.equals(line.text)
          && statements.equals(line.statements);
    }

    @Override
    public int hashCode() {
      return text.hashCode();
    }

    int chars() {
      return text.length() + 1 + 5 * statements.size();
    }
  }

  private final KnowledgeBase knowledge;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Statement> cited = new HashSet<>();
  private int chars;
  private int limit = ROOM;
  private int leftOut;

  Draft(KnowledgeBase knowledge) {
    this.knowledge = knowledge;
  }

  void heading(String text) {
    if (fits(text.length() + 1)) {
      lines.add(new Line(Form.HEADING, text, List.of()));
    }
  }

  void text(String text, List<Statement> statements) {
    add(new Line(Form.TEXT, text, statements));
  }

  void item(String text, List<Statement> statements) {
    add(new Line(Form.ITEM, text, statements));
  }

  private void add(Line line) {
    if (!line.statements().isEmpty() && lines.contains(line)) {
      return;
    }
    if (fits(line.chars())) {
      lines.add(line);
      cited.addAll(line.statements());
    } else {
      leftOut++;
    }
  }

  private boolean fits(int more) {
    if (chars + more > limit) {
      return false;
    }
    chars += more;
    return true;
  }

  /** Leaves out what goes beyond so many more characters, until this is called again. */
  void limit(int more) {
    limit = Math.min(ROOM, chars + more);
  }

  boolean isEmpty() {
    return lines.stream().allMatch(line -> line.form() == Form.HEADING);
  }

  boolean cites(Statement statement) {
    return cited.contains(statement);
  }

  int chars() {
    return chars;
  }

  List<Line> lines() {
    return List.copyOf(lines);
  }

  /** Takes over the lines of another draft. */
  void append(Draft other) {
    for (Line line : other.lines) {
      if (line.form() == Form.HEADING) {
        heading(line.text());
      } else {
        add(line);
      }
    }
    leftOut += other.leftOut;
  }

  Answer.Answered answer(List<String> suggestions) {
    dropEmptyHeadings();
    var citations = new CitationList(knowledge);
    List<Sentence> sentences = new ArrayList<>();
    for (Line line : lines) {
      sentences.add(new Sentence(line.form(), line.text(), citations.cite(line.statements())));
    }
    if (leftOut > 0) {
      sentences.add(
          new Sentence(
              Form.TEXT,
              "More stands in the cited sections; ask for a part of it to see the rest.",
              List.of()));
    }
    return new Answer.Answered(sentences, citations.citations(), suggestions);
  }

  private static boolean isPath(String heading) {
    return heading.contains(PATH_SIGN);
  }

  /** Drops headings with nothing below them; the heading below carries on the path. */
  private void dropEmptyHeadings() {
    for (int i = lines.size() - 1; i >= 0; i--) {
      boolean last = i == lines.size() - 1;
      if (lines.get(i).form() == Form.HEADING
          && (last || lines.get(i + 1).form() == Form.HEADING)) {
        Line empty = lines.remove(i);
        if (!last && isPath(empty.text()) && !isPath(lines.get(i).text())) {
          String whole = empty.text() + PATH_SIGN + lines.get(i).text();
          lines.set(i, new Line(Form.HEADING, whole, lines.get(i).statements()));
        }
      }
    }
  }
}
