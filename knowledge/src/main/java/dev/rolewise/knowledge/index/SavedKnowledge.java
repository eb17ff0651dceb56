package dev.rolewise.knowledge.index;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Problem;
import dev.rolewise.knowledge.document.Problem.Severity;
import dev.rolewise.knowledge.document.RoleDocument;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers on disk what documents came to, so that a process that answers one question and ends
 * neither reads them nor takes their facts nor indexes their words again.
 *
 * <p>What is remembered holds for one build of this program and for files of the same paths, sizes
 * and times of change. It can be deleted at any time; what cannot be read is made anew, what cannot
 * be written is not remembered. Nothing is remembered either if a file could not be read: the
 * reason may go away without a change of the file.
 */
public final class SavedKnowledge {
  /** Stands for the state of folders at one time. */
  public static final class Key {
    private final String name;
    private final byte[] state;

    private Key(String name, byte[] state) {
      this.name = name;
      this.state = state;
    }

    /** Where a file has what was saved: behind the checksum and the state. */
    private int bodyStart() {
      return CHECKSUM_BYTES + state.length;
    }
  }

  /**
   * What was remembered.
   *
   * @param knowledge the documents and their facts
   * @param index what was saved with them
   */
  public record Found(KnowledgeBase knowledge, ByteBuffer index) {
    public Found {
      requireNonNull(knowledge, "knowledge");
      requireNonNull(index, "index");
    }
  }

  private static final Logger log = LoggerFactory.getLogger(SavedKnowledge.class);

  private static final int CHECKSUM_BYTES = Integer.BYTES;
  private static final String KNOWLEDGE = ".knowledge";
  private static final String VECTORS = ".vectors";

  /** Most files kept, up to two for a set of folders. */
  private static final int MAX_FILES = 16;

  private final Path folder;
  private final Optional<String> build;

  /**
   * @param cacheFolder files are kept in {@code knowledge/} under it
   */
  public SavedKnowledge(Path cacheFolder) {
    this(cacheFolder, buildOfThis());
  }

  /**
   * @param build names the code that reads documents; nothing is remembered without
   */
  SavedKnowledge(Path cacheFolder, Optional<String> build) {
    folder = cacheFolder.resolve("knowledge");
    this.build = requireNonNull(build, "build");
  }

  /**
   * The jar of this class by its size and time of change; classes of a folder have no such name.
   */
  private static Optional<String> buildOfThis() {
    CodeSource source = SavedKnowledge.class.getProtectionDomain().getCodeSource();
    try {
      Path jar = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(jar)
          ? Optional.of(Files.size(jar) + " " + Files.getLastModifiedTime(jar))
          : Optional.empty();
    } catch (IOException | URISyntaxException | RuntimeException e) {
      log.debug("{}: no name for this build", source, e);
      return Optional.empty();
    }
  }

  /**
   * The state that folders are in, to be taken before they are read.
   *
   * @param context whatever else decides what reading them gives
   */
  public Key key(List<Path> folders, String context) {
    var place = new StringBuilder(context).append('\n');
    var state = new StringBuilder(build.orElse("")).append('\n');
    for (Path each : folders) {
      place.append(each).append('\n').append(each.toAbsolutePath()).append('\n');
      describe(each, state);
    }
    String name = Integer.toHexString(place.toString().hashCode());
    return new Key(name, place.append(state).toString().getBytes(UTF_8));
  }

  private static void describe(Path dir, StringBuilder state) {
    var entries = new TreeSet<String>();
    try {
      Files.walkFileTree(
          dir,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              entries.add(file + " " + attributes.size() + " " + attributes.lastModifiedTime());
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              entries.add(file + " " + e.getClass().getName());
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      entries.add(e.getClass().getName());
    }
    for (String entry : entries) {
      state.append(entry).append('\n');
    }
  }

  /** What the folders came to when they were in this state, if it is remembered. */
  public Optional<Found> find(Key key) {
    Optional<byte[]> file = find(key, KNOWLEDGE);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(file.get()).position(key.bodyStart());
      int indexLength = bytes.getInt();
      int indexStart = bytes.position();
      return Optional.of(
          new Found(
              KnowledgeReader.read(file.get(), indexStart + indexLength),
              bytes.slice(indexStart, indexLength)));
    } catch (RuntimeException e) {
      log.warn("{}: could not be read, the documents are read again: {}", folder, e.toString());
      return Optional.empty();
    }
  }

