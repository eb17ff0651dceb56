package dev.rolewise.bot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.console.Screen;
import dev.rolewise.bot.console.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir private Path home;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsTheVersionOfTheBuild() {
    int exitCode = run("version");

    assertThat(exitCode).isZero();
    assertThat(out.toString(UTF_8)).matches("rolewise \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    assertThat(err.toString(UTF_8)).isEmpty();
  }

  @Test
  void saysThatNothingWasLoaded_whenThereAreNoDocuments() {
    int exitCode = run("roles", "--knowledge", home.toString());

    assertThat(exitCode).isEqualTo(3);
    assertThat(err.toString(UTF_8))
        .startsWith(home + ": folder holds no role document")
        .hasLineCount(1);
  }

  private int run(String... args) {
    var streams =
        new Streams(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, UTF_8),
            new PrintStream(err, false, UTF_8));
    return Main.run(List.of(args), streams, Screen.PIPE, home, Map.of());
  }
}
