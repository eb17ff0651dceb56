package dev.rolewise.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.document.DocumentFolders;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedKnowledgeTest {
  private static final Path BUNDLED = Path.of("roles");
  private static final byte[] INDEX = {1, 2, 3, 4, 5};
  private static final byte[] VECTORS = {6, 7, 8};

  @TempDir private Path cache;
  @TempDir private Path documents;

  @BeforeEach
  void copyDocuments() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLED)) {
      for (Path file : files.toList()) {
        Files.copy(file, documents.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void givesBackWhatWasSaved() {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    KnowledgeBase knowledge = read();
    saved.save(key(saved), knowledge, INDEX);

    KnowledgeBase found = saved.find(key(saved)).orElseThrow().knowledge();

    assertThat(found.documents()).isEqualTo(knowledge.documents());
    assertThat(found.problems()).isEqualTo(knowledge.problems());
    assertThat(found.facts()).isEqualTo(knowledge.facts()).hasSizeGreaterThan(100);
    assertThat(found.facts("vp-ai-ml")).isEqualTo(knowledge.facts("vp-ai-ml"));
    assertThat(found.jobs().jobs()).isEqualTo(knowledge.jobs().jobs());
  }

  @Test
  void givesBackTheIndexThatWasSavedWithIt() {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    saved.save(key(saved), read(), INDEX);

    SavedKnowledge.Found found = saved.find(key(saved)).orElseThrow();

    assertThat(found.index()).isEqualTo(ByteBuffer.wrap(INDEX));
  }

  @Test
  void givesBackTheVectorsThatWereSaved() {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    saved.save(key(saved), read(), INDEX);
    saved.saveVectors(key(saved), VECTORS);

    assertThat(saved.findVectors(key(saved))).contains(ByteBuffer.wrap(VECTORS));
    assertThat(saved.find(key(saved))).isPresent();
  }

  @Test
  void findsNoVectors_ofAnotherStateOrBuild() throws IOException {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    saved.saveVectors(key(saved), VECTORS);
    var after = new SavedKnowledge(cache, Optional.of("build 2"));

    assertThat(after.findVectors(key(after))).isEmpty();

    Files.setLastModifiedTime(documents.resolve("vp-ai-ml.md"), FileTime.fromMillis(1));
    assertThat(saved.findVectors(key(saved))).isEmpty();
  }

  @Test
  void findsNoVectors_whenTheirFileIsDamagedOrCutShort() throws IOException {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    saved.saveVectors(key(saved), VECTORS);
    Path file = savedFiles().getFirst();
    byte[] bytes = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(saved.findVectors(key(saved))).isEmpty();

    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);
    assertThat(saved.findVectors(key(saved))).isEmpty();
  }

  @Test
  void cannotSave_whatHasAFileThatCouldNotBeRead() throws IOException {
    assertThat(SavedKnowledge.canSave(DocumentFolders.read(List.of(documents)))).isTrue();

    Files.writeString(documents.resolve("empty.md"), "");

    assertThat(SavedKnowledge.canSave(DocumentFolders.read(List.of(documents)))).isFalse();
  }

  @Test
  void findsNothing_whenTheFileIsCutShort() throws IOException {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    saved.save(key(saved), read(), INDEX);
    Path file = savedFiles().getFirst();
    byte[] bytes = Files.readAllBytes(file);

    for (int length = 0; length < bytes.length; length += bytes.length / 50) {
      Files.write(file, Arrays.copyOf(bytes, length));

      assertThat(saved.find(key(saved))).isEmpty();
    }
  }

  @Test
  void findsNothing_whenNothingWasSaved() {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));

    assertThat(saved.find(key(saved))).isEmpty();
  }

  @Test
  void findsNothing_whenADocumentHasChanged() throws IOException {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    saved.save(key(saved), read(), INDEX);
    Files.setLastModifiedTime(documents.resolve("vp-ai-ml.md"), FileTime.fromMillis(1));

    assertThat(saved.find(key(saved))).isEmpty();
  }

  @Test
  void findsNothing_whenADocumentIsGone() throws IOException {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    saved.save(key(saved), read(), INDEX);
    Files.delete(documents.resolve("vp-ai-ml.md"));

    assertThat(saved.find(key(saved))).isEmpty();
  }

  @Test
  void findsNothing_thatAnotherBuildSaved() {
    var before = new SavedKnowledge(cache, Optional.of("build 1"));
    before.save(key(before), read(), INDEX);
    var after = new SavedKnowledge(cache, Optional.of("build 2"));

    assertThat(after.find(key(after))).isEmpty();
  }

  @Test
  void remembersNothing_whenTheBuildHasNoName() {
    var saved = new SavedKnowledge(cache, Optional.empty());
    saved.save(key(saved), read(), INDEX);

    assertThat(saved.find(key(saved))).isEmpty();
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void remembersNothing_whenAFileCouldNotBeRead() throws IOException {
    Files.writeString(documents.resolve("empty.md"), "");
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    saved.save(key(saved), read(), INDEX);

    assertThat(saved.find(key(saved))).isEmpty();
  }

  @Test
  void findsNothing_whenTheFileIsDamaged() throws IOException {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    saved.save(key(saved), read(), INDEX);
    Path file = savedFiles().getFirst();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThat(saved.find(key(saved))).isEmpty();
  }

  @Test
  void keepsTheLatestSixteen() throws IOException {
    var saved = new SavedKnowledge(cache, Optional.of("build 1"));
    KnowledgeBase knowledge = read();
    for (int i = 0; i < 20; i++) {
      saved.save(saved.key(List.of(documents), "context " + i), knowledge, INDEX);
    }

    assertThat(savedFiles()).hasSize(16);
    assertThat(saved.find(saved.key(List.of(documents), "context 19"))).isPresent();
  }

  private KnowledgeBase read() {
    return KnowledgeBase.of(DocumentFolders.read(List.of(documents)));
  }

  private SavedKnowledge.Key key(SavedKnowledge saved) {
    return saved.key(List.of(documents), "context");
  }

  private List<Path> savedFiles() throws IOException {
    try (Stream<Path> files = Files.list(cache.resolve("knowledge"))) {
      return files.toList();
    }
  }
}
