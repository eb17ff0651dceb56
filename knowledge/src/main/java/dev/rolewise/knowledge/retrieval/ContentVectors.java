package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.index.EmbeddedText;
import dev.rolewise.knowledge.index.Embedder;
import dev.rolewise.knowledge.index.InMemoryPassageStore;
import dev.rolewise.knowledge.index.PassageStore;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors of statements and headings. Nothing is read or embedded before somebody asks for them:
 * many questions are answered from facts alone. Safe to use from many threads.
 */
final class ContentVectors {
  /**
   * The vectors, each under the position of its statement or section in {@link Contents}.
   *
   * @param statements vectors of the statements
   * @param headings vectors of the sections' headings
   */
  record Stores(PassageStore statements, PassageStore headings) {
    Stores {
      requireNonNull(statements, "statements");
      requireNonNull(headings, "headings");
    }
  }

  private static final Logger log = LoggerFactory.getLogger(ContentVectors.class);

  private final Contents contents;
  private final Embedder embedder;
  private final SavedVectors saved;
  private @Nullable CompletableFuture<Stores> stores;

  ContentVectors(Contents contents, Embedder embedder, SavedVectors saved) {
    this.saved = saved;
    this.contents = contents;
    this.embedder = embedder;
  }

  /**
   * Lets another thread make them, unless that was done before. The thread is not a daemon: a
   * process must not end in the middle of native code.
   */
  CompletableFuture<Stores> start() {
    synchronized (this) {
      if (stores == null || stores.isCompletedExceptionally()) {
        var made = new CompletableFuture<Stores>();
        stores = made;
        Thread.ofPlatform().name("vectors").start(() -> make(made));
      }
      return stores;
    }
  }

  /** Waits for vectors that were started; what the embedder throws comes out here. */
  static Stores await(CompletableFuture<Stores> started) {
    try {
      return started.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Reads the vectors, or has them embedded and keeps them when nobody waits for them any more. */
  private void make(CompletableFuture<Stores> made) {
    try {
      Optional<Stores> found = find();
      if (found.isPresent()) {
        made.complete(found.get());
        return;
      }
      List<float[]> vectors = embedder.embedAll(texts());
      int dimension = embedder.dimension();
      int statements = contents.statements.size();
      var ofStatements = new InMemoryPassageStore(dimension, vectors.subList(0, statements));
      var ofHeadings =
          new InMemoryPassageStore(dimension, vectors.subList(statements, vectors.size()));
      made.complete(new Stores(ofStatements, ofHeadings));
      var arrays = new SavedArrays();
      arrays.add(new String[] {embedder.modelId()});
      arrays.add(sizes());
      arrays.add(ofStatements.components());
      arrays.add(ofHeadings.components());
      saved.save(arrays.toBytes());
    } catch (RuntimeException | Error e) {
      made.completeExceptionally(e);
    }
  }

  private Optional<Stores> find() {
    Optional<ByteBuffer> found = saved.find();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = found.get().slice().order(ByteOrder.LITTLE_ENDIAN);
      if (!SavedArrays.readTexts(bytes)[0].equals(embedder.modelId())
          || !Arrays.equals(SavedArrays.readInts(bytes), sizes())) {
        return Optional.empty();
      }
      return Optional.of(
          new Stores(
              store(contents.statements.size(), bytes), store(contents.sections.size(), bytes)));
    } catch (RuntimeException e) {
      log.warn("the saved vectors could not be read, they are embedded again: {}", e.toString());
      return Optional.empty();
    }
  }

  private int[] sizes() {
    return new int[] {contents.statements.size(), contents.sections.size()};
  }

  private InMemoryPassageStore store(int size, ByteBuffer bytes) {
    return InMemoryPassageStore.of(embedder.dimension(), size, SavedArrays.readFloats(bytes));
  }

  private List<String> texts() {
    var texts = new ArrayList<String>(contents.statements.size() + contents.sections.size());
    for (int i = 0; i < contents.statements.size(); i++) {
      texts.add(
          EmbeddedText.of(contents.document(contents.sectionOf(i)), contents.statements.get(i)));
    }
    for (int i = 0; i < contents.sections.size(); i++) {
      texts.add(EmbeddedText.of(contents.document(i), contents.sections.get(i)));
    }
    return texts;
  }
}
