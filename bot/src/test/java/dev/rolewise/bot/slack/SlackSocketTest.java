package dev.rolewise.bot.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import dev.rolewise.bot.platform.Meter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSocketTest {
  private static final int MESSAGES = 20;
  private static final int EXCHANGES = 10;

  private static Slack client(FakeSlack slack) {
    var config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(slack.apiUrl().toString());
    config.getMethodsConfig().setStatsEnabled(false);
    config.setStatsEnabled(false);
    return Slack.getInstance(config);
  }

  private static void send(FakeSlack slack, int number) {
    slack.send("events_api", slack.event("Ev" + number, Map.of("ts", "" + number)));
  }

  @Test
  void takesEveryMessage_thoughOthersEndInAnError() throws Exception {
    var taken = new CountDownLatch(MESSAGES);
    try (var slack = new FakeSlack();
        var socket =
            new SlackSocket(
                client(slack),
                FakeSlack.APP_TOKEN,
                _ -> {
                  taken.countDown();
                  throw new StackOverflowError();
                },
                Meter.NONE,
                Duration.ofMinutes(1),
                _ -> {})) {
      assertThat(socket.connect(slack.socketUrl().toString())).isTrue();
      for (int i = 0; i < MESSAGES; i++) {
        send(slack, i);
      }

      assertThat(taken.await(1, TimeUnit.MINUTES)).isTrue();
    }
  }

  @Test
  void acknowledgesEachOnce_whileSocketsAreExchanged_andSlackKeepsToTheOldest() throws Exception {
    List<String> taken = Collections.synchronizedList(new ArrayList<>());
    try (var slack = new FakeSlack();
        var socket =
            new SlackSocket(
                client(slack),
                FakeSlack.APP_TOKEN,
                envelope -> taken.add(envelope.get("envelope_id").getAsString()),
                Meter.NONE,
                Duration.ofMinutes(1),
                Thread::sleep)) {
      slack.keepToOldSockets();
      socket.connect(slack.socketUrl().toString());
      for (int i = 0; i < EXCHANGES * MESSAGES; i++) {
        if (i % MESSAGES == MESSAGES / 2) {
          slack.sendDisconnect();
        }
        send(slack, i);
        if (i % MESSAGES == MESSAGES - 1) {
          slack.awaitHellos(2 + i / MESSAGES);
        }
      }
      slack.awaitAcks();

      assertThat(taken).hasSize(EXCHANGES * MESSAGES).doesNotHaveDuplicates();
      assertThat(slack.ackNanos())
          .hasSize(EXCHANGES * MESSAGES)
          .allMatch(nanos -> nanos < TimeUnit.SECONDS.toNanos(1));
    }
  }

  @Test
  void waitsAsLongAsSlackSays_beforeItAsksForAnotherSocketAgain() throws Exception {
    List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    try (var slack = new FakeSlack();
        var socket =
            new SlackSocket(
                client(slack),
                FakeSlack.APP_TOKEN,
                _ -> true,
                Meter.NONE,
                Duration.ofMinutes(1),
                pauses::add)) {
      socket.connect(slack.socketUrl().toString());
      slack.next("apps.connections.open", FakeSlack.Trouble.tooMany(9));

      slack.sendDisconnect();
      slack.awaitHellos(2);

      assertThat(pauses).startsWith(Duration.ofSeconds(1), Duration.ofSeconds(9));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesASocketAtOnce_butPausesBefore_whenItIsYoung(boolean isAsked) throws Exception {
    List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    try (var slack = new FakeSlack();
        var socket =
            new SlackSocket(
                client(slack),
                FakeSlack.APP_TOKEN,
                _ -> true,
                Meter.NONE,
                Duration.ofMinutes(1),
                pauses::add)) {
      socket.connect(slack.socketUrl().toString());

      if (isAsked) {
        slack.sendDisconnect();
      } else {
        slack.dropSockets();
      }
      slack.awaitHellos(2);

      assertThat(pauses).startsWith(Duration.ofSeconds(1));
    }
  }

  @Test
  void isOpen_onceSlackTellsSomething_thoughItSaysNoHello() throws Exception {
    try (var slack = new FakeSlack();
        var socket =
            new SlackSocket(
                client(slack),
                FakeSlack.APP_TOKEN,
                _ -> true,
                Meter.NONE,
                Duration.ofMinutes(1),
                _ -> {})) {
      slack.sayNoHello();
      send(slack, 1);

      assertThat(socket.connect(slack.socketUrl().toString())).isTrue();
      slack.awaitAcks();

      assertThat(socket.isOpen()).isTrue();
    }
  }
}
