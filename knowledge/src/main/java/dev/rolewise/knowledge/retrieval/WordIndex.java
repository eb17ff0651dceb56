package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Cell;
import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.document.Section;
import dev.rolewise.knowledge.document.Statement;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which statements have which words, ranked by BM25 over text, lead and headings together (BM25F).
 *
 * <p>Immutable. Statements, sections and documents are known by their position in {@link Contents}.
 * A term is what all words of one stem have in common.
 */
final class WordIndex implements Vocabulary {
  /** Terms of a question that are looked up: a pasted page has thousands. */
  static final int MAX_TERMS = 64;

  private static final int UNKNOWN = -1;
  private static final int[] NO_WORDS = {};

  private final int statements;

  /** Number of each word, counted from 0 in the order of first occurrence. */
  private final Map<String, Integer> words;

  private final int[] termOfWord;
  private final Map<String, Integer> termOfStem;

  /** Postings of a term: from its start here to the start of the next. */
  private final int[] starts;

  private final int[] postings;
  private final float[] impacts;

  /** How much each term tells. */
  private final float[] idfs;

  /** Words in their order: of each statement's text, each title, each section's headings. */
  private final IntLists texts;

  private final IntLists titles;
  private final IntLists headings;

  /** Terms of the title and the aliases of each document. */
  private final BitSet[] titleTerms;

  /** Terms of the headings of each section, each once. */
  private final IntLists headingTerms;

  /** Number of documents with the term in title or aliases. */
  private final int[] titleFrequency;

  WordIndex(List<RoleDocument> documents, Weights weights) {
    var building = new Building(documents, weights);
    words = building.words;
    termOfWord = building.termOfWord;
    termOfStem = building.termOfStem;
    starts = building.starts;
    postings = building.postings;
    impacts = building.impacts;
    texts = IntLists.of(Arrays.asList(building.texts));
    titles = IntLists.of(building.titles);
    headings = IntLists.of(building.headings);
    headingTerms =
        IntLists.of(
            building.headings.stream()
                .map(path ->
                    Arrays.stream(path).map(word -> termOfWord[word]).distinct().sorted().toArray())
                .toList());
    statements = texts.size();
    idfs = idfs();
    titleTerms = titleTerms();
    titleFrequency = titleFrequency();
  }

  private WordIndex(ByteBuffer bytes) {
    words = SavedArrays.readNumbered(bytes);
    termOfWord = SavedArrays.readInts(bytes);
    termOfStem = SavedArrays.readNumbered(bytes);
    starts = SavedArrays.readInts(bytes);
    postings = SavedArrays.readInts(bytes);
    impacts = SavedArrays.readFloats(bytes);
    texts = IntLists.read(bytes);
    titles = IntLists.read(bytes);
    headings = IntLists.read(bytes);
    headingTerms = IntLists.read(bytes);
    statements = texts.size();
    idfs = idfs();
    titleTerms = titleTerms();
    titleFrequency = titleFrequency();
  }

  /**
   * The index that was written.
   *
   * @param bytes what {@link #bytes} gave
   * @throws RuntimeException if they are not what this class wrote
   */
  static WordIndex read(ByteBuffer bytes) {
    return new WordIndex(bytes.slice().order(ByteOrder.LITTLE_ENDIAN));
  }

  /** The index for {@link #read}. */
  byte[] bytes() {
    var arrays = new SavedArrays();
    arrays.addNumbered(words);
    arrays.add(termOfWord);
    arrays.addNumbered(termOfStem);
    arrays.add(starts);
    arrays.add(postings);
    arrays.add(impacts);
    texts.write(arrays);
    titles.write(arrays);
    headings.write(arrays);
    headingTerms.write(arrays);
    return arrays.toBytes();
  }

  /** Whether it has as many statements, sections and documents. */
  boolean isOf(Contents contents) {
    return texts.size() == contents.statements.size()
        && headings.size() == contents.sections.size()
        && titles.size() == contents.documents.size();
  }

