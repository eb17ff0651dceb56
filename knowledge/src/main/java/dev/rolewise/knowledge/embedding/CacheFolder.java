package dev.rolewise.knowledge.embedding;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A folder whose files are read and written by several processes at once. One writes at a time, and
 * a file appears whole or not at all: a writer that is killed leaves a {@code .part} file, which
 * the next one overwrites, and its lock ends with it.
 */
final class CacheFolder {
  /** Writes a file. */
  @FunctionalInterface
  interface Writing {
    void write(Path file) throws IOException;
  }

  /** Something done while no other process writes. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  /** A file lock holds between processes, this one between the threads of this process. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final Path folder;

  CacheFolder(Path folder) {
    this.folder = folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  /** Runs the work as soon as no other thread or process writes here. */
  void whenFree(Work work) throws IOException {
    THREADS.lock();
    try (var channel = lockChannel();
        var lock = channel.lock()) {
      run(work, lock);
    } catch (OverlappingFileLockException e) {
      throw lockedTwice(e);
    } finally {
      THREADS.unlock();
    }
  }

  /** Runs the work, or does nothing if another thread or process is writing here. */
  void ifFree(Work work) throws IOException {
    if (!THREADS.tryLock()) {
      return;
    }
    try (var channel = lockChannel();
        var lock = channel.tryLock()) {
      if (lock != null) {
        run(work, lock);
      }
    } catch (OverlappingFileLockException e) {
      throw lockedTwice(e);
    } finally {
      THREADS.unlock();
    }
  }

  private static void run(Work work, FileLock lock) throws IOException {
    if (!lock.isValid()) {
      throw new IOException("lock was lost before anything was written");
    }
    work.run();
  }

  private IOException lockedTwice(OverlappingFileLockException cause) {
    return new IOException(folder + ": locked by this class in another class loader", cause);
  }

  private FileChannel lockChannel() throws IOException {
    Files.createDirectories(folder);
    return FileChannel.open(file("lock"), CREATE, WRITE);
  }

  /** Writes a file beside its final place and moves it there. Only to be called while free. */
  void publish(String name, Writing writing) throws IOException {
    Path part = file(name + ".part");
    Files.deleteIfExists(part);
    writing.write(part);
    Files.move(part, file(name), ATOMIC_MOVE, REPLACE_EXISTING);
  }
}
