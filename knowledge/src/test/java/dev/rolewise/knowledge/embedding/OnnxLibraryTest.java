package dev.rolewise.knowledge.embedding;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxLibraryTest {
  private static final String LIBRARY = System.mapLibraryName("onnxruntime");
  private static final FileTime LONG_AGO = FileTime.fromMillis(0);

  @TempDir private Path cacheFolder;

  @Test
  void unpacksOnce() throws Exception {
    Path folder = requireNonNull(OnnxLibrary.findUnpacked(cacheFolder));
    Files.setLastModifiedTime(folder.resolve(LIBRARY), LONG_AGO);

    assertThat(OnnxLibrary.findUnpacked(cacheFolder)).isEqualTo(folder);
    assertThat(Files.getLastModifiedTime(folder.resolve(LIBRARY))).isEqualTo(LONG_AGO);
  }

  @Test
  void unpacksAgain_whenALibraryIsCutOff() throws Exception {
    Path folder = requireNonNull(OnnxLibrary.findUnpacked(cacheFolder));
    long size = Files.size(folder.resolve(LIBRARY));
    Files.delete(folder.resolve(LIBRARY));
    Files.write(folder.resolve(LIBRARY), new byte[100]);

    assertThat(OnnxLibrary.findUnpacked(cacheFolder)).isEqualTo(folder);
    assertThat(folder.resolve(LIBRARY)).hasSize(size);
  }

  @Test
  void leavesUnpackingToOnnxruntime_whenALibraryCannotBeLoaded() throws Exception {
    Path folder =
        Files.createDirectories(
            cacheFolder
                .resolve("native")
                .resolve("onnxruntime-" + OnnxLibrary.VERSION + "-" + OnnxLibrary.platform()));
    for (String library : List.of("onnxruntime", "onnxruntime4j_jni")) {
      String name = System.mapLibraryName(library);
      Files.write(folder.resolve(name), new byte[100]);
      Files.writeString(folder.resolve(name + ".size"), "100");
    }

    assertThat(OnnxLibrary.findUnpacked(cacheFolder)).isNull();
  }

  @Test
  void leavesUnpackingToOnnxruntime_whenTheFolderCannotBeWritten() throws IOException {
    Path occupied = Files.writeString(cacheFolder.resolve("occupied"), "not a folder");

    assertThat(OnnxLibrary.findUnpacked(occupied)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x64",
    "Linux, aarch64, linux-aarch64",
    "Mac OS X, aarch64, osx-aarch64",
    "Mac OS X, x86_64, osx-x64",
    "Windows 11, amd64, win-x64",
  })
  void namesPlatformsAsOnnxruntimeDoes(String osName, String osArch, String platform) {
    assertThat(OnnxLibrary.platform(osName, osArch)).isEqualTo(platform);
  }

  @Test
  void namesTheVersionThatIsOnTheClassPath() {
    assertThat(OnnxLibrary.VERSION).isEqualTo(OrtEnvironment.getEnvironment().getVersion());
  }
}
