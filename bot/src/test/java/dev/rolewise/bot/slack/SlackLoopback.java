package dev.rolewise.bot.slack;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingInt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.bench.LoopbackPlatform;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.handshake.ServerHandshake;

/** Slack on loopback, with mentions in ten channels. */
public final class SlackLoopback implements LoopbackPlatform {
  private static final String SECONDS = "1700000000.";

  private final FakeSlack slack;
  private final Map<Integer, Long> sentAt = new ConcurrentHashMap<>();

  public SlackLoopback(FakeSlack slack) {
    this.slack = slack;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "ROLEWISE_SLACK_BOT_TOKEN",
        FakeSlack.BOT_TOKEN,
        "ROLEWISE_SLACK_APP_TOKEN",
        FakeSlack.APP_TOKEN,
        "ROLEWISE_SLACK_API_URL",
        slack.apiUrl().toString());
  }

  @Override
  public void awaitBot() {
    slack.awaitHellos(1);
  }

  @Override
  public void mention(int number, String question) {
    sentAt.put(number, System.nanoTime());
    slack.send("events_api", slack.event("Ev" + number, event(number, question)));
  }

  @Override
  public void mentionAgain(int number, String question) {
    slack.send("events_api", slack.event("Again" + number, event(number, question)));
  }

  private static Map<String, Object> event(int number, String question) {
    return Map.of(
        "type",
        "app_mention",
        "user",
        "U0ASKER",
        "text",
        "<@" + FakeSlack.BOT_USER + "> " + question,
        "ts",
        ts(number),
        "channel",
        "C0CAREER" + number % 10);
  }

  private static String ts(int number) {
    return SECONDS + "%06d".formatted(number);
  }

  private static int number(String ts) {
    return Integer.parseInt(ts.substring(SECONDS.length()));
  }

  @Override
  public void dropConnection() {
    int hellos = slack.hellos();
    slack.dropSockets();
    slack.awaitHellos(hellos + 1);
    slack.sendAgain();
  }

  @Override
  public void awaitAcknowledgements() {
    slack.awaitAcks();
  }

  @Override
  public void awaitMessages(int count) {
    slack.awaitPosted(count);
  }

  @Override
  public List<Long> acknowledgements() {
    return slack.ackNanos();
  }

  @Override
  public Map<Integer, Long> answers() {
    Map<Integer, Long> nanos = new HashMap<>();
    slack
        .postedAt()
        .forEach((ts, at) -> {
          Long sent = sentAt.get(number(ts));
          if (sent != null) {
            nanos.put(number(ts), at - sent);
          }
        });
    return nanos;
  }

  @Override
  public Map<Integer, Integer> messages() {
    return slack.posted().stream()
        .map((ObjectNode message) -> number(message.path("thread_ts").asText()))
        .collect(groupingBy(identity(), summingInt(_ -> 1)));
  }

  @Override
  public Map<Integer, String> words() {
    return slack.posted().stream()
        .collect(
            groupingBy(
                message -> number(message.path("thread_ts").asText()),
                mapping(message -> message.path("text").asText(), joining("\n"))));
  }

  @Override
  public AutoCloseable acknowledgeOnly() throws IOException {
    var client =
        new WebSocketClient(slack.socketUrl()) {
          @Override
          public void onOpen(ServerHandshake handshake) {}

          @Override
          public void onMessage(String message) {
            String id = FakeSlack.read(message).path("envelope_id").asText();
            if (!id.isEmpty()) {
              send("{\"envelope_id\":\"" + id + "\"}");
            }
          }

          @Override
          public void onClose(int code, String reason, boolean isRemote) {}

          @Override
          public void onError(Exception e) {}
        };
    try {
      if (!client.connectBlocking()) {
        throw new IOException("the WebSocket cannot be opened");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    slack.awaitSockets(1);
    return () -> {
      client.closeBlocking();
      slack.awaitSockets(0);
    };
  }

  @Override
  public void forgetTimes() {
    slack.forgetTimes();
    sentAt.clear();
  }

  @Override
  public void close() {
    slack.close();
  }
}