  /** The vectors that were saved for folders in this state, if they are remembered. */
  public Optional<ByteBuffer> findVectors(Key key) {
    return find(key, VECTORS).map(file -> ByteBuffer.wrap(file).position(key.bodyStart()).slice());
  }

  /** A whole file that was written for the state. */
  private Optional<byte[]> find(Key key, String ending) {
    if (build.isEmpty()) {
      return Optional.empty();
    }
    Path file = folder.resolve(key.name + ending);
    try {
      byte[] bytes = Files.readAllBytes(file);
      int start = key.bodyStart();
      if (bytes.length < start
          || !Arrays.equals(bytes, CHECKSUM_BYTES, start, key.state, 0, key.state.length)) {
        return Optional.empty();
      }
      if (ByteBuffer.wrap(bytes).getInt() != checksum(bytes)) {
        log.warn("{}: damaged, written anew", file);
        return Optional.empty();
      }
      return Optional.of(bytes);
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException e) {
      log.warn("{}: could not be read, written anew: {}", file, e.toString());
      return Optional.empty();
    }
  }

  /**
   * Remembers what folders in that state came to.
   *
   * @param index made from the knowledge, in a form of its own
   */
  public void save(Key key, KnowledgeBase knowledge, byte[] index) {
    if (canSave(knowledge.documents(), knowledge.problems())) {
      byte[] indexLength = ByteBuffer.allocate(Integer.BYTES).putInt(index.length).array();
      save(key, KNOWLEDGE, indexLength, index, KnowledgeWriter.write(knowledge));
    }
  }

  /**
   * Remembers vectors of what folders in that state came to.
   *
   * @param vectors of documents that {@link #canSave}, in a form of their own
   */
  public void saveVectors(Key key, byte[] vectors) {
    save(key, VECTORS, vectors);
  }

  private void save(Key key, String ending, byte[]... parts) {
    if (build.isEmpty()) {
      return;
    }
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(key.bodyStart() + length);
    bytes.putInt(0).put(key.state);
    for (byte[] part : parts) {
      bytes.put(part);
    }
    bytes.putInt(0, checksum(bytes.array()));
    try {
      Files.createDirectories(folder);
      removeOldest();
      Path part = Files.createTempFile(folder, key.name, ".part");
      try {
        Files.write(part, bytes.array());
        Files.move(part, folder.resolve(key.name + ending), ATOMIC_MOVE, REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      log.warn("{}: could not be written, the next start is slower: {}", folder, e.toString());
    }
  }

  /** Whether what was read may be remembered: every file could be read. */
  public static boolean canSave(Documents documents) {
    return canSave(documents.documents(), documents.problems());
  }

  private static boolean canSave(List<RoleDocument> documents, List<Problem> problems) {
    var read = new HashSet<String>();
    documents.forEach(document -> read.add(document.source()));
    return problems.stream()
        .noneMatch(each -> each.severity() == Severity.ERROR && !read.contains(each.source()));
  }

  private void removeOldest() throws IOException {
    List<Path> files;
    try (var all = Files.list(folder)) {
      files = all.toList();
    }
    if (files.size() < MAX_FILES) {
      return;
    }
    Path oldest = files.getFirst();
    for (Path file : files) {
      if (Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(oldest)) < 0) {
        oldest = file;
      }
    }
    Files.deleteIfExists(oldest);
  }

  /** Of everything behind the checksum itself. */
  private static int checksum(byte[] bytes) {
    var crc = new CRC32C();
    crc.update(bytes, CHECKSUM_BYTES, bytes.length - CHECKSUM_BYTES);
    return (int) crc.getValue();
  }
}
