package dev.rolewise.bot.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a bench run came to.
 *
 * @param measurements in the order they were made
 */
public record BenchReport(List<Measurement> measurements) {
  private static final JsonFactory JSON = new JsonFactory();

  public BenchReport {
    measurements = List.copyOf(measurements);
  }

  /** Whether every limit holds. */
  public boolean isOk() {
    return measurements.stream().allMatch(Measurement::isOk);
  }

  /** A table for people, ending in a line break. */
  public String text() {
    var text = new StringBuilder();
    text.append(row("", "median", "p99", "floor", "ratio", "limit", ""));
    for (Measurement each : measurements) {
      text.append(
          row(
              each.name(),
              figure(each.median(), each.unit()),
              figure(each.p99(), each.unit()),
              each.floorMedian().isPresent()
                  ? figure(each.floorMedian().getAsDouble(), each.unit())
                  : "-",
              each.ratio().isPresent() ? number(each.ratio().getAsDouble(), 2) : "-",
              figure(each.limit(), each.unit()),
              each.isOk() ? "ok" : "too much"));
    }
    return text.toString();
  }

  private static String row(
      String name, String median, String p99, String floor, String ratio, String limit, String ok) {
    return String.format(
            Locale.ROOT,
            "%-24s %10s %10s %10s %6s %10s  %s",
            name,
            median,
            p99,
            floor,
            ratio,
            limit,
            ok)
        .stripTrailing()
        .concat("\n");
  }

  private static String figure(double value, String unit) {
    return number(value, 1) + " " + unit;
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** One JSON object, ending in a line break. */
  public String json() {
    var out = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeBooleanField("ok", isOk());
      json.writeArrayFieldStart("measurements");
      for (Measurement each : measurements) {
        json.writeStartObject();
        json.writeStringField("name", each.name());
        json.writeStringField("unit", each.unit());
        write(json, "median", OptionalDouble.of(each.median()));
        write(json, "p99", OptionalDouble.of(each.p99()));
        write(json, "floorMedian", each.floorMedian());
        write(json, "floorP99", each.floorP99());
        write(json, "ratio", each.ratio());
        write(json, "limit", OptionalDouble.of(each.limit()));
        json.writeBooleanField("ok", each.isOk());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be written to", e);
    }
    return out + "\n";
  }

  private static void write(JsonGenerator json, String name, OptionalDouble value)
      throws IOException {
    if (value.isPresent()) {
      json.writeFieldName(name);
      json.writeNumber(number(value.getAsDouble(), 3));
    }
  }
}
