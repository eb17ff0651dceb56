package dev.rolewise.knowledge.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * Word pieces of the model and their ids. A piece that continues a word is written {@code ##piece}
 * in the source and held without the two signs.
 *
 * <p>Immutable. Built as one open-addressing table over the source's own characters: thirty
 * thousand strings and map entries would take longer to create than the model takes to load.
 */
final class Vocabulary {
  static final int NOT_FOUND = -1;

  /** Reads the source once for all. */
  private static final class Holder {
    static final Vocabulary BUNDLED = read();
  }

  private static final String RESOURCE = "/bert-vocabulary-en.txt";
  private static final int SIZE = 30_522;
  private static final int TABLE_BITS = 17;
  private static final int CONTINUATION_SEED = 0x5bd1e995;

  private final char[] source;
  private final int[] starts = new int[SIZE];
  private final int[] ends = new int[SIZE];
  private final boolean[] continues = new boolean[SIZE];

  /** Id plus one of the piece in each slot, 0 for a free slot. */
  private final int[] table = new int[1 << TABLE_BITS];

  private final int longest;

  private Vocabulary(char[] source) {
    this.source = source;
    int id = 0;
    int maxLength = 0;
    int lineStart = 0;
    for (int i = 0; i < source.length; i++) {
      if (source[i] != '\n') {
        continue;
      }
      if (id == SIZE) {
        throw new IllegalStateException(RESOURCE + ": wanted " + SIZE + " lines, got more");
      }
      add(id, lineStart, i);
      maxLength = Math.max(maxLength, ends[id] - starts[id]);
      id++;
      lineStart = i + 1;
    }
    if (id != SIZE) {
      throw new IllegalStateException(RESOURCE + ": wanted " + SIZE + " lines, got " + id);
    }
    longest = maxLength;
  }

  /** The vocabulary that lies in LangChain4j's jar. */
  static Vocabulary bundled() {
    return Holder.BUNDLED;
  }

  private static Vocabulary read() {
    try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + ": not on the class path");
      }
      String text = new String(in.readAllBytes(), UTF_8);
      return new Vocabulary((text.endsWith("\n") ? text : text + "\n").toCharArray());
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + ": could not be read", e);
    }
  }

  private void add(int id, int lineStart, int lineEnd) {
    boolean continuation =
        lineEnd - lineStart > 2 && source[lineStart] == '#' && source[lineStart + 1] == '#';
    starts[id] = continuation ? lineStart + 2 : lineStart;
    ends[id] = lineEnd;
    continues[id] = continuation;
    int hash = seed(continuation);
    for (int i = starts[id]; i < lineEnd; i++) {
      hash = extend(hash, source[i]);
    }
    int slot = slot(hash);
    while (table[slot] != 0) {
      slot = (slot + 1) & (table.length - 1);
    }
    table[slot] = id + 1;
  }

  /** Length of the longest piece, in UTF-16 units. */
  int longest() {
    return longest;
  }

  /** Hash of the empty piece, to be extended unit by unit. */
  static int seed(boolean continuation) {
    return continuation ? CONTINUATION_SEED : 0;
  }

  static int extend(int hash, char unit) {
    return hash * 31 + unit;
  }

  private static int slot(int hash) {
    return (hash * 0x9E3779B9) >>> (32 - TABLE_BITS);
  }

  /** Id of the piece {@code text[from, to)} whose hash is given, or {@link #NOT_FOUND}. */
  int id(char[] text, int from, int to, boolean continuation, int hash) {
    for (int slot = slot(hash); table[slot] != 0; slot = (slot + 1) & (table.length - 1)) {
      int id = table[slot] - 1;
      if (continues[id] == continuation
          && Arrays.equals(source, starts[id], ends[id], text, from, to)) {
        return id;
      }
    }
    return NOT_FOUND;
  }
}
