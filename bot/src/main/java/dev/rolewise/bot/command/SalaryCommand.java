package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.PayQuery;
import dev.rolewise.bot.answer.PayRow;
import dev.rolewise.bot.answer.PayRows;
import dev.rolewise.bot.answer.RoleAnswerer;
import dev.rolewise.bot.command.Named.Found;
import dev.rolewise.bot.command.Named.Unclear;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Parameter.Kind;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.bot.render.Block.Table;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.index.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shows what jobs pay as one table from typed facts. */
public final class SalaryCommand implements Command {
  /** What can be asked for as a measure. */
  static final List<String> MEASURES =
      List.of(
          "base",
          "total",
          "bonus",
          "equity",
          "salary",
          "average",
          "median",
          "percentile",
          "hourly",
          "daily",
          "weekly",
          "monthly",
          "yearly");

  /** Rows of a table at most; a question with a job in it needs fewer, and a role shows all. */
  private static final int MAX_ROWS = 60;

  /** "Senior" in front of the title of a job that has no name of its own at that level. */
  private static final Pattern LEVEL =
      Pattern.compile(
          "(?i)(senior|junior|lead|principal|staff|entry[- ]level|mid[- ]level|trainee|graduate"
              + "|experienced) (.+)");

  private static final String JOB = "job";
  private static final String ROLE = "role";
  private static final String EXPERIENCE = "experience";
  private static final String PLACE = "place";
  private static final String MEASURE = "measure";
  private static final Usage USAGE =
      new Usage(
          "salary",
          "Shows what a job pays, or every role, as a table with a source for each row.",
          List.of(
              new Parameter(
                  JOB, "The job title; every role without it.", Kind.JOB, Count.AT_MOST_ONE),
              new Parameter(ROLE, "Only what this role's document says.", Kind.ROLE, Count.OPTION),
              new Parameter(
                  EXPERIENCE,
                  "Years such as 5, or a stage such as senior.",
                  Kind.EXPERIENCE,
                  Count.OPTION),
              new Parameter(PLACE, "A city, region or country.", Kind.PLACE, Count.OPTION),
              new Parameter(
                  MEASURE,
                  "A part of pay or a statistic, such as base, total or median.",
                  Kind.MEASURE,
                  Count.OPTION)));

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public Outcome run(Call call, Library library) {
    List<Job> jobs = List.of();
    Optional<String> experience = call.option(EXPERIENCE);
    Optional<String> place = call.option(PLACE).map(library.names()::place);
    List<String> unknown = List.of();
    if (call.find(JOB).isPresent()) {
      String written = call.find(JOB).get();
      Named<Names.Paid> named = library.names().paid(written);
      Matcher level = LEVEL.matcher(written.strip());
      if (!isPaidByThatName(named, written) && experience.isEmpty() && level.matches()) {
        Named<Names.Paid> bare = library.names().paid(level.group(2));
        if (bare instanceof Found<Names.Paid>) {
          named = bare;
          experience = Optional.of(level.group(1));
        }
      }
      switch (named) {
        case Unclear<Names.Paid>(String problem) -> {
          return new Outcome.Wrong("salary: " + problem);
        }
        case Found<Names.Paid>(var found) -> {
          jobs = found.jobs();
          place = place.or(found::place);
          experience = experience.or(found::experience);
          unknown = found.unknown();
        }
      }
    }
    Optional<RoleDocument> role = Optional.empty();
    if (call.option(ROLE).isPresent()) {
      switch (library.names().role(call.option(ROLE).get())) {
        case Unclear<RoleDocument>(String problem) -> {
          return new Outcome.Wrong("salary: " + problem);
        }
        case Found<RoleDocument>(var found) -> role = Optional.of(found);
      }
    }
    var query = new PayQuery(jobs, role, experience, place, call.option(MEASURE));

    return switch (library.pay().rows(query)) {
      case PayRows.Missing(String problem) -> new Outcome.Wrong("salary: " + problem);
      case PayRows.Found(var rows, int more) -> {
        List<PayRow> shown =
            role.isPresent() ? rows : rows.subList(0, Math.min(MAX_ROWS, rows.size()));
        yield table(
            shown, notes(more(rows.size() - shown.size(), more, jobs), unknown), call, library);
      }
    };
  }

  private static List<String> notes(Optional<String> more, List<String> unknown) {
    return Stream.concat(
            more.stream(),
            unknown.isEmpty() ? Stream.of() : Stream.of(RoleAnswerer.nothingAbout(unknown)))
        .toList();
  }

  private static boolean isPaidByThatName(Named<Names.Paid> named, String written) {
    return named instanceof Found<Names.Paid>(var paid)
        && paid.jobs().stream()
            .filter(job -> !job.pay().isEmpty())
            .flatMap(job -> job.names().stream())
            .anyMatch(JobName.of(written)::isSameAs);
  }

  /** Says how to see what is left out, if anything is. */
  private static Optional<String> more(int cut, int beside, List<Job> jobs) {
    List<String> roles = jobs.stream().flatMap(job -> job.role().stream()).toList();
    int count = cut + beside;
    String there = count == 1 ? "There is 1 more row" : "There are " + count + " more rows";
    return count == 0
        ? Optional.empty()
        : Optional.of(
            there
                + (beside > 0 && roles.size() == 1
                    ? ": salary --role " + roles.getFirst() + "."
                    : "; name a job, place or measure."));
  }

  private static Outcome table(List<PayRow> rows, List<String> notes, Call call, Library library) {
    boolean isOneJob = rows.stream().map(PayRow::job).distinct().count() == 1;
    var page = new Page(library.knowledge());
    page.heading(isOneJob ? rows.getFirst().job() : "Pay");
    List<Column> columns =
        List.of(
                new Column("Job", isOneJob ? _ -> "" : PayRow::job),
                new Column("For", PayRow::limits),
                new Column("Figure", PayRow::what),
                new Column("Amount", PayRow::amount),
                new Column("Market", PayRow::market),
                new Column(
                    "Year", r -> r.year().isPresent() ? String.valueOf(r.year().getAsInt()) : ""))
            .stream()
            .filter(column -> rows.stream().anyMatch(row -> !column.cell().apply(row).isEmpty()))
            .toList();
    List<Table.Row> cells = new ArrayList<>();
    for (PayRow row : rows) {
      cells.add(
          new Table.Row(
              columns.stream().map(column -> column.cell().apply(row)).toList(),
              page.cite(List.of(row.fact().statement()))));
    }
    page.add(new Table(columns.stream().map(Column::name).toList(), cells));
    notes.forEach(page::note);
    return page.finished(
        Quotes.NONE, List.of(), "Name a job, place or measure to see fewer.", call.conversation());
  }

  private record Column(String name, Function<PayRow, String> cell) {}
}
