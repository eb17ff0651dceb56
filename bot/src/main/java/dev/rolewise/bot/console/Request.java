package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.evaluation.EvaluationReport.Failures;
import dev.rolewise.bot.evaluation.Floor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command line asks for. */
sealed interface Request {
  /** In which form a result is written. */
  enum Format {
    TEXT,
    JSON
  }

  /**
   * Answer one question.
   *
   * @param question its words, or {@code -} for standard input
   * @param history earlier questions, oldest first
   * @param folders where the documents are; empty for the configured ones
   */
  record Ask(String question, List<String> history, List<Path> folders, Format format)
      implements Request {
    public Ask {
      requireNonNull(question, "question");
      requireNonNull(format, "format");
      history = List.copyOf(history);
      folders = List.copyOf(folders);
    }
  }

  /**
   * Answer the questions on standard input, one a line.
   *
   * @param folders where the documents are; empty for the configured ones
   * @param facts whether answers carry the facts of their citations
   */
  record Batch(List<Path> folders, Facts facts) implements Request {
    /** Whether answers carry the facts of their citations. */
    enum Facts {
      INCLUDED,
      LEFT_OUT
    }

    public Batch {
      requireNonNull(facts, "facts");
      folders = List.copyOf(folders);
    }
  }

  /**
   * Talk.
   *
   * @param folders where the documents are; empty for the configured ones
   */
  record Chat(List<Path> folders) implements Request {
    public Chat {
      folders = List.copyOf(folders);
    }
  }

  /**
   * Run a command that every platform has.
   *
   * @param command its name
   * @param values what its parameters were given, by their names
   * @param folders where the documents are; empty for the configured ones
   * @param picture where its picture is written to, if it gives one and it is wanted
   */
  record Run(
      String command,
      Map<String, List<String>> values,
      List<Path> folders,
      Format format,
      Optional<Path> picture)
      implements Request {
    public Run {
      requireNonNull(command, "command");
      requireNonNull(picture, "picture");
      requireNonNull(format, "format");
      values = Map.copyOf(values);
      folders = List.copyOf(folders);
    }
  }

  /**
   * List the roles.
   *
   * @param folders where the documents are; empty for the configured ones
   */
  record Roles(List<Path> folders, Format format) implements Request {
    public Roles {
      requireNonNull(format, "format");
      folders = List.copyOf(folders);
    }
  }

  /**
   * Report everything that is wrong with the documents.
   *
   * @param folders where the documents are; empty for the configured ones
   */
  record Check(List<Path> folders, Format format) implements Request {
    public Check {
      requireNonNull(format, "format");
      folders = List.copyOf(folders);
    }
  }

  /**
   * Judge the answers to a question set.
   *
   * @param file the question set
   * @param folders where the documents are; empty for the configured ones
   * @param floors how good the answers have to be
   * @param phrases whether a language model phrases the answers
   */
  record Eval(
      Path file,
      List<Path> folders,
      List<Floor> floors,
      Failures failures,
      Format format,
      Phrases phrases)
      implements Request {
    /** Whether a language model phrases answers. */
    enum Phrases {
      ALWAYS,
      AS_CONFIGURED,
      NEVER
    }

    public Eval {
      requireNonNull(phrases, "phrases");
      requireNonNull(file, "file");
      requireNonNull(failures, "failures");
      requireNonNull(format, "format");
      folders = List.copyOf(folders);
      floors = List.copyOf(floors);
    }
  }

  /**
   * Answer on every platform that is configured.
   *
   * @param folders where the documents are; empty for the configured ones
   */
  record Serve(List<Path> folders) implements Request {
    public Serve {
      folders = List.copyOf(folders);
    }
  }

  /** Measure how fast answers come. */
  record Bench(Format format) implements Request {
    public Bench {
      requireNonNull(format, "format");
    }
  }

  /** Say which version this is. */
  record Version(Format format) implements Request {
    public Version {
      requireNonNull(format, "format");
    }
  }

  /**
   * Say how it is used.
   *
   * @param text what to say
   */
  record Help(String text, Format format) implements Request {
    public Help {
      requireNonNull(format, "format");
      requireNonNull(text, "text");
    }
  }
}
