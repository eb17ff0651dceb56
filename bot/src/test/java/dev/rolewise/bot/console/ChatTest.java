package dev.rolewise.bot.console;

import static dev.rolewise.bot.Examples.AVP;
import static dev.rolewise.bot.Examples.AVP_PAY;
import static dev.rolewise.bot.Examples.NO_BAKERS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.Examples;
import dev.rolewise.bot.answer.Answerer;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Completion;
import dev.rolewise.bot.command.Conversation;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.RoleCommand;
import dev.rolewise.bot.command.RolesCommand;
import dev.rolewise.bot.command.SourcesCommand;
import dev.rolewise.bot.console.Dialogue.Input;
import dev.rolewise.bot.console.Parsed.Detail;
import dev.rolewise.knowledge.document.Documents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChatTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final List<List<String>> histories = new ArrayList<>();

  @Test
  void greetsAndWrapsOnATerminal_andEndsWithTheInput() throws IOException {
    talk((_, _) -> AVP_PAY, OptionalInt.of(40), line("avp pay"));

    assertThat(out()).startsWith("Ask about a role, or enter /help.\n");
    assertThat(out().lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(50));
    assertThat(out()).contains("\u001b[1mSources\u001b[0m");
  }

  @Test
  void goesOn_afterALineWasCancelled() throws IOException {
    talk((_, _) -> NO_BAKERS, OptionalInt.empty(), new Input.Cancelled(), line("bakers?"));

    assertThat(out()).contains("nothing about bakers");
  }

  @Test
  void keepsTheLastQuestionsAsHistory() throws IOException {
    talk(
        (_, _) -> NO_BAKERS,
        OptionalInt.empty(),
        IntStream.range(0, 13).mapToObj(i -> line("question " + i)).toArray(Input[]::new));

    assertThat(histories.getFirst()).isEmpty();
    assertThat(histories.getLast())
        .hasSize(Conversation.MAX_QUESTIONS)
        .startsWith("question 2")
        .endsWith("question 11");
  }

  @Test
  void tellsAboutRolesAndItself() throws IOException {
    talk((_, _) -> AVP_PAY, OptionalInt.empty(), line("/roles"), line("/help"), line("/sources"));

    assertThat(out())
        .contains("- avp-ai-ml: AVP of AI and ML")
        .contains("- quit: Ends the chat")
        .contains("sources: there is no answer with sources yet");
    assertThat(histories).isEmpty();
  }

  @Test
  void runsEveryCommandBehindASlash() throws IOException {
    talk(
        (_, _) -> AVP_PAY,
        OptionalInt.empty(),
        line("/role \"AVP AI\""),
        line("/role"),
        line("/role avp --fly"),
        line("/fly"),
        line("avp pay"),
        line("/sources 2"));

    assertThat(out())
        .startsWith("AVP of AI and ML\n")
        .contains(
            "role: no role given, 'roles' lists them\n",
            "role: unknown option '--fly'",
            "There is no such command, /help lists them.\n",
            "> 89: Total compensation");
  }

  @Test
  void completesCommandsAndWhatTheyName() {
    Library library = Examples.library(new Documents(List.of(AVP), List.of()), (_, _) -> NO_BAKERS);
    var completer = new ChatCompleter(new Commands(List.of(new RoleCommand())), library.names());

    assertThat(values(completer, "/ro")).containsExactly("/role");
    assertThat(values(completer, "/q")).containsExactly("/quit");
    assertThat(values(completer, "/role", "assist")).containsExactly("avp-ai-ml");
    assertThat(values(completer, "/role", "avp-ai-ml", "--")).containsExactly("--section");
    assertThat(values(completer, "/role", "avp-ai-ml", "--section", "sal"))
        .containsExactly("Salary ranges");
    assertThat(values(completer, "/fly", "a")).isEmpty();
    assertThat(values(completer, "what", "is")).isEmpty();
  }

  private static List<String> values(ChatCompleter completer, String... words) {
    return completer.suggestions(List.of(words), words.length - 1).stream()
        .map(Completion::value)
        .toList();
  }

  @Test
  void goesOn_afterAQuestionThatBrokeTheProgram() throws IOException {
    talk(
        (question, _) -> {
          if (question.equals("boom")) {
            throw new IllegalStateException("secret");
          }
          return NO_BAKERS;
        },
        OptionalInt.empty(),
        line("boom"),
        line("bakers?"));

    assertThat(out()).startsWith("That could not be answered.\n").contains("bakers");
    assertThat(err.toString(UTF_8))
        .isEqualTo("internal error: IllegalStateException, --verbose shows where\n");
  }

  private void talk(Answerer answerer, OptionalInt width, Input... inputs) throws IOException {
    var streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8));
    Library library =
        Examples.library(
            new Documents(List.of(AVP), List.of()),
            (question, history) -> {
              histories.add(history);
              return answerer.answer(question, history);
            });
    List<Command> shown =
        List.of(new AskCommand(), new RolesCommand(), new RoleCommand(), new SourcesCommand());
    List<Command> commands = new ArrayList<>(shown);
    commands.add(new HelpCommand(shown));
    Screen screen =
        width.isPresent() ? Screen.terminal(Map.of("TERM", "xterm"), width) : Screen.PIPE;
    new Chat(
            streams,
            screen,
            new Commands(commands),
            library,
            new Script(Stream.of(inputs).iterator(), width),
            new Trouble(streams, Detail.ONE_LINE))
        .run();
  }

  private static Input line(String text) {
    return new Input.Line(text);
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private record Script(Iterator<Input> inputs, OptionalInt width) implements Dialogue {
    @Override
    public Input next() {
      return inputs.hasNext() ? inputs.next() : new Input.Ended();
    }

    @Override
    public void close() {}
  }
}
