package dev.rolewise.bot;

import dev.rolewise.bot.answer.RoleAnswerer;
import dev.rolewise.bot.answer.Search;
import dev.rolewise.bot.config.Configuration;
import dev.rolewise.bot.console.Workspace;
import dev.rolewise.bot.console.Workspaces;
import dev.rolewise.knowledge.document.DocumentFolders;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.embedding.CachedEmbedder;
import dev.rolewise.knowledge.embedding.EnglishWords;
import dev.rolewise.knowledge.embedding.MiniLmEmbedder;
import dev.rolewise.knowledge.index.Embedder;
import dev.rolewise.knowledge.index.KnowledgeBase;
import dev.rolewise.knowledge.retrieval.Filter;
import dev.rolewise.knowledge.retrieval.HybridIndex;
import dev.rolewise.knowledge.retrieval.QuestionReader;
import dev.rolewise.knowledge.retrieval.QuestionWords;
import dev.rolewise.knowledge.retrieval.Retrieval;
import dev.rolewise.knowledge.retrieval.SectionMatch;
import dev.rolewise.knowledge.retrieval.Spelling;
import java.nio.file.Path;
import java.util.List;

/** Builds the services of the program. */
final class Wiring implements Workspaces {
  private final Embedder embedder;

  /**
   * The services for a configuration.
   *
   * @param home folder of the program; sources below it are shown relative to it
   */
  Wiring(Configuration configuration, Path home) {
    Path cache = configuration.dataDir().resolve("cache");
    embedder = new CachedEmbedder(new MiniLmEmbedder(cache), cache);
  }

  @Override
  public Opened open(List<Path> folders) {
    Documents documents = read(folders);
    if (documents.documents().isEmpty()) {
      return new Opened.Failed(documents.problems());
    }
    KnowledgeBase knowledge = KnowledgeBase.of(documents);
    HybridIndex index = HybridIndex.build(knowledge.documents(), embedder);
    var spelling = new Spelling(index.vocabulary(), QuestionWords.with(knowledge.jobs()), new EnglishWords());
    var reader = new QuestionReader(knowledge.jobs(), text -> spelling.correct(text).text());
    var answerer = new RoleAnswerer(knowledge, reader, new IndexSearch(index, embedder));
    return new Opened.Ready(Workspace.of(knowledge, answerer), knowledge.problems());
  }

  @Override
  public Documents read(List<Path> folders) {
    return DocumentFolders.read(folders);
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
