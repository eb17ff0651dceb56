package dev.rolewise.bot.console;

import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Completion;
import dev.rolewise.bot.command.Names;
import dev.rolewise.bot.command.Parameter;
import dev.rolewise.bot.command.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes commands, their options and what these name. */
final class ChatCompleter implements Completer {
  private final Commands commands;
  private final Names names;

  ChatCompleter(Commands commands, Names names) {
    this.commands = commands;
    this.names = names;
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    for (Completion completion : suggestions(line.words(), line.wordIndex())) {
      String value = completion.value();
      boolean isTelling = !completion.label().equals(value);
      candidates.add(
          new Candidate(
              value, value, null, isTelling ? completion.label() : null, null, null, true));
    }
  }

  /**
   * What a word of a line may become.
   *
   * @param words the words of the line
   * @param index of the word that is completed
   */
  List<Completion> suggestions(List<String> words, int index) {
    if (index == 0) {
      List<Completion> all = new ArrayList<>();
      for (Command command : commands.all()) {
        String name = Chat.COMMAND_SIGN + command.usage().name();
        all.add(new Completion(name, command.usage().description()));
      }
      String quit = Chat.COMMAND_SIGN + Chat.QUIT;
      all.add(new Completion(quit, "Ends the chat."));
      return all.stream().filter(c -> c.value().startsWith(words.getFirst())).toList();
    }
    String first = words.getFirst();
    if (first.isEmpty() || first.charAt(0) != Chat.COMMAND_SIGN) {
      return List.of();
    }
    return commands
        .find(first.substring(1))
        .map(command -> ofCommand(command.usage(), words, index))
        .orElse(List.of());
  }

  private List<Completion> ofCommand(Usage usage, List<String> words, int index) {
    String typed = index < words.size() ? words.get(index) : "";
    if (typed.startsWith("-")) {
      return usage.parameters().stream()
          .filter(parameter -> parameter.count().isNamed())
          .map(p -> new Completion("--" + p.name(), p.description()))
          .filter(completion -> completion.value().startsWith(typed))
          .toList();
    }
    String before = words.get(index - 1);
    Optional<Parameter> parameter =
        usage.parameters().stream()
            .filter(p ->
                before.startsWith("--")
                    ? p.count().isNamed() && before.equals("--" + p.name())
                    : !p.count().isNamed())
            .findFirst();
    Optional<String> role = index > 1 ? Optional.of(words.get(1)) : Optional.empty();
    if (parameter.isPresent() && parameter.get().kind() == Parameter.Kind.COMMAND) {
      return commands.all().stream()
          .map(Command::usage)
          .filter(known -> known.name().startsWith(typed))
          .map(known -> new Completion(known.name(), known.description()))
          .toList();
    }
    return parameter.map(p -> names.complete(p.kind(), typed, role)).orElse(List.of());
  }
}
