package dev.rolewise.knowledge.retrieval;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.index.Embedder;
import dev.rolewise.knowledge.index.PassageStore.Match;
import dev.rolewise.knowledge.retrieval.Retrieval.Found;
import dev.rolewise.knowledge.retrieval.Retrieval.NothingRelevant;
import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds statements and sections by their words and by their meaning together.
 *
 * <p>Immutable and safe to use from many threads. Any text can be searched for: it is read as
 * words, never as a query language.
 */
public final class HybridIndex {
  private static final Logger log = LoggerFactory.getLogger(HybridIndex.class);

  /** Statements or sections that are compared in full, by words and by meaning each. */
  private static final int CANDIDATES = 200;

  /** Statements whose mean score is what a section's content is worth. */
  private static final int SECTION_STATEMENTS = 3;

  /** Nothing is relevant below both this similarity and this coverage. */
  private static final double MIN_SIMILARITY = 0.28;

  /** The same for documents that the question names: what it asks of them is narrower. */
  private static final double MIN_SIMILARITY_OF_NAMED = 0.15;

  private static final double MIN_COVERAGE = 0.5;

  private final Contents contents;
  private final Weights weights;
  private final WordIndex words;
  private final ContentVectors vectors;

  private HybridIndex(Contents contents, Weights weights, WordIndex words, ContentVectors vectors) {
    this.contents = contents;
    this.weights = weights;
    this.words = words;
    this.vectors = vectors;
  }

  /**
   * Indexes the words of the documents. Their statements and headings are embedded by {@link
   * #loadVectors} or by the first search.
   *
   * @param documents with ids of their own
   */
  public static HybridIndex build(List<RoleDocument> documents, Embedder embedder) {
    return build(documents, embedder, SavedVectors.NONE);
  }

  /**
   * Indexes the words of the documents.
   *
   * @param vectors where their vectors are kept
   */
  public static HybridIndex build(
      List<RoleDocument> documents, Embedder embedder, SavedVectors vectors) {
    var contents = new Contents(documents);
    return new HybridIndex(
        contents,
        Weights.DEFAULT,
        new WordIndex(documents, Weights.DEFAULT),
        new ContentVectors(contents, embedder, vectors));
  }

  /**
   * The index of the same documents from what {@link #savedWords} gave, or from their words if that
   * is of no use.
   *
   * @param vectors where their vectors are kept
   * @param savedWords what this build gave for these documents
   */
  public static HybridIndex restore(
      List<RoleDocument> documents,
      Embedder embedder,
      SavedVectors vectors,
      ByteBuffer savedWords) {
    var contents = new Contents(documents);
    try {
      var words = WordIndex.read(savedWords);
      if (words.isOf(contents)) {
        return new HybridIndex(
            contents, Weights.DEFAULT, words, new ContentVectors(contents, embedder, vectors));
      }
      log.warn("the saved words are those of other documents, they are indexed again");
    } catch (RuntimeException e) {
      log.warn("the saved words could not be read, they are indexed again: {}", e.toString());
    }
    return build(documents, embedder, vectors);
  }

  /** What the words came to, for {@link #restore}. */
  public byte[] savedWords() {
    return words.bytes();
  }

  /** Lets another thread embed the statements and headings, unless that is done. */
  public void startVectors() {
    var _ = vectors.start();
  }

  /** Embeds the statements and headings unless that is done, so that the first search is fast. */
  public void loadVectors() {
    ContentVectors.await(vectors.start());
  }

  /** The same index that ranks by other weights; what they say about BM25 stays. */
  HybridIndex rankingBy(Weights others) {
    return new HybridIndex(contents, others, words, vectors);
  }

  /** The words of the documents, for correcting questions. */
  public Vocabulary vocabulary() {
    return words;
  }

  /** Whether the documents have the word or another of its stem; true for function words. */
  public boolean wordKnown(String word) {
    return Stems.of(word).stream().allMatch(words::isKnown);
  }

  /** How much a word tells: near 0 if every statement has it, highest if none has it. */
  public double idf(String word) {
    return Stems.of(word).stream().mapToDouble(words::idf).max().orElse(0);
  }

  /**
   * How much of a text is in words the documents have, from 0 to 1; 1 for a text of function words
   * only. A word counts by how much it tells.
   */
  public double coverage(String text) {
    return words.query(Stems.of(text)).coverage();
  }

