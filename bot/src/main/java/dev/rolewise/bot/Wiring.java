package dev.rolewise.bot;

import dev.rolewise.bot.answer.RoleAnswerer;
import dev.rolewise.bot.answer.Search;
import dev.rolewise.bot.bench.JavaProcesses;
import dev.rolewise.bot.bench.Processes;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.console.Workspace;
import dev.rolewise.bot.console.Workspaces;
import dev.rolewise.knowledge.document.DocumentFolders;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.embedding.CachedEmbedder;
import dev.rolewise.knowledge.embedding.EnglishWords;
import dev.rolewise.knowledge.embedding.MiniLmEmbedder;
import dev.rolewise.knowledge.fact.PayTerms;
import dev.rolewise.knowledge.index.Embedder;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Filter;
import dev.rolewise.knowledge.retrieval.HybridIndex;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import dev.rolewise.knowledge.retrieval.QuestionWords;
import dev.rolewise.knowledge.retrieval.Retrieval;
import dev.rolewise.knowledge.retrieval.SectionMatch;
import dev.rolewise.knowledge.retrieval.Spelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Builds the services of the program. */
final class Wiring implements Workspaces {
  private final Path home;
  private final Path dataDir;
  private final MiniLmEmbedder model;
  private final Embedder embedder;

  /**
   * The services for a configuration.
   *
   * @param home folder of the program; sources below it are shown relative to it
   * @param progress told while documents are embedded
   */
  Wiring(Configuration configuration, Path home, CachedEmbedder.Progress progress) {
    this.home = home;
    dataDir = configuration.dataDir();
    Path cache = dataDir.resolve("cache");
    model = new MiniLmEmbedder(cache);
    embedder = new CachedEmbedder(model, cache, progress);
  }

  @Override
  public Opened open(List<Path> folders, Purpose purpose) {
    CompletableFuture<Void> loading = loadModelMeanwhile(purpose);
    Documents documents = read(folders);
    if (documents.documents().isEmpty()) {
      // The process will end now, which it must not in the middle of native code.
      loading.exceptionally(_ -> null).join();
      return new Opened.Failed(documents.problems());
    }
    CompletableFuture<HybridIndex> indexing =
        CompletableFuture.supplyAsync(
            () -> HybridIndex.build(documents.documents(), embedder),
            task -> Thread.ofPlatform().name("word-index").daemon().start(task));
    KnowledgeBase knowledge = KnowledgeBase.of(documents);
    HybridIndex index = indexing.join();
    if (purpose instanceof Purpose.ManyQuestions) {
      index.loadVectors();
      loading.join();
    }
    var spelling =
        new Spelling(index.vocabulary(), QuestionWords.with(knowledge.jobs()), new EnglishWords());
    var reader = new QuestionReader(knowledge.jobs(), text -> spelling.correct(text).text());
    var answerer = new RoleAnswerer(knowledge, reader, new IndexSearch(index, embedder));
    return new Opened.Ready(Workspace.of(knowledge, answerer), knowledge.problems());
  }

  /**
   * Loads the model while documents are read, unless the question is likely to be answered from
   * facts, which takes no model. The thread is not a daemon: a process must not end in the middle
   * of native code.
   */
  private CompletableFuture<Void> loadModelMeanwhile(Purpose purpose) {
    boolean isNeeded =
        switch (purpose) {
          case Purpose.OneQuestion(String question) -> !PayTerms.isPay(question);
          case Purpose.ManyQuestions _ -> true;
        };
    return isNeeded
        ? CompletableFuture.runAsync(
            model::load, task -> Thread.ofPlatform().name("model").start(task))
        : CompletableFuture.completedFuture(null);
  }

  @Override
  public Documents read(List<Path> folders) {
    return DocumentFolders.read(folders);
  }

  @Override
  public Processes processes() throws IOException {
    return JavaProcesses.likeThisOne(home, Main.class, dataDir, System::nanoTime);
  }

  /** Embeds a question when the index asks for its vector. */
  private record IndexSearch(HybridIndex index, Embedder embedder) implements Search {
    @Override
    public Retrieval statements(String words, String meaning, Filter filter, int count) {
      return index.search(words, () -> embedder.embed(meaning), filter, count);
    }

    @Override
    public List<SectionMatch> sections(String words, String meaning, Filter filter, int count) {
      return index.sections(words, () -> embedder.embed(meaning), filter, count);
    }

    @Override
    public double coverage(String text) {
      return index.coverage(text);
    }
  }
}
