package dev.rolewise.knowledge.retrieval;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.index.EmbeddedText;
import dev.rolewise.knowledge.index.Embedder;
import dev.rolewise.knowledge.index.InMemoryPassageStore;
import dev.rolewise.knowledge.index.PassageStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of statements and headings. Nothing is embedded before somebody asks for them: many
 * questions are answered from facts alone. Safe to use from many threads.
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

  private final Contents contents;
  private final Embedder embedder;
  private @Nullable CompletableFuture<Stores> stores;

  ContentVectors(Contents contents, Embedder embedder) {
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
        stores =
            CompletableFuture.supplyAsync(
                this::make, task -> Thread.ofPlatform().name("vectors").start(task));
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

  private Stores make() {
    var texts = new ArrayList<String>(contents.statements.size() + contents.sections.size());
    for (int i = 0; i < contents.statements.size(); i++) {
      texts.add(
          EmbeddedText.of(contents.document(contents.sectionOf(i)), contents.statements.get(i)));
    }
    for (int i = 0; i < contents.sections.size(); i++) {
      texts.add(EmbeddedText.of(contents.document(i), contents.sections.get(i)));
    }
    List<float[]> vectors = embedder.embedAll(texts);
    int statements = contents.statements.size();
    int dimension = embedder.dimension();
    return new Stores(
        new InMemoryPassageStore(dimension, vectors.subList(0, statements)),
        new InMemoryPassageStore(dimension, vectors.subList(statements, vectors.size())));
  }
}
