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
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Draws what roles pay on one scale. */
public final class ChartCommand implements Command {
  private static final String ROLES = "roles";

  /** Bars of one role at most. */
  private static final int MAX_BARS = 4;

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
      List<PayRow> rows = library.pay().headline(role);
      pay.put(role, rows.stream().filter(row -> !row.isExtra()).toList());
    }
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
    return page(pay, scale, call, library);
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
      Map<RoleDocument, List<PayRow>> pay, Scale scale, Call call, Library library) {
    var page = new Page(library.knowledge());
    List<Group> groups = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    int byPiece = 0;
    int otherScale = 0;
    Set<String> origins = new LinkedHashSet<>();
    for (Map.Entry<RoleDocument, List<PayRow>> entry : pay.entrySet()) {
      String title = entry.getKey().title();
      List<PayRow> timed = entry.getValue().stream().filter(row -> !row.isByPiece()).toList();
      List<PayRow> scaled =
          timed.stream().filter(row -> Scale.of(row.fact()).equals(scale)).toList();
      List<PayRow> sound =
          scaled.stream().filter(row -> !row.fact().amount().isInverted()).toList();
      List<PayRow> rows = sound.stream().limit(MAX_BARS).toList();
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
        rows.forEach(row -> origins.add(row.origin()));
        groups.add(new Group(title, bars(rows, page)));
      }
    }
    if (groups.isEmpty()) {
      return new Outcome.Wrong("chart: nothing can be drawn. " + String.join(" ", leftOut));
    }
    origins.remove("");
    String subject = groups.size() == 1 ? groups.getFirst().role() : groups.size() + " roles";
    page.add(
        Image.of(
            new PayChart(
                "Pay: " + subject,
                caption(origins, groups, notDrawn(otherScale, byPiece)),
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

  private static String caption(Set<String> origins, List<Group> groups, String notDrawn) {
    boolean isOpen =
        groups.stream()
            .flatMap(group -> group.bars().stream())
            .flatMap(bar -> bar.span().stream())
            .anyMatch(span -> span.isOpenAbove() || span.isOpenBelow());
    List<String> sentences = new ArrayList<>();
    sentences.add(notDrawn);
    sentences.add(isOpen ? "An open end fades out." : "");
    sentences.removeIf(String::isEmpty);
    String of = String.join("; ", origins);
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
