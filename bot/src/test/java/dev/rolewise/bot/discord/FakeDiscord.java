package dev.rolewise.bot.discord;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.WebSocketServer;

/** As much of Discord as the bot needs, on loopback: REST API and gateway. */
public final class FakeDiscord implements AutoCloseable {
  public static final String TOKEN = "MTk4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs";
  static final String APPLICATION = "1100000000000000001";
  static final String BOT = "1100000000000000002";
  static final String GUILD = "1100000000000000010";
  static final String CHANNEL = "1100000000000000020";
  static final String OTHER_CHANNEL = "1100000000000000021";
  static final String MUTED_CHANNEL = "1100000000000000022";

  /** Nobody may open threads there. */
  static final String THREADLESS_CHANNEL = "1100000000000000024";

  /** A channel of a server that the bot is not in. */
  static final String FOREIGN_CHANNEL = "1100000000000000023";

  static final String FOREIGN_GUILD = "1100000000000000011";

  /** Friends among themselves. */
  static final String GROUP = "1100000000000000031";

  /** Direct messages of two people. */
  static final String BETWEEN_TWO = "1100000000000000032";

  static final String DIRECT = "1100000000000000030";
  static final String ASKER = "1100000000000000040";

  /** A role that the server was not listed with. */
  static final String LEAD_ROLE = "1100000000000000050";

  static final ObjectMapper JSON = new ObjectMapper();

