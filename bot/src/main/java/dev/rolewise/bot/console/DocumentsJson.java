package dev.rolewise.bot.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolewise.bot.answer.Aspect;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.console.Workspaces.Checkup;
import dev.rolewise.bot.render.JsonText;
import dev.rolewise.knowledge.doctor.Finding;
import dev.rolewise.knowledge.doctor.Spot;
import dev.rolewise.knowledge.document.RoleDocument;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Writes what was read from folders as one line of JSON. */
final class DocumentsJson {
  private static final JsonFactory JSON = new JsonFactory();

  private DocumentsJson() {}

  /** An object with one text in it. */
  static String field(String name, String value) {
    return write(json -> {
      json.writeStartObject();
      json.writeStringField(name, value);
      json.writeEndObject();
    });
  }

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
  static String check(Checkup checkup) {
    return write(json -> {
      json.writeStartObject();
      json.writeNumberField("documents", checkup.documents());
      json.writeArrayFieldStart("problems");
      for (Finding finding : checkup.findings()) {
        json.writeStartObject();
        json.writeStringField("kind", finding.kind().id());
        json.writeStringField("severity", finding.severity().name().toLowerCase(Locale.ROOT));
        spot(json, finding.at());
        json.writeStringField("message", finding.message());
        if (finding.other().isPresent()) {
          json.writeObjectFieldStart("other");
          spot(json, finding.other().get());
          json.writeEndObject();
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void spot(JsonGenerator json, Spot spot) throws IOException {
    json.writeStringField("source", spot.source());
    if (spot.line() > 0) {
      json.writeNumberField("line", spot.line());
    }
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
