package dev.rolewise.knowledge.embedding;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.index.Embedder;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers vectors of documents on disk, so that a text is embedded once and the model is not
 * needed to load documents a second time.
 *
 * <p>{@link #embedAll} is for documents: it reads and writes the cache. {@link #embed} is for
 * questions and goes straight to the model: what people ask is not written to disk.
 *
 * <p>The cache can be deleted at any time, and several processes can share it. Whatever cannot be
 * read is embedded again; what cannot be written is not remembered; the first such trouble is
 * logged as a warning.
 */
public final class CachedEmbedder implements Embedder {
  /** Most vectors kept of one model: about 300 MB. */
  static final int MAX_VECTORS = 200_000;

  /** Texts embedded between two writes: what a kill can cost. */
  static final int BLOCK_TEXTS = 512;

  /** Sees how far the embedding of documents is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Told before the first text that is not in the cache, and after each block of them.
     *
     * @param done texts embedded so far
     * @param total texts to embed
     */
    void embedded(int done, int total);
  }

  private static final Logger log = LoggerFactory.getLogger(CachedEmbedder.class);

  private final Embedder embedder;
  private final Progress progress;
  private final int maxVectors;
  private final VectorFile file;
  private final Set<TextKey> used = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean warned = new AtomicBoolean();

  /**
   * @param embedder makes the vectors that are not in the cache
   * @param cacheFolder vectors are kept in {@code embeddings/<model>/} under it
   * @param progress told while documents are embedded
   */
  public CachedEmbedder(Embedder embedder, Path cacheFolder, Progress progress) {
    this(embedder, cacheFolder, progress, MAX_VECTORS);
  }

  CachedEmbedder(Embedder embedder, Path cacheFolder, Progress progress, int maxVectors) {
    this.progress = requireNonNull(progress, "progress");
    this.embedder = requireNonNull(embedder, "embedder");
    this.maxVectors = maxVectors;
    var folder = new CacheFolder(cacheFolder.resolve("embeddings").resolve(folderName(embedder)));
    file = new VectorFile(folder, embedder.modelId(), embedder.dimension(), this::warn);
  }

  /** The model's id as a file name; the file's header tells apart what this makes equal. */
  private static String folderName(Embedder embedder) {
    return embedder.modelId().replaceAll("[^A-Za-z0-9_-]", "_");
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
    List<TextKey> keys = TextKey.all(modelId(), texts);
    used.addAll(keys);
    var vectors = new LinkedHashMap<>(find(Set.copyOf(keys)));
    var missing = new LinkedHashMap<TextKey, String>();
    for (int i = 0; i < keys.size(); i++) {
      if (!vectors.containsKey(keys.get(i))) {
        missing.put(keys.get(i), texts.get(i));
      }
    }
    var missingKeys = List.copyOf(missing.keySet());
    for (int from = 0; from < missingKeys.size(); from += BLOCK_TEXTS) {
      progress.embedded(from, missingKeys.size());
      int to = Math.min(from + BLOCK_TEXTS, missingKeys.size());
      vectors.putAll(embedAndSave(missingKeys.subList(from, to), missing));
    }
    if (!missingKeys.isEmpty()) {
      progress.embedded(missingKeys.size(), missingKeys.size());
    }
    return inOrder(keys, vectors);
  }

  private Map<TextKey, float[]> embedAndSave(List<TextKey> keys, Map<TextKey, String> texts) {
    List<float[]> embedded =
        embedder.embedAll(keys.stream().map(key -> requireNonNull(texts.get(key))).toList());
    if (embedded.size() != keys.size()) {
      throw new IllegalStateException(
          "wanted " + keys.size() + " vectors from the embedder, got " + embedded.size());
    }
    var vectors = new LinkedHashMap<TextKey, float[]>();
    for (int i = 0; i < keys.size(); i++) {
      vectors.put(keys.get(i), embedded.get(i));
    }
    save(vectors);
    return vectors;
  }

  private Map<TextKey, float[]> find(Set<TextKey> keys) {
    try {
      return file.find(keys);
    } catch (ClosedByInterruptException e) {
      throw interrupted(e);
    } catch (IOException e) {
      warn("could not be read: " + e);
      return Map.of();
    }
  }

  private void save(Map<TextKey, float[]> vectors) {
    try {
      file.add(vectors, used, maxVectors);
    } catch (ClosedByInterruptException | FileLockInterruptionException e) {
      throw interrupted(e);
    } catch (IOException e) {
      warn("could not be written: " + e);
    }
  }

  /** Both exceptions leave the thread's flag set. */
  private static CancellationException interrupted(IOException cause) {
    var cancellation = new CancellationException("embedding was interrupted");
    cancellation.initCause(cause);
    return cancellation;
  }

  private void warn(String problem) {
    if (warned.compareAndSet(false, true)) {
      log.warn("{}: {}, what is missing is embedded again", file.path(), problem);
    }
  }

  /** One array for each position, as the embedder would give: a caller may change its own. */
  private static List<float[]> inOrder(List<TextKey> keys, Map<TextKey, float[]> vectors) {
    var given = HashSet.<TextKey>newHashSet(keys.size());
    var result = new ArrayList<float[]>(keys.size());
    for (TextKey key : keys) {
      float[] vector = requireNonNull(vectors.get(key));
      result.add(given.add(key) ? vector : vector.clone());
    }
    return List.copyOf(result);
  }
}
