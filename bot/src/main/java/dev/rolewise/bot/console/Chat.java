package dev.rolewise.bot.console;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.render.Reply;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A conversation in which later questions may lean on earlier ones. */
final class Chat {
  /** What can be entered besides questions. */
  static final List<String> COMMANDS = List.of("/help", "/quit", "/roles", "/sources");

  /** Most earlier questions that are handed on with a question. */
  static final int MAX_HISTORY = 10;

  private static final String WELCOME = "Ask about a role, or enter /help.\n";

  private static final String HELP =
      """
      Ask in your own words; a question may lean on the ones before it.
      /roles    lists the roles
      /sources  shows the sources of the last answer with whole quotes
      /quit     ends the chat, as Ctrl-D does; Ctrl-C clears the line
      """;

  private final Streams streams;
  private final Screen screen;
  private final Workspace workspace;
  private final Dialogue dialogue;
  private final Trouble trouble;
  private final Deque<String> history = new ArrayDeque<>();
  private List<Citation> lastCitations = List.of();

  Chat(Streams streams, Screen screen, Workspace workspace, Dialogue dialogue, Trouble trouble) {
    this.streams = streams;
    this.screen = screen;
    this.workspace = workspace;
    this.dialogue = dialogue;
    this.trouble = trouble;
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
          if (line.equals("/quit")) {
            return;
          }
          if (!line.isEmpty()) {
            streams.text(reply(line) + "\n");
          }
        }
      }
    }
  }

  private String reply(String line) {
    return switch (line) {
      case "/help" -> HELP;
      case "/roles" -> render(Reply.roles(workspace.documents()));
      case "/sources" -> render(Reply.sources(lastCitations));
      default ->
          line.startsWith("/") && line.indexOf(' ') < 0
              ? "There is no such command, /help lists them.\n"
              : answer(line);
    };
  }

  private String answer(String question) {
    Answer answer;
    try {
      answer = workspace.answerer().answer(question, List.copyOf(history));
    } catch (RuntimeException e) {
      trouble.report(e);
      return "That question could not be answered.\n";
    }
    lastCitations = answer.citations();
    history.addLast(question);
    if (history.size() > MAX_HISTORY) {
      history.removeFirst();
    }
    return render(Reply.to(answer));
  }

  private String render(Reply reply) {
    return screen.renderer(dialogue.width()).render(reply);
  }
}
