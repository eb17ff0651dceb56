package dev.rolewise.bot.slack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/**
 * As much of Slack as the bot needs, on loopback: Web API, Socket Mode and response addresses.
 * Whatever the bot sends is held against Slack's limits; closing fails when something was beyond
 * one.
 */
public final class FakeSlack implements AutoCloseable {
  public static final String TEAM = "T0ROLEWISE";
  public static final String BOT_USER = "U0BOT";
  public static final String BOT_TOKEN = "xoxb-1-test";
  public static final String APP_TOKEN = "xapp-1-test";
  static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 180;
  private static final long AGAIN_MILLIS = 10;

  /**
   * A call of the Web API or of a response address.
   *
   * @param form what it was given; for a response address its JSON texts
   */
  record Call(String method, Map<String, String> form, String token) {
    String get(String name) {
      return form.getOrDefault(name, "");
    }

    JsonNode json(String name) {
      return read(get(name));
    }
  }

  /**
   * What a method does once instead of what it does otherwise.
   *
   * @param isDone whether it does its work all the same
   */
  public record Trouble(int status, String body, Map<String, String> headers, boolean isDone) {
    static Trouble tooMany(int seconds) {
      return new Trouble(
          429,
          "{\"ok\":false,\"error\":\"ratelimited\"}",
          Map.of("Retry-After", String.valueOf(seconds)),
          false);
    }

    public static Trouble error(String error) {
      return new Trouble(200, "{\"ok\":false,\"error\":\"" + error + "\"}", Map.of(), false);
    }

    static Trouble broken(boolean isDone) {
      return new Trouble(500, "oops", Map.of(), isDone);
    }

    /** Nothing is ever said, and the connection stays open. */
    static Trouble silence(boolean isDone) {
      return new Trouble(-1, "", Map.of(), isDone);
    }

    /** The answer is never sent. */
    static Trouble hangUp(boolean isDone) {
      return new Trouble(0, "", Map.of(), isDone);
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Call> calls = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final List<ObjectNode> posted = new ArrayList<>();
  private final Set<String> acks = new HashSet<>();
  private final Map<String, String> unacknowledged = new LinkedHashMap<>();
  private final Map<String, Long> sentAt = new HashMap<>();
  private final List<Long> ackNanos = new ArrayList<>();
  private final Map<String, Long> postedAt = new HashMap<>();
  private final Map<String, Deque<Trouble>> troubles = new HashMap<>();
  private final List<WebSocket> sockets = new ArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile HttpServer http;
  private final WebSocketServer web;
  private volatile CountDownLatch held = new CountDownLatch(0);
  private volatile CountDownLatch heldSockets = new CountDownLatch(0);
  private List<String> scopes = List.of();
  private List<String> untold = List.of("blocks");
  private volatile long changedAt = System.nanoTime();
  private volatile boolean isPolite = true;
  private volatile boolean isAwake = true;
  private volatile boolean isPatient = true;
  private int hellos;
  private int serial;

  public FakeSlack() throws IOException, InterruptedException {
    var loopback = InetAddress.getLoopbackAddress();
    http = serve(new InetSocketAddress(loopback, 0));
    var started = new CountDownLatch(1);
    web =
        new WebSocketServer(new InetSocketAddress(loopback, 0)) {
          @Override
          public void onOpen(WebSocket socket, ClientHandshake handshake) {
            // Whoever waits for the hello finds the socket.
            update(() -> sockets.add(socket));
            if (isPolite) {
              socket.send("{\"type\":\"hello\",\"num_connections\":1}");
            }
            update(() -> {
              hellos++;
              if (isPatient) {
                unacknowledged.values().forEach(socket::send);
              }
            });
          }

          @Override
          public void onClose(WebSocket socket, int code, String reason, boolean isRemote) {
            update(() -> sockets.remove(socket));
          }

          @Override
          public void onMessage(WebSocket socket, String message) {
            String id = read(message).path("envelope_id").asText();
            update(() -> {
              acks.add(id);
              if (unacknowledged.remove(id) != null) {
                ackNanos.add(System.nanoTime() - sentAt.getOrDefault(id, 0L));
              }
            });
          }

          @Override
          public void onError(WebSocket socket, Exception e) {}

          @Override
          public void onWebsocketPing(WebSocket socket, Framedata ping) {
            if (isAwake) {
              super.onWebsocketPing(socket, ping);
            }
          }

          @Override
          public void onStart() {
            started.countDown();
          }
        };
    web.setReuseAddr(true);
    web.setDaemon(true);
    web.start();
    if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the WebSocket server did not start");
    }
  }

