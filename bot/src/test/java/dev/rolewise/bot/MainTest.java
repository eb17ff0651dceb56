package dev.rolewise.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsTheVersionOfTheBuild() throws IOException {
    int exitCode = run("version");

    assertThat(exitCode).isZero();
    assertThat(out.toString(UTF_8)).matches("rolewise \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void saysHowToUseIt_whenTheCommandIsUnknown() throws IOException {
    int exitCode = run("sing");

    assertThat(exitCode).isEqualTo(2);
    assertThat(out.toString(UTF_8)).isEmpty();
    assertThat(err.toString(UTF_8)).isEqualToIgnoringNewLines("usage: rolewise version\n");
  }

  private int run(String... args) throws IOException {
    return Main.run(
        List.of(args), new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }
}
