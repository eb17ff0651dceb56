package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.rolewise.bot.slack.FakeSlack.Trouble;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class SlackCheckTest {
  private static final int CHECKS = 11;

  /** Waits for nothing until there were enough checks, and notes how long it would have waited. */
  private static final class Hasty extends ScheduledThreadPoolExecutor {
    private final List<Long> seconds = new CopyOnWriteArrayList<>();

    Hasty() {
      super(1);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
      seconds.add(unit.toSeconds(delay));
      return super.schedule(task, seconds.size() < CHECKS ? 0 : delay, unit);
    }
  }

  @Test
  void checksSooner_afterPausesThatDouble_whileSlackCannotBeUsed() throws Exception {
    try (var slack = new FakeSlack();
        var timer = new Hasty()) {
      slack.next(
          "auth.test", Collections.nCopies(8, Trouble.broken(false)).toArray(Trouble[]::new));
      var config = new SlackConfig();
      config.setMethodsEndpointUrlPrefix(slack.apiUrl().toString());
      config.getMethodsConfig().setStatsEnabled(false);
      var api =
          new SlackApi(
              Slack.getInstance(config).methods(FakeSlack.BOT_TOKEN),
              new OkHttpClient(),
              _ -> {},
              FakeSlack.BOT_USER);

      try (var _ = new SlackCheck(api, Duration.ofMinutes(1), timer)) {
        slack.await("the checks", () -> timer.seconds.size() == CHECKS);
      }

      assertThat(timer.seconds).containsExactly(60L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L, 60L);
    }
  }
}
