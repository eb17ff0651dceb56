package dev.rolewise.bot;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.answer.Search;
import dev.rolewise.bot.bench.JavaProcesses;
import dev.rolewise.bot.bench.Processes;
import dev.rolewise.bot.command.AskCommand;
import dev.rolewise.bot.command.ChartCommand;
import dev.rolewise.bot.command.Command;
import dev.rolewise.bot.command.Commands;
import dev.rolewise.bot.command.CompareCommand;
import dev.rolewise.bot.command.HelpCommand;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.command.RoleCommand;
import dev.rolewise.bot.command.RolesCommand;
import dev.rolewise.bot.command.SalaryCommand;
import dev.rolewise.bot.command.SourcesCommand;
import dev.rolewise.bot.command.WhyCommand;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.console.Workspaces;
import dev.rolewise.bot.llm.LanguageModels;
import dev.rolewise.bot.llm.ModelHost;
import dev.rolewise.bot.llm.ModelTally;
import dev.rolewise.bot.state.SqlState;
import dev.rolewise.knowledge.doctor.Doctor;
import dev.rolewise.knowledge.document.DocumentFolders;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.embedding.CachedEmbedder;
import dev.rolewise.knowledge.embedding.EnglishWords;
import dev.rolewise.knowledge.embedding.MiniLmEmbedder;
import dev.rolewise.knowledge.index.Embedder;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.index.SavedKnowledge;
import dev.rolewise.knowledge.retrieval.Filter;
import dev.rolewise.knowledge.retrieval.HybridIndex;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import dev.rolewise.knowledge.retrieval.QuestionWords;
import dev.rolewise.knowledge.retrieval.Retrieval;
import dev.rolewise.knowledge.retrieval.SavedVectors;
import dev.rolewise.knowledge.retrieval.SectionMatch;
import dev.rolewise.knowledge.retrieval.Spelling;
import dev.rolewise.knowledge.retrieval.TopicModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Builds the services of the program. */
final class Wiring implements Workspaces {
  private static final Logger log = LoggerFactory.getLogger(Wiring.class);

  private final Configuration configuration;
  private final Path home;
  private final Path dataDir;
  private final MiniLmEmbedder model;
  private final Embedder embedder;
  private final SavedKnowledge saved;
  private final Clock clock;

  /** Understands questions about the documents that were opened last. */
  private @Nullable QuestionReader reader;

  private @Nullable ModelTally tally;
  private final StateLedger ledger;

  /**
   * The services for a configuration.
   *
   * @param home folder of the program; sources below it are shown relative to it
   * @param progress told while documents are embedded
   * @param clock tells which forecasts have passed
   */
  Wiring(Configuration configuration, Path home, CachedEmbedder.Progress progress, Clock clock) {
    this.configuration = configuration;
    this.clock = clock;
    this.home = home;
    dataDir = configuration.dataDir();
    Path cache = dataDir.resolve("cache");
    model = new MiniLmEmbedder(cache);
    embedder = new CachedEmbedder(model, cache, progress);
    saved = new SavedKnowledge(cache);
    ledger = new StateLedger(() -> SqlState.open(configuration.state().url(), clock));
  }

  /** The commands that every platform has, in the order they are shown. */
  static Commands commands() {
    List<Command> commands =
        List.of(
            new AskCommand(),
            new RolesCommand(),
            new RoleCommand(),
            new SalaryCommand(),
            new CompareCommand(),
            new ChartCommand(),
            new SourcesCommand(),
            new WhyCommand());
    List<Command> all = new ArrayList<>(commands);
    all.add(new HelpCommand(commands));
    return new Commands(all);
  }

  @Override
  public Opened open(List<Path> folders, Purpose purpose) {
    // Not a switch over types, which costs a process that is just starting several milliseconds.
    boolean isModelNeeded =
        purpose instanceof Purpose.OneQuestion(String question)
            ? !PayGuess.isAboutPay(question)
            : purpose instanceof Purpose.ManyQuestions;
    // Not a daemon: a process must not end in the middle of native code.
    CompletableFuture<Void> loading =
        isModelNeeded
            ? CompletableFuture.runAsync(
                model::load, task -> Thread.ofPlatform().name("model").start(task))
            : CompletableFuture.completedFuture(null);
    SavedKnowledge.Key key = saved.key(folders, Path.of("").toAbsolutePath() + "\n" + home);
    Optional<SavedKnowledge.Found> known = saved.find(key);
    if (known.isPresent()) {
      KnowledgeBase knowledge = known.get().knowledge();
      ByteBuffer words = known.get().index();
      var vectors = new KeptVectors(saved, key);
      CompletableFuture<HybridIndex> indexing =
          startIndexing(
              () -> HybridIndex.restore(knowledge.documents(), embedder, vectors, words),
              isModelNeeded);
      return ready(knowledge, indexing, loading, purpose);
    }
    Documents documents = read(folders);
    if (documents.documents().isEmpty()) {
      loading.exceptionally(_ -> null).join();
      return new Opened.Failed(documents.problems());
    }
    SavedVectors vectors =
        SavedKnowledge.canSave(documents) ? new KeptVectors(saved, key) : SavedVectors.NONE;
    CompletableFuture<HybridIndex> indexing =
        startIndexing(
            () -> HybridIndex.build(documents.documents(), embedder, vectors), isModelNeeded);
    KnowledgeBase knowledge = KnowledgeBase.of(documents);
    // Not a daemon: nobody waits for it, but it is to be finished.
    Thread.ofPlatform().name("saver").start(() -> save(key, knowledge, indexing));
    return ready(knowledge, indexing, loading, purpose);
  }

