package dev.rolewise.bot.command;

import dev.rolewise.bot.answer.PayRow;
import dev.rolewise.bot.command.Named.Found;
import dev.rolewise.bot.command.Named.Unclear;
import dev.rolewise.bot.command.Parameter.Count;
import dev.rolewise.bot.command.Parameter.Kind;
import dev.rolewise.bot.render.Block.Image;
import dev.rolewise.bot.render.Block.Sources.Quotes;
import dev.rolewise.bot.render.ChartWords;
import dev.rolewise.bot.render.PayChart;
import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Group;
import dev.rolewise.bot.render.PayChart.Mark;
import dev.rolewise.knowledge.document.Currencies;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Statistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws what roles pay on one scale. */
public final class ChartCommand implements Command {
  private static final String ROLES = "roles";

  /** The percentile that is the median. */
  private static final int MEDIAN = 50;

  /** Bars of one role at most. */
  private static final int MAX_BARS = 4;

  /** Bars of all roles at most, unless each has no more than it may have. */
  private static final int MOST_BARS = 10;

  private static final Usage USAGE =
      new Usage(
          "chart",
          "Draws what one to five roles pay on one scale.",
          List.of(new Parameter(ROLES, "One to five roles.", Kind.ROLE, Count.SEVERAL)),
          Usage.Result.PICTURE);

  @Override
  public Usage usage() {
    return USAGE;
  }

  @Override
  public Outcome run(Call call, Library library) {
    int given = call.all(ROLES).size();
    if (given < 1 || given > CompareCommand.MAX_ROLES) {
      return new Outcome.Wrong(
          "chart: takes 1 to "
              + CompareCommand.MAX_ROLES
              + " roles, got "
              + given
              + "; there are "
              + CompareCommand.ids(library));
    }
    Set<RoleDocument> roles = new LinkedHashSet<>();
    for (String written : call.all(ROLES)) {
      switch (library.names().role(written)) {
        case Unclear<RoleDocument>(String problem) -> {
          return new Outcome.Wrong("chart: " + problem);
        }
        case Found<RoleDocument>(var role) -> roles.add(role);
      }
    }
    Map<RoleDocument, List<PayRow>> pay = new LinkedHashMap<>();
    for (RoleDocument role : roles) {
      pay.put(role, drawable(role, library));
    }
    int bars = Math.max(MAX_BARS, MOST_BARS / roles.size());
    Map<Scale, Integer> scales = new LinkedHashMap<>();
    for (List<PayRow> rows : pay.values()) {
      rows.stream()
          .filter(row -> !row.isByPiece())
          .map(row -> Scale.of(row.fact()))
          .distinct()
          .forEach(s -> scales.merge(s, 1, Integer::sum));
    }
    if (scales.isEmpty()) {
      return new Outcome.Wrong(
          "chart: no pay for a span of time is documented for "
              + String.join(", ", roles.stream().map(RoleDocument::id).toList())
              + ", 'salary' shows for whom there is");
    }
    Scale scale =
        scales.entrySet().stream().reduce((a, b) -> isBetter(b, a) ? b : a).orElseThrow().getKey();
    return page(pay, scale, bars, call, library);
  }

  /**
   * The figures of a role; where none of them is a range of it as a whole, the ranges or else the
   * points of its levels, places and percentiles, too.
   */
  private static List<PayRow> drawable(RoleDocument role, Library library) {
    List<PayRow> first =
        library.pay().headline(role).stream().filter(row -> !row.isExtra()).toList();
    if (first.stream().anyMatch(row -> isRange(row) && row.limits().isEmpty())) {
      return first;
    }
    Set<Scale> scales = first.stream().map(row -> Scale.of(row.fact())).collect(Collectors.toSet());
    List<PayRow> own =
        library.pay().ofParts(role).stream()
            .filter(row -> scales.isEmpty() || scales.contains(Scale.of(row.fact())))
            .filter(row -> first.stream().noneMatch(told -> told.fact().equals(row.fact())))
            .toList();
    List<PayRow> ranges = own.stream().filter(ChartCommand::isRange).toList();
    List<PayRow> all =
        Stream.concat(first.stream(), (ranges.isEmpty() ? own : ranges).stream()).toList();
    return all.stream().allMatch(row -> rank(row).isPresent())
        ? all.stream().sorted(Comparator.comparingInt(row -> rank(row).orElse(0))).toList()
        : all;
  }

