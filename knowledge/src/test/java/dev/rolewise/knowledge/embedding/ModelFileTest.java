package dev.rolewise.knowledge.embedding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
  @TempDir private static Path cacheFolder;

  private static byte[] saved;

  @TempDir private Path folder;

  @BeforeAll
  static void save() throws Exception {
    var file = new ModelFile(cacheFolder);
    file.openBundled(OrtEnvironment.getEnvironment(), 1).close();
    saved = Files.readAllBytes(onlyModelIn(cacheFolder));
  }

  private static Path onlyModelIn(Path folder) throws IOException {
    try (var files = Files.list(folder.resolve("model"))) {
      return files.filter(file -> file.toString().endsWith(".ort")).findFirst().orElseThrow();
    }
  }

  private ModelFile modelFileWith(byte[] content) throws IOException {
    Path file = folder.resolve(cacheFolder.relativize(onlyModelIn(cacheFolder)));
    Files.createDirectories(requireNonNull(file.getParent()));
    Files.write(file, content);
    return new ModelFile(folder);
  }

  @Test
  void findsWhatWasSaved_withoutItsTrailer() throws Exception {
    ByteBuffer model = new ModelFile(cacheFolder).findOptimised();

    assertThat(requireNonNull(model).remaining()).isEqualTo(saved.length - 12);
  }

  @Test
  void findsNothing_inAnEmptyFolder() {
    assertThat(new ModelFile(folder).findOptimised()).isNull();
  }

  @Test
  void findsNothing_whenOneBitIsWrong() throws Exception {
    byte[] damaged = saved.clone();
    damaged[damaged.length / 2] ^= 1;

    assertThat(modelFileWith(damaged).findOptimised()).isNull();
  }

  @Test
  void findsNothing_whenTheFileIsCutOff() throws Exception {
    for (int length : List.of(0, 5, 12, 1_000)) {
      assertThat(modelFileWith(Arrays.copyOf(saved, length)).findOptimised()).isNull();
    }
  }

  @Test
  void replacesADamagedFile() throws Exception {
    ModelFile file = modelFileWith(new byte[100]);

    file.openBundled(OrtEnvironment.getEnvironment(), 1).close();

    assertThat(file.findOptimised()).isNotNull();
  }

  @Test
  void namesTheModelThatIsOnTheClassPath() throws Exception {
    var crc = new CRC32();
    try (var in = requireNonNull(ModelFile.class.getResourceAsStream(ModelFile.RESOURCE))) {
      crc.update(in.readAllBytes());
    }

    assertThat(ModelFile.MODEL_CRC).isEqualTo(HexFormat.of().toHexDigits((int) crc.getValue()));
  }
}
