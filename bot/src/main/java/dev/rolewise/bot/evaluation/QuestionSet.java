package dev.rolewise.bot.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.evaluation.EvaluationQuestion.Part;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What reading a file of questions came to. */
public sealed interface QuestionSet {
  /**
   * Every line was understood.
   *
   * @param questions in the order of the file, never empty
   */
  record Usable(List<EvaluationQuestion> questions) implements QuestionSet {
    public Usable {
      questions = List.copyOf(questions);
      if (questions.isEmpty()) {
        throw new IllegalArgumentException("questions must not be empty");
      }
    }
  }

  /**
   * The file or some line was not understood.
   *
   * @param problems everything that is wrong, one line each, never empty
   */
  record Unusable(List<String> problems) implements QuestionSet {
    public Unusable {
      problems = List.copyOf(problems);
      if (problems.isEmpty()) {
        throw new IllegalArgumentException("problems must not be empty");
      }
    }
  }

  /** Reads a file with one JSON object a line; blank lines are skipped. */
  static QuestionSet read(Path file) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return new Unusable(List.of(file + ": no such file"));
    } catch (CharacterCodingException e) {
      return new Unusable(List.of(file + ": is not UTF-8"));
    } catch (IOException e) {
      return new Unusable(List.of(file + ": cannot be read"));
    }
    return new Reader(file).read(lines);
  }

  /** Reads the lines of one file and collects what is wrong with them. */
  final class Reader {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FIELDS =
        Set.of(
            "id",
            "question",
            "kind",
            "history",
            "outcome",
            "must_include",
            "must_not_include",
            "documents",
            "part");

    private final Path file;
    private final List<EvaluationQuestion> questions = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private int line;

    private Reader(Path file) {
      this.file = file;
    }

    private QuestionSet read(List<String> lines) {
      for (String text : lines) {
        line++;
        if (!text.isBlank()) {
          readLine(text);
        }
      }
      if (problems.isEmpty() && questions.isEmpty()) {
        problems.add(file + ": holds no questions");
      }
      return problems.isEmpty() ? new Usable(questions) : new Unusable(problems);
    }

    private void readLine(String text) {
      JsonNode json;
      try {
        json = JSON.readTree(text);
      } catch (JsonProcessingException e) {
        problem("is not valid JSON");
        return;
      }
      if (!json.isObject()) {
        problem("must be a JSON object");
        return;
      }
      json.fieldNames()
          .forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
              problem("unknown field '" + name + "'");
            }
          });
      String id = text(json, "id");
      if (!id.isEmpty() && !ids.add(id)) {
        problem("id '" + id + "' is used twice");
      }
      Optional<ExpectedOutcome> outcome = outcome(text(json, "outcome"));
      String question = text(json, "question");
      String kind = text(json, "kind");
      List<String> history = texts(json, "history");
      List<String> mustInclude = entries(json, "must_include");
      List<String> mustNotInclude = entries(json, "must_not_include");
      List<String> documents = texts(json, "documents");
      Optional<Part> part = part(json);
      outcome.ifPresent(expected ->
          questions.add(
              new EvaluationQuestion(
                  id,
                  question,
                  kind,
                  history,
                  expected,
                  mustInclude,
                  mustNotInclude,
                  documents,
                  part)));
    }

    private String text(JsonNode json, String name) {
      JsonNode value = json.path(name);
      if (!value.isTextual() || value.textValue().isBlank()) {
        problem(name + ": must be a text");
        return "";
      }
      return value.textValue();
    }

    private List<String> texts(JsonNode json, String name) {
      JsonNode values = json.path(name);
      var texts = new ArrayList<String>();
      if (values.isMissingNode() || values.isNull()) {
        return texts;
      }
      if (!values.isArray()) {
        problem(name + ": must be a list of texts");
        return texts;
      }
      for (JsonNode value : values) {
        if (value.isTextual()) {
          texts.add(value.textValue());
        } else {
          problem(name + ": must be a list of texts");
        }
      }
      return texts;
    }

    private List<String> entries(JsonNode json, String name) {
      List<String> entries = texts(json, name);
      for (String entry : entries) {
        if (Tokens.of(entry).isEmpty()) {
          problem(name + ": must hold words or figures, got '" + entry + "'");
        }
      }
      return entries;
    }

    private Optional<ExpectedOutcome> outcome(String label) {
      Optional<ExpectedOutcome> outcome =
          Arrays.stream(ExpectedOutcome.values())
              .filter(value -> value.label().equals(label))
              .findAny();
      if (outcome.isEmpty() && !label.isEmpty()) {
        problem(
            "outcome: must be one of [answered, not_found, clarify, clarify_or_answered], got '"
                + label
                + "'");
      }
      return outcome;
    }

    private Optional<Part> part(JsonNode json) {
      if (!json.hasNonNull("part")) {
        return Optional.empty();
      }
      String label = text(json, "part");
      Optional<Part> part =
          Arrays.stream(Part.values()).filter(value -> value.label().equals(label)).findAny();
      if (part.isEmpty() && !label.isEmpty()) {
        problem("part: must be one of [tune, held-back], got '" + label + "'");
      }
      return part;
    }

    private void problem(String message) {
      problems.add(file + ":" + line + ": " + message);
    }
  }
}
