package dev.rolewise.bot.answer;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.LanguageModel.Receiver.Wish;
import dev.rolewise.bot.answer.ModelMetrics.Outcome;
import dev.rolewise.bot.answer.Sentence.Form;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.index.KnowledgeBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a language model phrase what the offline path has found, and shows nothing of it that the
 * documents do not say.
 *
 * <p>The offline answer comes first. A refusal or a question back is final, and the model is not
 * asked. Otherwise the model is given the statements that the answer rests on, numbered, and writes
 * sentences that cite them. Each sentence is cleaned and checked against its citations by itself;
 * what fails is dropped, and what holds is shown at once and stays. What the offline answer mainly
 * says and they do not is put behind them in its own words. Where nothing holds, the offline answer
 * is given, as it is when the model fails.
 */
public final class PhrasedAnswerer implements Answerer, Explainer {
  private static final Logger log = LoggerFactory.getLogger(PhrasedAnswerer.class);

  private static final String NOTE = "(Composed without the language model: ";
  private static final String REST_NOTE = "(Completed without the language model: ";

  /**
   * Sentences of a reply that do not hold, after which the rest of it is not read: no faithful one
   * has so many, and checking each takes time.
   */
  private static final int MAX_FAILURES = 30;

  /** Checks what is written for one question on such statements. */
  @FunctionalInterface
  interface Checks {
    GroundingCheck.Written of(List<Citation> citations, String question, Readings readings);
  }

  /** What phrasing an answer came to. */
  private record Phrased(Answer answer, Explanation offline, List<String> dropped, String how) {
    Explanation explanation() {
      List<String> understood = new ArrayList<>(offline.understood());
      understood.add(how);
      List<String> left = new ArrayList<>(offline.dropped());
      left.addAll(dropped);
      return new Explanation(understood, offline.matched(), left, answer);
    }
  }

  private final Answerer offline;
  private final Explainer explainer;
  private final KnowledgeBase knowledge;
  private final Checks checks;
  private final LanguageModel model;
  private final Condenser condenser;
  private final ModelMetrics metrics;
  private final Duration deadline;
  private final LongSupplier nanoTime;
  private final AtomicBoolean hasLoggedFault = new AtomicBoolean();

  /**
   * An answerer in front of another one.
   *
   * @param offline answers without a model
   * @param explainer tells how it does
   * @param condenser puts a question and those before it into one
   * @param deadline how long an answer may take
   * @param nanoTime clock that only goes forward, in nanoseconds
   */
  public PhrasedAnswerer(
      Answerer offline,
      Explainer explainer,
      KnowledgeBase knowledge,
      LanguageModel model,
      Condenser condenser,
      ModelMetrics metrics,
      Duration deadline,
      LongSupplier nanoTime) {
    this(
        offline,
        explainer,
        knowledge,
        model,
        condenser,
        metrics,
        deadline,
        nanoTime,
        new GroundingCheck(knowledge)::ofWritten);
  }

  /** An answerer with a check of its own. */
  PhrasedAnswerer(
      Answerer offline,
      Explainer explainer,
      KnowledgeBase knowledge,
      LanguageModel model,
      Condenser condenser,
      ModelMetrics metrics,
      Duration deadline,
      LongSupplier nanoTime,
      Checks checks) {
    this.offline = requireNonNull(offline, "offline");
    this.explainer = requireNonNull(explainer, "explainer");
    this.knowledge = requireNonNull(knowledge, "knowledge");
    this.model = requireNonNull(model, "model");
    this.condenser = requireNonNull(condenser, "condenser");
    this.metrics = requireNonNull(metrics, "metrics");
    this.deadline = requireNonNull(deadline, "deadline");
    this.nanoTime = requireNonNull(nanoTime, "nanoTime");
    this.checks = checks;
  }

  @Override
  public Answerer offline() {
    return offline;
  }

  @Override
  public Explainer offlineExplainer() {
    return explainer;
  }

  @Override
  public Answer answer(String question, List<String> history) {
    return phrased(question, history, Asker.PATIENT).answer();
  }

  @Override
  public Told tell(String question, List<String> history, Asker asker) {
    Phrased phrased = phrased(question, history, asker);
    return new Told(phrased.answer(), Optional.of(phrased.explanation()));
  }

  @Override
  public Explanation explain(String question, List<String> history) {
    return phrased(question, history, Asker.PATIENT).explanation();
  }

