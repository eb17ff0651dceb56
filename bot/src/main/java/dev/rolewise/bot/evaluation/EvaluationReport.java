package dev.rolewise.bot.evaluation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.evaluation.Measure.Unit;
import dev.rolewise.bot.render.JsonText;
import dev.rolewise.bot.render.SafeText;
import dev.rolewise.bot.render.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Writes down how good the answers to a question set are. */
public final class EvaluationReport {
  /** Whether each wrong answer is listed. */
  public enum Failures {
    LISTED,
    COUNTED
  }

  private static final String GAP = "  ";
  private static final ObjectMapper JSON = new ObjectMapper();

  private EvaluationReport() {}

  /** A table with a line for all, for each part and for each kind, then the wrong answers. */
  public static String text(Evaluation evaluation, Failures failures) {
    var rows = new ArrayList<List<String>>();
    var head = new ArrayList<>(List.of("", "questions"));
    for (Measure measure : Measure.values()) {
      head.add(measure.label());
    }
    rows.add(head);
    evaluation.groups().forEach((name, group) -> rows.add(row(name, group)));
    var text = new StringBuilder(table(rows));
    if (failures == Failures.LISTED) {
      evaluation.failures().forEach(failure -> text.append('\n').append(describe(failure)));
    }
    return text.toString();
  }

  /** The same as one JSON object on one line, without a line feed. */
  public static String json(Evaluation evaluation, Failures failures) {
    ObjectNode json = JSON.createObjectNode();
    json.set(Evaluation.TOTAL, measures(evaluation.judgements()));
    json.set("parts", measures(evaluation.parts()));
    json.set("kinds", measures(evaluation.kinds()));
    if (failures == Failures.LISTED) {
      var list = json.putArray("failures");
      evaluation.failures().forEach(failure -> list.add(failureObject(failure)));
    }
    return JsonText.escapeUnsafe(json.toString());
  }

  /** A value as people read it: shares in percent. */
  static String format(Measure measure, OptionalDouble value) {
    if (value.isEmpty()) {
      return "-";
    }
    double number = value.getAsDouble();
    return switch (measure.unit()) {
      case SHARE -> String.format(Locale.ROOT, "%.1f%%", number * 100);
      case COUNT -> String.format(Locale.ROOT, "%.0f", number);
      case MILLIS -> String.format(Locale.ROOT, "%.1f", number);
    };
  }

  private static List<String> row(String name, List<Judgement> group) {
    var row = new ArrayList<>(List.of(SafeText.of(name), Integer.toString(group.size())));
    for (Measure measure : Measure.values()) {
      row.add(format(measure, measure.of(group)));
    }
    return row;
  }

  private static String table(List<List<String>> rows) {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    var table = new StringBuilder();
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        String padding = " ".repeat(widths[i] - row.get(i).length());
        table.append(i == 0 ? row.get(i) + padding : GAP + padding + row.get(i));
      }
      table.append('\n');
    }
    return table.toString();
  }

  private static String describe(Judgement failure) {
    var text = new StringBuilder();
    text.append(SafeText.of(failure.question().id()))
        .append(" (")
        .append(SafeText.of(failure.question().kind()))
        .append("): ")
        .append(SafeText.of(failure.question().question()))
        .append('\n');
    for (String earlier : failure.question().history()) {
      text.append("  after: ").append(SafeText.of(earlier)).append('\n');
    }
    text.append("  expected ").append(failure.question().outcome().label());
    list(text, " with ", failure.question().mustInclude());
    list(text, " without ", failure.question().mustNotInclude());
    list(text, " from ", failure.question().documents());
    text.append("\n  got ").append(Words.outcome(failure.answer()));
    list(text, " missing ", failure.missing());
    list(text, " holding ", failure.contaminants());
    list(text, " citing ", failure.cited().stream().sorted().toList());
    text.append('\n');
    failure.text().lines().forEach(line -> text.append("  > ").append(line).append('\n'));
    return text.toString();
  }

  private static void list(StringBuilder text, String lead, List<String> entries) {
    if (!entries.isEmpty()) {
      text.append(lead).append(SafeText.of(entries.toString()));
    }
  }

  private static ObjectNode measures(Map<String, List<Judgement>> groups) {
    ObjectNode json = JSON.createObjectNode();
    groups.forEach((name, group) -> json.set(name, measures(group)));
    return json;
  }

  private static ObjectNode measures(List<Judgement> group) {
    ObjectNode json = JSON.createObjectNode();
    json.put("questions", group.size());
    for (Measure measure : Measure.values()) {
      OptionalDouble value = measure.of(group);
      if (value.isEmpty()) {
        json.putNull(measure.label());
      } else if (measure.unit() == Unit.COUNT) {
        json.put(measure.label(), Math.round(value.getAsDouble()));
      } else {
        json.put(measure.label(), Math.round(value.getAsDouble() * 10_000) / 10_000.0);
      }
    }
    return json;
  }

  private static ObjectNode failureObject(Judgement failure) {
    EvaluationQuestion question = failure.question();
    ObjectNode json = JSON.createObjectNode();
    json.put("id", question.id());
    json.put("kind", question.kind());
    json.put("question", question.question());
    json.set("history", JSON.valueToTree(question.history()));
    json.put("expected", question.outcome().label());
    json.put("outcome", Words.outcome(failure.answer()));
    json.set("missing", JSON.valueToTree(failure.missing()));
    json.set("contaminants", JSON.valueToTree(failure.contaminants()));
    json.set("documents", JSON.valueToTree(question.documents()));
    json.set("cited", JSON.valueToTree(failure.cited().stream().sorted().toList()));
    json.put("text", failure.text());
    return json;
  }
}
