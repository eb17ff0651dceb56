package dev.rolewise.knowledge.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Problem;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.EducationLevel;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Subject;
import java.io.ByteArrayOutputStream;
import java.util.Currency;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Writes a knowledge base as {@link KnowledgeFormat} says. */
final class KnowledgeWriter {
  private final Bytes body = new Bytes();
  private final Bytes strings = new Bytes();
  private final Bytes lists = new Bytes();
  private final Map<String, Integer> numberOfString = new HashMap<>();
  private final Map<List<String>, Integer> numberOfList = new HashMap<>();
  private final Map<Statement, Integer> numberOfStatement = new HashMap<>();
  private final IdentityHashMap<Fact, Integer> numberOfFact = new IdentityHashMap<>();

  private KnowledgeWriter() {}

  static byte[] write(KnowledgeBase knowledge) {
    var writer = new KnowledgeWriter();
    writer.all(knowledge.documents(), writer::document);
    writer.all(knowledge.problems(), writer::problem);
    for (RoleDocument document : knowledge.documents()) {
      writer.all(knowledge.facts(document.id()), writer::fact);
    }
    writer.all(knowledge.jobs().jobs(), writer::job);
    var bytes = new Bytes();
    bytes.number(writer.numberOfString.size());
    writer.strings.writeTo(bytes);
    bytes.number(writer.numberOfList.size());
    writer.lists.writeTo(bytes);
    writer.body.writeTo(bytes);
    return bytes.toByteArray();
  }

  private <T> void all(List<T> values, Consumer<T> write) {
    body.number(values.size());
    values.forEach(write);
  }

  private void document(RoleDocument document) {
    string(document.id());
    string(document.title());
    list(document.aliases());
    optional(document.asOf());
    optional(document.market(), this::string);
    optional(document.currency(), this::currency);
    string(document.source());
    all(document.sections(), this::section);
  }

  private void section(Section section) {
    list(section.path());
    body.number(section.line());
    all(section.statements(), this::statement);
    all(section.sections(), this::section);
  }

  private void statement(Statement statement) {
    numberOfStatement.put(statement, numberOfStatement.size());
    string(statement.document());
    body.number(statement.ordinal());
    list(statement.path());
    list(statement.lead());
    choice(statement.kind());
    body.number(statement.line());
    string(statement.text());
    all(statement.cells(), this::cell);
  }

  private void cell(Cell cell) {
    string(cell.header());
    string(cell.text());
  }

  private void problem(Problem problem) {
    choice(problem.severity());
    string(problem.source());
    body.number(problem.line());
    string(problem.message());
  }

  private void fact(Fact fact) {
    numberOfFact.put(fact, numberOfFact.size());
    switch (fact) {
      case Fact.Pay pay -> {
        begin(KnowledgeFormat.PAY, fact);
        range(pay.amount());
        string(pay.wording());
        currency(pay.currency());
        choice(pay.period());
        choice(pay.measure());
        choice(pay.statistic().kind());
        optional(pay.statistic().percentile());
        optional(pay.year());
      }
      case Fact.Experience experience -> {
        begin(KnowledgeFormat.EXPERIENCE, fact);
        range(experience.years());
        string(experience.wording());
      }
      case Fact.Education education -> {
        begin(KnowledgeFormat.EDUCATION, fact);
        body.number(education.levels().size());
        for (EducationLevel level : education.levels()) {
          choice(level);
        }
        choice(education.need());
      }
      case Fact.Market market -> {
        begin(KnowledgeFormat.MARKET, fact);
        range(market.value());
        choice(market.unit());
        string(market.wording());
        optional(market.from());
        optional(market.to());
      }
      case Fact.Share share -> {
        begin(KnowledgeFormat.SHARE, fact);
        range(share.percent());
        string(share.wording());
        string(share.of());
      }
    }
  }

  private void begin(int kind, Fact fact) {
    body.number(kind);
    body.number(requireNonNull(numberOfStatement.get(fact.statement()), "unknown statement"));
    Subject subject = fact.subject();
    string(subject.jobTitle());
    bool(subject.isDocumentRole());
    optional(subject.band(), this::band);
    optional(subject.place(), this::place);
    string(subject.detail());
  }

  private void band(Band band) {
    string(band.name());
    optional(band.stage(), stage -> choice(stage));
    optional(band.years(), this::range);
  }

  private void place(Place place) {
    string(place.name());
    choice(place.kind());
  }

  private void range(Range range) {
    optional(range.low());
    optional(range.high());
    bool(range.more());
    bool(range.approximate());
  }

  private void job(Job job) {
    string(job.title());
    optional(job.role(), this::string);
    all(job.names(), this::name);
    all(job.pay(), pay -> body.number(requireNonNull(numberOfFact.get(pay), "unknown pay")));
    list(job.documents());
  }

  private void name(JobName name) {
    list(name.words());
  }

  private void currency(Currency currency) {
    string(currency.getCurrencyCode());
  }

  @SuppressWarnings("EnumOrdinal") // a file is only read by the build that wrote it
  private void choice(Enum<?> value) {
    body.number(value.ordinal());
  }

  private void bool(boolean value) {
    body.number(value ? 1 : 0);
  }

  private <T> void optional(Optional<T> value, Consumer<T> write) {
    bool(value.isPresent());
    value.ifPresent(write);
  }

  /** Years, percentiles and the like, none of which is negative. */
  private void optional(OptionalInt value) {
    bool(value.isPresent());
    value.ifPresent(body::number);
  }

  private void optional(OptionalDouble value) {
    bool(value.isPresent());
    value.ifPresent(number -> body.bits(Double.doubleToLongBits(number)));
  }

  private void string(String text) {
    body.number(numberOf(text));
  }

  private void list(List<String> texts) {
    Integer known = numberOfList.get(texts);
    if (known == null) {
      known = numberOfList.size();
      numberOfList.put(texts, known);
      lists.number(texts.size());
      for (String text : texts) {
        lists.number(numberOf(text));
      }
    }
    body.number(known);
  }

  private int numberOf(String text) {
    Integer known = numberOfString.get(text);
    if (known != null) {
      return known;
    }
    boolean isLatin = text.chars().allMatch(unit -> unit < 0x100);
    byte[] encoded = text.getBytes(isLatin ? ISO_8859_1 : UTF_8);
    strings.number(isLatin ? KnowledgeFormat.LATIN : KnowledgeFormat.UNICODE);
    strings.number(encoded.length);
    strings.writeBytes(encoded);
    int number = numberOfString.size();
    numberOfString.put(text, number);
    return number;
  }

  /** Bytes that grow. */
  private static final class Bytes extends ByteArrayOutputStream {
    void number(int value) {
      if (value < 0) {
        throw new IllegalArgumentException("value must not be negative, got " + value);
      }
      int rest = value;
      while (rest > 0x7F) {
        write((rest & 0x7F) | 0x80);
        rest >>>= 7;
      }
      write(rest);
    }

    void bits(long value) {
      for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
        write((int) (value >>> shift) & 0xFF);
      }
    }

    void writeTo(Bytes other) {
      other.writeBytes(toByteArray());
    }
  }
}
