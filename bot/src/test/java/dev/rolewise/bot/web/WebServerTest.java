package dev.rolewise.bot.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rolewise.bot.config.HttpConfig;
import dev.rolewise.bot.platform.AnswerOutcome;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.web.Readiness.NotReady;
import dev.rolewise.bot.web.Readiness.Ready;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private static final Part DOCUMENTS = part("documents", () -> new Ready("9 documents"));
  private static final Part SLACK =
      part("slack", () -> new NotReady("connecting again: token_revoked"));

  @Test
  void isAlive_evenWhenAPartIsNotReady() {
    try (var server = TestServer.withoutSlack(SLACK)) {
      assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(server.get("/healthz").body()).isEqualTo("ok\n");
      HttpResponse<String> head = server.send(server.request("/healthz").HEAD());
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("server")).isEmpty();
    }
  }

  @Test
  void isReady_whenEveryPartIs() {
    try (var server = TestServer.withoutSlack(DOCUMENTS)) {
      HttpResponse<String> response = server.get("/readyz");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body())
          .isEqualTo(
              "{\"ready\":true,\"parts\":"
                  + "[{\"name\":\"documents\",\"ready\":true,\"reason\":\"9 documents\"}]}\n");
    }
  }

  @Test
  void namesEachPartWithItsReason_whenOneIsNotReady() {
    try (var server = TestServer.withoutSlack(DOCUMENTS, SLACK)) {
      HttpResponse<String> response = server.get("/readyz");

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body())
          .isEqualTo(
              "{\"ready\":false,\"parts\":"
                  + "[{\"name\":\"documents\",\"ready\":true,\"reason\":\"9 documents\"},"
                  + "{\"name\":\"slack\",\"ready\":false,"
                  + "\"reason\":\"connecting again: token_revoked\"}]}\n");
      assertThat(server.get("/metrics").body())
          .contains(
              "rolewise_part_ready{part=\"documents\"} 1.0",
              "rolewise_part_ready{part=\"slack\"} 0.0");
    }
  }

  @Test
  void asksThePartsEachTime() {
    var now = new AtomicReference<Readiness>(new NotReady("starting"));
    try (var server = TestServer.withoutSlack(part("slack", now::get))) {
      int before = server.get("/readyz").statusCode();
      now.set(new Ready("connected"));

      assertThat(before).isEqualTo(503);
      assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aPartThatBreaksIsNotReady() {
    Part broken =
        part(
            "state",
            () -> {
              throw new IllegalStateException("secret of the database");
            });
    try (var server = TestServer.withoutSlack(broken)) {
      HttpResponse<String> response = server.get("/readyz");

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body())
          .contains("does not tell whether it is ready")
          .doesNotContain("secret of the database");
    }
  }

  @Test
  void twoPartsOfOneNameAreABug() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestServer.withoutSlack(SLACK, SLACK))
        .withMessage("two parts are named 'slack'");
  }

  @Test
  void metricsAreForThisMachineOnly_notForWhatAProxyForwards() {
    try (var server = TestServer.withoutSlack()) {
      assertThat(server.get("/metrics").statusCode()).isEqualTo(200);
      assertThat(
              server
                  .send(server.request("/metrics").header("X-Forwarded-For", "203.0.113.7"))
                  .statusCode())
          .isEqualTo(403);
      assertThat(
              server
                  .send(server.request("/metrics").header("Forwarded", "for=203.0.113.7"))
                  .statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void metricsTellAnswersAndRequests() {
    var metrics = new ServiceMetrics();
    Meter meter = metrics.meter("slack");
    meter.answered(AnswerOutcome.NOT_FOUND, Duration.ofMillis(20));
    meter.acknowledged(Duration.ofMillis(2));
    metrics.request("/healthz", 200, Duration.ofMillis(1));

    assertThat(metrics.text())
        .contains(
            "rolewise_answers_seconds_bucket{outcome=\"not_found\",platform=\"slack\",le=\"0.01\"}"
                + " 0",
            "rolewise_answers_seconds_bucket{outcome=\"not_found\",platform=\"slack\",le=\"0.025\"}"
                + " 1",
            "rolewise_answers_seconds_count{outcome=\"not_found\",platform=\"slack\"} 1",
            "rolewise_acknowledgements_seconds_count{platform=\"slack\"} 1",
            "rolewise_http_requests_seconds_count{endpoint=\"/healthz\",status=\"200\"} 1",
            "jvm_memory_used_bytes");
  }

  @Test
  void metricsNameNoPathThatAClientMadeUp() {
    try (var server = TestServer.withoutSlack()) {
      assertThat(server.get("/wp-login.php").statusCode()).isEqualTo(404);

      assertThat(server.get("/metrics").body())
          .contains("rolewise_http_requests_seconds_count{endpoint=\"other\",status=\"404\"} 1")
          .doesNotContain("wp-login");
    }
  }

  @Test
  void saysSo_whenThePortIsTaken() {
    try (var server = TestServer.withoutSlack()) {
      var config = new HttpConfig("127.0.0.1", server.port());

      assertThat(WebServer.start(config, List.of(), new ServiceMetrics(), Optional.empty()))
          .isEqualTo(
              new ServerStart.Failed(
                  "rolewise.http: cannot listen on 127.0.0.1:"
                      + server.port()
                      + ", set ROLEWISE_HTTP_HOST or ROLEWISE_HTTP_PORT"));
    }
  }

  @Test
  void finishesWhatItAccepted_whenItIsClosed() throws ExecutionException, InterruptedException {
    var arrived = new CountDownLatch(1);
    var mayEnd = new CountDownLatch(1);
    var server =
        TestServer.with(_ -> {
          arrived.countDown();
          await(mayEnd);
          return VerifiedResponse.OK;
        });
    CompletableFuture<Integer> response =
        CompletableFuture.supplyAsync(
            () -> server.signed(TestServer.JSON, "{\"type\":\"event_callback\"}").statusCode());
    await(arrived);

    Thread closing = Thread.startVirtualThread(server::stop);
    mayEnd.countDown();

    assertThat(response.get()).isEqualTo(200);
    closing.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(3, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Part part(String name, Supplier<Readiness> readiness) {
    return new Part() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Readiness readiness() {
        return readiness.get();
      }
    };
  }
}
