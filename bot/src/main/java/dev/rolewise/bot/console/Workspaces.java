package dev.rolewise.bot.console;

import static java.util.Objects.requireNonNull;

import dev.rolewise.knowledge.document.Documents;
import dev.rolewise.knowledge.document.Problem;
import java.nio.file.Path;
import java.util.List;

/** Loads role documents. */
public interface Workspaces {
  /** Loads what the folders hold and makes it ready to answer from. */
  Opened open(List<Path> folders);

  /** Reads what the folders hold and no more, for listing and checking it. */
  Documents read(List<Path> folders);

  /** What opening came to. */
  sealed interface Opened {
    /**
     * At least one document was loaded.
     *
     * @param workspace what was loaded
     * @param problems what somebody should look at in the documents, may be empty
     */
    record Ready(Workspace workspace, List<Problem> problems) implements Opened {
      public Ready {
        requireNonNull(workspace, "workspace");
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
