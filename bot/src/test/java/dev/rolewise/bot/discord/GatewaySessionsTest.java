package dev.rolewise.bot.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.utils.SessionController.SessionConnectNode;
import org.junit.jupiter.api.Test;

class GatewaySessionsTest {
  private static final List<Duration> WAITS =
      Stream.of(1, 2, 4, 8, 16, 32, 60, 60).map(Duration::ofSeconds).toList();

  private final ConcurrentLinkedQueue<Duration> waits = new ConcurrentLinkedQueue<>();
  private final CountDownLatch tries = new CountDownLatch(WAITS.size() + 1);
  private final GatewaySessions sessions =
      new GatewaySessions(Optional.of(URI.create("ws://127.0.0.1:1")), () -> false, this::pause);

  private void pause(Duration time) {
    waits.add(time);
    // The thread that tried rests for some seconds before it tries again; this makes another.
    sessions.setConcurrency(1);
  }

  @Test
  void triesAgain_laterEachTime_upToAMinute() throws InterruptedException {
    sessions.appendSession(new Unreachable());

    assertThat(tries.await(1, TimeUnit.MINUTES)).isTrue();
    assertThat(waits).containsExactlyElementsOf(WAITS);
  }

  /** A connection that cannot be opened, until it has been tried often enough. */
  private final class Unreachable implements SessionConnectNode {
    @Override
    public boolean isReconnect() {
      return true;
    }

    @Override
    public JDA getJDA() {
      return (JDA)
          Proxy.newProxyInstance(
              JDA.class.getClassLoader(),
              new Class<?>[] {JDA.class},
              (_, method, _) -> {
                assertThat(method.getName()).isEqualTo("getStatus");
                return JDA.Status.WAITING_TO_RECONNECT;
              });
    }

    @Override
    public JDA.ShardInfo getShardInfo() {
      return JDA.ShardInfo.SINGLE;
    }

    @Override
    public void run(boolean isLast) {
      tries.countDown();
      if (tries.getCount() > 0) {
        throw new IllegalStateException("not there");
      }
    }
  }
}
