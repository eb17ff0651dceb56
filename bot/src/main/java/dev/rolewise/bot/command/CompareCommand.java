package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.Aspect;
import dev.rolewise.bot.answer.Claim;
import dev.rolewise.bot.answer.Comparison;
import dev.rolewise.bot.command.Named.Found;
import dev.rolewise.bot.command.Named.Unclear;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Parameter.Kind;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Item;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.knowledge.document.RoleDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows roles side by side. */
public final class CompareCommand implements Command {
  /** Roles that can stand side by side. */
  static final int MAX_ROLES = 5;

  /** Lines in a cell at most. */
  private static final int MAX_LINES = 4;

  /** Lines in a cell at most where somebody asks for its topic. */
  private static final int MAX_LINES_OF_TOPIC = 12;

  private static final String ROLES = "roles";
  private static final String TOPIC = "topic";
  private static final Usage USAGE =
      new Usage(
          "compare",
          "Puts two to five roles side by side, what is the same and what differs first.",
          List.of(
              new Parameter(ROLES, "Two to five roles.", Kind.ROLE, Count.SEVERAL),
              new Parameter(
                  TOPIC, "Only this topic, such as pay or skills.", Kind.TOPIC, Count.OPTIONS)));

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public Outcome run(Call call, Library library) {
    int given = call.all(ROLES).size();
    if (given < 2 || given > MAX_ROLES) {
      return wrongCount(given, library);
    }
    Set<RoleDocument> roles = new LinkedHashSet<>();
    for (String written : call.all(ROLES)) {
      switch (library.names().role(written)) {
        case Unclear<RoleDocument>(String problem) -> {
          return new Outcome.Wrong("compare: " + problem);
        }
        case Found<RoleDocument>(var role) -> roles.add(role);
      }
    }
    if (roles.size() < 2) {
      return wrongCount(roles.size(), library);
    }
    List<Aspect> aspects = new ArrayList<>();
    for (String written : call.options(TOPIC)) {
      Optional<Aspect> aspect = Aspect.find(written).or(() -> library.names().topic(written));
      if (aspect.isEmpty()) {
        return new Outcome.Wrong(
            "compare: no topic is named '" + written + "', there are " + topics());
      }
      aspects.add(aspect.get());
    }
    return page(List.copyOf(roles), aspects, call, library);
  }

  private static Outcome wrongCount(int count, Library library) {
    return new Outcome.Wrong(
        "compare: takes 2 to "
            + MAX_ROLES
            + " different roles, got "
            + count
            + "; there are "
            + ids(library));
  }

  static String ids(Library library) {
    List<String> ids = library.knowledge().documents().stream().map(RoleDocument::id).toList();
    return Names.listed(ids);
  }

  private static String topics() {
    return String.join(", ", Arrays.stream(Aspect.values()).map(Aspect::id).toList());
  }

  private static Outcome page(
      List<RoleDocument> roles, List<Aspect> named, Call call, Library library) {
    List<Aspect> aspects = named.isEmpty() ? Aspect.COMPARED : named;
    int most = named.isEmpty() ? MAX_LINES : MAX_LINES_OF_TOPIC;
    Comparison comparison = library.comparisons().compare(roles, aspects, most);
    var page = new Page(library.knowledge());
    List<String> titles = comparison.roles().stream().map(RoleDocument::title).toList();
    page.heading(String.join(" and ", titles));
    page.list("The same", comparison.same());
    page.list("Different", comparison.different());
    List<Block.Comparison.Topic> rows = new ArrayList<>();
    List<String> unsaid = new ArrayList<>();
    for (Comparison.Row row : comparison.rows()) {
      if (row.cells().stream().allMatch(List::isEmpty)) {
        unsaid.add(row.aspect().label());
        continue;
      }
      List<List<Item>> cells = new ArrayList<>();
      for (List<Claim> cell : row.cells()) {
        cells.add(cell.stream().map(page::item).toList());
      }
      rows.add(new Block.Comparison.Topic(row.aspect().label(), cells));
    }
    if (!rows.isEmpty()) {
      page.add(new Block.Comparison(titles, rows));
    }
    if (!unsaid.isEmpty()) {
      page.note("Documented for none of them: " + String.join(", ", unsaid) + ".");
    }
    List<Aspect> cut =
        comparison.rows().stream()
            .filter(row -> !row.isWhole())
            .map(Comparison.Row::aspect)
            .toList();
    if (!cut.isEmpty()) {
      page.note(
          "Not all of it: "
              + cut.stream().map(Aspect::label).collect(Collectors.joining(", "))
              + (named.isEmpty()
                  ? ". Name one topic to see more of it, such as --topic "
                      + cut.getFirst().id()
                      + "."
                  : ". See role ID --section for a section whole."));
    }
    return page.finished(
        Quotes.NONE, List.of(), "Name one topic to see more of it.", call.conversation());
  }
}
