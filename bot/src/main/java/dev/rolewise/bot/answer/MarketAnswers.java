package dev.rolewise.bot.answer;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.fact.Fact;
import dev.rolewise.knowledge.fact.Figure;
import dev.rolewise.knowledge.fact.Figures;
import dev.rolewise.knowledge.fact.JobName;
import dev.rolewise.knowledge.fact.Places;
import dev.rolewise.knowledge.fact.Words;
import dev.rolewise.knowledge.index.Job;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Question;
import dev.rolewise.knowledge.retrieval.Question.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers how many people a job has, will have, gains and needs, from the figures that say so. */
final class MarketAnswers {
  /** What a figure about the employment of a job says; the order decides where two fit. */
  private enum Aspect {
    OPENINGS(
        "openings?|vacanc(?:y|ies)|(?:open|come) (?:up|open)",
        "openings?|vacanc(?:y|ies)",
        Figure.Kind.COUNT),
    CHANGE(
        "(?:new|more|fewer|additional)(?: \\S+){0,4} (?:jobs|positions)|jobs?(?: \\S+){0,5}"
            + " (?:added|lost|gained|created|disappear\\w*|cut|lose|gain|add)|(?:added|lost|gained|created)(?:"
            + " \\S+){0,3} jobs|employment change|(?:add|lose|gain)\\b.*\\bjobs",
        "numeric|employment change|change in employment|new jobs|jobs"
            + " (?:added|lost)|(?:increase|decrease|decline) of|(?:gain|loss) of",
        Figure.Kind.COUNT),
    GROWTH(
        "growth|grow(?:ing|s)?|outlook|declin\\w*|shrink\\w*|how fast|percent(?:age)?|expand\\w*",
        "grow\\w*|declin\\w*|outlook|change|shrink|increase|decrease|cagr",
        Figure.Kind.PERCENT),
    PROJECTED(
        "(?:in|by|until) 20[3-9]\\d|will (?:there )?be|projected|expected|in (?:ten|10) years",
        "projected|20[3-9]\\d",
        Figure.Kind.COUNT),
    CURRENT(
        "how many|number of|are there|employed|employment|how big is the (?:workforce|profession)",
        "number of jobs|employment(?! change)|held about|held|employed|jobs in 20|workers|in"
            + " post|practising|registered|there (?:are|were)",
        Figure.Kind.COUNT);

    final Pattern asked;
    final Pattern said;
    final Figure.Kind kind;

    Aspect(String asked, String said, Figure.Kind kind) {
      this.asked = pattern(asked);
      this.said = pattern(said);
      this.kind = kind;
    }

    private static Pattern pattern(String alternatives) {
      return Pattern.compile(
          "(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}\\d])", Pattern.CASE_INSENSITIVE);
    }
  }

  private static final Pattern ABOUT_EMPLOYMENT =
      Pattern.compile(
          "(?i)\\b(?:jobs?|openings?|vacanc(?:y|ies)|employ(?:ed|ment)|how many|number"
              + " of|growth|grow|growing|outlook|declin\\w*|shrink\\w*|workforce|positions)\\b");
  private static final Pattern OTHER_COUNT =
      Pattern.compile(
          "(?i)\\bhow many"
              + " (?:hours?|years?|days?|weeks?|months?|questions?|exams?|credits?|shifts?|points?|job"
              + " seekers|applicants|people (?:work|are) in (?:a|the) (?:team|crew))\\b");

  private final KnowledgeBase knowledge;
  private final TextAnswers texts;

  MarketAnswers(KnowledgeBase knowledge, TextAnswers texts) {
    this.knowledge = knowledge;
    this.texts = texts;
  }

  /** One line of an answer and the statement it says. */
  private record Line(String text, Statement statement, double fit) {}

