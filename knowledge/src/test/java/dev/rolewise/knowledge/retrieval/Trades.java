package dev.rolewise.knowledge.retrieval;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Two small role documents. */
final class Trades {
  static final String APPRENTICESHIP = "Complete an apprenticeship of three years";
  static final String OVERTIME = "Overtime is paid at 150 percent";
  static final String MEDIAN = "Median wage: $52,400 a year";
  static final String NURSE_MEDIAN = "Median salary: $93,600 a year";

  private Trades() {}

  static List<RoleDocument> documents() {
    return List.of(welder(), nurse());
  }

  private static RoleDocument welder() {
    var writing = new Writing("welder");
    Section duties =
        writing.section(List.of("Responsibilities"), "Join metal parts", "Read weld symbols");
    Section skills =
        writing.section(
            List.of("Requirements", "Technical skills"), "Knows MIG and TIG", "Reads blueprints");
    Section requirements =
        writing.section(List.of("Requirements"), List.of(skills), APPRENTICESHIP);
    Section wages = writing.section(List.of("Wages"), MEDIAN, OVERTIME);
    Section regions = writing.table(List.of("Wages by province"), "Alberta", "C$36.50");
    return document(
        "welder",
        "Welder",
        List.of("welding operator"),
        List.of(duties, requirements, wages, regions));
  }

  private static RoleDocument nurse() {
    var writing = new Writing("registered-nurse");
    Section duties =
        writing.section(
            List.of("Responsibilities"),
            "Record symptoms and give medicines",
            "The nurse manager plans the shifts",
            "Machine learning helps to plan shifts");
    Section requirements =
        writing.section(List.of("Requirements"), "A degree in nursing", "Pass the license exam");
    Section pay = writing.section(List.of("Salary"), NURSE_MEDIAN, "Night shifts pay more");
    return document(
        "registered-nurse", "Registered Nurse", List.of("RN"), List.of(duties, requirements, pay));
  }

  private static RoleDocument document(
      String id, String title, List<String> aliases, List<Section> sections) {
    return new RoleDocument(
        id,
        title,
        aliases,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        id + ".md",
        sections);
  }

  /** Counts lines and statements; their order does not matter to a search. */
  private static final class Writing {
    private final String document;
    private int line = 1;
    private int ordinal;

    Writing(String document) {
      this.document = document;
    }

    Section section(List<String> path, String... texts) {
      return section(path, List.of(), texts);
    }

    Section section(List<String> path, List<Section> nested, String... texts) {
      int heading = line++;
      var statements = new ArrayList<Statement>();
      for (String text : texts) {
        statements.add(statement(path, StatementKind.BULLET, text, List.of()));
      }
      return new Section(path, heading, statements, nested);
    }

    Section table(List<String> path, String province, String wage) {
      int heading = line++;
      var cells = List.of(new Cell("Province", province), new Cell("Median an hour", wage));
      Statement row = statement(path, StatementKind.TABLE_ROW, province + " | " + wage, cells);
      return new Section(path, heading, List.of(row), List.of());
    }

    private Statement statement(
        List<String> path, StatementKind kind, String text, List<Cell> cells) {
      return new Statement(document, ordinal++, path, List.of(), kind, line++, text, cells);
    }
  }
}