  /** The percentile of a row, the median included. */
  private static OptionalInt rank(PayRow row) {
    Statistic statistic = row.fact().statistic();
    return statistic.kind() == Statistic.Kind.MEDIAN
        ? OptionalInt.of(MEDIAN)
        : statistic.percentile();
  }

  private static boolean isRange(PayRow row) {
    return !row.fact().amount().isSingle();
  }

  /** The scale of most roles; of several such, the one of a year. */
  private static boolean isBetter(Map.Entry<Scale, Integer> one, Map.Entry<Scale, Integer> other) {
    return one.getValue() > other.getValue()
        || (one.getValue().equals(other.getValue())
            && one.getKey().period() == Period.YEAR
            && other.getKey().period() != Period.YEAR);
  }

  /** What figures must share to stand on one axis. */
  private record Scale(Currency currency, Period period) {
    static Scale of(Fact.Pay pay) {
      return new Scale(pay.currency(), pay.period());
    }

    String words() {
      String code = currency.equals(Currencies.UNTOLD) ? "no currency" : currency.getCurrencyCode();
      return code + " " + ChartWords.period(period);
    }
  }

  private static Outcome page(
      Map<RoleDocument, List<PayRow>> pay, Scale scale, int most, Call call, Library library) {
    var page = new Page(library.knowledge());
    List<Group> groups = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    int byPiece = 0;
    int otherScale = 0;
    Map<String, Set<String>> origins = new LinkedHashMap<>();
    for (Map.Entry<RoleDocument, List<PayRow>> entry : pay.entrySet()) {
      String title = entry.getKey().title();
      List<PayRow> timed = entry.getValue().stream().filter(row -> !row.isByPiece()).toList();
      List<PayRow> scaled =
          timed.stream().filter(row -> Scale.of(row.fact()).equals(scale)).toList();
      List<PayRow> sound =
          scaled.stream().filter(row -> !row.fact().amount().isInverted()).toList();
      List<PayRow> rows = sound.stream().limit(most).toList();
      if (sound.size() < scaled.size()) {
        leftOut.add(
            "A range of "
                + title
                + " is written with its higher end first and is not drawn, 'check' shows where.");
      }
      List<PayRow> toldOf = new ArrayList<>(entry.getValue());
      toldOf.removeAll(sound.subList(rows.size(), sound.size()));
      int more = library.pay().beside(entry.getKey(), toldOf);
      if (more > 0 && !rows.isEmpty()) {
        leftOut.add(more(more, title, entry.getKey().id()));
      }
      byPiece += entry.getValue().size() - timed.size();
      otherScale += timed.size() - scaled.size();
      if (rows.isEmpty() && !scaled.isEmpty()) {
        continue;
      }
      if (rows.isEmpty()) {
        leftOut.add(
            entry.getValue().isEmpty()
                ? "No pay is documented for " + title + "."
                : title + " is paid in another currency or period than " + scale.words() + ".");
      } else {
        rows.stream()
            .map(PayRow::origin)
            .filter(origin -> !origin.isEmpty())
            .forEach(
                origin -> origins.computeIfAbsent(title, _ -> new LinkedHashSet<>()).add(origin));
        groups.add(new Group(title, bars(rows, page)));
      }
    }
    if (groups.isEmpty()) {
      return new Outcome.Wrong("chart: nothing can be drawn. " + String.join(" ", leftOut));
    }
    String subject = groups.size() == 1 ? groups.getFirst().role() : groups.size() + " roles";
    page.add(
        Image.of(
            new PayChart(
                "Pay: " + subject,
                caption(of(origins, groups.size()), groups, notDrawn(otherScale, byPiece)),
                scale.currency(),
                scale.period(),
                groups)));
    leftOut.forEach(page::note);
    return page.finished(Quotes.NONE, List.of(), "", call.conversation());
  }

