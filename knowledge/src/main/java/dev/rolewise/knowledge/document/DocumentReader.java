package dev.rolewise.knowledge.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one file. Never throws for what the file holds. */
final class DocumentReader {
  /** A file of another format that takes longer is given up. */
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private DocumentReader() {}

  static ReadResult read(SourceFile file) {
    try {
      if (!Files.isRegularFile(file.path())) {
        throw new UnreadableException(
            Files.exists(file.path()) ? "must be a regular file" : "does not exist");
      }
      Content content = content(file);
      RoleDocument document = Assembler.document(file.id(), file.shown(), content);
      List<Problem> warnings = new ArrayList<>();
      for (FrontMatter.Finding finding : content.frontMatter().findings()) {
        warnings.add(
            new Problem(finding.severity(), file.shown(), finding.line(), finding.message()));
      }
      Optional<Map<FrontMatterKey, Integer>> keys =
          file.format() == SourceFile.Format.MARKDOWN
              ? Optional.of(content.frontMatter().keyLines())
              : Optional.empty();
      return new ReadResult.Read(document, keys, warnings);
    } catch (UnreadableException e) {
      return unreadable(file, e.line(), String.valueOf(e.getMessage()));
    } catch (AccessDeniedException _) {
      return unreadable(file, 0, "must be readable, got permission denied");
    } catch (NoSuchFileException _) {
      return unreadable(file, 0, "does not exist");
    } catch (IOException e) {
      log().debug("{} cannot be read", file.shown(), e);
      return unreadable(file, 0, "cannot be read");
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // Parsers of other formats fail on damaged files in ways they do not document.
      log().debug("{} cannot be read", file.shown(), e);
      return unreadable(file, 0, "is damaged");
    }
  }

  private static Content content(SourceFile file) throws IOException, UnreadableException {
    return switch (file.format()) {
      case MARKDOWN -> MarkdownReader.read(TextFile.read(file.path(), file.format()));
      case TEXT -> PlainTextReader.read(TextFile.read(file.path(), file.format()));
      case HTML -> HtmlReader.read(TextFile.read(file.path(), file.format()));
      case PDF -> withinLimit(() -> PdfReader.read(file.path()));
      case WORD -> withinLimit(() -> WordReader.read(file.path()));
    };
  }

  /** Reads with a parser that a crafted file can keep busy for ever. */
  private static Content withinLimit(Callable<Content> reading)
      throws IOException, UnreadableException {
    var task = new FutureTask<>(reading);
    Thread thread = Thread.ofPlatform().daemon().name("document-parser").start(task);
    try {
      return task.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      thread.interrupt();
      throw new UnreadableException(
          "must be readable within " + LIMIT.toSeconds() + " seconds, is damaged or too large");
    } catch (InterruptedException _) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new UnreadableException("was not read, the program is stopping");
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case UnreadableException reason -> throw reason;
        case IOException reason -> throw reason;
        case Error reason -> throw reason;
        case RuntimeException reason -> throw reason;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  private static ReadResult unreadable(SourceFile file, int line, String message) {
    return new ReadResult.Unreadable(
        new Problem(Problem.Severity.ERROR, file.shown(), line, message));
  }

  private static Logger log() {
    return LoggerFactory.getLogger(DocumentReader.class);
  }
}
