package dev.rolewise.knowledge.embedding;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.rolewise.knowledge.index.Embedder;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sentence vectors of all-MiniLM-L6-v2, quantised to 8 bits, computed in this process.
 *
 * <p>A text is read up to {@value #WINDOW_TOKENS} tokens (about 190 English words); what follows is
 * ignored. The vector is the mean over all tokens, scaled to unit length. The model is loaded by
 * {@link #load} or by the first text.
 *
 * <p>Texts are run one by one, also by {@link #embedAll}: this model quantises each activation by
 * the range found in the whole batch, so in a batch a vector would depend on its neighbours, and
 * two callers with one text each use two cores better than one batch does.
 */
public final class MiniLmEmbedder implements Embedder, AutoCloseable {
  /**
   * How many threads are used.
   *
   * @param callers threads that {@link #embedAll} runs texts on, the calling one included
   * @param intraOpThreads threads onnxruntime may use for one text
   */
  public record Settings(int callers, int intraOpThreads) {
    /** One text per processor at a time, each on one thread. */
    public static final Settings DEFAULT =
        new Settings(Runtime.getRuntime().availableProcessors(), 1);

    public Settings {
      if (callers < 1) {
        throw new IllegalArgumentException("callers must be at least 1, got " + callers);
      }
      if (intraOpThreads < 1) {
        throw new IllegalArgumentException(
            "intraOpThreads must be at least 1, got " + intraOpThreads);
      }
    }
  }

  /** Most tokens read of one text, the marks of beginning and end included. */
  public static final int WINDOW_TOKENS = 256;

  private static final Logger log = LoggerFactory.getLogger(MiniLmEmbedder.class);

  private static final int DIMENSION = 384;
  private static final String MODEL_ID =
      "all-minilm-l6-v2-q-" + ModelFile.MODEL_CRC + "-mean-" + WINDOW_TOKENS;

  private final Path cacheFolder;
  private final Settings settings;

  /** Shared by whoever runs texts, exclusive for closing: a closed session must not be running. */
  private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

  private @Nullable Model model;
  private boolean closed;

  /**
   * @param cacheFolder where native libraries and the optimised model are kept; created when
   *     needed, may be deleted at any time, works without if it cannot be written
   */
  public MiniLmEmbedder(Path cacheFolder) {
    this(cacheFolder, Settings.DEFAULT);
  }

  public MiniLmEmbedder(Path cacheFolder, Settings settings) {
    this.cacheFolder = requireNonNull(cacheFolder, "cacheFolder");
    this.settings = requireNonNull(settings, "settings");
  }

  @Override
  public String modelId() {
    return MODEL_ID;
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  /**
   * Loads the model, if it is not loaded, and runs it once, so that the next text is fast. Meant
   * for a thread of its own while documents are parsed.
   */
  public void load() {
    embed("");
  }

  @Override
  public float[] embed(String text) {
    requireNonNull(text, "text");
    open.readLock().lock();
    try {
      return model().embed(text);
    } finally {
      open.readLock().unlock();
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws CancellationException if the calling thread is interrupted; its flag stays set
   */
  @Override
  public List<float[]> embedAll(List<String> texts) {
    var all = List.copyOf(texts);
    if (all.isEmpty()) {
      return List.of();
    }
    open.readLock().lock();
    try {
      return new Batch(model(), all).run(settings.callers());
    } finally {
      open.readLock().unlock();
    }
  }

  /** Waits for texts that are being run. Embedding afterwards is an IllegalStateException. */
  @Override
  public void close() {
    open.writeLock().lock();
    try {
      synchronized (this) {
        closed = true;
        if (model != null) {
          model.close();
          model = null;
        }
      }
    } finally {
      open.writeLock().unlock();
    }
  }

  private synchronized Model model() {
    if (closed) {
      throw new IllegalStateException("embedder is closed");
    }
    if (model == null) {
      model = Model.load(cacheFolder, settings.intraOpThreads());
    }
    return model;
  }

  /**
   * What a text is run with.
   *
   * @param mapped memory the session reads its weights from, held here to keep it mapped
   */
  private record Model(
      OrtEnvironment environment,
      OrtSession session,
      WordPieceTokenizer tokenizer,
      @Nullable ByteBuffer mapped) {

    /** What is read from files while the native library is loaded, which takes as long. */
    private record Parts(WordPieceTokenizer tokenizer, @Nullable ByteBuffer mapped) {}

    static Model load(Path cacheFolder, int intraOpThreads) {
      var file = new ModelFile(cacheFolder);
      CompletableFuture<Parts> parts =
          CompletableFuture.supplyAsync(
              () -> new Parts(new WordPieceTokenizer(Vocabulary.bundled()), file.findOptimised()),
              Thread.ofPlatform().name("embedding-files").daemon()::start);
      try {
        OnnxLibrary.prepare(cacheFolder);
        var environment = OrtEnvironment.getEnvironment();
        return open(environment, file, parts.join(), intraOpThreads);
      } catch (OrtException | CompletionException e) {
        throw new IllegalStateException("embedding model could not be loaded", e);
      } catch (LinkageError e) {
        throw new IllegalStateException("onnxruntime does not run on " + OnnxLibrary.platform(), e);
      }
    }

    private static Model open(
        OrtEnvironment environment, ModelFile file, Parts parts, int intraOpThreads)
        throws OrtException {
      ByteBuffer mapped = parts.mapped();
      if (mapped != null) {
        try {
          OrtSession session = file.openOptimised(environment, mapped, intraOpThreads);
          return new Model(environment, session, parts.tokenizer(), mapped);
        } catch (OrtException e) {
          log.warn("the saved model was refused and is written anew: {}", e.getMessage());
        }
      }
      OrtSession session = file.openBundled(environment, intraOpThreads);
      return new Model(environment, session, parts.tokenizer(), null);
    }

    float[] embed(String text) {
      long[] ids = Arrays.stream(tokenizer.encode(text, WINDOW_TOKENS)).asLongStream().toArray();
      long[] mask = new long[ids.length];
      Arrays.fill(mask, 1);
      long[] shape = {1, ids.length};
      try (var idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
          var maskTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
          var typeTensor =
              OnnxTensor.createTensor(environment, LongBuffer.allocate(ids.length), shape);
          var result =
              session.run(
                  Map.of(
                      "input_ids", idTensor,
                      "attention_mask", maskTensor,
                      "token_type_ids", typeTensor))) {
        return unitMean(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
      } catch (OrtException e) {
        throw new IllegalStateException("embedding model could not be run", e);
      } finally {
        Reference.reachabilityFence(this);
      }
    }

    /** Mean of the tokens' vectors, scaled to unit length; the scale makes dividing needless. */
    private static float[] unitMean(FloatBuffer tokenVectors, int tokens) {
      float[] all = new float[tokens * DIMENSION];
      tokenVectors.get(all);
      float[] sum = new float[DIMENSION];
      for (int token = 0; token < tokens; token++) {
        int start = token * DIMENSION;
        for (int i = 0; i < DIMENSION; i++) {
          sum[i] += all[start + i];
        }
      }
      double squares = 0;
      for (float component : sum) {
        squares += (double) component * component;
      }
      float scale = (float) (1 / Math.sqrt(squares));
      for (int i = 0; i < DIMENSION; i++) {
        sum[i] *= scale;
      }
      return sum;
    }

    void close() {
      try {
        session.close();
      } catch (OrtException e) {
        throw new IllegalStateException("embedding model could not be closed", e);
      }
    }
  }

  /** Texts that several threads take one by one. */
  private static final class Batch {
    private final Model model;
    private final List<String> texts;
    private final float[][] vectors;
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** Longest first: a long text taken last would keep one thread busy while the others idle. */
    private final int[] order;

    Batch(Model model, List<String> texts) {
      this.model = model;
      this.texts = texts;
      vectors = new float[texts.size()][];
      order =
          IntStream.range(0, texts.size())
              .boxed()
              .sorted(Comparator.comparingInt((Integer i) -> texts.get(i).length()).reversed())
              .mapToInt(Integer::intValue)
              .toArray();
    }

    List<float[]> run(int callers) {
      var others = new ArrayList<Thread>();
      for (int i = 1; i < Math.min(callers, texts.size()); i++) {
        others.add(Thread.ofPlatform().name("embedding-" + i).daemon().start(this::work));
      }
      work();
      boolean interrupted = false;
      for (Thread other : others) {
        interrupted |= joinFully(other);
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
      return switch (failure.get()) {
        case null -> List.of(vectors);
        case Error e -> throw e;
        case RuntimeException e -> throw e;
        case Throwable e -> throw new IllegalStateException("texts throw nothing checked", e);
      };
    }

    private void work() {
      try {
        for (int i = taken.getAndIncrement();
            i < order.length && failure.get() == null;
            i = taken.getAndIncrement()) {
          if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("embedding was interrupted");
          }
          vectors[order[i]] = model.embed(texts.get(order[i]));
        }
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    }

    /** Waits for one text at most: the others stop when one has failed. */
    private boolean joinFully(Thread thread) {
      boolean interrupted = false;
      while (true) {
        try {
          thread.join();
          return interrupted;
        } catch (InterruptedException _) {
          interrupted = true;
          failure.compareAndSet(null, new CancellationException("embedding was interrupted"));
        }
      }
    }
  }
}
