package dev.rolewise.bot.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.command.Library;
import dev.rolewise.knowledge.document.DocumentFolders;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Statement;
import dev.rolewise.knowledge.embedding.EnglishWords;
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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bundled role documents and questions, read once. */
public final class Corpus {
  private static final Path FOLDER = Path.of("../knowledge");

  public static final KnowledgeBase KNOWLEDGE =
      KnowledgeBase.of(DocumentFolders.read(List.of(FOLDER.resolve("roles"))));

  /**
   * A question of the project's own set.
   *
   * @param history earlier questions, oldest first
   */
  record Asked(String question, List<String> history) {}

  private Corpus() {}

  static Answerer answerer() {
    return library(KNOWLEDGE).answerer();
  }

  /** A library that searches by words alone, without a model. */
  public static Library library(KnowledgeBase knowledge) {
    var embedder = new WordHashEmbedder();
    HybridIndex index = HybridIndex.build(knowledge.documents(), embedder);
    return Library.of(knowledge, reader(knowledge, index), new IndexSearch(index, embedder));
  }

  /** Understands questions as the library does. */
  public static QuestionReader reader(KnowledgeBase knowledge) {
    return reader(knowledge, HybridIndex.build(knowledge.documents(), new WordHashEmbedder()));
  }

  private static QuestionReader reader(KnowledgeBase knowledge, HybridIndex index) {
    var spelling =
        new Spelling(index.vocabulary(), QuestionWords.with(knowledge.jobs()), new EnglishWords());
    return new QuestionReader(knowledge.jobs(), text -> spelling.correct(text).text());
  }

  static List<Asked> questions() {
    var json = new ObjectMapper();
    List<Asked> questions = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve("questions.jsonl"))) {
        JsonNode node = json.readTree(line);
        List<String> history = new ArrayList<>();
        node.path("history").forEach(earlier -> history.add(earlier.asText()));
        questions.add(new Asked(node.path("question").asText(), history));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return questions;
  }

  static Citation cite(int number, Statement statement) {
    RoleDocument document = KNOWLEDGE.documentOf(statement);
    return new Citation(
        number, document.title(), document.source(), document.asOf(), document.market(), statement);
  }

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