  private void save(
      SavedKnowledge.Key key, KnowledgeBase knowledge, CompletableFuture<HybridIndex> indexing) {
    try {
      saved.save(key, knowledge, indexing.join().savedWords());
    } catch (CompletionException e) {
      log.debug("nothing to save: whoever asks is told why", e);
    }
  }

  private CompletableFuture<HybridIndex> startIndexing(
      Supplier<HybridIndex> index, boolean isModelNeeded) {
    return CompletableFuture.supplyAsync(
        () -> {
          HybridIndex made = index.get();
          if (isModelNeeded) {
            made.startVectors();
          }
          return made;
        },
        task -> Thread.ofPlatform().name("word-index").daemon().start(task));
  }

  /** Puts the services together, and waits for what the purpose needs at once. */
  private Opened ready(
      KnowledgeBase knowledge,
      CompletableFuture<HybridIndex> indexing,
      CompletableFuture<Void> loading,
      Purpose purpose) {
    CompletableFuture<Spelling> spelling =
        indexing.thenApply(index ->
            new Spelling(
                index.vocabulary(), QuestionWords.with(knowledge.jobs()), new EnglishWords()));
    var search = new IndexSearch(indexing, embedder);
    reader =
        new QuestionReader(
            knowledge.jobs(),
            text -> spelling.join().correct(text).text(),
            text -> TopicModel.bundled().guess(search.vectorOf(text)));
    var library = Library.of(knowledge, reader, search);
    if (purpose instanceof Purpose.ManyQuestions) {
      spelling.join();
      indexing.join().loadVectors();
      loading.join();
    }
    return new Opened.Ready(library, knowledge.problems());
  }

  /** Understands questions about the documents that were opened last. */
  QuestionReader reader() {
    return requireNonNull(reader, "nothing was opened");
  }

  @Override
  public Modelled withModel(Library library) {
    if (!configuration.llm().isWanted()) {
      return new Modelled.None(library);
    }
    Optional<String> problem = Optional.empty();
    switch (LanguageModels.ask(configuration.llm())) {
      case ModelHost.Ready _ -> {}
      case ModelHost.Unreachable(String reason) -> problem = Optional.of(reason);
      case ModelHost.Refused(String reason) -> {
        return new Modelled.Refused(reason);
      }
    }
    Phrasing phrasing = Phrasing.of(configuration.llm(), library, reader(), clock, ledger);
    tally = phrasing.tally();
    return new Modelled.Phrased(phrasing.library(), problem);
  }

  @Override
  public Served serve(Library library) {
    return switch (Service.start(
        configuration,
        commands(),
        library,
        clock,
        Optional.ofNullable(tally).map(counted -> new ModelCounts(counted, ledger)),
        Service::closeWithTheProcess)) {
      case Service.Start.Refused(String problem) -> new Served.Refused(problem);
      case Service.Start.Started(Service service) -> {
        service.runUntilItIsClosed();
        yield new Served.Stopped();
      }
    };
  }

  @Override
  public Documents read(List<Path> folders) {
    return DocumentFolders.read(folders, home);
  }

  @Override
  public Checkup check(List<Path> folders) {
    Documents documents = read(folders);
    return new Checkup(
        documents.documents().size(), Doctor.examine(documents, Year.now(clock).getValue()));
  }

  @Override
  public Processes processes() throws IOException {
    return JavaProcesses.likeThisOne(home, Main.class, dataDir, System::nanoTime);
  }

  /** The vectors of folders in one state. */
  private record KeptVectors(SavedKnowledge saved, SavedKnowledge.Key key) implements SavedVectors {
    @Override
    public Optional<ByteBuffer> find() {
      return saved.findVectors(key);
    }

    @Override
    public void save(byte[] vectors) {
      saved.saveVectors(key, vectors);
    }
  }

  /**
   * Embeds a question when its vector is asked for, once for searches of the same text in a row.
   */
  private static final class IndexSearch implements Search {
    private final CompletableFuture<HybridIndex> index;
    private final Embedder embedder;
    private volatile Map.@Nullable Entry<String, float[]> last;

    IndexSearch(CompletableFuture<HybridIndex> index, Embedder embedder) {
      this.index = index;
      this.embedder = embedder;
    }

    @Override
    public Retrieval statements(String words, String meaning, Filter filter, int count) {
      return index.join().search(words, () -> vectorOf(meaning), filter, count);
    }

    @Override
    public List<SectionMatch> sections(String words, String meaning, Filter filter, int count) {
      return index.join().sections(words, () -> vectorOf(meaning), filter, count);
    }

    private float[] vectorOf(String text) {
      Map.Entry<String, float[]> known = last;
      if (known == null || !known.getKey().equals(text)) {
        known = Map.entry(text, embedder.embed(text));
        last = known;
      }
      return known.getValue();
    }

    @Override
    public double coverage(String text) {
      return index.join().coverage(text);
    }
  }
}
