package dev.rolewise.bot.slack;

import com.slack.api.socket_mode.queue.SocketModeMessageQueue;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Messages of a WebSocket that wait to be handled, with the time each came. The client handles a
 * message on the thread that takes it out.
 */
final class SocketArrivals implements SocketModeMessageQueue {
  private record Arrival(String message, long nanos) {}

  private static final Pattern HELLO = Pattern.compile("\"type\"\\s*:\\s*\"hello\"");

  private final Queue<Arrival> waiting = new ConcurrentLinkedQueue<>();
  private final ThreadLocal<Long> last = ThreadLocal.withInitial(System::nanoTime);

  private final Runnable greeted;

  /**
   * @param greeted told when Slack says that a socket is ready, before that socket can close
   */
  SocketArrivals(Runnable greeted) {
    this.greeted = greeted;
  }

  @Override
  public void add(String message) {
    if (!message.contains("\"envelope_id\"") && HELLO.matcher(message).find()) {
      greeted.run();
    }
    waiting.add(new Arrival(message, System.nanoTime()));
  }

  @Override
  public @Nullable String poll() {
    Arrival next = waiting.poll();
    if (next == null) {
      return null;
    }
    last.set(next.nanos());
    return next.message();
  }

  /** Time since the message came that the calling thread took last. */
  Duration sinceLast() {
    return Duration.ofNanos(System.nanoTime() - last.get());
  }
}
