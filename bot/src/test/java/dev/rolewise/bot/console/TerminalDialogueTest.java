package dev.rolewise.bot.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.console.Dialogue.Input;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.reader.impl.completer.StringsCompleter;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalDialogueTest {
  private static final String CTRL_D = "\u0004";

  @TempDir private Path folder;

  @Test
  void takesLinesUntilCtrlD_andKeepsThemForTheNextTime() throws IOException {
    Path history = folder.resolve("data/chat-history");

    List<Input> inputs = type("avp pay!\nand up?\n" + CTRL_D, history);

    assertThat(inputs)
        .containsExactly(new Input.Line("avp pay!"), new Input.Line("and up?"), new Input.Ended());
    assertThat(Files.readString(history)).contains("avp pay!", "and up?");
  }

  @Test
  void talksWithoutAHistoryFile_whenItCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "not a folder");

    assertThat(type("pay\n" + CTRL_D, file.resolve("chat-history")))
        .containsExactly(new Input.Line("pay"), new Input.Ended());
  }

  @Test
  void completesWhatIsMisspelt() throws IOException {
    var keys = new ByteArrayInputStream(("/rolse\t\n" + CTRL_D).getBytes(UTF_8));
    try (var terminal =
            new ExternalTerminal("test", "xterm", keys, new ByteArrayOutputStream(), UTF_8);
        var dialogue =
            TerminalDialogue.on(terminal, folder.resolve("h"), new StringsCompleter("/roles"))) {
      assertThat(dialogue.next().toString()).contains("/roles");
    }
  }

  @Test
  void saysHowWideTheTerminalIs() throws IOException {
    Terminal terminal = terminal("");
    terminal.setSize(new Size(77, 20));

    try (var dialogue =
        TerminalDialogue.on(terminal, folder.resolve("h"), NullCompleter.INSTANCE)) {
      assertThat(dialogue.width()).hasValue(77);
      terminal.setSize(new Size(0, 0));
      assertThat(dialogue.width()).isEmpty();
    }
  }

  @Test
  void assumesAUsualSize_whenTheTerminalHasNone() throws IOException {
    try (var dialogue =
        TerminalDialogue.on(terminal(""), folder.resolve("h"), NullCompleter.INSTANCE)) {
      assertThat(dialogue.width()).hasValue(Screen.UNKNOWN_WIDTH);
    }
  }

  private static List<Input> type(String keys, Path history) throws IOException {
    var inputs = new ArrayList<Input>();
    try (var dialogue =
        TerminalDialogue.on(terminal(keys), history, new StringsCompleter("/roles"))) {
      do {
        inputs.add(dialogue.next());
      } while (!(inputs.getLast() instanceof Input.Ended));
    }
    return inputs;
  }

  private static Terminal terminal(String keys) throws IOException {
    return new DumbTerminal(
        "test",
        "dumb",
        new ByteArrayInputStream(keys.getBytes(UTF_8)),
        new ByteArrayOutputStream(),
        UTF_8);
  }
}
