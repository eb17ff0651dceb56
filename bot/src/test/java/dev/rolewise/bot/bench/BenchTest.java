package dev.rolewise.bot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.bot.Examples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BenchTest {
  private static final long MILLI = 1_000_000;

  private final List<String> started = new ArrayList<>();
  private long now;

  @Test
  void measuresEverythingBesideItsFloor() throws IOException {
    BenchReport report = bench().run(new BenchPlan(1, 1, 1, 3));

    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.path("measurements").findValuesAsText("name"))
        .containsExactly(
            "warm question",
            "first start",
            "completion",
            "cold question about pay",
            "cold question of text",
            "resident memory");
    assertThat(started).containsExactly("first", "ask", "floor", "ask", "ask", "floor", "ask", "3");
  }

  @Test
  void saysWhichLimitIsExceeded() throws IOException {
    BenchReport report = bench().run(new BenchPlan(1, 1, 1, 3));

    assertThat(report.isOk()).isFalse();
    assertThat(report.text().lines().filter(line -> line.startsWith("resident")))
        .containsExactly(
            "resident memory            500.0 MB   500.0 MB          -      -   400.0 MB  too"
                + " much");
  }

  private Bench bench() {
    return new Bench(
        List.of(Examples.AVP),
        (_, _) -> Examples.AVP_PAY,
        _ -> {},
        new FakeProcesses(),
        () -> now += MILLI);
  }

  private final class FakeProcesses implements Processes {
    @Override
    public long ask(String question) {
      started.add("ask");
      return 200 * MILLI;
    }

    @Override
    public long askFirst(String question) {
      started.add("first");
      return 300 * MILLI;
    }

    @Override
    public long embedOnly(String text) {
      started.add("floor");
      return 150 * MILLI;
    }

    @Override
    public OptionalLong residentBytesAfter(List<String> questions) {
      started.add(Integer.toString(questions.size()));
      return OptionalLong.of(500L * 1024 * 1024);
    }

    @Override
    public void close() {}
  }
}
