package dev.rolewise.bot.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStateTest extends StateContract {
  @TempDir Path folder;

  @Override
  State open(InstantSource clock) {
    return SqlState.open("jdbc:sqlite:" + folder.resolve("data/state.db"), clock);
  }

  @Test
  void twoProcessesShareAFile() {
    try (State other = open(InstantSource.fixed(NOON))) {
      boolean first = other.claim("T1/C1/1.0001", Optional.empty());
      try (State second = open(InstantSource.fixed(NOON))) {
        assertThat(first).isTrue();
        assertThat(second.claim("T1/C1/1.0001", Optional.empty())).isFalse();
      }
    }
  }

  @Test
  void open_saysThatItCannot_whenTheFileIsNoDatabase() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "not a database, ".repeat(100));

    assertThatThrownBy(() -> SqlState.open("jdbc:sqlite:" + file, InstantSource.fixed(NOON)))
        .isInstanceOf(StateException.class)
        .hasMessage("the database of the state could not be opened");
  }
}
