package dev.rolewise.bot.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.bot.config.HttpConfig;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server of the service: {@code /healthz}, {@code /readyz}, {@code /metrics} and, in
 * Slack's HTTP mode, {@code /slack/events}.
 */
public final class WebServer implements AutoCloseable {
  static final String HEALTH = "/healthz";
  static final String READY = "/readyz";
  static final String METRICS = "/metrics";
  static final String SLACK_EVENTS = "/slack/events";

  /** How long requests that were accepted may take to end once the server is closed. */
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

  /** How long a connection that is kept alive may stay without a request then. */
  private static final Duration IDLE_AT_STOP = Duration.ofMillis(100);

  /** Connections beyond it are turned away in a burst; Java's own limit is 50. */
  private static final int MAX_WAITING_CONNECTIONS = 1_024;

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final String STARTED = "rolewise.started";
  private static final Set<String> ENDPOINTS = Set.of(HEALTH, READY, METRICS, SLACK_EVENTS);

  private static final Logger log = LoggerFactory.getLogger(WebServer.class);

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Listens.
   *
   * @param parts what the service needs to work, with names of their own
   * @param slack takes the requests of Slack's HTTP mode, if that is the mode
   */
  public static ServerStart start(
      HttpConfig config, List<Part> parts, ServiceMetrics metrics, Optional<SlackEvents> slack) {
    List<Part> all = List.copyOf(parts);
    var names = new HashSet<String>();
    for (Part part : all) {
      if (!names.add(part.name())) {
        throw new IllegalArgumentException("two parts are named '" + part.name() + "'");
      }
      metrics.watch(part);
    }
    Javalin javalin =
        Javalin.create(settings -> {
          transport(settings, config);
          endpoints(settings, all, metrics, slack);
        });
    try {
      javalin.start();
    } catch (JavalinException e) {
      log.debug("the HTTP server does not start", e);
      javalin.stop();
      return new ServerStart.Failed(
          "rolewise.http: cannot listen on %s:%d, set ROLEWISE_HTTP_HOST or ROLEWISE_HTTP_PORT"
              .formatted(config.host(), config.port()));
    }
    log.info("listening on {}:{}", config.host(), javalin.port());
    return new ServerStart.Started(new WebServer(javalin));
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Takes no more requests and waits for those that were accepted. */
  @Override
  public void close() {
    javalin.stop();
  }

  private static void transport(JavalinConfig settings, HttpConfig config) {
    settings.startup.showJavalinBanner = false;
    settings.startup.showOldJavalinVersionWarning = false;
    settings.startup.startupWatcherEnabled = false;
    settings.concurrency.useVirtualThreads = true;
    settings.router.javaLangErrorHandler((response, error) -> {
      log.error("a request broke off", error);
      response.setStatus(503);
    });
    settings.http.prefer405over404 = true;
    settings.http.compressionStrategy = CompressionStrategy.NONE;
    settings.jetty.addConnector((server, http) -> {
      var connector = new ServerConnector(server, new HttpConnectionFactory(http));
      connector.setHost(config.host());
      connector.setPort(config.port());
      connector.setAcceptQueueSize(MAX_WAITING_CONNECTIONS);
      connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
      return connector;
    });
    settings.jetty.modifyHttpConfiguration(http -> {
      http.setSendServerVersion(false);
      http.setSendDateHeader(true);
    });
    settings.jetty.modifyServer(server -> {
      server.setStopTimeout(STOP_TIMEOUT.toMillis());
      server.insertHandler(new GracefulHandler());
    });
  }

  private static void endpoints(
      JavalinConfig settings,
      List<Part> parts,
      ServiceMetrics metrics,
      Optional<SlackEvents> slack) {
    settings.routes.before(context -> context.attribute(STARTED, System.nanoTime()));
    settings.routes.after(context -> note(context, metrics));
    settings.routes.get(HEALTH, context -> context.contentType(TEXT).result("ok\n"));
    settings.routes.get(READY, context -> tellReadiness(context, parts));
    settings.routes.get(METRICS, context -> tellMetrics(context, metrics));
    slack.ifPresent(events -> settings.routes.post(SLACK_EVENTS, events));
    settings.routes.error(404, context -> context.contentType(TEXT).result("not found\n"));
    settings.routes.error(405, context -> context.contentType(TEXT).result("wrong method\n"));
    settings.routes.exception(
        Exception.class,
        (e, context) -> {
          log.debug("a request to {} broke off", context.path(), e);
          context.status(400).contentType(TEXT).result("request cannot be read\n");
        });
  }

  private static void note(Context context, ServiceMetrics metrics) {
    Long started = context.attribute(STARTED);
    if (started != null) {
      String endpoint = ENDPOINTS.contains(context.path()) ? context.path() : "other";
      metrics.request(
          endpoint, context.statusCode(), Duration.ofNanos(System.nanoTime() - started));
    }
  }

  private static void tellReadiness(Context context, List<Part> parts) {
    ObjectNode json = Parts.toJson(parts);
    context
        .status(json.get("ready").booleanValue() ? 200 : 503)
        .contentType("application/json")
        .result(json + "\n");
  }

  private static void tellMetrics(Context context, ServiceMetrics metrics) {
    if (isOfThisMachine(context)) {
      context.contentType(PROMETHEUS_TEXT).result(metrics.text());
    } else {
      context.status(403).contentType(TEXT).result("metrics are for this machine only\n");
    }
  }

  /** A proxy on this machine speaks for others: what it forwards is not of this machine. */
  private static boolean isOfThisMachine(Context context) {
    if (context.header("Forwarded") != null || context.header("X-Forwarded-For") != null) {
      return false;
    }
    try {
      // An address in digits: no name is looked up.
      return InetAddress.getByName(context.req().getRemoteAddr()).isLoopbackAddress();
    } catch (UnknownHostException _) {
      return false;
    }
  }
}
