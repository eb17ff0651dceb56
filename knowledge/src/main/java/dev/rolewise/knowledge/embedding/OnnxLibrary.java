package dev.rolewise.knowledge.embedding;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native part of onnxruntime. Its jar unpacks 16 MB at each start unless it is told of a folder
 * that has the libraries; this keeps such a folder. Whatever is odd about the folder or the
 * platform, onnxruntime is left to unpack by itself.
 */
final class OnnxLibrary {
  /** The version on the class path, which names the folder: a new version gets a new one. */
  static final String VERSION = "1.20.0";

  private static final Logger log = LoggerFactory.getLogger(OnnxLibrary.class);

  private static final String PATH_PROPERTY = "onnxruntime.native.path";
  private static final List<String> LIBRARIES = List.of("onnxruntime", "onnxruntime4j_jni");

  private OnnxLibrary() {}

  /** Folder and file names of onnxruntime's own for this system, such as {@code linux-x64}. */
  static String platform() {
    return platform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  static String platform(String osName, String osArch) {
    String os = osName.toLowerCase(Locale.ROOT);
    String system = os.contains("mac") ? "osx" : os.contains("win") ? "win" : "linux";
    String machine =
        osArch.equals("amd64") || osArch.equals("x86_64") ? "x64" : osArch.toLowerCase(Locale.ROOT);
    return system + "-" + machine;
  }

  /** Points onnxruntime to unpacked libraries under the cache folder, unpacking them if needed. */
  static void prepare(Path cacheFolder) {
    if (System.getProperty(PATH_PROPERTY) != null) {
      return;
    }
    Path folder = findUnpacked(cacheFolder);
    if (folder != null) {
      System.setProperty(PATH_PROPERTY, folder.toString());
    }
  }

  /** Returns the folder of the libraries, or null if onnxruntime has to unpack by itself. */
  static @Nullable Path findUnpacked(Path cacheFolder) {
    Path path =
        cacheFolder
            .resolve("native")
            .resolve("onnxruntime-" + VERSION + "-" + platform())
            .toAbsolutePath();
    var folder = new CacheFolder(path);
    try {
      if (!isWhole(folder)) {
        folder.ifFree(() -> unpack(folder, "/ai/onnxruntime/native/" + platform() + "/"));
      }
      return isWhole(folder) && loads(folder) ? path : null;
    } catch (ClosedByInterruptException e) {
      log.debug("{}: not used, the thread was interrupted", path, e);
    } catch (IOException e) {
      log.warn("{}: not used, onnxruntime starts slower: {}", path, e.toString());
    }
    return null;
  }

  /** Whether every library has the size that was noted after it had been written. */
  private static boolean isWhole(CacheFolder folder) throws IOException {
    for (String library : LIBRARIES) {
      Path file = folder.file(System.mapLibraryName(library));
      Path note = sizeNote(folder, library);
      if (!Files.isRegularFile(file)
          || !Files.isRegularFile(note)
          || !Files.readString(note).equals(Long.toString(Files.size(file)))) {
        return false;
      }
    }
    return true;
  }

  private static void unpack(CacheFolder folder, String resources) throws IOException {
    for (String library : LIBRARIES) {
      String name = System.mapLibraryName(library);
      try (InputStream in = OrtEnvironment.class.getResourceAsStream(resources + name)) {
        if (in == null) {
          throw new IOException(resources + name + ": not on the class path");
        }
        folder.publish(name, file -> Files.copy(in, file));
      }
      String size = Long.toString(Files.size(folder.file(name)));
      folder.publish(
          sizeNote(folder, library).getFileName().toString(),
          file -> Files.writeString(file, size));
    }
  }

  private static Path sizeNote(CacheFolder folder, String library) {
    return folder.file(System.mapLibraryName(library) + ".size");
  }

  /**
   * Tries the large library, because onnxruntime cannot be asked twice: once its class failed to
   * start, it stays broken for this process. A folder may forbid execution.
   */
  @SuppressWarnings("restricted") // onnxruntime loads the same file the same way
  private static boolean loads(CacheFolder folder) {
    if (!Objects.equals(
        OrtEnvironment.class.getClassLoader(), OnnxLibrary.class.getClassLoader())) {
      return false;
    }
    Path library = folder.file(System.mapLibraryName(LIBRARIES.getFirst())).toAbsolutePath();
    try {
      System.load(library.toString());
      return true;
    } catch (UnsatisfiedLinkError e) {
      log.warn("{}: cannot be loaded, onnxruntime starts slower: {}", library, e.getMessage());
      return false;
    }
  }
}
