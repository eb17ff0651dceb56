package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.Aspect;
import dev.rolewise.bot.answer.Claim;
import dev.rolewise.bot.answer.PayRow;
import dev.rolewise.bot.answer.RoleProfiles;
import dev.rolewise.bot.answer.RoleProfiles.Excerpt;
import dev.rolewise.bot.command.Named.Found;
import dev.rolewise.bot.command.Named.Unclear;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Parameter.Kind;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows a role as a card for sharing, or one of its sections as a whole. */
public final class RoleCommand implements Command {
  private static final String ROLE = "role";
  private static final String SECTION = "section";
  private static final int RESPONSIBILITIES = 5;
  private static final int REQUIREMENTS = 3;
  private static final int LICENCES = 2;
  private static final int SKILLS = 4;
  private static final int OTHERS = 3;
  private static final int PAY = 4;
  private static final int STEPS = 9;
  private static final Usage USAGE =
      new Usage(
          "role",
          "Shows a role: what it is, what it does, what it asks for, what it pays.",
          List.of(
              new Parameter(
                  ROLE, "The role: its id, its title or a short form.", Kind.ROLE, Count.ONE),
              new Parameter(SECTION, "A section to show as a whole.", Kind.SECTION, Count.OPTION)));

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public Outcome run(Call call, Library library) {
    Optional<String> written = call.find(ROLE);
    if (written.isEmpty()) {
      return new Outcome.Wrong("role: no role given, 'roles' lists them");
    }
    return switch (library.names().role(written.get())) {
      case Unclear<RoleDocument>(String problem) -> new Outcome.Wrong("role: " + problem);
      case Found<RoleDocument>(var role) ->
          call.option(SECTION)
              .map(section -> section(role, section, call, library))
              .orElseGet(() -> card(role, call, library));
    };
  }

  private static Outcome section(RoleDocument role, String written, Call call, Library library) {
    List<Section> ofTopic =
        Aspect.find(written)
            .or(() -> library.names().topic(written))
            .map(aspect -> library.profiles().sections(role, aspect))
            .orElse(List.of());
    return switch (library.names().section(role, written, ofTopic)) {
      case Unclear<List<Section>>(String problem) -> new Outcome.Wrong("role: " + problem);
      case Found<List<Section>>(var sections) -> {
        var page = new Page(library.knowledge());
        for (Section section : sections) {
          page.heading(role.title() + " › " + String.join(" › ", withoutTitle(section, role)));
          for (Map.Entry<Section, List<Claim>> part :
              library.profiles().whole(role, section).entrySet()) {
            if (!part.getKey().equals(section)) {
              page.heading(part.getKey().heading());
            }
            page.items(part.getValue());
          }
        }
        yield page.finished(
            Quotes.NONE,
            List.of(),
            "Ask for one of its parts with --section.",
            call.conversation());
      }
    };
  }

  private static List<String> withoutTitle(Section section, RoleDocument role) {
    return section.path().stream().filter(heading -> !heading.equals(role.title())).toList();
  }

  private static Outcome card(RoleDocument role, Call call, Library library) {
    RoleProfiles profiles = library.profiles();
    var page = new Page(library.knowledge());
    page.heading(role.title());
    List<Claim> overview = profiles.about(role, Aspect.OVERVIEW, 2);
    overview.forEach(page::paragraph);
    page.list(
        "Top responsibilities",
        profiles.about(role, Aspect.RESPONSIBILITIES, RESPONSIBILITIES).stream()
            .filter(claim -> !overview.contains(claim))
            .toList());
    Map<Aspect, Excerpt> asked = new LinkedHashMap<>();
    asked.put(Aspect.EDUCATION, profiles.excerpt(role, Aspect.EDUCATION, REQUIREMENTS));
    asked.put(Aspect.EXPERIENCE, profiles.excerpt(role, Aspect.EXPERIENCE, REQUIREMENTS));
    asked.put(Aspect.LICENCES, profiles.excerpt(role, Aspect.LICENCES, LICENCES));
    asked.put(Aspect.SKILLS, profiles.excerpt(role, Aspect.SKILLS, SKILLS));
    asked.put(Aspect.REQUIREMENTS, profiles.otherRequirements(role, OTHERS));
    page.list(
        "Requirements",
        asked.values().stream().flatMap(said -> said.claims().stream()).distinct().toList());
    asked.values().removeIf(Excerpt::isWhole);
    if (!asked.isEmpty()) {
      page.note(notWhole(role, asked.keySet(), profiles));
    }
    List<PayRow> pay = library.pay().headline(role).stream().limit(PAY).toList();
    if (pay.isEmpty()) {
      page.heading("Pay");
      page.note(
          profiles.givesPay(role)
              ? "The document gives pay of other jobs or of parts only: salary --role "
                  + role.id()
                  + "."
              : "The document gives no pay for this role.");
    } else {
      pay(pay, page);
      int more = library.pay().beside(role, pay);
      if (more > 0) {
        page.note(
            "The document gives "
                + more
                + (more == 1 ? " more figure" : " more figures")
                + " of pay: salary --role "
                + role.id()
                + ".");
      }
    }
    RoleProfiles.Steps steps = profiles.steps(role, STEPS);
    page.list("Steps before", steps.before());
    page.list("Steps after", steps.after());
    page.list("Career path", steps.other());
    if (!steps.isWhole()) {
      page.note("More steps are documented: role " + role.id() + " --section path.");
    }
    return page.finished(
        Quotes.NONE,
        profiles.suggestions(role),
        "Ask for one section to see it whole, such as role "
            + role.id()
            + " --section responsibilities.",
        call.conversation());
  }

  /** Says what of some aspects is left out, and where it stands if it has a section. */
  private static String notWhole(RoleDocument role, Set<Aspect> cut, RoleProfiles profiles) {
    String sections =
        cut.stream()
            .filter(aspect -> !profiles.sections(role, aspect).isEmpty())
            .map(aspect -> "--section " + aspect.id())
            .collect(Collectors.joining(" or "));
    return "Not all of it: "
        + cut.stream().map(Aspect::id).collect(Collectors.joining(", "))
        + (sections.isEmpty() ? "." : ". See role " + role.id() + " " + sections + ".");
  }

  /** Pay is told with its market and year: over all lines if they share them, else in each. */
  private static void pay(List<PayRow> pay, Page page) {
    List<String> origins = pay.stream().map(PayRow::origin).distinct().toList();
    String shared = origins.size() == 1 ? origins.getFirst() : "";
    page.heading(
        new Claim(
            shared.isEmpty() ? "Pay" : "Pay (" + shared + ")",
            shared.isEmpty() ? List.of() : List.of(pay.getFirst().fact().statement())));
    for (PayRow row : pay) {
      String origin = row.isOfAnotherYear() ? row.market() : row.origin();
      String own = shared.isEmpty() && !origin.isEmpty() ? " (" + origin + ")" : "";
      page.items(List.of(new Claim(row.line() + own, List.of(row.fact().statement()))));
    }
  }
}
