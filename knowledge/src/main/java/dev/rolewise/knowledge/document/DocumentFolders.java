package dev.rolewise.knowledge.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Reads folders of role documents. */
public final class DocumentFolders {
  /** Fewer files are read faster than a second thread is started. */
  private static final int MIN_FILES_FOR_TWO_THREADS = 4;

  private static final Comparator<Problem> BY_SEVERITY_AND_PLACE =
      Comparator.comparing(Problem::severity)
          .thenComparing(Problem::source)
          .thenComparingInt(Problem::line);

  private final List<Problem> problems = new ArrayList<>();
  private final Map<Path, SourceFile> found = new HashMap<>();
  private int files;
  private final List<Path> bases;

  private DocumentFolders(List<Path> bases) {
    this.bases = bases;
  }

  /**
   * Reads every role document in these folders and the folders in them.
   *
   * <p>Files that are hidden, are named README or begin with an underscore are left out. Never
   * throws for what the folders hold: what could not be read is among the problems.
   *
   * @param dirs folders; one that is missing is an error among the problems
   */
  public static Documents read(List<Path> dirs) {
    return read(dirs, Path.of(""));
  }

  /**
   * Reads role documents as {@link #read(List)} does, with sources shown relative to a folder.
   *
   * @param home files below it are shown relative to it, others relative to the working directory
   */
  public static Documents read(List<Path> dirs, Path home) {
    var folders =
        new DocumentFolders(
            List.of(home.toAbsolutePath().normalize(), Path.of("").toAbsolutePath()));
    for (Path dir : dirs) {
      folders.find(dir);
    }
    return folders.read();
  }

  // ---- finding

  private void find(Path dir) {
    String shown = shown(dir);
    if (!Files.isDirectory(dir)) {
      error(shown, Files.exists(dir) ? "must be a folder, got a file" : "folder does not exist");
      return;
    }
    int filesBefore = files;
    int problemsBefore = problems.size();
    try {
      Files.walkFileTree(
          dir, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new Finder(dir));
    } catch (IOException _) {
      error(shown, "folder cannot be read");
    }
    if (files == filesBefore && problems.size() == problemsBefore) {
      problems.add(
          new Problem(
              Problem.Severity.WARNING,
              shown,
              0,
              "folder holds no role document, wanted files ending in"
                  + " .md, .markdown, .txt, .html, .htm, .pdf or .docx"));
    }
  }

  private final class Finder extends SimpleFileVisitor<Path> {
    private final Path dir;

    Finder(Path dir) {
      this.dir = dir;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(dir) || !isLeftOut(folder)
          ? FileVisitResult.CONTINUE
          : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      SourceFile.find(file, shown(file)).ifPresent(DocumentFolders.this::add);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      if (e instanceof FileSystemLoopException || isLeftOut(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (e instanceof AccessDeniedException) {
        error(shown(file), "must be readable, got permission denied");
      } else if (SourceFile.find(file, "").isPresent()) {
        error(shown(file), "cannot be read");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
      if (e != null) {
        error(shown(folder), "folder cannot be read to its end");
      }
      return FileVisitResult.CONTINUE;
    }
  }

  private static boolean isLeftOut(Path path) {
    Path name = path.getFileName();
    return name != null && (name.toString().startsWith(".") || name.toString().startsWith("_"));
  }

  /** Keeps one of several paths to the same file: the file itself before links to it. */
  private void add(SourceFile file) {
    files++;
    Path real;
    try {
      real = file.path().toRealPath();
    } catch (IOException _) {
      real = file.path().toAbsolutePath();
    }
    SourceFile other = found.get(real);
    if (other == null || isBetter(file, other, real)) {
      found.put(real, file);
    }
  }

  private static boolean isBetter(SourceFile file, SourceFile other, Path real) {
    boolean own = file.path().getFileName().equals(real.getFileName());
    boolean otherOwn = other.path().getFileName().equals(real.getFileName());
    return own == otherOwn ? file.shown().compareTo(other.shown()) < 0 : own;
  }

  /** The path below one of the bases, else as it was given. */
  private String shown(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path shown =
        bases.stream()
            .filter(base -> absolute.startsWith(base) && !absolute.equals(base))
            .findFirst()
            .map(base -> base.relativize(absolute))
            .orElse(path);
    return shown.toString().replace('\\', '/');
  }

  // ---- reading

  private Documents read() {
    List<SourceFile> files = new ArrayList<>(found.values());
    files.sort(Comparator.comparing(SourceFile::id).thenComparing(SourceFile::shown));
    List<RoleDocument> documents = new ArrayList<>();
    Map<String, Map<FrontMatterKey, Integer>> frontMatter = new HashMap<>();
    Map<String, SourceFile> byId = new HashMap<>();
    List<ReadResult> results = results(files);
    for (int i = 0; i < files.size(); i++) {
      switch (results.get(i)) {
        case ReadResult.Read(var document, var keys, var warnings) -> {
          SourceFile file = files.get(i);
          SourceFile first = byId.putIfAbsent(file.id(), file);
          if (first == null) {
            documents.add(document);
            keys.ifPresent(lines -> frontMatter.put(document.id(), lines));
            problems.addAll(warnings);
          } else {
            error(
                file.shown(),
                "must have a name of its own, got '" + file.id() + "' as " + first.shown());
          }
        }
        case ReadResult.Unreadable(var problem) -> problems.add(problem);
      }
    }
    Set<Problem> different = new HashSet<>(problems);
    List<Problem> ordered = new ArrayList<>(different);
    ordered.sort(BY_SEVERITY_AND_PLACE);
    return new Documents(documents, ordered, frontMatter);
  }

  private static List<ReadResult> results(List<SourceFile> files) {
    var results = new AtomicReferenceArray<@Nullable ReadResult>(files.size());
    var next = new AtomicInteger();
    Runnable work =
        () -> {
          for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            results.set(i, DocumentReader.read(files.get(i)));
          }
        };
    if (files.size() >= MIN_FILES_FOR_TWO_THREADS) {
      Thread second = Thread.ofPlatform().daemon().name("document-reader").start(work);
      work.run();
      join(second);
    } else {
      work.run();
    }
    List<ReadResult> all = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      ReadResult result = results.get(i);
      if (result == null) {
        result = DocumentReader.read(files.get(i));
      }
      all.add(result);
    }
    return all;
  }

  /** Waits; an interrupt is kept for the caller, who gets the documents all the same. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void error(String source, String message) {
    problems.add(new Problem(Problem.Severity.ERROR, source, 0, message));
  }
}
