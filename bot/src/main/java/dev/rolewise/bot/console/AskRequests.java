package dev.rolewise.bot.console;

import dev.rolewise.bot.console.Parsed.Detail;
import dev.rolewise.bot.console.Parsed.Understood;
import dev.rolewise.bot.console.Parsed.Wrong;
import dev.rolewise.bot.console.Request.Ask;
import dev.rolewise.bot.console.Request.Batch;
import dev.rolewise.bot.console.Request.Format;
import java.nio.file.Path;
import java.util.List;

/** Decides what the parts of an {@code ask} command line add up to. */
final class AskRequests {
  private AskRequests() {}

  static Parsed of(
      boolean isBatch,
      Format format,
      List<String> words,
      List<String> history,
      List<Path> folders) {
    String question = String.join(" ", words).strip();
    if (!isBatch) {
      return question.isEmpty()
          ? new Wrong("ask: no question given")
          : understood(new Ask(question, history, folders, format));
    }
    if (!question.isEmpty()) {
      return new Wrong("ask: --batch reads its questions from standard input, got a question too");
    }
    if (!history.isEmpty()) {
      return new Wrong("ask: --batch takes the history from each line, got --history too");
    }
    return understood(
        new Batch(
            folders,
            switch (format) {
              case JSON -> Batch.Facts.INCLUDED;
              case TEXT -> Batch.Facts.LEFT_OUT;
            }));
  }

  private static Parsed understood(Request request) {
    return new Understood(request, Detail.ONE_LINE);
  }
}
