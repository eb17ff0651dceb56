package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.bench.Processes;
import dev.rolewise.bot.command.Library;
import dev.rolewise.knowledge.doctor.Finding;
import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Loads role documents. */
public interface Workspaces {
  /** Loads what the folders hold and makes it ready to answer from. */
  Opened open(List<Path> folders, Purpose purpose);

  /** Reads what the folders hold and no more, for listing it. */
  Documents read(List<Path> folders);

  /** Reads what the folders hold and looks for what somebody should mend. */
  Checkup check(List<Path> folders);

  /** Starts processes of this program over the configured documents. */
  Processes processes() throws IOException;

  /** Answers on every platform that has credentials, until the process is told to stop. */
  Served serve(Library library);

  /**
   * Has the configured language model phrase the answers of a library.
   *
   * @param library was opened here last
   */
  default Modelled withModel(Library library) {
    return new Modelled.None(library);
  }

  /** Who phrases answers. */
  sealed interface Modelled {
    /** No language model is configured. */
    record None(Library library) implements Modelled {
      public None {
        requireNonNull(library, "library");
      }
    }

    /**
     * A language model does.
     *
     * @param problem why it will not answer now, on one line, if that is known
     */
    record Phrased(Library library, Optional<String> problem) implements Modelled {
      public Phrased {
        requireNonNull(library, "library");
        requireNonNull(problem, "problem");
      }
    }

    /**
     * A language model cannot, as it is configured.
     *
     * @param problem what to set, on one line, without secrets
     */
    record Refused(String problem) implements Modelled {
      public Refused {
        requireNonNull(problem, "problem");
      }
    }
  }

  /** What serving came to. */
  sealed interface Served {
    /** It was told to stop, and finished what it had accepted. */
    record Stopped() implements Served {}

    /**
     * It cannot serve as it is configured.
     *
     * @param problem on one line
     */
    record Refused(String problem) implements Served {
      public Refused {
        requireNonNull(problem, "problem");
      }
    }
  }

  /** What documents are loaded for, which decides what is loaded at once and what when needed. */
  sealed interface Purpose {
    /**
     * One question, whose answer is waited for.
     *
     * @param question as the person wrote it
     */
    record OneQuestion(String question) implements Purpose {
      public OneQuestion {
        requireNonNull(question, "question");
      }
    }

    /** A look at what is known, which mostly takes no model. */
    record Lookup() implements Purpose {}

    /** A number of questions, of which the first should be answered as fast as the others. */
    record ManyQuestions() implements Purpose {}
  }

  /**
   * What checking came to.
   *
   * @param documents how many documents could be read
   * @param findings ordered by source and line, may be empty
   */
  record Checkup(int documents, List<Finding> findings) {
    public Checkup {
      findings = List.copyOf(findings);
    }
  }

  /** What opening came to. */
  sealed interface Opened {
    /**
     * At least one document was loaded.
     *
     * @param library what was loaded
     * @param problems what somebody should look at in the documents, may be empty
     */
    record Ready(Library library, List<Problem> problems) implements Opened {
      public Ready {
        requireNonNull(library, "library");
        problems = List.copyOf(problems);
      }
    }

    /**
     * No document was loaded.
     *
     * @param problems why, may be empty if the folders hold no documents
     */
    record Failed(List<Problem> problems) implements Opened {
      public Failed {
        problems = List.copyOf(problems);
      }
    }
  }
}
