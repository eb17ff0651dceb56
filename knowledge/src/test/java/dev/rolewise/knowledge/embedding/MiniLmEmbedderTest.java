package dev.rolewise.knowledge.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.rolewise.knowledge.embedding.MiniLmEmbedder.Settings;
import dev.rolewise.knowledge.index.Embedder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MiniLmEmbedderTest extends EmbedderContract {
  private static final String QUESTION = "How much does a machine learning engineer earn?";

  @TempDir private static Path cacheFolder;

  private static MiniLmEmbedder embedder;

  @BeforeAll
  static void load() {
    embedder = new MiniLmEmbedder(cacheFolder, new Settings(2, 1));
    embedder.load();
  }

  @AfterAll
  static void close() {
    embedder.close();
  }

  @Override
  Embedder embedder() {
    return embedder;
  }

  @Test
  void putsRelatedTextsCloserThanUnrelatedOnes() {
    float[] question = embedder.embed(QUESTION);
    float[] related = embedder.embed("Salary range of ML engineers: $150,000 to $210,000 a year");
    float[] unrelated = embedder.embed("The weather in Paris will be rainy on Sunday");

    assertThat(Vectors.dot(question, related)).isGreaterThan(0.5);
    assertThat(Vectors.dot(question, unrelated)).isLessThan(0.2);
  }

  @Test
  void givesWhatLangChain4jGives_forShortTexts() {
    var model = new AllMiniLmL6V2QuantizedEmbeddingModel();

    for (String text : List.of(QUESTION, "Résumé — £70,000", "AVP › Skills › Python")) {
      assertThat(embedder.embed(text))
          .containsExactly(model.embed(text).content().vector(), within(1e-3f));
    }
  }

  static Stream<String> junk() {
    return Stream.of(
        "",
        "\u0000\uFFFD\uD800",
        "😀".repeat(300),
        "\u202Ereversed\u202C z̶̢a̵l̷g̸o̴ ﷽",
        "x".repeat(50_000),
        "Salary is paid monthly. ".repeat(2_084));
  }

  @ParameterizedTest
  @MethodSource("junk")
  void givesUnitLength_forAnyText(String text) {
    float[] vector = embedder.embed(text);

    assertThat(Vectors.dot(vector, vector)).isCloseTo(1, within(1e-5));
  }

  @Test
  void readsMoreThanLangChain4jDoes_andNothingBeyondItsWindow() {
    String start = "pay ".repeat(150);
    String toTheEnd = "pay ".repeat(MiniLmEmbedder.WINDOW_TOKENS - 2);

    assertThat(embedder.embed(start + "Python")).isNotEqualTo(embedder.embed(start + "Kotlin"));
    assertThat(embedder.embed(toTheEnd + "Python")).isEqualTo(embedder.embed(toTheEnd));
  }

  @Test
  void embedAll_usesSeveralCallers_withoutMixingUpTexts() {
    List<String> texts =
        IntStream.range(0, 40).mapToObj(i -> "role ".repeat(1 + i % 7) + i).toList();

    List<float[]> vectors = embedder.embedAll(texts);

    for (int i = 0; i < texts.size(); i++) {
      assertThat(vectors.get(i)).isEqualTo(embedder.embed(texts.get(i)));
    }
  }

  @Test
  void tellsIdAndDimension_withoutLoading() {
    try (var unloaded = new MiniLmEmbedder(Path.of("/dev/null/nowhere"))) {
      assertThat(unloaded.modelId()).isEqualTo("all-minilm-l6-v2-q-df4d1c08-mean-256");
      assertThat(unloaded.dimension()).isEqualTo(384);
    }
  }

  @Test
  void works_whenTheCacheFolderCannotBeWritten(@TempDir Path folder) throws Exception {
    Path occupied = Files.writeString(folder.resolve("occupied"), "not a folder");

    try (var other = new MiniLmEmbedder(occupied)) {
      assertThat(other.embed(QUESTION)).isEqualTo(embedder.embed(QUESTION));
    }
  }

  @Test
  void givesTheSameVector_fromTheJarAndFromTheCacheFolder(@TempDir Path folder) {
    float[] fromJar;
    try (var first = new MiniLmEmbedder(folder)) {
      fromJar = first.embed(QUESTION);
    }

    try (var second = new MiniLmEmbedder(folder)) {
      assertThat(second.embed(QUESTION)).isEqualTo(fromJar);
    }
  }

  @Test
  void replacesASavedModel_thatOnnxruntimeRefuses(@TempDir Path folder) throws Exception {
    float[] expected;
    try (var first = new MiniLmEmbedder(folder)) {
      expected = first.embed(QUESTION);
    }
    Path saved;
    try (var files = Files.newDirectoryStream(folder.resolve("model"), "*.ort")) {
      saved = files.iterator().next();
    }
    byte[] sealedJunk = {1, 2, 3, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    var crc = new CRC32C();
    crc.update(sealedJunk, 0, 4);
    ByteBuffer.wrap(sealedJunk).order(ByteOrder.LITTLE_ENDIAN).putInt(12, (int) crc.getValue());
    Files.delete(saved);
    Files.write(saved, sealedJunk);

    try (var second = new MiniLmEmbedder(folder)) {
      assertThat(second.embed(QUESTION)).isEqualTo(expected);
    }

    assertThat(Files.size(saved)).isGreaterThan(sealedJunk.length);
  }

  @Test
  void saysThatItIsClosed() {
    var other = new MiniLmEmbedder(cacheFolder);
    other.close();

    assertThatThrownBy(() -> other.embed(QUESTION))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("embedder is closed");
  }

  @Test
  void close_mayBeRepeated() {
    var other = new MiniLmEmbedder(cacheFolder);
    other.load();

    other.close();
    other.close();

    assertThatThrownBy(() -> other.embedAll(List.of(QUESTION)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void settings_refuseLessThanOneThread() {
    assertThatThrownBy(() -> new Settings(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("callers must be at least 1, got 0");
    assertThatThrownBy(() -> new Settings(1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("intraOpThreads must be at least 1, got 0");
  }

  @Test
  void settings_useEveryProcessorByDefault() {
    assertThat(Settings.DEFAULT)
        .isEqualTo(new Settings(Runtime.getRuntime().availableProcessors(), 1));
  }
}
