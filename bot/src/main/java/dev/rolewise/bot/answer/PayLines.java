package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobTitles;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that say facts about pay, each in the plainest words that hold. Safe to use from many
 * threads.
 */
final class PayLines {
  private final GroundingCheck check;

  PayLines(GroundingCheck check) {
    this.check = check;
  }

  /**
   * The line of a fact: in own words, or if these do not hold, in those of its cell or statement. A
   * sentence that names other jobs is not quoted for them.
   *
   * @param heading what the line stands under
   */
  String line(Fact.Pay fact, String jobTitle, String heading) {
    String own = PayWords.line(fact, jobTitle);
    for (String line : List.of(own, cell(fact))) {
      boolean held =
          !line.isEmpty()
              && !check
                  .kept(heading, List.of(new Claim(line, List.of(fact.statement()))))
                  .isEmpty();
      if (held) {
        return line;
      }
    }
    boolean ofOthers =
        fact.statement().cells().isEmpty() && !JobTitles.in(fact.statement().text()).isEmpty();
    return ofOthers ? own : TextAnswers.quote(fact.statement());
  }

  /** The cell of the amount with the labels in front of it, word for word. */
  private static String cell(Fact.Pay fact) {
    Statement statement = fact.statement();
    List<String> parts = new ArrayList<>();
    for (Cell cell : statement.cells()) {
      if (cell.text().contains(fact.wording())) {
        String header = cell.header().strip();
        parts.add(header.isEmpty() ? cell.text() : header + ": " + cell.text());
        return String.join(", ", parts);
      }
      boolean isLabel =
          cell.text().chars().anyMatch(Character::isLetter)
              && cell.text().chars().noneMatch(Character::isDigit);
      if (parts.isEmpty() || isLabel) {
        parts.add(cell.text());
      }
    }
    return "";
  }
}