  private static String more(int count, String title, String id) {
    return count
        + (count == 1 ? " more figure of " : " more figures of ")
        + title
        + ": salary --role "
        + id
        + ".";
  }

  /** Says how many figures have no place on the axis, empty if all have. */
  private static String notDrawn(int otherScale, int byPiece) {
    List<String> counts = new ArrayList<>();
    if (otherScale > 0) {
      counts.add(figures(otherScale) + " in another currency or period");
    }
    if (byPiece > 0) {
      counts.add(figures(byPiece) + " paid by the piece");
    }
    return counts.isEmpty() ? "" : "Not drawn: " + String.join(", ", counts) + ".";
  }

  private static String figures(int count) {
    return count == 1 ? "1 figure" : count + " figures";
  }

  /** Markets and years, once where all share them, else beside each role. */
  private static String of(Map<String, Set<String>> origins, int roles) {
    Set<String> all = new LinkedHashSet<>();
    origins.values().forEach(all::addAll);
    return roles < 2 || (all.size() < 2 && origins.size() == roles)
        ? String.join("; ", all)
        : origins.entrySet().stream()
            .map(entry -> entry.getKey() + ": " + String.join(" and ", entry.getValue()))
            .collect(Collectors.joining("; "));
  }

  private static String caption(String of, List<Group> groups, String notDrawn) {
    boolean isOpen =
        groups.stream()
            .flatMap(group -> group.bars().stream())
            .flatMap(bar -> bar.span().stream())
            .anyMatch(span -> span.isOpenAbove() || span.isOpenBelow());
    List<String> sentences = new ArrayList<>();
    sentences.add(notDrawn);
    sentences.add(isOpen ? "An open end fades out." : "");
    sentences.removeIf(String::isEmpty);
    if (!of.isEmpty()) {
      sentences.addFirst(sentences.isEmpty() ? of : of + ".");
    }
    return String.join(" ", sentences);
  }

  /** A bar for each figure; an average or median stands on the range it belongs to. */
  private static List<Bar> bars(List<PayRow> rows, Page page) {
    List<Bar> bars = new ArrayList<>();
    List<PayRow> onRanges = new ArrayList<>();
    for (PayRow row : rows) {
      if (row.fact().amount().isSingle()) {
        continue;
      }
      Bar bar = Bar.of(row.briefLabel(), row.fact(), number(row, page));
      for (PayRow other : rows) {
        if (!onRanges.contains(other) && bar.mark().isEmpty() && isCentreOf(other, row)) {
          bar = bar.with(Mark.of(other.fact(), number(other, page)));
          onRanges.add(other);
        }
      }
      bars.add(bar);
    }
    for (PayRow row : rows) {
      if (row.fact().amount().isSingle() && !onRanges.contains(row)) {
        bars.add(Bar.of(row.briefLabel(), row.fact(), number(row, page)));
      }
    }
    return bars;
  }

  private static boolean isCentreOf(PayRow single, PayRow range) {
    Fact.Pay pay = single.fact();
    Statistic.Kind kind = pay.statistic().kind();
    return pay.amount().isSingle()
        && (kind == Statistic.Kind.AVERAGE || kind == Statistic.Kind.MEDIAN)
        && pay.measure() == range.fact().measure()
        && single.limits().equals(range.limits())
        && single.year().equals(range.year())
        && range.fact().amount().contains(pay.amount().middle());
  }

  private static int number(PayRow row, Page page) {
    return page.cite(List.of(row.fact().statement())).getFirst();
  }
}
