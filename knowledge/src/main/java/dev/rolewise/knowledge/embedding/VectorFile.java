package dev.rolewise.knowledge.embedding;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * Vectors of one model in one file, found by the key of their text.
 *
 * <p>Little endian throughout. A header of {@value #HEADER_BYTES} bytes (magic, format version,
 * dimension, key of the model's id, CRC-32C of these) is followed by records of equal length: key,
 * components, CRC-32C of both. Records are only ever added at the end; of two with one key the
 * later counts. So a reader needs no lock, a writer that is killed leaves at most a torn record at
 * the end, which readers skip and the next writer cuts off, and a damaged record is replaced by
 * adding it again.
 *
 * <p>The file is read from front to back in blocks: that is as fast as mapping it, and a file that
 * somebody cuts off meanwhile does no harm.
 */
final class VectorFile {
  static final String NAME = "vectors.bin";
  static final int FORMAT_VERSION = 1;
  static final int HEADER_BYTES = 64;

  private static final long MAGIC = 0x524F_4C45_5645_4331L;
  private static final int HEADER_CHECKED_BYTES = Long.BYTES + 2 * Integer.BYTES + TextKey.BYTES;
  private static final int BLOCK_RECORDS = 256;

  /** What {@link #scan} returns for a file that has to be started anew. */
  private static final int NO_FILE = -1;

  /** Sees the records of a file, oldest first. */
  @FunctionalInterface
  private interface Visitor {
    /**
     * @param record all bytes of the record, valid during the call
     */
    void visit(TextKey key, ByteBuffer record) throws IOException;
  }

  private final CacheFolder folder;
  private final String modelId;
  private final int dimension;
  private final int recordBytes;
  private final Consumer<String> problems;

  /**
   * @param problems told when something on disk cannot be used
   */
  VectorFile(CacheFolder folder, String modelId, int dimension, Consumer<String> problems) {
    this.folder = folder;
    this.modelId = modelId;
    this.dimension = dimension;
    this.problems = problems;
    recordBytes = TextKey.BYTES + dimension * Float.BYTES + Integer.BYTES;
  }

  Path path() {
    return folder.file(NAME);
  }

  /** Vectors of those keys that are in the file, undamaged. */
  Map<TextKey, float[]> find(Set<TextKey> keys) throws IOException {
    var found = HashMap.<TextKey, float[]>newHashMap(keys.size());
    var damaged = new HashSet<TextKey>();
    scan((key, record) -> {
      if (!keys.contains(key)) {
        return;
      }
      if (isWhole(record)) {
        found.put(key, vector(record));
        damaged.remove(key);
      } else {
        found.remove(key);
        damaged.add(key);
      }
    });
    if (!damaged.isEmpty()) {
      problems.accept("has damaged records, " + damaged.size() + " of those wanted");
    }
    return found;
  }

  /**
   * Adds vectors that are not in the file yet.
   *
   * @param used keys to keep if the file has to shrink
   * @param maxVectors most records in the file; beyond it, the oldest that are not used are dropped
   *     until a quarter is free, and used ones only if they alone are too many
   */
  void add(Map<TextKey, float[]> vectors, Collection<TextKey> used, int maxVectors)
      throws IOException {
    folder.whenFree(() -> {
      var missing = new LinkedHashMap<>(vectors);
      missing.keySet().removeAll(find(vectors.keySet()).keySet());
      while (missing.size() > maxVectors) {
        missing.pollFirstEntry();
      }
      var present = new ArrayList<TextKey>();
      int count = scan((key, _) -> present.add(key));
      if (count != NO_FILE && count + missing.size() <= maxVectors) {
        append(missing, count);
      } else {
        rewrite(missing, chooseToKeep(present, used, maxVectors, missing.size()));
      }
    });
  }

  private void append(Map<TextKey, float[]> vectors, int count) throws IOException {
    try (var channel = FileChannel.open(path(), WRITE)) {
      long end = HEADER_BYTES + (long) count * recordBytes;
      channel.truncate(end);
      channel.position(end);
      writeRecords(channel, vectors);
    }
  }

  /** Writes a new file of the records to keep, by their numbers, and the added vectors. */
  private void rewrite(Map<TextKey, float[]> added, BitSet kept) throws IOException {
    folder.publish(
        NAME,
        file -> {
          try (var channel = FileChannel.open(file, CREATE_NEW, WRITE)) {
            writeFully(channel, header());
            copyRecords(channel, kept);
            writeRecords(channel, added);
          }
        });
  }

  /** Numbers of the records to keep, the last one of each key. */
  private static BitSet chooseToKeep(
      List<TextKey> present, Collection<TextKey> used, int maxVectors, int added) {
    var chosen = new BitSet();
    var seen = new HashSet<TextKey>();
    choose(chosen, seen, present, Set.copyOf(used)::contains, maxVectors - added);
    choose(chosen, seen, present, _ -> true, maxVectors / 4 * 3 - added);
    return chosen;
  }

  private static void choose(
      BitSet chosen,
      Set<TextKey> seen,
      List<TextKey> present,
      Predicate<TextKey> wanted,
      int maxChosen) {
    for (int i = present.size() - 1; i >= 0 && seen.size() < maxChosen; i--) {
      if (wanted.test(present.get(i)) && seen.add(present.get(i))) {
        chosen.set(i);
      }
    }
  }

  private void copyRecords(FileChannel channel, BitSet kept) throws IOException {
    var number = new int[1];
    scan((_, record) -> {
      if (kept.get(number[0]++) && isWhole(record)) {
        writeFully(channel, record);
      }
    });
  }

  private void writeRecords(FileChannel channel, Map<TextKey, float[]> vectors) throws IOException {
    ByteBuffer block = littleEndian(recordBytes * BLOCK_RECORDS);
    for (Map.Entry<TextKey, float[]> entry : vectors.entrySet()) {
      if (block.remaining() < recordBytes) {
        writeFully(channel, block.flip());
        block.clear();
      }
      int start = block.position();
      block.putLong(entry.getKey().high()).putLong(entry.getKey().low());
      int vectorBytes = dimension * Float.BYTES;
      slice(block, block.position(), vectorBytes).asFloatBuffer().put(entry.getValue());
      block.position(block.position() + vectorBytes);
      block.putInt(checksum(slice(block, start, recordBytes - Integer.BYTES)));
    }
    writeFully(channel, block.flip());
  }

  private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private ByteBuffer header() {
    TextKey model = TextKey.of(modelId, "");
    ByteBuffer header = littleEndian(HEADER_BYTES);
    header.putLong(MAGIC).putInt(FORMAT_VERSION).putInt(dimension);
    header.putLong(model.high()).putLong(model.low());
    header.putInt(checksum(slice(header, 0, HEADER_CHECKED_BYTES)));
    return header.position(0);
  }

  /** Shows every whole record and returns their number, or {@link #NO_FILE}. */
  private int scan(Visitor visitor) throws IOException {
    try (InputStream in = Files.newInputStream(path())) {
      if (!ByteBuffer.wrap(in.readNBytes(HEADER_BYTES)).equals(header())) {
        problems.accept("is of another format, version or model, or damaged");
        return NO_FILE;
      }
      byte[] bytes = new byte[recordBytes * BLOCK_RECORDS];
      ByteBuffer block = ByteBuffer.wrap(bytes);
      int count = 0;
      int read;
      do {
        read = in.readNBytes(bytes, 0, bytes.length);
        for (int start = 0; start + recordBytes <= read; start += recordBytes) {
          ByteBuffer record = slice(block, start, recordBytes);
          visitor.visit(new TextKey(record.getLong(0), record.getLong(Long.BYTES)), record);
          count++;
        }
      } while (read == bytes.length);
      return count;
    } catch (NoSuchFileException _) {
      return NO_FILE;
    }
  }

  private boolean isWhole(ByteBuffer record) {
    int checked = recordBytes - Integer.BYTES;
    return record.getInt(checked) == checksum(slice(record, 0, checked));
  }

  private float[] vector(ByteBuffer record) {
    float[] vector = new float[dimension];
    slice(record, TextKey.BYTES, dimension * Float.BYTES).asFloatBuffer().get(vector);
    return vector;
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static ByteBuffer slice(ByteBuffer bytes, int start, int length) {
    return bytes.slice(start, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int checksum(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
