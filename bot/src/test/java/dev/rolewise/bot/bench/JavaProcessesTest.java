package dev.rolewise.bot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class JavaProcessesTest {
  private static final String LAUNCHER =
      """
      #!/bin/sh
      here=${0%/*}
      if [ "$2" = --batch ]; then
        while read -r line; do echo "$line" | tee -a "$here/asked"; done
      elif [ "$2" = "no answer" ]; then
        exit 3
      else
        echo "$2 $ROLEWISE_DATA_DIR" >>"$here/asked"
      fi
      """;

  @TempDir private Path home;
  @TempDir private Path data;
  private long now;

  @BeforeEach
  void writeLauncher() throws IOException {
    Path launcher = Files.writeString(home.resolve("rolewise"), LAUNCHER);
    assertThat(launcher.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void asksTheLauncherWithTheSameData() throws IOException {
    try (JavaProcesses processes = processes()) {
      assertThat(processes.ask("salary?")).isEqualTo(1);
    }

    assertThat(asked()).containsExactly("salary? " + data);
  }

  @Test
  void asksWithAnEmptyDataFolder_thatIsGoneAfterwards() throws IOException {
    try (JavaProcesses processes = processes()) {
      assertThat(processes.askFirst("salary?")).isEqualTo(1);
    }

    Path used = Path.of(asked().getFirst().substring("salary? ".length()));
    assertThat(used).isNotEqualTo(data).doesNotExist();
  }

  @Test
  void readsMemoryAfterTheLastAnswer() throws IOException {
    try (JavaProcesses processes = processes()) {
      assertThat(processes.residentBytesAfter(List.of("a?", "b?")).orElseThrow()).isPositive();
    }

    assertThat(asked()).containsExactly("{\"question\":\"a?\"}", "{\"question\":\"b?\"}");
  }

  @Test
  void failsWhenAProcessFails() throws IOException {
    try (JavaProcesses processes = processes()) {
      assertThatThrownBy(() -> processes.ask("no answer"))
          .isInstanceOf(IOException.class)
          .hasMessage(home.resolve("rolewise") + " ask no answer: ended with exit code 3");
    }
  }

  private JavaProcesses processes() throws IOException {
    return JavaProcesses.likeThisOne(home, JavaProcessesTest.class, data, () -> now++);
  }

  private List<String> asked() throws IOException {
    return Files.readAllLines(home.resolve("asked"));
  }
}