  private float[] idfs() {
    float[] idfOfTerm = new float[starts.length - 1];
    for (int term = 0; term < idfOfTerm.length; term++) {
      idfOfTerm[term] = (float) idf(frequency(term));
    }
    return idfOfTerm;
  }

  private BitSet[] titleTerms() {
    var sets = new BitSet[titles.size()];
    for (int document = 0; document < sets.length; document++) {
      sets[document] = new BitSet();
      for (int i = titles.starts[document]; i < titles.starts[document + 1]; i++) {
        sets[document].set(termOfWord[titles.numbers[i]]);
      }
    }
    return sets;
  }

  private int[] titleFrequency() {
    int[] frequencies = new int[starts.length - 1];
    for (BitSet title : titleTerms) {
      for (int term = title.nextSetBit(0); term >= 0; term = title.nextSetBit(term + 1)) {
        frequencies[term]++;
      }
    }
    return frequencies;
  }

  @Override
  public Set<String> words() {
    return Collections.unmodifiableSet(words.keySet());
  }

  @Override
  public int frequency(String word) {
    int term = term(word);
    return term == UNKNOWN ? 0 : frequency(term);
  }

  private int frequency(int term) {
    return starts[term + 1] - starts[term];
  }

  @Override
  public boolean isFollowed(String word, String next) {
    Integer first = words.get(word);
    Integer second = words.get(next);
    if (first == null || second == null) {
      return false;
    }
    int term = termOfWord[first];
    for (int i = starts[term]; i < starts[term + 1]; i++) {
      if (texts.hasPair(postings[i], first, second)) {
        return true;
      }
    }
    return titles.anyHasPair(first, second) || headings.anyHasPair(first, second);
  }

  /** Whether the documents have the word or another of its stem; true for function words. */
  boolean isKnown(String word) {
    return FunctionWords.contains(word) || term(word) != UNKNOWN;
  }

  /** How much a word tells: near 0 if every statement has it, highest if none has it. */
  double idf(String word) {
    return idf(frequency(word));
  }

  private double idf(int frequency) {
    return Math.log(1 + (statements - frequency + 0.5) / (frequency + 0.5));
  }

  private int term(String word) {
    Integer known = words.get(word);
    if (known != null) {
      return termOfWord[known];
    }
    return termOfStem.getOrDefault(Stems.stems(List.of(word)).getFirst(), UNKNOWN);
  }

  /** The words of a question as this index knows them. */
  Query query(Collection<String> queryWords) {
    var distinct = new ArrayList<String>();
    for (String word : new LinkedHashSet<>(queryWords)) {
      if (!FunctionWords.contains(word)) {
        distinct.add(word);
      }
    }
    var terms = new BitSet();
    int unknown = 0;
    List<String> stems = Stems.stems(distinct);
    for (int i = 0; i < stems.size(); i++) {
      Integer term = termOfStem.get(stems.get(i));
      if (term == null) {
        unknown++;
      } else {
        terms.set(term);
      }
    }
    int[] rarest =
        terms.stream()
            .boxed()
            .sorted((a, b) -> Integer.compare(frequency(a.intValue()), frequency(b.intValue())))
            .limit(MAX_TERMS)
            .mapToInt(Integer::intValue)
            .toArray();
    double known = terms.stream().mapToDouble(term -> idfs[term]).sum();
    return new Query(rarest, known, unknown * idf(0));
  }

  /** The words of one question. */
  final class Query {
    private final int[] terms;

    /** What each term is worth here: how much it tells, or a share of that. */
    private final float[] worths;

    private final double known;
    private final double unknown;

    private Query(int[] terms, double known, double unknown) {
      this.terms = terms;
      this.known = known;
      this.unknown = unknown;
      worths = new float[terms.length];
      for (int i = 0; i < terms.length; i++) {
        worths[i] = idfs[terms[i]];
      }
    }

    /** Share of known words among all, by how much each tells; 1 without any words. */
    double coverage() {
      double all = known + unknown;
      return all > 0 ? known / all : 1;
    }