  private static final long PATIENCE_SECONDS = 180;

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
  private static final long TURN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long EPOCH = 1_420_070_400_000L;
  private static final int EPHEMERAL = 64;
  private static final int LOADING = 128;
  private static final Pattern PART =
      Pattern.compile("name=\"payload_json\".*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL);
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]+)\"");

  /**
   * A call of the REST API.
   *
   * @param route method and path, with ids as {@code *}
   * @param files names of the files that came with it
   */
  record Call(String route, String path, JsonNode body, List<String> files) {}

  /**
   * What a route does once instead of what it does otherwise.
   *
   * @param isDone whether it does its work all the same
   */
  record Trouble(int status, String body, Map<String, String> headers, boolean isDone) {
    static Trouble tooMany(boolean isGlobal) {
      return new Trouble(
          429,
          "{\"message\":\"You are being rate limited.\",\"retry_after\":1.0,\"global\":"
              + isGlobal
              + "}",
          isGlobal
              ? Map.of("Retry-After", "1", "X-RateLimit-Global", "true", "Via", "1.1 google")
              : Map.of("Retry-After", "1", "X-RateLimit-Scope", "user", "Via", "1.1 google"),
          false);
    }

    static Trouble error(int status, int code, String message) {
      return new Trouble(
          status, "{\"message\":\"" + message + "\",\"code\":" + code + "}", Map.of(), false);
    }

    static Trouble broken(boolean isDone) {
      return new Trouble(
          500, "{\"message\":\"500: Internal Server Error\",\"code\":0}", Map.of(), isDone);
    }

    static Trouble unavailable() {
      return new Trouble(502, "bad gateway", Map.of("Content-Type", "text/plain"), false);
    }
  }

  /** An interaction and what became of it. */
  static final class Interaction {
    final String id;
    final String token;
    final String channel;
    final ObjectNode payload;
    final long sentAt = System.nanoTime();
    int acknowledgements;
    int acknowledgement;
    JsonNode acknowledged = JSON.createObjectNode();
    long acknowledgedAt;
    long answeredAt;
    final List<String> messages = new ArrayList<>();
    String original = "";

    Interaction(String id, String token, String channel, ObjectNode payload) {
      this.id = id;
      this.token = token;
      this.channel = channel;
      this.payload = payload;
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Call> calls = new ArrayList<>();
  private final Map<String, Interaction> interactions = new LinkedHashMap<>();
  private final Map<String, Interaction> byToken = new HashMap<>();
  private final Map<String, ObjectNode> messages = new LinkedHashMap<>();
  private final Map<String, String> nonces = new HashMap<>();
  private final Map<String, String> threads = new HashMap<>();
  private final Map<String, List<ObjectNode>> registered = new HashMap<>();
  private final Map<String, Deque<Trouble>> troubles = new HashMap<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
  private final List<String> events = new ArrayList<>();
  private final List<WebSocket> sockets = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final boolean isChecking;
  private final HttpServer http;
  private final WebSocketServer web;
  private int firstEvent = 1;
  private long serial = 100;
  private int identified;
  private int resumed;
  private int answered;
  private final AtomicInteger turnedAway = new AtomicInteger();
  private volatile boolean isTurningAway;
  private volatile int beatMillis = 41_250;
  private volatile long changedAt = System.nanoTime();
  private Consumer<ObjectNode> variation = _ -> {};
  private Consumer<ObjectNode> messageVariation = _ -> {};
  private boolean isResumable = true;
  private long aheadMillis;
  private boolean isServerWithheld;
  private Optional<Integer> closeCode = Optional.empty();
  private JsonNode identity = JSON.createObjectNode();

  public FakeDiscord() throws IOException, InterruptedException {
    this(true);
  }

  /** One that checks no body, for measuring. */
  static FakeDiscord trusting() throws IOException, InterruptedException {
    return new FakeDiscord(false);
  }

  private FakeDiscord(boolean isChecking) throws IOException, InterruptedException {
    this.isChecking = isChecking;
    var loopback = InetAddress.getLoopbackAddress();
    http = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::handle);
    http.start();
    var started = new CountDownLatch(1);
    web =
        new WebSocketServer(new InetSocketAddress(loopback, 0)) {
          @Override
          public void onOpen(WebSocket socket, ClientHandshake handshake) {
            socket.send("{\"op\":10,\"d\":{\"heartbeat_interval\":" + beatMillis + "}}");
          }

          @Override
          public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
              WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
            if (isTurningAway) {
              update(turnedAway::incrementAndGet);
              throw new InvalidDataException(CloseFrame.TRY_AGAIN_LATER, "not now");
            }
            return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
          }

          @Override
          public void onClose(WebSocket socket, int code, String reason, boolean isRemote) {
            update(() -> sockets.remove(socket));
          }

          @Override
          public void onMessage(WebSocket socket, String message) {
            try {
              heard(socket, JSON.readTree(message));
            } catch (JsonProcessingException e) {
              update(() -> problems.add("not JSON: " + message));
            }
          }

          @Override
          public void onError(WebSocket socket, Exception e) {}

          @Override
          public void onStart() {
            started.countDown();
          }
        };
    web.setReuseAddr(true);
    web.setTcpNoDelay(true);
    web.setDaemon(true);
    web.start();
    if (!started.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("the gateway did not start");
    }
  }

  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort() + "/api/v10/");
  }

  URI gatewayUrl() {
    return URI.create("ws://127.0.0.1:" + web.getPort());
  }

  // ---- gateway

  private void heard(WebSocket socket, JsonNode message) {
    switch (message.path("op").asInt()) {
      case 1 -> socket.send("{\"op\":11}");
      case 2 ->
          update(() -> {
            identified++;
            identity = message.path("d");
            if (closeCode.isPresent()) {
              socket.close(closeCode.get(), "closed");
            } else if (!identity.path("token").asText().equals(TOKEN)) {
              socket.close(4004, "Authentication failed.");
            } else {
              firstEvent += events.size();
              events.clear();
              sockets.add(socket);
              dispatch("READY", ready());
              dispatch("GUILD_CREATE", guild());
            }
          });
      case 6 ->
          update(() -> {
            resumed++;
            int last = message.path("d").path("seq").asInt();
            if (!isResumable || last < firstEvent - 1) {
              isResumable = true;
              socket.send("{\"op\":9,\"d\":false}");
              return;
            }
            sockets.add(socket);
            for (int i = last + 1; i < firstEvent + events.size(); i++) {
              socket.send(events.get(i - firstEvent));
            }
            dispatch("RESUMED", JSON.createObjectNode());
          });
      default -> {}
    }
  }

  /** Sends an event, or keeps it until the connection is resumed. */
  void dispatch(String type, ObjectNode data) {
    update(() -> {
      ObjectNode event = JSON.createObjectNode().put("op", 0).put("t", type);
      event.put("s", firstEvent + events.size());
      event.set("d", data);
      String text = event.toString();
      events.add(text);
      if (!sockets.isEmpty() && sockets.getLast().isOpen()) {
        sockets.getLast().send(text);
      }
    });
  }

  /** Ends every connection without a word. */
  void drop() {
    takeSockets().forEach(socket -> socket.closeConnection(1006, "dropped"));
  }

  /** Ends every connection with a code. */
  public void closeSockets(int code) {
    takeSockets().forEach(socket -> socket.close(code, "closed"));
  }

  private List<WebSocket> takeSockets() {
    lock.lock();
    try {
      List<WebSocket> open = List.copyOf(sockets);
      sockets.clear();
      return open;
    } finally {
      lock.unlock();
    }
  }

  /** Asks the bot to connect anew. */
  void askToReconnect() {
    takeSockets().forEach(socket -> socket.send("{\"op\":7,\"d\":null}"));
  }

  /** Says that the session is over. */
  void invalidateSession() {
    takeSockets().forEach(socket -> socket.send("{\"op\":9,\"d\":false}"));
  }

  /** Says that the session can be resumed. */
  void interruptSession() {
    takeSockets().forEach(socket -> socket.send("{\"op\":9,\"d\":true}"));
  }

  /** Wants heartbeats of connections from now on so often. */
  void beatEvery(Duration time) {
    beatMillis = (int) time.toMillis();
  }

  /** Takes no connection, or takes them again. */
  void turnAway(boolean isTurningAway) {
    this.isTurningAway = isTurningAway;
  }

  /** How often a connection was not taken. */
  int turnedAway() {
    return turnedAway.get();
  }

  /** The next attempt to resume comes too late. */
  void forgetSession() {
    update(() -> isResumable = false);
  }

  /** Whoever introduces themselves from now on is turned away with a code. */
  public void refuse(int code) {
    update(() -> closeCode = Optional.of(code));
  }

  /** Says to whoever introduces themselves that they are in one more server, and no more of it. */
  void withholdServer() {
    update(() -> isServerWithheld = true);
  }

  private ObjectNode ready() {
    ObjectNode ready =
        JSON.createObjectNode().put("v", 10).put("session_id", "session" + identified);
    ready.put("resume_gateway_url", gatewayUrl().toString());
    ready.set("user", botUser());
    ArrayNode guilds = ready.putArray("guilds");
    guilds.addObject().put("id", GUILD).put("unavailable", true);
    if (isServerWithheld) {
      guilds.addObject().put("id", FOREIGN_GUILD).put("unavailable", true);
    }
    ready.putObject("application").put("id", APPLICATION).put("flags", 0);
    return ready;
  }

  static ObjectNode botUser() {
    ObjectNode user = user(BOT, "rolewise");
    return user.put("bot", true);
  }

  static ObjectNode user(String id, String name) {
    ObjectNode user = JSON.createObjectNode().put("id", id).put("username", name);
    user.put("discriminator", "0").put("global_name", name).put("public_flags", 0);
    user.putNull("avatar");
    return user;
  }

  static ObjectNode guild() {
    ObjectNode guild = JSON.createObjectNode().put("id", GUILD).put("name", "Careers");
    guild.put("owner_id", "1100000000000000041").put("afk_timeout", 300).put("large", false);
    guild.put("verification_level", 1).put("default_message_notifications", 1);
    guild.put("explicit_content_filter", 0).put("mfa_level", 0).put("nsfw_level", 0);
    guild.put("system_channel_flags", 0).put("premium_tier", 0).put("member_count", 3);
    guild.put("preferred_locale", "en-US").put("unavailable", false).put("max_members", 500_000);
    guild.put("joined_at", "2026-01-01T00:00:00.000000+00:00");
    guild.put("premium_progress_bar_enabled", false);
    for (String list :
        List.of(
            "emojis",
            "stickers",
            "features",
            "voice_states",
            "presences",
            "threads",
            "stage_instances",
            "guild_scheduled_events",
            "soundboard_sounds")) {
      guild.putArray(list);
    }
    everyone(guild.putArray("roles").addObject());
    ArrayNode members = guild.putArray("members");
    members.add(member(botUser(), List.of()));
    ArrayNode channels = guild.putArray("channels");
    channel(channels.addObject(), CHANNEL, "careers");
    channel(channels.addObject(), OTHER_CHANNEL, "general");
    deny(channel(channels.addObject(), MUTED_CHANNEL, "announcements"), "2048");
    deny(channel(channels.addObject(), THREADLESS_CHANNEL, "in short"), "34359738368");
    return guild;
  }

  private static void deny(ObjectNode channel, String permissions) {
    ObjectNode overwrite = channel.putArray("permission_overwrites").addObject();
    overwrite.put("id", GUILD).put("type", 0).put("allow", "0").put("deny", permissions);
  }

  private static void everyone(ObjectNode role) {
    // View, send, embed, attach, history, external emoji, commands, threads, sending in threads.
    role.put("permissions", "311385246720");
    role.put("id", GUILD).put("name", "@everyone").put("position", 0);
    role.put("color", 0).put("hoist", false).put("managed", false).put("mentionable", false);
    role.put("flags", 0);
    role.putObject("colors")
        .put("primary_color", 0)
        .putNull("secondary_color")
        .putNull("tertiary_color");
  }

  private static ObjectNode channel(ObjectNode channel, String id, String name) {
    channel.put("id", id).put("type", 0).put("name", name).put("position", 0).put("flags", 0);
    channel.put("guild_id", GUILD).put("nsfw", false).put("rate_limit_per_user", 0);
    channel.putNull("topic").putNull("parent_id").putNull("last_message_id");
    channel.putArray("permission_overwrites");
    return channel;
  }

  private static ObjectNode member(ObjectNode user, List<String> roles) {
    ObjectNode member = JSON.createObjectNode();
    member.set("user", user);
    ArrayNode list = member.putArray("roles");
    roles.forEach(list::add);
    member.put("joined_at", "2026-01-01T00:00:00.000000+00:00").put("deaf", false);
    member.put("mute", false).put("flags", 0).put("pending", false);
    member.putNull("nick").putNull("avatar").putNull("premium_since");
    member.putNull("communication_disabled_until");
    return member;
  }

  // ---- what people do

  /** Where and by whom something is done. */
  record Who(String channel, String user, List<String> roles) {
    static final Who IN_CHANNEL = new Who(CHANNEL, ASKER, List.of());
    static final Who DIRECTLY = new Who(DIRECT, ASKER, List.of());

    boolean isDirect() {
      return channel.equals(DIRECT);
    }
  }

  /** Uses a command; values of options may be texts or booleans. */
  Interaction command(Who who, String name, Map<String, Object> options) {
    ObjectNode data = JSON.createObjectNode().put("id", "1").put("name", name).put("type", 1);
    addOptions(data.putArray("options"), options, "");
    return interact(who, 2, data, Optional.empty());
  }

  /** Asks a question by a command and gives what is shown. */
  public String answerTo(String question) {
    Interaction asked = command(Who.IN_CHANNEL, "ask", Map.of("question", question));
    return text(awaitOutcome(asked).getFirst());
  }

  /** Somebody asks a question by a command in a channel. */
  public void ask(String user, String question) {
    command(new Who(CHANNEL, user, List.of()), "ask", Map.of("question", question));
  }

  /** What answers the last interaction of somebody. */
  public List<ObjectNode> answers(String user) {
    lock.lock();
    try {
      return interactions.values().stream()
          .filter(one -> one.payload.at("/member/user/id").asText().equals(user))
          .reduce((_, last) -> last)
          .map(this::outcome)
          .orElseGet(List::of);
    } finally {
      lock.unlock();
    }
  }

  /** Types into an option of a command. */
  Interaction type(Who who, String name, Map<String, Object> options, String focused) {
    ObjectNode data = JSON.createObjectNode().put("id", "1").put("name", name).put("type", 1);
    addOptions(data.putArray("options"), options, focused);
    return interact(who, 4, data, Optional.empty());
  }

  private static void addOptions(ArrayNode list, Map<String, Object> options, String focused) {
    options.forEach((option, value) -> {
      ObjectNode json = list.addObject().put("name", option);
      if (value instanceof Boolean isSet) {
        json.put("type", 5).put("value", isSet);
      } else {
        json.put("type", 3).put("value", value.toString());
      }
      if (option.equals(focused)) {
        json.put("focused", true);
      }
    });
  }

  /** Uses the command in the menu of a message. */
  Interaction onMessage(Who who, String name, String content) {
    ObjectNode data = JSON.createObjectNode().put("id", "2").put("name", name).put("type", 3);
    ObjectNode message = message(who.channel(), user("1100000000000000049", "colleague"), content);
    data.put("target_id", message.path("id").asText());
    data.putObject("resolved").putObject("messages").set(message.path("id").asText(), message);
    return interact(who, 2, data, Optional.empty());
  }

  /** Presses a button. */
  Interaction press(Who who, ObjectNode message, String customId) {
    ObjectNode data = JSON.createObjectNode().put("custom_id", customId).put("component_type", 2);
    data.put("id", 1);
    return interact(who, 3, data, Optional.of(message));
  }

  /** Chooses from a select. */
  Interaction choose(Who who, ObjectNode message, String customId, String value) {
    ObjectNode data = JSON.createObjectNode().put("custom_id", customId).put("component_type", 3);
    data.put("id", 1).putArray("values").add(value);
    return interact(who, 3, data, Optional.of(message));
  }

  /** Sends a form. */
  Interaction submit(Who who, ObjectNode message, String customId, String kind, String words) {
    ObjectNode data = JSON.createObjectNode().put("custom_id", customId);
    ArrayNode fields = data.putArray("components");
    ObjectNode chosen = fields.addObject().put("type", 18).put("id", 1).putObject("component");
    chosen.put("type", 3).put("id", 2).put("custom_id", "kind").putArray("values").add(kind);
    ObjectNode written = fields.addObject().put("type", 18).put("id", 3).putObject("component");
    written.put("type", 4).put("id", 4).put("custom_id", "words").put("value", words);
    return interact(who, 5, data, Optional.of(message));
  }

  private Interaction interact(Who who, int type, ObjectNode data, Optional<ObjectNode> message) {
    lock.lock();
    try {
      String id = id();
      ObjectNode payload = JSON.createObjectNode().put("id", id).put("type", type);
      payload.put("application_id", APPLICATION).put("token", "token" + id).put("version", 1);
      payload.set("data", data);
      payload.put("channel_id", who.channel()).put("locale", "en-US");
      boolean isGroup = who.channel().equals(GROUP);
      boolean isPair = who.channel().equals(BETWEEN_TWO);
      boolean isForeign = who.channel().equals(FOREIGN_CHANNEL);
      String guild = isForeign ? FOREIGN_GUILD : GUILD;
      payload.put("app_permissions", "311385246720");
      payload.put("context", isGroup || isPair ? 2 : who.isDirect() ? 1 : 0);
      payload.putArray("entitlements");
      ObjectNode owners = payload.putObject("authorizing_integration_owners");
      if (isGroup || isPair || isForeign) {
        owners.put("1", who.user());
      } else {
        owners.put("0", who.isDirect() ? "0" : guild);
      }
      ObjectNode channel = payload.putObject("channel");
      if (isGroup) {
        channel.put("id", GROUP).put("type", 3).put("flags", 0).put("name", "friends");
        channel.put("owner_id", who.user()).putNull("icon");
        channel.putArray("recipients").add(user(who.user(), "asker"));
        payload.set("user", user(who.user(), "asker"));
      } else if (who.isDirect() || isPair) {
        channel.put("id", who.channel()).put("type", 1).put("flags", 0);
        channel.putArray("recipients").add(user(who.user(), "asker"));
        payload.set("user", user(who.user(), "asker"));
      } else {
        if (threads.containsKey(who.channel())) {
          channel.setAll(
              thread(who.channel(), threads.getOrDefault(who.channel(), ""), "a thread"));
        } else {
          channel(channel, who.channel(), "careers");
        }
        channel.put("permissions", "311385246720");
        payload.put("guild_id", guild).put("guild_locale", "en-US");
        payload.putObject("guild").put("id", guild).put("locale", "en-US").putArray("features");
        ObjectNode member = member(user(who.user(), "asker"), who.roles());
        payload.set("member", member.put("permissions", "1126211292089344"));
      }
      message.ifPresent(below -> payload.set("message", below));
      variation.accept(payload);
      var interaction = new Interaction(id, "token" + id, who.channel(), payload);
      interactions.put(id, interaction);
      byToken.put(interaction.token, interaction);
      dispatch("INTERACTION_CREATE", payload);
      return interaction;
    } finally {
      lock.unlock();
    }
  }

  /** Changes what every interaction from now on looks like. */
  void vary(Consumer<ObjectNode> change) {
    update(() -> variation = change);
  }

  /** Changes what every message that somebody writes from now on looks like. */
  void varyMessages(Consumer<ObjectNode> change) {
    update(() -> messageVariation = change);
  }

  /** Some time goes by, in which it forgets what must not be posted twice. */
  void goOn(Duration time) {
    update(() -> {
      aheadMillis += time.toMillis();
      nonces.clear();
    });
  }

  /** Delivers an interaction once more. */
  void deliverAgain(Interaction interaction) {
    dispatch("INTERACTION_CREATE", interaction.payload);
  }

  /** Writes a message. */
  ObjectNode write(Who who, String content) {
    return write(who, content, Optional.empty());
  }

  /** Writes a message that replies to another, whose author is not told. */
  ObjectNode write(Who who, String content, Optional<ObjectNode> repliedTo) {
    ObjectNode message = message(who.channel(), user(who.user(), "asker"), content);
    ArrayNode mentions = message.putArray("mentions");
    DiscordWording.mentioned(content)
        .forEach(id -> mentions.add(id.equals(BOT) ? botUser() : user(id, "somebody")));
    repliedTo.ifPresent(other -> {
      message.put("type", 19);
      message
          .putObject("message_reference")
          .put("type", 0)
          .put("message_id", other.path("id").asText())
          .put("channel_id", other.path("channel_id").asText())
          .put("guild_id", GUILD);
      message.set("referenced_message", other);
    });
    if (!who.isDirect()) {
      message.put("guild_id", GUILD);
      ObjectNode member = member(user(who.user(), "asker"), who.roles());
      member.remove("user");
      message.set("member", member);
    }
    messageVariation.accept(message);
    dispatch("MESSAGE_CREATE", message);
    return message;
  }

  /** A bot writes a message. */
  void writeAsBot(String content) {
    ObjectNode author = user("1100000000000000048", "other-bot").put("bot", true);
    ObjectNode message = message(CHANNEL, author, content).put("guild_id", GUILD);
    ObjectNode member = member(author, List.of());
    member.remove("user");
    message.set("member", member);
    dispatch("MESSAGE_CREATE", message);
  }

  /** Delivers every message that people wrote once more. */
  void repeatMessages() {
    lock.lock();
    try {
      for (String event : List.copyOf(events)) {
        JsonNode json = JSON.readTree(event);
        if (json.path("t").asText().equals("MESSAGE_CREATE")) {
          dispatch("MESSAGE_CREATE", (ObjectNode) json.path("d"));
        }
      }
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    } finally {
      lock.unlock();
    }
  }

  private ObjectNode message(String channel, ObjectNode author, String content) {
    ObjectNode message = JSON.createObjectNode().put("id", id()).put("channel_id", channel);
    message.set("author", author);
    message.put("content", content).put("timestamp", "2026-11-22T12:00:00.000000+00:00");
    message.putNull("edited_timestamp").put("tts", false).put("mention_everyone", false);
    message.put("pinned", false).put("type", 0).put("flags", 0);
    for (String list :
        List.of("mentions", "mention_roles", "attachments", "embeds", "components")) {
      message.putArray(list);
    }
    return message;
  }

  /** A snowflake of now. */
  private String id() {
    lock.lock();
    try {
      return String.valueOf(
          ((System.currentTimeMillis() + aheadMillis - EPOCH) << 22) + (serial++ & 0x3fffff));
    } finally {
      lock.unlock();
    }
  }

  // ---- REST

  /** Answers no call of a route before it is let go. */
  void hold(String route, CountDownLatch until) {
    update(() -> held.put(route, until));
  }

  /** What a route does for its next calls. */
  void next(String route, Trouble... once) {
    update(() -> troubles.computeIfAbsent(route, _ -> new ArrayDeque<>()).addAll(List.of(once)));
  }

  private record Answer(int status, String body) {}

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v10/", "");
      String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
      String raw = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      List<String> files = new ArrayList<>();
      if (type.startsWith("multipart/")) {
        FILE.matcher(raw).results().forEach(found -> files.add(found.group(1)));
        Matcher part = PART.matcher(raw);
        raw = part.find() ? part.group(1) : "";
      }
      JsonNode body = raw.isBlank() ? JSON.createObjectNode() : JSON.readTree(raw);
      List<String> violations =
          isChecking ? DiscordSchema.check(exchange.getRequestMethod(), path, raw) : List.of();
      String route = exchange.getRequestMethod() + " " + route(path);
      var call = new Call(route, path, body, files);
      String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      boolean isKnown = authorization.equals("Bot " + TOKEN);
      Trouble[] trouble = new Trouble[1];
      Answer[] answer = {new Answer(401, "{\"message\":\"401: Unauthorized\",\"code\":0}")};
      update(() -> {
        calls.add(call);
        violations.forEach(violation -> problems.add(call.route() + ": " + violation));
        if (isSaid(call) && !allowsNoMention(call)) {
          problems.add(call.route() + ": mentions are allowed");
        }
        trouble[0] = troubles.getOrDefault(route, new ArrayDeque<>()).poll();
        if ((trouble[0] == null || trouble[0].isDone()) && isKnown) {
          answer[0] = answer(call);
        }
      });
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (trouble[0] != null) {
        trouble[0].headers().forEach(exchange.getResponseHeaders()::set);
        answer[0] = new Answer(trouble[0].status(), trouble[0].body());
      }
      awaitHeld(route);
      byte[] bytes = answer[0].body().getBytes(UTF_8);
      if (bytes.length == 0) {
        exchange.getResponseHeaders().remove("Content-Type");
      }
      exchange.sendResponseHeaders(answer[0].status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Whether people see what is sent. */
  private static boolean isSaid(Call call) {
    int type = call.body().path("type").asInt();
    return call.route().endsWith("/callback")
        ? type == 4 || type == 7
        : call.route().matches("(?:POST|PATCH) (?:webhooks/.*|channels/\\*/messages(?:/\\*)?)");
  }

  private static boolean allowsNoMention(Call call) {
    JsonNode said = call.route().endsWith("/callback") ? call.body().path("data") : call.body();
    JsonNode mentions = said.path("allowed_mentions");
    return mentions.path("parse").isArray()
        && mentions.path("parse").isEmpty()
        && !mentions.path("replied_user").asBoolean();
  }

  private void awaitHeld(String route) throws IOException {
    CountDownLatch until = held.get(route);
    try {
      if (until != null && !until.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("held back for too long: " + route);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static String route(String path) {
    return path.replaceAll("/token\\d+", "/*").replaceAll("/\\d{10,}", "/*");
  }

  private static Answer error(int status, int code, String message) {
    return new Answer(status, "{\"message\":\"" + message + "\",\"code\":" + code + "}");
  }

  private Answer answer(Call call) {
    String[] parts = call.path().split("/", -1);
    boolean isOfApplication = parts[0].equals("applications") || parts[0].equals("webhooks");
    if (isOfApplication && !parts[1].equals(APPLICATION)) {
      problems.add("another application in " + call.path());
    }
    return switch (call.route()) {
      case "GET users/@me" -> ok(botUser());
      case "GET gateway/bot" -> {
        ObjectNode gateway = JSON.createObjectNode().put("url", gatewayUrl().toString());
        gateway.put("shards", 1).putObject("session_start_limit").put("max_concurrency", 1);
        ((ObjectNode) gateway.path("session_start_limit"))
            .put("total", 1000)
            .put("remaining", 999)
            .put("reset_after", 0);
        yield ok(gateway);
      }
      case "PUT applications/*/commands" -> register(call);
      case "PUT applications/*/guilds/*/commands" ->
          parts[3].equals(GUILD) ? register(call) : error(403, 50001, "Missing Access");
      case "GET applications/*/commands", "GET applications/*/guilds/*/commands" ->
          ok(JSON.valueToTree(registered.getOrDefault(call.path(), List.of())));
      case "DELETE applications/*/commands/*", "DELETE applications/*/guilds/*/commands/*" ->
          unregister(call.path());
      case "POST interactions/*/*/callback" -> acknowledge(parts[1], call);
      case "PATCH webhooks/*/*/messages/@original" -> edit(parts[2], call);
      case "DELETE webhooks/*/*/messages/@original" -> delete(parts[2]);
      case "POST webhooks/*/*" -> followUp(parts[2], call);
      case "GET channels/*" ->
          Optional.ofNullable(threads.get(parts[1]))
              .map(parent -> ok(thread(parts[1], parent, "a thread")))
              .orElseGet(() -> error(404, 10003, "Unknown Channel"));
      case "POST channels/*/messages" -> post(parts[1], call);
      case "PATCH channels/*/messages/*" -> edit(parts[1], parts[3], call);
      case "POST channels/*/messages/*/threads" -> openThread(parts[1], parts[3], call);
      case "POST users/@me/channels" -> {
        ObjectNode channel = JSON.createObjectNode().put("id", DIRECT).put("type", 1);
        channel
            .putArray("recipients")
            .add(user(call.body().path("recipient_id").asText(), "asker"));
        yield ok(channel);
      }
      default -> {
        problems.add("unknown route " + call.route());
        yield error(404, 0, "404: Not Found");
      }
    };
  }

  private static Answer ok(JsonNode json) {
    return new Answer(200, json.toString());
  }

  private Answer register(Call call) {
    List<ObjectNode> kept = new ArrayList<>();
    for (JsonNode command : call.body()) {
      kept.add(kept(command));
    }
    registered.put(call.path(), kept);
    return ok(JSON.valueToTree(kept));
  }

  private ObjectNode kept(JsonNode command) {
    ObjectNode copy = command.deepCopy();
    return copy.put("id", id()).put("application_id", APPLICATION).put("version", id());
  }

  private Answer unregister(String path) {
    String list = path.substring(0, path.lastIndexOf('/'));
    String id = path.substring(path.lastIndexOf('/') + 1);
    boolean isGone =
        registered
            .getOrDefault(list, new ArrayList<>())
            .removeIf(command -> command.path("id").asText().equals(id));
    return isGone ? new Answer(204, "") : error(404, 10063, "Unknown application command");
  }

  /** Another program registers a command everywhere. */
  void registerOther(String name) {
    ObjectNode command = JSON.createObjectNode().put("name", name).put("type", 1);
    command.put("description", "Something else.");
    update(() ->
        registered
            .computeIfAbsent("applications/" + APPLICATION + "/commands", _ -> new ArrayList<>())
            .add(kept(command)));
  }

  /** Names of the commands that are known everywhere. */
  List<String> commands() {
    return names("applications/" + APPLICATION + "/commands");
  }

  /** Names of the commands that only the server knows. */
  List<String> guildCommands() {
    return names("applications/" + APPLICATION + "/guilds/" + GUILD + "/commands");
  }

  private List<String> names(String path) {
    lock.lock();
    try {
      return registered.getOrDefault(path, List.of()).stream()
          .map(command -> command.path("name").asText())
          .toList();
    } finally {
      lock.unlock();
    }
  }

  private Answer acknowledge(String id, Call call) {
    Interaction interaction = interactions.get(id);
    if (interaction == null || !call.path().contains(interaction.token)) {
      return error(404, 10062, "Unknown interaction");
    }
    interaction.acknowledgements++;
    if (interaction.acknowledgements > 1) {
      return error(400, 40060, "Interaction has already been acknowledged.");
    }
    int type = call.body().path("type").asInt();
    interaction.acknowledgement = type;
    interaction.acknowledged = call.body();
    interaction.acknowledgedAt = System.nanoTime();
    ObjectNode answer = JSON.createObjectNode();
    answer
        .putObject("interaction")
        .put("id", id)
        .put("type", interaction.payload.path("type").asInt());
    ObjectNode resource = answer.putObject("resource").put("type", type);
    if (type == 4 || type == 5) {
      ObjectNode message =
          show(interaction, call.body().path("data"), call.files(), type == 5 ? LOADING : 0);
      interaction.original = message.path("id").asText();
      resource.set("message", message);
      if (type == 4) {
        answered(interaction);
      }
    } else if (type == 6 || type == 7) {
      interaction.original = interaction.payload.path("message").path("id").asText();
    }
    return ok(answer);
  }

  private ObjectNode show(Interaction interaction, JsonNode data, List<String> files, int flags) {
    ObjectNode message = message(interaction.channel, botUser(), "");
    message.put("type", 20).put("application_id", APPLICATION);
    message.put("webhook_id", APPLICATION).put("interaction_token", interaction.token);
    fill(message, data, files);
    message.put("flags", message.path("flags").asInt() | flags);
    interaction.messages.add(message.path("id").asText());
    return message;
  }

  /** Puts into a message what was sent. */
  private void fill(ObjectNode message, JsonNode data, List<String> files) {
    message.put("content", data.path("content").asText(""));
    if (data.has("flags")) {
      message.put("flags", data.path("flags").asInt());
    }
    JsonNode components = data.path("components").deepCopy();
    number(components, new int[1]);
    message.set("components", components.isMissingNode() ? JSON.createArrayNode() : components);
    message.set("files", JSON.valueToTree(files));
    messages.put(message.path("id").asText(), message);
  }

  /** Gives every component an id and every picture an address, as Discord does. */
  private static void number(JsonNode json, int[] last) {
    if (json instanceof ObjectNode object) {
      if (object.has("type") && !object.has("id")) {
        object.put("id", ++last[0]);
      }
      if (object.path("url").asText().startsWith("attachment://")) {
        object.put("url", "https://cdn.discordapp.com/attachments/1/2/chart.png");
        object.put("proxy_url", "https://media.discordapp.net/attachments/1/2/chart.png");
        object.put("width", 800).put("height", 600).put("content_type", "image/png");
      }
    }
    json.forEach(child -> number(child, last));
  }

  private Answer edit(String token, Call call) {
    Interaction interaction = byToken.get(token);
    if (interaction == null || interaction.acknowledgement == 0) {
      return error(404, 10015, "Unknown Webhook");
    }
    ObjectNode message = messages.get(interaction.original);
    if (message == null) {
      return error(404, 10008, "Unknown Message");
    }
    int kept = message.path("flags").asInt() & EPHEMERAL;
    fill(message, call.body(), call.files());
    message.put("flags", (message.path("flags").asInt() & ~LOADING) | kept);
    message.put("edits", message.path("edits").asInt() + 1);
    answered(interaction);
    return ok(message);
  }

  private Answer followUp(String token, Call call) {
    Interaction interaction = byToken.get(token);
    if (interaction == null || interaction.acknowledgement == 0) {
      return error(404, 10015, "Unknown Webhook");
    }
    ObjectNode original = messages.get(interaction.original);
    if (original != null && (original.path("flags").asInt() & LOADING) != 0) {
      // Discord takes it for the outcome, for those who see that the bot is thinking.
      return edit(token, call);
    }
    answered(interaction);
    return ok(show(interaction, call.body(), call.files(), 0));
  }

  private Answer delete(String token) {
    Interaction interaction = byToken.get(token);
    if (interaction == null || messages.remove(interaction.original) == null) {
      return error(404, 10008, "Unknown Message");
    }
    interaction.messages.remove(interaction.original);
    return new Answer(204, "");
  }

  private void answered(Interaction interaction) {
    if (interaction.answeredAt == 0) {
      interaction.answeredAt = System.nanoTime();
      answered++;
    }
  }

  private Answer post(String channel, Call call) {
    String nonce = call.body().path("nonce").asText("");
    if (call.body().path("enforce_nonce").asBoolean() && nonces.containsKey(nonce)) {
      return ok(shown(nonces.getOrDefault(nonce, "")));
    }
    ObjectNode message = message(channel, botUser(), "");
    message.put("nonce", nonce);
    if (call.body().has("message_reference")) {
      message.put("type", 19);
      message.set("message_reference", call.body().path("message_reference"));
    }
    fill(message, call.body(), call.files());
    if (!nonce.isEmpty()) {
      nonces.put(nonce, message.path("id").asText());
    }
    return ok(message);
  }

  private Answer edit(String channel, String id, Call call) {
    ObjectNode message = messages.get(id);
    if (message == null || !message.path("channel_id").asText().equals(channel)) {
      return error(404, 10008, "Unknown Message");
    }
    if (!message.path("author").path("id").asText().equals(BOT)) {
      return error(403, 50005, "Cannot edit a message authored by another user");
    }
    fill(message, call.body(), call.files());
    message.put("edits", message.path("edits").asInt() + 1);
    return ok(message);
  }

  private Answer openThread(String channel, String message, Call call) {
    ObjectNode thread = thread(message, channel, call.body().path("name").asText());
    threads.put(message, channel);
    dispatch("THREAD_CREATE", thread.deepCopy().put("newly_created", true));
    return new Answer(201, thread.toString());
  }

  /** There is a thread in a channel that the bot was not told of. */
  String unlistedThread(String channel) {
    String id = id();
    update(() -> threads.put(id, channel));
    return id;
  }

  /** Somebody opens a thread in a channel. */
  String openThread(String channel) {
    String id = unlistedThread(channel);
    dispatch("THREAD_CREATE", thread(id, channel, "a thread").put("newly_created", true));
    return id;
  }

  static ObjectNode thread(String id, String channel, String name) {
    ObjectNode thread = JSON.createObjectNode().put("id", id).put("type", 11);
    thread.put("guild_id", GUILD).put("parent_id", channel).put("owner_id", BOT);
    thread.put("name", name).put("message_count", 0);
    thread.put("member_count", 1).put("rate_limit_per_user", 0).put("flags", 0);
    thread.put("total_message_sent", 0).putNull("last_message_id");
    ObjectNode metadata = thread.putObject("thread_metadata").put("archived", false);
    metadata.put("auto_archive_duration", 1440).put("locked", false);
    metadata.put("archive_timestamp", "2026-11-22T12:00:00.000000+00:00");
    metadata.put("create_timestamp", "2026-11-22T12:00:00.000000+00:00");
    return thread;
  }

  // ---- what is found out

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
        if (idle > PATIENCE_NANOS) {
          throw new AssertionError(
              "waited in vain for " + what + ", problems " + problems + ", calls " + lastCalls());
        }
        // What is waited for may be elsewhere, so it is looked at again without a change here.
        long _ = changed.awaitNanos(TURN_NANOS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  private List<String> lastCalls() {
    return calls.subList(Math.max(0, calls.size() - 20), calls.size()).stream()
        .map(call -> call.route() + " " + text(call.body()))
        .toList();
  }

  /** Waits until an interaction has its outcome: what people see. */
  List<ObjectNode> awaitOutcome(Interaction interaction) {
    await("the outcome of " + interaction.payload.path("data"), () -> interaction.answeredAt > 0);
    return outcome(interaction);
  }

  /** Waits until the only outcome of an interaction is for who caused it, and gives it. */
  ObjectNode awaitPrivateOutcome(Interaction interaction) {
    await(
        "a private outcome of " + interaction.payload.path("data"),
        () -> {
          List<ObjectNode> shown = outcome(interaction);
          return !shown.isEmpty() && shown.stream().allMatch(FakeDiscord::isPrivate);
        });
    return outcome(interaction).getFirst();
  }

  /** Waits until so many interactions have an outcome. */
  void awaitAnswered(int count) {
    await(count + " outcomes", () -> answered >= count);
  }

  /** The messages that answer an interaction now; one that is only thinking is none. */
  List<ObjectNode> outcome(Interaction interaction) {
    return interaction.messages.stream()
        .map(this::shown)
        .filter(message -> (message.path("flags").asInt() & LOADING) == 0)
        .toList();
  }

  void awaitAcknowledged(Interaction interaction) {
    await("an acknowledgement", () -> interaction.acknowledgement > 0);
  }

  void awaitIdentified(int count) {
    await(count + " introductions", () -> identified >= count && !sockets.isEmpty());
  }

  void awaitResumed(int count) {
    await(count + " resumed", () -> resumed >= count && !sockets.isEmpty());
  }

  /** Every interaction so far, in the order they were sent. */
  List<Interaction> interactions() {
    lock.lock();
    try {
      return List.copyOf(interactions.values());
    } finally {
      lock.unlock();
    }
  }

  /** Messages in a channel that the bot posted by itself, without an interaction. */
  List<ObjectNode> posted(String channel) {
    lock.lock();
    try {
      return messages.values().stream()
          .filter(message -> message.path("channel_id").asText().equals(channel))
          .filter(message -> !message.has("interaction_token"))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  List<ObjectNode> awaitPosted(String channel, int count) {
    await(count + " messages", () -> posted(channel).size() >= count);
    return posted(channel);
  }

  private ObjectNode shown(String id) {
    return requireNonNull(messages.get(id), id);
  }

  /** A message as it is now. */
  ObjectNode message(JsonNode earlier) {
    lock.lock();
    try {
      return shown(earlier.path("id").asText());
    } finally {
      lock.unlock();
    }
  }

  List<Call> calls(String route) {
    lock.lock();
    try {
      return calls.stream().filter(call -> call.route().equals(route)).toList();
    } finally {
      lock.unlock();
    }
  }

  Call awaitCall(String route, int place) {
    await(route, () -> calls(route).size() > place);
    return calls(route).get(place);
  }

  /** What the bot said of itself last. */
  JsonNode identity() {
    return identity;
  }

  List<String> problems() {
    lock.lock();
    try {
      return List.copyOf(problems);
    } finally {
      lock.unlock();
    }
  }

  /** Everything a message says, its buttons included. */
  static String text(JsonNode message) {
    var text = new StringBuilder();
    collect(message.path("components"), text);
    return text.toString();
  }

  private static void collect(JsonNode json, StringBuilder text) {
    for (String field : List.of("content", "label", "placeholder")) {
      if (json.path(field).isTextual()) {
        text.append(json.path(field).asText()).append('\n');
      }
    }
    json.forEach(child -> collect(child, text));
  }

  /** The id of the button with a label. */
  static String button(JsonNode message, String label) {
    return find(message.path("components"), "label", label)
        .orElseThrow(() -> new AssertionError("no button " + label + " in " + message));
  }

  private static Optional<String> find(JsonNode json, String field, String wanted) {
    if (json.path(field).asText("").contains(wanted) && json.has("custom_id")) {
      return Optional.of(json.path("custom_id").asText());
    }
    for (JsonNode child : json) {
      Optional<String> found = find(child, field, wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  static boolean isPrivate(JsonNode message) {
    return (message.path("flags").asInt() & EPHEMERAL) != 0;
  }

  @Override
  public void close() {
    // What is being said would else be cut off.
    http.stop(1);
    try {
      web.stop(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
