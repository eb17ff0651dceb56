package dev.rolewise.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.bot.platform.Growth.Next;
import dev.rolewise.bot.render.Block;
import dev.rolewise.bot.render.Reply;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GrowthTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final BlockingQueue<String> happened = new LinkedBlockingQueue<>();
  private final Semaphore mayGoOn = new Semaphore(0);

  private void pause(Duration time) throws InterruptedException {
    happened.add("pause " + time.toSeconds());
    mayGoOn.acquire();
  }

  private Next send(Reply beginning) {
    happened.add("send " + beginning.blocks().size());
    return Next.MORE;
  }

  private Growth growth() {
    return new Growth(this::send, this::pause, SECOND);
  }

  private static Reply beginning(int sentences) {
    Block sentence = new Block.Paragraph("It is so.", List.of());
    return new Reply(Collections.nCopies(sentences, sentence));
  }

  private String next() throws InterruptedException {
    return String.valueOf(happened.poll(3, TimeUnit.MINUTES));
  }

  @Test
  void sendsTheLatest_withAPauseBehindEach() throws Exception {
    Growth growth = growth();

    growth.grow(beginning(1));
    assertThat(next()).isEqualTo("send 1");
    assertThat(next()).isEqualTo("pause 1");
    growth.grow(beginning(2));
    growth.grow(beginning(3));
    mayGoOn.release();

    assertThat(next()).isEqualTo("send 3");
    assertThat(next()).isEqualTo("pause 1");
    mayGoOn.release();
    growth.end();
    growth.grow(beginning(4));
    assertThat(happened).isEmpty();
  }

  @Test
  void endsAtOnce() throws Exception {
    Growth growth = growth();
    growth.grow(beginning(1));
    assertThat(next()).isEqualTo("send 1");
    assertThat(next()).isEqualTo("pause 1");

    growth.end();

    assertThat(happened).isEmpty();
  }

  @Test
  void waitsForWhatIsBeingSent() throws Exception {
    var isSent = new CountDownLatch(1);
    var growth =
        new Growth(
            beginning -> {
              happened.add("send");
              mayGoOn.acquireUninterruptibly();
              happened.add("sent");
              return Next.NO_MORE;
            },
            this::pause,
            SECOND);
    growth.grow(beginning(1));
    assertThat(next()).isEqualTo("send");

    Thread ending =
        Thread.ofVirtual()
            .start(() -> {
              growth.end();
              happened.add("end");
              isSent.countDown();
            });
    mayGoOn.release();

    assertThat(next()).isEqualTo("sent");
    assertThat(next()).isEqualTo("end");
    assertThat(isSent.await(3, TimeUnit.MINUTES)).isTrue();
    ending.join();
  }

  @Test
  void sendsNothingMore_whenOneFails() throws Exception {
    var growth =
        new Growth(
            _ -> {
              happened.add("send");
              throw new IllegalStateException("broken");
            },
            this::pause,
            SECOND);

    growth.grow(beginning(1));
    assertThat(next()).isEqualTo("send");
    growth.end();
    growth.grow(beginning(2));

    assertThat(happened).isEmpty();
  }
}
