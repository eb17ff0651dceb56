package dev.rolewise.bot.web;

import static java.util.Objects.requireNonNull;

import dev.rolewise.bot.config.Secret;
import dev.rolewise.bot.platform.Meter;
import dev.rolewise.bot.web.SlackSignature.Verdict;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the requests of Slack's HTTP mode: checks the signature of the raw bytes before anything is
 * parsed, answers what asks whether this address is ours, and hands on the rest.
 *
 * <p>Answers 413 to a body that is too large, 401 to what Slack did not sign just now, 400 to what
 * nobody could read, and never 500: Slack would send such a request again.
 */
public final class SlackEvents implements Handler {
  /** Slack sends far less; beyond it a request is refused unread. */
  static final int MAX_BODY_BYTES = 1_048_576;

  /** How much of a body that is too large is still taken, so that its sender sees the refusal. */
  private static final int MAX_DRAINED_BYTES = 8 * MAX_BODY_BYTES;

  private static final int OK = 200;

  private static final Logger log = LoggerFactory.getLogger(SlackEvents.class);

  private final SlackSignature signature;
  private final VerifiedRequests requests;
  private final ServiceMetrics metrics;
  private final Meter meter;

  /**
   * An endpoint.
   *
   * @param clock tells how old a request is
   * @param requests takes what is genuine
   */
  public SlackEvents(
      Secret signingSecret,
      InstantSource clock,
      VerifiedRequests requests,
      ServiceMetrics metrics) {
    this.signature = new SlackSignature(signingSecret, clock);
    this.requests = requireNonNull(requests, "requests");
    this.metrics = requireNonNull(metrics, "metrics");
    meter = metrics.meter("slack");
  }

  @Override
  public void handle(Context context) throws IOException {
    long start = System.nanoTime();
    Optional<byte[]> body = readBody(context);
    if (body.isEmpty()) {
      metrics.slackRequest("too_large");
      context.header("Connection", "close");
      respond(context, 413, "body must be at most " + MAX_BODY_BYTES + " bytes");
      return;
    }
    Verdict verdict =
        signature.judge(
            headers(context, SlackSignature.TIMESTAMP_HEADER),
            headers(context, SlackSignature.SIGNATURE_HEADER),
            body.get());
    switch (verdict) {
      case GENUINE -> handleGenuine(context, body.get(), start);
      case UNSIGNED -> refuse(context, "unsigned");
      case STALE -> refuse(context, "stale");
      case FORGED -> refuse(context, "forged");
    }
  }

  private void handleGenuine(Context context, byte[] content, long start) {
    String contentType = Optional.ofNullable(context.contentType()).orElse("");
    Optional<SlackBody> body = SlackBody.find(contentType, content);
    if (body.isEmpty()) {
      metrics.slackRequest("unreadable");
      respond(context, 400, "body must be JSON or a form of Slack");
      return;
    }
    Optional<String> challenge = body.get().challenge();
    if (challenge.isPresent()) {
      metrics.slackRequest("challenge");
      respond(context, 200, challenge.get());
      return;
    }
    VerifiedResponse response;
    try {
      response = requests.handle(new VerifiedRequest(headers(context), body.get().text()));
    } catch (RuntimeException e) {
      log.error("a request of Slack could not be handled", e);
      metrics.slackRequest("failed");
      respond(context, 400, "request cannot be handled");
      return;
    }
    metrics.slackRequest("accepted");
    context.status(response.status()).contentType(response.contentType()).result(response.body());
    if (response.status() == OK) {
      meter.acknowledged(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void refuse(Context context, String result) {
    log.debug("a request to {} is {}", context.path(), result);
    metrics.slackRequest(result);
    // The same words for every reason: whoever tries signatures learns nothing.
    respond(context, 401, "signature does not hold");
  }

  private static void respond(Context context, int status, String text) {
    context.status(status).contentType("text/plain; charset=utf-8").result(text);
  }

  /** Returns nothing when the body is too large. */
  private static Optional<byte[]> readBody(Context context) throws IOException {
    InputStream in = context.req().getInputStream();
    byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
    if (body.length <= MAX_BODY_BYTES) {
      return Optional.of(body);
    }
    byte[] buffer = new byte[8_192];
    int drained = 0;
    for (int read = 0; read >= 0 && drained < MAX_DRAINED_BYTES; read = in.read(buffer)) {
      drained += read;
    }
    return Optional.empty();
  }

  private static List<String> headers(Context context, String name) {
    return Collections.list(context.req().getHeaders(name));
  }

  private static Map<String, List<String>> headers(Context context) {
    Map<String, List<String>> headers = new HashMap<>();
    for (String name : Collections.list(context.req().getHeaderNames())) {
      headers.put(name.toLowerCase(Locale.ROOT), headers(context, name));
    }
    return headers;
  }
}