  private HttpServer serve(InetSocketAddress address) throws IOException {
    var server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    return server;
  }

  /** Takes no connections for the Web API until what it gives is run. */
  Recovery goAway() {
    InetSocketAddress address = http.getAddress();
    http.stop(0);
    return () -> http = serve(address);
  }

  /** Has the Web API take connections again. */
  @FunctionalInterface
  interface Recovery {
    void comeBack() throws IOException;
  }

  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/api/");
  }

  URI socketUrl() {
    return URI.create("ws://127.0.0.1:" + web.getPort() + "/link");
  }

  String responseUrl(String id) {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/respond/" + id;
  }

  /** Tells from now on which scopes the token has. */
  void grant(List<String> scopes) {
    update(() -> this.scopes = List.copyOf(scopes));
  }

  /** Tells from now on messages of a conversation without some of what they have. */
  void leaveOut(String... fields) {
    update(() -> untold = List.of(fields));
  }

  public void next(String method, Trouble... once) {
    update(() -> troubles.computeIfAbsent(method, _ -> new ArrayDeque<>()).addAll(List.of(once)));
  }

  private void update(Runnable change) {
    lock.lock();
    try {
      change.run();
      changedAt = System.nanoTime();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it is so, as long as something goes on. */
  public void await(String what, BooleanSupplier condition) {
    lock.lock();
    try {
      long start = System.nanoTime();
      while (!condition.getAsBoolean()) {
        long idle = Math.min(System.nanoTime() - start, System.nanoTime() - changedAt);
        if (idle > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
          throw new AssertionError(
              "waited in vain for " + what + ", calls " + calls + ", acks " + acks);
        }
        // Looks again soon: not everything that is waited for happens here.
        boolean _ = changed.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the call of a method that comes at a place, from 0. */
  Call awaitCall(String method, int place) {
    await(method + " " + place, () -> callsNow(method).size() > place);
    return calls(method).get(place);
  }

  List<Call> calls(String method) {
    lock.lock();
    try {
      return callsNow(method);
    } finally {
      lock.unlock();
    }
  }

  /** Every call, in order. */
  List<Call> calls() {
    lock.lock();
    try {
      return List.copyOf(calls);
    } finally {
      lock.unlock();
    }
  }

  private List<Call> callsNow(String method) {
    return calls.stream().filter(call -> call.method().equals(method)).toList();
  }

  /** Messages that are there. */
  public List<ObjectNode> posted() {
    lock.lock();
    try {
      return List.copyOf(posted);
    } finally {
      lock.unlock();
    }
  }

  public void awaitPosted(int count) {
    await(count + " messages", () -> posted.size() >= count);
  }

  public void awaitHellos(int count) {
    await(count + " hellos", () -> hellos >= count && !sockets.isEmpty());
  }

  /** Waits until so many connections are open. */
  void awaitSockets(int count) {
    await(count + " sockets", () -> sockets.size() == count);
  }

  void awaitAck(String envelope) {
    await("the ack of " + envelope, () -> acks.contains(envelope));
  }

  /** Waits until everything that was sent is acknowledged. */
  void awaitAcks() {
    await("every ack", unacknowledged::isEmpty);
  }

  /**
   * @param isAwake whether pings are answered from now on
   */
  void wake(boolean isAwake) {
    this.isAwake = isAwake;
  }

  /** Says no hello from now on. */
  void sayNoHello() {
    isPolite = false;
  }

  /** Goes on over the oldest connection, and sends nothing again over a new one. */
  void keepToOldSockets() {
    isPatient = false;
  }

  /** Sends what was not acknowledged once more, as Slack does after a connection ended. */
  void sendAgain() {
    lock.lock();
    try {
      unacknowledged.values().forEach(sockets.getLast()::send);
    } finally {
      lock.unlock();
    }
  }

  /** How long each acknowledgement took. */
  List<Long> ackNanos() {
    lock.lock();
    try {
      return List.copyOf(ackNanos);
    } finally {
      lock.unlock();
    }
  }

  /** When the messages came, by the thread they are in. */
  Map<String, Long> postedAt() {
    lock.lock();
    try {
      return Map.copyOf(postedAt);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets when things happened. */
  void forgetTimes() {
    update(() -> {
      ackNanos.clear();
      postedAt.clear();
    });
  }

  static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  int hellos() {
    lock.lock();
    try {
      return hellos;
    } finally {
      lock.unlock();
    }
  }

  /** Sends something to the bot and gives the id of its envelope. */
  public String send(String type, JsonNode payload) {
    return send(type, payload, Map.of());
  }

  String send(String type, JsonNode payload, Map<String, Object> more) {
    lock.lock();
    try {
      String id = "E" + ++serial;
      ObjectNode envelope = JSON.createObjectNode();
      envelope.put("envelope_id", id).put("type", type).put("accepts_response_payload", true);
      envelope.set("payload", payload);
      more.forEach((name, value) -> envelope.set(name, JSON.valueToTree(value)));
      String text = envelope.toString();
      unacknowledged.put(id, text);
      sentAt.put(id, System.nanoTime());
      // Without a socket it goes out again with the others.
      if (!sockets.isEmpty()) {
        WebSocket socket = isPatient ? sockets.getLast() : sockets.getFirst();
        if (socket.isOpen()) {
          socket.send(text);
        }
      }
      return id;
    } finally {
      lock.unlock();
    }
  }

  /** An event as it is sent. */
  public ObjectNode event(String id, Map<String, Object> event) {
    ObjectNode payload = JSON.createObjectNode();
    payload
        .put("token", "t")
        .put("team_id", TEAM)
        .put("api_app_id", "A0APP")
        .put("type", "event_callback")
        .put("event_id", id)
        .put("event_time", 1_700_000_000);
    payload.set("event", JSON.valueToTree(event));
    return payload;
  }

  /**
   * A person mentions the bot in a thread.
   *
   * @param thread when its first message was written
   * @param place of the message in the thread; 0 begins it
   * @param words as they are typed
   */
  public void mention(String thread, int place, String words) {
    String seconds = thread.substring(0, thread.indexOf('.'));
    Map<String, Object> message =
        new HashMap<>(
            SlackPayloads.mention(
                seconds + ".%06d".formatted(place),
                words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
    if (place > 0) {
      message.put("thread_ts", thread);
    }
    send("events_api", event("Ev" + seconds + "." + place, message));
  }

  /** Has messages wait until {@link #releasePosts}. */
  void holdPosts() {
    update(() -> held = new CountDownLatch(1));
  }

  void releasePosts() {
    held.countDown();
  }

  /** Gives no address for a WebSocket until {@link #releaseSockets}. */
  void holdSockets() {
    update(() -> heldSockets = new CountDownLatch(1));
  }

  void releaseSockets() {
    heldSockets.countDown();
  }

  /** Ends every connection without a word. */
  public void dropSockets() {
    List<WebSocket> open;
    lock.lock();
    try {
      open = List.copyOf(sockets);
      sockets.clear();
    } finally {
      lock.unlock();
    }
    open.forEach(socket -> socket.closeConnection(1006, "dropped"));
  }

  /** Asks the bot to connect anew. */
  void sendDisconnect() {
    lock.lock();
    try {
      sockets.getLast().send("{\"type\":\"disconnect\",\"reason\":\"refresh_requested\"}");
    } finally {
      lock.unlock();
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (path.equals("/respond/upload")) {
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      boolean isResponse = path.startsWith("/respond/");
      String method = isResponse ? "response_url" : path.substring("/api/".length());
      String authorization = exchange.getRequestHeaders().getFirst("Authorization");
      if (method.equals("chat.postMessage")) {
        await(held);
      }
      var call =
          new Call(
              method,
              isResponse ? response(path, body) : form(body),
              authorization == null ? "" : authorization.replace("Bearer ", ""));
      Trouble[] trouble = new Trouble[1];
      String[] answer = new String[1];
      List<String> granted = new ArrayList<>();
      update(() -> {
        calls.add(call);
        violations.addAll(violations(call));
        granted.addAll(scopes);
        trouble[0] = troubles.getOrDefault(method, new ArrayDeque<>()).poll();
        if (trouble[0] == null || trouble[0].isDone()) {
          answer[0] = answer(call);
        }
      });
      if (method.equals("apps.connections.open")) {
        await(heldSockets);
      }
      if (trouble[0] != null && trouble[0].status() == 0) {
        return;
      }
      if (trouble[0] != null && trouble[0].status() < 0) {
        await(ended);
        return;
      }
      int status = 200;
      if (trouble[0] != null) {
        status = trouble[0].status();
        answer[0] = trouble[0].body();
        trouble[0].headers().forEach(exchange.getResponseHeaders()::add);
      }
      byte[] bytes = answer[0].getBytes(UTF_8);
      if (!granted.isEmpty()) {
        exchange.getResponseHeaders().add("x-oauth-scopes", String.join(",", granted));
      }
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** What Slack would refuse, whatever is answered in a test. */
  private static List<String> violations(Call call) {
    return switch (call.method()) {
      case "chat.postMessage", "chat.postEphemeral", "response_url" ->
          SlackLimits.problems(new SlackMessage(call.get("text"), call.get("blocks")));
      case "chat.update" ->
          SlackLimits.problems(new SlackMessage(call.get("text"), call.get("blocks")));
      case "chat.appendStream", "chat.stopStream" -> {
        List<String> problems =
            new ArrayList<>(SlackLimits.problemsOfMarkdown(call.get("markdown_text")));
        if (!call.get("blocks").isEmpty()) {
          problems.addAll(SlackLimits.problems(new SlackMessage("–", call.get("blocks"))));
        }
        yield problems;
      }
      case "views.open", "views.publish" -> SlackLimits.problemsOfView(call.get("view"));
      case "assistant.threads.setSuggestedPrompts" ->
          SlackLimits.problemsOfPrompts(call.get("prompts"));
      default -> List.of();
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> response(String path, String body) {
    try {
      Map<String, String> texts = new HashMap<>(Map.of("url", path));
      JSON.readTree(body)
          .properties()
          .forEach(entry ->
              texts.put(
                  entry.getKey(),
                  entry.getValue().isTextual()
                      ? entry.getValue().asText()
                      : entry.getValue().toString()));
      return texts;
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return form;
  }

  private String answer(Call call) {
    return switch (call.method()) {
      case "auth.test" ->
          "{\"ok\":true,\"url\":\"https://x.slack.com/\",\"team\":\"x\",\"user\":\"rolewise\","
              + "\"team_id\":\""
              + TEAM
              + "\",\"user_id\":\""
              + BOT_USER
              + "\",\"bot_id\":\"B0BOT\"}";
      case "apps.connections.open" -> "{\"ok\":true,\"url\":\"" + socketUrl() + "\"}";
      case "chat.postMessage" -> post(call);
      case "chat.startStream" -> startStream(call);
      case "chat.appendStream" -> appendStream(call);
      case "chat.stopStream" -> stopStream(call);
      case "chat.update" -> update(call);
      case "chat.delete" -> delete(call);
      case "conversations.replies" -> messages(call, call.get("ts"));
      case "conversations.history" -> messages(call, "");
      case "files.getUploadURLExternal" ->
          "{\"ok\":true,\"upload_url\":\"" + responseUrl("upload") + "\",\"file_id\":\"F0CHART\"}";
      case "files.completeUploadExternal" -> "{\"ok\":true,\"files\":[{\"id\":\"F0CHART\"}]}";
      default -> "{\"ok\":true}";
    };
  }

  private String post(Call call) {
    ObjectNode message = JSON.createObjectNode();
    String ts = nextTs();
    message
        .put("ts", ts)
        .put("channel", call.get("channel"))
        .put("thread_ts", call.get("thread_ts"))
        .put("text", call.get("text"))
        .put("user", BOT_USER)
        .put("bot_id", "B0BOT");
    message.set("blocks", call.json("blocks"));
    if (!call.get("metadata").isEmpty()) {
      message.set("metadata", call.json("metadata"));
    }
    posted.add(message);
    postedAt.putIfAbsent(call.get("thread_ts"), System.nanoTime());
    return "{\"ok\":true,\"channel\":\"" + call.get("channel") + "\",\"ts\":\"" + ts + "\"}";
  }

  private static String error(String error) {
    return "{\"ok\":false,\"error\":\"" + error + "\"}";
  }

  private static String done(Call call, String ts) {
    return "{\"ok\":true,\"channel\":\"" + call.get("channel") + "\",\"ts\":\"" + ts + "\"}";
  }

  private String startStream(Call call) {
    if (call.get("thread_ts").isEmpty()) {
      return error("invalid_thread_ts");
    }
    if (!call.get("channel").startsWith("D")) {
      if (call.get("recipient_team_id").isEmpty()) {
        return error("missing_recipient_team_id");
      }
      if (call.get("recipient_user_id").isEmpty()) {
        return error("missing_recipient_user_id");
      }
    }
    ObjectNode message = JSON.createObjectNode();
    String ts = "1700001000.%06d".formatted(posted.size() + 1);
    message
        .put("ts", ts)
        .put("channel", call.get("channel"))
        .put("thread_ts", call.get("thread_ts"))
        .put("text", call.get("markdown_text"))
        .put("user", BOT_USER)
        .put("bot_id", "B0BOT")
        .put("streaming", true);
    message.putArray("blocks");
    posted.add(message);
    return done(call, ts);
  }

  /** Changes a message to another one, or tells why not. */
  private String change(Call call, UnaryOperator<ObjectNode> change) {
    for (int i = 0; i < posted.size(); i++) {
      ObjectNode message = posted.get(i);
      if (message.path("ts").asText().equals(call.get("ts"))
          && message.path("channel").asText().equals(call.get("channel"))) {
        posted.set(i, change.apply(message.deepCopy()));
        return done(call, call.get("ts"));
      }
    }
    return error("message_not_found");
  }

  private boolean isStreaming(Call call) {
    return posted.stream()
        .anyMatch(message ->
            message.path("ts").asText().equals(call.get("ts"))
                && message.path("streaming").asBoolean());
  }

  private String appendStream(Call call) {
    if (call.get("markdown_text").isEmpty()) {
      return error("no_text");
    }
    return isStreaming(call)
        ? change(
            call,
            message ->
                message.put("text", message.path("text").asText() + call.get("markdown_text")))
        : error("message_not_in_streaming_state");
  }

  private String stopStream(Call call) {
    return isStreaming(call)
        ? change(
            call,
            message -> {
              message.put("text", message.path("text").asText() + call.get("markdown_text"));
              message.remove("streaming");
              if (!call.get("blocks").isEmpty()) {
                message.set("blocks", call.json("blocks"));
              }
              if (!call.get("metadata").isEmpty()) {
                message.set("metadata", call.json("metadata"));
              }
              return message;
            })
        : error("message_not_in_streaming_state");
  }

  private String update(Call call) {
    if (isStreaming(call)) {
      return error("streaming_state_conflict");
    }
    return change(
        call,
        message -> {
          message.put("text", call.get("text"));
          message.set("blocks", call.json("blocks"));
          return message;
        });
  }

  private String delete(Call call) {
    return posted.removeIf(message -> message.path("ts").asText().equals(call.get("ts")))
        ? done(call, call.get("ts"))
        : error("message_not_found");
  }

  /** A thread is told from its oldest message on, a channel from its newest. */
  private String messages(Call call, String thread) {
    List<ObjectNode> all = new ArrayList<>();
    posted.stream()
        .filter(message -> message.path("channel").asText().equals(call.get("channel")))
        .filter(message -> message.path("thread_ts").asText().equals(thread))
        .filter(message -> message.path("ts").asText().compareTo(call.get("oldest")) > 0)
        .map(ObjectNode::deepCopy)
        .map(message -> message.remove(untold))
        .forEach(all::add);
    if (thread.isEmpty()) {
      Collections.reverse(all);
    }
    int start = call.get("cursor").isEmpty() ? 0 : Integer.parseInt(call.get("cursor"));
    int end = Math.min(all.size(), start + Integer.parseInt(call.get("limit")));
    ObjectNode answer = JSON.createObjectNode().put("ok", true);
    answer.putArray("messages").addAll(all.subList(start, end));
    answer
        .putObject("response_metadata")
        .put("next_cursor", end < all.size() ? String.valueOf(end) : "");
    return answer.toString();
  }

  /** Others have said something in a thread before. */
  void fill(String channel, String thread, int messages) {
    update(() -> {
      for (int i = 0; i < messages; i++) {
        posted.add(
            JSON.createObjectNode()
                .put("ts", nextTs())
                .put("channel", channel)
                .put("thread_ts", thread)
                .put("text", "words " + i)
                .put("user", "U0OTHER"));
      }
    });
  }

  private String nextTs() {
    return "1700001000.%06d".formatted(posted.size() + 1);
  }

  @Override
  public void close() {
    ended.countDown();
    releaseSockets();
    http.stop(0);
    try {
      web.stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      if (!violations.isEmpty()) {
        throw new AssertionError("Slack would refuse: " + violations);
      }
    } finally {
      lock.unlock();
    }
  }
}
