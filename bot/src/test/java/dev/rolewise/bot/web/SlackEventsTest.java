package dev.rolewise.bot.web;

import static dev.rolewise.bot.web.TestServer.FORM;
import static dev.rolewise.bot.web.TestServer.JSON;
import static dev.rolewise.bot.web.TestServer.NOW;
import static dev.rolewise.bot.web.TestServer.sign;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackEventsTest {
  private static final String MENTION =
      """
      {"type":"event_callback","event":{"type":"app_mention","text":"what does an AVP make? €"}}\
      """;

  private static final String NOW_SECONDS = Long.toString(NOW.getEpochSecond());

  private final List<VerifiedRequest> taken = Collections.synchronizedList(new ArrayList<>());
  private final TestServer server =
      TestServer.with(request -> {
        taken.add(request);
        return new VerifiedResponse(200, "application/json", "{\"ok\":true}");
      });

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void handsOnWhatSlackSigned_bodyAndHeadersAsTheyCame() {
    HttpResponse<String> response = server.signed(JSON, MENTION);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"ok\":true}");
    assertThat(taken)
        .singleElement()
        .satisfies(request -> {
          assertThat(request.body()).isEqualTo(MENTION);
          assertThat(request.headers())
              .containsEntry("x-slack-request-timestamp", List.of(NOW_SECONDS))
              .containsEntry("content-type", List.of(JSON));
        });
  }

  @Test
  void handsOnFormsOfCommandsAndInteractions() {
    assertThat(server.signed(FORM, "command=%2Fcareer&text=ask+pay%3F").statusCode())
        .isEqualTo(200);
    assertThat(server.signed(FORM, "payload=%7B%22type%22%3A%22x%22%7D").statusCode())
        .isEqualTo(200);
    assertThat(server.signed(FORM, "ssl_check=1&token=x").statusCode()).isEqualTo(200);

    assertThat(taken).hasSize(3);
  }

  @Test
  void answersTheChallengeItself_whenItIsSigned() {
    String body = "{\"type\":\"url_verification\",\"challenge\":\"3eZbrw1aBm2rZgRNFdxV\"}";

    HttpResponse<String> response = server.signed(JSON, body);
    HttpResponse<String> forged =
        server.post(JSON, NOW_SECONDS, sign(NOW_SECONDS, new byte[0]), bytes(body));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("3eZbrw1aBm2rZgRNFdxV");
    assertThat(forged.statusCode()).isEqualTo(401);
    assertThat(forged.body()).doesNotContain("3eZbrw1aBm2rZgRNFdxV");
    assertThat(taken).isEmpty();
  }

  @Test
  void refusesASignatureForAnotherBody() {
    String signature = sign(NOW_SECONDS, MENTION.getBytes(UTF_8));

    HttpResponse<String> response =
        server.post(JSON, NOW_SECONDS, signature, bytes(MENTION.replace("AVP", "VP")));

    assertRefused(response);
  }

  @Test
  void refusesASignatureForAnotherTime() {
    String signature = sign(NOW_SECONDS, MENTION.getBytes(UTF_8));

    assertRefused(
        server.post(JSON, Long.toString(NOW.getEpochSecond() - 1), signature, bytes(MENTION)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 0, 300})
  void takesRequestsOfTheLastAndTheNextFiveMinutes(long seconds) {
    assertThat(signedAt(NOW.getEpochSecond() + seconds).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, -86_400, 86_400})
  void refusesOlderAndNewerRequests_howeverWellTheyAreSigned(long seconds) {
    assertRefused(signedAt(NOW.getEpochSecond() + seconds));
  }

  @Test
  void refusesRequestsWithoutTheirHeaders() {
    String signature = sign(NOW_SECONDS, MENTION.getBytes(UTF_8));

    assertRefused(server.send(server.request("/slack/events").POST(bytes(MENTION))));
    assertRefused(
        server.send(
            server
                .request("/slack/events")
                .header("X-Slack-Request-Timestamp", NOW_SECONDS)
                .POST(bytes(MENTION))));
    assertRefused(
        server.send(
            server
                .request("/slack/events")
                .header("X-Slack-Signature", signature)
                .POST(bytes(MENTION))));
    assertRefused(
        server.send(
            server
                .request("/slack/events")
                .header("X-Slack-Request-Timestamp", NOW_SECONDS)
                .header("X-Slack-Signature", signature)
                .header("X-Slack-Signature", "v0=" + "0".repeat(64))
                .POST(bytes(MENTION))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "1e9", "-1", "+1763805600", "0x10", "99999999999999999999"})
  void refusesTimestampsThatAreNone(String timestamp) {
    String signature = sign(timestamp, MENTION.getBytes(UTF_8));

    assertRefused(server.post(JSON, timestamp, signature, bytes(MENTION)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v0=", "v0", "v1=", "sha256=", "v0=zz"})
  void refusesSignaturesThatAreNone(String signature) {
    assertRefused(server.post(JSON, NOW_SECONDS, signature, bytes(MENTION)));
  }

  @Test
  void refusesTheRightSignatureInAnotherForm() {
    String signature = sign(NOW_SECONDS, MENTION.getBytes(UTF_8));

    assertRefused(server.post(JSON, NOW_SECONDS, signature.substring(3), bytes(MENTION)));
    assertRefused(server.post(JSON, NOW_SECONDS, signature + "0", bytes(MENTION)));
    assertRefused(server.post(JSON, NOW_SECONDS, signature.replace("v0=", "v1="), bytes(MENTION)));
  }

  @Test
  void refusesUnsignedJunkLikeEverythingUnsigned() {
    assertRefused(server.send(server.request("/slack/events").POST(bytes("{{{{"))));
    assertRefused(server.send(server.request("/slack/events").POST(BodyPublishers.noBody())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "\"text\"",
        "{\"a\":1} {\"b\":2}",
        "{\"type\":\"url_verification\"}",
        "{\"type\":\"url_verification\",\"challenge\":[1]}"
      })
  void says400_toSignedJunk(String body) {
    assertThat(server.signed(JSON, body).statusCode()).isEqualTo(400);
    assertThat(taken).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "=", "&&&", "a=b", "payload=%zz", "payload=", "payload=%5B%5D", "payload=%7B"})
  void says400_toSignedFormsThatSaySlackNothing(String body) {
    assertThat(server.signed(FORM, body).statusCode()).isEqualTo(400);
    assertThat(taken).isEmpty();
  }

  @Test
  void says400_toSignedBytesThatAreNoText() {
    byte[] body = {'{', '"', (byte) 0xC3, '"', ':', '1', '}'};
    String signature = sign(NOW_SECONDS, body);

    HttpResponse<String> response =
        server.post(JSON, NOW_SECONDS, signature, BodyPublishers.ofByteArray(body));

    assertThat(response.statusCode()).isEqualTo(400);
  }

  @Test
  void says400_toJsonNestedWithoutEnd() {
    assertThat(server.signed(JSON, "{\"a\":".repeat(100_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void says400_toAnotherContentType() {
    assertThat(server.signed("text/xml", "<a/>").statusCode()).isEqualTo(400);
    assertThat(server.signed("multipart/form-data; boundary=x", "--x--").statusCode())
        .isEqualTo(400);
  }

  @Test
  void neverSays500_whenTheReceiverBreaks() {
    try (var broken =
        TestServer.with(request -> {
          throw new IllegalStateException(request.body());
        })) {
      HttpResponse<String> response = broken.signed(JSON, MENTION);

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).isEqualTo("request cannot be handled");
    }
  }

  @Test
  void says413_toTwoMegabytes_chunkedOrNot() {
    byte[] body = new byte[2 * SlackEvents.MAX_BODY_BYTES];
    String signature = sign(NOW_SECONDS, body);

    HttpResponse<String> counted =
        server.post(JSON, NOW_SECONDS, signature, BodyPublishers.ofByteArray(body));
    HttpResponse<String> chunked =
        server.post(
            JSON,
            NOW_SECONDS,
            signature,
            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

    assertThat(counted.statusCode()).isEqualTo(413);
    assertThat(chunked.statusCode()).isEqualTo(413);
    assertThat(server.signed(JSON, MENTION).statusCode()).isEqualTo(200);
  }

  @Test
  void takesABodyOfExactlyTheLimit() {
    String start = "{\"text\":\"";
    String body = start + "a".repeat(SlackEvents.MAX_BODY_BYTES - start.length() - 2) + "\"}";

    assertThat(server.signed(JSON, body).statusCode()).isEqualTo(200);
    assertThat(server.signed(JSON, body + " ").statusCode()).isEqualTo(413);
  }

  @Test
  void takesNothingButPost() {
    assertThat(server.get("/slack/events").statusCode()).isEqualTo(405);
    assertThat(server.send(server.request("/slack/events").HEAD()).statusCode()).isEqualTo(405);
    assertThat(server.send(server.request("/slack/events").DELETE()).statusCode()).isEqualTo(405);
    assertThat(server.send(server.request("/slack/events/x").POST(bytes(""))).statusCode())
        .isEqualTo(404);
    assertThat(taken).isEmpty();
  }

  @Test
  void isNotThere_inSocketMode() {
    try (var quiet = TestServer.withoutSlack()) {
      assertThat(quiet.signed(JSON, MENTION).statusCode()).isEqualTo(404);
    }
  }

  @Test
  void judgesManyRequestsAtOnce_eachByItself() throws ExecutionException, InterruptedException {
    List<Future<Integer>> statuses = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 400; i++) {
        String body = "{\"n\":" + i + "}";
        String signed = i % 2 == 0 ? body : body + " ";
        statuses.add(
            executor.submit(() ->
                server
                    .post(JSON, NOW_SECONDS, sign(NOW_SECONDS, signed.getBytes(UTF_8)), bytes(body))
                    .statusCode()));
      }
    }

    for (int i = 0; i < statuses.size(); i++) {
      assertThat(statuses.get(i).get()).isEqualTo(i % 2 == 0 ? 200 : 401);
    }
    assertThat(taken.stream().map(VerifiedRequest::body).distinct()).hasSize(200);
  }

  @Test
  void countsWhatBecameOfRequests() {
    server.signed(JSON, MENTION);
    server.signed(JSON, "junk");
    signedAt(NOW.getEpochSecond() - 301);
    server.post(JSON, NOW_SECONDS, sign("1", new byte[0]), bytes(MENTION));
    server.send(server.request("/slack/events").POST(bytes(MENTION)));

    assertThat(server.get("/metrics").body())
        .contains(
            "rolewise_slack_requests_total{result=\"accepted\"} 1.0",
            "rolewise_slack_requests_total{result=\"unreadable\"} 1.0",
            "rolewise_slack_requests_total{result=\"stale\"} 1.0",
            "rolewise_slack_requests_total{result=\"forged\"} 1.0",
            "rolewise_slack_requests_total{result=\"unsigned\"} 1.0");
  }

  private HttpResponse<String> signedAt(long seconds) {
    String timestamp = Long.toString(seconds);
    return server.post(JSON, timestamp, sign(timestamp, MENTION.getBytes(UTF_8)), bytes(MENTION));
  }

  private void assertRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.body()).isEqualTo("signature does not hold");
    assertThat(taken).isEmpty();
  }

  private static BodyPublisher bytes(String body) {
    return BodyPublishers.ofString(body);
  }
}