    /**
     * How well title and aliases of a document answer to those of the words that stand in any
     * title, from 0 to 1. A word counts by how few titles have it.
     */
    double titleMatch(int document) {
      double matching = 0;
      double all = 0;
      for (int term : terms) {
        int frequency = titleFrequency[term];
        if (frequency > 0) {
          double telling = Math.log(1 + (titles.size() - frequency + 0.5) / (frequency + 0.5));
          all += telling;
          matching += titleTerms[document].get(term) ? telling : 0;
        }
      }
      return all > 0 ? matching / all : 0;
    }

    /**
     * The same question in which words of the titles of some documents count less: they say which
     * document is meant, not which statement.
     *
     * @param share what such a word keeps of its worth, from 0 to 1
     */
    Query discounting(BitSet documents, double share) {
      var discounted = new Query(terms, known, unknown);
      for (int i = 0; i < terms.length; i++) {
        int term = terms[i];
        if (documents.stream().anyMatch(document -> titleTerms[document].get(term))) {
          discounted.worths[i] *= (float) share;
        }
      }
      return discounted;
    }

    /** BM25 of every statement, 0 for those without any of the words. */
    float[] scores() {
      float[] scores = new float[statements];
      for (int t = 0; t < terms.length; t++) {
        for (int i = starts[terms[t]]; i < starts[terms[t] + 1]; i++) {
          scores[postings[i]] += worths[t] * impacts[i];
        }
      }
      return scores;
    }

    /** What BM25 would be at most for a statement that has every word, also the unknown ones. */
    double highestScore(Weights weights) {
      double sum = unknown;
      for (float worth : worths) {
        sum += worth;
      }
      return sum * (weights.saturation() + 1);
    }

    /**
     * For each section how far the words of the question and of the headings are the same, from 0
     * to 1. Words of the document's title do not count: all its sections stand under them.
     */
    float[] headingMatches(Contents contents, BitSet sections) {
      float[] idfOfTerm = new float[termOfStem.size()];
      for (int i = 0; i < terms.length; i++) {
        idfOfTerm[terms[i]] = idfs[terms[i]];
      }
      float[] asked = new float[titles.size()];
      for (int document = 0; document < asked.length; document++) {
        for (int term : terms) {
          asked[document] += titleTerms[document].get(term) ? 0 : idfOfTerm[term];
        }
      }
      float[] matches = new float[headingTerms.size()];
      for (int section = sections.nextSetBit(0);
          section >= 0;
          section = sections.nextSetBit(section + 1)) {
        int document = contents.documentOf(section);
        double matching = 0;
        double missing = 0;
        for (int i = headingTerms.starts[section]; i < headingTerms.starts[section + 1]; i++) {
          int term = headingTerms.numbers[i];
          if (!titleTerms[document].get(term)) {
            matching += idfOfTerm[term];
            missing += idfs[term] - idfOfTerm[term];
          }
        }
        if (matching > 0) {
          matches[section] = (float) (2 * matching / (asked[document] + matching + missing));
        }
      }
      return matches;
    }
  }

  /** The parts of the index while they are put together. */
  private static final class Building {
    final Map<String, Integer> words = new HashMap<>();
    final Map<String, Integer> termOfStem = new HashMap<>();
    final List<int[]> titles = new ArrayList<>();
    final List<int[]> headings = new ArrayList<>();
    final int[][] texts;
    final int[] termOfWord;
    final int[] starts;
    final int[] postings;
    final float[] impacts;

    private final Weights weights;
    private final int[][] leads;
    private final int[] sectionOf;

