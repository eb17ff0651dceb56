package dev.rolewise.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A question on what pay depends on is answered with reasons, not with amounts. */
class PayReasonsTest {
  private static final String QUESTION = "what does the pay of a cooper depend on?";

  @TempDir private Path folder;

  @Test
  void quotesWhatPayDependsOn() throws IOException {
    assertThat(
            answer(
                """
                - Coopers usually earn $46,100 to $58,200 a year.
                - Pay for coopers depends on the region and on the kind of cask.
                - Tools are provided.
                """,
                QUESTION))
        .contains("depends on the region")
        .doesNotContain("$46,100")
        .doesNotContain("Tools");
  }

  private String answer(String pay, String question) throws IOException {
    String head = "---\ntitle: Cooper\nas-of: 2025\nmarket: US\n---\n# Cooper\n## Pay\n";
    Answer answer =
        Desk.answerer(Desk.knowledge(folder, Map.of("cooper.md", head + pay)))
            .answer(question, List.of());
    return answer instanceof Answer.NotCovered refused
        ? refused.message()
        : String.join("\n", answer.sentences().stream().map(Sentence::text).toList());
  }
}
