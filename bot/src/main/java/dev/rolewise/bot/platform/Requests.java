package dev.rolewise.bot.platform;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Asker;
import dev.rolewise.bot.answer.Citation;
import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.command.Call;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.Conversation;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.Outcome;
import dev.rolewise.bot.command.Outcome.Coverage;
import dev.rolewise.bot.platform.Recipient.Delivery;
import dev.rolewise.bot.platform.Request.Condition;
import dev.rolewise.bot.platform.Request.Wanted;
import dev.rolewise.bot.platform.Request.Work;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Block.Paragraph;
import dev.rolewise.bot.render.Block.Suggestions;
import dev.rolewise.bot.render.Reply;
import dev.rolewise.bot.render.SavedReply;
import dev.rolewise.bot.state.Feedback;
import dev.rolewise.bot.state.KeptAnswer;
import dev.rolewise.bot.state.State;
import dev.rolewise.bot.state.StateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings every request that is accepted to an outcome that somebody sees: an answer, a refusal, a
 * word about wrong use, or an apology. A request that is delivered again has no second outcome.
 * Requests of one thread are handled in the order they came. Safe for many threads.
 */
public final class Requests implements AutoCloseable {
  /** Whether a request is taken care of. */
  public enum Accepted {
    YES,
    /** The bot is stopping: whoever brought the request is to deliver it again. */
    NO
  }

  /**
   * How much is done at once.
   *
   * @param waiting most requests that wait or are worked on; others get an apology
   * @param working most commands that work at the same time; those that wait for a language model
   *     do not count
   * @param drain how long {@link #close} waits for what was accepted
   * @param farewell how long it takes at most after that to tell everybody else that nothing comes
   */
  public record Limits(int waiting, int working, Duration drain, Duration farewell) {
    public static final Limits DEFAULT =
        new Limits(20_000, 2 * Runtime.getRuntime().availableProcessors(), Duration.ofSeconds(25));

    /** With the time that an apology takes where nothing is slow. */
    public Limits(int waiting, int working, Duration drain) {
      this(waiting, working, drain, Duration.ofSeconds(5));
    }

    public Limits {
      requireNonNull(drain, "drain");
      requireNonNull(farewell, "farewell");
      if (waiting < 1 || working < 1) {
        throw new IllegalArgumentException("waiting and working must be at least 1");
      }
    }
  }

  /** Said when something fails that nobody can do anything about. */
  public static final String FAILED =
      "Sorry, something went wrong on my side and this was not answered. Please try again.";

  static final String BUSY = "Sorry, too many questions at once. Please ask again in a minute.";
  static final String STOPPED =
      "Sorry, I was stopped before I could answer this. Please ask again in a few minutes.";
  static final String NOT_SHOWN =
      "Sorry, the answer could not be shown here. Please ask for a part of it.";

  private static final Logger log = LoggerFactory.getLogger(Requests.class);
  private static final int REMEMBERED = 20_000;

  private final Commands commands;
  private final Supplier<Library> library;
  private final State state;
  private final Conversations conversations;
  private final Answers answers;
  private final Limits limits;
  private final Supplier<String> ids;
  private final Lanes lanes;

  private final Workers workers;
  private final Recent seen = new Recent(REMEMBERED);

  /** Events of which an outcome is shown without the store knowing it. */
  private final Queue<String> unnoted = new ConcurrentLinkedQueue<>();

  /** What was accepted and has no outcome yet. */
  private final Set<Turn> open = ConcurrentHashMap.newKeySet();

  /**
   * @param library what commands work with, asked for once for each request
   * @param ids gives answers ids that nobody can guess
   */
  public Requests(
      Commands commands,
      Supplier<Library> library,
      State state,
      Limits limits,
      Supplier<String> ids) {
    this.commands = commands;
    this.library = library;
    this.state = state;
    this.limits = limits;
    this.ids = ids;
    conversations = new Conversations(state);
    answers = new Answers(state);
    lanes = new Lanes(limits.waiting());
    workers = new Workers(limits.working());
  }

