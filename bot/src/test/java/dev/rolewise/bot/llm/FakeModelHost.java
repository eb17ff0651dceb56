package dev.rolewise.bot.llm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rolewise.bot.answer.LanguageModel;
import dev.rolewise.bot.answer.LanguageModel.Receiver.Wish;
import dev.rolewise.bot.answer.ModelReply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on this machine that speaks as a provider does, whole or in pieces. */
public final class FakeModelHost implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final int PIECE_CHARS = 7;

  /** What the host was asked. */
  public record Asked(
      String path,
      String instructions,
      String data,
      boolean isStreamed,
      boolean hasSchema,
      String body,
      String key) {}

  /** What the host does. */
  public sealed interface Behaviour {
    /** Writes the text as the provider does. */
    record Says(String text) implements Behaviour {}

    /** Answers with an error. */
    record Fails(int status) implements Behaviour {}

    /** Answers with an error and with when to come again. */
    record Delays(int status, String retryAfter) implements Behaviour {}

    /** Answers with an error that says why. */
    record Refuses(int status, String reason) implements Behaviour {}

    /** Breaks the connection off behind the text. */
    record BreaksOff(String text) implements Behaviour {}

    /** Writes the text and never ends. */
    record Hangs(String text) implements Behaviour {}

    /** Sends these bytes, a character each, in place of what the provider would. */
    record Sends(String body) implements Behaviour {}

    /** Ends because the provider will not have it said. */
    record Declines() implements Behaviour {}
  }

  /** Decides what the host does. */
  @FunctionalInterface
  public interface Mind {
    Behaviour think(Asked asked);
  }

  private static final String PREFIX = "/v1/";

  private final Wire wire;
  private final Mind mind;
  private volatile String key = "";
  private volatile boolean hasList = true;
  private final HttpServer server;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  public FakeModelHost(Wire wire, Mind mind) {
    this.wire = wire;
    this.mind = mind;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.setExecutor(executor);
    server.start();
  }

  /** A model that thinks so in the thread that asks it, without a wire; asked twice if need be. */
  public static LanguageModel inProcess(Mind mind) {
    return (prompt, receiver, _) -> {
      var asked = new Asked("", prompt.instructions(), prompt.data(), true, true, "", "");
      Optional<ModelReply.Reason> problem = Optional.empty();
      for (int attempt = 0; attempt < 2 && receiver.begin() == Wish.MORE; attempt++) {
        String text =
            switch (mind.think(asked)) {
              case Behaviour.Says(String said) -> said;
              case Behaviour.Sends(String sent) -> sent;
              default -> "";
            };
        for (String piece : pieces(text)) {
          if (receiver.accept(piece) == Wish.ENOUGH) {
            break;
          }
        }
        problem = receiver.end();
        if (problem.isEmpty()) {
          return new ModelReply.Written(1, 1);
        }
      }
      return problem
          .<ModelReply>map(ModelReply.Failed::new)
          .orElseGet(() -> new ModelReply.Written(1, 1));
    };
  }

  public Wire wire() {
    return wire;
  }

  /** Takes no other key from now on. */
  void wantsKey(String only) {
    key = only;
  }

  /** Has no list of models from now on. */
  void hasNoList() {
    hasList = false;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
  }

  /** Everything that was asked, in order. */
  public List<Asked> asked() {
    return asked;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      if (!path.startsWith(PREFIX)) {
        error(exchange, 404, "nothing here");
        return;
      }
      String given = wire.key(exchange.getRequestHeaders());
      if (!key.isEmpty() && !given.equals(key)) {
        error(exchange, wire == Wire.GEMINI ? 400 : 401, "API key not valid");
        return;
      }
      if (exchange.getRequestMethod().equals("GET")) {
        if (hasList && path.equals(PREFIX + wire.list())) {
          whole(exchange, "{\"data\":[]}".getBytes(UTF_8));
        } else {
          error(exchange, 404, "no list");
        }
        return;
      }
      if (body.equals("{}")) {
        error(exchange, 400, "messages: field required");
        return;
      }
      JsonNode json = JSON.readTree(body);
      Asked one = wire.read(exchange.getRequestURI(), exchange.getRequestHeaders(), json, body);
      asked.add(one);
      switch (mind.think(one)) {
        case Behaviour.Fails(int status) -> error(exchange, status, "no");
        case Behaviour.Delays(int status, String retryAfter) -> {
          exchange.getResponseHeaders().set("Retry-After", retryAfter);
          error(exchange, status, "no");
        }
        case Behaviour.Refuses(int status, String reason) -> error(exchange, status, reason);
        case Behaviour.Sends(String sent) -> {
          exchange.getResponseHeaders().set("Content-Type", wire.type(one.isStreamed()));
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write(sent.getBytes(ISO_8859_1));
        }
        case Behaviour.Says(String text) -> {
          if (one.isStreamed()) {
            OutputStream out = begin(exchange);
            write(out, text);
            out.write(wire.end(Wire.Ending.DONE));
          } else {
            whole(exchange, wire.whole(text, Wire.Ending.DONE));
          }
        }
        case Behaviour.Declines() -> {
          if (one.isStreamed()) {
            begin(exchange).write(wire.end(Wire.Ending.DECLINED));
          } else {
            whole(exchange, wire.whole("", Wire.Ending.DECLINED));
          }
        }
        case Behaviour.BreaksOff(String text) -> {
          OutputStream out = begin(exchange);
          write(out, text);
          out.flush();
          // Without the end of the body the client sees that something is missing.
          throw new IOException("breaks off");
        }
        case Behaviour.Hangs(String text) -> {
          OutputStream out = begin(exchange);
          write(out, text);
          out.flush();
          closing.await();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void error(HttpExchange exchange, int status, String reason) throws IOException {
    ObjectNode error = JSON.createObjectNode();
    error.putObject("error").put("message", reason).put("type", "test");
    byte[] body = error.toString().getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private OutputStream begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", wire.type(true));
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    out.write(wire.begin());
    return out;
  }

  private void whole(HttpExchange exchange, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private void write(OutputStream out, String text) throws IOException {
    for (String piece : pieces(text)) {
      out.write(wire.piece(piece));
      out.flush();
    }
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int size = Math.max(PIECE_CHARS, text.length() / 200);
    for (int i = 0; i < text.length(); i += size) {
      pieces.add(text.substring(i, Math.min(text.length(), i + size)));
    }
    return pieces;
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    executor.shutdownNow();
  }
}
