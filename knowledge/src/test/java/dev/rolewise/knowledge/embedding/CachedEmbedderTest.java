package dev.rolewise.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.knowledge.index.Embedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedEmbedderTest extends EmbedderContract {
  private static final CachedEmbedder.Progress NO_PROGRESS = (_, _) -> {};

  private static final String SALARY = "Salary: $180,000 to $220,000";
  private static final String SKILLS = "Skills: Python and SQL";
  private static final String DEGREE = "A degree is not required";
  private static final List<String> DOCUMENT = List.of(SALARY, SKILLS, DEGREE);

  private static final int RECORD_BYTES = 16 + 26 * 4 + 4;

  @TempDir private Path cacheFolder;

  private final CountingEmbedder model = new CountingEmbedder();

  @Override
  Embedder embedder() {
    return new CachedEmbedder(new CountingEmbedder(), cacheFolder, NO_PROGRESS);
  }

  private CachedEmbedder cached() {
    return new CachedEmbedder(model, cacheFolder, NO_PROGRESS);
  }

  private Path file() {
    return cacheFolder.resolve("embeddings/letters_1/vectors.bin");
  }

  private void fillCache() {
    new CachedEmbedder(new CountingEmbedder(), cacheFolder, NO_PROGRESS).embedAll(DOCUMENT);
  }

  private void assertRight(List<float[]> vectors, List<String> texts) {
    assertThat(vectors)
        .usingRecursiveComparison()
        .isEqualTo(texts.stream().map(model::embed).toList());
  }

  @Test
  void embedsNothing_theSecondTime() {
    fillCache();

    List<float[]> vectors = cached().embedAll(DOCUMENT);

    assertRight(vectors, DOCUMENT);
    assertThat(model.embedded()).isEmpty();
  }

  @Test
  void embedsOnlyWhatIsNew_onceEach() {
    fillCache();
    var texts = List.of("Title: AVP", SKILLS, "Title: AVP", "Place: London");

    List<float[]> vectors = cached().embedAll(texts);

    assertRight(vectors, texts);
    assertThat(model.embedded()).containsExactly("Title: AVP", "Place: London");
  }

  @Test
  void doesNotRememberQuestions() {
    float[] vector = cached().embed(SALARY);

    assertThat(vector).isEqualTo(model.embed(SALARY));
    assertThat(cacheFolder).isEmptyDirectory();
  }

  @Test
  void tellsTextsApart_thatDifferInHalfSurrogates() {
    var texts = List.of("pay\uD800", "pay\uD801", "pay?");

    cached().embedAll(texts);

    assertThat(model.embedded()).isEqualTo(texts);
    assertRight(cached().embedAll(texts), texts);
  }

  @Test
  void passesOnIdAndDimension() {
    assertThat(cached().modelId()).isEqualTo(model.modelId());
    assertThat(cached().dimension()).isEqualTo(model.dimension());
  }

  @Test
  void writesInBlocks_soThatAFailureCostsLittle() {
    List<String> texts =
        IntStream.range(0, CachedEmbedder.BLOCK_TEXTS + 1).mapToObj(i -> "text " + i).toList();
    var failing = new FailingAfter(model, 1);
    assertThatThrownBy(() -> new CachedEmbedder(failing, cacheFolder, NO_PROGRESS).embedAll(texts))
        .hasMessage("model failed");

    List<float[]> vectors = cached().embedAll(texts);

    assertRight(vectors, texts);
    assertThat(model.embedded()).hasSize(texts.size()).doesNotHaveDuplicates();
  }

  @Test
  void saysWhatWasWrong_whenTheEmbedderGivesTooFewVectors() {
    var forgetful =
        new FailingAfter(model, 1) {
          @Override
          public List<float[]> embedAll(List<String> texts) {
            return List.of();
          }
        };

    assertThatThrownBy(
            () -> new CachedEmbedder(forgetful, cacheFolder, NO_PROGRESS).embedAll(DOCUMENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("wanted 3 vectors from the embedder, got 0");
  }

  @Test
  void embedsADamagedRecordAgain_andRepairsIt() throws IOException {
    fillCache();
    byte[] content = Files.readAllBytes(file());
    content[VectorFile.HEADER_BYTES + RECORD_BYTES + 40] ^= 1;
    Files.write(file(), content);

    assertRight(cached().embedAll(DOCUMENT), DOCUMENT);
    assertRight(cached().embedAll(DOCUMENT), DOCUMENT);

    assertThat(model.embedded()).containsExactly(SKILLS);
  }

  @Test
  void neverGivesAWrongVector_whicheverByteIsDamaged() throws IOException {
    fillCache();
    byte[] content = Files.readAllBytes(file());
    for (int i = 0; i < content.length; i += 3) {
      byte[] damaged = content.clone();
      damaged[i] ^= 0x10;
      Files.write(file(), damaged);

      assertRight(cached().embedAll(DOCUMENT), DOCUMENT);
    }
  }

  @Test
  void ignoresATornEnd_andCutsItOff() throws IOException {
    fillCache();
    long whole = Files.size(file());
    Files.write(file(), new byte[RECORD_BYTES - 1], StandardOpenOption.APPEND);

    cached().embedAll(DOCUMENT);
    assertThat(model.embedded()).isEmpty();
    cached().embedAll(List.of("Title: AVP"));

    assertThat(file()).hasSize(whole + RECORD_BYTES);
    assertRight(cached().embedAll(DOCUMENT), DOCUMENT);
    assertThat(model.embedded()).containsExactly("Title: AVP");
  }

  @Test
  void givesRightVectors_whereverTheFileIsCutOff() throws IOException {
    fillCache();
    byte[] content = Files.readAllBytes(file());
    for (int length = 0; length < content.length; length += 7) {
      Files.write(file(), Arrays.copyOf(content, length));

      assertRight(cached().embedAll(DOCUMENT), DOCUMENT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, 12, 16, 32})
  void startsAnew_whenTheHeaderIsForeign(int position) throws IOException {
    fillCache();
    byte[] content = Files.readAllBytes(file());
    content[position]++;
    Files.write(file(), content);

    assertRight(cached().embedAll(DOCUMENT), DOCUMENT);
    assertRight(cached().embedAll(DOCUMENT), DOCUMENT);

    assertThat(model.embedded()).isEqualTo(DOCUMENT);
    assertThat(file()).hasSize(content.length);
  }

  @Test
  void works_whenTheFileCannotBeRead() throws IOException {
    Files.createDirectories(file());

    assertRight(cached().embedAll(DOCUMENT), DOCUMENT);
  }

  @Test
  void works_whenTheFolderCannotBeWritten() throws IOException {
    Path occupied = Files.writeString(cacheFolder.resolve("occupied"), "not a folder");

    assertRight(new CachedEmbedder(model, occupied, NO_PROGRESS).embedAll(DOCUMENT), DOCUMENT);
  }

  @Test
  void keepsWhatTwoWritersAdd() throws Exception {
    List<String> first = IntStream.range(0, 300).mapToObj(i -> "first " + i).toList();
    List<String> second = IntStream.range(200, 500).mapToObj(i -> "first " + i).toList();
    var start = new CyclicBarrier(2);
    try (var threads = Executors.newFixedThreadPool(2)) {
      var results = threads.invokeAll(List.of(writing(first, start), writing(second, start)));

      assertRight(results.get(0).get(), first);
      assertRight(results.get(1).get(), second);
    }

    cached().embedAll(first);
    cached().embedAll(second);
    assertThat(model.embedded()).isEmpty();
    assertThat(file()).hasSize(VectorFile.HEADER_BYTES + 500L * RECORD_BYTES);
  }

  private Callable<List<float[]>> writing(List<String> texts, CyclicBarrier start) {
    var embedder = new CachedEmbedder(new CountingEmbedder(), cacheFolder, NO_PROGRESS);
    return () -> {
      start.await();
      return embedder.embedAll(texts);
    };
  }

  @Test
  void dropsTheOldestUnusedVectors_beyondItsLimit() {
    List<String> old = IntStream.range(0, 8).mapToObj(i -> "old " + i).toList();
    new CachedEmbedder(new CountingEmbedder(), cacheFolder, NO_PROGRESS, 8).embedAll(old);
    var embedder = new CachedEmbedder(model, cacheFolder, NO_PROGRESS, 8);

    embedder.embedAll(List.of("old 0"));
    embedder.embedAll(List.of("new"));

    assertThat(model.embedded()).containsExactly("new");
    assertThat(file()).hasSize(VectorFile.HEADER_BYTES + 6L * RECORD_BYTES);
    embedder.embedAll(List.of("old 0", "old 7", "old 4", "new"));
    assertThat(model.embedded()).containsExactly("new");
    embedder.embedAll(List.of("old 3"));
    assertThat(model.embedded()).containsExactly("new", "old 3");
  }

  @Test
  void staysWithinItsLimit_whenMoreIsUsed() {
    List<String> texts = IntStream.range(0, 30).mapToObj(i -> "text " + i).toList();
    var embedder = new CachedEmbedder(model, cacheFolder, NO_PROGRESS, 8);

    assertRight(embedder.embedAll(texts), texts);
    texts.forEach(text -> embedder.embedAll(List.of(text)));

    assertThat(file()).hasSize(VectorFile.HEADER_BYTES + 8L * RECORD_BYTES);
  }

  /** Gives vectors for some calls, then fails. */
  private static class FailingAfter implements Embedder {
    private final Embedder embedder;
    private int callsLeft;

    FailingAfter(Embedder embedder, int calls) {
      this.embedder = embedder;
      callsLeft = calls;
    }

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
      if (callsLeft-- == 0) {
        throw new IllegalStateException("model failed");
      }
      return embedder.embedAll(texts);
    }
  }
}