  /**
   * Accepts a request and returns at once.
   *
   * @param recipient waits for the outcome
   * @param meter notes it
   */
  public Accepted accept(Request request, Recipient recipient, Meter meter) {
    long start = System.nanoTime();
    var turn = new Turn(request, recipient, () -> begin(request));
    open.add(turn);
    return switch (lanes.take(request.thread(), () -> handle(turn, meter, start))) {
      case YES -> {
        if (request.condition() == Condition.ALWAYS) {
          // What waits for others of its thread is not lost either when the process dies.
          Thread.ofVirtual().start(() -> turn.claim(() -> claim(request)));
        }
        yield Accepted.YES;
      }
      case CLOSED -> {
        open.remove(turn);
        yield Accepted.NO;
      }
      case FULL -> {
        Thread.ofVirtual().start(() -> refuse(turn, BUSY, meter, start));
        yield Accepted.YES;
      }
    };
  }

  /**
   * Tells at once why a request is not accepted, unless it has an outcome already and only came
   * again. Waits until that is shown.
   *
   * @param recipient waits for the outcome
   * @param words the reason
   */
  public void decline(Request request, Recipient recipient, String words) {
    refuse(
        new Turn(request, recipient, () -> begin(request)), words, Meter.NONE, System.nanoTime());
  }

  /** What requests are answered from now. */
  public Library library() {
    return library.get();
  }

  /**
   * Whether an answer can still be asked about and judged; one counts as kept when that cannot be
   * found out.
   *
   * @param answer its id
   */
  public boolean isKept(String answer) {
    try {
      return answers.find(answer).isPresent();
    } catch (StateException e) {
      log.error("an answer could not be found", e);
      return true;
    }
  }

  /**
   * A question that somebody asked.
   *
   * @param answer id of the answer
   */
  public record Asked(String answer, String question) {
    public Asked {
      requireNonNull(answer, "answer");
      requireNonNull(question, "question");
    }
  }

