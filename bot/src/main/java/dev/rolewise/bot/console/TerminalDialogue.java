package dev.rolewise.bot.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Takes the lines of a chat from a terminal, with line editing and a history file. */
final class TerminalDialogue implements Dialogue {
  private static final String PROMPT = "rolewise> ";
  private static final int MIN_WIDTH = 20;
  private static final int UNKNOWN_HEIGHT = 24;

  private final Terminal terminal;
  private final LineReader reader;

  private TerminalDialogue(Terminal terminal, LineReader reader) {
    this.terminal = terminal;
    this.reader = reader;
  }

  /**
   * A dialogue on the terminal of this process.
   *
   * @param historyFile where lines are kept for the next time; kept nowhere if it cannot be written
   * @param completer what the tab key does
   */
  static TerminalDialogue open(Path historyFile, Completer completer) throws IOException {
    return on(TerminalBuilder.builder().system(true).dumb(true).build(), historyFile, completer);
  }

  /** A dialogue on a terminal, which is closed with it. */
  static TerminalDialogue on(Terminal terminal, Path historyFile, Completer completer) {
    if (terminal.getWidth() < 1 || terminal.getHeight() < 1) {
      // JLine draws nothing on a terminal without a size, as some emulators report it.
      terminal.setSize(new Size(Screen.UNKNOWN_WIDTH, UNKNOWN_HEIGHT));
    }
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("rolewise")
            .completer(completer)
            .completionMatcher(new FoundCompletions())
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .option(LineReader.Option.AUTO_GROUP, false);
    if (canBeWritten(historyFile)) {
      builder.variable(LineReader.HISTORY_FILE, historyFile);
    }
    return new TerminalDialogue(terminal, builder.build());
  }

  private static boolean canBeWritten(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
        return Files.isWritable(Files.exists(file) ? file : folder);
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Input next() {
    try {
      return new Input.Line(reader.readLine(PROMPT));
    } catch (UserInterruptException e) {
      return new Input.Cancelled();
    } catch (EndOfFileException e) {
      return new Input.Ended();
    }
  }

  @Override
  public OptionalInt width() {
    int columns = terminal.getWidth();
    return columns >= MIN_WIDTH ? OptionalInt.of(columns) : OptionalInt.empty();
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
