package dev.rolewise.knowledge.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.document.RoleDocument;
import dev.rolewise.knowledge.index.Embedder;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SavedIndexTest {
  private static final List<String> QUESTIONS =
      List.of(
          "what does a welder earn",
          "median wage of a registered nurse",
          "apprenticeships completed",
          "overtime",
          "pecuniary emolument",
          "");

  private final Embedder embedder = new BagOfWordsEmbedder();
  private final List<RoleDocument> documents = Trades.documents();
  private final HybridIndex built = HybridIndex.build(documents, embedder);

  @Test
  void restoredWords_findTheSame() {
    HybridIndex restored = restore(built.savedWords());

    assertFindsTheSame(restored);
  }

  @Test
  void restoredWords_areTheSameVocabulary() {
    Vocabulary restored = restore(built.savedWords()).vocabulary();

    assertThat(restored.words()).isEqualTo(built.vocabulary().words()).isNotEmpty();
    assertThat(restored.words())
        .allSatisfy(word ->
            assertThat(restored.frequency(word)).isEqualTo(built.vocabulary().frequency(word)));
    assertThat(restored.isFollowed("registered", "nurse")).isTrue();
    assertThat(restored.isFollowed("nurse", "registered")).isFalse();
  }

  @Test
  void restoredWords_canBeSavedAgain() {
    byte[] words = built.savedWords();

    assertThat(restore(words).savedWords()).isEqualTo(words);
  }

  @Test
  void wordsThatAreCutShort_areIndexedAgain() {
    byte[] words = built.savedWords();

    for (int length = 0; length < words.length; length += words.length / 40) {
      assertFindsTheSame(restore(Arrays.copyOf(words, length)));
    }
  }

  @Test
  void wordsWithAWrongLength_areIndexedAgain() {
    byte[] words = built.savedWords();
    words[3] = (byte) 0x7F;
    assertFindsTheSame(restore(words));

    words[3] = (byte) 0xFF;
    assertFindsTheSame(restore(words));
  }

  @Test
  void wordsOfOtherDocuments_areIndexedAgain() {
    byte[] words = HybridIndex.build(documents.subList(0, 1), embedder).savedWords();

    assertFindsTheSame(restore(words));
  }

  @Test
  void savedVectors_findTheSame_withoutEmbeddingAnything() {
    var kept = new Kept();
    HybridIndex.build(documents, embedder, kept).loadVectors();
    kept.awaitSaved();

    HybridIndex index = HybridIndex.build(documents, new OnlyQuestions(embedder), kept);

    assertFindsTheSame(index);
  }

  @Test
  void vectorsThatAreCutShort_areEmbeddedAgain() {
    var kept = new Kept();
    HybridIndex.build(documents, embedder, kept).loadVectors();
    byte[] whole = kept.awaitSaved();

    for (int length = 0; length < whole.length; length += whole.length / 10) {
      kept.set(Arrays.copyOf(whole, length));

      assertFindsTheSame(HybridIndex.build(documents, embedder, kept));
    }
  }

  @Test
  void vectorsOfOtherDocuments_areEmbeddedAgain() {
    var kept = new Kept();
    HybridIndex.build(documents.subList(0, 1), embedder, kept).loadVectors();
    kept.awaitSaved();

    assertFindsTheSame(HybridIndex.build(documents, embedder, kept));
  }

  @Test
  void vectorsOfAnotherModel_areEmbeddedAgain() {
    var kept = new Kept();
    HybridIndex.build(documents, new OtherModel(embedder), kept).loadVectors();
    kept.awaitSaved();

    assertFindsTheSame(HybridIndex.build(documents, embedder, kept));
  }

  private HybridIndex restore(byte[] words) {
    return HybridIndex.restore(documents, embedder, SavedVectors.NONE, ByteBuffer.wrap(words));
  }

  private void assertFindsTheSame(HybridIndex index) {
    for (String question : QUESTIONS) {
      assertThat(index.search(question, () -> embedder.embed(question), Filter.ALL, 9))
          .isEqualTo(built.search(question, () -> embedder.embed(question), Filter.ALL, 9));
      assertThat(index.sections(question, () -> embedder.embed(question), Filter.ALL, 9))
          .isEqualTo(built.sections(question, () -> embedder.embed(question), Filter.ALL, 9));
      assertThat(index.coverage(question)).isEqualTo(built.coverage(question));
    }
  }

  /** Keeps the vectors in memory. */
  private static final class Kept implements SavedVectors {
    private byte @Nullable [] vectors;

    @Override
    public synchronized Optional<ByteBuffer> find() {
      return Optional.ofNullable(vectors).map(ByteBuffer::wrap);
    }

    @Override
    public void save(byte[] saved) {
      set(saved);
    }

    synchronized void set(byte[] saved) {
      vectors = saved;
      notifyAll();
    }

    /** They are saved after they can be searched. */
    synchronized byte[] awaitSaved() {
      while (vectors == null) {
        try {
          wait();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      }
      return vectors;
    }
  }

  /** Refuses to embed documents. */
  private record OnlyQuestions(Embedder embedder) implements Embedder {
    @Override
    public String modelId() {
      return embedder.modelId();
    }

    @Override
    public int dimension() {
      return embedder.dimension();
    }

    @Override
    public float[] embed(String text) {
      return embedder.embed(text);
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
      throw new IllegalStateException("nothing was to be embedded, got " + texts.size());
    }
  }

  /** Gives every text the same vector. */
  private record OtherModel(Embedder embedder) implements Embedder {
    @Override
    public String modelId() {
      return "other";
    }

    @Override
    public int dimension() {
      return embedder.dimension();
    }

    @Override
    public float[] embed(String text) {
      return embedder.embed("");
    }

    @Override
    public List<float[]> embedAll(List<String> texts) {
      return texts.stream().map(this::embed).toList();
    }
  }
}
