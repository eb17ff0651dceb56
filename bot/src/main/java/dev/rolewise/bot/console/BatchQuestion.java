package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of batch input. */
sealed interface BatchQuestion {
  /** The id it came with, if it has one that can be read. */
  Optional<String> id();

  /**
   * A question.
   *
   * @param history earlier questions, oldest first
   */
  record Usable(Optional<String> id, String question, List<String> history)
      implements BatchQuestion {
    public Usable {
      requireNonNull(id, "id");
      requireNonNull(question, "question");
      history = List.copyOf(history);
    }
  }

  /**
   * Not a question.
   *
   * @param problem what was wanted and what was got
   */
  record Malformed(Optional<String> id, String problem) implements BatchQuestion {
    public Malformed {
      requireNonNull(id, "id");
      requireNonNull(problem, "problem");
    }
  }

  /** Reads a line; fields that have no meaning here are skipped. */
  static BatchQuestion parse(String line) {
    return new Reader().read(line);
  }

  /** Reads the fields one by one, so that the id is known even if a later field is broken. */
  final class Reader {
    private static final JsonFactory JSON = new JsonFactory();

    private Optional<String> id = Optional.empty();
    private Optional<String> question = Optional.empty();
    private List<String> history = List.of();
    private Optional<String> problem = Optional.empty();

    private Reader() {}

    private BatchQuestion read(String line) {
      try (JsonParser json = JSON.createParser(line)) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
          return malformed("must be a JSON object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
          readField(json);
        }
        if (json.nextToken() != null) {
          return malformed("must be one JSON object, got more behind it");
        }
      } catch (JsonProcessingException e) {
        return malformed("is not valid JSON");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (problem.isPresent()) {
        return malformed(problem.get());
      }
      return question
          .<BatchQuestion>map(text -> new Usable(id, text, history))
          .orElseGet(() -> malformed("question: is missing"));
    }

    private void readField(JsonParser json) throws IOException {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      switch (name) {
        case "id" -> {
          if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            id = Optional.of(json.getText());
          } else if (value != JsonToken.VALUE_NULL) {
            problem("id: must be a text");
            json.skipChildren();
          }
        }
        case "question" -> {
          if (value != JsonToken.VALUE_STRING) {
            problem("question: must be a text");
            json.skipChildren();
          } else if (json.getText().isBlank()) {
            problem("question: must not be blank");
          } else {
            question = Optional.of(json.getText());
          }
        }
        case "history" -> history = readHistory(json, value);
        default -> json.skipChildren();
      }
    }

    private List<String> readHistory(JsonParser json, JsonToken value) throws IOException {
      var texts = new ArrayList<String>();
      if (value == JsonToken.VALUE_NULL) {
        return texts;
      }
      if (value != JsonToken.START_ARRAY) {
        problem("history: must be a list of texts");
        json.skipChildren();
        return texts;
      }
      for (JsonToken item = json.nextToken();
          item != null && item != JsonToken.END_ARRAY;
          item = json.nextToken()) {
        if (item == JsonToken.VALUE_STRING) {
          texts.add(json.getText());
        } else {
          problem("history: must be a list of texts");
          json.skipChildren();
        }
      }
      return texts;
    }

    private void problem(String message) {
      if (problem.isEmpty()) {
        problem = Optional.of(message);
      }
    }

    private Malformed malformed(String message) {
      return new Malformed(id, message);
    }
  }
}
