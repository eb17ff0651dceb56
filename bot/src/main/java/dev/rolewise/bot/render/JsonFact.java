package dev.rolewise.bot.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rolewise.knowledge.document.Currencies;
import dev.rolewise.knowledge.fact.EducationLevel;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Subject;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Writes a fact as an object whose fields are numbers and words; what is not known is left out. */
final class JsonFact {
  private static final double MAX_EXACT_LONG = 1L << 53;

  private JsonFact() {}

  /**
   * Writes one fact.
   *
   * @param citation number of the citation whose statement holds the fact
   */
  static void write(JsonGenerator json, Fact fact, int citation) throws IOException {
    json.writeStartObject();
    json.writeNumberField("citation", citation);
    switch (fact) {
      case Fact.Pay pay -> {
        start(json, "pay", pay.subject());
        range(json, pay.amount());
        if (!pay.currency().equals(Currencies.UNTOLD)) {
          json.writeStringField("currency", pay.currency().getCurrencyCode());
        }
        json.writeStringField("period", word(pay.period()));
        json.writeStringField("measure", word(pay.measure()));
        statistic(json, pay.statistic());
        number(json, "year", pay.year());
        json.writeStringField("wording", pay.wording());
      }
      case Fact.Experience experience -> {
        start(json, "experience", experience.subject());
        range(json, experience.years());
        json.writeStringField("unit", "years");
        json.writeStringField("wording", experience.wording());
      }
      case Fact.Education education -> {
        start(json, "education", education.subject());
        json.writeArrayFieldStart("levels");
        for (EducationLevel level : education.levels()) {
          json.writeString(word(level));
        }
        json.writeEndArray();
        json.writeStringField("need", word(education.need()));
      }
      case Fact.Market market -> {
        start(json, "market", market.subject());
        range(json, market.value());
        json.writeStringField("unit", word(market.unit()));
        number(json, "from", market.from());
        number(json, "to", market.to());
        json.writeStringField("wording", market.wording());
      }
      case Fact.Share share -> {
        start(json, "share", share.subject());
        range(json, share.percent());
        json.writeStringField("unit", "percent");
        if (!share.of().isEmpty()) {
          json.writeStringField("of", share.of());
        }
        json.writeStringField("wording", share.wording());
      }
    }
    json.writeEndObject();
  }

  private static void start(JsonGenerator json, String type, Subject subject) throws IOException {
    json.writeStringField("type", type);
    json.writeStringField("jobTitle", subject.jobTitle());
    if (subject.band().isPresent()) {
      json.writeStringField("band", subject.band().get().name());
    }
    if (subject.place().isPresent()) {
      json.writeStringField("place", subject.place().get().name());
    }
    if (!subject.detail().isEmpty()) {
      json.writeStringField("detail", subject.detail());
    }
  }

  private static void range(JsonGenerator json, Range range) throws IOException {
    number(json, "low", range.low());
    number(json, "high", range.high());
    json.writeBooleanField("more", range.more());
    json.writeBooleanField("approximate", range.approximate());
  }

  private static void statistic(JsonGenerator json, Statistic statistic) throws IOException {
    json.writeStringField("statistic", word(statistic.kind()));
    number(json, "percentile", statistic.percentile());
  }

  private static void number(JsonGenerator json, String name, OptionalInt value)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsInt());
    }
  }

  private static void number(JsonGenerator json, String name, OptionalDouble value)
      throws IOException {
    if (value.isEmpty()) {
      return;
    }
    double number = value.getAsDouble();
    if (number == Math.rint(number) && Math.abs(number) < MAX_EXACT_LONG) {
      json.writeNumberField(name, (long) number);
    } else {
      json.writeNumberField(name, number);
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