  private Phrased phrased(String question, List<String> history, Asker asker) {
    long end = nanoTime.getAsLong() + deadline.toNanos() - asker.waited().toNanos();
    String asked = question;
    List<String> before = history;
    Explanation found = explainer.explain(question, history);
    if (found.answer() instanceof Answer.Answered && !history.isEmpty()) {
      Optional<String> condensed = condenser.condense(question, history, left(end).dividedBy(3));
      if (condensed.isPresent()
          && holdsAll(offline.answer(condensed.get(), List.of()), found.answer())) {
        asked = condensed.get();
        before = List.of();
        found = explainer.explain(asked, before);
      }
    }
    if (!(found.answer() instanceof Answer.Answered composed)) {
      metrics.answered(Outcome.NOT_ASKED);
      return new Phrased(
          found.answer(), found, List.of(), "The language model was not asked: a refusal is final");
    }
    var material = Material.of(asked, before, composed, found.matched(), knowledge);
    var phrasing = new Phrasing(material, String.join("\n", before) + "\n" + asked, asker.shown());
    ModelReply reply = model.reply(material.prompt(), phrasing, left(end));
    metrics.checked(phrasing.kept(), phrasing.dropped().size());
    Optional<ModelReply.Reason> failure =
        reply instanceof ModelReply.Failed(var reason) ? Optional.of(reason) : Optional.empty();
    if (phrasing.kept() > 0) {
      boolean isWhole = phrasing.isWhole();
      metrics.answered(isWhole ? Outcome.PHRASED : Outcome.COMPLETED);
      return new Phrased(
          phrasing.answer(failure),
          found,
          phrasing.dropped(),
          isWhole
              ? "Phrased by the language model"
              : "Phrased by the language model, completed with what it does not say"
                  + failure.map(reason -> ": " + reason.words()).orElse(""));
    }
    if (failure.isPresent()) {
      metrics.answered(Outcome.FAILED);
      return new Phrased(
          withNote(composed, failure.get()),
          found,
          phrasing.dropped(),
          "The language model did not help: " + failure.get().words());
    }
    metrics.answered(Outcome.INSUFFICIENT);
    return new Phrased(
        composed,
        found,
        phrasing.dropped(),
        "Nothing that the language model wrote holds, so it is left out");
  }

  /** Whether an answer rests on all that another one rests on: a better question loses nothing. */
  private static boolean holdsAll(Answer answer, Answer other) {
    return answer instanceof Answer.Answered && statements(answer).containsAll(statements(other));
  }

  private static Set<Statement> statements(Answer answer) {
    Set<Statement> statements = new HashSet<>();
    answer.citations().forEach(citation -> statements.add(citation.statement()));
    return statements;
  }

