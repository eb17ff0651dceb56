package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import dev.rolewise.bot.platform.Meter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlackSocketTest {
  private static final int MESSAGES = 20;

  @Test
  void takesEveryMessage_thoughOthersEndInAnError() throws Exception {
    var taken = new CountDownLatch(MESSAGES);
    try (var socket =
        new SlackSocket(
            Slack.getInstance(),
            "xapp-1-test",
            "ws://127.0.0.1/link",
            _ -> {
              taken.countDown();
              throw new StackOverflowError();
            },
            () -> {},
            Meter.NONE,
            _ -> {})) {
      for (int i = 0; i < MESSAGES; i++) {
        socket.enqueueMessage("{\"envelope_id\":\"E" + i + "\",\"type\":\"events_api\"}");
      }

      assertThat(taken.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }
}
