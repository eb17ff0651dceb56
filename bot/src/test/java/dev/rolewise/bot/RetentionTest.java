package dev.rolewise.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import dev.rolewise.bot.state.SavedConversation;
import dev.rolewise.bot.state.SqlState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.ArgumentCaptor;

class RetentionTest {
  private static final SavedConversation SAID =
      new SavedConversation(List.of("what does an AVP earn?"), List.of());

  @TempDir Path folder;
  private final ScheduledExecutorService timer = mock(ScheduledExecutorService.class);
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private SqlState state;
  private Retention retention;

  @BeforeEach
  void opens() {
    state = SqlState.open("jdbc:sqlite:" + folder.resolve("state.db"), () -> now);
    retention = new Retention(state, () -> now, timer);
  }

  @AfterEach
  void closes() {
    retention.close();
    state.close();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Runnable everyDay() {
    var task = ArgumentCaptor.forClass(Runnable.class);
    var _ =
        verify(timer)
            .scheduleWithFixedDelay(task.capture(), eq(86_400L), eq(86_400L), eq(TimeUnit.SECONDS));
    return task.getValue();
  }

  @Test
  void forgetsWhatIsTooOld_whenItStarts() {
    state.save("old", SAID);
    pass(Retention.KEPT.plusSeconds(1));
    state.save("new", SAID);

    retention.start();

    assertThat(state.findConversation("old")).isEmpty();
    assertThat(state.findConversation("new")).contains(SAID);
  }

  @Test
  void forgetsEveryDay_whatBecomesTooOldWhileItRuns() {
    retention.start();
    state.save("thread", SAID);

    pass(Retention.KEPT);
    everyDay().run();
    assertThat(state.findConversation("thread")).contains(SAID);
    pass(Duration.ofDays(1));
    everyDay().run();

    assertThat(state.findConversation("thread")).isEmpty();
  }

  @Test
  void goesOn_whenTheStoreCannotBeReachedForOnce() {
    retention.start();
    state.close();

    everyDay().run();

    var _ =
        verify(timer).scheduleWithFixedDelay(any(), eq(86_400L), eq(86_400L), eq(TimeUnit.SECONDS));
  }
}
