package dev.rolewise.bot.command;

import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Parameter.Kind;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Heading;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows what can be asked for. */
public final class HelpCommand implements Command {
  private static final String COMMAND = "command";
  private static final Usage USAGE =
      new Usage(
          "help",
          "Shows what can be asked for, or how one command is used.",
          List.of(new Parameter(COMMAND, "A command.", Kind.COMMAND, Count.AT_MOST_ONE)));

  private final List<Command> others;

  /**
   * @param others the other commands, in the order they are shown
   */
  public HelpCommand(List<Command> others) {
    this.others = List.copyOf(others);
  }

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public Outcome run(Call call, Library library) {
    Optional<String> name = call.find(COMMAND);
    List<Usage> usages = new ArrayList<>(others.stream().map(Command::usage).toList());
    usages.add(USAGE);
    List<Block> blocks = new ArrayList<>();
    if (name.isPresent()) {
      Optional<Usage> one =
          usages.stream().filter(usage -> usage.name().equals(name.get())).findFirst();
      if (one.isEmpty()) {
        return new Outcome.Wrong(
            "help: no command is named '"
                + name.get()
                + "', there are "
                + String.join(", ", usages.stream().map(Usage::name).toList()));
      }
      blocks.add(new Heading(one.get().synopsis(), List.of()));
      blocks.add(new Paragraph(one.get().description(), List.of()));
      one.get()
          .parameters()
          .forEach(p -> blocks.add(new Item(p.name() + ": " + p.description(), List.of())));
    } else {
      blocks.add(
          new Paragraph(
              "Ask in your own words; a question may lean on the ones before it.", List.of()));
      usages.forEach(
          usage -> blocks.add(new Item(usage.synopsis() + ": " + usage.description(), List.of())));
    }
    return new Outcome.Replied(new Reply(blocks), call.conversation());
  }
}