  /** An answer if the question asks for such a figure and every job it names has one. */
  Optional<Draft> answer(Question question) {
    if (question.pay()
        || question.mentions().isEmpty()
        || question.limits().places().size() > 1
        || OTHER_COUNT.matcher(question.text()).find()
        || !ABOUT_EMPLOYMENT.matcher(question.text()).find()) {
      return Optional.empty();
    }
    Optional<Aspect> aspect = aspect(question.text());
    if (aspect.isEmpty()) {
      return Optional.empty();
    }
    var draft = new Draft(knowledge);
    for (Mention mention : question.mentions()) {
      Job job = TextAnswers.preferred(mention);
      List<Line> lines = lines(question, job, aspect.get());
      if (lines.isEmpty() || (aspect.get() == Aspect.CURRENT && asksForMore(question, job))) {
        return Optional.empty();
      }
      draft.heading(job.title());
      lines.forEach(line -> draft.item(line.text(), List.of(line.statement())));
    }
    return draft.isEmpty() ? Optional.empty() : Optional.of(draft);
  }

  /** Whether the question counts those with something that the documents nowhere say of the job. */
  private boolean asksForMore(Question question, Job job) {
    Set<String> missing = new LinkedHashSet<>(Words.canonical(String.join(" ", question.rest())));
    missing.removeIf(word -> ABOUT_EMPLOYMENT.matcher(word).find());
    for (Statement statement : texts.statements(job)) {
      missing.removeAll(Words.canonical(statement.text()));
      statement.path().forEach(heading -> missing.removeAll(Words.canonical(heading)));
      statement.cells().forEach(cell -> missing.removeAll(Words.canonical(cell.header())));
    }
    return !missing.isEmpty();
  }

  private static Optional<Aspect> aspect(String question) {
    for (Aspect aspect : Aspect.values()) {
      if (aspect.asked.matcher(question).find()) {
        return Optional.of(aspect);
      }
    }
    return Optional.empty();
  }

