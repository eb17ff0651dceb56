package dev.rolewise.bot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Corpus;
import dev.rolewise.bot.answer.Desk;
import dev.rolewise.bot.command.Library;
import dev.rolewise.bot.web.Part;
import dev.rolewise.bot.web.Readiness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceStateTest {
  @TempDir Path documents;

  @Test
  void tellsPartsDocumentsAndProblems() throws IOException {
    Library library = Corpus.library(Desk.knowledge(documents, Desk.DOCUMENTS));
    int loaded = library.knowledge().documents().size();

    assertThat(
            ServiceState.lines(
                List.of(
                    part("slack", new Readiness.NotReady("the WebSocket is closed")),
                    part("state", new Readiness.Ready("connected"))),
                library))
        .containsExactly(
            "slack: not ready, the WebSocket is closed",
            "state: ready, connected",
            "documents: " + loaded + " loaded, 0 problems");
  }

  private static Part part(String name, Readiness readiness) {
    return new Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Readiness readiness() {
        return readiness;
      }
    };
  }
}
