package dev.rolewise.bot.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.answer.Sentence;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Reply;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GrowingTextTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final GrowingText growing =
      new GrowingText(
          new Streams(
              new ByteArrayInputStream(new byte[0]),
              new PrintStream(out, true, UTF_8),
              new PrintStream(new ByteArrayOutputStream(), true, UTF_8)),
          GrowingTextTest::text);

  private static String text(Reply reply) {
    return reply.blocks().stream()
        .map(block -> ((Block.Paragraph) block).text() + "\n")
        .collect(Collectors.joining());
  }

  private static Sentence sentence(String text) {
    return new Sentence(Sentence.Form.TEXT, text, List.of());
  }

  private String written() {
    return out.toString(UTF_8);
  }

  @Test
  void writesEachSentenceOnce_andTheRestAtTheEnd() {
    growing.accept(sentence("One."));
    assertThat(written()).isEqualTo("One.\n");
    growing.accept(sentence("Two."));
    assertThat(written()).isEqualTo("One.\nTwo.\n");

    growing.end("One.\nTwo.\nSources\n");

    assertThat(written()).isEqualTo("One.\nTwo.\nSources\n");
  }

  @Test
  void writesTheWhole_whenItDoesNotBeginAsWasWritten() {
    growing.accept(sentence("One."));

    growing.end("Another.\n");

    assertThat(written()).isEqualTo("One.\n\nAnother.\n");
  }

  @Test
  void beginsAnew_afterTheEnd() {
    growing.accept(sentence("One."));
    growing.end("One.\n");

    growing.accept(sentence("Two."));
    growing.end("Two.\n");

    assertThat(written()).isEqualTo("One.\nTwo.\n");
  }
}
