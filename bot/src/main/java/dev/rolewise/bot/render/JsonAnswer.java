package dev.rolewise.bot.render;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.knowledge.fact.Fact;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * An answer as one line of JSON.
 *
 * @param id of the question, if it came with one
 * @param question as the person wrote it
 * @param answer what is said to it
 * @param millis time from the parsed question to the finished answer, in milliseconds
 */
public record JsonAnswer(Optional<String> id, String question, Answer answer, double millis) {
  private static final JsonFactory JSON = new JsonFactory();

  public JsonAnswer {
    requireNonNull(id, "id");
    requireNonNull(question, "question");
    requireNonNull(answer, "answer");
    if (!(millis >= 0)) {
      throw new IllegalArgumentException("millis must not be negative, got " + millis);
    }
  }

  /** The facts of an answer: what its citations say, as types. */
  @FunctionalInterface
  public interface Facts {
    /** The facts of one document, in reading order. */
    List<Fact> of(String document);
  }

  /** The line, without facts and without a line feed. */
  public String line() {
    return write(json -> {});
  }

  /** The line, with the facts of the cited statements, without a line feed. */
  public String line(Facts facts) {
    return write(json -> writeFacts(json, answer.citations(), facts));
  }

  /** Writes the facts of the cited statements as the field "facts". */
  static void writeFacts(JsonGenerator json, List<Citation> citations, Facts facts)
      throws IOException {
    json.writeArrayFieldStart("facts");
    for (Citation citation : citations) {
      for (Fact fact : facts.of(citation.document())) {
        if (fact.statement().equals(citation.statement())) {
          JsonFact.write(json, fact, citation.number());
        }
      }
    }
    json.writeEndArray();
  }

  /** Writes more fields into an object. */
  @FunctionalInterface
  private interface Fields {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private String write(Fields more) {
    var out = new StringWriter();
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      if (id.isPresent()) {
        json.writeStringField("id", id.get());
      }
      json.writeStringField("question", question);
      json.writeStringField("outcome", Words.outcome(answer));
      json.writeStringField("text", Words.text(answer));
      json.writeArrayFieldStart("citations");
      for (Citation citation : answer.citations()) {
        write(json, citation);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("suggestions");
      for (String suggestion : answer.suggestions()) {
        json.writeString(suggestion);
      }
      json.writeEndArray();
      more.writeTo(json);
      json.writeNumberField("millis", Math.round(millis * 10) / 10.0);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JsonText.escapeUnsafe(out.toString());
  }

  static void write(JsonGenerator json, Citation citation) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", citation.number());
    json.writeStringField("document", citation.document());
    json.writeStringField("title", citation.title());
    json.writeStringField("section", citation.section());
    json.writeStringField("quote", citation.quote());
    json.writeStringField("source", citation.source());
    json.writeNumberField("line", citation.statement().line());
    if (citation.asOf().isPresent()) {
      json.writeStringField("asOf", Integer.toString(citation.asOf().getAsInt()));
    } else {
      json.writeNullField("asOf");
    }
    if (citation.market().isPresent()) {
      json.writeStringField("market", citation.market().get());
    }
    json.writeEndObject();
  }
}