  /**
   * The last questions of somebody, newest first, each once.
   *
   * @param asker as requests name them
   */
  public List<Asked> asked(String asker) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    for (KeptAnswer kept : state.findAsked(asker)) {
      String question = question(kept);
      asked.putIfAbsent(question.toLowerCase(Locale.ROOT), new Asked(kept.id(), question));
    }
    return List.copyOf(asked.values());
  }

  /** Requests that were accepted and have no outcome yet. */
  public int unfinished() {
    return lanes.unfinished();
  }

  /** Accepts nothing more, finishes what was accepted, and apologises for what takes too long. */
  @Override
  public void close() {
    int left = lanes.close(limits.drain());
    if (left > 0) {
      log.error("stopping with {} requests unanswered", left);
      sayFarewell();
    }
    workers.close();
  }

  /** Tells whoever still waits that no answer comes, everybody at once. */
  private void sayFarewell() {
    ExecutorService telling = Executors.newVirtualThreadPerTaskExecutor();
    long start = System.nanoTime();
    for (Turn turn : open) {
      telling.execute(() -> refuse(turn, STOPPED, Meter.NONE, start));
    }
    telling.shutdown();
    try {
      if (!telling.awaitTermination(limits.farewell().toMillis(), TimeUnit.MILLISECONDS)) {
        log.error("not everybody could be told that the bot stopped");
        telling.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      telling.shutdownNow();
    }
  }

  private void refuse(Turn turn, String words, Meter meter, long start) {
    try {
      if (turn.take(() -> isSurelyForTheBot(turn.request()) && claim(turn.request()))) {
        apologise(turn.recipient(), words);
        note(turn.request(), AnswerOutcome.FAILED, meter, start);
      }
    } catch (RuntimeException e) {
      log.error("a request could not be refused", e);
    } finally {
      open.remove(turn);
    }
  }

  private void handle(Turn turn, Meter meter, long start) {
    Request request = turn.request();
    boolean isTaken = false;
    try {
      if (!turn.claim(() -> isForTheBot(request) && claim(request))) {
        log.debug("for others or delivered again, left alone");
        return;
      }
      turn.recipient().begin();
      long began = System.nanoTime();
      Prepared prepared = prepare(turn, start);
      long millis = (System.nanoTime() - began) / 1_000_000;
      prepared.kept().ifPresent(answers::keep);
      isTaken = turn.take();
      if (isTaken) {
        note(request, finish(turn, prepared, millis), meter, start);
      }
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      log.error("a request could not be handled", e);
      if (isTaken || turn.take()) {
        apologise(turn.recipient(), FAILED);
        note(request, AnswerOutcome.FAILED, meter, start);
      }
    } finally {
      open.remove(turn);
    }
  }

  /** Whether a request is for the bot as far as that can be told without answering it. */
  private boolean isSurelyForTheBot(Request request) {
    return switch (request.condition()) {
      case ALWAYS -> true;
      case IN_KNOWN_THREAD -> conversations.isKnown(request.thread());
      case STANDING_ALONE_IN_KNOWN_THREAD -> false;
    };
  }

  private boolean isForTheBot(Request request) {
    return switch (request.condition()) {
      case ALWAYS, IN_KNOWN_THREAD -> isSurelyForTheBot(request);
      case STANDING_ALONE_IN_KNOWN_THREAD ->
          conversations.isKnown(request.thread())
              && covered(request).filter(coverage -> coverage == Coverage.FULL).isPresent();
    };
  }

  /** How far the documents answer a question by itself; nothing for what is no question. */
  private Optional<Coverage> covered(Request request) {
    return request.work() instanceof Work.Run(var command, var given)
            && run(command, given, Conversation.NEW, library.get().offline())
                instanceof Outcome.Replied replied
        ? Optional.of(replied.coverage())
        : Optional.empty();
  }

  private static void note(Request request, AnswerOutcome outcome, Meter meter, long start) {
    switch (request.work()) {
      case Work.Run _, Work.Suggested _ ->
          meter.answered(outcome, Duration.ofNanos(System.nanoTime() - start));
      case Work.About _, Work.Rate _, Work.Help _, Work.Explain _ -> {}
    }
  }

  /** Without its store a request still has one outcome, as long as the process lives. */
  private boolean claim(Request request) {
    if (request.event().isEmpty()) {
      return true;
    }
    String event = request.event().get();
    boolean isFree = true;
    try {
      isFree = state.claim(event, request.kept());
    } catch (StateException e) {
      log.error("a request could not be marked as handled", e);
    }
    return isFree && seen.isNew(event);
  }

  /** Whether the outcome of a claimed request may be shown; without its store it may. */
  private boolean begin(Request request) {
    try {
      return request.event().isEmpty() || state.begin(request.event().get());
    } catch (StateException e) {
      log.error("it could not be noted that an outcome is shown", e);
      request.event().ifPresent(unnoted::add);
      return true;
    }
  }

  /**
   * Renews the claims of this process, to be called every third of {@link State#LEASE}.
   *
   * @throws StateException if the store cannot be reached
   */
  public void renewClaims() {
    // None is left to another process of which an outcome was shown.
    Iterator<String> events = unnoted.iterator();
    while (events.hasNext()) {
      boolean _ = state.begin(events.next());
      events.remove();
    }
    state.renew();
  }

  /**
   * What requests kept whose process ended before it began to show an outcome, oldest first, each
   * once.
   *
   * @throws StateException if the store cannot be reached
   */
  public List<String> takeOver() {
    return state.takeOver();
  }

  private AnswerOutcome finish(Turn turn, Prepared prepared, long millis) {
    Request request = turn.request();
    return switch (turn.recipient().show(prepared.shown())) {
      case Delivery.Delivered shown -> {
        remember(request, prepared, shown);
        log.info("{} done in {} ms", describe(request.work()), millis);
        yield prepared.outcome();
      }
      case Delivery.Failed(String reason) -> {
        log.error("{} could not be shown: {}", describe(request.work()), reason);
        apologise(turn.recipient(), NOT_SHOWN);
        yield AnswerOutcome.FAILED;
      }
    };
  }

  /** What is shown stays shown, whatever becomes of this. */
  private void remember(Request request, Prepared prepared, Delivery.Delivered shown) {
    prepared
        .next()
        .ifPresent(next ->
            Stream.concat(Stream.of(request.thread()), shown.thread().stream())
                .distinct()
                .forEach(thread -> conversations.save(thread, next)));
    try {
      if (prepared.kept().isPresent()) {
        KeptAnswer kept = prepared.kept().get();
        state.placed(kept.id(), shown.place());
        if (request.asker().isPresent() && !question(kept).isEmpty()) {
          state.asked(request.asker().get(), kept.id());
        }
      }
    } catch (StateException e) {
      log.error("what was shown could not be remembered", e);
    }
  }

  private static void apologise(Recipient recipient, String words) {
    try {
      if (recipient.apologise(words) instanceof Delivery.Failed(String reason)) {
        log.error("an apology could not be shown: {}", reason);
      }
    } catch (RuntimeException e) {
      log.error("an apology could not be shown", e);
    }
  }

  private static String describe(Work work) {
    return switch (work) {
      case Work.Run(var command, _) -> command;
      case Work.About(_, var wanted) -> wanted.name().toLowerCase(Locale.ROOT);
      case Work.Suggested _ -> "suggestion";
      case Work.Rate _ -> "feedback";
      case Work.Help _ -> "help";
      case Work.Explain _ -> "word about wrong use";
    };
  }

  /** What to show, what to keep of it, the conversation after it, and what it came to. */
  private record Prepared(
      Shown shown, Optional<KeptAnswer> kept, Optional<Conversation> next, AnswerOutcome outcome) {
    static Prepared only(Reply reply, AnswerOutcome outcome) {
      return new Prepared(Shown.plain(reply), Optional.empty(), Optional.empty(), outcome);
    }

    static Prepared only(Reply reply) {
      return only(reply, AnswerOutcome.ANSWERED);
    }
  }

  /**
   * @param start when the request was accepted, by {@link System#nanoTime}
   */
  private Prepared prepare(Turn turn, long start) {
    Request request = turn.request();
    return switch (request.work()) {
      case Work.Run(var command, var given) ->
          run(request.thread(), command, given, asker(turn, List.of(), start));
      case Work.Rate rate -> rated(rate);
      case Work.Help _ -> helped(Optional.empty());
      case Work.Explain(String problem) -> helped(Optional.of(problem));
      case Work.Suggested(String answer, int place) ->
          answers
              .find(answer)
              .filter(kept -> place >= 0 && place < kept.suggestions().size())
              .map(kept -> suggested(turn, kept.suggestions().get(place), start))
              .orElseGet(Requests::forgotten);
      case Work.About(String answer, Wanted wanted) ->
          answers.find(answer).map(kept -> about(kept, wanted)).orElseGet(Requests::forgotten);
    };
  }

  private Prepared rated(Work.Rate rate) {
    if (answers.find(rate.answer()).isEmpty()) {
      return forgotten();
    }
    Feedback.Verdict verdict =
        switch (rate.verdict()) {
          case GOOD -> Feedback.Verdict.GOOD;
          case BAD -> Feedback.Verdict.BAD;
        };
    state.rate(new Feedback(rate.answer(), rate.rater(), verdict, rate.reason()));
    return Prepared.only(
        text(
            rate.reason().isEmpty()
                ? "Thank you, noted."
                : "Thank you, noted. Whoever keeps the documents can read your reason."));
  }

  private static Prepared forgotten() {
    return Prepared.only(
        text("This answer is too old to be looked up. Please ask again."), AnswerOutcome.NOT_FOUND);
  }

  private static Reply text(String words) {
    return new Reply(List.of(new Paragraph(words, List.of())));
  }

  /** Nobody wrote the question, so it is shown with its answer. */
  private Prepared suggested(Turn turn, String question, long start) {
    var heading = new Block.Heading(question, List.of());
    Prepared prepared =
        run(
            turn.request().thread(),
            "ask",
            Map.of("question", List.of(question)),
            asker(turn, List.of(heading), start));
    Shown shown = prepared.shown();
    List<Block> blocks = new ArrayList<>();
    blocks.add(heading);
    blocks.addAll(shown.reply().blocks());
    return new Prepared(
        new Shown(
            new Reply(blocks, shown.reply().rest()),
            shown.answer(),
            shown.question(),
            shown.suggestions()),
        prepared.kept(),
        prepared.next(),
        prepared.outcome());
  }

  private Prepared helped(Optional<String> problem) {
    if (run("help", Map.of(), Conversation.NEW) instanceof Outcome.Replied(Reply help, _, _, _)) {
      List<Block> blocks = new ArrayList<>();
      problem.ifPresent(words -> blocks.add(new Paragraph(words, List.of())));
      blocks.addAll(help.blocks());
      return Prepared.only(new Reply(blocks, help.rest()));
    }
    return Prepared.only(text(problem.orElse("Ask a question in your own words.")));
  }

  /**
   * Whoever waits for a command, and sees its answer grow.
   *
   * @param above what stands above the answer
   * @param start when the request was accepted, by {@link System#nanoTime}
   */
  private static Supplier<Asker> asker(Turn turn, List<Block> above, long start) {
    List<Sentence> sentences = new ArrayList<>();
    Consumer<Sentence> shown =
        sentence -> {
          sentences.add(sentence);
          if (sentence.form() == Sentence.Form.HEADING) {
            // It comes with what stands below it.
            return;
          }
          List<Block> blocks = new ArrayList<>(above);
          blocks.addAll(Reply.beginning(sentences).blocks());
          turn.grow(new Reply(blocks));
        };
    return () -> new Asker(shown, Duration.ofNanos(System.nanoTime() - start));
  }

  /**
   * @param asker made when the turn of the command comes
   */
  private Prepared run(
      String thread, String command, Map<String, List<String>> given, Supplier<Asker> asker) {
    Conversation before = conversations.find(thread, library.get().knowledge());
    return switch (run(command, given, before, library.get(), asker)) {
      case Outcome.Wrong(String problem) -> Prepared.only(text(problem), AnswerOutcome.MISUSED);
      case Outcome.Replied(Reply reply, Conversation next, Coverage coverage, var why) -> {
        String id = ids.get();
        List<String> suggestions = suggestions(reply);
        var kept =
            new KeptAnswer(
                id,
                command,
                given,
                before.questions(),
                Conversations.cited(next.citations()),
                suggestions,
                thread,
                "",
                SavedReply.write(reply),
                why.flatMap(SavedReply::write));
        var shown = new Shown(reply, Optional.of(id), question(kept), suggestions);
        yield new Prepared(shown, Optional.of(kept), Optional.of(next), outcome(coverage));
      }
    };
  }

  private static AnswerOutcome outcome(Coverage coverage) {
    return switch (coverage) {
      case FULL -> AnswerOutcome.ANSWERED;
      case NONE -> AnswerOutcome.NOT_FOUND;
      case UNCLEAR -> AnswerOutcome.CLARIFY;
    };
  }

  private static List<String> suggestions(Reply reply) {
    return reply.blocks().stream()
        .flatMap(block ->
            block instanceof Suggestions(var questions) ? questions.stream() : Stream.empty())
        .toList();
  }

  private static String question(KeptAnswer kept) {
    return kept.given().getOrDefault("question", List.of()).stream().findFirst().orElse("");
  }

  private Prepared about(KeptAnswer kept, Wanted wanted) {
    Optional<Reply> shown = read(kept.reply());
    return shown.isPresent() ? aboutShown(kept, shown.get(), wanted) : aboutForgotten(kept, wanted);
  }

  private static Optional<Reply> read(Optional<String> saved) {
    Optional<Reply> read = saved.flatMap(SavedReply::read);
    if (saved.isPresent() && read.isEmpty()) {
      log.warn("what an answer showed was kept in a form that is not known any more");
    }
    return read;
  }

  /** What was shown stays as it was, and nobody is asked again. */
  private Prepared aboutShown(KeptAnswer kept, Reply reply, Wanted wanted) {
    String question = question(kept);
    var before = new Conversation(kept.before(), List.of());
    return switch (wanted) {
      case AGAIN, SHARED -> {
        Conversation next =
            question.isEmpty()
                ? before.after(reply.citations())
                : before.after(question, reply.citations());
        yield again(kept, reply, next, wanted);
      }
      case SOURCES ->
          only(run("sources", Map.of(), new Conversation(kept.before(), reply.citations())));
      case WHY -> {
        Optional<Reply> why = read(kept.why());
        yield why.isPresent()
            ? Prepared.only(why.get())
            : only(why(question, before, library.get().offline()));
      }
    };
  }

  /** What was shown is not known, so it is found out once more. */
  private Prepared aboutForgotten(KeptAnswer kept, Wanted wanted) {
    String question = question(kept);
    List<Citation> citations = Conversations.citations(kept.citations(), library.get().knowledge());
    var before = new Conversation(kept.before(), List.of());
    boolean isChanged = citations.size() < kept.citations().size();
    return switch (wanted) {
      case AGAIN, SHARED ->
          switch (run(kept.command(), kept.given(), before)) {
            case Outcome.Wrong(String problem) -> Prepared.only(text(problem));
            case Outcome.Replied(Reply reply, Conversation next, _, _) ->
                again(kept, reply, next, wanted);
          };
      case WHY -> only(why(question, before, library.get()));
      case SOURCES ->
          only(
              isChanged && !question.isEmpty()
                  ? run("sources", Map.of("question", List.of(question)), before)
                  : run("sources", Map.of(), new Conversation(kept.before(), citations)));
    };
  }

  private Outcome why(String question, Conversation before, Library from) {
    return question.isEmpty()
        ? new Outcome.Wrong("why: this was no answer to a question")
        : run("why", Map.of("question", List.of(question)), before, from);
  }

  private static Prepared only(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Wrong(String problem) -> Prepared.only(text(problem));
      case Outcome.Replied(Reply reply, _, _, _) -> Prepared.only(reply);
    };
  }

  private static Prepared again(KeptAnswer kept, Reply reply, Conversation next, Wanted wanted) {
    return new Prepared(
        new Shown(reply, Optional.of(kept.id()), question(kept), suggestions(reply)),
        Optional.empty(),
        wanted == Wanted.SHARED ? Optional.of(next) : Optional.empty(),
        AnswerOutcome.ANSWERED);
  }

  private Outcome run(String name, Map<String, List<String>> given, Conversation before) {
    return run(name, given, before, library.get());
  }

  private Outcome run(
      String name, Map<String, List<String>> given, Conversation before, Library from) {
    return run(name, given, before, from, () -> Asker.PATIENT);
  }

  private Outcome run(
      String name,
      Map<String, List<String>> given,
      Conversation before,
      Library from,
      Supplier<Asker> asker) {
    Command command = commands.find(name).orElseThrow();
    try {
      return workers.call(() -> command.run(new Call(given, before, asker.get()), from));
    } catch (ExecutionException e) {
      throw new IllegalStateException("command " + name + " failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("command " + name + " was interrupted", e);
    }
  }
}
