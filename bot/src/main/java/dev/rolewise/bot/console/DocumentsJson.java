package dev.rolewise.bot.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolewise.bot.answer.Aspect;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.render.JsonText;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Problem;
import dev.rolewise.knowledge.document.RoleDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Writes what was read from folders as one line of JSON. */
final class DocumentsJson {
  private static final JsonFactory JSON = new JsonFactory();

  private DocumentsJson() {}

  /** A list of the roles. */
  static String roles(Library library) {
    return write(json -> {
      json.writeStartArray();
      for (RoleDocument document : library.knowledge().documents()) {
        role(json, document, library);
      }
      json.writeEndArray();
    });
  }

  /** The number of documents and what is wrong with them. */
  static String check(Documents documents) {
    return write(json -> {
      json.writeStartObject();
      json.writeNumberField("documents", documents.documents().size());
      json.writeArrayFieldStart("problems");
      for (Problem problem : documents.problems()) {
        json.writeStartObject();
        json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("source", problem.source());
        if (problem.line() > 0) {
          json.writeNumberField("line", problem.line());
        }
        json.writeStringField("message", problem.message());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void role(JsonGenerator json, RoleDocument document, Library library)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", document.id());
    json.writeStringField("title", document.title());
    json.writeArrayFieldStart("aliases");
    for (String alias : document.aliases()) {
      json.writeString(alias);
    }
    json.writeEndArray();
    if (document.asOf().isPresent()) {
      json.writeStringField("asOf", Integer.toString(document.asOf().getAsInt()));
    }
    if (document.market().isPresent()) {
      json.writeStringField("market", document.market().get());
    }
    json.writeStringField("source", document.source());
    json.writeArrayFieldStart("covers");
    for (Aspect aspect : library.profiles().known(document)) {
      json.writeString(aspect.id());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes one value. */
  @FunctionalInterface
  private interface Value {
    void writeTo(JsonGenerator json) throws IOException;
  }

  private static String write(Value value) {
    var out = new StringWriter();
    try (var json = JSON.createGenerator(out)) {
      value.writeTo(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JsonText.escapeUnsafe(out.toString());
  }
}
