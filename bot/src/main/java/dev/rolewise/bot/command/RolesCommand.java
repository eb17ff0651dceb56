package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.Aspect;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Heading;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.Words;
import dev.rolewise.knowledge.document.RoleDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lists the roles that the documents are about, and what is known of each. */
public final class RolesCommand implements Command {
  private static final Usage USAGE =
      new Usage("roles", "Lists the roles and what the documents tell of each.", List.of());

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public Outcome run(Call call, Library library) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Heading("Roles", List.of()));
    for (RoleDocument role : library.knowledge().documents()) {
      blocks.add(new Item(line(role, library), List.of()));
    }
    return new Outcome.Replied(
        new Reply(blocks, "Name a role to see it, such as role ID."),
        call.conversation().after(List.of()));
  }

  private static String line(RoleDocument role, Library library) {
    List<String> known =
        library.profiles().known(role).stream()
            .map(aspect -> aspect.label().toLowerCase(Locale.ROOT))
            .toList();
    return role.id()
        + ": "
        + role.title()
        + Words.origin(role.market(), role.asOf())
        + (known.isEmpty() ? "" : ": " + String.join(", ", known));
  }

  /** What the list tells of a role, for programs. */
  static List<String> known(RoleDocument role, Library library) {
    return library.profiles().known(role).stream().map(Aspect::id).toList();
  }
}
