package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import com.slack.api.socket_mode.response.AckResponse;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket on which Slack tells what happens, opened anew when Slack asks for that or it is
 * gone. Messages are taken in the order they come, on a thread on which nothing is waited for, so
 * that each is acknowledged soon. Safe for many threads.
 */
final class SlackSocket extends SocketModeClientJavaWSImpl {
  private static final Logger log = LoggerFactory.getLogger(SlackSocket.class);

  /** Bolt's own threads take nothing: one of them ends for good with an error. */
  private static final int NO_THREADS = 0;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final Predicate<JsonObject> taker;
  private final Runnable greeted;
  private final Meter meter;
  private final Pause pause;
  private final AtomicBoolean isConnecting = new AtomicBoolean();
  private final CompletableFuture<Boolean> greeting = new CompletableFuture<>();
  private final ExecutorService messages =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("slack-messages").daemon().factory());

  /**
   * A WebSocket that is not open yet.
   *
   * @param token of the app
   * @param url that Slack gave for it
   * @param taker takes a message; false if Slack is to deliver it again
   * @param greeted told when Slack says that a socket is ready, before that socket can close
   * @param meter notes what is acknowledged
   * @param pause waits between tries to connect anew
   * @throws URISyntaxException if the address is none
   */
  SlackSocket(
      Slack slack,
      String token,
      String url,
      Predicate<JsonObject> taker,
      Runnable greeted,
      Meter meter,
      Pause pause)
      throws URISyntaxException {
    super(
        slack,
        token,
        url,
        NO_THREADS,
        new ConcurrentLinkedMessageQueue(),
        true,
        true,
        DEFAULT_SESSION_MONITOR_INTERVAL_MILLISECONDS);
    this.taker = requireNonNull(taker, "taker");
    this.greeted = requireNonNull(greeted, "greeted");
    this.meter = requireNonNull(meter, "meter");
    this.pause = requireNonNull(pause, "pause");
    addWebSocketErrorListener(_ -> greeting.complete(false));
  }

  /** Whether Slack says within a time that a socket is ready. */
  boolean isGreeted(Duration patience) {
    return greeting.completeOnTimeout(false, patience.toNanos(), TimeUnit.NANOSECONDS).join();
  }

  @Override
  public void enqueueMessage(String message) {
    long came = System.nanoTime();
    JsonObject envelope;
    try {
      if (!(JsonParser.parseString(message) instanceof JsonObject object)) {
        return;
      }
      envelope = object;
    } catch (JsonParseException | StackOverflowError e) {
      log.warn("a message of Slack could not be read: {}", e.toString());
      return;
    }
    switch (Bots.text(envelope.get("type"))) {
      case "hello" -> {
        greeted.run();
        greeting.complete(true);
      }
      case "disconnect" -> Thread.ofVirtual().name("slack-connect").start(this::connectAnew);
      default -> {
        try {
          messages.execute(() -> take(envelope, came));
        } catch (RejectedExecutionException _) {
          log.debug("a message came too late: closed");
        }
      }
    }
  }

  /** Tries until it works, or until the socket that is to go has another's place already. */
  private void connectAnew() {
    if (!isConnecting.compareAndSet(false, true)) {
      return;
    }
    try {
      URI old = getWssUri();
      acknowledgeWhatCame();
      Duration wait = FIRST_PAUSE;
      while (!messages.isShutdown() && getWssUri().equals(old)) {
        try {
          connectToNewEndpoint();
          if (messages.isShutdown()) {
            disconnect();
          }
          return;
        } catch (IOException | RuntimeException e) {
          log.warn("Slack asked to connect anew, which failed: {}", e.toString());
        }
        pause.pause(wait);
        wait = Pause.longer(wait, LONGEST_PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      isConnecting.set(false);
    }
  }

  /** What came over the old socket is acknowledged over it, before it is closed. */
  private void acknowledgeWhatCame() throws InterruptedException {
    try {
      messages.submit(() -> {}).get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      log.debug("not everything was acknowledged in time: {}", e.toString());
    }
  }

  @Override
  public long maintainCurrentSession() {
    try {
      return super.maintainCurrentSession();
    } catch (RuntimeException | Error e) {
      // It would never be looked after again.
      log.error("the WebSocket could not be looked after", e);
      return System.currentTimeMillis();
    }
  }

  private void take(JsonObject envelope, long came) {
    try {
      if (taker.test(envelope) && acknowledge(Bots.text(envelope.get("envelope_id")))) {
        meter.acknowledged(Duration.ofNanos(System.nanoTime() - came));
      }
    } catch (RuntimeException | Error e) {
      // The next message is still to be taken.
      log.error("a message of Slack ended in an error", e);
    }
  }

  /**
   * Acknowledges a message that wants it. Without a socket Slack delivers it again.
   *
   * @param envelope id, empty if the message has none
   * @return whether that was sent
   */
  private boolean acknowledge(String envelope) {
    if (envelope.isEmpty()) {
      return false;
    }
    try {
      sendSocketModeResponse(new AckResponse(envelope));
      return true;
    } catch (WebsocketNotConnectedException e) {
      log.debug("an event could not be acknowledged: the WebSocket is closed");
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    greeting.complete(false);
    messages.shutdown();
    super.close();
  }
}
