package dev.rolewise.bot.slack;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolewise.bot.render.ChartWords;
import dev.rolewise.bot.render.PayChart;
import dev.rolewise.bot.render.PayChart.Bar;
import dev.rolewise.bot.render.PayChart.Group;
import dev.rolewise.bot.render.PayChart.Mark;
import dev.rolewise.bot.render.PayChart.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A chart that Slack draws. It has a bar for every series at every category, and no sign for an
 * open end: ranges and single amounts are charts of their own, and a chart with an open end is none
 * of Slack's.
 *
 * @param title above the chart
 * @param unit of every value
 * @param categories names of the groups of bars, no two the same
 * @param series one value for each category, in their order
 */
record SlackChart(String title, String unit, List<String> categories, List<Series> series) {
  /**
   * Bars of one colour.
   *
   * @param values one for each category
   */
  record Series(String name, List<Double> values) {
    Series {
      values = List.copyOf(values);
    }
  }

  /** What stands below a bar; without a role when the chart is about one alone. */
  private record Label(String role, String bar, int citation) {}

  private record Amount(Label label, Mark mark) {}

  private record Ranged(Label label, Span span) {}

  SlackChart {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
  }

  /** The charts that show all of it and nothing else, or none. */
  static List<SlackChart> of(PayChart chart) {
    List<Ranged> ranges = new ArrayList<>();
    List<Amount> amounts = new ArrayList<>();
    for (Group group : chart.groups()) {
      for (Bar bar : group.bars()) {
        String role = chart.groups().size() > 1 ? group.role() : "";
        if (bar.span().isPresent()) {
          Span span = bar.span().get();
          ranges.add(new Ranged(new Label(role, bar.label(), span.citation()), span));
        }
        if (bar.mark().isPresent()) {
          Mark mark = bar.mark().get();
          amounts.add(new Amount(new Label(role, bar.label(), mark.citation()), mark));
        }
      }
    }
    boolean isOpen =
        ranges.stream().anyMatch(range -> range.span().isOpenAbove() || range.span().isOpenBelow());
    if (isOpen
        || ranges.size() > SlackLimit.CHART_CATEGORIES
        || amounts.size() > SlackLimit.CHART_CATEGORIES) {
      return List.of();
    }
    List<SlackChart> charts = new ArrayList<>();
    if (!ranges.isEmpty()) {
      charts.add(
          new SlackChart(
              title(chart, amounts.isEmpty() ? "" : " (ranges)"),
              unit(chart),
              categories(ranges.stream().map(Ranged::label).toList()),
              List.of(
                  new Series(
                      "Low",
                      ranges.stream()
                          .map(range -> range.span().amount().low().orElseThrow())
                          .toList()),
                  new Series(
                      "High",
                      ranges.stream()
                          .map(range -> range.span().amount().high().orElseThrow())
                          .toList()))));
    }
    if (!amounts.isEmpty()) {
      charts.add(
          new SlackChart(
              title(chart, ranges.isEmpty() ? "" : " (single figures)"),
              unit(chart),
              categories(amounts.stream().map(Amount::label).toList()),
              List.of(
                  new Series(
                      seriesName(amounts),
                      amounts.stream().map(amount -> amount.mark().value()).toList()))));
    }
    return charts;
  }

  private static String title(PayChart chart, String ending) {
    return SlackText.plain(chart.title(), SlackLimit.CHART_TITLE - ending.length()) + ending;
  }

  private static String unit(PayChart chart) {
    return chart.currency().getCurrencyCode() + " " + ChartWords.period(chart.period());
  }

  private static String seriesName(List<Amount> amounts) {
    Mark.Kind kind = amounts.getFirst().mark().kind();
    boolean isSame = amounts.stream().allMatch(amount -> amount.mark().kind() == kind);
    return !isSame
        ? "Figure"
        : switch (kind) {
          case AVERAGE -> "Average";
          case MEDIAN -> "Median";
          case SINGLE -> "Figure";
        };
  }

  /** Names are short: the number of the citation leads to all words. */
  private static List<String> categories(List<Label> labels) {
    List<String> categories = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Label label : labels) {
      boolean isOnly = labels.stream().filter(l -> l.role().equals(label.role())).count() == 1;
      String category = "";
      for (int copy = 1; category.isEmpty() || !taken.add(category); copy++) {
        String ending = (copy > 1 ? " (" + copy + ")" : "") + " [" + label.citation() + "]";
        category = name(label, isOnly, SlackLimit.CHART_LABEL - ending.length()) + ending;
      }
      categories.add(category);
    }
    return categories;
  }

  private static String name(Label label, boolean isOnly, int maxChars) {
    if (label.role().isEmpty()) {
      return SlackText.plain(label.bar(), maxChars);
    }
    if (isOnly) {
      return SlackText.plain(label.role(), maxChars);
    }
    String role = SlackText.plain(label.role(), (maxChars - 1) / 2);
    return role + " " + SlackText.plain(label.bar(), maxChars - role.length() - 1);
  }

  /** Characters of its texts. */
  int chars() {
    return title.length()
        + unit.length()
        + categories.stream().mapToInt(String::length).sum()
        + series.stream().mapToInt(one -> one.name().length()).sum();
  }

  /** Writes the fields of its block. */
  void write(JsonGenerator json) throws IOException {
    json.writeStringField("title", title);
    json.writeObjectFieldStart("chart");
    json.writeStringField("type", "bar");
    json.writeArrayFieldStart("series");
    for (Series one : series) {
      json.writeStartObject();
      json.writeStringField("name", one.name());
      json.writeArrayFieldStart("data");
      for (int i = 0; i < categories.size(); i++) {
        json.writeStartObject();
        json.writeStringField("label", categories.get(i));
        json.writeFieldName("value");
        number(json, one.values().get(i));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("axis_config");
    json.writeArrayFieldStart("categories");
    for (String category : categories) {
      json.writeString(category);
    }
    json.writeEndArray();
    json.writeStringField("y_label", unit);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, double value) throws IOException {
    if (value == Math.rint(value)) {
      json.writeNumber((long) value);
    } else {
      json.writeNumber(value);
    }
  }
}