  private List<Line> lines(Question question, Job job, Aspect aspect) {
    List<Line> found = new ArrayList<>();
    Set<String> asked = new LinkedHashSet<>(Words.canonical(String.join(" ", question.rest())));
    boolean inside = !texts.describes(job);
    FigureSubject subject = texts.subject(question);
    for (Statement statement : texts.statements(job)) {
      if (fits(statement, question, job)
          && (!inside || isOnly(statement, job))
          && texts.mayBeOf(statement, subject)) {
        double there = namesPlace(statement, question) ? OF_PLACE : 0;
        line(statement, aspect, asked)
            .map(line -> new Line(line.text(), statement, line.fit() + there))
            .ifPresent(found::add);
      }
    }
    question
        .limits()
        .year()
        .ifPresent(year ->
            found.removeIf(line ->
                !line.text().contains(String.valueOf(year))
                    && !line.text()
                        .matches("(?s).*\\b20\\d\\d\\D{1,3}%02d\\b.*".formatted(year % 100))
                    && aspect != Aspect.OPENINGS));
    double best = found.stream().mapToDouble(Line::fit).max().orElse(0);
    Set<String> figures = new LinkedHashSet<>();
    List<Line> lines = new ArrayList<>();
    for (Line line : found) {
      if (line.fit() >= best && figures.add(values(line.text())) && lines.size() < 2) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Whether a statement is about a job that a document tells beside its own, and no other. */
  private boolean isOnly(Statement statement, Job job) {
    String text =
        statement.cells().isEmpty() ? statement.text() : statement.cells().getFirst().text();
    Set<String> words = new HashSet<>(Words.canonical(text));
    boolean all = words.containsAll(JobName.of(knowledge.documentOf(statement).title()).words());
    return !all && job.names().stream().anyMatch(name -> words.containsAll(name.words()));
  }

  private static String values(String text) {
    StringBuilder values = new StringBuilder();
    for (Figure figure : Figures.in(text)) {
      if (figure.kind() == Figure.Kind.COUNT || figure.kind() == Figure.Kind.PERCENT) {
        values.append(figure.value().high()).append(figure.value().low());
      }
    }
    return values.toString();
  }

  /** What it counts that a statement names the very place asked for. */
  private static final double OF_PLACE = 10;

  private static boolean namesPlace(Statement statement, Question question) {
    return Places.in(statement.text()).stream()
        .anyMatch(found ->
            question.limits().places().stream()
                .anyMatch(place -> Places.same(place, found.place())));
  }

  private boolean fits(Statement statement, Question question, Job job) {
    boolean places = !question.limits().places().isEmpty();
    if (places
        && !namesPlace(statement, question)
        && !texts.isMarket(statement, question.limits().places())) {
      return false;
    }
    List<Fact> facts = knowledge.facts(statement);
    boolean row = !statement.cells().isEmpty();
    boolean local = facts.stream().anyMatch(fact -> fact.subject().place().isPresent());
    if (!places && local) {
      return false;
    }
    return !row
        || facts.isEmpty()
        || facts.stream()
            .anyMatch(fact ->
                fact.subject().isDocumentRole()
                    || job.names().stream()
                        .anyMatch(name -> name.isSameAs(JobName.of(fact.subject().jobTitle()))));
  }

  private static Optional<Line> line(Statement statement, Aspect aspect, Set<String> asked) {
    return statement.cells().isEmpty()
        ? sentence(statement, aspect, asked)
        : row(statement, aspect, asked);
  }

  private static Optional<Line> sentence(Statement statement, Aspect aspect, Set<String> asked) {
    boolean figure =
        Figures.in(statement.text()).stream().anyMatch(f -> aspect.kind == f.kind() && isLarge(f));
    if (!figure || !aspect.said.matcher(statement.text()).find()) {
      return Optional.empty();
    }
    for (Aspect nearer : Aspect.values()) {
      boolean other = nearer.compareTo(aspect) < 0 && nearer.kind == aspect.kind;
      if (other && nearer.said.matcher(statement.text()).find()) {
        return Optional.empty();
      }
    }
    return Optional.of(new Line(statement.text(), statement, 1 + shared(statement.text(), asked)));
  }

  /** The cell whose heading, or the row whose label, says what is asked. */
  private static Optional<Line> row(Statement statement, Aspect aspect, Set<String> asked) {
    List<Cell> cells = statement.cells();
    String label = cells.getFirst().text();
    for (int i = 1; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      String says = cell.header().isBlank() ? label : cell.header();
      boolean figure =
          Figures.in(cell.text()).stream()
              .anyMatch(f ->
                  (aspect.kind == f.kind() && isLarge(f))
                      || (aspect == Aspect.GROWTH
                          && f.kind() == Figure.Kind.COUNT
                          && PERCENT_HEADER.matcher(says).find()));
      boolean numeric =
          aspect != Aspect.GROWTH || !says.toLowerCase(Locale.ROOT).contains("numeric");
      if (figure && numeric && isAspect(aspect, says)) {
        // A first cell of figures is one value of several and names nothing.
        boolean named = Figures.in(label).isEmpty() || cells.getFirst().header().isBlank();
        String heading =
            cell.header().isBlank() ? label : (named ? label + ", " : "") + cell.header();
        String text = heading + ": " + cell.text();
        // What is said of nothing narrower is of the job as a whole.
        double fit = named ? 1.1 + shared(label, asked) : 1.2;
        return Optional.of(new Line(text, statement, fit));
      }
    }
    return Optional.empty();
  }

  private static final Pattern PERCENT_HEADER = Pattern.compile("(?i)percent|%");

  private static boolean isAspect(Aspect aspect, String says) {
    if (!aspect.said.matcher(says).find()) {
      return false;
    }
    return switch (aspect) {
      case CURRENT ->
          !Aspect.PROJECTED.said.matcher(says).find()
              && !Aspect.CHANGE.said.matcher(says).find()
              && !Aspect.OPENINGS.said.matcher(says).find()
              && !PERCENT_HEADER.matcher(says).find();
      case PROJECTED -> !Aspect.CHANGE.said.matcher(says).find() && !says.contains("hange");
      case CHANGE, GROWTH, OPENINGS -> true;
    };
  }

  private static boolean isLarge(Figure figure) {
    return figure.kind() == Figure.Kind.PERCENT
        || Math.abs(figure.value().high().orElse(figure.value().low().orElse(0))) >= 100;
  }

  private static double shared(String text, Set<String> asked) {
    return asked.isEmpty()
        ? 0
        : (double) Words.canonical(text).stream().distinct().filter(asked::contains).count();
  }
}
