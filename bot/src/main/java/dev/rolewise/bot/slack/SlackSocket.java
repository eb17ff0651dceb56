package dev.rolewise.bot.slack;

import static java.util.Objects.requireNonNull;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import com.slack.api.socket_mode.impl.SocketModeClientJavaWSImpl;
import com.slack.api.socket_mode.queue.impl.ConcurrentLinkedMessageQueue;
import com.slack.api.socket_mode.response.AckResponse;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.platform.Pause;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket on which Slack tells what happens, exchanged for another when Slack asks for that or
 * it is gone. Messages are taken in the order they come, on a thread on which nothing is waited
 * for, so that each is acknowledged soon. Safe for many threads.
 */
final class SlackSocket implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SlackSocket.class);

  /** Bolt's own threads take nothing: one of them ends for good with an error. */
  private static final int NO_THREADS = 0;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  /** What a WebSocket lasts at least that another may follow without a pause. */
  private static final Duration YOUNG = Duration.ofSeconds(5);

  /** How long a WebSocket whose place another has taken brings nothing before it is closed. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  /** How often that is waited for; Slack itself closes it after about ten seconds. */
  private static final int MAX_LINGERS = 5;

  /** How long closing waits for what came to be acknowledged. */
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final Slack slack;
  private final String token;
  private final Predicate<JsonObject> taker;
  private final Meter meter;
  private final Duration timeout;
  private final Pause pause;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final ExecutorService messages =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("slack-messages").daemon().factory());

  /** The one that was opened last. */
  private volatile @Nullable Link current;

  /** Why Slack gives no other for this token, empty unless it says so. */
  private volatile Optional<String> refusal = Optional.empty();

  /**
   * None that is open yet.
   *
   * @param token of the app
   * @param taker takes a message; false if Slack is to deliver it again
   * @param meter notes what is acknowledged
   * @param timeout how long Slack may take to say something on a new WebSocket
   * @param pause waits between tries to open another
   */
  SlackSocket(
      Slack slack,
      String token,
      Predicate<JsonObject> taker,
      Meter meter,
      Duration timeout,
      Pause pause) {
    this.slack = requireNonNull(slack, "slack");
    this.token = requireNonNull(token, "token");
    this.taker = requireNonNull(taker, "taker");
    this.meter = requireNonNull(meter, "meter");
    this.timeout = requireNonNull(timeout, "timeout");
    this.pause = requireNonNull(pause, "pause");
  }

  /**
   * Opens a WebSocket whose messages are taken from the first one on.
   *
   * @param url that Slack gave for it
   * @return whether Slack says something on it in time
   * @throws URISyntaxException if the address is none
   */
  synchronized boolean connect(String url) throws URISyntaxException {
    var link = new Link(url);
    links.add(link);
    boolean isGreeted = false;
    try {
      if (!messages.isShutdown()) {
        link.connect();
        isGreeted = link.isGreeted();
      }
    } finally {
      if (!isGreeted) {
        link.end();
      }
    }
    if (isGreeted) {
      current = link;
      log.info("connected to Slack");
    }
    return isGreeted;
  }

  /** Whether Slack can tell something. */
  boolean isOpen() {
    Link link = current;
    return link != null && link.isUp;
  }

  /** What Slack holds against the token, on one line, as far as it was asked with it last. */
  Optional<String> refusal() {
    return refusal;
  }

  /** Opens another WebSocket, until that works, and closes the one that is to go. */
  private void exchange(Link old) {
    if (!old.isLeaving.compareAndSet(false, true)) {
      return;
    }
    try {
      if (System.nanoTime() - old.began < YOUNG.toNanos()) {
        pause.pause(FIRST_PAUSE);
      }
      Duration wait = FIRST_PAUSE;
      while (!messages.isShutdown()) {
        Duration told = Duration.ZERO;
        try {
          var opened = slack.methods(token).appsConnectionsOpen(open -> open);
          refusal =
              opened.isOk() ? Optional.empty() : refused(opened.getError(), opened.getNeeded());
          if (opened.isOk() && opened.getUrl() != null && connect(opened.getUrl())) {
            linger(old);
            break;
          }
          log.warn(
              "Slack gives no WebSocket: {}",
              refusal.orElse(opened.isOk() ? "silent" : opened.getError()));
        } catch (SlackApiException e) {
          var error = e.getError();
          refusal =
              error == null || e.getResponse().code() >= SlackApi.SERVER_ERROR
                  ? Optional.empty()
                  : refused(error.getError(), error.getNeeded());
          log.warn("Slack gives no WebSocket: {}", refusal.orElse(e.toString()));
          told = e.getResponse().code() == SlackApi.TOO_MANY ? told(e) : told;
        } catch (IOException | URISyntaxException | RuntimeException | Error e) {
          log.warn("no WebSocket of Slack could be opened: {}", e.toString());
        }
        pause.pause(told.compareTo(wait) > 0 ? told : wait);
        wait = Pause.longer(wait, LONGEST_PAUSE);
      }
      // What came over it is acknowledged over it before.
      messages.execute(old::end);
    } catch (RejectedExecutionException _) {
      old.end();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Optional<String> refused(@Nullable String error, @Nullable String needed) {
    return error == null
            || SlackApi.UNCLEAR_ERRORS.contains(error)
            || SlackApi.LIMIT_ERRORS.contains(error)
        ? Optional.empty()
        : Optional.of(SlackPlatform.refusal(SlackPlatform.APP_TOKEN, error, needed));
  }

  private void linger(Link old) throws InterruptedException {
    for (int i = 0; i < MAX_LINGERS; i++) {
      int before = old.heard.get();
      pause.pause(LINGER);
      if (old.heard.get() == before) {
        return;
      }
    }
  }

  private static Duration told(SlackApiException e) {
    Duration wait = SlackApi.retryAfter(e.getResponse());
    return wait.compareTo(SlackApi.MAX_WAIT) > 0 ? SlackApi.MAX_WAIT : wait;
  }

  /** Acknowledges what came, and takes nothing more. */
  @Override
  public void close() {
    messages.shutdown();
    try {
      if (!messages.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
        log.debug("not everything was acknowledged in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    links.forEach(Link::end);
  }

  /** One WebSocket, over which what comes over it is acknowledged. */
  private final class Link extends SocketModeClientJavaWSImpl {
    private final CompletableFuture<Boolean> greeting = new CompletableFuture<>();

    /** Whether another is to have its place. */
    private final AtomicBoolean isLeaving = new AtomicBoolean();

    /** How much came over it. */
    private final AtomicInteger heard = new AtomicInteger();

    /** When it was made, by {@link System#nanoTime}. */
    private final long began = System.nanoTime();

    private volatile boolean isUp;

    Link(String url) throws URISyntaxException {
      super(
          slack,
          token,
          url,
          NO_THREADS,
          new ConcurrentLinkedMessageQueue(),
          true,
          true,
          DEFAULT_SESSION_MONITOR_INTERVAL_MILLISECONDS);
      addWebSocketErrorListener(_ -> greeting.complete(false));
      addWebSocketCloseListener((_, _) -> {
        isUp = false;
        leave();
      });
    }

    private boolean isGreeted() {
      return greeting.completeOnTimeout(false, timeout.toNanos(), TimeUnit.NANOSECONDS).join();
    }

    @Override
    public void enqueueMessage(String message) {
      long came = System.nanoTime();
      heard.incrementAndGet();
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
        case "hello" -> greet();
        case "disconnect" -> leave();
        default -> {
          // Whoever tells something does not wait to be greeted.
          greet();
          try {
            messages.execute(() -> take(envelope, came));
          } catch (RejectedExecutionException _) {
            log.debug("a message came too late: closed");
          }
        }
      }
    }

    private void greet() {
      isUp = true;
      greeting.complete(true);
    }

    /** One that Slack takes back before it is greeted is none. */
    private void leave() {
      if (greeting.complete(false) || !greeting.join() || messages.isShutdown()) {
        return;
      }
      Thread.ofVirtual().name("slack-connect").start(() -> exchange(this));
    }

    /** Looks regularly whether the WebSocket is still there. */
    @Override
    public long maintainCurrentSession() {
      try {
        if (this == current && isUp && !verifyConnection()) {
          isUp = false;
          leave();
        }
      } catch (RuntimeException | Error e) {
        // It would never be looked after again.
        log.error("the WebSocket could not be looked after", e);
      }
      return System.currentTimeMillis();
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

    /** Closes it. */
    private void end() {
      links.remove(this);
      greeting.complete(false);
      try {
        close();
      } catch (IOException | RuntimeException e) {
        log.debug("the WebSocket could not be closed", e);
      }
    }
  }
}
