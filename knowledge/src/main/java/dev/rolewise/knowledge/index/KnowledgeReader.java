package dev.rolewise.knowledge.index;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Documents;
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
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Subject;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Reads a knowledge base as {@link KnowledgeFormat} says. It is run once in a process that is just
 * starting, so its loops are plain.
 */
final class KnowledgeReader {
  private final byte[] bytes;
  private int position;
  private final String[] strings;
  private final List<List<String>> lists = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();

  private KnowledgeReader(byte[] bytes, int start) {
    this.bytes = bytes;
    position = start;
    strings = new String[number()];
    for (int i = 0; i < strings.length; i++) {
      boolean isLatin = number() == KnowledgeFormat.LATIN;
      int length = number();
      strings[i] = new String(bytes, position, length, isLatin ? ISO_8859_1 : UTF_8);
      position += length;
    }
    int count = number();
    for (int i = 0; i < count; i++) {
      String[] texts = new String[number()];
      for (int j = 0; j < texts.length; j++) {
        texts[j] = string();
      }
      lists.add(List.of(texts));
    }
  }

  /**
   * The knowledge base.
   *
   * @param start where it begins in the bytes
   * @throws RuntimeException if the bytes are not what the writer of this build wrote
   */
  static KnowledgeBase read(byte[] bytes, int start) {
    var reader = new KnowledgeReader(bytes, start);
    List<RoleDocument> documents = reader.all(reader::document);
    List<Problem> problems = reader.all(reader::problem);
    var facts = new ArrayList<List<Fact>>(documents.size());
    for (int i = 0; i < documents.size(); i++) {
      facts.add(reader.all(reader::fact));
    }
    return new KnowledgeBase(
        new Documents(documents, problems), facts, new JobCatalog(reader.all(reader::job)));
  }

  private <T> List<T> all(Supplier<T> read) {
    int count = number();
    if (count == 0) {
      return List.of();
    }
    var values = new ArrayList<T>(count);
    for (int i = 0; i < count; i++) {
      values.add(read.get());
    }
    return values;
  }

  private RoleDocument document() {
    return new RoleDocument(
        string(),
        string(),
        list(),
        optionalInt(),
        bool() ? Optional.of(string()) : Optional.empty(),
        bool() ? Optional.of(currency()) : Optional.empty(),
        string(),
        all(this::section));
  }

  private Section section() {
    return new Section(list(), number(), all(this::statement), all(this::section));
  }

  private Statement statement() {
    var statement =
        new Statement(
            string(),
            number(),
            list(),
            list(),
            KnowledgeFormat.STATEMENT_KINDS[number()],
            number(),
            string(),
            all(this::cell));
    statements.add(statement);
    return statement;
  }

  private Cell cell() {
    return new Cell(string(), string());
  }

  private Problem problem() {
    return new Problem(KnowledgeFormat.SEVERITIES[number()], string(), number(), string());
  }

  private Fact fact() {
    int kind = number();
    Statement statement = statements.get(number());
    Subject subject = subject();
    Fact fact =
        switch (kind) {
          case KnowledgeFormat.PAY -> pay(statement, subject);
          case KnowledgeFormat.EXPERIENCE ->
              new Fact.Experience(statement, subject, range(), string());
          case KnowledgeFormat.EDUCATION ->
              new Fact.Education(
                  statement,
                  subject,
                  all(this::educationLevel),
                  KnowledgeFormat.EDUCATION_NEEDS[number()]);
          case KnowledgeFormat.MARKET ->
              new Fact.Market(
                  statement,
                  subject,
                  range(),
                  KnowledgeFormat.UNITS[number()],
                  string(),
                  optionalInt(),
                  optionalInt());
          case KnowledgeFormat.SHARE ->
              new Fact.Share(statement, subject, range(), string(), string());
          default -> throw new IllegalArgumentException("unknown kind of fact: " + kind);
        };
    facts.add(fact);
    return fact;
  }

  private Fact.Pay pay(Statement statement, Subject subject) {
    return new Fact.Pay(
        statement,
        subject,
        range(),
        string(),
        currency(),
        KnowledgeFormat.PERIODS[number()],
        KnowledgeFormat.MEASURES[number()],
        new Statistic(KnowledgeFormat.STATISTIC_KINDS[number()], optionalInt()),
        optionalInt());
  }

  private EducationLevel educationLevel() {
    return KnowledgeFormat.EDUCATION_LEVELS[number()];
  }

  private Subject subject() {
    return new Subject(
        string(),
        bool(),
        bool() ? Optional.of(band()) : Optional.empty(),
        bool() ? Optional.of(place()) : Optional.empty(),
        string());
  }

  private Band band() {
    return new Band(
        string(),
        bool() ? Optional.of(KnowledgeFormat.STAGES[number()]) : Optional.empty(),
        bool() ? Optional.of(range()) : Optional.empty());
  }

  private Place place() {
    return new Place(string(), KnowledgeFormat.PLACE_KINDS[number()]);
  }

  private Range range() {
    return new Range(optionalDouble(), optionalDouble(), bool(), bool());
  }

  private Job job() {
    return new Job(
        string(),
        bool() ? Optional.of(string()) : Optional.empty(),
        all(this::name),
        all(this::payOfJob),
        list());
  }

  private JobName name() {
    return new JobName(list());
  }

  private Fact.Pay payOfJob() {
    return (Fact.Pay) facts.get(number());
  }

  private Currency currency() {
    return Currency.getInstance(string());
  }

  private OptionalInt optionalInt() {
    return bool() ? OptionalInt.of(number()) : OptionalInt.empty();
  }

  private OptionalDouble optionalDouble() {
    return bool() ? OptionalDouble.of(Double.longBitsToDouble(bits())) : OptionalDouble.empty();
  }

  private boolean bool() {
    return number() == 1;
  }

  private String string() {
    return strings[number()];
  }

  private List<String> list() {
    return lists.get(number());
  }

  private int number() {
    int value = 0;
    int shift = 0;
    byte next = bytes[position++];
    while (next < 0) {
      value |= (next & 0x7F) << shift;
      shift += 7;
      next = bytes[position++];
    }
    return value | (next << shift);
  }

  private long bits() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
      value |= (bytes[position++] & 0xFFL) << shift;
    }
    return value;
  }
}