  /**
   * Statements that bear on a question, best first.
   *
   * @param query the question's text
   * @param queryVector gives the question's vector of unit length, or an empty array to search by
   *     words only
   * @param count most passages to return, at least 1
   */
  public Retrieval search(String query, Supplier<float[]> queryVector, Filter filter, int count) {
    requirePositive(count);
    var search = new Search(query, queryVector, filter);
    List<Passage> passages = search.isIrrelevant() ? List.of() : search.passages(count);
    return passages.isEmpty() ? new NothingRelevant(search.bestSimilarity()) : new Found(passages);
  }

  /**
   * Sections that bear on a question as a whole, best first: by their headings, and by the best
   * statements in them and in what is nested in them. Empty if the filter accepts none.
   *
   * @param query the question's text
   * @param queryVector gives the question's vector of unit length, or an empty array to search by
   *     words only
   * @param count most sections to return, at least 1
   */
  public List<SectionMatch> sections(
      String query, Supplier<float[]> queryVector, Filter filter, int count) {
    requirePositive(count);
    return new Search(query, queryVector, filter).sections(count);
  }

  private static void requirePositive(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be at least 1, got " + count);
    }
  }

  /** One question against the whole index. */
  private final class Search {
    private final float[] vector;
    private final ContentVectors.Stores stores;
    private final Filter filter;
    private final WordIndex.Query query;
    private final BitSet acceptedSections;
    private final double[] bonuses;
    private final BitSet candidates = new BitSet();
    private final Map<Integer, Double> similarities = new HashMap<>();
    private final Map<Integer, Double> scores = new HashMap<>();
    private double bestSimilarity;

    Search(String text, Supplier<float[]> queryVector, Filter filter) {
      var started = vectors.start();
      vector = queryVector.get();
      stores = ContentVectors.await(started);
      this.filter = filter;
      query = words.query(Stems.of(text));
      acceptedSections = contents.sectionsIn(filter);
      bonuses = IntStream.range(0, contents.documents.size()).mapToDouble(this::bonus).toArray();
      WordIndex.Query content = query.discounting(namedDocuments(), weights.namedRole());
      float[] wordScores = content.scores();
      BitSet accepted = contents.statementsIn(acceptedSections);
      collectByWords(wordScores, accepted);
      collectByMeaning(accepted);
      score(wordScores, weights.wordScale() * content.highestScore(weights));
    }

    private double bonus(int document) {
      boolean preferred = filter.preferred().contains(contents.documents.get(document).id());
      return weights.title() * query.titleMatch(document) + (preferred ? weights.preferred() : 0);
    }

    /** The documents asked about: those of the filter, else those whose titles match best. */
    private BitSet namedDocuments() {
      var named = new BitSet();
      double bestMatch = 0;
      for (int i = 0; i < contents.documents.size(); i++) {
        String id = contents.documents.get(i).id();
        named.set(i, filter.documents().contains(id) || filter.preferred().contains(id));
        bestMatch = Math.max(bestMatch, query.titleMatch(i));
      }
      for (int i = 0; filter.namesNothing() && i < contents.documents.size(); i++) {
        named.set(i, bestMatch > 0 && query.titleMatch(i) == bestMatch);
      }
      return named;
    }

    private void collectByWords(float[] wordScores, BitSet accepted) {
      var best = new Best(CANDIDATES);
      for (int i = accepted.nextSetBit(0); i >= 0; i = accepted.nextSetBit(i + 1)) {
        if (wordScores[i] > 0) {
          best.offer(i, wordScores[i]);
        }
      }
      IntStream.of(best.positions()).forEach(candidates::set);
    }

    private void collectByMeaning(BitSet accepted) {
      if (vector.length == 0) {
        return;
      }
      for (Match match : stores.statements().nearest(vector, CANDIDATES, accepted)) {
        similarities.put(match.number(), match.similarity());
        bestSimilarity = Math.max(bestSimilarity, match.similarity());
      }
      var missing = (BitSet) candidates.clone();
      similarities.keySet().forEach(missing::clear);
      similarities.keySet().forEach(candidates::set);
      for (Match match : stores.statements().nearest(vector, missing.cardinality(), missing)) {
        similarities.put(match.number(), match.similarity());
      }
    }

    private void score(float[] wordScores, double leastScale) {
      double scale = candidates.stream().mapToDouble(i -> wordScores[i]).max().orElse(0);
      scale = Math.max(scale, leastScale);
      double floor = weights.similarityFloor() * bestSimilarity;
      double dense = vector.length == 0 ? 0 : weights.dense(query.coverage());
      for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
        double byWords = scale > 0 ? wordScores[i] / scale : 0;
        double byMeaning =
            bestSimilarity > 0 ? Math.max(0, similarity(i) - floor) / (bestSimilarity - floor) : 0;
        scores.put(i, dense * byMeaning + (1 - dense) * byWords);
      }
    }

    double bestSimilarity() {
      return bestSimilarity;
    }

    boolean isIrrelevant() {
      return vector.length > 0
          && bestSimilarity < (filter.namesNothing() ? MIN_SIMILARITY : MIN_SIMILARITY_OF_NAMED)
          && query.coverage() < MIN_COVERAGE;
    }

    private double similarity(int statement) {
      return similarities.getOrDefault(statement, 0.0);
    }

    private double score(int statement) {
      return scores.getOrDefault(statement, 0.0);
    }

    private double bonusOfSection(int section) {
      return bonuses[contents.documentOf(section)];
    }

    List<Passage> passages(int count) {
      var best = new Best(Math.min(count, candidates.cardinality()));
      candidates.stream().forEach(i -> best.offer(i, (float) finalScore(i)));
      return IntStream.of(best.positions())
          .mapToObj(i -> new Passage(contents.statements.get(i), finalScore(i), similarity(i)))
          .toList();
    }

    private double finalScore(int statement) {
      return score(statement) + bonusOfSection(contents.sectionOf(statement));
    }

    List<SectionMatch> sections(int count) {
      double[] content = contentOfSections();
      float[] headingMatches = query.headingMatches(contents, acceptedSections);
      var compared = new BitSet();
      for (int i = 0; i < content.length; i++) {
        compared.set(i, content[i] > 0 || headingMatches[i] > 0);
      }
      compared.and(acceptedSections);
      Map<Integer, Double> headingSimilarities = headingSimilarities(compared);
      double[] sectionScores = new double[content.length];
      var best = new Best(Math.min(count, compared.cardinality()));
      for (int i = compared.nextSetBit(0); i >= 0; i = compared.nextSetBit(i + 1)) {
        double similarity = headingSimilarities.getOrDefault(i, 0.0);
        sectionScores[i] =
            weights.headingWords() * headingMatches[i]
                + weights.headingMeaning() * Math.max(0, similarity)
                + weights.sectionContent() * content[i]
                + bonusOfSection(i);
        best.offer(i, (float) sectionScores[i]);
      }
      return IntStream.of(best.positions())
          .mapToObj(i ->
              new SectionMatch(
                  contents.document(i),
                  contents.sections.get(i),
                  sectionScores[i],
                  headingSimilarities.getOrDefault(i, 0.0)))
          .toList();
    }

    /** Similarity of the headings to compare; adds those that are closest. */
    private Map<Integer, Double> headingSimilarities(BitSet compared) {
      var found = new HashMap<Integer, Double>();
      if (vector.length > 0) {
        for (Match match : stores.headings().nearest(vector, CANDIDATES, acceptedSections)) {
          compared.set(match.number());
        }
        for (Match match : stores.headings().nearest(vector, compared.cardinality(), compared)) {
          found.put(match.number(), match.similarity());
        }
      }
      return found;
    }

    /** Mean score of the best statements in each section and in what is nested in it. */
    private double[] contentOfSections() {
      double[] sums = new double[contents.sections.size()];
      int[] taken = new int[sums.length];
      var best = new Best(CANDIDATES);
      candidates.stream().forEach(i -> best.offer(i, (float) score(i)));
      for (int statement : best.positions()) {
        for (int section = contents.sectionOf(statement);
            section != Contents.NONE;
            section = contents.parentOf(section)) {
          if (taken[section]++ < SECTION_STATEMENTS) {
            sums[section] += score(statement) / SECTION_STATEMENTS;
          }
        }
      }
      return sums;
    }
  }
}
