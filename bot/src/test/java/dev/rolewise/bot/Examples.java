package dev.rolewise.bot;

import dev.rolewise.bot.answer.Answer;
import dev.rolewise.bot.answer.Answerer;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Search;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.answer.Sentence.Form;
import dev.rolewise.bot.command.Library;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.document.StatementKind;
import dev.rolewise.knowledge.fact.Band;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Measure;
import dev.rolewise.knowledge.fact.Period;
import dev.rolewise.knowledge.fact.Place;
import dev.rolewise.knowledge.fact.Range;
import dev.rolewise.knowledge.fact.Statistic;
import dev.rolewise.knowledge.fact.Subject;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Filter;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import dev.rolewise.knowledge.retrieval.Retrieval;
import dev.rolewise.knowledge.retrieval.SectionMatch;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A document, an answer from it and a refusal, used by many tests. */
public final class Examples {
  public static final Statement BASE =
      new Statement(
          "avp-ai-ml",
          0,
          List.of("Salary ranges", "AVP and senior role estimates"),
          List.of(),
          StatementKind.BULLET,
          88,
          "Base salary: $180,000 to $220,000 a year",
          List.of());

  public static final Statement TOTAL =
      new Statement(
          "avp-ai-ml",
          1,
          List.of("Salary ranges", "AVP and senior role estimates"),
          List.of(),
          StatementKind.BULLET,
          89,
          "Total compensation, which adds the yearly bonus, equity grants that vest over several"
              + " years and other benefits to the base: $250,000 to $350,000 depending on the"
              + " company and on the place of work",
          List.of());

  public static final RoleDocument AVP =
      new RoleDocument(
          "avp-ai-ml",
          "AVP of AI and ML",
          List.of("AVP AI", "assistant vice president of AI"),
          OptionalInt.of(2024),
          Optional.of("US"),
          Optional.of(Currency.getInstance("USD")),
          "knowledge/roles/avp-ai-ml.md",
          List.of(
              new Section(
                  List.of("Salary ranges"),
                  80,
                  List.of(),
                  List.of(new Section(BASE.path(), 86, List.of(BASE, TOTAL), List.of())))));

  public static final Answer.Answered AVP_PAY =
      new Answer.Answered(
          List.of(
              new Sentence(Form.TEXT, "An AVP of AI and ML is estimated at:", List.of()),
              new Sentence(Form.ITEM, "Base: $180,000 to $220,000 a year.", List.of(1)),
              new Sentence(Form.ITEM, "Total: $250,000 to $350,000 a year.", List.of(2)),
              new Sentence(Form.HEADING, "What the total holds", List.of(1, 2)),
              new Sentence(Form.TEXT, "Bonus and equity come on top of the base.", List.of(1, 2))),
          List.of(cite(1, BASE), cite(2, TOTAL)),
          List.of("And one level up?", "What does an AVP need to know?"));

  public static final Answer.NotCovered NO_BAKERS =
      new Answer.NotCovered(
          "The documents say nothing about bakers. They cover AVP of AI and ML.",
          List.of("What does an AVP make?"));

  public static final Answer.Clarify WHICH_PAY =
      new Answer.Clarify(
          "Do you mean base or total pay?", List.of("What is the base pay of an AVP?"));

  public static final List<Fact> FACTS =
      List.of(
          new Fact.Pay(
              BASE,
              subject(Optional.empty()),
              new Range(OptionalDouble.of(180_000), OptionalDouble.of(220_000), false, false),
              "$180,000 to $220,000",
              Currency.getInstance("USD"),
              Period.YEAR,
              Measure.BASE,
              Statistic.UNSPECIFIED,
              OptionalInt.of(2024)),
          new Fact.Pay(
              TOTAL,
              subject(Optional.of(new Place("New York City", Place.Kind.CITY))),
              new Range(OptionalDouble.of(250_000.5), OptionalDouble.empty(), false, true),
              "around $250,000.50 and up",
              Currency.getInstance("USD"),
              Period.YEAR,
              Measure.TOTAL,
              Statistic.percentile(90),
              OptionalInt.empty()));

  private Examples() {}

  /** A library over documents in which nothing is found, with an answerer of its own. */
  public static Library library(Documents documents, Answerer answerer) {
    KnowledgeBase knowledge = KnowledgeBase.of(documents);
    var search =
        new Search() {
          @Override
          public Retrieval statements(String words, String meaning, Filter filter, int count) {
            return new Retrieval.NothingRelevant(0);
          }

          @Override
          public List<SectionMatch> sections(
              String words, String meaning, Filter filter, int count) {
            return List.of();
          }

          @Override
          public double coverage(String text) {
            return 0;
          }
        };
    Library real =
        Library.of(knowledge, new QuestionReader(knowledge.jobs(), text -> text), search);
    return new Library(
        knowledge,
        answerer,
        real.explainer(),
        real.profiles(),
        real.pay(),
        real.comparisons(),
        real.names());
  }

  public static Citation cite(int number, Statement statement) {
    return new Citation(number, AVP.title(), AVP.source(), AVP.asOf(), AVP.market(), statement);
  }

  public static Statement statement(String text) {
    return new Statement(
        "avp-ai-ml",
        7,
        List.of("Overview"),
        List.of(),
        StatementKind.SENTENCE,
        12,
        text,
        List.of());
  }

  public static Subject subject(Optional<Place> place) {
    return new Subject(
        "AVP of AI and ML",
        true,
        Optional.of(new Band("Senior", Optional.of(Band.Stage.SENIOR), Optional.empty())),
        place,
        "");
  }
}
