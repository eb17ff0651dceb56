package dev.rolewise.bot.console;

import com.fasterxml.jackson.core.JsonFactory;
import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.console.Request.Batch.Facts;
import dev.rolewise.bot.render.JsonAnswer;
import dev.rolewise.bot.render.JsonText;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Answers questions line by line until the input or the interest in the output ends. */
final class BatchCommand {
  private static final JsonFactory JSON = new JsonFactory();

  private final Streams streams;
  private final Library library;
  private final Facts facts;
  private final LongSupplier nanoTime;
  private final Trouble trouble;

  BatchCommand(
      Streams streams, Library library, Facts facts, LongSupplier nanoTime, Trouble trouble) {
    this.streams = streams;
    this.library = library;
    this.facts = facts;
    this.nanoTime = nanoTime;
    this.trouble = trouble;
  }

  void run() throws IOException {
    var lines = new LineReader(streams.in());
    for (int number = 1; !streams.isOutClosed(); number++) {
      switch (lines.next()) {
        case LineReader.Line.End _ -> {
          return;
        }
        case LineReader.Line.Unusable(String problem) ->
            streams.line(error(Optional.empty(), number, problem));
        case LineReader.Line.Text(String text) -> {
          if (!text.isBlank()) {
            streams.line(reply(text, number));
          }
        }
      }
    }
  }

  private String reply(String line, int number) throws IOException {
    return switch (BatchQuestion.parse(line)) {
      case BatchQuestion.Malformed(var id, String problem) -> error(id, number, problem);
      case BatchQuestion.Usable question -> answer(question, number);
    };
  }

  private String answer(BatchQuestion.Usable question, int number) throws IOException {
    try {
      long start = nanoTime.getAsLong();
      Answer answer = library.answerer().answer(question.question(), question.history());
      double millis = (nanoTime.getAsLong() - start) / 1e6;
      var json = new JsonAnswer(question.id(), question.question(), answer, millis);
      return switch (facts) {
        case INCLUDED -> json.line(library.knowledge()::facts);
        case LEFT_OUT -> json.line();
      };
    } catch (RuntimeException e) {
      trouble.report(e);
      return error(question.id(), number, "could not be answered");
    }
  }

  private static String error(Optional<String> id, int number, String problem) throws IOException {
    var out = new StringWriter();
    try (var json = JSON.createGenerator(out)) {
      json.writeStartObject();
      if (id.isPresent()) {
        json.writeStringField("id", id.get());
      }
      json.writeNumberField("line", number);
      json.writeStringField("error", problem);
      json.writeEndObject();
    }
    return JsonText.escapeUnsafe(out.toString());
  }
}
