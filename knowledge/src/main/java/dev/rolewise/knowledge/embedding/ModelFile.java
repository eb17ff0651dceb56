package dev.rolewise.knowledge.embedding;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.READ;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The model in the two forms it is loaded from: as it lies in LangChain4j's jar, and as onnxruntime
 * optimised it, in a file in the cache folder that is mapped instead of read.
 *
 * <p>Only optimisations that hold for every processor are stored, so the file may move between
 * machines of one platform. It ends with its length and checksum; a file that does not match is not
 * used and is written anew.
 */
final class ModelFile {
  /** Checksum (CRC-32) of the model in the jar: names everything derived from it. */
  static final String MODEL_CRC = "df4d1c08";

  static final String RESOURCE = "/all-minilm-l6-v2-q.onnx";

  private static final Logger log = LoggerFactory.getLogger(ModelFile.class);

  private static final int TRAILER_BYTES = Long.BYTES + Integer.BYTES;

  private final CacheFolder folder;
  private final String name;

  ModelFile(Path cacheFolder) {
    folder = new CacheFolder(cacheFolder.resolve("model"));
    name =
        "all-minilm-l6-v2-q-%s-onnxruntime-%s-%s.ort"
            .formatted(MODEL_CRC, OnnxLibrary.VERSION, OnnxLibrary.platform());
  }

  /** Returns the optimised model, or null if there is none that can be trusted. */
  @Nullable ByteBuffer findOptimised() {
    Path file = folder.file(name);
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try (var channel = FileChannel.open(file, READ)) {
      long length = channel.size() - TRAILER_BYTES;
      if (length <= 0) {
        return null;
      }
      // Without an arena the buffer would be made by reflection, whose first use takes 50 ms.
      ByteBuffer all =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto())
              .asByteBuffer();
      ByteBuffer model = all.slice(0, (int) length);
      ByteBuffer trailer = all.slice((int) length, TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
      if (trailer.getLong() == length && trailer.getInt() == checksum(model.duplicate())) {
        return model;
      }
      log.warn("{}: damaged, written anew", file);
      return null;
    } catch (IOException e) {
      log.debug("{}: not used", file, e);
      return null;
    }
  }

  /**
   * Opens the optimised model.
   *
   * @param model from {@link #findOptimised}; must stay reachable as long as the session is used
   */
  OrtSession openOptimised(OrtEnvironment environment, ByteBuffer model, int intraOpThreads)
      throws OrtException {
    try (var options = options(intraOpThreads)) {
      options.setOptimizationLevel(OptLevel.NO_OPT);
      options.addConfigEntry("session.load_model_format", "ORT");
      options.addConfigEntry("session.use_ort_model_bytes_directly", "1");
      options.addConfigEntry("session.use_ort_model_bytes_for_initializers", "1");
      return environment.createSession(model, options);
    }
  }

  /** Opens the model from the jar and keeps its optimised form for the next start, if it can. */
  OrtSession openBundled(OrtEnvironment environment, int intraOpThreads) throws OrtException {
    byte[] bytes = bundled();
    var opened = new OrtSession[1];
    try {
      folder.ifFree(() ->
          folder.publish(
              name,
              file -> {
                opened[0] = openAndSave(environment, bytes, intraOpThreads, file);
                seal(file);
              }));
    } catch (IOException e) {
      log.warn("{}: not saved, the model loads slower: {}", folder.file(name), e.toString());
    }
    if (opened[0] != null) {
      return opened[0];
    }
    try (var options = options(intraOpThreads)) {
      options.setOptimizationLevel(OptLevel.EXTENDED_OPT);
      return environment.createSession(bytes, options);
    }
  }

  private static OrtSession openAndSave(
      OrtEnvironment environment, byte[] bytes, int intraOpThreads, Path file) throws IOException {
    try (var options = options(intraOpThreads)) {
      options.setOptimizationLevel(OptLevel.EXTENDED_OPT);
      options.addConfigEntry("session.save_model_format", "ORT");
      options.setOptimizedModelFilePath(file.toString());
      return environment.createSession(bytes, options);
    } catch (OrtException e) {
      throw new IOException("onnxruntime could not save the model", e);
    }
  }

  private static void seal(Path file) throws IOException {
    byte[] model = Files.readAllBytes(file);
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    trailer.putLong(model.length).putInt(checksum(ByteBuffer.wrap(model))).flip();
    Files.write(file, trailer.array(), APPEND);
  }

  private static int checksum(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  static byte[] bundled() {
    try (InputStream in = ModelFile.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + ": not on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + ": could not be read", e);
    }
  }

  private static OrtSession.SessionOptions options(int intraOpThreads) throws OrtException {
    var options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(intraOpThreads);
    options.setInterOpNumThreads(1);
    options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    return options;
  }
}