    Building(List<RoleDocument> documents, Weights weights) {
      this.weights = weights;
      int statements = documents.stream().mapToInt(each -> each.statements().size()).sum();
      texts = new int[statements][];
      leads = new int[statements][];
      sectionOf = new int[statements];
      collectWords(documents);
      termOfWord = termsOfWords();

      int capacity = 0;
      int length = 0;
      for (int i = 0; i < statements; i++) {
        capacity += texts[i].length + leads[i].length + headings.get(sectionOf[i]).length;
        length += texts[i].length;
      }
      double meanLength = Math.max(1, length) / (double) Math.max(1, statements);
      int terms = termOfStem.size();
      int[] termOf = new int[capacity];
      int[] statementOf = new int[capacity];
      float[] impactOf = new float[capacity];
      float[] worth = new float[terms];
      starts = new int[terms + 1];
      int size = 0;
      for (int i = 0; i < statements; i++) {
        int first = size;
        size = addWorth(texts[i], inText(texts[i].length / meanLength), worth, termOf, size);
        size = addWorth(leads[i], weights.lead(), worth, termOf, size);
        size = addWorth(headings.get(sectionOf[i]), weights.path(), worth, termOf, size);
        for (int p = first; p < size; p++) {
          int term = termOf[p];
          impactOf[p] = saturated(worth[term]);
          statementOf[p] = i;
          worth[term] = 0;
          starts[term + 1]++;
        }
      }
      for (int term = 0; term < terms; term++) {
        starts[term + 1] += starts[term];
      }
      postings = new int[size];
      impacts = new float[size];
      int[] next = Arrays.copyOf(starts, terms);
      for (int p = 0; p < size; p++) {
        int to = next[termOf[p]]++;
        postings[to] = statementOf[p];
        impacts[to] = impactOf[p];
      }
    }

    private void collectWords(List<RoleDocument> documents) {
      int i = 0;
      for (RoleDocument document : documents) {
        titles.add(numbers(document.title() + "\n" + String.join("\n", document.aliases())));
        for (Section section : document.allSections()) {
          headings.add(numbers(String.join("\n", section.path())));
          List<String> lead = List.of();
          int[] leadWords = NO_WORDS;
          for (Statement statement : section.statements()) {
            if (!statement.lead().equals(lead)) {
              lead = statement.lead();
              leadWords = numbers(String.join("\n", lead));
            }
            texts[i] = numbers(statement.text());
            leads[i] =
                statement.cells().isEmpty()
                    ? leadWords
                    : numbers(String.join("\n", lead) + "\n" + columns(statement));
            sectionOf[i] = headings.size() - 1;
            i++;
          }
        }
      }
    }

    private static String columns(Statement row) {
      return String.join("\n", row.cells().stream().map(Cell::header).toList());
    }

    /** The words of a text by their numbers, without function words. */
    private int[] numbers(String text) {
      List<String> found = Stems.of(text);
      int[] numbers = new int[found.size()];
      int size = 0;
      for (String word : found) {
        if (!FunctionWords.contains(word)) {
          Integer known = words.putIfAbsent(word, words.size());
          numbers[size++] = known == null ? words.size() - 1 : known;
        }
      }
      return Arrays.copyOf(numbers, size);
    }

    private int[] termsOfWords() {
      String[] byNumber = new String[words.size()];
      words.forEach((word, number) -> byNumber[number] = word);
      List<String> stems = Stems.stems(Arrays.asList(byNumber));
      int[] terms = new int[byNumber.length];
      for (int i = 0; i < terms.length; i++) {
        Integer known = termOfStem.putIfAbsent(requireNonNull(stems.get(i)), termOfStem.size());
        terms[i] = known == null ? termOfStem.size() - 1 : known;
      }
      return terms;
    }

    private double inText(double relativeLength) {
      return 1 / (1 - weights.textLength() + weights.textLength() * relativeLength);
    }

    private float saturated(float worth) {
      return (float) (worth * (weights.saturation() + 1) / (worth + weights.saturation()));
    }

    /** Adds to the worth of each term, and notes terms that had none. Returns the new size. */
    private int addWorth(int[] field, double each, float[] worth, int[] termOf, int size) {
      int end = size;
      for (int word : field) {
        int term = termOfWord[word];
        if (worth[term] == 0) {
          termOf[end++] = term;
        }
        worth[term] += (float) each;
      }
      return end;
    }
  }
}
