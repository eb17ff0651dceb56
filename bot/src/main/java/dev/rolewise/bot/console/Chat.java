package dev.rolewise.bot.console;

import dev.rolewise.bot.answer.Asker;
import dev.rolewise.bot.command.Call;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Conversation;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.Outcome;
import dev.rolewise.bot.command.Usage;
import dev.rolewise.bot.render.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.impl.DefaultParser;

/** A conversation in which later questions may lean on earlier ones. */
final class Chat {
  /** What every command stands behind. */
  static final char COMMAND_SIGN = '/';

  static final String QUIT = "quit";

  private static final String WELCOME = "Ask about a role, or enter /help.\n";
  private static final String END =
      "- quit: Ends the chat, as Ctrl-D does; Ctrl-C clears the line\n";

  private final Streams streams;
  private final Screen screen;
  private final Commands commands;
  private final Library library;
  private final Dialogue dialogue;
  private final Trouble trouble;
  private final GrowingText growing;
  private Conversation conversation = Conversation.NEW;

  /** How the last answer came about, if asking again may tell of another one. */
  private Optional<Reply> why = Optional.empty();

  Chat(
      Streams streams,
      Screen screen,
      Commands commands,
      Library library,
      Dialogue dialogue,
      Trouble trouble) {
    this.streams = streams;
    this.screen = screen;
    this.commands = commands;
    this.library = library;
    this.dialogue = dialogue;
    this.trouble = trouble;
    growing = new GrowingText(streams, reply -> screen.renderer(dialogue.width()).render(reply));
  }

  /** Talks until somebody quits. */
  void run() throws IOException {
    if (dialogue.width().isPresent()) {
      streams.text(WELCOME);
    }
    while (!streams.isOutClosed()) {
      switch (dialogue.next()) {
        case Dialogue.Input.Ended _ -> {
          return;
        }
        case Dialogue.Input.Cancelled _ -> {}
        case Dialogue.Input.Line(String text) -> {
          String line = text.strip();
          if (line.equals(COMMAND_SIGN + QUIT)) {
            return;
          }
          if (!line.isEmpty()) {
            growing.end(reply(line));
            streams.text("\n");
          }
        }
      }
    }
  }

  private String reply(String line) {
    if (line.charAt(0) != COMMAND_SIGN) {
      return shown("ask", Map.of("question", List.of(line)), Optional.empty());
    }
    List<String> words = new DefaultParser().parse(line.substring(1), 0).words();
    List<Usage> usages = commands.all().stream().map(Command::usage).toList();
    Optional<Usage> usage =
        usages.stream().filter(known -> known.name().equals(words.getFirst())).findFirst();
    if (usage.isEmpty()) {
      return "There is no such command, /help lists them.\n";
    }
    List<String> arguments = new ArrayList<>(words);
    arguments.removeIf(String::isEmpty);
    return switch (CommandForm.parse(usage.get(), arguments.subList(1, arguments.size()))) {
      case Parsed.Wrong(String problem) -> problem + "\n";
      case Parsed.Understood(Request.Run(var name, var values, _, _, var picture), _) ->
          shown(name, values, picture) + (name.equals("help") && values.isEmpty() ? END : "");
      case Parsed.Understood _ -> "There is no such command, /help lists them.\n";
    };
  }

  private String shown(String name, Map<String, List<String>> values, Optional<Path> picture) {
    if (name.equals("why") && values.isEmpty() && why.isPresent()) {
      return screen.renderer(dialogue.width()).render(why.get());
    }
    try {
      Command command = commands.find(name).orElseThrow();
      boolean grows = dialogue.width().isPresent();
      Call call = new Call(values, conversation, grows ? Asker.watching(growing) : Asker.PATIENT);
      return switch (command.run(call, library)) {
        case Outcome.Wrong(String problem) -> problem + "\n";
        case Outcome.Replied(var reply, var next, _, var how) -> {
          if (!next.equals(conversation)) {
            why = how;
          }
          conversation = next;
          Optional<String> problem = picture.flatMap(file -> PictureFile.write(reply, file));
          yield problem.isPresent()
              ? problem.get() + "\n"
              : screen.renderer(dialogue.width()).render(reply);
        }
      };
    } catch (RuntimeException e) {
      trouble.report(e);
      return "That could not be answered.\n";
    }
  }
}
