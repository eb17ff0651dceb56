package dev.rolewise.bot.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rolewise.bot.config.HttpConfig;
import dev.rolewise.bot.config.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A server on a free port of this machine, and a Slack that signs. */
final class TestServer implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  static final String SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  static final String JSON = "application/json";
  static final String FORM = "application/x-www-form-urlencoded";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final WebServer server;

  private TestServer(WebServer server) {
    this.server = server;
  }

  static TestServer with(VerifiedRequests requests, Part... parts) {
    var metrics = new ServiceMetrics();
    return start(
        metrics,
        Optional.of(
            new SlackEvents(
                new Secret(SIGNING_SECRET), InstantSource.fixed(NOW), requests, metrics)),
        parts);
  }

  static TestServer withoutSlack(Part... parts) {
    return start(new ServiceMetrics(), Optional.empty(), parts);
  }

  private static TestServer start(
      ServiceMetrics metrics, Optional<SlackEvents> slack, Part... parts) {
    var config = new HttpConfig("127.0.0.1", 0);
    return switch (WebServer.start(config, List.of(parts), metrics, slack)) {
      case ServerStart.Started(var server) -> new TestServer(server);
      case ServerStart.Failed(var problem) -> throw new AssertionError(problem);
    };
  }

  int port() {
    return server.port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  HttpResponse<String> get(String path) {
    return send(request(path).GET());
  }

  /** A request as Slack sends it, signed now. */
  HttpResponse<String> signed(String contentType, String body) {
    String now = Long.toString(NOW.getEpochSecond());
    return post(contentType, now, sign(now, body.getBytes(UTF_8)), BodyPublishers.ofString(body));
  }

  HttpResponse<String> post(
      String contentType, String timestamp, String signature, BodyPublisher body) {
    return send(
        request("/slack/events")
            .header("Content-Type", contentType)
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signature)
            .POST(body));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The signature, computed without the code under test. */
  static String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SIGNING_SECRET.getBytes(UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Stops the server alone: the client still reads what was accepted. */
  void stop() {
    server.close();
  }

  @Override
  public void close() {
    // The client first: the server waits a moment for connections that are kept alive.
    client.close();
    server.close();
  }
}
