package dev.rolewise.knowledge.retrieval;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Where the vectors of one set of documents are kept between starts, put together as they are
 * searched. Safe to use from many threads.
 */
public interface SavedVectors {
  /** Keeps nothing. */
  SavedVectors NONE =
      new SavedVectors() {
        @Override
        public Optional<ByteBuffer> find() {
          return Optional.empty();
        }

        @Override
        public void save(byte[] vectors) {}
      };

  /** What was saved last for these documents. */
  Optional<ByteBuffer> find();

  /** Keeps the vectors, or does not if it cannot. */
  void save(byte[] vectors);
}
