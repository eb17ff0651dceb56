package dev.rolewise.bot.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalInt;

/** Takes the lines of a chat from a pipe or a file, without a prompt. */
final class PipeDialogue implements Dialogue {
  private final LineReader lines;

  PipeDialogue(InputStream in) {
    lines = new LineReader(in);
  }

  @Override
  public Input next() throws IOException {
    return switch (lines.next()) {
      case LineReader.Line.Text(String text) -> new Input.Line(text);
      case LineReader.Line.Unusable _ -> new Input.Cancelled();
      case LineReader.Line.End _ -> new Input.Ended();
    };
  }

  @Override
  public OptionalInt width() {
    return OptionalInt.empty();
  }

  @Override
  public void close() {}
}