  private Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
  }

  private static Answer withNote(Answer.Answered composed, ModelReply.Reason reason) {
    List<Sentence> sentences = new ArrayList<>(composed.sentences());
    sentences.add(note(NOTE, reason));
    return new Answer.Answered(sentences, composed.citations(), composed.suggestions());
  }

  private static Sentence note(String beginning, ModelReply.Reason reason) {
    return new Sentence(Form.TEXT, beginning + reason.words() + ".)", List.of());
  }

  /** One answer while a model writes it. */
  private final class Phrasing implements LanguageModel.Receiver {
    private final Material material;
    private final Material.Support support;
    private final GroundingCheck.Written check;
    private final Consumer<Sentence> shown;
    private final List<Sentence> kept = new ArrayList<>();
    private final Set<Sentence> keptAsNumbered = new HashSet<>();
    private final List<String> dropped = new ArrayList<>();
    private SentenceParser parser = new SentenceParser();
    private final CitationList citations;
    private Material.Said said;
    private List<Sentence> current = List.of();
    private int chars;
    private int failures;
    private boolean isEnough;

    Phrasing(Material material, String asked, Consumer<Sentence> shown) {
      this.material = material;
      var readings = new Readings();
      support = material.new Support(readings);
      check = checks.of(material.citations(), asked, readings);
      this.shown = shown;
      said = material.nothingSaid(readings);
      citations = new CitationList(knowledge);
    }

    @Override
    public Wish begin() {
      if (!kept.isEmpty()) {
        return Wish.ENOUGH;
      }
      parser = new SentenceParser();
      failures = 0;
      isEnough = false;
      return Wish.MORE;
    }

    @Override
    public Wish accept(String piece) {
      isEnough = !take(parser.add(piece));
      return isEnough || parser.isFull() ? Wish.ENOUGH : Wish.MORE;
    }

    @Override
    public Optional<ModelReply.Reason> end() {
      if (isEnough) {
        // What was not read is missing for no fault of the model's.
        return Optional.empty();
      }
      take(parser.end());
      return isWhole() ? Optional.empty() : parser.problem();
    }

    private boolean take(List<WrittenSentence> written) {
      for (WrittenSentence one : written) {
        if (!take(one)) {
          return false;
        }
      }
      return true;
    }

    /** Checks a sentence and shows it if it holds; false if no more fits. */
    private boolean take(WrittenSentence written) {
      if (written.text().length() > PlainWording.MAX_WRITTEN_CHARS) {
        return drop(Material.cut(written.text()));
      }
      String text = PlainWording.of(written.text());
      if (text.isEmpty()) {
        return true;
      }
      Optional<Sentence> held = held(text, written.cites());
      if (held.isEmpty()) {
        return drop(text);
      }
      Sentence sentence = held.get();
      if (keptAsNumbered.contains(sentence)) {
        return true;
      }
      Material.Said saidWithIt = said.with(sentence);
      int charsWithIt = chars + Material.chars(sentence);
      if (charsWithIt + saidWithIt.missingChars() > Draft.MAX_CHARS) {
        return false;
      }
      if (kept.isEmpty()) {
        material.lead().forEach(shown);
      }
      keptAsNumbered.add(sentence);
      said = saidWithIt;
      chars = charsWithIt;
      keep(sentence, kept).forEach(shown);
      return true;
    }

    /** The sentence with what it rests on, if it holds; one that cannot be checked does not. */
    private Optional<Sentence> held(String text, List<Integer> cites) {
      List<Integer> numbers = cites.stream().distinct().toList();
      if (text.length() > PlainWording.MAX_CHARS
          || !numbers.stream().allMatch(n -> n >= 1 && n <= material.citations().size())) {
        return Optional.empty();
      }
      try {
        List<Integer> supporting = support.of(text, numbers);
        var sentence = new Sentence(Form.TEXT, text, supporting);
        return !supporting.isEmpty() && check.holds(sentence, material.headingsAbove(supporting))
            ? Optional.of(sentence)
            : Optional.empty();
      } catch (RuntimeException e) {
        // A fault of the check in one sentence is not to cost the answer.
        if (hasLoggedFault.compareAndSet(false, true)) {
          log.error("a sentence of the language model cannot be checked, more are not logged", e);
        }
        return Optional.empty();
      }
    }

    /** Takes note of what does not hold; false if the rest is not read. */
    private boolean drop(String text) {
      dropped.add(text);
      failures++;
      return failures < MAX_FAILURES;
    }

    /** Adds a sentence with what stands above it, and returns what was added. */
    private List<Sentence> keep(Sentence sentence, List<Sentence> sentences) {
      int before = sentences.size();
      List<Sentence> above = material.headingsAbove(sentence.citations());
      if (!above.isEmpty() && !above.equals(current)) {
        sentences.addAll(above);
        current = above;
      }
      List<Statement> statements =
          sentence.citations().stream()
              .map(n -> material.citations().get(n - 1).statement())
              .toList();
      sentences.add(new Sentence(sentence.form(), sentence.text(), citations.cite(statements)));
      return List.copyOf(sentences.subList(before, sentences.size()));
    }

    /** Whether what was kept says all that has to be said. */
    boolean isWhole() {
      return !kept.isEmpty() && said.isAll();
    }

    int kept() {
      return keptAsNumbered.size();
    }

    List<String> dropped() {
      return List.copyOf(dropped);
    }

    /**
     * What was shown, and behind it what it does not say.
     *
     * @param failure why the model did not go on, if it failed
     */
    Answer answer(Optional<ModelReply.Reason> failure) {
      List<Sentence> sentences = new ArrayList<>(material.lead());
      sentences.addAll(kept);
      List<Sentence> missing = said.missing(Draft.MAX_CHARS - chars);
      missing.forEach(sentence -> keep(sentence, sentences));
      sentences.addAll(material.rest());
      if (!missing.isEmpty()) {
        failure.map(reason -> note(REST_NOTE, reason)).ifPresent(sentences::add);
      }
      return new Answer.Answered(sentences, citations.citations(), material.suggestions());
    }
  }
}
